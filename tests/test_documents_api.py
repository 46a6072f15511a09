"""The documents of a booking through the chat API: for its own conversation, as the booking stands now."""

from __future__ import annotations

import asyncio
import threading
from datetime import datetime

import httpx
import pytest

from bot.app import App
from bot.speech import LANGUAGES
from bot.web import documents
from flows.hours import SHANGHAI
from integrations.documents.slip import Slip, slip_pdf
from integrations.store import cases
from tests.records import PATIENCE_SECONDS, until
from tests.talk import MAN, OTHER_MAN, OTHER_WOMAN, WOMAN, HandClock
from tests.test_documents import event_in, holds, pages_of
from tests.web import Resident, is_guarded, is_problem, to_the_summary

NAMES = ("slip.pdf", "entry.ics", "code.svg")
TOLD = ("婚", "離", "离", "marri", "divorc", "wed", "spouse")
"""What would tell others what an appointment is for."""


async def booked(resident: Resident, people: tuple[str, str] = (MAN, WOMAN)) -> str:
    """Books 结婚登记 for 2026-05-20 09:30; its number."""
    await to_the_summary(resident, people)
    number: str = (await resident.tap("yes"))["replies"][0]["receipt"]["number"]
    return number


async def ticket(resident: Resident) -> str:
    """Takes a walk-in number for 撤回离婚登记申请 on 2026-05-12; the booking's number."""
    for choice in ("divorce_withdrawal", "agree"):
        await resident.tap(choice)
    await resident.say("2026-04-20")
    for choice in ("2026-05-12", "none", "yes"):
        await resident.tap(choice)
    number: str = resident.last["replies"][0]["receipt"]["number"]
    return number


async def to_my_booking(resident: Resident, wish: str) -> None:
    """我的预约, the first one, and what is wished of it."""
    await resident.tap("appointments")
    await resident.tap(resident.options[0])
    await resident.tap(wish)


async def document(resident: Resident, number: str, name: str) -> httpx.Response:
    """One document as it is asked for."""
    return await resident.client.get(f"/api/chat/bookings/{number}/{name}", headers=resident.headers)


async def page(resident: Resident, number: str) -> str:
    """The text of the slip, which is one page."""
    answer = await document(resident, number, "slip.pdf")
    assert answer.status_code == 200, answer.text
    (text,) = pages_of(answer.content)
    return text


async def test_a_receipt_comes_with_three_documents_of_the_right_kind(resident: Resident) -> None:
    number = await booked(resident)
    attached = resident.last["replies"][0]["attachments"]
    assert [(each["url"].rpartition("/")[2], each["label"]) for each in attached] == [
        ("entry.ics", "存到日历"),
        ("slip.pdf", "打印单"),
        ("code.svg", "二维码"),
    ]
    for each in attached:
        answer = await resident.client.get(each["url"], headers=resident.headers)
        assert answer.status_code == 200
        kinds = {"ics": "text/calendar; charset=utf-8", "pdf": "application/pdf", "svg": "image/svg+xml"}
        name = each["url"].rpartition(".")[2]
        assert answer.headers["content-type"] == kinds[name]
        assert answer.headers["content-disposition"] == f'attachment; filename="{number}.{name}"'
        assert answer.headers["cache-control"] == "no-store"
        is_guarded(answer)
    assert (await resident.history())["messages"][-1]["replies"][0]["attachments"] == attached


async def test_a_receipt_that_is_no_booking_comes_with_none(resident: Resident) -> None:
    await resident.tap("command:person")
    replies = resident.last["replies"]
    receipts = [reply for reply in replies if reply["receipt"]]
    assert receipts
    assert [reply["attachments"] for reply in receipts] == [None] * len(receipts)


async def test_the_slip_says_what_was_told_and_every_line_of_what_to_bring(resident: Resident) -> None:
    number = await booked(resident)
    text = await page(resident, number)
    first, *found = resident.last["replies"]
    assert [pair for pair in first["receipt"]["lines"] if not holds(text, "".join(pair))] == []
    (bring,) = [reply["text"] for reply in found if reply["key"] == "precheck-bring"]
    lines = bring.splitlines()[1:]
    assert len(lines) >= 3
    assert [line for line in lines if not holds(text, line)] == []
    assert holds(text, number)
    assert holds(text, "最晚 2026年5月18日")


async def test_no_document_has_anything_personal(resident: Resident) -> None:
    number = await booked(resident)
    entry = (await document(resident, number, "entry.ics")).text.replace("\r\n ", "")
    for text in (await page(resident, number), entry, (await document(resident, number, "code.svg")).text):
        assert [each for each in ("张三", "李四", MAN, WOMAN, "13800000000") if each in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_calendar_does_not_tell_others_what_the_appointment_is_for(
    client: httpx.AsyncClient, language: str
) -> None:
    client.headers["accept-language"] = language
    resident = await Resident.begin(client)
    for number in (await booked(resident), await ticket(resident)):
        entry = (await document(resident, number, "entry.ics")).text.replace("\r\n ", "").lower()
        assert number.lower() in entry
        assert [each for each in TOLD if each in entry] == []


async def test_the_documents_speak_the_language_of_the_conversation(client: httpx.AsyncClient) -> None:
    client.headers["accept-language"] = "en"
    resident = await Resident.begin(client)
    number = await booked(resident)
    client.headers["accept-language"] = "zh-CN"
    text = await page(resident, number)
    assert holds(text, "What to bring")
    assert holds(text, "by Mon 18 May 2026")
    _, event = event_in((await document(resident, number, "entry.ics")).content)
    assert event["SUMMARY"] == "Appointment at the Civil Affairs Bureau"


async def test_a_walk_in_number_has_documents_without_an_hour(resident: Resident) -> None:
    number = await ticket(resident)
    assert len(resident.last["replies"][0]["attachments"]) == 3
    text = await page(resident, number)
    assert holds(text, "现场号1")
    assert "09:30" not in text
    _, event = event_in((await document(resident, number, "entry.ics")).content)
    assert event.start.isoformat() == "2026-05-12"
    assert "排队号：1" in event["DESCRIPTION"]


# --- as it stands now -------------------------------------------------------------------------------------------------


async def test_after_a_move_the_documents_have_the_new_time(resident: Resident) -> None:
    number = await booked(resident)
    _, before = event_in((await document(resident, number, "entry.ics")).content)
    await to_my_booking(resident, "move")
    for choice in ("2026-05-21", "2026-05-21T15:00", "yes"):
        await resident.tap(choice)
    assert resident.last["replies"][0]["attachments"][0]["url"].endswith(f"{number}/entry.ics")
    text = await page(resident, number)
    assert holds(text, "2026年5月21日")
    assert holds(text, "时间15:00")
    assert "2026年5月20日" not in text
    method, after = event_in((await document(resident, number, "entry.ics")).content)
    assert (method, after["UID"], after["SEQUENCE"]) == ("PUBLISH", before["UID"], before["SEQUENCE"] + 1)
    assert after.start == datetime(2026, 5, 21, 15, tzinfo=SHANGHAI)


async def test_after_a_cancellation_the_entry_takes_itself_back_and_there_is_no_slip(resident: Resident) -> None:
    number = await booked(resident)
    await to_my_booking(resident, "cancel")
    await resident.tap("yes")
    (attached,) = resident.last["replies"][0]["attachments"]
    assert (attached["url"].rpartition("/")[2], attached["label"]) == ("entry.ics", "从日历删去")
    method, event = event_in((await document(resident, number, "entry.ics")).content)
    assert (method, event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)
    is_problem(await document(resident, number, "slip.pdf"), 410, "document-cancelled")
    is_problem(await document(resident, number, "code.svg"), 410, "document-cancelled")


async def test_past_the_deadline_the_slip_names_the_telephone_and_no_day(resident: Resident, clock: HandClock) -> None:
    number = await booked(resident)
    clock.move("7d")
    assert holds(await page(resident, number), "最晚 2026年5月18日")
    clock.move("1d")
    text = await page(resident, number)
    assert "最晚" not in text
    assert holds(text, "网上不能改，也不能取消了。请打电话：0943-0000000")


async def test_what_is_to_be_erased_is_not_printed_any_more(app: App, resident: Resident) -> None:
    number = await booked(resident)
    assert holds(await page(resident, number), "居民身份证")
    await resident.tap("command:info")
    await resident.tap("erase")
    await resident.tap("yes")
    assert resident.keys[0] == "erased"
    async with app.database.read() as connection:
        assert await cases.by_number(connection, app.vault, number) is not None
    text = await page(resident, number)
    assert holds(text, number)
    assert "居民身份证" not in text


# --- whose it is ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
async def test_anothers_booking_and_none_at_all_are_the_same(client: httpx.AsyncClient, name: str) -> None:
    owner, other = await Resident.begin(client), await Resident.begin(client)
    number = await booked(owner)
    await booked(other, (OTHER_MAN, OTHER_WOMAN))
    refused, unknown = await document(other, number, name), await document(other, "JT260511-ZZZZZZ", name)
    is_problem(refused, 404, "fault-not_found")
    is_problem(unknown, 404, "fault-not_found")
    assert (refused.json(), refused.headers) == (unknown.json(), unknown.headers)
    assert (await document(owner, number, name)).status_code == 200


@pytest.mark.parametrize("name", NAMES)
async def test_a_conversation_that_was_left_or_a_wrong_token_opens_none(resident: Resident, name: str) -> None:
    number = await booked(resident)
    assert (await resident.client.delete("/api/chat/conversations", headers=resident.headers)).status_code == 204
    is_problem(await document(resident, number, name), 401, "fault-ended")
    is_problem(await resident.client.get(f"/api/chat/bookings/{number}/{name}"), 401, "fault-ended")


async def test_asking_again_and_again_is_refused_for_a_while(
    resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "DOCUMENTS_PER_MINUTE", 3)
    number = await booked(resident)
    answers = [await document(resident, number, "code.svg") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    is_problem(answers[-1], 429, "fault-too_fast")
    assert answers[-1].headers["retry-after"] == "60"


async def test_a_slip_in_the_making_holds_up_nobody_and_one_is_made_at_a_time(
    resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await booked(resident)
    begun: list[Slip] = []
    go_on = threading.Event()

    def held_up(slip: Slip) -> bytes:
        begun.append(slip)
        assert go_on.wait(PATIENCE_SECONDS)
        return slip_pdf(slip)

    async def one_begun() -> bool:
        return bool(begun)

    monkeypatch.setattr(documents, "slip_pdf", held_up)
    slips = [asyncio.create_task(document(resident, number, "slip.pdf")) for _ in range(3)]
    await until(one_begun)
    for _ in slips:
        assert (await document(resident, number, "code.svg")).status_code == 200
    assert len(begun) == 1
    go_on.set()
    assert [(await slip).status_code for slip in slips] == [200, 200, 200]
    assert len({(await slip).content for slip in slips}) == 1

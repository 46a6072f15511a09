"""What others may see of a discreet appointment does not say what it is for: chat, documents, messages, lists."""

from __future__ import annotations

import json

import httpx
import pytest

from bot.app import App
from bot.speech import LANGUAGES
from flows.discretion import title
from flows.words import Words
from integrations.case_systems.webhook import case_data
from integrations.store import conversations, notices, queue
from tests.desk import desk_of, with_account
from tests.talk import SPEECH, HandClock, Talk, work_off
from tests.test_documents import event_in, pages_of
from tests.test_documents_api import document
from tests.transcripts.test_counselling import BEGIN, BOOKING, REST
from tests.transcripts.walks import instant, said, the_case, the_log
from tests.web import Resident

TELLING = ("辅导", "輔導", "婚", "家庭", "离", "離", "counsel", "marri", "divorc", "family", "afraid", "安全", "害怕")
"""What would tell others what an appointment is for."""
EVENING = "2026-05-19T18:00"


def telling(text: str) -> list[str]:
    return [word for word in TELLING if word in text.lower()]


async def booked(resident: Resident) -> str:
    """Books 婚姻家庭辅导 by the choices offered; the number."""
    for choice in ("counselling", "agree", "safe", "alone"):
        await resident.tap(choice)
    for text in ("张女士", "2026-05-20", "9:00", "13800000000"):
        await resident.say(text)
    number: str = (await resident.tap("yes"))["replies"][0]["receipt"]["number"]
    return number


async def of_the_app(app: App) -> tuple[Talk, str]:
    talk = Talk(app)
    await said(talk, *BOOKING, "=yes")
    assert talk.last is not None
    return talk, str(talk.last.replies[0].receipt)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_receipt_documents_and_transcript_are_neutral_in_every_language(
    client: httpx.AsyncClient, language: str
) -> None:
    client.headers["accept-language"] = language
    resident = await Resident.begin(client)
    number = await booked(resident)
    reply = resident.last["replies"][0]
    assert telling(reply["text"] + json.dumps(reply["receipt"], ensure_ascii=False)) == []
    (slip,) = pages_of((await document(resident, number, "slip.pdf")).content)
    ics = await document(resident, number, "entry.ics")
    entry = ics.text.replace("\r\n ", "")
    bare = Words("entry-details_bare", {"number": number, "phone": "0943-0000000"})
    assert event_in(ics.content)[1]["DESCRIPTION"] == SPEECH.render(bare, language), "there is nothing to bring"
    assert number in slip
    assert telling(slip) == []
    assert telling(entry) == []
    *_, first, last = (await resident.history())["messages"]
    for message in (first, last):
        shown = [message["said"] or ""] + [reply["text"] for reply in message["replies"]]
        assert telling("".join(shown)) == []


async def test_a_page_that_is_opened_again_does_not_show_which_service_was_begun(client: httpx.AsyncClient) -> None:
    resident = await Resident.begin(client)
    await booked(resident)
    messages = (await resident.history())["messages"]
    shown = [message["said"] or "" for message in messages]
    shown += [reply["text"] for message in messages for reply in message["replies"]]
    assert telling("".join(shown)) == []
    assert any(reply["key"] == "history-hidden" for message in messages for reply in message["replies"])


async def test_nor_what_was_said_in_ones_own_words_to_come_to_it(client: httpx.AsyncClient) -> None:
    resident = await Resident.begin(client)
    await resident.say("两口子天天吵架，想找人劝一劝")
    assert resident.keys == ["aside-wish"]
    (*_, last) = (await resident.history())["messages"]
    assert (last["said"], [reply["key"] for reply in last["replies"]]) == ("（已回答，不显示）", ["history-hidden"])
    await resident.tap("command:resume")
    assert resident.keys == ["aside-wish"]
    await resident.say("结婚证丢了")
    assert (await resident.history())["messages"][-1]["said"] == "结婚证丢了"


async def test_in_my_appointments_my_information_and_on_resuming_it_has_its_title(app: App) -> None:
    talk, _ = await of_the_app(app)
    await said(talk, "我的预约")
    asking = talk.question.asking
    assert asking is not None
    assert telling(SPEECH.render(asking.options[0].label, "zh-Hans")) == []
    await said(talk, "=none", "我的信息")
    assert telling("".join(talk.text(reply) for reply in (talk.last.replies if talk.last else ()))) == []
    await said(talk, "=done", *BEGIN, "=safe", "留言", "取消", "=yes")
    assert talk.keys[:2] == ["cancelled", "resumed"]
    assert telling(talk.text(talk.last.replies[1] if talk.last else talk.question)) == []


async def test_reminders_in_the_chat_and_the_short_message_are_neutral(
    any_app: App, clock: HandClock, capfd: pytest.CaptureFixture[str]
) -> None:
    talk, receipt = await of_the_app(any_app)
    before = await the_log(any_app, talk)
    clock.now = instant(EVENING)
    await work_off(any_app)
    reminder = (await the_log(any_app, talk)).removeprefix(before)
    assert receipt in reminder
    async with any_app.database.read() as connection:
        (entry,) = await conversations.entries(connection, any_app.vault, talk.conversation, pushed_only=True)
    assert entry.replies[0].words.key == "reminder-evening_bare", "there is nothing to bring"
    menu = SPEECH.render(title("marriage"), "zh-Hans")  # the menu that follows names what the desk does
    assert telling(reminder.partition(menu)[0]) == []
    clock.move("2h")
    await work_off(any_app)
    (line,) = [line for line in capfd.readouterr().err.splitlines() if "SMS" in line]
    assert telling(line) == []
    assert receipt in line


async def test_without_a_telephone_number_nobody_is_written_to(
    any_app: App, clock: HandClock, capfd: pytest.CaptureFixture[str]
) -> None:
    talk = Talk(any_app)
    await said(talk, *BEGIN, "=safe", "=alone", "=none", *REST[:2], "=none", "=yes")
    clock.now = instant(EVENING)
    await work_off(any_app)
    clock.move("2h")
    await work_off(any_app)
    assert "SMS" not in capfd.readouterr().err


async def test_lists_of_the_desk_show_the_title_and_no_name_and_the_case_says_it_is_confidential(
    any_app: App, clock: HandClock
) -> None:
    talk, receipt = await of_the_app(any_app)
    await with_account(any_app)
    async with any_app.database.write() as connection:
        named = {"conversation": talk.conversation, "number": receipt}
        await notices.plan(connection, "n", **named, kind="reminder", due_at=clock.now)
        await notices.move(connection, "n", [notices.WAITING], notices.CALL, clock.now)
    async with desk_of(any_app) as desk:
        await desk.sign_in()
        queue = (await desk.read()).partition("<main")[2]
        day = (await desk.read("/desk/day/2026-05-20?office=counselling")).partition("<table")[2]
        case = await desk.read(f"/desk/cases/{receipt}")
    for page in (queue, day):
        assert receipt in page
        assert telling(page) == []
        assert "张" not in page
    own = SPEECH.render(title("counselling"), "zh-Hans")
    assert own in queue
    assert "婚姻家庭辅导" in case
    assert case.count("保密") == 4, "safety, how, called, phone"


async def test_every_answer_leaves_for_a_case_system_marked_as_confidential(app: App) -> None:
    talk, _ = await of_the_app(app)
    assert all(answer["confidential"] for answer in case_data(await the_case(app, talk))["answers"])


async def test_the_office_takes_nobody_without_an_appointment(any_app: App, clock: HandClock) -> None:
    await with_account(any_app)
    async with desk_of(any_app) as desk:
        await desk.sign_in()
        for office in ("counselling", "ceremony"):
            assert 'name="service"' not in await desk.read(f"/desk/day/2026-05-11?office={office}")
            await desk.post("/desk/day/2026-05-11/walk-in", office=office, service=office, form="a")
        assert 'name="service"' in await desk.read("/desk/day/2026-05-11?office=marriage")
    async with any_app.database.read() as connection:
        assert await queue.listed(connection) == []


async def test_the_number_checks_in_where_no_card_was_asked_for(any_app: App, clock: HandClock) -> None:
    _, receipt = await of_the_app(any_app)
    clock.now = instant("2026-05-20T08:50")
    await with_account(any_app)
    async with desk_of(any_app) as desk:
        await desk.sign_in()
        answer = await desk.post("/desk/day/2026-05-20/arrive", office="counselling", who_came=receipt)
    assert answer.headers["location"] == f"/desk/day/2026-05-20?office=counselling&number={receipt}"

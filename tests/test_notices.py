"""What people are told of their appointments without asking: once, truly, up the ladder until they are reached."""

from __future__ import annotations

import asyncio
import http.server
import json
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select, update
from structlog.testing import capture_logs

from bot.app import App
from bot.web.site import make_site
from flows.errors import OutsideFault
from flows.words import Words
from integrations.sms import HttpSms
from integrations.store import calendar, cases, conversations, notices, tables
from tests.records import every_value
from tests.talk import MAN, OTHER_MAN, OTHER_WOMAN, WOMAN, HandClock, Talk, an_app, book, work_off
from tests.transcripts.walks import instant
from tests.web import Resident, is_problem, served, to_the_summary

EVENING, MORNING = "2026-05-19T18:00", "2026-05-20T07:30"
"""When the reminders of the appointment come that ``book`` makes."""


async def pushed(app: App, conversation: str = "c0") -> list[Words]:
    """What was told by itself in a conversation."""
    async with app.database.read() as connection:
        entries = await conversations.entries(connection, app.vault, conversation, pushed_only=True)
    return [entry.replies[0].words for entry in entries]


async def states(app: App) -> list[str]:
    """How far each notice has come, in order of its id."""
    async with app.database.read() as connection:
        chosen = select(tables.notices.c.state).order_by(tables.notices.c.id)
        return [row.state for row in await connection.execute(chosen)]


async def close_day(app: App, day: date, workday: bool | None = False) -> None:
    """The staff change a day, and the appointments are judged anew."""
    async with app.database.write() as connection:
        await calendar.change(connection, day, workday, "", app.clock())
    assert isinstance(app.clock, HandClock)
    app.clock.move("1h")
    await work_off(app)


@pytest.fixture
async def any_app(any_app: App) -> App:
    """A desk whose standing work is planted."""
    await any_app.worker.plant()
    return any_app


# --- reminders ---


async def test_an_appointment_is_reminded_of_in_the_evening_before_and_in_the_morning_with_what_to_bring(
    any_app: App, clock: HandClock
) -> None:
    receipt = await book(Talk(any_app))
    for now, told in (("2026-05-19T17:59", []), (EVENING, ["evening"]), (MORNING, ["evening", "morning"])):
        clock.now = instant(now)
        await work_off(any_app)
        assert [words.key for words in await pushed(any_app)] == [f"reminder-{each}" for each in told]
    (evening, _) = await pushed(any_app)
    assert (evening.args["number"], evening.args["time"]) == (receipt, "09:30")
    assert [line.key for line in evening.args["lines"]][:1] == ["bring-id_cards"]


async def test_a_reminder_takes_no_answer_and_repeats_the_open_question(any_app: App, clock: HandClock) -> None:
    talk = Talk(any_app)
    await book(talk)
    await talk.say("补领")
    clock.now = instant(EVENING)
    await work_off(any_app)
    async with any_app.database.read() as connection:
        (entry,) = await conversations.entries(connection, any_app.vault, "c0", pushed_only=True)
    assert [reply.words.key for reply in entry.replies] == ["reminder-evening", "reissue-notice"]
    await talk.say("同意")
    assert talk.keys == ["reissue-which"]


@pytest.mark.parametrize("how", ["cancelled", "moved"])
async def test_of_an_appointment_that_stands_no_more_as_it_did_nobody_is_reminded(
    any_app: App, clock: HandClock, how: str
) -> None:
    talk = Talk(any_app)
    await book(talk)
    if how == "cancelled":
        await talk.all("我的预约", "1", "取消")
        await talk.tap("yes")
    else:
        await talk.all("我的预约", "1", "改时间", "2026-05-21", "10:00", "都对")
    clock.now = instant(MORNING)
    await work_off(any_app)
    assert await pushed(any_app) == []
    clock.now = instant("2026-05-20T18:00")
    await work_off(any_app)
    assert [words.args["time"] for words in await pushed(any_app)] == (["10:00"] if how == "moved" else [])


# --- the ladder ---


async def test_who_has_seen_it_in_the_chat_gets_no_short_message(
    any_app: App, clock: HandClock, capfd: pytest.CaptureFixture[str]
) -> None:
    talk = Talk(any_app)
    await book(talk)
    clock.now = instant(EVENING)
    await work_off(any_app)
    assert await states(any_app) == [notices.TOLD]
    async with any_app.database.write() as connection:
        (notice,) = await notices.unseen(connection, "c0")
        await notices.move(connection, notice, [notices.TOLD], notices.SEEN, clock.now)
        assert await notices.unseen(connection, "c0") == []
    clock.move("3h")
    await work_off(any_app)
    assert await states(any_app) == [notices.SEEN]
    assert "SMS" not in capfd.readouterr().err


async def test_who_has_not_gets_one_that_says_nothing_of_what_it_is_about(
    any_app: App, clock: HandClock, capfd: pytest.CaptureFixture[str]
) -> None:
    receipt = await book(Talk(any_app))
    clock.now = instant(EVENING)
    await work_off(any_app)
    for _ in range(3):
        clock.move("2h")
        await work_off(any_app)
    (line,) = [line for line in capfd.readouterr().err.splitlines() if "SMS" in line]
    assert receipt in line
    assert "138****0000" in line
    assert not any(word in line for word in ("婚", "离", "13800000000", MAN))
    assert await states(any_app) == [notices.SENT]


async def test_who_can_be_reached_neither_way_is_on_the_list_of_calls(any_app: App, clock: HandClock) -> None:
    talk = Talk(any_app)
    await talk.all("离婚", "同意")
    await talk.tap("afraid")
    await talk.tap("go_on")
    for choice in ("yes", "yes", "mainland", "mainland", "both"):
        await talk.tap(choice)
    await talk.all("1,2,3,4", "张三", MAN, "李四", WOMAN, "1", "2026-05-20", "9:30", "13800000000", "都对")
    assert talk.keys[0] == "divorce-booked"
    clock.now = instant(EVENING)
    await work_off(any_app)
    clock.move("2h")
    await work_off(any_app)
    async with any_app.database.read() as connection:
        (row,) = await notices.to_call(connection)
    assert (row.kind, row.service, row.urgent) == ("reminder", "divorce", True)  # no short message to who is afraid


async def test_who_has_left_the_chat_is_looked_for_higher_up_at_once(
    any_app: App, clock: HandClock, capfd: pytest.CaptureFixture[str]
) -> None:
    await book(Talk(any_app))
    async with any_app.database.write() as connection:
        await conversations.forget(connection, "c0", clock.now, revoke=True)
    await close_day(any_app, date(2026, 5, 20))
    assert await states(any_app) == [notices.SENT]
    assert "SMS" in capfd.readouterr().err


# --- what counts as seen ---


async def reminded(resident: Resident, app: App, clock: HandClock) -> None:
    """Books through the chat API, and lets the evening before come."""
    await to_the_summary(resident)
    await resident.tap("yes")
    clock.now = instant(EVENING)
    await work_off(app)
    assert await states(app) == [notices.TOLD]


async def seen(resident: Resident, message: str) -> None:
    """Says what a page in front says."""
    answer = await resident.client.post("/api/chat/seen", json={"id": message}, headers=resident.headers)
    assert answer.status_code == 204, answer.text


async def test_neither_reading_the_history_nor_the_stream_is_seeing(tmp_path: Path, clock: HandClock) -> None:
    async with an_app(tmp_path, clock, worker=False) as app, served(make_site(app)) as client, asyncio.timeout(20):
        resident = await Resident.begin(client)
        await reminded(resident, app, clock)
        last = (await resident.history())["messages"][-1]["id"]
        headers = {**resident.headers, "last-event-id": "m0"}
        async with client.stream("GET", "/api/chat/stream", headers=headers) as answer:
            assert [line async for line in _until_data(answer)][-1] == f"id: {last}"
        assert await states(app) == [notices.TOLD]
        clock.move("2h")
        await work_off(app)
        assert await states(app) == [notices.SENT]


async def _until_data(answer: httpx.Response) -> AsyncIterator[str]:
    """The lines of a stream up to its first event."""
    async for line in answer.aiter_lines():
        if line.startswith("data"):
            return
        yield line


async def test_a_page_in_front_has_seen_up_to_what_it_names(
    app: App, resident: Resident, clock: HandClock, capfd: pytest.CaptureFixture[str]
) -> None:
    await reminded(resident, app, clock)
    messages = (await resident.history())["messages"]
    for message in (messages[-2]["id"], "no-such-message"):  # shown before the reminder came, or nothing at all
        await seen(resident, message)
        assert await states(app) == [notices.TOLD]
    await seen(resident, messages[-1]["id"])
    assert await states(app) == [notices.SEEN]
    clock.move("3h")
    await work_off(app)
    assert "SMS" not in capfd.readouterr().err


async def test_what_is_seen_before_it_is_noted_as_told_stays_seen(
    app: App, resident: Resident, clock: HandClock
) -> None:
    await reminded(resident, app, clock)
    async with app.database.write() as connection:  # the turn is committed, the worker has not come to note it
        await connection.execute(update(tables.notices).values(state=notices.WAITING))
    await seen(resident, (await resident.history())["messages"][-1]["id"])
    async with app.database.write() as connection:
        (row,) = await connection.execute(select(tables.notices.c.id))
        assert not await notices.move(connection, row.id, [notices.WAITING], notices.TOLD, clock.now)
    assert await states(app) == [notices.SEEN]


async def test_one_conversation_sees_nothing_for_another_and_one_that_was_left_nothing_at_all(
    app: App, client: httpx.AsyncClient, resident: Resident, clock: HandClock
) -> None:
    await reminded(resident, app, clock)
    message = (await resident.history())["messages"][-1]["id"]
    await seen(await Resident.begin(client), message)
    assert await states(app) == [notices.TOLD]
    await client.delete("/api/chat/conversations", headers=resident.headers)
    late = await client.post("/api/chat/seen", json={"id": message}, headers=resident.headers)
    is_problem(late, 401, "fault-ended")


# --- what has changed ---


async def test_a_day_that_is_closed_is_told_once_and_again_when_it_opens(any_app: App) -> None:
    receipt = await book(Talk(any_app))
    day = date(2026, 5, 20)
    for _ in range(2):
        await close_day(any_app, day)
    (told,) = await pushed(any_app)
    assert (told.key, told.args) == ("calendar-closed", {"number": receipt, "day": day})
    await close_day(any_app, day, None)
    assert [words.key for words in await pushed(any_app)] == ["calendar-closed", "calendar-confirmed"]
    await close_day(any_app, day)
    assert len(await pushed(any_app)) == 2  # the same day closed again is the same notice


async def test_an_appointment_that_cannot_be_judged_keeps_nobody_else_from_being_told(
    any_app: App, clock: HandClock
) -> None:
    number = await book(Talk(any_app, "broken"), "2026-05-20", "09:00")
    await book(Talk(any_app), "2026-05-20", "09:30", people=(OTHER_MAN, OTHER_WOMAN))
    async with any_app.database.write() as connection:
        whole = (
            await connection.execute(select(tables.cases.c.sealed).where(tables.cases.c.number == number))
        ).scalar()
        broken = update(tables.cases).where(tables.cases.c.number == number)
        await connection.execute(broken.values(sealed=b"broken"))
    with capture_logs() as logs:
        await close_day(any_app, date(2026, 5, 20))
    assert [words.key for words in await pushed(any_app)] == ["calendar-closed"]
    assert any(entry["event"] == "worker.fault" for entry in logs)
    async with any_app.database.write() as connection:
        await connection.execute(broken.values(sealed=whole))
    clock.move("2h")
    await work_off(any_app)
    assert [words.key for words in await pushed(any_app, "broken")] == ["calendar-closed"]


async def test_an_appointment_moved_away_from_a_closed_day_is_left_in_peace(any_app: App) -> None:
    talk = Talk(any_app)
    await book(talk)
    await close_day(any_app, date(2026, 5, 20))
    await talk.all("我的预约", "1", "改时间", "2026-05-21", "10:00", "都对")
    assert talk.keys[0] == "appointments-moved"
    await close_day(any_app, date(2026, 5, 22))
    assert len(await pushed(any_app)) == 1


@pytest.mark.parametrize(("closed", "key"), [(True, "appointments-wish"), (False, "appointments-too_late")])
async def test_who_is_told_the_day_before_that_it_is_closed_may_still_choose_another(
    any_app: App, clock: HandClock, closed: bool, key: str
) -> None:
    talk = Talk(any_app)
    await book(talk)
    clock.now = instant("2026-05-19T10:00")
    await close_day(any_app, date(2026, 5, 20), None if not closed else False)
    await talk.all("我的预约", "1")
    assert talk.keys[0] == key


async def test_a_rule_that_changed_tells_what_differs_and_amends_the_case(any_app: App, clock: HandClock) -> None:
    receipt = await book(Talk(any_app))
    async with any_app.database.write() as connection:  # as an earlier rule had found it
        case = await cases.by_number(connection, any_app.vault, receipt)
        assert case is not None
        old = {"$": "words", "key": "precheck-bring", "args": {"lines": []}}
        sealed = any_app.vault.seal_plain({**case.content, "findings": [old]}, f"cases:{case.id}")
        await connection.execute(update(tables.cases).values(sealed=sealed, digest=""))
    for _ in range(3):
        clock.move("1h")
        await work_off(any_app)
    (told,) = await pushed(any_app)
    assert told.key == "rules-changed"
    assert "bring-id_cards" in [line.key for line in told.args["lines"]]
    async with any_app.database.read() as connection:
        amended = await cases.by_number(connection, any_app.vault, receipt)
    assert amended is not None
    assert (amended.revision, amended.content["findings"]) == (2, case.content["findings"])


# --- the list of calls ---


async def test_a_notice_holds_nothing_personal(any_app: App, clock: HandClock) -> None:
    await book(Talk(any_app))
    clock.now = instant(EVENING)
    await work_off(any_app)
    values = [value for where, value in await every_value(any_app.database) if where.startswith("notices")]
    assert values
    assert not [value for value in values if b"13800000000" in value or "张三".encode() in value]


# --- the gateway ---


@contextmanager
def gateway(*statuses: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """A gateway for short messages on loopback that answers with these statuses, and what it was asked."""
    asked: list[dict[str, Any]] = []
    left = list(statuses)

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            asked.append({**body, "authorization": self.headers["authorization"]})
            self.send_response(left.pop(0))
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Silent."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/sms", asked
        server.shutdown()


async def test_the_gateway_is_given_number_words_and_a_key_and_what_it_refuses_for_good_is_final() -> None:
    with gateway(200, 503, 429, 400) as (url, asked):
        sms = HttpSms(url, "secret")
        await sms.send("13800000000", "有新的消息", "k1")
        assert asked == [{"to": "13800000000", "text": "有新的消息", "key": "k1", "authorization": "Bearer secret"}]
        for final in (False, False, True):
            with pytest.raises(OutsideFault) as refused:
                await sms.send("13800000000", "有新的消息", "k2")
            assert refused.value.final is final
        await sms.close()
    again = HttpSms(url, "secret")
    with pytest.raises(OutsideFault):
        await again.send("13800000000", "有新的消息", "k3")
    await again.close()

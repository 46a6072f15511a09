"""What goes, and when: on a person's word, and when its time is over. What stands on the desk is asked about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, insert, select, update

from bot.app import App
from flows.conversation import Conversation
from flows.words import Reply, Words
from integrations.store import cases, conversations, due_work, erasure, queue, sessions, uploads, used_forms
from integrations.store.conversations import Entry
from integrations.store.database import Database
from integrations.store.tables import metadata
from tests.records import VAULT, a_case, a_database, plan
from tests.talk import MAN, NOON, HandClock, Talk, book, work_off

TRANSCRIPT, RETENTION, CASES = 30, 180, 1095
JUST = timedelta(microseconds=1)


async def rows(database: Database, *names: str) -> Mapping[str, int]:
    """How many rows some tables have."""
    async with database.read() as connection:
        counted = [
            (await connection.execute(select(func.count()).select_from(metadata.tables[name]))).scalar_one()
            for name in names
        ]
    return dict(zip(names, counted, strict=True))


async def a_conversation(database: Database, name: str = "c0", at: datetime = NOON) -> None:
    """A conversation with one log entry and one picture."""
    async with database.write() as connection:
        sealed = conversations.sealed_state(VAULT, Conversation(name, "zh-Hans"))
        await conversations.commit(connection, Conversation(name, "zh-Hans"), 0, sealed, at)
        entry = Entry("m1", 1, False, "你好", (Reply(Words("greeting")),), at)
        await conversations.note(connection, VAULT, name, entry)
        await uploads.keep(connection, VAULT, upload=f"p-{name}", conversation=name, data=b"picture", at=at)


async def expire(database: Database, now: datetime) -> int:
    async with database.write() as connection:
        return await erasure.expire(
            connection, now, transcript_days=TRANSCRIPT, retention_days=RETENTION, case_days=CASES
        )


KEPT = {"conversations": 1, "log": 1, "uploads": 1}


@pytest.mark.parametrize(
    ("after", "left"),
    [
        (timedelta(days=TRANSCRIPT), KEPT),
        (timedelta(days=TRANSCRIPT) + JUST, KEPT | {"log": 0}),
        (timedelta(days=RETENTION), KEPT | {"log": 0}),
        (timedelta(days=RETENTION) + JUST, {"conversations": 0, "log": 0, "uploads": 0}),
    ],
)
async def test_each_kind_of_record_goes_at_its_instant(
    database_url: str, after: timedelta, left: Mapping[str, int]
) -> None:
    async with a_database(database_url) as database:
        await a_conversation(database)
        gone = await expire(database, NOON + after)
        assert await rows(database, *KEPT) == left
        assert gone == sum(KEPT.values()) - sum(left.values())
        assert await expire(database, NOON + after) == 0


async def test_what_is_younger_stays_when_the_older_goes(database_url: str) -> None:
    async with a_database(database_url) as database:
        await a_conversation(database, "old")
        await a_conversation(database, "new", NOON + timedelta(days=1))
        await expire(database, NOON + timedelta(days=RETENTION) + JUST)
        assert await rows(database, "conversations", "uploads") == {"conversations": 1, "uploads": 1}
        async with database.read() as connection:
            assert await conversations.known(connection, ["old", "new"]) == {"new": 1}


async def test_work_sessions_and_lost_holds_go_too_and_what_waits_or_failed_stays(database_url: str) -> None:
    later = NOON + timedelta(days=erasure.DONE_WORK_DAYS)
    async with a_database(database_url) as database:
        async with database.write() as connection:
            for name in ("done", "dead", "waiting"):
                await plan(connection, name)
                state = update(metadata.tables["due_work"]).where(metadata.tables["due_work"].c.id == name)
                await connection.execute(state.values(state=name))
            await connection.execute(
                insert(metadata.tables["staff"]), {"name": "demo", "password": "-", "active": True}
            )
            await sessions.begin(connection, "demo", "token", later - sessions.SESSION)
            assert await used_forms.take(connection, b"pressed", later - sessions.SESSION)
            common = {"run": "r", "conversation": "c", "service": "s", "office": "o", "day": NOON.date()}
            common |= {"provisional": False, "updated_at": NOON}
            states = [{"id": state, "state": state, **common} for state in ("released", "booked", "held", "past")]
            await connection.execute(insert(metadata.tables["bookings"]), states)
        assert await expire(database, later) == 0
        assert await expire(database, later + JUST) == 4
        assert await rows(database, "due_work", "bookings", "staff_sessions", "used_forms") == {
            "due_work": 2,
            "bookings": 3,
            "staff_sessions": 0,
            "used_forms": 0,
        }
        async with database.read() as connection:
            assert ("test", "done") not in await due_work.counts(connection)


async def test_a_backlog_larger_than_a_batch_goes_in_one_night(
    any_app: App, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasure, "BATCH", 3)
    talk = Talk(any_app)
    for _ in range(10):
        await talk.say("菜单")
    await any_app.worker.plant()
    await work_off(any_app)
    clock.move(f"{TRANSCRIPT + 1}d")
    await work_off(any_app)
    assert await rows(any_app.database, "log", "conversations") == {"log": 0, "conversations": 1}
    clock.move(f"{RETENTION}d")
    await work_off(any_app)
    assert await rows(any_app.database, "conversations") == {"conversations": 0}


async def test_erasure_takes_what_was_given_and_asks_about_what_was_filed(database_url: str) -> None:
    async with a_database(database_url) as database:
        await a_conversation(database)
        await a_conversation(database, "c1")
        async with database.write() as connection:
            await cases.file(connection, VAULT, a_case(), NOON)
            await cases.file(connection, VAULT, a_case("run-2", "JT260511-BBBBBB", conversation="c1"), NOON)
        asked = []
        for _ in range(2):  # asking again asks for nothing new
            async with database.write() as connection:
                asked += await erasure.erase(connection, VAULT, "c0", NOON)
        assert [(case.number, case.kind, case.content) for case in asked] == [
            ("JT260511-AAAAAAE", "erasure", {"erase": "JT260511-AAAAAA"})
        ] * 2
        assert await rows(database, "log", "uploads", "cases") == {"log": 1, "uploads": 1, "cases": 3}


async def test_who_asks_for_erasure_is_forgotten_but_for_what_a_person_must_decide(any_app: App) -> None:
    talk = Talk(any_app)
    receipt = await book(talk)
    await talk.all("结婚登记", "同意", "1", "张三", "我的信息")
    await talk.tap("erase")
    await talk.tap("yes")
    assert talk.keys == ["erased", "menu"]
    async with any_app.database.read() as connection:
        entries = await conversations.entries(connection, any_app.vault, talk.conversation)
        requests = await queue.listed(connection, kind="erasure")
        kept = await conversations.load(connection, any_app.vault, talk.conversation, "zh-Hans")
    assert [entry.message for entry in entries] == ["m23"]  # the wish itself
    assert [request.number for request in requests] == [f"{receipt}E"]
    assert (kept.conversation.stack, kept.conversation.aside) == ((), None)


async def test_what_was_filed_is_shown_to_who_filed_it_masked_and_without_what_was_told_in_confidence(
    any_app: App,
) -> None:
    talk = Talk(any_app)
    receipt = await book(talk)
    await talk.all("离婚", "同意")
    await talk.tap("afraid")
    await talk.all("先往下办", "转人工", "我的信息")
    assert talk.last is not None
    shown = talk.text(talk.last.replies[0])
    assert receipt in shown
    assert "张三" in shown
    assert MAN[:3] in shown
    assert MAN not in shown
    assert "害怕" not in shown


async def test_what_is_to_be_erased_is_not_shown_again(any_app: App) -> None:
    talk = Talk(any_app)
    receipt = await book(talk)
    await talk.say("我的信息")
    await talk.tap("erase")
    await talk.tap("yes")
    await talk.say("我的信息")
    assert talk.last is not None
    shown = talk.text(talk.last.replies[0])
    assert receipt in shown
    assert "张三" not in shown
    assert talk.keys == ["info-given", "aside-info"]


async def test_a_settled_case_and_its_appointment_go_when_their_time_is_over_and_an_open_ticket_stays(
    any_app: App, clock: HandClock
) -> None:
    talk = Talk(any_app)
    await book(talk)
    await talk.all("我的预约", "1", "取消")
    await talk.tap("yes")
    await talk.say("转人工")
    for later, left in ((CASES, 1), (CASES + 1, 0)):
        await expire(any_app.database, NOON + timedelta(days=later))
        kept = await rows(any_app.database, "cases", "bookings", "booking_people")
        assert kept == {"cases": 1 + left, "bookings": left, "booking_people": 2 * left}


async def test_a_request_that_is_carried_out_leaves_when_and_where_and_nobodys_name(any_app: App) -> None:
    talk = Talk(any_app)
    receipt = await book(talk)
    async with any_app.database.write() as connection:
        assert not await erasure.carry_out(connection, any_app.vault, receipt, NOON)  # nobody has asked
    await talk.say("我的信息")
    await talk.tap("erase")
    await talk.tap("yes")
    async with any_app.database.write() as connection:
        assert await erasure.carry_out(connection, any_app.vault, receipt, NOON)
        case = await cases.by_number(connection, any_app.vault, receipt)
        request = await cases.by_number(connection, any_app.vault, f"{receipt}E")
    assert case is not None
    assert request is not None
    assert (case.content["answers"], case.content["appointment"]["day"]) == ([], "2026-05-20")
    assert request.state == cases.CLOSED

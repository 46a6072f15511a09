"""The worker on a whole desk: what falls due is done, and nothing that goes wrong with one piece touches another."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, text, update
from structlog.testing import capture_logs

from bot import turn, worker
from bot.app import App
from bot.lookups import Lookups
from flows.errors import OutsideFault
from flows.language.lookups import Found
from flows.outcome import Needed
from integrations.privacy import Keys, Vault
from integrations.quick import WORK
from integrations.store import bookings, conversations, due_work, notices
from integrations.store.conversations import Entry
from integrations.store.due_work import LEASE, Work
from integrations.store.tables import bookings as booking_table
from integrations.store.tables import calendar_days, slots
from integrations.store.tables import due_work as table
from tests.receiver import Receiver, receiving
from tests.records import several_apps, unaccounted, until, work_of
from tests.talk import COUPLE, HandClock, Talk, an_app, book, work_off


async def scheduled(app: App, id_: str, kind: str, payload: dict[str, Any], vault: Vault | None = None) -> None:
    async with app.database.write() as connection:
        work = Work(id_, kind, app.clock(), payload)
        await due_work.schedule(connection, vault or app.vault, work, app.clock())


async def seats_taken(app: App) -> int:
    async with app.database.read() as connection:
        return sum(row.taken for row in await connection.execute(select(slots.c.taken)))


async def pushed(app: App, conversation: str = "c0") -> list[Entry]:
    """What came to a conversation by itself."""
    async with app.database.read() as connection:
        return list(await conversations.entries(connection, app.vault, conversation, pushed_only=True))


@asynccontextmanager
async def at_work(app: App) -> AsyncIterator[None]:
    """With the worker's loops running."""
    task = asyncio.create_task(app.worker.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


async def test_a_hold_is_let_go_when_its_time_is_over(any_app: App, clock: HandClock) -> None:
    talk = Talk(any_app)
    await talk.all(*COUPLE, "2026-05-20", "09:30")
    clock.move("9m")
    await work_off(any_app)
    assert await seats_taken(any_app) == 1
    clock.move("1m")
    await work_off(any_app)
    assert await seats_taken(any_app) == 0
    assert await unaccounted(any_app) == []


async def test_an_appointment_that_is_over_frees_its_people_and_not_its_seat(any_app: App, clock: HandClock) -> None:
    await book(Talk(any_app))
    clock.now = datetime.fromisoformat("2026-05-20T09:59:59+08:00")
    await work_off(any_app)
    clock.move("1s")
    async with any_app.database.read() as connection:
        assert len(await bookings.of_conversation(connection, "c0")) == 1
    await work_off(any_app)
    async with any_app.database.read() as connection:
        assert await bookings.of_conversation(connection, "c0") == []
    await book(Talk(any_app, "c1"), day="2026-06-03")
    assert await unaccounted(any_app) == []


async def test_an_appointment_that_was_moved_is_over_at_its_new_time(any_app: App, clock: HandClock) -> None:
    talk = Talk(any_app)
    await book(talk)
    await talk.all("我的预约", "1", "改时间", "2026-05-21", "10:00", "都对")
    clock.now = datetime.fromisoformat("2026-05-21T10:29:00+08:00")
    await work_off(any_app)
    async with any_app.database.read() as connection:
        assert len(await bookings.of_conversation(connection, "c0")) == 1
    clock.move("1m")
    await work_off(any_app)
    async with any_app.database.read() as connection:
        assert await bookings.of_conversation(connection, "c0") == []


async def test_poison_stops_neither_the_loop_nor_its_neighbours(any_app: App, clock: HandClock) -> None:
    talk = Talk(any_app)
    await talk.all(*COUPLE, "2026-05-20", "09:30")
    clock.move("10m")
    await scheduled(any_app, "sealed elsewhere", "hold", {}, Vault(Keys.make()))
    await scheduled(any_app, "no payload", "hold", {})
    await scheduled(any_app, "no system", "deliver", {"system": "张三", "number": "none"})
    await scheduled(any_app, "no case", "past", {"booking": "none"})
    await scheduled(any_app, "of a newer version", "newer", {})
    with capture_logs() as lines:
        await work_off(any_app)
    assert await seats_taken(any_app) == 0
    async with any_app.database.read() as connection:
        rows = {row.id: row for row in await connection.execute(select(table))}
    assert rows["sealed elsewhere"].fault == "SealBroken"
    assert rows["no payload"].fault == "KeyError"
    assert (rows["sealed elsewhere"].state, rows["sealed elsewhere"].attempts) == ("waiting", 1)
    assert rows["no case"].state == "done"
    assert (rows["of a newer version"].state, rows["of a newer version"].fence) == ("waiting", 0)
    assert [line["kind"] for line in lines if line["event"] == "worker.fault"] == ["hold", "hold"]


async def test_the_loop_outlives_a_fault_it_does_not_know(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "IDLE_SECONDS", 0.01)
    failures, once = iter([ValueError("unheard of"), OutsideFault("the database does not answer")]), app.worker.once

    async def sometimes(kinds: Any = None) -> int:
        for fault in failures:
            raise fault
        return await once(kinds)

    monkeypatch.setattr(app.worker, "once", sometimes)
    await scheduled(app, "a", "past", {"booking": "none"})
    with capture_logs():
        async with at_work(app):
            await until(lambda: is_done(app, "a"))


async def is_done(app: App, id_: str) -> bool:
    async with app.database.read() as connection:
        chosen = select(table.c.state).where(table.c.id == id_)
        return (await connection.execute(chosen)).scalar() == "done"


async def test_a_backend_that_hangs_holds_up_nothing_but_its_own(
    tmp_path: Path, database_url: str, clock: HandClock
) -> None:
    with receiving(Receiver()) as receiver:
        receiver.gate.clear()
        async with an_app(tmp_path, clock, database_url=database_url, **receiver.settings) as app:
            for n in range(worker.BATCH):
                await Talk(app, f"t{n}").say("转人工")
            async with at_work(app):
                await until(lambda: attempted(receiver))
                await scheduled(app, "later", "past", {"booking": "none"})
                await app.quick.wake(WORK)
                await until(lambda: is_done(app, "later"))
                assert receiver.accepted == []
                receiver.gate.set()


async def attempted(receiver: Receiver) -> bool:
    return bool(receiver.attempts)


async def test_a_worker_that_comes_late_changes_nothing(tmp_path: Path, database_url: str, clock: HandClock) -> None:
    async with several_apps(tmp_path, clock, 2, database_url=database_url) as (slow, quick):
        talk = Talk(quick)
        await talk.all(*COUPLE, "2026-05-20", "09:30")
        clock.move("10m")
        async with slow.database.write() as connection:
            leased = await due_work.lease(connection, clock(), 16, ["hold"])
        clock.now += LEASE + timedelta(seconds=1)
        await work_off(quick)
        assert await seats_taken(quick) == 0
        await talk.tap("on_site")  # holds the seat again
        assert await seats_taken(quick) == 1
        await asyncio.gather(*(slow.worker._one(each) for each in leased))
        assert await seats_taken(quick) == 1
        assert await unaccounted(quick) == []


async def test_standing_work_is_planted_once_and_comes_again(any_app: App, clock: HandClock) -> None:
    for _ in range(2):
        await any_app.worker.plant()
    for days in range(3):
        await work_off(any_app)
        for kind, every in worker.STANDING.items():
            (row,) = await work_of(any_app.database, kind)
            assert (row.state, row.due_at, row.fence) == ("waiting", clock.now + every, days + 1)
        clock.move("1d")


async def test_standing_work_that_died_lives_again_after_a_start(any_app: App, clock: HandClock) -> None:
    await any_app.worker.plant()
    async with any_app.database.write() as connection:
        await connection.execute(update(table).values(state="dead"))
    await work_off(any_app)
    assert {row.state for kind in worker.STANDING for row in await work_of(any_app.database, kind)} == {"dead"}
    await any_app.worker.plant()
    await work_off(any_app)
    (row,) = await work_of(any_app.database, "retention")
    assert (row.state, row.due_at) == ("waiting", clock.now + worker.DAY)


# --- days whose calendar was not out ---


@pytest.fixture
def december(clock: HandClock) -> HandClock:
    """A December so far ahead that the next year's calendar cannot be out."""
    clock.now = datetime.fromisoformat("2060-12-20T12:00:00+08:00")
    return clock


async def a_provisional_booking(app: App, conversation: str = "c0") -> tuple[str, date]:
    """A booking on the first day offered in January: its receipt and the day."""
    talk = Talk(app, conversation)
    await talk.all(*COUPLE)
    day = next(option for option in talk.options if option.startswith("2061-01"))
    await talk.tap(day)
    await talk.all(talk.options[0].partition("T")[2], "到现场再拍", "13800000000")
    replies = await talk.say("都对")
    assert replies[0].words.args["provisional"] == "yes"
    assert replies[0].receipt is not None
    return replies[0].receipt, date.fromisoformat(day)


async def publish(app: App, day: date, workday: bool) -> None:
    async with app.database.write() as connection:
        row = {"day": day, "workday": workday, "note": "", "updated_at": app.clock()}
        await connection.execute(insert(calendar_days), row)


@pytest.mark.parametrize(("workday", "key"), [(True, "calendar-confirmed"), (False, "calendar-closed")])
async def test_who_booked_a_provisional_day_is_told_once_when_the_calendar_is_out(
    tmp_path: Path, database_url: str, december: HandClock, workday: bool, key: str
) -> None:
    async with several_apps(tmp_path, december, 2, database_url=database_url) as apps:
        receipt, day = await a_provisional_booking(apps[0])
        await apps[0].worker.plant()
        await work_off(apps[0])
        assert await pushed(apps[0]) == []
        await publish(apps[0], day, workday)
        for _ in range(3):
            december.move("1h")
            await asyncio.gather(*(work_off(app) for app in apps))
        (notice,) = await pushed(apps[1])
        told = notice.replies[0].words
        assert (told.key, told.args) == (key, {"number": receipt, "day": day})


async def test_a_notice_that_was_given_before_a_crash_is_not_given_again(
    any_app: App, december: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, day = await a_provisional_booking(any_app)
    await publish(any_app, day, True)
    move, crashes = notices.move, iter([OutsideFault("gone")])

    async def crash_once(*given: Any) -> bool:
        for fault in crashes:
            raise fault
        return await move(*given)

    monkeypatch.setattr(notices, "move", crash_once)
    await any_app.worker.plant()
    for _ in range(3):
        december.move("1h")
        await work_off(any_app)
    assert next(crashes, None) is None
    assert len(await pushed(any_app)) == 1


async def test_nothing_is_told_of_a_booking_that_was_moved_meanwhile(any_app: App, december: HandClock) -> None:
    _, day = await a_provisional_booking(any_app)
    async with any_app.database.write() as connection:
        (waiting,) = await bookings.coming(connection, day)
        moved = update(booking_table).where(booking_table.c.id == waiting.id)
        later = december.now + timedelta(seconds=1)
        await connection.execute(moved.values(day=day + timedelta(days=1), updated_at=later))
        assert not await bookings.tell(connection, waiting, "open", False)
        (still,) = await bookings.coming(connection, day)
        assert still.provisional


# --- slow look-ups ---


class Slow:
    """A look-up that does not come back, and turns that soon lose patience with it, until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        self._come_back, self._monkeypatch, find = asyncio.Event(), monkeypatch, Lookups.find

        async def wait(lookups: Lookups, needed: Needed, conversation: str) -> Found:
            if needed.name == name:
                await self._come_back.wait()
            return await find(lookups, needed, conversation)

        monkeypatch.setattr(Lookups, "find", wait)
        self.hold()

    def hold(self) -> None:
        self._come_back.clear()
        self._monkeypatch.setattr(turn, "LOOKUP_SECONDS", 0.02)

    def let_go(self) -> None:
        self._come_back.set()
        self._monkeypatch.setattr(turn, "LOOKUP_SECONDS", 60.0)


async def test_a_slow_look_up_is_said_to_be_under_way_and_finished_as_due_work(
    any_app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_days = Slow(monkeypatch, "open_days")
    talk = Talk(any_app)
    with capture_logs():
        await talk.all(*COUPLE)
    assert talk.keys == ["looking-up"]
    open_days.let_go()
    await work_off(any_app)
    (found,) = await pushed(any_app)
    assert [reply.words.key for reply in found.replies] == ["marriage-day"]
    asking = found.replies[0].asking
    assert asking is not None
    assert "2026-05-20" in {option.value for option in asking.options}
    await talk.say("2026-05-20")
    assert talk.keys == ["marriage-slot"]


@pytest.mark.parametrize("way", [["菜单"], ["取消", "取消"], ["取消", "取消", "补领结婚证"], ["返回"]])
async def test_who_has_gone_on_is_not_disturbed_by_what_was_looked_up_for_another_question(
    any_app: App, monkeypatch: pytest.MonkeyPatch, way: list[str]
) -> None:
    open_days = Slow(monkeypatch, "open_days")
    talk = Talk(any_app)
    with capture_logs():
        await talk.all(*COUPLE)
        assert talk.keys == ["looking-up"]
        await talk.all(*way)
    open_days.let_go()
    await work_off(any_app)
    assert [entry for entry in await pushed(any_app) if entry.replies] == []


async def test_two_slow_look_ups_whose_messages_look_alike_are_both_finished(
    any_app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_days = Slow(monkeypatch, "open_days")
    talk = Talk(any_app, "c" * 32)
    with capture_logs():
        await talk.all(*COUPLE[:-1])
        await talk.say(COUPLE[-1], id="m" * 63 + "1")
        open_days.let_go()
        await work_off(any_app)
        open_days.hold()
        await talk.say("返回")
        await talk.say(COUPLE[-1], id="m" * 63 + "2")
    assert talk.keys == ["looking-up"]
    open_days.let_go()
    await work_off(any_app)
    found = await pushed(any_app, talk.conversation)
    assert [entry.replies[0].words.key for entry in found] == ["marriage-day"] * 2


async def test_a_look_up_that_failed_is_tried_again_until_it_works(
    any_app: App, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    find, failures = Lookups.find, iter([OutsideFault("away")] * 3)

    async def fails(self: Lookups, needed: Needed, conversation: str) -> Found:
        if needed.name == "open_days":
            for fault in failures:
                raise fault
        return await find(self, needed, conversation)

    monkeypatch.setattr(Lookups, "find", fails)
    talk = Talk(any_app)
    with capture_logs():
        await talk.all(*COUPLE)
        assert talk.keys == ["looking-up"]
        for _ in range(4):
            await work_off(any_app)
            clock.move("1m")
    assert [entry.replies[0].words.key for entry in await pushed(any_app)] == ["marriage-day"]


LONG = {
    "sqlite": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 200000) SELECT max(x) FROM n",
    "postgresql": "SELECT pg_sleep(0.2)",
}


async def test_a_query_that_was_given_up_leaves_the_database_usable(
    any_app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The look-up is cut off in the middle of its statement, again and again, until every connection had its turn."""
    find, long = Lookups.find, True

    async def query(self: Lookups, needed: Needed, conversation: str) -> Found:
        if needed.name == "open_days" and long:
            async with any_app.database.read() as connection:
                await connection.execute(text(LONG[any_app.database.engine.dialect.name]))
        return await find(self, needed, conversation)

    monkeypatch.setattr(Lookups, "find", query)
    monkeypatch.setattr(turn, "LOOKUP_SECONDS", 0.02)
    talks = [Talk(any_app, f"c{n}") for n in range(10)]
    with capture_logs():
        await asyncio.gather(*(talk.all(*COUPLE) for talk in talks))
    assert {talk.keys[0] for talk in talks} == {"looking-up"}
    long = False
    monkeypatch.setattr(turn, "LOOKUP_SECONDS", 20.0)
    await asyncio.gather(*(talk.say("2026-05-20") for talk in talks))
    assert {talk.keys[0] for talk in talks} == {"marriage-slot"}
    await work_off(any_app)

"""The desk's clocks as records and as due work: each mark once, whatever happens to worker, case or calendar."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from bot.desk_clocks import DeskClocks, breaches
from flows.desk import clocks as rules
from flows.desk.clocks import Clock, Name, State
from flows.desk.working_time import Counts, WorkingTime
from flows.world import World
from integrations.store import calendar, cases, clocks, due_work, erasure, timeline
from integrations.store.database import Collision, Database
from integrations.store.due_work import LEASE
from tests.made_up import the_world
from tests.records import VAULT, a_case, until, work_of
from tests.talk import NOON, SPEECH, HandClock, work_off
from tests.transcripts.walks import instant

NUMBER, OTHER = "JT260511-AAAAAA", "JT260511-BBBBBB"
HERE = WorkingTime.of(the_world(SPEECH))
CLOCK = rules.begin(Name.FIRST, 60, Counts.RUNNING, NOON + timedelta(seconds=1.5), HERE)
WORKING_CLOCK = rules.begin(Name.SOLUTION, 240, Counts.WORKING, NOON, HERE)

Do = Callable[[AsyncConnection, World], Awaitable[None]]


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = Database(database_url)
    yield opened
    await opened.close()


# --- the records ------------------------------------------------------------------------------------------------------


async def test_a_clock_comes_back_as_it_was_written_and_is_written_once(database: Database) -> None:
    paused = rules.pause(WORKING_CLOCK, NOON + timedelta(hours=4), HERE)
    async with database.write() as connection:
        assert await clocks.add(connection, NUMBER, paused)
        assert await clocks.add(connection, NUMBER, CLOCK)
        assert not await clocks.add(connection, NUMBER, replace(CLOCK, minutes=1))
        assert await clocks.add(connection, OTHER, WORKING_CLOCK)
    async with database.read() as connection:
        assert await clocks.of_case(connection, NUMBER) == {Name.FIRST: CLOCK, Name.SOLUTION: paused}
        assert list(await clocks.of_case(connection, NUMBER)) == [Name.FIRST, Name.SOLUTION]
        assert set(await clocks.of_cases(connection, [NUMBER, OTHER, "JT260511-CCCCCC"])) == {NUMBER, OTHER}
        assert await clocks.running(connection) == [(NUMBER, CLOCK), (OTHER, WORKING_CLOCK)]


async def test_of_two_who_change_a_clock_the_second_collides(database: Database) -> None:
    async with database.write() as connection:
        await clocks.add(connection, NUMBER, CLOCK)
        await clocks.change(connection, NUMBER, CLOCK, rules.mark(CLOCK, 50))
    with pytest.raises(Collision):
        async with database.write() as connection:
            await clocks.change(connection, NUMBER, CLOCK, rules.end(CLOCK, State.MET, NOON, HERE))
    async with database.read() as connection:
        assert await clocks.of_case(connection, NUMBER) == {Name.FIRST: rules.mark(CLOCK, 50)}


async def test_the_timeline_of_a_case_is_in_order_and_has_each_entry_once(database: Database) -> None:
    async with database.write() as connection:
        for id_, content in (("a", {"text": "made up"}), ("b", None), ("a", None)):
            added = await timeline.add(connection, VAULT, NUMBER, "wang", "answered", content, NOON, id_)
            assert added == (content is not None or id_ == "b")
        await timeline.add(connection, VAULT, OTHER, timeline.RESIDENT, "wrote", None, NOON, "c")
    async with database.read() as connection:
        entries = await timeline.of_case(connection, VAULT, NUMBER)
    assert [(entry.seq, entry.id, entry.who, entry.content) for entry in entries] == [
        (1, "a", "wang", {"text": "made up"}),
        (2, "b", "wang", None),
    ]


async def test_two_entries_of_one_case_that_are_added_at_once_collide(migrated_postgres_url: str) -> None:
    database = Database(migrated_postgres_url)

    async def second() -> None:
        async with database.write() as connection:
            await timeline.add(connection, VAULT, NUMBER, "wang", "claimed", None, NOON, "b")

    async def waits() -> bool:
        async with database.read() as connection:
            waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
            return bool((await connection.exec_driver_sql(waiting)).scalar_one())

    async with database.write() as connection:
        await timeline.add(connection, VAULT, NUMBER, "wang", "seen", None, NOON, "a")
        task = asyncio.create_task(second())
        await until(waits)
    with pytest.raises(Collision):
        await task
    async with database.read() as connection:
        assert [entry.id for entry in await timeline.of_case(connection, VAULT, NUMBER)] == ["a"]
    await database.close()


async def test_when_a_case_is_erased_its_timeline_says_what_was_done_and_no_more(any_app: App) -> None:
    async with any_app.database.write() as connection:
        await cases.file(connection, any_app.vault, a_case(), NOON)
        await timeline.add(connection, any_app.vault, NUMBER, "wang", "answered", {"text": "made up"}, NOON, "a")
        await erasure.erase(connection, any_app.vault, "c0", NOON)
        await erasure.carry_out(connection, any_app.vault, NUMBER, NOON)
        (entry,) = await timeline.of_case(connection, any_app.vault, NUMBER)
    assert (entry.what, entry.content) == ("answered", None)


# --- the work ---------------------------------------------------------------------------------------------------------


class Watch:
    """The clocks of an app, with what they told of the marks that were reached."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.told: list[tuple[Name, int]] = []
        self.fails = False
        self.clocks = app.desk_clocks
        self.recorded = breaches(app.vault)
        self.clocks._on_mark = self._tell

    async def _tell(self, connection: AsyncConnection, number: str, name: Name, reached: int, world: World) -> None:
        await self.recorded(connection, number, name, reached, world)
        if self.fails:
            raise ConnectionError("the machine went down here")
        self.told.append((name, reached))

    async def do(self, what: Do) -> None:
        world = await self.app.world()
        async with self.app.database.write() as connection:
            await what(connection, world)

    async def begin(self, service: str = "marriage", urgent: bool = True) -> None:
        await self.do(lambda c, w: self.clocks.begin(c, NUMBER, service, urgent, w))

    async def all(self) -> dict[Name, Clock]:
        async with self.app.database.read() as connection:
            return dict(await clocks.of_case(connection, NUMBER))

    async def breached(self) -> list[str]:
        async with self.app.database.read() as connection:
            return [entry.what for entry in await timeline.of_case(connection, self.app.vault, NUMBER)]


@pytest.fixture
def watch(any_app: App) -> Watch:
    return Watch(any_app)


async def test_a_clock_is_warned_of_at_half_and_four_fifths_and_its_breach_is_recorded_once(
    watch: Watch, clock: HandClock
) -> None:
    await watch.begin()
    expected: list[tuple[Name, int]] = []
    for minutes, told in ((59, []), (1, [50]), (35, []), (1, [80]), (23, []), (1, [100]), (600, [])):
        clock.move(f"{minutes}m")
        await work_off(watch.app)
        await work_off(watch.app)
        expected += [(Name.FIRST, each) for each in told]
        assert [each for each in watch.told if each[0] is Name.FIRST] == expected
    assert await watch.breached() == ["breach_first"]


async def test_to_file_a_case_twice_begins_its_clocks_once(watch: Watch, clock: HandClock) -> None:
    await watch.begin()
    before = await watch.all()
    clock.move("30m")
    await watch.begin()
    assert await watch.all() == before
    assert set(before) == {Name.FIRST, Name.SOLUTION}


async def test_after_the_worker_stood_still_only_the_breach_is_told(watch: Watch, clock: HandClock) -> None:
    await watch.begin()
    clock.move("3h")
    await work_off(watch.app)
    assert watch.told == [(Name.FIRST, 100)]
    assert await watch.breached() == ["breach_first"]


async def test_a_breach_that_only_the_late_answer_brings_to_light_is_recorded_with_it(
    watch: Watch, clock: HandClock
) -> None:
    await watch.begin()
    clock.move("2h")
    await watch.do(lambda c, w: watch.clocks.answered(c, NUMBER, w))
    await work_off(watch.app)
    assert [each for each in watch.told if each[0] is Name.FIRST] == [(Name.FIRST, 100)]
    assert await watch.breached() == ["breach_first"]
    assert (await watch.all())[Name.FIRST].state is State.MET


async def test_a_breach_is_recorded_once_though_the_machine_goes_down_in_the_middle(
    watch: Watch, clock: HandClock
) -> None:
    await watch.begin()
    clock.move("3h")
    watch.fails = True
    await watch.app.worker.once()
    assert (await watch.breached(), (await watch.all())[Name.FIRST].reached) == ([], 0)
    watch.fails = False
    clock.move("1m")
    await work_off(watch.app)
    assert (await watch.breached(), watch.told) == (["breach_first"], [(Name.FIRST, 100)])


async def test_a_worker_that_has_lost_its_lease_records_nothing_more(watch: Watch, clock: HandClock) -> None:
    await watch.begin()
    clock.move("3h")
    async with watch.app.database.write() as connection:
        leased = await due_work.lease(connection, clock(), 16, ["clock"])
    clock.now += LEASE + timedelta(seconds=1)
    async with watch.app.database.write() as connection:
        await due_work.lease(connection, clock(), 16, ["clock"])
    for each in leased:
        await watch.app.worker._one(each)
    assert await watch.breached() == []
    clock.now += LEASE + timedelta(seconds=1)
    await work_off(watch.app)
    for each in leased:
        await watch.app.worker._one(each)
    assert await watch.breached() == ["breach_first"]


async def test_what_was_to_be_warned_of_before_a_pause_is_not(watch: Watch, clock: HandClock) -> None:
    await watch.begin()
    clock.move("50m")
    await watch.do(lambda c, w: watch.clocks.asked_resident(c, NUMBER, w))
    clock.move("300m")
    await work_off(watch.app)
    assert watch.told == []
    assert {each.state for each in (await watch.all()).values()} == {State.PAUSED}
    await watch.do(lambda c, w: watch.clocks.resident_gave(c, NUMBER, w))
    for minutes, told in ((9, []), (1, [50]), (36, [50, 80]), (24, [50, 80, 100])):
        clock.move(f"{minutes}m")
        await work_off(watch.app)
        assert watch.told == [(Name.FIRST, each) for each in told]


async def test_what_has_been_warned_of_is_not_told_again_after_a_pause(watch: Watch, clock: HandClock) -> None:
    await watch.begin()
    clock.move("60m")
    await work_off(watch.app)
    await watch.do(lambda c, w: watch.clocks.asked_resident(c, NUMBER, w))
    clock.move("60m")
    await watch.do(lambda c, w: watch.clocks.resident_gave(c, NUMBER, w))
    await work_off(watch.app)
    assert watch.told == [(Name.FIRST, 50)]


async def test_a_pause_within_one_minute_loses_no_warning(watch: Watch, clock: HandClock) -> None:
    await watch.begin()
    clock.move("60m")
    await watch.do(lambda c, w: watch.clocks.asked_resident(c, NUMBER, w))
    await work_off(watch.app)
    clock.move("10s")
    await watch.do(lambda c, w: watch.clocks.resident_gave(c, NUMBER, w))
    await work_off(watch.app)
    assert watch.told == [(Name.FIRST, 50)]


async def test_what_the_resident_writes_is_to_be_answered_again_once_the_first_answer_is_given(
    watch: Watch, clock: HandClock
) -> None:
    def writes(connection: AsyncConnection, world: World) -> Awaitable[None]:
        return watch.clocks.resident_wrote(connection, NUMBER, "marriage", True, world)

    await watch.begin()
    await watch.do(writes)
    assert Name.NEXT not in await watch.all()
    begun = []
    for _ in range(2):
        await watch.do(lambda c, w: watch.clocks.answered(c, NUMBER, w))
        clock.move("10m")
        await watch.do(writes)
        begun.append((await watch.all())[Name.NEXT])
        clock.move("10m")
        await watch.do(writes)
        assert (await watch.all())[Name.NEXT] == begun[-1]
    assert [each.state for each in begun] == [State.RUNNING, State.RUNNING]
    assert begun[0].begun_at < begun[1].begun_at


@pytest.mark.parametrize("how", [State.MET, State.VOID])
async def test_of_a_case_that_is_settled_or_taken_back_nothing_is_due(
    watch: Watch, clock: HandClock, how: State
) -> None:
    await watch.begin()
    await watch.do(lambda c, w: watch.clocks.asked_resident(c, NUMBER, w))
    await watch.do(lambda c, w: (watch.clocks.settled if how is State.MET else watch.clocks.void)(c, NUMBER, w))
    clock.move("30d")
    await work_off(watch.app)
    await watch.clocks.sweep()
    assert watch.told == []
    assert {each.state for each in (await watch.all()).values()} == {how}


async def test_a_case_that_becomes_urgent_is_due_sooner_and_warned_of_by_the_new_time(
    watch: Watch, clock: HandClock
) -> None:
    await watch.begin(urgent=False)
    before = await watch.all()
    clock.move("10m")
    await watch.do(lambda c, w: watch.clocks.restart(c, NUMBER, "marriage", w))
    after = await watch.all()
    assert set(after) == {Name.FIRST, Name.SOLUTION}
    assert [after[name].due_at < before[name].due_at for name in before] == [True, True]  # type: ignore[operator]
    clock.move("60m")
    await work_off(watch.app)
    assert watch.told == [(Name.FIRST, 50)]
    await watch.do(lambda c, w: watch.clocks.restart(c, NUMBER, "marriage", w))
    assert (await watch.all())[Name.FIRST].due_at == after[Name.FIRST].due_at


async def make(app: App, day: str, worked: bool) -> None:
    async with app.database.write() as connection:
        await calendar.change(connection, date.fromisoformat(day), worked, "", app.clock())


async def test_a_day_made_off_moves_what_is_due_before_anybody_is_warned(watch: Watch, clock: HandClock) -> None:
    clock.now = instant("2026-05-15T17:00")
    await watch.begin(urgent=False)
    day = instant("2026-05-18T11:30")
    assert (await watch.all())[Name.FIRST].due_at == day
    await make(watch.app, "2026-05-18", False)
    clock.move("1m")
    await watch.app.worker.plant()
    await work_off(watch.app)
    assert (await watch.all())[Name.FIRST].due_at == instant("2026-05-19T11:30")
    clock.now = day
    await work_off(watch.app)
    assert watch.told == []
    clock.now = instant("2026-05-19T11:30")
    await work_off(watch.app)
    assert watch.told[-1] == (Name.FIRST, 100)


async def test_a_day_made_worked_moves_what_is_due_and_when_it_is_warned_of(watch: Watch, clock: HandClock) -> None:
    clock.now = instant("2026-05-15T17:00")
    await watch.begin(urgent=False)
    await make(watch.app, "2026-05-16", True)
    clock.move("1m")
    await watch.clocks.sweep()
    clock.now = instant("2026-05-16T11:30")
    await work_off(watch.app)
    assert watch.told == [(Name.FIRST, 100)]


async def test_left_to_itself_the_desk_puts_breaches_on_the_timeline_and_says_nothing_personal(
    app: App, clock: HandClock
) -> None:
    async def world() -> World:
        return the_world(SPEECH, clock())

    own = DeskClocks(database=app.database, vault=app.vault, world=world)
    async with app.database.write() as connection:
        await own.begin(connection, NUMBER, "marriage", True, await world())
    clock.move("1h")
    await own.sweep()
    async with app.database.read() as connection:
        assert await timeline.of_case(connection, app.vault, NUMBER) == []
    clock.move("1h")
    await own.sweep()
    await own.sweep()
    async with app.database.read() as connection:
        (entry,) = await timeline.of_case(connection, app.vault, NUMBER)
    assert (entry.who, entry.what, entry.content, entry.at) == ("desk", "breach_first", None, clock())
    assert {row.subject for row in await work_of(app.database, "clock")} == {NUMBER}


async def test_the_clocks_and_the_timeline_of_a_case_go_with_it(app: App) -> None:
    later = NOON + timedelta(days=4000)
    async with app.database.write() as connection:
        await cases.file(connection, app.vault, a_case(), NOON)
        await clocks.add(connection, NUMBER, CLOCK)
        await timeline.add(connection, app.vault, NUMBER, "wang", "seen", None, NOON, "a")
        await erasure.expire(connection, later, transcript_days=30, retention_days=30, case_days=30)
        assert await clocks.of_case(connection, NUMBER) == {}
        assert await timeline.of_case(connection, app.vault, NUMBER) == []

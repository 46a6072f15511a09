"""Whatever people, partners, waiters, clerks and the clock do to an office's few seats, in any order: it all adds up.

Everybody acts through the whole turn, on a small office with two seats a day, on both databases.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from integrations.store import bookings, calendar, counter
from integrations.store.tables import booking_people, cases, invitations, metadata, waiters
from integrations.store.tables import bookings as booking_table
from integrations.store.tables import notices as notice_table
from tests.line import SEATS, small_desk
from tests.records import a_couple, unaccounted
from tests.servers import Postgres, drop_database, fresh_database
from tests.talk import COUPLE, MAN, WOMAN, HandClock, Talk, work_off

DAYS = ("2026-05-20", "2026-05-21", "2026-05-26")
APART = [*COUPLE[:6], "对方用自己的手机填", "不是", "没过期"]
TO_THE_SUMMARY = ["到现场再拍", "13800000000"]
COUPLES = 4
SPANS = ("3m", "11m", "40m", "3h", "25h", "3d")
OVER = ("released", "cancelled", "past", "no_show")

T = TypeVar("T")
couples = st.integers(0, COUPLES - 1)
days = st.sampled_from(DAYS)
times = st.sampled_from(SEATS)
who = st.sampled_from(["first", "partner"])


class Desk:
    """One desk after another on empty records, in one event loop."""

    def __init__(self, directory: Path, database_url: str | None) -> None:
        self._runner = asyncio.Runner()
        self._directory = directory
        self._url = database_url
        self._numbers = itertools.count()
        self._stack = AsyncExitStack()
        self.clock = HandClock()
        self.app: App

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Runs to its end."""
        return self._runner.run(work)

    def open(self) -> None:
        """A desk on empty records."""
        self.clock = HandClock()
        self.run(self._open())

    def close(self) -> None:
        """Closes the desk."""
        self.run(self._stack.aclose())

    def end(self) -> None:
        """Closes the loop."""
        self._runner.close()

    async def _open(self) -> None:
        directory = self._directory / f"desk{next(self._numbers)}"
        directory.mkdir()
        self._stack = AsyncExitStack()
        self.app = await self._stack.enter_async_context(small_desk(directory, self.clock, self._url))
        if self._url is not None:
            tables = ", ".join(table.name for table in metadata.sorted_tables if table.name != "villages")
            async with self.app.database.write() as connection:
                await connection.execute(text(f"TRUNCATE {tables} CASCADE"))
            await self.app.worker.plant()


class Appointments(RuleBasedStateMachine):
    """What everybody may do, and what must hold after each of it."""

    desk: Desk

    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[int, str] = {}
        self.ids = itertools.count()
        self.said: list[str] = []

    @initialize()
    def begin(self) -> None:
        self.desk.open()

    def teardown(self) -> None:
        self.desk.close()

    # --- what people do ------------------------------------------------------------------------------------------

    @rule(couple=couples, day=days, time=times)
    def hold(self, couple: int, day: str, time: str) -> None:
        self.talk(couple, *COUPLE, day, time)

    @rule(couple=couples, day=days, time=times)
    def book(self, couple: int, day: str, time: str) -> None:
        self.talk(couple, *COUPLE, day, time, *TO_THE_SUMMARY, "都对")

    @rule(couple=couples)
    def go_on(self, couple: int) -> None:
        self.desk.run(self.person(couple).all(*TO_THE_SUMMARY, "都对"))

    @rule(couple=couples, day=days, time=times)
    def ask_the_partner(self, couple: int, day: str, time: str) -> None:
        last = self.talk(couple, *APART, day, time, *TO_THE_SUMMARY, "都对")
        codes = [reply.words.args["code"] for reply in last.last.replies if "code" in reply.words.args]  # type: ignore[union-attr]
        if codes:
            self.codes[couple] = codes[0]

    @rule(couple=couples)
    def agree(self, couple: int) -> None:
        details = ["1", "同意", "李四", a_couple(couple)[1], "未婚", "不是", "没过期", "13900000000", "都对"]
        self.talk(couple, "确认预约", self.codes.get(couple, "22222222"), *details, whose="partner")

    @rule(couple=couples)
    def refuse(self, couple: int) -> None:
        self.talk(couple, "确认预约", self.codes.get(couple, "22222222"), "不同意", "不同意", whose="partner")

    @rule(couple=couples, whose=who, day=days, time=times)
    def move(self, couple: int, whose: str, day: str, time: str) -> None:
        with self.telling(couple, whose, "appointments-moved"):
            self.talk(couple, "我的预约", "1", "改时间", day, time, "都对", whose=whose)

    @rule(couple=couples, whose=who)
    def cancel(self, couple: int, whose: str) -> None:
        with self.telling(couple, whose, "appointments-cancelled"):
            self.talk(couple, "我的预约", "1", "=cancel", "=yes", whose=whose)

    @rule(couple=couples, whose=who, day=days)
    def wait(self, couple: int, whose: str, day: str) -> None:
        self.talk(couple, "我的预约", "1", "候补别的日子", day, "都对", whose=whose)

    @rule(couple=couples, whose=who, choice=st.sampled_from(["=take", "=leave"]))
    def answer_the_offer(self, couple: int, whose: str, choice: str) -> None:
        with self.telling(couple, whose, "offer-taken"):
            self.talk(couple, "候补名额", "1", choice, "=yes", whose=whose)

    # --- what the clock and the clerks do ------------------------------------------------------------------------

    @rule(span=st.sampled_from(SPANS))
    def time_goes_by(self, span: str) -> None:
        self.desk.clock.move(span)
        self.desk.run(work_off(self.desk.app))

    @rule(day=days, workday=st.sampled_from([False, None]))
    def the_office_closes_or_opens(self, day: str, workday: bool | None) -> None:
        async def change() -> None:
            async with self.desk.app.database.write() as connection:
                await calendar.change(connection, date.fromisoformat(day), workday, "", self.desk.clock())

        self.desk.run(change())
        self.time_goes_by("3h")

    @rule(day=days, time=st.sampled_from(["09:00", "09:30"]))
    def somebody_comes(self, day: str, time: str) -> None:
        async def arrive() -> None:
            app, on = self.desk.app, date.fromisoformat(day)
            async with app.database.write() as connection:
                for visit in (await counter.of_day(connection, "marriage", on))[:1]:
                    await counter.arrive(connection, "marriage", on, visit.number, app.clock())

        self.desk.run(arrive())

    # --- what must hold ------------------------------------------------------------------------------------------

    @invariant()
    def every_seat_is_accounted_for_and_none_is_given_twice(self) -> None:
        assert self.desk.run(unaccounted(self.desk.app)) == []

    @invariant()
    def nobody_has_two_appointments(self) -> None:
        both = booking_table.join(booking_people, booking_people.c.booking == booking_table.c.id)
        standing = booking_table.c.state.in_(["booked", "invited"])
        chosen = select(booking_people.c.person, func.count().label("n")).select_from(both).where(standing)
        assert [row.n for row in self.rows(chosen.group_by(booking_people.c.person)) if row.n > 1] == []
        ended = select(booking_table.c.id).select_from(both)
        assert self.rows(ended.where(booking_table.c.state.in_(OVER), booking_people.c.active.is_(True))) == []

    @invariant()
    def a_line_is_served_in_its_order_and_nothing_that_has_passed_is_offered(self) -> None:
        held = booking_table.alias()
        offered = select(held.c.state, held.c.starts_at, waiters.c.until).join(held, held.c.id == waiters.c.offer)
        for row in self.rows(offered.where(waiters.c.state == "offered")):
            assert row.state == "held"
            assert row.until < row.starts_at

    @invariant()
    def everybody_is_told_once_of_each_change(self) -> None:
        of_offers = select(func.count()).where(booking_table.c.run.in_(select(waiters.c.id)))
        assert self.count(of_offers) == self.count(select(func.count()).where(notice_table.c.kind == "offer"))
        settled = select(func.count()).where(invitations.c.state.in_(["used", "refused", "lapsed"]))
        assert self.count(settled) == self.count(select(func.count()).where(notice_table.c.kind == "partner"))

    @contextmanager
    def telling(self, couple: int, whose: str, done: str) -> Iterator[None]:
        """If this is done, whoever else has a case of the couple's appointment is told so, once; if not, nobody is."""
        changes = select(func.count()).where(notice_table.c.kind == "change")
        own = select(booking_table.c.id).where(
            booking_table.c.conversation == f"first{couple}", booking_table.c.state == "booked"
        )
        others = select(func.count()).where(cases.c.booking.in_(own), cases.c.conversation != f"{whose}{couple}")
        before, expected = self.count(changes), self.count(others)
        self.said = []
        yield
        assert self.count(changes) - before == (expected if done in self.said else 0)

    # --- how it is done --------------------------------------------------------------------------------------------

    def person(self, couple: int, whose: str = "first") -> Talk:
        talk = Talk(self.desk.app, f"{whose}{couple}")
        talk._ids = self.ids
        return talk

    def talk(self, couple: int, *lines: str, whose: str = "first") -> Talk:
        """From the menu; lines that find no question are no harm."""
        talk = self.person(couple, whose)
        people = dict(zip((MAN, WOMAN), a_couple(couple), strict=True))

        async def say() -> None:
            for _ in range(2):  # whatever was begun is given up
                await talk.tap("command:cancel")
                await talk.tap("yes")
            for line in lines:
                await (talk.tap(line[1:]) if line.startswith("=") else talk.say(people.get(line, line)))
                self.said += talk.keys

        self.desk.run(say())
        return talk

    def rows(self, statement: Any) -> list[Any]:
        async def read() -> list[Any]:
            async with self.desk.app.database.read() as connection:
                return list((await connection.execute(statement)).all())

        return self.desk.run(read())

    def count(self, statement: Any) -> int:
        return int(self.rows(statement)[0][0])


@pytest.fixture
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A desk on the database of the test's parameter."""
    if request.param == "sqlite":
        made = Desk(tmp_path, None)
        yield made
        made.end()
        return
    server: Postgres = request.getfixturevalue("postgres_server")
    url = fresh_database(server)
    made = Desk(tmp_path, url)
    yield made
    made.end()
    drop_database(server, url)


def run_machine(desk: Desk, examples: int, steps: int, *, from_seed: int | None = None) -> None:
    """Runs the machine on a desk; from a seed always the same way."""
    machine: Any = type("Machine", (Appointments,), {"desk": desk})
    if from_seed is not None:
        machine = seed(from_seed)(machine)
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
    )
    run_state_machine_as_test(machine, settings=chosen)


BOTH = pytest.mark.parametrize("desk", ["sqlite", "postgresql"], indirect=True)


@BOTH
@pytest.mark.parametrize(
    ("examples", "steps"), [(3, 12), pytest.param(150, 40, marks=pytest.mark.soak)], ids=["short", "long"]
)
def test_whatever_is_done_to_the_seats_adds_up(desk: Desk, examples: int, steps: int) -> None:
    run_machine(desk, examples, steps)


@pytest.mark.parametrize("desk", ["sqlite"], indirect=True)
@pytest.mark.parametrize("guard", ["claim", "free"])
def test_with_a_guard_switched_off_the_machine_finds_the_harm(
    desk: Desk, guard: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = bookings.claim

    async def unclaimed(connection: AsyncConnection, booking: str, people: Sequence[bytes], *more: Any) -> None:
        await claim(connection, booking, people, *more)
        await connection.execute(update(booking_people).values(active=False))

    async def not_freed(*_: object) -> None:
        """The seat stays taken."""

    monkeypatch.setattr(bookings, guard, {"claim": unclaimed, "free": not_freed}[guard])
    with pytest.raises(AssertionError):
        run_machine(desk, 40, 15, from_seed=3)  # by chance it may take minutes to come upon it

"""The sum that is shown, the sum that is certified and the sum that is forwarded are always the same, whatever happens.

Volunteers, organisers and the bureau do in any order what they may do; beside it a model keeps what stands. What the
bureau confirmed stands and is shown as its own: no organisation certifies what it has not countersigned. No two entries
of one volunteer ever share time, and the chain is always sound.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from bot.app import DATABASE_FILE
from bot.volunteers import reporting
from flows.errors import Refused
from flows.volunteers import ledger as sums
from flows.volunteers.ledger import MOVES, OVER, Entry
from integrations.store.tables import due_work
from integrations.store.volunteers import ledger, registry
from tests.serving import FIRST, LEADER, OTHER_TEAM, SECOND, TEAM, Serving, a_volunteer
from tests.talk import NOON, an_app

VOLUNTEERS = (FIRST, "V2")
ORGANISERS = {LEADER: TEAM, SECOND: TEAM, "stranger": OTHER_TEAM}
YEARS = (date(2020, 1, 1), date(2030, 1, 1))
T = TypeVar("T")

starts = st.integers(1, 20)
lengths = st.sampled_from((1, 30, 60, 90, 119))
which = st.integers(0, 11)
who = st.sampled_from(
    (*(f"organiser:{each}" for each in ORGANISERS), "clerk:demo", *(f"volunteer:{v}" for v in VOLUNTEERS))
)


class Service(RuleBasedStateMachine):
    """Everything that may happen to entries, through the rules of recording and the records."""

    copy: Path

    @initialize()
    def begin(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.stack = AsyncExitStack()
        self.model: dict[str, Entry] = {}
        self.forwarded: dict[str, int] = {}
        directory = Path(self.run(self.stack.enter_async_context(_directory())))
        shutil.copy(self.copy, directory / DATABASE_FILE)
        self.app = self.run(self.stack.enter_async_context(an_app(directory)))
        self.served = Serving(self.app)
        self.run(self.served.begin())
        self.run(self._second())

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def teardown(self) -> None:
        if hasattr(self, "loop"):
            self.run(self.stack.aclose())
            self.loop.close()

    @rule(
        n=st.integers(0, 1),
        team=st.sampled_from((TEAM, OTHER_TEAM)),
        at=starts,
        minutes=lengths,
        training=st.booleans(),
    )
    def record(self, n: int, team: str, at: int, minutes: int, training: bool) -> None:
        entry = self.served.entry(
            NOON - timedelta(hours=at), minutes, volunteer=VOLUNTEERS[n], organisation=team, training=training
        )
        expected = entry.ends_at <= NOON and not self._shares_time(entry)
        assert self.run(self._record(entry)) is expected
        if expected:
            self.model[entry.id] = entry

    @rule(which=which, by=who)
    def confirm(self, which: int, by: str) -> None:
        """Several at once."""
        chosen = [each for n, each in enumerate(self.model) if n % 3 == which % 3]
        moved = self.run(self._do("confirm", chosen, by))
        assert set(moved) == {each for each in chosen if self._may(each, by, "confirmed")}
        self._move(moved, "confirmed", by)

    @rule(which=which, by=who)
    def withdraw(self, which: int, by: str) -> None:
        for entry in self._chosen(which):
            moved = self.run(self._do("withdraw", [entry], by))
            assert moved == ([entry] if self._may(entry, by, "withdrawn") else [])
            self._move(moved, "withdrawn")

    @rule(which=which, by=who)
    def dispute(self, which: int, by: str) -> None:
        for entry in self._chosen(which):
            goes_on = self.model[entry].state == "disputed" and self._reaches(entry, by)
            done = self.run(self._dispute(entry, by))
            assert done is (self._may(entry, by, "disputed") or goes_on)
            self._move([entry] if done else [], "disputed")

    @rule(which=which, by=who, at=starts, minutes=lengths)
    def correct(self, which: int, by: str, at: int, minutes: int) -> None:
        for entry in self._chosen(which):
            old = self.model[entry]
            begins = NOON - timedelta(hours=at)
            new = replace(self.served.entry(begins, minutes, training=old.training), volunteer=old.volunteer)
            fits = new.ends_at <= NOON and not self._shares_time(new, besides=entry)
            made = self.run(self._correct(old, new, by))
            assert (made is not None) is (fits and self._may(entry, by, "replaced"))
            if made is not None:
                self._move([entry], "replaced")
                self.model[made.id] = replace(new, id=made.id, organisation=old.organisation)
                if not by.startswith("volunteer"):
                    self._move([made.id], "confirmed", by)

    @invariant()
    def the_three_sums_are_the_same(self) -> None:
        if not hasattr(self, "app"):
            return
        for volunteer in VOLUNTEERS:
            counts = [entry for entry in self.model.values() if entry.volunteer == volunteer and entry.counts]
            stands = sum(entry.minutes for entry in counts)
            by_bureau = sum(entry.minutes for entry in counts if entry.is_by_bureau)
            assert self.run(self._sums(volunteer)) == ((stands, by_bureau), stands - by_bureau, stands)
        assert self.run(self._faults()) == []
        for one, two in combinations([e for e in self.model.values() if e.state not in OVER], 2):
            assert not one.overlaps(two)

    # --- the model ---------------------------------------------------------------------------------------------------

    def _chosen(self, which: int) -> list[str]:
        return [entry for n, entry in enumerate(self.model) if n == which]

    def _shares_time(self, entry: Entry, besides: str = "") -> bool:
        alive = [e for e in self.model.values() if e.state not in OVER and e.id != besides]
        return any(entry.overlaps(each) for each in alive)

    def _reaches(self, entry: str, by: str) -> bool:
        kind, _, name = by.partition(":")
        own = self.model[entry]
        return {
            "volunteer": own.volunteer == name,
            "organiser": ORGANISERS.get(name) == own.organisation,
            "clerk": True,
        }[kind]

    def _may(self, entry: str, by: str, event: Any) -> bool:
        if event == "confirmed" and by.startswith("volunteer"):
            return False
        return self._reaches(entry, by) and self.model[entry].state in MOVES[event]

    def _move(self, entries: list[str], state: Any, by: str | None = None) -> None:
        for each in entries:
            self.model[each] = replace(self.model[each], state=state, confirmed_by=by)

    # --- the desk ----------------------------------------------------------------------------------------------------

    async def _second(self) -> None:
        async with self.app.database.write() as connection:
            volunteer = a_volunteer(VOLUNTEERS[1], "v2", 2)
            await registry.register(connection, self.app.vault, volunteer, NOON - timedelta(days=90), "number")

    async def _record(self, entry: Entry) -> bool:
        try:
            async with self.app.database.write() as connection:
                world = await self.app.world()
                await self.served.recording.record(
                    connection, entry, f"volunteer:{entry.volunteer}", world, step="what"
                )
        except Refused:
            return False
        return True

    async def _do(self, what: str, entries: list[str], by: str) -> list[str]:
        async with self.app.database.write() as connection:
            do = getattr(self.served.records, what)
            return list(await do(connection, entries, by, await self.app.world()))

    async def _dispute(self, entry: str, by: str) -> bool:
        async with self.app.database.write() as connection:
            return await self.served.records.dispute(connection, entry, by, "不对", await self.app.world())

    async def _correct(self, old: Entry, new: Entry, by: str) -> Entry | None:
        try:
            async with self.app.database.write() as connection:
                return await self.served.records.correct(connection, old, new, by, await self.app.world())
        except Refused:
            return None

    async def _sums(self, volunteer: str) -> tuple[tuple[int, int], int, int]:
        """Shown (and of it shown as the bureau's), certified, forwarded: minutes."""
        vault = self.app.vault
        async with self.app.database.read() as connection:
            entries = await ledger.of_volunteer(connection, vault, volunteer)
            shown = sums.total(entries), sums.total([entry for entry in entries if entry.is_by_bureau])
            certified = 0
            for team in (TEAM, OTHER_TEAM):
                own = await ledger.confirmed_between(connection, vault, volunteer, team, *YEARS)
                certified += sum(entry.minutes for entry in own)
            rows = (await connection.execute(select(due_work.c.id).where(due_work.c.kind == "report"))).scalars()
            forwarded = 0
            for _, what, entry, _ in (row.split(":") for row in rows if ":hours_" in row):
                sign = {"hours_confirmed": 1, "hours_ended": -1}[what]
                found = await ledger.one(connection, vault, entry)
                assert found is not None
                forwarded += sign * found.minutes if found.volunteer == volunteer else 0
        return shown, certified, forwarded

    async def _faults(self) -> list[str]:
        async with self.app.database.read() as connection:
            return await ledger.broken(connection, self.app.vault)


class _directory:  # noqa: N801 - a context manager
    """A directory of its own, gone at the end."""

    async def __aenter__(self) -> str:
        self._own = tempfile.TemporaryDirectory()
        return self._own.name

    async def __aexit__(self, *_: object) -> None:
        self._own.cleanup()


def test_shown_certified_and_forwarded_are_always_the_same(migrated_file: Path) -> None:
    machine = type("Served", (Service,), {"copy": migrated_file})
    quick = settings(max_examples=8, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(machine, settings=quick)


def test_the_sums_differ_where_an_ended_entry_is_not_reported(
    migrated_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: without the report of what stands no more, the machine finds it."""
    real = reporting.report

    async def forgets(connection: Any, tools: Any, what: str, *args: Any) -> None:
        if what != "hours_ended":
            await real(connection, tools, what, *args)  # type: ignore[arg-type]

    monkeypatch.setattr("bot.volunteers.records.report", forgets)
    machine = type("Forgetful", (Service,), {"copy": migrated_file})
    served = machine()
    try:
        served.begin()
        served.record(0, TEAM, 3, 60, training=False)
        served.confirm(0, f"organiser:{LEADER}")
        served.the_three_sums_are_the_same()
        served.withdraw(0, f"organiser:{LEADER}")
        with pytest.raises(AssertionError):
            served.the_three_sums_are_the_same()
    finally:
        served.teardown()

"""The desk's clocks of a case (办理时限): begun, paused, ended with what happens to it, and warned of when due.

All but ``sweep`` happens inside the transaction of what they go with. Every change leaves a row of due work for the
next mark (50 %, 80 %, 100 %). Such a row only says when to look; what is found is what counts, so that one written
before a pause does nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeAlias

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.each import for_each
from flows.desk import clocks as rules
from flows.desk.clocks import BREACHED, Clock, Name, State
from flows.desk.promises import figures_for
from flows.desk.working_time import Counts, WorkingTime
from flows.words import Words, yes
from flows.world import World
from integrations.privacy import Vault
from integrations.store import clocks, due_work, timeline
from integrations.store.cases import Case
from integrations.store.database import Database
from integrations.store.due_work import Work

OnMark: TypeAlias = Callable[[AsyncConnection, str, Name, int, World], Awaitable[None]]
"""What is done when a clock of a case (by number) has reached 50, 80 or 100 % of its time, once for each.

Where several were reached at once, as after the worker stood still, it is told of the highest alone; of a clock that
ends after its time, of 100 alone.
"""


def breaches(vault: Vault) -> OnMark:
    """Puts a breach (超时) on the timeline of its case, once; of a warning it says nothing there."""

    async def record(connection: AsyncConnection, number: str, name: Name, reached: int, world: World) -> None:
        if reached < BREACHED:
            return
        clock = (await clocks.of_case(connection, number))[name]
        which = f"{number} {name} {clock.begun_at.timestamp():.6f}"
        id_ = hashlib.sha256(f"breach {which}".encode()).hexdigest()[:40]
        await timeline.add(connection, vault, number, timeline.DESK, f"breach_{name}", None, world.now, id_)

    return record


class DeskClocks:
    """The clocks of all cases. ``on_mark`` is told what they reach; left out, breaches are put on the timeline."""

    def __init__(
        self,
        *,
        database: Database,
        vault: Vault,
        world: Callable[[], Awaitable[World]],
        on_mark: OnMark | None = None,
    ) -> None:
        self._database = database
        self._vault = vault
        self._world = world
        self._on_mark = on_mark or breaches(vault)

    # --- with what happens to a case ---------------------------------------------------------------------------------

    async def begin(self, connection: AsyncConnection, number: str, service: str, urgent: bool, world: World) -> None:
        """A case was filed: the first answer and the solution are due. Done twice, it is done once."""
        figures = figures_for(service, urgent, world)
        for name in (Name.FIRST, Name.SOLUTION):
            if name in figures:
                await self._add(connection, number, name, figures[name], world)

    async def answered(self, connection: AsyncConnection, number: str, world: World) -> None:
        """The resident was answered. To ask them for something is an answer as well."""
        await self._end(connection, number, (Name.FIRST, Name.NEXT), State.MET, world)

    async def resident_wrote(
        self, connection: AsyncConnection, number: str, service: str, urgent: bool, world: World
    ) -> None:
        """The resident wrote again: the next answer is due, unless the first or another one is still owed."""
        own = await clocks.of_case(connection, number)
        first, last = own.get(Name.FIRST), own.get(Name.NEXT)
        given = figures_for(service, urgent, world).get(Name.NEXT)
        if given is None or (first is not None and first.state is not State.MET) or (last is not None and last.is_open):
            return
        if last is None:
            await self._add(connection, number, Name.NEXT, given, world)
        else:
            await self._put(connection, number, last, _begun(Name.NEXT, given, world), world)

    async def asked_resident(self, connection: AsyncConnection, number: str, world: World) -> None:
        """The resident was asked for something (补正): what runs, pauses."""
        for clock in (await clocks.of_case(connection, number)).values():
            await self._put(connection, number, clock, rules.pause(clock, world.now, WorkingTime.of(world)), world)

    async def resident_gave(self, connection: AsyncConnection, number: str, world: World) -> None:
        """The resident gave what was asked for, or it is needed no more: what is paused, goes on."""
        for clock in (await clocks.of_case(connection, number)).values():
            await self._put(connection, number, clock, rules.resume(clock, world.now, WorkingTime.of(world)), world)

    async def settled(self, connection: AsyncConnection, number: str, world: World) -> None:
        """The case is settled (办结): everything that was due is done."""
        await self._end(connection, number, tuple(Name), State.MET, world)

    async def void(self, connection: AsyncConnection, number: str, world: World) -> None:
        """The resident has taken it back: nothing is to be done any more."""
        await self._end(connection, number, tuple(Name), State.VOID, world)

    async def restart(self, connection: AsyncConnection, number: str, service: str, world: World) -> None:
        """The case has become urgent: the shorter times count from now, and nothing is due later than it was."""
        own = await clocks.of_case(connection, number)
        for name, given in figures_for(service, True, world).items():
            clock = own.get(name)
            if clock is not None:
                hastened = rules.hasten(clock, *given, world.now, WorkingTime.of(world))
                await self._put(connection, number, clock, hastened, world)
            elif name is not Name.NEXT:
                await self._add(connection, number, name, given, world)

    async def first_answer_by(self, connection: AsyncConnection, case: Case, world: World) -> datetime | None:
        """By when the first answer to a case is promised, by its urgency as it is given; None once it was given, or is
        overdue, or nothing was promised."""
        first = (await clocks.of_case(connection, case.number)).get(Name.FIRST)
        given = figures_for(case.service, case.urgent, world).get(Name.FIRST)
        if first is None or given is None or not first.is_open:
            return None
        due = rules.begin(Name.FIRST, *given, first.begun_at, WorkingTime.of(world)).due_at
        by = due if first.due_at is None or due is None else max(due, first.due_at)
        return by if by is not None and by > world.now else None

    # --- as work that is due -----------------------------------------------------------------------------------------

    async def due(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """A mark may have been reached; what was paused or ended meanwhile is left alone."""
        clock = (await clocks.of_case(connection, work.payload["number"])).get(Name(work.payload["name"]))
        if clock is not None:
            await self._put(connection, work.payload["number"], clock, _seen(clock, world), world)

    async def sweep(self) -> None:
        """What the calendar has moved is due at another time, each clock in a transaction of its own."""
        world = await self._world()
        async with self._database.read() as connection:
            running = await clocks.running(connection)
        changed = [(number, clock.name) for number, clock in running if _seen(clock, world) != clock]
        await for_each(changed, lambda each: self._look(*each, world))

    async def _look(self, number: str, name: Name, world: World) -> None:
        async with self._database.write() as connection:
            clock = (await clocks.of_case(connection, number))[name]
            await self._put(connection, number, clock, _seen(clock, world), world)

    # --- either way --------------------------------------------------------------------------------------------------

    async def _add(
        self, connection: AsyncConnection, number: str, name: Name, given: tuple[int, Counts], world: World
    ) -> None:
        clock = _begun(name, given, world)
        if await clocks.add(connection, number, clock):
            await self._plan(connection, number, clock, world)

    async def _end(
        self, connection: AsyncConnection, number: str, names: tuple[Name, ...], state: State, world: World
    ) -> None:
        for name, clock in (await clocks.of_case(connection, number)).items():
            if name in names:
                ended = rules.end(clock, state, world.now, WorkingTime.of(world))
                await self._put(connection, number, clock, ended, world)

    async def _put(self, connection: AsyncConnection, number: str, was: Clock, clock: Clock, world: World) -> None:
        """Puts a clock in place of what it was, tells what it has reached, and plans when to look again."""
        if clock == was:
            return
        await clocks.change(connection, number, was, clock)
        if clock.reached > was.reached:
            await self._on_mark(connection, number, clock.name, clock.reached, world)
        await self._plan(connection, number, clock, world)

    async def _plan(self, connection: AsyncConnection, number: str, clock: Clock, world: World) -> None:
        coming = rules.next_mark(clock, WorkingTime.of(world))
        if coming is None:
            return
        reached, at = coming
        # With the instant of the change: a clock paused and resumed may come to the same mark at the same time again.
        key = f"clock:{number}:{clock.name}:{reached}:{at.timestamp():.0f}:{world.now.timestamp():.6f}"
        payload = {"number": number, "name": clock.name}
        await due_work.schedule(connection, self._vault, Work(key, "clock", at, payload, number), world.now)


def words_of(clock: Clock, world: World, *, staff: bool) -> Words:
    """What a clock says now: the same to the staff and, as a promise of the place, to the resident."""
    face = "staff" if staff else "resident"
    args = {"name": Words(f"promise-{clock.name}")}
    if clock.state is State.VOID:
        return Words(f"promise-{face}_void", args)
    if clock.state is State.MET:
        late = yes(clock.reached == BREACHED)
        return Words(f"promise-{face}_met", {**args, "at": clock.ended_at, "late": late})
    if clock.state is State.PAUSED:
        return Words(f"promise-{face}_paused", args)
    if clock.due_at is None:
        return Words(f"promise-{face}_open", args)
    if clock.is_overdue(world.now):
        return Words(f"promise-{face}_overdue", {**args, "at": clock.due_at})
    may_move = yes(rules.may_move(clock, WorkingTime.of(world)))
    return Words(f"promise-{face}_due", {**args, "at": clock.due_at, "may_move": may_move})


def _begun(name: Name, given: tuple[int, Counts], world: World) -> Clock:
    return rules.begin(name, *given, world.now, WorkingTime.of(world))


def _seen(clock: Clock, world: World) -> Clock:
    """A clock as it is to be now: due by the calendar of now, with what it has reached."""
    time = WorkingTime.of(world)
    moved = rules.reckoned(clock, time)
    return rules.mark(moved, rules.reached_by(moved, world.now, time))

"""Whether every appointment still stands: when the calendar, the office's hours or a dated rule has changed.

Each is judged as it would be today; who it concerns is told once of each change, with the way to another day.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.filing import Filing
from bot.notices import Notices
from flows import hours
from flows.language import Book, Facts, Flow
from flows.words import Words, from_plain, to_plain
from flows.world import World
from integrations.privacy import Vault
from integrations.store import bookings, cases, erasure
from integrations.store.bookings import Booking
from integrations.store.cases import Case
from integrations.store.database import Database


@dataclass(frozen=True, slots=True)
class Finding:
    """What is found of a booking: ``mark`` names it in the records, ``words`` tell it (None: nothing to tell)."""

    mark: str
    words: Words | None = None
    findings: list[Any] | None = None


class Rejudging:
    """Looks through the booked appointments that are still to come."""

    def __init__(
        self,
        *,
        database: Database,
        vault: Vault,
        flows: Mapping[str, Flow],
        notices: Notices,
        filing: Filing,
        world: Callable[[], Awaitable[World]],
    ) -> None:
        self._database = database
        self._vault = vault
        self._flows = flows
        self._notices = notices
        self._filing = filing
        self._world = world

    async def all(self) -> None:
        """Judges them all, each in a transaction of its own."""
        world = await self._world()
        async with self._database.read() as connection:
            coming = await bookings.coming(connection, world.day)
        for booking in coming:
            await self._one(booking, world)

    async def _one(self, booking: Booking, world: World) -> None:
        async with self._database.write() as connection:
            case = await cases.by_number(connection, self._vault, booking.number)
            if case is None:  # a walk-in ticket of the counter's: there is nobody to tell
                return
            asked = await erasure.is_asked(connection, booking.number)
            found = self._judge(booking, None if asked else case, world)
            if found is None:
                return
            if not await bookings.tell(connection, booking, found.mark, world.calendar.is_provisional(booking.day)):
                return
            if found.findings is not None:
                await self._filing.change(case, connection, world.now, findings=found.findings)
            if found.words is not None:
                await self._notices.plan(connection, booking, "change", found.mark, found.words)

    def _judge(self, booking: Booking, case: Case | None, world: World) -> Finding | None:
        """What is new about a booking, or None."""
        told = booking.told or ""
        named = {"number": booking.number, "day": booking.day}
        if not _stands(booking, world):
            mark = f"closed {booking.day}"
            return None if told == mark else Finding(mark, Words("calendar-closed", named))
        flow = None if case is None else self._flows.get(case.content.get("flow", ""))
        ending = None if case is None or flow is None else flow.endings.get(case.ending)
        if case is None or flow is None or not isinstance(ending, Book):
            return _confirmed(booking, told, world)
        facts = _facts(flow, ending, case, booking, world)
        first, last = ending.span(facts)
        if (first is not None and booking.day < first) or (last is not None and booking.day > last):
            mark = f"outside {first} {last}"
            span = {"first": first, "last": last}
            return None if told == mark else Finding(mark, Words("calendar-outside", named | span))
        after = ending.after(facts)
        findings = [to_plain(words) for words in after]
        if findings != case.content.get("findings"):
            lines = next((words.args["lines"] for words in after if words.key == "precheck-bring"), ())
            mark = f"rules {cases.digest_of({'findings': findings})[:12]}"
            return Finding(mark, Words("rules-changed", {**named, "lines": lines}), findings)
        return _confirmed(booking, told, world)


def _confirmed(booking: Booking, told: str, world: World) -> Finding | None:
    """A day that was not certain is certain now, or open again."""
    certain = booking.provisional and not world.calendar.is_provisional(booking.day)
    if not certain and not told.startswith(("closed", "outside")):
        return None
    words = Words("calendar-confirmed", {"number": booking.number, "day": booking.day})
    return Finding(f"open {booking.day}", words)


def _stands(booking: Booking, world: World) -> bool:
    return hours.stands(world, world.place.offices[booking.office], booking.day, booking.starts_at)


def _facts(flow: Flow, ending: Book, case: Case, booking: Booking, world: World) -> Facts:
    """The answers as filed, with the day on which the appointment is now."""
    values = {answer["step"]: from_plain(answer["value"]) for answer in case.content["answers"]}
    day = ending.day if ending.slot is None else next(iter(flow.steps[ending.slot].under), ending.day)
    return Facts(world, flow.name, {**values, day: booking.day})

"""Whether every appointment still stands: when the calendar, the office's hours or a dated rule has changed.

Each is judged as it would be today; who it concerns is told once of each change, with the way to another day.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.each import for_each
from bot.filing import Filing
from bot.notices import Notices
from flows import hours
from flows.language import Appointment, Facts, Flow
from flows.words import Words, from_plain, to_plain
from flows.world import World
from integrations.privacy import Vault
from integrations.store import bookings, cases, erasure
from integrations.store.bookings import Booking
from integrations.store.cases import Case
from integrations.store.database import Database


@dataclass(frozen=True, slots=True)
class Finding:
    """What is found of a booking: ``mark`` names it in the records, ``words`` tell it."""

    mark: str
    words: Words
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
        await for_each(coming, lambda booking: self._one(booking, world))

    async def _one(self, booking: Booking, world: World) -> None:
        """Whether it stands is told to all it belongs to; what differs for one of them, to that one alone."""
        async with self._database.write() as connection:
            parties = await cases.of_booking(connection, self._vault, booking.id)
            if not parties:  # a walk-in ticket of the counter's: there is nobody to tell
                return
            shared = _closed(booking, world)
            found = [(case, shared or await self._differs(connection, booking, case, world)) for case in parties]
            if not any(each for _, each in found):
                found = [(case, _confirmed(booking, world)) for case in parties]
            news = [(case, each) for case, each in found if each is not None and each.mark != booking.told]
            if not news:
                return
            mark = news[0][1].mark
            if not await bookings.tell(connection, booking, mark, world.calendar.is_provisional(booking.day)):
                return
            for case, each in news:
                if each.findings is not None:
                    await self._filing.change(case, connection, world.now, findings=each.findings)
                words = Words(each.words.key, {**each.words.args, "number": case.number})
                await self._notices.plan_for(connection, case, "change", each.mark, words)

    async def _differs(self, connection: AsyncConnection, booking: Booking, case: Case, world: World) -> Finding | None:
        """What the calendar or the rules mean for one of those it belongs to."""
        asked = await erasure.is_asked(connection, case.number)
        flow = None if asked else self._flows.get(case.content.get("flow", ""))
        ending = None if flow is None else flow.endings.get(case.ending)
        if flow is None or not isinstance(ending, Appointment):
            return None
        facts = _facts(flow, ending, case, booking, world)
        first, last = ending.span(facts)
        if (first is not None and booking.day < first) or (last is not None and booking.day > last):
            span = {"day": booking.day, "first": first, "last": last}
            return Finding(f"outside {first} {last}", Words("calendar-outside", span))
        after = ending.after(facts)
        findings = [to_plain(words) for words in after]
        if findings == case.content.get("findings"):
            return None
        lines = next((words.args["lines"] for words in after if words.key == "precheck-bring"), ())
        mark = f"rules {cases.digest_of({'findings': findings})[:12]}"
        return Finding(mark, Words("rules-changed", {"day": booking.day, "lines": lines}), findings)


def _closed(booking: Booking, world: World) -> Finding | None:
    """The office is closed then, or keeps other hours by now."""
    if _stands(booking, world):
        return None
    return Finding(f"closed {booking.day}", Words("calendar-closed", {"day": booking.day}))


def _confirmed(booking: Booking, world: World) -> Finding | None:
    """A day that was not certain is certain now, or open again."""
    certain = booking.provisional and not world.calendar.is_provisional(booking.day)
    if not certain and not (booking.told or "").startswith(("closed", "outside")):
        return None
    return Finding(f"open {booking.day}", Words("calendar-confirmed", {"day": booking.day}))


def _stands(booking: Booking, world: World) -> bool:
    return hours.stands(world, world.place.offices[booking.office], booking.day, booking.starts_at)


def _facts(flow: Flow, ending: Appointment, case: Case, booking: Booking, world: World) -> Facts:
    """The answers as filed, with the day on which the appointment is now."""
    values = {answer["step"]: from_plain(answer["value"]) for answer in case.content["answers"]}
    slot = getattr(ending, "slot", None)
    day = ending.day if slot is None else next(iter(flow.steps[slot].under), ending.day)
    return Facts(world, flow.name, {**values, day: booking.day})

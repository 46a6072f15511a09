"""What is counted of people's appointments: no-shows (爽约) and cancellations (取消) that nobody has excused (不计).

It is counted for each of the people of a booking (their blind indices), whichever conversation it was made in. What
was moved, held and let go, closed by the office or cancelled by staff is no cancellation of theirs: only a booking
that ended as cancelled without being excused counts. A walk-in ticket has no time to miss and never counts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Select, and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.counting import Counted
from flows.hours import SHANGHAI, at
from integrations.store.bookings import CANCELLED, NO_SHOW
from integrations.store.tables import booking_people, bookings


@dataclass(frozen=True, slots=True)
class Recorded:
    """A booking that counts, with nothing personal. ``conversation`` is the one it was made in.

    ``day`` is that of the appointment, which for a cancellation is not the day that counts.
    """

    booking: str
    number: str
    conversation: str
    service: str
    day: date
    counted: Counted


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment of a day at an office, and whether nobody came; ``changed_at`` is when it became so."""

    booking: str
    number: str
    conversation: str
    service: str
    day: date
    missed: bool
    changed_at: datetime


_IS_COUNTED = (
    bookings.c.state.in_([CANCELLED, NO_SHOW]),
    bookings.c.excused.is_(False),
    bookings.c.starts_at.is_not(None),
    bookings.c.number.is_not(None),
)
_RECORDED = select(
    bookings.c.id,
    bookings.c.number,
    bookings.c.conversation,
    bookings.c.service,
    bookings.c.day,
    bookings.c.state,
    bookings.c.updated_at,
).where(*_IS_COUNTED)


async def of_people(
    connection: AsyncConnection, people: Collection[bytes], services: Collection[str], since: date
) -> dict[bytes, list[Recorded]]:
    """What counts of each of these people, in these services, of a day and after it."""
    chosen = _recent(services, since).join(booking_people, booking_people.c.booking == bookings.c.id)
    rows = await connection.execute(
        chosen.add_columns(booking_people.c.person).where(booking_people.c.person.in_(people))
    )
    found: dict[bytes, list[Recorded]] = {person: [] for person in people}
    for row in rows:
        found[bytes(row.person)].append(_recorded(row))
    return found


async def of_conversation(
    connection: AsyncConnection, conversation: str, services: Collection[str], since: date
) -> list[Recorded]:
    """What counts of the bookings made in a conversation, the newest first."""
    rows = await connection.execute(_recent(services, since).where(bookings.c.conversation == conversation))
    return sorted(map(_recorded, rows), key=lambda each: each.counted.day, reverse=True)


async def one(connection: AsyncConnection, booking: str) -> Recorded | None:
    """A booking, if it counts."""
    row = (await connection.execute(_RECORDED.where(bookings.c.id == booking))).one_or_none()
    return None if row is None else _recorded(row)


async def people_of(connection: AsyncConnection, booking: str) -> list[bytes]:
    """The people of a booking, also when it is over."""
    chosen = select(booking_people.c.person).where(booking_people.c.booking == booking)
    return [bytes(row.person) for row in await connection.execute(chosen)]


async def booking_of(connection: AsyncConnection, number: str) -> str | None:
    """The booking of a receipt number, in whatever state."""
    found: str | None = (await connection.execute(select(bookings.c.id).where(bookings.c.number == number))).scalar()
    return found


async def excuse(connection: AsyncConnection, booking: str) -> bool:
    """Strikes it off the count (不计). True if it counted until now."""
    struck = update(bookings).where(bookings.c.id == booking, *_IS_COUNTED).values(excused=True)
    return (await connection.execute(struck)).rowcount == 1


async def of_day(connection: AsyncConnection, office: str, day: date) -> Sequence[Appointment]:
    """The appointments of an office on a day, and whether each is a no-show."""
    chosen = select(bookings).where(
        bookings.c.office == office,
        bookings.c.day == day,
        bookings.c.starts_at.is_not(None),
        bookings.c.number.is_not(None),
    )
    return [
        Appointment(
            row.id,
            row.number,
            row.conversation,
            row.service,
            row.day,
            row.state == NO_SHOW,
            row.updated_at,
        )
        for row in await connection.execute(chosen)
    ]


def _recent(services: Collection[str], since: date) -> Select[Any]:
    cancelled_since = and_(bookings.c.state == CANCELLED, bookings.c.updated_at >= at(since, time.min))
    missed_since = and_(bookings.c.state == NO_SHOW, bookings.c.day >= since)
    return _RECORDED.where(bookings.c.service.in_(services), or_(cancelled_since, missed_since))


def _recorded(row: Any) -> Recorded:
    missed = row.state == NO_SHOW
    counted = (
        Counted("no_show", row.day) if missed else Counted("cancelled", row.updated_at.astimezone(SHANGHAI).date())
    )
    return Recorded(row.id, row.number, row.conversation, row.service, row.day, counted)

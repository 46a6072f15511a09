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

from sqlalchemy import and_, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.counting import Counted
from flows.hours import SHANGHAI, at
from integrations.store.bookings import CANCELLED, NO_SHOW, known_as
from integrations.store.tables import booking_people, bookings, cases


@dataclass(frozen=True, slots=True)
class Party:
    """Whose an appointment is: a conversation it was made or agreed to in, and its receipt number there."""

    conversation: str
    number: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A booking that counts, with nothing personal. ``parties`` begins with who made it.

    ``day`` is that of the appointment, which for a cancellation is not the day that counts.
    """

    booking: str
    service: str
    day: date
    counted: Counted
    parties: tuple[Party, ...]

    def of(self, conversation: str) -> Party | None:
        """Who it is in a conversation; None where it is nobody's there."""
        return next((party for party in self.parties if party.conversation == conversation), None)


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment of a day at an office, and whether nobody came; ``changed_at`` is when it became so."""

    booking: str
    service: str
    day: date
    missed: bool
    changed_at: datetime
    parties: tuple[Party, ...]


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
# Built once: making a statement costs more than running it.
_RECENT = _RECORDED.where(
    bookings.c.service.in_(bindparam("services", expanding=True)),
    or_(
        and_(bookings.c.state == CANCELLED, bookings.c.updated_at >= bindparam("since_at")),
        and_(bookings.c.state == NO_SHOW, bookings.c.day >= bindparam("since")),
    ),
)
_OF_PEOPLE = (
    _RECENT.join(booking_people, booking_people.c.booking == bookings.c.id)
    .add_columns(booking_people.c.person)
    .where(booking_people.c.person.in_(bindparam("people", expanding=True)))
)


async def of_people(
    connection: AsyncConnection, people: Collection[bytes], services: Collection[str], since: date
) -> dict[bytes, list[Recorded]]:
    """What counts of each of these people, in these services, of a day and after it."""
    rows = (await connection.execute(_OF_PEOPLE, {**_recent(services, since), "people": list(people)})).all()
    parties = await _parties(connection, rows)
    found: dict[bytes, list[Recorded]] = {person: [] for person in people}
    for row in rows:
        found[bytes(row.person)].append(_recorded(row, parties[row.id]))
    return found


async def of_conversation(
    connection: AsyncConnection, conversation: str, services: Collection[str], since: date
) -> list[Recorded]:
    """What counts of the bookings made or agreed to in a conversation, the newest first."""
    agreed = select(cases.c.booking).where(cases.c.conversation == conversation, cases.c.kind == "booking")
    own = or_(bookings.c.conversation == conversation, bookings.c.id.in_(agreed))
    rows = (await connection.execute(_RECENT.where(own), _recent(services, since))).all()
    parties = await _parties(connection, rows)
    return sorted((_recorded(row, parties[row.id]) for row in rows), key=lambda each: each.counted.day, reverse=True)


async def one(connection: AsyncConnection, booking: str) -> Recorded | None:
    """A booking, if it counts."""
    rows = (await connection.execute(_RECORDED.where(bookings.c.id == booking))).all()
    parties = await _parties(connection, rows)
    return next((_recorded(row, parties[row.id]) for row in rows), None)


async def people_of(connection: AsyncConnection, booking: str) -> list[bytes]:
    """The people of a booking, also when it is over."""
    chosen = select(booking_people.c.person).where(booking_people.c.booking == booking)
    return [bytes(row.person) for row in await connection.execute(chosen)]


async def booking_of(connection: AsyncConnection, number: str) -> str | None:
    """The booking of a receipt number, in whatever state."""
    found: str | None = (await connection.execute(select(bookings.c.id).where(known_as(number)))).scalar()
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
    rows = (await connection.execute(chosen)).all()
    parties = await _parties(connection, rows)
    return [
        Appointment(row.id, row.service, row.day, row.state == NO_SHOW, row.updated_at, parties[row.id]) for row in rows
    ]


def _recent(services: Collection[str], since: date) -> dict[str, Any]:
    """The values of ``_RECENT``."""
    return {"services": sorted(services), "since": since, "since_at": at(since, time.min)}


async def _parties(connection: AsyncConnection, rows: Sequence[Any]) -> dict[str, tuple[Party, ...]]:
    """Whose each of these bookings is: of who made it, and of the partner who agreed to it."""
    found = {row.id: {row.conversation: Party(row.conversation, row.number)} for row in rows}
    if rows:
        chosen = select(cases.c.booking, cases.c.conversation, cases.c.number).where(
            cases.c.booking.in_(found), cases.c.kind == "booking"
        )
        for case in await connection.execute(chosen):
            found[case.booking].setdefault(case.conversation, Party(case.conversation, case.number))
    return {booking: tuple(own.values()) for booking, own in found.items()}


def _recorded(row: Any, parties: tuple[Party, ...]) -> Recorded:
    missed = row.state == NO_SHOW
    counted = (
        Counted("no_show", row.day) if missed else Counted("cancelled", row.updated_at.astimezone(SHANGHAI).date())
    )
    return Recorded(row.id, row.service, row.day, counted, parties)

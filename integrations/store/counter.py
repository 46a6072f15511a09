"""The counter of an office on a day: who is expected, who came (签到), who did not (爽约), and the line of walk-ins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.bookings import BOOKED, CANCELLED, NO_SHOW, PAST, known_as
from integrations.store.tables import booking_people, bookings

SHOWN = (BOOKED, PAST, NO_SHOW, CANCELLED)
EXPECTED = (BOOKED, PAST, NO_SHOW)
"""The states from which one can still come to the counter: who is late is served as well."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One appointment or walk-in ticket of a day, with nothing personal. ``run`` leads to its case, if it has one."""

    id: str
    number: str
    run: str
    service: str
    starts_at: datetime | None
    ticket: int | None
    state: str
    arrived_at: datetime | None


_VISITS = select(
    bookings.c.id,
    bookings.c.number,
    bookings.c.run,
    bookings.c.service,
    bookings.c.starts_at,
    bookings.c.ticket,
    bookings.c.state,
    bookings.c.arrived_at,
)


async def of_day(connection: AsyncConnection, office: str, day: date) -> list[Visit]:
    """The appointments of an office on a day by their time, then its tickets by their number."""
    chosen = _VISITS.where(bookings.c.office == office, bookings.c.day == day, bookings.c.state.in_(SHOWN))
    order = chosen.order_by(bookings.c.starts_at.is_(None), bookings.c.starts_at, bookings.c.ticket, bookings.c.number)
    return [_visit(row) for row in await connection.execute(order)]


async def by_number(connection: AsyncConnection, office: str, day: date, number: str) -> Visit | None:
    """What is expected at an office on a day, by its number, or that of the partner who agreed to it."""
    chosen = _expected(office, day).where(known_as(number))
    row = (await connection.execute(chosen)).one_or_none()
    return None if row is None else _visit(row)


async def by_ticket(connection: AsyncConnection, office: str, day: date, ticket: int) -> Visit | None:
    """What is expected at an office on a day, by its number in line (现场号)."""
    row = (await connection.execute(_expected(office, day).where(bookings.c.ticket == ticket))).one_or_none()
    return None if row is None else _visit(row)


async def number_of(connection: AsyncConnection, run: str) -> str | None:
    """The number of what a run booked, if it did."""
    found: str | None = (await connection.execute(select(bookings.c.number).where(bookings.c.run == run))).scalar()
    return found


async def by_tail(connection: AsyncConnection, office: str, day: date, tail: bytes) -> list[Visit]:
    """What is expected of people whose ID number ends so, by its ``tail_index``; several may."""
    own = select(booking_people.c.booking).where(booking_people.c.tail == tail)
    chosen = _expected(office, day).where(bookings.c.id.in_(own))
    return [_visit(row) for row in await connection.execute(chosen.order_by(bookings.c.starts_at, bookings.c.number))]


async def arrive(connection: AsyncConnection, office: str, day: date, number: str, now: datetime) -> bool:
    """Checks somebody in, once; who was marked as not come has come late, and is so no more. True if it was done."""
    chosen = update(bookings).where(*_one(office, day, number), bookings.c.state.in_(EXPECTED))
    arrived = await connection.execute(
        chosen.where(bookings.c.arrived_at.is_(None)).values(arrived_at=now, updated_at=now)
    )
    if arrived.rowcount != 1:
        return False
    await correct(connection, office, day, number, NO_SHOW, PAST, now)
    return True


async def undo_arrival(connection: AsyncConnection, office: str, day: date, number: str, now: datetime) -> bool:
    """Takes a check-in back. With the last one of a day nothing is known of that day, and no slot is a no-show."""
    arrived = update(bookings).where(*_one(office, day, number), bookings.c.arrived_at.is_not(None))
    if (await connection.execute(arrived.values(arrived_at=None, updated_at=now))).rowcount != 1:
        return False
    of_day = (bookings.c.office == office, bookings.c.day == day)
    others = select(func.count()).where(*of_day, bookings.c.starts_at.is_not(None), bookings.c.arrived_at.is_not(None))
    if (await connection.execute(others)).scalar_one() == 0:
        marked = update(bookings).where(*of_day, bookings.c.state == NO_SHOW)
        await connection.execute(marked.values(state=PAST, updated_at=now))
    return True


async def correct(
    connection: AsyncConnection, office: str, day: date, number: str, was: str, state: str, now: datetime
) -> bool:
    """Turns a no-show into past or the other way, where nobody was checked in late. True if it was done.

    A ticket has no time to miss: it is never a no-show.
    """
    chosen = update(bookings).where(*_one(office, day, number), bookings.c.state == was)
    if state == NO_SHOW:
        chosen = chosen.where(bookings.c.starts_at.is_not(None), bookings.c.arrived_at.is_(None))
    return (await connection.execute(chosen.values(state=state, updated_at=now))).rowcount == 1


async def serve(connection: AsyncConnection, office: str, day: date, number: str, now: datetime) -> bool:
    """Somebody of the line is done: their ticket is past. True if it was waiting."""
    return await _move_ticket(connection, office, day, number, BOOKED, PAST, now)


async def take_back(connection: AsyncConnection, office: str, day: date, number: str, now: datetime) -> bool:
    """Somebody of the line is not done after all. True if they were."""
    return await _move_ticket(connection, office, day, number, PAST, BOOKED, now)


async def waiting_before(connection: AsyncConnection, office: str, day: date, ticket: int) -> int | None:
    """How many who came are served before a ticket; None where that is not known.

    Those are the tickets before it, and the appointments whose time is not over. It is not known where tickets are
    waiting and none of the day was ever marked as done: then nobody may be keeping the line.
    """
    of_day = (bookings.c.office == office, bookings.c.day == day)
    here = (*of_day, bookings.c.state == BOOKED, bookings.c.arrived_at.is_not(None))
    tickets = select(func.count()).where(*here, bookings.c.ticket < ticket)
    in_line = int((await connection.execute(tickets)).scalar_one())
    done = select(func.count()).where(*of_day, bookings.c.ticket.is_not(None), bookings.c.state == PAST)
    if in_line and (await connection.execute(done)).scalar_one() == 0:
        return None
    appointments = select(func.count()).where(*here, bookings.c.starts_at.is_not(None))
    return in_line + int((await connection.execute(appointments)).scalar_one())


async def _move_ticket(
    connection: AsyncConnection, office: str, day: date, number: str, was: str, state: str, now: datetime
) -> bool:
    chosen = update(bookings).where(*_one(office, day, number), bookings.c.state == was)
    here = chosen.where(bookings.c.ticket.is_not(None), bookings.c.arrived_at.is_not(None))
    return (await connection.execute(here.values(state=state, updated_at=now))).rowcount == 1


def _one(office: str, day: date, number: str) -> Sequence[Any]:
    return bookings.c.office == office, bookings.c.day == day, bookings.c.number == number


def _expected(office: str, day: date) -> Any:
    return _VISITS.where(bookings.c.office == office, bookings.c.day == day, bookings.c.state.in_(EXPECTED))


def _visit(row: Any) -> Visit:
    return Visit(*row)

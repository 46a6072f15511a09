"""The waiting list (候补) of full days: who waits for which day, in which order, and what is offered to whom.

A row moves only from the state it was seen in: of two that offer at once, or offer and leave, one finds nothing to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.bookings import BOOKED, Seat
from integrations.store.tables import bookings, slots, waiters

WAITING, OFFERED, TAKEN, LAPSED, LEFT, CLOSED = "waiting", "offered", "taken", "lapsed", "left", "closed"
IN_LINE = (WAITING, OFFERED)
"""The states of who still waits, or has a seat held for them and may take it."""


@dataclass(frozen=True, slots=True)
class Waiter:
    """Somebody in line for a day with the booking that stands until then.

    ``conversation`` is where waiting was begun and offers are told; ``offer`` is the hold of the seat that is, or was,
    offered ``until``.
    """

    id: str
    number: str
    conversation: str
    service: str
    booking: str
    office: str
    day: date
    since: datetime
    state: str
    offer: str | None = None
    until: datetime | None = None


async def join(connection: AsyncConnection, waiter: Waiter, now: datetime) -> None:
    """Puts somebody at the end of the line."""
    row = {name: getattr(waiter, name) for name in Waiter.__slots__}
    await connection.execute(waiters.insert(), {**row, "updated_at": now})


async def lock_booking(connection: AsyncConnection, booking: str) -> bool:
    """Whether a booking stands; it goes on standing until this transaction ends."""
    chosen = select(bookings.c.id).where(bookings.c.id == booking, bookings.c.state == BOOKED)
    return (await connection.execute(chosen.with_for_update())).first() is not None


async def lock_seats(connection: AsyncConnection, office: str, since: datetime, before: datetime) -> None:
    """Until this transaction ends, no seat within a span is freed that another one would not see us wait for."""
    day = (slots.c.office == office, slots.c.starts_at >= since, slots.c.starts_at < before)
    await connection.execute(select(slots.c.starts_at).where(*day).order_by(slots.c.starts_at).with_for_update())


async def line(connection: AsyncConnection, office: str, day: date) -> list[Waiter]:
    """Who waits for a day and has no offer, first come first."""
    return await _all(connection, _of_day(office, day).where(waiters.c.state == WAITING))


async def in_line(connection: AsyncConnection, office: str, day: date) -> list[Waiter]:
    """Who waits for a day or is offered a seat of it, first come first."""
    return await _all(connection, _of_day(office, day).where(waiters.c.state.in_(IN_LINE)))


async def offer(connection: AsyncConnection, waiter: str, hold: str, until: datetime, now: datetime) -> bool:
    """Offers the seat that ``hold`` has to somebody who waits; False if they wait no more."""
    offered = update(waiters).where(waiters.c.id == waiter, waiters.c.state == WAITING)
    values = {"state": OFFERED, "offer": hold, "until": until, "updated_at": now}
    return (await connection.execute(offered.values(values))).rowcount == 1


async def settle(connection: AsyncConnection, waiter: str, was: str, state: str, now: datetime) -> bool:
    """Moves somebody from one state to another; False if they are not in that one."""
    moved = update(waiters).where(waiters.c.id == waiter, waiters.c.state == was)
    return (await connection.execute(moved.values(state=state, updated_at=now))).rowcount == 1


async def locked(connection: AsyncConnection, waiter: str) -> Waiter | None:
    """Somebody in line, as they stay until this transaction ends."""
    chosen = select(waiters).where(waiters.c.id == waiter, waiters.c.state.in_(IN_LINE))
    return next(iter(await _all(connection, chosen.with_for_update())), None)


async def of_booking(connection: AsyncConnection, booking: str, *, lock: bool = False) -> list[Waiter]:
    """The days a booking's owner is in line for; with ``lock`` as they stay until this transaction ends."""
    chosen = _in_line(waiters.c.booking == booking)
    return await _all(connection, chosen.with_for_update() if lock else chosen)


async def of_conversation(connection: AsyncConnection, conversation: str, *, lock: bool = False) -> list[Waiter]:
    """As ``of_booking``, of everything begun in a conversation or for a booking made there."""
    own = select(bookings.c.id).where(bookings.c.conversation == conversation, bookings.c.state == BOOKED)
    chosen = _in_line(or_(waiters.c.conversation == conversation, waiters.c.booking.in_(own)))
    return await _all(connection, chosen.with_for_update() if lock else chosen)


async def before(connection: AsyncConnection, waiter: Waiter) -> int:
    """How many are in line before somebody, those with an offer among them."""
    earlier = or_(waiters.c.since < waiter.since, and_(waiters.c.since == waiter.since, waiters.c.id < waiter.id))
    return await _count(connection, waiter.office, waiter.day, earlier)


async def waiting_for(connection: AsyncConnection, office: str, day: date) -> int:
    """How many are in line for a day."""
    return await _count(connection, office, day)


async def by_day(connection: AsyncConnection, office: str, first: date, last: date) -> Mapping[date, int]:
    """How many are in line for each day within a span; days for which nobody is are left out."""
    span = (waiters.c.office == office, waiters.c.day >= first, waiters.c.day <= last, waiters.c.state.in_(IN_LINE))
    counted = select(waiters.c.day, func.count().label("waiting")).where(*span).group_by(waiters.c.day)
    return {row.day: row.waiting for row in await connection.execute(counted)}


async def days(connection: AsyncConnection) -> list[tuple[str, date]]:
    """Every office and day somebody is in line for."""
    chosen = select(waiters.c.office, waiters.c.day).where(waiters.c.state.in_(IN_LINE)).distinct()
    rows = await connection.execute(chosen.order_by(waiters.c.day, waiters.c.office))
    return [(row.office, row.day) for row in rows]


async def seat_of(connection: AsyncConnection, booking: str) -> Seat | None:
    """The seat that a hold or a booking has, or had last; None for a ticket, and where there is no such booking."""
    chosen = select(bookings.c.office, bookings.c.starts_at, bookings.c.day).where(bookings.c.id == booking)
    row = (await connection.execute(chosen)).one_or_none()
    return None if row is None or row.starts_at is None else Seat(row.office, row.starts_at, row.day)


def _of_day(office: str, day: date) -> Select[Any]:
    chosen = select(waiters).where(waiters.c.office == office, waiters.c.day == day)
    return chosen.order_by(waiters.c.since, waiters.c.id)


def _in_line(condition: Any) -> Select[Any]:
    return select(waiters).where(condition, waiters.c.state.in_(IN_LINE)).order_by(waiters.c.day, waiters.c.since)


async def _count(connection: AsyncConnection, office: str, day: date, *conditions: Any) -> int:
    of_day = (waiters.c.office == office, waiters.c.day == day, waiters.c.state.in_(IN_LINE))
    counted = select(func.count()).select_from(waiters).where(*of_day, *conditions)
    return int((await connection.execute(counted)).scalar_one())


async def _all(connection: AsyncConnection, chosen: Select[Any]) -> list[Waiter]:
    rows = await connection.execute(chosen)
    return [Waiter(*(getattr(row, name) for name in Waiter.__slots__)) for row in rows]

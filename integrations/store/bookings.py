"""Seats: held, booked, swapped, let go. The guard against overbooking is one conditional UPDATE of ``slots``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, case, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.errors import Refused
from integrations.privacy import Vault
from integrations.store.tables import booking_people, bookings, cases, slots, tickets

HELD, BOOKED, RELEASED, CANCELLED, PAST = "held", "booked", "released", "cancelled", "past"
INVITED = "invited"
"""Held for a partner who has not agreed yet (等对方确认)."""
NO_SHOW = "no_show"
"""爽约: the slot's time is over, nobody came, and that is known because the counter checked people in on that day."""
TAIL = 6
"""Characters of an ID number that a person says at the counter."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat of one slot: the office, the start (UTC), the day it falls on there."""

    office: str
    starts_at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Booking:
    """A booking as its owner sees it; ``changed_at`` is when it last was made, moved, settled or ended."""

    id: str
    number: str
    service: str
    office: str
    starts_at: datetime | None
    day: date
    ticket: int | None
    provisional: bool
    not_before: date | None
    not_after: date | None
    state: str
    changed_at: datetime
    conversation: str
    told: str | None
    """What its owner was told last of whether it still stands."""


_TAKE = (
    update(slots)
    .where(
        slots.c.office == bindparam("of"), slots.c.starts_at == bindparam("at"), slots.c.taken < bindparam("capacity")
    )
    .values(taken=slots.c.taken + 1)
)
_FREE = (
    update(slots)
    .where(slots.c.office == bindparam("of"), slots.c.starts_at == bindparam("at"))
    .values(taken=slots.c.taken - 1)
)
_MOVE = (
    update(bookings)
    .where(bookings.c.id == bindparam("booking"), bookings.c.state.in_(bindparam("was", expanding=True)))
    .values(state=bindparam("now"), updated_at=bindparam("at"))
    .returning(bookings.c.office, bookings.c.starts_at)
)


_BOOK = (
    update(bookings)
    .where(bookings.c.id == bindparam("booking"), bookings.c.state == HELD, bookings.c.held_until > bindparam("now"))
    .values(
        state=BOOKED,
        number=bindparam("receipt"),
        not_before=bindparam("first"),
        not_after=bindparam("last"),
        updated_at=bindparam("now"),
    )
)


_came = bookings.alias("came")
_COUNTER_WAS_USED = (
    select(_came.c.id)
    .where(
        _came.c.office == bookings.c.office,
        _came.c.day == bookings.c.day,
        _came.c.starts_at.is_not(None),
        _came.c.arrived_at.is_not(None),
    )
    .correlate(bookings)
    .exists()
)
_OVER = (
    update(bookings)
    .where(bookings.c.id == bindparam("booking"), bookings.c.state == BOOKED)
    .values(
        state=case(
            (and_(bookings.c.starts_at.is_not(None), bookings.c.arrived_at.is_(None), _COUNTER_WAS_USED), NO_SHOW),
            else_=PAST,
        ),
        updated_at=bindparam("at"),
    )
)


def tail_index(vault: Vault, office: str, day: date, id_number: str) -> bytes:
    """The blind index over the end of an ID number, for one office and one day: of no use anywhere else."""
    return vault.index("tail", f"{office}:{day.isoformat()}:{id_number[-TAIL:]}")


async def take(connection: AsyncConnection, seat: Seat, capacity: int) -> bool:
    """Takes one seat if there is one; False when the slot is full."""
    where = {"of": seat.office, "at": seat.starts_at, "capacity": capacity}
    if (await connection.execute(_TAKE, where)).rowcount == 1:
        return True
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    row = {"office": seat.office, "starts_at": seat.starts_at, "taken": 0}
    await connection.execute(dialect.insert(slots).on_conflict_do_nothing(), row)
    return (await connection.execute(_TAKE, where)).rowcount == 1


async def hold(
    connection: AsyncConnection,
    *,
    booking: str,
    run: str,
    conversation: str,
    service: str,
    seat: Seat,
    capacity: int,
    until: datetime,
    provisional: bool,
    now: datetime,
    step: str,
) -> None:
    """Holds a seat until an instant. Raises Refused (slot-gone) when the slot is full."""
    if not await take(connection, seat, capacity):
        raise Refused("slot-gone", step=step)
    await connection.execute(
        bookings.insert(),
        {
            "id": booking,
            "run": run,
            "conversation": conversation,
            "service": service,
            "office": seat.office,
            "starts_at": seat.starts_at,
            "day": seat.day,
            "state": HELD,
            "held_until": until,
            "provisional": provisional,
            "updated_at": now,
        },
    )


async def release(connection: AsyncConnection, booking: str, now: datetime, *, due: bool = False) -> bool:
    """Lets a hold go and frees its seat, once; with ``due`` only if its time is over. True if it freed a seat."""
    move = _MOVE if not due else _MOVE.where(bookings.c.held_until <= now)
    row = (
        await connection.execute(move, {"booking": booking, "was": [HELD], "now": RELEASED, "at": now})
    ).one_or_none()
    if row is None:
        return False
    await free(connection, row.office, row.starts_at)
    return True


async def free(connection: AsyncConnection, office: str, starts_at: datetime) -> None:
    """Gives one seat back. Only for who has just moved the booking that had it."""
    await connection.execute(_FREE, {"of": office, "at": starts_at})


async def book(
    connection: AsyncConnection,
    *,
    booking: str,
    number: str,
    people: Sequence[bytes],
    tails: Mapping[bytes, bytes] | None = None,
    kind: str = "registration",
    span: tuple[date | None, date | None] = (None, None),
    now: datetime,
    step: str,
) -> None:
    """Turns a live hold into a booking for these people; ``tails`` holds the ``tail_index`` of each of them.

    Raises Refused: slot-gone (naming ``step``) when the hold has run out, booking-conflict when one of the people has
    an active booking of this kind already; the conflict names nothing.
    """
    where = {"booking": booking, "receipt": number, "first": span[0], "last": span[1], "now": now}
    booked = await connection.execute(_BOOK, where)
    if booked.rowcount != 1:
        raise Refused("slot-gone", step=step)
    await claim(connection, booking, people, tails or {}, kind)


async def walk_in(
    connection: AsyncConnection,
    *,
    booking: str,
    number: str,
    run: str,
    conversation: str,
    service: str,
    office: str,
    day: date,
    provisional: bool,
    now: datetime,
) -> int:
    """A walk-in ticket (现场号) for a day: no capacity, no block, no conflict stands in its way. Its number in line."""
    dialect: Any = sqlite if connection.dialect.name == "sqlite" else postgresql
    counting = dialect.insert(tickets).on_conflict_do_update(
        index_elements=["office", "day"], set_={"last": tickets.c.last + 1}
    )
    drawn = await connection.execute(counting.returning(tickets.c.last), {"office": office, "day": day, "last": 1})
    ticket = int(drawn.scalar_one())
    await connection.execute(
        bookings.insert(),
        {
            "id": booking,
            "number": number,
            "run": run,
            "conversation": conversation,
            "service": service,
            "office": office,
            "day": day,
            "ticket": ticket,
            "state": BOOKED,
            "provisional": provisional,
            "updated_at": now,
        },
    )
    return ticket


async def swap(connection: AsyncConnection, *, booking: str, held: str, now: datetime, step: str) -> None:
    """Moves a booking to the seat another hold has, and frees the old seat: all of it or nothing.

    Raises Refused: slot-gone (naming ``step``) when the hold has run out, booking-not_active when there is nothing
    left to move.
    """
    target = await connection.execute(
        update(bookings)
        .where(bookings.c.id == held, bookings.c.state == HELD, bookings.c.held_until > now)
        .values(state=RELEASED, updated_at=now)
        .returning(bookings.c.office, bookings.c.starts_at, bookings.c.day, bookings.c.provisional)
    )
    seat = target.one_or_none()
    if seat is None:
        raise Refused("slot-gone", step=step)
    old = (
        await connection.execute(
            select(bookings.c.office, bookings.c.starts_at)
            .where(bookings.c.id == booking, bookings.c.state == BOOKED)
            .with_for_update()
        )
    ).one_or_none()
    if old is None or old.starts_at is None:
        raise Refused("booking-not_active", step=step)
    await connection.execute(
        update(bookings)
        .where(bookings.c.id == booking)
        .values(
            office=seat.office,
            starts_at=seat.starts_at,
            day=seat.day,
            provisional=seat.provisional,
            told=None,
            arrived_at=None,
            updated_at=now,
        )
    )
    await connection.execute(_FREE, {"of": old.office, "at": old.starts_at})


async def set_tails(connection: AsyncConnection, booking: str, tails: Mapping[bytes, bytes]) -> None:
    """The tails of a booking's people at its new office and day, by person; those of the old day go."""
    own = booking_people.c.booking == booking
    await connection.execute(update(booking_people).where(own).values(tail=None))
    for person, tail in tails.items():
        await connection.execute(update(booking_people).where(own, booking_people.c.person == person).values(tail=tail))


async def end(connection: AsyncConnection, booking: str, state: str, now: datetime, *, excused: bool = False) -> bool:
    """Ends a booking (cancelled: its seat is freed, once; past: it is not). True if it was active.

    ``excused``: it is not counted against its people, being none of their doing (the office's, or the staff's).
    """
    row = (
        await connection.execute(_MOVE, {"booking": booking, "was": [BOOKED], "now": state, "at": now})
    ).one_or_none()
    if row is None:
        return False
    if excused:
        await connection.execute(update(bookings).where(bookings.c.id == booking).values(excused=True))
    await connection.execute(update(booking_people).where(booking_people.c.booking == booking).values(active=False))
    if state == CANCELLED and row.starts_at is not None:
        await connection.execute(_FREE, {"of": row.office, "at": row.starts_at})
    return True


async def over(connection: AsyncConnection, booking: str, now: datetime) -> bool:
    """The time of a booking is over: past, or no_show where it had a slot and is known not to have been used.

    That is known where an appointment of that office and day was checked in at the counter: an office that checks
    nobody in marks nobody. True if it was active.
    """
    if (await connection.execute(_OVER, {"booking": booking, "at": now})).rowcount != 1:
        return False
    await connection.execute(update(booking_people).where(booking_people.c.booking == booking).values(active=False))
    return True


async def of_conversation(connection: AsyncConnection, conversation: str) -> list[Booking]:
    """The appointments and tickets of a conversation, by day: booked, or still waiting for the partner.

    Those made in it, and those of others that were agreed to in it.
    """
    agreed = select(cases.c.booking).where(cases.c.conversation == conversation, cases.c.booking.is_not(None))
    own = or_(bookings.c.conversation == conversation, bookings.c.id.in_(agreed))
    chosen = select(bookings).where(own, bookings.c.state.in_([BOOKED, INVITED]))
    return [_booking(row) for row in (await connection.execute(chosen.order_by(bookings.c.day))).all()]


async def one(connection: AsyncConnection, booking: str) -> Booking | None:
    """A booked appointment by its id."""
    chosen = select(bookings).where(bookings.c.id == booking, bookings.c.state == BOOKED)
    row = (await connection.execute(chosen)).one_or_none()
    return None if row is None else _booking(row)


async def of_person(connection: AsyncConnection, number: str, person: bytes, since: date) -> Booking | None:
    """A booked appointment from a day on by its receipt number and one of the people it is for (a blind index)."""
    chosen = select(bookings).join(booking_people, booking_people.c.booking == bookings.c.id)
    chosen = chosen.where(
        known_as(number),
        bookings.c.state == BOOKED,
        bookings.c.day >= since,
        bookings.c.starts_at.is_not(None),
        booking_people.c.person == person,
        booking_people.c.active.is_(True),
    )
    row = (await connection.execute(chosen)).one_or_none()
    return None if row is None else _booking(row)


async def ticket(connection: AsyncConnection, number: str, since: date) -> Booking | None:
    """A walk-in ticket that waits, from a day on, by its receipt number."""
    chosen = select(bookings).where(bookings.c.number == number, bookings.c.state == BOOKED, bookings.c.day >= since)
    row = (await connection.execute(chosen.where(bookings.c.ticket.is_not(None)))).one_or_none()
    return None if row is None else _booking(row)


async def by_number(connection: AsyncConnection, conversation: str, number: str) -> Booking | None:
    """A conversation's own booking by its receipt number, also when it is cancelled, past or no_show."""
    mine = select(cases.c.booking).where(cases.c.number == number, cases.c.conversation == conversation)
    settled = bookings.c.state.not_in([HELD, INVITED, RELEASED])
    chosen = select(bookings).where(bookings.c.id.in_(mine), settled)
    row = (await connection.execute(chosen)).one_or_none()
    return None if row is None else _booking(row)


async def taken(
    connection: AsyncConnection, office: str, since: datetime, before: datetime, run: str | None = None
) -> Mapping[datetime, int]:
    """The seats taken by slot within a span; a hold of ``run`` itself counts as free."""
    counted = await connection.execute(
        select(slots.c.starts_at, slots.c.taken).where(
            slots.c.office == office, slots.c.starts_at >= since, slots.c.starts_at < before, slots.c.taken > 0
        )
    )
    found = {row.starts_at: row.taken for row in counted}
    if run is not None and found:
        own = await connection.execute(
            select(bookings.c.starts_at).where(
                bookings.c.run == run, bookings.c.state == HELD, bookings.c.office == office
            )
        )
        for row in own:
            if row.starts_at in found:
                found[row.starts_at] -= 1
    return found


async def coming(connection: AsyncConnection, since: date) -> list[Booking]:
    """The booked appointments and tickets of a day and of all days after it, of everybody."""
    chosen = select(bookings).where(bookings.c.state == BOOKED, bookings.c.day >= since)
    return [_booking(row) for row in (await connection.execute(chosen.order_by(bookings.c.day))).all()]


async def tell(connection: AsyncConnection, booking: Booking, mark: str, provisional: bool) -> bool:
    """Notes what is being told of whether a booking stands; False if it was moved or ended meanwhile."""
    as_it_was = (bookings.c.id == booking.id, bookings.c.state == BOOKED, bookings.c.updated_at == booking.changed_at)
    noted = update(bookings).where(*as_it_was).values(told=mark, provisional=provisional)
    return (await connection.execute(noted)).rowcount == 1


async def overbooked(connection: AsyncConnection, capacities: Mapping[str, int]) -> list[str]:
    """What does not add up, one sentence each: slots over capacity, and seats taken that no booking accounts for."""
    held = (
        select(bookings.c.office, bookings.c.starts_at, func.count().label("held"))
        .where(bookings.c.state.in_([HELD, INVITED, BOOKED, PAST, NO_SHOW]), bookings.c.starts_at.is_not(None))
        .group_by(bookings.c.office, bookings.c.starts_at)
    )
    counted = {(row.office, row.starts_at): row.held for row in await connection.execute(held)}
    faults = []
    for row in await connection.execute(select(slots)):
        by_booking = counted.pop((row.office, row.starts_at), 0)
        where = f"slot {row.office} {row.starts_at:%Y-%m-%d %H:%M} UTC"
        if row.taken != by_booking:
            faults.append(f"{where}: {row.taken} seats taken, {by_booking} bookings")
        if row.taken > capacities.get(row.office, row.taken):
            faults.append(f"{where}: {row.taken} seats taken of {capacities[row.office]}")
    return faults + [
        f"slot {office} {at:%Y-%m-%d %H:%M} UTC: {n} bookings, no seat" for (office, at), n in counted.items()
    ]


async def claim(
    connection: AsyncConnection,
    booking: str,
    people: Sequence[bytes],
    tails: Mapping[bytes, bytes],
    kind: str = "registration",
) -> None:
    """The booking is for these people. Raises Refused (booking-conflict) when one of them has an active one."""
    rows = [
        {"booking": booking, "person": person, "kind": kind, "active": True, "tail": tails.get(person)}
        for person in dict.fromkeys(people)
    ]
    if not rows:
        return
    try:
        await connection.execute(booking_people.insert(), rows if len(rows) > 1 else rows[0])
    except IntegrityError as fault:
        raise Refused("booking-conflict", step="summary") from fault


def known_as(number: str) -> ColumnElement[bool]:
    """Chooses the booking of a receipt number: of who made it, or of the partner who agreed to it."""
    return or_(bookings.c.number == number, bookings.c.id.in_(select(cases.c.booking).where(cases.c.number == number)))


def _booking(row: Any) -> Booking:
    return Booking(
        row.id,
        row.number,
        row.service,
        row.office,
        row.starts_at,
        row.day,
        row.ticket,
        row.provisional,
        row.not_before,
        row.not_after,
        row.state,
        row.updated_at,
        row.conversation,
        row.told,
    )

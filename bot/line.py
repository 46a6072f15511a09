"""What somebody does about the waiting list (候补) in a turn: gets in line, takes the seat that is held, leaves."""

from __future__ import annotations

from datetime import time, timedelta

from bot.booking import Booker, Told
from bot.filing import Doing
from bot.waiting import Waiting
from flows import hours
from flows.appointments.rules import booking_id, chosen
from flows.errors import Refused
from flows.hours import SHANGHAI
from flows.language.endings import LeaveLine, TakeOffer, Wait
from flows.offer.rules import waiter_id
from flows.outcome import Final
from flows.waiting import MOST_DAYS, free_seats, is_over
from integrations.store import bookings, waiters
from integrations.store.waiters import OFFERED, WAITING, Waiter

LEAST = timedelta(microseconds=1)
"""Who gets in line comes after everybody who is told to be before them, whatever their clocks say."""


class Line:
    """Refuses (Refused) what is not to be had; the appointment stands until another seat is taken."""

    def __init__(self, booker: Booker, waiting: Waiting) -> None:
        self._booker = booker
        self._waiting = waiting

    async def join(self, final: Final, ending: Wait, doing: Doing) -> Told:
        """Gets in line for a day that is full, at its end."""
        connection, world, day = doing.connection, doing.world, final.facts[ending.day]
        booking = booking_id(chosen(final.facts))
        own = await bookings.one(connection, booking) if await waiters.lock_booking(connection, booking) else None
        if own is None or own.starts_at is None:
            raise Refused("booking-not_active", step=ending.booking)
        office = world.place.offices[own.office]
        midnight = hours.at(day, time.min)
        span = (office.id, midnight, midnight + timedelta(days=1))
        await waiters.lock_seats(connection, *span)
        if any(free_seats(world, office, day, await bookings.taken(connection, *span))):
            raise Refused("wait-has_seats", step=ending.day, day=day)
        if not hours.starts(world, office, day):
            raise Refused("day-closed", step=ending.day, day=day)
        mine = await waiters.of_booking(connection, booking)
        if day == own.day or any(each.day == day for each in mine):
            raise Refused("wait-already", step=ending.day, day=day)
        if len(mine) >= MOST_DAYS:
            raise Refused("wait-most", step=ending.day, most=MOST_DAYS)
        if is_over(world, office, day, own.day):
            raise Refused("wait-too_near", step=ending.day, day=day)
        ahead = await waiters.in_line(connection, office.id, day)
        waiter = Waiter(
            id=final.run,
            number=own.number,
            conversation=doing.conversation.id,
            service=own.service,
            booking=own.id,
            office=own.office,
            day=day,
            since=max([world.now, *(each.since + LEAST for each in ahead)]),
            state=WAITING,
        )
        await waiters.join(connection, waiter, world.now)
        told = {"number": own.number, "day": day, "own": own.starts_at, "minutes": world.place.offer_minutes}
        return told | {"before": len(ahead)}, None

    async def take(self, final: Final, ending: TakeOffer, doing: Doing) -> Told:
        """Swaps the appointment to the seat that is held for it."""
        connection = doing.connection
        waiter = await waiters.locked(connection, waiter_id(final.facts[ending.offer]))
        own = None if waiter is None else await bookings.one(connection, waiter.booking)
        if waiter is None or waiter.state != OFFERED or waiter.offer is None or own is None:
            raise Refused("offer-over", step=ending.offer)
        seat = await waiters.seat_of(connection, waiter.offer)
        if seat is None or not await self._waiting.taken(connection, waiter, doing.world):
            raise Refused("offer-over", step=ending.offer)
        starts_at = seat.starts_at.astimezone(SHANGHAI)
        try:
            return await self._booker.move(final.run, doing, own, waiter.offer, starts_at, step=ending.offer)
        except Refused as refusal:
            raise Refused("offer-over", step=ending.offer) from refusal

    async def leave(self, final: Final, ending: LeaveLine, doing: Doing) -> Told:
        """Leaves the line; that it was left already is no fault."""
        waiter = await waiters.locked(doing.connection, waiter_id(final.facts[ending.waiting]))
        if waiter is not None:
            await self._waiting.leave(doing.connection, [waiter], doing.world)
        return {}, None

    async def leave_all(self, doing: Doing) -> None:
        """A conversation that is erased waits for nothing any more."""
        mine = await waiters.of_conversation(doing.connection, doing.conversation.id, lock=True)
        await self._waiting.leave(doing.connection, mine, doing.world)

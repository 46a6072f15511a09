"""A seat that becomes free on a day people wait for (候补) goes to the first of them, in the transaction that frees it.

So it is never public while somebody waits. It is held for them for a time, and then goes to the next one; their own
appointment stands until they take it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.each import for_each
from flows import hours
from flows.errors import Refused
from flows.place import Office
from flows.waiting import by_day, free_seats, held_until, is_day, is_over
from flows.words import Words
from flows.world import World
from integrations.privacy import Vault
from integrations.store import bookings, cases, due_work, waiters
from integrations.store.bookings import Booking, Seat
from integrations.store.database import Database
from integrations.store.due_work import Work
from integrations.store.waiters import CLOSED, LAPSED, LEFT, OFFERED, TAKEN, WAITING, Waiter

if TYPE_CHECKING:
    from bot.notices import Notices

STEP = "slot"
"""What a seat that is gone meanwhile is refused for; nobody is asked it here."""


class Waiting:
    """Offers free seats, lets offers lapse, and tells who waits in vain."""

    def __init__(
        self, *, database: Database, vault: Vault, notices: Notices, world: Callable[[], Awaitable[World]]
    ) -> None:
        self._database = database
        self._vault = vault
        self._notices = notices
        self._world = world

    # --- within the transaction that frees a seat ------------------------------------------------------------------

    async def freed(self, connection: AsyncConnection, booking: str, world: World) -> None:
        """The seat that a hold or a booking had is free."""
        seat = await waiters.seat_of(connection, booking)
        if seat is not None:
            await self.pass_on(connection, seat.office, seat.day, world)

    async def gone(self, connection: AsyncConnection, old: Booking, world: World) -> int:
        """A booking has left its seat: its owner waits no more, and the seat is passed on. How many waits that ends."""
        ended = await self.stop(connection, old.id, world)
        await self.pass_on(connection, old.office, old.day, world)
        return ended

    async def stop(self, connection: AsyncConnection, booking: str, world: World) -> int:
        """Ends all waiting with a booking. How many days that was."""
        return await self.leave(connection, await waiters.of_booking(connection, booking, lock=True), world)

    async def leave(self, connection: AsyncConnection, waiting: Sequence[Waiter], world: World) -> int:
        """These, locked, leave the line by themselves; what was offered to them goes to the next one. How many did."""
        left = [await self._settle(connection, waiter, LEFT, world) for waiter in waiting]
        for waiter in waiting:
            if waiter.state == OFFERED:
                await self.pass_on(connection, waiter.office, waiter.day, world)
        return sum(left)

    async def taken(self, connection: AsyncConnection, waiter: Waiter, world: World) -> bool:
        """A waiter, locked, takes what is offered: it is offered no more. False if it was not."""
        await self._notices.void(connection, waiter.number, "offer", waiter.offer or "")
        return await waiters.settle(connection, waiter.id, OFFERED, TAKEN, world.now)

    async def pass_on(self, connection: AsyncConnection, office: str, day: date, world: World) -> None:
        """Offers the free seats of a day, the earliest first, to who waits for it, first come first."""
        waiting = await waiters.line(connection, office, day)
        if not waiting:
            return
        at = world.place.offices[office]
        midnight = hours.at(day, time.min)
        taken = await bookings.taken(connection, office, midnight, midnight + timedelta(days=1))
        for starts_at in free_seats(world, at, day, taken):
            try:
                served = await self._offer(connection, at, Seat(office, starts_at, day), waiting, world)
            except Refused:  # somebody else was first
                continue
            waiting = [waiter for waiter in waiting if waiter is not served]

    async def _offer(
        self, connection: AsyncConnection, office: Office, seat: Seat, waiting: Sequence[Waiter], world: World
    ) -> Waiter | None:
        """Offers one seat to the first who can still take it. Raises Refused when the seat is gone."""
        for waiter in waiting:
            booking = await bookings.one(connection, waiter.booking)
            until = None if booking is None else held_until(world, office, seat.starts_at, booking.day)
            if booking is None or until is None:
                continue
            hold = f"{waiter.id}:{seat.starts_at:%Y%m%dT%H%M}:{1 if waiter.offer is None else 2}"
            await bookings.hold(
                connection,
                booking=hold,
                run=waiter.id,
                conversation=waiter.conversation,
                service=waiter.service,
                seat=seat,
                capacity=office.capacity,
                until=until,
                provisional=world.calendar.is_provisional(seat.day),
                now=world.now,
                step=STEP,
            )
            if not await waiters.offer(connection, waiter.id, hold, until, world.now):
                await bookings.release(connection, hold, world.now)
                continue
            offered = replace(waiter, state=OFFERED, offer=hold, until=until)
            words = Words(
                "waiting-offer",
                {"number": waiter.number, "at": seat.starts_at, "until": until, "own": booking.starts_at},
            )
            reach_at = by_day(world.now, timedelta(minutes=world.place.offer_minutes) / 4)
            await self._tell(connection, offered, "offer", hold, words, until=until, reach_at=reach_at)
            work = Work(f"offer:{hold}", "offer", until, {"waiter": waiter.id, "hold": hold}, waiter.number)
            await due_work.schedule(connection, self._vault, work, world.now)
            return waiter
        return None

    # --- as work that is due -----------------------------------------------------------------------------------------

    async def lapse(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """An offer was not taken in its time: the seat goes to the next one.

        Who could not be told of it in time keeps the place in line, once.
        """
        hold = work.payload["hold"]
        waiter = await waiters.locked(connection, work.payload["waiter"])
        if not await bookings.release(connection, hold, world.now, due=True):
            return
        if waiter is not None and waiter.offer == hold:
            told = await self._notices.was_told(connection, waiter.number, "offer", hold)
            if told or hold.endswith(":2"):
                await self._settle(connection, waiter, LAPSED, world, tell="waiting-lapsed")
            else:
                await self._settle(connection, waiter, WAITING, world)
        await self.freed(connection, hold, world)

    async def sweep(self) -> None:
        """Looks at every day people wait for: whether it is closed, is too near by now, or has seats that are free."""
        world = await self._world()
        async with self._database.read() as connection:
            days = await waiters.days(connection)
        await for_each(days, lambda each: self._look(*each, world))

    async def _look(self, office: str, day: date, world: World) -> None:
        async with self._database.write() as connection:
            await self._look_at(connection, office, day, world)

    async def _look_at(self, connection: AsyncConnection, office: str, day: date, world: World) -> None:
        at = world.place.offices[office]
        waiting = await waiters.in_line(connection, office, day)
        if day >= world.day and not hours.spans(world, at, day):
            for waiter in waiting:
                await self._settle(connection, waiter, CLOSED, world, tell="waiting-closed")
            return
        for waiter in waiting:
            booking = await bookings.one(connection, waiter.booking)
            if booking is None:
                await self._settle(connection, waiter, LEFT, world)
            elif waiter.state == WAITING and is_day(world.now) and is_over(world, at, day, booking.day):
                await self._settle(connection, waiter, LAPSED, world, tell="waiting-over")
        await self.pass_on(connection, office, day, world)

    # --- what both share ---------------------------------------------------------------------------------------------

    async def _settle(
        self, connection: AsyncConnection, waiter: Waiter, state: str, world: World, *, tell: str | None = None
    ) -> bool:
        """Moves a waiter on from the state seen, once; a seat that was offered is let go, and told of no more."""
        if waiter.state == OFFERED and waiter.offer is not None:
            await bookings.release(connection, waiter.offer, world.now)
        if not await waiters.settle(connection, waiter.id, waiter.state, state, world.now):
            return False
        if waiter.offer is not None:
            await self._notices.void(connection, waiter.number, "offer", waiter.offer)
        booking = None if tell is None else await bookings.one(connection, waiter.booking)
        if booking is not None and tell is not None:
            args = {"number": waiter.number, "day": waiter.day, "own": booking.starts_at}
            await self._tell(connection, waiter, "waiting", waiter.id, Words(tell, args))
        return True

    async def _tell(
        self,
        connection: AsyncConnection,
        waiter: Waiter,
        kind: str,
        mark: str,
        words: Words,
        *,
        until: datetime | None = None,
        reach_at: datetime | None = None,
    ) -> None:
        """Tells the conversation where the waiting was begun."""
        case = await cases.by_number(connection, self._vault, waiter.number)
        if case is not None:
            told = replace(case, conversation=waiter.conversation)
            await self._notices.plan_for(connection, told, kind, mark, words, until=until, reach_at=reach_at)

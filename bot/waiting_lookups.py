"""What steps need to know of the waiting list (候补): which days are full, how many wait, one's own places in line.

Read before the transaction; that a day is full is looked at again within it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import local_day
from flows import hours
from flows.appointments.rules import booking_id, chosen
from flows.hours import days
from flows.language.lookups import Found
from flows.offer.rules import offer_value, place_value
from flows.outcome import Needed
from flows.place import Office
from flows.waiting import MOST_DAYS, free_seats, is_over
from flows.words import Option, Value, Words, yes
from flows.world import World
from integrations.store import bookings, waiters
from integrations.store.bookings import Booking
from integrations.store.database import Database
from integrations.store.waiters import OFFERED, Waiter

_NOT_ACTIVE = Found((), {}, Words("booking-not_active"), Words("booking-not_active"))


class WaitingLookups:
    """The look-ups of the waiting list."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def full_days(self, needed: Needed, conversation: str) -> Found:
        """The full days that the appointment chosen may wait for, and how many wait for each."""
        world = needed.facts.world
        first, last = hours.bookable(world)
        async with self._database.read() as connection:
            own = await bookings.one(connection, booking_id(chosen(needed.facts)))
            if own is None:
                return _NOT_ACTIVE
            office = world.place.offices[own.office]
            mine = {waiter.day for waiter in await waiters.of_booking(connection, own.id)}
            waiting = await waiters.by_day(connection, office.id, first, last)
            taken = await _taken(connection, office, first, last)
        if len(mine) >= MOST_DAYS:
            return Found((), {}, none=Words("wait-most", {"most": MOST_DAYS}))
        options, refusals = [], {}
        for day in days(first, last):
            no = _no_waiting(world, office, day, own, mine, taken.get(day, {}))
            if no is not None:
                refusals[day.isoformat()] = no
            else:
                detail = Words("option-waiting", {"n": waiting.get(day, 0)})
                options.append(Option(day.isoformat(), Words("option-day", {"day": day}), detail))
        for day in days(world.day, first - timedelta(days=1)):
            refusals[day.isoformat()] = Words("wait-too_near", {"day": day})
        return Found(tuple(options), refusals, Words("lookup-not_offered"), Words("wait-nothing_full"))

    async def place_in_line(self, needed: Needed, conversation: str) -> Found:
        """How many are in line for the day chosen: said before it is confirmed."""
        facts = needed.facts
        async with self._database.read() as connection:
            own = await bookings.one(connection, booking_id(chosen(facts)))
            if own is None:
                return _NOT_ACTIVE
            before = await waiters.waiting_for(connection, own.office, facts["wait_day"])
        told = {"day": facts["wait_day"], "before": before, "own": own.starts_at}
        return Found((), {}, none=Words("wait-place", {**told, "minutes": facts.world.place.offer_minutes}))

    async def my_waiting(self, needed: Needed, conversation: str) -> Found:
        """The seats that are held and the places in line: of the appointment chosen, else of the conversation."""
        facts = needed.facts
        async with self._database.read() as connection:
            if "booking" in facts:
                mine = await waiters.of_booking(connection, booking_id(chosen(facts)))
            else:
                mine = await waiters.of_conversation(connection, conversation)
            coming = [each for each in mine if each.state != OFFERED or _is_held(each, facts.world.now)]
            options = [await _option(connection, each) for each in coming]
        return Found(tuple(options), {}, Words("offer-over"), Words("wait-none"))

    async def beside(self, found: Sequence[Booking]) -> Mapping[str, Words]:
        """What appointments wait for, by booking: the days with how many are before."""
        if not found:
            return {}
        async with self._database.read() as connection:
            lines = {each.id: await waiters.of_booking(connection, each.id) for each in found}
            places = {booking: [await _place(connection, each) for each in line] for booking, line in lines.items()}
        return {booking: Words("option-waits", {"waits": tuple(each)}) for booking, each in places.items() if each}

    async def full(
        self, needed: Needed, office: Office, full: Sequence[date], seats: Sequence[date]
    ) -> Mapping[str, Words]:
        """What is said of full days: how many wait, the nearest days with seats that would do, and how to wait."""
        if not full:
            return {}
        fitting = [day for day in seats if needed.fits(day)]
        async with self._database.read() as connection:
            waiting = await waiters.by_day(connection, office.id, full[0], full[-1])
        return {day.isoformat(): _told_full(needed, office, day, waiting.get(day, 0), fitting) for day in full}


def _is_held(waiter: Waiter, now: datetime) -> bool:
    return waiter.until is not None and waiter.until > now


async def _option(connection: AsyncConnection, waiter: Waiter) -> Option:
    """The seat that is held for somebody, else the place in line."""
    seat = await waiters.seat_of(connection, waiter.offer) if waiter.state == OFFERED and waiter.offer else None
    if seat is None or waiter.until is None:
        return Option(place_value(waiter.day, waiter.id), await _place(connection, waiter))
    label = Words("option-held", {"at": seat.starts_at, "until": waiter.until})
    return Option(offer_value(seat.starts_at, waiter.until, waiter.id), label)


async def _place(connection: AsyncConnection, waiter: Waiter) -> Words:
    return Words("option-place", {"day": waiter.day, "before": await waiters.before(connection, waiter)})


def _no_waiting(
    world: World, office: Office, day: date, own: Booking, mine: set[date], taken: Mapping[datetime, int]
) -> Words | None:
    """Why an appointment cannot wait for a day, or None."""
    if not hours.starts(world, office, day):
        return Words("day-closed", {"day": day})
    if own.not_before is not None and day < own.not_before:
        return Words("day-not_before", {"first": own.not_before})
    if own.not_after is not None and day > own.not_after:
        return Words("day-not_after", {"last": own.not_after})
    if day == own.day or day in mine:
        return Words("wait-already", {"day": day})
    if any(free_seats(world, office, day, taken)):
        return Words("wait-has_seats", {"day": day})
    return Words("wait-too_near", {"day": day}) if is_over(world, office, day, own.day) else None


def _told_full(needed: Needed, office: Office, day: date, waiting: int, seats: Sequence[date]) -> Words:
    moving = "booking" in needed.facts
    near = [*[each for each in seats if each < day][-1:], *[each for each in seats if each > day][:1]]
    told: dict[str, Value] = {"day": day, "waiting": waiting, "near": tuple(near), "some": yes(bool(near))}
    can_wait = bool(moving or seats) and not is_over(needed.facts.world, office, day, day)
    return Words("day-full_to_move" if moving else "day-full", {**told, "wait": yes(can_wait)})


async def _taken(
    connection: AsyncConnection, office: Office, first: date, last: date
) -> Mapping[date, Mapping[datetime, int]]:
    """The seats taken of each day."""
    since, before = hours.at(first, time.min), hours.at(last + timedelta(days=1), time.min)
    found: dict[date, dict[datetime, int]] = {}
    for start, seats in (await bookings.taken(connection, office.id, since, before)).items():
        found.setdefault(local_day(start), {})[start] = seats
    return found

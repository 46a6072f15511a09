"""What steps need from outside: days, slots, one's bookings, townships and villages. Read before the transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from bot.benefits import parts as benefits
from bot.by_code import ByCode
from bot.by_number import ByNumber
from bot.cards import Cards
from bot.clock import local_day
from bot.counting import APPEAL, Counting
from bot.letter_lookups import LetterLookups
from bot.pieces import Pieces
from bot.receipts import Receipts
from bot.volunteers import parts as volunteers
from bot.waiting_lookups import WaitingLookups
from flows import hours
from flows.appointments.rules import Kind, booking_id, booking_value, chosen
from flows.discretion import title
from flows.hours import SHANGHAI, at, days
from flows.language.lookups import Found
from flows.language.questions import BEGIN
from flows.outcome import Needed
from flows.place import Office
from flows.words import Option, Words
from integrations.store import bookings
from integrations.store.bookings import Booking
from integrations.store.database import Database
from integrations.store.tables import villages

OWN = (
    "open_days",
    "free_slots",
    "walk_in_days",
    "my_bookings",
    "found_booking",
    "invitation",
    "this_cancellation",
    "counted_here",
    "townships",
    "villages",
    "full_days",
    "place_in_line",
    "my_waiting",
    "kept_receipts",
    "likely_receipts",
    "letter_of_code",
    "own_pages",
    "my_letters",
    "ways_of_letter",
    "pages_of_letter",
    "guardians_of_page",
    "card",
)
"""The look-ups of this file's own, in the order of their finders."""
OF_PIECES = (*volunteers.LOOKUPS, *benefits.LOOKUPS)
LOOKUPS = (*OWN, *OF_PIECES)
"""Every look-up there is."""
WALK_IN_DAYS = 62
"""Walk-in tickets are given for days up to the longest cooling-off window ahead."""

_NOT_ACTIVE = Found((), {}, Words("booking-not_active"), Words("booking-not_active"))


@dataclass(frozen=True, slots=True)
class Bounds:
    """For which office seats are looked for, within which days, and for whose hold they count as free."""

    office: Office
    not_before: date | None
    not_after: date | None
    run: str


class Lookups:
    """The look-ups by name; ``find`` is called with what the flow knows so far."""

    def __init__(
        self,
        database: Database,
        by_number: ByNumber,
        by_code: ByCode,
        counting: Counting,
        receipts: Receipts,
        letters: LetterLookups,
        cards: Cards,
        pieces: Pieces,
    ) -> None:
        self._database = database
        self._by_number = by_number
        self._by_code = by_code
        self._counting = counting
        self._waiting = WaitingLookups(database)
        finders = (
            self._open_days,
            self._free_slots,
            self._walk_in_days,
            self._my_bookings,
            self._found_booking,
            self._invitation,
            self._this_cancellation,
            self._counted_here,
            self._townships,
            self._villages,
            self._waiting.full_days,
            self._waiting.place_in_line,
            self._waiting.my_waiting,
            receipts.kept,
            receipts.likely,
            letters.of_code,
            letters.own_pages,
            letters.mine,
            letters.ways,
            letters.pages,
            letters.guardians,
            cards.find,
        )
        own: Mapping[str, Callable[[Needed, str], Awaitable[Found]]] = dict(zip(OWN, finders, strict=True))
        self._by_name = {**own, **pieces.lookups}

    async def find(self, needed: Needed, conversation: str) -> Found:
        """What the look-up brings now. Raises RefusedAt where an answer that it needs is to be given again."""
        return await self._by_name[needed.name](needed, conversation)

    async def _open_days(self, needed: Needed, conversation: str) -> Found:
        world = needed.facts.world
        bounds = await self._bounds(needed)
        if bounds is None:
            return _NOT_ACTIVE
        counted = await self._counting.before_a_day(needed.facts, conversation)
        if counted is not None and counted.stop is not None:
            return counted
        first, last = hours.bookable(world)
        by_day: dict[date, dict[datetime, int]] = {}
        for start, seats_taken in (await self._taken(bounds, first, last)).items():
            by_day.setdefault(local_day(start), {})[start] = seats_taken
        options, refusals, full = [], {}, []
        for day in days(first, last):
            starts = hours.starts(world, bounds.office, day)
            if not starts:
                refusals[day.isoformat()] = Words("day-closed", {"day": day})
            elif outside := _outside(day, bounds):
                refusals[day.isoformat()] = outside
            elif seats := _free_seats(day, starts, bounds.office.capacity, by_day.get(day, {}), world.now):
                detail = Words("option-provisional") if world.calendar.is_provisional(day) else _seats(seats)
                options.append(Option(day.isoformat(), Words("option-day", {"day": day}), detail))
            else:
                full.append(day)
        seats_on = [date.fromisoformat(option.value) for option in options]
        refusals |= await self._waiting.full(needed, bounds.office, full, seats_on)
        for day in days(world.day, first - timedelta(days=1)):
            refusals[day.isoformat()] = Words("day-too_soon", {"first": first})
        none = Words("days-none" if bounds.office.walk_ins else "days-none_by_appointment")
        note = None if counted is None else counted.note
        return Found(tuple(options), refusals, Words("lookup-not_offered"), none, note)

    async def _free_slots(self, needed: Needed, conversation: str) -> Found:
        world, day = needed.facts.world, needed.facts["day"]
        bounds = await self._bounds(needed)
        if bounds is None:
            return _NOT_ACTIVE
        first, last = hours.bookable(world)
        if not first <= day <= last:  # it was, when the day was chosen
            return Found((), {}, Words("slot-gone"), Words("slots-none"))
        taken = await self._taken(bounds, day, day)
        options = []
        for start in hours.starts(world, bounds.office, day):
            instant = at(day, start)
            seats = bounds.office.capacity - taken.get(instant, 0)
            if seats > 0 and instant > world.now:
                ends = (instant + timedelta(minutes=bounds.office.slot_minutes)).astimezone(SHANGHAI)
                label = Words("option-time", {"from": f"{start:%H:%M}", "to": f"{ends:%H:%M}"})
                options.append(Option(f"{day.isoformat()}T{start:%H:%M}", label, _seats(seats)))
        return Found(tuple(options), {}, Words("slot-gone"), Words("slots-none"))

    async def _walk_in_days(self, needed: Needed, conversation: str) -> Found:
        world = needed.facts.world
        office = world.place.office_of(needed.run.flow)
        options = []
        for day in days(world.day, world.day + timedelta(days=WALK_IN_DAYS)):
            if not hours.has_closed(world, office, day):
                detail = Words("option-provisional") if world.calendar.is_provisional(day) else None
                options.append(Option(day.isoformat(), Words("option-day", {"day": day}), detail))
        return Found(tuple(options), {}, Words("day-closed_then"), Words("days-none"))

    async def _my_bookings(self, needed: Needed, conversation: str) -> Found:
        async with self._database.read() as connection:
            mine = await bookings.of_conversation(connection, conversation)
        coming = [booking for booking in mine if booking.day >= needed.facts.day]
        waits = await self._waiting.beside(coming)
        options = tuple(_my_option(booking, waits.get(booking.id)) for booking in coming)
        none = None if options else Words("bookings-none")
        if await self._counting.has_missed(needed.facts, conversation):
            options = (*options, Option(f"{BEGIN}{APPEAL}", Words("counting-appeal")))
        return Found(options, {}, Words("booking-not_active"), note=none)

    async def _found_booking(self, needed: Needed, conversation: str) -> Found:
        facts = needed.facts
        found = await self._by_number.find(facts["number"], facts["person"], conversation, facts.day, facts.world.place)
        if isinstance(found, Words):
            return Found((), {}, found, found)
        return Found((_my_option(found),), {}, Words("booking-not_active"))

    async def _invitation(self, needed: Needed, conversation: str) -> Found:
        found = await self._by_code.find(needed.facts["code"], conversation)
        if isinstance(found, Words):
            return Found((), {}, found, found)
        value = booking_value(found.service, found.day, "slot", found.booking)
        asked = {"service": Words(f"service-{found.service}"), "at": found.starts_at}
        return Found((Option(value, Words("partner-agree_to", asked)),), {}, Words("invitation-over"))

    async def _this_cancellation(self, needed: Needed, conversation: str) -> Found:
        return Found(note=await self._counting.this_cancellation(needed.facts, conversation))

    async def _counted_here(self, needed: Needed, conversation: str) -> Found:
        return await self._counting.counted_here(needed.facts, conversation)

    async def _townships(self, needed: Needed, conversation: str) -> Found:
        names = needed.facts.world.place.townships
        return Found(tuple(Option(name, Words(f"township-{name}")) for name in names))

    async def _villages(self, needed: Needed, conversation: str) -> Found:
        listed = select(villages).where(villages.c.township == needed.facts["township"]).order_by(villages.c.code)
        async with self._database.read() as connection:
            rows = (await connection.execute(listed)).all()
        return Found(tuple(Option(f"{row.code}:{row.name}", Words("verbatim", {"text": row.name})) for row in rows))

    async def _bounds(self, needed: Needed) -> Bounds | None:
        """The office and the days; when a booking is being moved, those of the booking. None: it is gone meanwhile."""
        place, run = needed.facts.world.place, needed.run
        if "booking" not in needed.facts:
            return Bounds(place.office_of(run.flow), None, None, run.id)
        async with self._database.read() as connection:
            booking = await bookings.one(connection, booking_id(chosen(needed.facts)))
        if booking is None:
            return None
        return Bounds(place.offices[booking.office], booking.not_before, booking.not_after, run.id)

    async def _taken(self, bounds: Bounds, first: date, last: date) -> Mapping[datetime, int]:
        since, before = _midnight(first), _midnight(last + timedelta(days=1))
        async with self._database.read() as connection:
            return await bookings.taken(connection, bounds.office.id, since, before, bounds.run)


def _free_seats(day: date, starts: Sequence[time], capacity: int, taken: Mapping[datetime, int], now: datetime) -> int:
    """The seats of a day that are free and still to come."""
    if day > now.astimezone(SHANGHAI).date() and not taken:
        return capacity * len(starts)
    coming = (start for start in (at(day, each) for each in starts) if start > now)
    return sum(max(0, capacity - taken.get(start, 0)) for start in coming)


def _outside(day: date, bounds: Bounds) -> Words | None:
    """Why a booking that is being moved cannot be moved to this day, or None."""
    if bounds.not_before is not None and day < bounds.not_before:
        return Words("day-not_before", {"first": bounds.not_before})
    if bounds.not_after is not None and day > bounds.not_after:
        return Words("day-not_after", {"last": bounds.not_after})
    return None


def _my_option(booking: Booking, waits: Words | None = None) -> Option:
    kind: Kind = "ticket" if booking.ticket is not None else "invited" if booking.state == bookings.INVITED else "slot"
    value = booking_value(booking.service, booking.day, kind, booking.id)
    service = title(booking.service)
    if booking.starts_at is None:
        return Option(
            value, Words("appointments-one", {"service": service, "day": booking.day}), Words("option-ticket")
        )
    detail = Words("option-invited") if kind == "invited" else waits
    return Option(value, Words("appointments-one_at", {"service": service, "at": booking.starts_at}), detail)


def _seats(seats: int) -> Words:
    return Words("option-seats", {"n": seats})


def _midnight(day: date) -> datetime:
    return at(day, time.min)

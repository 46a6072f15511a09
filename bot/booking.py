"""What becomes of seats in a turn's transaction: held, booked, drawn as a ticket, moved, cancelled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from bot.counting import Counting, is_excused
from bot.filing import Doing, Filing
from bot.numbers import Numbers
from bot.reminders import reminders
from flows import hours
from flows.appointments.rules import booking_id, chosen
from flows.errors import Refused
from flows.hours import slot_start
from flows.language.answers import Standing
from flows.language.endings import Book, CancelBooking, Rebook
from flows.language.flow import Flow
from flows.outcome import Do, Final
from flows.place import Office
from flows.words import Value, Words, to_plain
from flows.world import World
from integrations.privacy import Vault
from integrations.store import bookings, cases
from integrations.store.bookings import Booking
from integrations.store.due_work import Work

Told = tuple[Mapping[str, Value], str | None]
"""The arguments an ending's words get, and the receipt number."""


class Booker:
    """Holds, books, moves and cancels. Refuses (Refused) what is not to be had."""

    def __init__(
        self, vault: Vault, flows: Mapping[str, Flow], numbers: Numbers, filing: Filing, counting: Counting
    ) -> None:
        self._vault = vault
        self._flows = flows
        self._numbers = numbers
        self._filing = filing
        self._counting = counting

    async def hold(self, do: Do, doing: Doing) -> datetime:
        """Holds the slot that was chosen, and says until when."""
        world = doing.world
        starts_at = slot_start(do.value)
        service, office = self._office(do, world)
        until = world.now + timedelta(minutes=world.place.hold_minutes)
        await bookings.hold(
            doing.connection,
            booking=do.key,
            run=do.run,
            conversation=doing.conversation.id,
            service=service,
            seat=bookings.Seat(office.id, starts_at, starts_at.date()),
            capacity=office.capacity,
            until=until,
            provisional=world.calendar.is_provisional(starts_at.date()),
            now=world.now,
            step=do.step,
        )
        await self._filing.later(doing, Work(f"hold:{do.key}", "hold", until, {"booking": do.key}))
        return until

    async def let_go(self, standing: Standing, doing: Doing) -> None:
        """Lets a held slot go."""
        await bookings.release(doing.connection, standing.key, doing.world.now)

    async def book(self, final: Final, ending: Book, doing: Doing) -> Told:
        """Makes a booking of the slot held, or draws a ticket where the ending has no slot."""
        world, number = doing.world, self._numbers.receipt(doing.world.day)
        office = world.place.office_of(ending.service)
        if ending.slot is None:
            return await self._ticket(final, ending, doing, office, number)
        held = final.standing.get(ending.slot)
        if held is None:
            raise Refused("slot-gone", step=ending.slot)
        starts_at = slot_start(held.value)
        people = self._people([str(final.facts[step]) for step in ending.people], office.id, starts_at.date())
        if not hours.is_to_come(world, office, starts_at):
            raise Refused("slot-gone", step=ending.slot)
        if ending.pausable:
            await self._counting.refuse_while_paused(doing.connection, people, world)
        try:
            await bookings.book(
                doing.connection,
                booking=held.key,
                number=number,
                people=tuple(people),
                tails=people,
                span=ending.span(final.facts),
                now=world.now,
                step=ending.slot,
            )
        except Refused as refusal:
            raise self._with_way_in(final.flow, refusal) from refusal
        day = starts_at.date()
        ends = starts_at + timedelta(minutes=office.slot_minutes)
        await self._filing.later(doing, Work(f"past:{held.key}", "past", ends, {"booking": held.key}, number))
        for reminder in reminders(held.key, starts_at, world.now):
            await self._filing.later(doing, reminder)
        appointment = {"office": office.id, "starts_at": starts_at.isoformat(), "day": day.isoformat()}
        await self._filing.case(final, ending, doing, "booking", number, appointment, held.key)
        told = {**where(office), "day": day, "time": f"{starts_at:%H:%M}", "number": number}
        told["provisional"] = yes(world.calendar.is_provisional(day))
        return told | _changes(world, day), number

    async def _ticket(self, final: Final, ending: Book, doing: Doing, office: Office, number: str) -> Told:
        world, day = doing.world, final.facts[ending.day]
        provisional = world.calendar.is_provisional(day)
        booking = f"{final.run}:ticket"
        ticket = await bookings.walk_in(
            doing.connection,
            booking=booking,
            number=number,
            run=final.run,
            conversation=doing.conversation.id,
            service=ending.service,
            office=office.id,
            day=day,
            provisional=provisional,
            now=world.now,
        )
        midnight = hours.at(day + timedelta(days=1), time.min)
        await self._filing.later(doing, Work(f"past:{booking}", "past", midnight, {"booking": booking}, number))
        appointment = {"office": office.id, "day": day.isoformat(), "ticket": ticket}
        await self._filing.case(final, ending, doing, "booking", number, appointment, booking)
        told = {**where(office), "day": day, "ticket": ticket, "number": number, "provisional": yes(provisional)}
        return told, number

    async def rebook(self, final: Final, ending: Rebook, doing: Doing) -> Told:
        """Swaps the booking to the slot held."""
        held = final.standing.get(ending.slot)
        if held is None:
            raise Refused("slot-gone", step=ending.slot)
        booking = booking_id(chosen(final.facts))
        old = await bookings.one(doing.connection, booking)
        if old is None:
            raise Refused("booking-not_active", step=ending.booking)
        starts_at = slot_start(held.value)
        office = doing.world.place.offices[old.office]
        if not hours.is_to_come(doing.world, office, starts_at):
            raise Refused("slot-gone", step=ending.slot)
        await bookings.swap(doing.connection, booking=booking, held=held.key, now=doing.world.now, step=ending.slot)
        ends = starts_at + timedelta(minutes=office.slot_minutes)
        work = Work(f"past:{booking}:{held.key}", "past", ends, {"booking": booking}, old.number)
        await self._filing.later(doing, work)
        for reminder in reminders(booking, starts_at, doing.world.now):
            await self._filing.later(doing, reminder)
        await self._move_tails(doing, old, starts_at.date())
        await self._filing.amend(
            doing, old.number, {"starts_at": starts_at.isoformat(), "day": starts_at.date().isoformat()}
        )
        told = {**where(office), "day": starts_at.date(), "time": f"{starts_at:%H:%M}", "number": old.number}
        told["provisional"] = yes(doing.world.calendar.is_provisional(starts_at.date()))
        words = Words("booking-moved_elsewhere", {"number": old.number, "at": starts_at})
        is_own = await self._tell_owner(doing, booking, final.run, words)
        return told | _changes(doing.world, starts_at.date()), old.number if is_own else None

    async def cancel(self, final: Final, ending: CancelBooking, doing: Doing) -> Told:
        """Cancels the booking; its seat is free at once."""
        booking = booking_id(chosen(final.facts))
        old = await bookings.one(doing.connection, booking)
        excused = old is not None and is_excused(old, doing.world)
        if old is None or not await bookings.end(
            doing.connection, booking, bookings.CANCELLED, doing.world.now, excused=excused
        ):
            raise Refused("booking-not_active", step=ending.booking)
        await self._filing.amend(doing, old.number, {"cancelled": doing.world.now.isoformat()})
        words = Words("booking-cancelled_elsewhere", {"number": old.number, "day": old.day})
        is_own = await self._tell_owner(doing, booking, final.run, words)
        return {"number": old.number, "day": old.day}, old.number if is_own else None

    def _office(self, do: Do, world: World) -> tuple[str, Office]:
        """The service and office a slot is held for: those of the booking being moved, or the flow's own."""
        service = str(chosen(do.facts)).split("/")[0] if "booking" in do.facts else do.facts.flow
        return service, world.place.office_of(service)

    def _with_way_in(self, flow: str, refusal: Refused) -> Refused:
        """A conflict, told with the way past it where the service gives walk-in tickets as well."""
        endings = self._flows[flow].endings.values()
        walk_in = any(isinstance(ending, Book) and ending.slot is None for ending in endings)
        if refusal.key != "booking-conflict" or not walk_in:
            return refusal
        return Refused("booking-conflict_walk_in", step=refusal.step)

    def _people(self, id_numbers: Sequence[str], office: str, day: date) -> dict[bytes, bytes]:
        """The blind index of each person, and that of what they say at the counter of this office on this day."""
        return {
            self._vault.index("person", number): bookings.tail_index(self._vault, office, day, number)
            for number in id_numbers
        }

    async def _move_tails(self, doing: Doing, booking: Booking, day: date) -> None:
        """People of a moved booking are found at the counter on its new day: their numbers stand in its case.

        Those of a case whose answers were erased are found by the booking's number only.
        """
        case = await cases.by_number(doing.connection, self._vault, booking.number)
        flow = None if case is None else self._flows.get(case.content["flow"])
        ending = None if case is None or flow is None else flow.endings.get(case.ending)
        if case is None or not isinstance(ending, Book):
            return
        numbers = [str(answer["value"]) for answer in case.content["answers"] if answer["step"] in ending.people]
        await bookings.set_tails(doing.connection, booking.id, self._people(numbers, booking.office, day))

    async def _tell_owner(self, doing: Doing, booking: str, run: str, words: Words) -> bool:
        """Tells the conversation a booking was made in what became of it in another one.

        True if it was made in this one; elsewhere it has no receipt, whose documents are for its own.
        """
        owner = await bookings.owner(doing.connection, booking)
        if owner == doing.conversation.id:
            return True
        payload = {"conversation": owner, "words": to_plain(words)}
        await self._filing.later(doing, Work(f"elsewhere:{run}", "event", doing.world.now, payload))
        return False


def _changes(world: World, day: date) -> dict[str, Value]:
    """Until when an appointment on a day may be moved or cancelled online, if it still may."""
    days = world.policy.whole("booking.cancel_days", world.day)
    return {"cancel_days": days, "changeable": yes(world.day + timedelta(days=days) <= day)}


def where(office: Office) -> dict[str, Value]:
    """An office as arguments of a message."""
    return {
        "office": Words(f"office-{office.id}"),
        "address": Words(f"office-{office.id}.address"),
        "phone": office.phone,
    }


def yes(truth: bool) -> str:
    """A truth as an argument of a message."""
    return "yes" if truth else "no"

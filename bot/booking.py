"""What becomes of seats in a turn's transaction: held, booked, drawn as a ticket, moved, cancelled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from bot.counting import Counting, is_excused
from bot.filing import Doing, Filing
from bot.numbers import Numbers
from bot.reminders import reminders
from bot.telling import plan_notice
from bot.waiting import Waiting
from flows import hours
from flows.appointments.rules import booking_id, chosen
from flows.errors import Refused
from flows.hours import slot_start
from flows.language.answers import Standing
from flows.language.endings import Appointment, Book, CancelBooking, Rebook
from flows.language.flow import Flow
from flows.outcome import Do, Final
from flows.place import Office
from flows.words import Value, Words, yes
from flows.world import World
from integrations.privacy import Vault
from integrations.store import bookings, cases
from integrations.store.bookings import Booking
from integrations.store.cases import Case
from integrations.store.due_work import Work, schedule_all

Told = tuple[Mapping[str, Value], str | None]
"""The arguments an ending's words get, and the receipt number."""


class Booker:
    """Holds, books, moves and cancels. Refuses (Refused) what is not to be had."""

    def __init__(
        self,
        vault: Vault,
        flows: Mapping[str, Flow],
        numbers: Numbers,
        filing: Filing,
        waiting: Waiting,
        counting: Counting,
    ) -> None:
        self._vault = vault
        self._flows = flows
        self._numbers = numbers
        self._filing = filing
        self._waiting = waiting
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
        if await bookings.release(doing.connection, standing.key, doing.world.now):
            await self._waiting.freed(doing.connection, standing.key, doing.world)

    async def book(self, final: Final, ending: Book, doing: Doing) -> Told:
        """Makes a booking of the slot held, or draws a ticket where the ending has no slot."""
        world, number = doing.world, self._numbers.receipt(doing.world.day)
        if ending.slot is None:
            return await self._ticket(final, ending, doing, number)
        booking, office, starts_at = self.held_by(final, ending, world)
        people = self.people(final, ending, office.id, starts_at.date())
        if ending.pausable:
            await self._counting.refuse_while_paused(doing.connection, people, world)
        try:
            await bookings.book(
                doing.connection,
                booking=booking,
                number=number,
                people=tuple(people) or (self._conversation(doing),),
                tails=people,
                kind=ending.kind,
                span=ending.span(final.facts),
                now=world.now,
                step=ending.slot,
            )
        except Refused as refusal:
            raise self._with_way_in(final.flow, ending, refusal) from refusal
        await self.expect(doing, booking, booking, starts_at, office, number)
        await self._filing.case(final, ending, doing, "booking", number, when(office, starts_at), booking)
        return self.told(world, office, starts_at, number), number

    def held_by(self, final: Final, ending: Book, world: World) -> tuple[str, Office, datetime]:
        """The booking that holds the slot of an ending, its office and its start. Refuses one that is not to come."""
        held, office = final.standing.get(str(ending.slot)), world.place.office_of(ending.service)
        if held is None or not hours.is_to_come(world, office, slot_start(held.value)):
            raise Refused("slot-gone", step=str(ending.slot))
        return held.key, office, slot_start(held.value)

    async def expect(
        self, doing: Doing, booking: str, mark: str, starts_at: datetime, office: Office, number: str
    ) -> None:
        """From now on people are expected then: they are reminded, and it is over at its end. ``mark`` tells one time
        of a booking from another."""
        ends = starts_at + timedelta(minutes=office.slot_minutes)
        over = Work(f"past:{mark}", "past", ends, {"booking": booking}, number)
        works = [over, *reminders(booking, starts_at, doing.world.now)]
        await schedule_all(doing.connection, self._vault, works, doing.world.now)

    def told(self, world: World, office: Office, starts_at: datetime, number: str) -> dict[str, Value]:
        """An appointment as arguments of a message."""
        day = starts_at.date()
        told = {**where(office), "day": day, "time": f"{starts_at:%H:%M}", "number": number}
        told["provisional"] = yes(world.calendar.is_provisional(day))
        return told | _changes(world, day)

    async def _ticket(self, final: Final, ending: Book, doing: Doing, number: str) -> Told:
        world, day, office = doing.world, final.facts[ending.day], doing.world.place.office_of(ending.service)
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
        old = await bookings.one(doing.connection, booking_id(chosen(final.facts)))
        if old is None:
            raise Refused("booking-not_active", step=ending.booking)
        return await self.move(final.run, doing, old, held.key, slot_start(held.value), step=ending.slot)

    async def move(self, run: str, doing: Doing, old: Booking, held: str, starts_at: datetime, *, step: str) -> Told:
        """Moves a booking to the seat that a hold has, with all that hangs on it; ``starts_at`` is in Asia/Shanghai.

        Raises Refused, naming ``step``.
        """
        booking = old.id
        office = doing.world.place.offices[old.office]
        if not hours.is_to_come(doing.world, office, starts_at):
            raise Refused("slot-gone", step=step)
        await bookings.swap(doing.connection, booking=booking, held=held, now=doing.world.now, step=step)
        waited = await self._waiting.gone(doing.connection, old, doing.world)
        await self.expect(doing, booking, f"{booking}:{held}", starts_at, office, old.number)
        parties = await cases.of_booking(doing.connection, self._vault, booking)
        await self._move_tails(doing, old, parties, starts_at.date())
        for case in parties:
            await self._filing.amend(case, doing.connection, doing.world.now, when(office, starts_at))
        own = await self._tell_others(doing, parties, "moved", run, {"at": starts_at})
        told = self.told(doing.world, office, starts_at, own or old.number)
        return told | {"waited": yes(waited > 0)}, own

    async def cancel(self, final: Final, ending: CancelBooking, doing: Doing) -> Told:
        """Cancels the booking; its seat is free at once."""
        booking = booking_id(chosen(final.facts))
        old = await bookings.one(doing.connection, booking)
        excused = old is not None and is_excused(old, doing.world)
        if old is None or not await bookings.end(
            doing.connection, booking, bookings.CANCELLED, doing.world.now, excused=excused
        ):
            raise Refused("booking-not_active", step=ending.booking)
        waited = await self._waiting.gone(doing.connection, old, doing.world)
        parties = await cases.of_booking(doing.connection, self._vault, booking)
        for case in parties:
            cancelled = {"cancelled": doing.world.now.isoformat()}
            await self._filing.amend(case, doing.connection, doing.world.now, cancelled)
        own = await self._tell_others(doing, parties, "cancelled", final.run, {"day": old.day})
        return {"number": own or old.number, "day": old.day, "waited": yes(waited > 0)}, own

    def _office(self, do: Do, world: World) -> tuple[str, Office]:
        """The service and office a slot is held for: those of the booking being moved, or the flow's own."""
        service = str(chosen(do.facts)).split("/")[0] if "booking" in do.facts else do.facts.flow
        return service, world.place.office_of(service)

    def _with_way_in(self, flow: str, ending: Book, refusal: Refused) -> Refused:
        """A conflict, told as one of its kind, or with the way past it where the service gives walk-in tickets."""
        if refusal.key != "booking-conflict":
            return refusal
        if ending.kind != "registration":
            return Refused(f"booking-conflict_{ending.kind}", step=refusal.step)
        endings = self._flows[flow].endings.values()
        walk_in = any(isinstance(ending, Book) and ending.slot is None for ending in endings)
        return Refused("booking-conflict_walk_in", step=refusal.step) if walk_in else refusal

    def _conversation(self, doing: Doing) -> bytes:
        """Stands for whoever books without saying who they are: no index of anything they said, for trying that would
        tell others of their booking."""
        return self._vault.index("conversation", doing.conversation.id)

    def people(self, final: Final, ending: Appointment, office: str, day: date) -> dict[bytes, bytes]:
        """The people of an ending: the blind index of each, and that of what they say at the counter of this office on
        this day."""
        return self._indexed([str(final.facts[step]) for step in ending.people], office, day)

    def id_numbers(self, case: Case) -> tuple[str, ...]:
        """The ID numbers of the people a case is for; none where its answers were erased."""
        flow = self._flows.get(case.content["flow"])
        ending = None if flow is None else flow.endings.get(case.ending)
        if not isinstance(ending, Appointment):
            return ()
        return tuple(str(answer["value"]) for answer in case.content["answers"] if answer["step"] in ending.people)

    def _indexed(self, id_numbers: Iterable[str], office: str, day: date) -> dict[bytes, bytes]:
        return {
            self._vault.index("person", number): bookings.tail_index(self._vault, office, day, number)
            for number in id_numbers
        }

    async def _move_tails(self, doing: Doing, booking: Booking, parties: Sequence[Case], day: date) -> None:
        """People of a moved booking are found at the counter on its new day: their numbers stand in its cases.

        Those of a case whose answers were erased are found by the booking's number only.
        """
        numbers = [number for case in parties for number in self.id_numbers(case)]
        await bookings.set_tails(doing.connection, booking.id, self._indexed(numbers, booking.office, day))

    async def _tell_others(
        self, doing: Doing, parties: Sequence[Case], what: str, run: str, args: Mapping[str, Value]
    ) -> str | None:
        """Tells those of a booking what became of it in another conversation: by their partner, or by its number.

        The receipt number under which it is this conversation's own, if it is: elsewhere it has no receipt, whose
        documents are for its own.
        """
        own = next((case.number for case in parties if case.conversation == doing.conversation.id), None)
        key = f"booking-{what}_elsewhere" if own is None else f"booking-{what}_by_partner"
        for case in parties:
            if case.conversation != doing.conversation.id:
                words = Words(key, {**args, "number": case.number})
                await plan_notice(
                    doing.connection, self._vault, case, kind="change", mark=run, words=words, now=doing.world.now
                )
        return own


def when(office: Office, starts_at: datetime) -> dict[str, str]:
    """An appointment as its case keeps it."""
    return {"office": office.id, "starts_at": starts_at.isoformat(), "day": starts_at.date().isoformat()}


def _changes(world: World, day: date) -> dict[str, Value]:
    """Until when an appointment on a day may be moved or cancelled online, if it still may."""
    days = world.policy.whole("booking.cancel_days", world.day)
    return {"cancel_days": days, "changeable": yes(world.day <= hours.last_day_to_change(day, world.policy, world.day))}


def where(office: Office) -> dict[str, Value]:
    """An office as arguments of a message."""
    return {
        "office": Words(f"office-{office.id}"),
        "address": Words(f"office-{office.id}.address"),
        "phone": office.phone,
    }

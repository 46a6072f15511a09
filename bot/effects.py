"""What a turn does besides talking, inside its transaction: holds, bookings, cases, and the work that follows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.numbers import Numbers
from bot.reminders import reminders
from flows import hours
from flows.appointments.rules import booking_id, chosen
from flows.conversation import Conversation
from flows.dialogue import derive_id, place_of
from flows.errors import Refused
from flows.hours import slot_start
from flows.incoming import Incoming
from flows.inputs.text import storable
from flows.language.answers import Answer, Standing
from flows.language.endings import Book, CancelBooking, File, HandOver, Rebook
from flows.language.facts import Facts
from flows.language.flow import Flow
from flows.language.questions import read_back
from flows.outcome import Do, Final, Note, Outcome, Schedule
from flows.place import Office
from flows.words import Value, Words, from_plain, to_plain
from flows.world import World
from integrations.privacy import Vault
from integrations.store import bookings, cases, due_work, erasure
from integrations.store.bookings import Booking
from integrations.store.cases import Case
from integrations.store.due_work import Work

MOST_ANSWERS = 300
"""Answers and later words kept with a case; what goes beyond stands in the log only."""

Told = tuple[Mapping[str, Value], str | None]
"""The arguments an ending's words get, and the receipt number."""


@dataclass(frozen=True, slots=True)
class Doing:
    """One turn's transaction, with what its effects need."""

    connection: AsyncConnection
    conversation: Conversation
    world: World


class RefusedAt(Exception):
    """The world refused an effect; the turn is tried again knowing it."""

    def __init__(self, place: str, refusal: Refused) -> None:
        super().__init__(place)
        self.place = place
        self.refusal = refusal


class Effects:
    """Carries out what an outcome wants done. Everything is keyed, so that doing it twice does it once."""

    def __init__(
        self, vault: Vault, flows: Mapping[str, Flow], numbers: Numbers, delivered: Callable[[str], str | None]
    ) -> None:
        self._vault = vault
        self._flows = flows
        self._numbers = numbers
        self._delivered = delivered

    async def carry_out(self, outcome: Outcome, doing: Doing) -> None:
        """Undoes, does, ends, schedules, in this order. Raises RefusedAt.

        A ticket for whose staff something was said is one that nobody has looked at, even if it was closed just now.
        """
        for standing in outcome.undo:
            await self._undo(standing, doing)
        for do in outcome.do:
            try:
                until = await self._do(do, doing)
            except Refused as refusal:
                raise RefusedAt(place_of(do.run, do.step), refusal) from refusal
            outcome.done(do, until)
        if outcome.final is not None:
            try:
                args, receipt = await self._end(outcome.final, doing)
            except Refused as refusal:
                raise RefusedAt(place_of(outcome.final.run, "ending"), refusal) from refusal
            outcome.told(args, receipt)
        for schedule in outcome.schedule:
            await self._schedule(schedule, doing)
        if outcome.noted is not None:
            await self._note(outcome.noted, doing)
        if outcome.info is not None:
            outcome.informed([line async for line in self._filed(doing)])

    async def _filed(self, doing: Doing) -> AsyncIterator[Words]:
        """What this conversation filed, masked; of what is to be erased, only that."""
        connection = doing.connection
        for number in await cases.of_conversation(connection, doing.conversation.id):
            case = await cases.by_number(connection, self._vault, number)
            flow = None if case is None else self._flows.get(case.content.get("flow", ""))
            if case is None or flow is None:
                continue
            asked = await erasure.is_asked(connection, number)
            service = Words(f"service-{case.service}")
            yield Words("info-erasing" if asked else "info-filed", {"service": service, "number": number})
            if not asked:
                given = {answer["step"]: from_plain(answer["value"]) for answer in case.content["answers"]}
                for line in read_back(flow, given):
                    yield line

    async def _note(self, note: Note, doing: Doing) -> None:
        """What is said for the staff of a ticket is kept whole with it: the log masks it, and may be gone before."""
        connection, now = doing.connection, doing.world.now
        await cases.mark(connection, note.ticket, (cases.SEEN, cases.CLOSED), cases.FILED, now)
        case = await cases.by_number(connection, self._vault, note.ticket)
        if case is None or (note.text is None and note.photo is None):
            return
        kind, value = ("photo", note.photo) if note.text is None else ("text", note.text)
        said = {"step": "noted", "kind": kind, "value": value, "typed": note.text or "", "at": now.isoformat()}
        answers = [*case.content["answers"], {**said, "origin": "typed", "confidential": False}]
        if len(answers) <= MOST_ANSWERS:
            await self._change(case, doing, answers=answers)

    async def alarm(self, incoming: Incoming, doing: Doing) -> str:
        """Danger words were said: an urgent ticket with the words stands on the desk, whatever else the turn does.

        The number of the ticket; while one stands that was not closed, it is that one.
        """
        if doing.conversation.handoff:
            case = await cases.by_number(doing.connection, self._vault, doing.conversation.handoff)
            if case is not None and case.service == "danger" and case.state != cases.CLOSED:
                return case.number
        ending = HandOver(service="danger", urgent=True)
        run = derive_id("danger", incoming.conversation, incoming.id)
        words = storable(incoming.text or "")
        said = Answer("text", words, words, incoming.at, "typed")
        final = Final(run, "danger", "danger", ending, Facts(doing.world, "danger"), {"words": said}, {})
        _, number = await self._file(final, ending, doing)
        return str(number)

    async def _do(self, do: Do, doing: Doing) -> datetime | None:
        """Holds a slot: the one effect a step has so far."""
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
        await self._later(doing, Work(f"hold:{do.key}", "hold", until, {"booking": do.key}))
        return until

    def _office(self, do: Do, world: World) -> tuple[str, Office]:
        """The service and office a slot is held for: those of the booking being moved, or the flow's own."""
        service = str(chosen(do.facts)).split("/")[0] if "booking" in do.facts else do.facts.flow
        return service, world.place.office_of(service)

    async def _undo(self, standing: Standing, doing: Doing) -> None:
        await bookings.release(doing.connection, standing.key, doing.world.now)

    async def _end(self, final: Final, doing: Doing) -> Told:
        ending = final.ending
        if isinstance(ending, Book):
            return await self._book(final, ending, doing)
        if isinstance(ending, File):
            return await self._file(final, ending, doing)
        if isinstance(ending, Rebook):
            return await self._rebook(final, ending, doing)
        if isinstance(ending, CancelBooking):
            return await self._cancel(final, ending, doing)
        return {}, None

    async def _book(self, final: Final, ending: Book, doing: Doing) -> Told:
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
        await self._later(doing, Work(f"past:{held.key}", "past", ends, {"booking": held.key}, number))
        for reminder in reminders(held.key, starts_at, world.now):
            await self._later(doing, reminder)
        appointment = {"office": office.id, "starts_at": starts_at.isoformat(), "day": day.isoformat()}
        await self._case(final, ending, doing, "booking", number, appointment)
        told = {**_where(office), "day": day, "time": f"{starts_at:%H:%M}", "number": number}
        told["provisional"] = _yes(world.calendar.is_provisional(day))
        return told | _changes(world, day), number

    def _with_way_in(self, flow: str, refusal: Refused) -> Refused:
        """A conflict, told with the way past it where the service gives walk-in tickets as well."""
        endings = self._flows[flow].endings.values()
        walk_in = any(isinstance(ending, Book) and ending.slot is None for ending in endings)
        if refusal.key != "booking-conflict" or not walk_in:
            return refusal
        return Refused("booking-conflict_walk_in", step=refusal.step)

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
        await self._later(doing, Work(f"past:{booking}", "past", midnight, {"booking": booking}, number))
        appointment = {"office": office.id, "day": day.isoformat(), "ticket": ticket}
        await self._case(final, ending, doing, "booking", number, appointment)
        told = {**_where(office), "day": day, "ticket": ticket, "number": number, "provisional": _yes(provisional)}
        return told, number

    async def _file(self, final: Final, ending: File, doing: Doing) -> Told:
        number = self._numbers.receipt(doing.world.day)
        kind = "handoff" if isinstance(ending, HandOver) else "case"
        case = await self._case(final, ending, doing, kind, number, None)
        place = doing.world.place
        office = place.offices[place.services.get(ending.service) or next(iter(place.offices))]
        return {**_where(office), "number": case.number, **_opening(office, doing.world)}, case.number

    async def _rebook(self, final: Final, ending: Rebook, doing: Doing) -> Told:
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
        await self._later(doing, work)
        for reminder in reminders(booking, starts_at, doing.world.now):
            await self._later(doing, reminder)
        await self._move_tails(doing, old, starts_at.date())
        await self._amend(doing, old.number, {"starts_at": starts_at.isoformat(), "day": starts_at.date().isoformat()})
        told = {**_where(office), "day": starts_at.date(), "time": f"{starts_at:%H:%M}", "number": old.number}
        told["provisional"] = _yes(doing.world.calendar.is_provisional(starts_at.date()))
        words = Words("booking-moved_elsewhere", {"number": old.number, "at": starts_at})
        is_own = await self._tell_owner(doing, booking, final.run, words)
        return told | _changes(doing.world, starts_at.date()), old.number if is_own else None

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

    async def _cancel(self, final: Final, ending: CancelBooking, doing: Doing) -> Told:
        booking = booking_id(chosen(final.facts))
        old = await bookings.one(doing.connection, booking)
        if old is None or not await bookings.end(doing.connection, booking, bookings.CANCELLED, doing.world.now):
            raise Refused("booking-not_active", step=ending.booking)
        await self._amend(doing, old.number, {"cancelled": doing.world.now.isoformat()})
        words = Words("booking-cancelled_elsewhere", {"number": old.number, "day": old.day})
        is_own = await self._tell_owner(doing, booking, final.run, words)
        return {"number": old.number, "day": old.day}, old.number if is_own else None

    async def _tell_owner(self, doing: Doing, booking: str, run: str, words: Words) -> bool:
        """Tells the conversation a booking was made in what became of it in another one.

        True if it was made in this one; elsewhere it has no receipt, whose documents are for its own.
        """
        owner = await bookings.owner(doing.connection, booking)
        if owner == doing.conversation.id:
            return True
        payload = {"conversation": owner, "words": to_plain(words)}
        await self._later(doing, Work(f"elsewhere:{run}", "event", doing.world.now, payload))
        return False

    async def _case(
        self,
        final: Final,
        ending: File,
        doing: Doing,
        kind: str,
        number: str,
        appointment: Mapping[str, Any] | None,
    ) -> Case:
        content = self._content(final, ending, doing, appointment)
        case = await cases.file(
            doing.connection,
            self._vault,
            Case(
                id=final.run,
                number=number,
                run=final.run,
                conversation=doing.conversation.id,
                service=ending.service,
                ending=final.name,
                kind=kind,
                urgent=ending.urgent,
                state=cases.FILED,
                revision=1,
                content=content,
                filed_at=doing.world.now,
            ),
            doing.world.now,
        )
        await self.deliver(case, doing)
        return case

    async def _amend(self, doing: Doing, number: str, changes: Mapping[str, Any]) -> None:
        """An appointment that was moved or cancelled is an amendment of its case."""
        case = await cases.by_number(doing.connection, self._vault, number)
        if case is None:
            return
        await self._change(case, doing, appointment={**(case.content["appointment"] or {}), **changes})

    async def _change(self, case: Case, doing: Doing, **changes: Any) -> None:
        changed = replace(case, content={**case.content, **changes})
        await self.deliver(await cases.file(doing.connection, self._vault, changed, doing.world.now), doing)

    async def deliver(self, case: Case, doing: Doing) -> None:
        """A case, an amended one or a request for erasure goes to the system its service is sent to, if any."""
        system = self._delivered(case.service)
        if system is not None:
            payload = {"number": case.number, "system": system}
            key = f"deliver:{system}:{case.id}:{case.revision}"
            await self._later(doing, Work(key, "deliver", doing.world.now, payload, case.number))

    def _content(
        self, final: Final, ending: File, doing: Doing, appointment: Mapping[str, Any] | None
    ) -> dict[str, Any]:
        flow = self._flows.get(final.flow)
        answers = []
        for key, answer in final.answers.items():
            step = flow.step_of(key) if flow is not None else None
            answers.append(
                {
                    "step": key,
                    "kind": answer.kind,
                    "value": to_plain(answer.value),
                    "typed": answer.typed,
                    "at": answer.at.isoformat(),
                    "origin": answer.origin,
                    "confidential": step is not None and step.confidential,
                }
            )
        verdict = ending.verdict(final.facts) if isinstance(ending, Book) else ""
        return {
            "flow": final.flow,
            "place": doing.world.place.id,
            "language": doing.conversation.language,
            "verdict": verdict,
            "findings": [to_plain(words) for words in ending.after(final.facts)],
            "appointment": appointment,
            "answers": answers,
        }

    async def _schedule(self, schedule: Schedule, doing: Doing) -> None:
        payload = {
            "conversation": doing.conversation.id,
            "run": schedule.run,
            "step": schedule.step,
            "value": schedule.value,
        }
        await self._later(doing, Work(schedule.key, "event", schedule.at, payload))

    async def _later(self, doing: Doing, work: Work) -> None:
        await due_work.schedule(doing.connection, self._vault, work, doing.world.now)


def _opening(office: Office, world: World) -> dict[str, Value]:
    is_open, opens = hours.opening(world, office)
    return {"open": _yes(is_open), "opens": opens}


def _changes(world: World, day: date) -> dict[str, Value]:
    """Until when an appointment on a day may be moved or cancelled online, if it still may."""
    days = world.policy.whole("booking.cancel_days", world.day)
    return {"cancel_days": days, "changeable": _yes(world.day + timedelta(days=days) <= day)}


def _where(office: Office) -> dict[str, Value]:
    return {
        "office": Words(f"office-{office.id}"),
        "address": Words(f"office-{office.id}.address"),
        "phone": office.phone,
    }


def _yes(truth: bool) -> str:
    return "yes" if truth else "no"

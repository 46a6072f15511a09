"""What a turn does besides talking, inside its transaction: holds, bookings, cases, and the work that follows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import datetime

from bot.alerts import Alerts
from bot.booking import Booker, Told, where
from bot.companion import Companion
from bot.desk_clocks import DeskClocks, words_of
from bot.filing import DANGER, Doing, Filing, is_kept_here
from bot.handling import Handling
from bot.letters import Letters
from bot.line import Line
from bot.numbers import Numbers
from bot.partners import Partners
from bot.pieces import Pieces
from bot.waiting import Waiting
from flows import hours
from flows.appointments.rules import booking_id, chosen
from flows.danger import Kind
from flows.dialogue import derive_id, place_of
from flows.discretion import title
from flows.errors import Refused
from flows.incoming import Incoming
from flows.inputs.text import storable
from flows.language.answers import Answer, Standing
from flows.language.endings import (
    Agree,
    Authorise,
    Book,
    CancelBooking,
    Decline,
    Dismiss,
    File,
    HandOver,
    Invite,
    LeaveLine,
    OfLetter,
    Piece,
    Rebook,
    RefuseToSign,
    Remember,
    Sign,
    TakeOffer,
    Wait,
)
from flows.language.facts import Facts
from flows.language.flow import Flow
from flows.language.questions import read_back
from flows.outcome import Do, Final, Note, Outcome, Schedule
from flows.place import Office, Place
from flows.words import Value, Words, from_plain, yes
from flows.world import World
from integrations.privacy import Vault
from integrations.store import cases, clocks, erasure, queue
from integrations.store.cases import Case
from integrations.store.due_work import Work

WHERE = frozenset({"township", "village"})
"""Answers that say where somebody is: a ticket of danger goes there as well."""


class RefusedAt(Exception):
    """The world refused an effect; the turn is tried again knowing it."""

    def __init__(self, place: str, refusal: Refused) -> None:
        super().__init__(place)
        self.place = place
        self.refusal = refusal


class Effects:
    """Carries out what an outcome wants done. Everything is keyed, so that doing it twice does it once."""

    def __init__(
        self,
        vault: Vault,
        flows: Mapping[str, Flow],
        numbers: Numbers,
        filing: Filing,
        booker: Booker,
        partners: Partners,
        waiting: Waiting,
        letters: Letters,
        alerts: Alerts,
        handling: Handling,
        desk_clocks: DeskClocks,
        pieces: Pieces,
    ) -> None:
        self._vault = vault
        self._flows = flows
        self._numbers = numbers
        self._filing = filing
        self._booker = booker
        self._partners = partners
        self._letters = letters
        self._alerts = alerts
        self._handling = handling
        self._desk_clocks = desk_clocks
        self._pieces = pieces
        self._line = Line(booker, waiting)
        self._companion = Companion(vault, numbers, filing)

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
        if outcome.erase:
            await self._line.leave_all(doing)
            await self._letters.withdraw_all(doing)
            await self._pieces.forget(doing)
        for schedule in outcome.schedule:
            await self._schedule(schedule, doing)
        if outcome.taken_back is not None:
            await self._handling.take_back(outcome.taken_back, doing)
        if outcome.scored is not None:
            await self._handling.score(outcome.scored, doing)
        if outcome.noted is not None:
            await self._filing.note(outcome.noted, doing)
        if outcome.expect is not None and outcome.conversation.handoff:
            outcome.expected(await self._expectation(outcome.conversation.handoff, doing))
        if outcome.info is not None:
            outcome.informed([*[line async for line in self._filed(doing)], *await self._pieces.inform(doing)])

    async def _filed(self, doing: Doing) -> AsyncIterator[Words]:
        """What this conversation filed, masked; of what is to be erased, only that."""
        connection = doing.connection
        for number in await cases.of_conversation(connection, doing.conversation.id):
            case = await cases.by_number(connection, self._vault, number)
            flow = None if case is None else self._flows.get(case.content.get("flow", ""))
            if case is None or flow is None:
                continue
            asked = await erasure.is_asked(connection, number)
            kept = is_kept_here(case)
            if kept and not case.content["answers"]:  # given up: there is nothing of it any more
                continue
            key = "info-erasing" if asked else "info-kept" if kept else "info-filed"
            yield Words(key, {"service": title(case.service), "number": number})
            if not asked:
                given = {answer["step"]: from_plain(answer["value"]) for answer in case.content["answers"]}
                for line in read_back(flow, given):
                    yield line
                for clock in () if _told_in_confidence(case) else (await clocks.of_case(connection, number)).values():
                    if clock.is_open:
                        yield words_of(clock, doing.world, staff=False)

    async def alarm(self, incoming: Incoming, outcome: Outcome, kind: Kind, doing: Doing) -> tuple[str, bool]:
        """Danger words were said: an urgent ticket with the words stands on the desk, whatever else the turn does, and
        those on duty are called. What the reply to danger says of them is true now.

        The number of the ticket, which while one stands that was not closed is that one; and whether a clerk has it.
        """
        number = await queue.open_danger(doing.connection, doing.conversation.id)
        if number is None:
            ending = HandOver(service=DANGER, urgent=True)
            run = derive_id(DANGER, incoming.conversation, incoming.id)
            words = storable(incoming.text or "")
            said = Answer("text", words, words, incoming.at, "typed")
            given = {key: each for run in doing.conversation.stack for key, each in run.answers.items() if key in WHERE}
            final = Final(run, DANGER, DANGER, ending, Facts(doing.world, DANGER), {**given, "words": said}, {})
            _, filed = await self._file(final, ending, doing)
            number = str(filed)
        else:
            await self._filing.note(Note(number, storable(incoming.text or "")), doing)
        raised = await self._alerts.raise_(doing.connection, number, kind, doing.world)
        outcome.alarmed(raised)
        return number, raised == "acknowledged"

    async def _expectation(self, number: str, doing: Doing) -> dict[str, Value]:
        """What may be expected of a ticket that waits: whether anybody is there now, and how many wait before."""
        case = await cases.by_number(doing.connection, self._vault, number)
        if case is None:
            return {}
        if _told_in_confidence(case):  # what makes haste is not to be read off the promise by who looks over a shoulder
            case = replace(case, urgent=False)
        office = _opening(_looked_at_by(doing.world.place, case.service), doing.world)
        by = await self._desk_clocks.first_answer_by(doing.connection, case, doing.world)
        return {**office, "before": await queue.ahead_of(doing.connection, case), "by": by or "none"}

    async def _do(self, do: Do, doing: Doing) -> datetime | None:
        if do.effect == "invitation":
            await self._partners.join(do, doing)
            return None
        if do.effect == "signing":
            await self._letters.join(do, doing)
            return None
        if self._pieces.holds(do.effect):
            await self._pieces.join(do, doing)
            return None
        return await self._booker.hold(do, doing)

    async def _undo(self, standing: Standing, doing: Doing) -> None:
        if standing.effect == "invitation":
            await self._partners.leave(standing, doing)
        elif standing.effect == "signing":
            await self._letters.leave(standing, doing)
        elif self._pieces.holds(standing.effect):
            await self._pieces.leave(standing, doing)
        else:
            await self._booker.let_go(standing, doing)

    async def _end(self, final: Final, doing: Doing) -> Told:
        ending = final.ending
        if isinstance(ending, Invite):
            return await self._partners.invite(final, ending, doing)
        if isinstance(ending, Agree):
            return await self._partners.agree(final, ending, doing)
        if isinstance(ending, Decline):
            return await self._partners.decline(final, ending, doing)
        if isinstance(ending, Book):
            return await self._booker.book(final, ending, doing)
        if isinstance(ending, Remember):
            return await self._companion.remember(final, ending, doing)
        if isinstance(ending, Dismiss):
            return await self._companion.dismiss(final, ending, doing)
        if isinstance(ending, Authorise):
            return await self._authorise(final, ending, doing)
        if isinstance(ending, Sign):
            return await self._letters.sign(final, ending, doing)
        if isinstance(ending, RefuseToSign):
            return await self._letters.refuse(final, ending, doing)
        if isinstance(ending, OfLetter):
            return await self._letters.about(final, ending, doing)
        if isinstance(ending, File):
            return await self._file(final, ending, doing)
        if isinstance(ending, Rebook):
            return await self._booker.rebook(final, ending, doing)
        if isinstance(ending, CancelBooking):
            over = await self._partners.withdraw(booking_id(chosen(final.facts)), doing)
            if over is not None:
                return {"number": over.number, "day": over.day, "waited": "no"}, None
            return await self._booker.cancel(final, ending, doing)
        if isinstance(ending, Piece):
            return await self._pieces.end(final, ending, doing)
        if isinstance(ending, Wait):
            return await self._line.join(final, ending, doing)
        if isinstance(ending, TakeOffer):
            return await self._line.take(final, ending, doing)
        if isinstance(ending, LeaveLine):
            return await self._line.leave(final, ending, doing)
        return {}, None

    async def _file(self, final: Final, ending: File, doing: Doing) -> Told:
        number = self._numbers.receipt(doing.world.day)
        kind = "handoff" if isinstance(ending, HandOver) else "case"
        case = await self._filing.case(final, ending, doing, kind, number, None)
        told = _told_of(case.number, ending, doing.world)
        return {**told, **(await self._expectation(case.number, doing) if kind == "handoff" else {})}, case.number

    async def _authorise(self, final: Final, ending: Authorise, doing: Doing) -> Told:
        told, number = await self._letters.authorise(final, ending, doing)
        return {**told, **_told_of(str(number), ending, doing.world)}, number

    async def _schedule(self, schedule: Schedule, doing: Doing) -> None:
        payload = {
            "conversation": doing.conversation.id,
            "run": schedule.run,
            "step": schedule.step,
            "value": schedule.value,
        }
        await self._filing.later(doing, Work(schedule.key, "event", schedule.at, payload))


def _told_in_confidence(case: Case) -> bool:
    """Whether a case is urgent by what was told in confidence."""
    return case.urgent and any(answer["confidential"] for answer in case.content["answers"])


def _told_of(number: str, ending: File, world: World) -> dict[str, Value]:
    """What is told of a case that was filed."""
    office = _opening(_looked_at_by(world.place, ending.service), world)
    return {"number": number, **_whom_to_ask(world.place, ending), **office}


def _looked_at_by(place: Place, service: str) -> Office:
    """The office whose staff look at what is filed of a service: its own, unless that is there by appointment only."""
    office = place.offices.get(place.services.get(service, ""))
    return office if office is not None and office.walk_ins else next(iter(place.offices.values()))


def _whom_to_ask(place: Place, ending: File) -> dict[str, Value]:
    """Where the service has its office; elsewhere at least a telephone for who waits for a person, and no address:
    nobody is sent to a counter that knows nothing of it."""
    if ending.service in place.services:
        return where(_looked_at_by(place, ending.service))
    return {"phone": _looked_at_by(place, ending.service).phone} if isinstance(ending, HandOver) else {}


def _opening(office: Office, world: World) -> dict[str, Value]:
    is_open, opens = hours.opening(world, office)
    return {"open": yes(is_open), "opens": opens}

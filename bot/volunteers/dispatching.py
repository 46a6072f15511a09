"""Calls for volunteers (派单): who fits and is free is asked in their chat, wave after wave, until enough have come
forward; everybody else who was asked is told once that it is filled or called off.

Nobody is asked at night but in an emergency, no minor ever, and nobody who wants no calls.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from bot.volunteers.own import registered_in
from bot.volunteers.parts import Tools
from bot.volunteers.telling import tell
from flows.errors import Refused
from flows.language.lookups import Found
from flows.language.masking import masked
from flows.language.questions import BEGIN
from flows.outcome import Final, Needed
from flows.volunteers import calls, rules
from flows.volunteers.calls import AGAIN, EVERY, WAVE, Call
from flows.volunteers.help_out_flow import ACCEPTED, ANSWERS
from flows.volunteers.people import Volunteer, band_of
from flows.words import Option, Value, Words, yes
from flows.world import World
from integrations.store import due_work
from integrations.store.due_work import Work
from integrations.store.volunteers import dispatches, ledger, organisations, registry, time_bank
from integrations.store.volunteers.dispatches import Asked

ASK_MORE, OVER, DONE = "call_wave", "call_over", "call_done"
"""The kinds of work."""
_GONE = Words("help_out-too_late")


class Dispatching:
    """Refuses (Refused) who comes too late, and who is to be elsewhere at that time."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def part(self) -> Part:
        """What it brings."""
        return Part(
            endings={
                "accept_call": self.accept,
                "decline_call": self.decline,
                "give_up_call": self.give_up,
                "no_more_calls": self.no_more,
            },
            lookups={"calls_for_me": self.for_me, "answers_to_call": self.answers},
            work={ASK_MORE: self.ask_more, OVER: self.lapse, DONE: self.done},
        )

    # --- what the staff do ---------------------------------------------------------------------------------------

    async def make(self, connection: AsyncConnection, call: Call, world: World) -> None:
        """Calls for volunteers: the first are asked at once, at night in the morning."""
        await dispatches.make(connection, self._tools.vault, call, world.now)
        await self._later(connection, call, calls.may_ask_at(call, world), world)
        await self._ends(connection, call, world)

    async def request(self, connection: AsyncConnection, call: Call, minutes: int, world: World) -> bool:
        """An elder asks for a service with what stands in their time bank: it is set aside, and the staff decide. False
        where there is not so much."""
        assert call.elder is not None
        own = (call.elder, call.number, minutes, f"volunteer:{call.elder}", world.now, self._tools.random)
        if not await time_bank.hold(connection, *own):
            return False
        await dispatches.make(connection, self._tools.vault, call, world.now)
        await self._ends(connection, call, world)
        return True

    async def release(self, connection: AsyncConnection, call: Call, world: World) -> bool:
        """The staff call for what an elder has asked for; False where it is over."""
        is_over = call.until <= world.now
        if is_over or not await dispatches.release_request(connection, self._tools.vault, call, world.now):
            return False
        await self._later(connection, call, calls.may_ask_at(call, world), world)
        return True

    async def cancel(self, connection: AsyncConnection, number: str, world: World) -> bool:
        """Calls it off; who was asked or comes is told. False where it is over already."""
        call = await dispatches.one(connection, self._tools.vault, number, lock=True)
        if call is None or call.ends_at <= world.now:
            return False
        if not await dispatches.end(
            connection, number, ("requested", "asking", "filled", "lapsed"), "cancelled", world.now
        ):
            return False
        words = Words("help_out-called_off", _span(call))
        for each in await dispatches.asks(connection, [number], "accepted"):
            await self._tell(connection, each, "called off", words, world.now)
        await self._release(connection, call, words, world)
        await self._settle(connection, call, world, spent=False)
        return True

    # --- work that is due ----------------------------------------------------------------------------------------

    async def ask_more(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """The next wave; where nobody was found to ask it is looked again later."""
        call = await dispatches.one(connection, self._tools.vault, str(work.payload["number"]), lock=True)
        if call is None or call.state != "asking" or call.until <= world.now:
            return
        when = calls.may_ask_at(call, world)
        if when > world.now:
            await self._later(connection, call, when, world)
            return
        asked = 0
        parts = calls.parts_of_day(call.starts_at, call.ends_at, world)
        for number in await dispatches.candidates(connection, call, parts):
            volunteer = await registry.by_number(connection, self._tools.vault, number)
            if volunteer is not None and _is_adult(volunteer, world):
                await self._ask(connection, call, volunteer, world)
                asked += 1
            if asked == WAVE:
                break
        await self._later(connection, call, world.now + (EVERY if asked else AGAIN), world)

    async def lapse(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """Its time is over; who comes, comes all the same, and who has not answered need not any more."""
        number = str(work.payload["number"])
        call = await dispatches.one(connection, self._tools.vault, number, lock=True)
        lapsed = await dispatches.end(connection, number, ("requested", "asking"), "lapsed", world.now)
        if call is not None and lapsed:
            await dispatches.release(connection, number, world.now)
            await self._settle(connection, call, world, spent=False)

    async def done(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """Its end has come: what an elder has set aside for it is spent if somebody came forward, else returned."""
        call = await dispatches.one(connection, self._tools.vault, str(work.payload["number"]), lock=True)
        if call is not None:
            await self._settle(connection, call, world, spent=call.state == "filled")

    # --- what volunteers say -------------------------------------------------------------------------------------

    async def accept(self, final: Final, doing: Doing) -> Told:
        """Who comes first comes; with the last one needed, everybody else is told."""
        call, volunteer = await self._chosen(final, doing)
        connection, now = doing.connection, doing.world.now
        await ledger.lock(connection, volunteer.number)  # of two calls at one time only one is accepted
        if await dispatches.is_busy(connection, volunteer.number, call):
            raise Refused("help_out-busy", step="answer")
        if not await dispatches.accept(connection, call.number, volunteer.number, now):
            raise Refused("help_out-too_late", step="call")
        after = await dispatches.one(connection, self._tools.vault, call.number)
        if after is not None and after.state == "filled":
            await self._release(connection, call, Words("help_out-filled", _span(call)), doing.world)
        return {**_span(call), "where": call.where, "ask": call.ask}, None

    async def decline(self, final: Final, doing: Doing) -> Told:
        """They cannot come; they are asked no more for this one."""
        call, volunteer = await self._chosen(final, doing)
        await dispatches.answer(doing.connection, call.number, volunteer.number, "asked", "declined", doing.world.now)
        return {}, None

    async def give_up(self, final: Final, doing: Doing) -> Told:
        """They had accepted, and cannot come after all: others are asked at once."""
        call, volunteer = await self._chosen(final, doing)
        await self._give_up(call, volunteer, doing)
        return {"ask": call.ask}, None

    async def no_more(self, final: Final, doing: Doing) -> Told:
        """They want no more such calls; what they have accepted stands."""
        call, volunteer = await self._chosen(final, doing)
        now = doing.world.now
        await dispatches.answer(doing.connection, call.number, volunteer.number, "asked", "declined", now)
        await registry.change(doing.connection, self._tools.vault, volunteer, now, calls=False)
        return {}, None

    # --- look-ups ------------------------------------------------------------------------------------------------

    async def for_me(self, needed: Needed, conversation: str) -> Found:
        """The calls that the volunteers of this conversation can answer, and those they have accepted."""
        async with self._tools.database.read() as connection:
            own = await registered_in(connection, self._tools.vault, conversation)
            open_ = await self._open(connection, own, needed.facts.world.now)
        if not own:
            ways = (Option(f"{BEGIN}volunteer", Words("service-volunteer")),)
            return Found(ways, {}, _GONE, stop=Words(f"{needed.run.flow}-no_volunteer"))
        options = tuple(
            Option(f"{call.number}:{each.volunteer}", Words("help_out-one", {**_need(call), "state": each.state}))
            for call, each in open_
        )
        return Found(options, {}, _GONE, stop=None if options else Words("help_out-none"))

    async def answers(self, needed: Needed, conversation: str) -> Found:
        """What may be said to a call, which is told in full to who comes."""
        number, _, volunteer = str(needed.facts["call"]).partition(":")
        async with self._tools.database.read() as connection:
            own = [
                each
                for each in await registered_in(connection, self._tools.vault, conversation)
                if each.number == volunteer
            ]
            open_ = await self._open(connection, own, needed.facts.world.now)
            found = next(((call, each) for call, each in open_ if call.number == number), None)
            if found is None:
                return Found((), {}, _GONE, stop=_GONE)
            call, asked = found
            note = await self._told_of(connection, call)
        if asked.state == "accepted":
            note = Words("help_out-where_to", {**_span(call), "where": call.where, "ask": call.ask})
        ways = ACCEPTED if asked.state == "accepted" else ANSWERS
        return Found(tuple(_way(way) for way in ways), {}, _GONE, note=note)

    # --- parts ---------------------------------------------------------------------------------------------------

    async def _ask(self, connection: AsyncConnection, call: Call, volunteer: Volunteer, world: World) -> None:
        await dispatches.ask(connection, call.number, volunteer.number, world.now)
        words = await self._told_of(connection, call)
        asked = Asked(call.number, volunteer.number, volunteer.conversation, "asked")
        told = Words("help_out-asked", {"need": words})
        await self._tell(connection, asked, "asked", told, world.now, until=call.until)

    async def _told_of(self, connection: AsyncConnection, call: Call) -> Words:
        """The need as all who are asked are told of it: no address, no number, nobody's name."""
        found = await organisations.one(connection, call.organisation)
        by = "" if found is None else found.name
        return Words("help_out-need", {**_need(call), "organisation": by, "urgent": yes(call.urgent)})

    async def _release(self, connection: AsyncConnection, call: Call, words: Words, world: World) -> None:
        when = calls.may_ask_at(call, world)
        for each in await dispatches.release(connection, call.number, world.now):
            await self._tell(connection, each, "over", words, when)

    async def _tell(
        self,
        connection: AsyncConnection,
        asked: Asked,
        mark: str,
        words: Words,
        when: datetime,
        until: datetime | None = None,
    ) -> None:
        """Tells one of those who were asked. Each state is come to once, in the transaction that tells it; somebody
        may be asked again, and then is told again."""
        own = f"{mark} {asked.volunteer} {self._tools.id()}"
        vault = self._tools.vault
        await tell(connection, vault, asked.call, asked.conversation, own, words, when, until=until)

    async def _ends(self, connection: AsyncConnection, call: Call, world: World) -> None:
        for kind, when in ((OVER, call.until), (DONE, call.ends_at)):
            work = Work(f"{kind}:{call.number}", kind, when, {"number": call.number})
            await due_work.schedule(connection, self._tools.vault, work, world.now)

    async def _settle(self, connection: AsyncConnection, call: Call, world: World, *, spent: bool) -> None:
        """What was set aside for a call is spent or returned, and whose it was is told; of most calls nothing was."""
        rest = ("desk", world.now, self._tools.random)
        settled = await time_bank.settle(connection, call.number, *rest, spent=spent)
        elder = None if settled is None else await registry.by_number(connection, self._tools.vault, settled.volunteer)
        if settled is not None and elder is not None:
            words = Words(f"time_bank-{settled.event}", _span(call))
            asked = Asked(call.number, elder.number, elder.conversation, "over")
            await self._tell(connection, asked, "time", words, calls.awake(world))

    async def _later(self, connection: AsyncConnection, call: Call, when: datetime, world: World) -> None:
        work = Work(f"call:{call.number}:{self._tools.id()}", ASK_MORE, when, {"number": call.number}, call.number)
        await due_work.schedule(connection, self._tools.vault, work, world.now)

    async def _give_up(self, call: Call, volunteer: Volunteer, doing: Doing) -> None:
        connection, now = doing.connection, doing.world.now
        locked = await dispatches.one(connection, self._tools.vault, call.number, lock=True)
        if locked is None or not await dispatches.give_up(connection, call.number, volunteer.number, now):
            raise Refused("help_out-too_late", step="call")
        is_asked_for = call.until > now and locked.state == "filled"
        if is_asked_for and not await due_work.is_waiting(connection, call.number, ASK_MORE):
            await self._later(connection, call, calls.may_ask_at(call, doing.world), doing.world)

    async def _open(self, connection: AsyncConnection, own: list[Volunteer], now: datetime) -> list[tuple[Call, Asked]]:
        """What these were asked and can still answer, and what they have accepted and can still give up."""
        asked = await dispatches.asks_of(connection, [each.number for each in own], "asked", "accepted")
        found = await dispatches.open_for(connection, self._tools.vault, {each.call for each in asked}, now)
        by_number = {call.number: call for call in found}
        both = [(by_number[each.call], each) for each in asked if each.call in by_number]
        return [(call, each) for call, each in both if each.state == "accepted" or call.until > now]

    async def _chosen(self, final: Final, doing: Doing) -> tuple[Call, Volunteer]:
        """The call that was chosen, and the volunteer of this conversation who answers."""
        number, _, volunteer = str(final.facts["call"]).partition(":")
        own = await registered_in(doing.connection, self._tools.vault, doing.conversation.id)
        mine = [each for each in own if each.number == volunteer]
        for call, each in await self._open(doing.connection, mine, doing.world.now):
            if call.number == number and final.facts["answer"] in (ACCEPTED if each.state == "accepted" else ANSWERS):
                return call, mine[0]
        raise Refused("help_out-too_late", step="call")


def _is_adult(volunteer: Volunteer, world: World) -> bool:
    return volunteer.person is not None and band_of(volunteer.person.id_number, world) == "adult"


def _way(way: str) -> Option:
    return Option(way, Words(f"help_out-way.{way}"), also=(Words(f"help_out-way.{way}-words"),))


def _span(call: Call) -> dict[str, Value]:
    return {**rules.span(call.starts_at, call.ends_at), "kind": Words(f"volunteer-kinds.{call.kind}")}


def _need(call: Call) -> dict[str, Value]:
    township = Words("help_out-county") if call.township is None else Words(f"township-{call.township}")
    return {**_span(call), "what": masked(call.what), "township": township}

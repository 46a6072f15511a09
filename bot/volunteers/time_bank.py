"""The time bank (时间银行), where a place has one: confirmed service to elders is worth its minutes, which can be
given to another volunteer. Never money, and nothing is promised for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import time, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from bot.volunteers.dispatching import Dispatching
from bot.volunteers.own import named, registered_in
from bot.volunteers.parts import Tools
from bot.volunteers.telling import tell
from flows.errors import Refused
from flows.hours import SHANGHAI, at
from flows.language.lookups import Found
from flows.language.questions import BEGIN
from flows.outcome import Final, Needed
from flows.volunteers import calls
from flows.volunteers.calls import Call
from flows.volunteers.ledger import Entry
from flows.volunteers.length import length
from flows.volunteers.people import Volunteer
from flows.words import Option, Value, Words
from flows.world import World
from integrations.store.volunteers import organisations, registry, time_bank
from integrations.store.volunteers.time_bank import Account, Movement

KIND = "elder"
"""The kind of service that is worth time: to elders (为老服务)."""
MOST_WORDS = 120
_GONE = Words("volunteer-gone")
_NO_BANK = Found((), {}, stop=Words("time_bank-none_here"))


class TimeBank:
    """Refuses (Refused) minutes that are not there, and numbers that are nobody's."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._dispatching = Dispatching(tools)

    def part(self) -> Part:
        """What it brings."""
        return Part(
            endings={"tell_time": self.tell, "give_time": self.give, "ask_for_time": self.ask},
            lookups={"time_accounts": self.mine, "ways_of_time_account": self.ways},
        )

    # --- what is earned ------------------------------------------------------------------------------------------

    async def earned(self, connection: AsyncConnection, entries: Iterable[Entry], world: World) -> None:
        """Entries were confirmed: service to elders, no training, is worth its minutes, up to the cap of the place."""
        if not world.place.time_bank:
            return
        cap = world.policy.whole("volunteer.time_bank.cap", world.day) * 60
        for entry in sorted(entries, key=lambda each: (each.volunteer, each.id)):
            if entry.counts and entry.kind == KIND:
                rest = ("desk", world.now, self._tools.random)
                await time_bank.earn(connection, entry.volunteer, entry.id, entry.minutes, cap, *rest)

    async def unearned(self, connection: AsyncConnection, entries: Collection[str], world: World) -> None:
        """Entries stand no more: what they brought is taken back; who has given it away already owes it, and is told.

        What was earned while a place had a time bank is taken back also when it has none any more.
        """
        for entry in sorted(entries):
            gone = await time_bank.unearn(connection, entry, "desk", world.now, self._tools.random)
            if gone is not None:
                words = Words("time_bank-taken_back", {**_length(-gone.change), "owed": _words(gone.owed)})
                await self._tell(connection, gone.volunteer, f"time {entry} {self._tools.id()}", words, world)

    # --- endings -------------------------------------------------------------------------------------------------

    async def tell(self, final: Final, doing: Doing) -> Told:
        """The account and what became of it lately."""
        volunteer = await self._chosen(final, doing)
        found = await time_bank.account(doing.connection, volunteer.number)
        movements = await time_bank.history(doing.connection, volunteer.number)
        lines = tuple(_line(each, volunteer.number) for each in movements)
        return {**_stands(found), "lines": lines or (Words("time_bank-nothing_yet"),)}, None

    async def give(self, final: Final, doing: Doing) -> Told:
        """Minutes go to another volunteer, who is told."""
        facts, connection, world = final.facts, doing.connection, doing.world
        volunteer = await self._chosen(final, doing)
        to = await registry.by_number(connection, self._tools.vault, str(facts["to"]))
        if to is None or to.state != "registered" or to.number == volunteer.number:
            raise Refused("time_bank-nobody", step="to")
        minutes, who = int(facts["minutes"]), f"volunteer:{volunteer.number}"
        rest = (final.run, who, world.now, self._tools.random)
        if not await time_bank.give(connection, volunteer.number, to.number, minutes, *rest):
            left = await time_bank.account(connection, volunteer.number)
            raise Refused("time_bank-not_so_much", step="minutes", **_length(left.minutes))
        words = Words("time_bank-got", {**_length(minutes), "from": volunteer.number})
        await self._tell(connection, to.number, f"time {final.run}", words, world)
        left = await time_bank.account(connection, volunteer.number)
        return {**_length(minutes), "to": to.number, "left": _words(left.minutes)}, None

    async def ask(self, final: Final, doing: Doing) -> Told:
        """An elder asks for a service: its minutes are set aside, and the staff decide whether to call for it."""
        facts, connection, world = final.facts, doing.connection, doing.world
        volunteer, length = await self._chosen(final, doing), int(facts["length"])
        if not _is_elder(volunteer, world):
            raise Refused("volunteer-gone", step="volunteer")
        near = await organisations.listed(connection, township=volunteer.township)
        if not near:
            raise Refused("time_bank-no_organisation", step="what")
        starts_at = at(facts["day"], time.fromisoformat(facts["time"]))
        call = Call(
            number=self._tools.numbers.receipt(world.day),
            staff="",
            organisation=near[0].id,
            kind=KIND,
            township=volunteer.township,
            urgent=False,
            needed=1,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=length),
            what=str(facts["need"])[:MOST_WORDS],
            where="",
            ask="",
            state="requested",
            elder=volunteer.number,
        )
        if calls.fault(call, world.now) is not None:
            raise Refused("time_bank-when", step="day")
        if not await self._dispatching.request(connection, call, length, world):
            left = await time_bank.account(connection, volunteer.number)
            raise Refused("time_bank-not_so_much", step="length", **_length(left.minutes))
        return {**_length(length), "number": call.number}, None

    # --- look-ups ------------------------------------------------------------------------------------------------

    async def mine(self, needed: Needed, conversation: str) -> Found:
        """Whose account it may be: the volunteers of this conversation."""
        if not needed.facts.world.place.time_bank:
            return _NO_BANK
        async with self._tools.database.read() as connection:
            own = await registered_in(connection, self._tools.vault, conversation)
        if not own:
            ways = (Option(f"{BEGIN}volunteer", Words("service-volunteer")),)
            return Found(ways, {}, _GONE, stop=Words(f"{needed.run.flow}-no_volunteer"))
        return Found(tuple(named(each) for each in own), {}, _GONE)

    async def ways(self, needed: Needed, conversation: str) -> Found:
        """What stands in the account, and what may be done with it."""
        async with self._tools.database.read() as connection:
            own = await registered_in(connection, self._tools.vault, conversation)
            number = str(needed.facts["volunteer"])
            found = await time_bank.account(connection, number)
        if number not in {each.number for each in own}:
            return Found((), {}, _GONE, stop=_GONE)
        is_elder = any(each.number == number and _is_elder(each, needed.facts.world) for each in own)
        ways = ("history", *(("give", *(("ask",) if is_elder else ())) if found.minutes else ()))
        options = tuple(Option(way, Words(f"time_bank-way.{way}")) for way in ways)
        return Found(options, {}, _GONE, note=Words("time_bank-stands", _stands(found)))

    # --- parts ---------------------------------------------------------------------------------------------------

    async def _tell(self, connection: AsyncConnection, number: str, mark: str, words: Words, world: World) -> None:
        to = await registry.by_number(connection, self._tools.vault, number)
        if to is not None:
            await tell(connection, self._tools.vault, number, to.conversation, mark, words, world.now)

    async def _chosen(self, final: Final, doing: Doing) -> Volunteer:
        own = await registered_in(doing.connection, self._tools.vault, doing.conversation.id)
        found = next((each for each in own if each.number == final.facts["volunteer"]), None)
        if found is None or not doing.world.place.time_bank:
            raise Refused("volunteer-gone", step="volunteer")
        return found


def _is_elder(volunteer: Volunteer, world: World) -> bool:
    return volunteer.age(world.day) >= world.policy.whole("volunteer.time_bank.elder", world.day)


def _length(minutes: int) -> dict[str, Value]:
    return {"hours": minutes // 60, "minutes": minutes % 60}


def _words(minutes: int) -> Words | str:
    """A length of time in words, or ``none``."""
    return length(minutes) if minutes else "none"


def _stands(account: Account) -> dict[str, Value]:
    return {**_length(account.minutes), "owed": _words(account.owed)}


def _line(movement: Movement, own: str) -> Words:
    event = "got" if movement.to == own else movement.event
    args = {"day": movement.at.astimezone(SHANGHAI).date(), "event": event, **_length(abs(movement.change))}
    return Words("time_bank-line", args)

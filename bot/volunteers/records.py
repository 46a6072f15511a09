"""What becomes of entries of service time (志愿服务记录): countersigned, in dispute (异议), withdrawn, corrected.

Every way comes with all that follows, in one transaction: the ledger moves, a certificate that says what is no longer
so is revoked, the report goes on, and whoever it concerns is told in their chat. What is reported is service time that
counts and no other, so that what is shown, certified and forwarded is the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import time, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.volunteers.parts import Tools
from bot.volunteers.recording import Recording
from bot.volunteers.reporting import report
from bot.volunteers.telling import tell
from bot.volunteers.time_bank import TimeBank
from flows import hours
from flows.discretion import private
from flows.errors import Refused
from flows.volunteers import rules
from flows.volunteers.ledger import Entry, Event
from flows.words import Value, Words, yes
from flows.world import World
from integrations.store.volunteers import certificates, ledger, organisations, registry, words
from integrations.store.volunteers.organisations import Organiser

ORGANISER, VOLUNTEER = "organiser", "volunteer"


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody an entry concerns: what they are (volunteer, organiser), their number or id, and their chat."""

    what: str
    id: str
    conversation: str


class Records:
    """``who`` does it: ``volunteer:<number>``, ``organiser:<id>``, ``clerk:<account>`` or ``desk``.

    An organiser reaches the entries of their own organisation only, and none whose time is their own: nobody signs for
    themselves (谁组织谁记录、谁记录谁证明).
    """

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._bank = TimeBank(tools)
        self._recording = Recording(tools)

    async def confirm(
        self, connection: AsyncConnection, entries: Collection[str], who: str, world: World, *, text: str = ""
    ) -> list[str]:
        """Countersigns entries; those it made a difference to, however many do it at the same time. A volunteer's own
        word countersigns nothing."""
        if who.startswith(VOLUNTEER):
            return []
        found = await self._own(connection, entries, who)
        moved = await self._move(connection, found, "confirmed", who, world, text)
        together: dict[tuple[str, str], list[Entry]] = {}
        for entry in moved:
            together.setdefault((entry.volunteer, entry.organisation), []).append(entry)
        for own in together.values():
            args = {"n": len(own), "length": length(own), **await self._of(connection, own[0])}
            await self._tell_volunteer(connection, own[0], who, Words("records-confirmed", args), world)
        return [entry.id for entry in moved]

    async def dispute(self, connection: AsyncConnection, entry: str, who: str, text: str, world: World) -> bool:
        """Says something against an entry, or goes on about one that is in dispute; the others are told in their
        chats. False where there is nothing left to dispute."""
        found = await self._own(connection, [entry], who)
        if not found or found[0].state not in ("waiting", "confirmed", "disputed"):
            return False
        if not await self._move(connection, found, "disputed", who, world, text):
            await self._say(connection, entry, who, text, world)
        said = Words("records-disputed", await self._about(connection, found[0]))
        for side in await self._others(connection, found[0], who):
            await self._tell(connection, side, found[0].id, said, world)
        return True

    async def withdraw(
        self, connection: AsyncConnection, entries: Collection[str], who: str, world: World, *, text: str = ""
    ) -> list[str]:
        """Takes entries back, for good: what they say was not so."""
        found = await self._own(connection, entries, who)
        moved = await self._move(connection, found, "withdrawn", who, world, text)
        for entry in moved:
            why = {"why": private(text), "has_why": yes(bool(text))}
            said = Words("records-withdrawn", {**await self._about(connection, entry), **why})
            for side in await self._others(connection, entry, who):
                if side.what == VOLUNTEER or not who.startswith(ORGANISER):
                    await self._tell(connection, side, entry.id, said, world)
        return [entry.id for entry in moved]

    async def correct(
        self,
        connection: AsyncConnection,
        old: Entry,
        new: Entry,
        who: str,
        world: World,
        *,
        text: str = "",
        step: str = "summary",
    ) -> Entry:
        """Puts a new entry in the place of an old one (更正): the old one stays as it was written. What an organiser
        or the bureau corrects is countersigned by it.

        Raises Refused, naming ``step``: record-over where the old one stands no more, or is none of theirs; what the
        rules of recording say against the new one.
        """
        found = await self._own(connection, [old.id], who)
        if not await self._move(connection, found, "replaced", who, world, text):
            raise Refused("record-over", step=step)
        new = replace(new, volunteer=found[0].volunteer, organisation=found[0].organisation, replaces=found[0].id)
        new = await self._recording.record(connection, new, who, world, step=step)
        if not who.startswith(VOLUNTEER):
            await self._move(connection, [new], "confirmed", who, world, "")
        args = {**await self._about(connection, new), "length": length([new])}
        await self._tell_volunteer(connection, new, who, Words("records-corrected", args), world)
        return new

    async def held(self, connection: AsyncConnection, entries: Collection[str]) -> list[Entry]:
        """Entries as they stand, and as nobody else moves them before this transaction is over.

        Whoever does several things to entries holds all of them first: the volunteers are locked in one order, and the
        ledger after them.
        """
        vault = self._tools.vault
        concerned = {entry.volunteer for entry in await ledger.some(connection, vault, entries)}
        for number in sorted(concerned):
            await ledger.lock(connection, number)
        return await ledger.some(connection, vault, entries)

    async def _own(self, connection: AsyncConnection, entries: Collection[str], who: str) -> list[Entry]:
        """The entries that ``who`` may do something about, their volunteers locked in one order for all."""
        vault, found = self._tools.vault, await self.held(connection, entries)
        kind, _, name = who.partition(":")
        if kind == VOLUNTEER:
            return [entry for entry in found if entry.volunteer == name]
        if kind != ORGANISER:
            return found
        organiser = await organisations.by_id(connection, vault, name)
        if organiser is None or organiser.state != organisations.LINKED or organiser.conversation is None:
            return []
        theirs = await own_numbers(connection, self._tools, organiser, found)
        return [
            entry for entry in found if entry.organisation == organiser.organisation and entry.volunteer not in theirs
        ]

    async def _move(
        self, connection: AsyncConnection, found: Iterable[Entry], event: Event, who: str, world: World, text: str
    ) -> list[Entry]:
        """Moves entries as they were read, with everything that follows but telling; those that moved, as they are."""
        tools, now = self._tools, world.now
        before = {entry.id: entry for entry in found}
        due_at = None
        if event == "disputed":  # who says 对不上 has as long to settle it as for countersigning
            due_at = hours.at(rules.settled_by(world.day, world) + timedelta(days=1), time.min)
        ids = await ledger.move(connection, list(before), event, who, now, tools.random, due_at=due_at)
        moved = await ledger.some(connection, tools.vault, ids)
        for entry in moved:
            seq = await ledger.seq_of(connection, entry.id)
            if entry.counts:
                await report(connection, tools, "hours_confirmed", entry.id, now, seq)
            elif before[entry.id].counts:
                await report(connection, tools, "hours_ended", entry.id, now, seq)
            if text:
                await self._say(connection, entry.id, who, text, world)
        ended = [entry.id for entry in moved if not entry.counts and before[entry.id].counts]
        for revoked in await certificates.revoke(connection, ended, now) if ended else []:
            await report(connection, tools, "certificate_revoked", revoked.number, now)
            said = Words("records-certificate_revoked", {"number": revoked.number})
            await tell(connection, tools.vault, revoked.number, revoked.conversation, "revoked", said, now)
        await self._bank.earned(connection, moved, world)
        await self._bank.unearned(connection, ended, world)
        return moved

    async def _say(self, connection: AsyncConnection, entry: str, who: str, text: str, world: World) -> None:
        vault, id_ = self._tools.vault, self._tools.id()
        await words.add(connection, vault, id_=id_, entry=entry, who=who, text=text, now=world.now)

    async def _others(self, connection: AsyncConnection, entry: Entry, who: str) -> list[Side]:
        """Whom an entry concerns and who did not speak just now: its volunteer, and who is in charge; a chat once."""
        sides, spoken = [], None
        for side in await sides_of(connection, self._tools, entry):
            if who == f"{side.what}:{side.id}":
                spoken = side.conversation
            sides.append(side)
        once = {side.conversation: side for side in reversed(sides)}
        return [side for side in once.values() if side.conversation != spoken]

    async def _tell_volunteer(
        self, connection: AsyncConnection, entry: Entry, who: str, said: Words, world: World
    ) -> None:
        for side in await self._others(connection, entry, who):
            if side.what == VOLUNTEER:
                await self._tell(connection, side, entry.id, said, world)

    async def _tell(self, connection: AsyncConnection, side: Side, entry: str, said: Words, world: World) -> None:
        """Told once for each thing that has happened to the entry, and for each that was said about it."""
        mark = f"{entry}:{await ledger.seq_of(connection, entry)}:{await words.count(connection, entry)}"
        await tell(connection, self._tools.vault, side.id, side.conversation, mark, said, world.now)

    async def _about(self, connection: AsyncConnection, entry: Entry) -> dict[str, Value]:
        """Which entry it is: by its day and time, and whose it is to countersign."""
        return {**rules.span(entry.begins_at, entry.ends_at), **await self._of(connection, entry)}

    async def _of(self, connection: AsyncConnection, entry: Entry) -> dict[str, Value]:
        organisation = await organisations.one(connection, entry.organisation)
        return {"organisation": "" if organisation is None else organisation.name}


async def sides_of(connection: AsyncConnection, tools: Tools, entry: Entry) -> list[Side]:
    """Everybody an entry concerns who has a chat: its volunteer, then the people in charge of its organisation."""
    volunteer = await registry.by_number(connection, tools.vault, entry.volunteer)
    found = []
    if volunteer is not None and volunteer.conversation is not None:
        found.append(Side(VOLUNTEER, volunteer.number, volunteer.conversation))
    for each in await organisations.of_organisation(connection, tools.vault, entry.organisation):
        if each.conversation is not None:
            found.append(Side(ORGANISER, each.id, each.conversation))
    return found


async def own_numbers(
    connection: AsyncConnection, tools: Tools, organiser: Organiser, entries: Iterable[Entry]
) -> frozenset[str]:
    """Of the volunteers of entries those for whom an organiser does not sign: themselves, and the children they stand
    or stood for, whatever has become of them; known by the chat, and by the ID number from whichever chat."""
    numbers, here = {entry.volunteer for entry in entries}, organiser.conversation
    if here is None:
        return frozenset(numbers)
    in_chat = {*await registry.numbers_of(connection, here), *await registry.ever_guarded_by(connection, here)}
    own = numbers & in_chat
    for number in sorted(numbers - own):
        volunteer = await registry.by_number(connection, tools.vault, number)
        people = () if volunteer is None else (volunteer.person, volunteer.guardian)
        if any(
            each is not None and registry.person_index(tools.vault, each.id_number) == organiser.person
            for each in people
        ):
            own.add(number)
    return frozenset(own)


def length(entries: Iterable[Entry]) -> Words:
    """How long entries are together."""
    minutes = sum(entry.minutes for entry in entries)
    return Words("format-length", {"hours": minutes // 60, "minutes": minutes % 60})

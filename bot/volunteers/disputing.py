"""Disputes (异议) about entries of service time: the thread, which both sides read and answer in their own chats."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from bot.volunteers.parts import Tools
from bot.volunteers.records import Records, length
from flows.discretion import private
from flows.errors import Refused
from flows.language.facts import Facts
from flows.language.lookups import Found
from flows.outcome import Final, Needed
from flows.volunteers import rules
from flows.volunteers.ledger import Entry
from flows.words import Option, Words
from integrations.store.volunteers import ledger, organisations, registry, words

MOST = 20
"""Entries offered: the newest of a volunteer, all that are in dispute of an organisation."""

_GONE = Found((), {}, Words("record-over"), Words("record-over"))


class Disputing:
    """时长有异议."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._records = Records(tools)

    def part(self) -> Part:
        """What it brings."""
        lookups = {"disputable": self._entries, "thread_of_entry": self._thread}
        return Part(endings={"dispute": self._do}, lookups=lookups)

    async def _entries(self, needed: Needed, conversation: str) -> Found:
        """Those in dispute of one's organisations first, then one's own, the newest first."""
        async with self._tools.database.read() as connection:
            found = [entry for entry, _ in await self._own(connection, conversation)][:MOST]
        options = tuple(Option(entry.id, entry_words(entry)) for entry in found)
        return Found(options, {}, Words("record-over"), Words("dispute-nothing_there"))

    async def _thread(self, needed: Needed, conversation: str) -> Found:
        """What was said so far, and what one may do: who speaks for the organisation ends it as well."""
        async with self._tools.database.read() as connection:
            chosen = await self._chosen(connection, needed.facts, conversation)
            if chosen is None:
                return _GONE
            entry, who = chosen
            said = await words.of_entry(connection, self._tools.vault, entry.id)
        lines = tuple(
            Words("dispute-line", {"who": side_words(each.who), "text": private(each.text), "at": each.at})
            for each in said
        )
        ways = ["say", "confirm", "withdraw"] if who.startswith("organiser") else ["say"]
        note = Words("dispute-thread", {"entry": entry_words(entry), "n": len(lines), "lines": lines})
        return Found(tuple(Option(way, Words(f"dispute-way.{way}")) for way in ways), {}, _GONE.otherwise, note=note)

    async def _do(self, final: Final, doing: Doing) -> Told:
        """Says it, and countersigns or takes back where that was chosen. Raises Refused record-over."""
        connection, world = doing.connection, doing.world
        chosen = await self._chosen(connection, final.facts, doing.conversation.id)
        if chosen is None:
            raise Refused("record-over", step="entry")
        entry, who = chosen
        what, text = str(final.facts["what"]), str(final.facts["words"])
        if what == "confirm":
            done = bool(await self._records.confirm(connection, [entry.id], who, world, text=text))
        elif what == "withdraw":
            done = bool(await self._records.withdraw(connection, [entry.id], who, world, text=text))
        else:
            done = await self._records.dispute(connection, entry.id, who, text, world)
        if not done:
            raise Refused("record-over", step="entry")
        return {"what": what}, None

    async def _chosen(self, connection: AsyncConnection, facts: Facts, conversation: str) -> tuple[Entry, str] | None:
        own = await self._own(connection, conversation)
        return next(((entry, who) for entry, who in own if entry.id == facts["entry"]), None)

    async def _own(self, connection: AsyncConnection, conversation: str) -> list[tuple[Entry, str]]:
        """The entries this conversation may speak about, and as whom."""
        vault, found = self._tools.vault, list[tuple[Entry, str]]()
        for volunteer in await registry.served_in(connection, vault, conversation):
            mine = await ledger.of_volunteer(connection, vault, volunteer.number)
            found += [(entry, f"volunteer:{volunteer.number}") for entry in reversed(mine)]
        own = {entry.id for entry, _ in found}
        for each in await organisations.of_conversation(connection, vault, conversation):
            disputed = await ledger.of_organisation(connection, vault, each.organisation, ["disputed"])
            found[:0] = [(entry, each.who) for entry in disputed if entry.id not in own]
        return found


def entry_words(entry: Entry) -> Words:
    """An entry in a line: when, how long, how it stands."""
    args = {"length": length([entry]), "state": Words(f"dispute-state.{entry.state}")}
    return Words("dispute-one", {**args, **rules.span(entry.begins_at, entry.ends_at)})


def side_words(who: str) -> Words:
    """Who said something about an entry, as both sides read it; nobody is named."""
    kind = who.partition(":")[0]
    return Words(f"dispute-side.{kind if kind in ('volunteer', 'organiser') else 'bureau'}")

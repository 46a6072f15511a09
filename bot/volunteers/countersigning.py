"""Countersigning (确认时长): what waits for a person in charge, read back with names, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from bot.volunteers.parts import Tools
from bot.volunteers.records import Records, length, own_numbers
from flows import hours
from flows.discretion import private
from flows.errors import Refused
from flows.inputs.name import mask_name
from flows.language.facts import Facts
from flows.language.lookups import Found
from flows.outcome import Final, Needed
from flows.volunteers import rules
from flows.volunteers.countersign_flow import right_of, wrong_of
from flows.volunteers.ledger import Entry, span_minutes
from flows.words import Option, Value, Words, yes
from integrations.store.volunteers import ledger, organisations, registry
from integrations.store.volunteers.organisations import Organiser

MOST = 20
"""Lines of one list."""
YES, SEEN = "yes", "seen"


class Countersigning:
    """确认时长."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._records = Records(tools)

    def part(self) -> Part:
        """What it brings."""
        lookups = {"to_countersign": self._waiting, "countersigning": self._read_back}
        return Part(endings={"countersign": self._do}, lookups=lookups)

    async def _waiting(self, needed: Needed, conversation: str) -> Found:
        """The oldest entries that wait, numbered: none of one's own."""
        async with self._tools.database.read() as connection:
            organiser = await self._organiser(connection, needed.facts, conversation)
            if organiser is None:
                return Found((), stop=Words("organiser-none"))
            entries = await ledger.of_organisation(connection, self._tools.vault, organiser.organisation, ["waiting"])
            own = await own_numbers(connection, self._tools, organiser, entries)
            mine = [entry for entry in entries if entry.volunteer in own]
            shown = [entry for entry in entries if entry.volunteer not in own][:MOST]
            options = tuple([Option(each.id, await self._line(connection, each)) for each in shown])
        if not options:
            return Found((), stop=Words("countersign-none", {"own": yes(bool(mine))}))
        note = Words("countersign-waiting", {"n": len(entries), "shown": len(shown), "own": yes(bool(mine))})
        return Found(options, note=note, open=True)

    async def _read_back(self, needed: Needed, conversation: str) -> Found:
        """Who and how many minutes in all, and what becomes of what is wrong."""
        facts = needed.facts
        async with self._tools.database.read() as connection:
            organiser = await self._organiser(connection, facts, conversation)
            right = await ledger.some(connection, self._tools.vault, right_of(facts))
            wrong = await ledger.some(connection, self._tools.vault, wrong_of(facts))
            lines = tuple([await self._line(connection, entry) for entry in right])
            against = tuple([await self._line(connection, entry) for entry in wrong])
            unchecked = await self._unchecked(connection, right)
        if organiser is None:
            return Found((), stop=Words("organiser-none"))
        how = _how(facts)
        args: dict[str, Value] = {"n": len(right), "length": length(right), "lines": lines, "against": against}
        args |= {"how": how, "unchecked": len(unchecked), "from": "", "to": "", "corrected": ""}
        if how == "time" and wrong:
            new = corrected(wrong[0], facts)
            args |= {**rules.span(new.begins_at, new.ends_at), "corrected": length([new])}
        options = [Option(YES, Words("countersign-yes"), also=(Words("words-yes"),))]
        if unchecked:
            options.append(Option(SEEN, Words("countersign-seen")))
        return Found(tuple(options), note=Words("countersign-read_back", args))

    async def _do(self, final: Final, doing: Doing) -> Told:
        """Confirms what is right, each entry once; corrects, withdraws or disputes what is wrong. Raises Refused."""
        facts, connection, world = final.facts, doing.connection, doing.world
        organiser = await self._organiser(connection, facts, doing.conversation.id)
        if organiser is None:
            raise Refused("organiser-none", step="organisation")
        said, how = {"right": right_of(facts), "wrong": wrong_of(facts)}, _how(facts)
        held = await self._records.held(connection, [*said["right"], *said["wrong"]])
        waiting = {entry.id for entry in held if entry.state == "waiting"}  # what was read back is only said of these
        right, wrong = ([each for each in said[kind] if each in waiting] for kind in ("right", "wrong"))
        done = await self._records.confirm(connection, right, organiser.who, world)
        confirmed = await ledger.some(connection, self._tools.vault, done)
        if facts["sure"] == SEEN:
            for number in await self._unchecked(connection, confirmed):
                await registry.check(connection, number, organiser.who, world.now)
        text, against = str(facts.get("words", "")), 0
        if how == "time":
            for old in await ledger.some(connection, self._tools.vault, wrong):
                new = replace(corrected(old, facts), id=self._tools.id())
                await self._records.correct(connection, old, new, organiser.who, world, text=text, step="begins")
                against += 1
        elif how == "not_there":
            against = len(await self._records.withdraw(connection, wrong, organiser.who, world, text=text))
        elif how == "talk":
            for entry in wrong:
                against += await self._records.dispute(connection, entry, organiser.who, text, world)
        others = len(said["right"]) - len(done) + len(said["wrong"]) - against
        told = {"n": len(done), "others": others, "length": length(confirmed)}
        return {**told, "how": how, "against": against}, None

    async def _organiser(self, connection: AsyncConnection, facts: Facts, conversation: str) -> Organiser | None:
        """The person in charge that was chosen, if this conversation is theirs."""
        mine = await organisations.of_conversation(connection, self._tools.vault, conversation)
        return next((each for each in mine if each.id == facts["organisation"]), None)

    async def _line(self, connection: AsyncConnection, entry: Entry) -> Words:
        """An entry as the one in charge, who was there, knows it: by name where that may be said."""
        volunteer = await registry.by_number(connection, self._tools.vault, entry.volunteer)
        name = None if volunteer is None or volunteer.person is None else volunteer.person.name
        who = entry.volunteer if name is None else private(name, mask_name(name))
        checked = volunteer is not None and volunteer.is_checked
        args = {"who": who, "what": private(entry.what, ""), "length": length([entry]), "checked": yes(checked)}
        return Words("countersign-line", {**args, **rules.span(entry.begins_at, entry.ends_at)})

    async def _unchecked(self, connection: AsyncConnection, entries: Iterable[Entry]) -> list[str]:
        """The volunteers whose identity card nobody has compared yet (实名核对)."""
        found = [
            await registry.by_number(connection, self._tools.vault, number)
            for number in sorted({entry.volunteer for entry in entries})
        ]
        return [each.number for each in found if each is not None and not each.is_checked]


def corrected(old: Entry, facts: Facts) -> Entry:
    """An entry with the times that were said instead; an end before the begin is on the next day."""
    begins, ends = (_at(old, str(facts[step])) for step in ("begins", "ends"))
    if ends <= begins:
        ends += timedelta(days=1)
    said = facts["minutes"]
    minutes = span_minutes(begins, ends) if said == "whole" else int(said)
    return replace(old, begins_at=begins, ends_at=ends, minutes=minutes, state="waiting", replaces=old.id)


def _at(old: Entry, clock: str) -> datetime:
    return hours.at(old.day, time.fromisoformat(clock))


def _how(facts: Facts) -> str:
    """What becomes of the wrong ones; nothing where none is."""
    return str(facts.get("how", facts.get("how_all", ""))) if wrong_of(facts) else ""

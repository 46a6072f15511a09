"""A person in charge (负责人) of an organisation links their chat with the code the bureau gave them.

A code that never was, is used or over: one sentence for all. Whoever tries codes is stopped after a few wrong ones.
"""

from __future__ import annotations

from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from bot.tries import WrongTries
from bot.volunteers.parts import Tools
from flows.errors import Refused
from flows.language.lookups import Found
from flows.outcome import Final, Needed
from flows.words import Option, Words
from integrations.store import audit
from integrations.store.volunteers import organisations, registry

_OFTEN = Found((), {}, Words("organiser-too_often"), Words("organiser-too_often"))
_OVER = Found((), {}, Words("organiser-over"), Words("organiser-over"))


class Linking:
    """负责人登记."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._tries = WrongTries(tools.quick, tools.vault, "organiser-code")

    def part(self) -> Part:
        """What it brings."""
        return Part(endings={"organiser": self._link}, lookups={"organisation_of_code": self._of_code})

    async def _of_code(self, needed: Needed, conversation: str) -> Found:
        """For which organisation a code lets one speak."""
        code = str(needed.facts["code"])
        most = self._tries.at_codes(conversation)
        if await self._tries.are_too_many(most):
            return _OFTEN
        async with self._tools.database.read() as connection:
            found = await organisations.asked_of(connection, self._tools.vault, code, needed.facts.world.now)
            theirs = None if found is None else await organisations.one(connection, found.organisation)
        if found is None or theirs is None or not theirs.active:
            await self._tries.add(most, conversation, code)
            return _OVER
        return Found(
            (Option(found.id, Words("organiser-speak_for", {"organisation": theirs.name})),), {}, _OVER.otherwise
        )

    async def _link(self, final: Final, doing: Doing) -> Told:
        """From now on what is said in this conversation is said for the organisation. Raises Refused organiser-over."""
        code, connection, now = str(final.facts["code"]), doing.connection, doing.world.now
        vault = self._tools.vault
        person = registry.person_index(vault, str(final.facts["id"]))
        linked = await organisations.link(connection, vault, code, doing.conversation.id, now, person=person)
        if linked is None or linked.id != final.facts["organisation"]:
            raise Refused("organiser-over", step="organisation")
        theirs = await organisations.one(connection, linked.organisation)
        await audit.record(connection, now, linked.who, "organiser linked", linked.id, self._tools.random)
        return {"organisation": "" if theirs is None else theirs.name}, None

"""Who has shown in a conversation who they are."""

from __future__ import annotations

from bot.benefits.parts import Tools
from bot.pieces import Part
from flows.inputs.name import mask_name
from flows.language.lookups import Found
from flows.outcome import Needed
from flows.words import Option, Words
from integrations.store.benefits import proofs


class Proving:
    """Looks up what was shown already."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def part(self) -> Part:
        """What this piece brings."""
        return Part(lookups={"proofs_here": self._proofs})

    async def _proofs(self, needed: Needed, conversation: str) -> Found:
        tools = self._tools
        async with tools.database.read() as connection:
            found = await proofs.of_conversation(connection, tools.vault, conversation, tools.clock())
        options = tuple(Option(each.id, Words("verbatim", {"text": mask_name(each.name)})) for each in found)
        return Found(options, {}, Words("benefits-gone"), Words("benefits-proof_over"))

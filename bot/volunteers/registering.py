"""Who volunteers in a conversation."""

from __future__ import annotations

from bot.volunteers.parts import Part, Tools
from flows.language.lookups import Found
from flows.outcome import Needed
from flows.words import Option, Words
from integrations.store.volunteers import registry


class Registering:
    """The registered volunteers."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def part(self) -> Part:
        """What it brings."""
        return Part(lookups={"my_volunteers": self._mine})

    async def _mine(self, needed: Needed, conversation: str) -> Found:
        async with self._tools.database.read() as connection:
            found = await registry.of_conversation(connection, self._tools.vault, conversation)
        options = tuple(
            Option(each.number, Words("verbatim", {"text": each.person.name}))
            for each in found
            if each.state == "registered" and each.person is not None
        )
        return Found(options) if options else Found(stop=Words("post-no_volunteer"))

"""Which volunteers there are in a conversation."""

from __future__ import annotations

from bot.volunteers.parts import Part, Tools
from flows.discretion import private
from flows.language.lookups import Found
from flows.outcome import Needed
from flows.words import Option, Words
from integrations.store.volunteers import registry


class Registering:
    """Looks up."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def part(self) -> Part:
        """What this piece brings."""
        return Part(lookups={"my_volunteers": self._mine})

    async def _mine(self, needed: Needed, conversation: str) -> Found:
        async with self._tools.database.read() as connection:
            found = await registry.of_conversation(connection, self._tools.vault, conversation)
        options = tuple(
            Option(each.number, private(each.person.name))
            for each in found
            if each.state == "registered" and each.person is not None
        )
        if not options:
            return Found(stop=Words(f"{needed.run.flow}-no_volunteer"))
        return Found(options, {}, Words("my_hours-gone"))

"""The organisations (志愿服务组织) for which a conversation speaks. Stands in for the look-up of the activities' piece
until that is there."""

from __future__ import annotations

from bot.volunteers.parts import Part, Tools
from flows.language.lookups import Found
from flows.language.questions import BEGIN
from flows.outcome import Needed
from flows.words import Option, Words
from integrations.store.volunteers import organisations


class Organising:
    """The look-up ``my_organisations``: the value of an option is the id of who is in charge."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def part(self) -> Part:
        """What it brings."""
        return Part(lookups={"my_organisations": self._mine})

    async def _mine(self, needed: Needed, conversation: str) -> Found:
        async with self._tools.database.read() as connection:
            mine = await organisations.of_conversation(connection, self._tools.vault, conversation)
            names = {each.organisation: await organisations.one(connection, each.organisation) for each in mine}
        if not mine:
            begin = Option(f"{BEGIN}organiser", Words("service-organiser"))
            return Found((begin,), stop=Words("organiser-none"))
        shown = [(each.id, names[each.organisation]) for each in mine]
        return Found(tuple(Option(id_, Words("verbatim", {"text": one.name})) for id_, one in shown if one is not None))

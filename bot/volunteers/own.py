"""Whose hours and certificates a conversation may see: those of who is registered in it, and of who was and has left.

What was served stands after leaving (退出), and with it the right to see it and to have it certified (民政部令第67号).
Serving on is for those who are registered (``my_volunteers``).
"""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.pieces import Part
from bot.volunteers.parts import Tools
from flows.errors import Refused
from flows.inputs.name import mask_name
from flows.language.lookups import Found
from flows.language.questions import BEGIN
from flows.outcome import Needed
from flows.volunteers.people import Volunteer
from flows.words import Option, Words
from integrations.privacy import Vault
from integrations.store.volunteers import registry


async def registered_in(connection: AsyncConnection, vault: Vault, conversation: str) -> list[Volunteer]:
    """The registered volunteers of a conversation: oneself, and children one has registered."""
    found = await registry.of_conversation(connection, vault, conversation)
    return [each for each in found if each.state == "registered"]


async def own(connection: AsyncConnection, vault: Vault, number: str, conversation: str) -> Volunteer | None:
    """A registered volunteer of a conversation, by number."""
    mine = await registered_in(connection, vault, conversation)
    return next((each for each in mine if each.number == number), None)


class Own:
    """Looks up whose hours may be seen."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def part(self) -> Part:
        """What it brings."""
        return Part(lookups={"my_served": self._served})

    async def _served(self, needed: Needed, conversation: str) -> Found:
        """Who has served in this conversation, or may: oneself, and children one has registered."""
        vault = self._tools.vault
        async with self._tools.database.read() as connection:
            found = await registry.served_in(connection, vault, conversation)
            waits = not found and bool(await registry.of_conversation(connection, vault, conversation))
        gone = Words("volunteer-gone")
        if found:
            return Found(tuple(named(each) for each in found), {}, gone)
        if waits:
            return Found((), {}, gone, stop=Words("volunteer-waits"))
        sign_up = Option(f"{BEGIN}volunteer", Words("service-volunteer"))
        return Found((sign_up,), {}, gone, stop=Words(f"{needed.run.flow}-no_volunteer"))


async def own_volunteer(
    connection: AsyncConnection, tools: Tools, conversation: str, number: object, step: str
) -> Volunteer:
    """A volunteer of this conversation, be it that they have left. Raises Refused, naming ``step``, for anybody
    else."""
    for each in await registry.served_in(connection, tools.vault, conversation):
        if each.number == number:
            return each
    raise Refused("my_hours-gone", step=step)


def named(volunteer: Volunteer) -> Option:
    """A volunteer as an option: the family name and the number."""
    name = "" if volunteer.person is None else mask_name(volunteer.person.name)
    return Option(volunteer.number, Words("volunteer-one", {"name": name, "number": volunteer.number}))

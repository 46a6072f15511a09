"""Whose hours and certificates a conversation may see: those of the volunteers who are registered in it."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.volunteers.parts import Tools
from flows.errors import Refused
from flows.volunteers.people import Volunteer
from integrations.privacy import Vault
from integrations.store.volunteers import registry


async def own(connection: AsyncConnection, vault: Vault, number: str, conversation: str) -> Volunteer | None:
    """A registered volunteer of a conversation, by number."""
    for each in await registry.of_conversation(connection, vault, conversation):
        if each.number == number and each.state == "registered":
            return each
    return None


async def own_volunteer(
    connection: AsyncConnection, tools: Tools, conversation: str, number: object, step: str
) -> Volunteer:
    """A volunteer of this conversation. Raises Refused, naming ``step``, for anybody else."""
    found = await own(connection, tools.vault, str(number), conversation)
    if found is not None:
        return found
    raise Refused("my_hours-gone", step=step)

"""Whose hours and certificates a conversation may see: those of the volunteers who are registered in it."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.volunteers.parts import Tools
from flows.errors import Refused
from flows.volunteers.people import Volunteer
from integrations.store.volunteers import registry


async def own_volunteer(
    connection: AsyncConnection, tools: Tools, conversation: str, number: object, step: str
) -> Volunteer:
    """A volunteer of this conversation. Raises Refused, naming ``step``, for anybody else."""
    for each in await registry.of_conversation(connection, tools.vault, conversation):
        if each.number == number and each.state == "registered":
            return each
    raise Refused("my_hours-gone", step=step)

"""Recording service (记录志愿服务)."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.volunteers.parts import Tools
from flows.errors import Refused
from flows.volunteers.ledger import Entry
from flows.world import World
from integrations.store.volunteers import ledger


class Recording:
    """Refuses (Refused) what may not be recorded."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    async def record(self, connection: AsyncConnection, entry: Entry, who: str, world: World, *, step: str) -> Entry:
        """Writes an entry down."""
        await ledger.lock(connection, entry.volunteer)
        beside = await ledger.beside(connection, self._tools.vault, entry.volunteer, entry.begins_at, entry.ends_at)
        if any(entry.overlaps(each) for each in beside):
            raise Refused("service-overlap", step=step)
        due_at = world.now + timedelta(days=14)
        await ledger.record(connection, self._tools.vault, entry, who, due_at, world.now, self._tools.random)
        return entry

"""What becomes of entries of service time after they were recorded."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.volunteers.parts import Tools
from bot.volunteers.reporting import report
from flows.volunteers.ledger import Entry, Event
from flows.world import World
from integrations.store.volunteers import certificates, ledger


class Records:
    """Moves entries in the ledger, and revokes what says otherwise."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    async def confirm(self, connection: AsyncConnection, entries: Collection[str], who: str, world: World) -> list[str]:
        """Those that are confirmed now."""
        return await ledger.move(connection, entries, "confirmed", who, world.now, self._tools.random)

    async def dispute(self, connection: AsyncConnection, entry: str, who: str, words: str, world: World) -> None:
        """Somebody says that an entry is wrong (异议)."""
        await self._ended(connection, [entry], "disputed", who, world)

    async def withdraw(
        self, connection: AsyncConnection, entries: Collection[str], who: str, world: World
    ) -> list[str]:
        """Entries stand no more."""
        return await self._ended(connection, entries, "withdrawn", who, world)

    async def correct(self, connection: AsyncConnection, old: Entry, new: Entry, who: str, world: World) -> None:
        """A new entry takes the place of an old one."""
        await self._ended(connection, [old.id], "replaced", who, world)
        due_at = new.due_at or world.now
        await ledger.record(connection, self._tools.vault, new, who, due_at, world.now, self._tools.random)

    async def _ended(
        self, connection: AsyncConnection, entries: Collection[str], event: Event, who: str, world: World
    ) -> list[str]:
        moved = await ledger.move(connection, entries, event, who, world.now, self._tools.random)
        for gone in await certificates.revoke(connection, moved, world.now):
            await report(connection, self._tools, "certificate_revoked", gone.number, world.now)
        return moved

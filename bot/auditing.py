"""A change and its entry in the audit log: both or none."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from flows.errors import OutsideFault
from integrations.store import audit
from integrations.store.database import Collision, Database

TRIES = 10


async def audited(
    database: Database,
    clock: Clock,
    who: str,
    what: str,
    subject: str,
    change: Callable[[AsyncConnection], Awaitable[bool]] | None = None,
) -> bool:
    """Makes a change and its entry; False, and no entry, when the change changed nothing. Raises OutsideFault."""
    for _ in range(TRIES):
        try:
            async with database.write() as connection:
                if change is not None and not await change(connection):
                    return False
                await audit.record(connection, clock(), who, what, subject, secrets.token_bytes)
            return True
        except Collision:
            continue
    raise OutsideFault("the audit log moves too fast")

"""A change and its entry in the audit log: both or none."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from flows.errors import OutsideFault
from integrations.store import audit, used_forms
from integrations.store.database import Collision, Database

TRIES = 10

Change: TypeAlias = Callable[[AsyncConnection], Awaitable[bool]]
Entry: TypeAlias = tuple[str, str, str]
"""Who did what to what."""


class DoneAlready(Exception):
    """It was done before; nothing is done a second time."""


def once(change: Change | None, digest: bytes, clock: Clock) -> Change:
    """A change that is made once for each ``digest``; what changed nothing may be asked for again. Raises
    DoneAlready."""

    async def carry_out(connection: AsyncConnection) -> bool:
        if not await used_forms.take(connection, digest, clock()):
            raise DoneAlready
        if change is None or await change(connection):
            return True
        await used_forms.give_back(connection, digest)
        return False

    return carry_out


async def audited(
    database: Database,
    clock: Clock,
    who: str,
    what: str,
    subject: str,
    change: Change | None = None,
) -> bool:
    """Makes a change and its entry; False, and no entry, when the change changed nothing. Raises OutsideFault."""

    async def carry_out(connection: AsyncConnection) -> Entry | None:
        return (who, what, subject) if change is None or await change(connection) else None

    return await audited_as_found(database, clock, carry_out)


async def audited_as_found(
    database: Database, clock: Clock, change: Callable[[AsyncConnection], Awaitable[Entry | None]]
) -> bool:
    """As ``audited``, of a change that finds out itself who does what to what; None where it changed nothing."""
    for _ in range(TRIES):
        try:
            async with database.write() as connection:
                entry = await change(connection)
                if entry is None:
                    return False
                await audit.record(connection, clock(), *entry, secrets.token_bytes)
            return True
        except Collision:
            continue
    raise OutsideFault("the audit log moves too fast")

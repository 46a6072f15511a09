"""What a conversation left with the register, when it is to be forgotten."""

from __future__ import annotations

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.benefits.tables import checks, news, proofs


async def forget(connection: AsyncConnection, conversation: str) -> None:
    """Who was asked for or shown there goes, and whom to tell of changes there."""
    for table in (checks, proofs, news):
        await connection.execute(delete(table).where(table.c.conversation == conversation))

"""What a conversation wished to be told of the register, when it is to be forgotten."""

from __future__ import annotations

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.benefits.tables import news


async def forget(connection: AsyncConnection, conversation: str) -> None:
    """Nobody is told of changes there any more. Who was asked for or shown there is forgotten by ``checks`` and
    ``proofs``."""
    await connection.execute(delete(news).where(news.c.conversation == conversation))

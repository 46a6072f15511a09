"""Pictures people gave: sealed, bound to their conversation, gone with its retention."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store.tables import uploads

MOST_PER_CONVERSATION = 40


async def keep(
    connection: AsyncConnection, vault: Vault, *, upload: str, conversation: str, data: bytes, at: datetime
) -> None:
    """Keeps a picture; the same id again changes nothing."""
    if (await connection.execute(select(uploads.c.id).where(uploads.c.id == upload))).first() is not None:
        return
    sealed = vault.seal(data, f"uploads:{upload}")
    await connection.execute(uploads.insert(), {"id": upload, "conversation": conversation, "sealed": sealed, "at": at})


async def get(connection: AsyncConnection, vault: Vault, upload: str, conversation: str) -> bytes | None:
    """A picture of this conversation; None for anybody else's."""
    chosen = select(uploads.c.sealed).where(uploads.c.id == upload, uploads.c.conversation == conversation)
    row = (await connection.execute(chosen)).one_or_none()
    return None if row is None else vault.open(row.sealed, f"uploads:{upload}")


async def count(connection: AsyncConnection, conversation: str) -> int:
    """How many pictures a conversation has given."""
    chosen = select(func.count()).select_from(uploads).where(uploads.c.conversation == conversation)
    return int((await connection.execute(chosen)).scalar_one())


async def erase(connection: AsyncConnection, conversation: str) -> None:
    """Erases every picture of a conversation."""
    await connection.execute(delete(uploads).where(uploads.c.conversation == conversation))

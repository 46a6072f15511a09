"""Pictures people gave: sealed, and gone with the conversation they were given in, or with the case they belong to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update
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


async def keep_with(connection: AsyncConnection, among: Collection[str], conversation: str, case: str) -> Sequence[str]:
    """Those of these pictures that are a conversation's belong to a case from now on, and are gone with it; which."""
    own = (uploads.c.conversation == conversation, uploads.c.id.in_(among))
    kept = [row.id for row in await connection.execute(select(uploads.c.id).where(*own).order_by(uploads.c.id))]
    if kept:
        await connection.execute(update(uploads).where(uploads.c.id.in_(kept)).values(case_number=case))
    return kept


async def of_case(connection: AsyncConnection, vault: Vault, upload: str, case: str) -> bytes | None:
    """A picture that belongs to a case; None for any other."""
    chosen = select(uploads.c.sealed).where(uploads.c.id == upload, uploads.c.case_number == case)
    row = (await connection.execute(chosen)).one_or_none()
    return None if row is None else vault.open(row.sealed, f"uploads:{upload}")


async def ids_of_case(connection: AsyncConnection, case: str) -> list[str]:
    """The pictures of a case, the oldest first."""
    chosen = select(uploads.c.id).where(uploads.c.case_number == case).order_by(uploads.c.at, uploads.c.id)
    return [row.id for row in await connection.execute(chosen)]


async def drop(connection: AsyncConnection, conversation: str, among: Collection[str] | None = None) -> None:
    """Drops the pictures of a conversation (``among``: these of them only), but none that belongs to a case."""
    own = [uploads.c.conversation == conversation, uploads.c.case_number.is_(None)]
    if among is not None:
        own.append(uploads.c.id.in_(among))
    await connection.execute(delete(uploads).where(*own))

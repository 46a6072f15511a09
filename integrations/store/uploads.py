"""Pictures people gave: sealed, bound to their conversation, gone with its retention."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store import cases
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


async def drop(
    connection: AsyncConnection, vault: Vault, conversation: str, among: Collection[str] | None = None
) -> None:
    """Drops the pictures of a conversation (``among``: these of them only), but none that a filed case refers to."""
    chosen = select(uploads.c.id).where(uploads.c.conversation == conversation)
    given = {row.id for row in await connection.execute(chosen)}
    dropped = given if among is None else given.intersection(among)
    if dropped:
        dropped -= await _filed(connection, vault, conversation)
        await connection.execute(delete(uploads).where(uploads.c.id.in_(dropped)))


async def erase(connection: AsyncConnection, conversation: str) -> None:
    """Erases every picture of a conversation."""
    await connection.execute(delete(uploads).where(uploads.c.conversation == conversation))


async def _filed(connection: AsyncConnection, vault: Vault, conversation: str) -> set[str]:
    """What the filed cases of a conversation hold as answers, pictures among them."""
    found = set()
    for number in await cases.of_conversation(connection, conversation):
        case = await cases.by_number(connection, vault, number)
        answers = [] if case is None else case.content.get("answers", [])
        found |= {answer["value"] for answer in answers if isinstance(answer["value"], str)}
    return found

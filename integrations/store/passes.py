"""Codes and links that work once, for a while: on with a conversation elsewhere, a clerk's chat, a township's group."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store.tables import passes

Purpose = Literal["conversation", "account", "group"]


async def make(
    connection: AsyncConnection, vault: Vault, code: str, purpose: Purpose, subject: str, until: datetime
) -> None:
    """A code works for ``subject`` until an instant."""
    row = {"code": _index(vault, code), "purpose": purpose, "subject": subject, "until": until}
    await connection.execute(insert(passes), row)


async def subject_of(
    connection: AsyncConnection, vault: Vault, code: str, purpose: Purpose, now: datetime
) -> str | None:
    """What a code works for, if it still does; it is not used up by this."""
    own = (passes.c.code == _index(vault, code), passes.c.purpose == purpose, passes.c.until > now)
    chosen = select(passes.c.subject).where(*own, passes.c.used_at.is_(None))
    found: str | None = (await connection.execute(chosen)).scalar()
    return found


async def use(connection: AsyncConnection, vault: Vault, code: str, purpose: Purpose, now: datetime) -> str | None:
    """What a code works for, which is used up by this; None for one that never was, is used, or over."""
    own = (passes.c.code == _index(vault, code), passes.c.purpose == purpose, passes.c.until > now)
    used = update(passes).where(*own, passes.c.used_at.is_(None)).values(used_at=now).returning(passes.c.subject)
    found: str | None = (await connection.execute(used)).scalar()
    return found


def _index(vault: Vault, code: str) -> bytes:
    return vault.index("pass", code)

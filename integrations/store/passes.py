"""Codes and links that work once, for a while: on with a conversation elsewhere, a clerk's chat, a township's group."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import and_, func, insert, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store.tables import Instant, passes

Purpose = Literal["conversation", "account", "group"]
AGAIN = timedelta(minutes=5)
"""For so long whoever used a code may ask again: the answer may have got lost on its way."""


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


async def use(
    connection: AsyncConnection, vault: Vault, code: str, purpose: Purpose, now: datetime, by: str | None = None
) -> str | None:
    """What a code works for, which is used up by this; None for one that never was, is used, or over.

    ``by`` is what whoever uses it calls this use, not to be guessed: for a while the same again is the same use.
    """
    use_of = None if by is None else vault.index("pass-use", by)
    fits = and_(passes.c.used_at.is_(None), passes.c.until > now)
    if use_of is not None:
        fits = or_(fits, and_(passes.c.used_by == use_of, passes.c.used_at > now - AGAIN))
    used = update(passes).where(passes.c.code == _index(vault, code), passes.c.purpose == purpose, fits)
    values = {"used_at": func.coalesce(passes.c.used_at, literal(now, Instant)), "used_by": use_of}
    found: str | None = (await connection.execute(used.values(values).returning(passes.c.subject))).scalar()
    return found


def _index(vault: Vault, code: str) -> bytes:
    return vault.index("pass", code)

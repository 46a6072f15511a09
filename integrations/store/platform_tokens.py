"""The access token of a platform: one for all processes, sealed, and asked for by one of them at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store.tables import platform_tokens

ASKING = timedelta(seconds=20)
"""Longer than asking for a token takes, twice where it has to be; after that another process may ask."""

_INSERTS = {
    dialect.dialect.name: dialect.insert(platform_tokens).on_conflict_do_nothing(index_elements=["name"])
    for dialect in (sqlite, postgresql)
}


@dataclass(frozen=True, slots=True)
class Token:
    """A token; ``turn`` says which one it is, so that one that is refused is told from the one that follows it."""

    value: str
    turn: int
    until: datetime


async def current(connection: AsyncConnection, vault: Vault, name: str) -> Token | None:
    """The token of a platform, be it still good or not; None before the first."""
    row = (await connection.execute(select(platform_tokens).where(platform_tokens.c.name == name))).one_or_none()
    if row is None or row.sealed is None:
        return None
    return Token(vault.open_plain(row.sealed, _row(name)), row.turn, row.until)


async def claim(connection: AsyncConnection, name: str, after: int, now: datetime) -> bool:
    """Whether this process is the one to ask for the token that follows that of the turn ``after`` (0: the first)."""
    await connection.execute(_INSERTS[connection.dialect.name], {"name": name, "turn": 0})
    is_free = platform_tokens.c.busy_until.is_(None) | (platform_tokens.c.busy_until <= now)
    own = update(platform_tokens).where(platform_tokens.c.name == name, platform_tokens.c.turn == after, is_free)
    return (await connection.execute(own.values(busy_until=now + ASKING))).rowcount == 1


async def put(connection: AsyncConnection, vault: Vault, name: str, token: Token) -> bool:
    """The token of a turn is this one; False where another process was faster."""
    own = update(platform_tokens).where(platform_tokens.c.name == name, platform_tokens.c.turn == token.turn - 1)
    sealed = vault.seal_plain(token.value, _row(name))
    values = {"sealed": sealed, "until": token.until, "turn": token.turn, "busy_until": None}
    return (await connection.execute(own.values(values))).rowcount == 1


async def let_go(connection: AsyncConnection, name: str, after: int) -> None:
    """Asking failed: another process may."""
    own = update(platform_tokens).where(platform_tokens.c.name == name, platform_tokens.c.turn == after)
    await connection.execute(own.values(busy_until=None))


def _row(name: str) -> str:
    return f"platform_tokens:{name}"

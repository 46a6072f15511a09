"""Staff accounts (argon2) and their sessions. A session's token is kept as its digest only."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.desk.rights import Clerk, Level, Role
from integrations.privacy import Vault
from integrations.store.tables import staff, staff_sessions

SESSION = timedelta(hours=8)
MIN_PASSWORD = 10
_hasher = PasswordHasher()
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$bm9ib2R5bm9ib2R5$UFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFA"
"""A hash that no password has: an unknown name costs as much time as a wrong password."""


async def add(connection: AsyncConnection, name: str, password: str) -> None:
    """Adds an account, or gives one a new password; its sessions end."""
    await connection.execute(delete(staff_sessions).where(staff_sessions.c.staff == name))
    await connection.execute(delete(staff).where(staff.c.name == name))
    await connection.execute(staff.insert(), {"name": name, "password": _hasher.hash(password), "active": True})


async def password_of(connection: AsyncConnection, name: str) -> str:
    """The stored hash; for an unknown name that of nobody, so that both take the same time."""
    chosen = select(staff.c.password).where(staff.c.name == name, staff.c.active.is_(True))
    found: str | None = (await connection.execute(chosen)).scalar()
    return found or _NOBODY


def matches(stored: str, password: str) -> bool:
    """Whether a password is that of a stored hash. Takes some 50 ms by design: run it in a thread."""
    try:
        return _hasher.verify(stored, password) and stored != _NOBODY
    except (VerificationError, InvalidHashError):
        return False


async def all_clerks(connection: AsyncConnection) -> list[Clerk]:
    """Everybody with an account, by name."""
    return [clerk_of(row) for row in await connection.execute(select(staff).order_by(staff.c.name))]


async def with_phone(connection: AsyncConnection) -> frozenset[str]:
    """Who can be called: the names of those whose telephone is known."""
    chosen = select(staff.c.name).where(staff.c.phone_sealed.is_not(None))
    return frozenset(row.name for row in await connection.execute(chosen))


async def phone_of(connection: AsyncConnection, vault: Vault, name: str) -> str | None:
    """The telephone of a member of the staff, where one was given."""
    sealed: bytes | None = (await connection.execute(select(staff.c.phone_sealed).where(staff.c.name == name))).scalar()
    return None if sealed is None else vault.open(sealed, f"staff:{name}:phone").decode()


async def begin(connection: AsyncConnection, name: str, token: str, now: datetime) -> None:
    """Begins a session."""
    row = {"token": _digest(token), "staff": name, "expires_at": now + SESSION, "used_at": now}
    await connection.execute(staff_sessions.insert(), row)


async def of_session(connection: AsyncConnection, token: str, now: datetime) -> Clerk | None:
    """Whose session it is, if it has not expired and the account is not blocked."""
    both = staff_sessions.join(staff, staff.c.name == staff_sessions.c.staff)
    chosen = select(staff).select_from(both).where(staff_sessions.c.token == _digest(token))
    current = chosen.where(staff_sessions.c.expires_at > now, staff.c.active.is_(True))
    row = (await connection.execute(current)).one_or_none()
    return None if row is None else clerk_of(row)


async def by_name(connection: AsyncConnection, name: str) -> Clerk | None:
    """The member of the staff with an account, whether it may be used or not."""
    row = (await connection.execute(select(staff).where(staff.c.name == name))).one_or_none()
    return None if row is None else clerk_of(row)


def clerk_of(row: Any) -> Clerk:
    """A row of the table as a member of the staff."""
    return Clerk(
        name=row.name,
        shown_as=row.shown_as or row.name,
        role=Role(row.role),
        level=Level(row.level),
        township=row.township,
        village=row.village,
        section=row.section,
    )


async def end(connection: AsyncConnection, token: str) -> None:
    """Ends a session."""
    await connection.execute(delete(staff_sessions).where(staff_sessions.c.token == _digest(token)))


async def known(connection: AsyncConnection) -> list[str]:
    """The names of the accounts."""
    return [row.name for row in await connection.execute(select(staff.c.name).order_by(staff.c.name))]


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()

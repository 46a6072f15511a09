"""Sessions at the desk. A session's token is kept as its digest only; one that was not used for a while is over."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.desk.rights import Clerk
from integrations.store.staff import clerk_of
from integrations.store.tables import staff, staff_sessions

SESSION = timedelta(hours=8)
"""The longest a session lasts: a working day."""
IDLE = timedelta(minutes=30)
MOVED_EVERY = timedelta(minutes=1)
"""A session in use is written to no oftener than this."""


@dataclass(frozen=True, slots=True)
class Session:
    """Whose a session is and whether it may be used: not after its time, not by a blocked account."""

    clerk: Clerk
    is_over: bool
    is_blocked: bool
    used_at: datetime


async def begin(connection: AsyncConnection, name: str, token: str, now: datetime) -> None:
    """Begins a session."""
    row = {"token": _digest(token), "staff": name, "expires_at": now + SESSION, "used_at": now}
    await connection.execute(staff_sessions.insert(), row)


async def look_up(connection: AsyncConnection, token: str, now: datetime) -> Session | None:
    """The session of a token, if there is or was one."""
    both = staff_sessions.join(staff, staff.c.name == staff_sessions.c.staff)
    chosen = select(staff, staff_sessions.c.expires_at, staff_sessions.c.used_at).select_from(both)
    row = (await connection.execute(chosen.where(staff_sessions.c.token == _digest(token)))).one_or_none()
    if row is None:
        return None
    is_over = row.expires_at <= now or row.used_at <= now - IDLE
    return Session(clerk_of(row), is_over, not row.active, row.used_at)


async def use(connection: AsyncConnection, token: str, now: datetime) -> None:
    """Writes down that a session is in use, if it was not within the last minute."""
    own = update(staff_sessions).where(staff_sessions.c.token == _digest(token))
    await connection.execute(own.where(staff_sessions.c.used_at <= now - MOVED_EVERY).values(used_at=now))


async def in_use(connection: AsyncConnection, now: datetime) -> frozenset[str]:
    """Who has the desk open: the names of those whose session is in use."""
    chosen = select(staff_sessions.c.staff).where(
        staff_sessions.c.expires_at > now, staff_sessions.c.used_at > now - IDLE
    )
    return frozenset(row.staff for row in await connection.execute(chosen))


async def end(connection: AsyncConnection, token: str) -> None:
    """Ends a session."""
    await connection.execute(delete(staff_sessions).where(staff_sessions.c.token == _digest(token)))


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()

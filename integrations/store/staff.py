"""Staff accounts: password (argon2), one-time codes, role and scope. Too many wrong tries lock one for some minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import case, literal, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.desk.rights import Clerk, Level, Role
from integrations.privacy import Vault
from integrations.store.tables import Instant, staff, staff_sessions

MIN_PASSWORD = 10
MOST_FAILURES = 5
LOCKED = timedelta(minutes=10)
_hasher = PasswordHasher()
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$bm9ib2R5bm9ib2R5$UFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFA"
"""A hash that no password has: an unknown or locked name costs as much time as a wrong password."""
_INSERTS = {dialect.dialect.name: dialect.insert for dialect in (sqlite, postgresql)}


@dataclass(frozen=True, slots=True)
class Account:
    """An account as who looks after the accounts sees it."""

    clerk: Clerk
    active: bool
    has_codes: bool
    has_phone: bool
    locked_until: datetime | None


@dataclass(frozen=True, slots=True)
class Door:
    """What a sign-in is held against. ``stored`` is nobody's for an unknown and for a locked account."""

    stored: str
    known: bool
    active: bool
    secret: bytes | None


def hashed(password: str) -> str:
    """The hash of a password. Takes some 100 ms by design: run it in a thread."""
    return _hasher.hash(password)


def matches(stored: str, password: str) -> bool:
    """Whether a password is that of a stored hash. Takes some 50 ms by design: run it in a thread."""
    try:
        return _hasher.verify(stored, password) and stored != _NOBODY
    except (VerificationError, InvalidHashError):
        return False


async def add(connection: AsyncConnection, clerk: Clerk, stored: str, now: datetime) -> None:
    """Adds an account with the hash of its password, or makes all of one anew; its sessions end."""
    row = {
        "name": clerk.name,
        "password": stored,
        "active": True,
        "shown_as": clerk.shown_as,
        "role": clerk.role,
        "level": clerk.level,
        "township": clerk.township,
        "village": clerk.village,
        "section": clerk.section,
        "phone_sealed": None,
        "totp_sealed": None,
        "totp_step": None,
        "failures": 0,
        "locked_until": None,
    }
    # One statement: several processes may start, and make the demonstration's accounts, at once.
    insert = _INSERTS[connection.dialect.name](staff).values(row)
    await connection.execute(insert.on_conflict_do_update(index_elements=["name"], set_=row))
    await _end_sessions(connection, clerk.name, now)


async def change(connection: AsyncConnection, clerk: Clerk) -> bool:
    """Gives an account another role, scope or shown name, which hold from its next request on; False if there is
    none of this name."""
    values = {
        "shown_as": clerk.shown_as,
        "role": clerk.role,
        "level": clerk.level,
        "township": clerk.township,
        "village": clerk.village,
        "section": clerk.section,
    }
    return await _set(connection, clerk.name, **values)


async def set_password(connection: AsyncConnection, name: str, stored: str, now: datetime) -> bool:
    """Gives an account the hash of a new password; its sessions end. False if there is none of this name."""
    await _end_sessions(connection, name, now)
    return await _set(connection, name, password=stored, failures=0, locked_until=None)


async def set_phone(connection: AsyncConnection, vault: Vault, name: str, phone: str | None) -> bool:
    """Keeps the telephone at which one is called; False if there is no account of this name."""
    sealed = None if phone is None else vault.seal(phone.encode(), _row(name, "phone"))
    return await _set(connection, name, phone_sealed=sealed)


async def phone_of(connection: AsyncConnection, vault: Vault, name: str) -> str | None:
    """The telephone at which one is called, if it is known."""
    sealed = (await connection.execute(select(staff.c.phone_sealed).where(staff.c.name == name))).scalar()
    return None if sealed is None else vault.open(sealed, _row(name, "phone")).decode()


async def with_phone(connection: AsyncConnection) -> frozenset[str]:
    """Who can be called: the names of those whose telephone is known."""
    chosen = select(staff.c.name).where(staff.c.phone_sealed.is_not(None))
    return frozenset(row.name for row in await connection.execute(chosen))


async def all_clerks(connection: AsyncConnection) -> list[Clerk]:
    """Everybody with an account, by name."""
    return [clerk_of(row) for row in await connection.execute(select(staff).order_by(staff.c.name))]


async def set_secret(connection: AsyncConnection, vault: Vault, name: str, secret: bytes, now: datetime) -> bool:
    """Gives an account a new secret of its one-time codes; its sessions end. False if there is none of this name."""
    await _end_sessions(connection, name, now)
    sealed = vault.seal(secret, _row(name, "totp"))
    return await _set(connection, name, totp_sealed=sealed, totp_step=None)


async def block(connection: AsyncConnection, name: str, now: datetime) -> bool:
    """Blocks an account; its sessions end. False if it was blocked, or there is none of this name."""
    await _end_sessions(connection, name, now)
    blocked = update(staff).where(staff.c.name == name, staff.c.active.is_(True)).values(active=False)
    return (await connection.execute(blocked)).rowcount == 1


async def unblock(connection: AsyncConnection, name: str) -> bool:
    """Lets an account in again that was blocked, or locked by wrong tries; False if it was neither."""
    shut = or_(staff.c.active.is_(False), staff.c.locked_until.is_not(None))
    opened = update(staff).where(staff.c.name == name, shut)
    values = {"active": True, "failures": 0, "locked_until": None}
    return (await connection.execute(opened.values(values))).rowcount == 1


async def door_of(connection: AsyncConnection, vault: Vault, name: str, now: datetime) -> Door:
    """What a sign-in with this name is held against."""
    row = (await connection.execute(select(staff).where(staff.c.name == name))).one_or_none()
    if row is None or (row.locked_until is not None and row.locked_until > now):
        return Door(_NOBODY, known=row is not None, active=False, secret=None)
    secret = None if row.totp_sealed is None else vault.open(row.totp_sealed, _row(name, "totp"))
    return Door(row.password, known=True, active=row.active, secret=secret)


async def let_in(connection: AsyncConnection, name: str, door: Door, step: int | None, now: datetime) -> bool:
    """The one step by which a sign-in succeeds. False if meanwhile the account was blocked or locked or has another
    password, or if the one-time code of this ``step``, or a later one, was used already."""
    unlocked = or_(staff.c.locked_until.is_(None), staff.c.locked_until <= now)
    own = update(staff).where(staff.c.name == name, staff.c.password == door.stored, staff.c.active.is_(True), unlocked)
    values: dict[str, Any] = {"failures": 0, "locked_until": None}
    if step is not None:
        own = own.where(or_(staff.c.totp_step.is_(None), staff.c.totp_step < step))
        values["totp_step"] = step
    return (await connection.execute(own.values(values))).rowcount == 1


async def failed(connection: AsyncConnection, name: str, now: datetime) -> bool:
    """Counts a sign-in that failed; whether that one locked the account. What is locked is locked no longer by it."""
    locks = staff.c.failures + 1 >= MOST_FAILURES
    unlocked = or_(staff.c.locked_until.is_(None), staff.c.locked_until <= now)
    counted = update(staff).where(staff.c.name == name, unlocked).returning(staff.c.failures)
    values = {
        "failures": case((locks, 0), else_=staff.c.failures + 1),
        "locked_until": case((locks, literal(now + LOCKED, Instant())), else_=staff.c.locked_until),
    }
    left: int | None = (await connection.execute(counted.values(values))).scalar()
    return left == 0


async def by_name(connection: AsyncConnection, name: str) -> Clerk | None:
    """The member of the staff with an account, whether it may be used or not."""
    row = (await connection.execute(select(staff).where(staff.c.name == name))).one_or_none()
    return None if row is None else clerk_of(row)


async def active(connection: AsyncConnection, name: str) -> Clerk | None:
    """The member of the staff whose account may be used."""
    chosen = select(staff).where(staff.c.name == name, staff.c.active.is_(True))
    row = (await connection.execute(chosen)).one_or_none()
    return None if row is None else clerk_of(row)


async def listed(connection: AsyncConnection) -> Sequence[Account]:
    """Every account, by name."""
    return [
        Account(clerk_of(row), row.active, row.totp_sealed is not None, row.phone_sealed is not None, row.locked_until)
        for row in await connection.execute(select(staff).order_by(staff.c.name))
    ]


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


async def _set(connection: AsyncConnection, name: str, **values: Any) -> bool:
    return (await connection.execute(update(staff).where(staff.c.name == name).values(values))).rowcount == 1


async def _end_sessions(connection: AsyncConnection, name: str, now: datetime) -> None:
    """The rows stay until their time, so that who comes with one is known to come too late."""
    open_ones = update(staff_sessions).where(staff_sessions.c.staff == name, staff_sessions.c.expires_at > now)
    await connection.execute(open_ones.values(expires_at=now))


def _row(name: str, what: str) -> str:
    return f"staff:{name}:{what}"

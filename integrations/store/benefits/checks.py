"""Who says who they are, while a one-time code (验证码) is to show it. Nobody's row differs from somebody's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.benefits.records import MandateKind
from integrations.privacy import Vault
from integrations.store.benefits.register import person_of
from integrations.store.benefits.tables import checks

State = Literal["asked", "sent", "used", "over"]
OPEN: tuple[State, ...] = ("asked", "sent")
_ADD = {
    dialect.dialect.name: dialect.insert(checks).on_conflict_do_nothing(index_elements=["id"]).returning(checks.c.id)
    for dialect in (sqlite, postgresql)
}


@dataclass(frozen=True, slots=True)
class Check:
    """What somebody said and the code that would show it.

    ``proxy_name`` and ``proxy_id`` are of who asks for another. ``phone`` is where the code goes, and ``by`` as what
    one may ask, once it was looked up; nowhere for nobody. ``tried`` are the digests of the wrong codes, each once.
    """

    id: str
    conversation: str
    name: str
    id_number: str
    code: str
    send_at: datetime
    until: datetime
    proxy_name: str | None = None
    proxy_id: str | None = None
    phone: str | None = None
    by: MandateKind | None = None
    tried: tuple[str, ...] = ()
    state: State = "asked"

    def is_open(self, now: datetime) -> bool:
        """Whether its code may still be used."""
        return self.state in OPEN and now < self.until


@dataclass(frozen=True, slots=True)
class Asked:
    """That a code was asked for: where, about whom, when it is sent, how many wrong ones were tried."""

    conversation: str
    person: bytes
    send_at: datetime
    state: State
    wrong: int


async def add(connection: AsyncConnection, vault: Vault, check: Check, now: datetime) -> bool:
    """Writes one down; False where there was one of its id before."""
    row = {
        "id": check.id,
        "conversation": check.conversation,
        "person": person_of(vault, check.id_number),
        "state": check.state,
        "wrong": len(check.tried),
        "send_at": check.send_at,
        "until": check.until,
        "sealed": _sealed(vault, check),
        "updated_at": now,
    }
    return (await connection.execute(_ADD[connection.dialect.name], row)).one_or_none() is not None


async def one(connection: AsyncConnection, vault: Vault, id_: str) -> Check | None:
    """A check, or None where there is nothing of it any more."""
    row = (await connection.execute(select(checks).where(checks.c.id == id_))).one_or_none()
    if row is None or not row.sealed:
        return None
    plain = vault.open_plain(row.sealed, _row(row.id))
    tried = tuple(plain.pop("tried"))
    return Check(row.id, row.conversation, send_at=row.send_at, until=row.until, state=row.state, tried=tried, **plain)


async def looked_up(
    connection: AsyncConnection,
    vault: Vault,
    check: Check,
    phone: str | None,
    by: MandateKind | None,
    now: datetime,
) -> bool:
    """Keeps where the code goes; False if the check has moved on meanwhile."""
    found = replace(check, phone=phone, by=by, state="sent")
    return await _move(connection, check, now, state=found.state, sealed=_sealed(vault, found))


async def tried(connection: AsyncConnection, vault: Vault, check: Check, digest: str, now: datetime) -> bool:
    """Counts a wrong code; False if the check has moved on meanwhile."""
    found = replace(check, tried=(*check.tried, digest))
    return await _move(connection, check, now, wrong=len(found.tried), sealed=_sealed(vault, found))


async def used(connection: AsyncConnection, check: Check, now: datetime) -> bool:
    """Its code has shown who asks, and shows nothing any more; False if the check has moved on meanwhile."""
    return await _move(connection, check, now, state="used")


async def over(connection: AsyncConnection, id_: str, conversation: str, now: datetime) -> None:
    """Nobody waits for the code of a conversation any more; that it was asked for still counts."""
    own = (checks.c.id == id_, checks.c.conversation == conversation, checks.c.state.in_(OPEN))
    await connection.execute(update(checks).where(*own).values(state="over", sealed=b"", updated_at=now))


async def forget(connection: AsyncConnection, conversation: str, now: datetime) -> None:
    """What somebody said in a conversation is gone; that codes were asked for still counts."""
    own = update(checks).where(checks.c.conversation == conversation)
    await connection.execute(own.values(state="over", sealed=b"", updated_at=now))


async def of_conversation(connection: AsyncConnection, conversation: str, since: datetime) -> Sequence[Asked]:
    """What was asked for in a conversation since an instant."""
    own = (checks.c.conversation == conversation, checks.c.send_at > since)
    return [_asked(row) for row in await connection.execute(select(*_ASKED).where(*own))]


async def of_person(connection: AsyncConnection, person: bytes, since: datetime) -> Sequence[Asked]:
    """What was asked for about a person since an instant, or came to be shown at any time; the oldest first."""
    own = (checks.c.person == person, or_(checks.c.send_at > since, checks.c.state == "used"))
    chosen = select(*_ASKED).where(*own).order_by(checks.c.send_at, checks.c.id)
    return [_asked(row) for row in await connection.execute(chosen)]


_ASKED = (checks.c.conversation, checks.c.person, checks.c.send_at, checks.c.state, checks.c.wrong)


async def _move(connection: AsyncConnection, check: Check, now: datetime, **values: Any) -> bool:
    own = (checks.c.id == check.id, checks.c.state == check.state, checks.c.wrong == len(check.tried))
    moved = await connection.execute(update(checks).where(*own).values(updated_at=now, **values))
    return moved.rowcount == 1


def _sealed(vault: Vault, check: Check) -> bytes:
    plain: Mapping[str, Any] = {
        "name": check.name,
        "id_number": check.id_number,
        "code": check.code,
        "proxy_name": check.proxy_name,
        "proxy_id": check.proxy_id,
        "phone": check.phone,
        "by": check.by,
        "tried": list(check.tried),
    }
    return vault.seal_plain(plain, _row(check.id))


def _row(id_: str) -> str:
    return f"identity_checks:{id_}"


def _asked(row: Any) -> Asked:
    return Asked(row.conversation, row.person, row.send_at, row.state, row.wrong)

"""Who says who they are, while a one-time code (验证码) is to show it. Nobody's row differs from somebody's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
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


ON_FILE, TOLD_HERE = 1, 2
"""Of which kind a place is: for the telephone on file, for one that was told with an application here."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place for a telephone, of a kind, with the code that goes there and nowhere else.

    ``phone`` is empty where there is nobody; ``by`` as what who has it may ask for another, ``proxy`` their ID number.
    """

    code: str
    kind: int
    phone: str | None = None
    by: MandateKind | None = None
    proxy: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What somebody said, and the codes that would show it.

    ``proxy_name`` and ``proxy_id`` are of who asks for another. ``tried`` are the digests of the wrong codes, each
    once.
    """

    id: str
    conversation: str
    name: str
    id_number: str
    places: tuple[Place, ...]
    send_at: datetime
    until: datetime
    proxy_name: str | None = None
    proxy_id: str | None = None
    tried: tuple[str, ...] = ()
    state: State = "asked"

    @property
    def sent(self) -> int:
        """To telephones of which kinds codes went."""
        return (ON_FILE if any(each.phone and each.kind == ON_FILE for each in self.places) else 0) | (
            TOLD_HERE if any(each.phone and each.kind == TOLD_HERE for each in self.places) else 0
        )

    def is_open(self, now: datetime) -> bool:
        """Whether its code may still be used."""
        return self.state in OPEN and now < self.until


@dataclass(frozen=True, slots=True)
class Asked:
    """That a code was asked for: where, about whom, when it is sent, to what, how many wrong ones were tried."""

    conversation: str
    person: bytes
    send_at: datetime
    state: State
    wrong: int
    sent: int


async def add(connection: AsyncConnection, vault: Vault, check: Check, now: datetime) -> bool:
    """Writes one down; False where there was one of its id before."""
    row = {
        "id": check.id,
        "conversation": check.conversation,
        "person": person_of(vault, check.id_number),
        "state": check.state,
        "wrong": len(check.tried),
        "sent": check.sent,
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
    tried, places = tuple(plain.pop("tried")), tuple(Place(**each) for each in plain.pop("places"))
    when = {"send_at": row.send_at, "until": row.until}
    return Check(row.id, row.conversation, places=places, state=row.state, tried=tried, **when, **plain)


async def looked_up(
    connection: AsyncConnection,
    vault: Vault,
    check: Check,
    places: tuple[Place, ...],
    now: datetime,
) -> bool:
    """Keeps where the codes go; False if the check has moved on meanwhile."""
    found = replace(check, places=places, state="sent")
    return await _move(connection, check, now, state=found.state, sent=found.sent, sealed=_sealed(vault, found))


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
    """What was asked for about a person since an instant, or came to be shown at any time; the oldest first. Nobody
    else moves these before the transaction is over."""
    own = (checks.c.person == person, or_(checks.c.send_at > since, checks.c.state == "used"))
    chosen = select(*_ASKED).where(*own).order_by(checks.c.send_at, checks.c.id).with_for_update()
    return [_asked(row) for row in await connection.execute(chosen)]


_ASKED = tuple(checks.c[name] for name in ("conversation", "person", "send_at", "state", "wrong", "sent"))


async def _move(connection: AsyncConnection, check: Check, now: datetime, **values: Any) -> bool:
    own = (checks.c.id == check.id, checks.c.state == check.state, checks.c.wrong == len(check.tried))
    moved = await connection.execute(update(checks).where(*own).values(updated_at=now, **values))
    return moved.rowcount == 1


def _sealed(vault: Vault, check: Check) -> bytes:
    plain: Mapping[str, Any] = {
        "name": check.name,
        "id_number": check.id_number,
        "places": [asdict(each) for each in check.places],
        "proxy_name": check.proxy_name,
        "proxy_id": check.proxy_id,
        "tried": list(check.tried),
    }
    return vault.seal_plain(plain, _row(check.id))


def _row(id_: str) -> str:
    return f"identity_checks:{id_}"


def _asked(row: Any) -> Asked:
    return Asked(row.conversation, row.person, row.send_at, row.state, row.wrong, row.sent)

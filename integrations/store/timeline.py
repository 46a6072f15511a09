"""What was done about a case (办理过程), entry after entry; what was written with one is sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store.database import Collision
from integrations.store.tables import timeline

DESK, RESIDENT = "desk", "resident"
"""Who did it, where it was not a clerk: the desk by itself, the resident."""
_ADD = {
    dialect.dialect.name: dialect.insert(timeline)
    .on_conflict_do_nothing(index_elements=["id"])
    .returning(timeline.c.id)
    for dialect in (sqlite, postgresql)
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing done: ``what`` names it, ``content`` is what was written with it, if anything was."""

    id: str
    seq: int
    who: str
    what: str
    content: Mapping[str, Any] | None
    at: datetime


async def add(
    connection: AsyncConnection,
    vault: Vault,
    number: str,
    who: str,
    what: str,
    content: Mapping[str, Any] | None,
    at: datetime,
    id: str,
) -> bool:
    """Adds an entry; False, and nothing is added, if there is one with this id. Two added at once collide; one of
    them is tried again."""
    last = select(func.max(timeline.c.seq)).where(timeline.c.case_number == number)
    seq = ((await connection.execute(last)).scalar() or 0) + 1
    sealed = vault.seal_plain(content, _row(id))
    row = {"id": id, "case_number": number, "seq": seq, "who": who, "what": what, "sealed": sealed, "at": at}
    try:
        return (await connection.execute(_ADD[connection.dialect.name], row)).first() is not None
    except IntegrityError as fault:
        raise Collision("another entry was added") from fault


async def of_case(connection: AsyncConnection, vault: Vault, number: str) -> list[Entry]:
    """The entries of a case, in order."""
    chosen = select(timeline).where(timeline.c.case_number == number).order_by(timeline.c.seq)
    return [
        Entry(row.id, row.seq, row.who, row.what, vault.open_plain(row.sealed, _row(row.id)), row.at)
        for row in await connection.execute(chosen)
    ]


async def forget(connection: AsyncConnection, vault: Vault, number: str) -> None:
    """What was written goes; that something was done, by whom and when, stays."""
    for entry in (await connection.execute(select(timeline.c.id).where(timeline.c.case_number == number))).all():
        nothing = vault.seal_plain(None, _row(entry.id))
        await connection.execute(update(timeline).where(timeline.c.id == entry.id).values(sealed=nothing))


def _row(id_: str) -> str:
    return f"timeline:{id_}"

"""What is said about entries of service time that are in dispute (异议): a thread for each, sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store.volunteers.tables import service_records, service_words


@dataclass(frozen=True, slots=True)
class Said:
    """One contribution: ``who`` as in the ledger (``volunteer:…``, ``organiser:…``, ``clerk:…``)."""

    who: str
    text: str
    at: datetime


async def add(
    connection: AsyncConnection, vault: Vault, *, id_: str, entry: str, who: str, text: str, now: datetime
) -> None:
    """Somebody says something about an entry, whose volunteer this transaction has locked (``ledger.lock``)."""
    seq = await count(connection, entry) + 1
    sealed = vault.seal_plain({"text": text}, f"service_words:{id_}")
    row = {"id": id_, "entry": entry, "seq": seq, "who": who, "sealed": sealed, "at": now}
    await connection.execute(service_words.insert(), row)


async def of_entry(connection: AsyncConnection, vault: Vault, entry: str, most: int = 50) -> list[Said]:
    """The thread of an entry, the oldest first; of a long one the newest ``most``."""
    chosen = select(service_words).where(service_words.c.entry == entry)
    chosen = chosen.order_by(service_words.c.seq.desc()).limit(most)
    return [_said(vault, row) for row in reversed((await connection.execute(chosen)).all())]


async def forget(connection: AsyncConnection, volunteer: str) -> None:
    """The threads about a volunteer's entries are gone."""
    theirs = select(service_records.c.entry).where(service_records.c.volunteer == volunteer)
    await connection.execute(delete(service_words).where(service_words.c.entry.in_(theirs)))


async def count(connection: AsyncConnection, entry: str) -> int:
    """How often something was said about an entry."""
    last = select(func.max(service_words.c.seq)).where(service_words.c.entry == entry)
    return (await connection.execute(last)).scalar() or 0


def _said(vault: Vault, row: Any) -> Said:
    return Said(row.who, str(vault.open_plain(row.sealed, f"service_words:{row.id}")["text"]), row.at)

"""The audit log: only grows. Its hash chain covers salted digests, so that an entry changed or taken out is found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store import chain
from integrations.store.tables import audit


async def record(
    connection: AsyncConnection, at: datetime, who: str, what: str, subject: str, random: Callable[[int], bytes]
) -> None:
    """Adds an entry. Two that are added at once collide; one of them is tried again."""
    await record_all(connection, at, [(who, what, subject)], random)


async def record_all(
    connection: AsyncConnection, at: datetime, some: Sequence[tuple[str, str, str]], random: Callable[[int], bytes]
) -> None:
    """Adds entries, each who did what to what, in their order; as ``record``."""
    rows = [{"at": at, "who": who, "what": what, "subject": subject} for who, what, subject in some]

    def said(seq: int, row: dict[str, Any]) -> Sequence[Any]:
        return _said(seq, at, row["who"], row["what"], row["subject"])

    await chain.append(connection, audit, rows, said, random)


async def about(connection: AsyncConnection, subjects: Collection[str]) -> Sequence[Any]:
    """The entries about some subjects, the oldest first: at, who, what."""
    chosen = select(audit.c.at, audit.c.who, audit.c.what).where(audit.c.subject.in_(subjects))
    return (await connection.execute(chosen.order_by(audit.c.seq))).all()


async def listed(
    connection: AsyncConnection,
    *,
    who: str = "",
    subject: str = "",
    begin: datetime | None = None,
    end: datetime | None = None,
    most: int = 100,
    page: int = 0,
) -> Sequence[Any]:
    """The entries, the newest first: seq, at, who, what, subject; of one person, one subject, one span where given."""
    chosen = select(audit.c.seq, audit.c.at, audit.c.who, audit.c.what, audit.c.subject)
    if who:
        chosen = chosen.where(audit.c.who == who)
    if subject:
        chosen = chosen.where(audit.c.subject == subject)
    if begin is not None:
        chosen = chosen.where(audit.c.at >= begin)
    if end is not None:
        chosen = chosen.where(audit.c.at < end)
    newest = chosen.order_by(audit.c.seq.desc()).limit(most).offset(page * most)
    return (await connection.execute(newest)).all()


async def length(connection: AsyncConnection) -> int:
    """How many entries there are."""
    return await chain.length(connection, audit)


async def broken(connection: AsyncConnection, batch: int = chain.BATCH) -> list[str]:
    """What is wrong with the chain, one sentence each; empty when every entry is as it was written."""

    def said(seq: int, row: Any) -> Sequence[Any]:
        return _said(seq, row.at, row.who, row.what, row.subject)

    return await chain.faults(connection, audit, "audit entry", said, batch)


def _said(seq: int, at: datetime, who: str, what: str, subject: str) -> Sequence[Any]:
    return [seq, at.astimezone(UTC).isoformat(), who, what, subject]

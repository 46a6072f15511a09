"""The audit log: only grows. Its hash chain covers salted digests, so that an entry changed or taken out is found."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.database import Collision
from integrations.store.tables import audit

SALT_BYTES = 16
_START = bytes(32)


async def record(
    connection: AsyncConnection, at: datetime, who: str, what: str, subject: str, random: Callable[[int], bytes]
) -> None:
    """Adds an entry. Two that are added at once collide; one of them is tried again."""
    last = (
        await connection.execute(select(audit.c.seq, audit.c.chain).order_by(audit.c.seq.desc()).limit(1))
    ).one_or_none()
    seq, chain = (last.seq + 1, last.chain) if last is not None else (1, _START)
    salt = random(SALT_BYTES)
    digest = _digest(salt, seq, at, who, what, subject)
    row = {"seq": seq, "at": at, "who": who, "what": what, "subject": subject, "salt": salt, "digest": digest}
    try:
        await connection.execute(audit.insert(), {**row, "chain": _link(chain, digest)})
    except IntegrityError as fault:
        raise Collision("another entry was added") from fault


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
    return int((await connection.execute(select(func.count()).select_from(audit))).scalar_one())


async def broken(connection: AsyncConnection, batch: int = 1000) -> list[str]:
    """What is wrong with the chain, one sentence each; empty when every entry is as it was written."""
    chain, expected, faults = _START, 1, []
    total = await length(connection)
    for offset in range(0, total, batch):
        chosen = select(audit).order_by(audit.c.seq).limit(batch).offset(offset)
        for row in await connection.execute(chosen):
            if row.seq != expected:
                faults.append(f"audit entry {expected} is missing")
            if not hmac.compare_digest(_of_row(row), row.digest):
                faults.append(f"audit entry {row.seq} was changed")
            chain = _link(chain, row.digest)
            if not hmac.compare_digest(chain, row.chain):
                faults.append(f"the chain breaks at audit entry {row.seq}")
            chain, expected = row.chain, row.seq + 1
    return faults


def _of_row(row: Any) -> bytes:
    return _digest(row.salt, row.seq, row.at, row.who, row.what, row.subject)


def _digest(salt: bytes, seq: int, at: datetime, who: str, what: str, subject: str) -> bytes:
    entry = json.dumps([seq, at.astimezone(UTC).isoformat(), who, what, subject], ensure_ascii=False)
    return hmac.digest(salt, entry.encode(), hashlib.sha256)


def _link(chain: bytes, digest: bytes) -> bytes:
    return hashlib.sha256(chain + digest).digest()

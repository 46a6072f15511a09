"""A chain of rows that only grows: each covers the salted digests of all before it, so that a row that was changed,
added in between or taken out is found."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Table, func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.database import Collision

SALT_BYTES = 16
START = bytes(32)
BATCH = 1000


def digest(salt: bytes, said: Sequence[Any]) -> bytes:
    """The salted digest of what a row says."""
    return hmac.digest(salt, json.dumps(said, ensure_ascii=False).encode(), hashlib.sha256)


def link(chain: bytes, own: bytes) -> bytes:
    """The chain after one more digest."""
    return hashlib.sha256(chain + own).digest()


async def append(
    connection: AsyncConnection,
    table: Table,
    rows: Sequence[dict[str, Any]],
    said: Callable[[int, dict[str, Any]], Sequence[Any]],
    random: Callable[[int], bytes],
    *,
    in_turn: bool = False,
) -> None:
    """Adds rows at the end; ``said`` is what of a row, at its place, its digest covers.

    Two transactions that add at once collide, and one of them is tried again (Collision); ``in_turn`` lets the second
    wait for the first instead, where many add to one chain.
    """
    if in_turn and connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": table.name})
    newest = select(table.c.seq, table.c.chain).order_by(table.c.seq.desc()).limit(1)
    last = (await connection.execute(newest)).one_or_none()
    seq, chain = (0, START) if last is None else (last.seq, last.chain)
    added = []
    for row in rows:
        seq, salt = seq + 1, random(SALT_BYTES)
        own = digest(salt, said(seq, row))
        chain = link(chain, own)
        added.append({**row, "seq": seq, "salt": salt, "digest": own, "chain": chain})
    try:
        if added:
            await connection.execute(table.insert(), added)
    except IntegrityError as fault:
        raise Collision("another entry was added") from fault


async def length(connection: AsyncConnection, table: Table) -> int:
    """How many rows there are."""
    return int((await connection.execute(select(func.count()).select_from(table))).scalar_one())


async def faults(
    connection: AsyncConnection,
    table: Table,
    name: str,
    said: Callable[[int, Any], Sequence[Any]],
    batch: int = BATCH,
) -> list[str]:
    """What is wrong with a chain, one sentence each; empty when every row is as it was written."""
    chain, expected, found = START, 1, list[str]()
    after: int | None = None
    while True:
        chosen = select(table).order_by(table.c.seq).limit(batch)
        rows = (await connection.execute(chosen if after is None else chosen.where(table.c.seq > after))).all()
        if not rows:
            return found
        for row in rows:
            found += _faults_of(row, name, expected, chain, said)
            chain, expected, after = row.chain, row.seq + 1, row.seq


def _faults_of(
    row: Any, name: str, expected: int, chain: bytes, said: Callable[[int, Any], Sequence[Any]]
) -> Iterator[str]:
    if row.seq != expected:
        yield f"{name} {expected} is missing"
    if not hmac.compare_digest(digest(row.salt, said(row.seq, row)), row.digest):
        yield f"{name} {row.seq} was changed"
    if not hmac.compare_digest(link(chain, row.digest), row.chain):
        yield f"the chain breaks at {name} {row.seq}"

"""Work that is due: rows written in the turn's transaction, leased by one loop, settled once.

A lease has a fencing token (``fence``): every lease of a row raises it, and settling needs the token of the newest
lease, so a worker that was thought dead and comes back late loses, whatever it did meanwhile.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Select, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store.database import Collision
from integrations.store.tables import due_work

LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 100
SPOKEN = frozenset({"update", "wechat_message"})
"""Kinds of work that hold what somebody said, as they said it: dropped when it is done."""
FIRST_WAIT, LONGEST_WAIT = 2.0, 3600.0
LONGEST_ASKED = 86_400.0
"""A backend may ask for a longer wait than ours, up to a day."""


_SCHEDULE = {
    dialect.dialect.name: dialect.insert(due_work).on_conflict_do_nothing(index_elements=["id"])
    for dialect in (sqlite, postgresql)
}


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work to do by ``due_at``. ``id`` is its idempotency key: writing it twice writes it once."""

    id: str
    kind: str
    due_at: datetime
    payload: Mapping[str, Any]
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Leased:
    """A piece of work this worker may do until its lease runs out; its payload is still sealed."""

    id: str
    kind: str
    due_at: datetime
    sealed: bytes
    subject: str | None
    attempts: int
    fence: int


class LeaseLost(Collision):
    """Another worker has leased the row since; what this one did must not be settled."""


async def schedule(connection: AsyncConnection, vault: Vault, work: Work, now: datetime) -> None:
    """Writes a piece of work; one with the same id stays as it is."""
    await connection.execute(_SCHEDULE[connection.dialect.name], _row(vault, work, now))


async def schedule_all(connection: AsyncConnection, vault: Vault, works: Iterable[Work], now: datetime) -> None:
    """As ``schedule``, in one journey to the database."""
    await connection.execute(_SCHEDULE[connection.dialect.name], [_row(vault, work, now) for work in works])


def _row(vault: Vault, work: Work, now: datetime) -> dict[str, Any]:
    return {
        "id": work.id,
        "kind": work.kind,
        "due_at": work.due_at,
        "state": "waiting",
        "sealed": vault.seal_plain(work.payload, f"due_work:{work.id}"),
        "attempts": 0,
        "fence": 0,
        "subject": work.subject,
        "updated_at": now,
    }


async def lease(connection: AsyncConnection, now: datetime, most: int, kinds: Sequence[str]) -> list[Leased]:
    """Leases due rows, oldest first; rows leased by others are passed over, those whose lease ran out are not."""
    # A CTE is run once; as a plain subquery PostgreSQL may run it again for every row, and lease more than ``most``.
    chosen = _due(now, kinds).limit(most).with_for_update(skip_locked=True).cte("chosen")
    taken = (
        update(due_work)
        .where(due_work.c.id.in_(select(chosen.c.id)))
        .values(leased_until=now + LEASE, fence=due_work.c.fence + 1, updated_at=now)
        .returning(due_work)
    )
    rows = (await connection.execute(taken)).all()
    return [
        Leased(row.id, row.kind, row.due_at, row.sealed, row.subject, row.attempts, row.fence)
        for row in sorted(rows, key=lambda row: row.due_at)
    ]


def opened(vault: Vault, leased: Leased) -> Work:
    """The work behind a lease. Raises SealBroken, which concerns this one piece and no other that was leased."""
    payload = vault.open_plain(leased.sealed, f"due_work:{leased.id}")
    return Work(leased.id, leased.kind, leased.due_at, payload, leased.subject)


async def settle(connection: AsyncConnection, leased: Leased, now: datetime) -> None:
    """Marks the work done. Raises LeaseLost if the lease is no longer ours."""
    over: dict[str, Any] = {"sealed": b""} if leased.kind in SPOKEN else {}
    await _end(connection, leased, now, {"state": "done", "leased_until": None, "fault": None} | over)


async def postpone(
    connection: AsyncConnection,
    leased: Leased,
    now: datetime,
    *,
    fault: str,
    random: Random,
    retry_after: float | None = None,
    final: bool = False,
) -> bool:
    """Moves the due time after a failure: exponential, jittered, never before ``retry_after``.

    True when it is dead: failed too often, or for good (``final``); then the desk shows it and may retry it.
    """
    attempts = leased.attempts + 1
    dead = final or attempts >= MOST_ATTEMPTS
    wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(attempts - 1, 20)) * random.uniform(0.5, 1.0)
    wait = max(wait, min(retry_after or 0.0, LONGEST_ASKED))
    values = {
        "state": "dead" if dead else "waiting",
        "attempts": attempts,
        "due_at": now + timedelta(seconds=wait),
        "leased_until": None,
        "fault": fault[:200],
    }
    await _end(connection, leased, now, values)
    return dead


async def reschedule(connection: AsyncConnection, leased: Leased, due_at: datetime, now: datetime) -> None:
    """Puts standing work (retention, the calendar) off to its next time; this is no failure."""
    await _end(connection, leased, now, {"due_at": due_at, "leased_until": None, "attempts": 0, "fault": None})


async def hurry(connection: AsyncConnection, work: str, now: datetime) -> None:
    """Makes a waiting piece of work due now."""
    waiting = (due_work.c.id == work, due_work.c.state == "waiting", due_work.c.due_at > now)
    await connection.execute(update(due_work).where(*waiting).values(due_at=now, updated_at=now))


async def retry(connection: AsyncConnection, work: str, now: datetime) -> bool:
    """Gives a dead piece of work another set of attempts; False if it is not dead."""
    revived = await connection.execute(
        update(due_work)
        .where(due_work.c.id == work, due_work.c.state == "dead")
        .values(state="waiting", attempts=0, due_at=now, updated_at=now)
    )
    return revived.rowcount == 1


async def retry_all(connection: AsyncConnection, kind: str, now: datetime) -> int:
    """As ``retry``, for all dead work of a kind; how many it was."""
    own = (due_work.c.kind == kind, due_work.c.state == "dead")
    values = {"state": "waiting", "attempts": 0, "due_at": now, "updated_at": now}
    return (await connection.execute(update(due_work).where(*own).values(values))).rowcount


async def dead(
    connection: AsyncConnection, most: int = 200, *, of: Collection[str] | None = None, but: Collection[str] = ()
) -> Sequence[Any]:
    """The work that was given up, of these kinds or of any but those, the newest first: id, kind, subject, attempts,
    fault, when."""
    columns = (due_work.c.id, due_work.c.kind, due_work.c.subject, due_work.c.attempts, due_work.c.fault)
    chosen = select(*columns, due_work.c.updated_at).where(due_work.c.state == "dead", due_work.c.kind.not_in(but))
    if of is not None:
        chosen = chosen.where(due_work.c.kind.in_(of))
    return (await connection.execute(chosen.order_by(due_work.c.updated_at.desc()).limit(most))).all()


async def counts(connection: AsyncConnection) -> dict[tuple[str, str], int]:
    """How many rows there are by kind and state, for the metrics."""
    rows = await connection.execute(
        select(due_work.c.kind, due_work.c.state, func.count()).group_by(due_work.c.kind, due_work.c.state)
    )
    return {(kind, state): count for kind, state, count in rows}


async def is_waiting(connection: AsyncConnection, subject: str, kind: str) -> bool:
    """Whether work of a kind about one case is still to be done."""
    chosen = select(due_work.c.id).where(
        due_work.c.subject == subject, due_work.c.kind == kind, due_work.c.state == "waiting"
    )
    return (await connection.execute(chosen.limit(1))).first() is not None


async def undone(connection: AsyncConnection, subjects: Collection[str], kind: str) -> list[str]:
    """The ids of the work of a kind about any of these that is not done, be it that it was given up."""
    own = (due_work.c.subject.in_(subjects), due_work.c.kind == kind, due_work.c.state != "done")
    return list((await connection.execute(select(due_work.c.id).where(*own).order_by(due_work.c.id))).scalars())


async def about(connection: AsyncConnection, subject: str) -> Sequence[Any]:
    """The work about one case, for the desk: id, kind, state, attempts, fault."""
    chosen = select(
        due_work.c.id, due_work.c.kind, due_work.c.state, due_work.c.attempts, due_work.c.fault, due_work.c.updated_at
    )
    return (await connection.execute(chosen.where(due_work.c.subject == subject).order_by(due_work.c.id))).all()


def _due(now: datetime, kinds: Sequence[str]) -> Select[tuple[str]]:
    free = or_(due_work.c.leased_until.is_(None), due_work.c.leased_until < now)
    return (
        select(due_work.c.id)
        .where(due_work.c.state == "waiting", due_work.c.due_at <= now, free, due_work.c.kind.in_(kinds))
        .order_by(due_work.c.due_at)
    )


async def _end(connection: AsyncConnection, leased: Leased, now: datetime, values: Mapping[str, Any]) -> None:
    ended = await connection.execute(
        update(due_work)
        .where(due_work.c.id == leased.id, due_work.c.fence == leased.fence, due_work.c.state == "waiting")
        .values(**values, updated_at=now)
    )
    if ended.rowcount != 1:
        raise LeaseLost("the lease of this work has passed to another worker")

"""What people are to be told: one row for each change and person, and how far up the ladder it has come.

The ladder is the chat, then a short message, then a telephone call by a clerk (今日待电话通知).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.desk.rights import Clerk
from integrations.store.queue import seen_by
from integrations.store.tables import cases, due_work, notices

WAITING, TOLD, SEEN, SENT, CALL, CALLED, VOID = "waiting", "told", "seen", "sent", "call", "called", "void"

_TOGETHER = 500
"""Ids in one statement."""
_PLAN = {
    dialect.dialect.name: dialect.insert(notices).on_conflict_do_nothing(index_elements=["id"]).returning(notices.c.id)
    for dialect in (sqlite, postgresql)
}


async def plan(
    connection: AsyncConnection, notice: str, *, conversation: str, number: str, kind: str, due_at: datetime
) -> bool:
    """Writes down that something is to be told; False when it was written down before."""
    row = {
        "id": notice,
        "conversation": conversation,
        "number": number,
        "kind": kind,
        "state": WAITING,
        "due_at": due_at,
        "updated_at": due_at,
    }
    return (await connection.execute(_PLAN[connection.dialect.name], row)).one_or_none() is not None


async def move(connection: AsyncConnection, notice: str, was: Sequence[str], state: str, now: datetime) -> bool:
    """Moves a notice on; False if it was in none of the states ``was``."""
    moved = update(notices).where(notices.c.id == notice, notices.c.state.in_(was))
    return (await connection.execute(moved.values(state=state, updated_at=now))).rowcount == 1


async def forget(connection: AsyncConnection, conversation: str, kind: str, now: datetime) -> None:
    """What of a kind was told in a conversation, or is still to be, is gone in words; that there was something stays,
    so that it is not told again."""
    own = (notices.c.conversation == conversation, notices.c.kind == kind)
    found = list((await connection.execute(select(notices.c.id).where(*own))).scalars())
    works = [f"{work}:{notice}" for notice in found for work in ("notice", "reach")]
    for begin in range(0, len(works), _TOGETHER):
        ids = works[begin : begin + _TOGETHER]
        await connection.execute(delete(due_work).where(due_work.c.id.in_(ids)))
    await connection.execute(update(notices).where(*own).values(state=VOID, updated_at=now))


async def unseen(connection: AsyncConnection, conversation: str) -> list[str]:
    """The notices of a conversation that are told there, or about to be, and that nobody is known to have seen."""
    chosen = select(notices.c.id).where(notices.c.conversation == conversation, notices.c.state.in_([WAITING, TOLD]))
    return [row.id for row in await connection.execute(chosen)]


async def state_of(connection: AsyncConnection, notice: str) -> str | None:
    """How far a notice has come."""
    found: str | None = (await connection.execute(select(notices.c.state).where(notices.c.id == notice))).scalar()
    return found


async def standing(connection: AsyncConnection, kind: str, numbers: Collection[str]) -> Sequence[Any]:
    """The notices of a kind about these receipt numbers that are not void: id, conversation, number, state."""
    chosen = select(notices.c.id, notices.c.conversation, notices.c.number, notices.c.state)
    own = chosen.where(notices.c.kind == kind, notices.c.number.in_(numbers), notices.c.state != VOID)
    return (await connection.execute(own)).all()


async def number_of(connection: AsyncConnection, notice: str) -> str | None:
    """The receipt number that a notice is about."""
    found: str | None = (await connection.execute(select(notices.c.number).where(notices.c.id == notice))).scalar()
    return found


async def to_call(connection: AsyncConnection, clerk: Clerk | None = None) -> Sequence[Any]:
    """今日待电话通知, as far as ``clerk`` sees, urgent first, then the longest waiting: id, number, kind, service,
    urgent, since when."""
    both = notices.outerjoin(cases, cases.c.number == notices.c.number)
    chosen = select(
        notices.c.id, notices.c.number, notices.c.kind, notices.c.updated_at, cases.c.service, cases.c.urgent
    )
    waiting = chosen.select_from(both).where(notices.c.state == CALL)
    if clerk is not None:
        waiting = waiting.where(seen_by(clerk))
    return (await connection.execute(waiting.order_by(cases.c.urgent.desc(), notices.c.updated_at))).all()


async def calls(connection: AsyncConnection) -> int:
    """How many calls wait."""
    waiting = select(func.count()).select_from(notices).where(notices.c.state == CALL)
    return int((await connection.execute(waiting)).scalar_one())

"""Cases as the staff have them: whose they are, who has taken which on, what stands before what, and how they end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, true, update
from sqlalchemy import case as case_when
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.desk.rights import Clerk, Level
from integrations.store.alerts import OVER
from integrations.store.cases import CLOSED, FILED, SEEN, Case
from integrations.store.tables import alerts, cases, clocks

NOBODY = ""
"""No clerk: the holder of a case that is free to be taken on."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a case belongs: whose it is now, and which township and village it is about, where that is known."""

    level: Level
    township: str | None
    village: str | None


@dataclass(frozen=True, slots=True)
class To:
    """Whose a case is to be: a level, of which township and village, of the county which section."""

    level: Level
    township: str | None = None
    village: str | None = None
    section: str | None = None


async def located(connection: AsyncConnection, number: str) -> Place | None:
    """Where the case of a number belongs, if there is one."""
    chosen = select(cases.c.level, cases.c.township, cases.c.village).where(cases.c.number == number)
    row = (await connection.execute(chosen)).one_or_none()
    return None if row is None else Place(Level(row.level), row.township, row.village)


async def stand_still(connection: AsyncConnection, number: str) -> None:
    """Nobody changes a case until the end of this transaction."""
    await connection.execute(select(cases.c.id).where(cases.c.number == number).with_for_update())


def seen_by(clerk: Clerk) -> ColumnElement[bool]:
    """``Clerk.sees`` as a condition on the table: only cases of the clerk's scope."""
    if clerk.level is Level.COUNTY:
        return true()
    own = cases.c.township == clerk.township
    if clerk.level is Level.TOWNSHIP:
        return own
    return and_(own, cases.c.village == clerk.village, cases.c.level == Level.VILLAGE)


async def listed(
    connection: AsyncConnection,
    *,
    kind: str | None = None,
    state: str | None = None,
    township: str | None = None,
    holder: str | None = None,
    clerk: Clerk | None = None,
    most: int = 100,
    skip: int = 0,
) -> Sequence[Any]:
    """The desk's list, as far as ``clerk`` sees: number, service, whose, kind, state, time. Nothing personal.

    What is open comes first, of that what is urgent, then what is due first; then the newest. ``holder`` is the name
    of who has claimed it, or ``NOBODY``.
    """
    due = select(clocks.c.case_number, func.min(clocks.c.due_at).label("due_at")).where(clocks.c.state == "running")
    first_due = due.group_by(clocks.c.case_number).subquery()
    chosen = select(
        cases.c.number,
        cases.c.service,
        cases.c.level,
        cases.c.township,
        cases.c.section,
        cases.c.holder,
        cases.c.ending,
        cases.c.kind,
        cases.c.urgent,
        cases.c.state,
        cases.c.filed_at,
    ).select_from(cases.outerjoin(first_due, first_due.c.case_number == cases.c.number))
    for column, wanted in ((cases.c.kind, kind), (cases.c.state, state), (cases.c.township, township)):
        if wanted is not None:
            chosen = chosen.where(column == wanted)
    if holder is not None:
        chosen = chosen.where(cases.c.holder.is_(None) if holder == NOBODY else cases.c.holder == holder)
    if clerk is not None:
        chosen = chosen.where(seen_by(clerk))
    closed, seen, no_clock = cases.c.state == CLOSED, cases.c.state == SEEN, first_due.c.due_at.is_(None)
    order = (closed, cases.c.urgent.desc(), no_clock, first_due.c.due_at, seen, cases.c.filed_at.desc(), cases.c.number)
    return (await connection.execute(chosen.order_by(*order).limit(most).offset(skip))).all()


async def is_held(connection: AsyncConnection, number: str) -> bool:
    """Whether a clerk has a case, and is not done with it."""
    own = (cases.c.number == number, cases.c.holder.is_not(None), cases.c.state != CLOSED)
    return (await connection.execute(select(cases.c.number).where(*own))).first() is not None


async def unseen(connection: AsyncConnection, number: str, now: datetime) -> None:
    """Something was said that nobody has looked at yet; a case that was closed is open again, and nobody's."""
    said = update(cases).where(cases.c.number == number, cases.c.state != FILED)
    holder = case_when((cases.c.state == CLOSED, None), else_=cases.c.holder)
    await connection.execute(said.values(state=FILED, outcome=None, holder=holder, updated_at=now))


async def make_urgent(connection: AsyncConnection, number: str, now: datetime) -> bool:
    """A case is urgent from now on; False if it was, or is closed."""
    calm = (cases.c.number == number, cases.c.urgent.is_(False), cases.c.state != CLOSED)
    return (await connection.execute(update(cases).where(*calm).values(urgent=True, updated_at=now))).rowcount == 1


async def let_go(connection: AsyncConnection, number: str, now: datetime) -> None:
    """Who has a case is not there: anybody may take it on."""
    await connection.execute(update(cases).where(cases.c.number == number).values(holder=None, updated_at=now))


async def claim(connection: AsyncConnection, number: str, who: str, now: datetime) -> bool:
    """A clerk takes a case on (接办); False if another holds it, or it is closed."""
    free = (cases.c.number == number, cases.c.holder.is_(None), cases.c.state != CLOSED)
    taken = await connection.execute(update(cases).where(*free).values(holder=who, state=SEEN, updated_at=now))
    return taken.rowcount == 1


async def hand_on(connection: AsyncConnection, number: str, held_by: str | None, to: To, now: datetime) -> bool:
    """Somebody else is to look at a case, who has not seen it; False if its holder is no more ``held_by``, or it is
    closed."""
    holder = cases.c.holder.is_(None) if held_by is None else cases.c.holder == held_by
    moved = await connection.execute(
        update(cases)
        .where(cases.c.number == number, holder, cases.c.state != CLOSED)
        .values(holder=None, state=FILED, updated_at=now, **asdict(to))
    )
    return moved.rowcount == 1


async def settle(
    connection: AsyncConnection, number: str, outcome: str, now: datetime, was: Sequence[str] = (FILED, SEEN)
) -> bool:
    """Closes a case with its outcome (办结); False if it was not in one of the states ``was``."""
    open_ = (cases.c.number == number, cases.c.state.in_(was))
    closed = await connection.execute(update(cases).where(*open_).values(state=CLOSED, outcome=outcome, updated_at=now))
    return closed.rowcount == 1


async def ahead_of(connection: AsyncConnection, case: Case) -> int:
    """How many who asked for a person before are still waiting for the same staff to take theirs on (前面还有几位)."""
    same = cases.c.section == case.section if case.level is Level.COUNTY else cases.c.township == case.township
    waits = (cases.c.kind == "handoff", cases.c.level == case.level, same)
    open_ = (cases.c.state != CLOSED, cases.c.holder.is_(None), cases.c.number != case.number)
    earlier = or_(
        cases.c.filed_at < case.filed_at, and_(cases.c.filed_at == case.filed_at, cases.c.number < case.number)
    )
    alike = and_(cases.c.urgent.is_(case.urgent), earlier)
    before = alike if case.urgent else or_(cases.c.urgent.is_(True), alike)
    chosen = select(func.count()).where(*waits, *open_, before)
    return int((await connection.execute(chosen)).scalar_one())


async def open_danger(connection: AsyncConnection, conversation: str) -> str | None:
    """The number of the ticket of danger of a conversation that is not closed, if there is one.

    One that was closed, and is open again because of words said for it since, calls nobody any more: it is another's.
    """
    is_over = exists().where(alerts.c.number == cases.c.number, alerts.c.state == OVER)
    own = (cases.c.conversation == conversation, cases.c.service == "danger", cases.c.state != CLOSED, ~is_over)
    found: str | None = (
        await connection.execute(select(cases.c.number).where(*own).order_by(cases.c.filed_at.desc()).limit(1))
    ).scalar()
    return found

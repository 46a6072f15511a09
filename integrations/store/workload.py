"""What is to be done by the staff: open cases by what is due, as lists and as counts. Appointments are no part of it:
nobody takes one on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Subquery, case, func, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.desk.rights import Clerk
from integrations.store.cases import CLOSED
from integrations.store.queue import seen_by
from integrations.store.tables import cases, clocks


@dataclass(frozen=True, slots=True)
class Workload:
    """How many cases are open; how many of these nobody holds, are due by the end of the day, are overdue."""

    open: int
    unheld: int
    due: int
    overdue: int


async def listed(
    connection: AsyncConnection,
    clerk: Clerk,
    *,
    holder: str | None = None,
    due_before: datetime | None = None,
    most: int = 10,
) -> Sequence[Any]:
    """The open cases of a clerk's scope: number, service, urgent, holder, due_at. What is urgent first, then what is
    due first."""
    first = _first_due()
    chosen = select(cases.c.number, cases.c.service, cases.c.urgent, cases.c.holder, first.c.due_at).select_from(
        cases.outerjoin(first, first.c.case_number == cases.c.number)
    )
    chosen = chosen.where(*_open(), seen_by(clerk))
    if holder is not None:
        chosen = chosen.where(cases.c.holder == holder)
    if due_before is not None:
        chosen = chosen.where(first.c.due_at < due_before)
    order = (cases.c.urgent.desc(), first.c.due_at.is_(None), first.c.due_at, cases.c.filed_at, cases.c.number)
    return (await connection.execute(chosen.order_by(*order).limit(most))).all()


async def counted(connection: AsyncConnection, township: str | None, now: datetime, until: datetime) -> Workload:
    """The counts of a township, or (None) of the whole county; due is what is so before ``until``."""
    first = _first_due()

    def number_of(condition: ColumnElement[bool]) -> ColumnElement[int]:
        return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

    is_late = first.c.due_at <= now
    is_due = (first.c.due_at > now) & (first.c.due_at < until)
    chosen = select(
        func.count().label("open"),
        number_of(cases.c.holder.is_(None)).label("unheld"),
        number_of(is_due).label("due"),
        number_of(is_late).label("overdue"),
    ).select_from(cases.outerjoin(first, first.c.case_number == cases.c.number))
    own = true() if township is None else cases.c.township == township
    row = (await connection.execute(chosen.where(*_open(), own))).one()
    return Workload(int(row.open), int(row.unheld), int(row.due), int(row.overdue))


def _open() -> tuple[ColumnElement[bool], ...]:
    return (cases.c.state != CLOSED, cases.c.kind != "booking")


def _first_due() -> Subquery:
    due = select(clocks.c.case_number, func.min(clocks.c.due_at).label("due_at")).where(clocks.c.state == "running")
    return due.group_by(clocks.c.case_number).subquery()

"""The desk's clocks of cases (办理时限). A clock changes only from what it was read as: who comes second collides."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.desk.clocks import Clock, Name, State
from flows.desk.working_time import Counts
from integrations.store.database import Collision
from integrations.store.tables import clocks

_ADD = {
    dialect.dialect.name: dialect.insert(clocks)
    .on_conflict_do_nothing(index_elements=["case_number", "name"])
    .returning(clocks.c.name)
    for dialect in (sqlite, postgresql)
}


async def add(connection: AsyncConnection, number: str, clock: Clock) -> bool:
    """Writes a new clock of a case; False, and nothing is written, if it has one of this name."""
    row = {"case_number": number, **_values(clock)}
    return (await connection.execute(_ADD[connection.dialect.name], row)).first() is not None


async def change(connection: AsyncConnection, number: str, was: Clock, clock: Clock) -> None:
    """Puts a clock in place of what it was when it was read. Raises Collision when it has changed since."""
    as_read = [clocks.c[column] == value for column, value in _values(was).items() if value is not None]
    empty = [clocks.c[column].is_(None) for column, value in _values(was).items() if value is None]
    changed = update(clocks).where(clocks.c.case_number == number, *as_read, *empty).values(_values(clock))
    if (await connection.execute(changed)).rowcount != 1:
        raise Collision("the clock has changed meanwhile")


async def of_case(connection: AsyncConnection, number: str) -> Mapping[Name, Clock]:
    """The clocks of a case, in the order of their names."""
    return (await of_cases(connection, [number])).get(number, {})


async def of_cases(connection: AsyncConnection, numbers: Collection[str]) -> Mapping[str, Mapping[Name, Clock]]:
    """The clocks of many cases, by number; cases without any are left out."""
    chosen = select(clocks).where(clocks.c.case_number.in_(numbers))
    found: dict[str, dict[Name, Clock]] = {}
    for row in await connection.execute(chosen):
        found.setdefault(row.case_number, {})[Name(row.name)] = _clock(row)
    return {number: {name: own[name] for name in Name if name in own} for number, own in found.items()}


async def running(connection: AsyncConnection) -> list[tuple[str, Clock]]:
    """Every clock that runs, with the number of its case, what is due first before the rest."""
    chosen = select(clocks).where(clocks.c.state == State.RUNNING)
    rows = await connection.execute(chosen.order_by(clocks.c.due_at, clocks.c.case_number, clocks.c.name))
    return [(row.case_number, _clock(row)) for row in rows]


def _values(clock: Clock) -> dict[str, Any]:
    return {name: getattr(clock, name) for name in Clock.__slots__}


def _clock(row: Any) -> Clock:
    return Clock(
        name=Name(row.name),
        counts=Counts(row.counts),
        minutes=row.minutes,
        spent=row.spent,
        running_since=row.running_since,
        due_at=row.due_at,
        state=State(row.state),
        reached=row.reached,
        begun_at=row.begun_at,
        ended_at=row.ended_at,
    )

"""Duty rosters (值班表): who is on duty where, from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.desk.rights import Clerk, Level
from integrations.store.staff import clerk_of
from integrations.store.tables import duty, staff


@dataclass(frozen=True, slots=True)
class Shift:
    """One person's duty. ``level``, ``township`` and ``village`` say for where."""

    id: str
    staff: str
    level: Level
    township: str | None
    village: str | None
    starts_at: datetime
    ends_at: datetime


async def add(connection: AsyncConnection, shift: Shift) -> bool:
    """Adds a shift; False when it is there already, or overlaps another of the same person for the same place."""
    same = (duty.c.staff == shift.staff, duty.c.level == shift.level, *_same_place(shift))
    overlaps = (duty.c.starts_at < shift.ends_at, duty.c.ends_at > shift.starts_at)
    if (await connection.execute(select(duty.c.id).where(*same, *overlaps))).first() is not None:
        return False
    await connection.execute(
        duty.insert(),
        {
            "id": shift.id,
            "staff": shift.staff,
            "level": shift.level,
            "township": shift.township,
            "village": shift.village,
            "starts_at": shift.starts_at,
            "ends_at": shift.ends_at,
        },
    )
    return True


async def by_id(connection: AsyncConnection, shift: str) -> Shift | None:
    """A shift by its id."""
    row = (await connection.execute(select(duty).where(duty.c.id == shift))).one_or_none()
    return None if row is None else _shift(row)


async def remove(connection: AsyncConnection, shift: str) -> bool:
    """Takes a shift off the roster."""
    return (await connection.execute(delete(duty).where(duty.c.id == shift))).rowcount == 1


async def between(connection: AsyncConnection, first: datetime, last: datetime) -> Sequence[Shift]:
    """The shifts that touch a span of time, in order."""
    chosen = select(duty).where(duty.c.starts_at < last, duty.c.ends_at > first)
    ordered = chosen.order_by(duty.c.starts_at, duty.c.level, duty.c.township, duty.c.village, duty.c.staff)
    return [_shift(row) for row in await connection.execute(ordered)]


async def on_duty(
    connection: AsyncConnection, now: datetime, township: str | None, village: str | None
) -> tuple[Clerk, ...]:
    """Who is on duty now for somewhere: of the village, of its township, of the county; each at the level of the duty.

    Where the village or the township is not known, nobody of theirs is.
    """
    places = [duty.c.level == Level.COUNTY]
    if township is not None:
        places.append(and_(duty.c.level == Level.TOWNSHIP, duty.c.township == township))
        if village is not None:
            at_village = (duty.c.level == Level.VILLAGE, duty.c.township == township, duty.c.village == village)
            places.append(and_(*at_village))
    chosen = select(staff, duty.c.level.label("duty_level")).join(duty, duty.c.staff == staff.c.name)
    now_there = (duty.c.starts_at <= now, duty.c.ends_at > now, staff.c.active.is_(True))
    rows = await connection.execute(chosen.where(or_(*places), *now_there).order_by(staff.c.name))
    found: dict[tuple[str, str], Clerk] = {(row.name, row.duty_level): _at(row) for row in rows}
    return tuple(found.values())


def _at(row: Any) -> Clerk:
    clerk = clerk_of(row)
    return Clerk(
        name=clerk.name,
        shown_as=clerk.shown_as,
        role=clerk.role,
        level=Level(row.duty_level),
        township=clerk.township,
        village=clerk.village,
        section=clerk.section,
    )


def _same_place(shift: Shift) -> tuple[Any, Any]:
    return (
        duty.c.township.is_(None) if shift.township is None else duty.c.township == shift.township,
        duty.c.village.is_(None) if shift.village is None else duty.c.village == shift.village,
    )


def _shift(row: Any) -> Shift:
    return Shift(row.id, row.staff, Level(row.level), row.township, row.village, row.starts_at, row.ends_at)

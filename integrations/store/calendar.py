"""The staff's changes to the calendar: days that are worked, or are not, whatever the published calendar says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.tables import calendar_days


async def changes(connection: AsyncConnection) -> Mapping[date, bool]:
    """The days that were changed, and whether each is worked."""
    rows = await connection.execute(select(calendar_days.c.day, calendar_days.c.workday))
    return {row.day: row.workday for row in rows}


async def coming(connection: AsyncConnection, day: date) -> Sequence[Any]:
    """The changed days from ``day`` on, the earliest first: day, workday, note."""
    chosen = select(calendar_days.c.day, calendar_days.c.workday, calendar_days.c.note)
    return (await connection.execute(chosen.where(calendar_days.c.day >= day).order_by(calendar_days.c.day))).all()


async def change(connection: AsyncConnection, day: date, workday: bool | None, note: str, now: datetime) -> None:
    """Makes a day a working day or a day off; None leaves it to the published calendar again."""
    await connection.execute(delete(calendar_days).where(calendar_days.c.day == day))
    if workday is not None:
        row = {"day": day, "workday": workday, "note": note[:120], "updated_at": now}
        await connection.execute(insert(calendar_days), row)

"""Alerts: danger that somebody on duty is to take on, who was called to it, and who took it on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.desk.rights import Clerk
from integrations.store.tables import alert_calls, alerts

CALLING, ACKNOWLEDGED, OVER = "calling", "acknowledged", "over"

_RAISE, _CALL = (
    {
        dialect.dialect.name: dialect.insert(table)
        .on_conflict_do_nothing(index_elements=keys)
        .returning(table.c.number)
        for dialect in (sqlite, postgresql)
    }
    for table, keys in ((alerts, ["number"]), (alert_calls, ["number", "step", "staff"]))
)


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert as it stands; ``number`` is that of its ticket."""

    number: str
    kind: str
    state: str
    step: int
    acknowledged_by: str | None
    acknowledged_at: datetime | None
    raised_at: datetime


async def raise_(connection: AsyncConnection, number: str, kind: str, now: datetime) -> bool:
    """Raises an alert; False where there is one of this ticket."""
    row = {"number": number, "kind": kind, "state": CALLING, "step": 0, "raised_at": now, "updated_at": now}
    return (await connection.execute(_RAISE[connection.dialect.name], row)).first() is not None


async def of(connection: AsyncConnection, number: str) -> Alert | None:
    """The alert of a ticket."""
    row = (await connection.execute(select(alerts).where(alerts.c.number == number))).one_or_none()
    return None if row is None else _alert(row)


async def calling(connection: AsyncConnection) -> Sequence[Alert]:
    """Every alert that nobody has taken on, the oldest first."""
    chosen = select(alerts).where(alerts.c.state == CALLING).order_by(alerts.c.raised_at, alerts.c.number)
    return [_alert(row) for row in await connection.execute(chosen)]


async def call(connection: AsyncConnection, number: str, step: int, people: Collection[Clerk], now: datetime) -> bool:
    """Writes down who is called at a step, and goes on to the next; False if that was done, or nobody is called any
    more."""
    moved = await connection.execute(
        update(alerts)
        .where(alerts.c.number == number, alerts.c.state == CALLING, alerts.c.step == step)
        .values(step=step + 1, updated_at=now)
    )
    if moved.rowcount != 1:
        return False
    for clerk in people:
        row = {"number": number, "step": step, "staff": clerk.name, "level": clerk.level, "at": now}
        await connection.execute(_CALL[connection.dialect.name], row)
    return True


async def called(connection: AsyncConnection, number: str) -> Sequence[Any]:
    """Who was called to an alert: staff, level, step, at; in order."""
    chosen = select(alert_calls).where(alert_calls.c.number == number)
    return (await connection.execute(chosen.order_by(alert_calls.c.step, alert_calls.c.staff))).all()


async def acknowledge(connection: AsyncConnection, number: str, who: str, now: datetime) -> bool:
    """Somebody has taken it on (有人已接到); False if somebody had, or it is over."""
    values = {"state": ACKNOWLEDGED, "acknowledged_by": who, "acknowledged_at": now, "updated_at": now}
    return await _move(connection, number, [CALLING], values)


async def call_again(connection: AsyncConnection, number: str, now: datetime) -> int | None:
    """Who had taken it on has passed it on: it calls again. The step that is due now, or None if nobody had it."""
    values = {"state": CALLING, "step": alerts.c.step + 1, "acknowledged_by": None, "acknowledged_at": None}
    if not await _move(connection, number, [ACKNOWLEDGED], {**values, "updated_at": now}):
        return None
    return int((await connection.execute(select(alerts.c.step).where(alerts.c.number == number))).scalar_one())


async def over(connection: AsyncConnection, number: str, now: datetime) -> bool:
    """Its ticket was closed."""
    return await _move(connection, number, [CALLING, ACKNOWLEDGED], {"state": OVER, "updated_at": now})


async def _move(connection: AsyncConnection, number: str, was: Sequence[str], values: dict[str, Any]) -> bool:
    moved = await connection.execute(
        update(alerts).where(alerts.c.number == number, alerts.c.state.in_(was)).values(**values)
    )
    return moved.rowcount == 1


def _alert(row: Any) -> Alert:
    return Alert(row.number, row.kind, row.state, row.step, row.acknowledged_by, row.acknowledged_at, row.raised_at)

"""The staff in tests: members with a role and a scope, who are on duty and do something about a ticket."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.app import App
from flows.desk.rights import Clerk, Level, Role
from integrations.store import alerts, cases, rosters, staff, timeline
from integrations.store.alerts import Alert
from integrations.store.cases import Case
from integrations.store.rosters import Shift
from integrations.store.tables import staff as staff_table
from tests.desk import PASSWORD
from tests.talk import work_off


async def with_clerk(
    app: App,
    name: str,
    level: Level = Level.COUNTY,
    township: str | None = None,
    village: str | None = None,
    *,
    section: str | None = None,
    role: Role = Role.DESK,
    phone: str | None = None,
) -> Clerk:
    """Adds a member of the staff, who signs in with ``PASSWORD``."""
    clerk = Clerk(name, f"{name}主任", role, level, township, village, section)
    stored = await asyncio.to_thread(staff.hashed, PASSWORD)
    async with app.database.write() as connection:
        await staff.add(connection, clerk, stored, app.clock())
        await staff.set_phone(connection, app.vault, name, phone)
    return clerk


async def block(app: App, name: str) -> None:
    """An account may not be used any more."""
    async with app.database.write() as connection:
        await staff.block(connection, name, app.clock())


async def on_duty(app: App, clerk: Clerk, since: datetime | None = None, hours: float = 8) -> Shift:
    """Puts somebody on duty where they are of, from now on unless it is said when."""
    begins = since or app.clock()
    where = (clerk.level, clerk.township, clerk.village)
    shift = Shift(f"{clerk.name}{begins:%m%d%H%M}", clerk.name, *where, begins, begins + timedelta(hours=hours))
    async with app.database.write() as connection:
        assert await rosters.add(connection, shift)
    return shift


async def case_of(app: App, number: str) -> Case:
    """A case by its number."""
    async with app.database.read() as connection:
        found = await cases.by_number(connection, app.vault, number)
    assert found is not None
    return found


async def claim(app: App, clerk: Clerk, number: str) -> bool:
    """A clerk takes a case on, and its resident hears of it."""
    world, case = await app.world(), await case_of(app, number)
    async with app.database.write() as connection:
        won = await app.handling.claim(connection, case, clerk, world)
    await work_off(app)
    return won


async def close(app: App, clerk: Clerk, number: str) -> bool:
    """A clerk has seen a case and closes it, and its resident hears of it."""
    world, case = await app.world(), await case_of(app, number)
    async with app.database.write() as connection:
        await cases.mark(connection, number, [cases.FILED], cases.SEEN, world.now)
        closed = await app.handling.close(connection, case, clerk, "told", world)
    await work_off(app)
    return closed


async def alert_of(app: App, number: str) -> Alert:
    """The alert of a ticket."""
    async with app.database.read() as connection:
        found = await alerts.of(connection, number)
    assert found is not None
    return found


async def called(app: App, number: str) -> list[tuple[int, str]]:
    """Who was called to an alert: step and name, in order."""
    async with app.database.read() as connection:
        return [(row.step, row.staff) for row in await alerts.called(connection, number)]


async def done_about(app: App, number: str) -> Sequence[tuple[str, str]]:
    """What was done about a case, and by whom."""
    async with app.database.read() as connection:
        return [(entry.who, entry.what) for entry in await timeline.of_case(connection, app.vault, number)]


async def accounts(app: App) -> list[str]:
    """The names of the staff."""
    async with app.database.read() as connection:
        return list((await connection.execute(select(staff_table.c.name).order_by(staff_table.c.name))).scalars())

"""Entries that nobody countersigns in time (民政部令第67号第11条: ten working days): who is in charge is told before;
once the time is over the bureau knows of it, and the volunteer that it does."""

from __future__ import annotations

from datetime import time, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import local_day
from bot.pieces import Part
from bot.volunteers.parts import Tools
from bot.volunteers.records import VOLUNTEER, sides_of
from bot.volunteers.telling import tell
from flows import hours
from flows.calendar import add_workdays
from flows.volunteers import rules
from flows.words import Words
from flows.world import World
from integrations.store.due_work import Work
from integrations.store.volunteers import ledger, organisations

KIND = "countersign"
"""The standing work."""
SOON_WORKDAYS = 2
"""So many working days before the end who is in charge is told once."""
MOST = 500


class Escalating:
    """Comes again every hour; everything is told once."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def part(self) -> Part:
        """What it brings."""
        return Part(work={KIND: self._look})

    async def _look(self, connection: AsyncConnection, _: Work, world: World) -> None:
        await self._soon(connection, world)
        await self._late(connection, world)

    async def _soon(self, connection: AsyncConnection, world: World) -> None:
        vault, now = self._tools.vault, world.now
        last = add_workdays(world.calendar, world.day, SOON_WORKDAYS)
        until = hours.at(last + timedelta(days=1), time.min)
        near = await ledger.overdue(connection, vault, until, MOST)
        coming = [e for e in near if e.state == "waiting" and e.due_at and e.due_at > now]
        for organisation in sorted({entry.organisation for entry in coming}):
            own = [entry for entry in coming if entry.organisation == organisation]
            for each in await organisations.of_organisation(connection, vault, organisation):
                for due in sorted({entry.due_at for entry in own if entry.due_at is not None}):
                    day = local_day(due - timedelta(seconds=1))
                    args = {"n": sum(entry.due_at == due for entry in own), "day": day}
                    said = Words("countersign-soon", args)
                    await tell(connection, vault, each.id, each.conversation, f"soon:{day}", said, now, until=due)

    async def _late(self, connection: AsyncConnection, world: World) -> None:
        vault, now = self._tools.vault, world.now
        late = await ledger.overdue(connection, vault, now, MOST)
        told = set(await ledger.escalated(connection, [entry.id for entry in late], now))
        for entry in (entry for entry in late if entry.id in told):
            said = Words("countersign-late", rules.span(entry.begins_at, entry.ends_at))
            for side in await sides_of(connection, self._tools, entry):
                if side.what == VOLUNTEER:
                    await tell(connection, vault, side.id, side.conversation, f"late:{entry.id}", said, now)

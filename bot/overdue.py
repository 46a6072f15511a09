"""What follows when a case is not answered or settled in its time (超时上报): it goes a level up, on record.

Whose it was sees it still; who is above sees now that it waits. One that somebody holds stays with them.
"""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk_clocks import breaches
from bot.filing import DANGER
from bot.telling import plan_post
from flows.desk.clocks import BREACHED, Name
from flows.dialogue import derive_id
from flows.world import World
from integrations.privacy import Vault
from integrations.store import cases, queue, timeline

SOON = 80
"""Per cent of its time after which who has it is told that a clock runs out."""


class Overdue:
    """Told by the clocks what they have reached."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._record = breaches(vault)

    async def reached(self, connection: AsyncConnection, number: str, name: Name, mark: int, world: World) -> None:
        """A clock has reached a mark; one that was breached takes its case a level up, if nobody has taken it on.
        Danger climbs by its alert."""
        await self._record(connection, number, name, mark, world)
        case = await cases.by_number(connection, self._vault, number)
        if mark >= SOON and case is not None and case.service != DANGER:
            told = derive_id(number, "mark", name, str(mark), world.now.isoformat())
            payload = {"name": str(name), "reached": mark}
            await plan_post(connection, self._vault, number, "post_mark", told, world.now, **payload)
        if (
            mark < BREACHED
            or case is None
            or case.service == DANGER
            or case.holder is not None
            or case.level.above is None
        ):
            return
        above = case.level.above
        to = queue.To(above, case.township, case.village, case.section)
        if await queue.hand_on(connection, number, None, to, world.now):
            entry = derive_id(number, "climbed", above, world.now.isoformat())
            content = {"levels": [above]}
            await timeline.add(connection, self._vault, number, timeline.DESK, "climbed", content, world.now, entry)
            await plan_post(connection, self._vault, number, "post", entry, world.now, comes=True)

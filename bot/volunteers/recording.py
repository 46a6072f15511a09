"""Recording service (记录志愿服务): weighed against all else of its volunteer, one at a time, and written down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time, timedelta
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.volunteers.parts import Tools
from flows import hours
from flows.errors import Refused
from flows.hours import SHANGHAI
from flows.volunteers import rules
from flows.volunteers.ledger import Entry
from flows.world import World
from integrations.store.volunteers import ledger
from integrations.store.volunteers.tables import activities, organisations, volunteers


class Recording:
    """Refuses (Refused) what may not be recorded, naming the step that is asked again."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    async def record(
        self,
        connection: AsyncConnection,
        entry: Entry,
        who: str,
        world: World,
        *,
        step: str,
        steps: Mapping[str, str] = MappingProxyType({}),
    ) -> Entry:
        """Writes an entry down; it waits for its organisation to countersign it.

        One that ``replaces`` another is weighed as if that other were not there, and may be of somebody who has left.
        ``steps`` names for some refusals another step than ``step``.
        """
        await ledger.lock(connection, entry.volunteer)
        own = select(volunteers.c.state, volunteers.c.registered_at).where(volunteers.c.number == entry.volunteer)
        volunteer = (await connection.execute(own)).one_or_none()
        if volunteer is None or (volunteer.state != "registered" and entry.replaces is None):
            raise Refused("volunteer-not_registered", step=steps.get("volunteer-not_registered", step))
        theirs = select(organisations.c.active).where(organisations.c.id == entry.organisation)
        if not (await connection.execute(theirs)).scalar():
            raise Refused("record-no_organisation", step=steps.get("record-no_organisation", step))
        beside = await ledger.beside(connection, self._tools.vault, entry.volunteer, entry.begins_at, entry.ends_at)
        registered_on = volunteer.registered_at.astimezone(SHANGHAI).date()
        window = None if entry.activity is None else await self._window(connection, entry.activity)
        words = rules.fault(entry, beside, world.now, registered_on, window)
        if words is not None:
            raise Refused(words.key, step=steps.get(words.key, step), **words.args)
        last = rules.countersigned_by(entry, world)
        due_at = hours.at(last + timedelta(days=1), time.min)
        await ledger.record(connection, self._tools.vault, entry, who, due_at, world.now, self._tools.random)
        return entry

    async def _window(self, connection: AsyncConnection, activity: str) -> rules.Window | None:
        """The time of a post; of one that is gone, none."""
        chosen = select(activities.c.starts_at, activities.c.ends_at).where(activities.c.number == activity)
        row = (await connection.execute(chosen)).one_or_none()
        return None if row is None else (row.starts_at, row.ends_at)

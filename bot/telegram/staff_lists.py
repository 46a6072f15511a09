"""The lists a clerk asks for in a chat: what is open, what is theirs, what is due today. Numbers and counts only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta
from typing import Any

from bot.app import App
from bot.channels.rendering import Button
from bot.posting import Shown
from flows.desk.rights import Clerk, Level
from flows.discretion import title
from flows.hours import at
from flows.words import Value, Words, yes
from integrations.store import counter, workload

MOST = 10


class StaffLists:
    """Each of a clerk's scope, as at the desk."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def queue(self, who: Clerk) -> Shown:
        """What is open (待办), urgent and due first."""
        async with self._app.database.read() as connection:
            rows = await workload.listed(connection, who, most=MOST)
        return self._listed(Words("staff_bot-queue"), rows)

    async def mine(self, who: Clerk) -> Shown:
        """What they hold themselves."""
        async with self._app.database.read() as connection:
            rows = await workload.listed(connection, who, holder=who.name, most=MOST)
        return self._listed(Words("staff_bot-mine"), rows)

    async def today(self, who: Clerk) -> Shown:
        """What is due today, and how many appointments the offices have; those are the county's."""
        world = await self._app.world()
        until = at(world.day + timedelta(days=1), time.min)
        appointments: list[Words] = []
        async with self._app.database.read() as connection:
            rows = await workload.listed(connection, who, due_before=until, most=MOST)
            for office in self._app.place.offices if who.level is Level.COUNTY else ():
                visits = await counter.of_day(connection, office, world.day)
                args: dict[str, Value] = {"office": Words(f"office-{office}"), "n": len(visits)}
                appointments.append(Words("staff_bot-visits", args))
        shown = self._listed(Words("staff_bot-today", {"day": world.day}), rows)
        return Shown("\n".join([shown.text, *map(self.say, appointments)]), shown.rows)

    def say(self, words: Words) -> str:
        """The text of a message in the language of the staff."""
        return self._app.speech.render(words, self._app.settings.locale)

    def _listed(self, heading: Words, rows: Sequence[Any]) -> Shown:
        lines = [heading, *(self._line(row) for row in rows)] if rows else [heading, Words("staff_bot-none")]
        buttons = tuple((Button(row.number, f"open:{row.number}"),) for row in rows)
        return Shown("\n".join(map(self.say, lines)), buttons)

    def _line(self, row: Any) -> Words:
        args: dict[str, Value] = {"number": row.number, "service": title(row.service), "urgent": yes(row.urgent)}
        args |= {"held": yes(row.holder is not None), "due": yes(row.due_at is not None), "at": row.due_at}
        return Words("staff_bot-line", args)

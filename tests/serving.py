"""What tests of volunteer service share: a volunteer, an organisation with people in charge, and entries of service."""

from __future__ import annotations

import itertools
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from bot.numbers import Numbers
from bot.volunteers.parts import Tools
from bot.volunteers.recording import Recording
from bot.volunteers.records import Records
from flows.volunteers.ledger import Entry
from flows.volunteers.people import Person, Volunteer
from integrations.store.volunteers import organisations, registry
from integrations.store.volunteers.organisations import Organisation
from tests.people import id_number
from tests.talk import NOON

TEAM, OTHER_TEAM = "team", "other-team"
LEADER, SECOND = "leader", "second"
FIRST = "V1"
SYSTEM = "webhook"


def tools_of(app: App, system: str | None = SYSTEM) -> Tools:
    """The tools of a piece of volunteer service, on the desk's own store."""
    return Tools(app.database, app.vault, app.quick, Numbers("JT", secrets.randbelow), secrets.token_bytes, system)


def a_volunteer(number: str = FIRST, conversation: str | None = "v1", n: int = 1) -> Volunteer:
    """A made-up volunteer of full age."""
    person = Person(
        f"志愿{'甲乙丙丁戊'[n % 5]}", id_number(date(1990, 1, 1) + timedelta(days=n), man=True), "13800000000"
    )
    return Volunteer(number, "registered", conversation, person, "luyang")


@dataclass
class Serving:
    """A desk on which volunteers serve; ``records`` and ``recording`` are those of its own pieces."""

    app: App
    system: str | None = SYSTEM
    _ids: Iterator[int] = field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        tools = tools_of(self.app, self.system)
        self.records, self.recording = Records(tools), Recording(tools)

    async def begin(self) -> None:
        """Two organisations; the first has two people in charge, each with a chat; one volunteer."""
        async with self.app.database.write() as connection:
            long_ago = NOON - timedelta(days=100)
            for name in (TEAM, OTHER_TEAM):
                await organisations.add(connection, Organisation(name, f"organisation {name}", "luyang"), long_ago)
            for name in (LEADER, SECOND):
                await self.in_charge(connection, name, TEAM, f"chat-{name}")
            await self.in_charge(connection, "stranger", OTHER_TEAM, "chat-stranger")
            await registry.register(connection, self.app.vault, a_volunteer(), long_ago, "number")

    async def in_charge(self, connection: AsyncConnection, id_: str, organisation: str, conversation: str) -> None:
        """Somebody in charge of an organisation, in a conversation."""
        code, now = f"CODE{id_}", NOON - timedelta(days=99)
        until = now + timedelta(days=7)
        named = {"id_": id_, "organisation": organisation, "name": f"name of {id_}", "code": code}
        await organisations.invite(connection, self.app.vault, **named, until=until, now=now)
        assert await organisations.link(connection, self.app.vault, code, conversation, now)

    def entry(self, begins_at: datetime, minutes: int = 60, **more: Any) -> Entry:
        """A piece of service."""
        values: dict[str, Any] = {
            "id": f"e{next(self._ids)}",
            "volunteer": FIRST,
            "organisation": TEAM,
            "kind": "elder",
            "begins_at": begins_at,
            "ends_at": begins_at + timedelta(minutes=minutes),
            "minutes": minutes,
            "what": "助餐",
            "where": "幸福社区",
        }
        return Entry(**values | more)

    async def recorded(self, count: int = 3, **more: Any) -> list[str]:
        """So many entries of an hour each, one a day before today, waiting; their ids."""
        found = []
        async with self.app.database.write() as connection:
            world = await self.app.world()
            for n in range(count):
                entry = self.entry(NOON - timedelta(days=n + 1), **more)
                await self.recording.record(connection, entry, f"volunteer:{entry.volunteer}", world, step="what")
                found.append(entry.id)
        return found

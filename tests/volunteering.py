"""Volunteers, organisations and entries in tests, written straight into the records."""

from __future__ import annotations

import itertools
import os
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from bot.volunteers.parts import Tools
from bot.volunteers.records import Records
from flows.hours import at
from flows.volunteers.ledger import Entry
from flows.volunteers.people import Person, Volunteer
from integrations.privacy import Vault
from integrations.store.volunteers import ledger, organisations, registry
from integrations.store.volunteers.organisations import Organisation
from integrations.store.volunteers.tables import activities, certificates
from tests.talk import MAN

HELPERS, OTHERS = "0" * 24, "1" * 24
"""Two organisations by their ids."""
NAMES = {HELPERS: "幸福社区志愿服务队", OTHERS: "县老年协会"}
LEADERS = {HELPERS: "o", OTHERS: "p"}
"""Who is in charge of them, by id."""
REGISTERED = at(date(2024, 1, 1), time(9))
"""Since when whoever serves here is registered; no service is from before."""
NUMBER = "JTV-1"
SECRET = "帮王奶奶洗澡"


def tools_of(app: App, system: str | None = None) -> Tools:
    """What the pieces of volunteer service work with, for a test that calls one itself."""
    return Tools(app.database, app.vault, app.quick, app.numbers, os.urandom, system)


async def _in_charge(connection: AsyncConnection, vault: Vault, organisation: str, now: datetime) -> None:
    """Somebody is in charge of an organisation, in a chat of their own."""
    id_, code = LEADERS[organisation], f"CODE{LEADERS[organisation]}"
    if await organisations.by_id(connection, vault, id_) is None:
        named = {"id_": id_, "organisation": organisation, "name": "赵甲", "code": code}
        await organisations.invite(connection, vault, **named, until=now + timedelta(days=1), now=now)
        assert await organisations.link(connection, vault, code, f"chat-{id_}", now)


@dataclass
class Service:
    """Somebody who serves with two organisations."""

    app: App
    conversation: str
    number: str = NUMBER
    _ids: itertools.count[int] = field(default_factory=itertools.count)

    @classmethod
    async def begin(
        cls, app: App, conversation: str, number: str = NUMBER, name: str = "张三丰", id_number: str = MAN
    ) -> Service:
        """A registered volunteer."""
        who = Volunteer(number, "registered", conversation, Person(name, id_number, None), None)
        async with app.database.write() as connection:
            for id_, called in NAMES.items():
                await organisations.add(connection, Organisation(id_, called, None), app.clock())
                await _in_charge(connection, app.vault, id_, app.clock())
            await registry.register(connection, app.vault, who, REGISTERED, "step")
        return cls(app, conversation, number)

    async def served(
        self,
        day: date,
        minutes: int,
        organisation: str = HELPERS,
        *,
        confirmed: bool = True,
        training: bool = False,
        activity: str | None = None,
        from_: time = time(9),
    ) -> str:
        """An entry; its id."""
        begins = at(day, from_)
        entry = Entry(
            id=f"{self.number}-{next(self._ids)}",
            volunteer=self.number,
            organisation=organisation,
            kind="elder",
            begins_at=begins,
            ends_at=begins + timedelta(minutes=minutes),
            minutes=minutes,
            training=training,
            activity=activity,
            what=SECRET,
        )
        app, now = self.app, self.app.clock()
        async with app.database.write() as connection:
            await ledger.record(connection, app.vault, entry, "desk", now, now, os.urandom)
            if confirmed:
                by = f"organiser:{LEADERS[organisation]}"
                await ledger.move(connection, [entry.id], "confirmed", by, now, os.urandom)
        return entry.id

    async def withdraw(self, *entries: str) -> None:
        """Entries are withdrawn, each by who is in charge of its organisation."""
        records, world = Records(tools_of(self.app)), await self.app.world()
        async with self.app.database.write() as connection:
            for entry in await ledger.some(connection, self.app.vault, entries):
                by = f"organiser:{LEADERS[entry.organisation]}"
                assert await records.withdraw(connection, [entry.id], by, world) == [entry.id]

    async def entries(self) -> list[Entry]:
        """Everything that was ever recorded."""
        async with self.app.database.read() as connection:
            return await ledger.of_volunteer(connection, self.app.vault, self.number, also_over=True)


async def an_activity(app: App, number: str, title: str, starts_at: datetime) -> None:
    """A post that entries can be of."""
    row = {
        **{"number": number, "organisation": HELPERS, "organiser": "o", "project": "p", "kind": "elder"},
        **{"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=8), "seats": 5, "taken": 0, "youngest": 14},
        **{"risk": "none", "insured": False, "state": "open", "posted_at": starts_at, "updated_at": starts_at},
        "sealed": app.vault.seal_plain({"title": title}, f"activities:{number}"),
    }
    async with app.database.write() as connection:
        await connection.execute(activities.insert(), row)


async def issued(app: App) -> list[tuple[str, str]]:
    """Every certificate there is: its number and how it stands."""
    async with app.database.read() as connection:
        rows = await connection.execute(select(certificates.c.number, certificates.c.state))
        return [(row.number, row.state) for row in rows.all()]


async def stands_again(app: App, number: str) -> None:
    """Undoes that a certificate was revoked, as if nobody had done it."""
    async with app.database.write() as connection:
        own = update(certificates).where(certificates.c.number == number)
        await connection.execute(own.values(state="valid", revoked_at=None))

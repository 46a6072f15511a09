"""The demonstration's accounts at the desk, one for each role and each level, without one-time codes; and an
organisation of volunteers (志愿服务组织), with a code for who wants to be in charge of it."""

from __future__ import annotations

import asyncio
import secrets

from sqlalchemy import select

from bot.app import App
from bot.volunteers import appointing
from flows.desk.rights import Clerk, Level, Role
from flows.inputs.code import shown_code
from flows.words import Words
from integrations.store import staff
from integrations.store.tables import villages
from integrations.store.volunteers import organisations


async def make_accounts(app: App) -> tuple[list[Clerk], str]:
    """Makes them, and the one password of them all, anew at every start.

    One, because a hash takes a tenth of a second by design, and whoever starts the demonstration is to talk to it
    within two.
    """
    password = secrets.token_urlsafe(9)
    stored = await asyncio.to_thread(staff.hashed, password)
    township = app.place.townships[0]
    async with app.database.write() as connection:
        chosen = select(villages.c.code).where(villages.c.township == township).order_by(villages.c.code).limit(1)
        village = (await connection.execute(chosen)).scalar()
        clerks = _clerks(app, township, village)
        for clerk in clerks:
            await staff.add(connection, clerk, stored, app.clock())
    return clerks, password


async def make_organisation(app: App) -> tuple[str, str]:
    """Makes it where it is not there yet; its name, and a code with which a chat is in charge of it, anew each time."""
    name = app.speech.render(Words("organisation-demonstration"), app.settings.locale)
    code = app.numbers.code()
    async with app.database.write() as connection:
        found = await organisations.by_name(connection, name)
        organisation = secrets.token_hex(12) if found is None else found.id
        if found is None:
            await appointing.make(connection, organisation, name, None, app.clock())
        shown = app.speech.render(Words("organiser-demonstration"), app.settings.locale)
        await appointing.appoint(connection, app, secrets.token_hex(12), organisation, shown, code)
    return name, shown_code(code)


def _clerks(app: App, township: str, village: str | None) -> list[Clerk]:
    def clerk(name: str, role: Role, level: Level = Level.COUNTY, **where: str) -> Clerk:
        shown_as = app.speech.render(Words(f"account-{name.replace('-', '_')}"), app.settings.locale)
        return Clerk(name, shown_as, role, level, **where)

    of_village = (
        [] if village is None else [clerk("demo-village", Role.DESK, Level.VILLAGE, township=township, village=village)]
    )
    return [
        clerk("demo", Role.DESK),
        clerk("demo-town", Role.DESK, Level.TOWNSHIP, township=township),
        *of_village,
        clerk("demo-lead", Role.LEAD),
        clerk("demo-calendar", Role.CALENDAR),
        clerk("demo-auditor", Role.AUDITOR),
        clerk("demo-admin", Role.ADMIN),
    ]

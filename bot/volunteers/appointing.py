"""Organisations (志愿服务组织) and their people in charge (负责人) as the bureau appoints them: by command or at the
desk."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from flows.inputs.text import storable
from integrations.store.volunteers import organisations
from integrations.store.volunteers.organisations import Organisation

CODE_DAYS = 7
"""How long the code works with which a person in charge links their chat."""
LONGEST_NAME = 60
"""Characters, of an organisation or a person."""


def name_of(said: str) -> str | None:
    """A name as it is kept, or None where it is none."""
    name = " ".join(storable(said).split())
    return name if name and name.isprintable() and len(name) <= LONGEST_NAME else None


async def make(connection: AsyncConnection, id_: str, name: str, township: str | None, now: datetime) -> bool:
    """A new organisation; False where one has that name."""
    return await organisations.add(connection, Organisation(id_, name, township), now)


async def appoint(connection: AsyncConnection, app: App, id_: str, organisation: str, name: str, code: str) -> bool:
    """Somebody is to be in charge, once they have used the code; False where the organisation takes nobody on."""
    found = await organisations.one(connection, organisation)
    if found is None or not found.active:
        return False
    now = app.clock()
    await organisations.invite(
        connection,
        app.vault,
        id_=id_,
        organisation=organisation,
        name=name,
        code=code,
        until=now + timedelta(days=CODE_DAYS),
        now=now,
    )
    return True

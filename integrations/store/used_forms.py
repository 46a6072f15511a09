"""Buttons of the desk that were pressed: a form is good for once, and its digest is written down with what it did."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.tables import used_forms

_TAKE = {
    dialect.dialect.name: dialect.insert(used_forms)
    .on_conflict_do_nothing(index_elements=["digest"])
    .returning(used_forms.c.at)
    for dialect in (sqlite, postgresql)
}


async def take(connection: AsyncConnection, digest: bytes, now: datetime) -> bool:
    """Writes down that a form was pressed; False if it was before. Of two at once one waits for the other."""
    row = {"digest": digest, "at": now}
    return (await connection.execute(_TAKE[connection.dialect.name], row)).one_or_none() is not None


async def give_back(connection: AsyncConnection, digest: bytes) -> None:
    """What it asked for did not come about: it may be pressed again."""
    await connection.execute(delete(used_forms).where(used_forms.c.digest == digest))

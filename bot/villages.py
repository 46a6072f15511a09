"""Villages and communities (村、社区) of the place, imported from CSV: township, code, name. All or nothing."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Collection
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.errors import OutsideFault, SettingsFault
from flows.place import Place
from integrations.store.database import Collision, Database
from integrations.store.tables import villages

COLUMNS = ["township", "code", "name"]
MOST_NAME = 60
TRIES = 5


async def import_villages(database: Database, text: str, place: Place, *, replace: bool = True) -> int:
    """Replaces the villages by those of a CSV; how many there are then.

    With ``replace`` false nothing happens where there are villages already. Raises SettingsFault naming the line.
    """
    rows = _parse(text, place)
    for _ in range(TRIES):
        with contextlib.suppress(Collision):  # several processes may start, and import, at once
            return await _store(database, rows, replace=replace)
    raise OutsideFault("the villages are being imported elsewhere")


async def villages_of(connection: AsyncConnection, codes: Collection[str]) -> dict[str, Any]:
    """The villages there are of these codes: township, code, name."""
    return {row.code: row for row in await connection.execute(select(villages).where(villages.c.code.in_(codes)))}


async def _store(database: Database, rows: list[dict[str, str]], *, replace: bool) -> int:
    async with database.write() as connection:
        there = int((await connection.execute(select(func.count()).select_from(villages))).scalar_one())
        if there and not replace:
            return there
        await connection.execute(delete(villages))
        await connection.execute(villages.insert(), rows)
    return len(rows)


def _parse(text: str, place: Place) -> list[dict[str, str]]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    if next(reader, None) != COLUMNS:
        raise SettingsFault(f"the first line must be {','.join(COLUMNS)}")
    rows: dict[str, dict[str, str]] = {}
    for number, line in enumerate(reader, start=2):
        fields = [field.strip() for field in line]
        if len(fields) != len(COLUMNS) or not all(fields):
            raise SettingsFault(f"line {number}: needs {len(COLUMNS)} filled columns")
        township, code, name = fields
        if township not in place.townships:
            raise SettingsFault(f"line {number}: {township} is not a township of {place.id}")
        if code in rows or not (code.isascii() and code.isdigit()):
            raise SettingsFault(f"line {number}: the code {code} is not a number of its own")
        if len(name) > MOST_NAME or ":" in name:
            raise SettingsFault(f"line {number}: the name is too long or holds a colon")
        rows[code] = dict(zip(COLUMNS, fields, strict=True))
    if not rows:
        raise SettingsFault("there is no village in it")
    return list(rows.values())

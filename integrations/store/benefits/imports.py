"""Tables that were imported into the register (导入), and what is asked of it before one is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.benefits.tables import imports, mandates, payments, people, records

Kind = Literal["people", "records", "payments", "mandates"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What a table is of, in the order in which they are imported."""
TABLES = {"people": people, "records": records, "payments": payments, "mandates": mandates}


@dataclass(frozen=True, slots=True)
class Import:
    """One table that was imported. ``digest`` is the file's."""

    id: str
    by: str
    kind: Kind
    rows: int
    digest: bytes
    at: datetime


async def add(connection: AsyncConnection, one: Import) -> None:
    """Writes an import down."""
    row = {"id": one.id, "by": one.by, "kind": one.kind, "rows": one.rows, "digest": one.digest, "at": one.at}
    await connection.execute(imports.insert(), row)


async def before(connection: AsyncConnection, kind: Kind, digest: bytes) -> datetime | None:
    """When the same file was imported, if it was and none of its kind has been since: the office may go back to it."""
    newest_of_kind = select(imports.c.at, imports.c.digest).where(imports.c.kind == kind)
    row = (await connection.execute(newest_of_kind.order_by(imports.c.at.desc(), imports.c.id).limit(1))).one_or_none()
    at: datetime | None = row.at if row is not None and row.digest == digest else None
    return at


async def newest(connection: AsyncConnection, most: int) -> Sequence[Import]:
    """The newest imports."""
    chosen = select(imports).order_by(imports.c.at.desc(), imports.c.id).limit(most)
    return [Import(**row) for row in (await connection.execute(chosen)).mappings()]


async def counts(connection: AsyncConnection) -> Mapping[Kind, int]:
    """How many rows of each kind there are."""
    found = {}
    for kind in KINDS:
        counted = await connection.execute(select(func.count()).select_from(TABLES[kind]))
        found[kind] = int(counted.scalar_one())
    return found


async def known(connection: AsyncConnection, persons: Collection[bytes]) -> set[bytes]:
    """Those of these people who are in the register."""
    chosen = select(people.c.person).where(people.c.person.in_(persons))
    return {row.person for row in await connection.execute(chosen)}


async def owners(connection: AsyncConnection, ids: Collection[str]) -> Mapping[str, bytes]:
    """Whose the records of these numbers are, as far as there are any."""
    chosen = select(records.c.id, records.c.person).where(records.c.id.in_(ids))
    return {row.id: row.person for row in await connection.execute(chosen)}


async def there(connection: AsyncConnection, kind: Kind, rows: Sequence[Mapping[str, Any]]) -> Mapping[Any, Any]:
    """The rows that stand where these would go, by their keys."""
    table = TABLES[kind]
    keys = [column.name for column in table.primary_key]
    chosen = table.select().where(*(table.c[key].in_({row[key] for row in rows}) for key in keys))
    found = (await connection.execute(chosen)).mappings()
    return {tuple(row[key] for key in keys): row for row in found}


def key_of(kind: Kind, row: Mapping[str, Any]) -> tuple[Any, ...]:
    """The key of a row of a kind."""
    return tuple(row[column.name] for column in TABLES[kind].primary_key)

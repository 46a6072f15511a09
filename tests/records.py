"""What tests of the records share: a migrated database, several processes' worth of desks, and looks into every row."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from integrations.privacy import Keys, Vault
from integrations.store import bookings, due_work
from integrations.store.cases import Case
from integrations.store.database import Database
from integrations.store.migrate import migrate
from integrations.store.tables import metadata
from tests.inputs.test_id_number import with_check_digit
from tests.talk import NOON, HandClock, an_app

VAULT = Vault(Keys.make())
PATIENCE_SECONDS = 20
"""After which something that should come about has not."""


@asynccontextmanager
async def a_database(url: str) -> AsyncIterator[Database]:
    """The records alone, brought up to date."""
    database = Database(url)
    try:
        await migrate(database)
        yield database
    finally:
        await database.close()


async def bring_up_to_date(url: str) -> None:
    """Runs the migrations and lets go of the database."""
    async with a_database(url):
        pass


@asynccontextmanager
async def several_apps(
    directory: Path, clock: HandClock, count: int, *, database_url: str | None = None, **settings: object
) -> AsyncIterator[list[App]]:
    """Several desks on the same records, each with its own connections, locks and memory: processes, as it were."""
    async with AsyncExitStack() as stack:
        yield [
            await stack.enter_async_context(an_app(directory, clock, database_url=database_url, **settings))
            for _ in range(count)
        ]


async def unaccounted(app: App) -> list[str]:
    """What ``verify`` says about the seats."""
    async with app.database.read() as connection:
        return await bookings.overbooked(connection, {o.id: o.capacity for o in app.place.offices.values()})


async def every_value(database: Database) -> list[tuple[str, bytes]]:
    """Every value of every column of every table, as bytes, with where it stands."""
    found = []
    async with database.read() as connection:
        for table in metadata.sorted_tables:
            for row in (await connection.execute(select(table))).mappings():
                found += [(f"{table.name}.{name}", _as_bytes(value)) for name, value in row.items()]
    return found


async def work_of(database: Database, kind: str) -> Sequence[Any]:
    """The rows of due work of a kind, by id."""
    async with database.read() as connection:
        table = metadata.tables["due_work"]
        return (await connection.execute(select(table).where(table.c.kind == kind).order_by(table.c.id))).all()


async def until(condition: Callable[[], Awaitable[bool]], seconds: float = PATIENCE_SECONDS) -> None:
    """Waits for something that another task brings about."""
    async with asyncio.timeout(seconds):
        while not await condition():  # noqa: ASYNC110 - what another process or thread does sets no event here
            await asyncio.sleep(0.002)  # and leaves the processor to it


async def plan(connection: AsyncConnection, id_: str, due_at: datetime = NOON, **more: Any) -> None:
    """Writes a piece of work of the kind ``test`` (or ``more``)."""
    work = due_work.Work(id_, more.get("kind", "test"), due_at, more.get("payload", {}), more.get("subject"))
    await due_work.schedule(connection, VAULT, work, NOON)


def a_couple(n: int) -> tuple[str, str]:
    """The made-up numbers of the n-th couple (below 100), a man and a woman of an age to marry."""
    born = f"620423199002{n % 28 + 1:02d}{n:02d}"
    return with_check_digit(f"{born}1"), with_check_digit(f"{born}2")


def a_case(run: str = "run-1", number: str = "JT260511-AAAAAA", **changed: Any) -> Case:
    """A made-up case."""
    values: dict[str, Any] = {
        "id": run,
        "number": number,
        "run": run,
        "conversation": "c0",
        "service": "marriage",
        "ending": "booked",
        "kind": "booking",
        "urgent": False,
        "state": "filed",
        "revision": 1,
        "content": {"appointment": {"office": "marriage", "day": "2026-05-20"}, "answers": []},
        "filed_at": NOON,
    }
    return Case(**values | changed)


def _as_bytes(value: Any) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()

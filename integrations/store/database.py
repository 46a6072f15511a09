"""The database behind the records: SQLite in a file by default, PostgreSQL by URL; one code for both."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from flows.errors import OutsideFault
from integrations.store import sqlite
from integrations.store.sqlite import BUSY_SECONDS

_log = structlog.get_logger()
_MEETINGS = {"40001", "40P01", "23505", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_UNIQUE"}
"""A serialization failure, a deadlock, a key that another one wrote first: as PostgreSQL and SQLite name them."""


class Collision(Exception):
    """Two transactions met; this one did nothing and may simply be tried again."""


class Database:
    """Opens transactions. Every fault of the database comes out as OutsideFault, a meeting of two as Collision."""

    def __init__(self, url: str, *, pool: int = 8) -> None:
        self.url = url
        self.sqlite = url.startswith("sqlite")
        options: dict[str, Any] = {"pool_size": pool, "max_overflow": 0, "pool_timeout": BUSY_SECONDS}
        if self.sqlite:
            options["connect_args"] = {"timeout": BUSY_SECONDS, "async_creator_fn": sqlite.connect}
        else:
            options["connect_args"] = {"connect_timeout": 5}
        self.engine: AsyncEngine = create_async_engine(url, hide_parameters=True, **options)
        self._statements = self.engine
        if not self.sqlite:
            # Statements that stand for themselves need no BEGIN, no COMMIT and no reset: a third of the round trips.
            options |= {"isolation_level": "AUTOCOMMIT", "pool_reset_on_return": None}
            self._statements = create_async_engine(url, hide_parameters=True, **options)
        if self.sqlite:
            event.listen(self.engine.sync_engine, "connect", sqlite.prepare)
            event.listen(self.engine.sync_engine, "begin", sqlite.begin)

    @classmethod
    def in_file(cls, path: Path) -> Database:
        """A SQLite database in a file."""
        return cls(f"sqlite+aiosqlite:///{path}")

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """One transaction that commits at the end, or does nothing at all."""
        async with _connected(self.engine) as connection, connection.begin():
            yield connection

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """For reading: on SQLite a transaction without the write lock, on PostgreSQL each statement by itself."""
        async with _connected(self._statements) as connection:
            if self.sqlite:
                await connection.execution_options(reading=True)
            yield connection

    async def close(self) -> None:
        """Closes every connection."""
        await self.engine.dispose()
        if self._statements is not self.engine:
            await self._statements.dispose()


@asynccontextmanager
async def _connected(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection from the pool, its faults translated.

    SQLAlchemy's own context manager always closes in a task of its own, against cancellation; that is a fifth of the
    cost of a short turn, so here it is done only when something went wrong.
    """
    try:
        connection = await engine.connect().start()
        try:
            yield connection
        except BaseException:
            await asyncio.shield(connection.close())
            raise
        await connection.close()
    except DBAPIError as fault:
        raise _translated(fault) from fault
    except (PoolTimeout, OSError) as fault:
        raise OutsideFault("the database does not answer") from fault


def _translated(fault: DBAPIError) -> Exception:
    named = getattr(fault.orig, "sqlstate", None) or getattr(fault.orig, "sqlite_errorname", None)
    if named in _MEETINGS:
        return Collision("another transaction was first")
    _log.warning("database.fault", fault=named or type(fault).__name__)
    if isinstance(fault, OperationalError | InterfaceError):
        return OutsideFault("the database does not answer")
    return fault

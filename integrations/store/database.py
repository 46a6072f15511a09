"""The database behind the records: SQLite in a file by default, PostgreSQL by URL; one code for both."""

from __future__ import annotations

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

BUSY_SECONDS = 20
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
            options["connect_args"] = {"timeout": BUSY_SECONDS}
        else:
            options["connect_args"] = {"connect_timeout": 5}
        self.engine: AsyncEngine = create_async_engine(url, hide_parameters=True, **options)
        if self.sqlite:
            event.listen(self.engine.sync_engine, "connect", _prepare_sqlite)
            event.listen(self.engine.sync_engine, "begin", _begin_sqlite)

    @classmethod
    def in_file(cls, path: Path) -> Database:
        """A SQLite database in a file."""
        return cls(f"sqlite+aiosqlite:///{path}")

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """One transaction that commits at the end, or does nothing at all."""
        try:
            async with self.engine.begin() as connection:
                yield connection
        except DBAPIError as fault:
            raise _translated(fault) from fault
        except (PoolTimeout, OSError) as fault:
            raise OutsideFault("the database does not answer") from fault

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A transaction for reading; on SQLite it takes no write lock."""
        try:
            async with self.engine.connect() as connection:
                await connection.execution_options(reading=True)
                yield connection
        except DBAPIError as fault:
            raise _translated(fault) from fault
        except (PoolTimeout, OSError) as fault:
            raise OutsideFault("the database does not answer") from fault

    async def close(self) -> None:
        """Closes every connection."""
        await self.engine.dispose()


def _translated(fault: DBAPIError) -> Exception:
    named = getattr(fault.orig, "sqlstate", None) or getattr(fault.orig, "sqlite_errorname", None)
    if named in _MEETINGS:
        return Collision("another transaction was first")
    _log.warning("database.fault", fault=named or type(fault).__name__)
    if isinstance(fault, OperationalError | InterfaceError):
        return OutsideFault("the database does not answer")
    return fault


def _prepare_sqlite(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, by hand
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_SECONDS * 1000}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

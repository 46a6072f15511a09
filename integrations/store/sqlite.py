"""How SQLite is opened: its pragmas, its transactions, and an end that comes once."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import Any

import aiosqlite

BUSY_SECONDS = 20


class _Connection(aiosqlite.Connection):
    """Its thread is stopped once.

    Of a connection whose task is cancelled twice, SQLAlchemy stops the thread while its own closing is still under
    way; that then asks a thread that is gone to stop, and waits for its answer for ever (aiosqlite 0.22.1).
    """

    _stopped: asyncio.Future[Any] | None = None

    def stop(self) -> asyncio.Future[Any] | None:
        """Stops the thread, or waits with whoever has stopped it."""
        if self._stopped is None:
            self._stopped = super().stop()
        return self._stopped


def connect(database: str, **options: Any) -> aiosqlite.Connection:
    """A connection whose thread does not hold up the end of the process."""
    connection = _Connection(lambda: sqlite3.connect(database, **options), iter_chunk_size=64)
    connection._thread.daemon = True
    return connection


def prepare(connection: Any, _: Any) -> None:
    """What every new connection is set to."""
    connection.isolation_level = None  # transactions are begun below, by hand
    connection.run_async(_pragmas)


def begin(connection: Any) -> None:
    """Begins a transaction: with the write lock at once, unless it only reads."""
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


async def _pragmas(connection: aiosqlite.Connection) -> None:
    async with asyncio.timeout(BUSY_SECONDS):
        while True:
            try:
                await connection.execute("PRAGMA journal_mode=WAL")
                break
            except sqlite3.OperationalError as fault:
                # Of several starts that turn a new file to WAL at once, SQLite refuses all but one without waiting.
                if fault.sqlite_errorname != "SQLITE_BUSY":
                    raise
                await asyncio.sleep(0.01)
    for pragma in ("synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_SECONDS * 1000}"):
        await connection.execute(f"PRAGMA {pragma}")

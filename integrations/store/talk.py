"""The common turn: nothing but the conversation and its log moves. Loaded and stored in the fewest steps there are.

On PostgreSQL that is one statement each, written by SQLAlchemy once and run by psycopg directly: of a short turn's CPU
SQLAlchemy's share was more than half (measured by ``make bench``). Everything else goes through ``Database``.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Protocol

import psycopg
import psycopg_pool
from sqlalchemy import make_url
from sqlalchemy.dialects.postgresql.psycopg import dialect as psycopg_dialect
from sqlalchemy.sql import ClauseElement

from flows.conversation import Conversation
from flows.errors import OutsideFault
from integrations.privacy import Vault
from integrations.store import conversations
from integrations.store.conversations import Entry, Loaded
from integrations.store.database import Collision, Database

CONNECTIONS = 8
WAIT_SECONDS = 3.0


class Talk(Protocol):
    """Loads a conversation for a message, and stores it as that message leaves it."""

    async def load(self, conversation: str, message: str, language: str) -> tuple[Loaded, Entry | None]:
        """The conversation, and the log entry of the message if it was answered before. Raises OutsideFault."""

    async def store(self, conversation: Conversation, was: int, entry: Entry) -> None:
        """Commits conversation and log entry. Raises Collision when the conversation has moved on or was answered."""

    async def close(self) -> None:
        """Closes the connections."""


def open_talk(database: Database, vault: Vault) -> Talk:
    """The common turn over this database."""
    return PlainTalk(database, vault) if database.sqlite else PostgresTalk(database.url, vault)


class PlainTalk:
    """Over SQLAlchemy, for SQLite."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def load(self, conversation: str, message: str, language: str) -> tuple[Loaded, Entry | None]:
        """In a transaction for reading."""
        async with self._database.read() as connection:
            return await conversations.load_for(connection, self._vault, conversation, message, language)

    async def store(self, conversation: Conversation, was: int, entry: Entry) -> None:
        """In a transaction."""
        async with self._database.write() as connection:
            await conversations.move(connection, self._vault, conversation, was, entry)

    async def close(self) -> None:
        """The database closes its own."""


class PostgresTalk:
    """Over psycopg, for PostgreSQL: each of the two is one statement that commits by itself."""

    def __init__(self, url: str, vault: Vault) -> None:
        conninfo = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._vault = vault
        self._pool = psycopg_pool.AsyncConnectionPool(
            conninfo,
            min_size=1,
            max_size=CONNECTIONS,
            timeout=WAIT_SECONDS,
            open=False,
            kwargs={"autocommit": True, "prepare_threshold": 0, "connect_timeout": 5},
        )
        self._load = _compiled(conversations.LOAD)
        self._move = _compiled(conversations.MOVE_AND_NOTE)

    async def load(self, conversation: str, message: str, language: str) -> tuple[Loaded, Entry | None]:
        """One SELECT."""
        async with self._connected() as connection:
            found = await connection.execute(self._load, {"of": conversation, "message": message})
            row = await found.fetchone()
        return conversations.loaded(self._vault, conversation, message, language, row)

    async def store(self, conversation: Conversation, was: int, entry: Entry) -> None:
        """One statement that moves the conversation and writes the entry, or does neither."""
        if was == 0:
            raise Collision("a conversation begins in a transaction")
        values = conversations.moved_and_noted(self._vault, conversation, was, entry)
        try:
            async with self._connected() as connection:
                done = await connection.execute(self._move, values)
        except OutsideFault as fault:
            # Whether it was stored is not known: the turn is tried again and finds the entry if it was.
            raise Collision("the connection broke while storing") from fault
        if done.rowcount != 1:
            raise Collision("the conversation has moved on")

    async def close(self) -> None:
        """Closes the pool."""
        await self._pool.close()

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[psycopg.AsyncConnection[tuple[Any, ...]]]:
        if self._pool.closed:
            await self._pool.open()
        try:
            async with self._pool.connection() as connection:
                yield connection
        except psycopg.errors.UniqueViolation as fault:
            raise Collision("this message has been answered") from fault
        except (psycopg.errors.SerializationFailure, psycopg.errors.DeadlockDetected) as fault:
            raise Collision("another transaction was first") from fault
        except (psycopg.OperationalError, psycopg.InterfaceError, psycopg_pool.PoolTimeout, OSError) as fault:
            raise OutsideFault("the database does not answer") from fault


def _compiled(statement: ClauseElement) -> bytes:
    """The SQL of a statement as psycopg takes it, with named parameters."""
    return str(statement.compile(dialect=psycopg_dialect())).encode()  # type: ignore[no-untyped-call]

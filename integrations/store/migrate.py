"""Brings a database to the newest schema. Safe when several processes start at once."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from integrations.store.database import Database

HEAD = "0009"
"""The newest revision; a test holds it to the migrations' own head."""

_MIGRATIONS = Path(__file__).parent.parent / "migrations"
_LOCK = 20261121


async def migrate(database: Database) -> None:
    """Upgrades to ``HEAD``; a database that is there already costs one look."""
    async with database.read() as connection:
        if await connection.run_sync(_revision) == HEAD:
            return
    async with database.engine.connect() as connection:
        await connection.run_sync(_upgrade)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found


def _upgrade(connection: Connection) -> None:
    # Imported here: a start that has nothing to migrate does not pay for it.
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    if _revision(connection) == HEAD:
        return
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
    connection.commit()

"""Alembic's entry: the connection is handed in by ``integrations.store.migrate``, or made from ``sqlalchemy.url``."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, create_engine

import integrations.store.benefits.tables
import integrations.store.volunteers.tables  # noqa: F401 - their tables are of the same metadata
from integrations.store.tables import metadata


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    _run(given)
else:
    with create_engine(str(context.config.get_main_option("sqlalchemy.url"))).connect() as opened:
        _run(opened)

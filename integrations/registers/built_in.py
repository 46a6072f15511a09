"""The register that the desk keeps itself, filled by import."""

from __future__ import annotations

from flows.benefits.records import Registered
from integrations.privacy import Vault
from integrations.store.benefits import register
from integrations.store.database import Database


class BuiltIn:
    """Reads the desk's own tables."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def find(self, id_number: str) -> Registered | None:
        """Everything about the person of this ID number."""
        async with self._database.read() as connection:
            return await register.find(connection, self._vault, id_number)

    async def close(self) -> None:
        """There is nothing to close."""

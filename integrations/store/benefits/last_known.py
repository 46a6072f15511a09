"""What a register outside last said of somebody, for when it does not answer; that it has nobody is kept as well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.benefits.plain import registered_from_plain, registered_to_plain
from flows.benefits.records import Registered
from integrations.privacy import Vault
from integrations.store.benefits.tables import last_known


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, and when."""

    of: Registered | None
    at: datetime


def _upsert(dialect: object) -> object:
    """A newer word puts out an older one, and never the other way round."""
    insert = dialect.insert(last_known)  # type: ignore[attr-defined]
    changed = {name: insert.excluded[name] for name in ("sealed", "at")}
    return insert.on_conflict_do_update(
        index_elements=["person"], set_=changed, where=last_known.c.at <= insert.excluded.at
    )


_PUT = {dialect.dialect.name: _upsert(dialect) for dialect in (sqlite, postgresql)}


def seal(vault: Vault, person: bytes, said: Said, row: str) -> bytes:
    """What was said, sealed for a row."""
    plain = None if said.of is None else registered_to_plain(said.of)
    return vault.seal_plain({"of": plain, "at": said.at.isoformat()}, f"{row}:{person.hex()}")


def unseal(vault: Vault, person: bytes, sealed: bytes, row: str) -> Said:
    """What was sealed for a row. Raises SealBroken."""
    plain = vault.open_plain(sealed, f"{row}:{person.hex()}")
    found = plain["of"]
    return Said(None if found is None else registered_from_plain(found), datetime.fromisoformat(plain["at"]))


async def put(connection: AsyncConnection, vault: Vault, person: bytes, said: Said) -> None:
    """Keeps it in place of what was said before."""
    row = {"person": person, "sealed": seal(vault, person, said, last_known.name), "at": said.at}
    await connection.execute(_PUT[connection.dialect.name], row)  # type: ignore[call-overload]


async def find(connection: AsyncConnection, vault: Vault, person: bytes) -> Said | None:
    """What was last said; None where nothing is known."""
    row = (await connection.execute(select(last_known).where(last_known.c.person == person))).one_or_none()
    return None if row is None else unseal(vault, person, row.sealed, last_known.name)


async def drop_before(connection: AsyncConnection, at: datetime) -> int:
    """Drops what was said before an instant; says how much."""
    dropped = delete(last_known).where(last_known.c.at < at).returning(last_known.c.person)
    return len((await connection.execute(dropped)).all())

"""Certificates of service (志愿服务记录证明) as they are kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.volunteers.tables import certificate_entries, certificates

VALID, REVOKED = "valid", "revoked"


@dataclass(frozen=True, slots=True)
class Revoked:
    """A certificate that stands no more, and where its volunteer is told."""

    number: str
    conversation: str


async def revoke(connection: AsyncConnection, entries: Collection[str], now: datetime) -> list[Revoked]:
    """Certificates that say what is no longer so, of any of these entries; each is revoked once."""
    with_it = select(certificate_entries.c.certificate).where(certificate_entries.c.entry.in_(entries))
    own = (certificates.c.number.in_(with_it), certificates.c.state == VALID)
    gone = update(certificates).where(*own).values(state=REVOKED, revoked_at=now)
    rows = await connection.execute(gone.returning(certificates.c.number, certificates.c.conversation))
    return sorted((Revoked(row.number, row.conversation) for row in rows.all()), key=lambda each: each.number)

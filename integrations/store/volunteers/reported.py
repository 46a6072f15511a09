"""What a case system is told of the ledger and of certificates, as it is kept: nothing here names a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.volunteers.ledger import Event
from integrations.store.volunteers.tables import certificate_entries, certificates, service_ledger


@dataclass(frozen=True, slots=True)
class Certified:
    """What a certificate (志愿服务记录证明) certifies: service time, in minutes, of a volunteer with an organisation.

    ``entries``: by their ids; ``digest`` as in its QR code.
    """

    number: str
    volunteer: str
    organisation: str
    first_day: date
    last_day: date
    minutes: int
    digest: str
    entries: tuple[str, ...]


async def event_at(connection: AsyncConnection, entry: str, seq: int) -> tuple[Event, datetime] | None:
    """What happened to an entry at a place in the ledger, and when; None where that place is not the entry's."""
    own = (service_ledger.c.seq == seq, service_ledger.c.entry == entry)
    row = (await connection.execute(select(service_ledger.c.event, service_ledger.c.at).where(*own))).one_or_none()
    return None if row is None else (row.event, row.at)


async def certified(connection: AsyncConnection, number: str) -> Certified | None:
    """A certificate by its number, whether it still stands or not."""
    plain = ("number", "volunteer", "organisation", "first_day", "last_day", "minutes", "digest")
    chosen = select(*(certificates.c[name] for name in plain)).where(certificates.c.number == number)
    row = (await connection.execute(chosen)).one_or_none()
    if row is None:
        return None
    of_it = select(certificate_entries.c.entry).where(certificate_entries.c.certificate == number)
    entries = (await connection.execute(of_it.order_by(certificate_entries.c.entry))).scalars().all()
    return Certified(**row._mapping, entries=tuple(entries))

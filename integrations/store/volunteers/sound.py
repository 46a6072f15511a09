"""What does not add up in the records of volunteers, beyond the ledger itself: certificates and places on posts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.hours import SHANGHAI
from flows.volunteers.certificate import Certificate, from_plain
from integrations.privacy import SealBroken, Vault
from integrations.store.volunteers import activities
from integrations.store.volunteers.certificates import VALID, row_of
from integrations.store.volunteers.tables import certificate_entries, certificates
from integrations.store.volunteers.tables import service_records as records


async def unsound(connection: AsyncConnection, vault: Vault) -> list[str]:
    """What is wrong, one sentence each: certificates that stand and say what is not so, posts whose seats do not add
    up."""
    return [*await _certificates(connection, vault), *await activities.broken(connection)]


async def _certificates(connection: AsyncConnection, vault: Vault) -> list[str]:
    """Of a certificate that stands, every entry stands, is its volunteer's, was recorded by who certifies
    it (谁记录谁证明) and is no training; together they are as long as it says, on the days it says, and what is
    printed is these entries, unless it was erased."""
    own = certificate_entries.c.certificate == certificates.c.number
    said = (certificates.c.number, certificates.c.volunteer, certificates.c.organisation)
    so = (records.c.entry, records.c.state, records.c.training, records.c.minutes, records.c.kind, records.c.begins_at)
    whose = (records.c.volunteer.label("served_by"), records.c.organisation.label("recorded_by"))
    chosen = select(*said, *so, *whose).select_from(certificates).join(certificate_entries, own)
    chosen = chosen.join(records, records.c.entry == certificate_entries.c.entry).where(certificates.c.state == VALID)
    found, entries = [], dict[str, list[Any]]()
    for row in (await connection.execute(chosen)).all():
        entries.setdefault(row.number, []).append(row)
        stands = row.state == "confirmed" and not row.training
        if not stands or (row.served_by, row.recorded_by) != (row.volunteer, row.organisation):
            found.append(f"certificate {row.number} says what service {row.entry} does not")
    for row in (await connection.execute(select(certificates).where(certificates.c.state == VALID))).all():
        found += _unlike(vault, row, entries.get(row.number, []))
    return sorted(found)


def _unlike(vault: Vault, row: Any, entries: Sequence[Any]) -> list[str]:
    """What a certificate says otherwise than its entries."""
    minutes = sum(entry.minutes for entry in entries)
    if row.minutes != minutes:
        return [f"certificate {row.number}: {row.minutes} minutes, its entries {minutes}"]
    days = sorted(_day(entry.begins_at) for entry in entries)
    if [row.first_day, row.last_day] != [*days[:1], *days[-1:]]:
        return [f"certificate {row.number} is of other days than its entries"]
    try:
        printed = _printed(vault, row)
    except (SealBroken, KeyError, TypeError, ValueError):
        return [f"certificate {row.number} cannot be read"]
    so = sorted((_day(entry.begins_at), entry.kind, entry.minutes) for entry in entries)
    if printed is not None and sorted((line.day, line.kind, line.minutes) for line in printed.lines) != so:
        return [f"certificate {row.number} prints other lines than its entries"]
    return []


def _printed(vault: Vault, row: Any) -> Certificate | None:
    said = vault.open_plain(row.sealed, row_of(row.number))
    return from_plain(said) if said else None


def _day(at: datetime) -> date:
    return at.astimezone(SHANGHAI).date()

"""What does not add up in the records of volunteers, beyond the ledger itself: certificates and places on posts."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.volunteers import activities
from integrations.store.volunteers.certificates import VALID
from integrations.store.volunteers.tables import certificate_entries, certificates
from integrations.store.volunteers.tables import service_records as records


async def unsound(connection: AsyncConnection) -> list[str]:
    """What is wrong, one sentence each: certificates that stand and say what is not so, posts whose seats do not add
    up."""
    return [*await _certificates(connection), *await activities.broken(connection)]


async def _certificates(connection: AsyncConnection) -> list[str]:
    """Of a certificate that stands, every entry stands, is its volunteer's, was recorded by who certifies
    it (谁记录谁证明) and is no training; together they are as long as it says."""
    own = certificate_entries.c.certificate == certificates.c.number
    said = (certificates.c.number, certificates.c.volunteer, certificates.c.organisation)
    so = (records.c.entry, records.c.state, records.c.training, records.c.minutes)
    whose = (records.c.volunteer.label("served_by"), records.c.organisation.label("recorded_by"))
    chosen = select(*said, *so, *whose).select_from(certificates).join(certificate_entries, own)
    chosen = chosen.join(records, records.c.entry == certificate_entries.c.entry).where(certificates.c.state == VALID)
    found, sums = [], dict[str, int]()
    for row in (await connection.execute(chosen)).all():
        sums[row.number] = sums.get(row.number, 0) + row.minutes
        stands = row.state == "confirmed" and not row.training
        if not stands or (row.served_by, row.recorded_by) != (row.volunteer, row.organisation):
            found.append(f"certificate {row.number} says what service {row.entry} does not")
    valid = select(certificates.c.number, certificates.c.minutes).where(certificates.c.state == VALID)
    for number, minutes in (await connection.execute(valid)).all():
        if minutes != sums.get(number, 0):
            found.append(f"certificate {number}: {minutes} minutes, its entries {sums.get(number, 0)}")
    return sorted(found)

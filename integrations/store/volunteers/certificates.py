"""Certificates of service (志愿服务记录证明) as they are kept: issued once a run, revoked with any entry of theirs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.volunteers.certificate import Certificate, from_plain, to_plain
from flows.volunteers.ledger import Entry
from integrations.privacy import Vault
from integrations.store.database import Collision
from integrations.store.volunteers import ledger
from integrations.store.volunteers.tables import activities, certificate_entries, certificates, service_records

VALID, REVOKED = "valid", "revoked"


@dataclass(frozen=True, slots=True)
class Kept:
    """A certificate as it is kept; ``said`` is what is printed, None where it was erased."""

    number: str
    volunteer: str
    organisation: str
    conversation: str
    first_day: date
    last_day: date
    minutes: int
    digest: str
    state: str
    issued_at: datetime
    revoked_at: datetime | None
    said: Certificate | None

    @property
    def is_valid(self) -> bool:
        """Whether all it says is still so."""
        return self.state == VALID


@dataclass(frozen=True, slots=True)
class Revoked:
    """A certificate that stands no more, and where its volunteer is told."""

    number: str
    conversation: str


async def held(
    connection: AsyncConnection, vault: Vault, volunteer: str, organisation: str, first: date, last: date
) -> list[Entry]:
    """What may be certified; nothing happens to these entries before this transaction is over."""
    await ledger.lock(connection, volunteer)
    found = await ledger.confirmed_between(connection, vault, volunteer, organisation, first, last)
    own = (service_records.c.entry.in_([each.id for each in found]), service_records.c.state == "confirmed")
    # In the order in which entries are moved, so that two wait for each other and do not lock up.
    chosen = select(service_records.c.entry).where(*own).order_by(service_records.c.entry).with_for_update()
    if len((await connection.execute(chosen)).all()) != len(found):
        raise Collision("an entry has changed meanwhile")
    return found


async def issue(
    connection: AsyncConnection,
    vault: Vault,
    certificate: Certificate,
    *,
    organisation: str,
    entries: Collection[str],
    conversation: str,
    run: str,
    digest: str,
    now: datetime,
) -> None:
    """Writes a certificate of these entries down, which are ``held``."""
    row = {
        "number": certificate.number,
        "volunteer": certificate.volunteer,
        "organisation": organisation,
        "conversation": conversation,
        "run": run,
        "first_day": certificate.first_day,
        "last_day": certificate.last_day,
        "minutes": certificate.minutes,
        "digest": digest,
        "state": VALID,
        "sealed": vault.seal_plain(to_plain(certificate), row_of(certificate.number)),
        "issued_at": now,
    }
    await connection.execute(certificates.insert(), row)
    of_it = [{"certificate": certificate.number, "entry": entry} for entry in sorted(entries)]
    await connection.execute(certificate_entries.insert(), of_it)


async def revoke(connection: AsyncConnection, entries: Collection[str], now: datetime) -> list[Revoked]:
    """Certificates that say what is no longer so, of any of these entries; each is revoked once."""
    with_it = select(certificate_entries.c.certificate).where(certificate_entries.c.entry.in_(entries))
    own = (certificates.c.number.in_(with_it), certificates.c.state == VALID)
    gone = update(certificates).where(*own).values(state=REVOKED, revoked_at=now)
    rows = await connection.execute(gone.returning(certificates.c.number, certificates.c.conversation))
    return sorted((Revoked(row.number, row.conversation) for row in rows.all()), key=lambda each: each.number)


async def by_number(connection: AsyncConnection, vault: Vault, number: str) -> Kept | None:
    """A certificate by its number."""
    return next(iter(await _found(connection, vault, certificates.c.number == number)), None)


async def by_run(connection: AsyncConnection, vault: Vault, run: str) -> Kept | None:
    """The certificate that a run has issued already."""
    return next(iter(await _found(connection, vault, certificates.c.run == run)), None)


async def of_volunteer(connection: AsyncConnection, vault: Vault, volunteer: str) -> list[Kept]:
    """The certificates of a volunteer, the newest first."""
    return await _found(connection, vault, certificates.c.volunteer == volunteer)


async def forget(connection: AsyncConnection, vault: Vault, volunteer: str) -> None:
    """What the certificates of a volunteer said of them is gone; that they were issued, and whether they stand, is
    not: who holds one on paper may still have it verified."""
    own = select(certificates.c.number).where(certificates.c.volunteer == volunteer)
    for row in (await connection.execute(own)).all():
        change = update(certificates).where(certificates.c.number == row.number)
        await connection.execute(change.values(sealed=vault.seal_plain({}, row_of(row.number))))


async def titles(connection: AsyncConnection, vault: Vault, numbers: Collection[str]) -> dict[str, str]:
    """What activities are called, by their numbers."""
    chosen = select(activities.c.number, activities.c.sealed).where(activities.c.number.in_(numbers))
    rows = (await connection.execute(chosen)).all()
    return {row.number: str(vault.open_plain(row.sealed, f"activities:{row.number}").get("title", "")) for row in rows}


async def _found(connection: AsyncConnection, vault: Vault, *where: Any) -> list[Kept]:
    chosen = select(certificates).where(*where).order_by(certificates.c.issued_at.desc(), certificates.c.number)
    return [_kept(vault, row) for row in (await connection.execute(chosen)).all()]


def _kept(vault: Vault, row: Any) -> Kept:
    said = vault.open_plain(row.sealed, row_of(row.number))
    plain = ("number", "volunteer", "organisation", "conversation", "first_day", "last_day", "minutes", "digest")
    return Kept(
        **{name: getattr(row, name) for name in plain},
        state=row.state,
        issued_at=row.issued_at,
        revoked_at=row.revoked_at,
        said=from_plain(said) if said else None,
    )


def row_of(number: str) -> str:
    """What the seal of a certificate is bound to."""
    return f"certificates:{number}"

"""The register of benefits (救助待遇) that the desk keeps itself: found by ID number, in four reads by index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Table, delete, select, union, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.benefits.plain import (
    mandate_from_plain,
    mandate_to_plain,
    payment_from_plain,
    payment_to_plain,
    record_from_plain,
    record_to_plain,
)
from flows.benefits.records import Mandate, Payment, Record, Registered
from integrations.privacy import Vault
from integrations.store.benefits.tables import (
    certifications,
    checks,
    imports,
    last_known,
    mandates,
    news,
    payments,
    people,
    proofs,
    records,
)

Row: TypeAlias = dict[str, Any]

_KEYS: Mapping[str, tuple[str, ...]] = {
    table.name: tuple(column.name for column in table.primary_key) for table in (people, mandates, records, payments)
}


def _upsert(table: Table, dialect: Any) -> Any:
    """Adds a row or puts it in place of the one of its key; what is there already as it is stays untouched."""
    insert = dialect.insert(table)
    changed = {c.name: insert.excluded[c.name] for c in table.columns if c.name not in _KEYS[table.name]}
    differs = table.c.digest != insert.excluded.digest
    return insert.on_conflict_do_update(index_elements=list(_KEYS[table.name]), set_=changed, where=differs)


_UPSERTS = {
    (table.name, dialect.dialect.name): _upsert(table, dialect)
    for table in (people, mandates, records, payments)
    for dialect in (sqlite, postgresql)
}


def person_of(vault: Vault, id_number: str) -> bytes:
    """The blind index of an ID number; the same as everywhere else."""
    return vault.index("person", id_number)


async def find(connection: AsyncConnection, vault: Vault, id_number: str) -> Registered | None:
    """Everything about somebody; records the newest first, of each its payments the newest first. Whoever there is
    nobody of costs the same reads."""
    person = person_of(vault, id_number)
    own = (await connection.execute(select(people).where(people.c.person == person))).one_or_none()
    paid: dict[str, list[Payment]] = defaultdict(list)
    months = select(payments).where(payments.c.person == person).order_by(payments.c.month.desc())
    for row in await connection.execute(months):
        paid[row.record].append(payment_from_plain(_open(vault, row.sealed, _payment_row(row.record, row.month))))
    found = [
        record_from_plain(_open(vault, row.sealed, f"benefit_records:{row.id}"), tuple(paid[row.id]))
        for row in await connection.execute(select(records).where(records.c.person == person))
    ]
    may_ask = [
        mandate_from_plain(_open(vault, row.sealed, _mandate_row(row.person, row.proxy)))
        for row in await connection.execute(select(mandates).where(mandates.c.person == person))
    ]
    if own is None:
        return None
    plain = vault.open_plain(own.sealed, _person_row(person))
    newest = sorted(found, key=lambda record: (record.since, record.id), reverse=True)
    return Registered(plain["name"], plain["id_number"], plain["phone"], tuple(newest), tuple(may_ask))


async def put(connection: AsyncConnection, vault: Vault, registered: Registered, now: datetime) -> None:
    """Adds or changes somebody with all their records, payments and mandates; nothing is taken away."""
    await put_people(connection, vault, [registered], now)
    await put_records(connection, vault, [(registered.id_number, record) for record in registered.records], now)
    paid = [(registered.id_number, record.id, each) for record in registered.records for each in record.payments]
    await put_payments(connection, vault, paid, now)
    await put_mandates(connection, vault, [(registered.id_number, each) for each in registered.mandates], now)


async def put_people(connection: AsyncConnection, vault: Vault, some: Sequence[Registered], now: datetime) -> None:
    """Who they are and the telephone on file; their records are put by themselves."""
    await write(connection, people, people_rows(vault, some), now)


async def put_records(
    connection: AsyncConnection, vault: Vault, some: Sequence[tuple[str, Record]], now: datetime
) -> None:
    """Records of people by their ID numbers; payments are put by themselves."""
    await write(connection, records, record_rows(vault, some), now)


async def put_payments(
    connection: AsyncConnection, vault: Vault, some: Sequence[tuple[str, str, Payment]], now: datetime
) -> None:
    """Payments, each with its person's ID number and the record it is paid on."""
    await write(connection, payments, payment_rows(vault, some), now)


async def put_mandates(
    connection: AsyncConnection, vault: Vault, some: Sequence[tuple[str, Mandate]], now: datetime
) -> None:
    """Mandates for people by their ID numbers; the newer of two for the same proxy stands."""
    await write(connection, mandates, mandate_rows(vault, some), now)


async def write(connection: AsyncConnection, table: Table, rows: Sequence[Row], now: datetime) -> None:
    """Adds sealed rows or puts them in place of those of their keys; what is there already as it is stays untouched,
    ``updated_at`` too."""
    if rows:
        dated = [{**row, "updated_at": now} for row in rows]
        await connection.execute(_UPSERTS[table.name, connection.dialect.name], dated)


def people_rows(vault: Vault, some: Sequence[Registered]) -> list[Row]:
    """The sealed rows of people, without ``updated_at``."""
    rows: list[Row] = []
    for each in some:
        person = person_of(vault, each.id_number)
        plain = {"name": each.name, "id_number": each.id_number, "phone": each.phone}
        rows.append({"person": person, **_sealed(vault, plain, plain, _person_row(person))})
    return rows


def record_rows(vault: Vault, some: Sequence[tuple[str, Record]]) -> list[Row]:
    """The sealed rows of records of people by their ID numbers, without ``updated_at``."""
    rows: list[Row] = []
    for id_number, record in some:
        plain = record_to_plain(record)
        own: Row = {"id": record.id, "person": person_of(vault, id_number), "scheme": record.scheme}
        own |= {"state": record.state, "township": record.township, "certify_by": record.certify_by}
        rows.append({**own, **_sealed(vault, {**plain, "of": id_number}, plain, f"benefit_records:{record.id}")})
    return rows


def payment_rows(vault: Vault, some: Sequence[tuple[str, str, Payment]]) -> list[Row]:
    """The sealed rows of payments, each with its person's ID number and record, without ``updated_at``."""
    rows: list[Row] = []
    for id_number, record, payment in some:
        plain = payment_to_plain(payment)
        own = {"record": record, "month": payment.month, "person": person_of(vault, id_number)}
        rows.append({**own, **_sealed(vault, {**plain, "of": id_number}, plain, _payment_row(record, payment.month))})
    return rows


def mandate_rows(vault: Vault, some: Sequence[tuple[str, Mandate]]) -> list[Row]:
    """The sealed rows of mandates for people by their ID numbers, without ``updated_at``."""
    rows: list[Row] = []
    for id_number, mandate in some:
        person, proxy = person_of(vault, id_number), person_of(vault, mandate.id_number)
        plain = mandate_to_plain(mandate)
        rows.append({"person": person, "proxy": proxy, **_sealed(vault, plain, plain, _mandate_row(person, proxy))})
    return rows


def phone_of(vault: Vault, person: bytes, sealed: bytes) -> str | None:
    """The telephone on file in a sealed row of a person."""
    phone: str | None = vault.open_plain(sealed, _person_row(person))["phone"]
    return phone


async def changed_since(connection: AsyncConnection, since: datetime) -> set[bytes]:
    """The blind indices of those of whom a record or a payment was added or changed at ``since`` or later."""
    both = (select(table.c.person).where(table.c.updated_at >= since) for table in (records, payments))
    return {row.person for row in await connection.execute(union(*both))}


async def remove(connection: AsyncConnection, person: bytes) -> bool:
    """Takes somebody out of the register with their records, payments, certifications and mandates, those to ask for
    others too, and what was remembered of who they are. False when there is nobody. Who looked stays until its time."""
    gone = await connection.execute(delete(people).where(people.c.person == person))
    tables = (mandates, payments, certifications, records, checks, proofs, news, last_known)
    for column in (*(table.c.person for table in tables), mandates.c.proxy):
        await connection.execute(delete(column.table).where(column == person))
    await connection.execute(update(imports).values(digest=b""))  # the tables of before may be imported again
    return gone.rowcount > 0


def _sealed(vault: Vault, said: Mapping[str, Any], plain: Mapping[str, Any], row: str) -> dict[str, bytes]:
    """The sealed form of a row, and a digest by which an unchanged one is known."""
    digest = vault.index("benefit-row", repr(sorted(said.items())))
    return {"digest": digest, "sealed": vault.seal_plain(plain, row)}


def _open(vault: Vault, sealed: bytes, row: str) -> Any:
    return vault.open_plain(sealed, row)


def _person_row(person: bytes) -> str:
    return f"benefit_people:{person.hex()}"


def _payment_row(record: str, month: str) -> str:
    return f"benefit_payments:{record}:{month}"


def _mandate_row(person: bytes, proxy: bytes) -> str:
    return f"benefit_mandates:{person.hex()}:{proxy.hex()}"

"""Re-certification (资格认证): which record is due when, what was handed in of it, and what was not done in time.

Nothing here writes to the register: it is the office that certifies, and that stops or goes on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import ColumnElement, and_, exists, or_, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.benefits.certifying import Outcome
from flows.benefits.records import OVER, Scheme
from integrations.privacy import Vault
from integrations.store.benefits.tables import certifications, people, records
from integrations.store.cases import CLOSED
from integrations.store.tables import cases

State = Literal["open", "done", "visit", "failed", "settled"]
"""Still to be done, handed in, somebody calls on them, not done in time, looked at by the staff."""
Key: TypeAlias = tuple[str, date]
"""A record and the day by which it is to be certified."""
WITH_THE_STAFF: tuple[State, ...] = ("done", "visit", "failed")

_ADD = {
    dialect.dialect.name: dialect.insert(certifications)
    .on_conflict_do_nothing(index_elements=["record", "due"])
    .returning(certifications.c.record)
    for dialect in (sqlite, postgresql)
}


@dataclass(frozen=True, slots=True)
class Certification:
    """One record for one day. ``failures``: how many days in a row went by without anything; ``case``: the receipt
    number of what the staff have of it; ``outcome``: what was handed in, if anything."""

    record: str
    due: date
    person: bytes
    state: State
    township: str | None
    failures: int = 0
    case: str | None = None
    outcome: Outcome | None = None

    @property
    def is_handed_in(self) -> bool:
        """Whether it is with the township, or was certified by it: not to be done again for that day. A visit that was
        closed may be asked for again."""
        return self.state in ("done", "visit") or (
            self.state == "settled" and self.outcome not in (None, "visit")  # closed without it: it can be made good
        )


@dataclass(frozen=True, slots=True)
class Missed:
    """A certification that was not done in time, with whom to call."""

    certification: Certification
    scheme: Scheme
    name: str
    phone: str | None


async def of_records(connection: AsyncConnection, vault: Vault, keys: Collection[Key]) -> Mapping[Key, Certification]:
    """What is known of these."""
    chosen = select(certifications).where(certifications.c.record.in_({record for record, _ in keys}))
    found = [_certification(vault, row) for row in await connection.execute(chosen)]
    return {(each.record, each.due): each for each in found if (each.record, each.due) in keys}


async def hand_in(connection: AsyncConnection, vault: Vault, new: Certification, now: datetime) -> bool:
    """Somebody has certified, or asked for a visit; False if that was so before. What was missed counts no more once
    it is done."""
    chosen = select(certifications).where(certifications.c.record == new.record, certifications.c.due == new.due)
    row = (await connection.execute(chosen.with_for_update())).one_or_none()
    if row is None:
        return await _add(connection, vault, [new], now) == 1
    old = _certification(vault, row)
    if old.is_handed_in:
        return False
    failures = old.failures if new.state == "visit" else 0
    await _put(connection, vault, replace(new, failures=failures), now)
    return True


async def open_due(connection: AsyncConnection, vault: Vault, until: date, most: int, now: datetime) -> int:
    """Opens a row for each record of the desk's own register that is to be certified by ``until``, at most so many;
    how many there were."""
    known = exists().where(certifications.c.record == records.c.id, certifications.c.due == records.c.certify_by)
    columns = (records.c.id, records.c.person, records.c.township, records.c.certify_by)
    due = select(*columns).where(records.c.certify_by <= until, records.c.state.not_in(OVER), ~known)
    rows = (await connection.execute(due.order_by(records.c.certify_by, records.c.id).limit(most))).all()
    before = await _failures(connection, vault, [row.id for row in rows])
    new = [
        Certification(row.id, row.certify_by, row.person, "open", row.township, before.get(row.id, 0)) for row in rows
    ]
    await _add(connection, vault, new, now)
    return len(rows)


async def settle_gone(connection: AsyncConnection, now: datetime) -> None:
    """What is open and no more due, as the register now has it: it has another day, or the benefit is over."""
    stands = exists().where(
        records.c.id == certifications.c.record,
        records.c.certify_by == certifications.c.due,
        records.c.state.not_in(OVER),
    )
    gone = update(certifications).where(certifications.c.state == "open", ~stands)
    await connection.execute(gone.values(state="settled", updated_at=now))


async def settle_closed(
    connection: AsyncConnection, vault: Vault, after: Key | None, most: int, now: datetime
) -> Key | None:
    """The staff have closed the case of it: of at most so many after a key; the last key looked at, None at the end."""
    keys = tuple_(certifications.c.record, certifications.c.due)
    chosen = select(certifications).where(certifications.c.state.in_(WITH_THE_STAFF))
    if after is not None:
        chosen = chosen.where(_after(after))
    order = (certifications.c.record, certifications.c.due)
    rows = (await connection.execute(chosen.order_by(*order).limit(most))).all()
    found = [_certification(vault, row) for row in rows]
    numbers = {each.case for each in found if each.case is not None}
    alive = select(cases.c.number).where(cases.c.number.in_(numbers), cases.c.state != CLOSED)
    open_ = {row.number for row in await connection.execute(alive)}
    for each in (each for each in found if each.case not in open_):
        own = and_(keys == tuple_(each.record, each.due), certifications.c.state == each.state)
        await connection.execute(update(certifications).where(own).values(state="settled", updated_at=now))
    return (found[-1].record, found[-1].due) if found else None


async def townships_missed(connection: AsyncConnection, day: date) -> Sequence[str | None]:
    """The townships in which something was not done in time, as of a day."""
    late = select(certifications.c.township).where(_is_late(day)).distinct()
    return sorted((await connection.execute(late)).scalars(), key=lambda each: each or "")


async def missed(
    connection: AsyncConnection, vault: Vault, township: str | None, day: date, most: int
) -> Sequence[Missed]:
    """What was not done in time in a township, the first due first; nobody changes it until the transaction ends."""
    here = certifications.c.township.is_(None) if township is None else certifications.c.township == township
    own = select(certifications).where(_is_late(day), here).order_by(certifications.c.due, certifications.c.record)
    rows = (await connection.execute(own.limit(most).with_for_update())).all()
    ids = [row.record for row in rows]
    known = select(records.c.id, records.c.scheme, people.c.person, people.c.sealed).select_from(
        records.outerjoin(people, people.c.person == records.c.person)
    )
    there = {row.id: row for row in await connection.execute(known.where(records.c.id.in_(ids)))}
    found = []
    for row in rows:
        who = there.get(row.record)
        if who is None:
            continue
        plain = {} if who.sealed is None else vault.open_plain(who.sealed, f"benefit_people:{who.person.hex()}")
        found.append(Missed(_certification(vault, row), who.scheme, plain.get("name", ""), plain.get("phone")))
    return found


async def fail(
    connection: AsyncConnection, vault: Vault, some: Sequence[Certification], case: str, now: datetime
) -> None:
    """They were not done in time, and the staff have a list with them."""
    for each in some:
        await _put(connection, vault, replace(each, state="failed", failures=each.failures + 1, case=case), now)


async def _failures(connection: AsyncConnection, vault: Vault, ids: Collection[str]) -> Mapping[str, int]:
    """How many days in a row each record has missed, by its latest row."""
    before = select(certifications.c.record, certifications.c.failures).where(certifications.c.record.in_(ids))
    rows = await connection.execute(before.order_by(certifications.c.record, certifications.c.due))
    return {row.record: row.failures for row in rows}


async def _add(connection: AsyncConnection, vault: Vault, some: Sequence[Certification], now: datetime) -> int:
    """Writes down what is not there yet; how many that were."""
    insert = _ADD[connection.dialect.name]
    added = 0
    for each in some:
        row = {**_values(vault, each), "record": each.record, "due": each.due, "person": each.person}
        added += (await connection.execute(insert, {**row, "updated_at": now})).one_or_none() is not None
    return added


async def _put(connection: AsyncConnection, vault: Vault, each: Certification, now: datetime) -> None:
    own = (certifications.c.record == each.record, certifications.c.due == each.due)
    await connection.execute(update(certifications).where(*own).values(**_values(vault, each), updated_at=now))


def _is_late(day: date) -> ColumnElement[bool]:
    return and_(certifications.c.state == "open", certifications.c.due < day)


def _after(key: Key) -> ColumnElement[bool]:
    record, due = key
    same = and_(certifications.c.record == record, certifications.c.due > due)
    return or_(certifications.c.record > record, same)


def _values(vault: Vault, each: Certification) -> dict[str, Any]:
    return {
        "state": each.state,
        "township": each.township,
        "failures": each.failures,
        "sealed": vault.seal_plain({"case": each.case, "outcome": each.outcome}, _row(each.record, each.due)),
    }


def _certification(vault: Vault, row: Any) -> Certification:
    plain = vault.open_plain(row.sealed, _row(row.record, row.due))
    return Certification(
        row.record, row.due, row.person, row.state, row.township, row.failures, plain["case"], plain["outcome"]
    )


def _row(record: str, due: date) -> str:
    return f"benefit_certifications:{record}:{due.isoformat()}"

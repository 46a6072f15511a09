"""Cases: what a run came to, filed once; the same run again is the same receipt, a changed outcome an amendment."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.desk.rights import Level
from integrations.privacy import Vault
from integrations.store.tables import cases

FILED, SEEN, CLOSED = "filed", "seen", "closed"


_FILE = {
    dialect.dialect.name: dialect.insert(cases).on_conflict_do_nothing(index_elements=["run"]).returning(cases.c.id)
    for dialect in (sqlite, postgresql)
}


@dataclass(frozen=True, slots=True)
class Case:
    """A case as filed. ``content`` is the plain form of the outcome: answers, verdict, appointment.

    ``booking`` is the appointment it is about. ``level``, ``township``, ``village`` and ``section`` (股室) say whose it
    is to look at it, ``holder`` which clerk has claimed it; ``outcome`` is how it ended, once it is closed. ``person``:
    the blind index of the ID number of who applies for assistance, where it was told.
    """

    id: str
    number: str
    run: str
    conversation: str
    service: str
    ending: str
    kind: str
    urgent: bool
    state: str
    revision: int
    content: Mapping[str, Any]
    filed_at: datetime
    booking: str | None = None
    level: Level = Level.COUNTY
    township: str | None = None
    village: str | None = None
    section: str | None = None
    holder: str | None = None
    outcome: str | None = None
    person: bytes | None = None


async def file(connection: AsyncConnection, vault: Vault, case: Case, now: datetime) -> Case:
    """Files a case of a run; the case as it stands, with the revision a changed outcome has raised."""
    digest = digest_of(case.content)
    row = {
        "id": case.id,
        "number": case.number,
        "run": case.run,
        "conversation": case.conversation,
        "booking": case.booking,
        "person": case.person,
        "service": case.service,
        "level": case.level,
        "township": case.township,
        "village": case.village,
        "section": case.section,
        "ending": case.ending,
        "kind": case.kind,
        "urgent": case.urgent,
        "state": case.state,
        "revision": 1,
        "digest": digest,
        "sealed": vault.seal_plain(case.content, f"cases:{case.id}"),
        "filed_at": case.filed_at,
        "updated_at": now,
    }
    if (await connection.execute(_FILE[connection.dialect.name], row)).one_or_none() is not None:
        return case
    old = (await connection.execute(select(cases).where(cases.c.run == case.run))).one()
    if old.digest != digest:
        await connection.execute(
            update(cases)
            .where(cases.c.run == case.run)
            .values(
                revision=old.revision + 1,
                digest=digest,
                township=case.township,
                ending=case.ending,
                person=case.person,
                sealed=vault.seal_plain(case.content, f"cases:{old.id}"),
                updated_at=now,
            )
        )
        old = (await connection.execute(select(cases).where(cases.c.run == case.run))).one()
    return _case(vault, old)


async def amend(
    connection: AsyncConnection, vault: Vault, case: Case, content: Mapping[str, Any], now: datetime
) -> bool:
    """Puts another content in place of the one that was read; False if it has been amended meanwhile.

    Whether it is urgent goes with it.
    """
    amended = await connection.execute(
        update(cases)
        .where(cases.c.id == case.id, cases.c.revision == case.revision)
        .values(
            revision=case.revision + 1,
            digest=digest_of(content),
            urgent=case.urgent,
            sealed=vault.seal_plain(content, f"cases:{case.id}"),
            updated_at=now,
        )
    )
    return amended.rowcount == 1


def digest_of(content: Mapping[str, Any]) -> str:
    """The digest of an outcome: equal outcomes, equal digests."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


async def is_filed(connection: AsyncConnection, run: str) -> bool:
    """Whether a case of a run was filed."""
    return (await connection.execute(select(cases.c.id).where(cases.c.run == run))).first() is not None


async def by_number(connection: AsyncConnection, vault: Vault, number: str) -> Case | None:
    """A case by its receipt number."""
    row = (await connection.execute(select(cases).where(cases.c.number == number))).one_or_none()
    return None if row is None else _case(vault, row)


async def by_numbers(connection: AsyncConnection, vault: Vault, numbers: Sequence[str]) -> dict[str, Case]:
    """The cases there are of these receipt numbers."""
    chosen = select(cases).where(cases.c.number.in_(numbers))
    return {row.number: _case(vault, row) for row in await connection.execute(chosen)}


async def of_bookings(connection: AsyncConnection, vault: Vault, ids: Sequence[str]) -> dict[str, list[Case]]:
    """The cases of appointments: of each that of who made it, and that of the partner who agreed to it."""
    chosen = select(cases).where(cases.c.booking.in_(ids), cases.c.kind == "booking")
    found: dict[str, list[Case]] = {}
    for row in await connection.execute(chosen.order_by(cases.c.filed_at, cases.c.number)):
        found.setdefault(row.booking, []).append(_case(vault, row))
    return found


async def of_booking(connection: AsyncConnection, vault: Vault, booking: str) -> list[Case]:
    """The cases of one appointment, as ``of_bookings``."""
    return (await of_bookings(connection, vault, [booking])).get(booking, [])


async def mark(connection: AsyncConnection, number: str, was: Sequence[str], state: str, now: datetime) -> bool:
    """Moves a case on (seen, closed); False if it was not in one of the states ``was``."""
    moved = await connection.execute(
        update(cases).where(cases.c.number == number, cases.c.state.in_(was)).values(state=state, updated_at=now)
    )
    return moved.rowcount == 1


async def waiting(connection: AsyncConnection) -> int:
    """How many cases nobody has looked at yet."""
    return int((await connection.execute(select(func.count()).where(cases.c.state == FILED))).scalar_one())


async def of_conversation(connection: AsyncConnection, conversation: str) -> Sequence[str]:
    """The receipt numbers of a conversation, oldest first."""
    chosen = select(cases.c.number).where(cases.c.conversation == conversation).order_by(cases.c.filed_at)
    return [row.number for row in await connection.execute(chosen)]


async def of_person(connection: AsyncConnection, vault: Vault, person: bytes) -> list[Case]:
    """The applications of a person, by the blind index of their ID number; the newest first."""
    chosen = select(cases).where(cases.c.person == person).order_by(cases.c.filed_at.desc(), cases.c.number)
    return [_case(vault, row) for row in await connection.execute(chosen)]


def _case(vault: Vault, row: Any) -> Case:
    return Case(
        id=row.id,
        number=row.number,
        run=row.run,
        conversation=row.conversation,
        service=row.service,
        ending=row.ending,
        kind=row.kind,
        urgent=row.urgent,
        state=row.state,
        revision=row.revision,
        content=vault.open_plain(row.sealed, f"cases:{row.id}"),
        filed_at=row.filed_at,
        booking=row.booking,
        level=Level(row.level),
        township=row.township,
        village=row.village,
        section=row.section,
        holder=row.holder,
        outcome=row.outcome,
        person=row.person,
    )

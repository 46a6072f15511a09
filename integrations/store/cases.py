"""Cases: what a run came to, filed once; the same run again is the same receipt, a changed outcome an amendment."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, true, update
from sqlalchemy import case as case_when
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.desk.rights import Clerk, Level
from integrations.privacy import Vault
from integrations.store.tables import alerts, cases, clocks

FILED, SEEN, CLOSED = "filed", "seen", "closed"
NOBODY = ""
"""No clerk: the holder of a case that is free to be taken on."""


_FILE = {
    dialect.dialect.name: dialect.insert(cases).on_conflict_do_nothing(index_elements=["run"]).returning(cases.c.id)
    for dialect in (sqlite, postgresql)
}


@dataclass(frozen=True, slots=True)
class Case:
    """A case as filed. ``content`` is the plain form of the outcome: answers, verdict, appointment.

    ``booking`` is the appointment it is about. ``level``, ``township``, ``village`` and ``section`` (股室) say whose it
    is to look at it, ``holder`` which clerk has claimed it; ``outcome`` is how it ended, once it is closed.
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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a case belongs: whose it is now, and which township and village it is about, where that is known."""

    level: Level
    township: str | None
    village: str | None


async def located(connection: AsyncConnection, number: str) -> Place | None:
    """Where the case of a number belongs, if there is one."""
    chosen = select(cases.c.level, cases.c.township, cases.c.village).where(cases.c.number == number)
    row = (await connection.execute(chosen)).one_or_none()
    return None if row is None else Place(Level(row.level), row.township, row.village)


def seen_by(clerk: Clerk) -> ColumnElement[bool]:
    """``Clerk.sees`` as a condition on the table: only cases of the clerk's scope."""
    if clerk.level is Level.COUNTY:
        return true()
    own = cases.c.township == clerk.township
    if clerk.level is Level.TOWNSHIP:
        return own
    return and_(own, cases.c.village == clerk.village, cases.c.level == Level.VILLAGE)


async def file(connection: AsyncConnection, vault: Vault, case: Case, now: datetime) -> Case:
    """Files a case of a run; the case as it stands, with the revision a changed outcome has raised."""
    digest = digest_of(case.content)
    row = {
        "id": case.id,
        "number": case.number,
        "run": case.run,
        "conversation": case.conversation,
        "booking": case.booking,
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


async def listed(
    connection: AsyncConnection,
    *,
    kind: str | None = None,
    state: str | None = None,
    township: str | None = None,
    holder: str | None = None,
    clerk: Clerk | None = None,
    most: int = 100,
    skip: int = 0,
) -> Sequence[Any]:
    """The desk's list, as far as ``clerk`` sees: number, service, whose, kind, state, time. Nothing personal.

    What is open comes first, of that what is urgent, then what is due first; then the newest. ``holder`` is the name
    of who has claimed it, or ``NOBODY``.
    """
    due = select(clocks.c.case_number, func.min(clocks.c.due_at).label("due_at")).where(clocks.c.state == "running")
    first_due = due.group_by(clocks.c.case_number).subquery()
    chosen = select(
        cases.c.number,
        cases.c.service,
        cases.c.level,
        cases.c.township,
        cases.c.section,
        cases.c.holder,
        cases.c.ending,
        cases.c.kind,
        cases.c.urgent,
        cases.c.state,
        cases.c.filed_at,
    ).select_from(cases.outerjoin(first_due, first_due.c.case_number == cases.c.number))
    for column, wanted in ((cases.c.kind, kind), (cases.c.state, state), (cases.c.township, township)):
        if wanted is not None:
            chosen = chosen.where(column == wanted)
    if holder is not None:
        chosen = chosen.where(cases.c.holder.is_(None) if holder == NOBODY else cases.c.holder == holder)
    if clerk is not None:
        chosen = chosen.where(seen_by(clerk))
    closed, seen, no_clock = cases.c.state == CLOSED, cases.c.state == SEEN, first_due.c.due_at.is_(None)
    order = (closed, cases.c.urgent.desc(), no_clock, first_due.c.due_at, seen, cases.c.filed_at.desc(), cases.c.number)
    return (await connection.execute(chosen.order_by(*order).limit(most).offset(skip))).all()


async def mark(connection: AsyncConnection, number: str, was: Sequence[str], state: str, now: datetime) -> bool:
    """Moves a case on (seen, closed); False if it was not in one of the states ``was``."""
    moved = await connection.execute(
        update(cases).where(cases.c.number == number, cases.c.state.in_(was)).values(state=state, updated_at=now)
    )
    return moved.rowcount == 1


async def is_held(connection: AsyncConnection, number: str) -> bool:
    """Whether a clerk has a case, and is not done with it."""
    own = (cases.c.number == number, cases.c.holder.is_not(None), cases.c.state != CLOSED)
    return (await connection.execute(select(cases.c.number).where(*own))).first() is not None


async def unseen(connection: AsyncConnection, number: str, now: datetime) -> None:
    """Something was said that nobody has looked at yet; a case that was closed is open again, and nobody's."""
    said = update(cases).where(cases.c.number == number, cases.c.state != FILED)
    holder = case_when((cases.c.state == CLOSED, None), else_=cases.c.holder)
    await connection.execute(said.values(state=FILED, outcome=None, holder=holder, updated_at=now))


async def make_urgent(connection: AsyncConnection, number: str, now: datetime) -> bool:
    """A case is urgent from now on; False if it was, or is closed."""
    calm = (cases.c.number == number, cases.c.urgent.is_(False), cases.c.state != CLOSED)
    return (await connection.execute(update(cases).where(*calm).values(urgent=True, updated_at=now))).rowcount == 1


async def let_go(connection: AsyncConnection, number: str, now: datetime) -> None:
    """Who has a case is not there: anybody may take it on."""
    await connection.execute(update(cases).where(cases.c.number == number).values(holder=None, updated_at=now))


async def claim(connection: AsyncConnection, number: str, who: str, now: datetime) -> bool:
    """A clerk takes a case on (接办); False if another holds it, or it is closed."""
    free = (cases.c.number == number, cases.c.holder.is_(None), cases.c.state != CLOSED)
    taken = await connection.execute(update(cases).where(*free).values(holder=who, state=SEEN, updated_at=now))
    return taken.rowcount == 1


async def hand_on(
    connection: AsyncConnection,
    number: str,
    held_by: str | None,
    now: datetime,
    *,
    level: Level,
    township: str | None,
    village: str | None,
    section: str | None,
) -> bool:
    """Somebody else is to look at a case, who has not seen it; False if its holder is no more ``held_by``, or it is
    closed."""
    holder = cases.c.holder.is_(None) if held_by is None else cases.c.holder == held_by
    moved = await connection.execute(
        update(cases)
        .where(cases.c.number == number, holder, cases.c.state != CLOSED)
        .values(
            holder=None,
            state=FILED,
            level=level,
            township=township,
            village=village,
            section=section,
            updated_at=now,
        )
    )
    return moved.rowcount == 1


async def settle(
    connection: AsyncConnection, number: str, outcome: str, now: datetime, was: Sequence[str] = (FILED, SEEN)
) -> bool:
    """Closes a case with its outcome (办结); False if it was not in one of the states ``was``."""
    open_ = (cases.c.number == number, cases.c.state.in_(was))
    closed = await connection.execute(update(cases).where(*open_).values(state=CLOSED, outcome=outcome, updated_at=now))
    return closed.rowcount == 1


async def ahead_of(connection: AsyncConnection, case: Case) -> int:
    """How many who asked for a person before are still waiting for the same staff to take theirs on (前面还有几位)."""
    same = cases.c.section == case.section if case.level is Level.COUNTY else cases.c.township == case.township
    waits = (cases.c.kind == "handoff", cases.c.level == case.level, same)
    open_ = (cases.c.state != CLOSED, cases.c.holder.is_(None), cases.c.number != case.number)
    earlier = or_(
        cases.c.filed_at < case.filed_at, and_(cases.c.filed_at == case.filed_at, cases.c.number < case.number)
    )
    alike = and_(cases.c.urgent.is_(case.urgent), earlier)
    before = alike if case.urgent else or_(cases.c.urgent.is_(True), alike)
    chosen = select(func.count()).where(*waits, *open_, before)
    return int((await connection.execute(chosen)).scalar_one())


async def open_danger(connection: AsyncConnection, conversation: str) -> str | None:
    """The number of the ticket of danger of a conversation that is not closed, if there is one.

    One that was closed, and is open again because of words said for it since, calls nobody any more: it is another's.
    """
    is_over = exists().where(alerts.c.number == cases.c.number, alerts.c.state == "over")
    own = (cases.c.conversation == conversation, cases.c.service == "danger", cases.c.state != CLOSED, ~is_over)
    found: str | None = (
        await connection.execute(select(cases.c.number).where(*own).order_by(cases.c.filed_at.desc()).limit(1))
    ).scalar()
    return found


async def waiting(connection: AsyncConnection) -> int:
    """How many cases nobody has looked at yet."""
    return int((await connection.execute(select(func.count()).where(cases.c.state == FILED))).scalar_one())


async def of_conversation(connection: AsyncConnection, conversation: str) -> Sequence[str]:
    """The receipt numbers of a conversation, oldest first."""
    chosen = select(cases.c.number).where(cases.c.conversation == conversation).order_by(cases.c.filed_at)
    return [row.number for row in await connection.execute(chosen)]


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
    )

"""What the companion of the cooling-off period (冷静期提醒) needs: its cases, and the visits that are over."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store import cases, erasure
from integrations.store.bookings import PAST
from integrations.store.cases import Case
from integrations.store.notices import TOLD, VOID, WAITING
from integrations.store.tables import bookings, notices
from integrations.store.tables import cases as case_table


async def of_conversation(connection: AsyncConnection, vault: Vault, service: str, conversation: str) -> list[Case]:
    """The cases of a conversation, oldest first, without those that are to be erased."""
    chosen = select(case_table.c.number).where(
        case_table.c.service == service, case_table.c.kind == "case", case_table.c.conversation == conversation
    )
    numbers = [row.number for row in await connection.execute(chosen.order_by(case_table.c.filed_at))]
    found = await cases.by_numbers(connection, vault, numbers) if numbers else {}
    erased = await erasure.asked_among(connection, numbers) if numbers else set()
    return [found[number] for number in numbers if number in found and number not in erased]


async def changed_since(connection: AsyncConnection, service: str, since: datetime) -> list[str]:
    """The numbers of everybody's cases that were filed or amended since."""
    chosen = select(case_table.c.number).where(
        case_table.c.service == service, case_table.c.kind == "case", case_table.c.updated_at >= since
    )
    return [row.number for row in await connection.execute(chosen.order_by(case_table.c.number))]


async def visits(
    connection: AsyncConnection, service: str, first: date, last: date, conversation: str | None = None
) -> list[tuple[str, date]]:
    """The appointments of these days that are over and were not missed: number and day, by day."""
    chosen = select(bookings.c.number, bookings.c.day).where(
        bookings.c.service == service,
        bookings.c.state == PAST,
        bookings.c.number.is_not(None),
        bookings.c.day.between(first, last),
    )
    if conversation is not None:
        chosen = chosen.where(bookings.c.conversation == conversation)
    return [(row.number, row.day) for row in await connection.execute(chosen.order_by(bookings.c.day))]


async def silence(connection: AsyncConnection, number: str, now: datetime) -> None:
    """Nothing that was planned about a case, and is not told or not seen yet, goes any further."""
    open_ = update(notices).where(notices.c.number == number, notices.c.state.in_([WAITING, TOLD]))
    await connection.execute(open_.values(state=VOID, updated_at=now))

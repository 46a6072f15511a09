"""Whether anything has changed that the desk shows: a mark that is another one then. Nothing personal is in it."""

from __future__ import annotations

import hashlib

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.tables import alerts, cases, clocks, conversations, due_work, notices, timeline


async def shown(connection: AsyncConnection, number: str | None = None) -> str:
    """The mark of the queue, or of one case, as it is now."""
    if number is None:
        parts = [
            select(func.count(), func.max(cases.c.updated_at)).select_from(cases),
            select(func.count(), func.max(alerts.c.updated_at)).select_from(alerts),
            select(func.count(), func.sum(clocks.c.reached)).select_from(clocks),
            select(func.count()).select_from(due_work).where(due_work.c.state == "dead"),
            select(func.count()).select_from(notices).where(notices.c.state == "call"),
        ]
    else:
        both = conversations.join(cases, cases.c.conversation == conversations.c.id)
        parts = [
            select(cases.c.updated_at, cases.c.revision, cases.c.holder).where(cases.c.number == number),
            select(conversations.c.version).select_from(both).where(cases.c.number == number),
            select(func.count()).select_from(timeline).where(timeline.c.case_number == number),
            select(func.sum(clocks.c.reached)).where(clocks.c.case_number == number),
            select(func.max(due_work.c.updated_at)).where(due_work.c.subject == number),
        ]
    rows = [(await connection.execute(part)).first() for part in parts]
    plain = "|".join(str(tuple(row)) if row is not None else "" for row in rows)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]

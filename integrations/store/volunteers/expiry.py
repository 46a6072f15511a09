"""Retention of what is kept of volunteer service: what nobody needs any more goes, a batch at a time.

Entries, the ledger, certificates and whose they are stay: who served may query them and have them certified as long as
there is a record
(志愿服务记录与证明出具办法(试行), 民政部令第67号), and who was handed a certificate relies on it. Their
words go when their person has them erased.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.volunteers.ledger import OVER
from integrations.store.volunteers.tables import (
    activities,
    certificates,
    dispatches,
    enrolments,
    guardians,
    organisers,
    service_records,
    service_words,
    time_accounts,
    volunteers,
)

_ENDED = ("refused", "lapsed", "left")
_CALLED = ("filled", "lapsed", "cancelled")


async def expire(connection: AsyncConnection, before: datetime, batch: int) -> int:
    """Erases what was over ``before`` an instant, at most a ``batch`` of each sort; how many rows went or changed."""
    gone = 0
    for key, *where in _over(before):
        rows = select(key).where(*where).limit(batch)
        gone += (await connection.execute(delete(key.table).where(key.in_(rows)))).rowcount
    over = select(activities.c.number).where(activities.c.ends_at < before)
    both = tuple_(enrolments.c.activity, enrolments.c.volunteer)
    stale = (enrolments.c.activity.in_(over), enrolments.c.updated_at < before)
    rows = select(enrolments.c.activity, enrolments.c.volunteer).where(*stale).limit(batch)
    gone += (await connection.execute(delete(enrolments).where(both.in_(rows)))).rowcount
    # A code that nobody used in time works no more; what it was for is told by the rest of the row.
    for table in (organisers, guardians):
        unused = (table.c.code.is_not(None), table.c.until < before)
        key = next(iter(table.primary_key.columns))
        rows = select(key).where(*unused).limit(batch)
        gone += (await connection.execute(update(table).where(key.in_(rows)).values(code=None))).rowcount
    return gone


def _over(before: datetime) -> list[tuple[Any, ...]]:
    """The key of each table, and which of its rows are over; what hangs on a row (enrolments, who was asked, offers)
    goes with it."""
    settled = select(service_records.c.entry).where(
        service_records.c.entry == service_words.c.entry, service_records.c.state.in_((*OVER, "confirmed"))
    )
    relied_on = [
        ~select(table.c.volunteer).where(table.c.volunteer == volunteers.c.number).exists()
        for table in (service_records, certificates, time_accounts)
    ]
    posts_with_service = select(service_records.c.entry).where(service_records.c.activity == activities.c.number)
    return [
        (service_words.c.id, service_words.c.at < before, settled.exists()),
        (
            guardians.c.volunteer,
            guardians.c.state.in_(("refused", "lapsed", "revoked")),
            guardians.c.updated_at < before,
        ),
        (volunteers.c.number, volunteers.c.state.in_(_ENDED), volunteers.c.updated_at < before, *relied_on),
        # A post that entries are of stays: its title is what certificates say was done.
        (
            activities.c.number,
            activities.c.ends_at < before,
            activities.c.updated_at < before,
            ~posts_with_service.exists(),
        ),
        (dispatches.c.number, dispatches.c.state.in_(_CALLED), dispatches.c.updated_at < before),
    ]

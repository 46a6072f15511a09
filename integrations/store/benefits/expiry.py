"""Retention of what is kept about benefits: what nobody needs any more goes, a batch at a time.

The register is the office's own: people, records and mandates stay until the office takes them out.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, delete, exists, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.benefits.tables import certifications, checks, last_known, looks, news, payments, proofs
from integrations.store.tables import conversations

OVER = timedelta(days=1)
"""How long what is over of who is asking is kept, for a reply that comes late."""
PAYMENT_MONTHS = 24
"""How long payments can be looked back on; the ledger of payments is the office's own."""


async def expire(connection: AsyncConnection, now: datetime, idle: datetime, settled: datetime, batch: int) -> int:
    """Erases checks and proofs that are over for a day (that somebody has shown who they are is kept as long as their
    conversation: strangers do not keep them out), payments of more than 24 months ago, what a register outside
    said before ``idle``, looks and settled certifications before ``settled``, and the wish to be told of changes where
    there is no conversation any more; at most a ``batch`` of each, and how many rows went."""
    year, month = divmod(now.year * 12 + now.month - 1 - PAYMENT_MONTHS, 12)
    over: tuple[tuple[Any, Any], ...] = (
        (checks, and_(checks.c.until < now - OVER, checks.c.state != "used")),
        (checks, checks.c.updated_at < idle),
        (proofs, proofs.c.until < now - OVER),
        (looks, looks.c.at < settled),
        (certifications, and_(certifications.c.state == "settled", certifications.c.updated_at < settled)),
        (last_known, last_known.c.at < idle),
        (news, ~exists().where(conversations.c.id == news.c.conversation)),
        (payments, payments.c.month < f"{year}-{month + 1:02}"),
    )
    gone = 0
    for table, is_over in over:
        key = tuple_(*table.primary_key.columns)
        rows = select(*table.primary_key.columns).where(is_over).limit(batch)
        gone += (await connection.execute(delete(table).where(key.in_(rows)))).rowcount
    return gone

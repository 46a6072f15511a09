"""Erasure: what a conversation gave goes; a filed case gets an erasure request, which a person decides on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store import scores as score_store
from integrations.store import timeline, uploads
from integrations.store.benefits import expiry as benefits_expiry
from integrations.store.bookings import CANCELLED, NO_SHOW, PAST
from integrations.store.cases import CLOSED, FILED, SEEN, Case, by_number, file, mark
from integrations.store.due_work import SPOKEN
from integrations.store.sessions import SESSION
from integrations.store.tables import (
    alert_calls,
    alerts,
    bookings,
    cases,
    chats,
    clocks,
    conversations,
    due_work,
    duty,
    letters,
    log,
    outgoing,
    passes,
    scores,
    staff_sessions,
    used_forms,
    waiters,
)
from integrations.store.tables import timeline as timeline_table
from integrations.store.tables import uploads as upload_table
from integrations.store.volunteers import expiry
from integrations.store.waiters import IN_LINE

BATCH = 500
NOTHING_TOLD: Mapping[str, Any] = {"answers": [], "findings": [], "briefing": [], "letter": None, "checked": None}
"""What is left of the content of a case when it is erased: nothing anybody told."""
DONE_WORK_DAYS = 30


async def erase(connection: AsyncConnection, vault: Vault, conversation: str, now: datetime) -> list[Case]:
    """Erases log and pictures of a conversation, but for what belongs to its filed cases; the requests to erase those,
    each filed once."""
    await connection.execute(delete(log).where(log.c.conversation == conversation))
    await uploads.drop(connection, conversation)
    filed = await connection.execute(
        select(cases.c.number, cases.c.service).where(cases.c.conversation == conversation, cases.c.kind != "erasure")
    )
    requests = []
    for row in filed.all():
        run = f"erase:{row.number}"
        request = Case(
            id=run,
            number=_request_for(row.number),
            run=run,
            conversation=conversation,
            service=row.service,
            ending="erasure",
            kind="erasure",
            urgent=False,
            state=FILED,
            revision=1,
            content={"erase": row.number},
            filed_at=now,
        )
        requests.append(await file(connection, vault, request, now))
    return requests


async def is_asked(connection: AsyncConnection, number: str) -> bool:
    """Whether a case is to be erased: what was answered goes nowhere any more, only what becomes of the appointment."""
    chosen = select(cases.c.id).where(cases.c.number == _request_for(number))
    return (await connection.execute(chosen)).first() is not None


async def asked_among(connection: AsyncConnection, numbers: Collection[str]) -> set[str]:
    """Those of these numbers whose case is to be erased."""
    requests = {_request_for(number): number for number in numbers}
    chosen = select(cases.c.number).where(cases.c.number.in_(requests))
    return {requests[row.number] for row in await connection.execute(chosen)}


def _request_for(number: str) -> str:
    return f"{number}E"


async def expire(
    connection: AsyncConnection, now: datetime, *, transcript_days: int, retention_days: int, case_days: int
) -> int:
    """Erases what its retention has run out for, a batch at a time; how many rows went."""
    transcript = now - timedelta(days=transcript_days)
    idle = now - timedelta(days=retention_days)
    gone = 0
    oldest = select(log.c.conversation, log.c.message).where(log.c.at < transcript).limit(BATCH)
    old_log = delete(log).where(tuple_(log.c.conversation, log.c.message).in_(oldest))
    gone += (await connection.execute(old_log)).rowcount
    idle_ids = select(conversations.c.id).where(conversations.c.updated_at < idle).limit(BATCH)
    ids = [row.id for row in (await connection.execute(idle_ids)).all()]
    gone += (await connection.execute(delete(log).where(log.c.conversation.in_(ids)))).rowcount
    gone += (await connection.execute(delete(conversations).where(conversations.c.id.in_(ids)))).rowcount
    gone += (await connection.execute(delete(chats).where(chats.c.conversation.in_(ids)))).rowcount
    of_nobody = (chats.c.staff.is_(None), chats.c.group_of.is_(None), chats.c.updated_at < idle)
    known = select(conversations.c.id).where(conversations.c.id == chats.c.conversation)
    gone += (await connection.execute(delete(chats).where(*of_nobody, ~known.exists()))).rowcount
    old = or_(upload_table.c.conversation.in_(ids), upload_table.c.at < idle)
    pictures = delete(upload_table).where(old, upload_table.c.case_number.is_(None))
    gone += (await connection.execute(pictures)).rowcount
    settled = now - timedelta(days=DONE_WORK_DAYS)
    done = delete(due_work).where(due_work.c.state == "done", due_work.c.updated_at < settled)
    gone += (await connection.execute(done)).rowcount
    gone += (await connection.execute(delete(staff_sessions).where(staff_sessions.c.expires_at < now))).rowcount
    # A form of a session that is over is refused anyway.
    gone += (await connection.execute(delete(used_forms).where(used_forms.c.at < now - SESSION))).rowcount
    gone += (await connection.execute(delete(outgoing).where(outgoing.c.updated_at < transcript))).rowcount
    spoken = (due_work.c.kind.in_(SPOKEN), due_work.c.updated_at < transcript)
    gone += (await connection.execute(delete(due_work).where(*spoken))).rowcount
    gone += (await connection.execute(delete(passes).where(passes.c.until < settled))).rowcount
    released = delete(bookings).where(bookings.c.state == "released", bookings.c.updated_at < settled)
    gone += (await connection.execute(released)).rowcount
    waited = delete(waiters).where(waiters.c.state.not_in(IN_LINE), waiters.c.updated_at < settled)
    gone += (await connection.execute(waited)).rowcount
    settled = now - timedelta(days=case_days)
    is_settled = or_(cases.c.state == CLOSED, cases.c.kind == "booking")  # an appointment of long ago needs no closing
    old_cases = select(cases.c.number).where(is_settled, cases.c.updated_at < settled).limit(BATCH)
    numbers = [row.number for row in await connection.execute(old_cases)]
    with_it = (letters, upload_table, clocks, timeline_table)
    of_ticket = (alert_calls.c.number, alerts.c.number, scores.c.number)
    for what in (cases.c.number, *(each.c.case_number for each in with_it), *of_ticket):
        gone += (await connection.execute(delete(what.table).where(what.in_(numbers)))).rowcount
    gone += (await connection.execute(delete(duty).where(duty.c.ends_at < settled))).rowcount
    over = bookings.c.state.in_([CANCELLED, PAST, NO_SHOW])
    old_bookings = select(bookings.c.id).where(over, bookings.c.updated_at < settled).limit(BATCH)
    gone += (await connection.execute(delete(bookings).where(bookings.c.id.in_(old_bookings)))).rowcount
    gone += await benefits_expiry.expire(connection, now, idle, settled, BATCH)
    return gone + await expiry.expire(connection, settled, BATCH)


async def carry_out(connection: AsyncConnection, vault: Vault, number: str, now: datetime) -> bool:
    """Does what a request asks for: the answers of its case go, where and when remain. False if nothing asks for it."""
    case = await by_number(connection, vault, number)
    if case is None or not await is_asked(connection, number):
        return False
    await file(connection, vault, replace(case, content={**case.content, **NOTHING_TOLD}, person=None), now)
    for what in (letters.c.case_number, upload_table.c.case_number):
        await connection.execute(delete(what.table).where(what == number))
    await timeline.forget(connection, vault, number)
    await score_store.forget(connection, number)
    return await mark(connection, _request_for(number), [FILED, SEEN], CLOSED, now)

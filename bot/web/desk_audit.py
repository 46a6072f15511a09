"""The audit log as the auditor reads it: the newest first; that it was looked at stands in it as well."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from bot.web.access import Here
from bot.web.days import read_day
from bot.web.desk_session import Auditor, audited, desk_page
from flows.hours import at
from integrations.store import audit

PAGE = 100
MOST_PAGES = 10_000
CHECKED_UNASKED = 20_000
"""Entries; a longer chain takes seconds to go through, and is gone through when it is asked for."""

router = APIRouter(prefix="/desk/audit", include_in_schema=False)


@router.get("", response_class=HTMLResponse)
async def audit_page(
    request: Request,
    web: Here,
    who: Auditor,
    by: Annotated[str, Query(max_length=40)] = "",
    subject: Annotated[str, Query(max_length=80)] = "",
    day: Annotated[str, Query(max_length=10)] = "",
    page: int = 0,
    check: str = "",
) -> Response:
    page = max(0, min(page, MOST_PAGES))
    by, subject = (each.strip() if each.isprintable() else "" for each in (by, subject))
    begin, end = _span(day)
    await audited(web, who.name, "log opened", "audit")
    async with web.app.database.read() as connection:
        rows = await audit.listed(connection, who=by, subject=subject, begin=begin, end=end, most=PAGE + 1, page=page)
        faults = None
        if check or await audit.length(connection) <= CHECKED_UNASKED:
            faults = await audit.broken(connection)
    return desk_page(
        request,
        web,
        "desk-audit.html",
        who=who,
        rows=rows[:PAGE],
        more=len(rows) > PAGE,
        number=page,
        by=by,
        subject=subject,
        day=day if begin else "",
        faults=faults,
    )


def _span(day: str) -> tuple[datetime, datetime] | tuple[None, None]:
    """A day in Asia/Shanghai from its first instant to that of the next; none for what is no day."""
    chosen = read_day(day)
    if chosen is None:
        return None, None
    return at(chosen, time.min), at(chosen + timedelta(days=1), time.min)

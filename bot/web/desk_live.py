"""The desk without reloading: a stream that says when what a page shows has changed; the page then asks for itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Cookie, Query, Request
from sse_starlette import EventSourceResponse, ServerSentEvent

from bot.web.access import Here, Web
from bot.web.desk_session import COOKIE, Cases, NoSuchCase, refused
from flows.desk.rights import Clerk
from flows.errors import OutsideFault
from integrations.quick import DESK
from integrations.store import live, queue, sessions

LOOK_SECONDS = 10.0
"""How long a stream waits for a wake-up before it looks by itself: a wake-up may be lost with the quick side."""
PING_SECONDS = 20

router = APIRouter(prefix="/desk", include_in_schema=False)


@router.get("/live", response_class=EventSourceResponse)
async def stream(
    request: Request,
    web: Here,
    who: Cases,
    case: Annotated[str, Query(max_length=24)] = "",
    session: Annotated[str, Cookie(alias=COOKIE, max_length=100)] = "",
) -> EventSourceResponse:
    """Says when the queue, or a case, is no longer as it was shown; it says nothing of what has changed."""
    if case and not await _sees(web, who, case):
        await refused(request, who.name, "scope")
        raise NoSuchCase(who)
    return EventSourceResponse(changes(web, session, case or None), ping=PING_SECONDS)


async def _sees(web: Web, who: Clerk, number: str) -> bool:
    async with web.app.database.read() as connection:
        where = await queue.located(connection, number)
    return where is not None and who.sees(where)


async def changes(web: Web, session: str, number: str | None) -> AsyncIterator[ServerSentEvent]:
    """An event for every change, the first at once; ends with the session of who listens."""
    app, shown = web.app, ""
    async with app.quick.listening(DESK) as woken:
        while True:
            woken.clear()
            try:
                async with app.database.read() as connection:
                    own = await sessions.look_up(connection, session, app.clock())
                    if own is None or own.is_over or own.is_blocked:
                        return
                    mark = await live.shown(connection, number)
            except OutsideFault:
                mark = shown
            if mark != shown:
                shown = mark
                yield ServerSentEvent(mark, event="changed")
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await woken.wait()
            except TimeoutError:
                continue

"""The queue of the desk: cases and conversations handed over, and whom a clerk has to call."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.web.access import Here
from bot.web.desk_session import Cases, NoSuchCase, Pressed, Who, audited, desk_page, home_of, refused
from flows.desk.rights import Level, Right
from integrations.store import cases, due_work, notices

PAGE = 50
MOST_PAGES = 10_000
KINDS = ("booking", "handoff", "case", "erasure")
STATES = (cases.FILED, cases.SEEN, cases.CLOSED)

router = APIRouter(prefix="/desk", include_in_schema=False)


@router.get("", response_class=HTMLResponse)
async def queue(
    request: Request, web: Here, who: Who, kind: str = "", state: str = "", township: str = "", page: int = 0
) -> Response:
    if not who.may(Right.CASES):
        return RedirectResponse(home_of(who), 303)
    townships = web.app.place.townships if who.level is Level.COUNTY else ()
    kind, state = (kind if kind in KINDS else ""), (state if state in STATES else "")
    township = township if township in townships else ""
    page = max(0, min(page, MOST_PAGES))
    chosen = {"kind": kind or None, "state": state or None, "township": township or None}
    async with web.app.database.read() as connection:
        rows = await cases.listed(connection, **chosen, clerk=who, most=PAGE, page=page)
        first_beyond = await cases.listed(connection, **chosen, clerk=who, most=1, page=(page + 1) * PAGE)
        counts = await due_work.counts(connection)
        calls = await notices.to_call(connection, who)
    dead = sum(count for (_, work_state), count in counts.items() if work_state == "dead")
    return desk_page(
        request,
        web,
        "desk-queue.html",
        who=who,
        rows=rows,
        more=bool(first_beyond),
        number=page,
        kind=kind,
        state=state,
        township=township,
        kinds=KINDS,
        states=STATES,
        townships=townships,
        dead=dead,
        calls=calls,
    )


@router.post("/calls")
async def called(
    request: Request, web: Here, who: Cases, form: Pressed, notice: Annotated[str, Form(max_length=120)] = ""
) -> Response:
    """A clerk has reached somebody by telephone: the notice is off the list (今日待电话通知)."""
    async with web.app.database.read() as connection:
        number = await notices.number_of(connection, notice)
        where = None if number is None else await cases.located(connection, number)
    is_own = who.level is Level.COUNTY if where is None else who.sees(where)
    if not is_own:
        await refused(request, who.name, "scope")
        raise NoSuchCase(who)

    async def mark(connection: AsyncConnection) -> bool:
        return await notices.move(connection, notice, [notices.CALL], notices.CALLED, web.app.clock())

    await audited(web, who.name, "called", notice.partition(":")[0][:80], mark, form)
    return RedirectResponse("/desk", 303)

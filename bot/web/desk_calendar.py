"""The days that are worked or not whatever the published calendar says; who has an appointment on one is told."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import local_day
from bot.web.access import Here, Web
from bot.web.days import read_day
from bot.web.desk_session import Calendar, Pressed, audited, desk_page
from flows.desk.rights import Clerk
from integrations.quick import WORK
from integrations.store import calendar, due_work

WHAT = {"work": True, "off": False, "published": None}

router = APIRouter(prefix="/desk/calendar", include_in_schema=False)


@router.get("", response_class=HTMLResponse)
async def calendar_page(request: Request, web: Here, who: Calendar) -> Response:
    return await _page(request, web, who)


@router.post("", response_class=HTMLResponse)
async def change(
    request: Request,
    web: Here,
    who: Calendar,
    form: Pressed,
    day: Annotated[str, Form(max_length=10)] = "",
    what: Annotated[Literal["work", "off", "published"], Form()] = "published",
    note: Annotated[str, Form(max_length=120)] = "",
) -> Response:
    """Says what a day to come is; appointments are looked at at once, as after ``python -m bot calendar``."""
    app = web.app
    chosen = read_day(day)
    if chosen is None:
        return await _page(request, web, who, "desk-calendar_no_day", 422)
    if chosen < local_day(app.clock()):
        return await _page(request, web, who, "desk-calendar_over", 422)

    async def carry_out(connection: AsyncConnection) -> bool:
        await calendar.change(connection, chosen, WHAT[what], note.strip(), app.clock())
        await due_work.hurry(connection, "calendar", app.clock())
        return True

    await audited(web, who.name, f"calendar: {what}", chosen.isoformat(), carry_out, form)
    await app.quick.wake(WORK)
    return RedirectResponse("/desk/calendar", 303)


async def _page(request: Request, web: Web, who: Clerk, fault: str = "", status: int = 200) -> Response:
    today = local_day(web.app.clock())
    async with web.app.database.read() as connection:
        rows = await calendar.coming(connection, today)
    return desk_page(
        request,
        web,
        "desk-calendar.html",
        who=who,
        status=status,
        rows=rows,
        today=today,
        kinds=list(WHAT),
        fault=fault,
    )

"""Duty rosters (值班表): who is on duty in the coming days, level by level; a duty lead sets them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clerks import introduced
from bot.clock import local_day
from bot.web.access import Here, Web
from bot.web.casework import worded
from bot.web.days import read_day
from bot.web.desk_session import Cases, Pressed, Roster, audited, desk_page, refused
from flows.desk.rights import Clerk, Level, Right
from flows.dialogue import derive_id
from flows.hours import SHANGHAI, at
from flows.words import Words
from integrations.store import rosters, staff
from integrations.store.rosters import Shift

DAYS = 7
MOST_DAYS = 31
"""On so many days in a row a shift can be set at once."""

router = APIRouter(prefix="/desk/roster", include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A shift as the page shows it."""

    id: str
    who: str
    since: str
    until: str
    is_now: bool
    can_be_called: bool


@router.get("", response_class=HTMLResponse)
async def roster(request: Request, web: Here, who: Cases, first: str = "") -> Response:
    """The roster of a week."""
    return await _page(request, web, who, read_day(first) or local_day(web.app.clock()))


@router.post("")
async def add(
    request: Request,
    web: Here,
    who: Roster,
    form: Pressed,
    name: Annotated[str, Form(max_length=40)] = "",
    day: Annotated[str, Form(max_length=10)] = "",
    since: Annotated[str, Form(max_length=5)] = "",
    until: Annotated[str, Form(max_length=5)] = "",
    days: Annotated[str, Form(max_length=3)] = "1",
) -> Response:
    """Puts somebody on duty from one time to another, on one day or on several in a row. One who ends before they
    begin ends on the next day."""
    app = web.app
    first, begins, ends = read_day(day), _time(since), _time(until)
    count = int(days) if days.isdecimal() and 1 <= int(days) <= MOST_DAYS else 0
    async with app.database.read() as connection:
        clerk = await staff.by_name(connection, name)
    shown = first or local_day(app.clock())
    if clerk is not None and not may_set(who, clerk):
        await refused(request, who.name, "scope")
    if first is None or begins is None or ends is None or clerk is None or not count or not may_set(who, clerk):
        return await _page(request, web, who, shown, fault=Words("desk-roster_unclear"), status=422)
    shifts = [shift_of(clerk, first + timedelta(days=n), begins, ends) for n in range(count)]

    async def carry_out(connection: AsyncConnection) -> bool:
        added = [await rosters.add(connection, shift) for shift in shifts]
        return any(added)

    if await audited(web, who.name, "duty set", clerk.name, carry_out, form):
        return RedirectResponse(f"/desk/roster?first={shown}", 303)
    return await _page(request, web, who, shown, fault=Words("desk-roster_there"), status=409)


@router.post("/remove")
async def remove(
    request: Request, web: Here, who: Roster, form: Pressed, shift: Annotated[str, Form(max_length=40)] = ""
) -> Response:
    """Takes somebody off duty."""
    app = web.app
    async with app.database.read() as connection:
        found = await rosters.by_id(connection, shift)
        clerk = None if found is None else await staff.by_name(connection, found.staff)
    if clerk is not None and not may_set(who, clerk):
        await refused(request, who.name, "scope")
    if found is None or clerk is None or not may_set(who, clerk):
        return RedirectResponse("/desk/roster", 303)

    async def carry_out(connection: AsyncConnection) -> bool:
        return await rosters.remove(connection, shift)

    await audited(web, who.name, "duty removed", clerk.name, carry_out, form)
    return RedirectResponse(f"/desk/roster?first={local_day(found.starts_at)}", 303)


def may_set(who: Clerk, clerk: Clerk) -> bool:
    """Whether somebody may set another's duty: a duty lead, of their own scope."""
    if not who.may(Right.ROSTER) or not clerk.may(Right.CASES):
        return False
    return who.level is Level.COUNTY or (who.level is Level.TOWNSHIP and who.township == clerk.township)


def shift_of(clerk: Clerk, day: date, begins: time, ends: time) -> Shift:
    """The duty of somebody on a day, for the place they are of."""
    since, until = at(day, begins), at(day, ends)
    if until <= since:
        until += timedelta(days=1)
    where = (clerk.level, clerk.township, clerk.village)
    return Shift(derive_id("duty", clerk.name, since.isoformat()), clerk.name, *where, since, until)


async def _page(
    request: Request, web: Web, who: Clerk, first: date, *, fault: Words | None = None, status: int = 200
) -> Response:
    app, language = web.app, web.language(request)
    begins, ends = at(first, time.min), at(first + timedelta(days=DAYS), time.min)
    now = app.clock()
    async with app.database.read() as connection:
        people = {clerk.name: clerk for clerk in await staff.all_clerks(connection)}
        with_phone = await staff.with_phone(connection)
        shifts = [each for each in await rosters.between(connection, begins, ends) if _is_seen(who, each)]
    by_day: dict[date, list[Row]] = {first + timedelta(days=n): [] for n in range(DAYS)}
    for shift in shifts:
        day = max(local_day(shift.starts_at), first)
        called = worded(app, Words("handled-by_clerk", introduced(people[shift.staff], app.place)), language)
        is_now = shift.starts_at <= now < shift.ends_at
        since, until = (f"{each.astimezone(SHANGHAI):%H:%M}" for each in (shift.starts_at, shift.ends_at))
        by_day[day].append(Row(shift.id, called, since, until, is_now, shift.staff in with_phone))
    settable = [clerk for clerk in people.values() if may_set(who, clerk)]
    return desk_page(
        request,
        web,
        "desk-roster.html",
        status=status,
        who=who,
        days=by_day,
        first=first,
        earlier=first - timedelta(days=DAYS),
        later=first + timedelta(days=DAYS),
        settable=[
            (clerk.name, worded(app, Words("handled-by_clerk", introduced(clerk, app.place)), language))
            for clerk in settable
        ],
        most_days=MOST_DAYS,
        nobody=not any(row.is_now for rows in by_day.values() for row in rows) and first == local_day(now),
        fault=None if fault is None else worded(app, fault, language),
    )


def _is_seen(who: Clerk, shift: Shift) -> bool:
    """The county sees all, a township its own and its villages', and everybody those of the county, whom they call."""
    return who.level is Level.COUNTY or shift.level is Level.COUNTY or shift.township == who.township


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None

"""The counter's page: an office's day on one page, check-in (签到), walk-ins with their place in line, no-shows."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from math import ceil
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Path, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from bot.clock import local_day
from bot.web.access import Here, Web, web_of
from bot.web.casework import worded
from bot.web.desk_session import AtCounter, Checked, OneForm, Pressed, audited, desk_page, refused
from flows import hours
from flows.desk.rights import Clerk
from flows.dialogue import derive_id
from flows.hours import SHANGHAI
from flows.inputs.name import mask_name
from flows.place import Office
from flows.words import Words
from integrations.store import bookings, cases, counter, due_work, erasure, waiters
from integrations.store.cases import Case
from integrations.store.counter import Visit
from integrations.store.due_work import Work

CHECK_INS, CHECK_IN_WINDOW = 60, 300
"""Tries of one clerk in so many seconds: more than any counter has people, too few to try numbers out."""
CONVERSATION = "counter"
"""Stands where a ticket drawn online has its conversation; no token opens it."""
ROUNDED_TO = 5
"""Minutes; a waiting time is no promise, and more exact than this it would look like one."""
ONE_PAGE = 42
"""Rows that fit on one page A4 in the ordinary size of print; more are printed smaller, some 70 to the page."""

_AROUND = re.compile(r"[\s\-‐‑–—_]")
_NUMBER = re.compile(r"([A-Z]{2}\d{6})([0-9A-Z]{6})", re.ASCII)
_TAIL = re.compile(r"(?:\d{12})?([0-9A-Z]{6})", re.ASCII)
_TICKET = re.compile(r"\d{1,4}", re.ASCII)

router = APIRouter(prefix="/desk/day", include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A visit as the page shows it: its time of day, the names masked, and whether there is a case to look at."""

    visit: Visit
    time: str
    names: str
    has_case: bool

    @property
    def state(self) -> str:
        """came, absent (爽约), cancelled, awaited, or unknown: the time is over and nobody was checked in."""
        if self.visit.state == bookings.CANCELLED:
            return "cancelled"
        if self.visit.arrived_at is not None:
            return "came"
        return {bookings.NO_SHOW: "absent", bookings.PAST: "unknown"}.get(self.visit.state, "awaited")


@dataclass(frozen=True, slots=True)
class At:
    """The office and the day a page is about."""

    office: Office
    day: date
    is_today: bool

    @property
    def subject(self) -> str:
        """How the audit log names it."""
        return f"{self.office.id} {self.day.isoformat()}"

    def url(self, number: str = "") -> str:
        """The page; with what was just done to ``number`` above the list."""
        query = {"office": self.office.id} | ({"number": number} if number else {})
        return f"/desk/day/{self.day.isoformat()}?{urlencode(query)}"


Day = Annotated[date, Path(ge=date(2000, 1, 1), le=date(2100, 12, 31))]
Number = Annotated[str, Form(max_length=24)]


async def _at(request: Request, day: Day) -> At:
    return _of(web_of(request).app, day, request.query_params.get("office", ""))


async def _form_at(request: Request, day: Day, office: Annotated[str, Form(max_length=40)] = "") -> At:
    return _of(web_of(request).app, day, office)


def _of(app: App, day: date, office: str) -> At:
    offices = app.place.offices
    chosen = offices.get(office) or next(iter(offices.values()))
    return At(chosen, day, day == local_day(app.clock()))


OnPage = Annotated[At, Depends(_at)]
InForm = Annotated[At, Depends(_form_at)]


@router.get("")
async def today(web: Here, _: AtCounter, on: str = "", office: str = "") -> Response:
    """Today's page, or that of the day chosen in the form."""
    try:
        day = date.fromisoformat(on)
    except ValueError:
        day = local_day(web.app.clock())
    return RedirectResponse(_of(web.app, day, office).url(), 303)


@router.get("/{day}", response_class=HTMLResponse)
async def day_page(request: Request, web: Here, who: AtCounter, at: OnPage, number: str = "") -> Response:
    await audited(web, who.name, "day opened", at.subject)
    return await _page(request, web, who, at, number=number)


@router.post("/{day}/arrive")
async def arrive(
    request: Request,
    web: Here,
    who: AtCounter,
    at: InForm,
    form: Pressed,
    who_came: Annotated[str, Form(max_length=60)] = "",
) -> Response:
    """Checks in by a booking's number, typed or scanned, by that of a walk-in ticket (现场号), or by the end of an ID
    number; several are to choose from. Who was checked in already is shown with their place in line.

    What does not exist, is for another day or is cancelled is told alike.
    """
    app = web.app
    if not await web.within("check-in", who.name, CHECK_INS, CHECK_IN_WINDOW):
        return await _page(request, web, who, at, fault="desk-day_too_fast", status=429)
    found = await _looked_up(app, at, who_came) if at.is_today else []
    if not found:
        await audited(web, who.name, "check-in not found", at.subject)
        return await _page(request, web, who, at, fault="desk-day_not_found", status=404)
    if len(found) > 1:
        return await _page(request, web, who, at, choose=found)
    number = found[0].number
    await _change(web, who, at, number, "checked in", counter.arrive, form)
    return RedirectResponse(at.url(number), 303)


@router.post("/{day}/undo")
async def undo(web: Here, who: AtCounter, at: InForm, form: Pressed, number: Number = "") -> Response:
    await _change(web, who, at, number, "check-in undone", counter.undo_arrival, form)
    return RedirectResponse(at.url(number), 303)


@router.post("/{day}/no-show")
async def no_show(web: Here, who: AtCounter, at: InForm, form: Pressed, number: Number = "") -> Response:
    """Staff know that nobody came to a slot whose time is over."""

    async def mark(connection: AsyncConnection, office: str, day: date, number: str, now: Any) -> bool:
        return await counter.correct(connection, office, day, number, bookings.PAST, bookings.NO_SHOW, now)

    await _change(web, who, at, number, "no-show marked", mark, form)
    return RedirectResponse(at.url(number), 303)


@router.post("/{day}/no-show/undo")
async def not_no_show(web: Here, who: AtCounter, at: InForm, form: Pressed, number: Number = "") -> Response:
    async def unmark(connection: AsyncConnection, office: str, day: date, number: str, now: Any) -> bool:
        return await counter.correct(connection, office, day, number, bookings.NO_SHOW, bookings.PAST, now)

    await _change(web, who, at, number, "no-show taken back", unmark, form)
    return RedirectResponse(at.url(number), 303)


@router.post("/{day}/served")
async def served(web: Here, who: AtCounter, at: InForm, form: Pressed, number: Number = "") -> Response:
    await _change(web, who, at, number, "ticket done", counter.serve, form)
    return RedirectResponse(at.url(), 303)


@router.post("/{day}/served/undo")
async def not_served(web: Here, who: AtCounter, at: InForm, form: Pressed, number: Number = "") -> Response:
    await _change(web, who, at, number, "ticket not done", counter.take_back, form)
    return RedirectResponse(at.url(number), 303)


@router.post("/{day}/walk-in", dependencies=[Checked])
async def walk_in(
    request: Request,
    web: Here,
    who: AtCounter,
    at: InForm,
    service: Annotated[str, Form(max_length=40)] = "",
    form: Annotated[str, Form(max_length=100)] = "",
) -> Response:
    """The next ticket (现场号) for somebody who stands there: one for each form, however often it is sent."""
    app = web.app
    if not at.is_today or service not in _services(app, at.office):
        return RedirectResponse(at.url(), 303)
    run = derive_id("counter", at.office.id, at.day.isoformat(), form)
    number = app.numbers.receipt(at.day)

    async def draw(connection: AsyncConnection) -> bool:
        now = app.clock()
        if await counter.number_of(connection, run) is not None:
            return False
        await bookings.walk_in(
            connection,
            booking=f"{run}:ticket",
            number=number,
            run=run,
            conversation=CONVERSATION,
            service=service,
            office=at.office.id,
            day=at.day,
            provisional=False,
            now=now,
        )
        await counter.arrive(connection, at.office.id, at.day, number, now)
        midnight = hours.at(at.day + timedelta(days=1), time.min)
        work = Work(f"past:{run}:ticket", "past", midnight, {"booking": f"{run}:ticket"}, number)
        await due_work.schedule(connection, app.vault, work, now)
        return True

    if not await audited(web, who.name, "walk-in", number, draw):
        async with app.database.read() as connection:
            number = await counter.number_of(connection, run) or ""
        await refused(request, who.name, "replay")
    return RedirectResponse(at.url(number), 303)


async def _change(
    web: Web,
    who: Clerk,
    at: At,
    number: str,
    what: str,
    change: Callable[[AsyncConnection, str, date, str, Any], Awaitable[bool]],
    form: OneForm,
) -> None:
    async def carry_out(connection: AsyncConnection) -> bool:
        if not await change(connection, at.office.id, at.day, number, web.app.clock()):
            return False
        await web.app.no_shows.settle(connection, at.office.id, at.day)
        return True

    await audited(web, who.name, what, number, carry_out, form)


async def _looked_up(app: App, at: At, typed: str) -> list[Visit]:
    """What a number, that of a ticket or the end of an ID number finds; a whole ID number, as a card reader types it,
    counts by its end.

    A scanner under an input method types full-width letters, and with caps lock small ones.
    """
    said = _AROUND.sub("", unicodedata.normalize("NFKC", typed)).upper()
    by_number, by_tail = _NUMBER.fullmatch(said), _TAIL.fullmatch(said)
    async with app.database.read() as connection:
        if by_number is not None:
            number = f"{by_number[1]}-{by_number[2]}"
            visit = await counter.by_number(connection, at.office.id, at.day, number)
            return [] if visit is None else [visit]
        if _TICKET.fullmatch(said):
            visit = await counter.by_ticket(connection, at.office.id, at.day, int(said))
            return [] if visit is None else [visit]
        if by_tail is not None:
            tail = bookings.tail_index(app.vault, at.office.id, at.day, by_tail[1])
            return await counter.by_tail(connection, at.office.id, at.day, tail)
    return []


def _services(app: App, office: Office) -> list[str]:
    """The services that are done at an office without an appointment."""
    return [service for service, where in app.place.services.items() if where == office.id and office.walk_ins]


async def _page(
    request: Request,
    web: Web,
    who: Clerk,
    at: At,
    *,
    number: str = "",
    choose: list[Visit] | None = None,
    fault: str = "",
    status: int = 200,
) -> Response:
    app, language = web.app, web.language(request)
    async with app.database.read() as connection:
        visits = await counter.of_day(connection, at.office.id, at.day)
        rows = await _rows(app, connection, visits)
        in_line = await waiters.waiting_for(connection, at.office.id, at.day)
        last = next((row for row in rows if row.visit.number == number), None)
        before = None
        if last is not None and last.visit.ticket is not None and last.visit.state == bookings.BOOKED and at.is_today:
            before = await counter.waiting_before(connection, at.office.id, at.day, last.visit.ticket)
    return desk_page(
        request,
        web,
        "desk-day.html",
        status=status,
        who=who,
        at=at,
        rows=rows,
        last=last,
        waiting="" if before is None else worded(app, _waiting(at.office, before), language),
        in_line=worded(app, Words("counter-in_line", {"n": in_line}), language) if in_line else "",
        choose=[row for row in rows if row.visit in choose] if choose else [],
        fault=fault,
        offices=list(app.place.offices),
        services=_services(app, at.office),
        earlier=at.day - timedelta(days=1),
        later=at.day + timedelta(days=1),
        dense=len(rows) > ONE_PAGE,
        ticket_form=secrets.token_urlsafe(12),
    )


def _waiting(office: Office, before: int) -> Words:
    """How many are before somebody, and about how long that takes at the office's own pace, rounded up."""
    minutes = ceil(before * office.slot_minutes / office.capacity / ROUNDED_TO) * ROUNDED_TO
    return Words("counter-waiting", {"people": before, "minutes": minutes})


async def _rows(app: App, connection: AsyncConnection, visits: list[Visit]) -> list[Row]:
    parties = await cases.of_bookings(connection, app.vault, [visit.id for visit in visits])
    numbers = [case.number for filed in parties.values() for case in filed]
    erased = await erasure.asked_among(connection, numbers)
    return [
        Row(
            visit,
            "" if visit.starts_at is None else f"{visit.starts_at.astimezone(SHANGHAI):%H:%M}",
            " ".join(_names(case) for case in parties.get(visit.id, ()) if case.number not in erased),
            visit.id in parties,
        )
        for visit in visits
    ]


def _names(case: Case) -> str:
    """The names answered, masked; what was said in confidence is not for a list."""
    answers = case.content.get("answers", [])
    names = [each["value"] for each in answers if each["kind"] == "name" and not each["confidential"]]
    return " ".join(map(mask_name, names))

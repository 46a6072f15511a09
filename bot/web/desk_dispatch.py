"""Calls for volunteers (派单): the staff ask for help, see how many come, and call it off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import local_day
from bot.web.access import Here, Web
from bot.web.casework import worded
from bot.web.days import read_day
from bot.web.desk_session import Cases, NotAllowed, Pressed, audited, desk_page, refused
from flows.desk.rights import Clerk, Level
from flows.hours import at
from flows.inputs.name import mask_name
from flows.inputs.text import normalise
from flows.volunteers import calls, rules
from flows.volunteers.calls import Call
from flows.volunteers.people import KINDS
from flows.words import Words
from integrations.quick import WORK
from integrations.store.volunteers import dispatches, organisations, registry
from integrations.store.volunteers.organisations import Organisation

router = APIRouter(prefix="/desk/dispatch", include_in_schema=False)


async def _of_a_township(request: Request, who: Cases) -> Clerk:
    """The county calls everywhere, a township for itself; a village asks its township."""
    if who.level is Level.VILLAGE:
        await refused(request, who.name, "scope")
        raise NotAllowed(who)
    return who


Caller = Annotated[Clerk, Depends(_of_a_township)]


@dataclass(frozen=True, slots=True)
class Row:
    """A call as the page shows it."""

    call: Call
    when: str
    organisation: str
    asked: int
    declined: int
    come: tuple[str, ...]
    can_be_cancelled: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form says, as it was typed."""

    kind: Annotated[str, Form(max_length=16)] = ""
    what: Annotated[str, Form(max_length=120)] = ""
    township: Annotated[str, Form(max_length=40)] = ""
    where: Annotated[str, Form(max_length=120)] = ""
    ask: Annotated[str, Form(max_length=80)] = ""
    day: Annotated[str, Form(max_length=10)] = ""
    since: Annotated[str, Form(max_length=5)] = ""
    until: Annotated[str, Form(max_length=5)] = ""
    needed: Annotated[str, Form(max_length=3)] = ""
    urgent: Annotated[str, Form(max_length=3)] = ""
    organisation: Annotated[str, Form(max_length=24)] = ""


@router.get("", response_class=HTMLResponse)
async def dispatch(request: Request, web: Here, who: Caller) -> Response:
    """The calls of one's scope, and the form for a new one."""
    return await _page(request, web, who)


@router.post("")
async def call(request: Request, web: Here, who: Caller, form: Pressed, asked: Annotated[Asked, Depends()]) -> Response:
    """Calls for volunteers."""
    app = web.app
    world = await app.world()
    made = _read(asked, who, app.place.townships, app.numbers.receipt(world.day))
    async with app.database.read() as connection:
        known = {each.id for each in await _organisations(connection, who)}
    if made is None or made.organisation not in known:
        return await _page(request, web, who, asked, Words("desk-dispatch_unclear"), 422)
    fault = calls.fault(made, world.now)
    if fault is not None:
        return await _page(request, web, who, asked, fault, 422)

    async def carry_out(connection: AsyncConnection) -> bool:
        await app.dispatching.make(connection, made, world)
        return True

    await audited(web, who.name, "call made", made.number, carry_out, form)
    await app.quick.wake(WORK)
    return RedirectResponse("/desk/dispatch", 303)


@router.post("/release")
async def release(
    request: Request,
    web: Here,
    who: Caller,
    form: Pressed,
    asked: Annotated[Asked, Depends()],
    call: Annotated[str, Form(max_length=24)] = "",
) -> Response:
    """Calls for what an elder has asked for with their time bank, with what the staff have put into words."""
    app = web.app
    world = await app.world()
    async with app.database.read() as connection:
        found = await dispatches.one(connection, app.vault, call)
        known = {each.id for each in await _organisations(connection, who)}
    if found is not None and not _is_of(who, found):
        await refused(request, who.name, "scope")
        found = None
    if found is None:
        return RedirectResponse("/desk/dispatch", 303)
    what, where, ask = (normalise(each) for each in (asked.what, asked.where, asked.ask))
    if not (what and where and ask) or asked.organisation not in known:
        return await _page(request, web, who, None, Words("desk-dispatch_unclear"), 422)
    by = asked.organisation
    released = replace(found, staff=who.name, organisation=by, what=what, where=where, ask=ask, state="asking")

    async def carry_out(connection: AsyncConnection) -> bool:
        return await app.dispatching.release(connection, released, world)

    await audited(web, who.name, "call released", call, carry_out, form)
    await app.quick.wake(WORK)
    return RedirectResponse("/desk/dispatch", 303)


@router.post("/cancel")
async def cancel(
    request: Request, web: Here, who: Caller, form: Pressed, call: Annotated[str, Form(max_length=24)] = ""
) -> Response:
    """Calls one off."""
    app = web.app
    world = await app.world()
    async with app.database.read() as connection:
        found = await dispatches.one(connection, app.vault, call)
    if found is not None and not _is_of(who, found):
        await refused(request, who.name, "scope")
        found = None
    if found is None:
        return RedirectResponse("/desk/dispatch", 303)

    async def carry_out(connection: AsyncConnection) -> bool:
        return await app.dispatching.cancel(connection, call, world)

    await audited(web, who.name, "call cancelled", call, carry_out, form)
    await app.quick.wake(WORK)
    return RedirectResponse("/desk/dispatch", 303)


def _read(asked: Asked, who: Clerk, townships: tuple[str, ...], number: str) -> Call | None:
    """The call that a form says; None where something is missing or cannot be."""
    township = asked.township if who.level is Level.COUNTY else who.township or ""
    day, since, until = read_day(asked.day), _clock(asked.since), _clock(asked.until)
    words = [normalise(each) for each in (asked.what, asked.where, asked.ask)]
    is_known = asked.kind in KINDS and township in ("", *townships) and asked.needed.isascii() and all(words)
    if not is_known or not asked.needed.isdecimal() or day is None or since is None or until is None:
        return None
    starts_at, ends_at = at(day, since), at(day, until)
    if ends_at <= starts_at:  # it ends on the next day
        ends_at += timedelta(days=1)
    what, where, ask = words
    return Call(
        number=number,
        staff=who.name,
        organisation=asked.organisation,
        kind=asked.kind,
        township=township or None,
        urgent=asked.urgent == "yes",
        needed=int(asked.needed),
        starts_at=starts_at,
        ends_at=ends_at,
        what=what,
        where=where,
        ask=ask,
    )


def _is_of(who: Clerk, call: Call) -> bool:
    return who.level is Level.COUNTY or (call.township is not None and call.township == who.township)


async def _organisations(connection: AsyncConnection, who: Clerk) -> list[Organisation]:
    """Those that one may call for: a township its own and those of the whole county."""
    return await organisations.listed(connection, township=None if who.level is Level.COUNTY else who.township)


async def _page(
    request: Request, web: Web, who: Clerk, asked: Asked | None = None, fault: Words | None = None, status: int = 200
) -> Response:
    app, language = web.app, web.language(request)
    now = app.clock()
    async with app.database.read() as connection:
        offered = await _organisations(connection, who)
        township = None if who.level is Level.COUNTY else who.township
        listed = await dispatches.listed(connection, app.vault, township=township)
        rows = [await _row(connection, web, each, now, language) for each in listed]
    return desk_page(
        request,
        web,
        "desk-dispatch.html",
        status=status,
        who=who,
        open=[row for row in rows if row.can_be_cancelled],
        past=[row for row in rows if not row.can_be_cancelled],
        kinds=KINDS,
        townships=app.place.townships if who.level is Level.COUNTY else (),
        organisations=offered,
        asked=asked or Asked(day=local_day(now).isoformat(), needed="1"),
        most=calls.MOST_NEEDED,
        fault=None if fault is None else worded(app, fault, language),
    )


async def _row(connection: AsyncConnection, web: Web, call: Call, now: datetime, language: str) -> Row:
    app = web.app
    by = await organisations.one(connection, call.organisation)
    asks = await dispatches.asks(connection, [call.number])
    come = []
    for each in asks:
        volunteer = (
            await registry.by_number(connection, app.vault, each.volunteer) if each.state == "accepted" else None
        )
        if volunteer is not None:
            name = "" if volunteer.person is None else mask_name(volunteer.person.name)
            come.append(f"{name} {volunteer.number}".strip())
    return Row(
        call=call,
        when=worded(app, Words("dispatch-span", rules.span(call.starts_at, call.ends_at)), language),
        organisation="" if by is None else by.name,
        asked=len(asks),
        declined=sum(each.state == "declined" for each in asks),
        come=tuple(come),
        can_be_cancelled=call.state != "cancelled" and call.ends_at > now,
    )


def _clock(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None

"""Volunteer service as the bureau looks after it: organisations, their people in charge, entries that nobody
countersigned in time or that are in dispute. A township's lead sees and makes those of the township."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.doing import refusal_of, woken, written
from bot.volunteers import appointing
from bot.volunteers.disputing import entry_words, side_words
from bot.volunteers.records import Records
from bot.web.access import Here, Web
from bot.web.casework import worded
from bot.web.desk_session import Pressed, Roster, audited, desk_page, refused
from flows.desk.rights import Clerk, Level
from flows.inputs.code import shown_code
from flows.words import Words
from integrations.store.volunteers import ledger, organisations, registry, words
from integrations.store.volunteers.organisations import Organisation, Organiser

HOME = "/desk/volunteers"
ID_BYTES = 12

router = APIRouter(prefix=HOME, include_in_schema=False)

Id = Annotated[str, Form(max_length=24)]
Named = Annotated[str, Form(max_length=appointing.LONGEST_NAME)]


@dataclass(frozen=True, slots=True)
class Row:
    """An organisation with its people in charge."""

    organisation: Organisation
    people: list[Organiser]


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that the bureau looks at, and what was said about it."""

    id: str
    line: str
    organisation: str
    state: str
    thread: list[str]


def sees(who: Clerk, organisation: Organisation | None) -> bool:
    """Whether an organisation is of somebody's scope: all of the county, of a township its own."""
    if organisation is None or who.level is Level.VILLAGE:
        return False
    return who.level is Level.COUNTY or organisation.township == who.township


@router.get("", response_class=HTMLResponse)
async def volunteers_page(request: Request, web: Here, who: Roster) -> Response:
    """The organisations of one's scope and what waits there."""
    return await _page(request, web, who)


@router.post("/organisation", response_class=HTMLResponse)
async def add_organisation(
    request: Request, web: Here, who: Roster, form: Pressed, name: Named = "", township: Id = ""
) -> Response:
    """A new organisation, of the clerk's own scope."""
    app, said, id_ = web.app, appointing.name_of(name), secrets.token_hex(ID_BYTES)
    wanted = Organisation(id_, said or "", township or None)
    if not sees(who, wanted):
        await refused(request, who.name, "scope")
        return await _page(request, web, who, fault="desk-did_not_own_organisation", status=403)
    if said is None or (wanted.township is not None and wanted.township not in app.place.townships):
        return await _page(request, web, who, fault="desk-did_no_name", status=422)

    async def carry_out(connection: AsyncConnection) -> bool:
        return await appointing.make(connection, id_, said, wanted.township, app.clock())

    if await audited(web, who.name, "organisation added", id_, carry_out, form):
        return RedirectResponse(HOME, 303)
    return await _page(request, web, who, fault="desk-did_organisation_there", status=409)


@router.post("/organiser", response_class=HTMLResponse)
async def add_organiser(
    request: Request, web: Here, who: Roster, form: Pressed, organisation: Id = "", name: Named = ""
) -> Response:
    """Somebody is to be in charge; their code is shown this once."""
    app, said, id_, code = web.app, appointing.name_of(name), secrets.token_hex(ID_BYTES), web.app.numbers.code()
    async with app.database.read() as connection:
        theirs = await organisations.one(connection, organisation)
    if not sees(who, theirs):
        await refused(request, who.name, "scope")
        return await _page(request, web, who, fault="desk-did_not_own_organisation", status=403)
    if said is None:
        return await _page(request, web, who, fault="desk-did_no_name", status=422)

    async def carry_out(connection: AsyncConnection) -> bool:
        return await appointing.appoint(connection, app, id_, organisation, said, code)

    if await audited(web, who.name, "organiser added", id_, carry_out, form):
        return await _page(request, web, who, code=shown_code(code))
    return await _page(request, web, who, fault="desk-did_not_own_organisation", status=409)


@router.post("/remove")
async def remove_organiser(request: Request, web: Here, who: Roster, form: Pressed, organiser: Id = "") -> Response:
    """Somebody speaks for an organisation no more."""
    app = web.app
    async with app.database.read() as connection:
        found = await organisations.by_id(connection, app.vault, organiser)
        theirs = None if found is None else await organisations.one(connection, found.organisation)
    if not sees(who, theirs):
        await refused(request, who.name, "scope")
        return await _page(request, web, who, fault="desk-did_not_own_organisation", status=403)

    async def carry_out(connection: AsyncConnection) -> bool:
        return await organisations.remove(connection, app.vault, organiser, app.clock())

    await audited(web, who.name, "organiser removed", organiser, carry_out, form)
    return RedirectResponse(HOME, 303)


@router.post("/check", response_class=HTMLResponse)
async def check(request: Request, web: Here, who: Roster, form: Pressed, number: Id = "") -> Response:
    """The identity card of a volunteer was compared with what they told (实名核对)."""
    app, said = web.app, number.strip().upper()
    async with app.database.read() as connection:
        volunteer = await registry.by_number(connection, app.vault, said)
    if volunteer is None or (who.level is not Level.COUNTY and volunteer.township != who.township):
        if volunteer is not None:
            await refused(request, who.name, "scope")
        return await _page(request, web, who, fault="desk-did_no_volunteer", status=422)

    async def carry_out(connection: AsyncConnection) -> bool:
        return await registry.check(connection, volunteer.number, f"clerk:{who.name}", app.clock())

    if await audited(web, who.name, "volunteer checked", volunteer.number, carry_out, form):
        return await _page(request, web, who, done="desk-did_checked")
    return await _page(request, web, who, done="desk-did_checked_before")


@router.post("/entry", response_class=HTMLResponse)
async def settle(
    request: Request,
    web: Here,
    who: Roster,
    form: Pressed,
    entry: Id = "",
    what: Annotated[Literal["confirm", "withdraw"], Form()] = "confirm",
    reason: Annotated[str, Form(max_length=4000)] = "",
) -> Response:
    """Ends what is in dispute or late, with a reason both sides can read."""
    app, text = web.app, written(reason)
    async with app.database.read() as connection:
        found = await ledger.one(connection, app.vault, entry)
        theirs = None if found is None else await organisations.one(connection, found.organisation)
    if found is None or not sees(who, theirs):
        await refused(request, who.name, "scope")
        return await _page(request, web, who, fault="desk-did_not_own_organisation", status=403)
    fault = refusal_of(text)
    if fault is not None:
        return await _page(request, web, who, fault="desk-did_no_reason", status=422)
    records, world = Records(app.volunteer_tools), await app.world()

    async def carry_out(connection: AsyncConnection) -> bool:
        if not all(each.is_for_bureau for each in await records.held(connection, [found.id])):
            return False
        do = records.confirm if what == "confirm" else records.withdraw
        return bool(await do(connection, [found.id], f"clerk:{who.name}", world, text=text))

    if await audited(web, who.name, f"service {what}", found.id, carry_out, form):
        await woken(app)
        return RedirectResponse(HOME, 303)
    return await _page(request, web, who, fault="desk-did_entry_over", status=409)


async def _page(
    request: Request,
    web: Web,
    who: Clerk,
    *,
    fault: str = "",
    done: str = "",
    code: str = "",
    status: int = 200,
) -> Response:
    app, language = web.app, web.language(request)
    async with app.database.read() as connection:
        own = [each for each in await organisations.listed(connection, also_closed=True) if sees(who, each)]
        rows = [Row(each, await organisations.all_of(connection, app.vault, each.id)) for each in own if each.active]
        waiting = [each for row in own for each in await _waiting(connection, web, row, language)]
    return desk_page(
        request,
        web,
        "desk-volunteers.html",
        who=who,
        status=status,
        rows=rows,
        waiting=waiting,
        townships=list(app.place.townships) if who.level is Level.COUNTY else [who.township],
        fault=fault,
        done=done,
        code=code,
    )


async def _waiting(connection: AsyncConnection, web: Web, organisation: Organisation, language: str) -> list[Waiting]:
    """What of an organisation is in dispute, or was not countersigned in time."""
    app, found = web.app, list[Waiting]()
    for entry in await ledger.of_bureau(connection, app.vault, organisation.id):
        said = await words.of_entry(connection, app.vault, entry.id)
        thread = [
            worded(
                app, Words("dispute-line", {"who": side_words(each.who), "text": each.text, "at": each.at}), language
            )
            for each in said
        ]
        line = worded(app, entry_words(entry), language)
        found.append(Waiting(entry.id, line, organisation.name, entry.state, thread))
    return found

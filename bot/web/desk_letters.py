"""What a clerk does about an application (社会救助): accepts it, opens its letter and pictures, looks at what was
signed on paper, and asks for the means to be verified."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.web import desk_case
from bot.web.access import Here, Web
from bot.web.desk_session import OnCase, Pressed, audited, desk_page
from bot.web.letters import printed
from flows.words import Words
from integrations.pictures import MEDIA_TYPES, look_at
from integrations.quick import WORK
from integrations.store import letters, uploads

router = APIRouter(prefix="/desk/cases/{number}", include_in_schema=False)


@router.get("/letter.pdf")
async def letter(request: Request, web: Here, number: str, who: OnCase) -> Response:
    """The letter with every page; that it was opened is on record, and its people can see so."""
    app = web.app
    async with app.database.read() as connection:
        kept = await letters.of_case(connection, app.vault, number)
    if kept is None:
        return desk_page(request, web, "desk-missing.html", status=404, who=who)
    await audited(web, who.name, "letter opened", number)
    pdf = await printed(request, web, kept, None)
    return Response(pdf, media_type="application/pdf", headers=_inline(f"{kept.letter.number}.pdf"))


@router.get("/pictures/{picture}")
async def picture(request: Request, web: Here, number: str, picture: str, who: OnCase) -> Response:
    """A picture of a case; that it was opened is on record."""
    app = web.app
    async with app.database.read() as connection:
        data = await uploads.of_case(connection, app.vault, picture, number)
    if data is None:
        return desk_page(request, web, "desk-missing.html", status=404, who=who)
    await audited(web, who.name, "picture opened", number)
    async with web.pictures:
        facts = await asyncio.to_thread(look_at, data)
    return Response(data, media_type=MEDIA_TYPES[facts.format], headers=_inline(f"{number}.{facts.format.lower()}"))


@router.post("/accept")
async def accept(web: Here, number: str, who: OnCase, form: Pressed) -> Response:
    """Accepts an application (受理): the legal deadlines run from this day, and who applied is told them."""
    app = web.app
    world = await app.world()

    async def carry_out(connection: AsyncConnection) -> bool:
        return await app.acceptance.accept(connection, number, world)

    return await _done(web, number, await audited(web, who.name, "case accepted", number, carry_out, form))


@router.post("/pages/{page}")
async def look_at_page(
    web: Here, number: str, page: str, who: OnCase, form: Pressed, good: Annotated[str, Form(max_length=3)] = ""
) -> Response:
    """A page was looked at (核对): it is good, or is to be signed again."""
    app = web.app

    async def carry_out(connection: AsyncConnection) -> bool:
        kept = await letters.of_case(connection, app.vault, number)
        if kept is None:
            return False
        return await app.letters.checked(connection, kept.letter.number, page, app.clock(), is_good=good == "yes")

    return await _done(web, number, await audited(web, who.name, "page checked", number, carry_out, form))


@router.post("/withdraw")
async def withdraw(web: Here, number: str, who: OnCase, form: Pressed) -> Response:
    """Somebody of the household withdraws at the counter (撤回): the letter is in force no more."""
    app = web.app

    async def carry_out(connection: AsyncConnection) -> bool:
        return await app.letters.withdrawn(connection, number, app.clock())

    return await _done(web, number, await audited(web, who.name, "letter withdrawn", number, carry_out, form))


@router.post("/check")
async def check(request: Request, web: Here, number: str, who: OnCase, form: Pressed) -> Response:
    """Asks for the means of the household to be verified (家庭经济状况核对), on the strength of its letter."""
    app = web.app

    async def carry_out(connection: AsyncConnection) -> bool:
        return await app.checking.ask(connection, number, app.clock())

    if await audited(web, who.name, "check asked", number, carry_out, form):
        return await _done(web, number, changed=True)
    fault = Words("desk-check_no_letter")
    return await desk_case.show_case(request, web, number, who, fault=fault, status=409)


async def _done(web: Web, number: str, changed: bool) -> Response:
    if changed:
        await web.app.quick.wake(WORK)
    return RedirectResponse(f"/desk/cases/{number}#papers", 303)


def _inline(name: str) -> dict[str, str]:
    """``name`` is made of numbers of ours: nothing in it needs to be escaped."""
    return {"content-disposition": f'inline; filename="{name}"'}

"""What a clerk says to a resident: an answer, a picture, what is missing (补正)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.answering import Said, cleaned, say, show
from bot.doing import held_by_another, of_case, refusal_of, written
from bot.web.access import Here, Web
from bot.web.desk_case import show_case
from bot.web.desk_doing import done
from bot.web.desk_session import Checked, OnCase, Pressed, audited, desk_page, refused
from flows.desk.rights import Clerk
from flows.dialogue import derive_id
from flows.errors import NotUnderstood
from flows.words import Words
from integrations.store import cases
from integrations.store.cases import Case

router = APIRouter(prefix="/desk/cases/{number}", include_in_schema=False)


@router.post("/answer", dependencies=[Checked])
async def answer(
    request: Request,
    web: Here,
    number: str,
    who: OnCase,
    text: Annotated[str, Form()] = "",
    form: Annotated[str, Form(max_length=100)] = "",
) -> Response:
    """Says a clerk's words in the conversation of a case: once for each form and wording, however often it is sent.
    Who does not see them there is reached otherwise."""
    text = written(text)
    refusal = refusal_of(text) or await held_by_another(web.app, number, who)
    if refusal is not None:
        return await show_case(request, web, number, who, fault=refusal, typed=text, status=422)
    said = await say(web.app, number, who, derive_id(form, text), text)
    return await _shown(request, web, number, who, said, typed=text)


@router.post("/picture", dependencies=[Checked])
async def picture(
    request: Request,
    web: Here,
    number: str,
    who: OnCase,
    file: Annotated[UploadFile, File()],
    form: Annotated[str, Form(max_length=100)] = "",
) -> Response:
    """Shows a picture in the conversation of a case."""
    try:
        clean = await cleaned(await file.read(), web.pictures)
    except NotUnderstood as fault:
        words = Words(fault.key, dict(fault.args_))
        return await show_case(request, web, number, who, fault=words, status=422)
    return await _shown(request, web, number, who, await show(web.app, number, who, form, clean))


@router.post("/want")
async def want(
    request: Request, web: Here, number: str, who: OnCase, form: Pressed, text: Annotated[str, Form()] = ""
) -> Response:
    """Asks the resident for what is missing (补正), all of it at once; until it is there the clocks stand still."""
    app = web.app
    world = await app.world()
    text = written(text)
    refusal = refusal_of(text) or await held_by_another(web.app, number, who)
    if refusal is not None:
        return await show_case(request, web, number, who, fault=refusal, status=422)

    async def carry_out(connection: AsyncConnection, case: Case) -> bool:
        if case.state == cases.CLOSED:
            return False
        await app.handling.want(connection, case, who, text, world)
        return True

    if not await audited(web, who.name, "missing item asked", number, of_case(web.app, number, carry_out), form):
        return await show_case(request, web, number, who, fault=Words("desk-moved_meanwhile"), status=409)
    return await done(web, number)


async def _shown(
    request: Request, web: Web, number: str, who: Clerk, said: Said, *, typed: str | None = None
) -> Response:
    """What became of an answer, on the page."""
    if said == "missing":
        return desk_page(request, web, "desk-missing.html", status=404, who=who)
    if said == "gone":
        return await show_case(request, web, number, who, fault=Words("desk-answer_gone"), typed=typed, status=409)
    if said == "replay":
        await refused(request, who.name, "replay")
    return RedirectResponse(f"/desk/cases/{number}#answer", 303)

"""What a clerk says to a resident: an answer, a picture, what is missing (补正)."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clerks import introduced
from bot.notices import message_of
from bot.telling import notice_id, plan_notice
from bot.turn import Forgotten
from bot.web.access import Here, Web
from bot.web.desk_case import show_case
from bot.web.desk_doing import done, held_by_another, of_case, refusal_of, woken, written
from bot.web.desk_session import Checked, OnCase, Pressed, audited, desk_page, refused
from flows.desk.rights import Clerk
from flows.dialogue import derive_id
from flows.errors import NotUnderstood
from flows.incoming import Event, Incoming
from flows.words import Words
from integrations.pictures import look_at, strip_metadata
from integrations.store import cases, conversations, uploads
from integrations.store.cases import Case

SOON = timedelta(minutes=10)
"""How long an answer about something urgent may stand unseen before somebody calls."""

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
    refusal = refusal_of(text) or await held_by_another(web, number, who)
    if refusal is not None:
        return await show_case(request, web, number, who, fault=refusal, typed=text, status=422)
    mark = derive_id(form, text)
    return await _say(request, web, number, who, mark, text)


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
    app = web.app
    data = await file.read()
    try:
        async with web.pictures:
            clean = await asyncio.to_thread(_looked_at, data)
    except NotUnderstood as fault:
        words = Words(fault.key, dict(fault.args_))
        return await show_case(request, web, number, who, fault=words, status=422)
    id_ = derive_id(number, form, "picture")
    async with app.database.write() as connection:
        case = await cases.by_number(connection, app.vault, number)
        if case is None:
            return desk_page(request, web, "desk-missing.html", status=404, who=who)
        to = case.conversation
        await uploads.keep(connection, app.vault, upload=id_, conversation=to, data=clean, at=app.clock())
        await uploads.keep_with(connection, [id_], to, number)
    return await _say(request, web, number, who, derive_id(form, id_), Words("staff-picture"), picture=id_)


@router.post("/want")
async def want(
    request: Request, web: Here, number: str, who: OnCase, form: Pressed, text: Annotated[str, Form()] = ""
) -> Response:
    """Asks the resident for what is missing (补正), all of it at once; until it is there the clocks stand still."""
    app = web.app
    world = await app.world()
    text = written(text)
    refusal = refusal_of(text) or await held_by_another(web, number, who)
    if refusal is not None:
        return await show_case(request, web, number, who, fault=refusal, status=422)

    async def carry_out(connection: AsyncConnection, case: Case) -> bool:
        if case.state == cases.CLOSED:
            return False
        await app.handling.want(connection, case, who, text, world)
        return True

    if not await audited(web, who.name, "missing item asked", number, of_case(web, number, carry_out), form):
        return await show_case(request, web, number, who, fault=Words("desk-moved_meanwhile"), status=409)
    return await done(web, number)


async def _say(
    request: Request,
    web: Web,
    number: str,
    who: Clerk,
    mark: str,
    text: str | Words,
    *,
    picture: str | None = None,
) -> Response:
    """Says it in the conversation at once, and plans how who does not see it there is reached."""
    app = web.app
    world = await app.world()
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
        if case is None:
            return desk_page(request, web, "desk-missing.html", status=404, who=who)
        message = message_of(notice_id(number, "answer", mark))
        told = await conversations.entry_of(connection, app.vault, case.conversation, message) is not None
        can_be_told = await conversations.can_be_told(connection, case.conversation)
    if told:
        await refused(request, who.name, "replay")
        return RedirectResponse(f"/desk/cases/{number}#answer", 303)
    words = Words("staff-answer", {**introduced(who, app.place), "number": number, "text": text})

    async def plan(connection: AsyncConnection) -> bool:
        await app.handling.answered(connection, case, who, world)
        await plan_notice(
            connection,
            app.vault,
            case,
            kind="answer",
            mark=mark,
            words=words,
            now=world.now,
            reach_at=world.now + SOON if case.urgent else None,
            of_ticket=True,
            picture=picture,
        )
        return True

    if can_be_told:
        await audited(web, who.name, "case answered", number, plan)
        event = Event("notice", words=words, ticket=number, picture=picture, held=True)
        try:
            await app.turns.take(Incoming(case.conversation, message, app.clock(), event=event))
        except Forgotten:
            can_be_told = False
            await audited(web, who.name, "answer not delivered", number)
        await woken(web)
    if not can_be_told:
        typed = text if isinstance(text, str) else None
        return await show_case(request, web, number, who, fault=Words("desk-answer_gone"), typed=typed, status=409)
    return RedirectResponse(f"/desk/cases/{number}#answer", 303)


def _looked_at(data: bytes) -> bytes:
    look_at(data)
    return strip_metadata(data)

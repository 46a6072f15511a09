"""One case at the desk: its page, and what a clerk does about it."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.turn import Forgotten
from bot.web.access import Here, Web
from bot.web.casework import answers, briefing, findings, last_messages, notices_about, worded
from bot.web.desk_session import Checked, Genuine, OnCase, Pressed, allowed, audited, desk_page, refused
from bot.web.papers import papers_of
from flows.desk.rights import Clerk, Right
from flows.dialogue import derive_id
from flows.incoming import Event, Incoming
from flows.inputs.text import normalise, storable
from flows.words import Words
from integrations.quick import WORK
from integrations.store import bookings, cases, conversations, due_work, erasure
from integrations.store.due_work import Work

LONGEST_ANSWER = 1000
"""Characters."""

router = APIRouter(prefix="/desk", include_in_schema=False)


@router.get("/cases/{number}", response_class=HTMLResponse)
async def case_page(request: Request, web: Here, number: str, who: OnCase) -> Response:
    return await show_case(request, web, number, who)


@router.post("/cases/{number}", response_class=HTMLResponse, dependencies=[Genuine])
async def whole_case_page(request: Request, web: Here, number: str, who: OnCase) -> Response:
    """The same with whole numbers, for who has to call back; that they were shown is on record."""
    return await show_case(request, web, number, who, "numbers shown", whole=True)


async def show_case(
    request: Request,
    web: Web,
    number: str,
    who: Clerk,
    what: str = "case opened",
    *,
    whole: bool = False,
    fault: Words | None = None,
    typed: str | None = None,
    unsure: bool = False,
    status: int = 200,
) -> Response:
    """A case as it stands. ``fault`` says why nothing was done: with an answer ``typed`` by a clerk, or closing it;
    ``unsure`` asks whether it is to be closed before its appointment."""
    app = web.app

    async def see(connection: AsyncConnection) -> bool:
        await cases.mark(connection, number, [cases.FILED], cases.SEEN, app.clock())
        return True

    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
        if case is None:
            return desk_page(request, web, "desk-missing.html", status=404, who=who)
    # Looked at first and read then: what is said in between is shown, and makes the case one not looked at again.
    await audited(web, who.name, what, number, see)
    language, world = web.language(request), await app.world()
    async with app.database.read() as connection:
        papers = await papers_of(app, connection, case, world, language)
        work = await due_work.about(connection, number)
        held_against = await app.no_shows.of_case(connection, case)
        can_be_told = await conversations.can_be_told(connection, case.conversation)
        if case.kind == "handoff":
            said = await conversations.entries(connection, app.vault, case.conversation, last=20)
        else:
            pushed = await conversations.entries(connection, app.vault, case.conversation, pushed_only=True)
            said = notices_about(pushed, number)
    return desk_page(
        request,
        web,
        "desk-case.html",
        status=status,
        who=who,
        case=case,
        state=cases.SEEN if case.state == cases.FILED else case.state,
        whole=whole,
        lines=answers(app, case, language, whole=whole),
        findings=findings(app, case, language),
        briefing=briefing(app, case, language),
        papers=papers,
        spoken=last_messages(web.renderer, said, language),
        work=work,
        counted=held_against,
        is_own=held_against is not None and held_against.booking == case.booking,
        as_day=date.fromisoformat,
        can_be_told=can_be_told,
        fault=None if fault is None else worded(app, fault, language),
        typed=typed,
        unsure=unsure,
        longest=LONGEST_ANSWER,
        answer_id=secrets.token_urlsafe(12),
    )


@router.post("/cases/{number}/close")
async def close(
    request: Request,
    web: Here,
    number: str,
    who: OnCase,
    form: Pressed,
    sure: Annotated[str, Form(max_length=3)] = "",
) -> Response:
    """Closes a case that was looked at; the conversation that stands still for it is told, and goes on.

    That of an appointment that is still to come is closed when it is asked for once more: it cancels nothing.
    """
    app = web.app
    if sure != "yes":
        async with app.database.read() as connection:
            case = await cases.by_number(connection, app.vault, number)
            is_done = case is None or case.booking is None or case.state == cases.CLOSED
            to_come = None if case is None or is_done else await bookings.one(connection, str(case.booking))
        if to_come is not None:
            return await show_case(request, web, number, who, unsure=True, status=409)

    async def mark(connection: AsyncConnection) -> bool:
        now = app.clock()
        if not await cases.mark(connection, number, [cases.SEEN], cases.CLOSED, now):
            return False
        waiting = await cases.waited_for_in(connection, number)
        if waiting is not None:
            payload = {"conversation": waiting, "number": number}
            work = Work(f"closed:{number}", "closed", now, payload, number)
            await due_work.schedule(connection, app.vault, work, now)
        return True

    if await audited(web, who.name, "case closed", number, mark, form):
        await app.quick.wake(WORK)
        return RedirectResponse(f"/desk/cases/{number}", 303)
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
    if case is not None and case.state == cases.FILED:  # something was said after the clerk's page was made
        return await show_case(request, web, number, who, fault=Words("desk-close_unread"), status=409)
    return RedirectResponse(f"/desk/cases/{number}", 303)


@router.post("/cases/{number}/strike-off")
async def strike_off(web: Here, number: str, who: OnCase, form: Pressed) -> Response:
    """Strikes the no-show or the cancellation of a case's appointment off the count (不计); who it is about is told."""
    app = web.app

    async def carry_out(connection: AsyncConnection) -> bool:
        case = await cases.by_number(connection, app.vault, number)
        return case is not None and await app.no_shows.strike_off(connection, case)

    if await audited(web, who.name, "struck off the count", number, carry_out, form):
        await app.quick.wake(WORK)
    return RedirectResponse(f"/desk/cases/{number}", 303)


@router.post("/cases/{number}/erase")
async def erase(web: Here, number: str, who: OnCase, form: Pressed) -> Response:
    """Erases the answers of the case that a request for erasure names, and closes the request."""
    app = web.app

    async def carry_out(connection: AsyncConnection) -> bool:
        request = await cases.by_number(connection, app.vault, number)
        asked = None if request is None else request.content.get("erase")
        return asked is not None and await erasure.carry_out(connection, app.vault, asked, app.clock())

    await audited(web, who.name, "case erased", number, carry_out, form)
    return RedirectResponse(f"/desk/cases/{number}", 303)


@router.post("/cases/{number}/answer", dependencies=[Checked])
async def answer(
    request: Request,
    web: Here,
    number: str,
    who: OnCase,
    text: Annotated[str, Form()] = "",
    form: Annotated[str, Form(max_length=100)] = "",
) -> Response:
    """Says a clerk's words in the conversation of a case: once for each form and wording, however often it is sent."""
    app = web.app
    text = storable(text).replace("\r\n", "\n").strip()
    refusal = _refusal_of(text)
    if refusal is not None:
        return await show_case(request, web, number, who, fault=refusal, typed=text, status=422)
    words = Words("staff-answer", {"place": Words(f"place-{app.place.id}"), "number": number, "text": text})
    message = f"event:{derive_id('answer', number, form, text)}"
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
        if case is None:
            return desk_page(request, web, "desk-missing.html", status=404, who=who)
        told = await conversations.entry_of(connection, app.vault, case.conversation, message) is not None
        can_be_told = await conversations.can_be_told(connection, case.conversation)
    if told:
        await refused(request, who.name, "replay")
    if can_be_told and not told:
        await audited(web, who.name, "case answered", number)
        event = Event("notice", words=words, ticket=number)
        try:
            await app.turns.take(Incoming(case.conversation, message, app.clock(), event=event))
        except Forgotten:
            can_be_told = False
            await audited(web, who.name, "answer not delivered", number)
    if not can_be_told:
        return await show_case(request, web, number, who, fault=Words("desk-answer_gone"), typed=text, status=409)
    return RedirectResponse(f"/desk/cases/{number}#answer", 303)


def _refusal_of(text: str) -> Words | None:
    if not normalise(text):
        return Words("text-empty")
    return Words("text-too_long", {"limit": LONGEST_ANSWER}) if len(text) > LONGEST_ANSWER else None


@router.post("/cases/{number}/retry", dependencies=[Depends(allowed(Right.ROSTER))])
async def retry(
    web: Here, number: str, who: OnCase, form: Pressed, work: Annotated[str, Form(max_length=120)] = ""
) -> Response:
    async def revive(connection: AsyncConnection) -> bool:
        own = {row.id for row in await due_work.about(connection, number)}
        return work in own and await due_work.retry(connection, work, web.app.clock())

    if await audited(web, who.name, "delivery retried", number, revive, form):
        await web.app.quick.wake(WORK)
    return RedirectResponse(f"/desk/cases/{number}", 303)

"""The staff's page: sign in, the list of cases and of conversations handed over, one case. Server-rendered, plain."""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Cookie, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import auditing
from bot.turn import Forgotten
from bot.web.access import Here, Web, web_of
from bot.web.casework import answers, briefing, findings, last_messages, notices_about, worded
from bot.web.papers import papers_of
from flows.dialogue import derive_id
from flows.discretion import title
from flows.incoming import Event, Incoming
from flows.inputs.text import normalise, storable
from flows.words import Words
from integrations.quick import WORK
from integrations.store import bookings, cases, conversations, due_work, erasure, notices, staff
from integrations.store.due_work import Work

COOKIE = "yizheng_desk"
CSRF_COOKIE = "yizheng_desk_form"
SIGN_INS_PER_WINDOW, SIGN_IN_WINDOW = 10, 300
PAGE = 50
MOST_PAGES = 10_000
KINDS = ("booking", "handoff", "case", "erasure")
STATES = (cases.FILED, cases.SEEN, cases.CLOSED)
LONGEST_ANSWER = 1000
"""Characters."""

router = APIRouter(prefix="/desk", include_in_schema=False)


class SignInNeeded(Exception):
    """Nobody is signed in; the page of the sign-in is shown instead."""


async def _signed_in(request: Request, session: Annotated[str, Cookie(alias=COOKIE, max_length=100)] = "") -> str:
    app = web_of(request).app
    if session:
        async with app.database.read() as connection:
            name = await staff.of_session(connection, session, app.clock())
        if name is not None:
            return name
    raise SignInNeeded


async def _checked_form(
    token: Annotated[str, Form(max_length=100)] = "",
    cookie: Annotated[str, Cookie(alias=CSRF_COOKIE, max_length=100)] = "",
) -> None:
    """The form was made for this browser: its token is that of the cookie, which no other site can read or set."""
    if not cookie or not hmac.compare_digest(token.encode(), cookie.encode()):
        raise SignInNeeded


Who = Annotated[str, Depends(_signed_in)]
Checked = Depends(_checked_form)


@router.get("/login", response_class=HTMLResponse)
async def login_page(request: Request, web: Here) -> Response:
    return desk_page(request, web, "desk-login.html", failed=False)


@router.post("/login", dependencies=[Checked])
async def login(
    request: Request,
    web: Here,
    name: Annotated[str, Form(max_length=40)] = "",
    password: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    app = web.app
    allowed = await web.within("sign-in", web.client(request), SIGN_INS_PER_WINDOW, SIGN_IN_WINDOW)
    allowed &= await web.within("sign-in-name", name, SIGN_INS_PER_WINDOW, SIGN_IN_WINDOW)
    if allowed:
        async with app.database.read() as connection:
            stored = await staff.password_of(connection, name)
        if await asyncio.to_thread(staff.matches, stored, password):
            return await _begin_session(request, web, name)
        await audited(web, "stranger", "sign-in refused", "desk")
    return desk_page(request, web, "desk-login.html", status=403 if allowed else 429, failed=True)


@router.post("/logout", dependencies=[Checked])
async def logout(web: Here, who: Who, session: Annotated[str, Cookie(alias=COOKIE)] = "") -> Response:
    async def end(connection: AsyncConnection) -> bool:
        await staff.end(connection, session)
        return True

    await audited(web, who, "signed out", "desk", end)
    answer = RedirectResponse("/desk/login", 303)
    answer.delete_cookie(COOKIE, path="/desk")
    return answer


@router.get("", response_class=HTMLResponse)
async def queue(
    request: Request, web: Here, who: Who, kind: str = "", state: str = "", township: str = "", page: int = 0
) -> Response:
    townships = web.app.place.townships
    kind, state = (kind if kind in KINDS else ""), (state if state in STATES else "")
    township = township if township in townships else ""
    page = max(0, min(page, MOST_PAGES))
    chosen = {"kind": kind or None, "state": state or None, "township": township or None}
    async with web.app.database.read() as connection:
        rows = await cases.listed(connection, **chosen, most=PAGE, page=page)
        first_beyond = await cases.listed(connection, **chosen, most=1, page=(page + 1) * PAGE)
        counts = await due_work.counts(connection)
        calls = await notices.to_call(connection)
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


@router.post("/calls", dependencies=[Checked])
async def called(web: Here, who: Who, notice: Annotated[str, Form(max_length=120)] = "") -> Response:
    """A clerk has reached somebody by telephone: the notice is off the list (今日待电话通知)."""

    async def mark(connection: AsyncConnection) -> bool:
        return await notices.move(connection, notice, [notices.CALL], notices.CALLED, web.app.clock())

    await audited(web, who, "called", notice.partition(":")[0][:80], mark)
    return RedirectResponse("/desk", 303)


@router.get("/cases/{number}", response_class=HTMLResponse)
async def case_page(request: Request, web: Here, number: str, who: Who) -> Response:
    return await show_case(request, web, number, who)


@router.post("/cases/{number}", response_class=HTMLResponse, dependencies=[Checked])
async def whole_case_page(request: Request, web: Here, number: str, who: Who) -> Response:
    """The same with whole numbers, for who has to call back; that they were shown is on record."""
    return await show_case(request, web, number, who, "numbers shown", whole=True)


async def show_case(
    request: Request,
    web: Web,
    number: str,
    who: str,
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
    await audited(web, who, what, number, see)
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


@router.post("/cases/{number}/close", dependencies=[Checked])
async def close(
    request: Request, web: Here, number: str, who: Who, sure: Annotated[str, Form(max_length=3)] = ""
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

    if await audited(web, who, "case closed", number, mark):
        await app.quick.wake(WORK)
        return RedirectResponse(f"/desk/cases/{number}", 303)
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
    if case is not None and case.state == cases.FILED:  # something was said after the clerk's page was made
        return await show_case(request, web, number, who, fault=Words("desk-close_unread"), status=409)
    return RedirectResponse(f"/desk/cases/{number}", 303)


@router.post("/cases/{number}/strike-off", dependencies=[Checked])
async def strike_off(web: Here, number: str, who: Who) -> Response:
    """Strikes the no-show or the cancellation of a case's appointment off the count (不计); who it is about is told."""
    app = web.app

    async def carry_out(connection: AsyncConnection) -> bool:
        case = await cases.by_number(connection, app.vault, number)
        return case is not None and await app.no_shows.strike_off(connection, case)

    if await audited(web, who, "struck off the count", number, carry_out):
        await app.quick.wake(WORK)
    return RedirectResponse(f"/desk/cases/{number}", 303)


@router.post("/cases/{number}/erase", dependencies=[Checked])
async def erase(web: Here, number: str, who: Who) -> Response:
    """Erases the answers of the case that a request for erasure names, and closes the request."""
    app = web.app

    async def carry_out(connection: AsyncConnection) -> bool:
        request = await cases.by_number(connection, app.vault, number)
        asked = None if request is None else request.content.get("erase")
        return asked is not None and await erasure.carry_out(connection, app.vault, asked, app.clock())

    await audited(web, who, "case erased", number, carry_out)
    return RedirectResponse(f"/desk/cases/{number}", 303)


@router.post("/cases/{number}/answer", dependencies=[Checked])
async def answer(
    request: Request,
    web: Here,
    number: str,
    who: Who,
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
    if can_be_told and not told:
        await audited(web, who, "case answered", number)
        event = Event("notice", words=words, ticket=number)
        try:
            await app.turns.take(Incoming(case.conversation, message, app.clock(), event=event))
        except Forgotten:
            can_be_told = False
            await audited(web, who, "answer not delivered", number)
    if not can_be_told:
        return await show_case(request, web, number, who, fault=Words("desk-answer_gone"), typed=text, status=409)
    return RedirectResponse(f"/desk/cases/{number}#answer", 303)


def _refusal_of(text: str) -> Words | None:
    if not normalise(text):
        return Words("text-empty")
    return Words("text-too_long", {"limit": LONGEST_ANSWER}) if len(text) > LONGEST_ANSWER else None


@router.post("/cases/{number}/retry", dependencies=[Checked])
async def retry(web: Here, number: str, who: Who, work: Annotated[str, Form(max_length=120)] = "") -> Response:
    async def revive(connection: AsyncConnection) -> bool:
        own = {row.id for row in await due_work.about(connection, number)}
        return work in own and await due_work.retry(connection, work, web.app.clock())

    if await audited(web, who, "delivery retried", number, revive):
        await web.app.quick.wake(WORK)
    return RedirectResponse(f"/desk/cases/{number}", 303)


async def _begin_session(request: Request, web: Web, name: str) -> Response:
    session = secrets.token_urlsafe(32)

    async def begin(connection: AsyncConnection) -> bool:
        await staff.begin(connection, name, session, web.app.clock())
        return True

    await audited(web, name, "signed in", "desk", begin)
    answer = RedirectResponse("/desk", 303)
    _set(answer, COOKIE, session, web.secure(request))
    return answer


async def audited(
    web: Web,
    who: str,
    what: str,
    subject: str,
    change: Callable[[AsyncConnection], Awaitable[bool]] | None = None,
) -> bool:
    """What a clerk does, with its entry in the audit log; as ``bot.auditing``."""
    return await auditing.audited(web.app.database, web.app.clock, who, what, subject, change)


def desk_page(request: Request, web: Web, template: str, *, status: int = 200, **values: Any) -> Response:
    app, language = web.app, web.language(request)
    form = request.cookies.get(CSRF_COOKIE) or secrets.token_urlsafe(24)
    context = {
        "language": language,
        "words": app.speech.texts("desk-", language),
        "place": worded(app, Words(f"place-{app.place.id}"), language),
        "demonstration": app.place.demonstration,
        "say": lambda key: worded(app, Words(key), language),
        "titled": lambda service: worded(app, title(service), language),
        "put": lambda value: worded(app, Words("verbatim", {"text": value}), language),
        "form": form,
        **values,
    }
    answer = web.templates.TemplateResponse(request, template, context, status)
    _set(answer, CSRF_COOKIE, form, web.secure(request))
    return answer


def _set(answer: Response, name: str, value: str, secure: bool) -> None:
    seconds = int(staff.SESSION.total_seconds())
    answer.set_cookie(name, value, max_age=seconds, path="/desk", httponly=True, secure=secure, samesite="strict")

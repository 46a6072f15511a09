"""Who is at the desk: signing in and out, the forms of a browser's own, and the frame of every page of the desk."""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections.abc import Awaitable, Callable
from typing import Annotated, Any

from fastapi import APIRouter, Cookie, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import auditing
from bot.web.access import Here, Web, web_of
from bot.web.casework import worded
from flows.desk.rights import Clerk
from flows.discretion import title
from flows.words import Words
from integrations.store import staff

COOKIE = "yizheng_desk"
CSRF_COOKIE = "yizheng_desk_form"
SIGN_INS_PER_WINDOW, SIGN_IN_WINDOW = 10, 300

router = APIRouter(prefix="/desk", include_in_schema=False)


class SignInNeeded(Exception):
    """Nobody is signed in; the page of the sign-in is shown instead."""


async def _signed_in(request: Request, session: Annotated[str, Cookie(alias=COOKIE, max_length=100)] = "") -> Clerk:
    app = web_of(request).app
    if session:
        async with app.database.read() as connection:
            clerk = await staff.of_session(connection, session, app.clock())
        if clerk is not None:
            return clerk
    raise SignInNeeded


async def _checked_form(
    token: Annotated[str, Form(max_length=100)] = "",
    cookie: Annotated[str, Cookie(alias=CSRF_COOKIE, max_length=100)] = "",
) -> None:
    """The form was made for this browser: its token is that of the cookie, which no other site can read or set."""
    if not cookie or not hmac.compare_digest(token.encode(), cookie.encode()):
        raise SignInNeeded


Who = Annotated[Clerk, Depends(_signed_in)]
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

    await audited(web, who.name, "signed out", "desk", end)
    answer = RedirectResponse("/desk/login", 303)
    answer.delete_cookie(COOKIE, path="/desk")
    return answer


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
        "once": lambda: secrets.token_urlsafe(16),
        **values,
    }
    answer = web.templates.TemplateResponse(request, template, context, status)
    _set(answer, CSRF_COOKIE, form, web.secure(request))
    return answer


def _set(answer: Response, name: str, value: str, secure: bool) -> None:
    seconds = int(staff.SESSION.total_seconds())
    answer.set_cookie(name, value, max_age=seconds, path="/desk", httponly=True, secure=secure, samesite="strict")

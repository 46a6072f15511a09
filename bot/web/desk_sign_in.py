"""Signing in and out: name, password and one-time code in one form; what was wrong of them is not said."""

from __future__ import annotations

import asyncio
import hmac
import secrets
from typing import Annotated

from fastapi import APIRouter, Cookie, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.web.access import Here, Web
from bot.web.desk_session import (
    COOKIE,
    CSRF_COOKIE,
    STRANGER,
    Pressed,
    SignInNeeded,
    Who,
    audited,
    desk_page,
    refused,
    set_cookie,
)
from integrations import totp
from integrations.store import sessions, staff

SIGN_INS_PER_WINDOW, SIGN_IN_WINDOW = 10, 300

router = APIRouter(prefix="/desk", include_in_schema=False)


async def _own_form(
    request: Request,
    token: Annotated[str, Form()] = "",
    cookie: Annotated[str, Cookie(alias=CSRF_COOKIE)] = "",
) -> None:
    """The form was made for this browser: its token is that of the cookie, which no other site can read or set."""
    if not cookie or not hmac.compare_digest(token.encode(), cookie.encode()):
        await refused(request, STRANGER, "forged")
        raise SignInNeeded


@router.get("/login", response_class=HTMLResponse)
async def login_page(request: Request, web: Here) -> Response:
    return desk_page(request, web, "desk-login.html", fault="")


@router.post("/login", dependencies=[Depends(_own_form)])
async def login(
    request: Request,
    web: Here,
    name: Annotated[str, Form(max_length=40)] = "",
    password: Annotated[str, Form(max_length=200)] = "",
    code: Annotated[str, Form(max_length=40)] = "",
) -> Response:
    """Who has no one-time code yet gets in where the place is a demonstration only, and is told whom to ask."""
    app, name = web.app, name if name.isprintable() else ""
    within = await web.within("sign-in", web.client(request), SIGN_INS_PER_WINDOW, SIGN_IN_WINDOW)
    within &= await web.within("sign-in-name", name, SIGN_INS_PER_WINDOW, SIGN_IN_WINDOW)
    if not within:
        return _again(request, web, 429)
    now = app.clock()
    async with app.database.read() as connection:
        door = await staff.door_of(connection, app.vault, name, now)
    fits = await asyncio.to_thread(staff.matches, door.stored, password)
    if fits and not door.active:
        await refused(request, name, "blocked")
        return _again(request, web)
    if fits and door.secret is None and not app.place.demonstration:
        await refused(request, name, "no one-time code")
        return _again(request, web, fault="desk-sign_in_no_code")
    step = None if door.secret is None else totp.step_of(door.secret, code, now)
    if fits and (door.secret is None or step is not None):
        session = secrets.token_urlsafe(32)

        async def begin(connection: AsyncConnection) -> bool:
            if not await staff.let_in(connection, name, door, step, now):
                return False
            await sessions.begin(connection, name, session, now)
            return True

        if await audited(web, name, "signed in", "desk", begin):
            answer = RedirectResponse("/desk", 303)
            set_cookie(answer, COOKIE, session, web.secure(request))
            return answer
    await _count_failure(web, name)
    return _again(request, web)


@router.post("/logout")
async def logout(web: Here, who: Who, form: Pressed, session: Annotated[str, Cookie(alias=COOKIE)] = "") -> Response:
    async def end(connection: AsyncConnection) -> bool:
        await sessions.end(connection, session)
        return True

    await audited(web, who.name, "signed out", "desk", end, form)
    answer = RedirectResponse("/desk/login", 303)
    answer.delete_cookie(COOKIE, path="/desk")
    return answer


async def _count_failure(web: Web, name: str) -> None:
    locked = False

    async def count(connection: AsyncConnection) -> bool:
        nonlocal locked
        locked = await staff.failed(connection, name, web.app.clock())
        return True

    await audited(web, STRANGER, "sign-in refused", "desk", count)
    if locked:  # only what there is can be locked: the name is no typed secret
        await audited(web, STRANGER, "account locked", name)


def _again(request: Request, web: Web, status: int = 403, fault: str = "desk-sign_in_failed") -> Response:
    return desk_page(request, web, "desk-login.html", status=status, fault=fault)

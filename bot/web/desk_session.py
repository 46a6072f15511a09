"""Who is at the desk: sessions, rights and scopes, the forms of a session's own, and the frame of every page.

Whoever is refused is refused here, and stands in the audit log.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Cookie, Depends, Form, Request
from fastapi.responses import Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import auditing, doing
from bot.web.access import Web, web_of
from bot.web.casework import worded
from flows.desk.rights import Clerk, Level, Right
from flows.discretion import title
from flows.words import Words
from integrations.store import queue, sessions
from integrations.store.sessions import MOVED_EVERY, SESSION

COOKIE = "yizheng_desk"
CSRF_COOKIE = "yizheng_desk_form"
LIVE = "x-live"
"""The header with which a page that is open asks for itself again, saying whether anybody sees it."""
STRANGER = "stranger"
HOMES = {
    Right.CASES: "/desk",
    Right.AUDIT: "/desk/audit",
    Right.ACCOUNTS: "/desk/accounts",
    Right.CALENDAR: "/desk/calendar",
}
"""Where each of the staff begins: the first of these that they may open."""
_ONCE = re.compile(r"[0-9A-Za-z_-]{16,64}", re.ASCII)


class SignInNeeded(Exception):
    """Nobody is signed in, or the form is none of theirs; the page of the sign-in is shown instead."""


class NotAllowed(Exception):
    """What was asked for does not go with the role."""

    def __init__(self, clerk: Clerk) -> None:
        super().__init__()
        self.clerk = clerk


class NoSuchCase(NotAllowed):
    """There is no case of this number, or it is not of the clerk's scope: which of the two, nobody can tell."""


@dataclass(frozen=True, slots=True)
class OneForm:
    """A form that changes something: whose it is, and its digest. It is good for once."""

    clerk: Clerk
    digest: bytes


class PressedAlready(Exception):
    """The form was pressed before; nothing is done a second time."""

    def __init__(self, clerk: Clerk) -> None:
        super().__init__()
        self.clerk = clerk


async def _signed_in(request: Request, session: Annotated[str, Cookie(alias=COOKIE)] = "") -> Clerk:
    app = web_of(request).app
    now = app.clock()
    found = None
    if session:
        async with app.database.read() as connection:
            found = await sessions.look_up(connection, session, now)
    if found is None:
        await refused(request, STRANGER, "stranger")
        raise SignInNeeded
    if found.is_blocked or found.is_over:
        await refused(request, found.clerk.name, "blocked" if found.is_blocked else "expired")
        raise SignInNeeded
    if found.used_at <= now - MOVED_EVERY and LIVE not in request.headers:  # a page that asks for itself uses nothing
        async with app.database.write() as connection:
            await sessions.use(connection, session, now)
    return found.clerk


Who = Annotated[Clerk, Depends(_signed_in)]


def allowed(right: Right) -> Callable[..., Awaitable[Clerk]]:
    """A dependency: who is signed in, if this right goes with their role. Raises NotAllowed."""

    async def check(request: Request, who: Who) -> Clerk:
        if not who.may(right):
            await refused(request, who.name, "right")
            raise NotAllowed(who)
        return who

    return check


Cases = Annotated[Clerk, Depends(allowed(Right.CASES))]
Roster = Annotated[Clerk, Depends(allowed(Right.ROSTER))]
Calendar = Annotated[Clerk, Depends(allowed(Right.CALENDAR))]
Auditor = Annotated[Clerk, Depends(allowed(Right.AUDIT))]
Accounts = Annotated[Clerk, Depends(allowed(Right.ACCOUNTS))]


async def _at_counter(request: Request, who: Cases) -> Clerk:
    """The offices are the county's, and so is who comes there."""
    if who.level is not Level.COUNTY:
        await refused(request, who.name, "scope")
        raise NotAllowed(who)
    return who


async def _on_case(request: Request, number: str, who: Cases) -> Clerk:
    """Who may see the case of the address. Raises NoSuchCase."""
    where = None
    if doing.NUMBER.fullmatch(number):
        async with web_of(request).app.database.read() as connection:
            where = await queue.located(connection, number)
    if where is not None and who.sees(where):
        return who
    if where is not None:
        await refused(request, who.name, "scope")
    raise NoSuchCase(who)


AtCounter = Annotated[Clerk, Depends(_at_counter)]
OnCase = Annotated[Clerk, Depends(_on_case)]


async def _genuine_form(request: Request, who: Who, token: Annotated[str, Form()] = "") -> None:
    """The form was made for this session: no other site, browser or session knows its token."""
    own = form_token(web_of(request), request.cookies.get(COOKIE, ""))
    if not hmac.compare_digest(token.encode(), own.encode()):
        await refused(request, who.name, "forged")
        raise SignInNeeded


async def _pressed_form(
    request: Request, who: Who, _: Annotated[None, Depends(_genuine_form)], once: Annotated[str, Form()] = ""
) -> OneForm:
    """A form that changes something, and is good for once: hand it to ``audited``."""
    if not _ONCE.fullmatch(once):
        await refused(request, who.name, "forged")
        raise SignInNeeded
    return OneForm(who, hashlib.sha256(f"{who.name}\x1f{once}".encode()).digest())


Genuine = Depends(_genuine_form)
"""For a form that only shows something."""
Checked = Depends(_pressed_form)
"""For a form whose change is keyed by itself."""
Pressed = Annotated[OneForm, Depends(_pressed_form)]


def form_token(web: Web, session: str) -> str:
    """The token in the forms of one session."""
    return web.app.vault.sign("desk-form", session.encode()).hex()


async def refused(request: Request, who: str, why: str) -> None:
    """Writes down that somebody was refused: with the number of the case if it could be one, else with the address's
    pattern, never with what was typed."""
    web = web_of(request)
    number = request.path_params.get("number", "")
    subject = number if doing.NUMBER.fullmatch(number) else request.scope["route"].path
    await doing.refused(web.app, f"{web.client(request)} {who}", who, why, subject)


async def audited(
    web: Web,
    who: str,
    what: str,
    subject: str,
    change: Callable[[AsyncConnection], Awaitable[bool]] | None = None,
    form: OneForm | None = None,
) -> bool:
    """What a clerk does, with its entry in the audit log; as ``bot.auditing``.

    With a ``form`` it is done once, however often that is pressed; what changed nothing may be pressed again. Raises
    PressedAlready.
    """

    app = web.app
    if form is None:
        return await auditing.audited(app.database, app.clock, who, what, subject, change)
    made = auditing.once(change, form.digest, app.clock)
    try:
        return await auditing.audited(app.database, app.clock, who, what, subject, made)
    except auditing.DoneAlready as fault:
        raise PressedAlready(form.clerk) from fault


def home_of(clerk: Clerk) -> str:
    """Where somebody begins."""
    return next(path for right, path in HOMES.items() if clerk.may(right))


def desk_page(
    request: Request, web: Web, template: str, *, who: Clerk | None = None, status: int = 200, **values: Any
) -> Response:
    """A page of the desk. Without ``who`` it is for a browser that is not signed in."""
    app, language = web.app, web.language(request)
    if who is None:
        form = request.cookies.get(CSRF_COOKIE) or secrets.token_urlsafe(24)
    else:
        form = form_token(web, request.cookies.get(COOKIE, ""))
    context = {
        "language": language,
        "words": app.speech.texts("desk-", language),
        "place": worded(app, Words(f"place-{app.place.id}"), language),
        "demonstration": app.place.demonstration,
        "say": lambda key: worded(app, Words(key), language),
        "titled": lambda service: worded(app, title(service), language),
        "put": lambda value: worded(app, Words("verbatim", {"text": value}), language),
        "who": who,
        "form": form,
        "once": lambda: secrets.token_urlsafe(16),
        **values,
    }
    answer = web.templates.TemplateResponse(request, template, context, status)
    if who is None:
        set_cookie(answer, CSRF_COOKIE, form, web.secure(request))
    return answer


def set_cookie(answer: Response, name: str, value: str, secure: bool) -> None:
    """A cookie of the desk: for no script, no other site and no longer than a session."""
    seconds = int(SESSION.total_seconds())
    answer.set_cookie(name, value, max_age=seconds, path="/desk", httponly=True, secure=secure, samesite="strict")

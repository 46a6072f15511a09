"""The staff's page: sign in, the list of cases and of conversations handed over, one case. Server-rendered, plain."""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Cookie, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.templating import Jinja2Templates

from bot.app import App
from bot.speech import negotiate
from bot.web.guard import Limits, client_address
from flows.language.questions import shown
from flows.words import Value, Words, from_plain
from integrations.store import audit, cases, conversations, due_work, staff
from integrations.store.cases import Case
from integrations.store.conversations import Entry
from integrations.store.database import Collision

COOKIE = "yizheng_desk"
CSRF_COOKIE = "yizheng_desk_form"
SIGN_INS_PER_WINDOW, SIGN_IN_WINDOW = 10, 300
PAGE = 50
KINDS = ("booking", "handoff", "case", "erasure")
AUDIT_TRIES = 5


class SignInNeeded(Exception):
    """Nobody is signed in; the page of the sign-in is shown instead."""


def make_desk(app: App, limits: Limits, templates: Jinja2Templates) -> APIRouter:
    """The routes under ``/desk``."""
    router = APIRouter(prefix="/desk", include_in_schema=False)
    proxies = {each.strip() for each in app.settings.trusted_proxies.split(",") if each.strip()}

    async def signed_in(session: Annotated[str, Cookie(alias=COOKIE, max_length=100)] = "") -> str:
        if session:
            async with app.database.read() as connection:
                name = await staff.of_session(connection, session, app.clock())
            if name is not None:
                return name
        raise SignInNeeded

    async def checked_form(
        token: Annotated[str, Form(max_length=100)] = "",
        cookie: Annotated[str, Cookie(alias=CSRF_COOKIE, max_length=100)] = "",
    ) -> None:
        if not cookie or not hmac.compare_digest(token.encode(), cookie.encode()):
            raise SignInNeeded

    Staff = Annotated[str, Depends(signed_in)]  # noqa: N806 - a type
    Checked = Annotated[None, Depends(checked_form)]  # noqa: N806 - a type

    def page(request: Request, name: str, **values: Any) -> Response:
        language = negotiate(request.headers.get("accept-language"), app.settings.locale)
        form = request.cookies.get(CSRF_COOKIE) or secrets.token_urlsafe(24)
        context = {
            "language": language,
            "words": app.speech.texts("desk-", language),
            "place": app.speech.render(Words(f"place-{app.place.id}"), language),
            "demonstration": app.place.demonstration,
            "say": lambda key, **args: app.speech.render(Words(key, args), language),
            "form": form,
            **values,
        }
        answer = templates.TemplateResponse(request, name, context)
        _set(answer, CSRF_COOKIE, form, request)
        return answer

    async def noted(who: str, what: str, subject: str) -> None:
        for _ in range(AUDIT_TRIES):
            try:
                async with app.database.write() as connection:
                    await audit.record(connection, app.clock(), who, what, subject, secrets.token_bytes)
                return
            except Collision:
                continue

    @router.get("/login", response_class=HTMLResponse)
    async def login_page(request: Request) -> Response:
        return page(request, "desk-login.html", failed=False)

    @router.post("/login")
    async def login(
        request: Request,
        name: Annotated[str, Form(max_length=40)],
        password: Annotated[str, Form(max_length=200)],
        _: Checked,
    ) -> Response:
        address = client_address(request.scope, proxies)
        allowed = await limits.allows("sign-in", address, SIGN_INS_PER_WINDOW, SIGN_IN_WINDOW)
        allowed &= await limits.allows("sign-in-name", name, SIGN_INS_PER_WINDOW, SIGN_IN_WINDOW)
        async with app.database.read() as connection:
            stored = await staff.password_of(connection, name)
        if not allowed or not await asyncio.to_thread(staff.matches, stored, password):
            await noted("stranger", "sign-in refused", "desk")
            answer = page(request, "desk-login.html", failed=True)
            answer.status_code = 403
            return answer
        session = secrets.token_urlsafe(32)
        async with app.database.write() as connection:
            await staff.begin(connection, name, session, app.clock())
        await noted(name, "signed in", "desk")
        answer = RedirectResponse("/desk", 303)
        _set(answer, COOKIE, session, request)
        return answer

    @router.post("/logout")
    async def logout(
        request: Request, who: Staff, _: Checked, session: Annotated[str, Cookie(alias=COOKIE)] = ""
    ) -> Response:
        async with app.database.write() as connection:
            await staff.end(connection, session)
        await noted(who, "signed out", "desk")
        answer = RedirectResponse("/desk/login", 303)
        answer.delete_cookie(COOKIE, path="/desk")
        return answer

    @router.get("", response_class=HTMLResponse)
    async def queue(request: Request, who: Staff, kind: str = "", state: str = "", page_: int = 0) -> Response:
        chosen_kind = kind if kind in KINDS else None
        chosen_state = state if state in (cases.FILED, cases.SEEN, cases.CLOSED) else None
        async with app.database.read() as connection:
            rows = await cases.listed(
                connection, kind=chosen_kind, state=chosen_state, most=PAGE + 1, page=max(0, min(page_, 10_000))
            )
            counts = await due_work.counts(connection)
        dead = sum(count for (_, work_state), count in counts.items() if work_state == "dead")
        return page(
            request,
            "desk-queue.html",
            who=who,
            rows=rows[:PAGE],
            more=len(rows) > PAGE,
            page_number=page_,
            kind=chosen_kind or "",
            state=chosen_state or "",
            kinds=KINDS,
            dead=dead,
        )

    @router.get("/cases/{number}", response_class=HTMLResponse)
    async def case_page(request: Request, number: str, who: Staff) -> Response:
        async with app.database.read() as connection:
            case = await cases.by_number(connection, app.vault, number)
            if case is None:
                answer = page(request, "desk-missing.html", who=who)
                answer.status_code = 404
                return answer
            work = await due_work.about(connection, number)
            said: Sequence[Entry] = []
            if case.kind == "handoff":
                said = await conversations.entries(connection, app.vault, case.conversation, last=20)
        await noted(who, "case opened", number)
        if case.state == cases.FILED:
            async with app.database.write() as connection:
                await cases.mark(connection, number, [cases.FILED], cases.SEEN, app.clock())
        language = negotiate(request.headers.get("accept-language"), app.settings.locale)
        spoken = [
            (_text(app, entry.said, language), [app.speech.render(reply.words, language) for reply in entry.replies])
            for entry in said
        ]
        return page(
            request,
            "desk-case.html",
            who=who,
            case=case,
            lines=_lines(app, case, language),
            findings=[app.speech.render(from_plain(each), language) for each in case.content.get("findings", [])],
            work=work,
            spoken=spoken,
            as_day=date.fromisoformat,
        )

    @router.post("/cases/{number}/close")
    async def close(number: str, who: Staff, _: Checked) -> Response:
        async with app.database.write() as connection:
            closed = await cases.mark(connection, number, [cases.FILED, cases.SEEN], cases.CLOSED, app.clock())
        if closed:
            await noted(who, "case closed", number)
        return RedirectResponse(f"/desk/cases/{number}", 303)

    @router.post("/work/retry")
    async def retry(who: Staff, _: Checked, work: Annotated[str, Form(max_length=120)]) -> Response:
        async with app.database.write() as connection:
            revived = await due_work.retry(connection, work, app.clock())
        if revived:
            await noted(who, "delivery retried", work[:80])
            await app.quick.wake()
        number = work.split(":")
        return RedirectResponse("/desk" if len(number) < 3 else f"/desk/work/{number[2]}", 303)

    @router.get("/work/{case}")
    async def of_work(case: str, who: Staff) -> Response:
        async with app.database.read() as connection:
            number = await cases.number_of(connection, case)
        return RedirectResponse("/desk" if number is None else f"/desk/cases/{number}", 303)

    return router


def _lines(app: App, case: Case, language: str) -> list[tuple[str, str, bool]]:
    """The answers of a case in order: label, value (numbers stay masked), whether it was told in confidence."""
    flow = app.flows.get(case.content.get("flow", ""))
    lines: list[tuple[str, str, bool]] = []
    for answer in case.content.get("answers", []):
        key = answer["step"]
        step = flow.steps.get(key.partition("@")[0]) if flow is not None else None
        value = from_plain(answer["value"])
        if flow is None or step is None:
            label = Words("desk-words")
        elif step.consent or step.kind in {"confirm", "group"}:
            continue
        else:
            label, value = Words(f"{flow.question(step.name)}.label"), shown(flow, key, value)
        text = app.speech.render(Words("verbatim", {"text": value}), language)
        lines.append((app.speech.render(label, language), text, answer["confidential"]))
    return lines


def _text(app: App, said: Value, language: str) -> str:
    return app.speech.render(Words("verbatim", {"text": said}), language) if said else ""


def _set(answer: Response, name: str, value: str, request: Request) -> None:
    secure = request.url.scheme == "https"
    answer.set_cookie(name, value, max_age=8 * 3600, path="/desk", httponly=True, secure=secure, samesite="strict")

"""One case at the desk: its page."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from bot.doing import LONGEST_ANSWER, destinations
from bot.handling import OUTCOMES
from bot.web.access import Here, Web
from bot.web.casework import answers, briefing, findings, last_messages, notices_about, worded
from bot.web.desk_session import LIVE, Genuine, OnCase, audited, desk_page
from bot.web.handled import Choice, canned, handled, shown_clock
from bot.web.papers import papers_of
from flows.desk.rights import Clerk
from flows.words import Words
from integrations.store import audit, cases, clocks, conversations, due_work
from integrations.store import live as live_store
from integrations.store.sessions import SESSION

UNSHOWN = frozenset({"clock", "post", "post_words", "post_mark", "post_call"})
"""Work about a case that says nothing to the staff unless it was given up."""
OPENED = "case opened"
REASONS = ("call", "check", "file", "danger")
"""Why somebody has to see whole numbers: to call, to check who it is, to enter it elsewhere, danger."""

router = APIRouter(prefix="/desk", include_in_schema=False)


@router.get("/cases/{number}", response_class=HTMLResponse)
async def case_page(
    request: Request,
    web: Here,
    number: str,
    who: OnCase,
    prepared: Annotated[str, Query(alias="canned", max_length=40)] = "",
) -> Response:
    return await show_case(request, web, number, who, prepared=prepared)


@router.post("/cases/{number}", response_class=HTMLResponse, dependencies=[Genuine])
async def whole_case_page(
    request: Request, web: Here, number: str, who: OnCase, reason: Annotated[str, Form(max_length=10)] = ""
) -> Response:
    """The same with whole numbers, for who says why they need them; both is on record."""
    if reason not in REASONS:
        return await show_case(request, web, number, who, fault=Words("desk-show_reason"), status=422)
    return await show_case(request, web, number, who, f"numbers shown: {reason}", whole=True)


async def _has_opened(web: Web, who: Clerk, number: str) -> bool:
    """Whether somebody's look at a case is on record of this session, or at least of a time as long."""
    since = web.app.clock() - SESSION
    async with web.app.database.read() as connection:
        looks = await audit.about(connection, [number])
    return any(each.who == who.name and each.what == OPENED and each.at > since for each in looks)


async def _goes_through_a_discreet_chat(app: App, connection: AsyncConnection, conversation: str) -> bool:
    """Whether an answer reaches the resident by a channel that may carry nothing personal."""
    found = await conversations.load(connection, app.vault, conversation, app.settings.locale)
    return await app.outbox.is_discreet(connection, found.conversation.told_in)


async def show_case(
    request: Request,
    web: Web,
    number: str,
    who: Clerk,
    what: str = OPENED,
    *,
    whole: bool = False,
    fault: Words | None = None,
    typed: str | None = None,
    unsure: bool = False,
    prepared: str = "",
    status: int = 200,
) -> Response:
    """A case as it stands. ``fault`` says why nothing was done: with an answer ``typed`` by a clerk, or closing it;
    ``unsure`` asks whether it is to be closed before its appointment. ``prepared`` names a canned answer to begin with.
    """
    app = web.app
    live = request.headers.get(LIVE) if request.method == "GET" else None

    async def see(connection: AsyncConnection) -> bool:
        await cases.mark(connection, number, [cases.FILED], cases.SEEN, app.clock())
        return True

    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
        if case is None:
            return desk_page(request, web, "desk-missing.html", status=404, who=who)
    # Looked at first and read then: what is said in between is shown, and makes the case one not looked at again.
    if live is None or not await _has_opened(web, who, number):
        await audited(web, who.name, what, number, see)
    elif live == "visible":  # the look itself is on record since the page was opened
        async with app.database.write() as connection:
            await see(connection)
    language, world = web.language(request), await app.world()
    theirs = str(case.content.get("language") or "zh-Hans")
    ready = canned(app, theirs)
    async with app.database.read() as connection:
        papers = await papers_of(app, connection, case, world, language)
        work = await due_work.about(connection, number)
        mark = await live_store.shown(connection, number)
        own_clocks = await clocks.of_case(connection, number)
        handling = await handled(app, connection, case, who, language, whole=whole)
        held_against = await app.no_shows.of_case(connection, case)
        can_be_told = await conversations.can_be_told(connection, case.conversation)
        through_chat = await _goes_through_a_discreet_chat(app, connection, case.conversation)
        if case.kind == "handoff":
            said = await conversations.entries(connection, app.vault, case.conversation, last=20)
            said = [each for each in said if handling.closed_at is None or each.at <= handling.closed_at]
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
        handled=handling,
        destinations=[Choice(value, worded(app, words, language)) for value, words in destinations(app.place, case)],
        canned=ready,
        prepared=next((each.label for each in ready if each.value == prepared), ""),
        outcomes=OUTCOMES,
        theirs=theirs,
        mark=mark,
        reasons=REASONS,
        clocks=[shown_clock(app, each, world, language) for each in own_clocks.values()],
        spoken=last_messages(web.renderer, said, language),
        work=[row for row in work if row.kind not in UNSHOWN or row.state == "dead"],
        counted=held_against,
        is_own=held_against is not None and held_against.booking == case.booking,
        as_day=date.fromisoformat,
        can_be_told=can_be_told,
        through_chat=through_chat,
        fault=None if fault is None else worded(app, fault, language),
        typed=typed,
        unsure=unsure,
        longest=LONGEST_ANSWER,
        answer_id=secrets.token_urlsafe(12),
    )

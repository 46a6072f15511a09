"""The queue of the desk: cases and conversations handed over, and whom a clerk has to call."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.volunteers.reporting import REPORT
from bot.web.access import Here
from bot.web.desk_session import Cases, NoSuchCase, Pressed, Roster, Who, audited, desk_page, home_of, refused
from bot.web.desk_telegram import groups_of
from bot.web.handled import row_of
from flows.desk.rights import Clerk, Level, Right
from integrations.store import alerts, cases, chats, clocks, due_work, live, notices, outgoing, queue, staff
from integrations.store.alerts import Alert
from integrations.store.chats import WECOM
from integrations.store.undelivered import undelivered

PAGE = 50
MOST_PAGES = 10_000
KINDS = ("booking", "handoff", "case", "erasure")
WHOSE = ("nobody", "mine")
STATES = (cases.FILED, cases.SEEN, cases.CLOSED)

router = APIRouter(prefix="/desk", include_in_schema=False)


@router.get("", response_class=HTMLResponse)
async def queue_page(
    request: Request,
    web: Here,
    who: Who,
    kind: str = "",
    state: str = "",
    township: str = "",
    whose: str = "",
    page: int = 0,
) -> Response:
    """The queue: danger that nobody has taken on, whom to call, and the cases of one's scope, what is due first
    first."""
    if not who.may(Right.CASES):
        return RedirectResponse(home_of(who), 303)
    app, language = web.app, web.language(request)
    townships = app.place.townships if who.level is Level.COUNTY else ()
    kind, state = (kind if kind in KINDS else ""), (state if state in STATES else "")
    township, whose = (township if township in townships else ""), (whose if whose in WHOSE else "")
    page = max(0, min(page, MOST_PAGES))
    chosen = {"kind": kind or None, "state": state or None, "township": township or None}
    holder = {"mine": who.name, "nobody": queue.NOBODY}.get(whose)
    world = await app.world()
    async with app.database.read() as connection:
        mark = await live.shown(connection)
        rows = await queue.listed(connection, **chosen, holder=holder, clerk=who, most=PAGE + 1, skip=page * PAGE)
        own_clocks = await clocks.of_cases(connection, [row.number for row in rows])
        counts, messages = await due_work.counts(connection), await outgoing.counts(connection)
        calls = await notices.to_call(connection, who)
        alarms = await alarms_for(connection, who)
        people = {clerk.name: clerk for clerk in await staff.all_clerks(connection)}
    given_up = {**counts, **(messages if who.level is Level.COUNTY else {})}
    dead = sum(count for (_, its_state), count in given_up.items() if its_state == "dead")
    return desk_page(
        request,
        web,
        "desk-queue.html",
        who=who,
        rows=[row_of(app, row, own_clocks.get(row.number, {}), people, world, language) for row in rows[:PAGE]],
        more=len(rows) > PAGE,
        number=page,
        chosen={"kind": kind, "state": state, "township": township, "whose": whose},
        kinds=KINDS,
        states=STATES,
        whose=WHOSE,
        townships=townships,
        dead=dead,
        calls=calls,
        alarms=alarms,
        mark=mark,
    )


async def alarms_for(connection: AsyncConnection, who: Clerk) -> list[Alert]:
    """Danger that nobody has taken on, as far as somebody sees it."""
    found = []
    for alert in await alerts.calling(connection):
        where = await queue.located(connection, alert.number)
        if where is not None and who.sees(where):
            found.append(alert)
    return found


@router.get("/deliveries", response_class=HTMLResponse)
async def deliveries(request: Request, web: Here, who: Roster) -> Response:
    """What was given up after too many tries, to be tried again."""
    async with web.app.database.read() as connection:
        found = [
            row
            for row in await due_work.dead(connection, but=[REPORT])
            if (where := await queue.located(connection, row.subject or "")) is not None and who.sees(where)
        ]
        is_county = who.level is Level.COUNTY
        messages = await undelivered(connection) if is_county else []
        reports = await due_work.dead(connection, of=[REPORT]) if is_county else []
        robots = await chats.groups(connection, web.app.vault, bot=WECOM, blocked_too=True)
    own = groups_of(who, web.app.place.townships)
    silent = [chat.group_of for chat in robots if chat.is_blocked and chat.group_of in own]
    return desk_page(
        request,
        web,
        "desk-deliveries.html",
        who=who,
        rows=found,
        messages=messages,
        silent=silent,
        reports=reports,
    )


@router.post("/reports")
async def reports_again(request: Request, web: Here, who: Roster, form: Pressed) -> Response:
    """Tries all reports to the volunteer system again that were given up: they build on each other."""
    if who.level is not Level.COUNTY:
        await refused(request, who.name, "scope")
        return RedirectResponse("/desk/deliveries", 303)

    async def revive(connection: AsyncConnection) -> bool:
        return await due_work.retry_all(connection, REPORT, web.app.clock()) > 0

    await audited(web, who.name, "delivery retried", REPORT, revive, form)
    return RedirectResponse("/desk/deliveries", 303)


@router.post("/calls")
async def called(
    request: Request, web: Here, who: Cases, form: Pressed, notice: Annotated[str, Form(max_length=120)] = ""
) -> Response:
    """A clerk has reached somebody by telephone: the notice is off the list (今日待电话通知)."""
    async with web.app.database.read() as connection:
        number = await notices.number_of(connection, notice)
        where = None if number is None else await queue.located(connection, number)
    is_own = who.level is Level.COUNTY if where is None else who.sees(where)
    if not is_own:
        await refused(request, who.name, "scope")
        raise NoSuchCase(who)

    async def mark(connection: AsyncConnection) -> bool:
        return await notices.move(connection, notice, [notices.CALL], notices.CALLED, web.app.clock())

    await audited(web, who.name, "called", notice.partition(":")[0][:80], mark, form)
    return RedirectResponse("/desk", 303)

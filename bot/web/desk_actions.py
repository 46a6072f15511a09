"""What a clerk does about a case besides speaking: takes it on, passes it on, notes, closes it, tries again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.doing import destination, held_by_another, of_case, refusal_of, told_nothing, woken, written
from bot.handling import OUTCOMES, Settled
from bot.web.access import Here
from bot.web.desk_case import show_case
from bot.web.desk_doing import done
from bot.web.desk_session import OnCase, Pressed, allowed, audited
from flows.desk.rights import Right
from flows.inputs.text import storable
from flows.words import Words
from integrations.store import bookings, cases, due_work, erasure
from integrations.store.cases import Case

LONGEST_NOTE = 1000
"""Characters."""

ToLead = Depends(allowed(Right.ROSTER))

router = APIRouter(prefix="/desk/cases/{number}", include_in_schema=False)


@router.post("/claim")
async def claim(request: Request, web: Here, number: str, who: OnCase, form: Pressed) -> Response:
    """Takes a case on (接办); of danger it says that somebody has it (有人已接到). Of two clerks one wins, and the
    other is told who."""
    app = web.app
    world = await app.world()

    async def carry_out(connection: AsyncConnection, case: Case) -> bool:
        return await app.handling.claim(connection, case, who, world)

    if await audited(web, who.name, "case claimed", number, of_case(web.app, number, carry_out), form):
        return await done(web, number)
    fault = await held_by_another(web.app, number, who, also_closed=True)
    if fault is None:
        return RedirectResponse(f"/desk/cases/{number}", 303)
    await audited(web, who.name, "claim came second", number)
    return await show_case(request, web, number, who, fault=fault, status=409)


@router.post("/take-over", dependencies=[ToLead])
async def take_over(web: Here, number: str, who: OnCase, form: Pressed) -> Response:
    """A duty lead takes a case from who holds it."""
    app = web.app
    world = await app.world()

    async def carry_out(connection: AsyncConnection, case: Case) -> bool:
        return await app.handling.take_over(connection, case, who, world)

    await audited(web, who.name, "case taken over", number, of_case(web.app, number, carry_out), form)
    return await done(web, number)


@router.post("/pass-on")
async def pass_on(
    request: Request,
    web: Here,
    number: str,
    who: OnCase,
    form: Pressed,
    to: Annotated[str, Form(max_length=80)] = "",
    text: Annotated[str, Form()] = "",
) -> Response:
    """Passes a case on to another township, village or section (转办), with why."""
    app = web.app
    world = await app.world()
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
    whose = None if case is None else destination(web.app.place, case, to)
    if whose is None:
        return await show_case(request, web, number, who, fault=Words("desk-pass_on_where"), status=422)
    why = storable(text).strip()[:LONGEST_NOTE]

    async def carry_out(connection: AsyncConnection, case: Case) -> bool:
        return await app.handling.pass_on(connection, case, who, whose, why, world)

    if await audited(web, who.name, "case passed on", number, of_case(web.app, number, carry_out), form):
        await woken(web.app)
        return RedirectResponse("/desk", 303)
    return await show_case(request, web, number, who, fault=Words("desk-moved_meanwhile"), status=409)


@router.post("/supplied")
async def supplied(web: Here, number: str, who: OnCase, form: Pressed) -> Response:
    """What was missing has come another way, or is needed no more: the clocks go on."""
    app = web.app
    world = await app.world()

    async def carry_out(connection: AsyncConnection, case: Case) -> bool:
        return await app.handling.supplied(connection, case, who, world)

    await audited(web, who.name, "case resumed", number, of_case(web.app, number, carry_out), form)
    return await done(web, number)


@router.post("/hasten")
async def hasten(web: Here, number: str, who: OnCase, form: Pressed) -> Response:
    """A case is urgent after all (加急)."""
    app = web.app
    world = await app.world()

    async def carry_out(connection: AsyncConnection, case: Case) -> bool:
        return await app.handling.hasten(connection, case, who, world)

    await audited(web, who.name, "case made urgent", number, of_case(web.app, number, carry_out), form)
    return await done(web, number)


@router.post("/note")
async def note(
    request: Request, web: Here, number: str, who: OnCase, form: Pressed, text: Annotated[str, Form()] = ""
) -> Response:
    """A note for the staff; the resident does not see it."""
    app = web.app
    world = await app.world()
    text = written(text)
    refusal = refusal_of(text)
    if refusal is not None:
        return await show_case(request, web, number, who, fault=refusal, status=422)

    async def carry_out(connection: AsyncConnection, case: Case) -> bool:
        await app.handling.note(connection, case, who, text, world)
        return True

    await audited(web, who.name, "case noted upon", number, of_case(web.app, number, carry_out), form)
    return await done(web, number)


@router.post("/close")
async def close(
    request: Request,
    web: Here,
    number: str,
    who: OnCase,
    form: Pressed,
    outcome: Annotated[str, Form(max_length=16)] = "done",
    sure: Annotated[str, Form(max_length=3)] = "",
) -> Response:
    """Closes a case that was looked at, with its outcome; the conversation that stands still for it is told, and goes
    on.

    That of an appointment that is still to come is closed when it is asked for once more: it cancels nothing.
    """
    app = web.app
    world = await app.world()
    settled: Settled = next((each for each in OUTCOMES if each == outcome), "done")
    fault = await held_by_another(web.app, number, who) or await told_nothing(web.app, number, settled)
    if fault is not None:
        return await show_case(request, web, number, who, fault=fault, status=409)
    if sure != "yes":
        async with app.database.read() as connection:
            case = await cases.by_number(connection, app.vault, number)
            is_done = case is None or case.booking is None or case.state == cases.CLOSED
            to_come = None if case is None or is_done else await bookings.one(connection, str(case.booking))
        if to_come is not None:
            return await show_case(request, web, number, who, unsure=True, status=409)

    async def carry_out(connection: AsyncConnection, case: Case) -> bool:
        return await app.handling.close(connection, case, who, settled, world)

    if await audited(web, who.name, "case closed", number, of_case(web.app, number, carry_out), form):
        return await done(web, number)
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
    if case is not None and case.state == cases.FILED:  # something was said after the clerk's page was made
        return await show_case(request, web, number, who, fault=Words("desk-close_unread"), status=409)
    return RedirectResponse(f"/desk/cases/{number}", 303)


@router.post("/strike-off")
async def strike_off(web: Here, number: str, who: OnCase, form: Pressed) -> Response:
    """Strikes the no-show or the cancellation of a case's appointment off the count (不计); who it is about is told."""
    app = web.app

    async def carry_out(connection: AsyncConnection, case: Case) -> bool:
        return await app.no_shows.strike_off(connection, case)

    await audited(web, who.name, "struck off the count", number, of_case(web.app, number, carry_out), form)
    return await done(web, number)


@router.post("/erase")
async def erase(web: Here, number: str, who: OnCase, form: Pressed) -> Response:
    """Erases the answers of the case that a request for erasure names, and closes the request."""
    app = web.app

    async def carry_out(connection: AsyncConnection) -> bool:
        request = await cases.by_number(connection, app.vault, number)
        asked = None if request is None else request.content.get("erase")
        return asked is not None and await erasure.carry_out(connection, app.vault, asked, app.clock())

    await audited(web, who.name, "case erased", number, carry_out, form)
    return await done(web, number)


@router.post("/retry", dependencies=[ToLead])
async def retry(
    web: Here, number: str, who: OnCase, form: Pressed, work: Annotated[str, Form(max_length=120)] = ""
) -> Response:
    """Tries a delivery again that was given up."""

    async def revive(connection: AsyncConnection) -> bool:
        own = {row.id for row in await due_work.about(connection, number)}
        return work in own and await due_work.retry(connection, work, web.app.clock())

    await audited(web, who.name, "delivery retried", number, revive, form)
    return await done(web, number)

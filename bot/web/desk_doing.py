"""What everything a clerk does about a case has in common: whether they may speak for it, and what follows."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi.responses import RedirectResponse, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clerks import introduced
from bot.web.access import Web
from bot.web.desk_case import LONGEST_ANSWER
from flows.desk.rights import Clerk
from flows.inputs.text import normalise, storable
from flows.words import Words
from integrations.quick import DESK, WORK
from integrations.store import cases, staff
from integrations.store.cases import Case


def written(text: str) -> str:
    """Words of a form as they are kept."""
    return storable(text).replace("\r\n", "\n").strip()


def refusal_of(text: str) -> Words | None:
    """Why words of a clerk are not taken."""
    if not normalise(text):
        return Words("text-empty")
    return Words("text-too_long", {"limit": LONGEST_ANSWER}) if len(text) > LONGEST_ANSWER else None


def of_case(
    web: Web, number: str, change: Callable[[AsyncConnection, Case], Awaitable[bool]]
) -> Callable[[AsyncConnection], Awaitable[bool]]:
    """A change of a case as ``audited`` makes it: of the case as it stands then, and none where there is none."""

    async def carry_out(connection: AsyncConnection) -> bool:
        case = await cases.by_number(connection, web.app.vault, number)
        return case is not None and await change(connection, case)

    return carry_out


async def held_by_another(web: Web, number: str, who: Clerk, *, also_closed: bool = False) -> Words | None:
    """Why a clerk does not speak for a case: another has it (a duty lead may take it over)."""
    app = web.app
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
        if case is None or case.holder in (None, who.name) or (case.state == cases.CLOSED and not also_closed):
            return None
        holder = await staff.by_name(connection, str(case.holder))
    return None if holder is None else Words("handled-claimed_by", introduced(holder, app.place))


async def done(web: Web, number: str) -> Response:
    """Back to the case, whose page shows what was done."""
    await woken(web)
    return RedirectResponse(f"/desk/cases/{number}", 303)


async def woken(web: Web) -> None:
    """The work that follows is done now, and who has the queue before them sees the change."""
    await web.app.quick.wake(WORK)
    await web.app.quick.wake(DESK)

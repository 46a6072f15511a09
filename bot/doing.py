"""What everything a clerk does about a case has in common, at the desk and in a chat: whether they may speak for it,
where it may go, and what follows."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from bot.auditing import audited
from bot.clerks import introduced, office_of
from bot.handling import Settled
from flows.desk.rights import Clerk, Level
from flows.inputs.text import normalise, storable
from flows.place import Place
from flows.words import Words
from integrations.quick import DESK, WORK
from integrations.store import cases, staff, timeline
from integrations.store.cases import Case
from integrations.store.queue import To

LONGEST_ANSWER = 1000
"""Characters."""
NUMBER = re.compile(r"[A-Z]{2}\d{6}-[0-9A-Z]{6}E?", re.ASCII)
"""What a receipt number looks like."""
REFUSALS, REFUSALS_WINDOW = 60, 300
"""Entries for what was refused to one person at one address in so many seconds: nobody can flood the audit log."""


def written(text: str) -> str:
    """Words of a clerk as they are kept."""
    return storable(text).replace("\r\n", "\n").strip()


def refusal_of(text: str) -> Words | None:
    """Why words of a clerk are not taken."""
    if not normalise(text):
        return Words("text-empty")
    return Words("text-too_long", {"limit": LONGEST_ANSWER}) if len(text) > LONGEST_ANSWER else None


def of_case(
    app: App, number: str, change: Callable[[AsyncConnection, Case], Awaitable[bool]]
) -> Callable[[AsyncConnection], Awaitable[bool]]:
    """A change of a case as ``audited`` makes it: of the case as it stands then, and none where there is none."""

    async def carry_out(connection: AsyncConnection) -> bool:
        case = await cases.by_number(connection, app.vault, number)
        return case is not None and await change(connection, case)

    return carry_out


async def held_by_another(app: App, number: str, who: Clerk, *, also_closed: bool = False) -> Words | None:
    """Why a clerk does not speak for a case: another has it (a duty lead may take it over)."""
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
        if case is None or case.holder in (None, who.name) or (case.state == cases.CLOSED and not also_closed):
            return None
        holder = await staff.by_name(connection, str(case.holder))
    return None if holder is None else Words("handled-claimed_by", introduced(holder, app.place))


async def told_nothing(app: App, number: str, outcome: Settled) -> Words | None:
    """Why a ticket is not closed as one that was answered: nobody has answered."""
    async with app.database.read() as connection:
        done = await timeline.of_case(connection, app.vault, number)
        case = await cases.by_number(connection, app.vault, number)
    has_answered = any(each.what in ("answered", "wanted") for each in done)
    if case is None or case.kind != "handoff" or outcome not in ("told", "elsewhere") or has_answered:
        return None
    return Words("desk-close_untold")


def destination(place: Place, case: Case, to: str) -> To | None:
    """Whose a case is to be, by the value of a choice: ``section:relief``, ``township:luyang``, ``village``."""
    level, _, name = to.partition(":")
    if level == "section" and name in place.sections:
        return To(Level.COUNTY, case.township, case.village, name)
    if level == "township" and name in place.townships:
        village = case.village if name == case.township else None
        return To(Level.TOWNSHIP, name, village, case.section)
    if level == "village" and case.township is not None and case.village is not None:
        return To(Level.VILLAGE, case.township, case.village, case.section)
    return None


def destinations(place: Place, case: Case) -> list[tuple[str, Words]]:
    """To whom a case may be passed on (转办), as values of ``destination`` with what they are called: sections of the
    county, townships, and its own village."""
    found = [(f"section:{name}", office_of(Level.COUNTY, None, name, place)) for name in place.sections]
    found += [(f"township:{name}", office_of(Level.TOWNSHIP, name, None, place)) for name in place.townships]
    if case.village is not None:
        found.append(("village", office_of(Level.VILLAGE, case.township, None, place)))
    own = {Level.COUNTY: f"section:{case.section}", Level.TOWNSHIP: f"township:{case.township}"}.get(
        case.level, "village"
    )
    return [(value, words) for value, words in found if value != own]


async def refused(app: App, counted_as: str, who: str, why: str, subject: str) -> None:
    """Writes down that somebody was refused; ``counted_as`` says whose entries are counted together."""
    if await app.quick.count(f"refused:{counted_as}", REFUSALS_WINDOW) <= REFUSALS:
        await audited(app.database, app.clock, who, f"refused: {why}", subject)


async def woken(app: App) -> None:
    """The work that follows is done now, and who has the queue before them sees the change."""
    await app.quick.wake(WORK)
    await app.quick.wake(DESK)

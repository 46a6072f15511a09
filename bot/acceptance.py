"""A case is accepted (受理): from that day the legal deadlines run, and staff and resident are shown the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.filing import Filing
from bot.telling import plan_notice
from flows.assistance.categories import CATEGORIES, Category
from flows.assistance.clocks import deadlines
from flows.words import Words, from_plain
from flows.world import World
from integrations.privacy import Vault
from integrations.store import cases
from integrations.store.cases import Case

SERVICE = "assistance"
_LIKELY, _PERSON, _PREFIX = "screened-likely", "screened-person", "category-"


class Acceptance:
    """Accepts cases."""

    def __init__(self, vault: Vault, filing: Filing) -> None:
        self._vault = vault
        self._filing = filing

    async def accept(self, connection: AsyncConnection, number: str, world: World) -> bool:
        """Accepts a case on the day; who applied is told the deadlines. False where nothing is to be accepted."""
        case = await cases.by_number(connection, self._vault, number)
        if case is None or not can_be_accepted(case):
            return False
        await self._filing.change(case, connection, world.now, accepted_on=world.day.isoformat())
        lines = tuple(deadline_words(case, world, world.day))
        words = Words("assistance-accepted", {"number": number, "day": world.day, "lines": lines})
        await plan_notice(connection, self._vault, case, kind="accepted", mark="accepted", words=words, now=world.now)
        return True


def can_be_accepted(case: Case) -> bool:
    """Whether it is an application that waits to be."""
    return case.service == SERVICE and case.kind == "case" and accepted_on(case) is None


def accepted_on(case: Case) -> date | None:
    """The day a case was accepted."""
    day = case.content.get("accepted_on")
    return None if day is None else date.fromisoformat(day)


def deadline_words(case: Case, world: World, accepted: date) -> Iterator[Words]:
    """The legal deadlines of a case that was accepted on a day, each by its last day."""
    for each in deadlines(accepted, categories_of(case), world.calendar, world.policy):
        args = {"name": each.name, "day": each.last_day, "source": each.source}
        key = "clock-line_provisional" if each.provisional else "clock-line" if each.sure else "clock-line_at_latest"
        yield Words(key, args)


def categories_of(case: Case) -> list[Category]:
    """What the pre-screening found likely; where that is nothing, what a person has to look at; else all it named."""
    found = [words for words in map(from_plain, case.content.get("findings", [])) if isinstance(words, Words)]
    told = [words for words in found if isinstance(words.args.get("category"), Words)]
    likely, person = ([words for words in told if words.key == key] for key in (_LIKELY, _PERSON))
    chosen = likely or person or told
    names = {words.args["category"].key.removeprefix(_PREFIX) for words in chosen}
    return [category for category in CATEGORIES if category in names]

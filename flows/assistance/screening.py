"""All categories at once, in the only three words that may be said: 初步看可能符合, 需要人工核实, 目前信息不足.

A category that what was told leaves no way to is not offered and not refused: who wants to may always apply.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from flows.assistance import receiving
from flows.assistance.categories import CATEGORIES, Case, Category
from flows.assistance.figures import Figures, amount, monthly
from flows.assistance.household import Household
from flows.verdict import Judgement, Verdict


class Finding(Enum):
    """What is said of a category; NOT_SEEN is said of none, RECEIVED to the staff only."""

    LIKELY = "likely"
    PERSON = "person"
    MORE = "more"
    RECEIVED = "received"
    NOT_SEEN = "not_seen"


@dataclass(frozen=True, slots=True)
class Screening:
    """What was found of every category, in the order they are told."""

    judged: Mapping[Category, Judgement]
    received: frozenset[Category] = frozenset()
    ruled_out: frozenset[Category] = frozenset()

    def finding(self, category: Category) -> Finding:
        """初步看可能符合 for YES; for UNKNOWN 目前信息不足 where a fact is missing that would change it, else
        需要人工核实. What is received already, and what is not beside that, is none of it."""
        if category in self.received:
            return Finding.RECEIVED
        if category in self.ruled_out:
            return Finding.NOT_SEEN
        judgement = self.judged[category]
        if judgement.verdict is Verdict.YES:
            return Finding.LIKELY
        if judgement.verdict is Verdict.NO:
            return Finding.NOT_SEEN
        return Finding.MORE if judgement.would_change else Finding.PERSON

    @property
    def candidates(self) -> tuple[Category, ...]:
        """The categories to look at: likely ones first, then those a person or one more fact decides."""
        order = (Finding.LIKELY, Finding.PERSON, Finding.MORE)
        found = {category: self.finding(category) for category in self.judged}
        return tuple(each for finding in order for each in found if found[each] is finding)


def screen(household: Household, figures: Figures) -> Screening:
    """Judges every category."""
    case = Case(household, figures)
    return Screening(
        {category: judge(case) for category, judge in CATEGORIES.items()},
        receiving.already_received(household, figures),
        receiving.ruled_out(household),
    )


class Route(Enum):
    """Who decides on temporary assistance (临时救助) of an amount."""

    FIRST = "first"
    TOWNSHIP = "township"
    COUNTY = "county"
    PERSON = "person"


def temporary_route(amount_asked: int | None, figures: Figures, *, is_urgent: bool) -> Route:
    """Whose it is to decide: help before paperwork from the township's standby fund (先行救助、备用金) when it is
    urgent (社会救助暂行办法第48条); the township up to its limit, the county up to so many times the urban standard of
    a year.

    Where the place has no limits, a person knows. ``amount_asked`` is in 元.
    """
    if is_urgent:
        return Route.FIRST
    township, county = figures.find("temporary.township_most"), county_most(figures)
    if amount_asked is None or township is None:
        return Route.PERSON
    if amount_asked <= amount(township):
        return Route.TOWNSHIP
    return Route.COUNTY if county is not None and amount_asked <= county else Route.PERSON


def county_most(figures: Figures) -> Decimal | None:
    """Up to how many 元 the county decides: so many times the urban standard of a year, where the place has both."""
    times, urban = figures.find("temporary.county_most_times"), figures.dibao("urban")
    return None if times is None or urban is None else monthly(urban) * 12 * amount(times)

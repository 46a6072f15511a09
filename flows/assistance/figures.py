"""The standards a rule compares with, on the policy day; one that nobody has entered is None, and a person looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from flows.assistance.household import Hukou
from flows.errors import FlowFault
from flows.policy import Figure, NotInForce, Policy, months_of
from flows.words import Words

NATIONAL = (
    "dibao.edge_factor",
    "dibao.single.level",
    "dibao.single.mental_level",
    "tekun.elder_age",
    "tekun.minor_age",
    "tekun.limb_level",
    "tekun.mental_level",
    "tekun.vision_level",
    "tekun.kept_at_school",
    "child.age",
    "child.absent_parent_counts",
    "disability.living.edge",
    "disability.nursing.level",
    "disability.nursing.mental_level",
    "elder.age",
)
"""Figures the rules cannot do without; the national file has them all."""
LOCAL = (
    "dibao.urban",
    "dibao.rural",
    "disposable_income",
    "rigid.share",
    "rigid.in_force",
    "income.base_pension_counts",
    "temporary.township_most",
    "temporary.county_most_times",
    "urgent.answer_hours",
    "urgent.help_hours",
    "clock.temporary.whole",
    "special_aid.edge",
    "child.hardship_counts",
    "child.pairing",
)
"""Figures that a place may have; without them a person decides."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The policy on a day."""

    policy: Policy
    day: date

    def whole(self, name: str) -> int:
        """A whole number of ``NATIONAL``."""
        return self.policy.whole(name, self.day)

    def is_set(self, name: str) -> bool:
        """Whether a figure that is true or false is true."""
        figure = self.find(name)
        return figure is not None and figure.value is True

    def one(self, name: str) -> Figure:
        """A figure of ``NATIONAL``. Raises as ``Policy.figure``."""
        return self.policy.figure(name, self.day)

    def find(self, name: str) -> Figure | None:
        """A figure, or None where the place has none in force."""
        try:
            return self.policy.figure(name, self.day)
        except NotInForce:
            return None
        except FlowFault:
            if name not in LOCAL:
                raise
            return None

    def dibao(self, hukou: Hukou) -> Figure | None:
        """The subsistence standard (最低生活保障标准) for an urban or a rural household."""
        return self.find(f"dibao.{hukou}")


def amount(figure: Figure) -> Decimal:
    """The value as an amount. Raises FlowFault if it is none."""
    if isinstance(figure.value, bool) or not isinstance(figure.value, int | Decimal):
        raise FlowFault(f"policy figure '{figure.name}' is used as an amount but holds {figure.value!r}")
    return Decimal(figure.value)


def monthly(figure: Figure) -> Decimal:
    """An amount for one person as 元 a month, whether the figure is by month or by year. Raises as ``months_of``."""
    return amount(figure) / months_of(figure)


def plain(number: Decimal) -> str:
    """A number as people write it, to the cent."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def shown(figure: Figure) -> Words:
    """A figure as people are told it: amount, unit, since when, from where, and that it is an old one if it is."""
    value = f"{figure.value:f}" if isinstance(figure.value, Decimal) else str(figure.value)
    told = {"value": value, "unit": figure.unit, "since": figure.since.isoformat(), "source": figure.source}
    return Words("figure-stale" if figure.stale else "figure-current", told)

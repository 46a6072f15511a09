"""To which other offices somebody is referred (协同办理), and why: only from what was told (社会救助暂行办法第60条)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from flows.assistance import telling
from flows.assistance.categories import Category
from flows.assistance.figures import Figures
from flows.assistance.household import Household, Member
from flows.assistance.screening import Finding, Screening
from flows.language import Facts
from flows.words import Words

Office = Literal["medical", "education", "work", "disaster", "disability", "farming", "housing"]
"""医保 (医疗救助, 第28—30条), 教育 (教育救助, 第33条), 人社 (就业救助, 第42—44条), 应急管理 (受灾人员救助, 第20条),
残联, 农业农村 (防返贫监测, 国办发〔2023〕39号), 住建 (住房救助, 第37条)."""

POOR: frozenset[Category] = frozenset({"dibao", "tekun", "orphan", "unsupported"})
"""Whose children have a right to help at school (社会救助暂行办法第33条, 民发〔2019〕62号第三条第3项)."""

ON_THE_EDGE: frozenset[Category] = frozenset({"edge", "single", "rigid"})
"""Who has it as well where the place has widened special aid (专项救助) to them."""


@dataclass(frozen=True, slots=True)
class Referral:
    """One office, with every reason there is."""

    office: Office
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the reasons are looked for in; ``household`` and ``found`` are None where nothing was asked of them."""

    facts: Facts
    household: Household | None
    found: Screening | None
    poor: frozenset[Category]

    def chose(self, step: str, option: str) -> bool:
        """Whether an option of a ``many`` was chosen."""
        return option in cast(tuple[str, ...], self.facts.get(step, ()))

    def is_poor(self) -> bool:
        """Whether the household seems to be one that has a right to special aid (初步看可能符合), or is one."""
        sure = {Finding.LIKELY, Finding.RECEIVED}
        return self.found is not None and any(self.found.finding(each) in sure for each in self.poor)


def _anybody(told: _Told, what: Callable[[Member], bool]) -> bool:
    return told.household is not None and any(map(what, told.household.members))


REASONS: Mapping[Office, Mapping[str, Callable[[_Told], bool]]] = {
    "medical": {
        "severely_ill": lambda told: _anybody(told, lambda member: member.is_severely_ill is True),
        "sudden_illness": lambda told: told.chose("events", "illness"),
        "medical_bill": lambda told: told.chose("bills", "medical"),
        "medicine": lambda told: told.chose("needs", "medicine"),
    },
    "education": {
        "school_bill": lambda told: told.chose("bills", "school"),
        "at_school": lambda told: (
            _anybody(told, lambda member: member.at_school in {"school", "higher"}) and told.is_poor()
        ),
    },
    "work": {"no_work": lambda told: _anybody(told, lambda member: member.work == "no_work")},
    "disaster": {"disaster": lambda told: told.chose("events", "disaster")},
    "disability": {
        "disabled": lambda told: _anybody(told, lambda member: member.is_disabled is True),
        "rehab_bill": lambda told: told.chose("bills", "rehab"),
    },
    "farming": {"monitored": lambda told: told.found is not None and told.found.finding("monitored") is Finding.PERSON},
    "housing": {
        "fire": lambda told: told.chose("events", "fire"),
        "shelter": lambda told: told.chose("needs", "shelter"),
    },
}
"""What is told that each office may help with."""


def referrals(facts: Facts) -> tuple[Referral, ...]:
    """Every office there is a reason for."""
    asked = telling.is_asked(facts)
    widened = Figures(facts.world.policy, facts.day).is_set("special_aid.edge")
    told = _Told(
        facts,
        telling.household_of(facts) if asked else None,
        telling.screening_of(facts) if asked else None,
        POOR | ON_THE_EDGE if widened else POOR,
    )
    found = (
        Referral(office, tuple(why for why, is_so in reasons.items() if is_so(told)))
        for office, reasons in REASONS.items()
    )
    return tuple(each for each in found if each.why)


def lines(facts: Facts) -> tuple[Words, ...]:
    """A line for each office: what it may help with, and why it is thought of."""
    return tuple(
        Words(f"referral-{each.office}", {"why": tuple(Words(f"refer-{why}") for why in each.why)})
        for each in referrals(facts)
    )


def in_words(facts: Facts) -> Sequence[Words]:
    """One message to the resident; nothing where there is no office to name."""
    found = lines(facts)
    return (Words("assistance-referrals", {"lines": found}),) if found else ()

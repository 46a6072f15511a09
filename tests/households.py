"""Made-up households for the rules of social assistance, and a place with standards of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from flows.assistance.categories import CATEGORIES, Case, Category
from flows.assistance.figures import Figures
from flows.assistance.household import NOTHING, Disability, Handicap, Household, Member, Span, exactly
from flows.policy import Policy, load
from flows.verdict import Judgement, Verdict

DAY = date(2025, 6, 2)
"""A day of the years in which the base pension is left out (“十四五”期间)."""
URBAN, RURAL = 800, 500
"""The standards of that place for one person, 元 a month; the rural one is published by year."""
INCOME_OF_THE_PLACE = 2400
"""Its disposable income for one person, 元 a month."""
SHARE = 40
"""The share of the income, in percent, above which spending is heavy."""

STANDARDS = f"""
figure = [
  {{ name = "dibao.urban", value = {URBAN}, unit = "元/人/月", since = 2025-01-01, source = "示例县2025年标准" }},
  {{ name = "dibao.rural", value = {RURAL * 12}, unit = "元/人/年", since = 2025-01-01, source = "示例县2025年标准" }},
  {{ name = "disposable_income", value = {INCOME_OF_THE_PLACE * 12}, unit = "元/人/年", since = 2025-01-01,
     source = "示例县2024年统计公报" }},
  {{ name = "rigid.share", value = {SHARE}, unit = "%", since = 2025-01-01, source = "示例县2025年通知" }},
]
""".replace("\n     source", " source")


def policy(*more: str, standards: bool = True) -> Policy:
    """The national policy with packaged files over it, and the made-up place's standards on top."""
    loaded = load(["national", *more])
    own = Policy.parse(STANDARDS).layers if standards else ()
    return Policy((*loaded.layers, *own))


HERE = policy()
QINGHAI = policy("profiles/assistance_qinghai")
JILIN = policy("profiles/assistance_jilin")
JINING = policy("profiles/assistance_jining")
JINGTAI = policy("jingtai", standards=False)
BARE = policy(standards=False)


def member(age: int | None = 40, **more: Any) -> Member:
    """A member who can work, and of whom nothing else is to be said."""
    return Member(age=age, **more)


def disabled(kind: Handicap = "limb", level: int | None = 2, age: int | None = 40, **more: Any) -> Member:
    """A member with a disability certificate."""
    return Member(age=age, is_disabled=True, disability=Disability(kind, level), **more)


def household(*members: Member, each: Decimal | int | None = None, **more: Any) -> Household:
    """An urban household without income or property; ``each`` is the monthly income for one person."""
    plain = Household(
        members=members or (member(),),
        hukou="urban",
        income=NOTHING,
        resident_pension=NOTHING,
        property_kinds=frozenset(),
        spending=NOTHING,
        events=frozenset(),
        obliged="able",
    )
    if each is not None:
        more["income"] = exactly(Decimal(each) * len(plain.members))
    return replace(plain, **more)


def between(low: int, high: int | None) -> Span:
    """An amount between two bounds."""
    return Span(Decimal(low), None if high is None else Decimal(high))


def judged(category: Category, of: Household, by: Policy = HERE, on: date = DAY) -> Judgement:
    """What the rule of a category says."""
    return CATEGORIES[category](Case(of, Figures(by, on)))


def verdict(category: Category, of: Household, by: Policy = HERE, on: date = DAY) -> Verdict:
    """Its verdict."""
    return judged(category, of, by, on).verdict

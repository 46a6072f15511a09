"""What a household receives already is not told anew, and neither is what goes with it by no article.

Not knowing what is received is as receiving nothing: a candidate too many does no harm.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flows.assistance import persons
from flows.assistance.categories import Category
from flows.assistance.figures import Figures
from flows.assistance.household import Household, Member
from flows.verdict import Verdict

OF_ONE: Mapping[Category, Callable[[Member, Figures], bool]] = {
    "tekun": lambda member, figures: persons.has_no_labour_capacity(member, figures).verdict is not Verdict.NO,
    "orphan": lambda member, figures: persons.is_orphan(member, figures).verdict is not Verdict.NO,
    "unsupported": lambda member, figures: persons.is_unsupported(member, figures).verdict is not Verdict.NO,
    "disability_living": lambda member, figures: member.is_disabled is not False,
    "disability_nursing": lambda member, figures: member.is_disabled is not False,
    "elder": lambda member, figures: member.age is None or member.age >= figures.whole("elder.age"),
}
"""What one member has for themselves, and who may: where two may, the other one may still lack it."""

NOT_BESIDE: Mapping[Category, frozenset[Category]] = {
    "dibao": frozenset({"single", "edge", "rigid"}),
    "edge": frozenset({"rigid"}),
}
"""What a household that has the first is not (最低生活保障审核确认办法第8条, 刚性支出困难家庭认定办法第4条第1项)."""
NOT_BESIDE_OF_ONE: Mapping[Category, frozenset[Category]] = {
    "tekun": frozenset({"dibao", "single", "edge", "rigid", "disability_living", "disability_nursing"}),
    "orphan": frozenset({"tekun", "unsupported", "disability_living"}),
    "unsupported": frozenset({"tekun", "orphan", "disability_living"}),
}
"""What a person who has the first does not have besides (国发〔2016〕14号, 国发〔2015〕52号第二条,
特困人员认定办法第9条, 民发〔2019〕62号第三条第1项). Only of who lives alone is it sure that it is the same person."""


def already_received(household: Household, figures: Figures) -> frozenset[Category]:
    """What is received, and cannot be meant for another member."""
    received = household.received or frozenset()
    return frozenset(each for each in received if _how_many(each, household, figures) <= 1)


def ruled_out(household: Household) -> frozenset[Category]:
    """What is not beside what is received."""
    alone = len(household.members) == 1
    out: set[Category] = set()
    for each in household.received or ():
        out |= NOT_BESIDE.get(each, frozenset())
        if alone:
            out |= NOT_BESIDE_OF_ONE.get(each, frozenset())
    return frozenset(out)


def _how_many(category: Category, household: Household, figures: Figures) -> int:
    may = OF_ONE.get(category)
    return 1 if may is None else sum(may(member, figures) for member in household.members)

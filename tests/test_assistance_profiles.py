"""The practices of other places as profiles that can be switched on: each is dated, sourced, and changes something."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from importlib import resources

import pytest

from flows.assistance.briefing import briefing
from flows.assistance.categories import CATEGORIES
from flows.assistance.figures import LOCAL, NATIONAL
from flows.assistance.referrals import referrals
from flows.language import Facts
from flows.policy import Policy, load
from flows.verdict import Verdict
from tests.households import HERE, JILIN, JINING, QINGHAI, URBAN, disabled, household, member, verdict
from tests.test_assistance_briefing import ALONE, WORLD

PROFILES = sorted(
    each.name.removesuffix(".toml")
    for each in resources.files("flows.policy").joinpath("profiles").iterdir()
    if each.name.startswith("assistance_")
)
CHANGES = {
    "assistance_qinghai": (QINGHAI, "tekun", household(member(55), each=0, obliged="none")),
    "assistance_jilin": (JILIN, "edge", household(member(), each=2 * URBAN - 1)),
    "assistance_jining": (JINING, "unsupported", household(member(9, father="detained", mother="cares"))),
}


def test_every_profile_is_tried_here() -> None:
    assert sorted(CHANGES) == PROFILES


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_holds_only_figures_the_rules_read_each_dated_and_sourced(name: str) -> None:
    (layer,) = load([f"profiles/{name}"]).layers
    for figures in layer.values():
        for figure in figures:
            assert figure.name in {*NATIONAL, *LOCAL}
            assert figure.since <= date(2024, 12, 31)
            assert figure.source


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_changes_a_verdict(name: str) -> None:
    place, category, of = CHANGES[name]
    assert category in CATEGORIES
    assert verdict(category, of, HERE) is Verdict.NO
    assert verdict(category, of, place) is not Verdict.NO


def test_jilin_has_its_own_margin_of_twice_the_standard() -> None:
    """吉政办规〔2024〕2号第一条: below twice, so not at it; one and a half times before its day."""
    assert verdict("edge", household(each=2 * URBAN - 1), JILIN) is Verdict.YES
    assert verdict("edge", household(each=2 * URBAN), JILIN) is Verdict.NO
    figure = JILIN.figure("dibao.edge_factor", date(2024, 4, 3))
    assert JILIN.value("dibao.edge_factor", figure.since - timedelta(days=1)) != figure.value


def offices(by: Policy) -> list[str]:
    """Where a household on the margin with somebody at school is referred to."""
    told = ALONE | {"hukou": "urban", "age": 20, "school": "higher", "obliged": "able"}
    told |= {"sources": ("wages",), "wages_amount": (URBAN + 1) * 100}
    return [each.office for each in referrals(Facts(replace(WORLD, policy=by), "assistance", told))]


def test_jilin_widens_special_aid_to_the_margin() -> None:
    """社会救助暂行办法第33条 names 低保 and 特困 only."""
    assert offices(HERE) == []
    assert offices(JILIN) == ["education"]


def test_a_child_in_hardship_is_looked_at_in_jining_by_a_person() -> None:
    """Never told to be likely: the conditions are not published."""
    for of in (
        household(member(9, father="dead", mother="cares")),
        household(disabled("mental", 4, 9, father="cares", mother="cares")),
        household(member(9, is_severely_ill=True, father="cares", mother="cares")),
        household(member(9, father="cares", mother="absent")),
    ):
        assert verdict("unsupported", of, JINING) is Verdict.UNKNOWN
        assert verdict("unsupported", of, HERE) is Verdict.NO
    assert verdict("unsupported", household(member(9, father="cares", mother="cares")), JINING) is Verdict.NO
    assert verdict("unsupported", household(member(18, father="dead", mother="cares")), JINING) is Verdict.NO
    assert verdict("unsupported", household(member(9, father="dead", mother="ill")), JINING) is Verdict.YES


@pytest.mark.parametrize(("by", "said"), [(JINING, True), (HERE, False)])
def test_staff_are_told_of_the_pairing_where_the_place_has_it(by: Policy, said: bool) -> None:
    child = ALONE | {"age": 12, "school": "school", "father": "dead", "mother": "dead"}
    lines = briefing(Facts(replace(WORLD, policy=by), "assistance", child))
    assert ("briefing-pairing" in [each.key for each in lines]) is said
    grown = briefing(Facts(replace(WORLD, policy=by), "assistance", ALONE))
    assert "briefing-pairing" not in [each.key for each in grown]

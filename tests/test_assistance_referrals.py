"""To which other offices somebody is referred, and that nobody is for what was not told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from flows.assistance.referrals import REASONS, lines, referrals
from flows.language import Facts
from tests.households import HERE
from tests.talk import SPEECH
from tests.test_assistance_briefing import ALONE, URGENT
from tests.test_assistance_briefing import WORLD as ELSEWHERE

WORLD = replace(ELSEWHERE, policy=HERE)
RICH: dict[str, Any] = ALONE | {"hukou": "urban", "sources": ("retirement",), "retirement_amount": 900000}
CHILD: dict[str, Any] = ALONE | {"hukou": "urban", "age": 12, "school": "school", "father": "dead", "mother": "dead"}


def named(answers: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """The offices with their reasons."""
    facts = Facts(WORLD, "assistance", answers)
    assert all(SPEECH.render(line, "zh-Hans") for line in lines(facts))
    return {each.office: each.why for each in referrals(facts)}


@pytest.mark.parametrize(
    ("told", "offices"),
    [
        ({}, {}),
        ({"ill": "yes"}, {"medical": ("severely_ill",)}),
        ({"events": ("illness",)}, {"medical": ("sudden_illness",)}),
        ({"bills": ("medical", "rehab")}, {"medical": ("medical_bill",), "disability": ("rehab_bill",)}),
        ({"bills": ("school",)}, {"education": ("school_bill",)}),
        ({"events": ("disaster",)}, {"disaster": ("disaster",)}),
        ({"events": ("fire",)}, {"housing": ("fire",)}),
        ({"events": ("traffic", "other")}, {}),
        ({"disabled": "hearing", "level": "four"}, {"disability": ("disabled",)}),
        ({"ill": "unsure", "disabled": "unsure"}, {}),
        ({"events": ("unsure",), "bills": ("unsure",), "sources": ("unsure",), "property": ("unsure",)}, {}),
    ],
)
def test_an_office_is_named_for_what_was_told_and_for_nothing_else(
    told: dict[str, Any], offices: dict[str, tuple[str, ...]]
) -> None:
    """社会救助暂行办法第20、28、33、37条."""
    assert named(RICH | told) == offices


def test_a_rural_household_at_risk_is_referred_to_agriculture_once_the_hukou_is_known() -> None:
    """国办发〔2023〕39号."""
    assert named(ALONE) == {"farming": ("monitored",)}
    assert named(ALONE | {"hukou": "unsure"}) == {}


def test_who_is_at_school_is_referred_where_the_household_is_poor() -> None:
    """社会救助暂行办法第33条; not for want of facts."""
    assert named(CHILD) == {"education": ("at_school",)}
    cared_for = CHILD | {"father": "cares", "mother": "cares", "obliged": "able"}
    assert named(cared_for) == {"education": ("at_school",)}
    rich = cared_for | {"sources": ("wages",), "wages_amount": 900000, "property": ("house",)}
    assert named(rich | {"bills": ("nothing",)}) == {}
    assert named(cared_for | {"sources": ("unsure",), "obliged": "unsure"}) == {}
    assert named(rich | {"received": ("dibao",)}) == {"education": ("at_school",)}


def test_an_urgent_need_is_referred_by_what_is_needed() -> None:
    assert named(URGENT) == {}
    assert named(URGENT | {"needs": ("shelter", "medicine")}) == {"medical": ("medicine",), "housing": ("shelter",)}


def test_every_office_and_every_reason_has_words_in_every_language() -> None:
    for language in ("zh-Hans", "zh-Hant", "en"):
        for office, reasons in REASONS.items():
            assert SPEECH.has(f"referral-{office}", language)
            assert all(SPEECH.has(f"refer-{why}", language) for why in reasons)

"""Who is asked about work, what it is for, and that it changes no verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from flows.assistance.briefing import briefing
from flows.assistance.categories import CATEGORIES
from flows.assistance.household import Work
from flows.assistance.referrals import referrals
from flows.assistance.telling import household_of, may_work
from flows.language import Facts
from flows.policy import Policy
from tests.households import HERE, QINGHAI, judged, member
from tests.households import household as a_household
from tests.test_assistance_briefing import ALONE, WORLD

WORKER: dict[str, Any] = ALONE | {"age": 40, "hukou": "urban", "obliged": "able"}


def facts(told: dict[str, Any], by: Policy = HERE) -> Facts:
    """Answers of the flow."""
    return Facts(replace(WORLD, policy=by), "assistance", WORKER | told)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ({"age": 15}, False),
        ({"age": 16, "school": "no"}, True),
        ({"age": 17, "school": "school"}, False),
        ({"age": 20, "school": "higher"}, False),
        ({"age": 20, "school": "unsure"}, True),
        ({"age": 59}, True),
        ({"age": 60}, False),
        ({"age": "unsure"}, False),
        ({"disabled": "limb", "level": "two"}, False),
        ({"disabled": "limb", "level": "three"}, True),
        ({"disabled": "vision", "level": "unsure"}, True),
        ({"disabled": "mental", "level": "three"}, False),
    ],
)
def test_who_can_work_by_age_and_disability_and_is_not_at_school_is_asked(told: dict[str, Any], asked: bool) -> None:
    """特困人员认定办法第5条 says who has no labour capacity."""
    assert may_work(facts(told), "") is asked
    item = {f"member_{name}": value for name, value in ({"id": "unsure", "age": 40} | told).items()}
    assert may_work(facts(item | {"age": 80}), "member_") is asked


def test_who_counts_as_old_is_the_places_to_say() -> None:
    """青海: 55."""
    assert may_work(facts({"age": 55}), "")
    assert not may_work(facts({"age": 55}, QINGHAI), "")


@pytest.mark.parametrize("work", [*get_args(Work), None])
def test_work_changes_no_verdict(work: Work | None) -> None:
    for category in CATEGORIES:
        assert judged(category, a_household(member(work=work))) == judged(category, a_household(member()))


@pytest.mark.parametrize(
    ("told", "lines", "offices"),
    [
        ({"work": "works"}, ["work_costs"], []),
        ({"work": "odd_jobs"}, ["work_costs"], []),
        ({"work": "no_work"}, ["no_work"], ["work"]),
        ({"work": "cannot"}, ["cannot"], []),
        ({"work": "unsure"}, [], []),
        ({"sources": ("wages",), "wages_amount": 50000}, ["work_costs"], []),
    ],
)
def test_staff_are_told_of_work_and_who_has_none_is_referred(
    told: dict[str, Any], lines: list[str], offices: list[str]
) -> None:
    """最低生活保障审核确认办法第13、34条, 社会救助暂行办法第42条."""
    said = [each.key.removeprefix("briefing-") for each in briefing(facts(told))]
    assert [each for each in said if each in {"work_costs", "no_work", "cannot"}] == lines
    assert [each.office for each in referrals(facts(told))] == offices


def test_each_member_is_asked_of_their_own_work() -> None:
    two = {"household@a": "a", "member_id@a": "unsure", "member_age@a": 30, "member_work@a": "no_work", "work": "works"}
    assert [each.work for each in household_of(facts(two)).members] == ["works", "no_work"]

"""The rules of social assistance, article by article. Those of one article stand together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from flows.assistance.figures import LOCAL, NATIONAL, Figures
from flows.assistance.household import Handicap, Household, Member, Parent, exactly
from flows.assistance.screening import Finding, Route, screen, temporary_route
from flows.assistance.telling import clocks
from flows.errors import FlowFault
from flows.policy import Policy
from flows.verdict import Verdict
from tests.households import (
    BARE,
    DAY,
    HERE,
    INCOME_OF_THE_PLACE,
    JINGTAI,
    QINGHAI,
    RURAL,
    SHARE,
    URBAN,
    between,
    disabled,
    household,
    judged,
    member,
    verdict,
)

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN
EDGE = URBAN + 1
"""An income for one person between the standard and one and a half times of it."""
CENT = Decimal("0.01")


# --- 最低生活保障审核确认办法 ---


@pytest.mark.parametrize(("hukou", "standard"), [("urban", URBAN), ("rural", RURAL)])
def test_income_below_the_standard_is_below_it_and_income_at_it_is_not(hukou: str, standard: int) -> None:
    """办法第4条: 低于, counted for each member, by month or by year."""
    two = (member(), member(70))
    assert verdict("dibao", household(*two, hukou=hukou, each=standard - CENT)) is YES
    assert verdict("dibao", household(*two, hukou=hukou, each=standard)) is NO


def test_where_urban_or_rural_is_not_known_both_must_say_the_same() -> None:
    assert verdict("dibao", household(hukou=None, each=RURAL - 1)) is YES
    assert verdict("dibao", household(hukou=None, each=URBAN)) is NO
    between_them = judged("dibao", household(hukou=None, each=RURAL))
    assert (between_them.verdict, between_them.would_change) == (UNKNOWN, ("hukou_kind",))


def test_an_income_that_is_partly_unknown_decides_only_where_all_of_it_lies_on_one_side() -> None:
    assert verdict("dibao", household(income=between(0, URBAN - 1))) is YES
    assert verdict("dibao", household(income=between(URBAN, None))) is NO
    open_ = judged("dibao", household(income=between(0, None)))
    assert (open_.verdict, open_.would_change) == (UNKNOWN, ("income",))
    assert judged("dibao", household(income=between(URBAN - 1, URBAN))).would_change == ()


def test_property_beyond_daily_life_is_looked_at_by_a_person_and_refuses_nobody() -> None:
    """办法第14条: the limits are the place's."""
    owning = judged("dibao", household(property_kinds=frozenset({"car"})))
    assert (owning.verdict, owning.would_change) == (UNKNOWN, ())
    assert judged("dibao", household(property_kinds=None)).would_change == ("property",)


def test_of_a_residents_pension_the_base_pension_may_be_left_out_and_how_much_that_is_nobody_knows() -> None:
    """办法第13条第3项."""
    old = household(member(70), each=URBAN - 10, resident_pension=between(20, 20))
    assert verdict("dibao", old) is UNKNOWN
    assert judged("dibao", old).would_change == ()
    assert verdict("dibao", replace(old, resident_pension=between(9, 9))) is YES
    assert judged("dibao", replace(old, resident_pension=between(0, None))).would_change == ("pension",)
    counts = """[[figure]]
name = "income.base_pension_counts"
value = true
unit = "是否"
since = 2026-01-01
source = "示例"
"""
    counted = Policy((*HERE.layers, *Policy.parse(counts).layers))
    assert verdict("dibao", old, counted, date(2026, 1, 1)) is NO
    assert verdict("dibao", old, counted, date(2025, 12, 31)) is UNKNOWN


def test_what_illness_and_disability_cost_may_be_taken_off_an_income_above_the_standard() -> None:
    """办法第13条末款: 可按规定适当扣减."""
    at = household(member(), member(), each=URBAN)
    assert verdict("dibao", at) is NO
    assert verdict("dibao", replace(at, spending=between(1, 1))) is UNKNOWN
    assert judged("dibao", replace(at, spending=between(0, None))).would_change == ("spending",)
    far_above = household(member(), member(), each=URBAN + 100, spending=between(2400, 2400))
    assert verdict("dibao", far_above) is NO
    assert verdict("dibao", replace(far_above, spending=between(2401, 2401))) is UNKNOWN


def test_a_household_on_the_margin_is_above_the_standard_and_below_one_and_a_half_times_of_it() -> None:
    """办法第8条第2款."""
    assert verdict("edge", household(each=URBAN - CENT)) is NO
    assert verdict("edge", household(each=URBAN)) is YES
    assert verdict("edge", household(each=URBAN * 3 // 2 - CENT)) is YES
    assert verdict("edge", household(each=URBAN * 3 // 2)) is NO


ALONE = [
    (kind, level, YES if level <= 2 else NO) for kind in ("vision", "hearing", "speech", "limb") for level in (2, 3)
]
ALONE += [(kind, level, YES if level <= 3 else NO) for kind in ("intellectual", "mental") for level in (3, 4)]


@pytest.mark.parametrize(("kind", "level", "alone"), ALONE)
def test_who_is_severely_disabled_in_a_household_on_the_margin_may_apply_alone(
    kind: Handicap, level: int, alone: Verdict
) -> None:
    """办法第8条第1款第1项: level 1 and 2 of any type, 3 of the mind."""
    assert verdict("single", household(disabled(kind, level), member(), each=EDGE)) is alone
    assert verdict("single", household(disabled(kind, 1), each=URBAN * 3 // 2)) is NO


def test_of_a_multiple_disability_a_person_looks_at_the_types_where_they_matter() -> None:
    assert verdict("single", household(disabled("multiple", 2), each=EDGE)) is YES
    assert verdict("single", household(disabled("multiple", 3), each=EDGE)) is UNKNOWN
    assert verdict("single", household(disabled("multiple", 4), each=EDGE)) is NO


def test_who_is_severely_ill_on_the_margin_may_apply_alone_if_the_place_counts_the_illness() -> None:
    """办法第8条第1款第2项: 当地有关部门认定."""
    assert judged("single", household(member(is_severely_ill=True), each=EDGE)).would_change == ()
    assert verdict("single", household(member(is_severely_ill=True), each=EDGE)) is UNKNOWN
    assert judged("single", household(member(is_severely_ill=None), each=EDGE)).would_change == ("illness",)


def test_what_the_certificate_says_is_asked_for_where_it_is_not_known() -> None:
    unknown = member(is_disabled=None)
    assert judged("single", household(unknown, each=EDGE)).would_change == ("disability",)
    assert judged("single", household(disabled("limb", None), each=EDGE)).would_change == ("disability_level",)


# --- standards that are old, or not there ---


def test_an_old_standard_may_only_screen_in() -> None:
    assert verdict("dibao", household(each=576), JINGTAI) is YES
    above = judged("dibao", household(each=577), JINGTAI)
    assert (above.verdict, above.would_change) == (UNKNOWN, ())
    assert above.reasons[0].key == "why-above_old_standard"


def test_where_no_standard_is_entered_a_person_looks() -> None:
    none = judged("dibao", household(each=0), BARE)
    assert (none.verdict, none.would_change) == (UNKNOWN, ())


@pytest.mark.parametrize("name", NATIONAL)
def test_every_figure_the_rules_need_is_in_force_today_and_names_its_source(name: str) -> None:
    figure = Figures(HERE, DAY).one(name)
    assert figure.source
    assert figure.since <= DAY


def test_a_figure_of_no_place_is_a_fault_and_not_an_unknown() -> None:
    with pytest.raises(FlowFault):
        Figures(HERE, DAY).find("dibao.urbane")
    assert {name: Figures(BARE, DAY).find(name) for name in LOCAL if not name.startswith(("rigid.in", "income."))}


# --- 特困人员认定办法 ---


def alone(*members: Member, **more: Any) -> Household:
    """Without income, and without anybody who is obliged to support."""
    return household(*members, **{"obliged": "none"} | more)


def test_an_old_person_without_income_or_anybody_obliged_is_in_extreme_difficulty() -> None:
    """特困人员认定办法第4、5条."""
    assert verdict("tekun", alone(member(60))) is YES
    assert verdict("tekun", alone(member(59))) is NO
    assert verdict("tekun", alone(member(55)), QINGHAI) is YES
    assert verdict("tekun", alone(member(54)), QINGHAI) is NO
    assert judged("tekun", alone(member(None))).would_change == ("age",)


def test_a_child_is_and_who_was_one_is_kept_until_18_and_at_school() -> None:
    """第5条第2项, 第25条: kept, which a person can see."""
    assert verdict("tekun", alone(member(15))) is YES
    assert verdict("tekun", alone(member(16))) is UNKNOWN
    assert verdict("tekun", alone(member(17))) is UNKNOWN
    assert verdict("tekun", alone(member(18))) is NO
    assert verdict("tekun", alone(member(18, at_school="school"))) is UNKNOWN
    assert verdict("tekun", alone(member(19, at_school="higher"))) is NO
    assert verdict("tekun", alone(member(19, at_school="higher")), QINGHAI) is UNKNOWN
    assert judged("tekun", alone(member(19, at_school=None))).would_change == ("school",)


LABOUR = [
    *(("intellectual", 3, YES, YES), ("intellectual", 4, NO, YES), ("mental", 3, YES, YES), ("mental", 4, NO, YES)),
    *(("limb", 2, YES, YES), ("limb", 3, NO, NO), ("vision", 1, YES, YES), ("vision", 2, NO, YES)),
    *(("vision", 3, NO, NO), ("hearing", 1, NO, NO), ("speech", 1, NO, NO), ("multiple", 1, UNKNOWN, UNKNOWN)),
]


@pytest.mark.parametrize(("kind", "level", "national", "qinghai"), LABOUR)
def test_a_disability_takes_away_the_capacity_to_work_by_type_and_level(
    kind: Handicap, level: int, national: Verdict, qinghai: Verdict
) -> None:
    """第5条第3项; 青海 goes one level further in three types."""
    assert verdict("tekun", alone(disabled(kind, level))) is national
    assert verdict("tekun", alone(disabled(kind, level)), QINGHAI) is qinghai


def test_who_has_an_income_at_the_standard_or_somebody_able_to_support_is_not() -> None:
    """第4条第2、3项, 第6、8条."""
    assert verdict("tekun", alone(member(60), each=URBAN)) is NO
    assert verdict("tekun", alone(member(60), obliged="able")) is NO
    assert verdict("tekun", alone(member(60), obliged="incapable")) is UNKNOWN
    assert judged("tekun", alone(member(60), obliged=None)).would_change == ("obliged",)


# --- 刚性支出困难家庭认定办法 ---


def burdened(over_the_share: int = 1, each: int = 2300) -> Household:
    """Above the margin, below the income of the place, with so much spending over the share."""
    return household(each=each, spending=exactly(each * 12 * SHARE // 100 + over_the_share))


def test_who_spends_more_than_the_share_on_what_cannot_be_avoided_is_in_difficulty() -> None:
    """第4条第4项, 第5条."""
    assert verdict("rigid", burdened()) is YES
    assert verdict("rigid", burdened(0)) is NO
    assert judged("rigid", replace(burdened(), spending=between(0, None))).would_change == ("spending",)


def test_spending_so_great_that_it_may_bring_the_income_down_to_the_margin_is_looked_at_by_a_person() -> None:
    """第4条第1项 with 最低生活保障审核确认办法第13条末款."""
    assert verdict("rigid", burdened(each=1900)) is UNKNOWN


def test_it_is_for_who_is_below_the_income_of_the_place() -> None:
    """第4条第2项."""
    assert verdict("rigid", burdened(each=INCOME_OF_THE_PLACE - 1)) is YES
    assert verdict("rigid", burdened(each=INCOME_OF_THE_PLACE)) is NO


def test_before_2025_there_was_no_such_category() -> None:
    """第14条."""
    assert verdict("rigid", burdened(), on=date(2024, 12, 31)) is NO
    assert verdict("rigid", burdened(), on=date(2025, 1, 1)) is YES


# --- 临时救助 ---


def test_something_sudden_calls_for_temporary_assistance_and_heavy_spending_for_a_person() -> None:
    """社会救助暂行办法第47条."""
    assert verdict("temporary", household(each=9000, events=frozenset({"fire"}))) is YES
    assert verdict("temporary", household(each=9000, is_urgent=True)) is YES
    assert verdict("temporary", household(each=9000, spending=between(1, 1))) is UNKNOWN
    assert judged("temporary", household(events=None)).would_change == ("events",)
    assert verdict("temporary", household(each=9000)) is NO


@pytest.mark.parametrize(
    ("asked", "route"),
    [(5000, Route.TOWNSHIP), (5001, Route.COUNTY), (URBAN * 12 * 5, Route.COUNTY), (URBAN * 12 * 5 + 1, Route.PERSON)],
)
def test_the_amount_says_who_decides_where_the_place_has_limits(asked: int, route: Route) -> None:
    """青海: to 5,000 元 the township, to five times the urban standard of a year the county."""
    assert temporary_route(asked, Figures(QINGHAI, DAY), is_urgent=False) is route
    assert temporary_route(asked, Figures(HERE, DAY), is_urgent=False) is Route.PERSON
    assert temporary_route(None, Figures(QINGHAI, DAY), is_urgent=False) is Route.PERSON


def test_urgent_help_comes_before_the_paperwork() -> None:
    """社会救助暂行办法第48条: 先行救助."""
    assert temporary_route(10**6, Figures(HERE, DAY), is_urgent=True) is Route.FIRST


def test_the_hours_of_an_urgent_need_are_told_only_where_the_place_has_set_them() -> None:
    (told,) = clocks(Figures(QINGHAI, DAY))
    assert (told.args["answer"], told.args["help"]) == (12, 24)
    assert clocks(Figures(HERE, DAY)) == ()


# --- children ---


def child(father: Parent | None, mother: Parent | None, age: int = 10) -> Household:
    """A child with these parents."""
    return household(member(age, father=father, mother=mother))


@pytest.mark.parametrize(
    ("father", "mother", "orphan", "unsupported"),
    [
        ("dead", "dead", YES, NO),
        ("dead", "not_found", YES, NO),
        ("dead", "detained", NO, YES),
        ("not_found", "missing", NO, YES),
        ("disabled", "ill", NO, YES),
        ("missing", "missing", NO, YES),
        ("dead", "cares", NO, NO),
        ("cares", "ill", NO, NO),
        ("dead", None, UNKNOWN, UNKNOWN),
        ("missing", None, NO, UNKNOWN),
        ("cares", None, NO, NO),
        ("absent", "dead", NO, NO),
    ],
)
def test_how_the_parents_are_says_whether_a_child_is_an_orphan_or_unsupported(
    father: Parent | None, mother: Parent | None, orphan: Verdict, unsupported: Verdict
) -> None:
    """国办发〔2010〕54号; 民发〔2019〕62号第一条."""
    for one, other in ((father, mother), (mother, father)):
        assert verdict("orphan", child(one, other)) is orphan
        assert verdict("unsupported", child(one, other)) is unsupported
    assert verdict("orphan", child(father, mother, age=18)) is NO
    assert verdict("unsupported", child(father, mother, age=18)) is NO


def test_a_parent_who_does_not_care_for_a_year_counts_where_the_place_says_so() -> None:
    assert verdict("unsupported", child("absent", "dead"), QINGHAI) is YES


# --- subsidies ---


def test_a_disabled_member_of_a_poor_household_may_have_the_living_subsidy() -> None:
    """国发〔2015〕52号第二条第1项; the margin only where the place goes so far."""
    assert verdict("disability_living", household(disabled("hearing", 4))) is YES
    assert verdict("disability_living", household(disabled("hearing", 4), each=EDGE)) is UNKNOWN
    assert verdict("disability_living", household(disabled("hearing", 4), each=2 * URBAN)) is NO
    assert verdict("disability_living", household(member())) is NO
    assert judged("disability_living", household(member(is_disabled=None))).would_change == ("disability",)


def test_a_severe_disability_may_have_the_nursing_subsidy_whatever_the_income() -> None:
    """国发〔2015〕52号第二条第2项."""
    assert verdict("disability_nursing", household(disabled("vision", 2), each=9000)) is YES
    assert verdict("disability_nursing", household(disabled("vision", 3), each=9000)) is NO
    assert verdict("disability_nursing", household(disabled("mental", 3), each=9000)) is NO


def test_an_old_person_short_of_money_is_assessed_by_a_person() -> None:
    assert verdict("elder", household(member(60), each=URBAN)) is UNKNOWN
    assert verdict("elder", household(member(59), each=URBAN)) is NO
    assert verdict("elder", household(member(60), each=URBAN * 2)) is NO


# --- 防返贫监测 ---


def test_rural_households_at_risk_are_referred_and_urban_ones_are_not() -> None:
    assert verdict("monitored", household(hukou="rural", each=0)) is UNKNOWN
    assert judged("monitored", household(hukou="rural", each=0)).reasons[0].key == "why-refer"
    assert verdict("monitored", household(hukou="urban", each=0)) is NO
    assert verdict("monitored", household(hukou="rural", each=9000)) is NO
    assert judged("monitored", household(hukou=None, each=0)).would_change == ("hukou_kind",)


# --- all at once ---


def test_every_category_is_judged_and_the_likely_ones_are_told_first() -> None:
    found = screen(household(disabled("limb", 1, 70), income=between(0, None), obliged=None), Figures(HERE, DAY))
    findings = [found.finding(category) for category in found.candidates]
    assert findings == sorted(findings, key=[Finding.LIKELY, Finding.PERSON, Finding.MORE].index)
    assert found.finding("disability_nursing") is Finding.LIKELY
    assert found.finding("dibao") is Finding.MORE
    assert found.finding("orphan") is Finding.NOT_SEEN
    assert len(found.judged) == 12

"""The legal deadlines of an application for social assistance, over the holidays of real years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.speech import LANGUAGES
from flows.assistance.clocks import SCHEMES, Begins, deadlines
from flows.policy import Policy
from integrations.calendar import ChinaCalendar
from tests.households import BARE
from tests.talk import SPEECH

CALENDAR = ChinaCalendar()
BEFORE_NATIONAL_DAY = date(2025, 9, 26)
"""A Friday; 28 September and 11 October are worked, 1 to 8 October are off."""
BEFORE_SPRING_FESTIVAL = date(2026, 2, 12)
"""A Thursday; 14 and 28 February are worked, 15 to 23 February are off."""


def last_days(accepted: date, *categories: str, begun: dict[Begins, date] | None = None) -> dict[str, str]:
    """The last day of each stage."""
    found = deadlines(accepted, categories, CALENDAR, BARE, begun)  # type: ignore[arg-type]
    return {each.stage: each.last_day.isoformat() for each in found}


def test_dibao_begins_within_three_working_days_and_is_done_within_thirty_or_forty_five() -> None:
    """最低生活保障审核确认办法第15、22条."""
    assert last_days(BEFORE_NATIONAL_DAY, "dibao") == {
        "survey": "2025-09-30",
        "whole": "2025-11-13",
        "extended": "2025-12-04",
    }
    assert last_days(BEFORE_SPRING_FESTIVAL, "dibao") == {
        "survey": "2026-02-24",
        "whole": "2026-04-01",
        "extended": "2026-04-23",
    }


def test_stages_that_begin_later_have_their_deadline_when_they_have_begun() -> None:
    """第17、19、20、21条; a public notice that would end on a holiday ends after it (民法典第203条)."""
    begun = {
        Begins.CHECK_ASKED: date(2025, 9, 29),
        Begins.PUBLISHED: date(2025, 9, 25),
        Begins.REPORTED: date(2025, 10, 10),
        Begins.DECIDED: date(2025, 10, 24),
    }
    told = last_days(date(2025, 9, 15), "dibao", begun=begun)
    assert (told["check"], told["publicity"]) == ("2025-10-10", "2025-10-09")
    assert (told["county"], told["refusal"]) == ("2025-10-23", "2025-10-29")


def test_tekun_takes_fifteen_working_days_seven_days_and_fifteen_more() -> None:
    """特困人员认定办法第13、15、16条: counted on while nothing is later than it may be."""
    found = {each.stage: each for each in deadlines(BEFORE_NATIONAL_DAY, ["tekun"], CALENDAR, BARE)}
    assert {stage: each.last_day.isoformat() for stage, each in found.items()} == {
        "opinion": "2025-10-23",
        "publicity": "2025-10-30",
        "county": "2025-11-20",
    }
    assert [each.sure for each in found.values()] == [True, False, False]
    assert found["publicity"].begun == found["opinion"].last_day


def test_a_stage_that_began_early_ends_early_and_for_sure() -> None:
    begun = {Begins.PUBLISHED: date(2025, 10, 13)}
    found = {each.stage: each for each in deadlines(BEFORE_NATIONAL_DAY, ["tekun"], CALENDAR, BARE, begun)}
    assert (found["publicity"].last_day, found["publicity"].sure) == (date(2025, 10, 20), True)
    assert (found["county"].last_day, found["county"].sure) == (date(2025, 11, 10), False)


def test_spending_hardship_takes_thirty_working_days_or_forty_five() -> None:
    """刚性支出困难家庭认定办法第8条; before 2025 there was none."""
    assert last_days(BEFORE_NATIONAL_DAY, "rigid") == {"whole": "2025-11-13", "extended": "2025-12-04"}
    assert last_days(date(2024, 12, 31), "rigid") == {}


def test_an_unsupported_child_is_told_of_nowhere_in_public() -> None:
    """民发〔2019〕62号第二条."""
    assert last_days(BEFORE_NATIONAL_DAY, "unsupported") == {"opinion": "2025-10-23", "county": "2025-11-13"}


def test_who_applies_alone_has_the_clocks_of_dibao_once() -> None:
    """最低生活保障审核确认办法第8条."""
    alone = last_days(BEFORE_NATIONAL_DAY, "single")
    assert alone == last_days(BEFORE_NATIONAL_DAY, "dibao")
    assert len(deadlines(BEFORE_NATIONAL_DAY, ["dibao", "single"], CALENDAR, BARE)) == len(alone)


def test_temporary_assistance_has_a_deadline_only_where_the_place_has_set_one() -> None:
    assert last_days(BEFORE_NATIONAL_DAY, "temporary") == {}
    own = """
    [[figure]]
    name = "clock.temporary.whole"
    value = 5
    unit = "工作日"
    since = 2025-01-01
    source = "示例县2025年通知"
    """
    place = Policy((*BARE.layers, *Policy.parse(own).layers))
    (found,) = deadlines(BEFORE_NATIONAL_DAY, ["temporary"], CALENDAR, place)
    assert (found.last_day, found.source) == (date(2025, 10, 10), "示例县2025年通知")


def test_categories_without_a_legal_deadline_have_none() -> None:
    assert last_days(BEFORE_NATIONAL_DAY, "edge", "monitored", "elder", "orphan") == {}


@pytest.mark.parametrize(("accepted", "provisional"), [(date(2026, 11, 2), [True]), (date(2026, 12, 30), [True] * 3)])
def test_what_reaches_into_a_year_that_is_not_published_is_provisional(accepted: date, provisional: list[bool]) -> None:
    found = deadlines(accepted, ["dibao"], CALENDAR, BARE)
    assert [each.provisional for each in found if each.last_day.year > 2026] == provisional
    assert not any(each.provisional for each in found if each.last_day.year == 2026)


@given(st.dates(date(2024, 1, 2), date(2026, 12, 31)))
def test_every_deadline_is_a_working_day_with_just_so_many_before_it(accepted: date) -> None:
    for each in deadlines(accepted, SCHEMES, CALENDAR, BARE):  # type: ignore[arg-type]
        assert CALENDAR.is_workday(each.last_day)
        between = [each.begun + timedelta(days=n) for n in range(1, (each.last_day - each.begun).days + 1)]
        figure = BARE.figure(f"clock.{each.category}.{each.stage}", accepted)
        if each.stage == "publicity":
            assert len(between) >= 7
            assert not any(map(CALENDAR.is_workday, between[6:-1]))
        else:
            assert sum(map(CALENDAR.is_workday, between)) == figure.value


def test_every_deadline_has_its_source_and_its_name_in_every_language() -> None:
    begun = dict.fromkeys(Begins, BEFORE_NATIONAL_DAY)
    found = deadlines(BEFORE_NATIONAL_DAY, SCHEMES, CALENDAR, BARE, begun)  # type: ignore[arg-type]
    assert {each.stage for each in found} == {clock.stage for clocks in SCHEMES.values() for clock in clocks}
    for each in found:
        assert "条" in each.source
        assert all(SPEECH.render(each.name, language) for language in LANGUAGES)

"""Working days: as published, as staff entered them, and as expected where nothing is published yet."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar
import pytest
from borax.calendars.lunardate import LunarDate
from hypothesis import given
from hypothesis import strategies as st

from flows.calendar import WorkCalendar, add_workdays, last_workday, next_workday
from flows.errors import FlowFault
from integrations.calendar import ChinaCalendar

ONE_DAY = timedelta(days=1)
CHINA = ChinaCalendar()
published = st.dates(date(2015, 1, 1), date(2026, 12, 31))
any_day = st.dates(date(2015, 1, 1), date(2028, 12, 31))


@dataclass(frozen=True)
class Rule:
    """A calendar whose working days are those a function names."""

    works: Callable[[date], bool]

    def is_workday(self, day: date) -> bool:
        return self.works(day)

    def is_provisional(self, day: date) -> bool:
        return False


NEVER: WorkCalendar = Rule(lambda _: False)


@given(published)
def test_a_published_year_is_as_published(day: date) -> None:
    assert CHINA.is_workday(day) == chinese_calendar.is_workday(day)
    assert not CHINA.is_provisional(day)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 2, 28), True),  # Saturday, make-up working day
        (date(2026, 2, 14), True),
        (date(2026, 2, 16), False),  # 除夕
        (date(2026, 5, 5), False),
        (date(2026, 5, 6), True),
        (date(2026, 10, 7), False),
        (date(2026, 10, 8), True),
        (date(2026, 11, 7), False),  # an ordinary Saturday
    ],
)
def test_known_days_of_2026(day: date, works: bool) -> None:
    assert CHINA.is_workday(day) is works


STATUTORY_2027 = [
    date(2027, 1, 1),
    date(2027, 2, 5),  # 除夕
    date(2027, 2, 6),  # 正月初一
    date(2027, 2, 7),
    date(2027, 2, 8),
    date(2027, 4, 5),  # 清明
    date(2027, 5, 1),
    date(2027, 5, 2),
    date(2027, 6, 9),  # 端午
    date(2027, 9, 15),  # 中秋
    date(2027, 10, 1),
    date(2027, 10, 2),
    date(2027, 10, 3),
]
SUBSTITUTES_2027 = [
    date(2027, 2, 9),
    date(2027, 2, 10),
    date(2027, 5, 3),
    date(2027, 5, 4),
    date(2027, 10, 4),
    date(2027, 10, 5),
]


def test_a_year_not_yet_published_has_weekends_statutory_days_and_their_substitutes_off_and_nothing_else() -> None:
    year = [date(2027, 1, 1) + n * ONE_DAY for n in range(365)]
    assert all(CHINA.is_provisional(day) for day in year)
    expected = {day for day in year if day.weekday() >= 5} | {*STATUTORY_2027, *SUBSTITUTES_2027}
    assert {day for day in year if not CHINA.is_workday(day)} == expected


@pytest.mark.parametrize("year", range(2027, 2051))
def test_the_lunar_holidays_of_years_to_come_fall_where_another_lunar_calendar_has_them(year: int) -> None:
    spring: date = LunarDate(year, 1, 1).to_solar_date()
    festivals = [LunarDate(year, 5, 5).to_solar_date(), LunarDate(year, 8, 15).to_solar_date()]
    for day in [spring - ONE_DAY, spring, spring + ONE_DAY, spring + 2 * ONE_DAY, *festivals]:
        assert not CHINA.is_workday(day)


def test_what_staff_enter_wins_and_is_no_longer_provisional() -> None:
    closed, worked, moved = date(2027, 2, 11), date(2027, 2, 20), date(2026, 11, 3)
    edited = ChinaCalendar({closed: False, worked: True, moved: False})
    assert [CHINA.is_workday(day) for day in (closed, worked, moved)] == [True, False, True]
    assert [edited.is_workday(day) for day in (closed, worked, moved)] == [False, True, False]
    assert not any(edited.is_provisional(day) for day in (closed, worked, moved))
    assert edited.is_provisional(date(2027, 2, 12))


def test_the_edits_of_one_calendar_do_not_reach_another_nor_change_later() -> None:
    edits = {date(2026, 11, 3): False}
    edited = ChinaCalendar(edits)
    edits[date(2026, 11, 4)] = False
    assert edited.is_workday(date(2026, 11, 4))
    assert ChinaCalendar().is_workday(date(2026, 11, 3))


@pytest.mark.parametrize("day", [date(2101, 1, 3), date(1949, 10, 3)])
def test_a_year_without_any_calendar_is_an_error_and_not_a_year_without_holidays(day: date) -> None:
    with pytest.raises(FlowFault, match=str(day.year)):
        CHINA.is_workday(day)
    with pytest.raises(FlowFault, match=str(day.year)):
        CHINA.is_provisional(day)
    assert ChinaCalendar({day: True}).is_workday(day)


def test_the_holiday_rules_are_loaded_only_when_a_provisional_year_is_asked_for() -> None:
    script = (
        "import sys; from datetime import date; from integrations.calendar import ChinaCalendar; c = ChinaCalendar();"
        "c.is_workday(date(2026, 5, 1)); before = 'holidays' in sys.modules;"
        "c.is_workday(date(2027, 5, 1)); print(before, 'holidays' in sys.modules)"
    )
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert printed.split() == ["False", "True"]


@given(any_day)
def test_the_next_and_the_last_workday_are_workdays_with_none_between(day: date) -> None:
    after, before = next_workday(CHINA, day), last_workday(CHINA, day)
    assert before <= day <= after
    assert CHINA.is_workday(after)
    assert CHINA.is_workday(before)
    assert [d for d in (before + n * ONE_DAY for n in range((after - before).days + 1)) if CHINA.is_workday(d)] == (
        [day] if CHINA.is_workday(day) else [before, after]
    )


@given(any_day, st.integers(1, 40))
def test_adding_workdays_counts_them_without_the_day_itself(day: date, count: int) -> None:
    end = add_workdays(CHINA, day, count)
    passed = [day + n * ONE_DAY for n in range(1, (end - day).days + 1)]
    assert CHINA.is_workday(end)
    assert sum(CHINA.is_workday(each) for each in passed) == count


def test_ten_working_days_run_over_a_holiday_and_its_make_up_days() -> None:
    assert add_workdays(CHINA, date(2026, 4, 24), 10) == date(2026, 5, 12)


@pytest.mark.parametrize("count", [0, -1])
def test_a_period_of_no_working_days_is_refused(count: int) -> None:
    with pytest.raises(FlowFault, match="at least one working day"):
        add_workdays(CHINA, date(2026, 11, 2), count)


@pytest.mark.parametrize("search", [next_workday, last_workday, lambda calendar, day: add_workdays(calendar, day, 1)])
def test_a_calendar_without_working_days_is_an_error_and_not_an_endless_search(
    search: Callable[[WorkCalendar, date], date],
) -> None:
    with pytest.raises(FlowFault, match="no working day within 60 days"):
        search(NEVER, date(2026, 11, 2))

"""The dates of a divorce by agreement 离婚冷静期, and that they are always the careful ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.divorce.cooling_off import CERTIFICATE_DAYS, COOLING_DAYS, CoolingOff, cooling_off
from flows.policy import load
from integrations.calendar import ChinaCalendar

ONE_DAY = timedelta(days=1)
CHINA = ChinaCalendar()
TUESDAY, FRIDAY = 1, 4
receipts = st.dates(date(2015, 1, 1), date(2027, 12, 31))
offices = st.frozensets(st.integers(0, 6), min_size=1, max_size=7)


@pytest.mark.parametrize(
    ("receipt", "cooling_end", "withdraw_by", "first_day", "safe_deadline"),
    [
        (date(2026, 1, 4), date(2026, 2, 3), date(2026, 2, 3), date(2026, 2, 4), date(2026, 3, 5)),
        (date(2026, 1, 31), date(2026, 3, 2), date(2026, 3, 2), date(2026, 3, 3), date(2026, 4, 1)),
        (date(2026, 4, 1), date(2026, 5, 6), date(2026, 4, 30), date(2026, 5, 7), date(2026, 5, 29)),
        (date(2025, 12, 31), date(2026, 1, 30), date(2026, 1, 30), date(2026, 2, 2), date(2026, 2, 28)),
        (date(2026, 9, 1), date(2026, 10, 8), date(2026, 9, 30), date(2026, 10, 9), date(2026, 10, 30)),
    ],
)
def test_known_receipts_have_known_dates(
    receipt: date, cooling_end: date, withdraw_by: date, first_day: date, safe_deadline: date
) -> None:
    assert cooling_off(receipt, CHINA) == CoolingOff(
        receipt, cooling_end, withdraw_by, first_day, safe_deadline, provisional=False
    )


def test_the_lengths_are_those_of_the_law() -> None:
    national = load(["national"])
    on = date(2026, 11, 2)
    assert national.whole("divorce.cooling_days", on) == COOLING_DAYS
    assert national.whole("divorce.certificate_days", on) == CERTIFICATE_DAYS


def test_an_ordinary_sunday_moves_the_end_and_a_make_up_working_saturday_does_not() -> None:
    assert cooling_off(date(2026, 10, 2), CHINA).cooling_end == date(2026, 11, 2)  # 11-01 is a Sunday
    assert cooling_off(date(2026, 1, 29), CHINA).cooling_end == date(2026, 2, 28)  # a Saturday that is worked


def test_an_office_that_takes_divorces_on_two_days_a_week_is_given_those_days() -> None:
    dates = cooling_off(date(2026, 4, 1), CHINA, lambda day: day.weekday() in (TUESDAY, FRIDAY))
    assert dates == CoolingOff(
        receipt=date(2026, 4, 1),
        cooling_end=date(2026, 5, 6),  # the law's end moves to a working day, whatever the office does
        withdraw_by=date(2026, 4, 28),
        first_day=date(2026, 5, 8),
        safe_deadline=date(2026, 5, 29),
        provisional=False,
    )


def test_a_closure_through_the_whole_cooling_period_leaves_no_day_to_withdraw() -> None:
    receipt = date(2026, 6, 1)
    dates = cooling_off(receipt, CHINA, lambda day: day <= receipt or day > receipt + 30 * ONE_DAY)
    assert dates.withdraw_by is None
    assert (dates.first_day, dates.safe_deadline) == (date(2026, 7, 2), date(2026, 7, 31))


def test_a_closure_through_the_whole_certificate_window_leaves_it_to_a_person() -> None:
    receipt = date(2026, 6, 1)
    dates = cooling_off(receipt, CHINA, lambda day: day <= receipt + 30 * ONE_DAY)
    assert dates.withdraw_by == date(2026, 7, 1)
    assert (dates.first_day, dates.safe_deadline) == (None, None)


@pytest.mark.parametrize(
    ("receipt", "provisional"),
    [
        (date(2026, 10, 30), False),  # D0+60 is 2026-12-29
        (date(2026, 11, 2), True),  # D0+60 is 2027-01-01, expected to be off
        (date(2026, 12, 20), True),
        (date(2027, 3, 1), True),
    ],
)
def test_dates_that_rest_on_a_calendar_not_yet_published_say_so(receipt: date, provisional: bool) -> None:
    assert cooling_off(receipt, CHINA).provisional is provisional


def test_days_that_staff_have_entered_are_sure() -> None:
    receipt = date(2026, 11, 2)
    edited = ChinaCalendar({date(2027, 1, 1): False})
    assert cooling_off(receipt, edited) == CoolingOff(
        receipt, date(2026, 12, 2), date(2026, 12, 2), date(2026, 12, 3), date(2026, 12, 31), provisional=False
    )


@given(receipts)
def test_the_dates_stand_in_order_and_inside_the_law_on_a_plain_calendar(receipt: date) -> None:
    dates = cooling_off(receipt, CHINA)
    # No public holiday closes an office for a month, so a plain calendar always has a day for each.
    assert dates.withdraw_by is not None
    assert dates.first_day is not None
    assert dates.safe_deadline is not None
    assert receipt < dates.withdraw_by <= receipt + 30 * ONE_DAY <= dates.cooling_end
    assert dates.cooling_end < dates.first_day <= dates.safe_deadline <= receipt + 60 * ONE_DAY
    assert CHINA.is_workday(dates.cooling_end)
    assert dates.withdraw_by == dates.cooling_end or dates.cooling_end > receipt + 30 * ONE_DAY


def _office(weekdays: frozenset[int], closed_from: date, closed_days: int) -> Callable[[date], bool]:
    def opens(day: date) -> bool:
        closed = closed_from <= day < closed_from + closed_days * ONE_DAY
        return day.weekday() in weekdays and not closed

    return opens


@given(receipts, offices, st.integers(0, 60), st.integers(0, 60))
def test_every_date_is_an_open_day_and_no_open_day_is_passed_over(
    receipt: date, weekdays: frozenset[int], closed_after: int, closed_days: int
) -> None:
    opens = _office(weekdays, receipt + closed_after * ONE_DAY, closed_days)
    dates = cooling_off(receipt, CHINA, opens)
    by_hand = [receipt + n * ONE_DAY for n in range(1, 61)]
    open_days = [day for day in by_hand if CHINA.is_workday(day) and opens(day)]
    cooling = [day for day in open_days if day <= receipt + 30 * ONE_DAY]
    window = [day for day in open_days if day > dates.cooling_end]
    assert dates.withdraw_by == (max(cooling) if cooling else None)
    assert dates.first_day == (min(window) if window else None)
    assert dates.safe_deadline == (max(window) if window else None)


@given(receipts, offices)
def test_an_application_wholly_before_2027_is_sure_and_one_wholly_in_2027_is_not(
    receipt: date, weekdays: frozenset[int]
) -> None:
    dates = cooling_off(receipt, CHINA, lambda day: day.weekday() in weekdays)
    if receipt + 60 * ONE_DAY < date(2027, 1, 1):
        assert not dates.provisional
    else:
        assert dates.provisional

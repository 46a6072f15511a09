"""Ages in full years, to the day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.marriage.ages import age_reached, reached_from
from flows.verdict import Verdict

births = st.dates(date(1900, 1, 1), date(2030, 12, 31)) | st.builds(
    date, st.sampled_from(range(1904, 2029, 4)), st.just(2), st.just(29)
)
years = st.integers(0, 110)
LEAP_DAY = date(2004, 2, 29)


@pytest.mark.parametrize(
    ("birth", "age", "on", "verdict"),
    [
        (date(2004, 5, 20), 22, date(2026, 5, 19), Verdict.NO),
        (date(2004, 5, 20), 22, date(2026, 5, 20), Verdict.YES),
        (date(2006, 12, 31), 20, date(2026, 12, 30), Verdict.NO),
        (date(2006, 12, 31), 20, date(2026, 12, 31), Verdict.YES),
        (date(2004, 2, 28), 22, date(2026, 2, 28), Verdict.YES),
        (date(2004, 3, 1), 22, date(2026, 2, 28), Verdict.NO),
        (LEAP_DAY, 22, date(2026, 2, 27), Verdict.NO),
        (LEAP_DAY, 22, date(2026, 2, 28), Verdict.UNKNOWN),
        (LEAP_DAY, 22, date(2026, 3, 1), Verdict.YES),
        (LEAP_DAY, 22, date(2027, 2, 28), Verdict.YES),
        (LEAP_DAY, 22, date(2025, 2, 28), Verdict.NO),
        (LEAP_DAY, 20, date(2024, 2, 28), Verdict.NO),
        (LEAP_DAY, 20, date(2024, 2, 29), Verdict.YES),
    ],
)
def test_the_birthday_itself_is_enough_and_a_leap_day_without_a_birthday_is_left_to_a_person(
    birth: date, age: int, on: date, verdict: Verdict
) -> None:
    assert age_reached(birth, age, on) is verdict


def test_a_leap_day_turns_on_the_first_of_march_of_a_common_year_and_on_itself_in_a_leap_year() -> None:
    assert reached_from(LEAP_DAY, 22) == date(2026, 3, 1)
    assert reached_from(LEAP_DAY, 20) == date(2024, 2, 29)
    assert reached_from(date(2000, 2, 29), 100) == date(2100, 3, 1)


@given(births, years, st.integers(-800, 800))
def test_an_age_once_reached_stays_reached_and_is_yes_exactly_from_the_first_sure_day(
    birth: date, age: int, offset: int
) -> None:
    first = reached_from(birth, age)
    on = first + timedelta(days=offset)
    assert (age_reached(birth, age, on) is Verdict.YES) == (on >= first)


@given(births, years)
def test_only_a_leap_day_is_ever_in_doubt_and_only_on_the_day_before(birth: date, age: int) -> None:
    first = reached_from(birth, age)
    eve = age_reached(birth, age, first - timedelta(days=1))
    in_doubt = (birth.month, birth.day) == (2, 29) and first.day == 1
    assert eve is (Verdict.UNKNOWN if in_doubt else Verdict.NO)
    assert age_reached(birth, age, first - timedelta(days=2)) is Verdict.NO


@given(births, years, st.dates(date(1900, 1, 1), date(2140, 12, 31)))
def test_an_older_age_is_never_reached_first(birth: date, age: int, on: date) -> None:
    assert reached_from(birth, age) < reached_from(birth, age + 1)
    if age_reached(birth, age + 1, on) is Verdict.YES:
        assert age_reached(birth, age, on) is Verdict.YES

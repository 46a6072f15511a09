"""By when one may disagree: 60 days and six months, counted from when one was told, never ending on a day off."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.benefits.answers import served
from flows.benefits.records import Payment, Record
from flows.benefits.remedies import Remedy, court_after_review, months_after, remedies
from flows.policy import NotInForce
from tests.transcripts.walks import world_at

WORLD = world_at("2026-05-11T12:00")
DAYS = st.dates(date(2015, 5, 1), date(2027, 12, 31))


def of(told: date | None, day: date = WORLD.day) -> dict[str, Remedy]:
    """Both remedies by their names."""
    return {each.way: each for each in remedies(told, day, WORLD.calendar, WORLD.policy)}


@given(told=DAYS)
def test_the_last_day_is_the_first_working_day_on_or_after_the_end_of_the_period(told: date) -> None:
    found = of(told)
    ends = {"review": told + timedelta(days=60), "court": months_after(told, 6)}
    for way, end in ends.items():
        last = found[way].last_day
        assert last is not None
        if found[way].provisional:  # whether that is a day off nobody knows yet: the earlier day is told
            assert last == end
            continue
        assert last >= end
        assert WORLD.calendar.is_workday(last)
        assert not [n for n in range((last - end).days) if WORLD.calendar.is_workday(end + timedelta(days=n))]


@given(day=DAYS, months=st.integers(1, 24))
def test_months_end_on_the_same_day_or_on_the_last_of_a_shorter_month(day: date, months: int) -> None:
    end = months_after(day, months)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == months
    assert end.day == min(day.day, monthrange(end.year, end.month)[1])


@pytest.mark.parametrize(
    ("told", "review", "court"),
    [
        (date(2026, 5, 11), date(2026, 7, 10), date(2026, 11, 11)),
        # 60 days end on a Sunday, six months on 31 August's like, the last of February, a Saturday at Spring Festival
        (date(2025, 8, 29), date(2025, 10, 28), date(2026, 2, 28)),
        (date(2026, 3, 4), date(2026, 5, 6), date(2026, 9, 4)),
    ],
)
def test_known_days(told: date, review: date, court: date) -> None:
    found = of(told)
    assert (found["review"].last_day, found["court"].last_day) == (review, court)


def test_where_it_is_not_known_when_one_was_told_there_is_no_last_day() -> None:
    assert {way: (each.count, each.last_day) for way, each in of(None).items()} == {
        "review": (60, None),
        "court": (6, None),
    }


def test_the_law_is_that_of_the_day_on_which_one_was_told() -> None:
    assert of(date(2023, 12, 31))["review"].source != of(date(2024, 1, 1))["review"].source
    assert of(date(2015, 4, 30))["court"].count == 3
    assert court_after_review(WORLD.day, WORLD.policy)[0] == 15
    with pytest.raises(NotInForce):
        of(date(1990, 9, 30))


def test_what_was_served_when_it_was_granted_says_nothing_of_what_was_cut_or_stopped_since() -> None:
    day, granted = date(2026, 11, 23), date(2025, 5, 1)
    own = Record("R", "dibao", "paying", granted, told=granted)
    months = (Payment("2026-11", 90_000, "due"), Payment("2026-10", 100_000, "paid"))
    assert served(replace(own, payments=months[1:]), day) == granted
    assert served(replace(own, payments=months), day) is None
    assert served(replace(own, payments=months, told=date(2026, 10, 20)), day) == date(2026, 10, 20)
    assert served(replace(own, state="stopped", since=date(2026, 9, 1)), day) is None
    assert served(replace(own, told=date(2026, 12, 1)), day) is None  # nobody was served tomorrow

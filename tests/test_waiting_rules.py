"""The rules of the waiting list (候补): until when an offer is held, and which day can still be waited for."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.hours import SHANGHAI
from flows.waiting import LEAST, MORNING, NIGHT, TO_COME, by_day, free_seats, held_until, is_over
from tests.transcripts.walks import instant, world_at

DAY, FAR = date(2026, 5, 20), date(2026, 5, 29)
AN_INSTANT = st.datetimes(datetime(2026, 5, 1), datetime(2026, 5, 31), timezones=st.just(SHANGHAI))
A_SPAN = st.integers(1, 2000).map(lambda minutes: timedelta(minutes=minutes))


@given(AN_INSTANT, A_SPAN)
def test_a_span_by_day_has_all_its_minutes_between_morning_and_night(since: datetime, span: timedelta) -> None:
    until = by_day(since, span)
    assert MORNING <= until.astimezone(SHANGHAI).time() <= NIGHT
    minutes = (since + timedelta(minutes=n) for n in range(int((until - since) / timedelta(minutes=1)) + 1))
    awake = sum(MORNING <= each.time() < NIGHT and each < until for each in minutes)
    assert abs(awake - span / timedelta(minutes=1)) <= 1  # the first and the last minute may be cut


@pytest.mark.parametrize(
    ("now", "own", "until"),
    [
        ("2026-05-11T12:00", FAR, "2026-05-11T14:00"),
        ("2026-05-11T20:00", FAR, "2026-05-12T08:00"),
        ("2026-05-12T03:00", FAR, "2026-05-12T09:00"),
        ("2026-05-18T20:00", FAR, "2026-05-18T21:00"),  # the last evening on which the day can be changed online
        ("2026-05-18T20:31", FAR, None),
        ("2026-05-19T09:00", FAR, None),
        ("2026-05-11T20:00", date(2026, 5, 13), "2026-05-11T21:00"),  # that of one's own appointment
        ("2026-05-12T09:00", date(2026, 5, 13), None),
        ("2026-05-12T09:00", date(2026, 5, 17), "2026-05-12T11:00"),  # a Sunday: the office has closed that day
        ("2026-05-16T09:00", date(2026, 5, 17), "2026-05-16T11:00"),
    ],
)
def test_an_offer_is_held_for_the_places_time_and_never_beyond_what_can_be_changed(
    now: str, own: date, until: str | None
) -> None:
    world = world_at(now)
    office = world.place.offices["marriage"]
    found = held_until(world, office, instant("2026-05-20T09:00"), own)
    assert found == (None if until is None else instant(until))
    assert is_over(world, office, DAY, own) == (found is None)


@given(AN_INSTANT, st.dates(date(2026, 5, 12), date(2026, 5, 31)), st.dates(date(2026, 5, 12), date(2026, 5, 31)))
def test_no_offer_is_for_a_slot_that_has_begun_or_too_short(now: datetime, day: date, own: date) -> None:
    world = world_at(f"{now:%Y-%m-%dT%H:%M}")
    starts_at = instant(f"{day}T09:00")
    until = held_until(world, world.place.offices["marriage"], starts_at, own)
    if until is not None:
        assert world.now + LEAST <= until <= starts_at - TO_COME


def test_free_seats_are_those_to_come_once_for_each_seat() -> None:
    world = world_at("2026-05-20T16:40")
    office = world.place.offices["marriage"]
    full, half, over = (instant(f"2026-05-20T{clock}") for clock in ("17:00", "17:30", "16:30"))
    assert list(free_seats(world, office, DAY, {full: 2, half: 1, over: 0})) == [half]
    assert list(free_seats(world, office, DAY, {full: 3, half: 0})) == [half, half]
    assert list(free_seats(world, office, date(2026, 5, 23), {})) == []

"""The arithmetic of the desk's clocks, against a reference that walks minute by minute through 2025 and 2026."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.desk_clocks import words_of
from flows.desk import clocks
from flows.desk.clocks import Clock, Name, State
from flows.desk.working_time import Counts, WorkingTime, due, spent
from flows.hours import SHANGHAI
from flows.place import Office
from integrations.calendar import ChinaCalendar
from tests.made_up import PLACE, the_world
from tests.talk import SPEECH

FIRST_DAY = date(2025, 1, 1)
DAYS = 730
BEGINNING = datetime(2025, 1, 1, tzinfo=SHANGHAI)
WORKED = [chinese_calendar.is_workday(FIRST_DAY + timedelta(days=n)) for n in range(DAYS)]
"""By the notices of the State Council for 2025 and 2026."""
UNUSUAL = [n for n in range(DAYS) if WORKED[n] != ((FIRST_DAY + timedelta(days=n)).weekday() < 5)]
"""Holidays in the week, and make-up days on a weekend."""
HERE = WorkingTime(ChinaCalendar(), PLACE.desk)
WORKING, RUNNING = Counts.WORKING, Counts.RUNNING


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


# --- the reference: every minute is looked at ------------------------------------------------------------------------


def is_open(office: Office, minute: int) -> bool:
    """Whether an office is open in a minute, counted from the beginning of 2025."""
    day, of_day = divmod(minute, 1440)
    weekday = (FIRST_DAY.weekday() + day) % 7
    if not WORKED[day]:
        return False
    hours = office.hours.get(weekday)
    if not hours and weekday in (5, 6):
        hours = office.hours.get(office.makeup_as)
    return any(a.hour * 60 + a.minute <= of_day < b.hour * 60 + b.minute for a, b in hours or ())


def minute_number(instant: datetime) -> int:
    return (instant - BEGINNING) // timedelta(minutes=1)


def instant_of(minute: int) -> datetime:
    return BEGINNING + timedelta(minutes=minute)


@dataclass
class Walked:
    """What walking found: the minutes counted, whether it still counts, and the minute in which they were used up."""

    counted: int
    runs: bool
    used_up: int | None


def walk(office: Office, counts: Counts, minutes: int, start: int, events: dict[int, list[str]], end: int) -> Walked:
    """Looks at every minute from ``start`` to ``end``; what happens in a minute happens before it counts."""
    found = Walked(0, True, start if minutes == 0 else None)
    for minute in range(start, end + 1):
        for event in events.get(minute, ()):
            if found.used_up is None:
                found.runs = event == "resume"
        if minute < end and found.runs and (counts is RUNNING or is_open(office, minute)):
            found.counted += 1
            if found.counted == minutes:
                found.used_up = minute + 1
    return found


# --- offices, instants, what happens ----------------------------------------------------------------------------------


@st.composite
def offices(draw: st.DrawFn) -> Office:
    """Open on some days of the week, in one to three spans, which may touch or overlap."""
    hours = {}
    for weekday in draw(st.sets(st.integers(0, 6), min_size=1)):
        edges = draw(st.lists(st.integers(0, 1439), min_size=2, max_size=6, unique=True))
        pairs = list(zip(edges[::2], edges[1::2], strict=False))
        hours[weekday] = tuple((_time(min(pair)), _time(max(pair))) for pair in pairs)
    return replace(PLACE.desk, hours=hours, makeup_as=draw(st.integers(0, 6)))


def _time(minute: int) -> time:
    return time(minute // 60, minute % 60)


near_a_holiday = st.sampled_from(UNUSUAL).flatmap(lambda n: st.integers(max(0, n - 3), n + 3))
some_days = st.one_of(st.integers(0, DAYS - 21), near_a_holiday)
starts = st.builds(
    lambda day, minute, second: instant_of(day * 1440 + minute) + timedelta(seconds=second),
    some_days,
    st.one_of(st.integers(0, 1439), st.sampled_from([0, 509, 510, 719, 720, 869, 870, 1079, 1080, 1439])),
    st.integers(0, 59),
)


@settings(max_examples=80)
@given(offices(), starts, st.integers(0, 1500), st.sampled_from(Counts))
def test_due_is_the_end_of_the_minute_in_which_the_time_is_used_up(
    office: Office, start: datetime, minutes: int, counts: Counts
) -> None:
    here = WorkingTime(ChinaCalendar(), office)
    end = min(minute_number(start) + 35 * 1440, DAYS * 1440 - 1)
    found = walk(office, counts, minutes, minute_number(start), {}, end)
    ends = due(start, minutes, counts, here)
    if found.used_up is not None:
        assert ends == instant_of(found.used_up)
    else:
        assert ends is None or ends > instant_of(end)
    assert spent(start, instant_of(end), counts, here) == found.counted


steps = st.lists(
    st.tuples(st.integers(0, 60 * 24 * 60 * 2), st.sampled_from(["pause", "resume"])),
    max_size=6,
)


@settings(max_examples=150)
@given(offices(), starts, st.integers(1, 1500), st.sampled_from(Counts), steps, st.integers(0, 7 * 1440))
def test_a_clock_that_is_paused_and_resumed_is_as_if_every_minute_had_been_watched(
    office: Office, start: datetime, minutes: int, counts: Counts, happens: list[tuple[int, str]], rest: int
) -> None:
    here = WorkingTime(ChinaCalendar(), office)
    clock = clocks.begin(Name.FIRST, minutes, counts, start, here)
    events: dict[int, list[str]] = {}
    now = start
    for seconds, event in happens:
        now += timedelta(seconds=seconds)
        events.setdefault(minute_number(now), []).append(event)
        clock = clocks.pause(clock, now, here) if event == "pause" else clocks.resume(clock, now, here)
    now += timedelta(minutes=rest)
    found = walk(office, counts, minutes, minute_number(start), events, minute_number(now))
    assert clocks.counted(clock, now, here) == found.counted
    assert clocks.fraction(clock, now, here) == found.counted / minutes
    assert (clock.state is State.RUNNING) == found.runs
    assert clock.is_overdue(now) == (found.used_up is not None)
    if found.used_up is not None:
        assert clock.due_at == instant_of(found.used_up)
    if found.runs:
        reached = [mark for mark in clocks.MARKS if found.counted * 100 >= minutes * mark]
        assert clocks.reached_by(clock, now, here) == max(reached, default=0)


def test_on_every_day_of_the_two_years_the_desk_is_due_as_walking_every_minute_says() -> None:
    worked = [minute for minute in range(DAYS * 1440) if is_open(PLACE.desk, minute)]
    for day in range(DAYS):
        for of_day in (0, 509, 510, 719, 720, 869, 870, 1079, 1080):
            start = day * 1440 + of_day
            first = bisect_left(worked, start)
            for minutes in (1, 210, 6300 if of_day == 720 else 240):
                if first + minutes <= len(worked):
                    expected = instant_of(worked[first + minutes - 1] + 1)
                    assert due(instant_of(start), minutes, WORKING, HERE) == expected


# --- by name ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "minutes", "ends"),
    [
        ("2026-05-11T11:00", 120, "2026-05-11T15:30"),  # across lunch
        ("2026-05-11T11:00", 60, "2026-05-11T12:00"),  # used up when it closes, not when it opens again
        ("2026-05-11T11:00", 61, "2026-05-11T14:31"),
        ("2026-05-11T12:00", 1, "2026-05-11T14:31"),
        ("2026-05-11T17:59:59", 2, "2026-05-12T08:31"),  # a begun minute counts
        ("2026-05-15T18:00", 240, "2026-05-18T15:00"),  # over the weekend
        ("2026-05-11T13:00", 0, "2026-05-11T13:00"),  # nothing to count
        ("2025-09-27T17:00", 420, "2025-09-28T18:00"),  # Saturday is off; 2025-09-28, a Sunday, is made up
        ("2025-09-30T17:00", 120, "2025-10-09T09:30"),  # National Day and 中秋 2025
        ("2025-10-10T17:30", 60, "2025-10-11T09:00"),  # 2025-10-11, a Saturday, is made up
        ("2026-02-13T17:30", 60, "2026-02-14T09:00"),  # 2026-02-14, a Saturday, is made up
        ("2026-02-14T17:30", 60, "2026-02-24T09:00"),  # Spring Festival 2026
        ("2026-02-27T17:30", 60, "2026-02-28T09:00"),  # and 2026-02-28 is made up
        ("2026-09-20T08:30", 30, "2026-09-20T09:00"),  # a Sunday that is made up
        ("2026-09-30T17:30", 60, "2026-10-08T09:00"),  # National Day 2026
        ("2026-10-10T08:00", 30, "2026-10-10T09:00"),  # a Saturday that is made up
    ],
)
def test_working_time_is_due(start: str, minutes: int, ends: str) -> None:
    assert due(at(start), minutes, WORKING, HERE) == at(ends)


def test_what_two_spans_of_an_office_share_counts_once() -> None:
    monday = ((time(9), time(11)), (time(10), time(12)), (time(10), time(11)))
    here = WorkingTime(ChinaCalendar(), replace(PLACE.desk, hours={0: monday}))
    assert spent(at("2026-05-11T00:00"), at("2026-05-12T00:00"), WORKING, here) == 180
    assert due(at("2026-05-11T00:00"), 150, WORKING, here) == at("2026-05-11T11:30")


def test_hours_by_the_clock_take_no_notice_of_holidays() -> None:
    assert due(at("2026-09-30T20:00"), 720, RUNNING, HERE) == at("2026-10-01T08:00")


@dataclass(frozen=True)
class Closed:
    """A calendar with nothing worked from one day up to another."""

    since: date
    until: date

    def is_workday(self, day: date) -> bool:
        return not self.since <= day < self.until

    def is_provisional(self, day: date) -> bool:
        return False


def test_an_office_that_is_closed_for_a_month_is_waited_for_and_one_that_is_closed_for_good_is_not() -> None:
    since = date(2026, 5, 11)
    month = WorkingTime(Closed(since, date(2026, 6, 11)), PLACE.desk)
    assert due(at("2026-05-11T09:00"), 30, WORKING, month) == at("2026-06-11T09:00")
    assert due(at("2026-05-11T09:00"), 30, WORKING, WorkingTime(Closed(since, date.max), PLACE.desk)) is None


def test_a_clock_says_when_it_is_half_and_four_fifths_over_and_when_it_is_due() -> None:
    clock = clocks.begin(Name.FIRST, 5, RUNNING, at("2026-05-11T09:00:59"), HERE)
    assert list(clocks.marks(clock, HERE)) == [
        (50, at("2026-05-11T09:03")),
        (80, at("2026-05-11T09:04")),
        (100, at("2026-05-11T09:05")),
    ]
    assert clocks.next_mark(clocks.mark(clock, 50), HERE) == (80, at("2026-05-11T09:04"))
    assert clocks.next_mark(clocks.mark(clock, 100), HERE) is None
    assert clocks.mark(clocks.mark(clock, 80), 50).reached == 80


def test_a_clock_that_ends_in_time_is_not_breached_and_one_that_ends_late_is_though_nobody_had_noticed() -> None:
    clock = clocks.begin(Name.FIRST, 60, RUNNING, at("2026-05-11T09:00"), HERE)
    in_time = clocks.end(clock, State.MET, at("2026-05-11T09:59:59"), HERE)
    late = clocks.end(clock, State.MET, at("2026-05-11T10:00"), HERE)
    assert [(each.state, each.reached, each.spent) for each in (in_time, late)] == [("met", 0, 59), ("met", 100, 60)]
    assert clocks.end(late, State.VOID, at("2026-05-11T11:00"), HERE) == late


def test_to_ask_the_resident_when_the_time_is_over_mends_nothing() -> None:
    clock = clocks.begin(Name.FIRST, 60, RUNNING, at("2026-05-11T09:00"), HERE)
    assert clocks.pause(clock, at("2026-05-11T10:00"), HERE) == clock
    assert clocks.pause(clock, at("2026-05-11T09:59"), HERE).state is State.PAUSED


@given(
    starts, st.integers(1, 3000), st.sampled_from(Counts), st.integers(0, 10_000), st.integers(1, 3000), st.booleans()
)
def test_what_becomes_urgent_is_never_due_later(
    start: datetime, minutes: int, counts: Counts, after: int, urgent: int, paused: bool
) -> None:
    now = start + timedelta(minutes=after)
    clock = clocks.begin(Name.SOLUTION, minutes, counts, start, HERE)
    clock = clocks.pause(clock, now, HERE) if paused else clock
    hastened = clocks.hasten(clock, urgent, RUNNING, now, HERE)
    assert hastened.state is clock.state
    assert _due(hastened, now) == min(_due(clock, now), due(now, urgent, RUNNING, HERE) or now)


def _due(clock: Clock, now: datetime) -> datetime:
    running = clocks.resume(clock, now, HERE)
    assert running.due_at is not None
    return running.due_at


def test_a_day_made_worked_or_off_moves_what_is_due_but_not_what_was_breached() -> None:
    clock = clocks.begin(Name.FIRST, 60, WORKING, at("2026-05-15T17:30"), HERE)
    assert clock.due_at == at("2026-05-18T09:00")
    worked = WorkingTime(ChinaCalendar({date(2026, 5, 16): True}), PLACE.desk)
    off = WorkingTime(ChinaCalendar({date(2026, 5, 18): False}), PLACE.desk)
    moved = [clocks.reckoned(clock, time).due_at for time in (worked, off)]
    assert moved == [at("2026-05-16T09:00"), at("2026-05-19T09:00")]
    assert clocks.reckoned(clocks.mark(clock, 100), off).due_at == clock.due_at


# --- in words ---------------------------------------------------------------------------------------------------------


def test_staff_and_resident_are_shown_the_same_clock() -> None:
    start = at("2026-05-11T09:00")
    clock = clocks.begin(Name.FIRST, 60, WORKING, start, HERE)
    paused = clocks.pause(clock, at("2026-05-11T09:30"), HERE)
    late = clocks.end(clock, State.MET, at("2026-05-11T10:30"), HERE)
    shown = [
        (clock, "2026-05-11T09:59", "due", clock.due_at),
        (clock, "2026-05-11T10:00", "overdue", clock.due_at),
        (paused, "2026-05-11T10:00", "paused", None),
        (late, "2026-05-11T11:00", "met", late.ended_at),
        (clocks.end(clock, State.VOID, start, HERE), "2026-05-11T11:00", "void", None),
        (replace(clock, due_at=None), "2026-05-11T09:30", "open", None),
    ]
    for each, now, key, instant in shown:
        staff, resident = (words_of(each, the_world(SPEECH, at(now)), staff=face) for face in (True, False))
        assert (staff.key, resident.key) == (f"promise-staff_{key}", f"promise-resident_{key}")
        assert staff.args == resident.args
        assert staff.args.get("at") == instant
        for language in ("zh-Hans", "zh-Hant", "en"):
            assert SPEECH.render(staff, language) and SPEECH.render(resident, language)  # noqa: PT018 - one claim


def test_a_time_that_rests_on_holidays_not_yet_published_says_so() -> None:
    start = at("2026-12-31T17:30")
    told = [
        words_of(clocks.begin(Name.FIRST, minutes, WORKING, start, HERE), the_world(SPEECH, start), staff=False)
        for minutes in (30, 31)
    ]
    assert [words.args["may_move"] for words in told] == ["no", "yes"]

"""Working days 工作日: the calendar a rule is handed, and counting with it.

The calendar itself (State Council notices, make-up working days 调休上班, the bureau's own changes) is data from
outside; a rule sees this protocol only.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from flows.errors import FlowFault

LONGEST_CLOSURE = 60
"""Days searched for a working day. The longest public holiday on record had 10 days off (春节 2020); a calendar
with none in 60 is broken."""


class WorkCalendar(Protocol):
    """Which days public offices work."""

    def is_workday(self, day: date) -> bool:
        """Whether offices work on ``day``: not a weekend or public holiday, or a make-up working day."""

    def is_provisional(self, day: date) -> bool:
        """Whether the answer for ``day`` is only expected, because the year's calendar is not yet published."""


def next_workday(calendar: WorkCalendar, day: date) -> date:
    """The first working day on or after ``day``. FlowFault if the calendar has none within 60 days."""
    return _search(calendar, day, timedelta(days=1))


def last_workday(calendar: WorkCalendar, day: date) -> date:
    """The last working day on or before ``day``. FlowFault if the calendar has none within 60 days."""
    return _search(calendar, day, timedelta(days=-1))


def add_workdays(calendar: WorkCalendar, day: date, count: int) -> date:
    """The ``count``-th working day after ``day``, which itself is not counted (民法典第201条); ``count`` ≥ 1."""
    if count < 1:
        raise FlowFault(f"a period is at least one working day, not {count}")
    for _ in range(count):
        day = next_workday(calendar, day + timedelta(days=1))
    return day


def _search(calendar: WorkCalendar, day: date, step: timedelta) -> date:
    for days in range(LONGEST_CLOSURE):
        if calendar.is_workday(day + days * step):
            return day + days * step
    raise FlowFault(f"the calendar has no working day within {LONGEST_CLOSURE} days of {day}")

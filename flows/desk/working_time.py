"""Time that counts towards a promise of the desk (办理时限): by the clock, or working time only.

Working time is when the office whose hours are the desk's (``Place.desk``) is open: by day, without the lunch break,
not on days off, and on make-up workdays (调休上班日) as the office keeps them. It is counted in whole minutes: an
instant stands for the minute in which it falls, so that what is shown as 12:30 is over at 12:30 and no second later.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from flows.calendar import LONGEST_CLOSURE, WorkCalendar
from flows.hours import SHANGHAI, at, days
from flows.place import Office
from flows.world import World

MINUTE = timedelta(minutes=1)
ONE_DAY = timedelta(days=1)


class Counts(StrEnum):
    """Which time counts: hours by the clock (running), or working time."""

    RUNNING = "running"
    WORKING = "working"


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """When work is done: the days of a calendar, the hours of an office."""

    calendar: WorkCalendar
    office: Office

    @classmethod
    def of(cls, world: World) -> WorkingTime:
        """The desk's own."""
        return cls(world.calendar, world.place.desk)

    def spans(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        """The spans that are worked on a day, in order; what two of them share counts once."""
        over = None
        for opens, closes in sorted(self.office.spans(day, self.calendar.is_workday(day))):
            begins, ends = at(day, opens), at(day, closes)
            if over is not None:
                begins = max(begins, over)
            if begins < ends:
                yield begins, ends
                over = ends


def minute_of(instant: datetime) -> datetime:
    """The beginning of the minute in which an instant falls."""
    return instant.replace(second=0, microsecond=0)


def spent(since: datetime, until: datetime, counts: Counts, time: WorkingTime) -> int:
    """The minutes that count from one instant to another; none if that is not later."""
    since, until = minute_of(since), minute_of(until)
    if counts is Counts.RUNNING:
        return max(0, (until - since) // MINUTE)
    local, end = since.astimezone(SHANGHAI), until.astimezone(SHANGHAI)
    found = 0
    for day in days(local.date(), end.date()):
        for begins, ends in time.spans(day):
            found += max(0, (min(ends, end) - max(begins, local)) // MINUTE)
    return found


def due(since: datetime, minutes: int, counts: Counts, time: WorkingTime) -> datetime | None:
    """The first instant by which so many minutes have counted: with none to count, at once.

    What begins outside the hours counts from the next opening; what is used up when the office closes is due then, and
    not at its next opening. None if the office does not open within 60 days: then nobody can say.
    """
    since = minute_of(since).astimezone(SHANGHAI)
    if counts is Counts.RUNNING or minutes <= 0:
        return since + max(0, minutes) * MINUTE
    day, closed = since.date(), 0
    while closed <= LONGEST_CLOSURE:
        closed += 1
        for begins, ends in time.spans(day):
            begins = max(begins, since)
            if begins >= ends:
                continue
            closed, there = 0, (ends - begins) // MINUTE
            if minutes <= there:
                return begins + minutes * MINUTE
            minutes -= there
        day += ONE_DAY
    return None


def is_provisional(since: datetime, until: datetime, counts: Counts, time: WorkingTime) -> bool:
    """Whether the end may still move, because a day up to it has no published calendar yet."""
    if counts is Counts.RUNNING:
        return False
    first, last = since.astimezone(SHANGHAI).date(), until.astimezone(SHANGHAI).date()
    return any(time.calendar.is_provisional(day) for day in days(first, last))

"""What can be done against a decision (救济): by when, and on what grounds.

To have it looked at again (复查) is bound to no day. A review (行政复议) may be asked for within 60 days of knowing of
the decision, a court may be gone to within six months of it, or within 15 days of being served with the review
decision. The day a period begins with is not counted (民法典第201条); a period of months ends on the same day of its
last month, and where that month has none on its last day (第202条); what ends on a day off ends on the next working day
(第203条).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from flows.calendar import WorkCalendar, next_workday
from flows.policy import Policy

REVIEW, COURT, COURT_AFTER_REVIEW = "remedy.review_days", "remedy.court_months", "remedy.court_after_review_days"
Way = Literal["review", "court"]


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way with its last day (included); None where it is not known since when it is counted.

    ``count``: 60 days of a review, 6 months of a court. ``provisional``: a calendar not yet published is in it, and the
    last day is the earliest that it may turn out to be.
    """

    way: Way
    count: int
    last_day: date | None
    source: str
    provisional: bool = False


def remedies(told: date | None, day: date, calendar: WorkCalendar, policy: Policy) -> tuple[Remedy, Remedy]:
    """A review and a court, against what somebody was served with on the day ``told``, under the law of that day
    (of ``day`` where it is not known). Raises NotInForce for a day before there was such a law."""
    since = told or day
    return (
        _remedy("review", REVIEW, told, since, calendar, policy),
        _remedy("court", COURT, told, since, calendar, policy),
    )


def court_after_review(day: date, policy: Policy) -> tuple[int, str]:
    """Within how many days of being served with a review decision a court may be gone to, and where that stands."""
    figure = policy.figure(COURT_AFTER_REVIEW, day)
    return policy.whole(COURT_AFTER_REVIEW, day), figure.source


def months_after(day: date, months: int) -> date:
    """The day on which a period of months that begins with ``day`` ends, days off not minded."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _remedy(way: Way, name: str, told: date | None, since: date, calendar: WorkCalendar, policy: Policy) -> Remedy:
    count, source = policy.whole(name, since), policy.figure(name, since).source
    if told is None:
        return Remedy(way, count, None, source)
    end = told + timedelta(days=count) if way == "review" else months_after(told, count)
    last = next_workday(calendar, end)
    provisional = any(calendar.is_provisional(end + timedelta(days=n)) for n in range((last - end).days + 1))
    # A calendar that is not published yet may turn the day off into a working day: nobody is told the later one.
    return Remedy(way, count, end if provisional else last, source, provisional)

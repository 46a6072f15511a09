"""The cooling-off period of a divorce by agreement 离婚冷静期 (民法典第1077条), in dates.

D0 is the date on 《离婚登记申请受理回执单》. The day itself is not counted (第201条): the cooling-off period is
D0+1 … D0+30, in which either may withdraw alone; the divorce certificate is applied for, by both in person, in
D0+31 … D0+60; after that the application counts as withdrawn (婚姻登记条例第16条).

A last day that is a statutory rest day moves to the next working day (第203条). Ordinary weekends count as rest
days, a make-up working day 调休 does not. Sources differ on whether both periods move, so every date here is the
careful one: the first day is counted from the moved end, no deadline is moved, and each is a day the office is open.
What is said always adds 以回执单和登记处为准.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from flows.calendar import WorkCalendar, next_workday

COOLING_DAYS = 30
CERTIFICATE_DAYS = 30
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CoolingOff:
    """The dates of one application, in order. None: the office is closed all that time, and a person must say.

    ``first_day`` and ``safe_deadline`` are both None or neither is.
    """

    receipt: date
    """D0, the date on the receipt."""
    cooling_end: date
    """The last cooling day, moved to the next working day if it is a rest day."""
    withdraw_by: date | None
    """The last open day in D0+1 … D0+30."""
    first_day: date | None
    """The first open day after ``cooling_end`` and not after D0+60."""
    safe_deadline: date | None
    """The last open day after ``cooling_end`` and not after D0+60."""
    provisional: bool
    """Whether a date rests on a calendar not yet published."""


def cooling_off(
    receipt: date,
    calendar: WorkCalendar,
    open_day: Callable[[date], bool] | None = None,
    *,
    cooling_days: int = COOLING_DAYS,
    certificate_days: int = CERTIFICATE_DAYS,
) -> CoolingOff:
    """The dates that follow from a receipt of the day ``receipt``.

    ``open_day`` says on which working days the office takes divorces (None: on all). The two lengths, in natural
    days, are the policy figures ``divorce.cooling_days`` and ``divorce.certificate_days``.
    """

    def is_open(day: date) -> bool:
        return calendar.is_workday(day) and (open_day is None or open_day(day))

    last_cooling = receipt + timedelta(days=cooling_days)
    last_certificate = last_cooling + timedelta(days=certificate_days)
    cooling_end = next_workday(calendar, last_cooling)
    to_withdraw = [day for day in _span(receipt + _ONE_DAY, last_cooling) if is_open(day)]
    for_certificate = [day for day in _span(cooling_end + _ONE_DAY, last_certificate) if is_open(day)]
    withdraw_by = to_withdraw[-1] if to_withdraw else None
    first_day = for_certificate[0] if for_certificate else None
    safe_deadline = for_certificate[-1] if for_certificate else None
    # A date rests on itself and on every day passed over to find it.
    deciding = [
        *_span(withdraw_by or receipt + _ONE_DAY, first_day or last_certificate),
        *_span(safe_deadline or last_certificate, last_certificate),
    ]
    return CoolingOff(
        receipt=receipt,
        cooling_end=cooling_end,
        withdraw_by=withdraw_by,
        first_day=first_day,
        safe_deadline=safe_deadline,
        provisional=any(calendar.is_provisional(day) for day in deciding),
    )


def _span(first: date, last: date) -> Iterator[date]:
    """Every day from ``first`` to ``last``, both included."""
    return (first + n * _ONE_DAY for n in range((last - first).days + 1))

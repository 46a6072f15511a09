"""The working days of China: published by the State Council, corrected by staff, expected where not yet published."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import chinese_calendar

from flows.errors import FlowFault

_SATURDAY = 5


class _Year(NamedTuple):
    workdays: frozenset[date]
    published: bool


class ChinaCalendar:
    """A ``WorkCalendar``. ``overrides`` are days entered by staff, True for a working day; they win over everything.

    A year that ``chinese_calendar`` has holds the State Council's notice (国务院办公厅关于部分节假日安排的通知). Any
    other year is provisional: weekends, the statutory days of 《全国年节及纪念日放假办法》 (第二条; 2024 revision, in
    force 2025-01-01) and their substitutes on working days (补假, 第六条) are off and every other day is worked,
    because make-up days and long holidays are not known before the notice.
    """

    def __init__(self, overrides: Mapping[date, bool] | None = None) -> None:
        self._overrides = dict(overrides or {})

    def is_workday(self, day: date) -> bool:
        """Whether public offices work on ``day``. FlowFault for a year outside 1950–2100."""
        if day in self._overrides:
            return self._overrides[day]
        return day in _year(day.year).workdays

    def is_provisional(self, day: date) -> bool:
        """Whether ``day`` is in a year not yet published and not entered by staff. FlowFault as ``is_workday``."""
        return day not in self._overrides and not _year(day.year).published


@cache
def _year(year: int) -> _Year:
    days = [date(year, 1, 1) + timedelta(days=n) for n in range((date(year, 12, 31) - date(year, 1, 1)).days + 1)]
    try:
        return _Year(frozenset(day for day in days if chinese_calendar.is_workday(day)), published=True)
    except NotImplementedError:  # how chinese_calendar says that it does not have the year
        off = _statutory_days(year)
        return _Year(frozenset(d for d in days if d.weekday() < _SATURDAY and d not in off), published=False)


def _statutory_days(year: int) -> frozenset[date]:
    from holidays import country_holidays  # 0.1 s and 16 MB, and most desks never ask for a provisional year

    statutory = frozenset(country_holidays("CN", years=year))
    if not statutory:
        raise FlowFault(f"there is no calendar of the year {year}")
    return statutory

"""Reckoning with days: what every reader of dates shares."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from flows.errors import NotUnderstood
from flows.inputs.numerals import FIGURES, read_whole

Prefer = Literal["future", "past"]

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years a person may mean. Anything else with the shape of a date is some other number."""

NUMBER = r"(?:\d{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
"""A month or a day, in everyday numerals (see ``numerals.plain``)."""

YEAR = (
    r"(?:(?P<this>今|本|明|来|后|去|前)年"
    rf"|(?P<year>\d{{4}}|[{FIGURES}]{{4}})年?|(?P<short>\d{{2}}|[{FIGURES}]{{2}})年)的?"
)
"""The year before a day: 2026年, 二零二六年, 26年, 明年."""

_YEARS_AWAY = {"今": 0, "本": 0, "明": 1, "来": 1, "后": 2, "去": -1, "前": -2}


@dataclass(frozen=True, slots=True)
class Asked:
    """The day on which the question stands, and whether its answer lies ahead (a booking) or behind (a birth)."""

    today: date
    prefer: Prefer


def number(numeral: str) -> int:
    """The number of a numeral that a pattern here has let through."""
    value = read_whole(numeral)
    assert value is not None, f"{numeral} is not a number"
    return value


def said_year(match: re.Match[str], asked: Asked) -> int | None:
    """The year of a match of ``YEAR``; None if none was said."""
    if match["this"]:
        return asked.today.year + _YEARS_AWAY[match["this"]]
    if match["short"]:
        return full_year(match["short"], asked)
    return number(match["year"]) if match["year"] else None


def full_year(short: str, asked: Asked) -> int:
    """The year of two figures: 26 is 2026; 58 is 1958 where the day lies behind."""
    value = int("".join(digit if digit.isascii() else str(FIGURES.index(digit)) for digit in short))
    year = asked.today.year // 100 * 100 + value
    return year - 100 if asked.prefer == "past" and year > asked.today.year else year


def on(year: int, month: int, day: int) -> date:
    """That day. Raises NotUnderstood: date-not_a_date (no such year), date-no_such_day (2月30日)."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotUnderstood("date-not_a_date")
    try:
        return date(year, month, day)
    except ValueError:
        raise NotUnderstood("date-no_such_day") from None


def nearest(asked: Asked, days: Iterable[date]) -> date:
    """The first of ``days`` from today on, or the last up to today. NotUnderstood date-no_such_day if there is none."""
    ahead = asked.prefer == "future"
    fitting = [day for day in days if (day >= asked.today if ahead else day <= asked.today)]
    if not fitting:
        raise NotUnderstood("date-no_such_day")
    return min(fitting) if ahead else max(fitting)


def each_year(asked: Asked, of: Callable[[int], date | None]) -> date:
    """The nearest of the days that ``of`` gives for a year, None where a year has no such day (29 February)."""
    # Eight years on either side reach a 29 February from any day, 1900 and 2100 included.
    years = range(asked.today.year - 8, asked.today.year + 9)
    return nearest(asked, (day for day in map(of, years) if day is not None))


def in_year(month: int, day: int) -> Callable[[int], date | None]:
    """That day of a given year, None if the year has no such day."""

    def of(year: int) -> date | None:
        try:
            return date(year, month, day)
        except ValueError:
            return None

    return of


def each_month(asked: Asked, day: int) -> date:
    """The nearest day of a month with that number (20号)."""
    around = (month_away(asked.today, by) for by in range(-2, 3))
    months = ((year, month) for year, month in around if day <= calendar.monthrange(year, month)[1])
    return nearest(asked, (date(year, month, day) for year, month in months if day >= 1))


def month_away(day: date, by: int) -> tuple[int, int]:
    """The year and month ``by`` months from that of ``day``."""
    year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
    return year, month + 1


def days_away(day: date, by: int) -> date:
    """``by`` days later. NotUnderstood date-not_a_date beyond the years a person may mean."""
    try:
        moved = day + timedelta(days=by)
    except OverflowError:
        raise NotUnderstood("date-not_a_date") from None
    return on(moved.year, moved.month, moved.day)


def weekday_of_week(day: date, weeks: int, weekday: int) -> date:
    """``weekday`` (1 Monday … 7 Sunday) of the week ``weeks`` after that of ``day``; weeks begin on Monday."""
    return days_away(day, weeks * 7 + weekday - day.isoweekday())


def nearest_weekday(asked: Asked, weekday: int) -> date:
    """The coming or the last ``weekday``; today counts as both."""
    this_week = weekday_of_week(asked.today, 0, weekday)
    return nearest(asked, (days_away(this_week, by) for by in (-7, 0, 7)))


def check_weekday(day: date, weekday: int) -> date:
    """``day`` if it is a ``weekday``; else NotUnderstood date-weekday with its true one (1 Monday … 7 Sunday)."""
    if day.isoweekday() != weekday:
        raise NotUnderstood("date-weekday", month=day.month, day=day.day, weekday=day.isoweekday())
    return day

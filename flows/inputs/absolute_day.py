"""Dates written out, in full or without the year: 2026年5月20日, 26年5月20, 20260520, 5月20号, 5.20, 五月二十."""

from __future__ import annotations

import calendar
import re
from datetime import date

from flows.errors import NotUnderstood
from flows.inputs.reckoning import (
    NUMBER,
    YEAR,
    Asked,
    each_month,
    each_year,
    full_year,
    in_year,
    month_away,
    number,
    on,
    said_year,
)

_DAY = rf"(?P<day>{NUMBER})[日号]?"
_MONTH_DAY = rf"(?:(?P<month>{NUMBER})月份?的?{_DAY}|(?P<month_>\d{{1,2}})[./-](?P<day_>\d{{1,2}})(?P<ending>[日号])?)"
_WITH_YEAR = re.compile(rf"{YEAR},?{_MONTH_DAY}", re.ASCII)
_WITHOUT_YEAR = re.compile(_MONTH_DAY, re.ASCII)
_BY_NUMBERS = re.compile(r"(\d{4})([./,、-])(\d{1,2})\2(\d{1,2})[日号]?", re.ASCII)
_MIXED = re.compile(r"(\d{4})[./-](\d{1,2})月(\d{1,2})[日号]?", re.ASCII)
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})|(\d{1,2})月(\d{1,2})[日号]?,?(\d{4})年?", re.ASCII)
_SHORT_BY_NUMBERS = re.compile(r"(\d{2})([./-])(\d{1,2})\2(\d{1,2})", re.ASCII)
_OF_A_MONTH = re.compile(
    rf"(?P<which>上{{1,2}}|下{{1,2}}|这|本|当)(?:一?个)?月的?(?:{_DAY}|(?P<end>最后一天|第一天))"
    rf"|(?:{YEAR})?(?P<month>{NUMBER})月份?的?(?P<end_>最后一天|第一天)",
    re.ASCII,
)
_ONLY_A_DAY = re.compile(rf"(?P<day>{NUMBER})[日号]", re.ASCII)

_ALSO_LUNAR = frozenset(
    {"二月二", "三月三", "四月八", "五月五", "六月六", "七月七", "七月十五", "八月十五", "九月九", "十月一"}
)
"""Without 日 or 号 these are the names of festivals of the Chinese calendar just as well."""


def read_full_date(text: str, asked: Asked) -> date | None:
    """A date with its year, None if ``text`` is none."""
    for pattern in (_BY_NUMBERS, _MIXED, _DIGITS):
        match = pattern.fullmatch(text)
        if match is not None:
            year, month, day = (int(part) for part in match.groups() if part.isdigit())
            return on(year, month, day)
    match = _WITH_YEAR.fullmatch(text)
    if match is not None:
        year_said = said_year(match, asked)
        assert year_said is not None
        return on(year_said, *_month_and_day(match))
    return _year_last(text) or _short_by_numbers(text, asked)


def read_month_day(text: str, asked: Asked) -> date | None:
    """A month and a day: the nearest such day; None if ``text`` is none."""
    match = _WITHOUT_YEAR.fullmatch(text)
    if match is None:
        return None
    if text in _ALSO_LUNAR:
        raise NotUnderstood("date-ambiguous")
    if match["ending"] and "." not in text:
        raise NotUnderstood("date-ambiguous")  # 3-5号 is two days or a month and a day
    month, day = _month_and_day(match)
    if match["month_"] and month > 12 and 1 <= day <= 12:
        raise NotUnderstood("date-ambiguous")
    return each_year(asked, in_year(month, day))


def read_day_of_month(text: str, asked: Asked) -> date | None:
    """A day of a month named from today (下个月3号), the ends of a month, or only a day (20号); else None."""
    match = _ONLY_A_DAY.fullmatch(text)
    if match is not None:
        return each_month(asked, number(match["day"]))
    match = _OF_A_MONTH.fullmatch(text)
    if match is None:
        return None
    if match["end_"]:
        return _end_of_named_month(match, asked)
    which = match["which"]
    year, month = month_away(asked.today, {"上": -1, "下": 1}.get(which[0], 0) * len(which))
    return on(year, month, number(match["day"])) if match["day"] else _end(year, month, match["end"])


def _month_and_day(match: re.Match[str]) -> tuple[int, int]:
    return number(match["month"] or match["month_"]), number(match["day"] or match["day_"])


def _year_last(text: str) -> date | None:
    """20.5.2026 and 5/20/2026, where only one order of day and month is possible; 5月20日2026年."""
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return None
    if match[7]:
        return on(int(match[7]), int(match[5]), int(match[6]))
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if first <= 12 and second <= 12 and first != second:
        raise NotUnderstood("date-ambiguous")
    return on(year, second, first) if first > 12 else on(year, first, second)


def _short_by_numbers(text: str, asked: Asked) -> date | None:
    """26.5.20, year first as everywhere in China, where that is the only sensible reading."""
    match = _SHORT_BY_NUMBERS.fullmatch(text)
    if match is None:
        return None
    year = full_year(match[1], asked)
    soon = asked.prefer == "future" and 0 <= year - asked.today.year <= 2
    if not soon and int(match[1]) <= 31:
        raise NotUnderstood("date-ambiguous")
    return on(year, int(match[3]), int(match[4]))


def _end_of_named_month(match: re.Match[str], asked: Asked) -> date:
    """The first or last day of a month with a name; the nearest where no year was said."""
    month = number(match["month"])
    if not 1 <= month <= 12:
        raise NotUnderstood("date-no_such_day")
    year = said_year(match, asked)
    if year is None:
        return each_year(asked, lambda each: _end(each, month, match["end_"]))
    return _end(on(year, 1, 1).year, month, match["end_"])


def _end(year: int, month: int, which: str) -> date:
    return on(year, month, 1 if which == "第一天" else calendar.monthrange(year, month)[1])

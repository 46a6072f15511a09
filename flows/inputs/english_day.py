"""Dates in English: May 20, 20th of May 2026, tomorrow, next Wednesday, in two weeks.

``next Wednesday`` is read as 下周三 is: the Wednesday of the next calendar week.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from flows.errors import NotUnderstood
from flows.inputs.absolute_day import read_full_date, read_month_day
from flows.inputs.reckoning import (
    Asked,
    check_weekday,
    days_away,
    each_month,
    each_year,
    in_year,
    month_away,
    nearest_weekday,
    on,
    weekday_of_week,
)

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_MONTH_NAME = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_WEEKDAY_NAME = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
_MONTH = rf"(?P<month>{_MONTH_NAME})\.?"
_WEEKDAY = rf"(?P<weekday>{_WEEKDAY_NAME})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}

_BEFORE = re.compile(
    r"(?:(?:please|book|make it|how about|i want|i'd like|we'd like|to|come|on|the|for|is|it|was|born)\b[ ,]*)+"
)
_AFTER = re.compile(r"[ ,]*(?:please|is fine|works|is ok)$")
_TIME = re.compile(
    r"(?:[ ,]+(?:in the )?(?:morning|afternoon|evening|noon))?"
    r"(?:[ ,]*(?:at )?\d{1,2}(?::\d{2})? ?[ap]\.?m\.?|[ ,]+at \d{1,2}(?::\d{2})?|[ ,]+\d{1,2}:\d{2})?$"
)
_WRITTEN = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_MONTH}[ ,-]*{_DAY}(?:[ ,-]+(?P<year>\d{{4}}))?",
        rf"{_DAY}[ -]*(?:of )?{_MONTH}(?:[ ,-]*(?P<year>\d{{4}}))?",
        rf"(?P<year>\d{{4}})[ ,-]+{_MONTH}[ ,-]*{_DAY}",
    )
)
_NAMED_DAYS = {
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "yesterday": -1,
    "day before yesterday": -2,
}
_COUNTED = re.compile(
    rf"(?P<ahead>in )?(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)}) (?P<unit>day|week|month|year)s?"
    r"(?: (?P<end>later|from now|from today|ago))?",
    re.ASCII,
)
_OF_A_WEEK = re.compile(rf"(?:(?P<which>next|last|this coming|this|coming) )?{_WEEKDAY}")
_OF_A_MONTH = re.compile(rf"{_DAY}(?: of)? (?P<which>next|this|last) month", re.ASCII)
_ONLY_A_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.ASCII)
_WITH_WEEKDAY = (
    re.compile(rf"{_WEEKDAY}[ ,]+(?P<rest>.+)"),
    re.compile(rf"(?P<rest>.+?)[ ,(]+{_WEEKDAY}\)?"),
)
_VAGUE = re.compile(
    rf"\b(?:{_MONTH_NAME}|{_WEEKDAY_NAME}|weeks?|months?|weekend|soon|before|after|between|any|by|until)\b"
)


def read_english(text: str, asked: Asked) -> date:
    """The date in lower-case English words. Raises NotUnderstood as ``day.read_date`` does."""
    said = re.sub(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])", " ", text)
    said = re.sub(r"(?<=\d) (?=(?:st|nd|rd|th)\b)", "", said).strip(" ,.!?")
    said = _TIME.sub("", _AFTER.sub("", said), count=1)
    start = _BEFORE.match(said)
    said = said if start is None else said[start.end() :]
    for pattern in _WITH_WEEKDAY:
        match = pattern.fullmatch(said)
        day = None if match is None else _day(match["rest"], asked)
        if match is not None and day is not None:
            return check_weekday(day, _weekday(match))
    day = _day(said, asked)
    if day is None:
        raise NotUnderstood("date-ambiguous" if _VAGUE.search(said) else "date-not_a_date")
    return day


def _day(said: str, asked: Asked) -> date | None:
    """The date ``said`` is, without a weekday beside it."""
    if said in _NAMED_DAYS:
        return days_away(asked.today, _NAMED_DAYS[said])
    readers: tuple[Callable[[str, Asked], date | None], ...] = (
        _written, _counted, _week_day, _month_day, read_full_date, read_month_day,
    )  # fmt: skip
    return next((day for day in (read(said, asked) for read in readers) if day is not None), None)


def _written(said: str, asked: Asked) -> date | None:
    for pattern in _WRITTEN:
        match = pattern.fullmatch(said)
        if match is not None:
            month, day = _MONTHS.index(match["month"][:3]) + 1, int(match["day"])
            return on(int(match["year"]), month, day) if match["year"] else each_year(asked, in_year(month, day))
    return None


def _counted(said: str, asked: Asked) -> date | None:
    match = _COUNTED.fullmatch(said)
    if match is None or bool(match["ahead"]) == bool(match["end"]):
        return None
    count = _NUMBERS.get(match["number"]) or int(match["number"])
    by = -count if match["end"] == "ago" else count
    if match["unit"] in ("day", "week"):
        return days_away(asked.today, by * (7 if match["unit"] == "week" else 1))
    year, month = month_away(asked.today, by * (12 if match["unit"] == "year" else 1))
    return on(year, month, asked.today.day)


def _week_day(said: str, asked: Asked) -> date | None:
    match = _OF_A_WEEK.fullmatch(said)
    if match is None:
        return None
    if match["which"] in ("next", "last"):
        return weekday_of_week(asked.today, 1 if match["which"] == "next" else -1, _weekday(match))
    if match["which"] == "this" and asked.prefer == "past":
        return weekday_of_week(asked.today, 0, _weekday(match))
    return nearest_weekday(asked, _weekday(match))


def _month_day(said: str, asked: Asked) -> date | None:
    match = _OF_A_MONTH.fullmatch(said)
    if match is not None:
        year, month = month_away(asked.today, {"next": 1, "this": 0, "last": -1}[match["which"]])
        return on(year, month, int(match["day"]))
    match = _ONLY_A_DAY.fullmatch(said)
    return None if match is None else each_month(asked, int(match[1]))


def _weekday(match: re.Match[str]) -> int:
    return _WEEKDAYS.index(match["weekday"][:3]) + 1

"""Days with a name and days of the Chinese calendar: 国庆节, 七夕, 清明, 除夕, 正月初八, 农历七月初七."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from borax.calendars.lunardate import LunarDate
from chinese_calendar import get_solar_terms
from chinese_calendar.solar_terms import SolarTerms

from flows.errors import NotUnderstood
from flows.inputs.reckoning import NUMBER, YEAR, Asked, each_year, in_year, nearest, number, on, said_year

_SOLAR = {
    "元旦": (1, 1), "情人": (2, 14), "214情人": (2, 14), "三八": (3, 8), "妇女": (3, 8), "三八妇女": (3, 8),
    "植树": (3, 12), "白色情人": (3, 14), "五一": (5, 1), "劳动": (5, 1), "五一劳动": (5, 1), "五四": (5, 4),
    "青年": (5, 4), "五四青年": (5, 4), "护士": (5, 12), "六一": (6, 1), "儿童": (6, 1), "六一儿童": (6, 1),
    "七一": (7, 1), "建党": (7, 1), "七一建党": (7, 1), "八一": (8, 1), "建军": (8, 1), "八一建军": (8, 1),
    "教师": (9, 10), "国庆": (10, 1), "十一国庆": (10, 1), "光棍": (11, 11), "双十一": (11, 11),
    "双11": (11, 11), "记者": (11, 8), "双十二": (12, 12), "双12": (12, 12), "平安夜": (12, 24), "圣诞": (12, 25),
}  # fmt: skip
_LUNAR = {
    "春": (1, 1), "新春": (1, 1), "农历新年": (1, 1), "元宵": (1, 15), "上元": (1, 15), "灯": (1, 15), "龙抬头": (2, 2),
    "端午": (5, 5), "端阳": (5, 5), "七夕": (7, 7), "七夕情人": (7, 7), "乞巧": (7, 7), "中元": (7, 15), "鬼": (7, 15),
    "中秋": (8, 15), "八月十五中秋": (8, 15), "重阳": (9, 9), "九九重阳": (9, 9), "老人": (9, 9), "腊八": (12, 8),
}  # fmt: skip
_NTH_WEEKDAY = {"母亲": (5, 2, 7), "父亲": (6, 3, 7), "感恩": (11, 4, 4)}
"""Month, which one, weekday."""
_NEW_YEARS_EVE = frozenset({"除夕", "除夕夜", "大年三十", "年三十", "大年夜", "腊月三十"})
_END_OF_LUNAR_YEAR = _NEW_YEARS_EVE | {"腊八", "腊八节"}
_SOLAR_TERMS = frozenset(term.value[1] for term in SolarTerms)
_NEEDS_ENDING = frozenset("春灯鬼") | {"情人", "妇女", "劳动", "青年", "儿童", "教师", "护士", "记者", "老人"} | {
    "母亲", "父亲", "感恩", "三八", "植树"
}  # fmt: skip
"""Words that are a day only with 节 after them."""

_NAMED = re.compile(rf"(?:{YEAR})?(?P<name>.{{1,7}})")
_LUNAR_CALENDAR = re.compile(r"\(?(?:农历|阴历|旧历|老历|夏历)[的)]?")
_LUNAR_DAY = re.compile(
    rf"(?:{YEAR})?(?:(?P<leap>闰)?(?P<month>[正冬腊]|{NUMBER})月份?的?|(?P<new>大?年(?=初)))"
    rf"(?P<first>初)?(?P<day>{NUMBER})[日号]?",
    re.ASCII,
)
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_LUNAR_BY_NUMBERS = re.compile(r"(?:(?P<year>\d{4})[./-])?(?P<month>\d{1,2})[./-](?P<day>\d{1,2})", re.ASCII)

DayOfYear = Callable[[int], date | None]


def read_festival(text: str, asked: Asked) -> date | None:
    """The day a name stands for, with or without a year (明年元旦); None if ``text`` is no such name."""
    match = _NAMED.fullmatch(text)
    of = None if match is None else _festival(match["name"])
    if match is None or of is None:
        return None
    year = said_year(match, asked)
    if year is not None and match["name"] in _END_OF_LUNAR_YEAR:
        year = _unless_two_years(match, year)
    if year is None:
        return each_year(asked, of)
    on(year, 1, 1)
    day = of(year)
    if day is None:
        raise NotUnderstood("date-not_a_date")
    return day


def falls_on(name: str, day: date) -> bool | None:
    """Whether the day that ``name`` stands for falls on ``day``; None if it is no such name."""
    of = _festival(name)
    return None if of is None else of(day.year) == day


def read_lunar(text: str, asked: Asked) -> date | None:
    """A day of the Chinese calendar, said so (农历, 阴历) or plain from its words (正月, 腊月, 闰, 初八); else None.

    With the calendar named, a year is that calendar's. Without, 2027年腊月 could be either end of the year and is
    refused as date-ambiguous.
    """
    named = _LUNAR_CALENDAR.search(text)
    if named is not None:
        text = text[: named.start()] + text[named.end() :]
    match = _LUNAR_DAY.fullmatch(text)
    if match is None:
        numbers = _LUNAR_BY_NUMBERS.fullmatch(text) if named is not None else None
        if numbers is None:
            return None
        year = int(numbers["year"]) if numbers["year"] else None
        return _lunar_day(asked, year, int(numbers["month"]), int(numbers["day"]), leap=False)
    if named is None and not (match["leap"] or match["first"] or match["month"] in _LUNAR_MONTHS):
        return None
    month = _LUNAR_MONTHS.get(match["month"]) or (1 if match["new"] else number(match["month"]))
    day = number(match["day"])
    if match["first"] and day > 10:
        raise NotUnderstood("date-no_such_day")
    year = said_year(match, asked)
    if year is not None and month >= 11 and named is None:
        year = _unless_two_years(match, None)
    return _lunar_day(asked, year, month, day, leap=bool(match["leap"]))


def _unless_two_years(match: re.Match[str], year: int | None) -> int | None:
    """The year for a day at the end of the Chinese year, which the two calendars count differently.

    今年除夕 is the nearest one; 2027年除夕 is, as in the holiday notices, the one in that year; the rest is ambiguous.
    """
    if match["this"] in ("今", "本"):
        return None
    if match["this"] or year is None or match.groupdict().get("name") == "腊月三十":
        raise NotUnderstood("date-ambiguous")
    return year


def _festival(name: str) -> DayOfYear | None:
    """The day that ``name``, with or without 节, is in a given year."""
    if name in _NEW_YEARS_EVE:
        return _new_years_eve
    short = name.removesuffix("节")
    if short == name and short in _NEEDS_ENDING:
        return None
    if short in _SOLAR:
        return in_year(*_SOLAR[short])
    if short in _LUNAR:
        return lambda year: _in_solar_year(year, *_LUNAR[short])
    if short in _NTH_WEEKDAY:
        return lambda year: _nth_weekday(year, *_NTH_WEEKDAY[short])
    if short in _SOLAR_TERMS:
        return lambda year: _solar_term(year, short)
    return None


def _lunar_day(asked: Asked, year: int | None, month: int, day: int, *, leap: bool) -> date:
    if year is not None:
        on(year, 1, 1)
        found = _from_lunar(year, month, day, leap=leap)
        if found is None:
            raise NotUnderstood("date-no_such_day")
        return found
    # The same leap month comes back after 19 years, at times later.
    reach = 60 if leap else 9
    years = range(asked.today.year - reach, asked.today.year + reach)
    days = (_from_lunar(each, month, day, leap=leap) for each in years)
    return nearest(asked, (each for each in days if each is not None))


def _from_lunar(year: int, month: int, day: int, *, leap: bool = False) -> date | None:
    """None where the Chinese calendar has no such day, or before 1900 and after 2099."""
    try:
        found: date = LunarDate(year, month, day, int(leap)).to_solar_date()
    except ValueError:
        return None
    return found


def _in_solar_year(year: int, month: int, day: int) -> date | None:
    """The day of the Chinese calendar that falls into that year: 2026年腊八 is in January 2026."""
    days = (_from_lunar(each, month, day) for each in (year - 1, year))
    return next((each for each in days if each is not None and each.year == year), None)


def _new_years_eve(year: int) -> date | None:
    """除夕: the day before the first of the Chinese year, whichever the length of the last month."""
    new_year = _from_lunar(year, 1, 1)
    return None if new_year is None else new_year - timedelta(days=1)


def _nth_weekday(year: int, month: int, which: int, weekday: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def _solar_term(year: int, name: str) -> date | None:
    if not 1900 <= year <= 2100:
        return None
    terms: list[tuple[date, str]] = get_solar_terms(date(year, 1, 1), date(year, 12, 31))
    return next((day for day, term in terms if term == name), None)

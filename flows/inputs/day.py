"""A date 日期 as people type it, read into an absolute date.

The words around it are taken off, then the readers of each kind of date are tried; the first that knows the form
decides. What could be two days (520, 5月, 周末, 3-5号, 过两天) is refused with the sentence that asks for one, never
guessed. Whether the date is allowed is the flow's question, not this module's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from flows.errors import NotUnderstood
from flows.inputs.absolute_day import read_day_of_month, read_full_date, read_month_day
from flows.inputs.english_day import read_english
from flows.inputs.festivals import falls_on, read_festival, read_lunar
from flows.inputs.numerals import plain
from flows.inputs.reckoning import Asked, Prefer, check_weekday
from flows.inputs.relative_day import (
    WEEKDAY,
    read_counted,
    read_near_day,
    read_same_day,
    read_weekday,
    weekday_number,
)
from flows.inputs.text import is_han, normalise

LONGEST = 60
"""Characters beyond which no text is a date."""

_READERS: tuple[Callable[[str, Asked], date | None], ...] = (
    read_full_date,
    read_near_day,
    read_festival,
    read_lunar,
    read_month_day,
    read_day_of_month,
    read_weekday,
    read_counted,
    read_same_day,
)

_PART_OF_DAY = (
    r"(?:凌晨|清晨|大?清早|一大?早|早上|早晨|上午|中午|正午|下午|午后|傍晚|晚上|夜里|半夜"
    r"|(?<![今明昨一大清])[早晚])"
)
_HOUR = (
    r"(?:(?<!\d)(?:2[0-4]|[01]?\d)"
    r"|(?<![一二三四五六七八九十])(?:二十[一二三四]?|十[一二三四五六七八九]?|[一二三四五六七八九]))"
)
_MINUTE = r"(?:[0-5]?\d|[二三四五]?十[一二三四五六七八九]?|零?[一二三四五六七八九])"
_CLOCK = rf"(?:{_PART_OF_DAY}?{_HOUR}(?::[0-5]\d(?::[0-5]\d)?|[点时]钟?(?:整|半|[一三]刻|{_MINUTE}分?)?))"
_TIME = re.compile(rf"[_,(t]?(?:{_PART_OF_DAY}?{_CLOCK}(?:[到至~-]{_CLOCK})?|{_PART_OF_DAY})(?:左右)?\)?$", re.ASCII)
"""The time of day after a date. 五月二十九点 keeps its whole run of numerals and is refused."""

_BEFORE = re.compile(
    r"(?:请|帮|给|我们?|俺们?|咱们?|想|要(?!是)|打算|准备|计划|最好|预约|预定|(?:约|定|订|改|换|推|延)到?|选|在|于|是|就|那|把"
    r"|日期|时间|出生日期|出生年月日?|出生|生日|生于|公历|阳历|新历|国历|[:,])+"
)
_AFTER = re.compile(
    r"(?:吧|呀|啊|哈|呢|哦|嘛|的|就|那一?天|当天|这一?天|过去|过来|去|来|办理?|领结婚证|领证|扯证|登记|结婚|离婚|预约|生日|出?生"
    r"|可以吗?|可不可以|行不行?|行吗?|好吗|怎么样|吗|[,.。!?~…:;、])++$"
)
_AROUND = "\"'“”‘’「」『』【】<>《》"
_BRACKETED = re.compile(r"[(\[](.+)[)\]]")
_WITH_WEEKDAY = (
    re.compile(rf"(?P<weekday>[上下这本]{{0,3}}个?{WEEKDAY})[,(]?(?P<day>.+?)\)?"),
    re.compile(rf"(?P<day>.+?)[,(]?(?P<weekday>[上下这本]{{0,3}}个?{WEEKDAY})\)?"),
)

_VAGUE = re.compile(
    r"^\d{1,7}$|^\d{4}[./-]\d{1,2}$|\d[./]\d+-\d+[./]\d|^[一二三四五六七八九十零]+$"
    r"|月|周|星期|礼拜|[上中下]旬|[一二三四五六七八九十几\d][天日号]|初[一二三四五六七八九十]"
    r"|年[初底后前中末]|[今明去后]年|\d年|几天|明后天|今明|最近|改天|尽快|随便|都行|都可以|或|还是"
    r"|以后|以前|之前|之后|[前后]$|左右|前后|期间|假期|长假|假后|节[前后]"
)
"""Words about time that leave the day open; what has none of them is no answer about a day at all."""


def read_date(text: str, today: date, prefer: Prefer) -> date:
    """The day ``text`` names. A day without a year is the next from ``today`` on, or the last, by ``prefer``.

    Raises NotUnderstood: date-not_a_date, date-no_such_day (2月30号), date-ambiguous (520, 5月, 下个月, 周末),
    date-weekday (5月20号星期一 when it is another: ``month``, ``day``, ``weekday`` 1 Monday … 7 Sunday).
    """
    asked = Asked(today, prefer)
    said = normalise(text).lower().strip(_AROUND)
    if not said or len(said) > LONGEST:
        raise NotUnderstood("date-not_a_date")
    if re.search(r"[a-z]{2}", said) and not any(map(is_han, said)):
        return read_english(said, asked)
    words = plain(said)
    said = _bare(words)
    day = _read(said, asked) or _read_with_weekday(said, asked) or _read_said_twice(said, asked)
    if day is None:
        raise NotUnderstood("date-ambiguous" if _VAGUE.search(words) else "date-not_a_date")
    return day


def _bare(said: str) -> str:
    """The date without the words, time and punctuation around it; separators as ``-`` and ``.``."""
    said = re.sub(r"(?<=\d) +(?=\d)", "_", said).replace(" ", "").replace("\\", "/").replace("元月", "一月")
    said = re.sub(r"[‐‑‒–—−]", "-", said)
    said = re.sub(r"(?<=\d)[。·](?=\d)", ".", said)
    said = "".join(char for char in said if not _is_picture(char))
    said = _AFTER.sub("", said)
    said = _AFTER.sub("", _TIME.sub("", said).rstrip("_"))
    start = _BEFORE.match(said)
    said = said if start is None else said[start.end() :]
    bracketed = _BRACKETED.fullmatch(said)
    return (said if bracketed is None else bracketed[1]).replace("_", "-")


def _read(said: str, asked: Asked) -> date | None:
    return next((day for day in (read(said, asked) for read in _READERS) if day is not None), None)


def _read_with_weekday(said: str, asked: Asked) -> date | None:
    """A date with its weekday beside it, which must be the true one: 5月20日(周三), 下周三5月20号."""
    for pattern in _WITH_WEEKDAY:
        match = pattern.fullmatch(said)
        day = None if match is None else _read(match["day"], asked)
        if match is None or day is None:
            continue
        if read_weekday(match["day"], asked) is not None:
            raise NotUnderstood("date-ambiguous")
        check_weekday(day, weekday_number(match["weekday"]))
        if match["weekday"][0] in "上下" and _read(match["weekday"], asked) != day:
            raise NotUnderstood("date-ambiguous")
        return day
    return None


def _read_said_twice(said: str, asked: Asked) -> date | None:
    """A date said in two ways, which must agree: 明天(5月14号), 2月14日情人节, 5月20日(农历四月初四)."""
    for at in range(1, len(said)):
        one, other = said[:at].rstrip("(,"), said[at:].strip("(),")
        days = _read_part(one, asked), _read_part(other, asked)
        if days[0] is None or days[1] is None:
            continue
        if days[0] == days[1] or falls_on(other, days[0]):
            return days[0]
        if falls_on(one, days[1]):
            return days[1]
        raise NotUnderstood("date-ambiguous")
    return None


def _read_part(said: str, asked: Asked) -> date | None:
    try:
        return _read(said, asked)
    except NotUnderstood:
        return None


def _is_picture(char: str) -> bool:
    """An emoji or the like."""
    return unicodedata.category(char) in ("So", "Sk")

"""Days reckoned from today: 明天, 大后天, 下周三, 礼拜五, 三天后, 两个星期前, 下个月今天.

Weeks begin on Monday (GB/T 7408): 下周三 is the Wednesday of the next calendar week, also when said on a Sunday, and
星期天 is the last day of its week.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from flows.errors import NotUnderstood
from flows.inputs.numerals import read_whole
from flows.inputs.reckoning import Asked, days_away, month_away, nearest_weekday, on, weekday_of_week

_NEAR = re.compile(r"(?P<far>大{0,2})(?P<which>[今明后昨前])(?:天|日|儿个?|个|早|晚)")
_DAYS_AWAY = {"今": 0, "明": 1, "后": 2, "昨": -1, "前": -2}

WEEKDAY = r"(?:周|星期|礼拜)[一二三四五六日天1-7]"
_WEEKDAYS = (
    {"日": 7, "天": 7} | {name: n for n, name in enumerate("一二三四五六", 1)} | {str(n): n for n in range(1, 8)}
)
_OF_A_WEEK = re.compile(
    r"(?P<which>上{1,3}|下{1,3}|这|本)?(?P<one>一?个|一)?(?P<week>(?:周|星期|礼拜)的?)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天1-7])"
)

_COUNTED = re.compile(
    r"(?P<pass>再?过)?(?P<number>\d{1,4}|[零一二三四五六七八九十百千]{1,5})个?(?P<unit>天|周|星期|礼拜|月|年)"
    r"(?P<after>之?后|以后|过后)?(?P<before>之?前|以前)?",
    re.ASCII,
)
_SAME_DAY = re.compile(r"(?P<which>上|下|明|去)(?:一?个)?(?P<unit>周|星期|礼拜|月|年)的?今[天日]")


def read_near_day(text: str, asked: Asked) -> date | None:
    """今天, 明天, 后天, 大后天, 昨天, 前天, 大前天 and how they are said elsewhere (明儿, 后个); else None."""
    match = _NEAR.fullmatch(text)
    if match is None:
        return None
    away = _DAYS_AWAY[match["which"]]
    if match["far"] and abs(away) < 2:
        return None
    return days_away(asked.today, away + len(match["far"]) * (1 if away > 0 else -1))


def read_weekday(text: str, asked: Asked) -> date | None:
    """A day of the week, else None. 周五 and 这周五 are this week's, or the next where days ahead are asked for."""
    match = _OF_A_WEEK.fullmatch(text)
    if match is None:
        return None
    weekday, which = _WEEKDAYS[match["weekday"]], match["which"]
    if which and which[0] in "上下":
        day = weekday_of_week(asked.today, len(which) if which[0] == "下" else -len(which), weekday)
        if match["one"] == "一个" and not match["week"] and abs(day - asked.today) > timedelta(days=7):
            raise NotUnderstood("date-ambiguous")  # 下一个周三, said on a Monday, may as well be in two days
        return day
    if asked.prefer == "past" and which:
        return weekday_of_week(asked.today, 0, weekday)
    return nearest_weekday(asked, weekday)


def weekday_number(words: str) -> int:
    """1 Monday … 7 Sunday, of words that match ``WEEKDAY``."""
    return _WEEKDAYS[words[-1]]


def read_counted(text: str, asked: Asked) -> date | None:
    """So many days, weeks, months or years from today or ago: 三天后, 过一周, 两个月前; else None.

    过两天 means some day soon, and is refused as date-ambiguous.
    """
    match = _COUNTED.fullmatch(text)
    if match is None or bool(match["before"]) == bool(match["pass"] or match["after"]):
        return None
    count = read_whole(match["number"])
    if count is None or (count == 2 and match["pass"] and not match["after"]):
        raise NotUnderstood("date-ambiguous")
    return _moved(asked.today, match["unit"], -count if match["before"] else count)


def read_same_day(text: str, asked: Asked) -> date | None:
    """This day of another week, month or year: 下周今天, 下个月今天, 明年今天; else None."""
    match = _SAME_DAY.fullmatch(text)
    if match is None or (match["which"] in "明去") != (match["unit"] == "年"):
        return None
    return _moved(asked.today, match["unit"], 1 if match["which"] in "下明" else -1)


def _moved(day: date, unit: str, by: int) -> date:
    """A month later is the same day of the next month; where there is none, nothing is guessed."""
    if unit in ("月", "年"):
        year, month = month_away(day, by * (12 if unit == "年" else 1))
        return on(year, month, day.day)
    return days_away(day, by * (1 if unit == "天" else 7))

"""A day within a message about something past: 周六, 昨晚, 5月3号, 上周三, 2026-11-20, last Saturday.

The words are found here; which day they name is read by ``flows.inputs.day``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from flows.errors import NotUnderstood
from flows.inputs.day import read_date
from flows.inputs.reckoning import NUMBER
from flows.words import Words

_NUMBER = NUMBER.replace("|[", "|廿[一二三四五六七八九]?|卅|[", 1)
_YEAR = r"(?:今年|去年|前年|(?<!\d)\d{4}年|[零一二三四五六七八九]{4}年|(?<!\d)\d{2}年)"
_WEEKDAY = r"(?:周|星期|礼拜)[一二三四五六日天1-7]"
_NO_DAY = r"(?!楼|线|院(?!子)|门|厅|室|桌|车|路|店|岗|点|公寓|窗|机|桥|令|栋|单元|位|仓|码|口|井|桌)"
_WRITTEN = re.compile(
    rf"{_YEAR}?的?(?<!\d)(?<![一二三四五六七八九十]){_NUMBER}月份?的?{_NUMBER}(?:[日号]|(?![个多\d.]|月|小时|分钟|点"
    rf"|时|:))"
    r"|(?<!\d)20\d\d([-./])[01]?\d\1[0-3]?\d[日号]?(?!\d)|(?<!\d)20\d\d[01]\d[0-3]\d(?!\d)"
    r"|(?<![\d.到至~-])(?<!\d:)(?:1[0-2]|0?[1-9])(?:/(?:3[01]|[12]\d|0?[1-9])|\.(?:3[01]|[12]\d|0?[1-9])[日号]?)"
    r"(?![\d./:点]| ?个?小时| ?个?半?钟| ?h| ?[-~到至])"
    r"|(?:农历|阴历|旧历)(?:[正冬腊]|\d{1,2}|[一二三四五六七八九十]{1,2})月(?:初|十|廿|二十|三十"
    r"|\d)[一二三四五六七八九十\d]?[日号]?"
    r"|[正冬腊]月(?:初|十|廿|二十|三十|\d)[一二三四五六七八九十\d]?"
    rf"|上个?月的?{_NUMBER}[日号]{_NO_DAY}|(?:这个?|本)月的?{_NUMBER}[日号]{_NO_DAY}"
    rf"|(?<![\d.第一二三四五六七八九十零]){_NUMBER}[日号]{_NO_DAY}",
    re.ASCII,
)
_BROKEN = re.compile(rf"{_YEAR}?{_NUMBER}月{_NUMBER}(?=[点时:])", re.ASCII)
"""五月二十九点 may be the 20th at nine, or the 29th."""
_NEAR = re.compile(
    r"(?P<near>(?<![目以之从眼])(?:大{0,2}前|大{0,2}后|[今昨明])(?:天(?!气|然|津)|日(?!子)|儿个?|个(?!月|星期|礼拜"
    r"|周|人|[^天]?[小钟])|早(?!已)"
    r"|晚(?!年)|晨|夜))"
    r"(?P<up>上)?"
)
_WEEK = re.compile(rf"(?:上{{1,3}}|下{{1,2}}|这|本)?(?:个|一个)?{_WEEKDAY}(?![日天一二三四五六](?!点|十|时))")
_AGO = re.compile(
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})天(?:之|以)?前|上周今天|(?<![\d.十])[一二三1-3](?:周|个?(?:星期|礼拜))(?:之|以)?前"
)
_YESTERDAY = re.compile(r"(?<![半昨今前深])夜儿?个(?!月|小|钟)")
"""夜个 is yesterday in the northwest."""
_JUST_NOW = re.compile(r"刚[刚才](?=[在从]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[点:])")
_FESTIVAL = re.compile(
    r"(?:元旦|植树节|妇女节|三八节|三八妇女节|清明节?|劳动节|五一|青年节|五四|六一|儿童节|六一儿童节|七一|建党节"
    r"|八一|建军节|教师节|国庆节?"
    r"|元宵节|端午节?|七夕|中秋节?|重阳节?|腊八节?|除夕|冬至|母亲节|父亲节|学雷锋日)(?:那天|当天|当日|这天)"
)
_ENGLISH = re.compile(
    r"\b(?:(?P<part>this morning|this afternoon|this evening|tonight|last night)"
    r"|today|yesterday|the day before yesterday"
    r"|(?:last |this |on )?(?P<weekday>mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
    r"|(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.? \d{1,2}(?:st|nd|rd|th)?(?:,? 20\d\d)?"
    r"|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:,? 20\d\d)?"
    r"|tomorrow)\b"
)
_ENGLISH_PARTS = {
    "this morning": ("today", "morning"), "this afternoon": ("today", "afternoon"),
    "this evening": ("today", "evening"), "tonight": ("today", "evening"), "last night": ("yesterday", "evening"),
}  # fmt: skip
_VAGUE = re.compile(
    r"前几[天日]|前些[天日]|前一?阵子?|前段时间|这几[天日]|这二天|前二天|那几天|那[天日](?!气)|有一[天次]|最近|近期"
    r"|近来|最近几天|上次|上回|头几天"
    r"|前后天|夜来|夜里?个|夜儿个?|先前"
    r"|(?:上|这|本|下)?个?(?:周|星期|礼拜)末|双休日?|(?:上|这|本|下)一?(?:周|个?星期"
    r"|个?礼拜)(?![一二三四五六日天1-7])|上上?个?月(?!的?\d|的?[一二三四五六七八九十])"
    r"|这个?月(?!的?\d|的?[一二三四五六七八九十])|本月(?!的?\d|的?[一二三四五六七八九十])|(?:\d{1,2}"
    r"|[一二三四五六七八九十]{1,2})月份?(?:里|初|底|中旬|上旬|下旬"
    r"|末)?(?![一二三四五六七八九十\d饼亮球])"
    r"|去年(?![一二三四五六七八九十\d])|月[初底末](?!\d)|[上中下]旬|年[初底]|春节期间|过年|春节|国庆(?:节|期间|假期"
    r"|长假)?|五一(?:假期|期间|节|长假)?(?!路|社区|村|小)"
    r"|十一(?:假期|期间|长假)"
    r"|(?:元旦|清明|端午|中秋|劳动节|寒|暑)(?:小长)?假(?:期)?|假期|平时|经常|有时候?"
    r"|[一二三四五六七八九十\d]+个?(?:周|星期|礼拜|月|年)(?:之|以)?前|暑假|寒假"
    r"|\b(?:last|this|next) (?:week|month|weekend|year)\b|\brecently\b|\bthe other day\b|\bweekends?\b"
)
_SEVERAL = re.compile(
    rf"(?:每|隔)(?:天|日|周|次|个?星期|个?礼拜|晚|早|月|逢)|天天|连续|{_WEEKDAY}(?:[到至~、和跟及与-]|—){_WEEKDAY}"
    rf"|周六日|周六周日"
    rf"|周[一二三四五六][二三四五六日](?!点|十|时)"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?(?:[到至~、和跟及与-]|—|和)(?:\d{1,2}"
    r"|[一二三四五六七八九十]{1,3})[日号](?![楼线院门])"
    r"|今明|昨今|今昨|这几天都|\bevery (?:day|week)\b|\bdaily\b|\beach day\b"
)


@dataclass(frozen=True, slots=True)
class DaySaid:
    """Words for a day, from ``start`` to ``end``: the day they name, or why they name none for sure.

    ``part`` is the part of the day that is in the words: 昨晚 says the evening.
    """

    start: int
    end: int
    day: date | None
    doubt: Words | None = None
    part: str | None = None


def day_at(read: str, at: int, today: date) -> DaySaid | None:
    """The day whose words begin at ``at``, None if none do."""
    match = _BROKEN.match(read, at)
    if match is not None:
        return DaySaid(at, match.end(), None, Words("service_said-day"))
    match = _SEVERAL.match(read, at)
    if match is not None:
        return DaySaid(at, match.end(), None, Words("service_said-several"))
    for pattern in (_WRITTEN, _FESTIVAL, _WEEK, _AGO):
        match = pattern.match(read, at)
        if match is not None and (pattern is not _WRITTEN or not _counts_days(read, match)):
            words = match[0].replace("那天", "").replace("当天", "").replace("当日", "").replace("这天", "")
            return _named(match, words, today)
    match = _NEAR.match(read, at)
    if match is not None:
        words, part = match["near"], None
        if words[-1] in "早晨":
            part = "early"
        if words[-1] in "晚夜":
            part = "evening"
        words = words.replace("晨", "早").replace("夜", "晚")
        return _named(match, words, today, part)
    match = _YESTERDAY.match(read, at) or _JUST_NOW.match(read, at)
    if match is not None:
        return _named(match, "昨天" if match.re is _YESTERDAY else "今天", today)
    match = _ENGLISH.match(read, at)
    if match is not None:
        words, part = _ENGLISH_PARTS.get(match["part"] or "", (match[0], None))
        if match["weekday"] and words.startswith("last ") and _two_weeks(match["weekday"], words, today):
            return DaySaid(at, match.end(), None, Words("service_said-day"))
        return _named(match, words.removeprefix("on "), today, part)
    match = _VAGUE.match(read, at)
    return None if match is None else DaySaid(at, match.end(), None, Words("service_said-day"))


def doubted_day(fault: NotUnderstood) -> Words:
    """The sentence that asks for the day, for why ``read_date`` could not read it."""
    if fault.key == "date-weekday":
        return Words("service_said-weekday", dict(fault.args_))
    return Words("service_said-no_such_day" if fault.key == "date-no_such_day" else "service_said-day")


def _named(match: re.Match[str], words: str, today: date, part: str | None = None) -> DaySaid:
    end = match.end("near") if "near" in match.re.groupindex and not match["up"] else match.end()
    if part is None and "near" in match.re.groupindex:
        end = match.end("near")
    try:
        return DaySaid(match.start(), end, read_date(words, today, "past"), None, part)
    except NotUnderstood as fault:
        return DaySaid(match.start(), end, None, doubted_day(fault), part)


def _two_weeks(weekday: str, words: str, today: date) -> bool:
    """Whether last Saturday, said on a Sunday, may be yesterday or a week before."""
    return read_date(weekday, today, "past") != read_date(words, today, "past")


def _counts_days(read: str, match: re.Match[str]) -> bool:
    """Whether 20日 is the length 20日 rather than the twentieth."""
    return match[0].endswith("日") and read[match.end() : match.end() + 1] in ("间", "内", "游", "制")

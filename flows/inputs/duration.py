"""A length of time 时长 as people say it: 两个半小时, 90分钟, 1.5小时, 一小时二十分, 三刻钟, 2h30. Never rounded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from flows.errors import NotUnderstood
from flows.inputs.numerals import read_decimal
from flows.inputs.said import DASH, said

MOST = 24 * 60
"""Minutes. Nobody serves for longer than a day at a time; more is a slip."""

LONGEST = 60
"""Characters beyond which no text is only a length of time."""

_HAN = "零一二三四五六七八九"
_FEW_HAN = f"[{_HAN}十百]{{1,5}}"
NUMBER = (
    rf"(?:(?<![\d.])\d{{1,4}}(?:[.。·]\d{{1,4}})?|(?:{_FEW_HAN}|\d{{1,2}})点[{_HAN}\d]{{1,2}}(?=个?小时|个?钟头)"
    rf"|{_FEW_HAN}"
    rf"|廿)"
)
_HOUR = r"(?:个?(?:小时|钟头)|个钟(?!点)|个?(?:hours?|hrs?|h)(?![a-z]))"
_MINUTE = r"(?:分钟|mins?(?![a-z])|minutes?(?![a-z]))"
_EXACT = (
    rf"(?P<hours>{NUMBER}) ?(?:(?P<and_half>个?半)(?:个)?(?:小时|钟头|钟)"
    rf"|{_HOUR}(?:(?P<half>半)|(?:零|又|加| ?and ?| )?(?:(?P<quarters>[一二三1-3])刻钟?"
    rf"|(?P<minutes>{NUMBER}) ?(?:{_MINUTE}|分|m(?![a-z])|(?=$|[ ,。;)了])))(?!\d))?)"
    rf"|(?P<only_minutes>{NUMBER}) ?{_MINUTE}"
    r"|(?P<only_quarters>[一二三1-3])刻钟?(?!度)"
    r"|(?P<only_half>半)个?(?:小时|钟头|钟(?!头))"
    r"|(?P<half_english>half an? hour|half hour)"
    r"|(?P<english>an|a|one|two|three|four|five|six) (?:(?P<english_half>and a half )hours?|hours?(?P<english_half_>"
    r" and a half)?(?: (?:and )?(?P<english_minutes>\d{1,2}) min(?:ute)?s?)?)"
)
_UNIT = rf"(?:{_HOUR}|{_MINUTE}|个半?(?:小时|钟头|钟)|刻钟)"
_OPEN = (
    rf"(?:{NUMBER} ?{_UNIT}?|半个?) ?(?:{DASH}+|[到至、或/+]|或者|还是|or|to) ?(?:{NUMBER} ?{_UNIT}"
    rf"|{NUMBER}个?多{_UNIT})"
    rf"|(?P<about>{NUMBER}|半) ?(?:个?[多来余]个?|个多)(?:小时|钟头|钟|分钟|刻钟)"
    rf"|(?:好|十|二十|三十|好十)?[几数多]十?(?:个(?:多)?)?(?:小时|钟头|分钟|钟(?!头))|若干个?小时|好些?个?(?:小时|钟头)"
    rf"|(?:{_FEW_HAN})?[一二三四五六七八九]{{2}}(?:{_FEW_HAN})?个?(?:小时|钟头|分钟|刻钟)"
    r"|(?:one|two|three|four|five|six) (?:to|or) (?:two|three|four|five|six) (?:hours?|hrs?)"
    rf"|{NUMBER} ?(?:个|节)?(?:学时|课时|工时|节课)"
    r"|\d+:\d+ ?(?:个?小时|h)"
    r"|(?:a few|a couple of|several|some) (?:hours?|hrs?|min(?:ute)?s?)"
)
_BEFORE = (
    r"(?:大概其?|大约|约摸?|差不多|将近|接近|快(?:有)?|近|不到|不足|不止|至少|最少|最多|起码|超过|多于|少于|估计"
    r"|可能|好像|应该有|也就|少说(?:也)?"
    r"|上下|左右|[<>≈~≥≤]|about|around|approx(?:imately)?\.?|nearly|almost|roughly|over|more than|less than|at least"
    r"|maybe)"
    r"(?:是|有|个|了|做了|干了|用了|花了|一共|总共|忙了)* ?"
)
_AFTER = r" ?(?:左右|上下|多(?!亏)|有余|出头|不到|不足|的样子|以上|以内|之内|来的|开外|\+|or so|or more)"
_LENGTH = re.compile(rf"(?P<rough>{_BEFORE})?(?:(?P<open>{_OPEN})|{_EXACT})(?P<rough_>{_AFTER})?", re.ASCII)

_ALL = r"(?:[一整大小][个整]?|整整一?个?|老|好)"
VAGUE = re.compile(
    rf"(?<!第){_ALL}?(?:大半|半|一|整|全|好几?|老半|几|二|三|多半)(?:整)?个?(?:上午|下午|早上|中午|晚上|后晌|晌午"
    rf"|前晌|天(?!前|津|气|后|以前)|宿|夜|晌|白天)(?!前)"
    r"|一会儿?|一阵子?|一下午|半晌|好久|很久|许久|老久|一天到晚|整天|全天|从早到晚|all (?:day|morning|afternoon)"
    r"|half a day|a while"
    r"|\d+(?:\.\d+)?(?:整)?天(?!前|之前|以前)|(?<!第)[二三四五六七八九十]+(?:整)?天(?!前|之前|以前)"
)
"""Words for a length that say no number of minutes: 半天, 一上午, 一天, 一会儿."""

_POINT_FIVE = 5
"""Hours up to which 一点五小时 is a length; 九点五小时 may be nine o'clock and five hours."""

_FIGURES = {"an": 1, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time found in ``said.read`` from ``start`` to ``end``.

    ``minutes`` is None unless it is exact, whole and at most a day; ``about`` is the figure of one that is rough.
    """

    start: int
    end: int
    minutes: int | None
    about: int | None = None


def length_at(read: str, at: int) -> Length | None:
    """The length of time that begins at ``at``, rough words included; None if none does."""
    match = _LENGTH.match(read, at)
    if match is None:
        return None
    minutes = None if match["open"] else _minutes(match)
    sure = not (match["open"] or match["rough"] or match["rough_"])
    fits = minutes is not None and minutes == int(minutes) and 0 < minutes <= MOST
    if sure and fits and minutes is not None:
        return Length(match.start(), match.end(), int(minutes))
    return Length(match.start(), match.end(), None, None if minutes is None or sure else int(minutes))


def lengths_in(read: str) -> Iterator[Length]:
    """Every length of time in a text."""
    for match in _LENGTH.finditer(read):
        found = length_at(read, match.start())
        assert found is not None
        yield found


def read_duration(text: str) -> int:
    """The minutes of a length of time, never rounded: 3小时, 两个半小时, 90分钟, 1.5小时, 一刻钟, 2h30.

    Raises NotUnderstood: duration-rough (大概3小时, 两三个小时, 半天), duration-range (30小时, 1.33小时: not whole
    minutes within a day), duration-one (more than one), duration-not_a_duration.
    """
    read = said(text).read.rstrip("。.!,;~ ")
    if len(read) > LONGEST:
        raise NotUnderstood("duration-not_a_duration")
    read = re.sub(r"(?<=\d)分$", "分钟", read)
    found = list(lengths_in(read))
    if len(found) > 1:
        raise NotUnderstood("duration-one")
    if not found:
        raise NotUnderstood("duration-rough" if VAGUE.search(read) else "duration-not_a_duration")
    length = found[0]
    rest = read[: length.start] + read[length.end :]
    if length.minutes is None:
        sure = _LENGTH.fullmatch(read, length.start, length.end)
        open_ = sure is None or sure["open"] or sure["rough"] or sure["rough_"]
        raise NotUnderstood("duration-rough" if open_ else "duration-range")
    if re.search(r"[\d不没吗?]|[点时]", rest):
        raise NotUnderstood("duration-not_a_duration")
    return length.minutes


def _minutes(match: re.Match[str]) -> Decimal | None:
    """The minutes of a match that is not open; None where a numeral is none (两三 is an estimate)."""
    if match["half_english"] or match["only_half"]:
        return Decimal(30)
    if match["english"]:
        half = 30 if match["english_half"] or match["english_half_"] else 0
        return Decimal(_FIGURES[match["english"]] * 60 + half + int(match["english_minutes"] or 0))
    if match["only_quarters"]:
        return Decimal(15 * _quarters(match["only_quarters"]))
    if match["only_minutes"]:
        return _number(match["only_minutes"])
    hours = _number(match["hours"])
    if hours is None or ("点" in match["hours"] and (match["hours"][0].isdigit() or hours > _POINT_FIVE)):
        return None
    if match["and_half"] or match["half"]:
        return hours * 60 + 30 if hours == int(hours) else None
    if match["quarters"]:
        return hours * 60 + 15 * _quarters(match["quarters"])
    if match["minutes"]:
        minutes = _number(match["minutes"].removeprefix("零"))
        return None if minutes is None or minutes >= 60 or hours != int(hours) else hours * 60 + minutes
    return hours * 60


def _number(numeral: str) -> Decimal | None:
    return read_decimal(re.sub(r"(?<=\d)[。·]", ".", numeral))


def _quarters(numeral: str) -> int:
    return int(numeral) if numeral.isascii() else _HAN.index(numeral)

"""A time of day within a message, with its part of the day 上午、下午、晚上 where one was said.

``flows.inputs.clock`` reads a text that is a time and nothing else, for the choice of a slot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from flows.inputs.numerals import read_whole
from flows.inputs.said import DASH

NOON, DAY = 12 * 60, 24 * 60
"""Minutes from midnight."""

PARTS: dict[str, tuple[str, int, int]] = {
    "dawn": (r"凌晨|后半夜|拂晓|天不亮|(?:early )?before dawn", 0, 7 * 60),
    "early": (
        r"一?大?清早上?|一?大早上?|一早(?!上)|清晨|早上|早晨|早起|早间|赶早|早饭后|(?<![最越趁尽从提迟越])早(?=\d"
        r"|[一二三四五六七八九十])",
        3 * 60, NOON,
    ),
    "morning": (r"上午|午前|前半天|前晌午?|早晌|in the morning|morning|forenoon", 5 * 60, 13 * 60),
    "noon": (r"中午头?|正午|晌午(?!后)|晌饭|午间|大中午|晌火|at noon|noon", 10 * 60 + 30, 15 * 60),
    "afternoon": (
        r"下午|午后|[午中]饭后|吃[过完了]午饭|晌午后|后晌午?|后半晌|后半天|下半天|下半晌|in the afternoon"
        r"|afternoon",
        NOON, 21 * 60,
    ),
    "dusk": (r"傍晚|黄昏|擦黑|天快黑|傍黑", 16 * 60, 21 * 60),
    "evening": (
        r"晚上|晚间|夜晚|黑了(?!么)|黑里|黑地里|晚夕|晚饭后|当晚|(?<![最较越太很早])晚(?=\d|[一二三四五六七八九十])"
        r"|in the evening|evening|at night",
        17 * 60, DAY + 60,
    ),
    "night": (r"半夜三更|半夜|深夜|午夜|夜里头?|夜间|大半夜|三更半夜", 19 * 60, DAY + 6 * 60),
}  # fmt: skip
"""A part of the day: its words, and from when until before when a time may be in it. Past midnight is past 24:00.
Several are said in the northwest: 早起, 前晌, 晌午, 后晌, 黑了."""

PART = "(?:" + "|".join(f"(?P<{{0}}{name}>{words})" for name, (words, _, _) in PARTS.items()) + ")"
"""A pattern of the parts of a day; ``{0}`` is put before the names of its groups."""

_PART_ALONE = re.compile(PART.replace("{0}", ""), re.ASCII)
_HAN = "一二三四五六七八九"
_HOUR = rf"(?:(?<![\d.])\d{{1,2}}|(?<![{_HAN}十])(?:二?十[{_HAN}]?|廿[{_HAN}]?|[零{_HAN}]))"
_MINUTE = rf"(?:\d{{1,2}}(?!\d)|[二三四五六七八九]?十[{_HAN}]?|零?[{_HAN}])"
_ROUGH_BEFORE = (
    r"(?:大概其?|大约|约摸?|差不多|将近|接近|快|不到|刚?过了?|好像|估计|可能|应该|没到|about|around|almost"
    r"|nearly)(?:是|在|到"
    r"|从|有)? ?"
)
_ROUGH_AFTER = (
    r" ?(?:多(?:钟)?|左右|前后|上下|来钟|来点|出头|过点|过一点|过些|的样子|过后|以前|之前|以后|之后|前(?![往去台来])"
    r"|后(?![晌勤来半])|不到|ish|or so)"
)
_TAIL = (
    rf"(?:过?(?P<minute>{_MINUTE})分(?!钟)"
    rf"|(?P<minute_>\d{{2}}|[二三四五]?十[{_HAN}]?|零[{_HAN}])(?![{_HAN}十\d个名人位岁元块份多余家户斤次]| ?分| ?刻"
    rf"| ?h| ?m)"
    rf"|过?(?P<half>半)(?!个|小|钟头|天|年|月)"
    rf"|差(?P<less_>(?:{_MINUTE})分钟?|一刻钟?)(?!就|到就)"
    r"|过?(?P<quarters>[一三13])刻钟?|整(?![理顿治合修套装个天队改点])|钟整?)"
)
_AMPM = r"(?P<ampm>[ap])\.?m\b\.?"
_CLOCK = (
    rf"(?P<rough>{_ROUGH_BEFORE})?(?:{PART}[的里]?[,: ]?)?(?P<rough_>{_ROUGH_BEFORE})?"
    rf"(?:差(?P<less>(?:{_MINUTE})分钟?|一刻钟?)(?:就|到|钟|就到)?)?"
    rf"(?:(?P<hour>{_HOUR})(?:"
    rf":(?P<colon>\d{{1,2}})(?!\d)(?::\d{{2}}(?!\d))?"
    rf"|(?:点(?!点|儿|事|忙|力|滴|心|赞|名|评|火|灯|餐|菜|了|小|五个|五小)钟?|时(?!长|间|候|段)){_TAIL}?"
    rf")(?: ?{_AMPM.replace('ampm', 'ampm_')})?"
    rf"|(?P<estimate>[{_HAN}]{{2}}|十一二|\d{{1,2}}[、/]\d{{1,2}})(?:点|时(?!长|间))钟?半?"
    rf"|(?P<english>(?<![\d.])\d{{1,2}}) ?{_AMPM}"
    rf"|(?P<dotted>(?<![\d.])\d{{1,2}})[.。](?P<dotted_minute>[0-5]\d)(?![\d.]| ?个?小| ?个?钟| ?h)"
    rf"|(?P<short>{_HOUR})(?= ?(?:{DASH}+|到|至|to) ?(?:{PART.replace('{0}', 'next_')}?{_HOUR}(?:[点:时]|[ap]m"
    rf"| [ap]m)))"
    rf"|(?<!\d)(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?!\d)"
    rf")(?P<rough__>{_ROUGH_AFTER})?"
)
_CLOCK_AT = re.compile(_CLOCK.replace("{0}", "p_"), re.ASCII)
_BARE = re.compile(rf"(?:{PART.replace('{0}', 'p_')}[的]?)?(?P<hour>{_HOUR})(?![\d.%])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as it was said. ``hour`` may be impossible (25); ``sure24`` is one written as in a timetable: 09:00, 14点.

    ``form`` is "full", or what needs a second time beside it to be one: "dotted" (8.30), "military" (0830), "bare" (9).
    """

    start: int
    end: int
    hour: int
    minute: int
    part: str | None = None
    rough: bool = False
    padded: bool = False
    form: str = "full"


def part_at(read: str, at: int) -> tuple[str, int] | None:
    """The part of the day that is said at ``at``, and where its words end."""
    match = _PART_ALONE.match(read, at)
    return None if match is None else (_part(match, ""), match.end())


def clock_at(read: str, at: int) -> Clock | None:
    """The time that begins at ``at``, its part of the day included; None if none does."""
    match = _CLOCK_AT.match(read, at)
    if match is None or _is_a_bit(read, match):
        return None
    groups = match.groupdict()
    part = _part(match, "p_") or {"a": "am", "p": "pm"}.get(groups["ampm"] or groups["ampm_"] or "") or None
    rough = bool(groups["rough"] or groups["rough_"] or groups["rough__"] or groups["estimate"])
    hour, minute, form = _hour_and_minute(groups)
    short_of = groups["less"] or groups["less_"]
    if short_of:
        less = 15 if "刻" in short_of else _whole(re.sub("分钟?", "", short_of))
        hour, minute = divmod(hour * 60 + minute - less, 60)
    figures = groups["hour"] or groups["short"] or ""
    padded = form == "military" or (len(figures) == 2 and figures.isdigit() and bool(groups["colon"]))
    return Clock(match.start(), match.end(), hour, minute, part, rough, padded, form)


def bare_at(read: str, at: int) -> Clock | None:
    """A bare number that may be an hour (the 11 of 9点到11, the 2 of 下午2-4)."""
    match = _BARE.match(read, at)
    if match is None:
        return None
    return Clock(match.start(), match.end(), _whole(match["hour"]), 0, _part(match, "p_") or None, form="bare")


def moments(clock: Clock, part: str | None) -> tuple[int, ...]:
    """The minutes from midnight that a time in a part of the day (or in none) may mean; none if it is impossible.

    The minutes of a night run on past midnight: 晚上12点 is 1440, at the end of the day whose evening it is.
    """
    if clock.hour > 24 or clock.minute > 59 or (clock.hour == 24 and clock.minute):
        return ()
    at = clock.hour * 60 + clock.minute
    if part in ("am", "pm"):
        if not 1 <= clock.hour <= 12:
            return (at,) if (clock.hour > 12) == (part == "pm") else ()
        return (at % NOON + (NOON if part == "pm" else 0),)
    either = (at,) if clock.hour > 12 or clock.hour == 0 else (at % NOON, at % NOON + NOON)
    if part is not None:
        _, since, until = PARTS[part]
        near = {each + by for each in (at, *either) for by in (0, DAY)}
        return tuple(sorted(each for each in near if since <= each < until))
    if clock.hour > 12 or clock.hour == 0 or (clock.padded and 5 <= clock.hour <= 12):
        return (at,)
    if clock.hour == 12:
        return (NOON + clock.minute, DAY + clock.minute)
    return either


def in_words(clock: Clock) -> str:
    """The time as it is shown when it is asked back, without its part of the day: 2:00."""
    return f"{clock.hour}:{clock.minute:02d}"


def _is_a_bit(read: str, match: re.Match[str]) -> bool:
    """一点 is a little of something, unless what stands around it makes it one o'clock."""
    if match["hour"] != "一" or read[match.end("hour") : match.end("hour") + 1] != "点":
        return False
    if (
        match["minute"]
        or match["minute_"]
        or match["half"]
        or match["quarters"]
        or match["rough_"]
        or _part(match, "p_")
    ):
        return False
    before, after = read[: match.start()], read[match.end() :]
    return not (re.search(rf"(?:[到至从日号天]|{DASH})$", before) or re.match(rf" ?(?:[到至开]|{DASH}|钟|$)", after))


def _part(match: re.Match[str], prefix: str) -> str:
    groups = match.groupdict()
    return next((name for name in PARTS if groups.get(prefix + name)), "")


def _hour_and_minute(groups: dict[str, str | None]) -> tuple[int, int, str]:
    if groups["military"]:
        return int(groups["military"][:2]), int(groups["military"][2:]), "military"
    if groups["dotted"]:
        return int(groups["dotted"]), int(groups["dotted_minute"] or 0), "dotted"
    if groups["estimate"]:
        return 0, 0, "full"
    if groups["english"]:
        return int(groups["english"]), 0, "full"
    if groups["short"]:
        return _whole(groups["short"]), 0, "full"
    if groups["half"]:
        minute = 30
    elif groups["quarters"]:
        minute = 15 * _whole(groups["quarters"])
    else:
        minute = _whole((groups["colon"] or groups["minute"] or groups["minute_"] or "0").removeprefix("零") or "0")
    return _whole(groups["hour"] or "0"), minute, "full"


def _whole(numeral: str) -> int:
    value = read_whole(numeral)
    return 99 if value is None else value

"""A time of day as people write it: 9:30, 9点半, 上午九点, 下午三点一刻, 3pm. A bare hour may mean two."""

from __future__ import annotations

import re

from flows.inputs.numerals import plain, read_whole
from flows.inputs.text import fold, simplify

Clock = tuple[int, int]

_PART = r"(?P<part>早上|早晨|凌晨|清早|上午|中午|下午|傍晚|晚上|am|pm)?"
_MINUTE = r"(?:(?P<minute>\d{1,2})分?|(?P<half>半)|(?P<quarter>1刻)|(?P<three>3刻)|整|钟)?"
_SPOKEN = re.compile(rf"{_PART}(?P<hour>\d{{1,2}})[点时:]{_MINUTE}(?P<after>am|pm)?(?:开始|到.*|[-–~].*)?", re.ASCII)
_ENGLISH = re.compile(r"(?P<hour>\d{1,2})(?P<after>am|pm)", re.ASCII)
_HAN = re.compile("[零一二两三四五六七八九十廿]+")
_MORNING = {"早上", "早晨", "凌晨", "清早", "上午", "am"}
_AFTERNOON = {"下午", "傍晚", "晚上", "pm"}


def read_clock(text: str) -> tuple[Clock, ...]:
    """The times of day a text may mean: one, or two where a bare hour may be morning or afternoon; none otherwise."""
    own = _HAN.sub(_figure, plain(simplify(fold(text))))
    found = _SPOKEN.fullmatch(own) or _ENGLISH.fullmatch(own)
    if found is None:
        return ()
    groups = found.groupdict()
    hour, minute = int(groups["hour"]), _minute(groups)
    if hour > 23 or minute > 59:
        return ()
    part = groups.get("part") or groups.get("after")
    if part in _AFTERNOON:
        return ((hour + 12 if hour < 12 else hour, minute),)
    if part in _MORNING:
        return ((hour, minute),) if hour < 13 else ()
    if part == "中午":
        return ((hour if hour > 10 else hour + 12, minute),)
    return ((hour, minute), (hour + 12, minute)) if 0 < hour < 12 else ((hour, minute),)


def _figure(found: re.Match[str]) -> str:
    value = read_whole(found[0])
    return found[0] if value is None else str(value)


def _minute(groups: dict[str, str | None]) -> int:
    if groups.get("half"):
        return 30
    if groups.get("quarter"):
        return 15
    if groups.get("three"):
        return 45
    return int(groups.get("minute") or 0)

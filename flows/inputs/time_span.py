"""From when until when: two times of day, as they are said beside each other, into minutes.

Minutes run from the midnight at which the day begins; an end after the next midnight is beyond 1440. Of several
readings only the one that the words leave is taken.
"""

from __future__ import annotations

import re
from datetime import time

from flows.errors import NotUnderstood
from flows.inputs.said import said
from flows.inputs.time_said import DAY, NOON, Clock, bare_at, clock_at, moments, part_at

_SHORT = 10 * 60
"""The longest time whose end follows from its beginning: 9点到5点 is 9:00 to 17:00, 8点到8点 is asked back."""

_EVENING, _MORNING_AFTER = 18 * 60, DAY + 6 * 60
"""晚上10点到1点 passes midnight: a time that begins after 18:00 and ends before 6:00."""

_LATE = ("dawn", "night")
_SMALL_HOURS = range(1 * 60, 5 * 60)


LONGEST = 60
"""Characters beyond which no text is only a time of day."""

_AROUND = re.compile(
    r"(?:我|是|在|从|到|大家|那天|当天|就|应该是|时间|开始|结束|去|来|的|了|吧|呢|啊|哈|钟|准时|正好|整|"
    r"今天|昨天|前天|今|昨|天|at|from|until|it was|[ ,。.!~:])*"
)


def read_time_of_day(text: str, begun: time | None = None) -> time:
    """The time in an answer to "from when?", or to "until when?" where it is known when it had ``begun``.

    A bare 8 to 12 is the morning or noon; an end is the next time of its name. Raises NotUnderstood: time-half (2点:
    morning or afternoon), time-rough (9点左右), time-one (more than one), time-no_such_time (25点), time-not_a_time.
    """
    read = said(text).read
    if len(read) > LONGEST:
        raise NotUnderstood("time-not_a_time")
    clocks: list[Clock] = []
    part, rest, at = None, "", 0
    while at < len(read):
        clock = clock_at(read, at) or (bare_at(read, at) if not rest.strip() and not clocks else None)
        words = part_at(read, at) if clock is None else None
        if clock is not None:
            clocks.append(clock)
            at = clock.end
        elif words is not None:
            part, at = words
        else:
            rest += read[at]
            at += 1
    if len(clocks) > 1:
        raise NotUnderstood("time-one")
    if not clocks or not _AROUND.fullmatch(rest):
        raise NotUnderstood("time-not_a_time")
    return _one_time(clocks[0], part, begun)


def _one_time(clock: Clock, part: str | None, begun: time | None) -> time:
    if clock.rough:
        raise NotUnderstood("time-rough")
    if not moments(clock, None):
        raise NotUnderstood("time-no_such_time")
    found = single(clock, part) if begun is None else after(begun.hour * 60 + begun.minute, clock, part)
    if found is None:
        raise NotUnderstood("time-half" if halves(clock) and part is None else "time-no_such_time")
    return time(found % DAY // 60, found % 60)


def span(first: Clock, second: Clock, part: str | None, latest: int | None = None) -> tuple[int, int] | None:
    """The start and end in minutes, None where the words leave none or more than one.

    ``part`` is the part of the day said for both apart from them, ``latest`` the minute of the day that has not
    passed yet: 7点到9点, said this noon, was in the morning.
    """
    before = first.part or (part if second.part is None else None)
    if second.part is not None:
        return _by_end(first, second, before)
    if before is not None:
        return _by_start(first, second, before)
    return _bare(first, second, latest)


def single(clock: Clock, part: str | None) -> int | None:
    """The minute at which something began; a bare 8 to 12 is the morning or noon, a bare 1 to 7 may be either."""
    found = _begun(clock, clock.part or part)
    if len(found) == 1:
        return found[0]
    return found[0] if found and clock.part is None and part is None and _is_morning(clock) else None


def halves(clock: Clock) -> bool:
    """Whether the time may be in the morning or in the afternoon."""
    return clock.part is None and len(moments(clock, None)) == 2


def after(start: int, clock: Clock, part: str | None = None) -> int | None:
    """The minute at which something ended that began at ``start``, None where that is not sure."""
    if clock.part or part:
        ends = list(moments(clock, clock.part or part))
        ends += [each + DAY for each in ends if each <= start and (clock.part or part) in (*_LATE, "early", "am")]
        ends = [each for each in ends if start < each < start + DAY]
        return ends[0] if len(ends) == 1 else None
    ends = [each + by for each in moments(clock, None) for by in (0, DAY) if start < each + by]
    if not ends:
        return None
    end = min(ends)
    return end if end - start <= _SHORT and _plausible(start, end) else None


def _by_start(first: Clock, second: Clock, part: str) -> tuple[int, int] | None:
    """下午2点到4点半, 上午9点到2点, 晚上10点到1点: the end is the next time of that name.

    Not so where the same part of the day has that time before the beginning: 上午11点到9点 may be turned round.
    """
    starts = _begun(first, part)
    if len(starts) != 1 or any(each < starts[0] for each in moments(second, part)):
        return None
    end = after(starts[0], second)
    if end is None or (part == "dawn" and end > NOON):
        return None
    return starts[0], end


def _by_end(first: Clock, second: Clock, part: str | None) -> tuple[int, int] | None:
    """9点到下午2点, 2点到下午4点, 昨晚10点到凌晨1点; 7点到晚上9点 may begin at 7 or at 19."""
    ends = moments(second, second.part)
    if len(ends) != 1:
        return None
    end = ends[0]
    starts = _begun(first, part)
    past_midnight = second.part in (*_LATE, "early", "am") and end < DAY
    pairs = [(each, end) for each in starts if each < end]
    if past_midnight and not (part is None and pairs):
        pairs += [(each, end + DAY) for each in starts if each >= _EVENING - 60 and end <= each]
    if part is None and second.part != "dawn":
        pairs = [(each, until) for each, until in pairs if each not in _SMALL_HOURS]
    if part is None and second.part == "dawn" and first.hour >= 8 and len(pairs) == 1 and pairs[0][1] < DAY:
        return None
    return pairs[0] if len(pairs) == 1 else None


def _begun(clock: Clock, part: str | None) -> tuple[int, ...]:
    """The minutes at which something may have begun; 上午12点 may be noon or midnight, so it is none of them."""
    return () if clock.hour == NOON // 60 and part in ("early", "morning") else moments(clock, part)


def _bare(first: Clock, second: Clock, latest: int | None) -> tuple[int, int] | None:
    """Two times without a part of the day."""
    starts, ends = moments(first, None), moments(second, None)
    if not starts or not ends:
        return None
    if len(starts) == 1:
        end = after(starts[0], second)
        return None if end is None else (starts[0], end)
    if len(ends) == 1:
        until = ends[0] or DAY
        fitting = [each for each in starts if each < until]
        return (fitting[0], until) if len(fitting) == 1 else None
    if _is_morning(first):
        end = after(starts[0], second)
        return None if end is None else (starts[0], end)
    end = after(starts[0], second)
    if latest is not None and end is not None and end <= latest < starts[1] and starts[0] >= 5 * 60:
        return starts[0], end
    return None


def _is_morning(clock: Clock) -> bool:
    return 8 <= clock.hour <= 12


def _plausible(start: int, end: int) -> bool:
    """Passing midnight without a word about it is only believed of an evening."""
    return end <= DAY or (start >= _EVENING and end <= _MORNING_AFTER)

"""From when until when a service was, and how long, out of the words about time in a message."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from flows.inputs.day_said import DaySaid
from flows.inputs.duration import Length
from flows.inputs.service_length import ROUGH, SEVERAL, TIMES, Times, with_lengths
from flows.inputs.service_remarks import of_the_night, on_the_way, unsure, use_of_length
from flows.inputs.service_scan import (
    LINK,
    PartSaid,
    Token,
    clause_after,
    clause_before,
    linked,
    says_next_day,
    words_between,
)
from flows.inputs.time_said import DAY, Clock, in_words, moments
from flows.inputs.time_span import halves, single, span
from flows.words import Words, yes

_BEGINS = re.compile(
    r"(?:从|自|由|签到|上岗|到岗|开始|打卡|上班|起始时间|开始时间|起|from|since|start(?:ed)?(?: at)?)(?:时间)?[: ]*$"
)
_BEGUN = re.compile(r"^ ?(?:就|才|准时)?(?:开始|起|来的?|去的?|到的|到岗|上岗|签到|开工|开干|到(?:了|达)|集合)")
_ENDS = re.compile(
    r"(?:到了?|至|直到|干到|忙到|做到|一直到|待到|签退|结束|结束时间|离开|下班|止|to|until|till|end(?:ed)?(?: at)?"
    r"|finished(?: at)?)(?:时间)?[: ]*$"
)
_ENDED = re.compile(r"^ ?(?:就|才|钟)?(?:整)?(?:结束|完|走的?|收工|下班|离开|签退|散|撤|[做干忙弄]完|止|收尾|结的束)")


def read_times(read: str, tokens: tuple[Token, ...], latest: int | None) -> Times:
    """The times and minutes of one service, with what is in doubt about them.

    ``latest`` is the minute of the day that it is, where the service was today.
    """
    clocks = [each for each in tokens if isinstance(each, Clock)]
    clocks, pause_between = _without_pause(read, tokens, clocks)
    part = _part(read, tokens, clocks)
    if _two_parts(read, tokens, clocks):
        return Times(doubts=(SEVERAL,))
    if any(_runs_into_a_half(read, tokens, each) for each in clocks):
        return Times(part=part, doubts=(TIMES,))
    times = _of_clocks(read, tokens, clocks, part, latest)
    if unsure(words_between(read, tokens)):
        lengths = any(isinstance(each, Length) for each in tokens)
        return Times(part=part, doubts=((TIMES,) if clocks else ()) + ((ROUGH,) if lengths else ()))
    return with_lengths(read, tokens, replace(times, pause=pause_between, part=part))


def _two_parts(read: str, tokens: tuple[Token, ...], clocks: list[Clock]) -> bool:
    """Whether two parts of the day were served in: 上午助餐下午巡逻, 早上9点到11点,下午2小时; but not 从上午到下午."""
    parts = [each for each in tokens if isinstance(each, PartSaid) and not re.match("[饭餐茶的]", read[each.end :])]
    if clocks:
        lengths = [each for each in tokens if isinstance(each, Length)]
        beside = [(each, of) for each in parts for of in lengths if 0 <= of.start - each.end <= 4]
        beside = [(each, of) for each, of in beside if use_of_length(read[each.end : of.start], "") == "service"]
        return any(each.start > clocks[0].start and each.part not in {of.part for of in clocks} for each, _ in beside)
    apart = [
        (one, other)
        for one, other in pairwise(parts)
        if one.part != other.part and not re.search(LINK + r"$", read[one.end : other.start].strip())
    ]
    return bool(apart) and any(isinstance(each, Length) for each in tokens)


def _of_clocks(
    read: str, tokens: tuple[Token, ...], clocks: list[Clock], part: str | None, latest: int | None
) -> Times:
    if not clocks:
        return Times()
    if len(clocks) > 2:
        return Times(doubts=(SEVERAL,))
    if any(each.rough or not _is_possible(each) for each in clocks):
        return Times(doubts=(TIMES,))
    if any(on_the_way(clause_after(read, tokens, each)) for each in clocks):
        return Times(doubts=(Words("service_said-travel"),))
    parted = [_with_part_of_day(tokens, each) for each in clocks]
    clocks = [each for each in parted if each is not None]
    if len(clocks) < len(parted):
        return Times(doubts=(Words("service_said-day"),))
    if len(clocks) == 1:
        return _of_one(read, tokens, clocks[0], part)
    first, second = clocks
    between = _between(tokens, first, second)
    joined = linked(read, first, second, between)
    if {first.form, second.form} & {"bare", "military", "dotted"} and not (joined and _is_no_date(tokens, clocks)):
        return Times(doubts=(TIMES,))
    if not joined and not ends(read, tokens, second):
        return Times(doubts=(TIMES,))
    return _of_two(read, tokens, first, second, between, part, latest)


def _of_two(
    read: str,
    tokens: tuple[Token, ...],
    first: Clock,
    second: Clock,
    between: tuple[Token, ...],
    part: str | None,
    latest: int | None,
) -> Times:
    days = [each.day for each in tokens if isinstance(each, DaySaid) and each.end <= first.end and each.day]
    ends_on = [each.day for each in between if isinstance(each, DaySaid)]
    if ends_on and days and ends_on[-1] is not None and ends_on[-1] != days[-1]:
        return _over_days(first, second, part, ends_on[-1], days[-1])
    if says_next_day(read, first, second):
        return _over_days(first, second, part, None, None)
    if part is None and first.hour == 12 and halves(first) and halves(second):  # noon or midnight
        return Times(doubts=(half(first, second),))
    found = span(first, second, part, latest)
    if part is None and second.part is None and halves(first) and of_the_night(read):
        return Times(doubts=(half(first, second),))
    if found is None:
        if part is None and halves(first) and (halves(second) or not moments(second, second.part)):
            return Times(doubts=(half(first, second),))
        if part is None and halves(first) and second.part is not None:
            return Times(doubts=(half(first, second),))
        return Times(doubts=(TIMES,))
    return Times(*found)


def _over_days(first: Clock, second: Clock, part: str | None, ends_on: date | None, began_on: date | None) -> Times:
    """昨晚10点到今天凌晨1点: the end is on the next day, which is said."""
    start = single(first, part)
    until = moments(second, second.part) if second.part else moments(second, "early") or moments(second, None)[:1]
    days = 1 if ends_on is None or began_on is None else (ends_on - began_on).days
    if start is None or len(until) != 1 or days != 1:
        return Times(doubts=(TIMES,))
    end = until[0] if until[0] >= DAY else until[0] + DAY
    if not 0 < end - start < DAY:
        return Times(doubts=(TIMES,))
    return Times(start, end)


def half(first: Clock, second: Clock | None) -> Words:
    """The sentence that asks whether it was in the morning or in the afternoon (from 5 to 7: or in the evening)."""
    evening = 5 <= first.hour % 12 <= 11
    times = {"start": in_words(first), "end": in_words(second or first), "both": yes(second is not None)}
    return Words("service_said-half", {**times, "late": "evening" if evening else "afternoon"})


def _of_one(read: str, tokens: tuple[Token, ...], clock: Clock, part: str | None) -> Times:
    if clock.form in ("bare", "military", "dotted"):
        return Times(doubts=(TIMES,))
    if ends(read, tokens, clock) and not begins(read, tokens, clock):
        until = moments(clock, clock.part or part)
        if len(until) != 1:
            return Times(doubts=(half(clock, None) if len(until) == 2 else TIMES,))
        return Times(end=until[0])
    if part is None and halves(clock) and of_the_night(read):
        return Times(doubts=(half(clock, None),))
    start = single(clock, part)
    if start is None:
        return Times(doubts=(half(clock, None) if halves(clock) and part is None else TIMES,))
    return Times(start=start)


def _without_pause(read: str, tokens: tuple[Token, ...], clocks: list[Clock]) -> tuple[list[Clock], int]:
    """The times but for those of a pause (12点到1点休息), and its minutes."""
    for first, second in pairwise(clocks):
        if len(clocks) == 4 and linked(read, first, second, _between(tokens, first, second)):
            before, behind = clause_before(read, tokens, first), clause_after(read, tokens, second)
            if use_of_length(before, behind) == "pause":
                minutes = (second.hour - first.hour) % 12 * 60 + second.minute - first.minute
                if 0 < minutes <= 4 * 60:
                    return [each for each in clocks if each not in (first, second)], minutes
    return clocks, 0


def _part(read: str, tokens: tuple[Token, ...], clocks: list[Clock]) -> str | None:
    """The part of the day said for the whole, apart from a time: right after a day, or first in its clause."""
    parts: set[str] = set()
    for at, token in enumerate(tokens):
        if isinstance(token, PartSaid):
            near = (
                at > 0
                and isinstance(tokens[at - 1], DaySaid)
                and not read[tokens[at - 1].end : token.start].strip(" 的,")
            )
            before, behind = clause_before(read, tokens, token), clause_after(read, tokens, token)
            late = bool(clocks) and token.start > clocks[0].start
            if (near and not late) or not (before + behind if late else before.strip(" 我们是在于从")):
                parts.add(token.part)
        elif isinstance(token, DaySaid) and token.part:
            parts.add(token.part)
    if len(parts) == 2 and parts == {"early", "morning"}:
        return "early"
    return parts.pop() if len(parts) == 1 else None


def _with_part_of_day(tokens: tuple[Token, ...], clock: Clock) -> Clock | None:
    """A time with the part of the day of the day before it (昨晚10点); None where the two differ (昨晚凌晨1点)."""
    beside = [each.part for each in tokens if isinstance(each, PartSaid) and each.end == clock.start]
    if clock.part is not None and beside and beside[0] != clock.part and {beside[0], clock.part} & {"dawn", "night"}:
        return None
    days = [each for each in tokens if isinstance(each, DaySaid) and each.end <= clock.start]
    if not days or days[-1].part is None:
        return clock
    between = [each for each in tokens if isinstance(each, Clock) and days[-1].end <= each.start < clock.start]
    if between:
        return clock
    if clock.part is None:
        return replace(clock, part=days[-1].part)
    return None if days[-1].part == "evening" and clock.part in ("dawn", "night", "early", "morning", "noon") else clock


def _runs_into_a_half(read: str, tokens: tuple[Token, ...], clock: Clock) -> bool:
    """两点半个小时 is two o'clock and half an hour, or half past two and no number."""
    lengths = [each for each in tokens if isinstance(each, Length) and each.start == clock.end]
    return bool(lengths) and read[clock.end] == "半"


def _is_possible(clock: Clock) -> bool:
    return bool(moments(clock, clock.part))


def _is_no_date(tokens: tuple[Token, ...], clocks: list[Clock]) -> bool:
    """Whether 8.30-11.30 or 9-11 can only be times: a day or a part of the day stands beside them."""
    if any(isinstance(each, DaySaid | PartSaid) for each in tokens) or any(each.part for each in clocks):
        return True
    if all(each.form == "military" for each in clocks):
        return not all(each.hour in (19, 20) for each in clocks)
    if any(each.form == "full" for each in clocks):
        return True
    return all(each.form == "dotted" and (each.hour > 12 or each.minute > 31 or not each.minute) for each in clocks)


def begins(read: str, tokens: tuple[Token, ...], clock: Clock) -> bool:
    """Whether the words around a time make it the beginning."""
    return bool(_BEGINS.search(clause_before(read, tokens, clock)) or _BEGUN.match(clause_after(read, tokens, clock)))


def ends(read: str, tokens: tuple[Token, ...], clock: Clock) -> bool:
    """Whether the words around a time make it the end."""
    return bool(_ENDS.search(clause_before(read, tokens, clock)) or _ENDED.match(clause_after(read, tokens, clock)))


def _between(tokens: tuple[Token, ...], first: Clock, second: Clock) -> tuple[Token, ...]:
    return tuple(each for each in tokens if first.end <= each.start < second.start)

"""From when until when a service was, and how long, out of the words about time in a message."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from flows.inputs.day_said import DaySaid
from flows.inputs.duration import Length
from flows.inputs.service_remarks import on_the_way, paused, travel_counted_in, use_of_length
from flows.inputs.service_scan import PartSaid, Token, VagueLength, linked, says_next_day
from flows.inputs.time_said import DAY, Clock, in_words, moments
from flows.inputs.time_span import halves, single, span
from flows.words import Words, yes

SEVERAL = Words("service_said-several")
_TIMES = Words("service_said-times")
_ROUGH = Words("service_said-rough")

_NEAR_ENOUGH = 60
"""Minutes by which a rough length (大概3小时) may differ from a start and an end that are sure."""

_BEGINS = re.compile(
    r"(?:从|自|由|签到|上岗|到岗|开始|打卡|上班|起始时间|开始时间|起|from|since|start(?:ed)?(?: at)?)(?:时间)?[: ]*$"
)
_BEGUN = re.compile(r"^ ?(?:就|才|准时)?(?:开始|起|来的?|去的?|到的|到岗|上岗|签到|开工|开干|到(?:了|达)|集合)")
_ENDS = re.compile(
    r"(?:到了?|至|直到|干到|忙到|做到|一直到|待到|签退|结束|结束时间|离开|下班|止|to|until|till|end(?:ed)?(?: at)?|finished(?: at)?)(?:时间)?[: ]*$"
)
_ENDED = re.compile(r"^ ?(?:就|才|钟)?(?:整)?(?:结束|完|走的?|收工|下班|离开|签退|散|撤|[做干忙弄]完|止|收尾|结的束)")
_TOTAL = re.compile(r"(?:一共|总共|合计|总计|加起来|共计?|累计|total)[^,。;]{0,6}$")


@dataclass(frozen=True, slots=True)
class Times:
    """Minutes from the midnight that begins the day; ``minutes`` as they were said, ``pause`` to be taken off.

    ``part`` is the part of the day said where no time was. ``first`` and ``second`` are the times in doubt.
    """

    start: int | None = None
    end: int | None = None
    minutes: int | None = None
    pause: int = 0
    part: str | None = None
    doubts: tuple[Words, ...] = ()


def settled(times: Times) -> tuple[int | None, int | None, int | None]:
    """Start, end and minutes where one follows from the two others."""
    start, end, minutes = times.start, times.end, times.minutes
    if start is not None and end is not None:
        return start, end, minutes
    if minutes is not None and not times.doubts:
        if start is not None and start + minutes < start + DAY:
            end = start + minutes
        elif end is not None and end >= minutes:
            start = end - minutes
    return start, end, minutes


def read_times(read: str, tokens: tuple[Token, ...], latest: int | None) -> Times:
    """The times and minutes of one service, with what is in doubt about them.

    ``latest`` is the minute of the day that it is, where the service was today.
    """
    clocks = [each for each in tokens if isinstance(each, Clock)]
    clocks, pause_between = _without_pause(read, tokens, clocks)
    part = _part(read, tokens, clocks)
    times = _of_clocks(read, tokens, clocks, part, latest)
    return _with_lengths(read, tokens, replace(times, pause=pause_between, part=part))


def _of_clocks(
    read: str, tokens: tuple[Token, ...], clocks: list[Clock], part: str | None, latest: int | None
) -> Times:
    if not clocks:
        return Times()
    if len(clocks) > 2:
        return Times(doubts=(SEVERAL,))
    if any(each.rough or not _is_possible(each) for each in clocks):
        return Times(doubts=(_TIMES,))
    if any(on_the_way(_clause_after(read, tokens, each)) for each in clocks):
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
        return Times(doubts=(_TIMES,))
    if not joined and not ends(read, tokens, second):
        return Times(doubts=(_TIMES,))
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
    found = span(first, second, part, latest)
    if found is None:
        if part is None and halves(first) and (halves(second) or not moments(second, second.part)):
            return Times(doubts=(half(first, second),))
        if part is None and halves(first) and second.part is not None:
            return Times(doubts=(half(first, second),))
        return Times(doubts=(_TIMES,))
    return Times(*found)


def _over_days(first: Clock, second: Clock, part: str | None, ends_on: date | None, began_on: date | None) -> Times:
    """昨晚10点到今天凌晨1点: the end is on the next day, which is said."""
    start = single(first, part)
    until = moments(second, second.part) if second.part else moments(second, "early") or moments(second, None)[:1]
    days = 1 if ends_on is None or began_on is None else (ends_on - began_on).days
    if start is None or len(until) != 1 or days != 1:
        return Times(doubts=(_TIMES,))
    end = until[0] if until[0] >= DAY else until[0] + DAY
    if not 0 < end - start < DAY:
        return Times(doubts=(_TIMES,))
    return Times(start, end)


def half(first: Clock, second: Clock | None) -> Words:
    """The sentence that asks whether it was in the morning or in the afternoon (from 5 to 7: or in the evening)."""
    evening = 5 <= first.hour % 12 <= 11
    times = {"start": in_words(first), "end": in_words(second or first), "both": yes(second is not None)}
    return Words("service_said-half", {**times, "late": "evening" if evening else "afternoon"})


def _of_one(read: str, tokens: tuple[Token, ...], clock: Clock, part: str | None) -> Times:
    if clock.form in ("bare", "military", "dotted"):
        return Times(doubts=(_TIMES,))
    if ends(read, tokens, clock) and not begins(read, tokens, clock):
        until = moments(clock, clock.part or part)
        if len(until) != 1:
            return Times(doubts=(half(clock, None) if len(until) == 2 else _TIMES,))
        return Times(end=until[0])
    start = single(clock, part)
    if start is None:
        return Times(doubts=(half(clock, None) if halves(clock) and part is None else _TIMES,))
    return Times(start=start)


def _with_lengths(read: str, tokens: tuple[Token, ...], times: Times) -> Times:
    services, pauses, traveled_in, totals = _lengths(read, tokens)
    doubts = list(times.doubts)
    pause = times.pause + sum(each.minutes or 0 for each in pauses)
    pause_unsure = any(each.minutes is None for each in pauses) or (not pauses and not times.pause and paused(read))
    exact = sorted({each.minutes for each in services if each.minutes is not None})
    rough = [each for each in services if each.minutes is None]
    if totals and exact and totals[-1].minutes == sum(exact) + sum(each.minutes or 0 for each in traveled_in):
        services_only = exact
    else:
        services_only = sorted({*exact, *(each.minutes for each in totals if each.minutes is not None)})
        rough += [each for each in totals if each.minutes is None]
    if len(services_only) > 1 or SEVERAL in doubts:
        return replace(times, start=None, end=None, minutes=None, doubts=(SEVERAL,))
    said_minutes = services_only[0] if services_only else None
    if times.start is not None and times.end is not None:
        return _checked(times, said_minutes, rough, pause, pause_unsure, travel_counted_in(read), doubts)
    minutes = said_minutes
    if traveled_in and (minutes is None or not exact):
        minutes, doubts = None, [*doubts, Words("service_said-travel")]
    elif rough and not any(each.key == "service_said-travel" for each in doubts):
        minutes, doubts = None, [*doubts, _ROUGH]
    elif minutes is not None and (pause or pause_unsure):
        minutes, doubts = None, [*doubts, Words("service_said-pause")]
    elif minutes is None and not doubts:
        parts = [each for each in tokens if isinstance(each, PartSaid)]
        if len(parts) > 1 or any(isinstance(each, VagueLength) for each in tokens):
            doubts.append(_ROUGH)
    return replace(times, minutes=minutes, doubts=tuple(doubts))


def _checked(
    times: Times,
    said_minutes: int | None,
    rough: list[Length],
    pause: int,
    pause_unsure: bool,
    travel_in: bool,
    doubts: list[Words],
) -> Times:
    """A start and an end that are sure, with what was said of the length beside them."""
    assert times.start is not None
    assert times.end is not None
    net = times.end - times.start - pause
    if travel_in:
        return replace(times, minutes=None, doubts=(*doubts, Words("service_said-travel")))
    if net <= 0 or times.end - times.start >= DAY:
        return replace(times, start=None, end=None, minutes=None, doubts=(*doubts, _TIMES))
    wrong = said_minutes is not None and said_minutes != net
    wrong = wrong or any(each.about is not None and abs(each.about - net) > _NEAR_ENOUGH for each in rough)
    if wrong and not (pause_unsure and said_minutes is not None and said_minutes < net):
        words = {"hours": net // 60, "minutes": net % 60}
        return replace(times, minutes=None, doubts=(*doubts, Words("service_said-length", words)))
    if pause_unsure and said_minutes is None:
        return replace(times, minutes=None, doubts=(*doubts, Words("service_said-pause")))
    return replace(times, minutes=said_minutes if said_minutes is not None else net, doubts=tuple(doubts))


def _lengths(read: str, tokens: tuple[Token, ...]) -> tuple[list[Length], list[Length], list[Length], list[Length]]:
    """The lengths of the service, of its pauses, those that count the way in, and totals beside others."""
    uses: dict[str, list[Length]] = {"service": [], "pause": [], "travel": [], "travel_in": [], "without_travel": []}
    lengths = [each for each in tokens if isinstance(each, Length)]
    totals: list[Length] = []
    for each in lengths:
        before, behind = _clause_before(read, tokens, each), _clause_after(read, tokens, each)
        use = use_of_length(before, behind)
        if use == "service" and len(lengths) > 1 and _TOTAL.search(before):
            totals.append(each)
        else:
            uses[use].append(each)
    if uses["without_travel"]:
        uses["travel" if uses["service"] else "service"] += uses["without_travel"]
    if not uses["service"] and totals:
        uses["service"], totals = totals, []
    if not uses["travel_in"] and uses["service"] and travel_counted_in(read) and not uses["travel"]:
        uses["travel_in"], uses["service"] = uses["service"], []
    return uses["service"], uses["pause"], uses["travel_in"] + (uses["travel"] if totals else []), totals


def _without_pause(read: str, tokens: tuple[Token, ...], clocks: list[Clock]) -> tuple[list[Clock], int]:
    """The times but for those of a pause (12点到1点休息), and its minutes."""
    for first, second in zip(clocks, clocks[1:], strict=False):
        if len(clocks) == 4 and linked(read, first, second, _between(tokens, first, second)):
            before, behind = _clause_before(read, tokens, first), _clause_after(read, tokens, second)
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
            before, behind = _clause_before(read, tokens, token), _clause_after(read, tokens, token)
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
    return bool(_BEGINS.search(_clause_before(read, tokens, clock)) or _BEGUN.match(_clause_after(read, tokens, clock)))


def ends(read: str, tokens: tuple[Token, ...], clock: Clock) -> bool:
    """Whether the words around a time make it the end."""
    return bool(_ENDS.search(_clause_before(read, tokens, clock)) or _ENDED.match(_clause_after(read, tokens, clock)))


def _between(tokens: tuple[Token, ...], first: Clock, second: Clock) -> tuple[Token, ...]:
    return tuple(each for each in tokens if first.end <= each.start < second.start)


def _clause_before(read: str, tokens: tuple[Token, ...], token: Token) -> str:
    since = max((each.end for each in tokens if each.end <= token.start), default=0)
    return re.split(r"[,。;!?]", read[since : token.start])[-1]


def _clause_after(read: str, tokens: tuple[Token, ...], token: Token) -> str:
    until = min((each.start for each in tokens if each.start >= token.end), default=len(read))
    return re.split(r"[,。;!?]", read[token.end : until])[0]

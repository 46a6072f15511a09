"""How long a service was: what was said of its length, its pauses and the way there, beside its start and end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from flows.inputs.duration import Length
from flows.inputs.service_remarks import paused, travel_counted_in, travel_left_out, use_of_length
from flows.inputs.service_scan import PartSaid, Token, VagueLength, clause_after, clause_before
from flows.inputs.time_said import DAY
from flows.words import Words

SEVERAL = Words("service_said-several")
TIMES = Words("service_said-times")
ROUGH = Words("service_said-rough")

_NEAR_ENOUGH = 60
"""Minutes by which a rough length (大概3小时) may differ from a start and an end that are sure."""

_TOTAL = re.compile(r"(?:一共|总共|合计|总计|加起来|共计?|累计|total)[^,。;]{0,6}$")
_DAYS = re.compile(r"整?(?:\d+|[二三四五六七八九十]+)整?天")


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


def with_lengths(read: str, tokens: tuple[Token, ...], times: Times) -> Times:
    """The times with the minutes given, checked against the lengths that were said."""
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
    days = [each for each in tokens if isinstance(each, VagueLength) and _DAYS.fullmatch(read[each.start : each.end])]
    if len(services_only) > 1 or SEVERAL in doubts or (services_only and days):
        return replace(times, start=None, end=None, minutes=None, doubts=(SEVERAL,))
    said_minutes = services_only[0] if services_only else None
    if times.start is not None and times.end is not None:
        # from 9 to 11 and an hour on the way: nobody says whether the way is within
        travel = travel_counted_in(read) or _travel_beside(read, tokens)
        return _checked(times, said_minutes, rough, pause, pause_unsure, travel, doubts)
    minutes = said_minutes
    if traveled_in and (minutes is None or not exact):
        minutes, doubts = None, [*doubts, Words("service_said-travel")]
    elif rough and not any(each.key == "service_said-travel" for each in doubts):
        minutes, doubts = None, [*doubts, ROUGH]
    elif minutes is not None and (pause or pause_unsure):
        minutes, doubts = None, [*doubts, Words("service_said-pause")]
    elif minutes is None and not doubts:
        parts = [each for each in tokens if isinstance(each, PartSaid)]
        if len(parts) > 1 or any(isinstance(each, VagueLength) for each in tokens):
            doubts.append(ROUGH)
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
        return replace(times, start=None, end=None, minutes=None, doubts=(*doubts, TIMES))
    wrong = said_minutes is not None and said_minutes != net
    wrong = wrong or any(each.about is not None and abs(each.about - net) > _NEAR_ENOUGH for each in rough)
    if wrong and not (pause_unsure and said_minutes is not None and said_minutes < net):
        words = {"hours": net // 60, "minutes": net % 60}
        return replace(times, minutes=None, doubts=(*doubts, Words("service_said-length", words)))
    if pause_unsure and said_minutes is None:
        return replace(times, minutes=None, doubts=(*doubts, Words("service_said-pause")))
    return replace(times, minutes=said_minutes if said_minutes is not None else net, doubts=tuple(doubts))


def _travel_beside(read: str, tokens: tuple[Token, ...]) -> bool:
    """Whether a length of the way is said, and not that it does not count."""
    lengths = [each for each in tokens if isinstance(each, Length)]
    around = [(clause_before(read, tokens, each), clause_after(read, tokens, each)) for each in lengths]
    return not travel_left_out(read) and any(use_of_length(*words) == "travel" for words in around)


def _lengths(read: str, tokens: tuple[Token, ...]) -> tuple[list[Length], list[Length], list[Length], list[Length]]:
    """The lengths of the service, of its pauses, those that count the way in, and totals beside others."""
    uses: dict[str, list[Length]] = {"service": [], "pause": [], "travel": [], "travel_in": [], "without_travel": []}
    lengths = [each for each in tokens if isinstance(each, Length)]
    totals: list[Length] = []
    for each in lengths:
        before, behind = clause_before(read, tokens, each), clause_after(read, tokens, each)
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

"""A service as a volunteer tells of it in a chat: what, where, on which day, from when until when, how long.

Service hours 志愿服务时长 are a record that others rely on (民政部令第67号: truthful, timely): only what is certain is
read. What is uncertain is left out and named, so that it is asked. Minutes are never rounded; the way there and back is
no service time, nor is training 培训, which is kept apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from flows.errors import NotUnderstood
from flows.hours import SHANGHAI
from flows.inputs.day_said import DaySaid
from flows.inputs.relative_day import WEEKDAY
from flows.inputs.said import said
from flows.inputs.service_length import Times, settled
from flows.inputs.service_remarks import not_a_report, says_several
from flows.inputs.service_scan import Token, scan
from flows.inputs.service_times import read_times
from flows.inputs.service_words import is_training, what_and_where
from flows.inputs.time_said import DAY, PARTS, Clock
from flows.words import Words

LONGEST = 200
"""Characters beyond which a message is not one service."""


_WEEKDAY = re.compile(rf"{WEEKDAY}|(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*")


_DENIED = re.compile(r"(?:不是|并非|不在|\bnot )$")
"""不是昨天: a day on which it was not."""


@dataclass(frozen=True, slots=True)
class ServiceSaid:
    """What was said of one service. A field that was not said, or is in doubt, is None.

    ``day`` is the day on which it began. ``ends`` is at or before ``starts`` only where it passed midnight: it ended
    on the next day. ``minutes`` is the time given, without pauses. ``training`` is learning (学习时长), no service.
    ``doubts`` are what was said and could not be taken for sure, one sentence each, in the order to ask them in.
    """

    what: str | None
    where: str | None
    day: date | None
    starts: time | None
    ends: time | None
    minutes: int | None
    training: bool
    doubts: tuple[Words, ...]


def read_service(text: str, now: datetime) -> ServiceSaid:
    """One service that is over, in a message of ``now`` (an instant; days are those of Shanghai).

    Raises NotUnderstood: service-nothing_read (no day, no time, no length in it), service-too_long (for one service).
    """
    message = said(text)
    if len(message.own) > LONGEST:
        raise NotUnderstood("record-too_long")
    here = now.astimezone(SHANGHAI)
    tokens = scan(message.read, here.date())
    if not tokens:
        raise NotUnderstood("service-nothing_read")
    why_not = not_a_report(message.read)
    if why_not is not None:
        return _only(Words(f"service_said-{why_not}"))
    what, where = what_and_where(message.own, message.read, [(each.start, each.end) for each in tokens])
    day, doubt = day_of(message.read, tokens)
    latest = here.hour * 60 + here.minute if day == here.date() else None
    times = read_times(message.read, tokens, latest)
    found = assembled(day, doubt, times, here)
    found = replace(found, what=what, where=where, training=what is not None and is_training(what))
    if says_several(message.read) and Words("service_said-several") not in found.doubts:
        found = several(found)
    if _nothing(found):
        raise NotUnderstood("service-nothing_read")
    return found


def assembled(day: date | None, doubt: Words | None, times: Times, here: datetime) -> ServiceSaid:
    """The fields out of a day and times, checked against each other and against the present."""
    doubts = [] if doubt is None else [doubt]
    start, end, minutes = settled(times)
    if Words("service_said-day") in times.doubts:
        day = None
    if start is not None and start >= DAY + 60 and day is not None:  # 昨天夜里2点: before that day, or after it
        day, doubts = None, [Words("service_said-day")]
    if start is not None and start >= DAY:  # 昨晚12点 is when the next day begins
        day = None if day is None else day + timedelta(days=1)
        start, end = start - DAY, None if end is None else end - DAY
    elif start is None and end is not None and end > DAY:
        end -= DAY
    if day is not None and _is_ahead(day, start, end, minutes, times.part, here):
        return _only(Words("service_said-future"))
    found = ServiceSaid(None, None, day, clock_time(start), clock_time(end), minutes, False, (*doubts, *times.doubts))
    return several(found) if Words("service_said-several") in found.doubts else found


def several(found: ServiceSaid) -> ServiceSaid:
    """More than one service at once: one is asked for."""
    return replace(found, day=None, starts=None, ends=None, minutes=None, doubts=(Words("service_said-several"),))


def clock_time(minute: int | None) -> time | None:
    """The wall clock at a minute from midnight; 1440 is midnight again."""
    return None if minute is None else time(minute % DAY // 60, minute % 60)


def _only(doubt: Words) -> ServiceSaid:
    return ServiceSaid(None, None, None, None, None, None, False, (doubt,))


def _nothing(found: ServiceSaid) -> bool:
    said_of_time = (found.day, found.starts, found.ends, found.minutes)
    return not found.doubts and all(each is None for each in said_of_time)


def day_of(read: str, tokens: tuple[Token, ...]) -> tuple[date | None, Words | None]:
    """The day on which it began, or why that is not sure. A day after 到 is that of the end."""
    days = [each for each in tokens if isinstance(each, DaySaid)]
    denied = [each for each in days if _DENIED.search(read[: each.start])]
    days = [each for each in days if each not in denied]
    if denied and not days:
        return None, Words("service_said-day")
    days = [each for at, each in enumerate(days) if not (len(days) > 1 and _is_of_the_record(read, each))]
    doubts = [each.doubt for each in days if each.doubt is not None]
    clocks = [each for each in tokens if isinstance(each, Clock)]
    if len(clocks) == 2:
        begun = [each for each in days if each.start < clocks[0].end or each.start > clocks[1].start]
        within = [each for each in days if each not in begun]
        if begun and within and all(each.day for each in (*begun, *within)):
            days = begun
    named = {each.day for each in days if each.day is not None}
    if Words("service_said-several") in doubts or len(named) > 1:
        return (None if doubts else _two_names(read, days)) or (None, Words("service_said-several"))
    if not named:
        return None, doubts[0] if doubts else None
    return named.pop(), None


def _two_names(read: str, days: list[DaySaid]) -> tuple[date | None, Words | None] | None:
    """A date beside a weekday: that date where it falls on it (5月23号周六), else the sentence that asks again."""
    plain = [each for each in days if _WEEKDAY.fullmatch(read[each.start : each.end])]
    dated = [each for each in days if each not in plain]
    if len(plain) != 1 or len(dated) != 1 or dated[0].day is None or plain[0].day is None:
        return None
    if dated[0].day.isoweekday() == plain[0].day.isoweekday():
        return dated[0].day, None
    day = dated[0].day
    return None, Words("service_said-weekday", {"month": day.month, "day": day.day, "weekday": day.isoweekday()})


def _is_of_the_record(read: str, day: DaySaid) -> bool:
    """Whether a day is that of the telling: 今天补记昨天的."""
    after = read[day.end :].lstrip(" ,")
    return after.startswith(
        ("补", "来补", "想补", "要补", "登记", "记一下", "报一下", "上报", "才记", "才想起", "想起")
    )


def _is_ahead(
    day: date, start: int | None, end: int | None, minutes: int | None, part: str | None, here: datetime
) -> bool:
    """Whether it cannot be over: a later day, an hour that has not come, more minutes than the day has had."""
    passed = (here.date() - day).days * DAY + here.hour * 60 + here.minute
    until = end if end is not None else (start or 0) + (minutes or 0)
    if part is not None and start is None and end is None:
        until += min(PARTS[part][1], DAY - 1)
    return passed < max(0, until)

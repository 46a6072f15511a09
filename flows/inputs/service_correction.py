"""What is put right with a word when a service is read back: 不是周六,是周日 · 改成3小时 · 下午 · 到12点 · 是敬老院."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from flows.errors import NotUnderstood
from flows.hours import SHANGHAI
from flows.inputs.day_said import DaySaid
from flows.inputs.duration import Length
from flows.inputs.said import said
from flows.inputs.service_length import Times
from flows.inputs.service_remarks import not_a_report, use_of_length
from flows.inputs.service_said import LONGEST, ServiceSaid, assembled, day_of, read_service
from flows.inputs.service_scan import PartSaid, Token, clause_after, clause_before, scan
from flows.inputs.service_times import begins, ends, read_times
from flows.inputs.service_words import is_training, what_and_where
from flows.inputs.time_said import DAY, NOON, PARTS, Clock, moments
from flows.inputs.time_span import after, halves, single, span
from flows.words import Words, yes

_INSTEAD = re.compile(r"(?:改成|改为|改到|改作|换成|换到|更正为?|应该?是|应为|实际上?是|而是|其实是)")
_NOT_THIS = re.compile(r"不是(?P<old>[^,。;]*?)(?:[,。; ]+(?:而|应该)?是?|而?是)")
_LABEL = (
    r"(?:(?P<where>地点|地址|地方|位置|场所)|(?P<what>内容|项目|事情|活动)|服务|时间|日期|日子|时长)"
    r"(?:选|写|填|记|弄|说|搞|报)?(?:错了?|[不没]对|有误)"
)
"""What was wrong, by its name: 地点错了,是敬老院."""
_WRONG = re.compile(_LABEL)
_OF_ORGANISATION = re.compile(
    r"(?:单位|组织|机构|队伍|团队|协会)(?:选|填|写|记|弄|报)?(?:成|错|[不没]对|不是|应该?是|改|换|是)"
    r"|(?:协会|联合会|服务队|志愿队|志愿者队|基金会|[总大支分]队)[。!]?$"
)
"""The organisation is picked, not typed: an option of the summary changes it."""
_BY_HOW_MUCH = re.compile(
    r"(?:多|少|晚|早|迟|加|减|提前|推迟|短|长|差)(?:[记算写报填了到走来开始结束上去掉]|签到|签退)*$"
)
_TOO_MUCH = re.compile(r"^(?:的)?(?:多了|少了|晚了|早了|不够)")
"""少了一个小时 says by how much it was wrong, and not of which end."""
_TRAINING = re.compile(r"(?:参加)?(?:的)?(?:是)?(?:培训|学习|听课|训练)(?:时长)?[的了]?[。!]?")
_SERVICE = re.compile(r"(?:志愿)?服务(?:时长)?[的了]?[。!]?")
_FILLERS = re.compile(
    rf"^(?:{_LABEL.replace('?P<where>', '?:').replace('?P<what>', '?:')}|[不没]对|错了"
    r"|不是的?|说错了|记错了|写错了|改一下|更正|等等|哦|噢|嗯|[,。; ])+|^(?:是|在)(?=\S)"
)
_NO_WORDS = re.compile(
    r"(?:[不没]对|错了|改|是的?|应该|地点|时间|日期|时长|内容|那天|一下|对的?|好的?|嗯|确认|没错|可以|没有?问题|没毛病|行"
    r"|正确|就这样|就是|谢谢|ok|yes|[了吧的啊呢呀哈,。;! ])*"
)
_DAY_DOUBTS = {"day", "no_such_day", "weekday"}
_TIME_DOUBTS = {"half", "times"}
_LENGTH_DOUBTS = {"rough", "length", "pause", "travel"}
_TIMES = Words("service_said-times")


def read_correction(text: str, before: ServiceSaid, now: datetime) -> ServiceSaid:
    """``before`` with what ``text`` puts right, and nothing else changed but what follows from it.

    A new start or end gives new minutes, new minutes move the end. What cannot be so is a doubt. Raises NotUnderstood:
    service-correction (nothing read, or a time that may be the start or the end).
    """
    message = said(text)
    if not message.own or len(message.own) > LONGEST:
        raise NotUnderstood("service-correction")
    own, read, old = _new_words(message.own, message.read)
    if not_a_report(read) is not None or _OF_ORGANISATION.search(message.read):
        raise NotUnderstood("service-correction")
    if _is_whole_in_doubt(before):
        return _read_anew(own, before, now)
    here = now.astimezone(SHANGHAI)
    tokens = scan(read, here.date())
    if any(_is_by_how_much(read, tokens, each) for each in tokens if isinstance(each, Length)):
        raise NotUnderstood("service-correction")
    found = _with_sort(read, old, before)
    if found is None:
        found = _with_words(own, read, tokens, before, _WRONG.search(message.read))
    day, doubt = day_of(read, tokens)
    if any(isinstance(each, DaySaid) for each in tokens):
        found = replace(found, day=day, doubts=_without(found, _DAY_DOUBTS) + (() if doubt is None else (doubt,)))
    times = _times(read, tokens, old, before, here)
    if times is None:
        if found == before and not tokens:
            raise NotUnderstood("service-correction")
        return _still_possible(found, here)
    kept = _without(found, _TIME_DOUBTS | _LENGTH_DOUBTS)
    found = replace(
        found, starts=_clock(times.start), ends=_clock(times.end), minutes=times.minutes, doubts=kept + times.doubts
    )
    return _still_possible(found, here)


def _new_words(own: str, read: str) -> tuple[str, str, str]:
    """What is right, as it was typed and as it is read; and what was wrong, if it was said."""
    denied = _NOT_THIS.search(read)
    if denied is not None and denied.end() < len(read):
        return own[denied.end() :], read[denied.end() :], denied["old"]
    turned = list(_INSTEAD.finditer(read))
    start = turned[-1].end() if turned and turned[-1].end() < len(read) else 0
    old = read[: turned[-1].start()] if start else ""
    denied = re.search(r"[,。; ]?(?:而)?不是(?P<old>[^,。;]+)$", read)
    if denied is not None and denied.start() >= start:
        return own[start : denied.start()], read[start : denied.start()], denied["old"]
    fillers = _FILLERS.match(read[start:])
    start += 0 if fillers is None else fillers.end()
    return own[start:], read[start:], old


def _is_whole_in_doubt(before: ServiceSaid) -> bool:
    known = _DAY_DOUBTS | _TIME_DOUBTS | _LENGTH_DOUBTS
    return any(each.key.removeprefix("service_said-") not in known for each in before.doubts)


def _read_anew(own: str, before: ServiceSaid, now: datetime) -> ServiceSaid:
    """The message as a service of its own, with the words of the first where it has none."""
    try:
        found = read_service(own, now)
    except NotUnderstood:
        raise NotUnderstood("service-correction") from None
    what = found.what or before.what
    return replace(found, what=what, where=found.where or before.where, training=_trains(what))


def _is_by_how_much(read: str, tokens: tuple[Token, ...], length: Length) -> bool:
    before, behind = clause_before(read, tokens, length), clause_after(read, tokens, length)
    return bool(_BY_HOW_MUCH.search(before) or _TOO_MUCH.match(behind))


def _with_sort(read: str, old: str, before: ServiceSaid) -> ServiceSaid | None:
    """Training instead of service, or service instead of training, where nothing else is said; else None."""
    if _TRAINING.fullmatch(read):
        return replace(before, training=True)
    if _TRAINING.fullmatch(old) and (not read or _SERVICE.fullmatch(read)):
        return replace(before, training=False)
    return None


def _with_words(
    own: str, read: str, tokens: tuple[Token, ...], before: ServiceSaid, wrong: re.Match[str] | None
) -> ServiceSaid:
    """The place and what was done, where the words say one; only the one that was called ``wrong``."""
    if _NO_WORDS.fullmatch(read):
        return before
    what, where = what_and_where(own, read, [(each.start, each.end) for each in tokens])
    if tokens and re.search(r"^(?:开始|结束|走|来|从|到|做完|干完)*$", what or ""):
        what = None
    if tokens and what is not None and len(what) < 2:
        what = None
    if wrong is not None and wrong["where"]:
        return replace(before, where=where or what or before.where)
    if wrong is not None and wrong["what"]:
        where = None
    # words of a service do not make it one: training stays training until that is denied
    training = before.training or _trains(what)
    return replace(before, what=what or before.what, where=where or before.where, training=training)


def _trains(what: str | None) -> bool:
    return what is not None and is_training(what)


def _without(found: ServiceSaid, kinds: set[str]) -> tuple[Words, ...]:
    return tuple(each for each in found.doubts if each.key.removeprefix("service_said-") not in kinds)


def _times(read: str, tokens: tuple[Token, ...], old: str, before: ServiceSaid, here: datetime) -> Times | None:
    """The new times; None where none were said."""
    clocks = [each for each in tokens if isinstance(each, Clock)]
    lengths = [each for each in tokens if isinstance(each, Length)]
    if len(clocks) >= 2:
        found = read_times(read, tokens, None)
        return _with_one_half(found, clocks, before)
    if clocks:
        return _one_moved(read, tokens, clocks[0], lengths, old, before, here)
    if lengths:
        return _of_length(read, tokens, lengths, before)
    parts = [each.part for each in tokens if isinstance(each, PartSaid)]
    parts += [each.part for each in tokens if isinstance(each, DaySaid) and each.part]
    if len(set(parts)) == 1:
        return _in_part(parts[0], before)
    return read_times(read, tokens, None) if tokens and not _has_day(tokens) else None


def _has_day(tokens: tuple[Token, ...]) -> bool:
    return any(isinstance(each, DaySaid) for each in tokens)


def _with_one_half(found: Times, clocks: list[Clock], before: ServiceSaid) -> Times:
    """Two new times; bare ones belong to the half of the day that was known before."""
    if before.starts is None:
        return found
    if not any(each.key == "service_said-half" for each in found.doubts):
        moved = found.start is not None and (found.start >= NOON) != (before.starts.hour * 60 >= NOON)
        bare = halves(clocks[0]) and clocks[1].part is None
        return Times(doubts=(_TIMES,)) if moved and bare else found
    part = "afternoon" if before.starts.hour >= 12 else "morning"
    pair = span(clocks[0], clocks[1], part, None)
    return found if pair is None else Times(*pair, minutes=pair[1] - pair[0])


def _one_moved(
    read: str,
    tokens: tuple[Token, ...],
    clock: Clock,
    lengths: list[Length],
    old: str,
    before: ServiceSaid,
    here: datetime,
) -> Times:
    start, end, minutes, pause = _minutes_of(before)
    if clock.rough or not moments(clock, clock.part):
        return Times(doubts=(_TIMES,))
    part = next((each.part for each in tokens if isinstance(each, PartSaid)), None)
    if _is_end(read, tokens, clock, old, before, here):
        if start is None:
            found = read_times(read, tokens, None)
            return found if minutes is None or found.end is None else replace(found, minutes=minutes)
        end = after(start, clock, part)
        if end is None or end - start <= pause:
            return Times(start, None, None, doubts=(_TIMES,))
        return _agreed(Times(start, end, end - start - pause), lengths)
    begun = _start(clock, part, start if start is not None else end)
    if begun is None:
        return read_times(read, tokens, None)
    if lengths and lengths[0].minutes is not None:
        return Times(begun, begun + lengths[0].minutes, lengths[0].minutes)
    if end is not None and start is not None:
        if end - begun <= pause or end - begun >= DAY:
            return Times(begun, None, None, doubts=(_TIMES,))
        return Times(begun, end, end - begun - pause)
    if end is not None:
        return Times(begun, end, end - begun) if end > begun else Times(begun, None, None, doubts=(_TIMES,))
    return Times(begun, None if minutes is None else begun + minutes, minutes)


def _is_end(read: str, tokens: tuple[Token, ...], clock: Clock, old: str, before: ServiceSaid, here: datetime) -> bool:
    """Whether a new time is that of the end. Without a word for it, it is the one that was called wrong."""
    if ends(read, tokens, clock):
        return True
    if begins(read, tokens, clock) or (before.starts is None and before.ends is None):
        return False
    wrong = [each for each in scan(old, here.date()) if isinstance(each, Clock)] if old else []
    is_start = any(_is_at(each, before.starts) for each in wrong)
    is_end = any(_is_at(each, before.ends) for each in wrong) or bool(wrong and ends(old, tuple(wrong), wrong[0]))
    if is_start != is_end:
        return is_end
    if before.starts is None or before.ends is None:
        return False
    raise NotUnderstood("service-correction")


def _is_at(clock: Clock, known: time | None) -> bool:
    return known is not None and clock.hour % 12 == known.hour % 12 and clock.minute == known.minute


def _start(clock: Clock, part: str | None, near: int | None) -> int | None:
    """A new start; a bare one is in the half of the day that is known."""
    found = single(clock, part)
    either = moments(clock, clock.part or part)
    if near is None or len(either) != 2:
        return found
    same = [each for each in either if (each >= NOON) == (near >= NOON)]
    return same[0] if len(same) == 1 else found


def _agreed(times: Times, lengths: list[Length]) -> Times:
    """Times with a length said beside them, which must be theirs."""
    if lengths and lengths[0].minutes not in (None, times.minutes):
        net = times.minutes or 0
        words = {"hours": net // 60, "minutes": net % 60}
        return replace(times, minutes=None, doubts=(Words("service_said-length", words),))
    return times


def _of_length(read: str, tokens: tuple[Token, ...], lengths: list[Length], before: ServiceSaid) -> Times:
    start, end, _, _ = _minutes_of(before)
    first = lengths[0]
    use = use_of_length(read[: first.start], read[first.end :])
    if use == "pause":
        if start is None or end is None or first.minutes is None or end - start <= first.minutes:
            return Times(start, end, None, doubts=(Words("service_said-pause"),))
        return Times(start, end, end - start - first.minutes)
    found = read_times(read, tokens, None)
    if found.minutes is None:
        doubts = found.doubts or (Words("service_said-travel"),)
        return Times(start, None, None, doubts=doubts)
    if any(each.key == "service_said-length" for each in before.doubts) and start is not None and end is not None:
        pause = end - start - found.minutes  # what was contradictory is now said: the rest was no service
        if pause >= 0:
            return Times(start, end, found.minutes)
    if any(each.key == "service_said-pause" for each in before.doubts) and start is not None and end is not None:
        return Times(start, end, found.minutes) if found.minutes <= end - start else Times(start, doubts=(_TIMES,))
    if start is not None:
        return Times(start, start + found.minutes, found.minutes)
    if end is not None and end >= found.minutes:
        return Times(end - found.minutes, end, found.minutes)
    half = tuple(each for each in before.doubts if each.key == "service_said-half")
    return Times(None, None, found.minutes, doubts=half)


def _in_part(part: str, before: ServiceSaid) -> Times | None:
    """The same hours in another half of the day; the half that was asked for."""
    asked = next((each for each in before.doubts if each.key == "service_said-half"), None)
    if asked is not None:
        return _asked_half(part, asked.args, before)
    start, end, minutes, _ = _minutes_of(before)
    if start is None:
        return None
    _, since, until = PARTS[part]
    fitting = [each for each in (start, start - NOON, start + NOON) if since <= each < until]
    if len(fitting) != 1:
        return Times(doubts=(_TIMES,))
    by = fitting[0] - start
    if end is not None and end + by > until:
        return Times(doubts=(_TIMES,))
    return Times(start + by, None if end is None else end + by, minutes)


def _asked_half(part: str, args: Any, before: ServiceSaid) -> Times:
    first = _as_clock(str(args["start"]))
    if args["both"] != yes(True):
        start = single(first, part)
        if start is None:
            return Times(doubts=(_TIMES,))
        return Times(start, None if before.minutes is None else start + before.minutes, before.minutes)
    pair = span(first, _as_clock(str(args["end"])), part, None)
    if pair is None:
        return Times(doubts=(_TIMES,))
    net = pair[1] - pair[0]
    return _agreed(Times(*pair, minutes=net), [] if before.minutes is None else [Length(0, 0, before.minutes)])


def _as_clock(shown: str) -> Clock:
    hour, _, minute = shown.partition(":")
    return Clock(0, 0, int(hour), int(minute))


def _minutes_of(before: ServiceSaid) -> tuple[int | None, int | None, int | None, int]:
    """Start, end (past 1440 after midnight), minutes, and the pause between them."""
    start = None if before.starts is None else before.starts.hour * 60 + before.starts.minute
    end = None if before.ends is None else before.ends.hour * 60 + before.ends.minute
    if start is not None and end is not None and end <= start:
        end += DAY
    pause = 0
    if start is not None and end is not None and before.minutes is not None:
        pause = max(0, end - start - before.minutes)
    return start, end, before.minutes, pause


def _clock(minute: int | None) -> time | None:
    return None if minute is None else time(minute % DAY // 60, minute % 60)


def _still_possible(found: ServiceSaid, here: datetime) -> ServiceSaid:
    """The same, unless it now lies ahead: then its times and its day are asked for."""
    if found.day is None:
        return found
    start, end, minutes, _ = _minutes_of(found)
    checked = assembled(found.day, None, Times(start, end, minutes), here)
    if checked.doubts:
        return replace(found, day=None, starts=None, ends=None, minutes=None, doubts=checked.doubts)
    return found

"""The days, times, parts of the day and lengths of time within a message about a service, in their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from flows.inputs.day_said import DaySaid, day_at
from flows.inputs.duration import VAGUE, Length, length_at
from flows.inputs.said import DASH
from flows.inputs.time_said import Clock, bare_at, clock_at, part_at

LINK = rf"(?:(?:一直|直)?(?:忙|干|做|待|弄|搞)?(?:到了?|至)|{DASH}+|to|until|till|[→⇒])"
_LINK = re.compile(rf"[ ,]*{LINK}[ ,]*(?:第二天|次日|转天|隔天|第二日)?[ ,]*")
_MEASURE = r"(?! ?(?:[个人名位月日号岁次份块元斤家户栋楼院路线小分钟%+]|多|几|h|m))"
_BEFORE_BARE = re.compile("[ ,从:的]|from")
_BARE_SECOND = re.compile(rf" *(?:到|至|{DASH}+|to) *")


@dataclass(frozen=True, slots=True)
class PartSaid:
    """A part of the day apart from a time: 上周三下午."""

    start: int
    end: int
    part: str


@dataclass(frozen=True, slots=True)
class VagueLength:
    """半天, 一上午."""

    start: int
    end: int


Token = DaySaid | Clock | Length | PartSaid | VagueLength


def scan(read: str, today: date) -> tuple[Token, ...]:
    """Everything about time in ``said.read``, first to last, none overlapping another."""
    tokens: list[Token] = []
    at = 0
    while at < len(read):
        token = _range_of_bare_hours(read, at, tokens) or _token_at(read, at, today) or _after_a_day(read, at, tokens)
        if token is None:
            at += 1
            continue
        tokens.append(token)
        at = token.end
        if isinstance(token, Clock):
            second = _bare_second(read, at)
            if second is not None and not _token_is_length(read, second):
                tokens.append(second)
                at = second.end
    return tuple(tokens)


def linked(read: str, first: Clock, second: Clock, between: tuple[Token, ...]) -> bool:
    """Whether two times are joined by 到 or the like, with at most days and parts of the day between them."""
    words, at = "", first.end
    for token in between:
        if isinstance(token, Length | VagueLength | Clock):
            return False
        words += read[at : token.start]
        at = token.end
    return _LINK.fullmatch(words + read[at : second.start]) is not None


def words_between(read: str, tokens: tuple[Token, ...]) -> str:
    """The words that are about no time, one stretch a line."""
    cuts = [0, *(at for each in tokens for at in (each.start, each.end)), len(read)]
    return "\n".join(read[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True))


def clause_before(read: str, tokens: tuple[Token, ...], token: Token) -> str:
    """The words of its clause before a token, since the one before it."""
    since = max((each.end for each in tokens if each.end <= token.start), default=0)
    return re.split(r"[,。;!?]", read[since : token.start])[-1]


def clause_after(read: str, tokens: tuple[Token, ...], token: Token) -> str:
    """The words of its clause after a token, until the next."""
    until = min((each.start for each in tokens if each.start >= token.end), default=len(read))
    return re.split(r"[,。;!?]", read[token.end : until])[0]


def says_next_day(read: str, first: Clock, second: Clock) -> bool:
    """Whether 第二天 or the like stands between two times."""
    return re.search("第二天|次日|转天|隔天|第二日", read[first.end : second.start]) is not None


def _token_at(read: str, at: int, today: date) -> Token | None:
    readers: tuple[Callable[[], Token | None], ...] = (
        lambda: day_at(read, at, today),
        lambda: _vague_at(read, at),
        lambda: length_at(read, at),
        lambda: clock_at(read, at),
        lambda: _part_at(read, at),
    )
    return next((token for token in (each() for each in readers) if token is not None), None)


def _after_a_day(read: str, at: int, tokens: list[Token]) -> Clock | None:
    """The 零点 of 周一零点: its numeral does not belong to that of the day."""
    if not tokens or not isinstance(tokens[-1], DaySaid) or tokens[-1].end != at or tokens[-1].day is None:
        return None
    clock = clock_at(read[at:], 0)
    return None if clock is None else replace(clock, start=at, end=at + clock.end)


def _vague_at(read: str, at: int) -> VagueLength | None:
    match = VAGUE.match(read, at)
    return None if match is None or clock_at(read, at) is not None else VagueLength(at, match.end())


def _part_at(read: str, at: int) -> PartSaid | None:
    found = part_at(read, at)
    return None if found is None else PartSaid(at, found[1], found[0])


def _bare_second(read: str, at: int) -> Clock | None:
    """The 11 of 9点到11."""
    link = _BARE_SECOND.match(read, at)
    if link is None or clock_at(read, link.end()) is not None:
        return None
    bare = bare_at(read, link.end())
    if bare is None or bare.hour > 24 or re.compile(_MEASURE).match(read, bare.end) is None:
        return None
    return bare


def _range_of_bare_hours(read: str, at: int, tokens: list[Token]) -> Clock | None:
    """The 2 of 下午2-4, or the 9 of 今天9-11: only right after a day, or with its part of the day."""
    near = (
        bool(tokens)
        and isinstance(tokens[-1], DaySaid | PartSaid)
        and not _BEFORE_BARE.sub("", read[tokens[-1].end : at])
    )
    bare = bare_at(read, at) if near or part_at(read, at) is not None else None
    if bare is None or bare.hour > 24 or not (near or bare.part) or clock_at(read, at) is not None:
        return None
    return bare if _bare_second(read, bare.end) is not None else None


def _token_is_length(read: str, clock: Clock) -> bool:
    return length_at(read, clock.start) is not None

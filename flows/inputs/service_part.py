"""The part of the day that a sentence said of a service, for the time asked afterwards: 昨天下午3小时 … 两点."""

from __future__ import annotations

from datetime import datetime

from flows.hours import SHANGHAI
from flows.inputs.day_said import DaySaid
from flows.inputs.said import said
from flows.inputs.service_scan import PartSaid, Token, scan
from flows.inputs.time_said import Clock, bare_at
from flows.inputs.time_span import halves

_WORDS = {
    "dawn": "凌晨", "early": "早上", "morning": "上午", "noon": "中午", "afternoon": "下午", "dusk": "傍晚",
    "evening": "晚上", "night": "夜里", "am": "上午", "pm": "下午",
}  # fmt: skip


def with_part_of(sentence: str, answer: str, now: datetime) -> str:
    """``answer`` with the one part of the day that ``sentence`` said; as it is where it says a day or a part itself."""
    today = now.astimezone(SHANGHAI).date()
    parts = _parts(scan(said(sentence).read, today))
    read = said(answer).read
    tokens = scan(read, today)
    own = _parts(tokens) or any(isinstance(each, DaySaid) for each in tokens)
    first = next((each for each in tokens if isinstance(each, Clock)), None) or bare_at(read, 0)
    if len(parts) != 1 or own or first is None or not halves(first):
        return answer
    return f"{_WORDS[parts.pop()]}{answer}"


def _parts(tokens: tuple[Token, ...]) -> set[str]:
    found = {each.part for each in tokens if isinstance(each, PartSaid | Clock | DaySaid)}
    return {each for each in found if each is not None}

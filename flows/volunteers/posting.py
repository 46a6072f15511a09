"""What an organiser says of a post (志愿服务岗位), question by question, and the post it comes to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from flows.errors import NotUnderstood
from flows.hours import at
from flows.inputs.clock import read_clock
from flows.inputs.text import normalise
from flows.language import Facts, Must, Step, clock_time, day
from flows.volunteers.posts import FURTHEST, Post
from flows.words import Value, Words

_BY_FIGURES = re.compile(r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)", re.ASCII)
"""24 hours: 9:00 is in the morning."""
EVENING = time(17)
NIGHT = timedelta(hours=12)
"""A post that ends the next day begins in the evening, and is no longer."""


def times_of_post(name: str = "day", begins: str = "from", ends: str = "to") -> list[Step]:
    """The day, from when, to when."""
    return [
        day(name, must=[_to_come]),
        clock_time(begins, _read, must=[_not_begun]),
        clock_time(ends, _read_end, must=[_after]),
    ]


def at_most(limit: int) -> Must:
    """Words of no more characters."""

    def check(value: Value, _: Facts) -> Words | None:
        return Words("post-too_long", {"limit": limit}) if len(str(value)) > limit else None

    return check


def span_of(facts: Mapping[str, Value]) -> tuple[datetime, datetime]:
    """From when to when it is; what ends no later than it begins ends the next day."""
    begins, ends = time.fromisoformat(facts["from"]), time.fromisoformat(facts["to"])
    last = facts["day"] + timedelta(days=1) if ends <= begins else facts["day"]
    return at(facts["day"], begins), at(last, ends)


def post_of(facts: Mapping[str, Value], number: str, organisation: str, organiser: str, project: str) -> Post:
    """The post that was described."""
    starts_at, ends_at = span_of(facts)
    youngest = facts["youngest"]
    return Post(
        number=number,
        organisation=organisation,
        organiser=organiser,
        project=project,
        kind=facts["kind"],
        township=None if facts["township"] == "county" else facts["township"],
        starts_at=starts_at,
        ends_at=ends_at,
        seats=facts["seats"],
        title=facts["title"],
        place=facts["place"],
        what=facts["what"],
        ask=facts["ask"],
        youngest=0 if youngest == "any" else youngest,
        skills=tuple(each for each in facts["skills"] if each != "none"),
        risk=facts["risk"],
        danger=facts.get("danger", ""),
        insured=facts["insured"] == "yes",
    )


def _to_come(value: Value, facts: Facts) -> Words | None:
    if isinstance(value, date) and not facts.day <= value <= facts.day + FURTHEST:
        return Words("post-day_outside", {"last": facts.day + FURTHEST})
    return None


def _not_begun(value: Value, facts: Facts) -> Words | None:
    begins = at(facts["day"], time.fromisoformat(str(value)))
    return Words("post-past") if begins <= facts.world.now else None


def _after(value: Value, facts: Facts) -> Words | None:
    begins, ends = span_of({**facts, "to": value})
    if ends.date() == begins.date():
        return None
    late = begins.time() >= EVENING and ends - begins <= NIGHT
    return None if late else Words("post-span")


def _read(said: str, _: Facts) -> str:
    """A time of day; what may be in the morning or in the evening is asked back."""
    return _one(_times(said))


def _read_end(said: str, facts: Facts) -> str:
    """A time of day after the start: of two it may be, the next one after it (上午九点到十一点)."""
    times = _times(said)
    begins = time.fromisoformat(facts["from"])
    later = tuple(each for each in times if each > begins)
    return _one(later[:1] or times)


def _times(said: str) -> tuple[time, ...]:
    figures = _BY_FIGURES.fullmatch(normalise(said))
    if figures is not None:
        return (time(int(figures["hour"]), int(figures["minute"])),)
    return tuple(time(hour, minute) for hour, minute in read_clock(said))


def _one(times: tuple[time, ...]) -> str:
    if not times:
        raise NotUnderstood("post-no_time")
    if len(times) > 1:
        raise NotUnderstood("post-two_times")
    return f"{times[0]:%H:%M}"

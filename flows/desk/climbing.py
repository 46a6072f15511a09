"""Who is called to a danger, and when more are (逐级报告): those on duty, lowest level first, until one takes it on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from flows.desk.rights import Clerk, Level

QUICK_STEPS = 20
"""After so many steps without anybody, the calls go on at a slower pace: never not at all."""
SLOW = timedelta(minutes=10)
_UPWARDS = tuple(Level)


def circle(on_duty: Iterable[Clerk], step: int) -> tuple[Clerk, ...]:
    """Who is called at a step (0 is the first): the lowest level at which anybody is on duty, then one level more
    each time, and then all of them again. A level where nobody is on duty costs no time."""
    people = tuple(on_duty)
    levels = [level for level in _UPWARDS if any(clerk.level is level for clerk in people)][: step + 1]
    return tuple(clerk for clerk in people if clerk.level in levels)


def next_step(at: datetime, step: int, minutes: int) -> datetime:
    """When the step after this one is due."""
    return at + (timedelta(minutes=minutes) if step < QUICK_STEPS else max(SLOW, timedelta(minutes=minutes)))

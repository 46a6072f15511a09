"""The one place where the time is read. A demonstration's clock may start from another instant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

from flows.hours import SHANGHAI

Clock = Callable[[], datetime]


def real_clock() -> datetime:
    """The instant now, in UTC."""
    return datetime.now(UTC)


def clock_from(start: datetime) -> Clock:
    """A clock that runs as fast as the real one, from ``start`` on."""
    offset = start.astimezone(UTC) - real_clock()
    return lambda: real_clock() + offset


def local_day(at: datetime) -> date:
    """The day in Asia/Shanghai on which an instant falls."""
    return at.astimezone(SHANGHAI).date()

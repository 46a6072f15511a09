"""Service time in words: hours and minutes as they are, and a small chart of months."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flows.words import Words

MONTHS = 12
WIDEST = 8
"""Blocks of the longest bar: with the month before it and the time behind it a line fits on a telephone."""
BLOCK = "█"


def length(minutes: int) -> Words:
    """A length of time in hours and minutes."""
    return Words("format-length", {"hours": minutes // 60, "minutes": minutes % 60})


def newest_months(day: date) -> tuple[str, ...]:
    """The last twelve months (``2026-11``), that of the day included, the oldest first."""
    last = day.year * 12 + day.month - 1
    return tuple(f"{month // 12}-{month % 12 + 1:02d}" for month in range(last - MONTHS + 1, last + 1))


def chart(months: Mapping[str, int], day: date) -> tuple[Words, ...]:
    """A line for each of the last twelve months: a bar, and the time in words, so that nobody needs to see the bar.

    It begins with the first month that has any. A bar is never longer than its share, but where there is time it has
    one block at least.
    """
    shown = newest_months(day)
    longest = max((months.get(month, 0) for month in shown), default=0)
    first = next((n for n, month in enumerate(shown) if months.get(month)), len(shown))
    return tuple(_line(month, months.get(month, 0), longest) for month in shown[first:])


def _line(month: str, minutes: int, longest: int) -> Words:
    if not minutes:
        return Words("my_hours-month_without", {"month": month})
    bar = BLOCK * max(1, minutes * WIDEST // longest)
    return Words("my_hours-month_with", {"month": month, "bar": bar, "length": length(minutes)})

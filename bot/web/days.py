"""A day as it stands in an address or a form of the desk."""

from __future__ import annotations

from datetime import date

YEARS = range(2000, 2200)
"""Days beyond which nothing is on record; near the last day there is one cannot be counted on."""


def read_day(text: str) -> date | None:
    """The day of ``YYYY-MM-DD``; None for what is no day, or none of these years."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in YEARS else None

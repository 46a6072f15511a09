"""When people are reminded of an appointment: the evening before, and the morning of its day."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from flows import hours
from integrations.store.due_work import Work

EVENING, MORNING = time(18, 0), time(7, 30)
"""Times of day in Asia/Shanghai."""


def reminders(booking: str, starts_at: datetime, now: datetime) -> list[Work]:
    """The reminders of an appointment that are still to come: the evening before, the morning of its day."""
    day = starts_at.astimezone(hours.SHANGHAI).date()
    planned = ((hours.at(day - timedelta(days=1), EVENING), True), (hours.at(day, MORNING), False))
    return [
        Work(
            f"remind:{booking}:{due:%Y%m%dT%H%M}",
            "remind",
            due,
            {"booking": booking, "at": starts_at.astimezone(UTC).isoformat(), "evening": evening},
        )
        for due, evening in planned
        if now < due < starts_at
    ]

"""What a piece of service must be, to be recorded (志愿服务记录): in the past, of one's own, of no time twice.

Service time is the time actually given (民政部令第67号第7条); what is recorded must be true and in time (第4条).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from flows.calendar import add_workdays
from flows.hours import SHANGHAI
from flows.volunteers.ledger import LONGEST, OVER, Entry, span_minutes
from flows.words import Value, Words
from flows.world import World

Window = tuple[datetime, datetime]


def fault(
    entry: Entry, beside: Iterable[Entry], now: datetime, registered_on: date, window: Window | None = None
) -> Words | None:
    """Why an entry cannot be recorded, or None. ``beside`` are the others of its volunteer near it, ``window`` is the
    time of the post it belongs to, if it belongs to one."""
    if entry.ends_at > now:
        return Words("record-future")
    if entry.day < registered_on:
        return Words("record-before_registered", {"day": registered_on})
    length = span_minutes(entry.begins_at, entry.ends_at)
    if length > LONGEST:
        return Words("record-too_long")
    if not 0 < entry.minutes <= length:
        return Words("record-more_than_span", span(entry.begins_at, entry.ends_at))
    if window is not None and not (window[0] <= entry.begins_at and entry.ends_at <= window[1]):
        return Words("record-outside_post", span(*window))
    for other in beside:
        if other.state not in OVER and other.id not in (entry.id, entry.replaces) and entry.overlaps(other):
            return Words("record-overlap", span(other.begins_at, other.ends_at))
    return None


def countersigned_by(entry: Entry, world: World) -> date:
    """The last day to countersign: so many working days after the service (民政部令第67号第11条), or after today, on
    which it is told, so that what is told late can still be countersigned in time."""
    return settled_by(max(entry.ends_at.astimezone(SHANGHAI).date(), world.day), world)


def settled_by(day: date, world: World) -> date:
    """The last day to settle what came up on a day: so many working days later."""
    return add_workdays(world.calendar, day, world.policy.whole("volunteer.record_days", world.day))


def span(begins_at: datetime, ends_at: datetime) -> dict[str, Value]:
    """A span of time as arguments of a message: the day it begins, from when to when."""
    begins, ends = begins_at.astimezone(SHANGHAI), ends_at.astimezone(SHANGHAI)
    later = "yes" if ends.date() - begins.date() >= timedelta(days=1) and f"{ends:%H:%M}" != "00:00" else "no"
    return {"day": begins.date(), "from": f"{begins:%H:%M}", "to": f"{ends:%H:%M}", "next_day": later}

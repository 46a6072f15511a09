"""Times at an office, in Asia/Shanghai: what may be booked now, whether a slot stands, when it opens and closes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone

from flows.place import Office
from flows.policy import Policy
from flows.world import World

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""China has had one time and no summer time since 1992; a fixed offset needs no file of time zones."""
SEARCHED_DAYS = 31
"""How far ahead the next opening is looked for: no office is closed for longer."""


def at(day: date, clock: time) -> datetime:
    """The instant of a time of day on a day."""
    return datetime.combine(day, clock, SHANGHAI)


def slot_start(value: str) -> datetime:
    """The instant of a slot kept as ``YYYY-MM-DDTHH:MM``."""
    return datetime.fromisoformat(value).replace(tzinfo=SHANGHAI)


def days(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last, both included."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def bookable(world: World) -> tuple[date, date]:
    """The first and the last day that can be booked now: lead time, horizon, and the hour new days are released."""
    policy = world.policy
    first = world.day + timedelta(days=policy.whole("booking.lead_days", world.day))
    last = world.day + timedelta(days=policy.whole("booking.horizon_days", world.day))
    release = policy.value("booking.release_time", world.day)
    if isinstance(release, time) and world.now < at(world.day, release):
        last -= timedelta(days=1)
    return first, last


def released(world: World, day: date) -> datetime:
    """The instant from which a day can be booked: the horizon before it, at the hour new days are released."""
    policy = world.policy
    release = policy.value("booking.release_time", world.day)
    first = day - timedelta(days=policy.whole("booking.horizon_days", world.day))
    return at(first, release if isinstance(release, time) else time.min)


def spans(world: World, office: Office, day: date) -> tuple[tuple[time, time], ...]:
    """The hours an office is open on a day."""
    return office.spans(day, world.calendar.is_workday(day))


def starts(world: World, office: Office, day: date) -> tuple[time, ...]:
    """The starts of an office's slots on a day."""
    return office.starts(day, world.calendar.is_workday(day))


def is_to_come(world: World, office: Office, slot: datetime) -> bool:
    """Whether a slot is one of the office's, on a day on which it is open, and has not begun yet."""
    local = slot.astimezone(SHANGHAI)
    return slot > world.now and local.time() in starts(world, office, local.date())


def stands(world: World, office: Office, day: date, slot: datetime | None) -> bool:
    """Whether an office is still open on a day, and still has the slot of an appointment (None: a ticket's day)."""
    if slot is None:
        return bool(spans(world, office, day))
    local = slot.astimezone(SHANGHAI)
    return local.time() in starts(world, office, local.date())


def has_closed(world: World, office: Office, day: date) -> bool:
    """Whether a day's last hour at an office is over, or the day is, or it had none."""
    open_on = spans(world, office, day)
    return day < world.day or not open_on or at(day, open_on[-1][1]) <= world.now


def opening(world: World, office: Office) -> tuple[bool, datetime]:
    """Whether an office is open at this instant, and when it opened or opens next."""
    for days in range(SEARCHED_DAYS):
        day = world.day + timedelta(days=days)
        for opens, closes in spans(world, office, day):
            if at(day, opens) <= world.now < at(day, closes):
                return True, at(day, opens)
            if at(day, opens) > world.now:
                return False, at(day, opens)
    return False, world.now


def last_day_to_change(day: date, policy: Policy, today: date) -> date:
    """The last day on which an appointment of ``day`` may be moved or cancelled online, by the deadline in force."""
    return day - timedelta(days=policy.whole("booking.cancel_days", today))

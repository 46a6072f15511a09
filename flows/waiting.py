"""The rules of the waiting list (候补) of full days: which day can still be waited for, until when an offer is held.

Only who has an appointment waits; it stands until an offer is taken. A seat is offered as long as both the day it is
of and the appointment it would replace may still be changed online, and no offer is so short that it would be missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from flows import hours
from flows.hours import SHANGHAI, at
from flows.language import Step, confirm
from flows.place import Office
from flows.world import World

MOST_DAYS = 3
"""Days one booking may wait for at a time."""
MORNING, NIGHT = time(7), time(21)
"""Between these (Asia/Shanghai) an offer's time runs: nobody loses a place in line asleep."""
TO_COME = timedelta(hours=2)
"""What is left between the end of an offer and the slot's start, for coming."""
LEAST = timedelta(minutes=30)
"""No offer is shorter, unless the place wants it so."""


def by_day(since: datetime, span: timedelta) -> datetime:
    """The instant at which a span has gone by, the nights not counted."""
    day = since.astimezone(SHANGHAI).date()
    while True:
        begins, ends = max(since, at(day, MORNING)), at(day, NIGHT)
        if begins + span <= ends:
            return begins + span
        span -= max(ends - begins, timedelta())
        day += timedelta(days=1)


def offered_until(world: World, office: Office, day: date, own: date) -> datetime:
    """The instant after which no seat of a day is offered any more to who has an appointment on the day ``own``.

    It is the evening of the last day on which both may be changed online; a day on which the office is closed binds
    nobody to its deadline.
    """
    bound = [day, own] if hours.spans(world, office, own) else [day]
    return min(at(hours.last_day_to_change(each, world.policy, world.day), NIGHT) for each in bound)


def held_until(world: World, office: Office, starts_at: datetime, own: date) -> datetime | None:
    """Until when a seat that is free now is held for who is offered it; None if that would be too short."""
    span = timedelta(minutes=world.place.offer_minutes)
    last = offered_until(world, office, starts_at.astimezone(SHANGHAI).date(), own)
    until = min(by_day(world.now, span), last, starts_at - TO_COME)
    return until if until - world.now >= min(LEAST, span) else None


def is_over(world: World, office: Office, day: date, own: date) -> bool:
    """Whether no seat of a day will be offered any more to who has an appointment on the day ``own``."""
    return offered_until(world, office, day, own) - world.now < LEAST


def free_seats(world: World, office: Office, day: date, taken: Mapping[datetime, int]) -> Iterator[datetime]:
    """The start of each free seat of a day that is still to come, earliest first; once for each seat."""
    for start in (at(day, clock) for clock in hours.starts(world, office, day)):
        if start > world.now:
            yield from [start] * (office.capacity - taken.get(start, 0))


def is_day(now: datetime) -> bool:
    """Whether it is a time at which people may be told something that does not hurry."""
    return MORNING <= now.astimezone(SHANGHAI).time() < NIGHT


def place_in_line(name: str) -> Step:
    """The confirmation of waiting: it is said before it how many are in line."""
    return replace(confirm(name), from_="place_in_line")

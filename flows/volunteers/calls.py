"""Calls for volunteers (派单, 社工+志愿者) for one need (陪诊, 送餐, 寻人): when one may be asked, and whom it suits.

Nobody is asked at night (``volunteer.quiet_from`` to ``volunteer.quiet_until``) but in an emergency. A call says
what is needed and never whom it is for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal

from flows import quiet
from flows.hours import SHANGHAI, at, days
from flows.words import Words
from flows.world import World

State = Literal["requested", "asking", "filled", "lapsed", "cancelled"]
"""``requested``: an elder asks for it with what stands in their time bank; the staff have not released it yet."""
Answer = Literal["asked", "accepted", "declined", "over"]

WAVE = 20
"""So many are asked at a time."""
EVERY = timedelta(minutes=10)
"""So long they have before more are asked, while it is not filled."""
AGAIN = timedelta(hours=1)
"""So long until it is looked again for somebody to ask, where nobody was found."""
MOST_NEEDED = 50
LONGEST = timedelta(days=1)
FARTHEST = timedelta(days=90)
DAYTIME = (time(6), time(18))


@dataclass(frozen=True, slots=True)
class Call:
    """One need: for whom volunteers go (an organisation), how many, from when to when.

    ``what`` is told to all who are asked, ``where`` and ``ask`` (whom to ask there) only to who comes. Nobody is asked
    from ``until`` on. ``elder`` is the volunteer from whose time-bank account it is paid, if any.
    """

    number: str
    staff: str
    organisation: str
    kind: str
    township: str | None
    urgent: bool
    needed: int
    starts_at: datetime
    ends_at: datetime
    what: str
    where: str
    ask: str
    filled: int = 0
    state: State = "asking"
    elder: str | None = None

    @property
    def until(self) -> datetime:
        """What can be planned for is asked for before it begins, an emergency for as long as it lasts."""
        return self.ends_at if self.urgent else self.starts_at


def fault(call: Call, now: datetime) -> Words | None:
    """Why a call cannot be made, or None."""
    if call.until <= now:
        return Words("desk-dispatch_too_late")
    if not timedelta() < call.ends_at - call.starts_at <= LONGEST or call.starts_at > now + FARTHEST:
        return Words("desk-dispatch_when")
    if not 1 <= call.needed <= MOST_NEEDED:
        return Words("dispatch-how_many", {"most": MOST_NEEDED})
    return None


def parts_of_day(starts_at: datetime, ends_at: datetime, world: World) -> frozenset[str]:
    """Of the times that volunteers offer (服务时段), those a span of time touches: one must be free in all of them."""
    begins, ends = starts_at.astimezone(SHANGHAI), ends_at.astimezone(SHANGHAI)
    found = set[str]()
    for day in days(begins.date(), (ends - timedelta(microseconds=1)).date()):
        if not world.calendar.is_workday(day):
            found.add("weekend")
            continue
        first, last = max(begins, at(day, time.min)), min(ends, at(day + timedelta(days=1), time.min))
        opens, closes = at(day, DAYTIME[0]), at(day, DAYTIME[1])
        if first < closes and opens < last:
            found.add("workday_day")
        if first < opens or closes < last:
            found.add("workday_evening")
    return frozenset(found)


def awake(world: World) -> datetime:
    """The first instant from now on that is not at night: now, or the end of the night."""
    return quiet.awake(world, "volunteer")


def may_ask_at(call: Call, world: World) -> datetime:
    """From when on volunteers may be told of it: in an emergency at any time."""
    return world.now if call.urgent else awake(world)

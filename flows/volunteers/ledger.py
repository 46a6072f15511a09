"""The ledger of service time (志愿服务记录): entries, what may happen to them, and what they add up to.

An entry is never overwritten: a correction is a new entry that replaces the old one. Service time is the time actually
given, in minutes, never rounded up (民政部令第67号第7条: the unit is the hour); training (培训) is kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from flows.hours import SHANGHAI

Event = Literal["recorded", "confirmed", "disputed", "withdrawn", "replaced"]
State = Literal["waiting", "confirmed", "disputed", "withdrawn", "replaced"]

LONGEST = 24 * 60
"""Minutes: no entry is longer than a day."""

MOVES: Mapping[Event, frozenset[State]] = {
    "confirmed": frozenset({"waiting", "disputed"}),
    "disputed": frozenset({"waiting", "confirmed"}),
    "withdrawn": frozenset({"waiting", "confirmed", "disputed"}),
    "replaced": frozenset({"waiting", "confirmed", "disputed"}),
}
"""From which states each event leads on; ``recorded`` makes an entry."""
BECOMES: Mapping[Event, State] = {
    "recorded": "waiting",
    "confirmed": "confirmed",
    "disputed": "disputed",
    "withdrawn": "withdrawn",
    "replaced": "replaced",
}
OVER: frozenset[State] = frozenset({"withdrawn", "replaced"})
"""Nothing comes after these, and their time is free for another entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of service: by whom (a volunteer's number), for which organisation, from when to when.

    ``minutes`` may be fewer than lie between the two instants (a pause), never more. ``what`` and ``where`` are words.
    """

    id: str
    volunteer: str
    organisation: str
    kind: str
    begins_at: datetime
    ends_at: datetime
    minutes: int
    training: bool = False
    activity: str | None = None
    replaces: str | None = None
    what: str = ""
    where: str = ""
    state: State = "waiting"
    made_at: datetime | None = None
    due_at: datetime | None = None
    escalated_at: datetime | None = None
    confirmed_at: datetime | None = None
    confirmed_by: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it is service time that stands: confirmed, and no training."""
        return self.state == "confirmed" and not self.training

    @property
    def is_for_bureau(self) -> bool:
        """Whether the bureau settles it: in dispute, or not countersigned in time."""
        return self.state == "disputed" or (self.state == "waiting" and self.escalated_at is not None)

    @property
    def is_by_bureau(self) -> bool:
        """Whether it stands because the bureau, and not the organisation, confirmed it."""
        return self.state == "confirmed" and not (self.confirmed_by or "").startswith("organiser:")

    @property
    def day(self) -> date:
        """The day on which it began, in Asia/Shanghai."""
        return self.begins_at.astimezone(SHANGHAI).date()

    def overlaps(self, other: Entry) -> bool:
        """Whether both are of one volunteer and share time; touching ends do not."""
        own = self.volunteer == other.volunteer
        return own and self.begins_at < other.ends_at and other.begins_at < self.ends_at


def span_minutes(begins_at: datetime, ends_at: datetime) -> int:
    """Whole minutes between two instants; a part of one is not rounded up."""
    return int((ends_at - begins_at).total_seconds() // 60)


def free_of(begins_at: datetime, ends_at: datetime, entries: Iterable[Entry]) -> list[tuple[datetime, datetime]]:
    """The parts of a span, the earliest first, that no entry which stands or waits has; none shorter than a minute."""
    parts: list[tuple[datetime, datetime]] = []
    free = begins_at
    for entry in sorted((each for each in entries if each.state not in OVER), key=lambda each: each.begins_at):
        parts.append((free, min(entry.begins_at, ends_at)))
        free = max(free, entry.ends_at)
    parts.append((free, ends_at))
    return [(begins, ends) for begins, ends in parts if span_minutes(begins, ends) > 0]


def after(entry: Entry, event: Event) -> Entry | None:
    """The entry after an event, or None where the event is none for its state."""
    return replace(entry, state=BECOMES[event]) if entry.state in MOVES.get(event, ()) else None


def total(entries: Iterable[Entry]) -> int:
    """Minutes of service time that stand."""
    return sum(entry.minutes for entry in entries if entry.counts)


def by_month(entries: Iterable[Entry]) -> dict[str, int]:
    """Minutes of service time that stand, by the month (``2026-11``) in which the service began; the oldest first."""
    months: dict[str, int] = {}
    for entry in entries:
        if entry.counts:
            month = f"{entry.day:%Y-%m}"
            months[month] = months.get(month, 0) + entry.minutes
    return dict(sorted(months.items()))

"""An application or a benefit in words: as an option, at a glance, and which questions about it have an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from flows.assistance.categories import Category
from flows.assistance.clocks import Begins, Deadline, deadlines
from flows.benefits.records import REFUSED, Record, State
from flows.calendar import WorkCalendar
from flows.words import Option, Words
from flows.world import World

Way = Literal["paid", "changed", "why", "missing", "certify", "disagree", "looked", "ask"]
"""What may be asked about a record: what was paid; why that changed; why it was stopped or refused; what is missing;
re-certification; how to disagree; who looked; that somebody of the staff gets in touch."""
WAYS: tuple[Way, ...] = get_args(Way)

_STAGES: dict[State, tuple[str, ...]] = {
    "accepted": ("survey", "opinion", "whole"),
    "checking": ("check", "opinion", "whole"),
    "examined": ("opinion", "whole"),
    "publicity": ("publicity", "whole"),
    "county": ("county", "whole"),
    "not_confirmed": ("refusal",),
}
"""The periods of the law that run in a state; for what is not accepted yet, waits for papers, or is over, none does."""
_BEFORE = frozenset({"draft", "submitted"})
"""Nobody has decided anything yet."""
MOST_MISSING = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """A record as it is shown. ``categories``: what it is for, as far as is known; of an application filed here it may
    be several. ``handled``: the desk is done with it, and how it ended stands in the written decision."""

    record: Record
    categories: tuple[Category, ...]
    is_own: bool = False
    handled: bool = False

    @classmethod
    def of_register(cls, record: Record) -> Seen:
        """A record of the register."""
        return cls(record, (record.scheme,))

    @property
    def name(self) -> Words:
        """What it is for, in short."""
        return Words("benefits-application") if self.is_own else Words(f"benefits-scheme.{self.record.scheme}")

    @property
    def state(self) -> Words:
        """How it stands, in a few words."""
        return Words(f"benefits-state.{self._state}")

    @property
    def meaning(self) -> Words:
        """How it stands, in a sentence."""
        return Words(f"benefits-meaning.{self._state}")

    @property
    def is_over(self) -> bool:
        """Whether nothing more is decided or paid."""
        return self.handled or self.record.is_over

    @property
    def _state(self) -> str:
        return "handled" if self.handled else self.record.state


def in_order(seen: Sequence[Seen]) -> list[Seen]:
    """The newest first, and what is over last."""
    newest = sorted(seen, key=lambda each: (each.record.since, each.record.id), reverse=True)
    return sorted(newest, key=lambda each: each.is_over)


def option(value: str, seen: Seen) -> Option:
    """A record to choose from."""
    return Option(value, Words("benefits-one", {"name": seen.name, "state": seen.state, "since": seen.record.since}))


def ways(seen: Seen) -> tuple[Way, ...]:
    """What may be asked about a record, as far as there is an answer."""
    record, over = seen.record, seen.is_over
    offered: dict[Way, bool] = {
        "paid": bool(record.payments) or record.state in {"confirmed", "paying", "review"},
        "changed": len(record.payments) > 1
        or any(each.reasons for each in record.payments)
        or record.state == "review",
        "why": record.state in {"stopped", "ended", "transferred", *REFUSED},
        "missing": not over and (bool(record.missing) or record.state == "to_supplement"),
        "certify": not over and record.certify_by is not None,
        "disagree": seen.handled or record.state not in {*_BEFORE, "to_supplement", "withdrawn"},
        "looked": not seen.is_own,
        "ask": True,
    }
    return tuple(way for way in WAYS if offered[way])


def glance(seen: Seen, world: World) -> list[Words]:
    """The essentials of a record, a line each: how it stands, by when the law wants what, what comes next."""
    record, day = seen.record, world.day
    lines = [
        Words("benefits-is", {"name": seen.name, "state": seen.state, "since": record.since}),
        seen.meaning,
        *clock_lines(seen, world),
    ]
    if record.members:
        lines.append(Words("benefits-members", {"n": record.members}))
    if record.missing and not seen.is_over:
        lines.append(Words("benefits-missing_first", {"what": record.missing[0], "n": len(record.missing)}))
    if record.certify_by is not None and not seen.is_over:
        key = "benefits-certify_late" if record.certify_by < day else "benefits-certify_by"
        lines.append(Words(key, {"by": record.certify_by}))
    if record.next_review is not None and not seen.is_over:
        lines.append(Words("benefits-next_review", {"day": record.next_review}))
    return lines


def clock_lines(seen: Seen, world: World) -> Iterator[Words]:
    """The periods of the law that run now, each by its last day: the nearest of each stage that applies."""
    accepted, stages = seen.record.days.get(Begins.ACCEPTED), _STAGES.get(seen.record.state, ())
    if accepted is None or seen.handled or not stages:
        return
    begun: dict[Begins, date] = {name: day for name, day in seen.record.days.items() if name is not Begins.ACCEPTED}
    found = deadlines(accepted, seen.categories, world.calendar, world.policy, begun)
    for stage in stages:
        for each in [deadline for deadline in found if deadline.stage == stage][:1]:
            if each.last_day >= world.day or stage in {"whole", "refusal"}:
                yield _clock_line(each, world)


def workdays_left(calendar: WorkCalendar, day: date, last: date) -> int:
    """How many working days there are from the day on, ``day`` and the last day included."""
    return sum(calendar.is_workday(day + timedelta(days=n)) for n in range((last - day).days + 1))


def _clock_line(deadline: Deadline, world: World) -> Words:
    left = workdays_left(world.calendar, world.day, deadline.last_day)
    said = {
        "name": Words(f"benefits-clock.{deadline.stage}"),
        "day": deadline.last_day,
        "source": deadline.source,
        "left": (deadline.last_day - world.day).days + 1 if deadline.stage == "publicity" else left,
    }
    if deadline.last_day < world.day:
        return Words("benefits-clock_over", said)
    if deadline.stage == "publicity":
        return Words("benefits-clock_publicity", said)
    return Words(
        "benefits-clock_provisional" if deadline.provisional or not deadline.sure else "benefits-clock_line", said
    )

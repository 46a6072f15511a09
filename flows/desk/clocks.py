"""The desk's clocks: by when a case is to be answered and settled (办理时限), by what the place has promised.

These are service promises, no deadlines of the law (for those see ``flows/assistance/clocks.py``). A clock counts until
it is ended, pauses while the resident is asked for something (补正), and is warned of at 50 % and 80 % of its time; at
100 % the promise is broken. What has been reached stays reached, so that each is told once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from flows.desk.working_time import Counts, WorkingTime, due, is_provisional, minute_of, spent

MARKS = (50, 80, 100)
"""Per cent of the time given: warned, warned, breached."""
BREACHED = 100


class Name(StrEnum):
    """What is to be done: give the first answer, answer what the resident wrote since, settle the case."""

    FIRST = "first"
    NEXT = "next"
    SOLUTION = "solution"


class State(StrEnum):
    """``MET``: it was done, in time or late (then ``reached`` is 100). ``VOID``: nothing is to be done any more."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock of a case. ``minutes`` are given, ``spent`` those counted before the last pause.

    ``running_since`` is empty unless it runs. ``due_at`` is empty while it is paused, or when the office does not open
    for so long that nobody can say. ``reached`` is 0 or one of ``MARKS``.
    """

    name: Name
    counts: Counts
    minutes: int
    spent: int
    running_since: datetime | None
    due_at: datetime | None
    state: State
    reached: int
    begun_at: datetime
    ended_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether what it is about is still to be done."""
        return self.state in (State.RUNNING, State.PAUSED)

    def is_overdue(self, now: datetime) -> bool:
        """Whether it still runs although its time is over; at ``due_at`` it is."""
        return self.state is State.RUNNING and self.due_at is not None and self.due_at <= now


def begin(name: Name, minutes: int, counts: Counts, now: datetime, time: WorkingTime) -> Clock:
    """A clock that begins now."""
    return Clock(
        name=name,
        counts=counts,
        minutes=minutes,
        spent=0,
        running_since=minute_of(now),
        due_at=due(now, minutes, counts, time),
        state=State.RUNNING,
        reached=0,
        begun_at=now,
    )


def pause(clock: Clock, now: datetime, time: WorkingTime) -> Clock:
    """It waits for the resident. One whose time is over does not: to ask then mends nothing."""
    if clock.state is not State.RUNNING or clock.is_overdue(now):
        return clock
    return replace(clock, state=State.PAUSED, spent=counted(clock, now, time), running_since=None, due_at=None)


def resume(clock: Clock, now: datetime, time: WorkingTime) -> Clock:
    """The resident has given what they were asked for: the rest of the time counts from now."""
    if clock.state is not State.PAUSED:
        return clock
    rest = due(now, clock.minutes - clock.spent, clock.counts, time)
    return replace(clock, state=State.RUNNING, running_since=minute_of(now), due_at=rest)


def end(clock: Clock, state: State, now: datetime, time: WorkingTime) -> Clock:
    """It ends, ``MET`` or ``VOID``; one that ends after its time was breached, even if nobody had noticed yet."""
    if not clock.is_open:
        return clock
    reached = BREACHED if clock.is_overdue(now) else clock.reached
    total = counted(clock, now, time)
    return replace(clock, state=state, spent=total, running_since=None, reached=reached, ended_at=now)


def mark(clock: Clock, reached: int) -> Clock:
    """So much of its time has been reached; that never goes back."""
    return replace(clock, reached=max(clock.reached, reached))


def hasten(clock: Clock, minutes: int, counts: Counts, now: datetime, time: WorkingTime) -> Clock:
    """The case has become urgent: from now on it has the shorter time, unless it was due even earlier.

    A clock that is paused stays so; what was asked is still asked.
    """
    if not clock.is_open:
        return clock
    new = replace(begin(clock.name, minutes, counts, now, time), begun_at=clock.begun_at)
    old = resume(clock, now, time)
    if old.due_at is not None and (new.due_at is None or old.due_at <= new.due_at):
        return clock
    return new if clock.state is State.RUNNING else pause(new, now, time)


def reckoned(clock: Clock, time: WorkingTime) -> Clock:
    """With the due time that the calendar gives now: a day may be worked, or off, that was not.

    A breach that was recorded stands as it is: what was promised then was not kept.
    """
    if clock.running_since is None or clock.reached == BREACHED:
        return clock
    return replace(clock, due_at=due(clock.running_since, clock.minutes - clock.spent, clock.counts, time))


def counted(clock: Clock, now: datetime, time: WorkingTime) -> int:
    """The minutes that have counted until now."""
    running = 0 if clock.running_since is None else spent(clock.running_since, now, clock.counts, time)
    return clock.spent + running


def fraction(clock: Clock, now: datetime, time: WorkingTime) -> float:
    """How much of its time has counted: 0 at the beginning, 1 when it is due, more when it is overdue."""
    return counted(clock, now, time) / clock.minutes if clock.minutes else 1.0


def marks(clock: Clock, time: WorkingTime) -> Iterator[tuple[int, datetime]]:
    """The marks that have not been reached, each with the instant at which they will be; none unless it runs."""
    if clock.running_since is None:
        return
    for each in MARKS:
        needed = -(-clock.minutes * each // 100) - clock.spent  # rounded up: at 50 % half of it is over
        instant = due(clock.running_since, needed, clock.counts, time)
        if each > clock.reached and instant is not None:
            yield each, instant


def next_mark(clock: Clock, time: WorkingTime) -> tuple[int, datetime] | None:
    """The next mark, and when."""
    return next(marks(clock, time), None)


def reached_by(clock: Clock, now: datetime, time: WorkingTime) -> int:
    """The highest mark reached by now; what was reached before stays so."""
    return max((each for each, instant in marks(clock, time) if instant <= now), default=clock.reached)


def may_move(clock: Clock, time: WorkingTime) -> bool:
    """Whether the due time depends on days for which there is no published calendar yet."""
    if clock.running_since is None or clock.due_at is None:
        return False
    return is_provisional(clock.running_since, clock.due_at, clock.counts, time)

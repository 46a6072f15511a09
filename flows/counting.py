"""What is counted of appointments, and when online booking pauses: no-shows (爽约), cancellations (取消), 暂停网上预约.

Only booking online is ever paused: the counter takes walk-ins (现场号) all the same, an appointment that stands can
be moved or cancelled, and what the law bounds by days is never paused (``Book.pausable``).

Days, exactly. *Within 30 days* means thirty natural days with that of the event as the first: what happened on
1 May counts from 1 May to 30 May, and no more from 31 May, its clearing date. A pause of 15 days begins with the day
on which a rule was met as its first: met on 1 May it is over on 16 May, when one can book again. Where a local notice
leaves it open whether the first day counts, this is the reading in favour of the person.

A no-show is of the day of its appointment, a cancellation of the day on which it was made. Both are counted for each
of the people of a booking, as the local notices count them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from flows.errors import FlowFault
from flows.policy import Policy, Table

FIGURE = "booking.pauses"
"""The policy figure with the rules of a place; an empty list counts nothing."""
What = Literal["no_show", "cancelled"]
_LIMITS = ("no_shows", "cancels")
_DAYS = ("within_days", "block_days")


@dataclass(frozen=True, slots=True)
class Counted:
    """A no-show or a cancellation of one person, and the local day it is of."""

    what: What
    day: date


@dataclass(frozen=True, slots=True)
class Rule:
    """At least so many no-shows and so many cancellations within ``within_days`` pause for ``block_days``.

    A kind whose number is 0 is not counted by this rule.
    """

    no_shows: int
    cancels: int
    within_days: int
    block_days: int

    def counts(self, what: What) -> bool:
        """Whether this rule counts such a thing."""
        return self._limit(what) > 0

    def clears(self, counted: Counted) -> date:
        """From which day on something counted is counted no more."""
        return counted.day + timedelta(days=self.within_days)

    def within(self, past: Sequence[Counted], on: date) -> list[Counted]:
        """What this rule counts on a day, the oldest first."""
        counts = (each for each in past if self.counts(each.what) and each.day <= on < self.clears(each))
        return sorted(counts, key=lambda each: each.day)

    def is_met(self, past: Sequence[Counted], on: date) -> bool:
        """Whether it is reached on a day."""
        return all(self._missing(what, past, on) <= 0 for what in ("no_show", "cancelled"))

    def more(self, what: What, past: Sequence[Counted], on: date) -> int | None:
        """How many more of a kind on that day reach it; None if it does not count them or another kind is lacking."""
        other: What = "cancelled" if what == "no_show" else "no_show"
        if not self.counts(what) or self._missing(other, past, on) > 0:
            return None
        return max(1, self._missing(what, past, on))

    def _missing(self, what: What, past: Sequence[Counted], on: date) -> int:
        return self._limit(what) - sum(each.what == what for each in self.within(past, on))

    def _limit(self, what: What) -> int:
        return self.no_shows if what == "no_show" else self.cancels


@dataclass(frozen=True, slots=True)
class Ahead:
    """What would be reached next: ``more`` of a kind meet ``rule``, which counts so many already.

    ``clears`` is the day from which the oldest of those is counted no more.
    """

    rule: Rule
    more: int
    no_shows: int
    cancels: int
    clears: date | None


def rules_of(policy: Policy, on: date) -> tuple[Rule, ...]:
    """The rules in force on a day. Raises FlowFault for one that cannot be meant, and as ``Policy.tables``."""
    return tuple(_rule(table) for table in policy.tables(FIGURE, on))


def paused_until(rules: Sequence[Rule], past: Sequence[Counted], today: date) -> date | None:
    """The day from which a person can book online again, or None: they can today.

    A pause begins anew whenever something that its rule counts happens while the rule is met, so what happens in the
    middle of a pause can make it longer. A pause that is over is over: it begins anew only with something new.
    """
    ends = (
        each.day + timedelta(days=rule.block_days)
        for rule in rules
        for each in past
        if each.day <= today and rule.counts(each.what) and rule.is_met(past, each.day)
    )
    return max((day for day in ends if day > today), default=None)


def ahead(rules: Sequence[Rule], past: Sequence[Counted], what: What, today: date) -> Ahead | None:
    """Which rule the next ones of a kind would reach first, the longer pause first; None: such things count nowhere."""
    reached = [(more, rule) for rule in rules if (more := rule.more(what, past, today)) is not None]
    if not reached:
        return None
    more, rule = min(reached, key=lambda each: (each[0], -each[1].block_days, -each[1].within_days))
    counted = rule.within(past, today)
    no_shows = sum(each.what == "no_show" for each in counted)
    clears = rule.clears(counted[0]) if counted else None
    return Ahead(rule, more, no_shows, len(counted) - no_shows, clears)


def counts_until(rules: Sequence[Rule], counted: Counted) -> date | None:
    """From which day on something counts for nothing any more; None if no rule counts it."""
    return max((rule.clears(counted) for rule in rules if rule.counts(counted.what)), default=None)


def first_that_matters(rules: Sequence[Rule], today: date) -> date:
    """The first day of which something can still count or have led to a pause that is not over."""
    return today - timedelta(days=max((rule.within_days + rule.block_days for rule in rules), default=0))


def _rule(table: Table) -> Rule:
    numbers = {**dict.fromkeys(_LIMITS, 0), **table}
    if set(numbers) != {*_LIMITS, *_DAYS}:
        raise FlowFault(f"policy figure '{FIGURE}': a rule has {', '.join((*_LIMITS, *_DAYS))}, not {', '.join(table)}")
    rule = Rule(**numbers)
    counts_something = rule.no_shows + rule.cancels > 0
    if min(numbers.values()) < 0 or not counts_something or min(rule.within_days, rule.block_days) < 1:
        raise FlowFault(f"policy figure '{FIGURE}': a rule counts something within days above zero, not {dict(table)}")
    return rule

"""What every registration flow shares: the day and the slot, the two people, and the findings of a pre-check.

A pre-check (证明材料预审) says 齐全 / 缺什么 / 须人工 and never promises: the office decides on the day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from flows import counting, hours
from flows.inputs.id_number import describe
from flows.language import Facts, Must, Step, confirm, day, pick
from flows.words import Value, Words, yes

Result = Literal["complete", "missing", "person"]


@dataclass(frozen=True, slots=True)
class PreCheck:
    """What a pre-check found: what is missing, what a person must look at, what to bring."""

    missing: tuple[Words, ...] = ()
    person: tuple[Words, ...] = ()
    bring: tuple[Words, ...] = ()

    @property
    def result(self) -> Result:
        """须人工 before 缺什么 before 齐全."""
        if self.person:
            return "person"
        return "missing" if self.missing else "complete"

    def words(self) -> Sequence[Words]:
        """The findings as messages: what a person looks at, what is missing, or that all is there; then what to
        bring."""
        found = [("person", self.person), ("missing", self.missing)]
        said = tuple(Words(f"precheck-{result}", {"lines": lines}) for result, lines in found if lines)
        return (*(said or (Words("precheck-complete"),)), *self.to_bring())

    def to_bring(self) -> Sequence[Words]:
        """What to bring, as one message."""
        return (Words("precheck-bring", {"lines": self.bring}),)


def id_cards_missing(facts: Facts) -> list[Words]:
    """What the answer about the ID cards (居民身份证) leaves to be done before one comes; a temporary card will do."""
    state = facts.get("id_cards", facts.get("own_card"))
    return [] if state in {"valid", "temporary"} else [Words(f"precheck-id_{state}")]


def unusual_divisions(facts: Facts, *steps: str) -> list[Words]:
    """A number that begins with no county's code stays valid, and a person looks at it; said once."""
    unusual = any(describe(facts[step]).warning == "division" for step in steps)
    return [Words("precheck-old_division")] if unusual else []


def household_book(facts: Facts, on: date) -> Words:
    """Whether the household book (户口簿) is to be brought on a day; since 2025-05-10 it is not needed any more
    (婚姻登记条例第8、15、21条)."""
    needed = facts.world.policy.value("registration.household_book_needed", on)
    return Words("bring-household_book" if needed else "bring-no_household_book")


def with_args(step: Step, args: Callable[[Facts], Mapping[str, Value]]) -> Step:
    """The step with arguments for its question."""
    return replace(step, args=args)


def in_confidence(step: Step) -> Step:
    """The step as one that is told in confidence: never read back, and marked for the staff (不得告诉对方)."""
    return replace(step, confidential=True)


def appointment_day(
    must: Sequence[Must] = (),
    args: Callable[[Facts], Mapping[str, Value]] | None = None,
    *,
    under: Sequence[str] = (),
    skip: str | None = None,
) -> Step:
    """The day of the appointment, one of the open days on which there are seats; ``skip`` is a way without one."""
    return day("day", must=(not_past, not_too_far, *must), from_="open_days", under=under, args=args, skip=skip)


def appointment_slot() -> Step:
    """The slot of that day; it is held while the rest is asked."""
    return pick("slot", from_="free_slots", kind="slot", holding="slot", under=("day",), show=slot_time)


def _day(facts: Facts) -> date:
    day: date = facts["day"]
    return day


def booking_summary(*, pausable: bool = True, day_of: Callable[[Facts], date] = _day) -> Step:
    """The summary of a booking, with until when it may be changed and, where that counts, what not coming leads to."""

    def told(facts: Facts) -> Mapping[str, Value]:
        return before_booking(facts, day_of(facts), pausable)

    return with_args(confirm("summary"), told)


def before_booking(facts: Facts, day: date, pausable: bool) -> Mapping[str, Value]:
    """The rules people stumble on, as arguments of the summary; ``no_shows`` is 0 where none are counted."""
    policy, today = facts.world.policy, facts.day
    until = hours.last_day_to_change(day, policy, today)
    next_ = counting.ahead(counting.rules_of(policy, today), (), "no_show", today) if pausable else None
    return {
        "changeable": yes(today <= until),
        "until": until,
        "no_shows": 0 if next_ is None else next_.more,
        "within": 0 if next_ is None else next_.rule.within_days,
        "block": 0 if next_ is None else next_.rule.block_days,
    }


def slot_time(slot: str) -> str:
    """The time of day of a slot kept as ``YYYY-MM-DDTHH:MM`` (Asia/Shanghai)."""
    return slot.partition("T")[2]


def not_past(value: Value, facts: Facts) -> Words | None:
    """A day that has gone by does not fit any more."""
    return None if value >= facts.day else Words("day-past")


def not_too_far(value: Value, facts: Facts) -> Words | None:
    """A day that cannot be booked yet: up to when one can, and from when that day."""
    last = last_bookable(facts)
    opens = hours.released(facts.world, value)
    return None if value <= last else Words("day-too_far", {"last": last, "day": value, "opens": opens})


def not_future(value: Value, facts: Facts) -> Words | None:
    """A date on a paper cannot lie ahead."""
    return None if value <= facts.day else Words("day-future")


def first_bookable(facts: Facts) -> date:
    """The first day that can be booked now."""
    return hours.bookable(facts.world)[0]


def last_bookable(facts: Facts) -> date:
    """The last day that can be booked now."""
    return hours.bookable(facts.world)[1]


def at_office(service: str) -> Callable[[Facts], Mapping[str, Value]]:
    """The office of a service as arguments of a message: its name, address and telephone."""

    def told(facts: Facts) -> Mapping[str, Value]:
        office = facts.world.place.office_of(service)
        name = f"office-{office.id}"
        return {"office": Words(name), "address": Words(f"{name}.address"), "phone": office.phone}

    return told


def another_person(first: str) -> Must:
    """The two numbers must be those of two people."""

    def check(value: Value, facts: Facts) -> Words | None:
        return Words("id_number-same_person") if facts.get(first) == value else None

    return check


def foreign_card(step: str) -> Callable[[Facts], bool]:
    """The number given at ``step`` is not that of a mainland resident's ID card (居民身份证)."""

    def check(facts: Facts) -> bool:
        return describe(facts[step]).kind != "resident"

    return check


def same_sex_digit(facts: Facts) -> bool:
    """The 17th digits of both numbers say the same sex: asked about, never accused."""
    return describe(facts["first_id"]).sex == describe(facts["second_id"]).sex

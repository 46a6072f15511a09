"""How a flow ends: what is done, and what the resident is told.

An ending's words are the message ``<flow>-<ending>``. What it does is carried out in the turn's transaction, before
the words are shown; the numbers it makes (a receipt) become arguments of the words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flows.language.facts import Facts
from flows.words import Value, Words


def _nothing(_: Facts) -> Mapping[str, Value]:
    return {}


def _no_more(_: Facts) -> Sequence[Words]:
    return ()


def _any_day(_: Facts) -> tuple[date | None, date | None]:
    return None, None


def _unchecked(_: Facts) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """``args`` fill the ending's words, ``after`` are further messages (a pre-check's findings)."""

    args: Callable[[Facts], Mapping[str, Value]] = _nothing
    after: Callable[[Facts], Sequence[Words]] = _no_more


@dataclass(frozen=True, slots=True, kw_only=True)
class Advise(Ending):
    """Says what to do; files nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File(Ending):
    """Files a case of ``service`` with the answers on the path."""

    service: str
    urgent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(File):
    """Files a case that asks for a person (转人工); the resident is told when one will look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book(File):
    """Files a case and turns the held slot into a booking for the people named.

    ``slot`` and ``people`` name steps; one person has one active booking. Without ``slot`` it is a walk-in ticket
    for the day in ``day``, which takes no capacity. ``span`` bounds the days it may later be moved to; ``verdict`` is
    the pre-check's result: complete, missing or person.
    """

    slot: str | None = None
    day: str = "day"
    people: tuple[str, ...] = ()
    span: Callable[[Facts], tuple[date | None, date | None]] = _any_day
    verdict: Callable[[Facts], str] = _unchecked


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebook(Ending):
    """Swaps the booking in ``booking`` to the held slot in ``slot``, atomically."""

    booking: str
    slot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBooking(Ending):
    """Cancels the booking in ``booking`` and frees its seat once."""

    booking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remember(File):
    """Files what this conversation is to be reminded of, or amends it where one was chosen that it has already.

    It is the chat's own and goes to no other system. ``kept`` is the step in which one is chosen.
    """

    kept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismiss(Ending):
    """Erases what the one chosen in ``kept`` remembers; nothing more is told of it."""

    kept: str

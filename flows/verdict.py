"""What a rule answers: YES, NO or UNKNOWN, why, from which source, and what would change it.

A rule never answers no because something is not known; it answers UNKNOWN, and a person looks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias, TypeVar

from flows.errors import FlowFault
from flows.words import Words

Reason: TypeAlias = Words
"""Why: a message id of ``locales/`` with its arguments."""

_T = TypeVar("_T")


class Verdict(Enum):
    """The three answers; UNKNOWN is an answer, not a failure."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reasons, its sources (article, figure and date) and the ids of what would change it."""

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    sources: tuple[str, ...] = ()
    would_change: tuple[str, ...] = ()


def all_of(*parts: Judgement) -> Judgement:
    """All must hold: one NO makes NO, else one UNKNOWN makes UNKNOWN, else YES.

    Only the parts that decided are told: nobody who is refused for one thing should read what was in order.
    """
    return _strongest(parts, (Verdict.NO, Verdict.UNKNOWN, Verdict.YES))


def any_of(*parts: Judgement) -> Judgement:
    """One is enough: one YES makes YES, else one UNKNOWN makes UNKNOWN, else NO. Only the deciding parts are told."""
    return _strongest(parts, (Verdict.YES, Verdict.UNKNOWN, Verdict.NO))


def _strongest(parts: tuple[Judgement, ...], strongest_first: tuple[Verdict, ...]) -> Judgement:
    if not parts:
        raise FlowFault("a rule combines no judgements at all: it would promise or refuse without a reason")
    verdict = min((part.verdict for part in parts), key=strongest_first.index)
    deciding = [part for part in parts if part.verdict is verdict]
    return Judgement(
        verdict,
        _once(reason for part in deciding for reason in part.reasons),
        _once(source for part in deciding for source in part.sources),
        _once(change for part in deciding for change in part.would_change),
    )


def _once(items: Iterable[_T]) -> tuple[_T, ...]:
    """The items in order, each once; compared, not hashed, because a reason carries a mapping."""
    kept: list[_T] = []
    for item in items:
        if item not in kept:
            kept.append(item)
    return tuple(kept)

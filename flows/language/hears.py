"""One sentence that answers several questions at once; what it says is confirmed with the rest, in the summary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from flows.language.facts import Facts
from flows.words import Value, Words


@dataclass(frozen=True, slots=True)
class Heard:
    """What a sentence said for sure, by step. ``doubts`` are about what it may have said; ``open`` are the steps that
    are to be asked therefore, whatever was answered to them before."""

    values: Mapping[str, Value] = field(default_factory=dict)
    doubts: tuple[Words, ...] = ()
    open: frozenset[str] = frozenset()


Hear = Callable[[str, Facts], Heard]
"""Reads a sentence. Raises NotUnderstood with the sentence that says what would be right."""


@dataclass(frozen=True, slots=True)
class Hears:
    """``fills`` are the later steps that a sentence may answer; one that it leaves open is asked as ever.

    Said at the summary (更正), a sentence changes what it names and nothing else: there ``hear`` sees every answer.
    """

    fills: tuple[str, ...]
    hear: Hear

"""One sentence that answers several questions at once; what it says is confirmed with the rest, in the summary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flows.language.facts import Facts
from flows.words import Value

Hear = Callable[[str, Facts], Mapping[str, Value]]
"""What a sentence says for sure, by step; the rest is asked. Raises NotUnderstood with the sentence that says what
would be right."""


@dataclass(frozen=True, slots=True)
class Hears:
    """``fills`` are the later steps that a sentence may answer; one that it leaves open is asked as ever.

    Said at the summary (更正), a sentence changes what it names and nothing else: there ``hear`` sees every answer.
    ``enough``: what a sentence that was not asked for must say to begin the service by itself; where it is empty none
    does.
    """

    fills: tuple[str, ...]
    hear: Hear
    enough: frozenset[str] = frozenset()

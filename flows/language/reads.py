"""What is read from a picture: a suggestion of a machine, which one answer of a person turns into answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from flows.language.facts import Facts
from flows.words import Value, Words

RIGHT, AGAIN, TYPED = "yes", "again", "typed"
"""It is right; another picture; it is typed instead."""
NOT_KEPT = "not_kept"
"""The answer to a photo step whose picture is gone."""


@dataclass(frozen=True, slots=True)
class Reads:
    """What a question shows that was read, and what its confirmation answers.

    ``of`` is the step of the picture, ``fills`` maps later steps to the fields they are answered with, ``lines`` shows
    what was read, whole: nobody can confirm what is hidden. The picture is gone once it was read, unless ``keeps``;
    then it stays if what was read is confirmed.
    """

    of: str
    fills: Mapping[str, str]
    lines: Callable[[Mapping[str, Value]], Sequence[Words]]
    keeps: Callable[[Facts], bool]

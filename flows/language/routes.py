"""When a route is taken: the first of a step's routes whose condition is true."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from flows.language.facts import Facts

When = Callable[[Facts], bool]
Route = tuple[str, When, str]
"""From, when, to."""


def ALWAYS(_: Facts) -> bool:  # noqa: N802 - reads as a constant in a table of routes
    """The fallback of a step: last, and taken when nothing before it was."""
    return True


def NEVER(_: Facts) -> bool:  # noqa: N802 - as ALWAYS
    """Of nobody."""
    return False


@dataclass(frozen=True, slots=True)
class Picked:
    """True when the step the route starts from was answered with one of ``values``; of a ``many``, when one of them
    is among those chosen."""

    values: tuple[str, ...]
    step: str = ""

    def __call__(self, facts: Facts) -> bool:
        value = facts[self.step]
        return any(each in self.values for each in value) if isinstance(value, tuple) else value in self.values


def picked(*values: str) -> When:
    """The route of one or more options of the step it starts from; checked against that step's options."""
    return Picked(values)


def bound(when: When, step: str) -> When:
    """The condition as one about the step its route starts from."""
    return Picked(when.values, step) if isinstance(when, Picked) else when


def values_of(when: When) -> tuple[str, ...]:
    """The options a condition is for; none when it is a rule."""
    return when.values if isinstance(when, Picked) else ()


def name_of(rule: Callable[..., object]) -> str:
    """A rule's name, with the values it was made with: the same in every process."""
    if isinstance(rule, Picked):
        return f"picked {rule.values}"
    cells = (cell.cell_contents for cell in getattr(rule, "__closure__", None) or ())
    made_with = [repr(each) for each in cells if isinstance(each, str | int | date | tuple)]
    return " ".join([getattr(rule, "__qualname__", type(rule).__qualname__), *made_with])


def label_of(when: When) -> str:
    """A condition as a diagram shows it: nothing for a fallback, the options picked, or the rule's name."""
    if when is ALWAYS:
        return ""
    if isinstance(when, Picked):
        return " / ".join(when.values)
    return re.sub(r"\.<locals>\.\w+", "", name_of(when)).replace("<lambda>", "lambda")

"""Buttons of channels that keep them: each says which question it was under, so that one of another question is stale.

A button carries two marks, both short whatever the question and the option are called: that of the question, and that
of the option.
"""

from __future__ import annotations

from collections.abc import Collection

from flows.dialogue.runs import derive_id

STILL = "still"
"""The mark of what is offered while the services begun stand still."""
LENGTH = 10
MORE = "+"
"""Between the options of a question that takes several."""


def mark_of(*parts: str) -> str:
    """The mark of a question: of its run and step, or of the desk's own."""
    return derive_id("question", *parts)[:LENGTH]


def option_mark(value: str) -> str:
    """The mark of an option."""
    return derive_id("option", value)[:LENGTH]


def meant(choice: str, values: Collection[str]) -> str | None:
    """The value a button stands for, or several joined by commas; None where one of them is offered no more."""
    marked = {option_mark(value): value for value in values}
    found = [marked.get(each) for each in choice.split(MORE)]
    return None if None in found else ",".join(filter(None, found))

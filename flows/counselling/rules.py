"""The rules of 婚姻家庭辅导: how much somebody says of themselves."""

from __future__ import annotations

from flows.language import Facts
from flows.words import Value, Words

LONGEST_CALLED = 20
"""Characters: a way to be called (张女士), and no story."""


def short(value: Value, facts: Facts) -> Words | None:
    """A way to be called is short: what it is about is for the talk itself."""
    return None if len(value) <= LONGEST_CALLED else Words("counselling-called_long", {"limit": LONGEST_CALLED})

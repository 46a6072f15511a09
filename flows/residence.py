"""Where somebody lives: the township, and the village or community in it."""

from __future__ import annotations

from flows.language import Step, pick
from flows.words import Words


def township(name: str = "township", *, skip: str) -> Step:
    """One of the place's townships; ``skip`` is for who lives elsewhere, or does not know."""
    return pick(name, from_="townships", kind="place", show=_township, skip=skip)


def village(*, skip: str) -> Step:
    """One of the villages (communities) of that township; ``skip`` is for who does not know or find it."""
    return pick("village", from_="villages", kind="place", under=["township"], show=_village, skip=skip)


def _township(value: str) -> Words:
    return Words(f"township-{value}")


def _village(value: str) -> str:
    return value.partition(":")[2]

"""The menu of services: those of one heading are one entry, which opens the services under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flows.language.flow import Flow
from flows.language.questions import PERSON
from flows.words import Words

MENU = "menu"
"""An aside when asked for in the middle, and what is open when no service is; ``menu:<heading>`` is a part of it."""
TO_MENU = "command:menu"


def is_menu(aside: str | None) -> bool:
    """Whether this is the menu or a part of it."""
    return heading_of(aside) is not None or aside == MENU


def heading_of(value: str | None) -> str | None:
    """The heading of a part of the menu, which is also the value of its entry."""
    name, _, heading = (value or "").partition(":")
    return heading if name == MENU and heading else None


def entries(flows: Mapping[str, Flow], aside: str) -> Iterator[str]:
    """Services, headings and commands, in their order; a heading with one service is that service."""
    opened = heading_of(aside)
    if opened is not None:
        yield from (name for name, flow in flows.items() if flow.heading == opened)
        yield TO_MENU
        return
    headings = [flow.heading for flow in flows.values()]
    for name, flow in flows.items():
        if flow.heading is None or headings.count(flow.heading) == 1:
            yield name
        elif next(each.name for each in flows.values() if each.heading == flow.heading) == name:
            yield f"{MENU}:{flow.heading}"
    yield PERSON


def asks(aside: str, *, more: bool) -> Words:
    """What the menu says; ``more`` when something was just done."""
    opened = heading_of(aside)
    if opened is not None:
        return Words("menu-under", {"heading": Words(f"heading-{opened}")})
    return Words("menu-more" if more else MENU)

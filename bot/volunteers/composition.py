"""All pieces of volunteer service, put together."""

from __future__ import annotations

from bot.volunteers.parts import Part, Tools, Volunteering


def volunteering(tools: Tools) -> Volunteering:
    """Every piece there is."""
    parts: tuple[Part, ...] = ()
    return Volunteering(parts)

"""All pieces of volunteer service, put together."""

from __future__ import annotations

from bot.volunteers.certifying import Certifying
from bot.volunteers.my_hours import MyHours
from bot.volunteers.parts import Part, Tools, Volunteering
from bot.volunteers.records import Records
from bot.volunteers.registering import Registering


def volunteering(tools: Tools) -> Volunteering:
    """Every piece there is."""
    parts: tuple[Part, ...] = (
        Registering(tools).part(),
        MyHours(tools, Records(tools)).part(),
        Certifying(tools).part(),
    )
    return Volunteering(parts)

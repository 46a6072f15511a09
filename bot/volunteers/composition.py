"""All pieces of volunteer service, put together."""

from __future__ import annotations

from bot.volunteers.arriving import Arriving
from bot.volunteers.parts import Tools, Volunteering
from bot.volunteers.publishing import Publishing
from bot.volunteers.registering import Registering
from bot.volunteers.reminding import Reminding
from bot.volunteers.taking_part import TakingPart


def volunteering(tools: Tools) -> Volunteering:
    """Every piece there is."""
    pieces = (Registering(tools), Publishing(tools), TakingPart(tools), Arriving(tools), Reminding(tools))
    return Volunteering(piece.part() for piece in pieces)

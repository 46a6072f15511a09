"""All pieces of volunteer service, put together."""

from __future__ import annotations

from bot.volunteers.dispatching import Dispatching
from bot.volunteers.hours import Hours
from bot.volunteers.parts import Tools, Volunteering
from bot.volunteers.registering import Registering
from bot.volunteers.time_bank import TimeBank


def volunteering(tools: Tools) -> Volunteering:
    """Every piece there is."""
    pieces = (Registering(tools), Hours(tools), Dispatching(tools), TimeBank(tools))
    return Volunteering(piece.part() for piece in pieces)

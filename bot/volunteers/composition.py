"""All pieces of volunteer service, put together."""

from __future__ import annotations

from bot.volunteers.countersigning import Countersigning
from bot.volunteers.disputing import Disputing
from bot.volunteers.escalating import Escalating
from bot.volunteers.linking import Linking
from bot.volunteers.organising import Organising
from bot.volunteers.parts import Tools, Volunteering


def volunteering(tools: Tools) -> Volunteering:
    """Every piece there is."""
    pieces = (Linking(tools), Organising(tools), Countersigning(tools), Disputing(tools), Escalating(tools))
    return Volunteering(piece.part() for piece in pieces)

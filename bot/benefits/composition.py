"""All pieces about applications and benefits, put together."""

from __future__ import annotations

from bot.benefits.parts import Tools
from bot.benefits.proving import Proving
from bot.pieces import Part


def parts(tools: Tools) -> list[Part]:
    """Every piece there is."""
    return [Proving(tools).part()]

"""All pieces about applications and benefits, put together."""

from __future__ import annotations

from bot.benefits.certify_due import CertifyDue
from bot.benefits.certifying import Certifying
from bot.benefits.news import News
from bot.benefits.parts import Tools
from bot.benefits.proving import Proving
from bot.benefits.showing import Showing
from bot.benefits.supplementing import Supplementing
from bot.benefits.watching import Watching
from bot.pieces import Part


def parts(tools: Tools) -> list[Part]:
    """Every piece there is."""
    pieces = (
        *(Proving(tools), Showing(tools), Supplementing(tools)),
        *(News(tools), Watching(tools), Certifying(tools), CertifyDue(tools)),
    )
    return [piece.part() for piece in pieces]

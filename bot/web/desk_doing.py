"""What follows at the desk when a clerk did something about a case; whether they may is in ``bot/doing.py``."""

from __future__ import annotations

from fastapi.responses import RedirectResponse, Response

from bot.doing import woken
from bot.web.access import Web


async def done(web: Web, number: str) -> Response:
    """Back to the case, whose page shows what was done."""
    await woken(web.app)
    return RedirectResponse(f"/desk/cases/{number}", 303)

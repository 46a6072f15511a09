"""Where Telegram brings updates (webhook): answered once they are taken, so that it brings again what was not."""

from __future__ import annotations

import asyncio
import hmac
import json

from fastapi import APIRouter, Request, Response
from prometheus_client import Counter

from bot.bots import Webhook
from bot.web.access import Here
from bot.web.problems import Problem

SECRET = b"x-telegram-bot-api-secret-token"

router = APIRouter(prefix="/telegram", include_in_schema=False)
_refused = Counter("yizheng_telegram_refused_total", "Updates that did not come from Telegram")


@router.post("/{name}")
async def update(request: Request, web: Here, name: str) -> Response:
    """One update. Whoever does not know the secret learns nothing, not even whether there is a bot."""
    bot = web.bots.get(name)
    given = next((value for header, value in request.scope["headers"] if header == SECRET), b"")
    if not isinstance(bot, Webhook) or bot.secret is None or not hmac.compare_digest(given, bot.secret.encode()):
        _refused.inc()
        raise Problem(404, "fault-not_found")
    try:
        brought = json.loads(await request.body())
    except ValueError:
        brought = None
    if isinstance(brought, dict):  # anything else would only be brought again and again
        await asyncio.shield(web.keep(bot.take(brought)))
    return Response(status_code=200)

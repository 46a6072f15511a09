"""What was paid, as a picture: for the conversation that has shown whose it is, and only as long as that holds."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Response

from bot.benefits.picture import chart_of
from bot.benefits.showing import Showing
from bot.turn import Forgotten
from bot.web.access import Conversation, Here
from bot.web.documents import as_file, limited
from bot.web.problems import Problem, documented
from bot.web.rendering import BENEFITS
from integrations.documents.payments import payments_png
from integrations.store import conversations

router = APIRouter(tags=["chat"])
_DESCRIBED = {200: {"content": {"image/png": {}}}, **documented(401, 404, 422, 429, 503)}


@router.get(f"{BENEFITS}/{{proof}}/{{mark}}/payments.png", response_class=Response, responses=_DESCRIBED)
async def payments(web: Here, conversation: Conversation, proof: str, mark: str) -> Response:
    """The payments of one benefit by month. The address holds nothing but random numbers of this conversation."""
    app = web.app
    await limited(web, conversation)
    async with app.database.read() as connection:
        loaded = await conversations.load(connection, app.vault, conversation, app.settings.locale)
    if loaded.forgotten:
        raise Forgotten
    told = await Showing(app.benefit_tools).told(proof, conversation)
    seen = None if told is None else told.by_mark(mark)
    if seen is None or not seen.record.payments:
        raise Problem(404, "fault-not_found")
    chart = chart_of(seen.record, app.speech, loaded.conversation.language)
    async with web.papers:
        picture = await asyncio.to_thread(payments_png, chart)
    return as_file(picture, "image/png", "payments.png")

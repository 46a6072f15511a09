"""Where WeChat brings messages to the Official Account, and waits five seconds for the answer."""

from __future__ import annotations

import structlog
from fastapi import APIRouter, BackgroundTasks, Request, Response
from prometheus_client import Counter

from bot.bots import Answering
from bot.web.access import Here, Web
from bot.web.problems import Problem
from integrations.store.chats import WECHAT
from integrations.wechat.faults import NotWechat

XML = frozenset({"text/xml", "application/xml"})
TEXT = "text/plain; charset=utf-8"

router = APIRouter(prefix="/wechat", include_in_schema=False)
_log = structlog.get_logger()
_refused = Counter("yizheng_wechat_refused_total", "Requests that are none of WeChat's, by what is wrong", ["why"])


@router.get("")
async def verify(request: Request, web: Here) -> Response:
    """The platform checks the address (接入验证)."""
    bot = _bot_of(web)
    try:
        echo = bot.echo(request.query_params.multi_items())
    except NotWechat as fault:
        raise _refusal(fault) from fault
    return Response(echo, media_type=TEXT)


@router.post("")
async def message(request: Request, web: Here, later: BackgroundTasks) -> Response:
    """A message, and its answer. Whoever does not know the token learns nothing."""
    bot = _bot_of(web)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in XML:
        _note("content_type", "another content type")
        raise Problem(415, "fault-not_xml")
    try:
        body, answer = await bot.answer(request.query_params.multi_items(), await request.body())
    except NotWechat as fault:
        raise _refusal(fault) from fault
    if not await request.is_disconnected():  # else it is asked for again, or sent by itself
        later.add_task(bot.was_written, answer)
    kind = "application/xml; charset=utf-8" if body.startswith("<") else TEXT
    return Response(body, media_type=kind, background=later)


def _bot_of(web: Web) -> Answering:
    bot = web.bots.get(WECHAT)
    if not isinstance(bot, Answering):
        raise Problem(404, "fault-not_found")
    return bot


def _refusal(fault: NotWechat) -> Problem:
    _note(fault.why.value, str(fault))
    return Problem(403, "fault-not_wechat")


def _note(why: str, fault: str) -> None:
    """``fault`` holds words of ours alone."""
    _refused.labels(why).inc()
    _log.warning("wechat.refused", fault=fault)

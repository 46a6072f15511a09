"""Whether a process lives, can take messages, and what it counts."""

from __future__ import annotations

import asyncio
import contextlib

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, Gauge, generate_latest
from sqlalchemy import text

from bot.app import App
from bot.web.access import Here
from flows.errors import YizhengError
from integrations.store import cases, due_work, outgoing

READY_SECONDS = 2.0
_waiting = Gauge("yizheng_cases_waiting", "Cases nobody has looked at yet")
_outgoing = Gauge("yizheng_outgoing_rows", "Messages of bots, by bot and state", ["bot", "state"])
_work = Gauge("yizheng_due_work", "Rows of due work, by kind and state", ["kind", "state"])

router = APIRouter(tags=["health"])


@router.get("/healthz")
async def healthz() -> dict[str, str]:
    """The process is alive."""
    return {"status": "alive"}


@router.get("/readyz", responses={503: {"description": "The database does not answer"}})
async def readyz(web: Here) -> JSONResponse:
    """The process can take messages: its database answers. The quick side is reported, and not needed."""
    database = await _answers(web.app)
    return JSONResponse({"database": database, "quick": await web.app.quick.answers()}, 200 if database else 503)


@router.get("/metrics", response_class=Response, responses={200: {"content": {"text/plain": {}}}})
async def metrics(web: Here) -> Response:
    """Counters and gauges for Prometheus; nothing personal."""
    with contextlib.suppress(YizhengError):
        async with web.app.database.read() as connection:
            counts, waiting = await due_work.counts(connection), await cases.waiting(connection)
            messages = await outgoing.counts(connection)
        _waiting.set(waiting)
        for (kind, state), count in counts.items():
            _work.labels(kind, state).set(count)
        _outgoing.clear()  # a state that nothing is in any more has no row
        for (bot, state), count in messages.items():
            _outgoing.labels(bot, state).set(count)
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


async def _answers(app: App) -> bool:
    try:
        async with asyncio.timeout(READY_SECONDS), app.database.read() as connection:
            await connection.execute(text("SELECT 1"))
    except (YizhengError, TimeoutError):
        return False
    return True

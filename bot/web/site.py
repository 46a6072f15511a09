"""The web application: routes, static files, health and metrics, and the worker's loop beside them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates
from prometheus_client import CONTENT_TYPE_LATEST, Gauge, generate_latest
from sqlalchemy import text

from bot import __version__
from bot.app import App
from bot.speech import LANGUAGES, negotiate
from bot.web import problems
from bot.web.api import make_api
from bot.web.desk import SignInNeeded, make_desk
from bot.web.guard import Guard, Limits
from flows.errors import YizhengError
from flows.words import Words
from integrations.case_systems.webhook import SCHEMA
from integrations.store import cases, due_work

HERE = Path(__file__).parent
_waiting = Gauge("yizheng_cases_waiting", "Cases nobody has looked at yet")
_work = Gauge("yizheng_work", "Rows of due work, by kind and state", ["kind", "state"])


def make_site(app: App) -> FastAPI:
    """The web application around an opened app."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        loops = [app.quick.hear()] + ([app.worker.run()] if app.settings.worker else [])
        tasks = [asyncio.create_task(loop) for loop in loops]
        site.state.ready = True
        yield
        site.state.ready = False
        for task in tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    site = FastAPI(
        title="Yizheng 一证",
        version=__version__,
        description="The civil-affairs desk in a chat. Every flow can be driven through these few calls.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        lifespan=lifespan,
    )
    site.state.ready = False
    templates = Jinja2Templates(HERE / "templates")
    limits = Limits(app.quick)
    problems.install(site, app.speech, app.settings.locale)
    site.add_middleware(Guard)
    site.include_router(make_api(app, limits))
    site.include_router(make_desk(app, limits, templates))
    site.mount("/static", _Static(directory=HERE / "static"), name="static")

    @site.exception_handler(SignInNeeded)
    async def _sign_in(request: Request, _: SignInNeeded) -> Response:
        return RedirectResponse("/desk/login", 303)

    @site.get("/", include_in_schema=False, response_class=HTMLResponse)
    async def chat(request: Request, language: str = "") -> Response:
        wanted = request.headers.get("accept-language") if app.settings.locale == "zh-Hans" else None
        chosen = language if language in LANGUAGES else negotiate(wanted, app.settings.locale)
        context = {
            "words": app.speech.texts("page-", chosen),
            "language": chosen,
            "title": app.speech.render(Words("desk-title"), chosen),
            "place": app.speech.render(Words(f"place-{app.place.id}"), chosen),
            "demonstration": app.place.demonstration,
        }
        return templates.TemplateResponse(request, "chat.html", context)

    @site.get("/docs", include_in_schema=False, response_class=HTMLResponse)
    async def docs(request: Request) -> Response:
        return templates.TemplateResponse(request, "docs.html", {"api": site.openapi()})

    @site.get("/schemas/case.v1.json", tags=["schemas"])
    async def case_schema() -> Response:
        """The JSON Schema of a case, as the events of the webhook carry it."""
        return Response(SCHEMA.read_bytes(), media_type="application/schema+json")

    @site.get("/healthz", tags=["health"])
    async def healthz() -> dict[str, str]:
        """The process is alive."""
        return {"status": "alive"}

    @site.get("/readyz", tags=["health"])
    async def readyz() -> JSONResponse:
        """The process can take messages: its database answers. The quick side is reported, and not needed."""
        database = await _answers(app)
        body = {"database": database, "quick": await app.quick.answers()}
        return JSONResponse(body, 200 if database and site.state.ready else 503)

    @site.get("/metrics", tags=["health"])
    async def metrics() -> Response:
        """Counters and gauges for Prometheus; nothing personal."""
        with contextlib.suppress(YizhengError):
            async with app.database.read() as connection:
                counts, waiting = await due_work.counts(connection), await cases.waiting(connection)
            _waiting.set(waiting)
            for (kind, state), count in counts.items():
                _work.labels(kind, state).set(count)
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return site


class _Static(StaticFiles):
    """Static files are asked for again each time, so that a deploy never mixes old and new modules."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        answer = super().file_response(*args, **kwargs)
        answer.headers["cache-control"] = "no-cache"
        return answer


async def _answers(app: App) -> bool:
    try:
        async with asyncio.timeout(2), app.database.read() as connection:
            await connection.execute(text("SELECT 1"))
    except (YizhengError, TimeoutError):
        return False
    return True

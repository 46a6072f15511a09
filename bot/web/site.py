"""The web application: routes, static files, health and metrics, and the worker's loop beside them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates
from prometheus_client import CONTENT_TYPE_LATEST, Gauge, generate_latest
from sqlalchemy import text

from bot import __version__
from bot.app import App
from bot.speech import LANGUAGES
from bot.web import (
    api,
    counter,
    desk,
    desk_accounts,
    desk_actions,
    desk_answers,
    desk_audit,
    desk_calendar,
    desk_case,
    desk_letters,
    desk_live,
    desk_refusals,
    desk_roster,
    desk_sign_in,
    documents,
    letters,
)
from bot.web.access import Web
from bot.web.guard import Guard
from bot.web.problems import Problems
from bot.web.rendering import Renderer
from flows.errors import YizhengError
from flows.words import Words
from integrations.store import cases, due_work

HERE = Path(__file__).parent
READY_SECONDS = 2.0
_waiting = Gauge("yizheng_cases_waiting", "Cases nobody has looked at yet")
_work = Gauge("yizheng_due_work", "Rows of due work, by kind and state", ["kind", "state"])


def make_site(app: App) -> FastAPI:
    """The web application around an opened app."""
    templates = Jinja2Templates(HERE / "templates")
    proxies = frozenset(each.strip() for each in app.settings.trusted_proxies.split(",") if each.strip())
    web = Web(app, Renderer(app.speech, app.place, app.flows), templates, proxies)
    problems = Problems(app.speech, app.settings.locale, templates)
    site = FastAPI(
        title="Yizheng",
        version=__version__,
        description="The civil-affairs desk in a chat. Every flow can be driven through these few calls.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        lifespan=lambda _: _running(web),
    )
    site.state.web = web
    problems.install(site)
    site.add_middleware(Guard, refusal=problems.fault)
    site.include_router(api.router)
    site.include_router(documents.router)
    site.include_router(letters.router)
    site.include_router(letters.pages)
    site.include_router(desk_sign_in.router)
    site.include_router(desk_audit.router)
    site.include_router(desk_accounts.router)
    site.include_router(desk_calendar.router)
    desk_refusals.install(site)
    site.include_router(desk.router)
    site.include_router(desk_case.router)
    site.include_router(desk_actions.router)
    site.include_router(desk_answers.router)
    site.include_router(desk_live.router)
    site.include_router(desk_roster.router)
    site.include_router(desk_letters.router)
    site.include_router(counter.router)
    site.mount("/static", _Static(directory=HERE / "static"), name="static")
    _add_pages(site, web)
    _add_health(site, app)
    return site


@asynccontextmanager
async def _running(web: Web) -> AsyncIterator[None]:
    """What goes on beside the requests, for as long as the site is served."""
    loops = [web.app.quick.hear()] + ([web.app.worker.run()] if web.app.settings.worker else [])
    tasks = [asyncio.create_task(loop) for loop in loops]
    yield
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await web.close()


def _add_pages(site: FastAPI, web: Web) -> None:
    app, templates = web.app, web.templates

    @site.get("/", include_in_schema=False, response_class=HTMLResponse)
    async def chat(request: Request, language: str = "") -> Response:
        chosen = language if language in LANGUAGES else web.language(request)
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

    @site.get("/schemas/{name}.v1.json", tags=["schemas"])
    async def schema(name: Literal["case", "attachment", "check"]) -> Response:
        """The JSON Schema of what the events of the webhook carry: a case, a file of one, a request to verify."""
        found = resources.files("integrations.case_systems").joinpath("schemas", f"{name}.v1.json")
        return Response(found.read_bytes(), media_type="application/schema+json")


def _add_health(site: FastAPI, app: App) -> None:
    @site.get("/healthz", tags=["health"])
    async def healthz() -> dict[str, str]:
        """The process is alive."""
        return {"status": "alive"}

    @site.get("/readyz", tags=["health"])
    async def readyz() -> JSONResponse:
        """The process can take messages: its database answers. The quick side is reported, and not needed."""
        database = await _answers(app)
        return JSONResponse({"database": database, "quick": await app.quick.answers()}, 200 if database else 503)

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


class _Static(StaticFiles):
    """Static files are asked for again each time, so that a deploy never mixes old and new modules."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        answer = super().file_response(*args, **kwargs)
        answer.headers["cache-control"] = "no-cache"
        return answer


async def _answers(app: App) -> bool:
    try:
        async with asyncio.timeout(READY_SECONDS), app.database.read() as connection:
            await connection.execute(text("SELECT 1"))
    except (YizhengError, TimeoutError):
        return False
    return True

"""The web application: routes, static files, health and metrics, and the worker's loop beside them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Response
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates

from bot import __version__
from bot.app import App
from bot.bots import PushBot
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
    desk_telegram,
    desk_volunteers,
    documents,
    health,
    letters,
    pages,
    telegram,
    wechat,
)
from bot.web.access import Web
from bot.web.guard import Guard
from bot.web.problems import Problems
from bot.web.rendering import Renderer

HERE = Path(__file__).parent
TEMPLATES = Jinja2Templates(HERE / "templates")
"""Compiled once for a process, however many sites it makes."""


def make_site(app: App, bots: Mapping[str, PushBot] | None = None) -> FastAPI:
    """The web application around an opened app, and its bots."""
    proxies = frozenset(each.strip() for each in app.settings.trusted_proxies.split(",") if each.strip())
    renderer = Renderer(app.speech, app.place, app.flows, app.passes.at.residents)
    web = Web(app, renderer, TEMPLATES, proxies, bots or {})
    problems = Problems(app.speech, app.settings.locale, TEMPLATES)
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
    site.include_router(desk_telegram.router)
    site.include_router(desk_volunteers.router)
    site.include_router(counter.router)
    site.mount("/static", _Static(directory=HERE / "static"), name="static")
    site.include_router(pages.router)
    site.include_router(health.router)
    site.include_router(telegram.router)
    site.include_router(wechat.router)
    return site


@asynccontextmanager
async def _running(web: Web) -> AsyncIterator[None]:
    """What goes on beside the requests, for as long as the site is served."""
    works = [web.app.worker.run(), *(bot.run() for bot in web.bots.values())] if web.app.settings.worker else []
    loops = [web.app.quick.hear(), *works]
    tasks = [asyncio.create_task(loop) for loop in loops]
    yield
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await web.close()


class _Static(StaticFiles):
    """Static files are asked for again each time, so that a deploy never mixes old and new modules."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        answer = super().file_response(*args, **kwargs)
        answer.headers["cache-control"] = "no-cache"
        return answer

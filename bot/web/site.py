"""The web application: routes, static files, health and metrics, and the worker's loop beside them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI, Response
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates

from bot import __version__
from bot.app import App
from bot.bots import PushBot
from bot.web import (
    api,
    benefits,
    certificates,
    counter,
    desk,
    desk_accounts,
    desk_actions,
    desk_answers,
    desk_audit,
    desk_calendar,
    desk_case,
    desk_dispatch,
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
    _route(site, api.router)
    _route(site, documents.router)
    _route(site, letters.router)
    _route(site, letters.pages)
    _route(site, certificates.router)
    _route(site, certificates.pages)
    _route(site, benefits.router)
    _route(site, desk_sign_in.router)
    _route(site, desk_audit.router)
    _route(site, desk_accounts.router)
    _route(site, desk_calendar.router)
    desk_refusals.install(site)
    _route(site, desk.router)
    _route(site, desk_case.router)
    _route(site, desk_actions.router)
    _route(site, desk_answers.router)
    _route(site, desk_live.router)
    _route(site, desk_dispatch.router)
    _route(site, desk_roster.router)
    _route(site, desk_letters.router)
    _route(site, desk_telegram.router)
    _route(site, desk_volunteers.router)
    _route(site, counter.router)
    site.mount("/static", _Static(directory=HERE / "static"), name="static")
    _route(site, pages.router)
    _route(site, health.router)
    _route(site, telegram.router)
    _route(site, wechat.router)
    return site


def _route(site: FastAPI, router: APIRouter) -> None:
    """Gives the site the routes of a router as they are.

    ``include_router`` would build each anew at the first request of each site, which takes it half a second.
    """
    site.router.routes.extend(router.routes)


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

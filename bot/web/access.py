"""Who is asking: what the web's parts share, the conversation behind a token, the address behind a proxy, limits."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from fastapi.templating import Jinja2Templates
from starlette.types import Scope

from bot.app import App
from bot.bots import PushBot
from bot.speech import negotiate
from bot.tokens import conversation_of
from bot.web.problems import Problem
from bot.web.rendering import Renderer

T = TypeVar("T")

_bearer = HTTPBearer(auto_error=False, description="The token of POST /api/chat/conversations")


@dataclass(frozen=True, slots=True)
class Web:
    """What every route may need, put together once by the site."""

    app: App
    renderer: Renderer
    templates: Jinja2Templates
    proxies: frozenset[str]
    bots: Mapping[str, PushBot] = field(default_factory=dict)
    going_on: set[asyncio.Task[Any]] = field(default_factory=set)
    pictures: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))
    """Two pictures are decoded at a time: one of 40 million pixels takes 160 MB while it is looked at."""
    papers: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    """Slips are made one after the other: turns go on beside it, and no burst of them takes every processor."""

    def language(self, request: Request) -> str:
        """The language a request asks for, else that of the place."""
        return negotiate(request.headers.get("accept-language"), self.app.settings.locale)

    async def within(self, what: str, who: str, most: int, seconds: int) -> bool:
        """Counts that ``who`` did ``what``, and says whether that is still within ``most`` times in ``seconds``.

        The counting is shared between processes.
        """
        return await self.app.quick.count(f"{what}:{who}", seconds) <= most

    def keep(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begins work that goes on even if the one who asked for it has left."""
        task = asyncio.create_task(work)
        self.going_on.add(task)
        task.add_done_callback(self.going_on.discard)
        return task

    async def close(self) -> None:
        """Gives up what is still going on."""
        for task in tuple(self.going_on):
            task.cancel()
        await asyncio.gather(*self.going_on, return_exceptions=True)

    def client(self, request: Request) -> str:
        """The address a request comes from."""
        return client_address(request.scope, self.proxies)

    def address(self, request: Request) -> str:
        """Where this desk is, with a slash at the end: as the place says, else as whoever asked for it sees it."""
        if self.app.settings.public_url is not None:
            return self.app.settings.public_url
        base = request.base_url
        return str(base.replace(scheme="https") if self.secure(request) else base)

    def secure(self, request: Request) -> bool:
        """Whether the browser came by HTTPS, to us or to a proxy of ours."""
        if request.client is not None and request.client.host in self.proxies:
            return request.headers.get("x-forwarded-proto", request.url.scheme) == "https"
        return request.url.scheme == "https"


def web_of(request: Request) -> Web:
    """The site's parts; the site keeps them in its state."""
    web: Web = request.app.state.web
    return web


async def _web(request: Request) -> Web:
    return web_of(request)


async def _opened(
    request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)]
) -> str | None:
    """The conversation that the bearer token opens, or None when it opens none."""
    token = credentials.credentials if credentials is not None else ""
    return conversation_of(web_of(request).app.vault, token)


async def _conversation(opened: Annotated[str | None, Depends(_opened)]) -> str:
    """The conversation that the bearer token opens. Raises Problem 401."""
    if opened is None:
        raise Problem(401, "fault-ended")
    return opened


Here = Annotated[Web, Depends(_web)]
Opened = Annotated[str | None, Depends(_opened)]
Conversation = Annotated[str, Depends(_conversation)]


def client_address(scope: Scope, proxies: Collection[str]) -> str:
    """The address a request comes from; ``X-Forwarded-For`` is believed from our own proxies only."""
    client = scope.get("client")
    address = str(client[0]) if client else "unknown"
    if address not in proxies:
        return address
    forwarded = b",".join(value for name, value in scope["headers"] if name == b"x-forwarded-for")
    for hop in reversed(forwarded.decode("latin-1").split(",")):
        if hop.strip() and hop.strip() not in proxies:
            return hop.strip()[:64]
    return address

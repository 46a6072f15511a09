"""The chat API in tests: a client of the whole site, and a resident who talks through it."""

from __future__ import annotations

import asyncio
import io
import itertools
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from PIL import Image
from starlette.types import ASGIApp

from bot.app import App
from bot.tokens import conversation_of
from bot.web.guard import HEADERS
from tests.talk import MAN, WOMAN

HURT = "他打我，我很害怕"
NUMBERS = ("110", "120", "119")


def client_of(site: ASGIApp) -> httpx.AsyncClient:
    """A client of a site, without a network between them."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(site), base_url="http://desk.example")


@asynccontextmanager
async def served(site: ASGIApp) -> AsyncIterator[httpx.AsyncClient]:
    """A client of a site that is served on loopback, for what only a real connection shows."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(site, log_config=None, access_log=False, timeout_graceful_shutdown=None)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        port = listening.getsockname()[1]
        try:
            async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
                yield client
        finally:
            server.should_exit = True
            await serving


def picture(picture_format: str = "JPEG", size: tuple[int, int] = (1060, 700)) -> bytes:
    """A red picture of nobody, in the ratio of a wedding photo."""
    out = io.BytesIO()
    Image.new("RGB", size, (200, 20, 25)).save(out, picture_format)
    return out.getvalue()


@dataclass
class Resident:
    """One conversation through the chat API."""

    client: httpx.AsyncClient
    token: str
    last: dict[str, Any] = field(default_factory=dict)
    _ids: itertools.count[int] = field(default_factory=itertools.count)

    @classmethod
    async def begin(cls, client: httpx.AsyncClient) -> Resident:
        """A new conversation, greeted."""
        answer = await client.post("/api/chat/conversations", json={})
        assert answer.status_code == 201, answer.text
        resident = cls(client, answer.json()["token"])
        await resident.tap("start")
        return resident

    @property
    def headers(self) -> dict[str, str]:
        """What opens this conversation."""
        return {"authorization": f"Bearer {self.token}"}

    async def post(self, **message: str) -> httpx.Response:
        """One message as it stands."""
        return await self.client.post("/api/chat/messages", json=message, headers=self.headers)

    async def say(self, text: str) -> dict[str, Any]:
        """Types a message."""
        return await self._take(text=text)

    async def tap(self, choice: str) -> dict[str, Any]:
        """Taps an option."""
        return await self._take(choice=choice)

    async def upload(self, data: bytes, id: str = "picture") -> httpx.Response:
        """Sends a picture."""
        files = {"file": ("picture", data, "image/jpeg")}
        return await self.client.post("/api/chat/uploads", data={"id": id}, files=files, headers=self.headers)

    async def history(self) -> dict[str, Any]:
        """The transcript."""
        answer = await self.client.get("/api/chat/history", headers=self.headers)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    @property
    def keys(self) -> list[str]:
        """The message ids of the last replies."""
        return [reply["key"] for reply in self.last["replies"]]

    @property
    def input(self) -> dict[str, Any]:
        """How the open question may be answered."""
        found: dict[str, Any] = self.last["replies"][-1]["input"]
        return found

    @property
    def options(self) -> list[str]:
        """The values the open question offers."""
        return [choice["value"] for choice in self.input["choices"]]

    async def _take(self, **message: str) -> dict[str, Any]:
        answer = await self.post(id=f"m{next(self._ids)}", **message)
        assert answer.status_code == 200, answer.text
        self.last = answer.json()
        return self.last


def conversation(app: App, resident: Resident) -> str:
    """The id behind a resident's token."""
    found = conversation_of(app.vault, resident.token)
    assert found is not None
    return found


async def break_database(app: App, directory: Path) -> None:
    """The database is gone: where its file was stands a directory."""
    await app.database.close()
    (directory / "yizheng.db").rename(directory / "away.db")
    (directory / "yizheng.db").mkdir()


async def mend_database(app: App, directory: Path) -> None:
    """The database is back as it was."""
    await app.database.close()
    (directory / "yizheng.db").rmdir()
    (directory / "away.db").rename(directory / "yizheng.db")


async def to_the_summary(resident: Resident, people: tuple[str, str] = (MAN, WOMAN)) -> None:
    """Books 结婚登记 by the choices offered, up to the summary; what has none is typed."""
    await resident.tap("marriage")
    for choice in ("agree", "mainland"):
        await resident.tap(choice)
    for name, number, more in (("张三", people[0], ("here",)), ("李四", people[1], ("no", "valid"))):
        await resident.say(name)
        await resident.say(number)
        for choice in ("never", *more):
            await resident.tap(choice)
    for choice in ("2026-05-20", "2026-05-20T09:30", "on_site"):
        assert choice in resident.options
        await resident.tap(choice)
    await resident.say("13800000000")


def is_problem(answer: httpx.Response, status: int, key: str) -> None:
    """A refusal in the form of problem+json, guarded like every answer."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert body.keys() == {"type", "title", "status", "detail"}
    assert (body["status"], body["title"]) == (status, key)
    assert body["detail"]
    is_guarded(answer)


def is_guarded(answer: httpx.Response) -> None:
    """The security headers are there."""
    for name, value in HEADERS:
        assert answer.headers[name.decode()] == value.decode()
    assert answer.headers["cache-control"]

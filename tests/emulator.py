"""A third party's emulator of the Bot API (npm ``telegram-test-api``), behind a shim for what it leaves out.

It is no part of the project: ``YIZHENG_EMULATOR`` names the installed package; ``.ci/run`` installs it where npm is.
What the shim adds is what both libraries insist on: ``is_bot`` of getMe, dates in seconds, the message that an edit
returns, the ``chat_instance`` of a tap, an answer to methods the emulator does not know; and a moment's wait where
nothing came in, for its getUpdates answers at once.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from tests.records import until
from tests.server_process import free_port

TOKEN = "666:made-up"
PERSON = 600_000_001
NOTHING_CAME_SECONDS = 0.05

_START = """
const TelegramServer = require(process.argv[1]);
new TelegramServer({ port: Number(process.argv[2]), host: "127.0.0.1" }).start().then(() => console.log("up"));
"""


def emulator_path() -> Path:
    """The installed package; without it the test is skipped."""
    path = os.environ.get("YIZHENG_EMULATOR")
    if not path:
        pytest.skip("telegram-test-api is not installed (YIZHENG_EMULATOR names it)")
    return Path(path)


@dataclass
class Emulator:
    """The emulator with one person, as the bot and the person see it."""

    url: str
    """Of the shim: what a bot talks to."""
    behind: httpx.AsyncClient
    shown: list[dict[str, Any]] = field(default_factory=list)
    """What the bot sent."""

    async def says(self, text: str) -> None:
        """The person writes."""
        entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}] if text[0] == "/" else []
        await self.behind.post("/sendMessage", json=self._own() | {"text": text, "entities": entities})

    async def taps(self, label: str) -> None:
        """The person taps a button of the newest message that has it."""
        for message in reversed(self.shown):
            for button in (button for row in message["reply_markup"]["inline_keyboard"] for button in row):
                if button["text"] == label:
                    of = {"message": {**message, "from": {"id": 666, "is_bot": True, "first_name": "b"}}}
                    tap = {"data": button["callback_data"], "from": self._own()["from"], "botToken": TOKEN} | of
                    await self.behind.post("/sendCallback", json=tap)
                    return
        raise AssertionError(f"no button {label}")

    async def is_told(self, text: str) -> None:
        """Waits until the bot has said something with this in it."""

        async def said() -> bool:
            return any(text in message["text"] for message in self.shown)

        await until(said)

    def _own(self) -> dict[str, Any]:
        person = {"id": PERSON, "first_name": "王芳", "is_bot": False, "language_code": "zh-hans"}
        chat = {"id": PERSON, "first_name": "王芳", "type": "private"}
        return {"botToken": TOKEN, "from": person, "chat": chat, "date": 1_770_000_000}


@asynccontextmanager
async def running_emulator() -> AsyncIterator[Emulator]:
    """The emulator as a process of its own, and the shim before it."""
    package, behind, before = emulator_path(), free_port(), free_port()
    process = await asyncio.create_subprocess_exec(
        "node", "-e", _START, str(package), str(behind), stdout=subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"up\n"
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{behind}", trust_env=False) as client:
            emulator = Emulator(f"http://127.0.0.1:{before}", client)
            server = uvicorn.Server(uvicorn.Config(_shim(emulator), port=before, log_config=None, lifespan="off"))
            task = asyncio.create_task(server.serve())

            async def is_up() -> bool:
                return server.started

            await until(is_up)
            yield emulator
            server.should_exit = True
            await task
    finally:
        process.kill()
        await process.wait()


def _shim(emulator: Emulator) -> Starlette:
    async def pass_on(request: Request) -> JSONResponse:
        method, form = request.path_params["method"], await request.body()
        answer = await emulator.behind.post(
            request.url.path, content=form, headers={"content-type": request.headers.get("content-type", "")}
        )
        given = dict(parse_qsl(form.decode(errors="replace")))
        if answer.status_code != 200:
            return JSONResponse({"ok": True, "result": True})
        result = answer.json()["result"]
        if method == "getMe":
            result["is_bot"] = True
        elif method == "getUpdates":
            if not result:
                await asyncio.sleep(NOTHING_CAME_SECONDS)
            for update in result:
                _complete(update)
        elif method == "sendMessage":
            result = _sent(result)
            emulator.shown.append(result)
        elif method.startswith("edit"):
            edited = next(each for each in emulator.shown if str(each["message_id"]) == given["message_id"])
            edited["reply_markup"] = json.loads(given.get("reply_markup") or '{"inline_keyboard": []}')
            result = edited
        return JSONResponse({"ok": True, "result": result})

    return Starlette(routes=[Route("/bot{token}/{method}", pass_on, methods=["GET", "POST"])])


def _sent(message: dict[str, Any]) -> dict[str, Any]:
    markup = message.get("reply_markup") or {"inline_keyboard": []}
    kept = {name: message[name] for name in ("message_id", "text", "chat")}
    return {**kept, "date": int(message["date"]) // 1000, "reply_markup": markup}


def _complete(update: dict[str, Any]) -> None:
    query = update.get("callback_query")
    if query is not None:
        query["chat_instance"] = "1"
    else:
        update["message"]["date"] = 1_770_000_000

"""The HTTP face of the fake Telegram: /bot<token>/<method> and /file/bot<token>/<path>, in the server's loop."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from tests.bot_api_delivery import Delivery
from tests.bot_api_faults import Fault, Faults
from tests.bot_api_methods import Methods
from tests.bot_api_parameters import Parameters, Upload
from tests.bot_api_records import BotAccount, Call
from tests.bot_api_rules import Refusal, bad
from tests.bot_api_state import World

UNAUTHORIZED = Refusal(401, "Unauthorized")
NOT_FOUND = Refusal(404, "Not Found")
LARGEST_FIELD = 1024**2


class Face:
    """Serves on one port of loopback; it can go and come back."""

    def __init__(self, world: World, methods: Methods, delivery: Delivery, faults: Faults, port: int) -> None:
        self.world = world
        self.methods = methods
        self.delivery = delivery
        self.faults = faults
        self.port = port
        self._state = ServerState()
        self._server: asyncio.Server | None = None
        routes = [
            Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self._file, methods=["GET"]),
        ]
        app = Starlette(routes=routes, exception_handlers={404: _not_found, 405: _not_found})
        self._config = Config(app, lifespan="off", log_config=None, access_log=False, proxy_headers=False)
        self._config.load()

    async def open(self) -> None:
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self._protocol, "127.0.0.1", self.port)

    async def shut(self) -> None:
        """Goes away: everybody's connection is broken, new ones are refused."""
        if self._server is None:
            return
        self._server.close()
        for connection in list(self._state.connections):
            connection.transport.abort()
        self.delivery.end_polls()
        if self._state.tasks:
            await asyncio.wait(self._state.tasks)
        self._server = None

    def _protocol(self) -> H11Protocol:
        return H11Protocol(self._config, self._state, {})

    async def _call(self, request: Request) -> Response:
        bot = self.world.bots.get(request.path_params["token"])
        if bot is None:
            return _answer(UNAUTHORIZED)
        method = request.path_params["method"].lower()
        try:
            given = await _parameters(request)
        except Refusal as refusal:
            return _answer(refusal)
        call = Call(bot, request.path_params["method"], given.values, self.world.clock.now())
        with self.world.change():
            self.world.calls.append(call)
            fault = self.faults.strike(method, given.text("chat_id"))
        response = await self._respond(bot, method, given, fault)
        if fault and fault.loss:
            return await self._lose(request, fault)
        with self.world.change():
            call.status = response.status_code
        return response

    async def _respond(self, bot: BotAccount, method: str, given: Parameters, fault: Fault | None) -> Response:
        try:
            if fault and fault.refusal:
                raise fault.refusal
            if fault and not fault.taken:
                return Response()
            return JSONResponse({"ok": True, "result": await self._result(bot, method, given)})
        except Refusal as refusal:
            return _answer(refusal)

    async def _result(self, bot: BotAccount, method: str, given: Parameters) -> Any:
        if method == "getupdates":
            return await self.delivery.get_updates(bot, given)
        handlers = self.methods.by_name | {
            "setwebhook": self.delivery.set_webhook,
            "deletewebhook": self.delivery.delete_webhook,
            "getwebhookinfo": self.delivery.get_webhook_info,
        }
        handler = handlers.get(method)
        if handler is None:
            raise Refusal(404, "Not Found: method not found")
        with self.world.change():
            return handler(bot, given)

    async def _lose(self, request: Request, fault: Fault) -> Response:
        """Breaks the connection, or waits until the client does."""
        if fault.loss == "break":
            assert request.client is not None
            for connection in list(self._state.connections):
                if isinstance(connection, H11Protocol) and connection.client == tuple(request.client):
                    connection.transport.abort()
        while (await request.receive())["type"] != "http.disconnect":
            pass
        return Response()  # which nobody gets

    async def _file(self, request: Request) -> Response:
        bot = self.world.bots.get(request.path_params["token"])
        if bot is None:
            return _answer(UNAUTHORIZED)
        now = self.world.clock.now()
        with self.world.news:
            for file in self.world.files.values():
                if file.path == request.path_params["path"] and bot in file.bots and file.linked > now:
                    return Response(file.data, media_type="application/octet-stream")
        return _answer(NOT_FOUND)


async def _not_found(_: Request, __: Exception) -> Response:
    return _answer(NOT_FOUND)


def _answer(refusal: Refusal) -> Response:
    return JSONResponse(refusal.json(), refusal.status)


async def _parameters(request: Request) -> Parameters:
    values: dict[str, Any] = dict(request.query_params)
    files: dict[str, Upload] = {}
    if request.headers.get("content-type", "").startswith("application/json"):
        try:
            values |= json.loads(await request.body() or b"{}")
        except (ValueError, TypeError):
            bad("can't parse JSON object")
    else:
        async with request.form(max_part_size=LARGEST_FIELD) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    mime = value.content_type or "application/octet-stream"
                    files[name] = Upload(value.filename or "file", mime, await value.read())
                else:
                    values[name] = value
    return Parameters(values, files)

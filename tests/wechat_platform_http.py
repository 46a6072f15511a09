"""The HTTP face of the tests' WeChat: /cgi-bin/<method>, in the server's loop."""

from __future__ import annotations

import asyncio
import json

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from tests.wechat_platform_delivery import Delivery
from tests.wechat_platform_faults import CallFault, Faults
from tests.wechat_platform_methods import Given, Methods
from tests.wechat_platform_rules import Refusal
from tests.wechat_platform_state import Call, Json, Media, World


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
        app = Starlette(routes=[Route("/cgi-bin/{method:path}", self._call, methods=["GET", "POST"])])
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
        tasks = list(self._state.tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._server = None

    def _protocol(self) -> H11Protocol:
        return H11Protocol(self._config, self._state, {})

    async def _call(self, request: Request) -> Response:
        method = request.path_params["method"]
        given = Given(dict(request.query_params), await request.body())
        call = Call(method, given.query, given.body, self.world.clock.now())
        with self.world.change():
            self.world.calls.append(call)
            fault = self.faults.strike_call(method)
        if fault and fault.seconds:
            await self.delivery.until(call.date + fault.seconds)
        response = self._respond(request.method, call, given, fault)
        if fault and fault.lost:
            return await self._lose(request)
        with self.world.change():
            call.status = response.status_code
        return response

    def _respond(self, verb: str, call: Call, given: Given, fault: CallFault | None) -> Response:
        if fault and fault.status:
            return Response("made up", fault.status, media_type="text/plain")
        if fault and not fault.taken:
            return Response()
        with self.world.change():
            try:
                if fault and fault.refusal:
                    raise fault.refusal
                found = self.methods.call(verb, call.method, given)
            except Refusal as refusal:
                found = refusal.json()
            if isinstance(found, Media):
                name = {"Content-Disposition": 'attachment; filename="made-up"'}
                return Response(found.data, media_type=found.mime, headers=name)
            if not (fault and fault.lost):
                call.errcode = found.get("errcode")
            return _answer(found)

    async def _lose(self, request: Request) -> Response:
        """Breaks the connection."""
        assert request.client is not None
        for connection in list(self._state.connections):
            if isinstance(connection, H11Protocol) and connection.client == tuple(request.client):
                connection.transport.abort()
        while (await request.receive())["type"] != "http.disconnect":
            pass
        return Response()  # which nobody gets


def _answer(found: Json) -> Response:
    return Response(json.dumps(found, ensure_ascii=False), headers={"Content-Type": "application/json; encoding=utf-8"})

"""What stands before every request: size limits, a deadline for bodies, security headers, rate limits."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, MutableMapping
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from integrations.quick import Quick

MAX_BODY = 64 * 1024
MAX_UPLOAD = 9 * 1024 * 1024
BODY_SECONDS = 30.0
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"geolocation=(), microphone=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


class TooLarge(Exception):
    """The body is larger than this address takes."""


class Guard:
    """The outermost layer. A body that is too large or too slow ends the request with 413 or 408."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = MAX_UPLOAD if scope["path"] == "/api/chat/uploads" else MAX_BODY
        started = False
        seen = 0

        async def limited() -> Message:
            nonlocal seen
            # A body has a deadline; waiting for the client to leave (after the answer has begun) has none.
            if started:
                return await receive()
            async with asyncio.timeout(BODY_SECONDS):
                message = await receive()
            seen += len(message.get("body", b""))
            if seen > limit:
                raise TooLarge
            return message

        async def dressed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = list(message.get("headers", []))
                names = {name.lower() for name, _ in headers}
                headers += [(name, value) for name, value in HEADERS if name not in names]
                if b"cache-control" not in names:
                    headers.append((b"cache-control", b"no-store"))
                message["headers"] = headers
            await send(message)

        try:
            if int(_header(scope, b"content-length") or 0) > limit:
                raise TooLarge
            await self._app(scope, limited, dressed)
        except TooLarge:
            await _refuse(dressed, 413, started)
        except TimeoutError:
            await _refuse(dressed, 408, started)
        except ValueError:
            await _refuse(dressed, 400, started)


async def _refuse(send: Send, status: int, started: bool) -> None:
    if started:
        return
    body = b'{"type":"about:blank","title":"refused","status":%d}' % status
    headers = [(b"content-type", b"application/problem+json"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _header(scope: MutableMapping[str, Any], name: bytes) -> bytes | None:
    return next((value for key, value in scope["headers"] if key == name), None)


def client_address(scope: MutableMapping[str, Any], proxies: Collection[str]) -> str:
    """The address a request comes from; ``X-Forwarded-For`` is believed from our own proxies only."""
    client = scope.get("client")
    address = str(client[0]) if client else "unknown"
    forwarded = _header(scope, b"x-forwarded-for")
    if address not in proxies or forwarded is None:
        return address
    for hop in reversed(forwarded.decode("latin-1").split(",")):
        if hop.strip() not in proxies:
            return hop.strip()[:64]
    return address


class Limits:
    """How often somebody may do something within a window; the counting is shared between processes."""

    def __init__(self, quick: Quick) -> None:
        self._quick = quick

    async def allows(self, what: str, who: str, most: int, seconds: int) -> bool:
        """Counts this time, and says whether it is still within the limit."""
        return await self._quick.count(f"{what}:{who}", seconds) <= most

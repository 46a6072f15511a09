"""What stands before every request: size limits, a deadline for bodies, security headers, and the last net."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog
from prometheus_client import Counter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

UPLOADS = "/api/chat/uploads"
DESK_CASES, DESK_PICTURE = "/desk/cases/", "/picture"
"""A clerk's picture for a resident."""
MAX_BODY = 64 * 1024
MAX_UPLOAD = 9 * 1024 * 1024
"""Bytes; the page takes pictures up to 8 MiB, and a form adds a little."""
BODY_SECONDS = 30.0
UPLOAD_SECONDS = 180.0
"""A picture over a slow line of the countryside (400 kbit/s)."""
TOO_LARGE_OR_SLOW = frozenset({408, 413})

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

_log = structlog.get_logger()
_refused = Counter(
    "yizheng_bodies_refused_total", "Requests whose body was too large or too slow, by status", ["status"]
)


class Guard:
    """The outermost layer. A body that is too large or too slow is refused with 413 or 408.

    ``refusal`` makes the answer for a status.
    """

    def __init__(
        self,
        app: ASGIApp,
        refusal: Callable[[Request, int], Response],
        body_seconds: float = BODY_SECONDS,
        upload_seconds: float = UPLOAD_SECONDS,
    ) -> None:
        self._app = app
        self._refusal = refusal
        self._body_seconds = body_seconds
        self._upload_seconds = upload_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        upload = _is_upload(scope["path"])
        limit = MAX_UPLOAD if upload else MAX_BODY
        deadline = asyncio.get_running_loop().time() + (self._upload_seconds if upload else self._body_seconds)
        started = whole = False
        seen = 0

        async def limited() -> Message:
            nonlocal seen, whole
            # Only the body has a deadline; afterwards a stream waits here for its client to leave.
            if whole:
                return await receive()
            try:
                async with asyncio.timeout_at(deadline):
                    message = await receive()
            except TimeoutError as fault:
                raise HTTPException(408) from fault
            whole = not message.get("more_body", False)
            seen += len(message.get("body", b""))
            if seen > limit:
                raise HTTPException(413)
            return message

        async def dressed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                if message["status"] in TOO_LARGE_OR_SLOW:
                    _refused.labels(str(message["status"])).inc()
                    _log.warning("web.body_refused", result=message["status"], path=_route(scope))
                headers = list(message.get("headers", []))
                names = {name.lower() for name, _ in headers}
                headers += [(name, value) for name, value in HEADERS if name not in names]
                if b"cache-control" not in names:
                    headers.append((b"cache-control", b"no-store"))
                if not whole and message["status"] in TOO_LARGE_OR_SLOW:
                    headers.append((b"connection", b"close"))  # the rest of the body is not waited for
                message["headers"] = headers
            await send(message)

        request = Request(scope)
        try:
            if _announced(request) > limit:
                await self._refusal(request, 413)(scope, receive, dressed)
            else:
                await self._app(scope, limited, dressed)
        except Exception:  # a fault of ours: the person gets a sentence, the log the place, and the server goes on
            _log.exception("web.fault", path=_route(scope))
            if not started:
                await self._refusal(request, 500)(scope, receive, dressed)


def _is_upload(path: str) -> bool:
    return path == UPLOADS or (path.startswith(DESK_CASES) and path.endswith(DESK_PICTURE))


def _announced(request: Request) -> int:
    """The length of the body as announced; 0 when it is not."""
    length = request.headers.get("content-length", "")
    return int(length) if length.isdecimal() else 0


def _route(scope: Scope) -> str:
    """The route's pattern, which holds nothing of what was asked for."""
    return str(getattr(scope.get("route"), "path", ""))

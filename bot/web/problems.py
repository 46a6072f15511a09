"""Errors as problem+json (RFC 9457): a title, a status, and one sentence that may be shown."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from bot.speech import Speech, negotiate
from bot.turn import Forgotten
from flows.errors import OutsideFault
from flows.words import Words

FALLBACK = {400: "fault-malformed", 422: "fault-malformed", 404: "fault-not_found", 405: "fault-not_found"}


class Problem(Exception):
    """A refusal with a sentence: the message id of ``locales/``."""

    def __init__(self, status: int, key: str, retry_after: int | None = None) -> None:
        super().__init__(key)
        self.status = status
        self.key = key
        self.retry_after = retry_after


def install(app: FastAPI, speech: Speech, default_language: str) -> None:
    """Puts every error of an app into this form."""

    def answer(request: Request, status: int, key: str, retry_after: int | None = None) -> Response:
        language = negotiate(request.headers.get("accept-language"), default_language)
        body = {
            "type": "about:blank",
            "title": key,
            "status": status,
            "detail": speech.render(Words(key), language),
        }
        headers = {} if retry_after is None else {"retry-after": str(retry_after)}
        return JSONResponse(body, status, headers, media_type="application/problem+json")

    @app.exception_handler(Problem)
    async def _problem(request: Request, fault: Problem) -> Response:
        return answer(request, fault.status, fault.key, fault.retry_after)

    @app.exception_handler(Forgotten)
    async def _forgotten(request: Request, fault: Forgotten) -> Response:
        return answer(request, 401, "fault-ended")

    @app.exception_handler(OutsideFault)
    async def _outside(request: Request, fault: OutsideFault) -> Response:
        return answer(request, 503, "fault-ours", 3)

    @app.exception_handler(RequestValidationError)
    async def _malformed(request: Request, fault: RequestValidationError) -> Response:
        return answer(request, 422, "fault-malformed")

    @app.exception_handler(HTTPException)
    async def _http(request: Request, fault: HTTPException) -> Response:
        return answer(request, fault.status_code, FALLBACK.get(fault.status_code, "fault-malformed"))

    @app.exception_handler(Exception)
    async def _ours(request: Request, fault: Exception) -> Response:
        return answer(request, 500, "fault-ours", 3)

"""Errors as problem+json (RFC 9457): a title, a status, and one sentence that may be shown. A browser gets a page."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.templating import Jinja2Templates
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.speech import Speech, negotiate
from bot.turn import Forgotten
from bot.web.guard import UPLOADS
from flows.errors import OutsideFault
from flows.words import Value, Words

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 3
SENTENCES = {
    404: "fault-not_found",
    405: "fault-not_found",
    408: "fault-too_slow",
    413: "fault-too_long",
}


class ProblemOut(BaseModel):
    """A refusal (problem+json). ``title`` is the message id of ``detail``, the sentence that may be shown."""

    type: str
    title: str
    status: int
    detail: str


class Problem(Exception):
    """A refusal with a sentence: the message id of ``locales/`` and its arguments."""

    def __init__(self, status: int, key: str, retry_after: int | None = None, **args: Value) -> None:
        super().__init__(key)
        self.status = status
        self.words = Words(key, args)
        self.retry_after = retry_after


class Problems:
    """Puts refusals into the language of the request."""

    def __init__(self, speech: Speech, default_language: str, templates: Jinja2Templates) -> None:
        self._speech = speech
        self._default = default_language
        self._templates = templates

    def answer(self, request: Request, status: int, words: Words, retry_after: int | None = None) -> Response:
        """The refusal as problem+json, or as a page for a browser that asks for one."""
        language = negotiate(request.headers.get("accept-language"), self._default)
        detail = self._speech.render(words, language)
        headers = {} if retry_after is None else {"retry-after": str(retry_after)}
        if "text/html" in request.headers.get("accept", ""):
            context = {
                "language": language,
                "detail": detail,
                "title": self._speech.render(Words("desk-title"), language),
                "home": "/desk" if request.url.path.startswith("/desk") else "/",
            }
            return self._templates.TemplateResponse(request, "problem.html", context, status, headers)
        body = ProblemOut(type="about:blank", title=words.key, status=status, detail=detail)
        return JSONResponse(body.model_dump(), status, headers, media_type=MEDIA_TYPE)

    def fault(self, request: Request, status: int) -> Response:
        """The refusal for a status alone; one of the 500s is a fault of ours."""
        if status >= 500:
            return self.answer(request, status, Words("fault-ours"), RETRY_SECONDS)
        if status == 413 and request.url.path == UPLOADS:
            return self.answer(request, status, Words("fault-picture_too_large"))
        return self.answer(request, status, Words(SENTENCES.get(status, "fault-malformed")))

    def install(self, site: FastAPI) -> None:
        """Puts every error of the site into this form; what nobody foresaw is left to the guard."""

        @site.exception_handler(Problem)
        async def _problem(request: Request, fault: Problem) -> Response:
            return self.answer(request, fault.status, fault.words, fault.retry_after)

        @site.exception_handler(Forgotten)
        async def _forgotten(request: Request, fault: Forgotten) -> Response:
            return self.answer(request, 401, Words("fault-ended"))

        @site.exception_handler(OutsideFault)
        async def _outside(request: Request, fault: OutsideFault) -> Response:
            return self.fault(request, 503)

        @site.exception_handler(RequestValidationError)
        async def _malformed(request: Request, fault: RequestValidationError) -> Response:
            if isinstance(fault.body, bytes):  # it was not even read: not the content type this address takes
                return self.fault(request, 415)
            return self.fault(request, 422)

        @site.exception_handler(HTTPException)
        async def _http(request: Request, fault: HTTPException) -> Response:
            answer = self.fault(request, fault.status_code)
            answer.headers.update(fault.headers or {})  # which methods there are (405)
            return answer


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """These refusals as OpenAPI describes them."""
    schema = {"$ref": "#/components/schemas/ProblemOut"}
    sentences = {
        400: "The body cannot be read at all",
        401: "There is no such conversation (any more)",
        404: "There is nothing of this name, as far as this conversation goes",
        408: "The body took too long",
        410: "It is not needed any more: the booking is cancelled",
        413: "The body is too large",
        415: "Not the content type this call takes",
        422: "The body has the wrong form",
        429: "Too many; Retry-After says when to come back",
        503: "The store does not answer; try again with the same id",
    }
    return {
        status: {"model": ProblemOut, "description": sentences[status], "content": {MEDIA_TYPE: {"schema": schema}}}
        for status in statuses
    }

"""The chat page, the API's description for people, and the schemas of what leaves by webhook."""

from __future__ import annotations

from importlib import resources
from typing import Literal, TypeAlias

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from bot.speech import LANGUAGES
from bot.web.access import Here
from bot.web.problems import documented
from flows.words import Words

router = APIRouter()
SchemaName: TypeAlias = Literal["case", "attachment", "check", "volunteer", "service", "service_certificate"]


@router.get("/", include_in_schema=False, response_class=HTMLResponse)
async def chat(request: Request, web: Here, language: str = "") -> Response:
    app = web.app
    chosen = language if language in LANGUAGES else web.language(request)
    context = {
        "words": app.speech.texts("page-", chosen),
        "language": chosen,
        "title": app.speech.render(Words("desk-title"), chosen),
        "place": app.speech.render(Words(f"place-{app.place.id}"), chosen),
        "demonstration": app.place.demonstration,
    }
    return web.templates.TemplateResponse(request, "chat.html", context)


@router.get("/docs", include_in_schema=False, response_class=HTMLResponse)
async def docs(request: Request, web: Here) -> Response:
    return web.templates.TemplateResponse(request, "docs.html", {"api": request.app.openapi()})


@router.get(
    "/schemas/{name}.v1.json",
    tags=["schemas"],
    response_class=Response,
    responses={200: {"content": {"application/schema+json": {}}}, **documented(422)},
)
async def schema(name: SchemaName) -> Response:
    """The JSON Schema of what the events of the webhook carry: a case, a file of one, a request to verify, a volunteer,
    service time, a certificate of it."""
    found = resources.files("integrations.case_systems").joinpath("schemas", f"{name}.v1.json")
    return Response(found.read_bytes(), media_type="application/schema+json")

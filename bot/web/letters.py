"""Letters of authorisation (授权委托书) as files for their people, and the page that verifies a printed one."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from bot.letter_papers import VERIFY, known_since
from bot.turn import Forgotten
from bot.web.access import Conversation, Here, Web
from bot.web.documents import as_file, limited
from bot.web.problems import Problem, documented
from bot.web.rendering import LETTERS
from flows.assistance.signing import ALIVE
from flows.words import Words
from integrations.documents.letter import letter_pdf
from integrations.store import conversations, letters
from integrations.store.letters import Kept

PER_MINUTE = 20
MINUTE = 60

router = APIRouter(tags=["chat"])
pages = APIRouter(include_in_schema=False)
_DESCRIBED = {200: {"content": {"application/pdf": {}}}, **documented(401, 404, 422, 429, 503)}


@router.get(f"{LETTERS}/{{number}}/letter.pdf", response_class=Response, responses=_DESCRIBED)
async def letter(request: Request, web: Here, conversation: Conversation, number: str) -> Response:
    """A letter for who asked for it, with every page; for who signs it, with their own."""
    app = web.app
    await limited(web, conversation)
    async with app.database.read() as connection:
        if (await conversations.load(connection, app.vault, conversation, app.settings.locale)).forgotten:
            raise Forgotten
        kept = await letters.by_number(connection, app.vault, number)
    if kept is None or not kept.letter.is_of(conversation):
        raise Problem(404, "fault-not_found")
    pdf = await printed(request, web, kept, conversation)
    return as_file(pdf, "application/pdf", f"{kept.letter.number}.pdf")


async def printed(request: Request, web: Web, kept: Kept, reader: str | None) -> bytes:
    """A letter as PDF for a conversation, or for the staff (None)."""
    paper = web.app.papers.paper(kept, reader, web.address(request))
    async with web.papers:
        return await asyncio.to_thread(letter_pdf, paper)


@pages.get(f"/{VERIFY}/{{number}}/{{digest}}", response_class=HTMLResponse)
async def verify(request: Request, web: Here, number: str, digest: str) -> Response:
    """Whether a printed letter is one of ours, and how it stands; a number without its digest tells nothing."""
    app, language = web.app, web.language(request)
    if not await web.within("verify", web.client(request), PER_MINUTE, MINUTE):
        raise Problem(429, "fault-too_fast", MINUTE)
    async with app.database.read() as connection:
        kept = await letters.by_number(connection, app.vault, number)
    since = None if kept is None else known_since(kept, digest.lower())

    def say(key: str, **args: object) -> str:
        return app.speech.render(Words(key, args), language)

    lines = []
    if kept is not None and since is not None:
        found = kept.letter
        signed = f"{len(found.pages) - len(found.missing)} / {len(found.pages)}"
        told = {"state": Words(f"letters-state.{found.state}"), "signed": signed, "made": found.made_at, "as_of": since}
        lines = [(say(f"letter-verified.{name}"), say("verbatim", text=value)) for name, value in told.items()]
    result = "no"
    if kept is not None and since is not None:
        newest = "ok" if kept.digests[-1][0] == digest.lower() else "older"
        result = newest if kept.letter.state in ALIVE else "void"
    context = {
        "language": language,
        "title": say("letter-verified.title"),
        "place": say(f"place-{app.place.id}"),
        "demonstration": say("letter-demonstration") if app.place.demonstration else "",
        "number": number if lines else "",
        "result": result,
        "sentence": say(f"letter-verified.{result}"),
        "lines": lines,
    }
    return web.templates.TemplateResponse(request, "letter.html", context, 200 if lines else 404)

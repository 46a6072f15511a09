"""Certificates of service (志愿服务记录证明) as files for their people, and the page that verifies one."""

from __future__ import annotations

import asyncio
import hmac

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from bot.turn import Forgotten
from bot.volunteers.certificate_papers import VERIFY, paper_of
from bot.volunteers.certifying import is_whole
from bot.web.access import Conversation, Here
from bot.web.documents import as_file, limited
from bot.web.problems import Problem, documented
from bot.web.rendering import CERTIFICATES
from flows.hours import SHANGHAI
from flows.inputs.name import mask_name
from flows.volunteers.length import length
from flows.words import Value, Words
from integrations.documents.certificate import certificate_pdf
from integrations.store import conversations
from integrations.store.volunteers import certificates, organisations
from integrations.store.volunteers.certificates import Kept
from integrations.store.volunteers.organisations import Organisation

PER_MINUTE = 20
MINUTE = 60

router = APIRouter(tags=["chat"])
pages = APIRouter(include_in_schema=False)
_DESCRIBED = {200: {"content": {"application/pdf": {}}}, **documented(401, 404, 410, 422, 429, 503)}


@router.get(f"{CERTIFICATES}/{{number}}/certificate.pdf", response_class=Response, responses=_DESCRIBED)
async def certificate(request: Request, web: Here, conversation: Conversation, number: str) -> Response:
    """A certificate that still stands, for the conversation in which it was issued."""
    app = web.app
    await limited(web, conversation)
    async with app.database.read() as connection:
        if (await conversations.load(connection, app.vault, conversation, app.settings.locale)).forgotten:
            raise Forgotten
        kept = await certificates.by_number(connection, app.vault, number)
    if kept is None or kept.said is None or kept.conversation != conversation:
        raise Problem(404, "fault-not_found")
    if not kept.is_valid:
        raise Problem(410, "certificate-revoked_file")
    paper = paper_of(kept.said, kept.digest, app.speech, app.place, web.address(request))
    async with web.papers:
        pdf = await asyncio.to_thread(certificate_pdf, paper)
    return as_file(pdf, "application/pdf", f"{kept.number}.pdf")


@pages.get(f"/{VERIFY}/{{number}}/{{digest}}", response_class=HTMLResponse)
async def verify(request: Request, web: Here, number: str, digest: str) -> Response:
    """Whether a printed certificate is one of ours and still stands; a number without its digest tells nothing."""
    app, language = web.app, web.language(request)
    if not await web.within("verify", web.client(request), PER_MINUTE, MINUTE):
        raise Problem(429, "fault-too_fast", MINUTE)
    async with app.database.read() as connection:
        kept = await certificates.by_number(connection, app.vault, number)
        issuer = None if kept is None else await organisations.one(connection, kept.organisation)
    if kept is not None and not (_is_asked(kept, digest) and (kept.said is None or is_whole(kept))):
        kept = None

    def say(key: str, **args: Value) -> str:
        return app.speech.render(Words(key, args), language)

    result = "no" if kept is None else "ok" if kept.is_valid else "void"
    sentence = "forgotten" if result == "ok" and kept is not None and kept.said is None else result
    told = {} if kept is None else _told(kept, issuer)
    context = {
        "language": language,
        "title": say("certificate-verified.title"),
        "place": say(f"place-{app.place.id}"),
        "demonstration": say("certificate-demonstration") if app.place.demonstration else "",
        "number": "" if kept is None else kept.number,
        "result": result,
        "sentence": say(f"certificate-verified.{sentence}"),
        "lines": [(say(f"certificate-verified.{name}"), say("verbatim", text=each)) for name, each in told.items()],
    }
    return web.templates.TemplateResponse(request, "letter.html", context, 404 if kept is None else 200)


def _is_asked(kept: Kept, digest: str) -> bool:
    """Compared in constant time, whatever somebody typed."""
    return hmac.compare_digest(kept.digest.encode(), digest.lower().encode())


def _told(kept: Kept, issuer: Organisation | None) -> dict[str, Value]:
    """No more than who holds the paper has to compare; of one that stands no more, not what it said. Where who served
    was erased, what the records have besides."""
    said, issued = kept.said, kept.issued_at.astimezone(SHANGHAI).date()
    if not kept.is_valid:
        return {"issued": issued if said is None else said.issued_on, "revoked": kept.revoked_at}
    if said is None:
        days = {"first": kept.first_day, "last": kept.last_day}
        named = "" if issuer is None else issuer.name
        told: dict[str, Value] = {"organisation": named, "time": length(kept.minutes)}
        return {**told, "days": Words("certificate-days", days), "issued": issued}
    identity = {} if said.is_checked else {"identity": Words("certificate-identity_unchecked")}
    return {
        "name": mask_name(said.name),
        **identity,
        "organisation": said.organisation,
        "time": length(said.minutes),
        "days": Words("certificate-days", {"first": said.first_day, "last": said.last_day}),
        "issued": said.issued_on,
    }

"""What a booking comes with, as files: a slip to print, an entry for the calendar, a QR code for the counter."""

from __future__ import annotations

import asyncio
from typing import Any

from fastapi import APIRouter, Request, Response

from bot.documents import Documented
from bot.web.access import Conversation, Here, Web
from bot.web.problems import Problem, documented
from bot.web.rendering import BOOKINGS
from integrations.documents.calendar_entry import calendar_ics
from integrations.documents.qr import code_svg
from integrations.documents.slip import slip_pdf

DOCUMENTS_PER_MINUTE = 20
MINUTE = 60

router = APIRouter(prefix=f"{BOOKINGS}/{{number}}", tags=["chat"])


def _described(media_type: str, *more: int) -> dict[int | str, dict[str, Any]]:
    """A file and its refusals as OpenAPI describes them."""
    return {200: {"content": {media_type: {}}}, **documented(401, 404, *more, 422, 429, 503)}


@router.get("/slip.pdf", response_class=Response, responses=_described("application/pdf", 410))
async def slip(web: Here, conversation: Conversation, number: str) -> Response:
    """The booking on one page A4: when, where, what to bring, until when it can be changed."""
    booking = await _expected(web, conversation, number)
    said = web.app.documents.slip(booking)
    async with web.papers:
        pdf = await asyncio.to_thread(slip_pdf, said)
    return as_file(pdf, "application/pdf", f"{number}.pdf")


@router.get("/entry.ics", response_class=Response, responses=_described("text/calendar"))
async def entry(web: Here, conversation: Conversation, number: str) -> Response:
    """The booking for a calendar, with an alarm the evening before; once it is cancelled, what takes it out again."""
    booking = await _found(web, conversation, number)
    ics = await asyncio.to_thread(calendar_ics, web.app.documents.entry(booking))
    return as_file(ics, "text/calendar", f"{number}.ics")


@router.get("/code.svg", response_class=Response, responses=_described("image/svg+xml", 410))
async def code(web: Here, conversation: Conversation, number: str) -> Response:
    """The booking's number as a QR code, for the check-in at the counter; it holds nothing else."""
    await _expected(web, conversation, number)
    return as_file(await asyncio.to_thread(code_svg, number), "image/svg+xml", f"{number}.svg")


@router.get("/invitation.svg", response_class=Response, responses=_described("image/svg+xml"))
async def invitation(request: Request, web: Here, conversation: Conversation, number: str) -> Response:
    """The partner's code as a QR code that opens this desk with it; the part of an address that no server is sent."""
    await limited(web, conversation)
    code = await web.app.documents.invitation(conversation, number)
    if code is None:
        raise Problem(404, "fault-not_found")
    drawn = await asyncio.to_thread(code_svg, f"{web.address(request)}#confirm={code}")
    return as_file(drawn, "image/svg+xml", f"{number}-code.svg")


async def limited(web: Web, conversation: str) -> None:
    """Raises Problem 429 for whoever asks for too many documents."""
    if not await web.within("document", conversation, DOCUMENTS_PER_MINUTE, MINUTE):
        raise Problem(429, "fault-too_fast", MINUTE)


async def _found(web: Web, conversation: str, number: str) -> Documented:
    """Raises Problem 404 for a number this conversation has no booking of, whether or not another has."""
    await limited(web, conversation)
    found = await web.app.documents.find(conversation, number)
    if found is None:
        raise Problem(404, "fault-not_found")
    return found


async def _expected(web: Web, conversation: str, number: str) -> Documented:
    """A booking that is not cancelled: for what is shown at the counter. Raises Problem 404, 410."""
    found = await _found(web, conversation, number)
    if found.cancelled:
        raise Problem(410, "document-cancelled")
    return found


def as_file(data: bytes, media_type: str, name: str) -> Response:
    """``name`` is a booking's number, which is ours: nothing in it needs to be escaped."""
    return Response(data, media_type=media_type, headers={"content-disposition": f'attachment; filename="{name}"'})

"""The chat API: anyone can drive every flow through it. Described by OpenAPI at ``/docs``."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from typing import Annotated, Any

import structlog
from fastapi import APIRouter, Form, Header, Path, Request, Response, UploadFile
from prometheus_client import Counter
from sse_starlette import EventSourceResponse
from starlette.formparsers import MultiPartParser

from bot.passes import TooManyTries
from bot.seeing import seen_up_to
from bot.tokens import ID_BYTES, make_token
from bot.turn import Forgotten, Taken, danger_replies
from bot.web import given
from bot.web.access import Conversation, Here, Opened, Web
from bot.web.guard import MAX_UPLOAD
from bot.web.problems import Problem, documented
from bot.web.shapes import MAX_TEXT, Begin, Begun, History, Link, Message, MessageId, Replies, Seen
from bot.web.stream import events, place_of
from flows.errors import OutsideFault
from flows.incoming import Event, Incoming
from flows.words import Reply
from integrations.pictures import MEDIA_TYPES, look_at
from integrations.quick import OUTGOING
from integrations.store import conversations, uploads
from integrations.store.database import Collision

DANGER_SECONDS = 2.0
DANGER_WAITS = (2, 5, 15, 60, 300, 900)
"""Seconds between the tries to keep what could not be kept when it was said."""
MOST_KEPT = 1000
PING_SECONDS = 15
MESSAGES_PER_MINUTE = 120
CONVERSATIONS_PER_MINUTE = 60
LINKS_PER_MINUTE = 30
MINUTE = 60
TOO_FAST_SECONDS = 5

MultiPartParser.spool_max_size = MAX_UPLOAD  # a picture does not touch the disk before it is sealed

router = APIRouter(prefix="/api/chat", tags=["chat"])
_log = structlog.get_logger()
_turns = Counter("yizheng_turns_total", "Turns taken, by result", ["result"])


@router.post("/conversations", status_code=201, responses=documented(400, 408, 413, 415, 422, 429))
async def begin(request: Request, web: Here, body: Begin | None = None) -> Begun:
    """Begins a conversation. Needs no store: it is written with the first message."""
    if not await web.within("begin", web.client(request), CONVERSATIONS_PER_MINUTE, MINUTE):
        raise Problem(429, "fault-too_fast", MINUTE)
    return Begun(token=make_token(web.app.vault, secrets.token_bytes(ID_BYTES)))


@router.post("/links", status_code=201, responses=documented(400, 404, 408, 413, 415, 422, 429, 503))
async def go_on(request: Request, web: Here, body: Link) -> Begun:
    """Goes on with a conversation from elsewhere, by a code that is used up by this."""
    app, address = web.app, web.client(request)
    if not await web.within("link", address, LINKS_PER_MINUTE, MINUTE):
        raise Problem(429, "fault-too_fast", MINUTE)
    over = Problem(404, "fault-link_over")
    try:
        conversation = await app.passes.take(body.code, "conversation", address, app.clock(), body.id)
    except TooManyTries as fault:
        raise Problem(429, "link-too_often", MINUTE) from fault
    if conversation is None:
        raise over
    visit = app.turns.tell(
        conversation, f"visit:{app.vault.index('visit', body.code).hex()}", Event("visit"), app.clock()
    )
    try:
        await asyncio.shield(web.keep(visit))
    except Forgotten as fault:  # it was left: that it was there is nobody's business any more
        raise over from fault
    return Begun(token=make_token(app.vault, bytes.fromhex(conversation)))


@router.post("/messages", response_model=Replies, responses=documented(400, 401, 408, 413, 415, 422, 429, 503))
async def message(request: Request, web: Here, body: Message, opened: Opened) -> dict[str, Any]:
    """Takes one message and answers with the replies of its turn. Danger is answered whatever else does not work."""
    app, language = web.app, web.language(request)
    lead = danger_replies(body.text, app.place)
    if lead:
        taken = None
        if opened is not None:
            incoming = Incoming(opened, body.id, app.clock(), text=body.text, address=web.client(request))
            task = web.keep(_take_danger(web, incoming, language, lead))
            done, _ = await asyncio.wait({task}, timeout=DANGER_SECONDS)
            taken = task.result() if done else None
        # Under the id of an earlier message the earlier replies would come, without a number.
        if taken is not None and (not taken.repeated or lead[0].words in [reply.words for reply in taken.replies]):
            return _shown(web, taken)
        _turns.labels("danger_alone").inc()
        return {"replies": web.renderer.replies(lead, language), "language": language}
    if opened is None:
        raise Problem(401, "fault-ended")
    if body.text is not None and len(body.text) > MAX_TEXT:
        raise Problem(422, "fault-too_long")
    if not await web.within("message", opened, MESSAGES_PER_MINUTE, MINUTE):
        raise Problem(429, "fault-too_fast", TOO_FAST_SECONDS)
    if body.signature is not None:
        await given.admit(web, opened)
        signed = given.signed(web, request, opened, body.id, body.signature)
        return _shown(web, await asyncio.shield(web.keep(signed)))
    address = web.client(request)
    incoming = Incoming(opened, body.id, app.clock(), text=body.text, choice=body.choice, address=address)
    return _shown(web, await asyncio.shield(web.keep(app.turns.take(incoming, language))))


@router.post("/uploads", response_model=Replies, responses=documented(400, 401, 408, 413, 415, 422, 429, 503))
async def upload(
    request: Request,
    web: Here,
    id: Annotated[MessageId, Form()],
    file: UploadFile,
    conversation: Conversation,
) -> dict[str, Any]:
    """Takes a picture (JPEG, PNG or WebP) as an answer. It is checked, stripped of its metadata, and kept sealed.

    One that is no answer is not kept, unless a person is asked for: then it is for the staff.
    """
    await given.admit(web, conversation)
    return _shown(web, await given.photographed(web, request, conversation, id, await file.read()))


@router.get(
    "/pictures/{picture}",
    response_class=Response,
    responses={200: {"content": {"image/*": {}}}, **documented(401, 404, 422, 429, 503)},
)
async def picture(web: Here, conversation: Conversation, picture: Annotated[str, Path(max_length=40)]) -> Response:
    """A picture of this conversation: one that the staff have sent, or one's own."""
    await given.admit(web, conversation)
    async with web.app.database.read() as connection:
        data = await uploads.get(connection, web.app.vault, picture, conversation)
    if data is None:
        raise Problem(404, "fault-not_found")
    async with web.pictures:
        facts = await asyncio.to_thread(look_at, data)
    return Response(data, media_type=MEDIA_TYPES[facts.format])


@router.get("/history", response_model=History, responses=documented(401, 503))
async def history(web: Here, conversation: Conversation) -> dict[str, Any]:
    """The transcript of this conversation, for a page that is opened again."""
    app = web.app
    async with app.database.read() as connection:
        loaded = await conversations.load(connection, app.vault, conversation, app.settings.locale)
        if loaded.forgotten:
            raise Problem(401, "fault-ended")
        found = await conversations.entries(connection, app.vault, conversation)
    language = loaded.conversation.language
    return {"messages": web.renderer.history(found, language), "language": language}


@router.get("/stream", response_class=EventSourceResponse, responses=documented(401, 503))
async def stream(
    web: Here, conversation: Conversation, last_event_id: Annotated[str | None, Header(max_length=80)] = None
) -> EventSourceResponse:
    """What comes later (notices, finished look-ups), as server-sent events; resumable by ``Last-Event-ID``.

    An event's id is that of its message, its data has the form of a message of the history.
    """
    after = await place_of(web, conversation, last_event_id)
    if after is None:
        raise Problem(401, "fault-ended")
    return EventSourceResponse(events(web, conversation, after), ping=PING_SECONDS)


@router.post("/seen", status_code=204, responses=documented(400, 401, 408, 413, 415, 422, 429, 503))
async def seen(web: Here, body: Seen, conversation: Conversation) -> None:
    """Somebody has the conversation before them, and sees it up to a message: what was told by then (a reminder) is
    looked for by no short message and no telephone call any more.

    To be said by a page that is in front; neither the history nor the stream says it by being read.
    """
    if not await web.within("seen", conversation, MESSAGES_PER_MINUTE, MINUTE):
        raise Problem(429, "fault-too_fast", TOO_FAST_SECONDS)
    if not await seen_up_to(web.app, conversation, body.id):
        raise Problem(401, "fault-ended")


@router.delete("/conversations", status_code=204, responses=documented(401, 503))
async def leave(web: Here, conversation: Conversation) -> None:
    """Quick exit: transcript and pictures are dropped and the token opens nothing any more. What was filed stays."""
    with contextlib.suppress(Collision):  # its first message came in at the same moment: now there is one to leave
        await _revoke(web, conversation)
        return
    await _revoke(web, conversation)


async def _revoke(web: Web, conversation: str) -> None:
    """Raises Collision, OutsideFault."""
    app = web.app
    async with app.database.write() as connection:
        loaded = await conversations.load(connection, app.vault, conversation, app.settings.locale)
        if loaded.version == 0:  # nothing was said yet: it is written down only to be left
            sealed = conversations.sealed_state(app.vault, loaded.conversation)
            await conversations.commit(connection, loaded.conversation, 0, sealed, app.clock())
        await app.outbox.wipe(connection, conversation, app.clock())
        await conversations.forget(connection, conversation, app.clock(), revoke=True)
        await uploads.drop(connection, conversation)
    await app.quick.wake(conversation)  # its open streams end
    await app.quick.wake(OUTGOING)


def _shown(web: Web, taken: Taken) -> dict[str, Any]:
    _turns.labels("repeated" if taken.repeated else "taken").inc()
    return {"replies": web.renderer.turn(taken), "language": taken.language}


async def _take_danger(web: Web, incoming: Incoming, language: str, lead: tuple[Reply, ...]) -> Taken | None:
    """The turn of a message of danger; None when there can be none, which is never the person's trouble."""
    try:
        return await web.app.turns.take(incoming, language, lead=lead)
    except Forgotten:
        return None
    except OutsideFault:
        if len(web.going_on) < MOST_KEPT:
            web.keep(_keep_later(web, incoming, language, lead))
    except Exception:
        _log.exception("turn.danger_unkept")
    return None


async def _keep_later(web: Web, incoming: Incoming, language: str, lead: tuple[Reply, ...]) -> None:
    """The store did not take a message of danger: it is tried again for a while, so that staff hear of it after all.

    This is the one thing kept in memory only, because there is no store to write it down in.
    """
    for wait in DANGER_WAITS:
        await asyncio.sleep(wait)
        try:
            await web.app.turns.take(incoming, language, lead=lead)
        except OutsideFault:
            continue
        except Forgotten:
            return
        _log.info("turn.danger_kept_late")
        return

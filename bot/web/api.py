"""The chat API: anyone can drive every flow through it. Described by OpenAPI at ``/docs``."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal

import structlog
from fastapi import APIRouter, Depends, Form, Header, Request, UploadFile
from prometheus_client import Counter
from pydantic import BaseModel, ConfigDict, Field, model_validator
from sse_starlette import EventSourceResponse, ServerSentEvent

from bot.app import App
from bot.speech import negotiate
from bot.tokens import ID_BYTES, conversation_of, make_token
from bot.turn import Taken, danger_replies
from bot.web.guard import MAX_UPLOAD, Limits, client_address
from bot.web.problems import Problem
from bot.web.rendering import Renderer
from flows.dialogue import derive_id
from flows.errors import NotUnderstood, OutsideFault
from flows.incoming import Incoming, Photo
from flows.words import Reply
from integrations.pictures import look_at, strip_metadata
from integrations.store import conversations, uploads
from integrations.store.uploads import MOST_PER_CONVERSATION

MAX_TEXT = 4000
DANGER_SECONDS = 2.0
PING_SECONDS = 15
MESSAGES_PER_MINUTE = 120
CONVERSATIONS_PER_MINUTE = 60
UPLOADS_PER_MINUTE = 20
MINUTE = 60

MessageId = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9._~-]+$")]

_log = structlog.get_logger()
_turns = Counter("yizheng_turns_total", "Turns taken, by result", ["result"])


class Begin(BaseModel):
    """Begins a conversation."""

    model_config = ConfigDict(extra="forbid")
    language: Literal["zh-Hans", "zh-Hant", "en"] | None = None


class Begun(BaseModel):
    """The conversation's bearer token."""

    token: str


class Message(BaseModel):
    """One message: what was typed, or the value of the option tapped. The same ``id`` again is the same message."""

    model_config = ConfigDict(extra="forbid", str_max_length=MAX_TEXT)
    id: MessageId
    text: str | None = None
    choice: Annotated[str, Field(max_length=400)] | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Message:
        if (self.text is None) == (self.choice is None):
            raise ValueError("text or choice, one of them")
        return self


class Choice(BaseModel):
    """One option of a question."""

    value: str
    label: str
    detail: str | None = None


class Input(BaseModel):
    """How the open question may be answered."""

    kind: str
    choices: list[Choice]
    skip: Choice | None = None


class Receipt(BaseModel):
    """The receipt of a case or a booking."""

    number: str
    title: str
    lines: list[tuple[str, str]]


class Attachment(BaseModel):
    """Something to open: a telephone number to call."""

    url: str
    label: str


class ReplyOut(BaseModel):
    """One message of the desk. ``key`` is its message id in ``locales/``."""

    key: str
    text: str
    input: Input | None
    receipt: Receipt | None = None
    attachments: list[Attachment] | None = None


class Replies(BaseModel):
    """The replies of one turn and the conversation's language."""

    replies: list[ReplyOut]
    language: str


class Said(BaseModel):
    """One earlier message with its replies."""

    id: str
    said: str | None
    replies: list[ReplyOut]


class History(BaseModel):
    """The transcript, oldest first."""

    messages: list[Said]


def make_api(app: App, limits: Limits) -> APIRouter:
    """The routes under ``/api/chat``."""
    router = APIRouter(prefix="/api/chat", tags=["chat"])
    renderer = Renderer(app.speech, app.place)
    proxies = {each.strip() for each in app.settings.trusted_proxies.split(",") if each.strip()}
    going_on: set[asyncio.Task[Any]] = set()

    async def opened(authorization: Annotated[str, Header(max_length=200)] = "") -> str:
        scheme, _, token = authorization.partition(" ")
        conversation = conversation_of(app.vault, token.strip()) if scheme.lower() == "bearer" else None
        if conversation is None:
            raise Problem(401, "fault-ended")
        return conversation

    Conversation = Annotated[str, Depends(opened)]  # noqa: N806 - a type

    def shown(taken: Taken, lead: tuple[Reply, ...] = ()) -> dict[str, Any]:
        _turns.labels("repeated" if taken.repeated else "taken").inc()
        replies = (*lead, *taken.replies)
        return {"replies": renderer.replies(replies, taken.language), "language": taken.language}

    @router.post("/conversations", status_code=201)
    async def begin(request: Request, body: Begin) -> Begun:
        """Begins a conversation. Needs no store: it is written with the first message."""
        address = client_address(request.scope, proxies)
        if not await limits.allows("begin", address, CONVERSATIONS_PER_MINUTE, MINUTE):
            raise Problem(429, "fault-too_fast", MINUTE)
        return Begun(token=make_token(app.vault, secrets.token_bytes(ID_BYTES)))

    @router.post("/messages", response_model=Replies, response_model_exclude_none=False)
    async def message(request: Request, body: Message, conversation: Conversation) -> dict[str, Any]:
        """Takes one message and answers with the replies of its turn."""
        language = negotiate(request.headers.get("accept-language"), app.settings.locale)
        lead = danger_replies(body.text, app.place)
        if not lead and not await limits.allows("message", conversation, MESSAGES_PER_MINUTE, MINUTE):
            raise Problem(429, "fault-too_fast", 5)
        incoming = Incoming(conversation, body.id, app.clock(), text=body.text, choice=body.choice)
        task = asyncio.create_task(app.turns.take(incoming, language, lead=lead))
        if not lead:
            return shown(await asyncio.shield(task))
        # Danger is answered whatever the store does: its turn is given a moment, then goes on by itself.
        going_on.add(task)
        task.add_done_callback(going_on.discard)
        done, _ = await asyncio.wait({task}, timeout=DANGER_SECONDS)
        if done and task.exception() is None:
            return shown(task.result())
        if done:
            _log.error("turn.danger_unkept", fault=type(task.exception()).__name__)
        return {"replies": renderer.replies(lead, language), "language": language}

    @router.post("/uploads", response_model=Replies)
    async def upload(
        request: Request,
        id: Annotated[MessageId, Form()],
        file: UploadFile,
        conversation: Conversation,
    ) -> dict[str, Any]:
        """Takes a picture as an answer. It is checked, stripped of its metadata, and kept sealed."""
        if not await limits.allows("upload", conversation, UPLOADS_PER_MINUTE, MINUTE):
            raise Problem(429, "fault-too_fast", MINUTE)
        data = await file.read(MAX_UPLOAD)
        language = negotiate(request.headers.get("accept-language"), app.settings.locale)
        try:
            facts = await asyncio.to_thread(look_at, data)
            clean = await asyncio.to_thread(strip_metadata, data)
        except NotUnderstood as fault:
            raise Problem(422, fault.key) from fault
        name = derive_id(conversation, id)
        async with app.database.write() as connection:
            if await uploads.count(connection, conversation) >= MOST_PER_CONVERSATION:
                raise Problem(429, "fault-too_many_pictures", MINUTE)
            await uploads.keep(
                connection, app.vault, upload=name, conversation=conversation, data=clean, at=app.clock()
            )
        incoming = Incoming(conversation, id, app.clock(), photo=Photo(name, facts))
        return shown(await app.turns.take(incoming, language))

    @router.get("/history", response_model=History)
    async def history(conversation: Conversation) -> dict[str, Any]:
        """The transcript of this conversation, for a page that is opened again."""
        async with app.database.read() as connection:
            loaded = await conversations.load(connection, app.vault, conversation, app.settings.locale)
            if loaded.forgotten:
                raise Problem(401, "fault-ended")
            found = await conversations.entries(connection, app.vault, conversation)
        return {"messages": [renderer.entry(entry, loaded.conversation.language) for entry in found]}

    @router.get("/stream", response_class=EventSourceResponse)
    async def stream(
        conversation: Conversation, last_event_id: Annotated[str | None, Header(max_length=80)] = None
    ) -> EventSourceResponse:
        """What comes later (notices, finished look-ups), as server-sent events; resumable by ``Last-Event-ID``."""
        return EventSourceResponse(_events(app, renderer, conversation, last_event_id), ping=PING_SECONDS)

    @router.delete("/conversations", status_code=204)
    async def leave(conversation: Conversation) -> None:
        """Quick exit: the transcript is dropped and the token opens nothing any more."""
        async with app.database.write() as connection:
            await conversations.forget(connection, conversation, app.clock(), revoke=True)
        await app.quick.drop_conversation(conversation)

    return router


async def _events(app: App, renderer: Renderer, conversation: str, last: str | None) -> AsyncIterator[ServerSentEvent]:
    """Entries of the log that answer no message of the page, as they come, in order, none twice."""
    async with app.quick.listening() as woken:
        after = await _seq_of(app, conversation, last)
        while True:
            woken.clear()
            try:
                async with app.database.read() as connection:
                    loaded = await conversations.load(connection, app.vault, conversation, app.settings.locale)
                    if loaded.forgotten:
                        return
                    found = await conversations.entries(
                        connection, app.vault, conversation, after=after, pushed_only=True
                    )
            except OutsideFault:
                found = []
            for entry in found:
                after = entry.seq
                data = renderer.entry(entry, loaded.conversation.language)
                yield ServerSentEvent(_json(data), id=entry.message)
            try:
                async with asyncio.timeout(PING_SECONDS):
                    await woken.wait()
            except TimeoutError:
                continue


async def _seq_of(app: App, conversation: str, message: str | None) -> int:
    """Where a stream goes on: after the entry named, else after everything said so far."""
    async with app.database.read() as connection:
        if message is not None:
            entry = await conversations.entry_of(connection, app.vault, conversation, message)
            if entry is not None:
                return entry.seq
        loaded = await conversations.load(connection, app.vault, conversation, app.settings.locale)
    return loaded.version


def _json(data: Any) -> str:

    return json.dumps(data, ensure_ascii=False)

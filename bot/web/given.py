"""Pictures given as an answer, sent or drawn: kept sealed before the turn, dropped after it when they are none."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from fastapi import Request

from bot.turn import Forgotten, Taken
from bot.web.access import Web
from bot.web.problems import Problem
from flows.dialogue import derive_id
from flows.dialogue.readings import pictures
from flows.errors import NotUnderstood
from flows.incoming import Incoming, Photo, Signature
from flows.inputs.photo import PhotoFacts
from integrations.documents.signature import read_strokes, signature_png
from integrations.pictures import look_at, strip_metadata
from integrations.store import conversations, uploads
from integrations.store.uploads import MOST_PER_CONVERSATION

PICTURES_PER_MINUTE = 20
MINUTE = 60

Given = TypeVar("Given")
Made = TypeVar("Made")


async def photographed(web: Web, request: Request, conversation: str, message: str, data: bytes) -> Taken:
    """The turn of a picture that was sent. Raises Problem, Forgotten, OutsideFault."""
    facts, clean = await _made(web, _looked_at, data)
    picture = derive_id(conversation, message)
    address = web.client(request)
    incoming = Incoming(conversation, message, web.app.clock(), photo=Photo(picture, facts), address=address)
    return await _taken(web, incoming, picture, clean, web.language(request))


async def signed(web: Web, request: Request, conversation: str, message: str, strokes: object) -> Taken:
    """The turn of a signature that was drawn, as the page sent its strokes. Raises Problem, Forgotten, OutsideFault."""
    drawn = await _made(web, _drawn, strokes)
    picture = derive_id(conversation, message)
    address = web.client(request)
    incoming = Incoming(conversation, message, web.app.clock(), signature=Signature(picture), address=address)
    return await _taken(web, incoming, picture, drawn, web.language(request))


async def admit(web: Web, conversation: str) -> None:
    """Raises Problem when too many pictures come from one conversation."""
    if not await web.within("upload", conversation, PICTURES_PER_MINUTE, MINUTE):
        raise Problem(429, "fault-too_fast", MINUTE)


async def _made(web: Web, make: Callable[[Given], Made], given: Given) -> Made:
    """The picture made of what was given, beside the loop. Raises Problem 422 with what is wrong with it."""
    try:
        async with web.pictures:
            return await asyncio.to_thread(make, given)
    except NotUnderstood as fault:
        raise Problem(422, fault.key, **fault.args_) from fault


async def _taken(web: Web, incoming: Incoming, picture: str, data: bytes, language: str) -> Taken:
    """Keeps the picture, takes the turn, and drops what is no answer then.

    What was noted for the staff is theirs: it is none, and stays.
    """
    app, conversation = web.app, incoming.conversation
    async with app.database.write() as connection:
        loaded = await conversations.load(connection, app.vault, conversation, app.settings.locale)
        if loaded.forgotten:
            raise Problem(401, "fault-ended")
        await uploads.keep(connection, app.vault, upload=picture, conversation=conversation, data=data, at=app.clock())
        if await uploads.count(connection, conversation) > MOST_PER_CONVERSATION:
            raise Problem(429, "fault-too_many_pictures", MINUTE)  # and nothing is kept
    before = pictures(loaded.conversation, app.flows)
    try:
        taken = await app.turns.take(incoming, language)
    except Forgotten:  # it was left at this very moment
        await _drop_unused(web, conversation, {picture})
        raise
    await _drop_unused(web, conversation, {picture, *before})
    return taken


async def _drop_unused(web: Web, conversation: str, given: set[str]) -> None:
    """Drops what was given that neither an answer nor a filed case refers to. Raises OutsideFault."""
    app = web.app
    async with app.database.write() as connection:
        loaded = await conversations.load(connection, app.vault, conversation, app.settings.locale)
        used = set() if loaded.forgotten else pictures(loaded.conversation, app.flows)
        await uploads.drop(connection, conversation, given - used)


def _looked_at(data: bytes) -> tuple[PhotoFacts, bytes]:
    return look_at(data), strip_metadata(data)


def _drawn(strokes: object) -> bytes:
    return signature_png(read_strokes(strokes))

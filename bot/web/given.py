"""Pictures given as an answer on the page, sent or drawn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from fastapi import Request

from bot import given
from bot.turn import Taken
from bot.web.access import Web
from bot.web.problems import Problem
from flows.dialogue import derive_id
from flows.errors import NotUnderstood
from flows.incoming import Incoming, Photo, Signature
from integrations.documents.signature import read_strokes, signature_png

PICTURES_PER_MINUTE = 20
MINUTE = 60

Given = TypeVar("Given")
Made = TypeVar("Made")


async def photographed(web: Web, request: Request, conversation: str, message: str, data: bytes) -> Taken:
    """The turn of a picture that was sent. Raises Problem, Forgotten, OutsideFault."""
    facts, clean = await _made(web, given.looked_at, data)
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


async def _made(web: Web, make: Callable[[Given], Made], what: Given) -> Made:
    """The picture made of what was given, beside the loop. Raises Problem 422 with what is wrong with it."""
    try:
        async with web.pictures:
            return await asyncio.to_thread(make, what)
    except NotUnderstood as fault:
        raise Problem(422, fault.key, **fault.args_) from fault


async def _taken(web: Web, incoming: Incoming, picture: str, data: bytes, language: str) -> Taken:
    """The turn of the picture. Raises Problem, Forgotten, OutsideFault."""
    try:
        return await given.take(web.app, incoming, picture, data, language)
    except given.TooManyPictures as fault:
        raise Problem(429, "fault-too_many_pictures", MINUTE) from fault


def _drawn(strokes: object) -> bytes:
    return signature_png(read_strokes(strokes))

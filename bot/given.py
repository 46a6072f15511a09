"""Pictures given as an answer: kept sealed before the turn, dropped after it when they are none."""

from __future__ import annotations

from bot.app import App
from bot.turn import Forgotten, Taken
from flows.dialogue.readings import pictures
from flows.incoming import Incoming
from flows.inputs.photo import PhotoFacts
from integrations.pictures import look_at, strip_metadata
from integrations.store import conversations, uploads
from integrations.store.uploads import MOST_PER_CONVERSATION

MAX_PICTURE = 8 * 1024 * 1024
"""Bytes; a larger picture is not fetched from a channel."""


class TooManyPictures(Exception):
    """The conversation has given as many pictures as it may; this one was not kept."""


def looked_at(data: bytes) -> tuple[PhotoFacts, bytes]:
    """What was measured on a picture, and the picture without its metadata. Raises NotUnderstood with what is wrong."""
    return look_at(data), strip_metadata(data)


async def take(app: App, incoming: Incoming, picture: str, data: bytes, language: str) -> Taken:
    """Keeps the picture, takes the turn, and drops what is no answer then. What was noted for the staff is theirs: it
    is none, and stays. Raises Forgotten, TooManyPictures, OutsideFault."""
    conversation = incoming.conversation
    async with app.database.write() as connection:
        loaded = await conversations.load(connection, app.vault, conversation, app.settings.locale)
        if loaded.forgotten:
            raise Forgotten
        await uploads.keep(connection, app.vault, upload=picture, conversation=conversation, data=data, at=app.clock())
        if await uploads.count(connection, conversation) > MOST_PER_CONVERSATION:
            raise TooManyPictures  # and nothing is kept
    before = pictures(loaded.conversation, app.flows)
    try:
        taken = await app.turns.take(incoming, language)
    except Forgotten:  # it was left at this very moment
        await _drop_unused(app, conversation, {picture})
        raise
    await _drop_unused(app, conversation, {picture, *before})
    return taken


async def _drop_unused(app: App, conversation: str, given: set[str]) -> None:
    """Drops what was given that neither an answer nor a filed case refers to. Raises OutsideFault."""
    async with app.database.write() as connection:
        loaded = await conversations.load(connection, app.vault, conversation, app.settings.locale)
        used = set() if loaded.forgotten else pictures(loaded.conversation, app.flows)
        await uploads.drop(connection, conversation, given - used)

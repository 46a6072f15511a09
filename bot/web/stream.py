"""What comes later (notices, finished look-ups, what was said in a chat), as server-sent events, once and in order."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from sse_starlette import ServerSentEvent

from bot.web.access import Web
from flows.errors import OutsideFault
from integrations.store import conversations

LOOK_SECONDS = 15.0
"""How long a stream waits for a wake-up before it looks by itself: a wake-up may be lost with the quick side."""


async def place_of(web: Web, conversation: str, last: str | None) -> int | None:
    """Where a stream goes on: after the entry named ``last``, else after everything said so far.

    None when the conversation has been left. Raises OutsideFault.
    """
    app = web.app
    async with app.database.read() as connection:
        loaded = await conversations.load(connection, app.vault, conversation, app.settings.locale)
        if loaded.forgotten:
            return None
        if last is not None:
            entry = await conversations.entry_of(connection, app.vault, conversation, last)
            if entry is not None:
                return entry.seq
    return loaded.version


async def events(web: Web, conversation: str, after: int) -> AsyncIterator[ServerSentEvent]:
    """Entries of the log after ``after`` that answer no message of the page; the event's id is the entry's.

    Ends when the conversation is left; a store that does not answer is asked again later.
    """
    app = web.app
    async with app.quick.listening(conversation) as woken:
        while True:
            woken.clear()
            try:
                async with app.database.read() as connection:
                    loaded = await conversations.load(connection, app.vault, conversation, app.settings.locale)
                    found = await conversations.entries(
                        connection, app.vault, conversation, after=after, pushed_only=True
                    )
            except OutsideFault:
                found = []
            else:
                if loaded.forgotten:
                    return
            for entry in found:
                after = entry.seq
                shown = web.renderer.pushed(entry, loaded.conversation.language)
                yield ServerSentEvent(json.dumps(shown, ensure_ascii=False), id=entry.message)
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await woken.wait()
            except TimeoutError:
                continue

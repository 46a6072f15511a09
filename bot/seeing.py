"""Up to where a conversation was seen: what was told by then is looked for by no short message and no call any more."""

from __future__ import annotations

import contextlib

from bot.app import App
from bot.channels.outbox import key_of
from bot.notices import message_of
from integrations.store import conversations, notices, outgoing
from integrations.store.database import Collision


async def seen_up_to(app: App, conversation: str, message: str) -> bool:
    """Somebody has seen what was said at the page up to a message: its notices go no further up the ladder.

    One that was shown before the worker has noted that it was told counts too. False when the conversation has been
    left. Raises OutsideFault.
    """
    async with app.database.read() as connection:
        if (await conversations.load(connection, app.vault, conversation, app.settings.locale)).forgotten:
            return False
    await _seen(app, conversation, message, in_chat=False)
    return True


async def seen_in_chat(app: App, conversation: str, message: str) -> None:
    """Somebody has written in a chat: they have seen what was sent there before. Raises OutsideFault."""
    await _seen(app, conversation, message, in_chat=True)


async def _seen(app: App, conversation: str, message: str, *, in_chat: bool) -> None:
    async with app.database.read() as connection:
        last = await conversations.entry_of(connection, app.vault, conversation, message)
        shown = []
        for notice in [] if last is None else await notices.unseen(connection, conversation):
            told = await conversations.entry_of(connection, app.vault, conversation, message_of(notice))
            if last is None or told is None or told.seq > last.seq:
                continue
            if not in_chat or await outgoing.was_sent(connection, f"{key_of(conversation, told.message)}:0"):
                shown.append(notice)
    if shown:
        with contextlib.suppress(Collision):  # where it is not noted, a call too many is made
            async with app.database.write() as connection:
                for notice in sorted(shown):
                    await notices.move(connection, notice, [notices.WAITING, notices.TOLD], notices.SEEN, app.clock())

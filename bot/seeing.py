"""Up to where a conversation was seen: what was told by then is looked for by no short message and no call any more."""

from __future__ import annotations

import contextlib

from bot.app import App
from bot.notices import message_of
from integrations.store import conversations, notices
from integrations.store.database import Collision


async def seen_up_to(app: App, conversation: str, message: str) -> bool:
    """Somebody has seen what was said in a conversation up to a message: its notices go no further up the ladder.

    One that was shown before the worker has noted that it was told counts too. False when the conversation has been
    left. Raises OutsideFault.
    """
    async with app.database.read() as connection:
        if (await conversations.load(connection, app.vault, conversation, app.settings.locale)).forgotten:
            return False
        last = await conversations.entry_of(connection, app.vault, conversation, message)
        shown = []
        for notice in [] if last is None else await notices.unseen(connection, conversation):
            told = await conversations.entry_of(connection, app.vault, conversation, message_of(notice))
            shown += [notice] if last is not None and told is not None and told.seq <= last.seq else []
    if shown:
        with contextlib.suppress(Collision):  # where it is not noted, a call too many is made
            async with app.database.write() as connection:
                for notice in sorted(shown):
                    await notices.move(connection, notice, [notices.WAITING, notices.TOLD], notices.SEEN, app.clock())
    return True

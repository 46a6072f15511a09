"""Somebody in a chat in tests, without the channel: turns as a channel makes them, and what it is to send."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from bot.app import App
from bot.turn import Taken
from flows.incoming import Incoming
from integrations.store import chats
from integrations.store.chats import RESIDENTS, Address
from integrations.store.tables import outgoing

CONVERSATION = "0123456789abcdef0123456789abcdef"
TO_THE_NAME = ("结婚登记", "同意", "1")
"""结婚登记 up to its first personal question, which a discreet chat does not ask."""
_MESSAGES = itertools.count(1)


class InChat:
    """A resident in a chat that carries nothing personal, unless said otherwise."""

    def __init__(self, app: App, chat: str, conversation: str, *, discreet: bool) -> None:
        self._app = app
        self.chat = chat
        self.conversation = conversation
        self._discreet = discreet

    @classmethod
    async def meet(
        cls, app: App, number: int = 700, conversation: str = CONVERSATION, *, discreet: bool = True
    ) -> InChat:
        """Somebody whose chat is known."""
        async with app.database.write() as connection:
            chat = await chats.meet(connection, app.vault, RESIDENTS, Address(number), conversation, app.clock())
        return cls(app, chat.id, conversation, discreet=discreet)

    async def say(self, *texts: str) -> Taken:
        """Says one thing after the other; what the last came to."""
        for text in texts:
            taken = await self._take(Incoming(self.conversation, "", self._app.clock(), text=text))
        return taken

    async def tap(self, choice: str) -> Taken:
        """Taps an option."""
        return await self._take(Incoming(self.conversation, "", self._app.clock(), choice=choice))

    async def link(self) -> str:
        """The code of a link to the page, as the chat is sent one."""
        async with self._app.database.write() as connection:
            made = await self._app.passes.link(connection, self.conversation, self._app.clock())
        return made.partition("#at=")[2]

    async def sent(self) -> list[dict[str, Any]]:
        """What is to be sent to the chat, in order."""
        chosen = select(outgoing.c.sealed, outgoing.c.key).where(outgoing.c.chat == self.chat)
        async with self._app.database.read() as connection:
            rows = (await connection.execute(chosen.order_by(outgoing.c.position))).all()
        return [self._app.vault.open_plain(row.sealed, f"outgoing:{row.key}") for row in rows]

    async def _take(self, incoming: Incoming) -> Taken:
        n = next(_MESSAGES)
        id_ = f"tg.{n}.{n}"
        return await self._app.turns.take(replace(incoming, id=id_, chat=self.chat, discreet=self._discreet))

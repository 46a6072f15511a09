"""One person in several channels: a chat goes on with what was begun elsewhere, by a code that works once; and back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.channels.chatting import Chatting
from bot.channels.outbox import sending
from bot.passes import TooManyTries, code_in
from flows.inputs.text import fold
from flows.words import Words
from integrations.quick import OUTGOING
from integrations.store import chats, conversations, passes
from integrations.store.chats import Chat

LINKED = "at_"
"""What a link that opens the chat brings along before a code."""


class Linking:
    """``begin`` asks the open question of the conversation that the chat leads to now."""

    def __init__(self, chatting: Chatting, begin: Callable[[Chat, str, str], Awaitable[None]]) -> None:
        self._app = chatting.app
        self._chatting = chatting
        self._begin = begin

    async def took(self, chat: Chat, id_: str, text: str | None, payload: str | None, language: str) -> bool:
        """Whether it was a code to go on here with (typed, or the ``payload`` of a link), or a wish to switch back: it
        is done then. Raises OutsideFault."""
        if payload is not None and payload.startswith(LINKED):
            return await self._link(chat, id_, payload.removeprefix(LINKED), language, certain=True)
        back = self._app.speech.labels(Words("link-back_words"))
        if text is not None and fold(text) in [each for label in back for each in label.split("|")]:
            await self._switch_back(chat, id_, language)
            return True
        code = None if text is None else code_in(text)
        return code is not None and await self._link(chat, id_, code, language, certain=False)

    async def _link(self, chat: Chat, id_: str, code: str, language: str, *, certain: bool) -> bool:
        """Goes on here with the conversation of a code. What is shaped like one may be another's: that of an
        appointment, which is an answer; only a link is ``certain`` to be meant.

        The code is used up, the chat led on and the words put in one transaction, so that an update that comes again
        does the same once.
        """
        app = self._app
        try:
            await app.passes.admit(code, chat.id)
        except TooManyTries:
            if certain:
                await self._chatting.words(chat, f"{id_}:link", "link-too_often", language)
            return certain
        use, now = f"{chat.id}:{id_}", app.clock()
        async with app.database.write() as connection:
            conversation = await passes.use(connection, app.vault, code, "conversation", now, use)
            if conversation is not None:
                own = await conversations.load(connection, app.vault, str(chat.conversation), language)
                left = (own.conversation.stack or own.conversation.handoff) and conversation != chat.conversation
                shown = self._chatting.shown("link-done_left" if left else "link-done", language)
                await chats.lead_to(connection, chat.id, conversation, now)
                await self._chatting.put_in(connection, chat, f"{id_}:link", sending(shown))
        if conversation is None:
            await app.passes.was_wrong(code, chat.id)
            if certain:
                await self._chatting.words(chat, f"{id_}:link", "link-over", language)
            return certain
        await app.quick.wake(OUTGOING)
        await self._begin(replace(chat, conversation=conversation), id_, language)
        return True

    async def _switch_back(self, chat: Chat, id_: str, language: str) -> None:
        """The conversation this chat had before; said once, and so done once."""
        app, now = self._app, self._app.clock()
        word = "link-back_none" if chat.before is None else "link-back_done"
        async with app.database.write() as connection:
            what = sending(self._chatting.shown(word, language))
            new = await self._chatting.put_in(connection, chat, f"{id_}:link", what)
            if new and chat.before is not None:
                await chats.lead_to(connection, chat.id, chat.before, now)
                chat = replace(chat, conversation=chat.before)
        await app.quick.wake(OUTGOING)
        if chat.before is not None:
            await self._begin(chat, id_, language)

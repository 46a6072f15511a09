"""What the residents' bot says besides the replies of turns: past the store where it cannot wait, else as what is to be
sent; and what it knows of the chat it says it in."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence

from aiogram import Bot
from aiogram.types import CallbackQuery, Message, ReplyKeyboardRemove

from bot.app import App
from bot.channels.capabilities import TELEGRAM
from bot.channels.chatting import MESSAGES_PER_MINUTE, Chatting
from bot.channels.outbox import rows_to_plain
from bot.telegram.residents_api import translated
from bot.turn import Taken
from flows.dialogue.channels import NOT_KEPT
from flows.errors import OutsideFault
from flows.words import Reply, Words
from integrations.store import chats, outgoing
from integrations.store.chats import RESIDENTS, Chat
from integrations.store.database import Collision

STALE = "choice-stale"


class TelegramSaying(Chatting):
    """Says things in residents' chats on Telegram."""

    def __init__(self, app: App, bot: Bot, seconds: Callable[[float], float]) -> None:
        super().__init__(app, RESIDENTS, TELEGRAM)
        self._bot = bot
        self._seconds = seconds

    async def now(self, chat: int, replies: Sequence[Reply], language: str) -> bool:
        """Past the store: for what must be said although it does not answer, and to whom it does not know. Whether all
        of it was said.

        It comes with the mark of a keyboard that is taken away, which nobody sees: such a message can be edited by no
        bot, so that it is never mistaken for another one that is looked for.
        """
        for message in self.renderer.messages(replies, language):
            try:
                with translated(self._seconds):
                    sent = await self._bot.send_message(chat, message.text, reply_markup=ReplyKeyboardRemove())
            except OutsideFault:
                return False
            if chat > 0:
                await self._note(chat, sent.message_id)
        return True

    async def _note(self, chat: int, message: int) -> None:
        """So that 快速退出 takes it out of the chat as well."""
        id_ = chats.id_of(self.app.vault, RESIDENTS, chat)
        with contextlib.suppress(OutsideFault, Collision):
            async with self.app.database.write() as connection:
                await outgoing.said(connection, RESIDENTS, id_, message, self.app.clock())

    async def show_choice(self, chat: Chat, id_: str, message: Message, taken: Taken) -> None:
        """The question says what was chosen, and has no buttons any more."""
        stale = any(reply.words.key == STALE for reply in taken.replies)
        said = taken.said if isinstance(taken.said, Words) and not stale else None
        text = None
        if said is not None and message.text is not None and said.key not in ("said-confidential", NOT_KEPT.key):
            text = f"{message.text}\n\n→ {self.app.speech.render(said, taken.language)}"
            text = text if TELEGRAM.size(text) <= TELEGRAM.text_limit else None
        what = {"do": "edit", "message": message.message_id, "text": text, "rows": rows_to_plain(())}
        await self.put(chat, f"{id_}:shown", what, replaces=message.message_id)

    async def take_out(self, chat: Chat, id_: str, message: int) -> None:
        """What was not to be sent here is deleted, as far as a bot can."""
        await self.put(chat, f"{id_}:out", {"do": "delete", "messages": [message]})

    async def answer(self, query: CallbackQuery) -> None:
        """The button stops waiting; too late is no fault."""
        with contextlib.suppress(OutsideFault), translated(self._seconds):
            await self._bot.answer_callback_query(query.id)

    async def is_too_fast(self, chat: int, update: int, language: str) -> bool:
        """More than a person writes; said once a minute."""
        count = await self.counts(chat, str(update))
        if count == MESSAGES_PER_MINUTE + 1:
            await self.now(chat, (Reply(Words("unfit-too_fast")),), language)
        return count > MESSAGES_PER_MINUTE

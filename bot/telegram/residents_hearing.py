"""What people do in a chat with the residents' bot, each as a turn: they write, tap, show a picture, block the bot."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from aiogram import Bot
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, Update

from bot import given
from bot.app import App
from bot.channels.capabilities import TELEGRAM, is_discreet
from bot.channels.linking import Linking
from bot.channels.outbox import message_id
from bot.channels.rendering import Button, chosen, read_tap, toggled
from bot.channels.said import Said
from bot.channels.sender import Rejected, Rows
from bot.seeing import seen_in_chat
from bot.speech import negotiate
from bot.telegram.reading import read
from bot.telegram.residents_api import keyboard, translated
from bot.telegram.residents_saying import TelegramSaying
from bot.telegram.shown_commands import show_in_chat
from bot.turn import Taken, danger_replies
from flows.dialogue.channels import NOT_KEPT
from flows.errors import OutsideFault
from flows.incoming import Incoming
from flows.language.masking import masked
from flows.words import Reply, Words
from integrations.store import chats
from integrations.store.chats import RESIDENTS, Chat

MOST_SWITCHED = 1000
NEW_LANGUAGE = frozenset({"greeting", "language-set"})
"""Replies after which the commands of a chat are shown in its own language."""


@dataclass(frozen=True, slots=True)
class _Switched:
    """The buttons of a message as they were shown last, by which updates."""

    rows: Rows = ()
    by: frozenset[int] = frozenset()


class Hearing:
    """The handlers of updates. ``is_numbered`` says whether the numbers were said for an update already, past the
    store; ``saw`` hears of every message id that is known."""

    def __init__(
        self,
        app: App,
        bot: Bot,
        saying: TelegramSaying,
        *,
        seconds: Callable[[float], float],
        saw: Callable[[int], None],
        is_numbered: Callable[[int], bool],
    ) -> None:
        self._app = app
        self._bot = bot
        self._saying = saying
        self._seconds = seconds
        self._saw = saw
        self._is_numbered = is_numbered
        self._discreet = is_discreet(TELEGRAM, app.place)
        self._linking = Linking(saying, self._begin)
        self._switched: dict[tuple[int, int], _Switched] = {}
        self._beside: set[asyncio.Task[None]] = set()

    async def message(self, message: Message, event_update: Update) -> None:
        """Somebody writes, or shows something."""
        if message.chat.type != "private":
            await self.in_group(message.chat.id)
            return
        self._saw(message.message_id)
        said, language = read(message), self._language(message)
        lead = danger_replies(said.text, self._app.place)
        update = event_update.update_id
        if not lead and await self._saying.is_too_fast(message.chat.id, update, language):
            return
        id_ = message_id(update, message.message_id)
        if not lead:
            await self._say(message, id_, said, language)
            return
        words = replace(said, file=None, unfit=None)
        await self._say(message, id_, words, language, lead, numbered=self._is_numbered(update))
        if said.file is not None or said.unfit is not None:  # the words went first; what was shown with them is no less
            await self._say(message, f"shown.{id_}", replace(said, text=None), language)

    async def edited(self, edited_message: Message, event_update: Update) -> None:
        """What was changed afterwards is not taken, unless it tells of danger."""
        if edited_message.chat.type != "private":
            return
        if danger_replies(edited_message.text, self._app.place):
            await self.message(edited_message, event_update)
            return
        id_ = message_id(event_update.update_id, edited_message.message_id)
        await self._say(edited_message, id_, Said(unfit="edited"), self._language(edited_message))

    async def tapped(self, callback_query: CallbackQuery, event_update: Update) -> None:
        """Somebody taps a button: an answer, or one of several that is chosen or no more."""
        message, tap = callback_query.message, read_tap(callback_query.data or "")
        if tap is None or not isinstance(message, Message) or message.chat.type != "private":
            await self._saying.answer(callback_query)
            return
        # A tap brings the buttons as they were shown then; what was tapped just before is not on them yet.
        at = (message.chat.id, message.message_id)
        rows = self._switched[at].rows if at in self._switched else _rows_of(message)
        if tap.toggles:
            with contextlib.suppress(OutsideFault):
                await self._switch(at, event_update.update_id, toggled(rows, callback_query.data or ""))
            await self._saying.answer(callback_query)
            return
        language = negotiate(callback_query.from_user.language_code, self._app.settings.locale)
        chat = await self._saying.meet(message.chat.id)
        id_ = message_id(event_update.update_id, message.message_id)
        incoming = Incoming(
            str(chat.conversation),
            id_,
            self._app.clock(),
            choice=chosen(rows) if tap.option is None else tap.option,
            tapped_at=tap.question,
            chat=chat.id,
            discreet=self._discreet,
        )
        taken = await self.turn(chat, incoming, language)
        self._switched.pop(at, None)
        await self._saying.answer(callback_query)
        await self._saying.show_choice(chat, id_, message, taken)
        await seen_in_chat(self._app, incoming.conversation, incoming.id)

    async def member(self, my_chat_member: ChatMemberUpdated) -> None:
        """Somebody has blocked the bot, or put it into a group."""
        status, chat = my_chat_member.new_chat_member.status, my_chat_member.chat
        if chat.type == "private":
            if status == "kicked":
                await self._saying.blocks(chat.id)
        elif status in ("member", "administrator"):
            await self.in_group(chat.id)

    async def in_group(self, chat: int) -> None:
        """Nothing is done where others read along: said once a day, and the group is left."""
        if await self._app.quick.count(f"group:{chats.id_of(self._app.vault, RESIDENTS, chat)}", 86_400) == 1:
            await self._saying.now(chat, (Reply(Words("group-private")),), self._app.settings.locale)
        with contextlib.suppress(OutsideFault), translated(self._seconds):
            await self._bot.leave_chat(chat)

    async def close(self) -> None:
        """Gives up what is still going on beside."""
        for task in tuple(self._beside):
            task.cancel()
        await asyncio.gather(*self._beside, return_exceptions=True)

    # --- as turns ------------------------------------------------------------------------------------------------

    async def turn(self, chat: Chat, incoming: Incoming, language: str, lead: tuple[Reply, ...] = ()) -> Taken:
        """The turn. Raises OutsideFault."""
        taken = await self._saying.turn(chat, incoming, language, lead)
        if any(reply.words.key in NEW_LANGUAGE for reply in taken.replies):
            task = asyncio.create_task(self._show_commands(int(chat.address.chat), taken.language))
            self._beside.add(task)
            task.add_done_callback(self._beside.discard)
        return taken

    async def _say(
        self,
        message: Message,
        id_: str,
        said: Said,
        language: str,
        lead: tuple[Reply, ...] = (),
        *,
        numbered: bool = False,
    ) -> None:
        chat = await self._saying.meet(message.chat.id)
        if not lead and await self._linking.took(chat, id_, said.text, said.payload, language):
            return
        incoming = replace(self._incoming(chat, id_, said, language), numbered=numbered)
        if incoming.unfit is None and said.file is not None:
            taken = await self._picture(chat, incoming, said.file, language)
        else:
            taken = await self.turn(chat, incoming, language, lead)
        # What is personal is taken out of the chat, whether it was an answer, or words for a clerk that hold a number.
        has_number = self._discreet and said.text is not None and masked(said.text) != said.text
        if taken.said == NOT_KEPT or incoming.unfit == "photo" or has_number:
            await self._saying.take_out(chat, id_, message.message_id)
        await seen_in_chat(self._app, incoming.conversation, incoming.id)

    async def _begin(self, chat: Chat, id_: str, language: str) -> None:
        await self.turn(chat, self._incoming(chat, id_, Said(choice="start"), language), language)

    def _incoming(self, chat: Chat, id_: str, said: Said, language: str) -> Incoming:
        return self._saying.incoming(chat, id_, said, language, discreet=self._discreet)

    async def _picture(self, chat: Chat, incoming: Incoming, file: str, language: str) -> Taken:
        try:
            with translated(self._seconds):
                found = await self._bot.get_file(file)
                stream = None if (found.file_size or 0) > given.MAX_PICTURE else await self._bot.download(found)
        except Rejected:  # asked for again and again, it would keep back everything after it
            return await self._saying.turn(chat, replace(incoming, unfit="document"), language)
        return await self._saying.picture(chat, incoming, None if stream is None else stream.read(), language)

    async def _switch(self, at: tuple[int, int], update: int, rows: Rows) -> None:
        """Shows what is chosen of several; the same tap again switches nothing. Raises OutsideFault."""
        before = self._switched.get(at, _Switched())
        if update in before.by:
            return
        chat, message = at
        with translated(self._seconds):
            await self._bot.edit_message_reply_markup(chat_id=chat, message_id=message, reply_markup=keyboard(rows))
        self._switched[at] = _Switched(rows, before.by | {update})
        if len(self._switched) > MOST_SWITCHED:
            del self._switched[next(iter(self._switched))]

    async def _show_commands(self, chat: int, language: str) -> None:
        with contextlib.suppress(OutsideFault), translated(self._seconds):
            await show_in_chat(self._bot, self._app.speech, chat, language)

    def _language(self, message: Message) -> str:
        code = None if message.from_user is None else message.from_user.language_code
        return negotiate(code, self._app.settings.locale)


def _rows_of(message: Message) -> Rows:
    """The buttons a message has."""
    markup = message.reply_markup
    if markup is None:
        return ()
    return tuple(
        tuple(Button(each.text, each.callback_data, each.url) for each in row) for row in markup.inline_keyboard
    )

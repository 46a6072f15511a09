"""The residents' bot, on aiogram: its updates are turns like any other; what they say is sent by the sender.

Every flow comes as it is: what is shown is made by the renderer, what is said goes into the turn. An update is
acknowledged (to a webhook answered, by polling asked beyond) only once its turn is committed.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import structlog
from aiogram import Dispatcher
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, Update
from pydantic import ValidationError

from bot import given
from bot.app import App
from bot.channels.capabilities import TELEGRAM
from bot.channels.outbox import message_id, rows_to_plain, sending
from bot.channels.pace import TELEGRAM_LIMITS, Limits, Pace
from bot.channels.receiving import Received, Receiver
from bot.channels.rendering import Button, Renderer, chosen, read_tap, toggled
from bot.channels.rendering import Message as Shown
from bot.channels.running import Running
from bot.channels.sender import Rejected, Rows, Sender
from bot.in_order import InOrder
from bot.passes import TooManyTries, code_in
from bot.seeing import seen_up_to
from bot.speech import negotiate
from bot.telegram.reading import MAX_PICTURE, Said, read
from bot.telegram.residents_api import AiogramApi, keyboard, open_bot, translated
from bot.telegram.shown_commands import show_commands, show_in_chat
from bot.tokens import ID_BYTES
from bot.turn import Forgotten, Taken, danger_replies
from flows.dialogue import derive_id
from flows.dialogue.channels import NOT_KEPT
from flows.errors import NotUnderstood, OutsideFault
from flows.incoming import Incoming, Photo
from flows.inputs.text import fold
from flows.words import Reply, Words
from integrations.quick import OUTGOING, WORK
from integrations.store import chats, conversations, due_work, notices, outgoing
from integrations.store.chats import RESIDENTS, Address, Chat
from integrations.store.database import Collision
from integrations.store.due_work import Work
from integrations.store.outgoing import Lease

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25
DANGER_SECONDS = 2.0
MESSAGES_PER_MINUTE = 60
MOST_SWITCHED = 1000
MINUTE = 60
LINKED = "at_"
"""What a link that opens the chat brings along before a code."""
STALE = "choice-stale"
NEW_LANGUAGE = frozenset({"greeting", "language-set"})
"""Replies after which the commands of a chat are shown in its own language."""
KIND = "update"
"""The kind of work that takes an update again which met a fault of ours."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Switched:
    """The buttons of a message as they were shown last, by which updates."""

    rows: Rows = ()
    by: frozenset[int] = frozenset()


class ResidentsBot:
    """Runs in any number of processes; one of them at a time polls and sends."""

    name = RESIDENTS

    def __init__(
        self,
        app: App,
        token: str,
        *,
        api: str,
        secret: str | None,
        limits: Limits = TELEGRAM_LIMITS,
    ) -> None:
        self._app = app
        self.secret = secret
        self._bot = open_bot(token, api)
        self._second = limits.second
        self._renderer = Renderer(app.speech, app.flows, TELEGRAM)
        self._discreet = TELEGRAM.name not in app.place.personal_in
        self._in_order = InOrder()
        self._answered: set[int] = set()
        self._switched: dict[tuple[int, int], _Switched] = {}
        self._pictures = asyncio.Semaphore(2)
        self._sender = Sender(
            bot=RESIDENTS,
            api=AiogramApi(self._bot, lambda seconds: seconds * limits.second),
            pace=Pace(limits, time.monotonic),
            database=app.database,
            vault=app.vault,
            quick=app.quick,
            clock=app.clock,
            on_blocked=self._left,
        )
        self._receiver = Receiver(bot=RESIDENTS, fetch=self._fetch, take=self._take, pause_seconds=limits.second)
        self._running = Running(bot=RESIDENTS, database=app.database, clock=app.clock, loops=self._loops)
        self._dispatcher = Dispatcher(disable_fsm=True)
        self._dispatcher.message.register(self._message)
        self._dispatcher.edited_message.register(self._edited)
        self._dispatcher.callback_query.register(self._tapped)
        self._dispatcher.my_chat_member.register(self._member)

    async def run(self) -> None:
        """Polls and sends whenever this process is the one to do so, until cancelled."""
        await self._running.run()

    async def take(self, update: Mapping[str, Any]) -> None:
        """One update of the webhook. Raises OutsideFault when it could not be taken, and is to come again."""
        try:
            found = Update.model_validate(update, context={"bot": self._bot})
        except ValidationError:
            _log.warning("telegram.unreadable_update")
            return
        await self._take(found)

    async def close(self) -> None:
        """Closes the connections."""
        await self._bot.session.close()

    # --- coming in -----------------------------------------------------------------------------------------------

    def _loops(self, lease: Lease) -> list[Awaitable[None]]:
        return [self._sender.run(lease), self._hook() if self.secret is not None else self._poll()]

    async def _hook(self) -> None:
        """Telegram is told where to bring updates; then there is nothing more to do."""
        await self._until_it_answers(self._set_webhook)
        await asyncio.Event().wait()

    async def _poll(self) -> None:
        await self._until_it_answers(self._set_polling)
        await self._receiver.run()

    async def _until_it_answers(self, begin: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                await begin()
            except OutsideFault as fault:
                _log.warning("telegram.waiting", bot=RESIDENTS, fault=str(fault))
                await asyncio.sleep(fault.retry_after or self._second)
            else:
                return

    async def _set_webhook(self) -> None:
        with translated(self._in_our_seconds):
            await show_commands(self._bot, self._app.speech, self._app.place, self._app.settings.locale)
            url = f"{self._app.settings.public_url}telegram/{RESIDENTS}"
            await self._bot.set_webhook(url, secret_token=self.secret, allowed_updates=ALLOWED)

    async def _set_polling(self) -> None:
        with translated(self._in_our_seconds):
            await show_commands(self._bot, self._app.speech, self._app.place, self._app.settings.locale)
            await self._bot.delete_webhook()

    async def _fetch(self, offset: int | None) -> Sequence[Received[Update]]:
        with translated(self._in_our_seconds):
            found = await self._bot.get_updates(
                offset=offset, timeout=POLL_SECONDS, allowed_updates=ALLOWED, request_timeout=POLL_SECONDS + 10
            )
        return [Received(each.update_id, str(_chat_of(each)), each) for each in found]

    def _in_our_seconds(self, seconds: float) -> float:
        return seconds * self._second

    async def _take(self, update: Update) -> None:
        """One update. A fault of ours costs nobody what they said: it is kept, and tried again."""
        try:
            async with self._in_order.of(str(_chat_of(update))):
                await self._dispatcher.feed_update(self._bot, update)
        except (OutsideFault, Collision) as fault:
            raise OutsideFault(str(fault)) from fault
        except Exception:
            _log.exception("telegram.fault", bot=RESIDENTS)
            await self._keep(update)

    async def _keep(self, update: Update) -> None:
        plain = update.model_dump(mode="json", exclude_none=True, by_alias=True)
        now = self._app.clock()
        work = Work(f"{KIND}:{RESIDENTS}:{update.update_id}", KIND, now, {"bot": RESIDENTS, "update": plain})
        async with self._app.database.write() as connection:
            await due_work.schedule(connection, self._app.vault, work, now)
        await self._app.quick.wake(WORK)
        chat = _chat_of(update)
        if chat is not None and chat > 0:
            await self._say_now(chat, (Reply(Words("unfit-fault")),), self._app.settings.locale)

    async def again(self, work: Work) -> None:
        """An update that met a fault of ours, once more. Raises whatever is wrong still."""
        update = Update.model_validate(work.payload["update"], context={"bot": self._bot})
        async with self._in_order.of(str(_chat_of(update))):
            await self._dispatcher.feed_update(self._bot, update)

    # --- what people do ------------------------------------------------------------------------------------------

    async def _message(self, message: Message, event_update: Update) -> None:
        if message.chat.type != "private":
            await self._in_group(message.chat.id)
            return
        self._sender.saw(message.message_id)
        said, language = read(message), self._language(message)
        lead = danger_replies(said.text, self._app.place)
        if not lead and await self._is_too_fast(message.chat.id, language):
            return
        id_ = message_id(event_update.update_id, message.message_id)
        if not lead:
            await self._say(message, id_, said, language)
            return
        words = replace(said, file=None, unfit=None)
        task = asyncio.ensure_future(self._say(message, id_, words, language, lead))
        done, _ = await asyncio.wait({task}, timeout=DANGER_SECONDS)
        if not done or task.exception() is not None:
            await self._answer_danger(event_update.update_id, message.chat.id, lead, language)
        await task

    async def _say(self, message: Message, id_: str, said: Said, language: str, lead: tuple[Reply, ...] = ()) -> None:
        chat = await self._meet(message.chat.id)
        if not lead and await self._is_of_linking(chat, id_, said, language):
            return
        incoming = self._incoming(chat, id_, said, language)
        if incoming.unfit is None and said.file is not None:
            taken = await self._picture(incoming, said.file, language)
        else:
            taken = await self._turn(chat, incoming, language, lead)
        if taken.said == NOT_KEPT or incoming.unfit == "photo":
            await self._take_out(chat, id_, message.message_id)
        await seen_up_to(self._app, incoming.conversation, incoming.id)

    def _incoming(self, chat: Chat, id_: str, said: Said, language: str) -> Incoming:
        text, choice, unfit = said.text, said.choice, said.unfit
        if said.file is not None:
            text = None
            unfit = "photo" if self._discreet else None
        elif unfit is not None:
            text = None
        if said.payload in self._app.flows and said.payload is not None:
            text, choice = self._app.speech.render(Words(f"service-{said.payload}"), language), None
        return Incoming(
            str(chat.conversation),
            id_,
            self._app.clock(),
            text=text,
            choice=choice,
            location=said.location,
            unfit=unfit,
            chat=chat.id,
            discreet=self._discreet,
        )

    async def _picture(self, incoming: Incoming, file: str, language: str) -> Taken:
        try:
            with translated(self._in_our_seconds):
                found = await self._bot.get_file(file)
                stream = None if (found.file_size or 0) > MAX_PICTURE else await self._bot.download(found)
        except Rejected:  # asked for again and again, it would keep back everything after it
            return await self._app.turns.take(replace(incoming, unfit="document"), language)
        try:
            if stream is None:
                raise NotUnderstood("unfit-too_large")
            async with self._pictures:
                facts, clean = await asyncio.to_thread(given.looked_at, stream.read())
            picture = derive_id(incoming.conversation, incoming.id)
            return await given.take(self._app, replace(incoming, photo=Photo(picture, facts)), picture, clean, language)
        except (NotUnderstood, given.TooManyPictures) as fault:
            is_none = isinstance(fault, NotUnderstood) and fault.key in ("photo-unreadable", "photo-format")
            unfit = "document" if is_none else "too_large"
            return await self._app.turns.take(replace(incoming, unfit=unfit), language)

    async def _turn(self, chat: Chat, incoming: Incoming, language: str, lead: tuple[Reply, ...] = ()) -> Taken:
        """The turn; of a conversation that was left at the page, a new one begins."""
        try:
            taken = await self._app.turns.take(incoming, language, lead=lead)
        except Forgotten:
            conversation = secrets.token_bytes(ID_BYTES).hex()
            async with self._app.database.write() as connection:
                await chats.lead_to(connection, chat.id, conversation, self._app.clock())
            taken = await self._app.turns.take(replace(incoming, conversation=conversation), language, lead=lead)
        if any(reply.words.key in NEW_LANGUAGE for reply in taken.replies):
            with contextlib.suppress(OutsideFault), translated(self._in_our_seconds):
                await show_in_chat(self._bot, self._app.speech, chat.address.chat, taken.language)
        return taken

    async def _edited(self, edited_message: Message, event_update: Update) -> None:
        """What was changed afterwards is not taken, unless it tells of danger."""
        if edited_message.chat.type != "private":
            return
        if danger_replies(edited_message.text, self._app.place):
            await self._message(edited_message, event_update)
            return
        id_ = message_id(event_update.update_id, edited_message.message_id)
        await self._say(edited_message, id_, Said(unfit="edited"), self._language(edited_message))

    async def _tapped(self, callback_query: CallbackQuery, event_update: Update) -> None:
        message, tap = callback_query.message, read_tap(callback_query.data or "")
        if tap is None or not isinstance(message, Message) or message.chat.type != "private":
            await self._answer(callback_query)
            return
        # A tap brings the buttons as they were shown then; what was tapped just before is not on them yet.
        at = (message.chat.id, message.message_id)
        rows = self._switched[at].rows if at in self._switched else _rows_of(message)
        if tap.toggles:
            with contextlib.suppress(OutsideFault):
                await self._switch(at, event_update.update_id, toggled(rows, callback_query.data or ""))
            await self._answer(callback_query)
            return
        language = negotiate(callback_query.from_user.language_code, self._app.settings.locale)
        chat = await self._meet(message.chat.id)
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
        taken = await self._turn(chat, incoming, language)
        self._switched.pop(at, None)
        await self._answer(callback_query)
        await self._show_choice(chat, id_, message, taken)
        await seen_up_to(self._app, incoming.conversation, incoming.id)

    async def _switch(self, at: tuple[int, int], update: int, rows: Rows) -> None:
        """Shows what is chosen of several; the same tap again switches nothing. Raises OutsideFault."""
        before = self._switched.get(at, _Switched())
        if update in before.by:
            return
        chat, message = at
        with translated(self._in_our_seconds):
            await self._bot.edit_message_reply_markup(chat_id=chat, message_id=message, reply_markup=keyboard(rows))
        self._switched[at] = _Switched(rows, before.by | {update})
        if len(self._switched) > MOST_SWITCHED:
            del self._switched[next(iter(self._switched))]

    async def _member(self, my_chat_member: ChatMemberUpdated) -> None:
        """Somebody has blocked the bot, or put it into a group."""
        status, chat = my_chat_member.new_chat_member.status, my_chat_member.chat
        if chat.type == "private":
            if status == "kicked":
                async with self._app.database.write() as connection:
                    found = await chats.at(connection, self._app.vault, RESIDENTS, chat.id)
                    if found is not None:
                        await chats.block(connection, found.id, self._app.clock())
                        await outgoing.void(connection, found.id, self._app.clock())
                if found is not None:
                    await self._left(found)
        elif status in ("member", "administrator"):
            await self._in_group(chat.id)

    async def _in_group(self, chat: int) -> None:
        """Nothing is done where others read along: said once a day, and the group is left."""
        if await self._app.quick.count(f"group:{chats.id_of(self._app.vault, RESIDENTS, chat)}", 86_400) == 1:
            await self._say_now(chat, (Reply(Words("group-private")),), self._app.settings.locale)
        with contextlib.suppress(OutsideFault), translated(self._in_our_seconds):
            await self._bot.leave_chat(chat)

    # --- one person, several channels ----------------------------------------------------------------------------

    async def _is_of_linking(self, chat: Chat, id_: str, said: Said, language: str) -> bool:
        """Whether it was a code to go on here with, or the wish to switch back; it is done then."""
        if said.payload is not None and said.payload.startswith(LINKED):
            await self._link(chat, id_, said.payload.removeprefix(LINKED), language, certain=True)
            return True
        back = self._app.speech.labels(Words("link-back_words"))
        if said.text is not None and fold(said.text) in [each for label in back for each in label.split("|")]:
            if chat.before is None:
                await self._put(chat, f"{id_}:link", "link-back_none", language)
            else:
                await self._lead_to(chat, id_, chat.before, "link-back_done", language)
            return True
        code = None if said.text is None else code_in(said.text)
        return code is not None and await self._link(chat, id_, code, language, certain=False)

    async def _link(self, chat: Chat, id_: str, code: str, language: str, *, certain: bool) -> bool:
        """Goes on here with the conversation of a code. What is shaped like one may be another's: that of an
        appointment, which is an answer; only a link is ``certain`` to be meant."""
        try:
            conversation = await self._app.passes.take(code, "conversation", chat.id, self._app.clock())
        except TooManyTries:
            conversation = None
            if certain:
                await self._put(chat, f"{id_}:link", "link-too_often", language)
                return True
        if conversation is None:
            if certain:
                await self._put(chat, f"{id_}:link", "link-over", language)
            return certain
        async with self._app.database.read() as connection:
            own = await conversations.load(connection, self._app.vault, str(chat.conversation), language)
        left = own.conversation.stack and conversation != chat.conversation
        await self._lead_to(chat, id_, conversation, "link-done_left" if left else "link-done", language)
        return True

    async def _lead_to(self, chat: Chat, id_: str, conversation: str, key: str, language: str) -> None:
        if conversation != chat.conversation:
            async with self._app.database.write() as connection:
                await chats.lead_to(connection, chat.id, conversation, self._app.clock())
        await self._put(chat, f"{id_}:link", key, language)
        chat = replace(chat, conversation=conversation)
        await self._turn(chat, self._incoming(chat, id_, Said(choice="start"), language), language)

    # --- answering -----------------------------------------------------------------------------------------------

    async def _meet(self, number: int) -> Chat:
        """The chat, with a conversation of its own where it is new."""
        conversation = secrets.token_bytes(ID_BYTES).hex()
        async with self._app.database.write() as connection:
            return await chats.meet(
                connection, self._app.vault, RESIDENTS, Address(number), conversation, self._app.clock()
            )

    async def _show_choice(self, chat: Chat, id_: str, message: Message, taken: Taken) -> None:
        """The question says what was chosen, and has no buttons any more."""
        stale = any(reply.words.key == STALE for reply in taken.replies)
        said = taken.said if isinstance(taken.said, Words) and not stale else None
        text = None
        if said is not None and message.text is not None and said.key not in ("said-confidential", NOT_KEPT.key):
            text = f"{message.text}\n\n→ {self._app.speech.render(said, taken.language)}"
            text = text if TELEGRAM.size(text) <= TELEGRAM.text_limit else None
        what = {"do": "edit", "message": message.message_id, "text": text, "rows": rows_to_plain(())}
        await self._put_what(chat, f"{id_}:shown", what, replaces=message.message_id)

    async def _take_out(self, chat: Chat, id_: str, message: int) -> None:
        """What was not to be sent here is deleted, as far as a bot can."""
        await self._put_what(chat, f"{id_}:out", {"do": "delete", "messages": [message]})

    async def _put(self, chat: Chat, key: str, message: str, language: str) -> None:
        shown = Shown(self._app.speech.render(Words(message), language))
        await self._put_what(chat, key, sending(shown))

    async def _put_what(self, chat: Chat, key: str, what: Mapping[str, Any], *, replaces: int | None = None) -> None:
        app = self._app
        async with app.database.write() as connection:
            key = f"{chat.id[:16]}:{key}"
            await outgoing.put(connection, app.vault, bot=RESIDENTS, chat=chat.id, key=key, what=what, now=app.clock())
            if replaces is not None and chat.asked == replaces:
                await chats.asked(connection, chat.id, None, app.clock())
        await app.quick.wake(OUTGOING)

    async def _answer(self, query: CallbackQuery) -> None:
        """The button stops waiting; too late is no fault."""
        with contextlib.suppress(OutsideFault), translated(self._in_our_seconds):
            await self._bot.answer_callback_query(query.id)

    async def _answer_danger(self, update: int, chat: int, lead: tuple[Reply, ...], language: str) -> None:
        """The numbers go out at once, whatever else does not work; the update comes again until it is kept."""
        if update not in self._answered:
            self._answered.add(update)
            await self._say_now(chat, lead, language)

    async def _say_now(self, chat: int, replies: Sequence[Reply], language: str) -> None:
        """Past the store: for what must be said although it does not answer, and to whom it does not know."""
        for message in self._renderer.messages(replies, language):
            with contextlib.suppress(OutsideFault), translated(self._in_our_seconds):
                sent = await self._bot.send_message(chat, message.text)
                if chat > 0:
                    self._sender.passed_by(sent.message_id)

    async def _is_too_fast(self, chat: int, language: str) -> bool:
        """More than a person writes; said once a minute. Danger is never too fast."""
        who = chats.id_of(self._app.vault, RESIDENTS, chat)
        count = await self._app.quick.count(f"message:{who}", MINUTE)
        if count == MESSAGES_PER_MINUTE + 1:
            await self._say_now(chat, (Reply(Words("unfit-too_fast")),), language)
        return count > MESSAGES_PER_MINUTE

    async def _left(self, chat: Chat) -> None:
        """Who has blocked the bot is reached otherwise: what they were told and have not seen goes up the ladder."""
        now = self._app.clock()
        async with self._app.database.write() as connection:
            for notice in await notices.unseen(connection, str(chat.conversation)):
                await due_work.hurry(connection, f"reach:{notice}", now)
        await self._app.quick.wake(WORK)

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


def _chat_of(update: Update) -> int | None:
    """The chat an update comes from."""
    if update.callback_query is not None:
        return update.callback_query.from_user.id
    found = update.message or update.edited_message or update.my_chat_member
    return None if found is None else found.chat.id

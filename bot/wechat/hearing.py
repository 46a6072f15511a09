"""What people say to the Official Account, each as a turn, until it is taken."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.channels.chatting import MESSAGES_PER_MINUTE, Chatting
from bot.channels.linking import Linking
from bot.channels.said import Said
from bot.given import MAX_PICTURE
from bot.in_order import InOrder
from bot.seeing import seen_in_chat
from bot.turn import Taken
from flows.errors import OutsideFault
from flows.incoming import Incoming
from flows.words import Reply, Words, to_plain
from integrations.platforms import TooLarge
from integrations.quick import OUTGOING, WORK
from integrations.store import answers, chats, conversations, due_work
from integrations.store.chats import WECHAT, Chat
from integrations.store.database import Collision
from integrations.store.due_work import Work
from integrations.wechat.api import NO_SUCH_MEDIA, WeChatApi, WeChatRefusal
from integrations.wechat.messages import Message

KIND = "wechat_message"
"""The kind of work that takes a message again which could not be taken, or may be lost with its process."""
PAUSE_SECONDS, FETCH_SECONDS = 0.5, 10.0
TRIES = 3
"""How often a message is tried before it is kept, to be tried by the worker."""
TRIED_FOR_SECONDS = 600.0
"""How long it is tried where it cannot even be kept. Its sender knows that it is not done yet."""
KEPT_FOR = timedelta(seconds=30)
"""What goes on beside is given so long before the worker does it, in case that it was lost."""

MOST_LANGUAGES = 10_000

_log = structlog.get_logger()


class NotFetched(OutsideFault):
    """A picture could not be fetched from the platform."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, what it says, and what danger it tells of is answered with (``lead``)."""

    message: Message
    xml: str
    said: Said
    lead: tuple[Reply, ...] = ()


class Hearing:
    """Takes what is said. ``seconds`` puts the platform's seconds into ours; only tests change it."""

    def __init__(self, chatting: Chatting, api: WeChatApi, seconds: Callable[[float], float]) -> None:
        self._app = chatting.app
        self._chatting = chatting
        self._api = api
        self._seconds = seconds
        self.languages: OrderedDict[str, str] = OrderedDict()
        """In which people talk, as far as this process knows: for what cannot wait for the store."""
        self._linking = Linking(chatting, self._begin)
        self._in_order = InOrder()

    async def take(self, heard: Heard) -> Words | None:
        """Takes a message; what is to be said of it besides what its turn says. One that cannot be taken is kept, and
        tried again. Danger waits for nothing that was said before it."""
        if heard.lead:
            return await self._until_taken(heard)
        async with self._in_order.of(heard.message.sender):
            return await self._until_taken(heard)

    async def keep(self, heard: Heard, after: timedelta = timedelta()) -> None:
        """The worker takes the message too, ``after`` a while: nothing of it is lost with this process. Raises
        OutsideFault."""
        now, message = self._app.clock(), heard.message
        who = chats.id_of(self._app.vault, WECHAT, message.sender)[:16]
        payload = {"xml": heard.xml, "since": to_plain(now)}
        work = Work(f"{KIND}:{who}:{message.key}", KIND, now + after, payload)
        try:
            async with self._app.database.write() as connection:
                await due_work.schedule(connection, self._app.vault, work, now)
        except Collision as fault:
            raise OutsideFault(str(fault)) from fault
        await self._app.quick.wake(WORK)

    async def again(self, heard: Heard, since: datetime) -> None:
        """One that was kept at the instant ``since``, unless it was taken meanwhile. Raises what is wrong still."""
        message = heard.message
        async with contextlib.nullcontext() if heard.lead else self._in_order.of(message.sender):
            went_on = not heard.lead and await self._went_on_elsewhere(message, since)
            direct = Words("wechat-too_late") if went_on else await self._take(heard)
            if direct is not None:
                chat = await self._chatting.meet(message.sender)
                language = self._app.settings.locale
                await self._chatting.words(chat, f"wx.{message.key}:again", direct.key, language)
        await self.hurry(message.sender)

    async def hurry(self, openid: str) -> None:
        """Nobody waits for the answer any more: what is said of it is sent by itself. Raises OutsideFault."""
        app = self._app
        async with app.database.write() as connection:
            await answers.hurry(connection, chats.id_of(app.vault, WECHAT, openid), app.clock())
        await app.quick.wake(OUTGOING)

    async def _until_taken(self, heard: Heard) -> Words | None:
        until = time.monotonic() + self._seconds(TRIED_FOR_SECONDS)
        for tries in itertools.count(1):
            is_kept = False
            try:
                return await self._take(heard)
            except NotFetched:
                is_kept = await self._kept(heard)
            except (OutsideFault, Collision) as fault:
                _log.warning("wechat.not_taken", fault=str(fault))
                is_kept = tries >= TRIES and await self._kept(heard)
            except Exception:
                _log.exception("wechat.fault")
                is_kept = await self._kept(heard)
            if is_kept:
                return Words("unfit-fault")
            if time.monotonic() > until:
                break
            await asyncio.sleep(self._seconds(PAUSE_SECONDS))
        _log.error("wechat.lost")
        return None

    async def _kept(self, heard: Heard) -> bool:
        try:
            await self.keep(heard)
        except OutsideFault:
            return False
        return True

    async def _take(self, heard: Heard) -> Words | None:
        message, said, lead = heard.message, heard.said, heard.lead
        app, language = self._app, self._app.settings.locale
        if not lead and await self._chatting.counts(message.sender, message.key) > MESSAGES_PER_MINUTE:
            return Words("unfit-too_fast")
        chat, id_ = await self._chatting.meet(message.sender, message.created_at), f"wx.{message.key}"
        is_older = chat.said_at is not None and message.created_at < chat.said_at
        is_from_before = chat.left_at is not None and message.created_at <= chat.left_at
        if is_older or is_from_before:  # of what is new nothing need be looked up
            is_taken, was_answered = await self._known(chat, id_)
            is_before = chat.left_at is not None and message.created_at < chat.left_at and not lead
            if not is_taken and (is_before or (was_answered and is_from_before)):
                return None  # it was said before they left: nobody sees it again
            if not is_taken and is_older and not lead:
                return Words("wechat-too_late")  # it would answer a question that was put after it
        if not lead and await self._linking.took(chat, id_, said.text, said.payload, language):
            return None
        incoming = self._chatting.incoming(chat, id_, said, language, discreet=False)
        if said.file is None:
            taken = await self._chatting.turn(chat, incoming, language, lead)
        else:
            taken = await self._picture(chat, incoming, said.file, language)
        self.languages[message.sender] = taken.language
        while len(self.languages) > MOST_LANGUAGES:
            self.languages.popitem(last=False)
        await seen_in_chat(app, incoming.conversation, incoming.id)
        return None

    async def _known(self, chat: Chat, id_: str) -> tuple[bool, bool]:
        """Whether a message was taken in the conversation of its chat, and whether it was answered there."""
        app = self._app
        async with app.database.read() as connection:
            entry = await conversations.entry_of(connection, app.vault, str(chat.conversation), id_)
            return entry is not None, await answers.was_answered(connection, chat.id, id_)

    async def _begin(self, chat: Chat, id_: str, language: str) -> None:
        incoming = self._chatting.incoming(chat, id_, Said(choice="start"), language, discreet=False)
        await self._chatting.turn(chat, incoming, language)

    async def _picture(self, chat: Chat, incoming: Incoming, media: str, language: str) -> Taken:
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                data: bytes | None = await self._api.media(media, MAX_PICTURE)
        except TooLarge:
            data = None
        except WeChatRefusal as refusal:
            if refusal.code != NO_SUCH_MEDIA:
                raise NotFetched(str(refusal)) from None
            return await self._chatting.turn(chat, replace(incoming, unfit="document"), language)
        except (TimeoutError, OutsideFault):
            raise NotFetched("wechat: a picture could not be fetched") from None
        return await self._chatting.picture(chat, incoming, data, language)

    async def _went_on_elsewhere(self, message: Message, since: datetime) -> bool:
        """Whether something was said at the page since, and this was not taken."""
        app = self._app
        async with app.database.read() as connection:
            chat = await chats.at(connection, app.vault, WECHAT, message.sender)
            if chat is None:
                return False
            entries = await conversations.entries(connection, app.vault, str(chat.conversation), last=20)
        ids = {each.message for each in entries if each.at > since}
        is_there = any(each.message == f"wx.{message.key}" for each in entries)
        return not is_there and any(not id_.startswith(("wx.", "event:")) for id_ in ids)

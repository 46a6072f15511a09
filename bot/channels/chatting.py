"""What bots of residents have in common: chats are met, turns taken, and things said besides their replies."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot import given
from bot.app import App
from bot.channels.capabilities import Capabilities
from bot.channels.outbox import sending
from bot.channels.rendering import Message, Renderer
from bot.channels.said import Said
from bot.tokens import ID_BYTES
from bot.turn import Forgotten, Taken
from flows.dialogue import derive_id
from flows.errors import NotUnderstood
from flows.incoming import Incoming, Photo
from flows.inputs.photo import PhotoFacts
from flows.words import Reply, Words
from integrations.quick import OUTGOING, WORK
from integrations.store import answers, chats, due_work, notices, outgoing
from integrations.store.answers import AWAITED
from integrations.store.chats import Address, Chat

MESSAGES_PER_MINUTE = 60
MINUTE = 60


class Chatting:
    """The chats with residents of one bot."""

    def __init__(self, app: App, bot: str, can: Capabilities) -> None:
        self.app = app
        self.bot = bot
        self._can = can
        self.renderer = Renderer(app.speech, app.flows, can)
        self._pictures = asyncio.Semaphore(2)

    async def meet(self, number: int | str, said_at: int | None = None) -> Chat:
        """The chat as it was before something was said there (at this second of the platform), with a conversation of
        its own where it is new; what was held until now may be said. Raises OutsideFault."""
        app, address = self.app, Address(number)
        async with app.database.write() as connection:
            chat = await chats.meet(connection, app.vault, self.bot, address, _new_conversation(), app.clock())
            if said_at is not None:
                await chats.hear(connection, chat.id, said_at)
            if self._can.answers:
                await answers.release(connection, app.vault, chat.id, app.clock())
        return chat

    async def turn(self, chat: Chat, incoming: Incoming, language: str, lead: tuple[Reply, ...] = ()) -> Taken:
        """The turn; of a conversation that was left, a new one begins. Raises OutsideFault."""
        try:
            return await self.app.turns.take(incoming, language, lead=lead)
        except Forgotten:
            return await self.app.turns.take(await self._anew(chat, incoming), language, lead=lead)

    async def _anew(self, chat: Chat, incoming: Incoming) -> Incoming:
        """What was said, in a new conversation of the chat."""
        conversation = _new_conversation()
        async with self.app.database.write() as connection:
            await chats.lead_to(connection, chat.id, conversation, self.app.clock())
        return replace(incoming, conversation=conversation)

    def incoming(self, chat: Chat, id_: str, said: Said, language: str, *, discreet: bool) -> Incoming:
        """What somebody said, as it goes into a turn; a picture is looked at first."""
        text, choice, unfit = said.text, said.choice, said.unfit
        if said.file is not None:
            text = None
            unfit = "photo" if discreet else None
        elif unfit is not None:
            text = None
        if said.payload in self.app.flows and said.payload is not None:
            text, choice = self.app.speech.render(Words(f"service-{said.payload}"), language), None
        return Incoming(
            str(chat.conversation),
            id_,
            self.app.clock(),
            text=text,
            choice=choice,
            location=said.location,
            unfit=unfit,
            chat=chat.id,
            discreet=discreet,
            spoken=said.spoken,
        )

    async def picture(self, chat: Chat, incoming: Incoming, data: bytes | None, language: str) -> Taken:
        """The turn of a picture; ``data`` None: it is too large. Raises OutsideFault."""
        try:
            if data is None:
                raise NotUnderstood("unfit-too_large")
            async with self._pictures:
                facts, clean = await asyncio.to_thread(given.looked_at, data)
            try:
                return await self._give(incoming, facts, clean, language)
            except Forgotten:
                return await self._give(await self._anew(chat, incoming), facts, clean, language)
        except (NotUnderstood, given.TooManyPictures) as fault:
            is_none = isinstance(fault, NotUnderstood) and fault.key in ("photo-unreadable", "photo-format")
            unfit = "document" if is_none else "too_large"
            return await self.turn(chat, replace(incoming, unfit=unfit), language)

    async def _give(self, incoming: Incoming, facts: PhotoFacts, data: bytes, language: str) -> Taken:
        picture = derive_id(incoming.conversation, incoming.id)
        return await given.take(self.app, replace(incoming, photo=Photo(picture, facts)), picture, data, language)

    async def left(self, chat: Chat) -> None:
        """Who cannot be written to is reached otherwise: what they were told and have not seen goes up the ladder."""
        now = self.app.clock()
        async with self.app.database.write() as connection:
            for notice in await notices.unseen(connection, str(chat.conversation)):
                await due_work.hurry(connection, f"reach:{notice}", now)
        await self.app.quick.wake(WORK)

    async def blocks(self, number: int | str) -> None:
        """Somebody takes no messages of this bot any more. Raises OutsideFault."""
        app = self.app
        async with app.database.write() as connection:
            found = await chats.at(connection, app.vault, self.bot, number)
            if found is not None:
                await chats.block(connection, found.id, app.clock())
                await outgoing.void(connection, found.id, app.clock())
        if found is not None:
            await self.left(found)

    async def words(self, chat: Chat, key: str, message: str, language: str) -> None:
        """A sentence, once for each ``key``. Raises OutsideFault."""
        await self.put(chat, key, sending(self.shown(message, language)))

    def shown(self, message: str, language: str) -> Message:
        """A sentence as a message."""
        return Message(self.app.speech.render(Words(message), language))

    async def put(self, chat: Chat, key: str, what: Mapping[str, Any], *, replaces: int | None = None) -> None:
        """Something is to be sent or changed, once for each ``key``. Raises OutsideFault."""
        async with self.app.database.write() as connection:
            await self.put_in(connection, chat, key, what)
            if replaces is not None and chat.asked == replaces:
                await chats.asked(connection, chat.id, None, self.app.clock())
        await self.app.quick.wake(OUTGOING)

    async def put_in(self, connection: AsyncConnection, chat: Chat, key: str, what: Mapping[str, Any]) -> bool:
        """The same within a transaction; False when it was put before. It is not sent by itself for as long as it may
        be the answer to what was said."""
        app, now = self.app, self.app.clock()
        return await outgoing.put(
            connection,
            app.vault,
            bot=self.bot,
            chat=chat.id,
            key=own_key(chat, key),
            what=what,
            now=now,
            due_at=now + AWAITED if self._can.answers else now,
        )

    async def counts(self, number: int | str, message: str) -> int:
        """How often somebody wrote within a minute, this message included: one that comes again was not written
        again."""
        who = chats.id_of(self.app.vault, self.bot, number)
        if await self.app.quick.count(f"update:{message}", MINUTE) > 1:
            return await self.app.quick.counted(f"message:{who}")
        return await self.app.quick.count(f"message:{who}", MINUTE)


def own_key(chat: Chat, key: str) -> str:
    """The key of something said in a chat that is no reply of a turn."""
    return f"{chat.id[:16]}:{key}"


def _new_conversation() -> str:
    return secrets.token_bytes(ID_BYTES).hex()

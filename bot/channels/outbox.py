"""What a turn says in a chat is written down to be sent in the turn's own transaction: what is told is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.channels.capabilities import Capabilities
from bot.channels.rendering import LINK_CODE, LINK_PAGE, Button, Message, Renderer
from bot.notices import message_of
from bot.passes import CODE_LASTS, LINK_LASTS, Passes
from bot.tokens import ID_BYTES
from flows.conversation import Conversation
from flows.dialogue import derive_id
from flows.dialogue.channels import personal_values
from flows.incoming import Incoming
from flows.inputs.code import shown_code
from flows.language.flow import Flow
from flows.words import Reply, Words, yes
from integrations.privacy import Vault
from integrations.store import chats, conversations, notices, outgoing
from integrations.store.answers import AWAITED
from integrations.store.conversations import Entry

EXIT, ERASED = "exit-done", "erased"
"""The replies to 快速退出, after which what was said before is taken out of the chat, and to 删除."""
OF_STAFF = frozenset({"danger-office", "danger-calling", "danger-attended"})
"""The replies to danger that say whether anybody hears of it, which is known only once it is written down."""
CAN_BE_DELETED = timedelta(hours=47)
"""A bot may delete what is younger than 48 hours."""
MOST_DELETED = 100


@dataclass(frozen=True, slots=True)
class Channel:
    """How residents' chats of a bot are written to. ``discreet``: nothing personal may be in them."""

    can: Capabilities
    renderer: Renderer
    discreet: bool


class Outbox:
    """Of the residents' chats; ``channels`` by bot."""

    def __init__(
        self, vault: Vault, flows: Mapping[str, Flow], channels: Mapping[str, Channel], passes: Passes
    ) -> None:
        self._vault = vault
        self._flows = flows
        self._channels = channels
        self._passes = passes

    async def is_discreet(self, connection: AsyncConnection, chat: str | None) -> bool:
        """Whether nothing personal may be said in a chat; at the page (None) anything may."""
        bot = None if chat is None else await chats.bot_of(connection, chat)
        return bot is not None and self._channels[bot].discreet

    def concerns(self, before: Conversation, incoming: Incoming) -> bool:
        """Whether a turn may say something in a chat."""
        return incoming.chat is not None or before.visiting or incoming.event is not None

    async def put(
        self,
        connection: AsyncConnection,
        before: Conversation,
        after: Conversation,
        incoming: Incoming,
        entry: Entry,
    ) -> bool:
        """Writes down what the chat is to be told of a turn, in order; False when it is told nothing."""
        keys = {reply.words.key for reply in entry.replies}
        if EXIT in keys:
            await self.wipe(connection, after.id, entry.at, said=incoming.id)
        if ERASED in keys:
            await self._forget(connection, after.id, entry.at)
        chat = _told_in(before, after, incoming)
        bot = None if chat is None or not entry.replies else await chats.bot_of(connection, chat)
        if chat is None or bot is None:
            return False
        channel = self._channels[bot]
        is_answer = channel.can.answers and incoming.chat is not None and incoming.event is None
        due_at = entry.at + AWAITED if is_answer else None
        for n, what in enumerate(await self._shown(connection, channel, before, after, incoming, entry)):
            await outgoing.put(
                connection,
                self._vault,
                bot=bot,
                chat=chat,
                key=f"{key_of(after.id, entry.message)}:{n}",
                what=what,
                now=entry.at,
                urgent=incoming.danger,
                due_at=due_at,
            )
        return True

    async def _shown(
        self,
        connection: AsyncConnection,
        channel: Channel,
        before: Conversation,
        after: Conversation,
        incoming: Incoming,
        entry: Entry,
    ) -> Sequence[Mapping[str, object]]:
        """The messages of a turn, with a link to the page where they need one."""
        page, replies, known = None, entry.replies, frozenset[str]()
        if incoming.chat is not None and incoming.event is None and before.chat != incoming.chat:
            replies = (*await self._missed(connection, after.id), *replies)
        if incoming.numbered:
            replies = tuple(each for each in replies if not _is_number(each))
        if incoming.spoken and incoming.text is not None and not incoming.danger:
            replies = (Reply(Words("voice-heard", {"text": incoming.text})), *replies)
        if EXIT in {reply.words.key for reply in replies} and not channel.can.deletes:
            replies = (*replies, Reply(Words("exit-chat_stays")))
        if channel.discreet:
            known = personal_values(before, self._flows) | personal_values(after, self._flows)
            if incoming.chat is None:
                replies = tuple(channel.renderer.from_elsewhere(replies, visit=incoming.event is None))
        if self._passes.at.page and channel.renderer.needs_page(replies, discreet=channel.discreet):
            page = await self._passes.link(connection, after.id, entry.at)

        shown = channel.renderer.messages(replies, after.language, discreet=channel.discreet, known=known, page=page)
        if not channel.can.answers:
            return [sending(message) for message in shown]
        return [sending(message) | {"late": message.told} for message in shown]

    async def _missed(self, connection: AsyncConnection, conversation: str) -> Sequence[Reply]:
        """What was told at the page since somebody was in the chat, and nobody is known to have seen there."""
        missed: list[Reply] = []
        for notice in sorted(await notices.unseen(connection, conversation)):
            told = await conversations.entry_of(connection, self._vault, conversation, message_of(notice))
            missed += [] if told is None else [replace(each, asking=None) for each in told.replies[:1]]
        return missed

    async def code(self, connection: AsyncConnection, conversation: Conversation, now: datetime) -> Words:
        """To whoever is in a chat, a link to the page; to whoever is at the page, a code for a chat."""
        if conversation.chat is not None and not conversation.visiting:
            return Words(LINK_PAGE, {"hours": LINK_LASTS // timedelta(hours=1)})
        code = await self._passes.code(connection, "conversation", conversation.id, now)
        at = self._passes.at
        return Words(
            LINK_CODE,
            {
                "code": shown_code(code),
                "minutes": CODE_LASTS // timedelta(minutes=1),
                "telegram": yes(at.residents is not None),
                "wechat": yes(at.wechat),
            },
        )

    async def wipe(self, connection: AsyncConnection, conversation: str, now: datetime, *, said: str = "") -> None:
        """快速退出: what waits for the chats of a conversation is not sent, what stands there is to be deleted as far
        as a bot can, and they lead to it no more. ``said`` is the message in which it was asked for."""
        since = now - CAN_BE_DELETED
        for chat in await chats.with_conversation(connection, conversation):
            bot = await chats.bot_of(connection, chat)
            known = await chats.by_id(connection, self._vault, chat)
            led = {conversation} if known is None else {conversation, known.conversation, known.before}
            there = set(await outgoing.shown_in(connection, chat, since)) | {_number_in(said)}
            for each in filter(None, led):
                entries = await conversations.entries(connection, self._vault, each)
                there |= {_number_in(entry.message) for entry in entries if entry.at >= since}
            await outgoing.void(connection, chat, now)
            anew = self._vault.index("anew", f"{chat}:{conversation}:{now.isoformat()}")[:ID_BYTES].hex()
            await chats.begin_anew(connection, chat, anew, now)
            if bot is not None and self._channels[bot].can.deletes:
                await self._take_out(connection, bot, chat, sorted(filter(None, there)), now)

    async def _forget(self, connection: AsyncConnection, conversation: str, now: datetime) -> None:
        """删除: nothing of what was said in the chats of a conversation is said again, nor taken again."""
        for chat in await chats.with_conversation(connection, conversation):
            await outgoing.void(connection, chat, now)
            await chats.leave(connection, chat)

    async def _take_out(
        self, connection: AsyncConnection, bot: str, chat: str, there: Sequence[int], now: datetime
    ) -> None:
        for n in range(0, len(there), MOST_DELETED):
            what = {"do": "delete", "messages": there[n : n + MOST_DELETED]}
            key = f"wipe:{chat[:32]}:{now.timestamp():.3f}:{n}"
            await outgoing.put(connection, self._vault, bot=bot, chat=chat, key=key, what=what, now=now, urgent=True)


def key_of(conversation: str, message: str) -> str:
    """What the messages of a turn are put under, with their place behind a colon."""
    return derive_id(conversation, message)


def sending(message: Message) -> dict[str, object]:
    """A message as it is put among what is to be sent."""
    return {"do": "send", "text": message.text, "rows": rows_to_plain(message.rows)}


def rows_to_plain(rows: Sequence[Sequence[Button]]) -> list[list[list[object]]]:
    """Buttons as they are put among what is to be sent."""
    return [[[each.label, each.data, each.url] for each in row] for row in rows]


def message_id(update: int, message: int) -> str:
    """The id of a message of a chat: that of the update it came with, which comes again as the same, and its own."""
    return f"tg.{update}.{message}"


def _number_in(message: str) -> int | None:
    """The number in its chat of a message that was said there."""
    return int(message.rpartition(".")[2]) if message.startswith("tg.") else None


def _is_number(reply: Reply) -> bool:
    """Whether a reply to danger is one of those that need nothing to be known, and were said at once."""
    return reply.words.key.startswith("danger-") and reply.words.key not in OF_STAFF


def _told_in(before: Conversation, after: Conversation, incoming: Incoming) -> str | None:
    """The chat that is told of a turn: where the message came from; the one a visit to the page began in, when it is
    over; of what comes later, the one the person wished, else was last in."""
    if incoming.event is not None:
        return after.told_in
    if incoming.chat is not None:
        return incoming.chat
    return after.chat if before.visiting and not after.visiting else None

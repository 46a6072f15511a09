"""What a turn says in a chat is written down to be sent in the turn's own transaction: what is told is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.channels.rendering import LINK_CODE, LINK_PAGE, Button, Message, Renderer
from bot.passes import CODE_LASTS, LINK_LASTS, Passes
from flows.conversation import Conversation
from flows.dialogue import derive_id
from flows.dialogue.channels import personal_values
from flows.incoming import Incoming
from flows.inputs.code import shown_code
from flows.language.flow import Flow
from flows.words import Words, yes
from integrations.privacy import Vault
from integrations.store import chats, conversations, outgoing
from integrations.store.chats import RESIDENTS
from integrations.store.conversations import Entry

EXIT = "exit-done"
"""The reply to 快速退出: what was said before it is taken out of the chat."""
CAN_BE_DELETED = timedelta(hours=47)
"""A bot may delete what is younger than 48 hours."""
MOST_DELETED = 100


class Outbox:
    """Of the residents' chats. ``discreet``: nothing personal may be in them."""

    def __init__(
        self, vault: Vault, flows: Mapping[str, Flow], renderer: Renderer, passes: Passes, *, discreet: bool
    ) -> None:
        self._vault = vault
        self._flows = flows
        self._renderer = renderer
        self._passes = passes
        self._discreet = discreet

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
        chat = _told_in(before, after, incoming)
        if chat is None or not entry.replies or not await chats.can_be_written_to(connection, chat):
            return False
        key = derive_id(after.id, entry.message)
        if any(reply.words.key == EXIT for reply in entry.replies):
            await self._wipe(connection, after.id, chat, key, entry)
        page, replies, known = None, entry.replies, frozenset[str]()
        if self._discreet:
            known = personal_values(before, self._flows) | personal_values(after, self._flows)
            replies = tuple(self._renderer.of_visit(replies)) if before.visiting else replies
        if self._renderer.needs_page(replies, discreet=self._discreet):
            page = await self._passes.link(connection, after.id, entry.at)
        shown = self._renderer.messages(replies, after.language, discreet=self._discreet, known=known, page=page)
        for n, message in enumerate(shown):
            await outgoing.put(
                connection,
                self._vault,
                bot=RESIDENTS,
                chat=chat,
                key=f"{key}:{n}",
                what=sending(message),
                now=entry.at,
                urgent=incoming.danger,
            )
        return True

    async def code(self, connection: AsyncConnection, conversation: Conversation, now: datetime) -> Words:
        """To whoever is in a chat, a link to the page; to whoever is at the page, a code for a chat."""
        if conversation.chat is not None and not conversation.visiting:
            return Words(LINK_PAGE, {"hours": LINK_LASTS // timedelta(hours=1)})
        code = await self._passes.code(connection, "conversation", conversation.id, now)
        telegram = yes(self._passes.at.residents is not None)
        return Words(
            LINK_CODE, {"code": shown_code(code), "minutes": CODE_LASTS // timedelta(minutes=1), "telegram": telegram}
        )

    async def _wipe(self, connection: AsyncConnection, conversation: str, chat: str, key: str, entry: Entry) -> None:
        """What was said in the chat on both sides is to be deleted, as far as a bot can."""
        since = entry.at - CAN_BE_DELETED
        shown = list(await outgoing.shown_in(connection, chat, since))
        said = await conversations.entries(connection, self._vault, conversation)
        shown += [int(each.message.rpartition(".")[2]) for each in said if _was_typed(each, entry)]
        if shown:
            what = {"do": "delete", "messages": sorted(set(shown))[-MOST_DELETED:]}
            where = {"bot": RESIDENTS, "chat": chat, "key": f"{key}:wipe"}
            await outgoing.put(connection, self._vault, **where, what=what, now=entry.at, urgent=True)


def sending(message: Message) -> dict[str, object]:
    """A message as it is put among what is to be sent."""
    return {"do": "send", "text": message.text, "rows": rows_to_plain(message.rows)}


def rows_to_plain(rows: Sequence[Sequence[Button]]) -> list[list[list[object]]]:
    """Buttons as they are put among what is to be sent."""
    return [[[each.label, each.data, each.url] for each in row] for row in rows]


def message_id(update: int, message: int) -> str:
    """The id of a message of a chat: that of the update it came with, which comes again as the same, and its own."""
    return f"tg.{update}.{message}"


def _was_typed(each: Entry, now: Entry) -> bool:
    return each.message.startswith("tg.") and each.at >= now.at - CAN_BE_DELETED


def _told_in(before: Conversation, after: Conversation, incoming: Incoming) -> str | None:
    """The chat that is told of a turn: where the message came from; the one a visit to the page began in, when it is
    over; of what comes later, the one the person wished, else was last in."""
    if incoming.event is not None:
        return after.told_in
    if incoming.chat is not None:
        return incoming.chat
    return after.chat if before.visiting and not after.visiting else None

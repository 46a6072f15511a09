"""What there is in the fake Telegram: people, bots, chats, messages, taps, files and calls.

The shapes are those of https://core.telegram.org/bots/api, as far as a chat desk meets them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
ChatType = Literal["private", "group", "supergroup"]
Standing = Literal["stranger", "member", "administrator", "left", "kicked"]

RIGHTS = [
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members"),
    *("can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories"),
    *("can_delete_stories", "can_manage_topics", "can_pin_messages", "can_send_welcome_messages"),
]


@dataclass(eq=False)
class User:
    """A person; a bot is a ``BotAccount``."""

    id: int
    first_name: str
    language_code: str | None = None

    def json(self) -> Json:
        shown: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return shown | ({"language_code": self.language_code} if self.language_code else {})


@dataclass(frozen=True, slots=True)
class Update:
    """One update on its way to a bot; those of one ``chat`` arrive in order."""

    id: int
    kind: str
    payload: Json
    chat: int
    date: float

    def json(self) -> Json:
        return {"update_id": self.id, self.kind: self.payload}


@dataclass
class Webhook:
    """Where a bot's updates are posted."""

    url: str
    secret: str | None
    max_connections: int
    error_date: int | None = None
    error: str = ""


@dataclass(eq=False)
class BotAccount:
    """A bot. ``sees_all`` switches off group privacy, as BotFather's /setprivacy does."""

    id: int
    token: str
    username: str
    first_name: str
    sees_all: bool = False
    updates: list[Update] = field(default_factory=list)
    allowed: Sequence[str] = ()
    webhook: Webhook | None = None
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    """Description and short description, by language."""
    last_update: int = 0
    last_message: int = 0

    def json(self) -> Json:
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    def as_member(self, standing: Standing) -> Json:
        """ChatMember."""
        member: Json = {"user": self.json(), "status": "left" if standing == "stranger" else standing}
        if standing == "administrator":
            member |= {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(RIGHTS, True)
        elif standing == "kicked":
            member["until_date"] = 0
        return member


@dataclass(eq=False)
class Chat:
    """A chat and how its bots stand in it. A private one is between one person and one bot."""

    id: int
    type: ChatType
    name: str
    is_forum: bool = False
    bots: dict[BotAccount, Standing] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    topics: dict[int, Message] = field(default_factory=dict)
    """What opened each topic, by thread."""
    last_message: int = 0

    def json(self) -> Json:
        name = "first_name" if self.type == "private" else "title"
        return {"id": self.id, "type": self.type, name: self.name} | ({"is_forum": True} if self.is_forum else {})

    def find(self, bot: BotAccount, message_id: int) -> Message | None:
        """The message a bot knows by this id, unless deleted."""
        return next((m for m in self.messages if m.ids.get(bot) == message_id and not m.deleted), None)


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(eq=False)
class Message:
    """A message, alive: ``edited`` and ``deleted`` turn true when that happens.

    In private chats and basic groups every bot counts for itself, so ``ids`` may differ; ``id`` is the first of them.
    """

    id: int
    chat: Chat
    sender: User | BotAccount
    date: int
    ids: Mapping[BotAccount, int]
    content: Json
    thread: int | None = None
    reply_to: Message | None = None
    markup: Json | None = None
    edit_date: int | None = None
    deleted: bool = False

    @property
    def text(self) -> str:
        """The text, or a picture's caption."""
        return str(self.content.get("text", self.content.get("caption", "")))

    @property
    def edited(self) -> bool:
        return self.edit_date is not None

    @property
    def buttons(self) -> list[list[Button]]:
        """The rows of the inline keyboard."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [[Button(one["text"], one.get("callback_data"), one.get("url")) for one in row] for row in rows]

    def json(self, bot: BotAccount, nested: bool = False) -> Json:
        """Message, as a bot sees it; what it answers is told without what that answers in turn."""
        shown: Json = {"message_id": self.ids[bot], "from": self.sender.json(), "chat": self.chat.json()}
        shown |= {"date": self.date, **self.content}
        if self.edit_date is not None:
            shown["edit_date"] = self.edit_date
        if self.thread is not None:
            shown |= {"message_thread_id": self.thread, "is_topic_message": True}
        # In a topic every message answers at least the one that opened it.
        answered = self.reply_to or self.chat.topics.get(self.thread or 0)
        if answered is not None and answered is not self and bot in answered.ids and not nested:
            shown["reply_to_message"] = answered.json(bot, nested=True)
        if self.markup and "inline_keyboard" in self.markup:
            shown["reply_markup"] = self.markup
        return shown


@dataclass(eq=False)
class Query:
    """A tap on a button, and how the bot answered it."""

    id: str
    bot: BotAccount
    sender: User
    message: Message
    data: str
    date: float
    answered: bool = False
    text: str = ""
    alert: bool = False

    def json(self) -> Json:
        shown: Json = {"id": self.id, "from": self.sender.json(), "message": self.message.json(self.bot)}
        return shown | {"chat_instance": str(self.message.chat.id), "data": self.data}


@dataclass(eq=False)
class File:
    """A file that was sent. ``linked`` is until when its path can be fetched."""

    id: str
    path: str
    data: bytes
    bots: set[BotAccount]
    linked: float = 0.0

    def json(self) -> Json:
        return {"file_id": self.id, "file_unique_id": f"u-{self.id}", "file_size": len(self.data)}


@dataclass
class Call:
    """A call of a bot. ``status`` is the HTTP status it was answered with, 0 while or where there was no answer."""

    bot: BotAccount
    method: str
    parameters: Json
    at: float
    status: int = 0

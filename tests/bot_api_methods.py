"""The methods of the fake Telegram Bot API that answer at once. Each runs under the world's lock.

The order is Telegram's: first whether the chat may be written to, then what is written, then the flood limits.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests import bot_api_rules as rules
from tests.bot_api_parameters import Parameters, Upload, caption_of, language_of, scope_of, text_of
from tests.bot_api_records import BotAccount, Chat, File, Json, Message
from tests.bot_api_rules import Flood, Refusal, bad
from tests.bot_api_state import World

SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
LINK_SECONDS = 3600
OWN_SECONDS = 48 * 3600
"""How long a message can be deleted."""


class Methods:
    """``query_seconds`` is how many Telegram seconds a tap can be answered."""

    def __init__(self, world: World, flood: Flood, query_seconds: float) -> None:
        self.world = world
        self.flood = flood
        self.query_seconds = query_seconds
        self.by_name: dict[str, Callable[[BotAccount, Parameters], Any]] = {
            "getme": self.get_me,
            "sendmessage": self.send_message,
            "sendphoto": self.send_photo,
            "senddocument": self.send_document,
            "sendchataction": self.send_chat_action,
            "editmessagetext": self.edit_message_text,
            "editmessagereplymarkup": self.edit_message_reply_markup,
            "deletemessage": self.delete_message,
            "deletemessages": self.delete_messages,
            "answercallbackquery": self.answer_callback_query,
            "getfile": self.get_file,
            "setmycommands": self.set_my_commands,
            "getmycommands": self.get_my_commands,
            "deletemycommands": self.delete_my_commands,
            "setmydescription": self.set_my_description,
            "setmyshortdescription": self.set_my_short_description,
            "getchat": self.get_chat,
            "leavechat": self.leave_chat,
            "createforumtopic": self.create_forum_topic,
        }

    def get_me(self, bot: BotAccount, _: Parameters) -> Json:
        abilities = {"can_join_groups": True, "supports_inline_queries": False}
        return bot.json() | abilities | {"can_read_all_group_messages": bot.sees_all}

    # Messages

    def send_message(self, bot: BotAccount, given: Parameters) -> Json:
        chat = self._open_chat(bot, given)
        return self._send(bot, chat, given, text_of(given)).json(bot)

    def send_photo(self, bot: BotAccount, given: Parameters) -> Json:
        chat = self._open_chat(bot, given)
        upload = given.upload("photo")
        if upload is None:
            known = self._known_file(bot, given.text("photo"))
            sizes = [_size(known, rules.photo_sizes(known.data)[-1])]
        else:
            if len(upload.data) > rules.PHOTO_BYTES:
                bad("file is too big for a photo")
            sizes = self.photo(chat, _filled(upload).data)
        return self._send(bot, chat, given, {"photo": sizes} | caption_of(given)).json(bot)

    def send_document(self, bot: BotAccount, given: Parameters) -> Json:
        chat = self._open_chat(bot, given)
        upload = given.upload("document")
        if upload is None:
            known = self._known_file(bot, given.text("document"))
            document = known.json()
        else:
            if len(upload.data) > rules.UPLOAD_BYTES:
                raise Refusal(413, "Request Entity Too Large")
            document = self.document(chat, _filled(upload))
        return self._send(bot, chat, given, {"document": document} | caption_of(given)).json(bot)

    def send_chat_action(self, bot: BotAccount, given: Parameters) -> bool:
        chat = self._open_chat(bot, given)
        self._thread(chat, given)
        if given.text("action") not in rules.ACTIONS:
            bad("wrong parameter action in request")
        return True

    def edit_message_text(self, bot: BotAccount, given: Parameters) -> Json:
        message = self._own_message(bot, given)
        content = text_of(given)
        if "text" not in message.content:
            bad("there is no text in the message to edit")
        return self._edit(bot, message, content, rules.checked_markup(given.object("reply_markup")))

    def edit_message_reply_markup(self, bot: BotAccount, given: Parameters) -> Json:
        message = self._own_message(bot, given)
        return self._edit(bot, message, message.content, rules.checked_markup(given.object("reply_markup")))

    def delete_messages(self, bot: BotAccount, given: Parameters) -> bool:
        """Those that cannot be deleted are passed over."""
        numbers = given.object("message_ids")
        if not isinstance(numbers, list) or not 1 <= len(numbers) <= 100:
            bad("message identifiers are not specified")
        chat = self._open_chat(bot, given)
        for number in numbers:
            message = chat.find(bot, int(number))
            if message is not None and (message.sender is bot or chat.type == "private"):
                message.deleted = True
        return True

    def delete_message(self, bot: BotAccount, given: Parameters) -> bool:
        chat = self._open_chat(bot, given)
        message = chat.find(bot, given.number("message_id"))
        if message is None:
            bad("message to delete not found")
        may = message.sender is bot or chat.type == "private" or chat.bots[bot] == "administrator"
        if not may or self.world.clock.now() - message.date > OWN_SECONDS:
            bad("message can't be deleted")
        message.deleted = True
        return True

    def answer_callback_query(self, bot: BotAccount, given: Parameters) -> bool:
        query = self.world.queries.get(given.text("callback_query_id"))
        fresh = query is not None and self.world.clock.now() - query.date <= self.query_seconds
        if query is None or query.bot is not bot or query.answered or not fresh:
            bad("query is too old and response timeout expired or query ID is invalid")
        if rules.units(given.text("text")) > rules.ANSWER_UNITS:
            bad("MESSAGE_TOO_LONG")
        query.answered, query.text, query.alert = True, given.text("text"), given.flag("show_alert")
        return True

    # Files

    def get_file(self, bot: BotAccount, given: Parameters) -> Json:
        file = self.world.files.get(given.text("file_id"))
        if file is None or bot not in file.bots:
            bad("wrong file_id or the file is temporarily unavailable")
        if len(file.data) > rules.DOWNLOAD_BYTES:
            bad("file is too big")
        file.linked = self.world.clock.now() + LINK_SECONDS
        return file.json() | {"file_path": file.path}

    def photo(self, chat: Chat, data: bytes) -> list[Json]:
        """Stores a picture; its PhotoSizes."""
        sizes = []
        for size in rules.photo_sizes(data):
            file = self.world.keep(size[0], "photos/file_{}.jpg", set(chat.bots))
            sizes.append(_size(file, size))
        return sizes

    def document(self, chat: Chat, upload: Upload) -> Json:
        """Stores a document; its Document."""
        suffix = re.sub("[^.A-Za-z0-9]", "", upload.name[upload.name.rfind(".") :]) if "." in upload.name else ""
        file = self.world.keep(upload.data, "documents/file_{}" + suffix, set(chat.bots))
        return file.json() | {"file_name": upload.name, "mime_type": upload.mime}

    # The bot itself

    def set_my_commands(self, bot: BotAccount, given: Parameters) -> bool:
        commands = rules.checked_commands(given.object("commands"))
        bot.commands[scope_of(given)] = commands
        return True

    def get_my_commands(self, bot: BotAccount, given: Parameters) -> list[Json]:
        return bot.commands.get(scope_of(given), [])

    def delete_my_commands(self, bot: BotAccount, given: Parameters) -> bool:
        bot.commands.pop(scope_of(given), None)
        return True

    def set_my_description(self, bot: BotAccount, given: Parameters) -> bool:
        return _describe(bot, given, "description", 512)

    def set_my_short_description(self, bot: BotAccount, given: Parameters) -> bool:
        return _describe(bot, given, "short_description", 120)

    # Chats

    def get_chat(self, bot: BotAccount, given: Parameters) -> Json:
        chat = self._chat(bot, given)
        _require_membership(bot, chat)
        gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
        more = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": dict.fromkeys(gifts, False)}
        return chat.json() | more

    def leave_chat(self, bot: BotAccount, given: Parameters) -> bool:
        chat = self._chat(bot, given)
        if chat.type == "private":
            bad("chat member status can't be changed in private chats")
        _require_membership(bot, chat)
        self.world.stand(chat, bot, "left", bot)
        return True

    def create_forum_topic(self, bot: BotAccount, given: Parameters) -> Json:
        chat = self._open_chat(bot, given)
        if not chat.is_forum:
            bad("the chat is not a forum")
        if chat.bots[bot] != "administrator":
            bad("not enough rights to create a topic")
        name = given.text("name").strip()
        if not 1 <= len(name) <= 128:
            bad("TOPIC_TITLE_INVALID")
        opened = self.world.open_topic(chat, bot, name)
        return {"message_thread_id": opened.id, **opened.content["forum_topic_created"]}

    # What they share

    def _chat(self, bot: BotAccount, given: Parameters) -> Chat:
        if not given.text("chat_id"):
            bad("chat_id is empty")
        if not re.fullmatch("-?[0-9]+", given.text("chat_id")):
            bad("chat not found")
        number = given.number("chat_id")
        chat = self.world.groups.get(number) or self.world.private.get((bot, number))
        if chat is None and number in self.world.users:
            raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
        if chat is None or bot not in chat.bots:
            bad("chat not found")
        return chat

    def _open_chat(self, bot: BotAccount, given: Parameters) -> Chat:
        """A chat the bot may write to."""
        chat = self._chat(bot, given)
        if chat.type == "private" and chat.bots[bot] == "stranger":
            raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
        if chat.type == "private" and chat.bots[bot] == "kicked":
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        _require_membership(bot, chat)
        return chat

    def _thread(self, chat: Chat, given: Parameters) -> int | None:
        thread = given.number("message_thread_id")
        if thread and thread not in chat.topics:
            bad("message thread not found")
        return thread or None

    def _send(self, bot: BotAccount, chat: Chat, given: Parameters, content: Json) -> Message:
        thread = self._thread(chat, given)
        reply = given.object("reply_parameters") or {"message_id": given.number("reply_to_message_id")}
        if not isinstance(reply, dict) or not isinstance(reply.get("message_id"), int):
            bad("can't parse reply parameters")
        answered = chat.find(bot, reply["message_id"])
        if reply["message_id"] and answered is None and not reply.get("allow_sending_without_reply"):
            bad("message to be replied not found")
        markup = rules.checked_markup(given.object("reply_markup"))
        self.flood.spend(bot, chat, self.world.clock.now())
        return self.world.post(chat, bot, content, thread=thread, reply_to=answered, markup=markup)

    def _own_message(self, bot: BotAccount, given: Parameters) -> Message:
        chat = self._open_chat(bot, given)
        message = chat.find(bot, given.number("message_id"))
        if message is None:
            bad("message to edit not found")
        if message.sender is not bot or (message.markup and "inline_keyboard" not in message.markup):
            bad("message can't be edited")
        return message

    def _edit(self, bot: BotAccount, message: Message, content: Json, markup: Json | None) -> Json:
        if content == message.content and markup == message.markup:
            bad(SAME)
        now = self.world.clock.now()
        self.flood.spend(bot, message.chat, now, edit=True)
        message.content, message.markup, message.edit_date = content, markup, int(now)
        return message.json(bot)

    def _known_file(self, bot: BotAccount, file_id: str) -> File:
        file = self.world.files.get(file_id)
        if file is None or bot not in file.bots:
            bad("wrong file identifier/HTTP URL specified")
        return file


def _require_membership(bot: BotAccount, chat: Chat) -> None:
    if chat.type != "private" and chat.bots[bot] not in ("member", "administrator"):
        gone = "bot was kicked from" if chat.bots[bot] == "kicked" else "bot is not a member of"
        raise Refusal(403, f"Forbidden: {gone} the {chat.type} chat")


def _filled(upload: Upload) -> Upload:
    if not upload.data:
        bad("file must be non-empty")
    return upload


def _size(file: File, size: tuple[bytes, int, int]) -> Json:
    return file.json() | {"width": size[1], "height": size[2]}


def _describe(bot: BotAccount, given: Parameters, kind: str, limit: int) -> bool:
    text = given.text(kind)
    if len(text) > limit:
        bad(f"bot {kind.replace('_', ' ')} is too long")
    bot.texts[kind, language_of(given)] = text
    return True

"""The people's side of the fake Telegram: what they write and tap, and what a bot showed them.

Everything here may be called from any thread, also inside a running loop: it only takes the world's lock for a moment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests import bot_api_rules as rules
from tests.bot_api_methods import Methods
from tests.bot_api_parameters import Upload
from tests.bot_api_records import BotAccount, Button, Chat, Json, Message, Query, User


class Seat:
    """One person in one chat: the private one with a bot, or a group."""

    def __init__(self, methods: Methods, chat: Chat, user: User) -> None:
        self.methods = methods
        self.world = methods.world
        self.chat = chat
        self.user = user

    @property
    def messages(self) -> list[Message]:
        """What the bots showed here, in order, deleted ones too."""
        with self.world.news:
            return [message for message in self.chat.messages if isinstance(message.sender, BotAccount)]

    @property
    def texts(self) -> list[str]:
        """What the bots' messages say that can still be seen."""
        return [message.text for message in self.messages if not message.deleted]

    def says(self, text: str, *, thread: int | None = None, reply_to: Message | None = None) -> Message:
        """Writes a text; a command at its beginning is marked as one."""
        text = text.strip()
        if not 1 <= rules.units(text) <= rules.TEXT_UNITS:
            raise ValueError("Telegram's apps send 1 to 4096 characters at once")
        command = re.match("/[A-Za-z0-9_]{1,32}(@[A-Za-z0-9_]+)?", text)
        content: Json = {"text": text}
        if command:
            content["entities"] = [{"type": "bot_command", "offset": 0, "length": command.end()}]
        return self._sends(content, thread, reply_to)

    def sends_photo(self, data: bytes, caption: str = "", *, thread: int | None = None) -> Message:
        """A photo, which Telegram makes smaller and anew as JPEG."""
        with self.world.news:
            sizes = self.methods.photo(self.chat, data)
        return self._sends({"photo": sizes} | ({"caption": caption} if caption else {}), thread)

    def sends_document(self, data: bytes, mime: str, name: str, caption: str = "") -> Message:
        """A file as it is, a picture too."""
        with self.world.news:
            document = self.methods.document(self.chat, Upload(name, mime, data))
        return self._sends({"document": document} | ({"caption": caption} if caption else {}))

    def shares_location(self, latitude: float, longitude: float) -> Message:
        return self._sends({"location": {"latitude": latitude, "longitude": longitude}})

    def sends_sticker(self, emoji: str = "🙂") -> Message:
        file = self._keep(b"RIFF-made-up", "stickers/file_{}.webp")
        kind = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self._sends({"sticker": file | kind | {"emoji": emoji}})

    def sends_voice(self, seconds: int = 3, data: bytes = b"OggS-made-up") -> Message:
        file = self._keep(data, "voice/file_{}.oga")
        return self._sends({"voice": file | {"duration": seconds, "mime_type": "audio/ogg"}})

    def edits(self, message: Message, text: str) -> None:
        """Changes what they wrote themselves."""
        assert message.sender is self.user, "people edit their own messages only"
        with self.world.change():
            message.content = {"text": text}
            message.edit_date = int(self.world.clock.now())
            self._tell(message, "edited_message")

    def taps(self, button: str, message: Message | None = None) -> Query:
        """Taps a button by its label or data: that of ``message``, or of the newest message that has one such."""
        with self.world.change():
            shown = [message] if message else list(reversed(self.chat.messages))
            for one in shown:
                found = None if one.deleted else _button(one, button)
                if found is not None:
                    return self._tap(one, found)
        raise AssertionError(f"no button {button!r} in {[_labels(one) for one in shown]}")

    def _tap(self, message: Message, button: Button) -> Query:
        bot = message.sender
        assert isinstance(bot, BotAccount)
        assert button.data is not None, "a link tells the bot nothing"
        number = str(7_000_000_000 + len(self.world.queries))
        query = Query(number, bot, self.user, message, button.data, self.world.clock.now())
        self.world.queries[number] = query
        if self._hears(bot):
            self.world.update(bot, "callback_query", query.json(), self.chat)
        return query

    def _sends(self, content: Json, thread: int | None = None, reply_to: Message | None = None) -> Message:
        assert thread is None or thread in self.chat.topics, "there is no such topic"
        with self.world.change():
            message = self.world.post(self.chat, self.user, content, thread=thread, reply_to=reply_to)
            self._tell(message, "message")
        return message

    def _tell(self, message: Message, kind: str) -> None:
        for bot in message.ids:
            if self._hears(bot) and (self.chat.type == "private" or _is_for(bot, message)):
                self.world.update(bot, kind, message.json(bot), self.chat)

    def _hears(self, bot: BotAccount) -> bool:
        return self.chat.bots.get(bot) in ("member", "administrator")

    def _keep(self, data: bytes, path: str) -> Json:
        with self.world.news:
            return self.world.keep(data, path, set(self.chat.bots)).json()


class PrivateSeat(Seat):
    """A person's private chat with a bot. The bot may write here once the person has."""

    def __init__(self, methods: Methods, chat: Chat, user: User, bot: BotAccount) -> None:
        super().__init__(methods, chat, user)
        self.bot = bot

    def starts(self, payload: str = "") -> Message:
        """Presses START, or follows a link t.me/bot?start=payload."""
        assert re.fullmatch("[A-Za-z0-9_-]{0,64}", payload), "such a link would not open"
        return self.says(f"/start {payload}")

    def blocks(self) -> None:
        """Blocks the bot, which hears of it."""
        with self.world.change():
            self.world.stand(self.chat, self.bot, "kicked", self.user)

    def unblocks(self) -> None:
        with self.world.change():
            self.world.stand(self.chat, self.bot, "member", self.user)

    def _sends(self, content: Json, thread: int | None = None, reply_to: Message | None = None) -> Message:
        standing = self.chat.bots[self.bot]
        assert standing != "kicked", "who blocked a bot cannot write to it"
        if standing == "stranger":
            self.chat.bots[self.bot] = "member"
        return super()._sends(content, thread, reply_to)


class Person:
    """Somebody with Telegram."""

    def __init__(self, methods: Methods, user: User) -> None:
        self.methods = methods
        self.world = methods.world
        self.user = user

    @property
    def id(self) -> int:
        return self.user.id

    def chat_with(self, bot: BotAccount) -> PrivateSeat:
        """Their private chat with a bot, the same one every time."""
        with self.world.change():
            fresh = Chat(self.user.id, "private", self.user.first_name, bots={bot: "stranger"})
            chat = self.world.private.setdefault((bot, self.user.id), fresh)
            return PrivateSeat(self.methods, chat, self.user, bot)


class Group:
    """A group or supergroup; a forum is a supergroup with topics."""

    def __init__(self, methods: Methods, chat: Chat, owner: User) -> None:
        self.methods = methods
        self.world = methods.world
        self.chat = chat
        self.owner = owner

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        """What the bots showed here, in order, deleted ones too."""
        return Seat(self.methods, self.chat, self.owner).messages

    def seat(self, person: Person) -> Seat:
        """A member."""
        return Seat(self.methods, self.chat, person.user)

    def adds(self, bot: BotAccount, *, admin: bool = False) -> None:
        """The owner adds a bot, or makes it an administrator or no longer one."""
        with self.world.change():
            newly = self.chat.bots.get(bot) not in ("member", "administrator")
            self.world.stand(self.chat, bot, "administrator" if admin else "member", self.owner)
            if newly:
                joined = self.world.post(self.chat, self.owner, {"new_chat_members": [bot.json()]})
                self.world.update(bot, "message", joined.json(bot), self.chat)

    def removes(self, bot: BotAccount) -> None:
        with self.world.change():
            self.world.stand(self.chat, bot, "kicked", self.owner)

    def opens_topic(self, name: str) -> int:
        """The owner opens a topic; its thread."""
        assert self.chat.is_forum, "only a forum has topics"
        with self.world.change():
            opened = self.world.open_topic(self.chat, self.owner, name)
            for bot in opened.ids:
                self.world.update(bot, "message", opened.json(bot), self.chat)
            return opened.id


def _is_for(bot: BotAccount, message: Message) -> bool:
    """Group privacy: commands that name no other bot, and answers to the bot; administrators see everything."""
    if bot.sees_all or message.chat.bots[bot] == "administrator":
        return True
    command = re.match("/[A-Za-z0-9_]+(?:@([A-Za-z0-9_]+))?", message.text)
    if command:
        return command[1] is None or command[1].lower() == bot.username.lower()
    return message.reply_to is not None and message.reply_to.sender is bot


def _button(message: Message, wanted: str) -> Button | None:
    return next((one for row in message.buttons for one in row if wanted in (one.label, one.data)), None)


def _labels(message: Message) -> Sequence[str]:
    return [one.label for row in message.buttons for one in row]

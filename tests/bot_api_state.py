"""What the fake Telegram knows: its clock, who there is, and the updates each bot has to take.

Every change happens inside ``World.change()``, which holds one lock and tells all who wait.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.bot_api_records import BotAccount, Call, Chat, File, Json, Message, Query, Standing, Update, User

UPDATES_ARE_KEPT = 24 * 3600
"""Telegram seconds; what nobody fetched by then is lost."""


class Clock:
    """Telegram's time: Unix seconds, each of which lasts ``second`` real ones. It starts at the real time."""

    def __init__(self, second: float) -> None:
        self.second = second
        self._ahead = time.time()
        self._begun = time.monotonic()

    def now(self) -> float:
        return self._ahead + (time.monotonic() - self._begun) / self.second

    def forward(self, seconds: float) -> None:
        """Skip so many Telegram seconds."""
        self._ahead += seconds

    def real(self, seconds: float) -> float:
        """How many real seconds so many Telegram seconds last."""
        return seconds * self.second


class World:
    """Everything there is, under one lock."""

    def __init__(self, second: float) -> None:
        self.clock = Clock(second)
        self.news = threading.Condition(threading.RLock())
        self.wake: Callable[[], None] = lambda: None
        self.bots: dict[str, BotAccount] = {}
        self.users: dict[int, User] = {}
        self.private: dict[tuple[BotAccount, int], Chat] = {}
        self.groups: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.files: dict[str, File] = {}
        self.calls: list[Call] = []

    @contextmanager
    def change(self) -> Iterator[None]:
        """Holds the lock, and tells everybody who waits afterwards."""
        with self.news:
            yield
            self.news.notify_all()
        self.wake()

    def update(self, bot: BotAccount, kind: str, payload: Json, chat: Chat) -> None:
        """Puts an update before a bot, if it wants that kind."""
        if bot.allowed and kind not in bot.allowed:
            return
        bot.last_update += 1
        bot.updates.append(Update(bot.last_update, kind, payload, chat.id, self.clock.now()))

    def pending(self, bot: BotAccount) -> list[Update]:
        """What a bot has not confirmed, oldest first."""
        oldest = self.clock.now() - UPDATES_ARE_KEPT
        bot.updates = [update for update in bot.updates if update.date > oldest]
        return bot.updates

    def post(
        self,
        chat: Chat,
        sender: User | BotAccount,
        content: Json,
        *,
        thread: int | None = None,
        reply_to: Message | None = None,
        markup: Json | None = None,
    ) -> Message:
        """Puts a message into a chat, with its ids; tells nobody."""
        bots = [bot for bot, standing in chat.bots.items() if standing in ("member", "administrator")]
        if chat.type == "supergroup":
            number = chat.last_message = chat.last_message + 1
            ids = dict.fromkeys(bots, number)
        else:
            for bot in bots:
                bot.last_message += 1
            ids = {bot: bot.last_message for bot in bots}
            number = next(iter(ids.values()), 0)
        message = Message(number, chat, sender, int(self.clock.now()), ids, content, thread, reply_to, markup)
        chat.messages.append(message)
        return message

    def stand(self, chat: Chat, bot: BotAccount, standing: Standing, by: User | BotAccount) -> None:
        """Changes how a bot stands in a chat, and tells it (my_chat_member)."""
        before = chat.bots.get(bot, "left")
        chat.bots[bot] = standing
        changed: Json = {"chat": chat.json(), "from": by.json(), "date": int(self.clock.now())}
        changed |= {"old_chat_member": bot.as_member(before), "new_chat_member": bot.as_member(standing)}
        self.update(bot, "my_chat_member", changed, chat)

    def keep(self, data: bytes, path: str, bots: set[BotAccount]) -> File:
        """Stores a file that these bots may fetch; ``path`` takes its number."""
        number = len(self.files)
        file = File(f"file-{number:06}", path.format(number), data, bots)
        self.files[file.id] = file
        return file

    def open_topic(self, chat: Chat, by: User | BotAccount, name: str) -> Message:
        """Opens a topic of a forum; its thread is the id of the message that says so."""
        created: Json = {"name": name, "icon_color": 7322096}
        opened = self.post(chat, by, {"forum_topic_created": created})
        opened.thread = opened.id
        chat.topics[opened.id] = opened
        return opened

"""A fake Telegram Bot API on loopback, strict as the real one: ``with running(second=0.01) as api: ...``.

It is a real HTTP server in a thread of its own with a loop of its own, so that asyncio tests, plain tests and other
processes can all talk to it. A client is pointed at ``api.url``:

- aiogram: ``Bot(bot.token, session=AiohttpSession(api=TelegramAPIServer.from_base(api.url)))``
- python-telegram-bot: ``ApplicationBuilder().base_url(f"{api.url}/bot").base_file_url(f"{api.url}/file/bot")``

**Time.** One Telegram second lasts ``second`` real seconds (0.01: ten milliseconds), so that strict limits need no
waiting. Everything the API says or takes is in Telegram seconds: dates, ``timeout`` of getUpdates, ``retry_after``, the
flood windows, how long a tap is fresh. A client must therefore scale every wait *of its own* for Telegram: sleep
``retry_after * second`` real seconds, let one message a second mean one in ``second``. python-telegram-bot's
``AIORateLimiter`` takes its periods as arguments but sleeps ``retry_after`` unscaled: use one that scales. Timeouts of
HTTP requests stay real seconds. Dates run ahead of the machine's clock by as much as Telegram's is faster; do not
compare the two. A test of one limit takes ``second=60`` and ``forward``, so that nothing moves but by its own hand.

**People.** ``api.person("王芳").chat_with(api.bot("yizheng_bot")).says("你好")``; see bot_api_people.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from tests.bot_api_delivery import Delivery
from tests.bot_api_faults import Fault, Faults, Loss, refusal
from tests.bot_api_http import Face
from tests.bot_api_methods import Methods
from tests.bot_api_people import Group, Person
from tests.bot_api_records import BotAccount, Call, Chat, ChatType, User
from tests.bot_api_rules import Flood
from tests.bot_api_state import World
from tests.server_process import free_port

PATIENCE = 10.0
"""Real seconds that ``until`` waits for what has to happen."""

T = TypeVar("T")


class BotApi:
    """The fake with its thread. ``with running() as api`` starts and ends it."""

    def __init__(self, second: float, flood: Flood, query_seconds: float) -> None:
        self.port = free_port()
        self.world = World(second)
        self.clock = self.world.clock
        self.methods = Methods(self.world, flood, query_seconds)
        self._faults = Faults()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="bot-api", daemon=True)
        self._face: Face
        self._delivery: Delivery
        self._posting: asyncio.Task[None]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    # Who there is

    def bot(self, username: str, first_name: str = "一证", *, sees_all: bool = False) -> BotAccount:
        """A new bot with a token of its own."""
        with self.world.change():
            number = 5_000_000_001 + len(self.world.bots)
            bot = BotAccount(number, f"{number}:made-up-{username}", username, first_name, sees_all)
            bot.last_update = 1000 * (number % 1000)
            self.world.bots[bot.token] = bot
            return bot

    def person(self, first_name: str, *, id: int | None = None, language_code: str | None = "zh-hans") -> Person:
        """A new person; without ``id`` they get the next one."""
        with self.world.change():
            user = User(id or 600_000_001 + len(self.world.users), first_name, language_code)
            assert user.id not in self.world.users, "there is such a person already"
            self.world.users[user.id] = user
            return Person(self.methods, user)

    def group(
        self, title: str, owner: Person, *, kind: ChatType = "supergroup", forum: bool = False, id: int | None = None
    ) -> Group:
        """A new group without bots; a forum is a supergroup."""
        assert kind == "supergroup" or (kind == "group" and not forum)
        with self.world.change():
            number = 4_000_000_001 + len(self.world.groups)
            chat = Chat(id or (-number if kind == "group" else -1_000_000_000_000 - number), kind, title, forum)
            self.world.groups[chat.id] = chat
            return Group(self.methods, chat, owner.user)

    # What was done

    @property
    def seen_calls(self) -> list[Call]:
        """Every call of a known bot, in order: method, parameters, when, and the status of the answer."""
        with self.world.news:
            return list(self.world.calls)

    def calls_of(self, method: str) -> list[Call]:
        """The calls of one method."""
        return [call for call in self.seen_calls if call.method.lower() == method.lower()]

    def until(self, condition: Callable[[], T], seconds: float = PATIENCE) -> T:
        """Waits until something is true here, at most so many real seconds, and gives what it was.

        Looks again after each change of this fake only. In a running loop use ``eventually``, or nothing there moves.
        """
        with self.world.news:
            found = self.world.news.wait_for(condition, seconds)
            assert found, f"not within {seconds} s; seen: {[(c.method, c.status) for c in self.world.calls][-20:]}"
            return found

    async def eventually(self, condition: Callable[[], T], seconds: float = PATIENCE) -> T:
        """``until`` for a running loop, which goes on meanwhile."""
        return await asyncio.to_thread(self.until, condition, seconds)

    # What goes wrong

    def refuses(
        self,
        times: int = 1,
        *,
        status: int = 429,
        description: str | None = None,
        retry_after: int | None = None,
        method: str | None = None,
        chat: int | None = None,
    ) -> None:
        """Answers the next calls (but getUpdates, unless named) with an error and does nothing."""
        with self.world.change():
            words = refusal(status, description, retry_after)
            self._faults.order(Fault(times, method, chat, words))

    def loses(
        self,
        times: int = 1,
        *,
        how: Loss = "break",
        taken: bool = True,
        method: str | None = None,
        chat: int | None = None,
    ) -> None:
        """Carries the next calls out (but getUpdates, unless named), or not, and lets the answers get lost."""
        with self.world.change():
            self._faults.order(Fault(times, method, chat, loss=how, taken=taken))

    def forward(self, seconds: float) -> None:
        """Puts Telegram's clock forward."""
        with self.world.change():
            self.clock.forward(seconds)

    def goes_away(self) -> None:
        """Breaks every connection and takes no new ones; webhooks are not posted to either."""
        self._run(self._away())

    def comes_back(self) -> None:
        """Serves again on the same port; nothing was forgotten."""
        self._run(self._back())

    # Its thread

    def start(self) -> None:
        self._thread.start()
        self._run(self._begin())

    def close(self) -> None:
        self._run(self._away())
        self.world.wake = lambda: None
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _begin(self) -> None:
        self._delivery = Delivery(self.world)
        self._face = Face(self.world, self.methods, self._delivery, self._faults, self.port)
        self.world.wake = self._wake
        await self._back()

    def _wake(self) -> None:
        self._loop.call_soon_threadsafe(self._delivery.wake)

    async def _back(self) -> None:
        await self._face.open()
        self._posting = asyncio.create_task(self._delivery.post_updates())

    async def _away(self) -> None:
        self._posting.cancel()
        await asyncio.wait([self._posting])
        await self._face.shut()

    def _run(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)


@contextmanager
def running(second: float = 0.01, *, flood: Flood | None = None, query_seconds: float = 60.0) -> Iterator[BotApi]:
    """A fake that serves. ``flood`` takes other limits; a tap is fresh for ``query_seconds``, Telegram's."""
    api = BotApi(second, flood or Flood(), query_seconds)
    api.start()
    try:
        yield api
    finally:
        api.close()

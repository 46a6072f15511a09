"""A WeChat Official Account (公众号) platform on loopback, strict as the real one: ``with running() as platform: ...``.

It is a real HTTP server and client in a thread of its own with a loop of its own, so that asyncio tests, plain tests
and other processes can all talk to it. It knows nothing of the desk but its URL:

    platform.posts_to("http://127.0.0.1:8000/wechat")  # people may write from here on
    wang = platform.person("王芳")
    wang.says("你好")
    assert wang.wait_for(1)[0].kind == "passive"
    assert platform.faults == []

The desk's client is pointed at ``platform.url`` instead of https://api.weixin.qq.com, with what ``platform.account``
holds; wechatpy's by ``client.API_BASE_URL = f"{platform.url}/cgi-bin/"``.

**Time.** One of the platform's seconds lasts ``second`` real ones. An attempt has 5 of them for its answer, and the
next one begins when they are over, whether it broke or not. A test of time takes ``second=60`` and ``advance``, so that
nothing moves but by its own hand. ``at`` sets the clock's beginning (Unix seconds).
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from tests.server_process import free_port
from tests.wechat_platform_delivery import Delivery
from tests.wechat_platform_faults import CallFault, Faults, PostFault, PostFaultKind
from tests.wechat_platform_http import Face
from tests.wechat_platform_methods import Methods
from tests.wechat_platform_people import PATIENCE, Person
from tests.wechat_platform_rules import FIELDS, Refusal
from tests.wechat_platform_state import Account, Call, Clock, Json, Mode, Post, User, World, Wrong

T = TypeVar("T")


class Platform:
    """The platform with its thread. ``with running() as platform`` starts and ends it."""

    def __init__(self, second: float, account: Account, at: float | None) -> None:
        self.port = free_port()
        self.account = account
        self.clock = Clock(second, at)
        self.world = World(self.clock, account)
        self.methods = Methods(self.world)
        self.tokens = self.methods.tokens
        self._faults = Faults()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="wechat", daemon=True)
        self._face: Face
        self._delivery: Delivery
        self._posting: asyncio.Task[None]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    # The desk, and who there is

    def posts_to(self, url: str) -> None:
        """Sets the desk's URL; what people did before waits for it."""
        with self.world.change():
            self.world.desk = url

    def verify(self, echo: str = "4375120948345356249") -> bool:
        """Asks the desk whether the URL is its own (接入); blocks, so in a running loop take ``asyncio.to_thread``."""
        return self._run(self._delivery.verify(echo)) == (200, echo)

    def keeps_nonce(self, same: bool = True) -> None:
        """Every attempt has the same nonce, where else each has its own."""
        with self.world.change():
            self.world.same_nonce = same

    def person(self, name: str, *, openid: str | None = None, follower: bool = True) -> Person:
        """Somebody new, who follows the account already unless told otherwise."""
        with self.world.change():
            user = User(openid or f"oMadeUp_{len(self.world.users) + 1:020}", name, follower)
            assert user.openid not in self.world.users, "there is such a person already"
            self.world.users[user.openid] = user
            return Person(self.world, user)

    def template(self, template: str, fields: Sequence[str]) -> str:
        """A template of a subscribed message (订阅通知) with its fields: thing1, time2 …"""
        assert all(name.rstrip("0123456789") in FIELDS for name in fields)
        with self.world.change():
            self.world.templates[template] = list(fields)
        return template

    # What was done

    @property
    def faults(self) -> list[Wrong]:
        """What the desk ought not to have done, in order."""
        with self.world.news:
            return list(self.world.faults)

    @property
    def posts(self) -> list[Post]:
        """Every attempt at the desk, in order."""
        with self.world.news:
            return list(self.world.posts)

    @property
    def menu(self) -> Json | None:
        """The menu the desk made."""
        with self.world.news:
            return self.world.menu

    def calls_of(self, method: str) -> list[Call]:
        """The calls of a method, named as after /cgi-bin/."""
        with self.world.news:
            return [call for call in self.world.calls if call.method == method]

    def until(self, condition: Callable[[], T], seconds: float = PATIENCE) -> T:
        """Waits until something is true here, at most so many real seconds, and gives what it was.

        Looks again after each change of this platform only. In a running loop use ``eventually``.
        """
        with self.world.news:
            found = self.world.news.wait_for(condition, seconds)
            seen = [(post.number, post.ending) for post in self.world.posts]
            assert found, f"not within {seconds} s; attempts: {seen[-20:]}; faults: {self.world.faults}"
            return found

    async def eventually(self, condition: Callable[[], T], seconds: float = PATIENCE) -> T:
        """``until`` for a running loop, which goes on meanwhile."""
        return await asyncio.to_thread(self.until, condition, seconds)

    def is_settled(self) -> bool:
        """Whether everything people did has been answered or given up: ``until(platform.is_settled)``."""
        with self.world.news:
            return all(update.done for update in self.world.updates)

    # Time, and what goes wrong

    def advance(self, *, seconds: float = 0, minutes: float = 0, hours: float = 0) -> None:
        """Puts the platform's clock forward."""
        with self.world.change():
            self.clock.forward(seconds + 60 * minutes + 3600 * hours)

    def expire_token(self) -> None:
        """Ends every access token now, though the desk believes it valid."""
        with self.world.change():
            self.tokens.expire()

    def loses_answers(self, times: int = 1, *, person: Person | None = None) -> None:
        """The desk's next answers get lost on the way, and the platform posts again."""
        self._order_post("lost", times, person)

    def posts_twice(self, times: int = 1, *, person: Person | None = None) -> None:
        """The next attempts are made twice at the same time."""
        self._order_post("twice", times, person)

    def posts_late(self, seconds: float, times: int = 1, *, person: Person | None = None) -> None:
        """The next attempts begin so many of the platform's seconds late; what follows may overtake them."""
        self._order_post("late", times, person, seconds)

    def refuses_calls(self, times: int = 1, *, errcode: int = -1, method: str | None = None) -> None:
        """Answers the next calls with an error code (-1: system busy) and does nothing. Tokens only where named."""
        self._order_call(CallFault(times, method, refusal=Refusal(errcode)))

    def fails_calls(self, times: int = 1, *, status: int = 500, method: str | None = None) -> None:
        """Answers the next calls with an HTTP error and does nothing."""
        self._order_call(CallFault(times, method, status=status))

    def loses_calls(self, times: int = 1, *, taken: bool = True, method: str | None = None) -> None:
        """Carries the next calls out, or not, and breaks the connection instead of answering."""
        self._order_call(CallFault(times, method, lost=True, taken=taken))

    def delays_calls(self, seconds: float, times: int = 1, *, method: str | None = None) -> None:
        """Lets the next calls wait so many of the platform's seconds first."""
        self._order_call(CallFault(times, method, seconds=seconds))

    def goes_away(self) -> None:
        """Breaks every connection of the desk's client and takes no new ones; it still posts."""
        self._run(self._face.shut())

    def comes_back(self) -> None:
        """Serves again on the same port; nothing was forgotten."""
        self._run(self._face.open())

    def _order_post(self, kind: PostFaultKind, times: int, person: Person | None, seconds: float = 0.0) -> None:
        with self.world.change():
            self._faults.of_posts.append(PostFault(kind, times, person.user if person else None, seconds))

    def _order_call(self, fault: CallFault) -> None:
        with self.world.change():
            self._faults.of_calls.append(fault)

    # Its thread

    def start(self) -> None:
        self._thread.start()
        self._run(self._begin())

    def close(self) -> None:
        self.world.wake = lambda: None
        self._run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _begin(self) -> None:
        self._delivery = Delivery(self.world, self._faults)
        self._face = Face(self.world, self.methods, self._delivery, self._faults, self.port)
        self.world.wake = self._wake
        await self._face.open()
        self._posting = asyncio.create_task(self._delivery.post_updates())

    def _wake(self) -> None:
        self._loop.call_soon_threadsafe(self._delivery.wake)

    async def _end(self) -> None:
        self._posting.cancel()
        await asyncio.wait([self._posting])
        await self._face.shut()

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)


@contextmanager
def running(
    second: float = 1.0, *, mode: Mode = "plain", account: Account | None = None, at: float | None = None
) -> Iterator[Platform]:
    """A platform that serves. ``mode`` is that of the account made up here; else give the ``account`` whole."""
    platform = Platform(second, account or Account(mode=mode), at)
    platform.start()
    try:
        yield platform
    finally:
        platform.close()

"""What the tests' WeChat knows: its clock, the account (公众号), its people, and what was posted, shown and called.

Every change happens inside ``World.change()``, which holds one lock and tells all who wait.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
Mode = Literal["plain", "compatible", "safe"]
"""明文模式, 兼容模式 and 安全模式: in the clear, both ways at once, encrypted only."""
Kind = Literal["passive", "custom", "subscribed", "error"]
"""An answer to a post, a customer message (客服消息), a subscribed one (订阅通知), or the platform's own error line."""
Ending = Literal["under way", "answered", "timeout", "broken", "lost"]

ERROR_LINE = "该公众号提供的服务出现故障，请稍后再试"
MEDIA_SECONDS = 3 * 24 * 3600
"""How long temporary media (临时素材) can be fetched."""


class Clock:
    """The platform's time: Unix seconds, each of which lasts ``second`` real ones."""

    def __init__(self, second: float, at: float | None) -> None:
        self.second = second
        self._ahead = time.time() if at is None else at
        self._begun = time.monotonic()

    def now(self) -> float:
        return self._ahead + (time.monotonic() - self._begun) / self.second

    def forward(self, seconds: float) -> None:
        """Skip so many of the platform's seconds."""
        self._ahead += seconds

    def real(self, seconds: float) -> float:
        """How many real seconds so many of the platform's last."""
        return seconds * self.second


@dataclass
class Account:
    """The 公众号 as its owner set it up at the platform. ``id`` is its 原始 ID, ``aes_key`` the EncodingAESKey."""

    id: str = "gh_made0up0desk"
    appid: str = "wx00112233445566aa"
    secret: str = "made-up-secret-of-the-account"
    token: str = "madeUpToken"
    aes_key: str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
    mode: Mode = "plain"


@dataclass
class Shown:
    """Something a person sees in the chat; ``data`` are the values of a subscribed message."""

    kind: Kind
    text: str
    date: float
    data: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Grant:
    """How many customer messages an action of a person allows, and until when."""

    left: int
    until: float


@dataclass(eq=False)
class User:
    """Somebody with WeChat; their hand is ``Person``."""

    openid: str
    name: str
    follower: bool
    grants: dict[str, Grant] = field(default_factory=dict)
    accepted: Counter[str] = field(default_factory=Counter)
    shown: list[Shown] = field(default_factory=list)


@dataclass(eq=False)
class Update:
    """A message or an event for the desk; every attempt at it says the same."""

    user: User
    fields: Mapping[str, Any]
    taken: bool = False
    done: bool = False


@dataclass(eq=False)
class Post:
    """One attempt at an update: what was posted, and what came of it. ``number`` counts attempts from 1."""

    update: Update
    number: int
    date: float
    query: Mapping[str, str]
    body: bytes
    ending: Ending = "under way"
    status: int | None = None
    answer: bytes = b""


@dataclass
class Call:
    """A call of the desk; ``errcode`` stays None where the answer held none or was lost."""

    method: str
    query: Mapping[str, str]
    body: bytes
    date: float
    errcode: int | None = None
    status: int | None = None


@dataclass(frozen=True)
class Wrong:
    """What the desk did and ought not to have done."""

    what: str
    openid: str
    detail: str = ""


@dataclass(frozen=True)
class Media:
    """Temporary media (临时素材)."""

    data: bytes
    mime: str
    until: float


class World:
    """Everything there is, under one lock."""

    def __init__(self, clock: Clock, account: Account) -> None:
        self.clock = clock
        self.account = account
        self.news = threading.Condition(threading.RLock())
        self.wake: Callable[[], None] = lambda: None
        self.desk = ""
        self.same_nonce = False
        self.users: dict[str, User] = {}
        self.updates: list[Update] = []
        self.posts: list[Post] = []
        self.calls: list[Call] = []
        self.faults: list[Wrong] = []
        self.media: dict[str, Media] = {}
        self.templates: dict[str, Sequence[str]] = {}
        self.menu: Json | None = None
        self.menu_keys: set[str] = set()
        self._last_message = 23_000_000_000_000_000

    @contextmanager
    def change(self) -> Iterator[None]:
        """Holds the lock, and tells everybody who waits afterwards."""
        with self.news:
            yield
            self.news.notify_all()
        self.wake()

    def message(self, user: User, kind: str, fields: Mapping[str, Any]) -> Update:
        """A message of a person, with a MsgId of its own; it opens 48 hours for 5 customer messages."""
        assert user.follower, "only who follows the account can write to it"
        self._last_message += 1
        self.grant(user, "message", 5, 48 * 3600)
        return self._update(user, kind, {**fields, "MsgId": self._last_message})

    def event(self, user: User, event: str, fields: Mapping[str, Any]) -> Update:
        """An event has no MsgId."""
        return self._update(user, "event", {"Event": event, **fields})

    def grant(self, user: User, action: str, count: int, seconds: float) -> None:
        """Allows customer messages; the same action again renews and does not add."""
        user.grants[action] = Grant(count, self.clock.now() + seconds)

    def show(self, user: User, kind: Kind, text: str, data: Mapping[str, str] | None = None) -> None:
        """Puts something before a person; who does not follow any more sees nothing."""
        if user.follower:
            user.shown.append(Shown(kind, text, self.clock.now(), data or {}))

    def wrong(self, what: str, openid: str, detail: str = "") -> None:
        """Writes down a fault of the desk."""
        self.faults.append(Wrong(what, openid, detail))

    def keep(self, data: bytes, mime: str) -> str:
        """Stores temporary media; its media id."""
        media_id = f"made-up-media-{len(self.media):06}-{'x' * 40}"
        self.media[media_id] = Media(data, mime, self.clock.now() + MEDIA_SECONDS)
        return media_id

    def _update(self, user: User, kind: str, fields: Mapping[str, Any]) -> Update:
        head = {"ToUserName": self.account.id, "FromUserName": user.openid}
        update = Update(user, {**head, "CreateTime": int(self.clock.now()), "MsgType": kind, **fields})
        self.updates.append(update)
        return update

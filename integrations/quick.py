"""The quick side (Redis or Valkey): rate limits, wake-ups, what is kept for a minute. Never the only copy of anything.

Conversations are not cached here: a GET and a SET cost a turn more than the row costs it in PostgreSQL (measured).

Every call may fail or find nothing; then the caller is slower, and nothing else. Without a URL the process stands in
for itself: enough for one machine.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict, defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import structlog
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

WORK, DESK, OUTGOING = "work", "desk", "outgoing"
"""The topics of those who do the work that is due, of those who have the desk before them, and of those who send what a
bot says; a conversation's is its id."""
PATIENCE_SECONDS = 0.25
AWAY_SECONDS = 5.0
MOST_LOCAL_COUNTS = 50_000
MOST_LOCAL_VALUES = 50_000
MOST_LOCAL_KEPT = 1_000

_log = structlog.get_logger()
_COUNT = "local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end return n"
_FIRST = (
    "local v = redis.call('GET', KEYS[1]) if v then return v end "
    "redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2]) return ARGV[1]"
)


class Quick:
    """The quick side of one process. ``url`` None: only this process knows."""

    def __init__(self, url: str | None, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._redis: Redis | None = None
        if url is not None:
            self._redis = Redis.from_url(
                url,
                socket_timeout=PATIENCE_SECONDS,
                socket_connect_timeout=PATIENCE_SECONDS,
                retry=Retry(NoBackoff(), 0),
            )
        self._monotonic = monotonic
        self._away_until = 0.0
        self._counts: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._firsts: OrderedDict[str, tuple[str, float]] = OrderedDict()
        self._kept: OrderedDict[str, tuple[bytes, float]] = OrderedDict()
        self._listeners: dict[str, set[asyncio.Event]] = defaultdict(set)

    async def count(self, what: str, seconds: int) -> int:
        """How often ``what`` has happened within its window of ``seconds``, this time included."""
        redis = self._reach()
        if redis is not None:
            try:
                counted: int = await redis.eval(_COUNT, 1, f"count:{what}", str(seconds))  # type: ignore[misc]
                return int(counted)
            except (RedisError, OSError) as fault:
                self._away(fault)
        now = self._monotonic()
        count, until = self._counts.pop(what, (0, now + seconds))
        if until <= now:
            count, until = 0, now + seconds
        self._counts[what] = (count + 1, until)
        while len(self._counts) > MOST_LOCAL_COUNTS:
            self._counts.popitem(last=False)
        return count + 1

    async def counted(self, what: str) -> int:
        """How often ``what`` has been counted within its window, which this does not add to."""
        redis = self._reach()
        if redis is not None:
            try:
                return int(await redis.get(f"count:{what}") or 0)
            except (RedisError, OSError) as fault:
                self._away(fault)
        count, until = self._counts.get(what, (0, 0.0))
        return count if self._monotonic() < until else 0

    async def first(self, what: str, value: str, seconds: int) -> str:
        """What was said first of ``what`` within its window of ``seconds``: this ``value``, where nothing was."""
        redis = self._reach()
        if redis is not None:
            try:
                found = await redis.eval(_FIRST, 1, f"first:{what}", value, str(seconds))  # type: ignore[misc]
                return found.decode() if isinstance(found, bytes) else str(found)
            except (RedisError, OSError) as fault:
                self._away(fault)
        now = self._monotonic()
        while self._firsts and (len(self._firsts) > MOST_LOCAL_VALUES or next(iter(self._firsts.values()))[1] <= now):
            self._firsts.popitem(last=False)
        known, until = self._firsts.get(what, (value, 0.0))
        if until > now:
            return known
        self._firsts[what] = (value, now + seconds)
        return value

    async def keep(self, what: str, value: bytes, seconds: int) -> None:
        """Keeps a value for so many seconds at most; what is personal is sealed before."""
        redis = self._reach()
        if redis is not None:
            try:
                await redis.set(f"kept:{what}", value, ex=seconds)
            except (RedisError, OSError) as fault:
                self._away(fault)
            else:
                return
        self._kept.pop(what, None)
        self._kept[what] = (value, self._monotonic() + seconds)
        while len(self._kept) > MOST_LOCAL_KEPT:
            self._kept.popitem(last=False)

    async def kept(self, what: str) -> bytes | None:
        """The value that is kept, if it still is."""
        redis = self._reach()
        if redis is not None:
            try:
                found = await redis.get(f"kept:{what}")
            except (RedisError, OSError) as fault:
                self._away(fault)
            else:
                return found if isinstance(found, bytes) else None
        value, until = self._kept.get(what, (None, 0.0))
        return value if self._monotonic() < until else None

    async def wake(self, topic: str) -> None:
        """Tells every process that something has happened: work is due, or something was said to a conversation."""
        self._wake_here(topic)
        redis = self._reach()
        if redis is None:
            return
        try:
            await redis.publish("wake", topic)
        except (RedisError, OSError) as fault:
            self._away(fault)

    @asynccontextmanager
    async def listening(self, topic: str) -> AsyncIterator[asyncio.Event]:
        """An event that is set whenever somebody wakes those of the topic; the listener clears it."""
        event = asyncio.Event()
        self._listeners[topic].add(event)
        try:
            yield event
        finally:
            self._listeners[topic].discard(event)
            if not self._listeners[topic]:
                del self._listeners[topic]

    async def hear(self) -> None:
        """Passes the wake-ups of other processes on, for as long as it is run; survives an absent server."""
        if self._redis is None:
            return
        while True:
            try:
                async with self._redis.pubsub() as channel:
                    await channel.subscribe("wake")
                    while True:
                        message = await channel.get_message(ignore_subscribe_messages=True, timeout=30)
                        if message is not None:
                            self._wake_here(message["data"].decode())
            except (RedisError, OSError):
                await asyncio.sleep(AWAY_SECONDS)

    async def answers(self) -> bool:
        """Whether the server answers; True where none is configured."""
        if self._redis is None:
            return True
        try:
            return bool(await self._redis.ping())  # type: ignore[misc]
        except (RedisError, OSError):
            return False

    async def close(self) -> None:
        """Closes the connections."""
        if self._redis is not None:
            await self._redis.aclose()

    def _wake_here(self, topic: str) -> None:
        for event in self._listeners.get(topic, ()):
            event.set()

    def _reach(self) -> Redis | None:
        """The server, unless it failed a moment ago: nobody waits for it twice in a row."""
        if self._redis is None or self._monotonic() < self._away_until:
            return None
        return self._redis

    def _away(self, fault: Exception) -> None:
        self._away_until = self._monotonic() + AWAY_SECONDS
        _log.warning("quick.away", fault=type(fault).__name__)

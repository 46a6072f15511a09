"""What comes in by asking for it (long polling): acknowledged only once it was taken, so that nothing is lost."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import structlog

from flows.errors import OutsideFault

PAUSE_SECONDS = 1.0

Update = TypeVar("Update")

_log = structlog.get_logger()


async def until_it_answers(bot: str, begin: Callable[[], Awaitable[None]], pause_seconds: float) -> None:
    """Begins something at the platform, again until it answers."""
    while True:
        try:
            await begin()
            return
        except OutsideFault as fault:
            _log.warning("bot.waiting", bot=bot, fault=str(fault))
            await asyncio.sleep(fault.retry_after or pause_seconds)


@dataclass(frozen=True, slots=True)
class Received(Generic[Update]):
    """One update: its number, by which it is acknowledged, and the chat whose order it keeps."""

    number: int
    chat: str
    update: Update


class Receiver(Generic[Update]):
    """Asks for updates, and takes those of one chat in order, of several chats at once.

    While one is being taken, or is tried again, it goes on asking: whoever waits keeps nobody else waiting. What is
    below the lowest that is not taken yet is acknowledged by asking beyond it. ``fetch`` and ``take`` raise
    OutsideFault; ``first`` is done with each update at once, before any that came earlier in its chat is taken.
    """

    def __init__(
        self,
        *,
        bot: str,
        fetch: Callable[[int | None], Awaitable[Sequence[Received[Update]]]],
        take: Callable[[Update], Awaitable[None]],
        first: Callable[[Update], Awaitable[None]] | None = None,
        pause_seconds: float = PAUSE_SECONDS,
    ) -> None:
        self._bot = bot
        self._fetch = fetch
        self._take = take
        self._first = first
        self._pause_seconds = pause_seconds
        self._open: dict[int, asyncio.Task[None]] = {}
        self._last_of: dict[str, asyncio.Task[None]] = {}
        self._taken: set[int] = set()

    async def run(self) -> None:
        """Until cancelled."""
        beyond: int | None = None
        try:
            while True:
                lowest = min(self._open, default=beyond)
                self._taken = {number for number in self._taken if lowest is None or number >= lowest}
                try:
                    received = await self._fetch(lowest)
                except OutsideFault as fault:
                    _log.warning("receiver.waiting", bot=self._bot, fault=str(fault))
                    await asyncio.sleep(fault.retry_after or self._pause_seconds)
                    continue
                new = [each for each in received if each.number not in self._open and each.number not in self._taken]
                for each in new:
                    beyond = max(beyond or 0, each.number + 1)
                    self._begin(each)
                if not new and self._open:
                    tasks = tuple(self._open.values())
                    await asyncio.wait(tasks, timeout=self._pause_seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await self._give_up()

    def _begin(self, each: Received[Update]) -> None:
        task = asyncio.create_task(self._one(each, self._last_of.get(each.chat)))
        self._open[each.number] = self._last_of[each.chat] = task

        def over(_: asyncio.Task[None]) -> None:
            if self._last_of.get(each.chat) is task:
                del self._last_of[each.chat]

        task.add_done_callback(over)

    async def _one(self, each: Received[Update], before: asyncio.Task[None] | None) -> None:
        """Takes one update, after the one before it in its chat, and again until it could be taken."""
        try:
            if self._first is not None:
                await self._first(each.update)
            if before is not None:
                await asyncio.wait({before})
            await self._until_taken(each.update)
        except Exception:  # a fault of ours in one of them keeps back no other
            _log.exception("receiver.fault", bot=self._bot)
        self._taken.add(each.number)
        del self._open[each.number]

    async def _until_taken(self, update: Update) -> None:
        while True:
            try:
                await self._take(update)
                return
            except OutsideFault as fault:
                _log.warning("receiver.not_taken", bot=self._bot, fault=str(fault))
                await asyncio.sleep(self._pause_seconds)

    async def _give_up(self) -> None:
        """What is not taken yet comes again, to whoever asks next."""
        tasks = tuple(self._open.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._open.clear()
        self._last_of.clear()
        self._taken.clear()

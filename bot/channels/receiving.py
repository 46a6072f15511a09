"""What comes in by asking for it (long polling): acknowledged only once it was taken, so that nothing is lost."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import structlog

from flows.errors import OutsideFault

PAUSE_SECONDS = 1.0

Update = TypeVar("Update")

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Received(Generic[Update]):
    """One update: its number, by which it is acknowledged, and the chat whose order it keeps."""

    number: int
    chat: str
    update: Update


class Receiver(Generic[Update]):
    """Asks for updates from a number on, and takes those of one chat in order, of several chats at once.

    ``fetch`` and ``take`` raise OutsideFault; what ``take`` could not take is asked for again.
    """

    def __init__(
        self,
        *,
        bot: str,
        fetch: Callable[[int | None], Awaitable[Sequence[Received[Update]]]],
        take: Callable[[Update], Awaitable[None]],
        pause_seconds: float = PAUSE_SECONDS,
    ) -> None:
        self._bot = bot
        self._fetch = fetch
        self._take = take
        self._pause_seconds = pause_seconds

    async def run(self) -> None:
        """Until cancelled."""
        offset: int | None = None
        while True:
            try:
                received = await self._fetch(offset)
            except OutsideFault as fault:
                _log.warning("receiver.waiting", bot=self._bot, fault=str(fault))
                await asyncio.sleep(fault.retry_after or self._pause_seconds)
                continue
            if not received:
                continue
            of_chats: dict[str, list[Received[Update]]] = defaultdict(list)
            for each in received:
                of_chats[each.chat].append(each)
            left = await asyncio.gather(*(self._all_of(chat) for chat in of_chats.values()))
            failed = [number for number in left if number is not None]
            offset = min(failed) if failed else max(each.number for each in received) + 1
            if failed:
                await asyncio.sleep(self._pause_seconds)

    async def _all_of(self, chat: Sequence[Received[Update]]) -> int | None:
        """Takes the updates of one chat; the number of the first that could not be taken."""
        for each in chat:
            try:
                await self._take(each.update)
            except OutsideFault as fault:
                _log.warning("receiver.not_taken", bot=self._bot, fault=str(fault))
                return each.number
        return None

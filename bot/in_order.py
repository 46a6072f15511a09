"""One at a time and first come, first served, for each of many."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class InOrder:
    """A queue for each key, in this process; that of a key is gone when nobody waits in it."""

    def __init__(self) -> None:
        self._queues: dict[str, tuple[asyncio.Lock, int]] = {}

    @property
    def are_empty(self) -> bool:
        """Whether nobody waits, and nothing is kept of who did."""
        return not self._queues

    @asynccontextmanager
    async def of(self, key: str) -> AsyncIterator[None]:
        """What is done within it is done by nobody else of the same key at the same time."""
        lock, waiting = self._queues.get(key, (asyncio.Lock(), 0))
        self._queues[key] = (lock, waiting + 1)
        try:
            async with lock:
                yield
        finally:
            lock, waiting = self._queues.pop(key)
            if waiting > 1:
                self._queues[key] = (lock, waiting - 1)

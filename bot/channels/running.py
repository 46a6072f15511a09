"""Who runs a bot: one process at a time, the one that has its lease. It asks for what comes in, and sends."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import Awaitable, Callable

import structlog

from bot.clock import Clock, real_clock
from flows.errors import OutsideFault
from integrations.store import outgoing
from integrations.store.database import Collision, Database
from integrations.store.outgoing import LEASE, Lease

RENEW_SECONDS = LEASE.total_seconds() / 5

_log = structlog.get_logger()


class Running:
    """Runs the loops of a bot for as long as this process has its lease; another process takes over when it stops.

    ``clock`` is the real one, whatever clock a demonstration has: one that begins anew with every start would find the
    lease of the run before in the future, and send nothing until then.
    """

    def __init__(
        self,
        *,
        bot: str,
        database: Database,
        loops: Callable[[Lease], list[Awaitable[None]]],
        clock: Clock = real_clock,
        holder: str | None = None,
        renew_seconds: float = RENEW_SECONDS,
    ) -> None:
        self._bot = bot
        self._database = database
        self._clock = clock
        self._loops = loops
        self._holder = holder or secrets.token_hex(8)
        self._renew_seconds = renew_seconds

    async def run(self) -> None:
        """Until cancelled."""
        tasks: list[asyncio.Task[None]] = []
        held: Lease | None = None
        try:
            while True:
                lease = await self._lease()
                if lease != held or any(task.done() for task in tasks):
                    await _end(tasks)
                    held, tasks = lease, [] if lease is None else [_task(loop) for loop in self._loops(lease)]
                await asyncio.sleep(self._renew_seconds)
        finally:
            await _end(tasks)
            if held is not None:
                with contextlib.suppress(OutsideFault, Collision):
                    async with self._database.write() as connection:
                        await outgoing.give_back(connection, held, self._clock())

    async def _lease(self) -> Lease | None:
        """The lease, taken or kept; None while another process has it, or the store does not answer."""
        try:
            async with self._database.write() as connection:
                return await outgoing.take_lease(connection, self._bot, self._holder, self._clock())
        except (OutsideFault, Collision) as fault:
            _log.warning("bot.no_lease", bot=self._bot, fault=str(fault))
            return None


def _task(loop: Awaitable[None]) -> asyncio.Task[None]:
    return asyncio.ensure_future(loop)


async def _end(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    for ended in await asyncio.gather(*tasks, return_exceptions=True):
        if isinstance(ended, Exception):
            _log.error("bot.loop_ended", fault=repr(ended))
    tasks.clear()

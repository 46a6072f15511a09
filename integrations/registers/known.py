"""A register as it is asked: what it says, and as of when; one outside also when it is slow, wrong or down."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import datetime

import structlog

from flows.errors import OutsideFault
from integrations.breaker import Breaker
from integrations.privacy import SealBroken, Vault
from integrations.quick import Quick
from integrations.registers.asking import MOST_CONNECTIONS
from integrations.registers.contract import Finding, NotReadable, Register
from integrations.store.benefits import last_known
from integrations.store.benefits.last_known import Said
from integrations.store.benefits.register import person_of
from integrations.store.database import Collision, Database

CACHE_SECONDS = 60
PATIENCE_SECONDS = 1.5
"""How long one who asks waits for the register before the last that is known is shown; less than a turn's look-up may
take. The register is waited for in the background, and what it says is there for the next who asks."""
_ROW = "register_cache"

_log = structlog.get_logger()


class Known:
    """Asks a register."""

    def __init__(self, register: Register, clock: Callable[[], datetime]) -> None:
        self._register = register
        self._clock = clock

    async def find(self, id_number: str, *, keep: bool = True) -> Finding:
        """Everything about the person of this ID number. Raises OutsideFault when nothing is known of them at all."""
        return Finding(await self._register.find(id_number), self._clock())

    async def close(self) -> None:
        """Closes the connections."""
        await self._register.close()


class KnownOutside(Known):
    """Asks a register outside: what it said within the last ``seconds`` is not asked again, and when it does not
    answer, what it last said is found, with its time.

    All of this is the same for somebody it has not: that is kept, and found again, as well.
    """

    def __init__(
        self,
        register: Register,
        clock: Callable[[], datetime],
        database: Database,
        vault: Vault,
        quick: Quick,
        *,
        seconds: int = CACHE_SECONDS,
        patience: float = PATIENCE_SECONDS,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(register, clock)
        self._database = database
        self._vault = vault
        self._quick = quick
        self._seconds = seconds
        self._patience = patience
        self._breaker = Breaker(monotonic)
        self._places = asyncio.Semaphore(MOST_CONNECTIONS)
        self._asked: dict[bytes, asyncio.Task[Said]] = {}

    async def find(self, id_number: str, *, keep: bool = True) -> Finding:
        """Everything about the person of this ID number. Raises OutsideFault when nothing is known of them at all."""
        person = person_of(self._vault, id_number)
        if (said := await self._cached(person)) is not None:
            return await self._found(person, said, keep=keep)
        task = self._asked.get(person)
        if task is None:
            task = asyncio.create_task(self._ask(id_number, person))
            self._asked[person] = task
            task.add_done_callback(lambda done: self._done(person, done))
        await asyncio.wait({task}, timeout=self._patience)
        fault: OutsideFault | None = None
        if task.done() and not task.cancelled():
            try:
                said = task.result()
            except OutsideFault as found:
                fault = found
            else:
                return await self._found(person, said, keep=keep)
        async with self._database.read() as connection:
            before = await last_known.find(connection, self._vault, person)
        if before is not None:
            return Finding(before.of, before.at, stale=True)
        raise fault or OutsideFault("the register has not answered yet, and nothing is known from before")

    async def close(self) -> None:
        """Lets go of what is still being asked, and closes the connections."""
        for task in (asked := list(self._asked.values())):
            task.cancel()
        await asyncio.gather(*asked, return_exceptions=True)
        await super().close()

    async def _found(self, person: bytes, said: Said, *, keep: bool) -> Finding:
        if keep:
            try:
                async with self._database.write() as connection:
                    await last_known.put(connection, self._vault, person, said)
            except Collision as fault:
                raise OutsideFault("what the register said could not be kept") from fault
        return Finding(said.of, said.at)

    async def _ask(self, id_number: str, person: bytes) -> Said:
        """Asks the register, and keeps what it says."""
        async with self._places:
            self._breaker.check()
            at = self._clock()
            try:
                said = Said(await self._register.find(id_number), at)
            except NotReadable as fault:  # it is there; a rest would not make it any better for anybody else
                self._breaker.passed()
                _log.warning("register.not_readable", fault=str(fault))
                raise
            except OutsideFault as fault:
                self._breaker.failed()
                _log.warning("register.down", fault=str(fault))
                raise
            self._breaker.passed()
        if self._seconds:
            sealed = last_known.seal(self._vault, person, said, _ROW)
            await self._quick.keep(_key(person), sealed, self._seconds)
        return said

    async def _cached(self, person: bytes) -> Said | None:
        sealed = await self._quick.kept(_key(person)) if self._seconds else None
        if sealed is None:
            return None
        try:
            return last_known.unseal(self._vault, person, sealed, _ROW)
        except SealBroken:
            return None

    def _done(self, person: bytes, task: asyncio.Task[Said]) -> None:
        self._asked.pop(person, None)
        if not task.cancelled():
            task.exception()  # who asked may have left; it is said in the log already


def _key(person: bytes) -> str:
    return f"register:{person.hex()}"

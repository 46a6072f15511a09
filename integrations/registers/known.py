"""A register as it is asked: what it says, and as of when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from integrations.registers.contract import Finding, Register


class Known:
    """Asks a register."""

    def __init__(self, register: Register, clock: Callable[[], datetime]) -> None:
        self._register = register
        self._clock = clock

    async def find(self, id_number: str) -> Finding:
        """Everything about the person of this ID number. Raises OutsideFault when nothing is known of them at all."""
        return Finding(await self._register.find(id_number), self._clock())

    async def close(self) -> None:
        """Closes the connections."""
        await self._register.close()

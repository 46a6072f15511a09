"""The contract of a register of benefits (救助待遇), whatever keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from flows.benefits.records import Registered
from flows.errors import OutsideFault


class NotReadable(OutsideFault):
    """A register answered, and what it answered cannot be understood. The sentence names the field, never its value."""

    def __init__(self, what: str) -> None:
        super().__init__(f"the register's answer cannot be understood: {what}")


class Register(Protocol):
    """Somewhere that knows who has applied for what, and what is paid."""

    async def find(self, id_number: str) -> Registered | None:
        """Everything about the person of this ID number (18 characters); None where it has nobody of it.

        Raises OutsideFault when it does not answer, NotReadable when it answers what cannot be understood.
        """

    async def close(self) -> None:
        """Closes the connections."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, and as of when. ``stale``: the register does not answer, and this is the last that is known."""

    of: Registered | None
    as_of: datetime
    stale: bool = False

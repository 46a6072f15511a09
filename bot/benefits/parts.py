"""What every piece about benefits works with, and the look-ups of all of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.clock import Clock
from bot.filing import Filing
from bot.numbers import Numbers
from bot.speech import Speech
from flows.place import Place
from flows.world import World
from integrations.privacy import Vault
from integrations.registers.known import Known
from integrations.sms import Sms
from integrations.store.database import Database

LOOKUPS: tuple[str, ...] = (
    *("proofs_here", "identity_asked", "identity_shown"),
    *("my_benefits", "ways_of_benefit", "answer_of_benefit"),
    "to_certify",
    "news_here",
)
"""The look-ups of all pieces."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What every piece works with. ``random`` makes ids and codes; ``language`` is that of who is not in a
    conversation."""

    database: Database
    vault: Vault
    numbers: Numbers
    random: Callable[[int], bytes]
    clock: Clock
    world: Callable[[], Awaitable[World]]
    register: Known
    filing: Filing
    sms: Sms | None
    language: str
    place: Place
    speech: Speech

    def id(self) -> str:
        """A new id of 24 characters."""
        return self.random(12).hex()

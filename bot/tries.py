"""Wrong tries at something that opens what is somebody's own; who makes too many is stopped for an hour."""

from __future__ import annotations

from collections.abc import Mapping

from integrations.privacy import Vault
from integrations.quick import Quick

WITHIN_SECONDS = 3600
MOST_WRONG = 5
"""Of one conversation."""
MOST_WRONG_TOGETHER = 300
"""Of everybody, at codes that lead on by themselves: forty bits do the rest."""


class WrongTries:
    """Counts them under names off which nothing that was tried can be read."""

    def __init__(self, quick: Quick, vault: Vault, name: str) -> None:
        self._quick = quick
        self._vault = vault
        self._name = name

    def of(self, what: str, *values: str) -> str:
        """The name of a count, such as that of all tries of one conversation."""
        digest = self._vault.index(self._name, "\x1f".join(values))
        return f"{self._name}:{what}:{digest.hex()[:32]}"

    def at_codes(self, conversation: str) -> dict[str, int]:
        """How many wrong codes are too many: of one conversation, and of all together."""
        return {self.of("conversation", conversation): MOST_WRONG, self.of("all"): MOST_WRONG_TOGETHER}

    async def are_too_many(self, most: Mapping[str, int]) -> bool:
        """Whether one of these counts has come to its most."""
        return any([await self._quick.counted(each) >= limit for each, limit in most.items()])

    async def add(self, counts: Mapping[str, int], *tried: str) -> None:
        """Counts a wrong try, once however often it is made: a look-up runs again whenever its step is asked."""
        if await self._quick.count(self.of("tried", *tried), WITHIN_SECONDS) == 1:
            for each in counts:
                await self._quick.count(each, WITHIN_SECONDS)

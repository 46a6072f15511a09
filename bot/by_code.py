"""An invitation found by its code. A code that never was, is used, over or another's: one sentence for all.

Whoever tries codes is stopped after a few wrong ones, in one conversation and all together; forty bits do the rest.
"""

from __future__ import annotations

from bot.clock import Clock
from flows.words import Words
from integrations.privacy import Vault
from integrations.quick import Quick
from integrations.store import invitations
from integrations.store.database import Database
from integrations.store.invitations import Invitation

MOST_WRONG = 5
MOST_WRONG_TOGETHER = 300
WITHIN_SECONDS = 3600


class ByCode:
    """Finds invitations by code."""

    def __init__(self, database: Database, vault: Vault, quick: Quick, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._quick = quick
        self._clock = clock

    async def find(self, code: str, conversation: str) -> Invitation | Words:
        """The open invitation, or the sentence that says why there is none."""
        own, all_ = self._count("conversation", conversation), "by-code:all"
        wrong = await self._quick.counted(own), await self._quick.counted(all_)
        if wrong[0] >= MOST_WRONG or wrong[1] >= MOST_WRONG_TOGETHER:
            return Words("invitation-too_often")
        async with self._database.read() as connection:
            found = await invitations.find(connection, self._vault, code, conversation, self._clock())
        if found is not None:
            return found
        pair = self._count("pair", "\x1f".join((conversation, code)))
        if await self._quick.count(pair, WITHIN_SECONDS) == 1:  # a look-up is made again whenever its step is asked
            await self._quick.count(own, WITHIN_SECONDS)
            await self._quick.count(all_, WITHIN_SECONDS)
        return Words("invitation-over")

    def _count(self, what: str, value: str) -> str:
        """The name of a count; no code can be read off it."""
        return f"by-code:{what}:{self._vault.index('by-code', value).hex()[:32]}"

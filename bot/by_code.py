"""An invitation found by its code. A code that never was, is used, over or another's: one sentence for all.

Whoever tries codes is stopped after a few wrong ones, in one conversation and all together; forty bits do the rest.
"""

from __future__ import annotations

from bot.clock import Clock
from bot.tries import WrongTries
from flows.words import Words
from integrations.privacy import Vault
from integrations.quick import Quick
from integrations.store import invitations
from integrations.store.database import Database
from integrations.store.invitations import Invitation


class ByCode:
    """Finds invitations by code."""

    def __init__(self, database: Database, vault: Vault, quick: Quick, clock: Clock) -> None:
        self._database = database
        self._vault = vault
        self._tries = WrongTries(quick, vault, "by-code")
        self._clock = clock

    async def find(self, code: str, conversation: str) -> Invitation | Words:
        """The open invitation, or the sentence that says why there is none."""
        most = self._tries.at_codes(conversation)
        if await self._tries.are_too_many(most):
            return Words("invitation-too_often")
        async with self._database.read() as connection:
            found = await invitations.find(connection, self._vault, code, conversation, self._clock())
        if found is not None:
            return found
        await self._tries.add(most, conversation, code)
        return Words("invitation-over")

"""Who wants to be forgotten (删除): what a conversation showed of who they are goes, and nothing is told there.

The register itself is the office's; what it has of somebody stays.
"""

from __future__ import annotations

from bot.filing import Doing
from bot.pieces import Part
from integrations.store.benefits import forgetting


class Forgetting:
    """Within the turn that asks for it."""

    def part(self) -> Part:
        """What it brings."""
        return Part(forget=(self.forget,))

    async def forget(self, doing: Doing) -> None:
        """Its proofs and checks go, and its wish to be told of changes."""
        await forgetting.forget(doing.connection, doing.conversation.id)

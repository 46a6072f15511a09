"""Who wants to be forgotten (删除) is told nothing of benefits any more.

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
        """The wish of a conversation to be told of changes goes."""
        await forgetting.forget(doing.connection, doing.conversation.id)

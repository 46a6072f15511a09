"""Who wants to be forgotten (删除), and what the desk knows of somebody as a volunteer (我的信息).

What was recorded stands: others rely on it, and the ledger names nobody. Names, numbers and words go, and with them
whatever is still to come.
"""

from __future__ import annotations

from bot.filing import Doing
from bot.pieces import Part
from bot.volunteers.guardians import is_grown
from bot.volunteers.parts import Tools
from bot.volunteers.reporting import report
from bot.volunteers.taking_part import leave_everything
from bot.volunteers.telling import tell
from flows.volunteers.people import Volunteer
from flows.words import Words
from integrations.store import notices
from integrations.store.volunteers import certificates, ledger, organisations, registry, words


class Forgetting:
    """Within the turn that asks for it."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def part(self) -> Part:
        """What it brings."""
        return Part(forget=(self.forget,), informs=(self.inform,))

    async def forget(self, doing: Doing) -> None:
        """Nobody of this conversation is a volunteer, a guardian or in charge any more, and who they are is gone."""
        connection, vault, here, now = doing.connection, self._tools.vault, doing.conversation.id, doing.world.now
        for minor in await registry.guarded_by(connection, vault, here):
            if minor.conversation != here:
                await self._without_guardian(minor, doing)
        for number in await registry.numbers_of(connection, here):
            volunteer = await registry.by_number(connection, vault, number)
            if volunteer is None:
                continue
            await leave_everything(self._tools, connection, number, now)
            if volunteer.state == "registered":
                await report(connection, self._tools, "left", number, now, volunteer.revision)
            await registry.forget(connection, vault, number, self._tools.random, now)
            await words.forget(connection, number)
            await ledger.forget_words(connection, vault, number, now)
            await certificates.forget(connection, vault, number)
        await notices.forget(connection, here, "volunteer", now)  # a reason may stand in them
        for organiser in await organisations.of_conversation(connection, vault, here):
            await organisations.remove(connection, vault, organiser.id, now)

    async def inform(self, doing: Doing) -> list[Words]:
        """What is known of this conversation's volunteers, a line each."""
        found = await registry.of_conversation(doing.connection, self._tools.vault, doing.conversation.id)
        return [Words("volunteer-known_here", {"number": each.number}) for each in found]

    async def _without_guardian(self, minor: Volunteer, doing: Doing) -> None:
        connection, vault, now = doing.connection, self._tools.vault, doing.world.now
        await registry.settle_guardian(connection, minor.number, registry.AGREED, registry.REVOKED, now)
        if is_grown(minor, doing.world):  # decides alone by now
            await registry.change(connection, vault, minor, now, guardian=None, relation=None)
            return
        await leave_everything(self._tools, connection, minor.number, now)
        await registry.change(connection, vault, minor, now, state="left", calls=False, guardian=None, relation=None)
        told = Words("volunteer-guardian_took_back")
        await tell(connection, vault, minor.number, minor.conversation, f"taken back {minor.revision}", told, now)
        await report(connection, self._tools, "left", minor.number, now, minor.revision)

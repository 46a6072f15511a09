"""What the robots of the staff's groups (群机器人) are told: what calls for somebody, as a short text with the way to
the desk. Number, service and urgency, nothing personal.

A robot hears nothing and can change nothing that it has said: what becomes of a case stands at the desk. Who tells
these things, and when, is ``posting.py``.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk_clocks import words_of
from bot.filing import DANGER
from bot.speech import Speech
from flows.desk.clocks import Clock
from flows.desk.rights import Level
from flows.dialogue import derive_id
from flows.discretion import title
from flows.words import Words, yes
from flows.world import World
from integrations.privacy import Vault
from integrations.store import chats, outgoing, staff
from integrations.store.cases import CLOSED, Case
from integrations.store.chats import COUNTY, WECOM, Chat
from integrations.store.due_work import Work

FIRST = 0
"""The step of an alert at which those are called to whom it comes."""


class Robots:
    """Writes down what robots are to say, in the transaction of the due work that tells it. Where no group has a robot,
    nothing is written."""

    def __init__(self, *, vault: Vault, speech: Speech, language: str, public_url: str | None) -> None:
        self._vault = vault
        self._speech = speech
        self._language = language
        self._public_url = public_url

    async def comes(self, connection: AsyncConnection, case: Case, work: Work, world: World) -> None:
        """A case has come to a group, new or passed on, and nobody has it yet."""
        if case.state == CLOSED or case.holder is not None:
            return
        is_danger = case.service == DANGER
        words = Words("wecom-danger" if is_danger else "staff_bot-waiting")
        for chat in await self._of(connection, case.level, case.township):
            await self._tell(connection, chat, case, words, work, world, urgent=is_danger)

    async def overdue(
        self, connection: AsyncConnection, case: Case, level: Level, clock: Clock, work: Work, world: World
    ) -> None:
        """A clock of a case is over: the group of this level is told."""
        for chat in await self._of(connection, level, case.township):
            await self._tell(connection, chat, case, words_of(clock, world, staff=True), work, world)

    async def danger(self, connection: AsyncConnection, case: Case, work: Work, world: World) -> None:
        """Danger calls for somebody still: its group is told, and those of the levels that are called. At the first
        step its own group has heard of it as it came."""
        step = work.payload["step"]
        own = await self._of(connection, case.level, case.township)
        to = {} if step == FIRST else {chat.id: chat for chat in own}
        for name in work.payload["staff"]:
            clerk = None if name is None else await staff.active(connection, name)
            called = [] if clerk is None else await self._of(connection, clerk.level, case.township)
            to |= {chat.id: chat for chat in called if step != FIRST or chat not in own}
        words = Words("wecom-danger" if step == FIRST else "wecom-danger_still")
        for chat in to.values():
            await self._tell(connection, chat, case, words, work, world, urgent=True)

    async def say(
        self,
        connection: AsyncConnection,
        chat: Chat,
        key: str,
        lines: Sequence[Words],
        number: str | None,
        world: World,
        *,
        urgent: bool = False,
    ) -> None:
        """A robot is to say this, with the way to the case, or to the desk."""
        said = [self._speech.render(line, self._language) for line in lines]
        if self._public_url is not None:
            said.append(f"{self._public_url}desk" if number is None else f"{self._public_url}desk/cases/{number}")
        what = {"do": "send", "text": "\n".join(said), "rows": [], "group": True}
        await outgoing.put(
            connection, self._vault, bot=WECOM, chat=chat.id, key=key, what=what, now=world.now, urgent=urgent
        )

    async def _tell(
        self,
        connection: AsyncConnection,
        chat: Chat,
        case: Case,
        words: Words,
        work: Work,
        world: World,
        *,
        urgent: bool = False,
    ) -> None:
        about = {"number": case.number, "service": title(case.service), "urgent": yes(case.urgent)}
        key = f"robot:{case.number}:{derive_id(work.id)[:16]}:{chat.id}"
        lines = [Words("staff_bot-case", about), words]
        await self.say(connection, chat, key, lines, case.number, world, urgent=urgent)

    async def _of(self, connection: AsyncConnection, level: Level, township: str | None) -> Sequence[Chat]:
        return await groups_of(connection, self._vault, WECOM, level, township)


async def groups_of(
    connection: AsyncConnection, vault: Vault, bot: str, level: Level, township: str | None
) -> Sequence[Chat]:
    """The groups of a bot in which a case stands: of its township, where that has one; else of the county."""
    if level is not Level.COUNTY and township is not None:
        own = await chats.of_group(connection, vault, township, bot)
        if own:
            return own
    return await chats.of_group(connection, vault, COUNTY, bot)

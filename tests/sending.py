"""A bot's account, its chats, and one who sends there what is put: the sender in tests, without a bot around it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from bot.app import App
from bot.channels.outbox import rows_to_plain
from bot.channels.pace import Limits, Pace
from bot.channels.sender import Rows, Sender
from bot.telegram.residents_api import AiogramApi, open_bot
from integrations.quick import OUTGOING
from integrations.store import chats, outgoing, tables
from integrations.store.chats import RESIDENTS, Address, Chat
from integrations.store.outgoing import Lease
from tests.bot_api import BotApi
from tests.bot_api_people import PrivateSeat
from tests.bot_api_records import BotAccount
from tests.records import until
from tests.talk import HandClock
from tests.telegram import LIMITS


@dataclass
class Post:
    """A bot's account, its chats, and what is put there to be sent."""

    app: App
    api: BotApi
    account: BotAccount
    blocked: list[Chat] = field(default_factory=list)
    _of: dict[int, str] = field(default_factory=dict)

    async def seat(self, name: str) -> PrivateSeat:
        """Somebody who has written to the bot."""
        seat = self.api.person(name).chat_with(self.account)
        seat.starts()
        await self.meet(seat)
        return seat

    async def meet(self, seat: PrivateSeat) -> None:
        """Something comes from somebody."""
        async with self.app.database.write() as connection:
            address = Address(seat.user.id)
            chat = await chats.meet(
                connection, self.app.vault, RESIDENTS, address, f"c{address.chat}", self.app.clock()
            )
        self._of[seat.user.id] = chat.id

    async def put(self, seat: PrivateSeat, *texts: str, rows: Rows = ()) -> None:
        """Texts are to be sent."""
        await self.put_what(seat, *({"do": "send", "text": text, "rows": rows_to_plain(rows)} for text in texts))

    async def put_what(self, seat: PrivateSeat, *several: dict[str, Any]) -> None:
        """Something is to be done in a chat."""
        async with self.app.database.write() as connection:
            for what in several:
                where: dict[str, Any] = {
                    "bot": RESIDENTS,
                    "chat": self._of[seat.user.id],
                    "key": f"{seat.user.id}:{what}",
                }
                await outgoing.put(connection, self.app.vault, **where, what=what, now=self.app.clock())
        await self.wake()

    async def wake(self, after: str | None = None) -> None:
        """The sender looks again, perhaps some time later."""
        if after is not None:
            assert isinstance(self.app.clock, HandClock)
            self.app.clock.move(after)
        await self.app.quick.wake(OUTGOING)

    async def rows(self) -> list[tuple[str, int]]:
        """State and attempts of everything that was put, in order."""
        table = tables.outgoing
        async with self.app.database.read() as connection:
            found = await connection.execute(select(table.c.state, table.c.attempts).order_by(table.c.position))
            return [(row.state, row.attempts) for row in found]

    async def until_tried(self, attempts: int = 1) -> None:
        """Waits until the first of all has failed so often."""

        async def tried() -> bool:
            return (await self.rows())[0][1] == attempts

        await until(tried)

    async def lease(self, holder: str = "one") -> Lease | None:
        """The lease, if this holder gets it."""
        async with self.app.database.write() as connection:
            return await outgoing.take_lease(connection, RESIDENTS, holder, self.app.clock())

    @asynccontextmanager
    async def api_of(self) -> AsyncIterator[AiogramApi]:
        """The Bot API with the bot's token."""
        bot = open_bot(self.account.token, self.api.url)
        try:
            yield AiogramApi(bot)
        finally:
            await bot.session.close()

    def sender(self, api: AiogramApi, limits: Limits = LIMITS) -> Sender:
        """One who sends for the bot."""

        async def on_blocked(chat: Chat) -> None:
            self.blocked.append(chat)

        app, pace = self.app, Pace(limits, time.monotonic)
        shared: dict[str, Any] = {"database": app.database, "vault": app.vault, "quick": app.quick, "clock": app.clock}
        return Sender(bot=RESIDENTS, api=api, pace=pace, on_blocked=on_blocked, **shared)

    @asynccontextmanager
    async def sending(self, limits: Limits = LIMITS, holder: str = "one") -> AsyncIterator[Sender]:
        """A sender at work."""
        lease = await self.lease(holder)
        assert lease is not None
        async with self.api_of() as api:
            sender = self.sender(api, limits)
            async with at_work(sender.run(lease)):
                yield sender


@asynccontextmanager
async def at_work(loop: Awaitable[None]) -> AsyncIterator[None]:
    """A loop runs meanwhile."""
    task = asyncio.ensure_future(loop)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

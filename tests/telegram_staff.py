"""Clerks on Telegram in tests: the whole desk, the staff's bot, and the tests' own Bot API over real HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import select

from bot.app import App
from bot.telegram.staff import StaffBot
from flows.desk.rights import Clerk, Level
from integrations.quick import OUTGOING
from integrations.store import chats
from integrations.store.chats import STAFF, Chat
from integrations.store.outgoing import WAITING
from integrations.store.passes import Purpose
from integrations.store.tables import outgoing
from tests.bot_api import BotApi
from tests.bot_api_people import Person, PrivateSeat, Seat
from tests.bot_api_records import BotAccount, Message, Query
from tests.desk import entries
from tests.records import until
from tests.staff import belongs
from tests.staffing import with_clerk
from tests.talk import MAN, HandClock, Talk, work_off
from tests.telegram import LIMITS, all_sent

PAGE = "https://desk.example.cn/"
"""Where the desk is for these tests; nothing is there."""
STAFFED = {"public_url": PAGE, "telegram_staff_token": "made-up"}
"""The settings of a desk with a bot for its staff."""
SECRET_WORDS = "他喝了酒又要来了"
PRIVATE = ("张三", MAN, SECRET_WORDS)
"""What residents say in these tests."""


@dataclass
class Rig:
    """A desk whose staff's bot runs. ``stop`` and ``start`` are a restart of its process."""

    app: App
    api: BotApi
    account: BotAccount
    _bot: StaffBot | None = None
    _task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._bot = StaffBot(self.app, self.account.token, api=self.api.url, secret=None, limits=LIMITS)
        self._task = asyncio.create_task(self._bot.run())

    async def stop(self) -> None:
        assert self._bot is not None
        assert self._task is not None
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        await self._bot.close()

    @property
    def bot(self) -> StaffBot:
        """The one that runs."""
        assert self._bot is not None
        return self._bot

    async def settled(self) -> None:
        """Everything that came in was taken, the work that follows is done, and everything is sent."""
        await self.api.eventually(lambda: not self.account.updates)
        await work_off(self.app)
        await all_sent(self.app, STAFF)

    async def sent_later(self) -> None:
        """Telegram has asked to wait, and that time is over."""
        await until(self._is_postponed)
        assert isinstance(self.app.clock, HandClock)
        self.app.clock.move("1m")
        await self.app.quick.wake(OUTGOING)
        await self.settled()

    async def _is_postponed(self) -> bool:
        async with self.app.database.read() as connection:
            later = (outgoing.c.state == WAITING, outgoing.c.attempts > 0)
            return (await connection.execute(select(outgoing.c.key).where(*later))).first() is not None

    async def clerk(self, who: Clerk) -> PrivateSeat:
        """A clerk who has linked a chat with the bot."""
        seat = self.api.person(who.name).chat_with(self.account)
        seat.starts(await self.code("account", who.name))
        await self.settled()
        assert seat.texts, "not linked"
        return seat

    async def group(self, of: str, by: PrivateSeat) -> Seat:
        """A clerk's seat in a group that they have made that of a township, or of the county."""
        owner = Person(by.methods, by.user)
        group = self.api.group(of, owner)
        group.adds(self.account)
        await self.says(group.seat(owner), f"/group {await self.code('group', of)}")
        return group.seat(owner)

    def in_group(self, group: Seat, who: PrivateSeat) -> Seat:
        """Somebody else's seat in it."""
        return Seat(group.methods, group.chat, who.user)

    async def code(self, purpose: Purpose, subject: str) -> str:
        """A code as the desk makes them."""
        async with self.app.database.write() as connection:
            return await self.app.passes.code(connection, purpose, subject, self.app.clock())

    async def says(self, seat: Seat, text: str, reply_to: Message | None = None) -> None:
        """Somebody writes, and what follows is done."""
        seat.says(text, reply_to=reply_to)
        await self.settled()

    async def taps(self, seat: Seat, button: str, message: Message | None = None) -> Query:
        """Somebody taps, and what follows is done."""
        query = seat.taps(button, message)
        await self.settled()
        return query

    async def chat(self, user: int) -> Chat | None:
        """A chat as the desk knows it."""
        async with self.app.database.read() as connection:
            return await chats.at(connection, self.app.vault, STAFF, user)

    def said(self) -> str:
        """Everything the bot ever said or showed, in one."""
        calls = [call for call in self.api.seen_calls if call.bot is self.account and call.method != "getUpdates"]
        return "\n".join(str(call.parameters) for call in calls)


@asynccontextmanager
async def rigged(app: App, api: BotApi) -> AsyncIterator[Rig]:
    """The staff's bot, running."""
    rig = Rig(app, api, api.bot("desk_staff_bot"))
    rig.start()
    try:
        yield rig
    finally:
        await rig.stop()


async def asked(app: App, of: str = "c0", township: str | None = "luyang") -> str:
    """A resident who told who they are asks for a person; the number of the ticket, which is of a township."""
    talk = Talk(app, of)
    await talk.all("结婚登记", "同意", "1", "张三", MAN, "转人工")
    number = talk.last.replies[-1].receipt if talk.last is not None else None
    assert number is not None
    if township is not None:
        await belongs(app, number, Level.TOWNSHIP, township)
    return number


async def zhen(app: App, name: str = "zhen") -> Clerk:
    """A clerk of the township."""
    return await with_clerk(app, name, Level.TOWNSHIP, "luyang")


async def recorded(app: App, what: str) -> list[tuple[str, str]]:
    """Who did this to what, by the audit log."""
    return [(who, subject) for who, did, subject in await entries(app) if did == what]

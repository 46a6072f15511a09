"""The residents' Official Account: what it is told comes as requests, what it says goes with the answer, or later."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import time
from collections.abc import Awaitable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any

from bot.app import App
from bot.channels.capabilities import WECHAT as CAN
from bot.channels.chatting import Chatting
from bot.channels.pace import WECHAT_LIMITS, Limits, Pace
from bot.channels.running import Running
from bot.channels.sender import Sender
from bot.clock import Clock, real_clock
from bot.wechat.answering import Answer, Answering
from bot.wechat.hearing import Hearing
from bot.wechat.sending import Nudging, WeChatSending
from flows.words import from_plain
from integrations.store.chats import WECHAT
from integrations.store.due_work import Work
from integrations.store.outgoing import Lease
from integrations.wechat import envelope
from integrations.wechat.api import WeChatApi
from integrations.wechat.envelope import Opened, Query, Secrets
from integrations.wechat.faults import NotWechat, Why
from integrations.wechat.messages import Message, read_message, text_answer

NONCE_SECONDS = 2 * envelope.FRESH_MINUTES * envelope.MINUTE_SECONDS
BEFORE_SECONDS = 15
"""So long the platform brings a message again."""
MOST_ATTEMPTS = 3
"""The platform brings a message three times in all."""
GRACE_SECONDS = 5.0
SUCCESS = "success"
"""What stops the platform from asking again, and says nothing."""


@dataclass(frozen=True, slots=True)
class Account:
    """The account at the platform. ``name``: its own id (原始ID), where only messages to it are taken; ``template``:
    of subscribed messages (订阅通知), with what its keywords hold."""

    secrets: Secrets
    secret: str
    url: str
    name: str | None = None
    template: str | None = None
    fields: Mapping[str, str] | None = None

    def api(self, app: App, wall: Clock) -> WeChatApi:
        """Its calls; the token goes by the real time, whatever clock a demonstration has."""
        return WeChatApi(
            app_id=self.secrets.appid,
            secret=self.secret,
            url=self.url,
            database=app.database,
            vault=app.vault,
            clock=wall,
        )


class WeChatBot:
    """Runs in any number of processes: each answers, one of them at a time sends. ``wall`` is the real time, which the
    platform's signatures are made of whatever clock a demonstration has."""

    name = WECHAT

    def __init__(self, app: App, account: Account, limits: Limits = WECHAT_LIMITS, wall: Clock = real_clock) -> None:
        self._app = app
        self._account = account
        self._wall = wall
        self._started = int(wall().timestamp())
        self._beside: set[asyncio.Task[Any]] = set()

        def seconds(theirs: float) -> float:
            return theirs * limits.second

        chatting = Chatting(app, WECHAT, CAN)
        self.api = account.api(app, wall)
        self._hearing = Hearing(chatting, self.api, seconds)
        self._answering = Answering(chatting, self._hearing, self._keep, seconds)
        nudging = Nudging(chatting, self.api, account.template, account.fields or {})
        self._sender = Sender(
            bot=WECHAT,
            api=WeChatSending(self.api),
            pace=Pace(limits, time.monotonic),
            database=app.database,
            vault=app.vault,
            quick=app.quick,
            clock=app.clock,
            on_blocked=chatting.left,
            on_held=nudging.held,
        )
        self._running = Running(bot=WECHAT, database=app.database, loops=self._loops)

    async def run(self) -> None:
        """Sends whenever this process is the one to do so, until cancelled."""
        await self._running.run()

    def echo(self, query: Query) -> str:
        """What the platform wants to hear when the address is set. Raises NotWechat."""
        return envelope.echo(self._account.secrets, query, self._now())

    async def answer(self, query: Query, body: bytes) -> tuple[str, Answer]:
        """The body of the answer to a request, and what is to be noted once it is written out (``was_written``).

        Raises NotWechat, and OutsideFault where it is to come again.
        """
        opened = envelope.open_message(self._account.secrets, query, body, self._now())
        message = read_message(opened.xml, self._account.name)
        await self._check_replay(query, message)
        answer = await self._answering.answer(message, opened.xml, int(dict(query)["timestamp"]))
        return self._closed(opened, message, answer), answer

    async def was_written(self, answer: Answer) -> None:
        """The answer was written out."""
        await self._answering.was_written(answer)

    async def again(self, work: Work) -> None:
        """A message that met a fault of ours, once more. Raises whatever is wrong still."""
        heard = self._answering.heard(read_message(work.payload["xml"]), work.payload["xml"])
        if heard is not None:
            await self._hearing.again(heard, from_plain(work.payload["since"]))

    async def close(self) -> None:
        """Waits a little for what still goes on beside, gives it up, and closes the connections."""
        if self._beside:
            await asyncio.wait(tuple(self._beside), timeout=GRACE_SECONDS)
        for task in tuple(self._beside):
            task.cancel()
        await asyncio.gather(*self._beside, return_exceptions=True)
        await self.api.close()

    def _loops(self, lease: Lease) -> list[Awaitable[None]]:
        return [self._sender.run(lease)]

    def _keep(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
        return task

    async def _check_replay(self, query: Query, message: Message) -> None:
        """A signed address is good for one message, and for as often as the platform brings it: in plain mode the
        signature says nothing of what is brought. What was signed before this process began, and it knows nothing of,
        is good no more. Raises NotWechat."""
        given = dict(query)
        if int(given["timestamp"]) < self._started - BEFORE_SECONDS:
            raise NotWechat(Why.STALE)
        signed, brought = _digest(given["timestamp"], given["nonce"]), _digest(message.sender, message.key)
        first = await self._app.quick.first(f"nonce:{signed}", brought, NONCE_SECONDS)
        attempts = await self._app.quick.count(f"attempt:{signed}", NONCE_SECONDS)
        if first != brought or attempts > MOST_ATTEMPTS:
            raise NotWechat(Why.REPLAYED)

    def _closed(self, opened: Opened, message: Message, answer: Answer) -> str:
        if answer.text is None:
            return SUCCESS
        now = self._now()
        said = text_answer(message.sender, message.account, now, answer.text)
        return envelope.close_answer(opened, said, now, secrets.token_hex(8), secrets.token_bytes(16))

    def _now(self) -> int:
        return int(self._wall().timestamp())


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()

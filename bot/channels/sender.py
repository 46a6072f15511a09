"""The one who sends what a bot says: in order within a chat, within the platform's limits, each message once.

A message that was under way when a process was killed, or whose answer got lost, may have been taken. Sending it again
would say it twice, leaving it would lose it: so it is looked for first. Message ids grow, and only a message of ours
that says the same can be edited into itself; where one of the next ids can, it was taken. Where nothing can be edited
(``finds`` is False) it is sent again: better twice than never.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any, Protocol

import structlog
from prometheus_client import Counter
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.channels.pace import Pace
from bot.channels.rendering import Button
from bot.clock import Clock
from flows.errors import OutsideFault
from integrations.privacy import Vault
from integrations.quick import OUTGOING, Quick
from integrations.store import chats, outgoing
from integrations.store.chats import Address, Chat
from integrations.store.database import Collision, Database
from integrations.store.outgoing import SENDING, VOID, WAITING, Lease, NotOurs, Row

BATCH = 50
IDLE_SECONDS = 1.0
LOOKED_BEYOND, MOST_LOOKED_AT = 16, 300
"""How many message ids are looked at for one that may have been taken: so many beyond the last that is known, and so
many at all."""
LOOKING = "looking"
"""Looking counts for the bot as a whole, and for no chat."""
FIRST_WAIT, LONGEST_WAIT = 1.0, 300.0
MOST_BROKEN = 10

Rows = tuple[tuple[Button, ...], ...]

_log = structlog.get_logger()
_sent = Counter("yizheng_outgoing_total", "What bots sent, by bot and result", ["bot", "result"])


class Throttled(OutsideFault):
    """Too many messages, or none from us just now; ``retry_after`` says when to go on. It was not taken."""


class Blocked(OutsideFault):
    """The person takes no messages of this bot, or is not there any more."""


class Rejected(OutsideFault):
    """The platform takes it neither now nor later."""


class NotNow(OutsideFault):
    """The platform takes it only after the person writes again."""


class NoSuchMessage(OutsideFault):
    """There is no message of ours with this id in the chat."""


class Api(Protocol):
    """What a platform offers, in the words of this desk. Everything raises OutsideFault where it cannot be known
    whether it was taken, and its kinds above where it can.

    ``finds``: a message has an id, and can be edited.
    """

    finds: bool

    async def send(self, to: Address, text: str, rows: Rows) -> int | None:
        """Sends a message; its id, if it has one."""

    async def edit(self, to: Address, message: int, text: str | None, rows: Rows) -> None:
        """Makes a message of ours say this, or (``text`` None) have these buttons; one that does already is fine.
        Raises NoSuchMessage."""

    async def delete(self, to: Address, messages: list[int]) -> None:
        """Deletes messages; those that are gone already are fine."""


class OnlySends:
    """An ``Api`` of a platform where what was said stays: it has no id."""

    finds = False

    async def edit(self, to: Address, message: int, text: str | None, rows: Rows) -> None:
        """Raises Rejected."""
        raise Rejected("nothing can be edited there")

    async def delete(self, to: Address, messages: list[int]) -> None:
        """Raises Rejected."""
        raise Rejected("nothing can be deleted there")


class Sender:
    """Sends for one bot, while this process has its lease. ``unsaid``: what becomes of what waits for a chat that takes
    no messages; as DEAD it is counted among what was given up."""

    def __init__(
        self,
        *,
        bot: str,
        api: Api,
        pace: Pace,
        database: Database,
        vault: Vault,
        quick: Quick,
        clock: Clock,
        on_blocked: Callable[[Chat], Awaitable[None]],
        on_held: Callable[[Chat], Awaitable[None]] | None = None,
        unsaid: str = VOID,
    ) -> None:
        self._bot = bot
        self._api = api
        self._pace = pace
        self._database = database
        self._vault = vault
        self._quick = quick
        self._clock = clock
        self._on_blocked = on_blocked
        self._on_held = on_held
        self._unsaid = unsaid
        self._seen = 0

    def saw(self, message: int) -> None:
        """A message with this id is known: those to come have higher ones."""
        self._seen = max(self._seen, message)

    async def run(self, lease: Lease) -> None:
        """Sends until cancelled; what is under way then is waited for."""
        under_way: dict[str, asyncio.Task[None]] = {}
        async with self._quick.listening(OUTGOING) as woken:
            try:
                while True:
                    woken.clear()
                    wait = await self._start_what_is_due(lease, under_way, woken)
                    try:
                        async with asyncio.timeout(wait):
                            await woken.wait()
                    except TimeoutError:
                        continue
            finally:
                await asyncio.gather(*under_way.values(), return_exceptions=True)

    async def _start_what_is_due(
        self, lease: Lease, under_way: dict[str, asyncio.Task[None]], woken: asyncio.Event
    ) -> float:
        """Begins to send the next of each chat that may be sent to now; how long there is nothing more to do."""
        wait = IDLE_SECONDS
        try:
            async with self._database.read() as connection:
                rows = await outgoing.next_of_each_chat(
                    connection, self._vault, self._bot, self._clock(), BATCH, but=tuple(under_way)
                )
        except (OutsideFault, Collision) as fault:
            _log.warning("sender.waiting", fault=str(fault))
            return wait

        def done(chat: str) -> None:
            self._pace.ended(chat)
            under_way.pop(chat, None)
            woken.set()

        for row in rows:
            delay = self._pace.delay(row.chat, group=bool(row.what.get("group")))
            if delay > 0:
                wait = min(wait, delay)
                continue
            self._pace.took(row.chat)
            task = asyncio.create_task(self._one(lease, row))
            under_way[row.chat] = task
            task.add_done_callback(lambda _, chat=row.chat: done(chat))  # type: ignore[misc]
        return wait

    async def _one(self, lease: Lease, row: Row) -> None:
        try:
            result = await self._try(lease, row)
        except NotOurs:
            result = "lost"
        except (OutsideFault, Collision) as fault:  # the store: the row is as it was, and is found again
            _log.warning("sender.unmarked", bot=self._bot, fault=str(fault))
            result = "unmarked"
        except Exception as fault:
            _log.exception("sender.fault", bot=self._bot)
            result = await self._broken(lease, row, type(fault).__name__)
        _sent.labels(self._bot, result).inc()

    async def _try(self, lease: Lease, row: Row) -> str:
        async with self._database.read() as connection:
            chat = await chats.by_id(connection, self._vault, row.chat)
        if chat is None or chat.is_blocked:
            async with self._database.write() as connection:
                await outgoing.void(connection, row.chat, self._clock(), self._unsaid)
            return self._unsaid
        is_new = row.what["do"] == "send"
        try:
            looks = is_new and row.state == SENDING and self._api.finds
            message = await self._look_for(row, chat) if looks else None
            if message is None and is_new:
                await self._begin(lease, row, chat)
        except (NotOurs, Collision):
            raise
        except OutsideFault as fault:  # nothing was sent now; whether it was before is known no better
            wait = getattr(fault, "retry_after", None) or self._wait(row)
            return await self._later(lease, row, row.state, str(fault), wait)
        try:
            if message is None:
                message = await self._carry_out(row, chat)
        except Throttled as fault:
            return await self._later(lease, row, WAITING, "throttled", fault.retry_after or self._wait(row))
        except Blocked:
            return await self._blocked(chat)
        except NotNow as fault:
            return await self._hold(lease, row, chat, str(fault))
        except (Rejected, NoSuchMessage) as fault:
            _log.warning("sender.rejected", bot=self._bot, fault=str(fault))
            async with self._database.write() as connection:
                await outgoing.give_up(connection, lease, row, str(fault), self._clock())
            return "dead"
        except OutsideFault as fault:
            return await self._later(lease, row, SENDING, str(fault), self._wait(row))
        async with self._database.write() as connection:
            await outgoing.settle(connection, lease, row, message, self._clock())
            has_buttons = message is not None and bool(row.what["rows"])
            if message is not None and has_buttons:
                await chats.asked(connection, chat.id, message, self._clock())
        if has_buttons and chat.asked is not None and chat.conversation is not None:  # clerks keep every button
            await self._put_out(chat, chat.asked)
        return "sent"

    async def _begin(self, lease: Lease, row: Row, chat: Chat) -> None:
        """Marks that it leaves now, with the last message id known. Raises NotOurs, OutsideFault."""
        async with self._database.write() as connection:
            await outgoing.begin(connection, lease, row, await self._known(connection, chat), self._clock())

    async def _known(self, connection: AsyncConnection, chat: Chat) -> int:
        """The highest message id known; groups count for themselves, private chats all together."""
        if not self._api.finds:
            return 0
        if chat.address.is_group:
            return await outgoing.last_message(connection, self._bot, chat.id)
        return max(await outgoing.last_message(connection, self._bot), self._seen)

    async def _carry_out(self, row: Row, chat: Chat) -> int | None:
        what, to = row.what, chat.address
        if what["do"] == "delete":
            await self._api.delete(to, list(what["messages"]))
            return None
        rows = rows_from_plain(what["rows"])
        if what["do"] == "edit":
            await self._api.edit(to, await self._edited(what), what["text"], rows)
            return None
        message = await self._api.send(to, what["text"], rows)
        self.saw(0 if message is None or to.is_group else message)
        return message

    async def _edited(self, what: Mapping[str, Any]) -> int:
        """The message that is edited: by its id, or as that which was put before with the key ``of``."""
        if "of" not in what:
            return int(what["message"])
        async with self._database.read() as connection:
            message = await outgoing.message_of(connection, what["of"])
        if message is None:
            raise NoSuchMessage("what is to be edited was never sent")
        return message

    async def _look_for(self, row: Row, chat: Chat) -> int | None:
        """The message, if it was taken when it was sent before: beyond the last id known then, and little further than
        the last known now. Raises OutsideFault."""
        if row.after is None:
            return None
        async with self._database.read() as connection:
            known = await outgoing.ids_in(connection, chat.id, row.after)
            highest = await self._known(connection, chat)
        last = min(max(row.after, highest) + LOOKED_BEYOND, row.after + MOST_LOOKED_AT)
        for message in range(row.after + 1, last + 1):
            if message in known:
                continue
            await asyncio.sleep(self._pace.delay(LOOKING, group=False))
            self._pace.took(LOOKING)
            try:
                await self._api.edit(chat.address, message, row.what["text"], rows_from_plain(row.what["rows"]))
            except NoSuchMessage:
                continue
            return message
        return None

    async def _put_out(self, chat: Chat, message: int) -> None:
        """Buttons of an earlier question are taken away; where that fails, a tap on them is known to be stale."""
        try:
            await self._api.edit(chat.address, message, None, ())
        except OutsideFault as fault:
            _log.debug("sender.buttons_stay", fault=str(fault))

    async def _blocked(self, chat: Chat) -> str:
        async with self._database.write() as connection:
            await chats.block(connection, chat.id, self._clock())
            await outgoing.void(connection, chat.id, self._clock(), self._unsaid)
        await self._on_blocked(chat)
        return "blocked"

    async def _hold(self, lease: Lease, row: Row, chat: Chat, fault: str) -> str:
        """Kept until the person writes again; meanwhile they are reached otherwise."""
        async with self._database.write() as connection:
            await outgoing.hold(connection, lease, row, fault, self._clock())
        if self._on_held is not None:
            await self._on_held(chat)
        return "held"

    async def _broken(self, lease: Lease, row: Row, fault: str) -> str:
        """A fault of ours: tried again some times, so that it keeps back nothing for ever."""
        if row.attempts < MOST_BROKEN:
            return await self._later(lease, row, row.state, fault, self._wait(row))
        async with self._database.write() as connection:
            await outgoing.give_up(connection, lease, row, fault, self._clock())
        return "dead"

    async def _later(self, lease: Lease, row: Row, state: str, fault: str, wait: float) -> str:
        now = self._clock()
        async with self._database.write() as connection:
            due = now + timedelta(seconds=wait)
            await outgoing.postpone(connection, lease, row, state, due, fault, now)
        return "postponed"

    def _wait(self, row: Row) -> float:
        return min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(row.attempts, 16))


def rows_from_plain(plain: list[list[list[Any]]]) -> Rows:
    """Buttons as they were put among what is to be sent."""
    return tuple(tuple(Button(*each) for each in row) for row in plain)

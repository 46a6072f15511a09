"""The staff's bot on Telegram: each township's cases in its group, and a private chat in which a clerk works.

A clerk links a chat once, by a code from the desk. Whoever else writes is told nothing, and stands in the audit log.
What is told leaves by ``outgoing``, like everything a bot says; only taps are answered at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Mapping, Sequence
from typing import Any

import structlog
from telegram import Update
from telegram.ext import (
    AIORateLimiter,
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.app import App
from bot.channels.pace import TELEGRAM_LIMITS, Limits, Pace
from bot.channels.receiving import Received, Receiver, until_it_answers
from bot.channels.running import Running
from bot.channels.sender import Sender
from bot.telegram.staff_api import StaffApi, faults
from bot.telegram.staff_chats import Context, StaffChats
from bot.telegram.staff_taps import StaffTaps
from bot.telegram.staff_updates import ALLOWED, InOrderOfChats, chat_of
from flows.errors import OutsideFault, SettingsFault
from integrations.store.chats import STAFF, Chat
from integrations.store.database import Collision
from integrations.store.outgoing import Lease

POLL_SECONDS = 30
PAUSE_SECONDS = 1.0
_log = structlog.get_logger()


class StaffBot:
    """One process's part in the bot: any may take an update, one at a time runs it."""

    name = STAFF

    def __init__(self, app: App, token: str, *, api: str, secret: str | None, limits: Limits = TELEGRAM_LIMITS) -> None:
        if secret is not None and app.settings.public_url is None:
            raise SettingsFault("YIZHENG_TELEGRAM_STAFF_SECRET needs YIZHENG_PUBLIC_URL")
        self.secret = secret
        self._app = app
        self._limits = limits
        self._faults: dict[int, BaseException] = {}
        self._opening = asyncio.Lock()
        self._is_open = False
        self._application = _built(token, api)
        self._chats = StaffChats(app, self._application.bot)
        self._handle()
        self._sender = Sender(
            bot=STAFF,
            api=StaffApi(self._application.bot, limits.second, self._chats.linking.no_thread),
            pace=Pace(limits, time.monotonic),
            database=app.database,
            vault=app.vault,
            quick=app.quick,
            clock=app.clock,
            on_blocked=_blocked,
        )
        self._receiver: Receiver[Update] = Receiver(
            bot=STAFF, fetch=self._fetch, take=self._take, pause_seconds=PAUSE_SECONDS * limits.second
        )

    def _handle(self) -> None:
        built, chats = self._application, self._chats
        own, private = filters.UpdateType.MESSAGE, filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
        built.add_handler(CallbackQueryHandler(StaffTaps(self._app, chats).tapped))
        built.add_handler(ChatMemberHandler(chats.moved, ChatMemberHandler.MY_CHAT_MEMBER))
        built.add_handler(CommandHandler("group", chats.group, own & filters.ChatType.GROUPS))
        built.add_handler(CommandHandler("start", chats.start, private))
        for name in ("queue", "mine", "today", "open", "leave"):
            built.add_handler(CommandHandler(name, chats.command, own))
        built.add_handler(MessageHandler(own & filters.StatusUpdate.MIGRATE, chats.became))
        built.add_handler(MessageHandler(private, chats.wrote))
        built.add_error_handler(self._failed)

    # --- its life ----------------------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Sends and asks for updates while this process has the lease of the bot; until cancelled."""
        await Running(
            bot=STAFF,
            database=self._app.database,
            loops=lambda lease: [self._send_all(lease), self._come_in()],
        ).run()

    async def take(self, update: Mapping[str, Any]) -> None:
        """Takes an update as the webhook gets it; raises OutsideFault where it could not be, and is to come again."""
        await self._open()
        try:
            read = Update.de_json(dict(update), self._application.bot)
        except (KeyError, TypeError, ValueError):
            _log.warning("staff_bot.unreadable")
            return
        await self._take(read)

    async def close(self) -> None:
        """Ends what the library keeps open."""
        async with self._opening:
            if self._is_open:
                self._is_open = False
                await self._application.stop()
                await self._application.shutdown()

    async def _open(self) -> None:
        async with self._opening:
            if not self._is_open:
                with faults():
                    await self._application.initialize()
                await self._application.start()
                self._is_open = True

    async def _send_all(self, lease: Lease) -> None:
        await until_it_answers(STAFF, self._open, PAUSE_SECONDS * self._limits.second)
        await self._sender.run(lease)

    async def _come_in(self) -> None:
        """Asks for updates, or has them sent."""
        await until_it_answers(STAFF, self._open, PAUSE_SECONDS * self._limits.second)
        if self.secret is None:
            await until_it_answers(STAFF, self._unhook, PAUSE_SECONDS * self._limits.second)
            await self._receiver.run()
        else:
            await until_it_answers(STAFF, self._hook, PAUSE_SECONDS * self._limits.second)
            await asyncio.Event().wait()

    async def _unhook(self) -> None:
        with faults():
            await self._application.bot.delete_webhook()

    async def _hook(self) -> None:
        with faults():
            await self._application.bot.set_webhook(
                f"{self._app.settings.public_url}telegram/staff", allowed_updates=ALLOWED, secret_token=self.secret
            )

    async def _fetch(self, offset: int | None) -> Sequence[Received[Update]]:
        with faults():
            found = await self._application.bot.get_updates(
                offset=offset, timeout=POLL_SECONDS, allowed_updates=ALLOWED
            )
            return [Received(each.update_id, chat_of(each), each) for each in found]
        return []

    async def _take(self, update: Update) -> None:
        processed: Awaitable[Any] = self._application.process_update(update)
        await self._application.update_processor.process_update(update, processed)
        fault = self._faults.pop(update.update_id, None)
        if fault is None:
            return
        if isinstance(fault, OutsideFault | Collision):
            raise OutsideFault("the update could not be taken") from fault
        _log.error("staff_bot.fault", fault=type(fault).__name__)  # ours; to take it again would fail again
        await self._chats.sorry(update)

    async def _failed(self, update: object, context: Context) -> None:
        """The library goes on after a fault; ``_take`` is to know of it."""
        if isinstance(update, Update) and context.error is not None:
            self._faults[update.update_id] = context.error


async def _blocked(_: Chat) -> None:
    _log.info("staff_bot.blocked")


def _built(token: str, api: str) -> Application[Any, Any, Any, Any, Any, Any]:
    return (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api.rstrip('/')}/bot")
        .base_file_url(f"{api.rstrip('/')}/file/bot")
        .updater(None)
        .job_queue(None)
        # It neither tries again nor holds back what goes to a group: it would sleep within a send that is marked as
        # under way, longer than the lease lasts, and another process would send the same. ``Pace`` and the sender wait.
        .rate_limiter(AIORateLimiter(group_max_rate=0, group_time_period=0, max_retries=0))
        .concurrent_updates(InOrderOfChats())
        .build()
    )

"""The residents' bot, on aiogram: its updates are turns like any other; what they say is sent by the sender.

Every flow comes as it is: what is shown is made by the renderer, what is said goes into the turn. Danger is judged as
soon as an update is there, before any queue or store. An update is acknowledged (to a webhook answered, by polling
asked beyond) only once its turn is committed.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Mapping, Sequence
from typing import Any

import structlog
from aiogram import Dispatcher
from aiogram.exceptions import ClientDecodeError
from aiogram.types import Update
from pydantic import ValidationError

from bot.app import App
from bot.channels.pace import TELEGRAM_LIMITS, Limits, Pace
from bot.channels.receiving import Received, Receiver, until_it_answers
from bot.channels.running import Running
from bot.channels.sender import Sender
from bot.in_order import InOrder
from bot.speech import negotiate
from bot.telegram.reading import read
from bot.telegram.residents_api import AiogramApi, open_bot, translated
from bot.telegram.residents_hearing import Hearing
from bot.telegram.residents_saying import TelegramSaying
from bot.telegram.shown_commands import show_commands
from bot.turn import danger_replies
from flows.errors import OutsideFault
from flows.words import Reply, Words
from integrations.quick import WORK
from integrations.store import chats, conversations, due_work
from integrations.store.chats import RESIDENTS
from integrations.store.database import Collision
from integrations.store.due_work import Work
from integrations.store.outgoing import Lease

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
POLL_SECONDS = 25
MOST_NUMBERED = 10_000
KIND = "update"
"""The kind of work that takes an update again which met a fault of ours."""

_log = structlog.get_logger()


class ResidentsBot:
    """Runs in any number of processes; one of them at a time polls and sends."""

    name = RESIDENTS

    def __init__(
        self,
        app: App,
        token: str,
        *,
        api: str,
        secret: str | None,
        limits: Limits = TELEGRAM_LIMITS,
    ) -> None:
        self._app = app
        self.secret = secret
        self._bot = open_bot(token, api)
        self._second = limits.second
        self._in_order = InOrder()
        self._numbered: OrderedDict[int, bool] = OrderedDict()
        self._saying = TelegramSaying(app, self._bot, self._in_our_seconds)
        self.hearing = Hearing(
            app,
            self._bot,
            self._saying,
            seconds=self._in_our_seconds,
            saw=lambda message: self._sender.saw(message),
            is_numbered=lambda update: self._numbered.get(update, False),
        )
        self._sender = Sender(
            bot=RESIDENTS,
            api=AiogramApi(self._bot, self._in_our_seconds),
            pace=Pace(limits, time.monotonic),
            database=app.database,
            vault=app.vault,
            quick=app.quick,
            clock=app.clock,
            on_blocked=self._saying.left,
        )
        self._receiver = Receiver(
            bot=RESIDENTS, fetch=self._fetch, take=self._take, first=self._answer_danger, pause_seconds=limits.second
        )
        self._running = Running(bot=RESIDENTS, database=app.database, loops=self._loops)
        self._dispatcher = Dispatcher(disable_fsm=True)
        self._dispatcher.message.register(self.hearing.message)
        self._dispatcher.edited_message.register(self.hearing.edited)
        self._dispatcher.callback_query.register(self.hearing.tapped)
        self._dispatcher.my_chat_member.register(self.hearing.member)

    async def run(self) -> None:
        """Polls and sends whenever this process is the one to do so, until cancelled."""
        await self._running.run()

    async def take(self, update: Mapping[str, Any]) -> None:
        """One update of the webhook. Raises OutsideFault when it could not be taken, and is to come again."""
        try:
            found = Update.model_validate(update, context={"bot": self._bot})
        except ValidationError:
            _log.warning("telegram.unreadable_update")
            return
        await self._answer_danger(found)
        await self._take(found)

    async def again(self, work: Work) -> None:
        """An update that met a fault of ours, once more, unless its person has gone on meanwhile: it would answer
        another question then. Raises whatever is wrong still."""
        update = Update.model_validate(work.payload["update"], context={"bot": self._bot})
        async with self._in_order.of(str(_chat_of(update))):
            if not await self._went_on(update):
                await self._dispatcher.feed_update(self._bot, update)

    async def close(self) -> None:
        """Closes the connections."""
        await self.hearing.close()
        await self._bot.session.close()

    # --- coming in -----------------------------------------------------------------------------------------------

    def _loops(self, lease: Lease) -> list[Awaitable[None]]:
        return [self._sender.run(lease), self._hook() if self.secret is not None else self._poll()]

    async def _hook(self) -> None:
        """Telegram is told where to bring updates; then there is nothing more to do."""
        await until_it_answers(RESIDENTS, self._set_webhook, self._second)
        await asyncio.Event().wait()

    async def _poll(self) -> None:
        await until_it_answers(RESIDENTS, self._set_polling, self._second)
        await self._receiver.run()

    async def _set_webhook(self) -> None:
        with translated(self._in_our_seconds):
            await show_commands(self._bot, self._app.speech, self._app.place, self._app.settings.locale)
            url = f"{self._app.settings.public_url}telegram/{RESIDENTS}"
            await self._bot.set_webhook(url, secret_token=self.secret, allowed_updates=ALLOWED)

    async def _set_polling(self) -> None:
        with translated(self._in_our_seconds):
            await show_commands(self._bot, self._app.speech, self._app.place, self._app.settings.locale)
            await self._bot.delete_webhook()

    async def _fetch(self, offset: int | None) -> Sequence[Received[Update | None]]:
        try:
            with translated(self._in_our_seconds, but=ClientDecodeError):
                found = await self._bot.get_updates(
                    offset=offset, timeout=POLL_SECONDS, allowed_updates=ALLOWED, request_timeout=POLL_SECONDS + 10
                )
        except ClientDecodeError as fault:
            return list(self._one_by_one(fault.data))
        return [Received(each.update_id, str(_chat_of(each)), each) for each in found]

    def _one_by_one(self, answer: Any) -> Sequence[Received[Update | None]]:
        """Where one of several updates cannot be read, it is passed over, and the others are not."""
        received: list[Received[Update | None]] = []
        for plain in answer.get("result", []) if isinstance(answer, dict) else []:
            try:
                update = Update.model_validate(plain, context={"bot": self._bot})
                received.append(Received(update.update_id, str(_chat_of(update)), update))
            except ValidationError:
                _log.warning("telegram.unreadable_update")
                received.append(Received(int(plain["update_id"]), "", None))
        return received

    def _in_our_seconds(self, seconds: float) -> float:
        return seconds * self._second

    async def _answer_danger(self, update: Update | None) -> None:
        """The numbers go out at once, whatever else does not work, and once for an update."""
        message = None if update is None else update.message or update.edited_message
        if update is None or message is None or message.chat.type != "private" or update.update_id in self._numbered:
            return
        lead = danger_replies(read(message).text, self._app.place)
        if not lead:
            return
        user = message.from_user
        language = negotiate(None if user is None else user.language_code, self._app.settings.locale)
        if await self._saying.now(message.chat.id, lead[:-1], language):
            self._numbered[update.update_id] = True
            while len(self._numbered) > MOST_NUMBERED:
                self._numbered.popitem(last=False)

    async def _take(self, update: Update | None) -> None:
        """One update. A fault of ours costs nobody what they said: it is kept, and tried again."""
        if update is None:
            return
        try:
            async with self._in_order.of(str(_chat_of(update))):
                await self._dispatcher.feed_update(self._bot, update)
        except (OutsideFault, Collision) as fault:
            raise OutsideFault(str(fault)) from fault
        except Exception:
            _log.exception("telegram.fault", bot=RESIDENTS)
            await self._keep(update)

    async def _keep(self, update: Update) -> None:
        plain = update.model_dump(mode="json", exclude_none=True, by_alias=True)
        now = self._app.clock()
        work = Work(f"{KIND}:{RESIDENTS}:{update.update_id}", KIND, now, {"bot": RESIDENTS, "update": plain})
        try:
            async with self._app.database.write() as connection:
                await due_work.schedule(connection, self._app.vault, work, now)
        except Collision as fault:
            raise OutsideFault(str(fault)) from fault
        await self._app.quick.wake(WORK)
        chat = _chat_of(update)
        if chat is not None and chat > 0:
            await self._saying.now(chat, (Reply(Words("unfit-fault")),), self._app.settings.locale)

    async def _went_on(self, update: Update) -> bool:
        """Whether something that was said after it has been taken."""
        app, chat = self._app, _chat_of(update)
        async with app.database.read() as connection:
            found = None if chat is None else await chats.at(connection, app.vault, RESIDENTS, chat)
            if found is None:
                return False
            entries = await conversations.entries(connection, app.vault, str(found.conversation), last=20)
        said = [each.message.split(".") for each in entries if each.message.startswith("tg.")]
        return any(int(number) > update.update_id for _, number, _ in said)


def _chat_of(update: Update) -> int | None:
    """The chat an update comes from."""
    if update.callback_query is not None:
        return update.callback_query.from_user.id
    found = update.message or update.edited_message or update.my_chat_member
    return None if found is None else found.chat.id

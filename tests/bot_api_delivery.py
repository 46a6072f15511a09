"""How the fake Telegram hands updates to its bots: long polls and webhooks. All of it runs in the server's loop."""

from __future__ import annotations

import asyncio
import re
import time
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import httpx

from tests.bot_api_parameters import Parameters
from tests.bot_api_records import BotAccount, Json, Update, Webhook
from tests.bot_api_rules import Refusal, bad
from tests.bot_api_state import World

LONGEST_POLL = 50.0
FIRST_RETRY = 1.0
LONGEST_RETRY = 60.0
"""Telegram seconds between two attempts at a webhook; each wait is twice the one before."""
ANSWER_WITHIN = 10.0
"""Real seconds a webhook has for its answer."""
TAKEN_OVER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_IS_ON = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class _Poll:
    """A getUpdates that waits; ``ended`` says why it must not go on."""

    ended: str | None = None


class Delivery:
    """Wakes by ``wake`` after every change of the world."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._news = asyncio.Event()
        self._polls: dict[BotAccount, _Poll] = {}
        self._deliveries: dict[tuple[BotAccount, int], asyncio.Task[None]] = {}

    def wake(self) -> None:
        """Lets everything that waits look again."""
        self._news, before = asyncio.Event(), self._news
        before.set()

    async def get_updates(self, bot: BotAccount, given: Parameters) -> list[Json]:
        """Waits up to ``timeout`` Telegram seconds; what was not confirmed by ``offset`` comes again."""
        if bot.webhook:
            raise Refusal(409, WEBHOOK_IS_ON)
        self._end_poll(bot, TAKEN_OVER)
        poll = self._polls[bot] = _Poll()
        with self.world.change():  # this also wakes the poll that has just ended
            _allow(bot, given)
            _confirm(self.world, bot, given.number("offset"))
        limit = given.number("limit", 100)
        limit = limit if 1 <= limit <= 100 else 100
        wait = min(max(given.number("timeout"), 0), LONGEST_POLL)
        deadline = time.monotonic() + self.world.clock.real(wait)
        while True:
            news = self._news
            if poll.ended:
                raise Refusal(409, poll.ended)
            with self.world.news:
                batch = [update.json() for update in self.world.pending(bot)[:limit]]
            left = deadline - time.monotonic()
            if batch or left <= 0:
                if self._polls.get(bot) is poll:
                    del self._polls[bot]
                return batch
            await _wait(news, left)

    def set_webhook(self, bot: BotAccount, given: Parameters) -> bool:
        """Only loopback over http, where the real one wants https anywhere."""
        url, secret = given.text("url"), given.text("secret_token")
        if not url:
            return self.delete_webhook(bot, given)
        parts = urlsplit(url)
        if parts.scheme != "http" or parts.hostname not in ("127.0.0.1", "localhost", "::1"):
            bad("bad webhook: this fake posts to http on loopback only")
        if secret and not re.fullmatch("[A-Za-z0-9_-]{1,256}", secret):
            bad("secret token contains unallowed characters")
        self._end_poll(bot, "Conflict: terminated by setWebhook request")
        _allow(bot, given)
        if given.flag("drop_pending_updates"):
            bot.updates.clear()
        bot.webhook = Webhook(url, secret or None, given.number("max_connections", 40))
        return True

    def delete_webhook(self, bot: BotAccount, given: Parameters) -> bool:
        bot.webhook = None
        if given.flag("drop_pending_updates"):
            bot.updates.clear()
        return True

    def get_webhook_info(self, bot: BotAccount, _: Parameters) -> Json:
        hook = bot.webhook
        shown: Json = {"url": hook.url if hook else "", "has_custom_certificate": False}
        shown["pending_update_count"] = len(self.world.pending(bot))
        if hook:
            shown["max_connections"] = hook.max_connections
        if hook and hook.error_date:
            shown |= {"last_error_date": hook.error_date, "last_error_message": hook.error}
        return shown | ({"allowed_updates": list(bot.allowed)} if bot.allowed else {})

    async def post_updates(self) -> None:
        """Posts to the webhooks for as long as it runs: chats side by side, the updates of one chat in order."""
        timeout = httpx.Timeout(ANSWER_WITHIN)
        async with httpx.AsyncClient(trust_env=False, timeout=timeout) as client:
            try:
                while True:
                    news = self._news
                    for bot in list(self.world.bots.values()):
                        self._start_deliveries(client, bot)
                    await news.wait()
            finally:
                running = list(self._deliveries.values())
                for task in running:
                    task.cancel()
                await asyncio.gather(*running, return_exceptions=True)

    def _start_deliveries(self, client: httpx.AsyncClient, bot: BotAccount) -> None:
        if bot.webhook is None:
            return
        with self.world.news:
            chats = dict.fromkeys(update.chat for update in self.world.pending(bot))
        for chat in chats:
            running = sum(1 for key in self._deliveries if key[0] is bot)
            if (bot, chat) not in self._deliveries and running < bot.webhook.max_connections:
                self._deliveries[bot, chat] = asyncio.create_task(self._deliver(client, bot, chat))

    async def _deliver(self, client: httpx.AsyncClient, bot: BotAccount, chat: int) -> None:
        """Posts what is pending of one chat, each until it is accepted or the webhook is taken away."""
        wait = FIRST_RETRY
        try:
            while True:
                with self.world.news:
                    hook = bot.webhook
                    update = next((one for one in self.world.pending(bot) if one.chat == chat), None)
                if hook is None or update is None:
                    break
                error = await _post(client, hook, update)
                with self.world.change():
                    if error is None and update in bot.updates:
                        bot.updates.remove(update)
                    elif error is not None:
                        hook.error_date, hook.error = int(self.world.clock.now()), error
                if error is None:
                    wait = FIRST_RETRY
                else:
                    await self._sleep(wait, bot, hook)
                    wait = min(wait * 2, LONGEST_RETRY)
        finally:
            del self._deliveries[bot, chat]
            self.wake()  # another chat may have waited for this connection

    async def _sleep(self, seconds: float, bot: BotAccount, hook: Webhook) -> None:
        """So many Telegram seconds, less if the clock is put forward or the webhook is set anew."""
        until = self.world.clock.now() + seconds
        while bot.webhook is hook and (left := until - self.world.clock.now()) > 0:
            await _wait(self._news, self.world.clock.real(left))

    def end_polls(self) -> None:
        """Ends every getUpdates that waits; their clients are gone."""
        for bot in list(self._polls):
            self._end_poll(bot, "the server goes away")
        self.wake()

    def _end_poll(self, bot: BotAccount, why: str) -> None:
        if poll := self._polls.pop(bot, None):
            poll.ended = why


def _allow(bot: BotAccount, given: Parameters) -> None:
    """Without the parameter the previous choice stays; an empty list is the default again."""
    allowed: Any = given.object("allowed_updates")
    if allowed is None:
        return
    if not isinstance(allowed, list) or not all(isinstance(kind, str) for kind in allowed):
        bad("can't parse allowed updates JSON list")
    bot.allowed = allowed


def _confirm(world: World, bot: BotAccount, offset: int) -> None:
    pending = world.pending(bot)
    if offset > 0:
        bot.updates = [update for update in pending if update.id >= offset]
    elif offset < 0:
        bot.updates = pending[offset:]


async def _post(client: httpx.AsyncClient, hook: Webhook, update: Update) -> str | None:
    """What went wrong, if anything; the body of the answer is not looked at."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
    try:
        answer = await client.post(hook.url, json=update.json(), headers=headers)
    except httpx.TimeoutException:
        return "Read timeout expired"
    except httpx.HTTPError:
        return "Connection refused"
    if answer.is_success:
        return None
    return f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"


async def _wait(news: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await news.wait()

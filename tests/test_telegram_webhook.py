"""Where Telegram brings updates: whoever does not know the secret learns nothing, and nothing brought is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.turn import Taken, Turns
from bot.web.site import make_site
from flows.errors import OutsideFault
from integrations.store import chats, outgoing
from integrations.store.chats import RESIDENTS
from tests.bot_api import running
from tests.talk import HandClock, an_app
from tests.telegram import PAGE, SECOND, ChatTalk, Watched, log
from tests.web import served

SECRET = "made-up-secret"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass
class Hooked:
    """A desk whose bot has a webhook, and a chat with it."""

    talk: ChatTalk
    client: httpx.AsyncClient

    async def post(self, content: bytes | None = None, headers: Any = None, **update: Any) -> int:
        """Brings something to the webhook; the status of the answer."""
        sent = {HEADER: SECRET} if headers is None else headers
        body: dict[str, Any] = {"json": update} if content is None else {"content": content}
        return (await self.client.post("/telegram/residents", headers=sent, **body)).status_code

    async def is_met(self) -> bool:
        """Whether the chat is known."""
        async with self.talk.app.database.read() as connection:
            vault = self.talk.app.vault
            return await chats.at(connection, vault, RESIDENTS, self.talk.seat.user.id) is not None

    async def waiting(self) -> int:
        """How many messages wait to be sent: nobody sends here."""
        async with self.talk.app.database.read() as connection:
            return (await outgoing.counts(connection)).get((RESIDENTS, outgoing.WAITING), 0)

    def a_message(self, text: str = "你好", update: int = 71, message: int = 5) -> dict[str, Any]:
        """An update with a message of the chat's person."""
        person = self.talk.seat.user
        said = {"message_id": message, "date": 1, "chat": {"id": person.id, "type": "private"}, "text": text}
        return {"update_id": update, "message": {**said, "from": person.json()}}


@asynccontextmanager
async def hooked(directory: Path, database_url: str | None = None) -> AsyncIterator[Hooked]:
    with running(second=SECOND) as api:
        account = api.bot("hooked")
        async with an_app(directory, HandClock(), public_url=PAGE, database_url=database_url, worker=False) as app:
            bot = Watched(app, account, api, secret=SECRET)
            async with served(make_site(app, {RESIDENTS: bot})) as client:
                seat = api.person("王芳").chat_with(account)
                yield Hooked(ChatTalk(app, seat=seat, bot=bot), client)
            await bot.close()


@pytest.mark.parametrize(
    "headers", [{}, {HEADER: "wrong"}, {HEADER: ""}, {HEADER.encode(): "密".encode()}, {HEADER: f"{SECRET}x"}]
)
async def test_who_does_not_know_the_secret_finds_nothing_there_and_nothing_is_done(
    tmp_path: Path, headers: Any
) -> None:
    async with hooked(tmp_path) as hook:
        assert await hook.post(headers=headers, **hook.a_message()) == 404
        assert not await hook.is_met()
        assert hook.talk.bot.taken.empty()


async def test_a_bot_that_is_not_there_is_not_found_with_any_secret(tmp_path: Path) -> None:
    async with hooked(tmp_path) as hook:
        answer = await hook.client.post("/telegram/staff", headers={HEADER: SECRET}, json=hook.a_message())
        assert answer.status_code == 404


async def test_an_update_is_answered_once_its_turn_is_committed(tmp_path: Path, database_url: str) -> None:
    async with hooked(tmp_path, database_url) as hook:
        assert await hook.post(**hook.a_message()) == 200
        (entry,) = await log(hook.talk)
        assert entry.message == "tg.71.5"
        assert await hook.waiting() > 0


async def test_an_update_is_not_answered_before_its_turn_is_committed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()
    take = Turns.take

    async def slow(self: Turns, *args: Any, **kwargs: Any) -> Taken:
        begun.set()
        await go_on.wait()
        return await take(self, *args, **kwargs)

    monkeypatch.setattr(Turns, "take", slow)
    async with hooked(tmp_path) as hook:
        answer = asyncio.create_task(hook.post(**hook.a_message()))
        await begun.wait()
        meanwhile = await hook.post(b"[]")
        is_answered = answer.done()
        go_on.set()
        assert (meanwhile, is_answered, await answer) == (200, False, 200)
        assert len(await log(hook.talk)) == 1


async def test_a_turn_that_fails_is_brought_again_and_is_in_the_log_once(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    take, tries = Turns.take, list[str]()

    async def failing(self: Turns, *args: Any, **kwargs: Any) -> Taken:
        tries.append(args[0].id)
        if len(tries) <= 2:
            raise OutsideFault("the store does not answer")
        return await take(self, *args, **kwargs)

    monkeypatch.setattr(Turns, "take", failing)
    async with hooked(tmp_path, database_url) as hook:
        assert await hook.post(**hook.a_message()) == 503
        bot, seat = hook.talk.bot, hook.talk.seat
        url = f"{str(hook.client.base_url).rstrip('/')}/telegram/{RESIDENTS}"
        await bot._bot.set_webhook(url, secret_token=SECRET)
        seat.says("你好")
        seat.says("菜单")
        await bot.fake.eventually(lambda: not bot.account.updates)
        assert [entry.message for entry in await log(hook.talk)] == [tries[-2], tries[-1]]
        assert tries[1] == tries[2]


@pytest.mark.parametrize("body", [b"{", b"", b"[]", b"null", b'"x"', b"\xff", b'{"update_id": "x"}', b"{}"])
async def test_what_is_no_update_is_answered_and_dropped(tmp_path: Path, body: bytes) -> None:
    async with hooked(tmp_path) as hook:
        assert await hook.post(body) == 200
        assert not await hook.is_met()


async def test_the_same_update_twice_is_one_turn(tmp_path: Path, database_url: str) -> None:
    async with hooked(tmp_path, database_url) as hook:
        answers = await asyncio.gather(*(hook.post(**hook.a_message()) for _ in range(3)))
        waiting = await hook.waiting()
        assert await hook.post(**hook.a_message()) == 200
        assert answers == [200] * 3
        assert len(await log(hook.talk)) == 1
        assert await hook.waiting() == waiting
        assert await hook.post(**hook.a_message(update=72, message=6)) == 200
        assert len(await log(hook.talk)) == 2

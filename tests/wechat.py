"""A resident on WeChat in tests: the whole desk served on loopback, and the tests' own platform over real HTTP.

``WeChatTalk`` is a ``Talk`` whose every message goes by way of WeChat, options by the digits they are listed with.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.app import App
from bot.channels.pace import Limits, Pace
from bot.turn import Taken
from bot.web.site import make_site
from bot.wechat.hearing import KIND
from bot.wechat.residents import Account, WeChatBot
from flows.incoming import Event, Incoming, Photo
from flows.words import Reply, Words
from integrations.store import chats, conversations
from integrations.store.chats import WECHAT, Chat
from integrations.wechat.cipher import Cipher
from integrations.wechat.envelope import Secrets
from tests.talk import HandClock, Talk, an_app
from tests.telegram import PAGE, all_sent
from tests.web import served
from tests.wechat_platform import Platform, running
from tests.wechat_platform_people import PATIENCE, Person
from tests.wechat_platform_state import Clock

SECOND = 3.0
"""A second of WeChat in real seconds: nothing here waits for it, and on a busy machine there is time for an answer."""
_LISTED = re.compile(r"(\d+)\. (.*)")


def account_of(platform: Platform, *, keys: tuple[str, ...] = (), template: str | None = None) -> Account:
    """The account as the platform has it; in safe mode with its key, before which ``keys`` were."""
    there = platform.account
    known = (*((there.aes_key,) if there.mode != "plain" else ()), *keys)
    ciphers = tuple(Cipher(key, there.appid) for key in known)
    secrets = Secrets(there.appid, (there.token,), ciphers)
    fields = {"thing1": "what", "time2": "when"}
    return Account(secrets, there.secret, platform.url, there.id, template, fields)


class Watched(WeChatBot):
    """The bot; what became of each message is written down."""

    def __init__(self, app: App, account: Account, clock: Clock) -> None:
        limits = Limits(overall=50, second=clock.second)
        super().__init__(app, account, limits, wall=lambda: datetime.fromtimestamp(clock.now(), UTC))
        self.taken: asyncio.Queue[tuple[Incoming, Taken]] = asyncio.Queue()
        self.url = ""
        self._sender._pace = Pace(Limits(overall=50, second=0.02), time.monotonic)  # which nobody waits for
        chatting = self._hearing._chatting
        self._as_it_is = chatting.turn
        chatting.turn = self._turn  # type: ignore[method-assign]

    async def _turn(self, chat: Chat, incoming: Incoming, language: str, lead: tuple[Reply, ...] = ()) -> Taken:
        taken = await self._as_it_is(chat, incoming, language, lead)
        self.taken.put_nowait((incoming, taken))
        return taken


@asynccontextmanager
async def on_wechat(app: App, platform: Platform, account: Account | None = None) -> AsyncIterator[Watched]:
    """The bot, running and served; the platform posts to it."""
    bot = Watched(app, account or account_of(platform), platform.clock)
    app.worker.also(KIND, bot.again)
    sending = asyncio.create_task(bot.run())
    try:
        site = make_site(replace(app, settings=app.settings.model_copy(update={"worker": False})), {WECHAT: bot})
        async with served(site) as client:
            bot.url = str(client.base_url.copy_with(path="/wechat"))
            platform.posts_to(bot.url)
            yield bot
    finally:
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        await bot.close()


@dataclass
class WeChatTalk(Talk):
    """One resident's conversation on WeChat."""

    seat: Person = field(kw_only=True)
    bot: Watched = field(kw_only=True)
    platform: Platform = field(kw_only=True)
    visits: int = field(default=0, kw_only=True)

    async def _take(
        self, id_: str | None, *, text: str | None = None, choice: str | None = None, photo: Photo | None = None
    ) -> list[Reply]:
        if photo is not None:
            return await self._at_page(photo)
        self.seat.says(text if choice is None else self._digits(choice))  # type: ignore[arg-type]
        async with asyncio.timeout(PATIENCE):
            incoming, self.last = await self.bot.taken.get()
        self.conversation = incoming.conversation
        await quiet(self)
        return list(self.last.replies)

    def _digits(self, choice: str) -> str:
        """What somebody types who chooses these options by their numbers; where none are listed, by their words."""
        asking = self.question.asking
        assert asking is not None
        if choice.startswith("command:"):
            return self.app.speech.render(self._option(choice), self.language)
        listed = dict(_numbers_of(self.seat.texts[-1]))
        said = []
        for value in choice.split(","):
            label = self.app.speech.render(self._option(value), self.language)
            said.append(next((number for number, words in listed.items() if words.startswith(label)), label))
        return " ".join(said)

    def _option(self, value: str) -> Words:
        asking = self.question.asking
        assert asking is not None
        return next(option.label for option in asking.options if option.value == value)

    async def _at_page(self, photo: Photo) -> list[Reply]:
        self.visits += 1
        mark = f"visit{self.visits}"
        await self.app.turns.tell(self.conversation, mark, Event("visit"), self.app.clock())
        self.last = await self.app.turns.take(Incoming(self.conversation, mark, self.app.clock(), photo=photo))
        await quiet(self)
        return list(self.last.replies)


async def quiet(talk: WeChatTalk) -> None:
    """Waits until all that was said is answered, and all that was told is sent."""
    await talk.platform.eventually(talk.platform.is_settled)
    await all_sent(talk.app, WECHAT)


async def settled(talk: WeChatTalk) -> None:
    """The same; the talk knows what was taken last."""
    await quiet(talk)
    while not talk.bot.taken.empty():
        incoming, talk.last = talk.bot.taken.get_nowait()
        talk.conversation = incoming.conversation


def _numbers_of(text: str) -> Mapping[str, str]:
    return {found[1]: found[2] for line in text.splitlines() if (found := _LISTED.fullmatch(line))}


async def the_chat(app: App, seat: Person) -> Chat:
    """The chat as the desk knows it."""
    async with app.database.read() as connection:
        found = await chats.at(connection, app.vault, WECHAT, seat.openid)
    assert found is not None
    return found


async def log(app: App, seat: Person) -> list[conversations.Entry]:
    """The log of the conversation that a chat is in."""
    of = str((await the_chat(app, seat)).conversation)
    async with app.database.read() as connection:
        return list(await conversations.entries(connection, app.vault, of))


@asynccontextmanager
async def a_chat(
    directory: Path,
    clock: HandClock | None = None,
    *,
    second: float = SECOND,
    mode: str = "plain",
    database_url: str | None = None,
    template: str | None = None,
) -> AsyncIterator[WeChatTalk]:
    """Somebody on WeChat, and the whole desk."""
    with running(second=second, mode=mode) as platform:  # type: ignore[arg-type]
        if template is not None:
            platform.template(template, ["thing1", "time2"])
        async with (
            an_app(directory, clock, public_url=PAGE, database_url=database_url) as app,
            on_wechat(app, platform, account_of(platform, template=template)) as bot,
        ):
            yield WeChatTalk(app, seat=platform.person("王芳"), bot=bot, platform=platform)

"""A resident on Telegram in tests: the whole desk, its bot on aiogram, and the tests' own Bot API over real HTTP.

``ChatTalk`` is a ``Talk`` whose every message goes by way of Telegram, so that whatever is shown of a flow with
``Talk`` can be shown there as well. Where the place lets nothing personal into Telegram, personal questions are
answered at the page, as the link in the chat would have it.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from bot.app import App
from bot.channels.pace import Limits
from bot.channels.rendering import read_tap
from bot.telegram.residents import KIND, ResidentsBot
from bot.turn import Taken
from flows.catalogue import FLOWS
from flows.dialogue.tapping import option_mark
from flows.incoming import Event, Incoming, Photo
from flows.language.steps import PICTURE_KINDS
from flows.words import Reply, Value, Words
from integrations.store import chats, conversations, outgoing
from integrations.store.chats import RESIDENTS, Chat
from tests.bot_api import BotApi, running
from tests.bot_api_people import PrivateSeat
from tests.bot_api_records import BotAccount
from tests.records import until
from tests.talk import SPEECH, HandClock, Talk, an_app

SECOND = 0.004
"""A second of Telegram in real seconds: its limits are strict, and nobody waits for them."""
LIMITS = Limits(overall=25, group_minute=18, second=SECOND)
PAGE = "http://127.0.0.1:9/"


class Watched(ResidentsBot):
    """The residents' bot; what became of each message is written down."""

    def __init__(self, app: App, account: BotAccount, api: BotApi, *, secret: str | None = None) -> None:
        super().__init__(app, account.token, api=api.url, secret=secret, limits=LIMITS)
        self.fake, self.account = api, account
        self.taken: asyncio.Queue[tuple[Incoming, Taken]] = asyncio.Queue()

        self._as_it_is = self.hearing.turn
        self.hearing.turn = self._turn  # type: ignore[method-assign]

    async def _turn(self, chat: Chat, incoming: Incoming, language: str, lead: tuple[Reply, ...] = ()) -> Taken:
        taken = await self._as_it_is(chat, incoming, language, lead)
        self.taken.put_nowait((incoming, taken))
        return taken


@asynccontextmanager
async def on_telegram(app: App, api: BotApi, account: BotAccount) -> AsyncIterator[Watched]:
    """The bot, running."""
    bot = Watched(app, account, api)
    app.worker.also(KIND, bot.again)
    task = asyncio.create_task(bot.run())
    try:
        yield bot
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await bot.close()


def open_place(directory: Path) -> str:
    """A place that lets personal data into Telegram, as a file."""
    text = resources.files("flows.places").joinpath("jingtai.toml").read_text(encoding="utf-8")
    path = directory / "open.toml"
    path.write_text(text.replace("demonstration = true\n", 'demonstration = true\npersonal_in = ["telegram"]\n', 1))
    return str(path)


async def is_quiet(app: App, bot: str = RESIDENTS) -> bool:
    """Whether nothing waits to be sent."""
    async with app.database.read() as connection:
        counts = await outgoing.counts(connection)
    return not any(counts.get((bot, state)) for state in outgoing.TO_SEND)


async def all_sent(app: App, bot: str = RESIDENTS) -> None:
    """Waits until everything is sent."""
    await until(lambda: is_quiet(app, bot))


@dataclass
class ChatTalk(Talk):
    """One resident's conversation on Telegram. The language is that of their Telegram."""

    seat: PrivateSeat = field(kw_only=True)
    bot: Watched = field(kw_only=True)
    private: set[str] = field(default_factory=set, kw_only=True)
    """Everything personal that was given, as it is kept."""
    _visits: itertools.count[int] = field(default_factory=itertools.count, kw_only=True)

    async def _take(
        self, id_: str | None, *, text: str | None = None, choice: str | None = None, photo: Photo | None = None
    ) -> list[Reply]:
        if self._is_asked_at_page() and not (choice or "").startswith("command:"):
            return await self._at_page(text=text, choice=choice, photo=photo)
        if text is not None:
            self.seat.says(text)
        elif choice is not None:
            self._tap(choice)
        incoming, self.last = await self.bot.taken.get()
        self.conversation = incoming.conversation
        await self._settled()
        return list(self.last.replies)

    def _is_asked_at_page(self) -> bool:
        shown = [message for message in self.seat.messages if not message.deleted]
        return bool(shown) and any(button.url and "#at=" in button.url for row in shown[-1].buttons for button in row)

    def _tap(self, choice: str) -> None:
        """The button of an option; of several, each is toggled."""
        shown = self.seat.messages[-1]
        wanted = [option_mark(each) for each in choice.split(",")]
        taps = [(each.data, tap) for row in shown.buttons for each in row if (tap := read_tap(each.data or ""))]
        for data, tap in taps:
            if tap.option in wanted and data is not None:
                self.seat.taps(data, shown)
        done = next((data for data, tap in taps if tap.option is None), None)
        if done is not None:
            self.seat.taps(done, shown)

    async def _at_page(self, *, text: str | None, choice: str | None, photo: Photo | None) -> list[Reply]:
        """The link is opened, and the question answered there."""
        mark = f"visit{next(self._visits)}"
        await self.app.turns.tell(self.conversation, mark, Event("visit"), self.app.clock())
        incoming = Incoming(self.conversation, mark, self.app.clock(), text=text, choice=choice, photo=photo)
        self.last = await self.app.turns.take(incoming, self.language)
        await self._settled()
        return list(self.last.replies)

    async def _settled(self) -> None:
        await all_sent(self.app)
        async with self.app.database.read() as connection:
            found = await conversations.load(connection, self.app.vault, self.conversation, self.language)
        for run in found.conversation.stack:
            for key, answer in run.answers.items():
                step = FLOWS[run.flow].step_of(key)
                is_own = step.personal and step.kind not in PICTURE_KINDS and answer.value not in step.options
                self.private |= {str(answer.value)} if is_own else set()


async def the_chat(app: App, seat: PrivateSeat) -> Chat:
    """The chat as the desk knows it."""
    async with app.database.read() as connection:
        found = await chats.at(connection, app.vault, RESIDENTS, seat.user.id)
    assert found is not None
    return found


@asynccontextmanager
async def a_chat(
    directory: Path,
    clock: HandClock | None = None,
    *,
    is_open: bool = True,
    language_code: str | None = "zh-hans",
    database_url: str | None = None,
) -> AsyncIterator[ChatTalk]:
    """Somebody on Telegram, and the whole desk; ``is_open`` where the place lets what is personal into the chat."""
    place = open_place(directory) if is_open else "jingtai"
    with running(second=SECOND) as api:
        account = api.bot("desk")
        async with (
            an_app(directory, clock, place=place, public_url=PAGE, database_url=database_url) as app,
            on_telegram(app, api, account) as bot,
        ):
            seat = api.person("王芳", language_code=language_code).chat_with(account)
            yield ChatTalk(app, seat=seat, bot=bot)


async def settled(talk: ChatTalk) -> None:
    """Waits until everything that came to the bot was taken, and what is said of it sent."""
    await talk.bot.fake.eventually(lambda: not talk.bot.account.updates)
    await all_sent(talk.app)
    while not talk.bot.taken.empty():
        incoming, talk.last = talk.bot.taken.get_nowait()
        talk.conversation = incoming.conversation


async def told(talk: ChatTalk) -> list[str]:
    """The message ids of the replies to what came in last, by the log."""
    return [reply.words.key for reply in (await log(talk))[-1].replies]


async def log(talk: ChatTalk, conversation: str | None = None) -> list[conversations.Entry]:
    """The log of the conversation that the chat is in, or of another."""
    of = conversation or str((await the_chat(talk.app, talk.seat)).conversation)
    async with talk.app.database.read() as connection:
        return list(await conversations.entries(connection, talk.app.vault, of))


def says(text: str, key: str, language: str = "zh-Hans", **args: Value) -> bool:
    """Whether a text says a message."""
    return SPEECH.render(Words(key, args), language) in text

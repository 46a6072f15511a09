"""Conversations in tests: a resident who types and taps, against the whole turn on a real database.

A transcript reads as the conversation did, with message ids instead of prose, so that copy can change::

    await replay(app, '''
        you: 结婚登记
        bot: greeting
        bot: marriage-notice
        tap: agree
        bot: marriage-couple
    ''')

``you:`` types, ``tap:`` taps an option by its value, ``wait:`` moves the clock (10m, 2h, 3d), ``bot:`` is the next
reply; ``...`` stands for any number of replies.
"""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from textwrap import dedent

from bot.app import App, open_app
from bot.cards import Reader
from bot.settings import Settings
from bot.speech import Speech
from bot.turn import Taken, danger_replies
from flows.catalogue import FLOWS
from flows.incoming import Incoming, Photo
from flows.words import Reply

NOON = datetime.fromisoformat("2026-05-11T12:00:00+08:00")
"""A Monday. 2026-05-20 can be booked, and every day of that year is in the published calendar."""

MAN = "62042319900101001X"
WOMAN = "620423199203050028"
OTHER_MAN = "620423198811110034"
OTHER_WOMAN = "62042319930707004X"

SPEECH = Speech(FLOWS)
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


class HandClock:
    """A clock that only moves when the test moves it."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, span: str) -> None:
        """Moves on by 10m, 2h, 3d."""
        self.now += timedelta(**{_UNITS[span[-1]]: float(span[:-1])})


@asynccontextmanager
async def an_app(
    directory: Path, clock: HandClock | None = None, *, database_url: str | None = None, **settings: object
) -> AsyncIterator[App]:
    """The whole desk on a database of its own. It reads no cards, whatever is installed."""
    async with an_app_that_reads(None, directory, clock, database_url=database_url, **settings) as app:
        yield app


@asynccontextmanager
async def an_app_that_reads(
    reader: Reader | None,
    directory: Path,
    clock: HandClock | None = None,
    *,
    database_url: str | None = None,
    **settings: object,
) -> AsyncIterator[App]:
    """The same with a reader of cards."""
    chosen = Settings.model_validate({"data_dir": directory, "database_url": database_url, **settings})
    async with open_app(chosen, clock=clock or HandClock(), speech=SPEECH, reader=lambda: reader) as app:
        yield app


@dataclass
class Talk:
    """One resident's conversation."""

    app: App
    conversation: str = "c0"
    language: str = "zh-Hans"
    _ids: itertools.count[int] = field(default_factory=itertools.count)
    last: Taken | None = None

    async def say(self, text: str, *, id: str | None = None) -> list[Reply]:
        """Types a message."""
        return await self._take(id, text=text)

    async def tap(self, choice: str, *, id: str | None = None) -> list[Reply]:
        """Taps an option."""
        return await self._take(id, choice=choice)

    async def show(self, photo: Photo) -> list[Reply]:
        """Sends a picture."""
        return await self._take(None, photo=photo)

    async def all(self, *texts: str) -> list[Reply]:
        """Types several messages, one after the other; the replies of the last."""
        replies: list[Reply] = []
        for text in texts:
            replies = await self.say(text)
        return replies

    @property
    def keys(self) -> list[str]:
        """The message ids of the last replies."""
        return [] if self.last is None else [reply.words.key for reply in self.last.replies]

    @property
    def question(self) -> Reply:
        """The open question as last put."""
        assert self.last is not None
        return next(reply for reply in reversed(self.last.replies) if reply.asking is not None)

    @property
    def options(self) -> list[str]:
        """The values offered by the open question."""
        asking = self.question.asking
        assert asking is not None
        return [option.value for option in asking.options]

    def text(self, reply: Reply) -> str:
        """What the resident reads."""
        return SPEECH.render(reply.words, self.language)

    async def _take(
        self, id_: str | None, *, text: str | None = None, choice: str | None = None, photo: Photo | None = None
    ) -> list[Reply]:
        incoming = Incoming(
            self.conversation,
            id_ or f"m{next(self._ids)}",
            self.app.clock(),
            text=text,
            choice=choice,
            photo=photo,
        )
        lead = danger_replies(text, self.app.place)
        self.last = await self.app.turns.take(incoming, self.language, lead=lead)
        for reply in self.last.replies if self.app.flows is FLOWS else ():
            self.text(reply)  # fails where its words lack something
        return list(self.last.replies)


async def replay(app: App, script: str, talk: Talk | None = None) -> Talk:
    """Plays a transcript; fails at the first reply that is not the one written down."""
    talk = talk or Talk(app)
    replies: list[str] = []
    skipping = False
    lines = [line for line in dedent(script).strip().splitlines() if line.strip()]
    for number, line in enumerate(lines, start=1):
        who, _, what = (part.strip() for part in line.strip().partition(":"))
        if line.strip() == "...":
            skipping = True
            continue
        if who == "bot":
            if skipping:
                while replies and replies[0] != what:
                    replies.pop(0)
                skipping = False
            assert replies, f"line {number}: {what} was expected, and nothing more was said"
            assert replies.pop(0) == what, f"line {number}: {what} was expected; said: {talk.keys}"
            continue
        assert skipping or not replies, f"line {number}: also said {replies}"
        skipping = False
        if who == "wait":
            assert isinstance(app.clock, HandClock)
            app.clock.move(what)
            await work_off(app)
            replies = []
            continue
        assert who in {"you", "tap"}, f"line {number}: {who}?"
        await (talk.say(what) if who == "you" else talk.tap(what))
        replies = talk.keys
    assert skipping or not replies, f"at the end: also said {replies}"
    return talk


async def work_off(app: App) -> None:
    """Does everything that is due now, as the worker would."""
    while await app.worker.once():
        pass


COUPLE = ["结婚登记", "同意", "1", "张三", MAN, "未婚", "就在这里一起填", "李四", WOMAN, "未婚", "1", "1"]
"""What a couple types up to the question for the day."""


async def book(
    talk: Talk, day: str = "2026-05-20", time: str = "09:30", *, people: tuple[str, str] = (MAN, WOMAN)
) -> str:
    """Books 结婚登记 from the start; the receipt number."""
    lines = [{MAN: people[0], WOMAN: people[1]}.get(line, line) for line in COUPLE]
    await talk.all(*lines, day, time, "到现场再拍", "13800000000")
    replies = await talk.say("都对")
    receipt = replies[0].receipt
    assert receipt is not None, talk.keys
    return receipt

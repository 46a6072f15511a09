"""The answer to a message, within the five seconds that WeChat waits: what its turn says, or that it takes longer.

The turn goes on by itself, whatever becomes of the request. What it says stands among what is to be sent; whoever
answers in time takes it from there, and what is not answered in time is sent as customer messages.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

import structlog

from bot.channels.capabilities import WECHAT as CAN
from bot.channels.chatting import Chatting
from bot.turn import danger_replies
from bot.wechat.hearing import KEPT_FOR, Heard, Hearing
from bot.wechat.reading import read
from flows.errors import OutsideFault
from flows.words import Reply, Words
from integrations.quick import OUTGOING
from integrations.store import answers, chats
from integrations.store.answers import Offered
from integrations.store.chats import WECHAT
from integrations.store.database import Collision
from integrations.wechat.messages import Message

ANSWER_SECONDS, KEPT_SECONDS = 3.2, 4.0
"""How long a turn is waited for, and until when a message that takes longer has to be kept."""
DANGER_SECONDS = 1.5
"""In danger the numbers are said without waiting for anything much longer."""
WHOLE_SECONDS, PLATFORM_SECONDS = 4.5, 5.5
"""For everything; what is left of five seconds is for the network. After the other nobody listens any more."""
THIRD_SECONDS = 9
"""What was said so long ago is brought for the third time: its answer cannot be asked for again."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said in the answer, if anything, and which of what is to be sent that is; ``rest``: there is more, which
    follows by itself once this is written out."""

    text: str | None = None
    keys: tuple[str, ...] = ()
    rest: bool = False


class Answering:
    """Answers messages. ``keep`` begins work that goes on beside; ``seconds`` puts the platform's seconds into ours."""

    def __init__(
        self,
        chatting: Chatting,
        hearing: Hearing,
        keep: Callable[[Coroutine[Any, Any, Any]], asyncio.Task[Any]],
        seconds: Callable[[float], float],
    ) -> None:
        self._app = chatting.app
        self._chatting = chatting
        self._hearing = hearing
        self._keep = keep
        self._seconds = seconds
        self._taking: dict[str, asyncio.Task[Words | None]] = {}
        self._late: set[str] = set()

    async def answer(self, message: Message, xml: str, sent_at: int) -> Answer:
        """What is said to a message now; ``sent_at``: when it was brought, in seconds since 1970. Raises OutsideFault
        where it is to come again."""
        if message.event == "unsubscribe":
            await self._leaves(message)
            return Answer()
        clock = _Clock(self._seconds)
        heard = self.heard(message, xml)
        if heard is None:
            return Answer()
        which = f"{message.sender}:{message.key}"
        task = self._taking.get(which)
        if task is None:
            task = self._taking[which] = self._keep(self._take(which, heard))
        is_third = sent_at - message.created_at >= THIRD_SECONDS
        if not await clock.within(task, DANGER_SECONDS if heard.lead else ANSWER_SECONDS):
            return await self._in_the_meantime(which, heard, clock, is_third=is_third)
        direct = task.result()
        if direct is not None:
            return Answer(self._meanwhile(heard) if heard.lead else self._rendered(direct, heard))
        offered = self._keep(self._offered(message, is_third=is_third))
        if await clock.within(offered, WHOLE_SECONDS) and offered.exception() is None:
            answer: Answer = offered.result()
            return answer
        _log.warning("wechat.not_offered")  # it is sent when it is due
        return Answer(self._meanwhile(heard))

    def heard(self, message: Message, xml: str) -> Heard | None:
        """What a message says; None where nobody said anything."""
        unsupported = self._app.speech.render(Words("wechat-unsupported"), "zh-Hans")
        said = read(message, unsupported)
        return None if said is None else Heard(message, xml, said, danger_replies(said.text, self._app.place))

    async def was_written(self, answer: Answer) -> None:
        """The answer was written out; where this cannot be noted, it is said once more."""
        if not answer.keys:
            return
        app = self._app
        with contextlib.suppress(OutsideFault, Collision):
            async with app.database.write() as connection:
                await answers.was_written(connection, answer.keys, app.clock(), rest=answer.rest)
            if answer.rest:
                await app.quick.wake(OUTGOING)

    async def _in_the_meantime(self, which: str, heard: Heard, clock: _Clock, *, is_third: bool) -> Answer:
        """It takes longer. From here on the platform brings the message no more: so it is kept first. Where it cannot
        be, the platform is to bring it again, as often as it does; only the numbers are said all the same."""
        self._late.add(which)
        kept = self._keep(self._hearing.keep(heard, KEPT_FOR))
        is_kept = await clock.within(kept, KEPT_SECONDS) and kept.exception() is None
        if is_kept or heard.lead:
            return Answer(self._meanwhile(heard))
        if is_third:
            return Answer(self._rendered(Words("wechat-not_taken"), heard))
        await clock.within(self._taking.get(which), PLATFORM_SECONDS)
        raise OutsideFault("wechat: a message could not be kept, and is to come again")

    async def _leaves(self, message: Message) -> None:
        """Somebody follows the account no more, unless they did so again meanwhile."""
        app = self._app
        async with app.database.read() as connection:
            chat = await chats.at(connection, app.vault, WECHAT, message.sender)
        if chat is None or chat.said_at is None or message.created_at >= chat.said_at:
            await self._chatting.blocks(message.sender)

    async def _take(self, which: str, heard: Heard) -> Words | None:
        try:
            return await self._hearing.take(heard)
        finally:
            del self._taking[which]
            if which in self._late:
                self._late.discard(which)
                with contextlib.suppress(OutsideFault, Collision):  # then it is sent when it is due
                    await self._hearing.hurry(heard.message.sender)

    async def _offered(self, message: Message, *, is_third: bool) -> Answer:
        """What waits for the chat, as much as one answer holds; the rest is sent by itself. So is what was answered
        before in vain, where the platform does not ask again."""
        app, again = self._app, f"wx.{message.key}"
        chat = chats.id_of(app.vault, WECHAT, message.sender)
        async with app.database.read() as connection:
            waiting = await answers.waiting(connection, app.vault, chat, again, app.clock())
            in_vain = is_third and await answers.was_answered(connection, chat, again)
        fitting = _fitting(waiting)
        if not fitting:
            return Answer()
        keys = [each.key for each in fitting]
        async with app.database.write() as connection:
            if in_vain:
                await answers.reopen(connection, keys, app.clock())
                await answers.hurry(connection, chat, app.clock())
            else:
                keys = list(await answers.offer(connection, keys, again, app.clock()))
        if in_vain:
            await app.quick.wake(OUTGOING)
            return Answer()
        offered = [each for each in fitting if each.key in keys]
        return Answer(_joined(offered), tuple(keys), len(fitting) < len(waiting)) if offered else Answer()

    def _meanwhile(self, heard: Heard) -> str:
        """The numbers, where they are needed; else that it takes longer."""
        return self._rendered(heard.lead[:-1] or (Reply(Words("wechat-meanwhile")),), heard)

    def _rendered(self, said: Words | Sequence[Reply], heard: Heard) -> str:
        replies = (Reply(said),) if isinstance(said, Words) else said
        return self._chatting.renderer.messages(replies, self._language(heard))[0].text

    def _language(self, heard: Heard) -> str:
        """In which somebody talks, as far as that is known without the store."""
        text = heard.said.text or ""
        guessed = "en" if text.isascii() and any(each.isalpha() for each in text) else self._app.settings.locale
        return self._hearing.languages.get(heard.message.sender, guessed)


class _Clock:
    """How much of the platform's time is left for one message."""

    def __init__(self, seconds: Callable[[float], float]) -> None:
        self._begun = time.monotonic()
        self._seconds = seconds

    async def within(self, task: asyncio.Task[Any] | None, seconds: float) -> bool:
        """Waits until so many seconds after the message came; whether the task is done then. It goes on in any case."""
        if task is None:
            return False
        left = self._begun + self._seconds(seconds) - time.monotonic()
        await asyncio.wait({task}, timeout=max(0.0, left))
        return task.done()


def _fitting(waiting: Sequence[Offered]) -> Sequence[Offered]:
    """As many as fit into one answer, in order; the first in any case."""
    most = 1
    while most < len(waiting) and CAN.size(_joined(waiting[: most + 1])) <= CAN.text_limit:
        most += 1
    return waiting[:most]


def _joined(offered: Sequence[Offered]) -> str:
    """Only the last asks: what an earlier one asked by the way is asked anew, or has been answered."""
    earlier = [each.what.get("late", each.what["text"]) for each in offered[:-1]]
    return "\n\n".join([*filter(None, earlier), *(each.what["text"] for each in offered[-1:])])

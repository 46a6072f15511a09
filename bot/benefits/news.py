"""Wishing to be told of changes (变动提醒), and wishing it no more: only who has shown whose they are may wish it, and
they are told in the conversation where it was shown."""

from __future__ import annotations

from bot.benefits import watching
from bot.benefits.parts import Tools
from bot.benefits.proven import proven
from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from flows.benefits.stop_flow import ALL, NOTHING
from flows.language.lookups import Found
from flows.outcome import Final, Needed
from flows.words import Option, Words
from integrations.store.benefits import news
from integrations.store.benefits.news import Watch
from integrations.store.benefits.register import person_of

_GONE = Words("benefits-gone")


class News:
    """Refuses (Refused) once the proof is over; the word that stops it needs none."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def part(self) -> Part:
        """What this piece brings."""
        return Part(
            endings={"news_on": self._on, "news_off": self._off, "news_stopped": self._stopped},
            lookups={"news_here": self._here},
            forget=(self._forget,),
            informs=(self._inform,),
        )

    async def _on(self, final: Final, doing: Doing) -> Told:
        """From now on; how the records stand is looked up at once, so that what is new is known by it."""
        tools, now = self._tools, doing.world.now
        proof = await proven(tools, final, doing)
        watch = Watch(tools.id(), proof.conversation, proof.id_number, proof.phone, proof.by, proof.proxy)
        await news.put(doing.connection, tools.vault, watch, now)
        person = person_of(tools.vault, proof.id_number)
        await watching.look_up(doing.connection, tools.vault, person, watch.id, now, now)
        return {}, None

    async def _off(self, final: Final, doing: Doing) -> Told:
        """No more of whom the proof is for."""
        proof = await proven(self._tools, final, doing)
        await news.stop(doing.connection, proof.conversation, person_of(self._tools.vault, proof.id_number))
        return {}, None

    async def _stopped(self, final: Final, doing: Doing) -> Told:
        """No more of anybody; what is still to be told here is not told either."""
        await self._forget(doing)
        return {}, None

    async def _here(self, needed: Needed, conversation: str) -> Found:
        """Whether anything is told here: the one way there is."""
        async with self._tools.database.read() as connection:
            way = ALL if await news.is_on(connection, conversation) else NOTHING
        return Found((Option(way, Words(f"stop_news-way.{way}")),), {}, _GONE)

    async def _forget(self, doing: Doing) -> None:
        await news.forget(doing.connection, doing.conversation.id, doing.world.now)

    async def _inform(self, doing: Doing) -> list[Words]:
        is_on = await news.is_on(doing.connection, doing.conversation.id)
        return [Words("benefits-news_known")] if is_on else []

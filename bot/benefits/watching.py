"""Telling of changes (变动提醒): who wishes to be told is looked up once a day, by day, and after a table was imported
that changes something of theirs; what is new since the last look is told once, in one message.

Walks go batch by batch, each in a transaction of its own that plans the next. Each look is a piece of work; it compares
and tells in one transaction, so that however often it is done, or breaks off, everything is told once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.benefits.looking import Looking
from bot.benefits.parts import Tools
from bot.benefits.rights import may_be_told
from bot.pieces import Part
from bot.telling import plan_notice
from flows.benefits import news as what
from flows.benefits.records import Registered
from flows.errors import OutsideFault
from flows.quiet import awake
from flows.words import Words
from flows.world import World
from integrations.privacy import Vault
from integrations.store import due_work
from integrations.store.benefits import news
from integrations.store.benefits.news import Watch
from integrations.store.benefits.register import person_of
from integrations.store.due_work import Work

WATCH, WALK, LOOK = "benefit_watch", "benefit_walk", "benefit_look"
"""The kinds of work: every hour; a batch of people; one person."""
BATCH = 100
PACE = timedelta(milliseconds=500)
"""From one look to the next: two in a second, whatever the register."""
_QUIET = "benefit"


async def walk(
    connection: AsyncConnection, vault: Vault, name: str, due_at: datetime, now: datetime, since: datetime | None
) -> None:
    """Everybody who wishes to be told is looked up: of whom something was changed at ``since`` or later, or without it
    who was not looked up that day. ``name``: the same is the same walk."""
    payload = {"name": name, "since": None if since is None else since.isoformat(), "after": ""}
    await due_work.schedule(connection, vault, Work(f"{WALK}:{name}:", WALK, due_at, payload), now)


async def look_up(
    connection: AsyncConnection, vault: Vault, person: bytes, name: str, due_at: datetime, now: datetime
) -> None:
    """Somebody is looked up at ``due_at``, once in a walk."""
    work = Work(f"{LOOK}:{name}:{person.hex()[:24]}", LOOK, due_at, {"person": person.hex()})
    await due_work.schedule(connection, vault, work, now)


class Watching:
    """Looks up and tells. A register that does not answer, or says what it said before, tells nobody anything."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._looking = Looking(tools)

    def part(self) -> Part:
        """What this piece brings."""
        return Part(work={WATCH: self._watch, WALK: self._walk}, outside={LOOK: self.look})

    async def _watch(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """Every hour by day, for whoever was not looked up yet that day."""
        if awake(world, _QUIET) <= world.now:
            await walk(connection, self._tools.vault, f"{world.now:%Y%m%d%H}", world.now, world.now, None)

    async def _walk(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """A batch, one look after the other, none at the very same moment as another's; and then the next."""
        vault, now, name = self._tools.vault, world.now, str(work.payload["name"])
        since = work.payload["since"]
        after = bytes.fromhex(work.payload["after"])
        people = await news.to_look_up(
            connection, after, BATCH, day=world.day, since=None if since is None else datetime.fromisoformat(since)
        )
        for n, person in enumerate(people):
            await look_up(connection, vault, person, name, now + PACE * n + self._jitter(), now)
        if len(people) == BATCH:
            last = people[-1].hex()
            following = Work(f"{WALK}:{name}:{last[:24]}", WALK, now + PACE * BATCH, {**work.payload, "after": last})
            await due_work.schedule(connection, vault, following, now)

    async def look(self, work: Work) -> None:
        """Looks somebody up, and tells everybody who wishes to be told of them what is new. Raises OutsideFault where
        another look was under way, so that it is looked again."""
        tools, person = self._tools, bytes.fromhex(work.payload["person"])
        async with tools.database.read() as connection:
            watches = await news.of_person(connection, tools.vault, person)
        world = await tools.world()
        is_night = awake(world, _QUIET) > world.now
        if not watches or (is_night and all(each.records is not None for each in watches)):
            return
        id_number, asked_at = watches[0].id_number, tools.clock()
        try:
            finding = await tools.register.find(id_number)
        except OutsideFault:
            return  # nothing is known, so nothing is told; within the hour it is asked again
        if finding.stale or finding.of is None:
            return
        day = f"{person.hex()}\x1f{world.day.isoformat()}"
        await self._looking.note(finding.of, id_number, "desk", "news", day)
        known_at = min(asked_at, finding.as_of)
        async with tools.database.write() as connection:
            for watch in await news.of_person(connection, tools.vault, person, lock=True):
                if watch.as_of is not None and known_at < watch.as_of:
                    raise OutsideFault("somebody was looked up meanwhile, and is to be looked up once more")
                if watch.records is None or not is_night:
                    await self._tell(connection, watch, finding.of, world)

    async def _tell(self, connection: AsyncConnection, watch: Watch, of: Registered, world: World) -> None:
        """What is new goes to one conversation, while it may be told there; else once that it is off."""
        vault, now = self._tools.vault, self._tools.clock()
        if not may_be_told(of, watch.phone, watch.by, watch.proxy, world.day):
            await news.stop(connection, watch.conversation, person_of(vault, watch.id_number))
            await self._notice(connection, watch, Words("benefits-news_over"), now)
            return
        found: tuple[what.News, ...] = ()
        if watch.records is not None and watch.day is not None:
            found = what.compare(watch.records, of.records, watch.day, world.day, what.certify_days(world))
        if found:
            await self._notice(connection, watch, what.message(found, world), now)
        count = watch.count + bool(found)
        looked = replace(watch, records=of.records, day=world.day, as_of=now, count=count)
        await news.put(connection, vault, looked, now)

    async def _notice(self, connection: AsyncConnection, watch: Watch, words: Words, now: datetime) -> None:
        mark = str(watch.count)
        await plan_notice(
            connection, self._tools.vault, watch, kind=news.NOTICE, mark=mark, words=words, now=now, call=False
        )

    def _jitter(self) -> timedelta:
        return PACE * (self._tools.random(1)[0] / 256)

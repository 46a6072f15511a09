"""Checking in and out (签到、签退) by the code of the day; the time between them is recorded as service.

A code that is wrong, of another day, or of a post that is not open to check in: one sentence for all. Who tries a few
wrong ones is stopped for an hour.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Told
from bot.filing import Doing
from bot.tries import WrongTries
from bot.volunteers.day_code import code_of
from bot.volunteers.parts import Part, Tools
from bot.volunteers.recording import Recording
from bot.volunteers.reminding import plan_question
from bot.volunteers.taking_part import own
from flows.errors import Refused
from flows.language.lookups import Found
from flows.outcome import Final, Needed
from flows.volunteers import posts
from flows.volunteers.check_in_flow import IN, OUT
from flows.volunteers.ledger import Entry, span_minutes
from flows.volunteers.people import Volunteer
from flows.volunteers.posts import CLOSES, OPENS, Post
from flows.words import Option, Words, yes
from integrations.store.volunteers import activities

MOST_WRONG = 5

_WRONG = Found((), {}, Words("check_in-wrong"), Words("check_in-wrong"))
_OFTEN = Found((), {}, Words("check_in-too_often"), Words("check_in-too_often"))


class Arriving:
    """Refuses (Refused) what the code does not open any more."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._vault = tools.vault
        self._tries = WrongTries(tools.quick, tools.vault, "post-code")
        self._recording = Recording(tools)

    def part(self) -> Part:
        """What it brings."""
        return Part(endings={"arrive": self._arrive, "depart": self._depart}, lookups={"post_of_code": self._of_code})

    async def _of_code(self, needed: Needed, conversation: str) -> Found:
        """What the code is for: coming to a post, or going from it."""
        number, code = str(needed.facts["volunteer"]), int(needed.facts["code"])
        most = dict.fromkeys(
            (self._tries.of("conversation", conversation), self._tries.of("volunteer", number)), MOST_WRONG
        )
        if await self._tries.are_too_many(most):
            return _OFTEN
        async with self._tools.database.read() as connection:
            volunteer = await own(connection, self._vault, number, conversation)
            found = [] if volunteer is None else await self._opened(connection, volunteer, code, needed.facts.world.now)
        if not found:
            await self._tries.add(most, conversation, number, f"{code}", needed.facts.day.isoformat())
            return _WRONG
        options = tuple(
            Option(f"{way}{post.number}", Words(f"check_in-way.{way[:-1]}", {"post": posts.named(post)}))
            for way, post in found
        )
        return Found(options, {}, Words("check_in-wrong"))

    async def _arrive(self, final: Final, doing: Doing) -> Told:
        connection, now = doing.connection, doing.world.now
        volunteer, post = await self._chosen(final, doing, IN)
        part = await activities.part_of(connection, post.number, volunteer.number)
        is_in = part is not None and part.state == activities.JOINED
        if not is_in and not await activities.join(
            connection, post.number, volunteer.number, now, step="code", late=True
        ):
            raise Refused("check_in-full", step="code")
        if not await activities.arrive(connection, post.number, volunteer.number, now):
            raise Refused("check_in-wrong", step="code")
        await plan_question(self._tools, connection, post, volunteer.number, now)
        return {"title": post.title, "at": now}, None

    async def _depart(self, final: Final, doing: Doing) -> Told:
        """Only whole minutes count, of the time of the post."""
        connection, now = doing.connection, doing.world.now
        volunteer, post = await self._chosen(final, doing, OUT)
        part = await activities.part_of(connection, post.number, volunteer.number)
        if part is None or part.arrived_at is None:
            raise Refused("check_in-wrong", step="code")
        if not await activities.depart(connection, post.number, volunteer.number, now):
            raise Refused("check_in-wrong", step="code")
        served = posts.served(post, part.arrived_at, now)
        minutes = 0 if served is None else span_minutes(*served)
        if served is not None:
            entry = Entry(
                id=self._tools.id(),
                volunteer=volunteer.number,
                organisation=post.organisation,
                kind=post.kind,
                begins_at=served[0],
                ends_at=served[1],
                minutes=minutes,
                activity=post.number,
                what=post.title,
                where=post.place,
            )
            who = f"volunteer:{volunteer.number}"
            await self._recording.record(connection, entry, who, doing.world, step="code")
        length = Words("format-length", {"hours": minutes // 60, "minutes": minutes % 60})
        return {"title": post.title, "length": length, "some": yes(served is not None)}, None

    # --- parts ---------------------------------------------------------------------------------------------------

    async def _opened(
        self, connection: AsyncConnection, volunteer: Volunteer, code: int, now: datetime
    ) -> list[tuple[str, Post]]:
        """What a code opens to a volunteer now, and which way."""
        found = await activities.under_way(connection, self._vault, now + OPENS, now - CLOSES)
        opened = []
        for post in found:
            if code_of(self._vault, post) == code:
                part = await activities.part_of(connection, post.number, volunteer.number)
                way = _way(post, volunteer, part, now)
                if way is not None:
                    opened.append((way, post))
        return opened

    async def _chosen(self, final: Final, doing: Doing, way: str) -> tuple[Volunteer, Post]:
        """The volunteer and the post; the code must open it still, and the same way."""
        facts, now = final.facts, doing.world.now
        volunteer = await own(doing.connection, self._vault, str(facts["volunteer"]), doing.conversation.id)
        if volunteer is None:
            raise Refused("post-no_volunteer", step="volunteer")
        for opens, post in await self._opened(doing.connection, volunteer, int(facts["code"]), now):
            if f"{opens}{post.number}" == facts["post"] and opens == way:
                return volunteer, post
        raise Refused("check_in-wrong", step="code")


def _way(post: Post, volunteer: Volunteer, part: activities.Part | None, now: datetime) -> str | None:
    """In, out, or neither: who does not take part may come where a seat is free and they may take part."""
    joined = part is not None and part.state == activities.JOINED
    if part is not None and joined and part.arrived_at is not None:
        return OUT if part.left_at is None and posts.may_leave(post, now) else None
    if not posts.may_arrive(post, now):
        return None
    return IN if joined or (post.free > 0 and posts.allows(post, volunteer)) else None

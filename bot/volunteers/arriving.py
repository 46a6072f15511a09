"""Checking in and out (签到、签退) by the code of the day; the time between them is recorded as service.

A code that is wrong, of another day, or of a post that is not open to check in: one sentence for all. Who tries a few
wrong ones is stopped for an hour.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from bot.tries import WrongTries
from bot.volunteers.day_code import code_of
from bot.volunteers.own import own
from bot.volunteers.parts import Tools
from bot.volunteers.recording import Recording
from bot.volunteers.reminding import plan_question
from flows.errors import Refused
from flows.language.lookups import Found
from flows.outcome import Final, Needed
from flows.volunteers import posts, rules
from flows.volunteers.check_in_flow import IN, OUT
from flows.volunteers.ledger import Entry, free_of, span_minutes
from flows.volunteers.people import Volunteer
from flows.volunteers.posts import CLOSES, OPENS, Post
from flows.words import Option, Words
from integrations.store.volunteers import activities, ledger, organisations

MOST_WRONG = 5

NEW, NOT_FOR_YOU = "new:", "not_for_you:"
"""What a code opens to who has not joined: coming and joining by it once they were told all of the post, its risks and
insurance with it (志愿服务条例第12条), or being told that it is not for them."""

_NOT_FOR_YOU = Words("post-not_for_you")
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
            new = next((post for way, post in found if way == NEW), None)
            organisation = None if new is None else await organisations.one(connection, new.organisation)
        if not found:
            await self._tries.add(most, conversation, number, f"{code}", needed.facts.day.isoformat())
            return _WRONG
        if all(way == NOT_FOR_YOU for way, _ in found):
            return Found((), {}, _NOT_FOR_YOU, _NOT_FOR_YOU)
        options = tuple(
            Option(f"{OUT if way == OUT else IN}{post.number}", _label(way, post))
            for way, post in found
            if way in (IN, OUT) or post is new
        )
        note = None if new is None else posts.told(new, "" if organisation is None else organisation.name)
        return Found(options, {}, Words("check_in-wrong"), note=note)

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
        """Whoever came may go. Only whole minutes count, of the time of the post, and only what is not recorded yet: no
        time is recorded twice."""
        connection, now = doing.connection, doing.world.now
        volunteer, post = await self._chosen(final, doing, OUT)
        part = await activities.part_of(connection, post.number, volunteer.number)
        if part is None or part.arrived_at is None:
            raise Refused("check_in-wrong", step="code")
        if not await activities.depart(connection, post.number, volunteer.number, now):
            raise Refused("check_in-wrong", step="code")
        served = posts.served(post, part.arrived_at, now)
        if served is None:
            return {"title": post.title, "recorded": "short", "length": "", "there": ()}, None
        await ledger.lock(connection, volunteer.number)
        beside = await ledger.beside(connection, self._vault, volunteer.number, *served)
        there = [each for each in beside if each.begins_at < served[1] and served[0] < each.ends_at]
        minutes = 0
        for begins_at, ends_at in free_of(*served, there):
            entry = Entry(
                id=self._tools.id(),
                volunteer=volunteer.number,
                organisation=post.organisation,
                kind=post.kind,
                begins_at=begins_at,
                ends_at=ends_at,
                minutes=span_minutes(begins_at, ends_at),
                activity=post.number,
                what=post.title,
                where=post.place,
            )
            who = f"volunteer:{volunteer.number}"
            await self._recording.record(connection, entry, who, doing.world, step="code")
            minutes += entry.minutes
        recorded = "nothing" if minutes == 0 else "rest" if there else "all"
        length = Words("format-length", {"hours": minutes // 60, "minutes": minutes % 60})
        spans = tuple(Words("check_in-stood", rules.span(each.begins_at, each.ends_at)) for each in there)
        return {"title": post.title, "recorded": recorded, "length": length, "there": spans}, None

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
            is_way = opens in (IN, NEW) if way == IN else opens == way
            if is_way and f"{way}{post.number}" == facts["post"]:
                return volunteer, post
        raise Refused("check_in-wrong", step="code")


def _way(post: Post, volunteer: Volunteer, part: activities.Part | None, now: datetime) -> str | None:
    """In, out, or neither: who does not take part may come as well where a seat is free and the post is for them."""
    joined = part is not None and part.state == activities.JOINED
    if part is not None and joined and part.arrived_at is not None:
        return OUT if part.left_at is None and posts.may_leave(post, now) else None
    if not posts.may_arrive(post, now):
        return None
    if joined:
        return IN
    if not posts.allows(post, volunteer):
        return NOT_FOR_YOU
    return NEW if post.free > 0 else None


def _label(way: str, post: Post) -> Words:
    """What an option does; who joins by it has read the risks of the post first."""
    name = "new_risky" if way == NEW and post.risk == "some" else way[:-1]
    return Words(f"check_in-way.{name}", {"post": posts.named(post)})

"""Taking part in posts (志愿活动): what fits and is near, joining, getting in line (候补), leaving."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from bot.volunteers.own import own
from bot.volunteers.parts import Tools
from bot.volunteers.publishing import got_in
from bot.volunteers.reminding import plan_reminders
from flows.errors import Refused
from flows.language.lookups import Found
from flows.outcome import Final, Needed
from flows.volunteers import posts
from flows.volunteers.people import Volunteer
from flows.volunteers.posts import Post
from flows.words import Option, Value, Words
from flows.world import World
from integrations.store.volunteers import activities, organisations

_GONE = Found((), {}, Words("post-gone"), Words("post-gone"))


class TakingPart:
    """Refuses (Refused) whoever is not a registered volunteer of this conversation, and what cannot be."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._vault = tools.vault

    def part(self) -> Part:
        """What it brings."""
        return Part(
            endings={"join_post": self._join, "wait_for_post": self._wait, "leave_post": self._leave},
            lookups={"fitting_posts": self._fitting, "ways_of_joining": self._ways},
        )

    # --- look-ups ------------------------------------------------------------------------------------------------

    async def _fitting(self, needed: Needed, conversation: str) -> Found:
        """What suits a volunteer and is near, or all they may take part in, or what they do take part in."""
        facts, world = needed.facts, needed.facts.world
        want = facts["want"]
        async with self._tools.database.read() as connection:
            volunteer = await own(connection, self._vault, str(facts["volunteer"]), conversation)
            if volunteer is None:
                return _GONE
            mine = await activities.of_volunteer(connection, self._vault, volunteer.number, world.now)
            if want == "mine":
                options = tuple(
                    Option(each.number, posts.named(each), Words(f"activities-part.{part.state}"))
                    for each, part in mine
                )
                return Found(options, {}, Words("post-gone"), Words("activities-none_mine"))
            found = await activities.listed(connection, self._vault, world.now, township=volunteer.township)
        there = {each.number for each, _ in mine}
        fitting = [each for each in found if each.number not in there and posts.allows(each, volunteer)]
        if want == "fitting":
            fitting = [each for each in fitting if posts.suits(each, volunteer, world)]
        options = tuple(Option(each.number, posts.named(each), _free(each)) for each in fitting)
        return Found(options, {}, Words("post-gone"), Words(f"activities-none_{want}"))

    async def _ways(self, needed: Needed, conversation: str) -> Found:
        """All of a post, its risks and insurance with it, and what this volunteer may do about it now."""
        facts, world = needed.facts, needed.facts.world
        async with self._tools.database.read() as connection:
            volunteer = await own(connection, self._vault, str(facts["volunteer"]), conversation)
            post = await activities.one(connection, self._vault, str(facts["post"]))
            if volunteer is None or post is None or post.state != activities.OPEN:
                return _GONE
            organisation = await organisations.one(connection, post.organisation)
            part = await activities.part_of(connection, post.number, volunteer.number)
            place = await activities.place_in_line(connection, post.number, volunteer.number)
        ways = _open_to(post, volunteer, part, world)
        risky = ".risky" if post.risk == "some" else ""
        labels = {"join": "activities-join", "wait": "activities-wait"}
        options = tuple(
            Option(each, Words(f"{labels[each]}{risky}") if each in labels else Words(f"activities-way.{each}"))
            for each in ways
        )
        state = "none" if part is None else part.state
        told = posts.told(post, "" if organisation is None else organisation.name)
        note = Words("activities-shown", {"post": told, "state": state, "place": place})
        return Found(options, {}, Words("post-gone"), note=note)

    # --- endings -------------------------------------------------------------------------------------------------

    async def _join(self, final: Final, doing: Doing) -> Told:
        volunteer, post = await self._chosen(final, doing)
        if not posts.allows(post, volunteer):
            raise Refused("post-not_for_you", step="post")
        if not await activities.join(doing.connection, post.number, volunteer.number, doing.world.now, step="post"):
            raise Refused("post-full", step="what")
        await plan_reminders(self._tools, doing.connection, post, volunteer.number, doing.world.now)
        return _told(post), None

    async def _wait(self, final: Final, doing: Doing) -> Told:
        volunteer, post = await self._chosen(final, doing)
        if not posts.allows(post, volunteer):
            raise Refused("post-not_for_you", step="post")
        now = doing.world.now
        place = await activities.wait(doing.connection, post.number, volunteer.number, now, step="post")
        if place == 0:
            await plan_reminders(self._tools, doing.connection, post, volunteer.number, now)
        return {**_told(post), "place": place}, None

    async def _leave(self, final: Final, doing: Doing) -> Told:
        volunteer, post = await self._chosen(final, doing)
        now = doing.world.now
        promoted = await activities.leave(
            doing.connection, self._vault, post.number, volunteer.number, now, step="post"
        )
        await got_in(self._tools, doing.connection, post, promoted, now)
        return _told(post), None

    async def _chosen(self, final: Final, doing: Doing) -> tuple[Volunteer, Post]:
        volunteer = await own(doing.connection, self._vault, str(final.facts["volunteer"]), doing.conversation.id)
        if volunteer is None:
            raise Refused("post-no_volunteer", step="volunteer")
        post = await activities.one(doing.connection, self._vault, str(final.facts["post"]))
        if post is None:
            raise Refused("post-gone", step="post")
        return volunteer, post


async def leave_everything(tools: Tools, connection: AsyncConnection, volunteer: str, now: datetime) -> None:
    """Somebody volunteers no more (退出): their seats go to who is next in line, who is told."""
    for number, promoted in await activities.leave_all(connection, tools.vault, volunteer, now):
        post = await activities.one(connection, tools.vault, number)
        if post is not None:
            await got_in(tools, connection, post, [promoted], now)


def _open_to(post: Post, volunteer: Volunteer, part: activities.Part | None, world: World) -> tuple[str, ...]:
    if post.starts_at <= world.now:
        return ()
    if part is not None and part.state in (activities.JOINED, activities.WAITING):
        return ("leave",)
    if not posts.allows(post, volunteer):
        return ()
    return ("join",) if post.free > 0 else ("wait",)


def _free(post: Post) -> Words:
    return Words("post-free", {"free": post.free}) if post.free > 0 else Words("post-is_full")


def _told(post: Post) -> dict[str, Value]:
    when = posts.when(post.starts_at, post.ends_at)
    return {"title": post.title, "when": when, "where": posts.where(post), "ask": post.ask}

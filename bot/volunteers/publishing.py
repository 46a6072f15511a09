"""Publishing posts (发布活动) and looking after them (我的活动), by those in charge of an organisation."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Told
from bot.filing import Doing
from bot.pieces import Part
from bot.volunteers.day_code import code_of
from bot.volunteers.in_charge import InCharge, in_charge, of_conversation, tell_all
from bot.volunteers.parts import Tools
from bot.volunteers.reminding import plan_reminders
from flows.errors import Refused
from flows.inputs.name import mask_name
from flows.language.lookups import Found
from flows.outcome import Final, Needed
from flows.volunteers import posting, posts
from flows.volunteers.posts import CLOSES, Post
from flows.words import Option, Value, Words, yes
from integrations.store.volunteers import activities, registry

_GONE = Found((), {}, Words("post-gone"), Words("post-gone"))


class Publishing:
    """Refuses (Refused) who is not in charge, and what cannot be any more."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._vault = tools.vault

    def part(self) -> Part:
        """What it brings."""
        return Part(
            endings={
                "publish": self._publish,
                "seats_of_post": self._set_seats,
                "move_post": self._move,
                "cancel_post": self._cancel,
            },
            lookups={
                "my_organisations": InCharge(self._tools.database, self._vault).mine,
                "posts_of_organisation": self._posts,
                "ways_of_post": self._ways,
            },
        )

    # --- look-ups ------------------------------------------------------------------------------------------------

    async def _posts(self, needed: Needed, conversation: str) -> Found:
        """What an organisation has published and is not over, the soonest first."""
        since = needed.facts.world.now - CLOSES
        async with self._tools.database.read() as connection:
            mine = await of_conversation(connection, self._vault, str(needed.facts["organiser"]), conversation)
            found = (
                []
                if mine is None
                else await activities.of_organisation(connection, self._vault, mine.organisation, since)
            )
        options = tuple(
            Option(each.number, posts.named(each), Words("post-taken", {"taken": each.taken, "seats": each.seats}))
            for each in found
        )
        return Found(options, {}, Words("post-gone"), Words("my_posts-none"))

    async def _ways(self, needed: Needed, conversation: str) -> Found:
        """Who comes, by their family name and no more, the code of the day, and what may be done now."""
        facts = needed.facts
        async with self._tools.database.read() as connection:
            mine = await of_conversation(connection, self._vault, str(facts["organiser"]), conversation)
            found = await activities.one(connection, self._vault, str(facts["post"]))
            if mine is None or found is None or found.organisation != mine.organisation or found.state != "open":
                return _GONE
            coming = await activities.of_post(connection, found.number)
            waiting = await activities.of_post(connection, found.number, (activities.WAITING,))
            people = [await registry.by_number(connection, self._vault, each.volunteer) for each in coming]
        names = tuple(mask_name(each.person.name) for each in people if each is not None and each.person is not None)
        note: dict[str, Value] = {
            "title": found.title,
            "number": found.number,
            "when": posts.when(found.starts_at, found.ends_at),
            "where": posts.where(found),
            "taken": found.taken,
            "seats": found.seats,
            "waiting": len(waiting),
            "names": names,
            "some": yes(bool(names)),
            "arrived": sum(each.arrived_at is not None for each in coming),
            "code": posts.shown_code(code_of(self._vault, found)),
        }
        begun = found.starts_at <= facts.world.now
        ways = () if found.ends_at <= facts.world.now else ("seats",) if begun else ("seats", "move", "cancel")
        options = tuple(Option(each, Words(f"my_posts-way.{each}")) for each in ways)
        return Found(options, {}, Words("post-gone"), note=Words("my_posts-shown", note))

    # --- endings -------------------------------------------------------------------------------------------------

    async def _publish(self, final: Final, doing: Doing) -> Told:
        connection, facts, now = doing.connection, final.facts, doing.world.now
        mine = await in_charge(connection, self._vault, str(facts["organiser"]), doing.conversation.id)
        number = self._tools.numbers.receipt(doing.world.day)
        project = activities.project_of(self._vault, mine.organisation, facts["title"])
        new = posting.post_of(facts, number, mine.organisation, mine.id, project)
        wrong = posts.fault(new, now)
        if wrong is not None:
            raise Refused(wrong.key, step="day", **wrong.args)
        if not await activities.post(connection, self._vault, new, now):
            raise Refused("post-known", step="title")
        code = posts.shown_code(code_of(self._vault, new))
        return {"number": number, "title": new.title, "code": code}, number

    async def _set_seats(self, final: Final, doing: Doing) -> Told:
        connection, now = doing.connection, doing.world.now
        found = await self._own(final, doing)
        seats = int(final.facts["seats"])
        promoted = await activities.set_seats(connection, self._vault, found.number, seats, now)
        await got_in(self._tools, connection, found, promoted, now)
        return {"title": found.title, "seats": seats, "promoted": len(promoted)}, None

    async def _move(self, final: Final, doing: Doing) -> Told:
        connection, now = doing.connection, doing.world.now
        found = await self._own(final, doing)
        starts_at, ends_at = posting.span_of(final.facts)
        if starts_at <= now:
            raise Refused("post-past", step="day")
        stay, out, promoted = await activities.move(connection, self._vault, found.number, starts_at, ends_at, now)
        args = {"title": found.title, "when": posts.when(starts_at, ends_at)}
        mark = f"moved {found.number} {now:%Y%m%dT%H%M%S}"
        await tell_all(connection, self._vault, stay, mark, Words("post-was_moved", args), now, until=ends_at)
        await tell_all(connection, self._vault, out, mark, Words("post-was_moved_out", args), now, until=ends_at)
        moved = await self._own(final, doing)
        await got_in(self._tools, connection, moved, promoted, now)
        for part in await activities.of_post(connection, found.number):
            await plan_reminders(self._tools, connection, moved, part.volunteer, now)
        return {**args, "told": len(stay) + len(out)}, None

    async def _cancel(self, final: Final, doing: Doing) -> Told:
        connection, now = doing.connection, doing.world.now
        found = await self._own(final, doing)
        people = await activities.cancel(connection, found.number, now)
        args = {"title": found.title, "when": posts.when(found.starts_at, found.ends_at)}
        mark = f"cancelled {found.number}"
        words = Words("post-was_cancelled", args)
        await tell_all(connection, self._vault, people, mark, words, now, until=found.ends_at)
        return {"title": found.title, "told": len(people)}, None

    async def _own(self, final: Final, doing: Doing) -> Post:
        """The post that was chosen, of an organisation that this conversation speaks for."""
        connection = doing.connection
        mine = await in_charge(connection, self._vault, str(final.facts["organiser"]), doing.conversation.id)
        found = await activities.one(connection, self._vault, str(final.facts["post"]))
        if found is None or found.organisation != mine.organisation:
            raise Refused("post-gone", step="post")
        return found


async def got_in(tools: Tools, connection: AsyncConnection, post: Post, volunteers: list[str], now: datetime) -> None:
    """Who waited has a seat now: they are told, and reminded later."""
    args = {"title": post.title, "when": posts.when(post.starts_at, post.ends_at), "where": posts.where(post)}
    mark = f"in {post.number} {now:%Y%m%dT%H%M%S}"
    words = Words("post-got_in", args)
    await tell_all(connection, tools.vault, volunteers, mark, words, now, until=post.starts_at)
    for volunteer in volunteers:
        await plan_reminders(tools, connection, post, volunteer, now)

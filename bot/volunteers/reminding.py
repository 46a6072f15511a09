"""Reminding volunteers of posts: the evening before, the morning of the day; and who forgot to check out, that evening.

Each is told once, and only of what still stands as it did when it was planned.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.pieces import Part
from bot.reminders import EVENING, MORNING
from bot.volunteers.in_charge import tell_all
from bot.volunteers.parts import Tools
from flows import hours
from flows.hours import SHANGHAI
from flows.volunteers import posts
from flows.volunteers.posts import CLOSES, Post
from flows.words import Words, yes
from flows.world import World
from integrations.store import due_work
from integrations.store.due_work import Work
from integrations.store.volunteers import activities

REMIND, FORGOT = "post_remind", "post_forgot"
"""The kinds of work."""
ASKED = time(20, 0)
"""When who has not checked out is asked, in Asia/Shanghai; later where checking out is still possible."""


async def plan_reminders(tools: Tools, connection: AsyncConnection, post: Post, volunteer: str, now: datetime) -> None:
    """The reminders of somebody who takes part in a post that are still to come."""
    works = reminders(post, volunteer, now)
    if works:
        await due_work.schedule_all(connection, tools.vault, works, now)


async def plan_question(tools: Tools, connection: AsyncConnection, post: Post, volunteer: str, now: datetime) -> None:
    """Who has checked in is asked in the evening, if they have not checked out by then; of another time of the post,
    they are asked anew."""
    day = post.ends_at.astimezone(SHANGHAI).date()
    due = max(hours.at(day, ASKED), post.ends_at + CLOSES + timedelta(minutes=1))
    ends = post.ends_at.astimezone(UTC).isoformat()
    payload = {"post": post.number, "volunteer": volunteer, "until": ends}
    id_ = f"{FORGOT}:{post.number}:{volunteer}:{ends[:16]}"
    await due_work.schedule(connection, tools.vault, Work(id_, FORGOT, due, payload, post.number), now)


def reminders(post: Post, volunteer: str, now: datetime) -> list[Work]:
    """The evening before the day on which it begins, and that morning, as far as they are still to come."""
    planned = ((hours.at(post.day - timedelta(days=1), EVENING), True), (hours.at(post.day, MORNING), False))
    begins = post.starts_at.astimezone(UTC).isoformat()
    payload = {"post": post.number, "volunteer": volunteer, "at": begins}
    return [
        Work(
            f"{REMIND}:{post.number}:{volunteer}:{due:%Y%m%dT%H%M}:{begins[:16]}",
            REMIND,
            due,
            {**payload, "evening": evening},
            post.number,
        )
        for due, evening in planned
        if now < due < post.starts_at
    ]


class Reminding:
    """What is due of posts."""

    def __init__(self, tools: Tools) -> None:
        self._vault = tools.vault

    def part(self) -> Part:
        """What it brings."""
        return Part(work={REMIND: self._remind, FORGOT: self._forgot})

    async def _remind(self, connection: AsyncConnection, work: Work, world: World) -> None:
        payload = work.payload
        post = await activities.one(connection, self._vault, payload["post"])
        part = await activities.part_of(connection, payload["post"], payload["volunteer"])
        as_planned = post is not None and post.starts_at == datetime.fromisoformat(payload["at"])
        if post is None or part is None or not as_planned or post.state != activities.OPEN:
            return
        if part.state != activities.JOINED or part.arrived_at is not None:
            return
        args = {"title": post.title, "when": posts.when(post.starts_at, post.ends_at), "where": posts.where(post)}
        words = Words("post-reminder", {**args, "evening": yes(payload["evening"]), "ask": post.ask})
        mark = f"remind {post.number} {work.due_at:%Y%m%dT%H%M}"
        until = post.starts_at
        await tell_all(connection, self._vault, [part.volunteer], mark, words, world.now, until=until)

    async def _forgot(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """Nothing is recorded by itself: they say themselves how long they were there."""
        number, volunteer = work.payload["post"], work.payload["volunteer"]
        post = await activities.one(connection, self._vault, number)
        part = await activities.part_of(connection, number, volunteer)
        if post is None or part is None or post.ends_at != datetime.fromisoformat(work.payload["until"]):
            return
        if part.arrived_at is not None and part.left_at is None:
            words = Words("post-forgot", {"title": post.title, "at": part.arrived_at})
            await tell_all(
                connection, self._vault, [volunteer], f"forgot {number} {work.due_at:%Y%m%dT%H%M}", words, world.now
            )

"""Volunteers, organisations and posts for tests, all made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from flows.volunteers.people import Person, Volunteer
from flows.volunteers.posts import Post
from integrations.privacy import Vault
from integrations.store.volunteers import activities, organisations, registry
from integrations.store.volunteers.organisations import Organisation, Organiser
from tests.people import id_number
from tests.talk import NOON

ORGANISATION = Organisation("org1", "示例志愿服务队", "yitiaoshan")
STARTS = datetime.fromisoformat("2026-05-13T09:00:00+08:00")
"""A Wednesday, two days after the clock's noon."""
CODE = "7K3MQ2XD"


def a_volunteer(n: int, conversation: str | None = None, *, born: date | None = None, **more: Any) -> Volunteer:
    """Somebody registered, grown up unless told otherwise; ``n`` tells them apart."""
    number = id_number(born or date(1990, 1, 1) + timedelta(days=n), man=True)
    person = Person(f"王{'甲乙丙丁戊己庚辛'[n % 8]}", number)
    return replace(Volunteer(f"V{n:04d}", "registered", conversation, person, "yitiaoshan", times=()), **more)


def a_post(n: int = 0, **more: Any) -> Post:
    """An open post of three hours and two seats."""
    post = Post(
        number=f"P{n:04d}",
        organisation=ORGANISATION.id,
        organiser="boss",
        project=f"project{n}",
        kind="elder",
        township="yitiaoshan",
        starts_at=STARTS,
        ends_at=STARTS + timedelta(hours=3),
        seats=2,
        title="社区助餐",
        place="幸福社区",
        what="给老人送饭",
        ask="社区的小赵",
    )
    if "starts_at" in more and "ends_at" not in more:
        more["ends_at"] = more["starts_at"] + timedelta(hours=3)
    return replace(post, **more)


async def set_up(
    connection: AsyncConnection, vault: Vault, *volunteers: Volunteer, posts: tuple[Post, ...] = ()
) -> None:
    """The organisation, these volunteers and these posts."""
    await organisations.add(connection, ORGANISATION, NOON)
    for volunteer in volunteers:
        await registry.register(connection, vault, volunteer, NOON, "id")
    for post in posts:
        assert await activities.post(connection, vault, post, NOON)


async def put_in_charge(app: App, conversation: str, id_: str = "boss") -> Organiser:
    """Somebody speaks for the organisation in a conversation."""
    async with app.database.write() as connection:
        await organisations.add(connection, ORGANISATION, NOON)
        await organisations.invite(
            connection,
            app.vault,
            id_=id_,
            organisation=ORGANISATION.id,
            name="赵甲",
            code=CODE,
            until=NOON + timedelta(days=3),
            now=NOON,
        )
        linked = await organisations.link(connection, app.vault, CODE, conversation, NOON)
    assert linked is not None
    return linked

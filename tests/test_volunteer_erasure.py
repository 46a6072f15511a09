"""What is kept of volunteers goes: on their word, and when its time is over. Entries of service and the ledger stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from bot.app import App
from bot.volunteers.records import Records
from flows.volunteers.people import Person
from integrations.store.database import Database
from integrations.store.tables import due_work
from integrations.store.volunteers import activities, expiry, ledger, organisations, registry, sound
from integrations.store.volunteers import tables as kept
from tests import posts
from tests.records import VAULT, a_database
from tests.talk import MAN, NOON, Talk
from tests.transcripts.walks import said
from tests.volunteering import HELPERS, NUMBER, SECRET, Service, tools_of

GUARDIAN = Person("李爱国", "620423198811110034", "13900000002")
PHONE, DISPUTED, WHY = "13900000001", "我在十二号楼", "没有看到签名"
SEALED = [
    *(kept.organisers, kept.volunteers, kept.guardians, kept.activities),
    *(kept.service_records, kept.service_words, kept.certificates, kept.dispatches, due_work),
]


def texts_in(value: Any) -> Iterator[str]:
    """Every text within a value."""
    if isinstance(value, dict):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_in(each)
    else:
        yield str(value)


async def all_that_is_kept(app: App) -> str:
    """Every sealed value of the volunteers' tables and of due work, opened, and every plain one."""
    found: list[str] = []
    async with app.database.read() as connection:
        for table in (*SEALED, kept.service_ledger, kept.enrolments, kept.volunteer_offers):
            for row in (await connection.execute(select(table))).mappings():
                for name, value in row.items():
                    if name == "sealed":
                        key = next(iter(table.primary_key.columns)).name
                        found += texts_in(app.vault.open_plain(value, f"{table.name}:{row[key]}") if value else "")
                    else:
                        found.append(str(value))
    return "\n".join(found)


async def test_nothing_sealed_says_who_somebody_was_once_they_are_erased(any_app: App) -> None:
    service = await Service.begin(any_app, "c0")
    entry = await service.served(date(2026, 5, 3), 60)
    other = await service.served(date(2026, 5, 4), 60)
    async with any_app.database.write() as connection:
        own = await registry.by_number(connection, any_app.vault, NUMBER)
        assert own is not None
        changes = {"person": Person("张三丰", MAN, PHONE), "guardian": GUARDIAN, "relation": "parent"}
        await registry.change(connection, any_app.vault, own, NOON, **changes)
        named = {"id_": "mine", "organisation": HELPERS, "name": "张三丰", "code": "CODEmine"}
        await organisations.invite(connection, any_app.vault, **named, until=NOON + timedelta(days=1), now=NOON)
        assert await organisations.link(connection, any_app.vault, "CODEmine", "c0", NOON)
    await said(Talk(any_app), "开志愿服务证明", f"={HELPERS}", "=all", "=first")
    records, world = Records(tools_of(any_app, "webhook")), await any_app.world()
    async with any_app.database.write() as connection:
        assert await records.dispute(connection, entry, f"volunteer:{NUMBER}", DISPUTED, world)
        assert await records.withdraw(connection, [other], "organiser:o", world, text=WHY) == [other]
    own_words = ("张三丰", MAN, PHONE, *asdict(GUARDIAN).values(), SECRET, DISPUTED, WHY)
    before = await all_that_is_kept(any_app)
    assert [each for each in own_words if each not in before] == []
    talk = Talk(any_app, _ids=(f"e{n}" for n in range(9)))  # type: ignore[arg-type]
    assert "volunteer-known_here" in [line.key for line in await informed(talk)]
    await talk.tap("erase")
    await talk.tap("yes")
    assert talk.keys[0] == "erased"
    after = await all_that_is_kept(any_app)
    assert [each for each in own_words if each in after] == []
    async with any_app.database.read() as connection:
        assert [each.minutes for each in await ledger.some(connection, any_app.vault, [entry, other])] == [60, 60]
        assert await ledger.broken(connection, any_app.vault) == []
        assert await sound.unsound(connection, any_app.vault) == []


async def informed(talk: Talk) -> list[Any]:
    """What 我的信息 tells, a line each."""
    await talk.say("我的信息")
    assert talk.last is not None
    return [line for reply in talk.last.replies for line in reply.words.args.get("lines", ()) if hasattr(line, "key")]


async def count(database: Database, *tables: Any) -> list[int]:
    """How many rows there are."""
    async with database.read() as connection:
        return [(await connection.execute(select(func.count()).select_from(each))).scalar_one() for each in tables]


@pytest.mark.parametrize(("later", "left"), [(0, True), (1, False)])
async def test_what_was_over_goes_at_its_instant_and_service_stays(database_url: str, later: int, left: bool) -> None:
    tables = (kept.volunteers, kept.guardians, kept.activities, kept.enrolments, kept.service_words, kept.dispatches)
    async with a_database(database_url) as database:
        async with database.write() as connection:
            volunteers = [posts.a_volunteer(n, f"c{n}") for n in range(3)]
            await posts.set_up(connection, VAULT, *volunteers, posts=(posts.a_post(),))
            await activities.join(connection, "P0000", "V0002", NOON, step="post")
            await registry.ask_guardian(connection, VAULT, "V0000", "CODE", NOON, NOON)
            for who in volunteers[:2]:
                await registry.change(connection, VAULT, who, NOON, state="left")
            row: dict[str, object] = {
                "entry": "e1",
                "volunteer": "V0001",
                "organisation": posts.ORGANISATION.id,
                "kind": "elder",
            }
            row |= {"training": False, "begins_at": NOON - timedelta(hours=1), "ends_at": NOON, "minutes": 60}
            row |= {"state": "confirmed", "due_at": NOON, "sealed": b"", "made_at": NOON, "updated_at": NOON}
            await connection.execute(insert(kept.service_records), row)
            words = {"id": "w1", "entry": "e1", "seq": 1, "who": "desk", "sealed": b"", "at": NOON}
            await connection.execute(insert(kept.service_words), words)
            call: dict[str, object] = {
                "number": "D1",
                "staff": "demo",
                "organisation": posts.ORGANISATION.id,
                "kind": "elder",
            }
            call |= {"urgent": False, "needed": 1, "filled": 0, "starts_at": NOON, "ends_at": NOON, "until": NOON}
            call |= {"state": "lapsed", "sealed": b"", "made_at": NOON, "updated_at": NOON}
            await connection.execute(insert(kept.dispatches), call)
        over = posts.STARTS + timedelta(hours=3)
        async with database.write() as connection:
            await expiry.expire(connection, (NOON if left else over) + timedelta(microseconds=later), 10)
        # V0002 is registered, and V0001 has served.
        assert await count(database, *tables) == ([3, 1, 1, 1, 1, 1] if left else [2, 0, 0, 0, 0, 0])
        assert await count(database, kept.service_records) == [1]
        async with database.write() as connection:
            assert await expiry.expire(connection, NOON, 10) == 0

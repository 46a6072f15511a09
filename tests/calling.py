"""Calls for volunteers in tests: volunteers who are registered, an organisation, and a call for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.app import App
from flows.volunteers.calls import Call
from flows.volunteers.people import Person, Volunteer
from integrations.store.volunteers import dispatches, organisations, registry
from integrations.store.volunteers.dispatches import Asked
from integrations.store.volunteers.organisations import Organisation
from tests import line
from tests.people import id_number
from tests.talk import work_off

ORGANISATION = "o1"


async def an_organisation(app: App) -> None:
    """The organisation for which volunteers go."""
    async with app.database.write() as connection:
        one = Organisation(ORGANISATION, "幸福社区志愿服务队", None)
        assert await organisations.add(connection, one, app.clock())


async def a_volunteer(app: App, n: int, *, born: date = date(1990, 1, 1), **offers: Any) -> Volunteer:
    """The n-th volunteer, in a conversation of their own (``v0``, ``v1`` …), who takes calls."""
    person = Person("张三", id_number(born + timedelta(days=n), man=True), "13800000000")
    made = Volunteer(f"JT260501-{n:06}", "registered", f"v{n}", person, "luyang")
    made = replace(made, **offers)
    async with app.database.write() as connection:
        await registry.register(connection, app.vault, made, app.clock(), "id")
    return made


async def volunteers(app: App, count: int, **offers: Any) -> list[Volunteer]:
    """So many of them, and their organisation."""
    await an_organisation(app)
    return [await a_volunteer(app, n, **offers) for n in range(count)]


async def a_call(app: App, number: str = "JT260511-CALLED", **facts: Any) -> Call:
    """The staff call for somebody to go to the clinic with tomorrow at nine; whoever is asked now is told."""
    starts_at = datetime.fromisoformat("2026-05-12T09:00:00+08:00")
    call = Call(
        number=number,
        staff="wang",
        organisation=ORGANISATION,
        kind="elder",
        township="luyang",
        urgent=False,
        needed=1,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        what="陪诊",
        where="县医院门诊楼一楼",
        ask="王主任 0943-0000000",
    )
    call = replace(call, **facts)
    world = await app.world()
    async with app.database.write() as connection:
        await app.dispatching.make(connection, call, world)
    await work_off(app)
    return call


async def call_of(app: App, call: Call) -> Call:
    """A call as it is now."""
    async with app.database.read() as connection:
        found = await dispatches.one(connection, app.vault, call.number)
    assert found is not None
    return found


async def asked(app: App, call: Call) -> dict[str, Asked]:
    """Who was asked, by their conversation."""
    async with app.database.read() as connection:
        found = await dispatches.asks(connection, [call.number])
    return {str(each.conversation): each for each in found}


async def told(app: App, conversation: str) -> list[str]:
    """What was told by itself in a conversation, with all that is due done."""
    await work_off(app)
    return await line.told(app, conversation)

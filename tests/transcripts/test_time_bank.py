"""时间银行, as volunteers go through it: what they have, giving it on, and a place that has none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest

from bot.app import App
from bot.volunteers.time_bank import TimeBank
from flows.desk.rights import Level
from flows.volunteers.calls import Call
from flows.volunteers.ledger import Entry
from flows.volunteers.time_bank_flow import FLOW
from integrations.store.volunteers import dispatches, time_bank
from tests.calling import ORGANISATION, a_volunteer, an_organisation, told
from tests.desk import desk_of, with_account
from tests.talk import HandClock, Talk, an_app
from tests.transcripts.walks import not_walked, said

BEGAN = datetime.fromisoformat("2026-05-10T09:00:00+08:00")
ONE, OTHER = "JT260501-222222", "JT260501-333333"
ENTRY = Entry("e1", ONE, ORGANISATION, "elder", BEGAN, BEGAN + timedelta(hours=2), 115, state="confirmed")


ASKS = ["时间银行", "=ask", "陪我去医院", "2026-05-13", "上午9点", "1小时"]


async def two_volunteers(app: App) -> None:
    """Two of them, in conversations of their own."""
    await an_organisation(app)
    for n, number in enumerate((ONE, OTHER)):
        await a_volunteer(app, n, number=number, born=date(1960 + 30 * n, 1, 1))


async def earned(app: App, *entries: Entry) -> None:
    """Entries are confirmed."""
    world = await app.world()
    async with app.database.write() as connection:
        await TimeBank(app.volunteer_tools).earned(connection, entries, world)


async def unearned(app: App, *entries: str) -> None:
    """Entries stand no more."""
    world = await app.world()
    async with app.database.write() as connection:
        await TimeBank(app.volunteer_tools).unearned(connection, entries, world)


async def minutes_of(app: App, volunteer: str) -> tuple[int, int]:
    """What somebody has, and what they owe."""
    async with app.database.read() as connection:
        found = await time_bank.account(connection, volunteer)
        assert await time_bank.broken(connection) == []
    return found.minutes, found.owed


async def test_only_confirmed_service_to_elders_that_is_no_training_earns_its_minutes_once(any_app: App) -> None:
    await two_volunteers(any_app)
    others = (
        replace(ENTRY, id="e2", kind="traffic"),
        replace(ENTRY, id="e3", training=True),
        replace(ENTRY, id="e4", state="waiting"),
    )
    for _ in range(2):
        await earned(any_app, ENTRY, *others)
    assert await minutes_of(any_app, ONE) == (115, 0)


async def test_minutes_are_given_to_another_who_is_told_and_what_falls_afterwards_is_owed(any_app: App) -> None:
    await two_volunteers(any_app)
    await earned(any_app, ENTRY)
    talk = Talk(any_app, "v0")
    await said(talk, "时间银行", "=give", ONE, "10分钟", "=yes")
    assert "time_bank-nobody" in talk.keys
    await said(talk, "=unknown", "时间银行", "=give", OTHER, "3小时", "=yes")
    assert "time_bank-not_so_much" in talk.keys
    assert await minutes_of(any_app, ONE) == (115, 0)
    await said(talk, "1小时", "=yes")
    assert "time_bank-given" in talk.keys
    assert await told(any_app, "v1") == ["time_bank-got"]
    assert (await minutes_of(any_app, ONE), await minutes_of(any_app, OTHER)) == ((55, 0), (60, 0))
    await unearned(any_app, "e1")
    assert await minutes_of(any_app, ONE) == (0, 60)
    assert "time_bank-taken_back" in await told(any_app, "v0")
    await said(talk, "时间银行", "=history")
    assert "time_bank-history" in talk.keys


async def test_every_route_of_the_time_bank_is_walked(tmp_path: Path) -> None:
    async with an_app(tmp_path) as app:
        await two_volunteers(app)
        await earned(app, ENTRY)
        talk = Talk(app, "v0")
        walks = (
            ["时间银行", "=none"],
            ["时间银行", "=history"],
            ["时间银行", "=give", "=unknown"],
            ["时间银行", "=give", OTHER, "10分钟", "=no"],
            ["时间银行", "=give", OTHER, "10分钟", "=yes"],
            [*ASKS, "=no"],
            [*ASKS, "=yes"],
        )
        walked: set[tuple[str, str]] = set()
        for lines in walks:
            names = [key.removeprefix(f"{FLOW.name}-") for key in await said(talk, *lines)]
            walked |= set(pairwise(each for each in names if each in (*FLOW.steps, *FLOW.endings)))
    # With one registration its step is answered by itself, and is not asked.
    assert not_walked(FLOW, walked) == [("volunteer", "what")]


async def test_where_there_is_none_it_says_so_and_nothing_is_earned(tmp_path: Path) -> None:
    text = resources.files("flows.places").joinpath("jingtai.toml").read_text(encoding="utf-8")
    place = tmp_path / "without.toml"
    place.write_text(text.replace("time_bank = true\n", ""), encoding="utf-8")
    async with an_app(tmp_path, place=str(place)) as app:
        await two_volunteers(app)
        await earned(app, ENTRY)
        assert await minutes_of(app, ONE) == (0, 0)
        talk = Talk(app, "v0")
        await said(talk, "时间银行")
        assert "time_bank-none_here" in talk.keys


async def test_nobody_gives_what_another_has(app: App) -> None:
    await two_volunteers(app)
    await earned(app, ENTRY)
    talk = Talk(app, "v1")
    await said(talk, "时间银行")
    assert "give" not in talk.options
    stranger = Talk(app, "stranger")
    await said(stranger, "时间银行")
    assert "time_bank-no_volunteer" in stranger.keys


async def asked_for(app: App, talk: Talk) -> Call:
    """An elder asks for a service with what stands in their account."""
    await earned(app, ENTRY)
    await said(talk, *ASKS, "=yes")
    assert "time_bank-asked" in talk.keys
    async with app.database.read() as connection:
        (call,) = await dispatches.listed(connection, app.vault, township="luyang")
    assert call.state == "requested"
    assert await minutes_of(app, ONE) == (55, 0)
    return call


async def test_what_an_elder_asks_for_waits_for_the_staff_and_is_spent_once_it_is_done(
    any_app: App, clock: HandClock
) -> None:
    await two_volunteers(any_app)
    call = await asked_for(any_app, Talk(any_app, "v0"))
    assert await told(any_app, "v1") == []
    async with desk_of(any_app) as desk:
        await with_account(any_app, level=Level.TOWNSHIP, township="luyang")
        assert (await desk.sign_in()).status_code == 303
        form = {"call": call.number, "what": "陪诊", "where": "县医院", "organisation": ORGANISATION}
        assert (await desk.post("/desk/dispatch/release", **form)).status_code == 422
        assert (await desk.post("/desk/dispatch/release", **form, ask="王主任")).status_code == 303
    assert await told(any_app, "v1") == ["help_out-asked"]
    helper = Talk(any_app, "v1")
    await said(helper, "接派单", "=accept")
    assert "help_out-accepted" in helper.keys
    clock.now = call.ends_at
    assert (await told(any_app, "v0"))[-1] == "time_bank-spent"
    assert await minutes_of(any_app, ONE) == (55, 0)


@pytest.mark.parametrize("how", ["called off", "not released"])
async def test_what_does_not_come_about_is_returned_and_the_elder_is_told_once(
    any_app: App, clock: HandClock, how: str
) -> None:
    await two_volunteers(any_app)
    call = await asked_for(any_app, Talk(any_app, "v0"))
    if how == "called off":
        world = await any_app.world()
        async with any_app.database.write() as connection:
            assert await any_app.dispatching.cancel(connection, call.number, world)
    clock.now = call.ends_at
    assert (await told(any_app, "v0")).count("time_bank-returned") == 1
    assert await minutes_of(any_app, ONE) == (115, 0)
    assert await told(any_app, "v1") == []


async def test_only_an_elder_asks_and_not_for_more_than_there_is(app: App) -> None:
    await two_volunteers(app)
    await earned(app, ENTRY, replace(ENTRY, id="e2", volunteer=OTHER))
    young, old = Talk(app, "v1"), Talk(app, "v0")
    await said(young, "时间银行")
    assert "ask" not in young.options
    await said(old, *ASKS[:-1], "2小时", "=yes")
    assert "time_bank-not_so_much" in old.keys
    assert await minutes_of(app, ONE) == (115, 0)

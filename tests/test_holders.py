"""Of one address only so many may hold a seat at about the same time; who may, and who sits elsewhere, goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select

from bot.app import App
from bot.holders import Holders, network_of
from bot.web.site import make_site
from integrations.quick import Quick
from integrations.store.tables import slots
from tests.records import unaccounted
from tests.talk import HandClock, an_app
from tests.test_letters_api import applied, signed
from tests.web import Resident, client_of

DAY = "2026-05-22"
SLOTS = [f"{DAY}T14:30", f"{DAY}T15:30", f"{DAY}T16:30"]
"""All there are at the counsellor's on that day, one seat each."""
MOST = 2


@asynccontextmanager
async def a_desk(directory: Path, database_url: str | None = None, most: int = MOST) -> AsyncIterator[App]:
    settings = {"trusted_proxies": "127.0.0.1", "holds_per_address": most}
    async with an_app(directory, HandClock(), database_url=database_url, **settings) as app:
        yield app


async def up_to_the_slot(client: httpx.AsyncClient, address: str = "10.0.0.1") -> Resident:
    """A new conversation from an address, asked for a time of the day."""
    client.headers["x-forwarded-for"] = address
    resident = await Resident.begin(client)
    for choice in ("counselling", "agree", "safe", "alone", "none", DAY):
        await resident.tap(choice)
    assert resident.keys == ["counselling-slot"]
    return resident


async def test_of_one_address_so_many_hold_and_the_next_is_told_and_asked_again(
    tmp_path: Path, database_url: str
) -> None:
    async with a_desk(tmp_path, database_url) as app, client_of(make_site(app)) as client:
        for slot in SLOTS[:MOST]:
            assert "hold-too_many" not in [reply["key"] for reply in (await hold(client, slot))]
        late = await up_to_the_slot(client)
        await late.tap(SLOTS[-1])
        assert late.keys == ["hold-too_many", "counselling-slot"]
        assert SLOTS[-1] in late.options
        elsewhere = await up_to_the_slot(client, "10.0.0.2")
        await elsewhere.tap(SLOTS[-1])
        assert elsewhere.keys == ["counselling-phone"]
        assert await unaccounted(app) == []


async def hold(client: httpx.AsyncClient, slot: str) -> list[dict[str, str]]:
    resident = await up_to_the_slot(client)
    replies: list[dict[str, str]] = (await resident.tap(slot))["replies"]
    return replies


async def test_without_the_limit_one_address_empties_the_day(tmp_path: Path) -> None:
    async with a_desk(tmp_path, most=0) as app, client_of(make_site(app)) as client:
        for slot in SLOTS:
            await hold(client, slot)
        client.headers["x-forwarded-for"] = "10.0.0.2"
        resident = await Resident.begin(client)
        for choice in ("counselling", "agree", "safe", "alone", "none"):
            await resident.tap(choice)
        assert DAY not in resident.options


async def test_who_holds_may_choose_another_time_and_book_whoever_else_comes(tmp_path: Path) -> None:
    async with a_desk(tmp_path) as app, client_of(make_site(app)) as client:
        first = await up_to_the_slot(client)
        await first.tap(SLOTS[0])
        await hold(client, SLOTS[1])
        assert (await hold(client, SLOTS[2]))[0]["key"] == "hold-too_many"
        for _ in range(MOST + 1):
            await first.tap("command:back")
            await first.tap(SLOTS[2])
            assert first.keys == ["counselling-phone"]
            await first.tap("command:back")
            await first.tap(SLOTS[0])
        await first.tap("none")
        await first.tap("yes")
        assert first.keys[0] == "counselling-booked"


async def test_a_move_is_counted_like_a_first_choice(tmp_path: Path) -> None:
    async with a_desk(tmp_path, most=1) as app, client_of(make_site(app)) as client:
        resident = await up_to_the_slot(client)
        for choice in (SLOTS[0], "none", "yes", "appointments"):
            await resident.tap(choice)
        for choice in (resident.options[0], "move", DAY, SLOTS[1]):
            await resident.tap(choice)
        assert resident.keys == ["hold-too_many", "appointments-slot"]
        async with app.database.read() as connection:
            assert [row.taken for row in await connection.execute(select(slots.c.taken))] == [1], "the seat it has"


async def test_after_a_while_there_is_room_again() -> None:
    now = [0.0]
    holders = Holders(Quick(None, lambda: now[0]), 1)
    assert await holders.admits("10.0.0.1", "a", 600)
    assert not await holders.admits("10.0.0.1", "b", 600)
    now[0] = 599
    assert await holders.admits("10.0.0.1", "a", 600)
    assert not await holders.admits("10.0.0.1", "b", 600)
    now[0] = 600
    assert await holders.admits("10.0.0.1", "b", 600)
    assert not await holders.admits("10.0.0.1", "a", 600)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("10.0.0.1", "10.0.0.2", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:10.0.0.1", "10.0.0.1", True),
        ("fe80::1%eth0", "fe80::2%eth0", True),
        ("unknown", "unknown", True),
        ("unknown", "10.0.0.1", False),
    ],
)
def test_a_subscriber_is_one_address_whichever_of_theirs_they_use(one: str, other: str, same: bool) -> None:
    assert (network_of(one) == network_of(other)) is same


async def test_those_who_sign_from_one_address_take_no_seats(tmp_path: Path) -> None:
    async with a_desk(tmp_path, most=1) as app, client_of(make_site(app)) as client:
        for _ in range(3):
            _, _, code = await applied(client)
            assert "sign-signed" in (await signed(client, code)).keys

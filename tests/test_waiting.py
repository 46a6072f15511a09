"""Races around the waiting list (候补), through the whole turn, on desks that share nothing but the records.

Each has a control: with the guard taken off it goes wrong, so it would be seen if the guard did not hold.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from bot.lookups import Lookups
from bot.turn import Turns
from bot.waiting import Waiting
from bot.worker import Worker
from flows.incoming import Incoming
from flows.language.lookups import Found
from flows.outcome import Needed
from integrations.store import bookings, erasure, waiters
from integrations.store.database import Database
from integrations.store.tables import waiters as waiter_table
from integrations.store.waiters import CLOSED, IN_LINE, LAPSED, LEFT, OFFERED, TAKEN, WAITING
from tests.line import DAY, SEATS, a_full_day, a_waiter, booked_on, cancel, offers, small_desk, states, waiting
from tests.records import a_couple, a_database, unaccounted
from tests.talk import COUPLE, MAN, NOON, WOMAN, HandClock, Talk, book, work_off
from tests.test_race import UNGUARDED, Place, meet_before, until_there_are


@asynccontextmanager
async def desks(directory: Path, clock: HandClock, url: str, count: int = 2) -> AsyncIterator[list[App]]:
    """Several desks of the small office; at the end its seats add up."""
    async with AsyncExitStack() as stack:
        apps = [await stack.enter_async_context(small_desk(directory, clock, url)) for _ in range(count)]
        yield apps


def within(app: App, owner: object, name: str) -> Place:
    """Where two transactions meet: on SQLite, which runs them one by one, before they begin."""
    return (Turns, "_commit") if app.database.sqlite else (owner, name)


async def about_to_cancel(talk: Talk) -> None:
    """One tap away from giving the appointment up."""
    await talk.all("我的预约", "1", "取消")
    assert talk.keys[-1] == "appointments-really"


# --- two seats, three who wait -------------------------------------------------------------------------------------


async def two_seats_at_once(apps: list[App], monkeypatch: pytest.MonkeyPatch) -> list[Talk]:
    """Three wait for a day, and both of its couples give up at the same moment, on desks of their own."""
    full = await a_full_day(apps)
    talks = [await waiting(apps[n % 2], n) for n in range(3)]
    await asyncio.gather(*(about_to_cancel(talk) for talk in full))
    came = meet_before(monkeypatch, within(apps[0], waiters, "offer"))
    await asyncio.gather(*(talk.tap("yes") for talk in full))
    assert len(came) == 2
    assert [talk.keys[0] for talk in full] == ["appointments-cancelled"] * 2
    return talks


async def test_of_two_freed_seats_and_three_who_wait_the_first_two_are_offered_one_each(
    tmp_path: Path, database_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desks(tmp_path, clock, database_url) as apps:
        talks = await two_seats_at_once(apps, monkeypatch)
        assert await states(apps[0]) == {"w0": "offered", "w1": "offered", "w2": "waiting"}
        assert await offers(apps[0]) == ["w0", "w1"]
        assert await unaccounted(apps[0]) == []
        await asyncio.gather(*(work_off(app) for app in apps))
        await asyncio.gather(*(talk.all("候补名额", "1", "要") for talk in talks[:2]))
        assert sorted([*await booked_on(apps[0], "w0"), *await booked_on(apps[0], "w1")]) == [
            f"{DAY} {time}" for time in SEATS
        ]
        assert await unaccounted(apps[0]) == []


async def test_without_the_state_it_was_seen_in_one_waiter_is_offered_two_seats(
    tmp_path: Path, postgres_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unguarded(connection: AsyncConnection, waiter: str, hold: str, until: datetime, now: datetime) -> bool:
        values = {"state": OFFERED, "offer": hold, "until": until}
        await connection.execute(update(waiter_table).where(waiter_table.c.id == waiter).values(values))
        return True

    monkeypatch.setattr(waiters, "offer", unguarded)
    async with desks(tmp_path, clock, postgres_url) as apps:
        await two_seats_at_once(apps, monkeypatch)
        assert await offers(apps[0]) == ["w0", "w0"]


async def test_two_looks_at_a_day_at_once_offer_each_free_seat_once(
    tmp_path: Path, database_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desks(tmp_path, clock, database_url) as apps:
        full = await a_full_day(apps)
        for n in range(3):
            await waiting(apps[0], n)
        with monkeypatch.context() as broken:  # as if an older version had freed them
            broken.setattr(Waiting, "pass_on", nothing)
            for talk in full:
                await cancel(talk)
        assert await states(apps[0]) == {"w0": "waiting", "w1": "waiting", "w2": "waiting"}
        if not apps[0].database.sqlite:
            meet_before(monkeypatch, (bookings, "hold"))
        looks = await asyncio.gather(*(app.worker._waiting.sweep() for app in apps), return_exceptions=True)
        assert all(each is None or type(each).__name__ == "Collision" for each in looks)
        await apps[0].worker._waiting.sweep()  # as the one that collided does
        assert await states(apps[0]) == {"w0": "offered", "w1": "offered", "w2": "waiting"}
        assert await offers(apps[0]) == ["w0", "w1"]
        assert await unaccounted(apps[0]) == []


async def nothing(*_: Any) -> None:
    """Does nothing."""


# --- a seat that somebody else wants as well -----------------------------------------------------------------------


async def a_seat_two_want(apps: list[App], monkeypatch: pytest.MonkeyPatch) -> tuple[Talk, Talk]:
    """Who is about to give up a seat of a day somebody waits for, and who is about to tap it, having seen it free."""
    rival, find, seen = Talk(apps[1], "rival"), Lookups.find, list[Found]()

    async def as_first_seen(self: Lookups, needed: Needed, conversation: str) -> Found:
        if (needed.name, conversation) != ("free_slots", "rival"):
            return await find(self, needed, conversation)
        if not seen:
            seen.append(await find(self, needed, conversation))
        return seen[0]

    monkeypatch.setattr(Lookups, "find", as_first_seen)
    await rival.all(*(a_couple(50)[line == WOMAN] if line in (MAN, WOMAN) else line for line in COUPLE), DAY)
    assert f"{DAY}T{SEATS[0]}" in rival.options
    full = await a_full_day(apps[:1])
    await waiting(apps[0], 0)
    await about_to_cancel(full[0])
    return full[0], rival


async def test_a_freed_seat_somebody_waits_for_is_had_by_nobody_else(
    tmp_path: Path, database_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desks(tmp_path, clock, database_url) as apps:
        gone, rival = await a_seat_two_want(apps, monkeypatch)
        came = meet_before(monkeypatch, within(apps[0], bookings, "take"))
        await asyncio.gather(gone.tap("yes"), rival.tap(f"{DAY}T{SEATS[0]}"))
        assert len(came) == 2
        assert rival.keys == ["slot-gone", "marriage-slot"]
        assert await states(apps[0]) == {"w0": "offered"}
        assert await unaccounted(apps[0]) == []


async def test_without_the_guard_of_seats_it_is_given_twice(
    tmp_path: Path, database_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desks(tmp_path, clock, database_url) as apps:
        gone, rival = await a_seat_two_want(apps, monkeypatch)
        monkeypatch.setattr(bookings, "_TAKE", UNGUARDED)
        await gone.tap("yes")
        await rival.tap(f"{DAY}T{SEATS[0]}")
        assert await unaccounted(apps[0]) == ["slot marriage 2026-05-20 01:00 UTC: 2 seats taken of 1"]


# --- at the same instant -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("first", ["taken", "lapsed"])
async def test_an_offer_that_runs_out_as_it_is_taken_goes_one_way_only(
    tmp_path: Path, database_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    """Taken a second before its time is over, while a desk whose clock is a second ahead lets it lapse."""
    async with desks(tmp_path, clock, database_url) as apps:
        full = await a_full_day(apps)
        talk = await waiting(apps[0], 0)
        await waiting(apps[0], 1)
        await cancel(full[0])
        await work_off(apps[0])
        await talk.all("候补名额", "1")
        clock.move("7199s")
        taking = Incoming(talk.conversation, "taking", clock(), text="要")
        clock.move("1s")
        sqlite = apps[0].database.sqlite
        places: list[Place] = [(Turns, "_commit"), (Worker, "_one")] if sqlite else [(waiters, "locked")]
        came = meet_before(monkeypatch, *places)
        both = [lambda: apps[0].turns.take(taking), lambda: work_off(apps[1])]
        tasks = []
        for n, start in enumerate(both if first == "taken" else reversed(both), start=1):
            tasks.append(asyncio.ensure_future(start()))
            await until_there_are(came, n)
        await asyncio.gather(*tasks)
        await work_off(apps[0])
        keys = [reply.words.key for reply in (await apps[0].turns.take(taking)).replies]  # as it was told
        if keys[0] == "offer-taken":
            assert await states(apps[0]) == {"w0": "taken", "w1": "waiting"}
            assert await booked_on(apps[0], "w0") == [f"{DAY} {SEATS[0]}"]
        else:
            assert keys[0] == "offer-over"
            assert await states(apps[0]) == {"w0": "lapsed", "w1": "offered"}
        assert await unaccounted(apps[0]) == []


async def in_line_as_a_seat_is_freed(
    apps: list[App], monkeypatch: pytest.MonkeyPatch, *, wait_for_it: bool
) -> tuple[Talk, Talk]:
    """Somebody has seen that a day is full and gets in line while one of its couples gives up.

    With ``wait_for_it`` the line is joined only when the seat is free, else as soon as that has begun.
    """
    full = await a_full_day(apps[:1])
    talk = Talk(apps[1], "w0")
    await book(talk, "2026-05-26", people=a_couple(20))
    await about_to_cancel(full[0])
    await talk.all("我的预约", "1", "候补别的日子", DAY)
    begun, done, join = asyncio.Event(), asyncio.Event(), waiters.join
    end = bookings.end

    async def end_and_say(*args: Any, **kwargs: Any) -> bool:
        begun.set()
        return await end(*args, **kwargs)

    async def join_late(*args: Any) -> None:
        if not apps[0].database.sqlite:
            giving_up.append(asyncio.ensure_future(full[0].tap("yes")))
            giving_up[0].add_done_callback(lambda _: done.set())
            await (done if wait_for_it else begun).wait()
        await join(*args)

    giving_up: list[asyncio.Future[Any]] = []
    monkeypatch.setattr(bookings, "end", end_and_say)
    monkeypatch.setattr(waiters, "join", join_late)
    await talk.say("都对")
    await asyncio.gather(*giving_up)
    if apps[0].database.sqlite:
        await full[0].tap("yes")
    return talk, full[0]


async def test_who_gets_in_line_as_a_seat_is_freed_is_offered_it(
    tmp_path: Path, database_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desks(tmp_path, clock, database_url) as apps:
        talk, gone = await in_line_as_a_seat_is_freed(apps, monkeypatch, wait_for_it=False)
        assert (talk.keys[0], gone.keys[0]) == ("appointments-in_line", "appointments-cancelled")
        assert await states(apps[0]) == {"w0": "offered"}
        assert await unaccounted(apps[0]) == []


async def test_without_the_lock_on_its_seats_a_day_is_waited_for_that_has_one(
    tmp_path: Path, postgres_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiters, "lock_seats", nothing)
    async with desks(tmp_path, clock, postgres_url) as apps:
        await in_line_as_a_seat_is_freed(apps, monkeypatch, wait_for_it=True)
        assert await states(apps[0]) == {"w0": "waiting"}


# --- the rows ------------------------------------------------------------------------------------------------------


async def the_line(database: Database) -> list[tuple[str, int]]:
    """Who is in line, with how many are before them."""
    async with database.read() as connection:
        found = await waiters.in_line(connection, "marriage", a_waiter("").day)
        return [(each.id, await waiters.before(connection, each)) for each in found]


async def test_the_line_is_first_come_first_and_who_has_an_offer_still_counts(database_url: str) -> None:
    async with a_database(database_url) as database:
        async with database.write() as connection:
            for waiter in (a_waiter("c", 2), a_waiter("b", 1), a_waiter("a", 1), a_waiter("d", day=NOON.date())):
                await waiters.join(connection, waiter, NOON)
        assert await the_line(database) == [("a", 0), ("b", 1), ("c", 2)]
        async with database.write() as connection:
            offered = [await waiters.offer(connection, "a", "hold", NOON, NOON) for _ in range(2)]
            assert offered == [True, False]
            assert [each.id for each in await waiters.line(connection, "marriage", a_waiter("").day)] == ["b", "c"]
            assert await waiters.settle(connection, "b", WAITING, LEFT, NOON)
            assert not await waiters.settle(connection, "b", WAITING, LAPSED, NOON)
        assert await the_line(database) == [("a", 0), ("c", 1)]
        async with database.read() as connection:
            assert await waiters.by_day(connection, "marriage", NOON.date(), a_waiter("").day) == {
                NOON.date(): 1,
                a_waiter("").day: 2,
            }


async def test_what_is_settled_goes_with_its_retention_and_who_is_in_line_stays(database_url: str) -> None:
    every = (WAITING, OFFERED, TAKEN, LAPSED, LEFT, CLOSED)
    days = {"transcript_days": 30, "retention_days": 180, "case_days": 1095}
    async with a_database(database_url) as database, database.write() as connection:
        for state in every:
            await waiters.join(connection, a_waiter(state, state=state), NOON)
        for after, left in ((29, list(every)), (31, list(IN_LINE))):
            await erasure.expire(connection, NOON + timedelta(days=after), **days)
            rows = await connection.execute(select(waiter_table.c.state))
            assert sorted(row.state for row in rows) == sorted(left)


async def test_a_race_leaves_nobody_in_line_with_a_free_seat(
    tmp_path: Path, database_url: str, clock: HandClock
) -> None:
    """Four couples change their minds about one day at once, on three desks, for several rounds."""
    async with desks(tmp_path, clock, database_url, 3) as apps:
        full = await a_full_day(apps)
        line = [await waiting(apps[n % 3], n) for n in range(4)]

        async def act(talk: Talk, n: int) -> None:
            await talk.all("候补名额", "1")
            if talk.keys[0] == "offer-offer":
                await talk.say("要" if n % 2 else "不要了")
            if talk.keys[0] == "offer-sure":
                await talk.say("退出")

        await asyncio.gather(*(cancel(talk) for talk in full), *(act(talk, n) for n, talk in enumerate(line)))
        for _ in range(3):
            await asyncio.gather(*(act(talk, n) for n, talk in enumerate(line)), *(work_off(app) for app in apps))
            assert await unaccounted(apps[0]) == []
        found = await states(apps[0])
        assert set(found.values()) <= {"taken", "left"}
        assert len(await offers(apps[0])) == len(set(await offers(apps[0])))

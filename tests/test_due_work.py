"""Work that is due: leased with a fence, done once, put off when it fails, and never in the way of other work."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import select, text

from integrations.store import due_work
from integrations.store.database import Database
from integrations.store.due_work import LEASE, LONGEST_ASKED, LONGEST_WAIT, MOST_ATTEMPTS, Leased, LeaseLost
from integrations.store.tables import due_work as table
from tests.records import VAULT, a_database, plan
from tests.talk import NOON

SECOND = timedelta(seconds=1)
KINDS = ["test"]


async def planned(database: Database, *ids: str, due_at: datetime = NOON) -> None:
    async with database.write() as connection:
        for id_ in ids:
            await plan(connection, id_, due_at)


async def lease(database: Database, now: datetime = NOON, most: int = 16) -> list[Leased]:
    async with database.write() as connection:
        return await due_work.lease(connection, now, most, KINDS)


async def settle(database: Database, leased: Leased, now: datetime = NOON) -> None:
    async with database.write() as connection:
        await due_work.settle(connection, leased, now)


async def fail(
    database: Database,
    leased: Leased,
    now: datetime = NOON,
    *,
    retry_after: float | None = None,
    final: bool = False,
    random: Random | None = None,
) -> bool:
    async with database.write() as connection:
        return await due_work.postpone(
            connection,
            leased,
            now,
            fault="it failed",
            random=random or Random(7),
            retry_after=retry_after,
            final=final,
        )


async def test_work_is_written_once_per_id(database_url: str) -> None:
    async with a_database(database_url) as database:
        async with database.write() as connection:
            await plan(connection, "a", payload={"n": 1}, subject="JT260511-AAAAAA")
            await plan(connection, "a", NOON + SECOND, payload={"n": 2})
        (leased,) = await lease(database)
        work = due_work.opened(VAULT, leased)
    assert (work.payload, work.due_at, work.subject) == ({"n": 1}, NOON, "JT260511-AAAAAA")


async def test_what_is_due_is_leased_oldest_first_and_nothing_else(database_url: str) -> None:
    async with a_database(database_url) as database:
        for id_, seconds in (("late", 1), ("third", 0), ("first", -9), ("second", -5)):
            await planned(database, id_, due_at=NOON + seconds * SECOND)
        async with database.write() as connection:
            await plan(connection, "other", kind="other")
        assert [each.id for each in await lease(database, most=2)] == ["first", "second"]
        assert [each.id for each in await lease(database)] == ["third"]
        assert await lease(database) == []


async def test_a_lease_that_ran_out_is_taken_over_and_the_late_worker_loses(database_url: str) -> None:
    async with a_database(database_url) as database:
        await planned(database, "a")
        (late,) = await lease(database)
        assert await lease(database, NOON + LEASE) == []
        (heir,) = await lease(database, NOON + LEASE + SECOND)
        assert heir.fence == late.fence + 1
        for does in (settle, fail):
            with pytest.raises(LeaseLost):
                await does(database, late)
        await settle(database, heir)
        for worker in (late, heir):  # and nothing is settled twice
            with pytest.raises(LeaseLost):
                await settle(database, worker)
        assert await lease(database, NOON + 9 * LEASE) == []


async def test_a_late_worker_that_fails_does_not_wake_what_another_has_done(database_url: str) -> None:
    async with a_database(database_url) as database:
        await planned(database, "a")
        (late,) = await lease(database)
        (heir,) = await lease(database, NOON + LEASE + SECOND)
        await settle(database, heir)
        with pytest.raises(LeaseLost):
            await fail(database, late)
        async with database.read() as connection:
            assert await due_work.counts(connection) == {("test", "done"): 1}


async def test_several_workers_do_each_piece_once(database_url: str) -> None:
    done: list[str] = []

    async def work_off(database: Database) -> None:
        while batch := await lease(database, most=3):
            for leased in batch:
                done.append(leased.id)
                await settle(database, leased)

    async with a_database(database_url) as first, a_database(database_url) as second:
        await planned(first, *(f"w{n}" for n in range(40)))
        await asyncio.gather(*(work_off(database) for database in (first, second) for _ in range(3)))
        async with first.read() as connection:
            assert await due_work.counts(connection) == {("test", "done"): 40}
    assert sorted(done) == sorted(f"w{n}" for n in range(40))


async def test_rows_another_is_leasing_just_now_are_passed_over_not_waited_for(postgres_url: str) -> None:
    async with a_database(postgres_url) as database:
        await planned(database, *"abcde")
        async with database.write() as slow:
            theirs = await due_work.lease(slow, NOON, 3, KINDS)
            async with asyncio.timeout(5):
                ours = await lease(database)
        assert [len(theirs), len(ours)] == [3, 2]
        assert {each.id for each in (*theirs, *ours)} == set("abcde")


async def test_no_plan_of_the_database_leases_more_than_was_asked_for(postgres_url: str) -> None:
    async with a_database(postgres_url) as database:
        await planned(database, *(f"w{n}" for n in range(40)))
        async with database.write() as connection:
            for way in ("hashagg", "hashjoin", "mergejoin", "material", "sort", "memoize"):
                await connection.execute(text(f"SET LOCAL enable_{way} = off"))
            assert len(await due_work.lease(connection, NOON, 5, KINDS)) == 5


async def test_each_failure_waits_longer_up_to_an_hour_with_jitter(database_url: str) -> None:
    async with a_database(database_url) as database:
        await planned(database, "a")
        now, waits = NOON, list[float]()
        for _ in range(14):
            (leased,) = await lease(database, now)
            assert not await fail(database, leased, now, random=Random(len(waits)))
            async with database.read() as connection:
                due_at = (await connection.execute(select(table.c.due_at))).scalar_one()
            waits.append((due_at - now).total_seconds())
            assert await lease(database, due_at - SECOND / 1000) == []
            now = due_at
    for failures, wait in enumerate(waits):
        whole = min(LONGEST_WAIT, 2.0 * 2**failures)
        assert whole / 2 <= wait <= whole
    assert len({wait / min(LONGEST_WAIT, 2.0 * 2**failures) for failures, wait in enumerate(waits)}) == len(waits)


@pytest.mark.parametrize(
    ("asked", "least", "most"),
    [(None, 1, 2), (0.0, 1, 2), (1.0, 1, 2), (500.0, 500, 500), (1e30, LONGEST_ASKED, LONGEST_ASKED), (-5.0, 1, 2)],
)
async def test_a_wait_the_backend_asked_for_is_kept_up_to_a_day(
    database_url: str, asked: float | None, least: float, most: float
) -> None:
    async with a_database(database_url) as database:
        await planned(database, "a")
        (leased,) = await lease(database)
        await fail(database, leased, retry_after=asked)
        async with database.read() as connection:
            due_at = (await connection.execute(select(table.c.due_at))).scalar_one()
    assert least <= (due_at - NOON).total_seconds() <= most


async def test_too_many_failures_are_the_end_until_staff_retry(database_url: str) -> None:
    async with a_database(database_url) as database:
        await planned(database, "a")
        ends, now = [], NOON
        for _ in range(MOST_ATTEMPTS):
            now += timedelta(hours=1)
            (leased,) = await lease(database, now)
            ends.append(await fail(database, leased, now))
        assert ends == [False] * (MOST_ATTEMPTS - 1) + [True]
        now += timedelta(days=365)
        assert await lease(database, now) == []
        async with database.write() as connection:
            assert await due_work.counts(connection) == {("test", "dead"): 1}
            assert [await due_work.retry(connection, "a", now) for _ in range(2)] == [True, False]
        (revived,) = await lease(database, now)
        assert revived.attempts == 0
        assert not await fail(database, revived, now)


async def test_a_final_failure_is_the_end_at_once(database_url: str) -> None:
    async with a_database(database_url) as database:
        async with database.write() as connection:
            await plan(connection, "a", subject="JT260511-AAAAAA")
        (leased,) = await lease(database)
        assert await fail(database, leased, final=True)
        assert await lease(database, NOON + timedelta(days=365)) == []
        async with database.read() as connection:
            (shown,) = await due_work.about(connection, "JT260511-AAAAAA")
    assert (shown.state, shown.attempts, shown.fault) == ("dead", 1, "it failed")


async def test_standing_work_comes_again_and_its_failures_are_forgotten(database_url: str) -> None:
    later = NOON + timedelta(days=1)
    async with a_database(database_url) as database:
        await planned(database, "a")
        (leased,) = await lease(database)
        await fail(database, leased)
        (leased,) = await lease(database, NOON + timedelta(hours=1))
        async with database.write() as connection:
            await due_work.reschedule(connection, leased, later, NOON)
        assert await lease(database, later - SECOND) == []
        (again,) = await lease(database, later)
        assert again.attempts == 0

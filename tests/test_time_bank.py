"""The time bank (时间银行): minutes that are earned, given and spent, a ledger of its own, and never below zero."""

from __future__ import annotations

import asyncio
import json
import secrets

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from bot.app import App
from integrations.store.database import Database
from integrations.store.migrate import migrate
from integrations.store.volunteers import time_bank
from integrations.store.volunteers.tables import time_accounts, time_ledger
from integrations.store.volunteers.tables import volunteers as volunteer_table
from tests.calling import volunteers
from tests.talk import NOON

CAP = 500
NUMBERS = [f"JT260501-{n:06}" for n in range(3)]
Step = tuple[str, int, int, int, int]
STEP = st.tuples(
    st.sampled_from(["earn", "unearn", "give", "hold", "returned", "spent"]),
    st.integers(0, 2),
    st.integers(0, 2),
    st.integers(0, 5),
    st.integers(1, 300),
)


async def one_step(database: Database, step: Step) -> object:
    """Does one thing to the bank."""
    what, one, other, entry, minutes = step
    rest = ("desk", NOON, secrets.token_bytes)
    async with database.write() as connection:
        if what == "earn":
            return await time_bank.earn(connection, NUMBERS[entry % 3], f"e{entry}", minutes, CAP, *rest)
        if what == "unearn":
            return await time_bank.unearn(connection, f"e{entry}", *rest)
        if what == "give":
            gift = secrets.token_hex(8)
            return await time_bank.give(connection, NUMBERS[one], NUMBERS[other], minutes, gift, *rest)
        if what == "hold":
            return await time_bank.hold(connection, NUMBERS[one], f"d{entry}", minutes, *rest)
        return await time_bank.settle(connection, f"d{entry}", *rest, spent=what == "spent")


def test_whatever_is_done_accounts_are_what_the_ledger_adds_up_to_and_never_below_zero(database_url: str) -> None:
    with asyncio.Runner() as runner:
        database = Database(database_url)
        runner.run(migrate(database))

        async def begin() -> None:
            async with database.write() as connection:
                for number in NUMBERS:
                    row = {"number": number, "person": number.encode(), "state": "registered", "veteran": False}
                    row |= {"calls": True, "revision": 1, "sealed": b"", "updated_at": NOON}
                    await connection.execute(insert(volunteer_table), row)

        @settings(max_examples=25)
        @given(st.lists(STEP, max_size=20))
        def every(steps: list[Step]) -> None:
            runner.run(through(steps))

        async def through(steps: list[Step]) -> None:
            async with database.write() as connection:
                await connection.execute(delete(time_ledger))
                await connection.execute(delete(time_accounts))
            for step in steps:
                await one_step(database, step)
            async with database.read() as connection:
                assert await time_bank.broken(connection) == []
                rows = (await connection.execute(select(time_ledger.c.event, time_ledger.c.facts))).all()
                there = (await connection.execute(select(func.sum(time_accounts.c.minutes)))).scalar() or 0
            events = [(row.event, json.loads(row.facts)) for row in rows]
            moved = {name: sum(facts["change"] for event, facts in events if event == name) for name, _ in events}
            earned = moved.get("earned", 0) + moved.get("unearned", 0)
            assert there == earned + moved.get("held", 0) + moved.get("returned", 0)

        runner.run(begin())
        every()
        runner.run(database.close())


async def test_of_many_who_spend_the_same_minutes_at_once_one_does(any_app: App) -> None:
    await volunteers(any_app, 3)
    await one_step(any_app.database, ("earn", 0, 0, 0, 100))
    gifts: list[Step] = [("give", 0, 1, 0, 100), ("hold", 0, 0, 1, 100), ("hold", 0, 0, 2, 100)]
    done = await asyncio.gather(*(one_step(any_app.database, step) for step in gifts))
    assert sorted(map(bool, done)) == [False, False, True]
    async with any_app.database.read() as connection:
        assert await time_bank.broken(connection) == []


async def test_an_entry_is_earned_once_and_what_is_gone_when_it_falls_is_owed_and_paid_next(any_app: App) -> None:
    await volunteers(any_app, 3)
    database = any_app.database
    assert await one_step(database, ("earn", 0, 0, 0, 100)) == 100
    assert await one_step(database, ("earn", 0, 0, 0, 100)) == 0
    assert await one_step(database, ("give", 0, 1, 0, 70))
    fallen = await one_step(database, ("unearn", 0, 0, 0, 1))
    assert isinstance(fallen, time_bank.Movement)
    assert (fallen.change, fallen.owed) == (-30, 70)
    assert await one_step(database, ("unearn", 0, 0, 0, 1)) is None
    assert await one_step(database, ("earn", 0, 0, 3, 100)) == 30
    async with database.read() as connection:
        assert await time_bank.account(connection, NUMBERS[0]) == time_bank.Account(NUMBERS[0], 30, 0)
        assert (await time_bank.account(connection, NUMBERS[1])).minutes == 70


async def test_an_account_grows_to_the_cap_and_no_further(any_app: App) -> None:
    await volunteers(any_app, 1)
    assert await one_step(any_app.database, ("earn", 0, 0, 0, 450)) == 450
    assert await one_step(any_app.database, ("earn", 0, 0, 3, 100)) == 50
    fallen = await one_step(any_app.database, ("unearn", 0, 0, 3, 1))
    assert isinstance(fallen, time_bank.Movement)
    assert fallen.change == -50


async def test_a_ledger_or_an_account_that_was_tampered_with_is_found(any_app: App) -> None:
    await volunteers(any_app, 1)
    await one_step(any_app.database, ("earn", 0, 0, 0, 100))
    async with any_app.database.write() as connection:
        await connection.execute(update(time_accounts).values(minutes=1000))
        assert await time_bank.broken(connection) == [
            f"the time account {NUMBERS[0]} is not what the ledger adds up to"
        ]
        facts = json.dumps({"change": 1000, "owed": 0, "to": None, "volunteer": NUMBERS[0]}, sort_keys=True)
        await connection.execute(update(time_ledger).values(facts=facts))
        assert await time_bank.broken(connection) == ["time bank entry 1 was changed"]


async def test_the_table_itself_holds_no_account_below_zero(app: App) -> None:
    await volunteers(app, 1)
    await one_step(app.database, ("earn", 0, 0, 0, 100))
    with pytest.raises(IntegrityError):
        async with app.database.engine.begin() as connection:
            await connection.execute(update(time_accounts).values(minutes=-1))

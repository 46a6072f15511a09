"""The audit log only grows: an entry changed, taken out or slipped in is found, and ``verify`` says so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from typer.testing import CliRunner

from bot.__main__ import cli
from integrations.store import audit, chain
from integrations.store.database import Collision, Database
from integrations.store.migrate import migrate
from integrations.store.tables import audit as entries
from integrations.store.tables import slots
from tests.records import a_database
from tests.talk import NOON


def salt(size: int) -> bytes:
    return bytes(range(size))


async def write(database: Database, *subjects: str) -> None:
    for n, subject in enumerate(subjects):
        async with database.write() as connection:
            at = NOON + timedelta(seconds=n, microseconds=7)
            await audit.record(connection, at, "demo", "case opened", subject, salt)


async def tampered(database: Database, how: Callable[[AsyncConnection], object]) -> list[str]:
    """What is found after something was done behind our back."""
    async with database.write() as connection:
        await how(connection)  # type: ignore[misc]
    async with database.read() as connection:
        return await audit.broken(connection, batch=2)


async def test_a_log_that_only_grew_is_sound(database_url: str) -> None:
    async with a_database(database_url) as database:
        async with database.read() as connection:
            assert await audit.broken(connection) == []
        await write(database, *"abcde")
        async with database.read() as connection:
            for batch in (1, 2, 5, 1000):
                assert await audit.broken(connection, batch) == []


@pytest.mark.parametrize("what", [{"subject": "z"}, {"who": "stranger"}, {"what": "nothing"}, {"at": NOON}])
async def test_a_changed_entry_is_found(database_url: str, what: dict[str, object]) -> None:
    async with a_database(database_url) as database:
        await write(database, *"abcde")
        change = update(entries).where(entries.c.seq == 3).values(**what)
        assert await tampered(database, lambda c: c.execute(change)) == ["audit entry 3 was changed"]


async def test_an_entry_that_was_changed_with_its_digest_breaks_the_chain(database_url: str) -> None:
    async with a_database(database_url) as database:
        await write(database, *"abcde")
        forged = chain.digest(salt(16), [3, NOON.astimezone(UTC).isoformat(), "demo", "case opened", "z"])
        change = update(entries).where(entries.c.seq == 3).values(at=NOON, subject="z", digest=forged)
        assert await tampered(database, lambda c: c.execute(change)) == ["the chain breaks at audit entry 3"]


@pytest.mark.parametrize("seq", [1, 3, 4])
async def test_an_entry_that_was_taken_out_is_found(database_url: str, seq: int) -> None:
    async with a_database(database_url) as database:
        await write(database, *"abcde")
        removal = delete(entries).where(entries.c.seq == seq)
        found = await tampered(database, lambda c: c.execute(removal))
    assert found == [f"audit entry {seq} is missing", f"the chain breaks at audit entry {seq + 1}"]


async def test_an_entry_that_was_taken_out_is_found_though_the_others_moved_up(database_url: str) -> None:
    async def close_the_gap(connection: AsyncConnection) -> None:
        await connection.execute(delete(entries).where(entries.c.seq == 2))
        for seq in (3, 4, 5):
            await connection.execute(update(entries).where(entries.c.seq == seq).values(seq=seq - 1))

    async with a_database(database_url) as database:
        await write(database, *"abcde")
        found = await tampered(database, close_the_gap)
    assert "audit entry 2 was changed" in found
    assert "the chain breaks at audit entry 2" in found


async def test_an_entry_that_was_slipped_in_is_found(database_url: str) -> None:
    async def slip_in(connection: AsyncConnection) -> None:
        third = (await connection.execute(select(entries).where(entries.c.seq == 3))).mappings().one()
        for seq in (5, 4, 3):
            await connection.execute(update(entries).where(entries.c.seq == seq).values(seq=seq + 1))
        await connection.execute(insert(entries), {**third, "subject": "slipped in"})

    async with a_database(database_url) as database:
        await write(database, *"abcde")
        found = await tampered(database, slip_in)
    assert "audit entry 3 was changed" in found
    assert "audit entry 4 was changed" in found


async def test_entries_that_are_added_at_once_make_one_chain(database_url: str) -> None:
    async def note(database: Database, subject: str) -> int:
        collisions = 0
        while True:
            try:
                await write(database, subject)
            except Collision:
                collisions += 1
            else:
                return collisions

    async with a_database(database_url) as database:
        await asyncio.gather(*(note(database, f"s{n}") for n in range(12)))
        async with database.read() as connection:
            assert await audit.broken(connection) == []
            subjects = {row.subject for row in await connection.execute(select(entries.c.subject))}
    assert subjects == {f"s{n}" for n in range(12)}


def test_verify_is_silent_when_all_is_well_and_names_each_fault_otherwise(database_url: str, tmp_path: Path) -> None:
    environment = {"YIZHENG_DATA_DIR": str(tmp_path), "YIZHENG_DATABASE_URL": database_url}
    commands = CliRunner()

    async def prepare() -> None:
        database = Database(database_url)
        await migrate(database)
        await write(database, "a", "b")
        await database.close()

    async def tamper() -> None:
        database = Database(database_url)
        async with database.write() as connection:
            await connection.execute(update(entries).where(entries.c.seq == 2).values(who="stranger"))
            await connection.execute(insert(slots), {"office": "marriage", "starts_at": NOON, "taken": 1})
        await database.close()

    asyncio.run(prepare())
    well = commands.invoke(cli, ["verify"], env=environment)
    assert (well.exit_code, well.output) == (0, "")
    asyncio.run(tamper())
    ill = commands.invoke(cli, ["verify"], env=environment)
    assert ill.exit_code == 1
    assert ill.output.splitlines() == [
        "audit entry 2 was changed",
        "slot marriage 2026-05-11 04:00 UTC: 1 seats taken, 0 bookings",
    ]

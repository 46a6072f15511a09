"""The records: migrations that lead to the tables, instants that keep their zone, conversations that never fork."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, func, insert, select, text
from sqlalchemy.exc import StatementError

from bot.app import demonstration_villages, load_place
from bot.villages import import_villages
from flows.conversation import Conversation
from flows.words import Reply, Words
from integrations.store import cases, conversations, uploads
from integrations.store.conversations import Entry
from integrations.store.database import Collision, Database
from integrations.store.migrate import HEAD, migrate
from integrations.store.tables import Instant, metadata, slots, villages
from tests.records import VAULT, a_case, a_database, until
from tests.talk import NOON, an_app

ROOT = Path(__file__).parent.parent
C0 = Conversation("c0", "zh-Hans")

# What the comparison of Alembic does not look at: the conditions of indices, and checks.
SCHEMA = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL",
    "postgresql": """SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
        UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid <> 'alembic_version'::regclass""",
}


def schema_of(connection: Connection) -> set[str]:
    """Every index with its condition; on PostgreSQL every constraint too."""
    return {str(row[0]) for row in connection.execute(text(SCHEMA[connection.dialect.name]))}


async def test_the_migrations_lead_to_exactly_the_tables(empty_database_url: str) -> None:
    def differences(connection: Connection) -> list[Any]:
        options = {"compare_type": True, "compare_server_default": True}
        found: list[Any] = compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
        return found

    async with a_database(empty_database_url) as database, database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []
        migrated = await connection.run_sync(schema_of)
        await connection.run_sync(metadata.drop_all)
        await connection.run_sync(metadata.create_all)
        assert migrated == await connection.run_sync(schema_of)
        assert any("WHERE" in line for line in migrated)  # so that partial indices are looked at
        await connection.rollback()


def test_the_newest_revision_is_the_one_a_start_looks_for() -> None:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "integrations" / "migrations"))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


async def test_several_starts_may_bring_a_new_database_up_to_date_at_once(empty_database_url: str) -> None:
    databases = [Database(empty_database_url) for _ in range(5)]
    await asyncio.gather(*(migrate(database) for database in databases))
    async with databases[0].read() as connection:
        assert (await connection.execute(text("SELECT version_num FROM alembic_version"))).all() == [(HEAD,)]
    await asyncio.gather(*(database.close() for database in databases))


async def test_several_desks_may_open_on_an_empty_database_at_once(empty_database_url: str, tmp_path: Path) -> None:
    async def open_and_close() -> int:
        async with an_app(tmp_path, database_url=empty_database_url) as app, app.database.read() as connection:
            return int((await connection.execute(select(func.count()).select_from(villages))).scalar_one())

    counts = await asyncio.gather(*(open_and_close() for _ in range(4)))
    assert counts[0] > 0
    assert len(set(counts)) == 1


async def test_villages_that_another_start_is_importing_just_now_are_there_once(postgres_url: str) -> None:
    place, csv = load_place("jingtai"), demonstration_villages()
    first, *_ = csv.splitlines()[1:]
    township, code, name = first.split(",")
    async with a_database(postgres_url) as database:

        async def somebody_waits() -> bool:
            async with database.read() as looking:
                waiting = await looking.execute(text("SELECT count(*) FROM pg_locks WHERE NOT granted"))
                return int(waiting.scalar_one()) > 0

        async with database.write() as connection:
            await connection.execute(insert(villages), {"township": township, "code": code, "name": name})
            importing = asyncio.create_task(import_villages(database, csv, place, replace=False))
            await until(somebody_waits)
        assert await importing == 1  # it found them there and left them as they are


def test_several_processes_may_start_in_an_empty_directory_at_once(tmp_path: Path) -> None:
    environment = os.environ | {"YIZHENG_DATA_DIR": str(tmp_path)}
    command = [sys.executable, "-m", "bot", "verify"]
    starts = [subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [start.communicate()[1] for start in starts]
    assert said == ["", ""]
    assert [start.returncode for start in starts] == [0, 0]


async def test_a_transaction_that_is_cancelled_twice_leaves_nothing_behind_that_waits_for_ever(
    database_url: str,
) -> None:
    busy = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000000) SELECT max(x) FROM n"

    async with a_database(database_url) as database:

        async def works() -> None:
            async with database.read() as connection:
                await connection.execute(text("SELECT 1"))
                begun.set()
                await connection.execute(text(busy))

        begun = asyncio.Event()
        before = asyncio.all_tasks()
        working = asyncio.create_task(works())
        await begun.wait()
        for _ in range(2):
            for _ in range(5):
                await asyncio.sleep(0)
            working.cancel()
        with pytest.raises(asyncio.CancelledError):
            await working
        left = asyncio.all_tasks() - before
        if left:
            _, waiting = await asyncio.wait(left, timeout=10)
            assert not waiting


async def test_an_instant_without_a_zone_is_refused(database_url: str) -> None:
    row = {"office": "a", "starts_at": datetime(2026, 5, 20, 9, 30), "taken": 0}
    async with a_database(database_url) as database, database.engine.connect() as connection:
        with pytest.raises(StatementError, match="an instant needs a time zone"):
            await connection.execute(insert(slots), row)


def test_every_instant_comes_back_as_itself_and_in_order(database_url: str) -> None:
    zones = st.builds(timezone, st.timedeltas(timedelta(hours=-14), timedelta(hours=14)).map(_whole_minutes))
    instants = st.datetimes(datetime(1900, 1, 2), datetime(2200, 1, 1), timezones=zones)

    with asyncio.Runner() as runner:
        database = Database(database_url)
        runner.run(migrate(database))

        @given(st.lists(instants, min_size=1, max_size=8, unique=True))
        def every(given_: list[datetime]) -> None:
            kept = runner.run(through(given_))
            assert kept == sorted(given_)
            assert {instant.tzinfo for instant in kept} == {UTC}

        async def through(given_: list[datetime]) -> list[datetime]:
            async with database.write() as connection:
                await connection.execute(delete(slots))
                rows = [{"office": "a", "starts_at": instant, "taken": 0} for instant in given_]
                await connection.execute(insert(slots), rows)
            async with database.read() as connection:
                chosen = select(slots.c.starts_at).order_by(slots.c.starts_at)
                return [row.starts_at for row in await connection.execute(chosen)]

        every()
        runner.run(database.close())


def _whole_minutes(offset: timedelta) -> timedelta:
    return timedelta(minutes=offset // timedelta(minutes=1))


def test_no_column_keeps_an_instant_but_as_an_instant() -> None:
    naked = [
        str(column)
        for table in metadata.sorted_tables
        for column in table.columns
        if column.type.__class__.__name__ in {"DateTime", "TIMESTAMP"}
    ]
    assert naked == []
    assert isinstance(slots.c.starts_at.type, Instant)


async def commit(database: Database, was: int, conversation: Conversation = C0) -> None:
    async with database.write() as connection:
        sealed = conversations.sealed_state(VAULT, conversation)
        await conversations.commit(connection, conversation, was, sealed, NOON)


async def test_a_conversation_is_committed_on_top_of_its_version_only(database_url: str) -> None:
    async with a_database(database_url) as database:
        await commit(database, 0)
        await commit(database, 1, Conversation("c0", "en"))
        for stale in (0, 1, 3):
            with pytest.raises(Collision):
                await commit(database, stale)
        async with database.read() as connection:
            loaded = await conversations.load(connection, VAULT, "c0", "zh-Hans")
        assert (loaded.version, loaded.conversation.language) == (2, "en")


async def test_of_two_that_commit_the_same_version_at_once_one_wins(database_url: str) -> None:
    async with a_database(database_url) as database:
        for was in (0, 1):
            results = await asyncio.gather(*(commit(database, was) for _ in range(4)), return_exceptions=True)
            assert [type(result) for result in results if result is not None] == [Collision] * 3


async def test_a_conversation_that_was_left_takes_no_more_turns(database_url: str) -> None:
    async with a_database(database_url) as database:
        await commit(database, 0)
        async with database.write() as connection:
            await conversations.forget(connection, "c0", NOON, revoke=True)
        with pytest.raises(Collision):
            await commit(database, 1)
        async with database.read() as connection:
            assert (await conversations.load(connection, VAULT, "c0", "en")).forgotten


def an_entry(message: str, seq: int, *, pushed: bool = False, said: str = "你好") -> Entry:
    return Entry(message, seq, pushed, said, (Reply(Words("greeting")),), NOON)


async def note(database: Database, entry: Entry, conversation: str = "c0") -> None:
    async with database.write() as connection:
        await conversations.note(connection, VAULT, conversation, entry)


async def test_a_message_has_one_log_entry_for_ever(database_url: str) -> None:
    async with a_database(database_url) as database:
        first = an_entry("m1", 1, said="第一次")
        await note(database, first)
        with pytest.raises(Collision):
            await note(database, an_entry("m1", 2, said="第二次"))
        await note(database, an_entry("m1", 1), "another")  # ids are the channel's own: equal ones elsewhere are others
        async with database.read() as connection:
            assert await conversations.entry_of(connection, VAULT, "c0", "m1") == first
            assert await conversations.entry_of(connection, VAULT, "c0", "m2") is None


async def test_the_log_is_read_in_order_from_any_point(database_url: str) -> None:
    async with a_database(database_url) as database:
        for seq in (3, 1, 4, 2):
            await note(database, an_entry(f"m{seq}", seq, pushed=seq % 2 == 0))
        async with database.read() as connection:
            everything = await conversations.entries(connection, VAULT, "c0")
            later = await conversations.entries(connection, VAULT, "c0", after=2)
            pushed = await conversations.entries(connection, VAULT, "c0", pushed_only=True)
            last = await conversations.entries(connection, VAULT, "c0", last=1)
    assert [[entry.seq for entry in found] for found in (everything, later, pushed, last)] == [
        [1, 2, 3, 4],
        [3, 4],
        [2, 4],
        [4],
    ]


async def test_what_a_person_typed_is_kept_to_its_cap(database_url: str) -> None:
    async with a_database(database_url) as database:
        await note(database, an_entry("m1", 1, said="长" * (conversations.MAX_SAID + 5)))
        async with database.read() as connection:
            entry = await conversations.entry_of(connection, VAULT, "c0", "m1")
    assert entry is not None
    assert entry.said == "长" * conversations.MAX_SAID


async def test_the_same_run_is_the_same_receipt_and_a_changed_outcome_an_amendment(database_url: str) -> None:
    moved = {"appointment": {"office": "marriage", "day": "2026-05-21"}, "answers": []}
    async with a_database(database_url) as database:
        revisions = []
        for case in (
            a_case(),
            a_case(number="JT260511-BBBBBB"),  # the same outcome once more
            a_case(number="JT260511-CCCCCC", content=moved),
            a_case(number="JT260511-DDDDDD", content=moved),
        ):
            async with database.write() as connection:
                filed = await cases.file(connection, VAULT, case, NOON)
            revisions.append((filed.number, filed.revision, filed.content["appointment"]["day"]))
    assert revisions == [
        ("JT260511-AAAAAA", 1, "2026-05-20"),
        ("JT260511-AAAAAA", 1, "2026-05-20"),
        ("JT260511-AAAAAA", 2, "2026-05-21"),
        ("JT260511-AAAAAA", 2, "2026-05-21"),
    ]


async def test_a_case_moves_on_once(database_url: str) -> None:
    async with a_database(database_url) as database, database.write() as connection:
        await cases.file(connection, VAULT, a_case(), NOON)
        moves = [await cases.mark(connection, a_case().number, ["filed"], "seen", NOON) for _ in range(2)]
        assert moves == [True, False]
        assert await cases.waiting(connection) == 0


async def test_a_picture_is_for_the_conversation_that_gave_it(database_url: str) -> None:
    async with a_database(database_url) as database, database.write() as connection:
        for data in (b"first", b"second"):  # the same id again changes nothing
            await uploads.keep(connection, VAULT, upload="p1", conversation="c0", data=data, at=NOON)
        await uploads.keep(connection, VAULT, upload="p2", conversation="c1", data=b"hers", at=NOON)
        assert await uploads.get(connection, VAULT, "p1", "c0") == b"first"
        assert await uploads.get(connection, VAULT, "p1", "c1") is None
        assert await uploads.get(connection, VAULT, "p2", "c0") is None
        assert await uploads.count(connection, "c0") == 1
        await uploads.drop(connection, "c0")
        assert await uploads.get(connection, VAULT, "p1", "c0") is None
        assert await uploads.get(connection, VAULT, "p2", "c1") == b"hers"

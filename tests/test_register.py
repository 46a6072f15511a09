"""The register that the desk keeps itself: found by index, changed only where something differs, gone in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.app import App
from flows.benefits.records import Mandate, Payment, Record, Registered
from integrations.store import erasure
from integrations.store.benefits import expiry, looks, proofs, register
from integrations.store.benefits.looks import Look
from integrations.store.benefits.proofs import Proof
from integrations.store.tables import metadata
from tests.register_tables import PEOPLE, csv_of, number_of, phone_of
from tests.talk import NOON, Talk

ONE, OTHER, PROXY = number_of(1), number_of(2), number_of(3)
RECORD = Record("DB-1", "dibao", "paying", date(2026, 1, 5), payments=(Payment("2026-04", 32050, "paid"),))
WHOLE = Registered("张三", ONE, phone_of(1), (RECORD,), (Mandate("王五", PROXY, phone_of(3), "guardian"),))
ALONE = Registered("李四", OTHER, None, (replace(RECORD, id="DB-2", payments=()),))
OF_A_PERSON = ("benefit_people", "benefit_records", "benefit_payments", "benefit_mandates")


async def put(app: App, *some: Registered, now: datetime = NOON) -> None:
    async with app.database.write() as connection:
        for each in some:
            await register.put(connection, app.vault, each, now)


async def counted(app: App, *names: str) -> list[int]:
    async with app.database.read() as connection:
        return [
            (await connection.execute(select(func.count()).select_from(metadata.tables[name]))).scalar_one()
            for name in names
        ]


async def plans(app: App, statements: list[tuple[str, Any]]) -> list[str]:
    """How the database finds what each statement asks for."""
    found = []
    async with app.database.engine.connect() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if not is_sqlite:  # a small table is rather read whole; whether it could be otherwise is asked
            await connection.execute(text("SET LOCAL enable_seqscan = off"))
        for statement, parameters in statements:
            explained = f"EXPLAIN {'QUERY PLAN ' if is_sqlite else ''}{statement}"
            rows = (await connection.exec_driver_sql(explained, parameters)).all()
            found.append("\n".join(str(row[-1]) for row in rows))
    return found


async def asked(app: App, work: Any) -> list[tuple[str, Any]]:
    """The statements that some work reads with."""
    heard: list[tuple[str, Any]] = []

    def hear(_: Any, __: Any, statement: str, parameters: Any, *___: Any) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "(SELECT")):
            heard.append((statement, parameters))

    engines = {app.database.engine.sync_engine, app.database._statements.sync_engine}
    for engine in engines:
        event.listen(engine, "before_cursor_execute", hear)
    async with app.database.read() as connection:
        await work(connection)
    for engine in engines:
        event.remove(engine, "before_cursor_execute", hear)
    return heard


async def test_everything_about_somebody_is_found_by_index(any_app: App) -> None:
    await put(any_app, WHOLE, ALONE)

    async def find(connection: AsyncConnection) -> None:
        assert await register.find(connection, any_app.vault, ONE) == WHOLE

    async def changed(connection: AsyncConnection) -> None:
        assert len(await register.changed_since(connection, NOON)) == 2

    async def looked(connection: AsyncConnection) -> None:
        await connection.execute(text("SELECT sealed FROM benefit_people WHERE sealed = ''"))

    heard = await asked(any_app, find)
    assert len(heard) == 4
    for plan in await plans(any_app, heard + await asked(any_app, changed)):
        assert "index" in plan.lower()
        assert "SCAN benefit" not in plan
        assert "Seq Scan on benefit" not in plan
    (whole,) = await plans(any_app, await asked(any_app, looked))  # what no index has is seen to be so
    assert "SCAN benefit" in whole or "Seq Scan on benefit" in whole


async def test_what_is_put_again_as_it_is_stays_as_old_as_it_was(any_app: App) -> None:
    await put(any_app, WHOLE, ALONE)
    later = NOON + timedelta(days=1)
    await put(any_app, WHOLE, replace(ALONE, phone=phone_of(2)), now=later)
    async with any_app.database.read() as connection:
        for name in OF_A_PERSON:
            table = metadata.tables[name]
            rows = (await connection.execute(select(table.c.person, table.c.updated_at))).all()
            newer = {row.person for row in rows if row.updated_at == later}
            assert newer == ({register.person_of(any_app.vault, OTHER)} if name == "benefit_people" else set())


async def test_who_is_taken_out_is_gone_with_everything_and_nobody_else_is(any_app: App) -> None:
    await put(any_app, WHOLE, replace(ALONE, mandates=(Mandate("张三", ONE, phone_of(1), "mandate"),)))
    async with any_app.database.write() as connection:
        assert await register.remove(connection, register.person_of(any_app.vault, ONE))
        assert not await register.remove(connection, register.person_of(any_app.vault, PROXY))
    async with any_app.database.read() as connection:
        assert await register.find(connection, any_app.vault, ONE) is None
        assert await register.find(connection, any_app.vault, OTHER) == ALONE
    assert await counted(any_app, *OF_A_PERSON) == [1, 1, 0, 0]


def a_proof(conversation: str, until: datetime) -> Proof:
    return Proof(f"p-{conversation}", conversation, "张三", ONE, phone_of(1), NOON, until)


async def asks(connection: AsyncConnection, app: App, conversation: str, until: datetime) -> None:
    """Somebody asks in a conversation, shows who they are, and wishes to be told of changes."""
    await proofs.add(connection, app.vault, a_proof(conversation, until))
    person, row = register.person_of(app.vault, ONE), {"conversation": conversation, "sealed": b"", "updated_at": NOON}
    times = {"state": "sent", "wrong": 0, "sent": 0, "send_at": NOON, "until": until}
    await connection.execute(
        metadata.tables["identity_checks"].insert(), {"id": f"c-{conversation}", "person": person, **times, **row}
    )
    await connection.execute(metadata.tables["benefit_news"].insert(), {"person": person, **row})


ASKED = ("identity_checks", "identity_proofs", "benefit_news")


async def test_who_is_forgotten_is_told_nothing_more_and_the_others_are(any_app: App) -> None:
    talk = Talk(any_app)
    await talk.say("低保")
    async with any_app.database.write() as connection:
        for conversation in ("c0", "c1"):
            await asks(connection, any_app, conversation, NOON + timedelta(hours=1))
    await put(any_app, WHOLE)
    assert await counted(any_app, *ASKED) == [2, 2, 2]
    await talk.say("我的信息")
    await talk.tap("erase")
    await talk.tap("yes")
    assert talk.keys[0] == "erased"
    assert await counted(any_app, *ASKED) == [2, 1, 1]  # that a code was asked for counts, without what was said
    assert await counted(any_app, *OF_A_PERSON) == [1, 1, 1, 1]
    async with any_app.database.read() as connection:
        assert await proofs.one(connection, any_app.vault, "p-c1", "c1", NOON) is not None


async def test_what_is_over_goes_in_its_time(any_app: App) -> None:
    months = ("2024-04", "2024-05", "2026-04")
    paid = tuple(Payment(month, 1, "paid") for month in reversed(months))
    await put(any_app, replace(WHOLE, records=(replace(RECORD, payments=paid),)))
    person = register.person_of(any_app.vault, ONE)
    async with any_app.database.write() as connection:
        await asks(connection, any_app, "c0", NOON - expiry.OVER)
        await asks(connection, any_app, "c1", NOON - expiry.OVER - timedelta(seconds=1))
        for place, days in enumerate((1094, 1096)):
            await looks.add(connection, Look(f"l{place}", person, NOON - timedelta(days=days), "self", "shown"))
        for one, days in ((person, 179), (bytes(32), 181)):
            row = {"person": one, "sealed": b"", "at": NOON - timedelta(days=days)}
            await connection.execute(metadata.tables["register_last_known"].insert(), row)
    for gone in (7, 0):  # of what was wished in two conversations that are not there as well
        async with any_app.database.write() as connection:
            assert (
                await erasure.expire(connection, NOON, transcript_days=30, retention_days=180, case_days=1095) == gone
            )
    assert await counted(any_app, *ASKED[:2], "benefit_looks", "register_last_known", *OF_A_PERSON) == [
        *(1, 1, 1, 1),
        *(1, 1, 2, 1),
    ]
    async with any_app.database.read() as connection:
        found = await register.find(connection, any_app.vault, ONE)
    assert found is not None
    assert [each.month for each in found.records[0].payments] == ["2026-04", "2024-05"]


def test_the_commands_import_tell_and_take_out_and_say_nothing_personal(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch, migrated_file: Any
) -> None:
    monkeypatch.setenv("YIZHENG_DATA_DIR", str(tmp_path))
    table, run = tmp_path / "people.csv", CliRunner()
    table.write_bytes(csv_of(PEOPLE, ("张三", ONE, phone_of(1)), ("李四", OTHER, "")))
    calls: list[tuple[list[str], str | None, int, str]] = [
        (["import", str(table)], None, 0, "2 rows, 2 of them new"),
        (["import", str(table)], None, 0, "was imported on"),
        (["import", str(table), "--kind", "payments"], None, 2, "not the columns"),
        (["import", str(table), "--kind", "money"], None, 2, "--kind"),
        (["status"], None, 0, "people: 2"),
        (["remove"], f"{ONE}\n", 0, "removed"),
        (["remove"], f"{ONE}\n", 2, "nobody"),
        (["remove"], f"{ONE[:-1]}\n", 2, "standard input"),
        (["status"], None, 0, "people: 1"),
    ]
    for arguments, given, code, said in calls:
        done = run.invoke(cli, ["benefits", *arguments], input=given)
        assert (done.exit_code, said in done.output) == (code, True), done.output
        assert not any(private in done.output for private in (ONE, OTHER, phone_of(1), "张三"))

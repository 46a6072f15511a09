"""A register of many, for measuring: whoever is looked up is real, the others have an index each and a shared seal."""

from __future__ import annotations

import statistics
import time
from datetime import date
from typing import Any

from sqlalchemy import Table, TextClause, text

from flows.benefits.records import Payment, Record, Registered
from integrations.store.benefits import register
from integrations.store.benefits.tables import payments, people, records
from integrations.store.database import Database
from tests.records import VAULT
from tests.register_tables import number_of, phone_of
from tests.talk import NOON

LOOKED_UP = 50
"""Of each stretch that is filled in, those who are real."""


async def fill(database: Database, begin: int, end: int) -> None:
    """People ``begin`` to ``end``, each with one record and one payment."""
    async with database.write() as connection:
        for place in range(begin, begin + LOOKED_UP):
            await register.put(connection, VAULT, whole(place), NOON)
    template = [whole(begin)]
    sealed: dict[str, dict[str, Any]] = {
        "benefit_people": register.people_rows(VAULT, template)[0],
        "benefit_records": register.record_rows(VAULT, [(template[0].id_number, template[0].records[0])])[0],
        "benefit_payments": register.payment_rows(
            VAULT, [(template[0].id_number, template[0].records[0].id, template[0].records[0].payments[0])]
        )[0],
    }
    async with database.write() as connection:
        for table in (people, records, payments):
            statement, parameters = _insert(table, sealed[table.name], begin + LOOKED_UP, end, database.sqlite)
            await connection.execute(statement, parameters)


def _insert(
    table: Table, sealed: dict[str, Any], begin: int, end: int, sqlite: bool
) -> tuple[TextClause, dict[str, Any]]:
    """One statement in which the database makes the rows itself."""
    same = {"updated_at": "2026-05-11 04:00:00.000000" if sqlite else NOON, **sealed}
    made = {
        "id": "'DB-' || n",
        "record": "'DB-' || n",
        "person": "randomblob(32)" if sqlite else "sha256(n::text::bytea)",
    }
    names = [column.name for column in table.columns]
    values = ", ".join(made.get(name, f":{name}") for name in names)
    numbers = (
        "(WITH RECURSIVE r(n) AS (SELECT :begin UNION ALL SELECT n + 1 FROM r WHERE n + 1 < :end) SELECT n FROM r)"
    )
    if not sqlite:
        numbers = "generate_series(:begin, :end - 1) AS r(n)"
    written = f"INSERT INTO {table.name} ({', '.join(names)}) SELECT {values} FROM {numbers}"
    given = {name: same[name] for name in names if name not in made}
    return text(written), {**given, "begin": begin, "end": end}


def whole(place: int) -> Registered:
    """Somebody with a record and a payment on it."""
    paid = (Payment("2026-04", 32050, "paid"),)
    record = Record(f"DB-{place}", "dibao", "paying", date(2026, 1, 5), payments=paid)
    return Registered("张三", number_of(place), phone_of(place), (record,))


async def look_up(database: Database, times: int) -> float:
    """CPU and waiting together: the median of the seconds it takes to find one of the first."""
    spent = []
    for turn in range(times):
        id_number = number_of(turn % LOOKED_UP)
        async with database.read() as connection:
            begun = time.perf_counter()
            found = await register.find(connection, VAULT, id_number)
            spent.append(time.perf_counter() - begun)
        assert found is not None
        assert found.id_number == id_number
    return statistics.median(spent)

"""A register of many, for measuring: whoever is looked up is real, the others have real indices and a shared seal."""

from __future__ import annotations

import statistics
import time
from datetime import date
from typing import Any

from sqlalchemy import Table

from flows.benefits.records import Payment, Record, Registered
from integrations.store.benefits import register
from integrations.store.benefits.tables import payments, people, records
from integrations.store.database import Database
from tests.records import VAULT
from tests.register_tables import number_of, phone_of
from tests.talk import NOON

BATCH = 20_000
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
    for first in range(begin + LOOKED_UP, end, BATCH):
        places = range(first, min(first + BATCH, end))
        persons = [VAULT.index("person", f"made up {place}") for place in places]
        async with database.write() as connection:
            for table in (people, records, payments):
                await connection.exec_driver_sql(*_insert(table, sealed[table.name], persons, places, database.sqlite))


def _insert(
    table: Table, sealed: dict[str, Any], persons: list[bytes], places: range, sqlite: bool
) -> tuple[str, list[tuple[Any, ...]]]:
    """An insertion past the tool kit, which would take most of the time."""
    columns = [column.name for column in table.columns]
    at = "2026-05-11 04:00:00.000000" if sqlite else NOON
    own = {"updated_at": at, **sealed}
    rows = []
    for place, person in zip(places, persons, strict=True):
        number = {"id": f"DB-{place}", "record": f"DB-{place}", "person": person}
        rows.append(tuple(number.get(column, own[column]) for column in columns))
    marks = ", ".join(["?" if sqlite else "%s"] * len(columns))
    return f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})", rows


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

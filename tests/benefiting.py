"""Somebody in the register of benefits, and a conversation that has shown who they are, written straight into the
records. Everybody is made up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from bot.app import App
from flows.assistance.clocks import Begins
from flows.benefits.records import Mandate, MandateKind, Payment, Record, Registered
from integrations.store.benefits import proofs, register
from integrations.store.benefits.proofs import Proof
from tests.talk import MAN

PHONE, OTHER_PHONE = "13800005678", "13900004321"
NAME, ACCOUNT = "张三丰", "4321"
HOUR = timedelta(hours=1)
PAID = (
    Payment("2026-05", 59000, "paid", date(2026, 5, 8), ("income_up",)),
    Payment("2026-04", 65000, "returned"),
    Payment("2026-03", 65000, "paid", date(2026, 3, 9)),
)


def a_record(id_: str = "DB-1", state: Any = "paying", **more: Any) -> Record:
    """An allowance that is paid."""
    values: dict[str, Any] = {
        "id": id_,
        "scheme": "dibao",
        "state": state,
        "since": date(2026, 1, 12),
        "days": {Begins.ACCEPTED: date(2026, 4, 28)},
        "township": "luyang",
        "members": 3,
        "account": ACCOUNT,
    }
    return Record(**values | more)


async def registered(
    app: App,
    *records: Record,
    id_number: str = MAN,
    phone: str | None = PHONE,
    mandates: tuple[Mandate, ...] = (),
) -> None:
    """Somebody is in the register."""
    person = Registered(NAME, id_number, phone, records, mandates)
    async with app.database.write() as connection:
        await register.put(connection, app.vault, person, app.clock())


async def proved(
    app: App,
    conversation: str = "c0",
    *,
    id_: str = "p" * 24,
    id_number: str = MAN,
    phone: str = PHONE,
    by: MandateKind | None = None,
    proxy: str | None = None,
    holds: timedelta = HOUR,
) -> None:
    """A conversation has shown who it is."""
    now = app.clock()
    proof = Proof(id_, conversation, NAME, id_number, phone, now, now + holds, by, proxy)
    async with app.database.write() as connection:
        await proofs.add(connection, app.vault, proof)

"""The time bank (时间银行) as it is kept: accounts in minutes, and a chained ledger of its own, apart from the record.

An account never goes below zero: of an entry that stands no more and whose minutes are gone, the rest is owed, and
taken from what is earned next. It is never money. Whatever changes accounts locks them first, in the order of their
numbers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store import chain
from integrations.store.volunteers.tables import time_accounts, time_ledger

Random = Callable[[int], bytes]
_OPEN = {
    dialect.dialect.name: dialect.insert(time_accounts).on_conflict_do_nothing(index_elements=["volunteer"])
    for dialect in (sqlite, postgresql)
}


@dataclass(frozen=True, slots=True)
class Account:
    """What somebody has, and what they owe, in minutes."""

    volunteer: str
    minutes: int = 0
    owed: int = 0


@dataclass(frozen=True, slots=True)
class Movement:
    """One event of the ledger: by how much the account of ``volunteer`` changed and what they owe, and to whom it was
    given."""

    at: datetime
    event: str
    entry: str
    volunteer: str
    change: int
    owed: int = 0
    to: str | None = None


async def account(connection: AsyncConnection, volunteer: str) -> Account:
    """Somebody's account; who never earned anything has nothing in it."""
    row = (await connection.execute(select(time_accounts).where(time_accounts.c.volunteer == volunteer))).one_or_none()
    return Account(volunteer) if row is None else Account(volunteer, row.minutes, row.owed)


async def history(connection: AsyncConnection, volunteer: str, most: int = 10) -> list[Movement]:
    """What became of somebody's minutes, the newest first."""
    own = time_ledger.c.facts.contains(json.dumps(volunteer), autoescape=True)
    chosen = select(time_ledger).where(own).order_by(time_ledger.c.seq.desc()).limit(most)
    return [_movement(row) for row in (await connection.execute(chosen)).all()]


async def earn(
    connection: AsyncConnection,
    volunteer: str,
    entry: str,
    minutes: int,
    cap: int,
    who: str,
    now: datetime,
    random: Random,
) -> int:
    """An entry of service is worth its minutes, once while it stands: first what is owed is taken, and an account grows
    to ``cap`` at most. The minutes that came into the account."""
    own = (await _locked(connection, (volunteer,), now))[volunteer]
    last = await _last(connection, entry, ("earned", "unearned"))
    if last is not None and last.event == "earned":
        return 0
    paid = min(own.owed, minutes)
    change = min(minutes - paid, max(0, cap - own.minutes))
    await _write(connection, "earned", entry, volunteer, change, who, now, random, owed=-paid)
    return change


async def unearn(connection: AsyncConnection, entry: str, who: str, now: datetime, random: Random) -> Movement | None:
    """An entry stands no more: what it brought is taken back, and what is gone already is owed. None where it had
    brought nothing."""
    last = await _last(connection, entry, ("earned", "unearned"))
    if last is None or last.event != "earned":
        return None
    own = (await _locked(connection, (last.volunteer,), now))[last.volunteer]
    last = await _last(connection, entry, ("earned", "unearned"))
    if last is None or last.event != "earned":  # somebody else was first
        return None
    brought = last.change - last.owed
    taken = min(own.minutes, brought)
    await _write(connection, "unearned", entry, last.volunteer, -taken, who, now, random, owed=brought - taken)
    return Movement(now, "unearned", entry, last.volunteer, -taken, brought - taken)


async def give(
    connection: AsyncConnection,
    volunteer: str,
    to: str,
    minutes: int,
    entry: str,
    who: str,
    now: datetime,
    random: Random,
) -> bool:
    """Minutes go from one volunteer to another (捐、转给), once for each ``entry``; False where there are too few."""
    own = (await _locked(connection, (volunteer, to), now))[volunteer]
    if minutes < 1 or volunteer == to or own.minutes < minutes or await _last(connection, entry, ("given",)):
        return False
    await _write(connection, "given", entry, volunteer, -minutes, who, now, random, to=to)
    return True


async def hold(
    connection: AsyncConnection,
    volunteer: str,
    entry: str,
    minutes: int,
    who: str,
    now: datetime,
    random: Random,
) -> bool:
    """Minutes are set aside for a service that was asked for; False where there are not so many."""
    own = (await _locked(connection, (volunteer,), now))[volunteer]
    if minutes < 1 or own.minutes < minutes or await _last(connection, entry, ("held",)):
        return False
    await _write(connection, "held", entry, volunteer, -minutes, who, now, random)
    return True


async def settle(
    connection: AsyncConnection, entry: str, who: str, now: datetime, random: Random, *, spent: bool
) -> Movement | None:
    """What was set aside is spent, or returned, once. None where nothing is set aside for it."""
    last = await _last(connection, entry, ("held", "returned", "spent"))
    if last is None or last.event != "held":
        return None
    await _locked(connection, (last.volunteer,), now)
    last = await _last(connection, entry, ("held", "returned", "spent"))
    if last is None or last.event != "held":
        return None
    event, change = ("spent", 0) if spent else ("returned", -last.change)
    await _write(connection, event, entry, last.volunteer, change, who, now, random)
    return Movement(now, event, entry, last.volunteer, change)


async def broken(connection: AsyncConnection, batch: int = chain.BATCH) -> list[str]:
    """What is wrong, one sentence each: with the chain, and where an account is not what the ledger adds up to."""
    found = await chain.faults(connection, time_ledger, "time bank entry", _said, batch)
    sums: dict[str, tuple[int, int]] = {}
    rows = (await connection.execute(select(time_ledger).order_by(time_ledger.c.seq))).all()
    for movement in map(_movement, rows):
        for volunteer, change, owed in _changes(movement):
            had, owes = sums.get(volunteer, (0, 0))
            sums[volunteer] = (had + change, owes + owed)
            if min(sums[volunteer]) < 0:
                found.append(f"the time account {volunteer} went below zero with {movement.entry}")
    for row in (await connection.execute(select(time_accounts).order_by(time_accounts.c.volunteer))).all():
        if sums.pop(row.volunteer, (0, 0)) != (row.minutes, row.owed):
            found.append(f"the time account {row.volunteer} is not what the ledger adds up to")
    return [*found, *(f"the time account {volunteer} is gone" for volunteer in sums)]


# --- parts -------------------------------------------------------------------------------------------------------


async def _locked(connection: AsyncConnection, numbers: Collection[str], now: datetime) -> Mapping[str, Account]:
    """Accounts that nobody else changes before this transaction is over; who has none gets one."""
    for number in sorted(set(numbers)):
        row = {"volunteer": number, "minutes": 0, "owed": 0, "updated_at": now}
        await connection.execute(_OPEN[connection.dialect.name], row)
        own = update(time_accounts).where(time_accounts.c.volunteer == number)
        await connection.execute(own.values(updated_at=now))
    return {number: await account(connection, number) for number in numbers}


async def _last(connection: AsyncConnection, entry: str, events: Sequence[str]) -> Movement | None:
    own = (time_ledger.c.entry == entry, time_ledger.c.event.in_(events))
    chosen = select(time_ledger).where(*own).order_by(time_ledger.c.seq.desc()).limit(1)
    row = (await connection.execute(chosen)).one_or_none()
    return None if row is None else _movement(row)


async def _write(
    connection: AsyncConnection,
    event: str,
    entry: str,
    volunteer: str,
    change: int,
    who: str,
    now: datetime,
    random: Random,
    *,
    owed: int = 0,
    to: str | None = None,
) -> None:
    movement = Movement(now, event, entry, volunteer, change, owed, to)
    for number, minutes, owes in _changes(movement):
        values = {"minutes": time_accounts.c.minutes + minutes, "owed": time_accounts.c.owed + owes}
        own = update(time_accounts).where(time_accounts.c.volunteer == number)
        await connection.execute(own.values(**values, updated_at=now))
    facts = {"volunteer": volunteer, "change": change, "owed": owed, "to": to}
    row = {"at": now, "who": who, "event": event, "entry": entry, "facts": json.dumps(facts, sort_keys=True)}

    def said(seq: int, row: dict[str, Any]) -> Sequence[Any]:
        return [seq, row["at"].astimezone(UTC).isoformat(), row["who"], row["event"], row["entry"], row["facts"]]

    await chain.append(connection, time_ledger, [row], said, random, in_turn=True)


def _changes(movement: Movement) -> list[tuple[str, int, int]]:
    """Whose account an event changes: by how many minutes, and by how many owed."""
    changes = [(movement.volunteer, movement.change, movement.owed)]
    return changes if movement.to is None else [*changes, (movement.to, -movement.change, 0)]


def _movement(row: Any) -> Movement:
    facts = json.loads(row.facts)
    return Movement(row.at, row.event, row.entry, facts["volunteer"], facts["change"], facts["owed"], facts["to"])


def _said(seq: int, row: Any) -> Sequence[Any]:
    return [seq, row.at.astimezone(UTC).isoformat(), row.who, row.event, row.entry, row.facts]

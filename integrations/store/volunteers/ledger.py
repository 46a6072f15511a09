"""The ledger of service time (志愿服务记录) as it is kept: events that only grow in a chain, and how each entry stands.

How an entry stands could be told from the events alone; that both agree is what ``broken`` checks. Whoever writes first
locks the volunteer, so that two entries of one person are never weighed at once.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import and_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.hours import at as at_time
from flows.volunteers.ledger import BECOMES, MOVES, OVER, Entry, Event
from integrations.privacy import SealBroken, Vault
from integrations.store import chain
from integrations.store.volunteers.tables import service_ledger, service_records, volunteers

_FACTS = ("volunteer", "organisation", "activity", "kind", "training", "begins_at", "ends_at", "minutes", "replaces")
"""What an event that records an entry says of it; ``words`` besides is the salted digest of what is sealed."""
_ORGANISER = "organiser:"
Random = Callable[[int], bytes]


async def lock(connection: AsyncConnection, volunteer: str) -> None:
    """Nobody else weighs or writes entries of this volunteer before this transaction is over."""
    own = update(volunteers).where(volunteers.c.number == volunteer)
    await connection.execute(own.values(revision=volunteers.c.revision + 1))


async def record(
    connection: AsyncConnection, vault: Vault, entry: Entry, who: str, due_at: datetime, now: datetime, random: Random
) -> None:
    """Writes a new entry down; it waits to be countersigned until ``due_at``."""
    salt = random(chain.SALT_BYTES).hex()
    words = {"what": entry.what, "where": entry.where, "salt": salt}
    row = {name: getattr(entry, name) for name in _FACTS}
    kept = {"entry": entry.id, **row, "state": BECOMES["recorded"], "due_at": due_at, "made_at": now, "updated_at": now}
    sealed = vault.seal_plain(words, _row(entry.id))
    await connection.execute(service_records.insert(), {**kept, "sealed": sealed})
    facts = {**{name: _plain(value) for name, value in row.items()}, "words": _digest_of_words(words)}
    await _append(connection, [_event(now, who, "recorded", entry.id, facts)], random)


async def move(
    connection: AsyncConnection,
    entries: Collection[str],
    event: Event,
    who: str,
    now: datetime,
    random: Random,
    *,
    due_at: datetime | None = None,
) -> list[str]:
    """Something happened to entries; those it could still happen to, each once however many try at the same time.
    ``due_at``: until when they are to be settled now, where that is no longer what it was."""
    values: dict[str, Any] = {"state": BECOMES[event], "updated_at": now}
    if event == "confirmed":
        values |= {"confirmed_by": who, "confirmed_at": now}
    if due_at is not None:
        values["due_at"] = due_at
    moved = []
    for entry in sorted(entries):  # in one order, so that two batches wait for each other and do not lock up
        own = (service_records.c.entry == entry, service_records.c.state.in_(MOVES[event]))
        done = await connection.execute(update(service_records).where(*own).values(values))
        if done.rowcount == 1:
            moved.append(entry)
    await _append(connection, [_event(now, who, event, entry, {}) for entry in moved], random)
    return moved


async def one(connection: AsyncConnection, vault: Vault, entry: str) -> Entry | None:
    """An entry by its id."""
    row = (await connection.execute(select(service_records).where(service_records.c.entry == entry))).one_or_none()
    return None if row is None else _entry(vault, row)


async def some(connection: AsyncConnection, vault: Vault, entries: Collection[str]) -> list[Entry]:
    """Entries by their ids, the oldest service first."""
    return await _found(connection, vault, service_records.c.entry.in_(entries))


async def of_volunteer(
    connection: AsyncConnection, vault: Vault, volunteer: str, *, also_over: bool = False
) -> list[Entry]:
    """The entries of a volunteer, the oldest service first; without those that were withdrawn or replaced."""
    own = service_records.c.volunteer == volunteer
    return await _found(connection, vault, own, *(() if also_over else (_is_alive(),)))


async def beside(
    connection: AsyncConnection, vault: Vault, volunteer: str, begins_at: datetime, ends_at: datetime
) -> list[Entry]:
    """The entries of a volunteer that stand or wait on the days of a span."""
    first, last = begins_at - timedelta(days=1), ends_at + timedelta(days=1)
    near = (service_records.c.ends_at > first, service_records.c.begins_at < last)
    return await _found(connection, vault, service_records.c.volunteer == volunteer, _is_alive(), *near)


async def of_organisation(
    connection: AsyncConnection, vault: Vault, organisation: str, states: Collection[str], most: int = 100
) -> list[Entry]:
    """The entries an organisation has in some states, the oldest service first."""
    own = (service_records.c.organisation == organisation, service_records.c.state.in_(states))
    return await _found(connection, vault, *own, most=most)


async def of_bureau(connection: AsyncConnection, vault: Vault, organisation: str, most: int = 100) -> list[Entry]:
    """What of an organisation the bureau looks at: what is in dispute, and what was not countersigned in time; the
    oldest service first."""
    return await _found(connection, vault, service_records.c.organisation == organisation, _is_the_bureaus(), most=most)


async def confirmed_between(
    connection: AsyncConnection, vault: Vault, volunteer: str, organisation: str, first: date, last: date
) -> list[Entry]:
    """The service time of a volunteer that an organisation itself has countersigned and that stands, of these days:
    what the bureau confirmed is nothing the organisation certifies (谁记录谁证明)."""
    span = (at_time(first, time.min), at_time(last + timedelta(days=1), time.min))
    own = (service_records.c.volunteer == volunteer, service_records.c.organisation == organisation)
    stands = (service_records.c.state == "confirmed", service_records.c.training.is_(False))
    days = (service_records.c.begins_at >= span[0], service_records.c.begins_at < span[1])
    theirs = service_records.c.confirmed_by.startswith(_ORGANISER, autoescape=True)
    return await _found(connection, vault, *own, *stands, *days, theirs)


async def overdue(connection: AsyncConnection, vault: Vault, now: datetime, most: int = 100) -> list[Entry]:
    """The entries that should have been countersigned, or their dispute settled, and of which the bureau was not told
    yet."""
    return await _found(connection, vault, service_records.c.due_at <= now, *_is_open(), most=most)


async def escalated(connection: AsyncConnection, entries: Collection[str], now: datetime) -> list[str]:
    """The bureau knows of entries that were not settled in time; those that are still open, each once."""
    late = (service_records.c.entry.in_(entries), service_records.c.due_at <= now, *_is_open())
    told = update(service_records).where(*late).values(escalated_at=now, updated_at=now)
    return list((await connection.execute(told.returning(service_records.c.entry))).scalars())


async def forget_words(connection: AsyncConnection, vault: Vault, volunteer: str, now: datetime) -> None:
    """What the entries of a volunteer say in words is gone; from when to when they served stands."""
    own = select(service_records.c.entry).where(service_records.c.volunteer == volunteer)
    for row in (await connection.execute(own)).all():
        nothing = vault.seal_plain({}, _row(row.entry))
        change = update(service_records).where(service_records.c.entry == row.entry)
        await connection.execute(change.values(sealed=nothing, updated_at=now))


async def seq_of(connection: AsyncConnection, entry: str) -> int:
    """The place in the ledger of the newest event of an entry: a new one for everything that happens to it."""
    own = select(service_ledger.c.seq).where(service_ledger.c.entry == entry)
    return int((await connection.execute(own.order_by(service_ledger.c.seq.desc()).limit(1))).scalar_one())


async def broken(connection: AsyncConnection, vault: Vault, batch: int = chain.BATCH) -> list[str]:
    """What is wrong, one sentence each: with the chain, and where an entry stands otherwise than its events say."""
    found = await chain.faults(connection, service_ledger, "service entry", _said, batch)
    told: dict[str, dict[str, Any]] = {}
    columns = (service_ledger.c.event, service_ledger.c.entry, service_ledger.c.facts)
    events = select(*columns, service_ledger.c.who, service_ledger.c.at)
    for row in (await connection.execute(events.order_by(service_ledger.c.seq))).all():
        if row.event == "recorded":
            told[row.entry] = {**_facts(row.facts), "state": "waiting", "confirmed": (None, None)}
        elif row.entry not in told or told[row.entry]["state"] not in MOVES.get(row.event, ()):
            found.append(f"service {row.entry} was {row.event} when it could not be")
        else:
            told[row.entry]["state"] = BECOMES[row.event]
            if row.event == "confirmed":
                told[row.entry]["confirmed"] = (row.who, row.at)
    for row in (await connection.execute(select(service_records))).all():
        said = told.pop(row.entry, None)
        if said is None:
            found.append(f"service {row.entry} stands nowhere in the ledger")
        elif not _agrees(vault, row, said):
            found.append(f"service {row.entry} is not as the ledger has it")
    return [*found, *(f"service {entry} is gone" for entry in told)]


# --- parts -------------------------------------------------------------------------------------------------------


def _is_open() -> tuple[Any, ...]:
    """Nobody has settled it, and the bureau was not told."""
    return service_records.c.state.in_(("waiting", "disputed")), service_records.c.escalated_at.is_(None)


def _is_the_bureaus() -> Any:
    late = and_(service_records.c.state == "waiting", service_records.c.escalated_at.is_not(None))
    return or_(service_records.c.state == "disputed", late)


def _is_alive() -> Any:
    return service_records.c.state.not_in(OVER)


async def _found(connection: AsyncConnection, vault: Vault, *where: Any, most: int | None = None) -> list[Entry]:
    order = (service_records.c.begins_at, service_records.c.entry)
    chosen = select(service_records).where(*where).order_by(*order).limit(most)
    return [_entry(vault, row) for row in (await connection.execute(chosen)).all()]


def _entry(vault: Vault, row: Any) -> Entry:
    words = _words(vault, row)
    return Entry(
        id=row.entry,
        **{name: getattr(row, name) for name in _FACTS},
        what=words.get("what", ""),
        where=words.get("where", ""),
        state=row.state,
        made_at=row.made_at,
        due_at=row.due_at,
        escalated_at=row.escalated_at,
        confirmed_at=row.confirmed_at,
        confirmed_by=row.confirmed_by,
    )


def _words(vault: Vault, row: Any) -> Mapping[str, str]:
    found: Mapping[str, str] = vault.open_plain(row.sealed, _row(row.entry))
    return found


def _agrees(vault: Vault, row: Any, said: Mapping[str, Any]) -> bool:
    """Whether an entry stands as its events say; words that were erased are no fault."""
    own = {name: _plain(getattr(row, name)) for name in _FACTS}
    try:
        words = _words(vault, row)
    except SealBroken:
        return False
    same_words = not words or hmac.compare_digest(_digest_of_words(words), str(said.get("words")))
    same_facts = all(name in said and own[name] == said[name] for name in _FACTS)
    same_end = (row.state, (row.confirmed_by, row.confirmed_at)) == (said["state"], said["confirmed"])
    return same_words and same_facts and same_end


def _facts(text: str) -> Mapping[str, Any]:
    """What an event says; of one that was tampered with, whatever can still be read."""
    try:
        facts = json.loads(text)
    except ValueError:
        return {}
    return facts if isinstance(facts, dict) else {}


def _event(at: datetime, who: str, event: Event, entry: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    return {"at": at, "who": who, "event": event, "entry": entry, "facts": text}


async def _append(connection: AsyncConnection, events: Sequence[dict[str, Any]], random: Random) -> None:
    def said(seq: int, row: dict[str, Any]) -> Sequence[Any]:
        return [seq, row["at"].astimezone(UTC).isoformat(), row["who"], row["event"], row["entry"], row["facts"]]

    if events:
        await chain.append(connection, service_ledger, events, said, random, in_turn=True)


def _said(seq: int, row: Any) -> Sequence[Any]:
    return [seq, row.at.astimezone(UTC).isoformat(), row.who, row.event, row.entry, row.facts]


def _digest_of_words(words: Mapping[str, str]) -> str:
    text = json.dumps([words["what"], words["where"]], ensure_ascii=False)
    return hmac.new(bytes.fromhex(words["salt"]), text.encode(), hashlib.sha256).hexdigest()


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def _row(entry: str) -> str:
    return f"service_records:{entry}"

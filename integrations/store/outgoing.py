"""What a bot is to send: rows written with what they tell of, sent in order within a chat, each once.

Before a message leaves its row is marked ``sending``, with the last message id known: whoever finds such a row later
cannot know whether the platform took it, and looks before sending again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store.chats import STAFF
from integrations.store.database import Collision
from integrations.store.tables import bot_leases, outgoing

WAITING, SENDING, SENT, VOID, DEAD = "waiting", "sending", "sent", "void", "dead"
OFFERED, ANSWERED, HELD = "offered", "answered", "held"
"""Of platforms that take an answer with their request: see ``answers``."""
TO_SEND = (WAITING, SENDING, OFFERED)
OPEN = (*TO_SEND, HELD)
LEASE = timedelta(seconds=15)
NOTHING = b""
"""What is left of a message to a resident once it is settled: its words are in the log, where they expire."""

_INSERTS = {dialect.dialect.name: dialect.insert for dialect in (sqlite, postgresql)}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to send; ``what`` is as it was put."""

    position: int
    key: str
    chat: str
    what: Mapping[str, Any]
    state: str
    attempts: int
    after: int | None


@dataclass(frozen=True, slots=True)
class Lease:
    """A process runs a bot, until the lease runs out."""

    bot: str
    holder: str
    fence: int


class NotOurs(Collision):
    """Another process runs the bot by now: what this one did must not be marked."""


async def put(
    connection: AsyncConnection,
    vault: Vault,
    *,
    bot: str,
    chat: str,
    key: str,
    what: Mapping[str, Any],
    now: datetime,
    urgent: bool = False,
    due_at: datetime | None = None,
) -> bool:
    """Something is to be sent (from ``due_at`` on); the same ``key`` is the same thing: False when it was put
    before."""
    row = {"key": key, "bot": bot, "chat": chat, "urgent": urgent, "state": WAITING, "attempts": 0}
    row["due_at"] = due_at or now
    row |= {"sealed": vault.seal_plain(what, f"outgoing:{key}"), "updated_at": now}
    insert = _INSERTS[connection.dialect.name](outgoing).on_conflict_do_nothing(index_elements=["key"])
    return (await connection.execute(insert.returning(outgoing.c.position), row)).first() is not None


async def said(connection: AsyncConnection, bot: str, chat: str, message: int, now: datetime) -> None:
    """A message was sent past these rows, for it could not wait."""
    row = {"key": f"said:{chat}:{message}", "bot": bot, "chat": chat, "urgent": True, "state": SENT, "attempts": 0}
    row |= {"sealed": NOTHING, "message": message, "due_at": now, "updated_at": now}
    insert = _INSERTS[connection.dialect.name](outgoing).on_conflict_do_nothing(index_elements=["key"])
    await connection.execute(insert, row)


async def take_lease(connection: AsyncConnection, bot: str, holder: str, now: datetime) -> Lease | None:
    """Takes or keeps the lease of a bot; None while another process holds it."""
    insert = _INSERTS[connection.dialect.name](bot_leases).values(bot=bot, holder=holder, until=now + LEASE, fence=1)
    taken = insert.on_conflict_do_update(
        index_elements=["bot"],
        set_={
            "holder": insert.excluded.holder,
            "until": insert.excluded.until,
            "fence": bot_leases.c.fence + 1,
        },
        where=(bot_leases.c.until <= now) & (bot_leases.c.holder != insert.excluded.holder),
    ).returning(bot_leases.c.fence)
    fence = (await connection.execute(taken)).scalar()
    if fence is None:
        own = update(bot_leases).where(bot_leases.c.bot == bot, bot_leases.c.holder == holder)
        fence = (await connection.execute(own.values(until=now + LEASE).returning(bot_leases.c.fence))).scalar()
    return None if fence is None else Lease(bot, holder, int(fence))


async def give_back(connection: AsyncConnection, lease: Lease, now: datetime) -> None:
    """The process stops: another may run the bot at once."""
    own = update(bot_leases).where(bot_leases.c.bot == lease.bot, bot_leases.c.holder == lease.holder)
    await connection.execute(own.values(until=now))


async def next_of_each_chat(
    connection: AsyncConnection, vault: Vault, bot: str, now: datetime, most: int, but: Collection[str] = ()
) -> Sequence[Row]:
    """What is to be sent next in each chat and is due; of no chat the second before the first, but what is urgent
    waits for nothing that is not."""
    waits = (outgoing.c.bot == bot, outgoing.c.state.in_(TO_SEND))
    place = func.row_number().over(
        partition_by=outgoing.c.chat, order_by=(outgoing.c.urgent.desc(), outgoing.c.position)
    )
    first = select(outgoing.c.position, place.label("place")).where(*waits).subquery()
    chosen = select(outgoing).join(first, first.c.position == outgoing.c.position)
    chosen = chosen.where(first.c.place == 1, outgoing.c.due_at <= now)
    if but:
        chosen = chosen.where(outgoing.c.chat.not_in(but))
    rows = await connection.execute(chosen.order_by(outgoing.c.urgent.desc(), outgoing.c.position).limit(most))
    return [_row(vault, row) for row in rows]


async def last_message(connection: AsyncConnection, bot: str, chat: str | None = None) -> int:
    """The highest message id known of a bot, or of one chat of it; 0 when none is."""
    chosen = select(func.max(outgoing.c.message)).where(outgoing.c.bot == bot)
    if chat is not None:
        chosen = chosen.where(outgoing.c.chat == chat)
    return int((await connection.execute(chosen)).scalar() or 0)


async def ids_in(connection: AsyncConnection, chat: str, after: int) -> frozenset[int]:
    """The messages of a chat that are known, beyond an id: none of them is the one that is looked for."""
    own = (outgoing.c.chat == chat, outgoing.c.message > after)
    return frozenset(row.message for row in await connection.execute(select(outgoing.c.message).where(*own)))


async def was_sent(connection: AsyncConnection, key: str) -> bool:
    """Whether what was put with this key has been sent."""
    own = (outgoing.c.key == key, outgoing.c.state.in_((SENT, ANSWERED)))
    return (await connection.execute(select(outgoing.c.key).where(*own))).first() is not None


async def put_already(connection: AsyncConnection, keys: Collection[str]) -> frozenset[str]:
    """Which of these are there: sent, or still to be."""
    chosen = select(outgoing.c.key).where(outgoing.c.key.in_(keys), outgoing.c.state.in_((*OPEN, SENT)))
    return frozenset(row.key for row in await connection.execute(chosen))


async def drop_unsent(connection: AsyncConnection, key: str) -> None:
    """What was put with this key was never sent, for nobody was there: it may be put again."""
    own = delete(outgoing).where(
        outgoing.c.key == key, outgoing.c.state.in_((VOID, DEAD)), outgoing.c.message.is_(None)
    )
    await connection.execute(own)


async def message_of(connection: AsyncConnection, key: str) -> int | None:
    """The message that what was put with this key was sent as; None where it was not."""
    return (await connection.execute(select(outgoing.c.message).where(outgoing.c.key == key))).scalar()


async def what_was(connection: AsyncConnection, vault: Vault, chat: str, message: int) -> Mapping[str, Any] | None:
    """What was sent to a chat as this message, while it is kept."""
    chosen = select(outgoing.c.key, outgoing.c.sealed).where(outgoing.c.chat == chat, outgoing.c.message == message)
    row = (await connection.execute(chosen.order_by(outgoing.c.position).limit(1))).first()
    return None if row is None else vault.open_plain(row.sealed, f"outgoing:{row.key}")


async def begin(connection: AsyncConnection, lease: Lease, row: Row, after: int, now: datetime) -> None:
    """It leaves now; from here on it may have been taken. Raises NotOurs, also where it is offered in an answer now."""
    values = {"state": SENDING, "after": after, "updated_at": now}
    await _mark(connection, lease, row, values, outgoing.c.due_at <= now)


async def settle(connection: AsyncConnection, lease: Lease, row: Row, message: int | None, now: datetime) -> None:
    """It was sent, as this message. Raises NotOurs."""
    values: dict[str, Any] = {"state": SENT, "message": message, "fault": None, "updated_at": now}
    await _mark(connection, lease, row, values | _dropped(lease))


async def postpone(
    connection: AsyncConnection, lease: Lease, row: Row, state: str, due_at: datetime, fault: str, now: datetime
) -> None:
    """It is tried again; ``state`` is WAITING where it is certain that it was not taken. Raises NotOurs."""
    values = {"state": state, "due_at": due_at, "attempts": row.attempts + 1, "fault": fault[:200], "updated_at": now}
    await _mark(connection, lease, row, values)


async def give_up(connection: AsyncConnection, lease: Lease, row: Row, fault: str, now: datetime) -> None:
    """It is refused for good. Raises NotOurs."""
    values: dict[str, Any] = {"state": DEAD, "fault": fault[:200], "updated_at": now}
    await _mark(connection, lease, row, values | _dropped(lease))


async def hold(connection: AsyncConnection, lease: Lease, row: Row, fault: str, now: datetime) -> None:
    """It is not taken before the person writes again. Raises NotOurs."""
    await _mark(connection, lease, row, {"state": HELD, "fault": fault[:200], "updated_at": now})


async def void(connection: AsyncConnection, chat: str, now: datetime, state: str = VOID) -> None:
    """Nobody is there any more: nothing that waits for the chat is sent, and nothing that was said is said again. As
    DEAD it is counted among what was given up."""
    kept = update(outgoing).where(outgoing.c.chat == chat, outgoing.c.state == ANSWERED)
    await connection.execute(kept.values(state=SENT, sealed=NOTHING, updated_at=now))
    own = update(outgoing).where(outgoing.c.chat == chat, outgoing.c.state.in_(OPEN))
    await connection.execute(own.values(state=state, sealed=NOTHING, updated_at=now))


async def left_since(connection: AsyncConnection, bot: str, since: datetime) -> Mapping[str, Sequence[datetime]]:
    """When what a bot has sent since an instant, or may have, left for each chat."""
    own = (outgoing.c.bot == bot, outgoing.c.state.in_((SENT, SENDING)), outgoing.c.updated_at >= since)
    left: dict[str, list[datetime]] = {}
    for row in await connection.execute(select(outgoing.c.chat, outgoing.c.updated_at).where(*own)):
        left.setdefault(row.chat, []).append(row.updated_at)
    return left


async def open_of(connection: AsyncConnection, vault: Vault, chat: str) -> Sequence[Row]:
    """What is still to be sent to a chat, in order."""
    chosen = select(outgoing).where(outgoing.c.chat == chat, outgoing.c.state.in_(OPEN))
    return [_row(vault, row) for row in await connection.execute(chosen.order_by(outgoing.c.position))]


async def move(connection: AsyncConnection, row: Row, to: str, now: datetime) -> None:
    """It is sent to another chat, from the start: where it was taken in its own, it cannot be looked for there."""
    own = update(outgoing).where(outgoing.c.position == row.position, outgoing.c.state.in_(OPEN))
    await connection.execute(own.values(chat=to, state=WAITING, after=None, due_at=now, updated_at=now))


async def shown_in(connection: AsyncConnection, chat: str, since: datetime) -> Sequence[int]:
    """The messages that were sent to a chat since an instant, the newest first."""
    own = (outgoing.c.chat == chat, outgoing.c.message.is_not(None), outgoing.c.updated_at >= since)
    rows = await connection.execute(select(outgoing.c.message).where(*own).order_by(outgoing.c.message.desc()))
    return list(dict.fromkeys(row.message for row in rows))


async def counts(connection: AsyncConnection) -> Mapping[tuple[str, str], int]:
    """How many rows there are by bot and state, for the metrics."""
    rows = await connection.execute(
        select(outgoing.c.bot, outgoing.c.state, func.count()).group_by(outgoing.c.bot, outgoing.c.state)
    )
    return {(bot, state): count for bot, state, count in rows}


def _row(vault: Vault, row: Any) -> Row:
    what = vault.open_plain(row.sealed, f"outgoing:{row.key}")
    return Row(row.position, row.key, row.chat, what, row.state, row.attempts, row.after)


def _dropped(lease: Lease) -> dict[str, Any]:
    """A clerk may reply to a message of ours, and then it is to be known what it was about."""
    return {} if lease.bot == STAFF else {"sealed": NOTHING}


async def _mark(
    connection: AsyncConnection, lease: Lease, row: Row, values: Mapping[str, Any], *where: ColumnElement[bool]
) -> None:
    """Raises NotOurs when the lease has gone to another process, or the row was settled or voided."""
    held = (
        select(bot_leases.c.bot)
        .where(bot_leases.c.bot == lease.bot, bot_leases.c.fence == lease.fence)
        .scalar_subquery()
    )
    own = (outgoing.c.position == row.position, outgoing.c.state.in_(OPEN), outgoing.c.bot == held)
    if (await connection.execute(update(outgoing).where(*own, *where).values(**values))).rowcount != 1:
        raise NotOurs("another process runs this bot")

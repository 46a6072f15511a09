"""What a chat is told in the answer to its own message, where the platform takes one with its request (WeChat).

It stands among what is to be sent, and is not due for as long as somebody may answer with it. Whoever answers offers
it, writes it out, and notes that it did: what was offered and not noted is sent by itself. Where the platform asks
again, for an answer of ours got lost, it is given the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store.outgoing import ANSWERED, HELD, NOTHING, OFFERED, SENDING, SENT, VOID, WAITING
from integrations.store.tables import outgoing

AWAITED = timedelta(seconds=8)
"""How long whoever took a message may answer it: the platform waits for five seconds, and asks again."""
AGAIN = timedelta(seconds=60)
"""How long the same is given again; whoever asks later is not the platform."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What may stand in the answer, in order."""

    key: str
    what: Mapping[str, Any]


async def waiting(
    connection: AsyncConnection, vault: Vault, chat: str, message: str, now: datetime
) -> Sequence[Offered]:
    """What may stand in the answer to a message: what waits for the chat and, where it was answered before, only what
    stood in that answer and was not sent since."""
    own = select(outgoing).where(outgoing.c.chat == chat)
    order = (outgoing.c.urgent.desc(), outgoing.c.position)
    again = own.where(outgoing.c.answers == message, outgoing.c.state.in_((OFFERED, ANSWERED)))
    again = again.where(outgoing.c.updated_at > now - AGAIN)
    rows = (await connection.execute(again.order_by(*order))).all()
    if not rows:
        rows = (await connection.execute(own.where(outgoing.c.state == WAITING).order_by(*order))).all()
    return [Offered(row.key, vault.open_plain(row.sealed, f"outgoing:{row.key}")) for row in rows]


async def offer(connection: AsyncConnection, keys: Sequence[str], message: str, now: datetime) -> Sequence[str]:
    """These stand in the answer to a message, unless they were sent meanwhile; those that do."""
    to_offer = (outgoing.c.state == WAITING) | (
        outgoing.c.state.in_((OFFERED, ANSWERED)) & (outgoing.c.answers == message)
    )
    own = update(outgoing).where(outgoing.c.key.in_(keys), to_offer).returning(outgoing.c.key)
    values = {"state": OFFERED, "answers": message, "due_at": now + AWAITED, "updated_at": now}
    taken = {row.key for row in await connection.execute(own.values(values))}
    return [key for key in keys if key in taken]


async def was_written(connection: AsyncConnection, keys: Sequence[str], now: datetime, *, rest: bool) -> None:
    """The answer was written out, and its ``rest`` follows. Its words are kept: where it comes too late, the platform
    asks again."""
    own = update(outgoing).where(outgoing.c.key.in_(keys), outgoing.c.state == OFFERED).returning(outgoing.c.chat)
    written = (await connection.execute(own.values(state=ANSWERED, fault=None, updated_at=now))).scalars().all()
    for chat in set(written) if rest else ():
        await hurry(connection, chat, now)


async def hurry(connection: AsyncConnection, chat: str, now: datetime) -> None:
    """Nobody answers any more: what waits for the chat is sent by itself."""
    own = update(outgoing).where(outgoing.c.chat == chat, outgoing.c.state == WAITING)
    await connection.execute(own.values(due_at=now, updated_at=now))


async def reopen(connection: AsyncConnection, keys: Sequence[str], now: datetime) -> None:
    """Answers got lost again and again: these are sent by themselves."""
    own = update(outgoing).where(outgoing.c.key.in_(keys), outgoing.c.state.in_((OFFERED, ANSWERED)))
    await connection.execute(own.values(state=WAITING, due_at=now, updated_at=now))


async def was_answered(connection: AsyncConnection, chat: str, message: str) -> bool:
    """Whether something stood in the answer to a message."""
    own = select(outgoing.c.key).where(outgoing.c.chat == chat, outgoing.c.answers == message)
    return (await connection.execute(own.limit(1))).first() is not None


async def release(connection: AsyncConnection, vault: Vault, chat: str, now: datetime) -> None:
    """The person writes again: what was held, or was put off, is said now. What it asked by the way (all but ``late``)
    is asked anew, or has been answered. And what was answered long enough ago is kept no more."""
    put_off = outgoing.c.state.in_((WAITING, SENDING)) & (outgoing.c.attempts > 0) & (outgoing.c.due_at > now)
    chosen = select(outgoing).where(outgoing.c.chat == chat, (outgoing.c.state == HELD) | put_off)
    for row in (await connection.execute(chosen.order_by(outgoing.c.position))).all():
        what = vault.open_plain(row.sealed, f"outgoing:{row.key}")
        text = what.get("late", what.get("text"))
        own = update(outgoing).where(outgoing.c.position == row.position, outgoing.c.state == row.state)
        if not text:
            await connection.execute(own.values(state=VOID, sealed=NOTHING, updated_at=now))
            continue
        sealed = vault.seal_plain({**what, "text": text}, f"outgoing:{row.key}")
        values = {"state": WAITING, "sealed": sealed, "due_at": now + AWAITED, "fault": None, "updated_at": now}
        await connection.execute(own.values(values))
    old = (outgoing.c.chat == chat, outgoing.c.state == ANSWERED, outgoing.c.updated_at < now - AGAIN)
    await connection.execute(update(outgoing).where(*old).values(sealed=NOTHING, state=SENT))

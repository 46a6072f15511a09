"""What bots could not say and have given up, counted: by bot and by what kind of chat it was for, nothing personal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.outgoing import DEAD
from integrations.store.tables import chats, outgoing

ChatKind = Literal["resident", "clerk", "group", "nobody"]
"""Who is at the other end; ``nobody`` of a chat that has been unlinked since."""


@dataclass(frozen=True, slots=True)
class Undelivered:
    """So many messages of a bot were given up in chats of a kind."""

    bot: str
    chat_kind: ChatKind
    count: int


async def undelivered(connection: AsyncConnection) -> Sequence[Undelivered]:
    """What was given up, while it is kept."""
    kind = case(
        (chats.c.group_of.is_not(None), "group"),
        (chats.c.staff.is_not(None), "clerk"),
        (chats.c.conversation.is_not(None), "resident"),
        else_="nobody",
    )
    dead = (
        select(outgoing.c.bot, kind.label("kind"))
        .select_from(outgoing.outerjoin(chats, chats.c.id == outgoing.c.chat))
        .where(outgoing.c.state == DEAD)
        .subquery()
    )
    counted = select(dead.c.bot, dead.c.kind, func.count()).group_by(dead.c.bot, dead.c.kind)
    rows = await connection.execute(counted.order_by(dead.c.bot, dead.c.kind))
    return [Undelivered(bot, chat_kind, count) for bot, chat_kind, count in rows]

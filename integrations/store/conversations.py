"""Conversations and their log: loaded as of a version, committed only on top of that version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.conversation import Conversation, conversation_from_plain, conversation_to_plain
from flows.words import Reply, Value, from_plain, reply_from_plain, reply_to_plain, to_plain
from integrations.privacy import Vault
from integrations.store.database import Collision
from integrations.store.tables import conversations, log

MAX_SAID = 4000


@dataclass(frozen=True, slots=True)
class Loaded:
    """A conversation as of a version; version 0 is one that is not stored yet."""

    conversation: Conversation
    version: int
    forgotten: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log: a message that came in and the replies it got, as keys with arguments."""

    message: str
    seq: int
    pushed: bool
    said: Value
    replies: tuple[Reply, ...]
    at: datetime


# Built once: making a statement costs more than running it.
_LOAD = select(conversations.c.version, conversations.c.sealed, conversations.c.forgotten).where(
    conversations.c.id == bindparam("id")
)
_MOVE = (
    update(conversations)
    .where(
        conversations.c.id == bindparam("of"),
        conversations.c.version == bindparam("was"),
        conversations.c.forgotten.is_(False),
    )
    .values(
        version=bindparam("now"), sealed=bindparam("state"), handoff=bindparam("ticket"), updated_at=bindparam("at")
    )
)
_BEGIN = insert(conversations)
_NOTE = insert(log)
_ENTRY = select(log).where(log.c.conversation == bindparam("of"), log.c.message == bindparam("id"))


async def load(connection: AsyncConnection, vault: Vault, conversation: str, language: str) -> Loaded:
    """The conversation as stored, or a new one in ``language``."""
    row = (await connection.execute(_LOAD, {"id": conversation})).one_or_none()
    if row is None:
        return Loaded(Conversation(conversation, language), 0)
    return unsealed(vault, conversation, row.version, row.sealed, row.forgotten)


def unsealed(vault: Vault, conversation: str, version: int, sealed: bytes, forgotten: bool = False) -> Loaded:
    """The conversation behind a stored row, or behind a copy of it in the cache."""
    plain = vault.open_plain(sealed, f"conversations:{conversation}")
    return Loaded(conversation_from_plain(conversation, plain), version, forgotten)


def sealed_state(vault: Vault, conversation: Conversation) -> bytes:
    """The conversation as it is stored."""
    return vault.seal_plain(conversation_to_plain(conversation), f"conversations:{conversation.id}")


async def commit(
    connection: AsyncConnection, conversation: Conversation, was: int, sealed: bytes, at: datetime
) -> None:
    """Stores the conversation as version ``was`` + 1. Raises Collision if it is no longer at ``was``."""
    if was == 0:
        row = {"id": conversation.id, "version": 1, "sealed": sealed, "forgotten": False}
        try:
            await connection.execute(_BEGIN, {**row, "handoff": conversation.handoff, "updated_at": at})
        except IntegrityError as fault:
            raise Collision("the conversation has begun elsewhere") from fault
        return
    moved = await connection.execute(
        _MOVE,
        {
            "of": conversation.id,
            "was": was,
            "now": was + 1,
            "state": sealed,
            "ticket": conversation.handoff,
            "at": at,
        },
    )
    if moved.rowcount != 1:
        raise Collision("the conversation has moved on")


async def note(connection: AsyncConnection, vault: Vault, conversation: str, entry: Entry) -> None:
    """Writes the log entry of a turn. Raises Collision if this message has one already."""
    plain = {
        "said": entry.said[:MAX_SAID] if isinstance(entry.said, str) else to_plain(entry.said),
        "replies": [reply_to_plain(reply) for reply in entry.replies],
    }
    values = {
        "conversation": conversation,
        "message": entry.message,
        "seq": entry.seq,
        "pushed": entry.pushed,
        "sealed": vault.seal_plain(plain, f"log:{conversation}:{entry.message}"),
        "at": entry.at,
    }
    try:
        await connection.execute(_NOTE, values)
    except IntegrityError as fault:
        raise Collision("this message has been answered") from fault


async def entry_of(connection: AsyncConnection, vault: Vault, conversation: str, message: str) -> Entry | None:
    """The log entry of a message, if it was answered."""
    row = (await connection.execute(_ENTRY, {"of": conversation, "id": message})).one_or_none()
    return None if row is None else _entry(vault, row)


async def entries(
    connection: AsyncConnection,
    vault: Vault,
    conversation: str,
    *,
    after: int = 0,
    pushed_only: bool = False,
    last: int = 200,
) -> Sequence[Entry]:
    """The last entries after a sequence number, oldest first."""
    chosen = select(log).where(log.c.conversation == conversation, log.c.seq > after)
    if pushed_only:
        chosen = chosen.where(log.c.pushed.is_(True))
    rows = (await connection.execute(chosen.order_by(log.c.seq.desc()).limit(last))).all()
    return [_entry(vault, row) for row in reversed(rows)]


async def forget(connection: AsyncConnection, conversation: str, at: datetime, *, revoke: bool) -> None:
    """Drops the transcript; with ``revoke`` the conversation itself can no longer be opened by its token."""
    await connection.execute(delete(log).where(log.c.conversation == conversation))
    if revoke:
        await connection.execute(
            update(conversations).where(conversations.c.id == conversation).values(forgotten=True, updated_at=at)
        )


async def known(connection: AsyncConnection, ids: Sequence[str]) -> Mapping[str, int]:
    """The versions of the conversations that are stored."""
    rows = await connection.execute(
        select(conversations.c.id, conversations.c.version).where(conversations.c.id.in_(ids))
    )
    return {row.id: row.version for row in rows}


def _entry(vault: Vault, row: Any) -> Entry:
    plain = vault.open_plain(row.sealed, f"log:{row.conversation}:{row.message}")
    replies = tuple(reply_from_plain(reply) for reply in plain["replies"])
    return Entry(row.message, row.seq, row.pushed, from_plain(plain["said"]), replies, row.at)

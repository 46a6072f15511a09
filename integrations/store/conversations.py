"""Conversations and their log: loaded as of a version, committed only on top of that version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.conversation import Conversation, conversation_from_plain, conversation_to_plain
from flows.words import Reply, Value, from_plain, reply_from_plain, reply_to_plain, to_plain
from integrations.privacy import Vault
from integrations.store.benefits import checks, news, proofs
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
LOAD = (
    select(
        conversations.c.version,
        conversations.c.sealed,
        conversations.c.forgotten,
        *(column.label(f"log_{column.name}") for column in log.c),
    )
    .select_from(
        conversations.outerjoin(
            log, and_(log.c.conversation == conversations.c.id, log.c.message == bindparam("message"))
        )
    )
    .where(conversations.c.id == bindparam("of"))
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
_MOVED = _MOVE.returning(conversations.c.id).cte("moved")
MOVE_AND_NOTE = (
    insert(log)
    .from_select(
        ["conversation", "message", "seq", "pushed", "sealed", "at"],
        select(
            _MOVED.c.id,
            bindparam("message", type_=log.c.message.type),
            bindparam("seq", type_=log.c.seq.type),
            bindparam("pushed", type_=log.c.pushed.type),
            bindparam("entry", type_=log.c.sealed.type),
            bindparam("noted", type_=log.c.at.type),
        ),
    )
    .execution_options(preserve_rowcount=True)
)
"""Both in one statement; nothing is noted where nothing moved. PostgreSQL only."""
_ENTRY = select(log).where(log.c.conversation == bindparam("of"), log.c.message == bindparam("id"))


async def load(connection: AsyncConnection, vault: Vault, conversation: str, language: str) -> Loaded:
    """The conversation as stored, or a new one in ``language``."""
    loaded, _ = await load_for(connection, vault, conversation, "", language)
    return loaded


async def load_for(
    connection: AsyncConnection, vault: Vault, conversation: str, message: str, language: str
) -> tuple[Loaded, Entry | None]:
    """The conversation as stored, or a new one, and the log entry of a message if that was answered before."""
    row = (await connection.execute(LOAD, {"of": conversation, "message": message})).one_or_none()
    return loaded(vault, conversation, message, language, row)


def loaded(
    vault: Vault, conversation: str, message: str, language: str, row: Sequence[Any] | None
) -> tuple[Loaded, Entry | None]:
    """What a row of ``LOAD`` holds: version, state, whether it was forgotten, then the columns of the log."""
    if row is None:
        return Loaded(Conversation(conversation, language), 0), None
    version, sealed, forgotten, *entry = row
    plain = vault.open_plain(sealed, f"conversations:{conversation}")
    found = Loaded(conversation_from_plain(conversation, plain), version, forgotten)
    _, answered, seq, pushed, log_sealed, at = entry
    return found, None if answered is None else _opened(vault, conversation, message, seq, pushed, log_sealed, at)


def sealed_state(vault: Vault, conversation: Conversation) -> bytes:
    """The conversation as it is stored."""
    return vault.seal_plain(conversation_to_plain(conversation), f"conversations:{conversation.id}")


async def move(connection: AsyncConnection, vault: Vault, conversation: Conversation, was: int, entry: Entry) -> None:
    """Stores the conversation as version ``was`` + 1, with the log entry of the message that moved it.

    Raises Collision if it is no longer at ``was``, was forgotten, or the message has been answered already.
    """
    if was > 0 and connection.dialect.name == "postgresql":
        await _move_and_note(connection, moved_and_noted(vault, conversation, was, entry))
        return
    await commit(connection, conversation, was, sealed_state(vault, conversation), entry.at)
    await note(connection, vault, conversation.id, entry)


async def _move_and_note(connection: AsyncConnection, values: Mapping[str, Any]) -> None:
    try:
        done = await connection.execute(MOVE_AND_NOTE, values)
    except IntegrityError as fault:
        raise Collision("this message has been answered") from fault
    if done.rowcount != 1:
        raise Collision("the conversation has moved on")


def moved_and_noted(vault: Vault, conversation: Conversation, was: int, entry: Entry) -> dict[str, Any]:
    """The values of ``MOVE_AND_NOTE``."""
    return _moved(conversation, was, sealed_state(vault, conversation), entry.at) | {
        "message": entry.message,
        "seq": entry.seq,
        "pushed": entry.pushed,
        "entry": _sealed(vault, conversation.id, entry),
        "noted": entry.at,
    }


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
    elif (await connection.execute(_MOVE, _moved(conversation, was, sealed, at))).rowcount != 1:
        raise Collision("the conversation has moved on")


async def note(connection: AsyncConnection, vault: Vault, conversation: str, entry: Entry) -> None:
    """Writes the log entry of a turn. Raises Collision if this message has one already."""
    values = {
        "conversation": conversation,
        "message": entry.message,
        "seq": entry.seq,
        "pushed": entry.pushed,
        "sealed": _sealed(vault, conversation, entry),
        "at": entry.at,
    }
    try:
        await connection.execute(_NOTE, values)
    except IntegrityError as fault:
        raise Collision("this message has been answered") from fault


def _moved(conversation: Conversation, was: int, sealed: bytes, at: datetime) -> dict[str, Any]:
    return {
        "of": conversation.id,
        "was": was,
        "now": was + 1,
        "state": sealed,
        "ticket": conversation.handoff,
        "at": at,
    }


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
    """Drops the transcript, who has shown in it who they are, and the wish to be told of changes. With ``revoke`` the
    conversation itself can no longer be opened by its token."""
    await connection.execute(delete(log).where(log.c.conversation == conversation))
    await proofs.forget(connection, conversation)
    await checks.forget(connection, conversation, at)
    await news.forget(connection, conversation, at)
    if revoke:
        await connection.execute(
            update(conversations).where(conversations.c.id == conversation).values(forgotten=True, updated_at=at)
        )


async def can_be_told(connection: AsyncConnection, conversation: str) -> bool:
    """Whether a conversation is still there: neither left nor gone with its retention."""
    chosen = select(conversations.c.id).where(conversations.c.id == conversation)
    return (await connection.execute(chosen.where(conversations.c.forgotten.is_(False)))).first() is not None


async def known(connection: AsyncConnection, ids: Sequence[str]) -> Mapping[str, int]:
    """The versions of the conversations that are stored."""
    rows = await connection.execute(
        select(conversations.c.id, conversations.c.version).where(conversations.c.id.in_(ids))
    )
    return {row.id: row.version for row in rows}


def _entry(vault: Vault, row: Any) -> Entry:
    return _opened(vault, row.conversation, row.message, row.seq, row.pushed, row.sealed, row.at)


def _opened(
    vault: Vault, conversation: str, message: str, seq: int, pushed: bool, sealed: bytes, at: datetime
) -> Entry:
    plain = vault.open_plain(sealed, f"log:{conversation}:{message}")
    replies = tuple(reply_from_plain(reply) for reply in plain["replies"])
    return Entry(message, seq, pushed, from_plain(plain["said"]), replies, at)


def _sealed(vault: Vault, conversation: str, entry: Entry) -> bytes:
    said = entry.said[:MAX_SAID] if isinstance(entry.said, str) else to_plain(entry.said)
    plain = {"said": said, "replies": [reply_to_plain(reply) for reply in entry.replies]}
    return vault.seal_plain(plain, f"log:{conversation}:{entry.message}")

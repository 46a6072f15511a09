"""Chats of a push channel: where somebody can be written to, and who is at the other end.

Found by a blind index of their address; the address itself is sealed, for it is a person's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, literal, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store.tables import Instant, chats

RESIDENTS, STAFF, WECHAT, WECOM = "residents", "staff", "wechat", "wecom"
"""The bots, of residents and staff on Telegram, of residents on WeChat, and the robots of the staff's groups on WeCom:
each has chats, tokens and a sender of its own."""
COUNTY = "county"
"""The group of the county's staff, beside those of the townships."""
FOCUS_LASTS = timedelta(hours=4)
"""Nobody knows any more whom they were writing to so long ago."""

_INSERTS = {
    dialect.dialect.name: dialect.insert(chats).on_conflict_do_nothing(index_elements=["id"])
    for dialect in (sqlite, postgresql)
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a chat is on its platform: its number (or name) there and, of a group with topics, the thread."""

    chat: int | str
    thread: int | None = None

    @property
    def is_group(self) -> bool:
        """Whether others read along: groups of Telegram have numbers below zero."""
        return isinstance(self.chat, int) and self.chat < 0


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat as the table has it. ``since``: when it was given to whom it is, or last used to write to a resident.
    ``said_at`` and ``left_at`` count the platform's seconds since 1970."""

    id: str
    bot: str
    address: Address
    conversation: str | None
    staff: str | None
    group_of: str | None
    before: str | None
    focus: str | None
    asked: int | None
    is_blocked: bool
    since: datetime
    said_at: int | None = None
    left_at: int | None = None


def id_of(vault: Vault, bot: str, chat: int | str) -> str:
    """The id of a chat: whoever does not have the index key learns nothing from it."""
    return vault.index(f"chat:{bot}", str(chat)).hex()


async def meet(
    connection: AsyncConnection, vault: Vault, bot: str, address: Address, conversation: str | None, now: datetime
) -> Chat:
    """The chat at an address; one that is new is with a resident, in ``conversation``. Who writes can be written to."""
    id_ = id_of(vault, bot, address.chat)
    row = {"id": id_, "bot": bot, "sealed": _sealed(vault, id_, address), "conversation": conversation}
    await connection.execute(_INSERTS[connection.dialect.name], row | {"updated_at": now})
    awake = update(chats).where(chats.c.id == id_, chats.c.blocked_at.is_not(None))
    await connection.execute(awake.values(blocked_at=None))
    found = await by_id(connection, vault, id_)
    assert found is not None
    return found


async def at(connection: AsyncConnection, vault: Vault, bot: str, chat: int | str) -> Chat | None:
    """The chat at an address, if it is known."""
    return await by_id(connection, vault, id_of(vault, bot, chat))


async def by_id(connection: AsyncConnection, vault: Vault, id_: str) -> Chat | None:
    """The chat of an id."""
    row = (await connection.execute(select(chats).where(chats.c.id == id_))).one_or_none()
    return None if row is None else _chat(vault, row)


async def of_staff(connection: AsyncConnection, vault: Vault, name: str) -> Chat | None:
    """The private chat of a member of the staff, if they have linked one."""
    chosen = select(chats).where(chats.c.staff == name, chats.c.bot == STAFF)
    row = (await connection.execute(chosen.order_by(chats.c.updated_at.desc()).limit(1))).one_or_none()
    return None if row is None else _chat(vault, row)


async def of_group(connection: AsyncConnection, vault: Vault, group_of: str, bot: str = STAFF) -> Sequence[Chat]:
    """The groups of a township's staff, or of the county's."""
    chosen = select(chats).where(chats.c.group_of == group_of, chats.c.bot == bot, chats.c.blocked_at.is_(None))
    return [_chat(vault, row) for row in await connection.execute(chosen.order_by(chats.c.id))]


async def staff_in_chats(connection: AsyncConnection) -> frozenset[str]:
    """The names of those of the staff who can be written to in a chat of their own."""
    chosen = select(chats.c.staff).where(chats.c.staff.is_not(None), chats.c.bot == STAFF, chats.c.blocked_at.is_(None))
    return frozenset(row.staff for row in await connection.execute(chosen))


async def groups(
    connection: AsyncConnection, vault: Vault, *, bot: str = STAFF, blocked_too: bool = False
) -> Sequence[Chat]:
    """Every group of the staff that takes messages; or also those that do not."""
    chosen = select(chats).where(chats.c.group_of.is_not(None), chats.c.bot == bot)
    if not blocked_too:
        chosen = chosen.where(chats.c.blocked_at.is_(None))
    return [_chat(vault, row) for row in await connection.execute(chosen.order_by(chats.c.id))]


async def lead_to(connection: AsyncConnection, id_: str, conversation: str, now: datetime) -> None:
    """What is written in a resident's chat belongs to this conversation from now on; the one it had is kept beside."""
    other = (chats.c.id == id_, chats.c.conversation != conversation)
    moved = {"conversation": conversation, "before": chats.c.conversation, "updated_at": now}
    await connection.execute(update(chats).where(*other).values(moved))


async def with_conversation(connection: AsyncConnection, conversation: str) -> Sequence[str]:
    """The chats in which a conversation is or was led."""
    own = (chats.c.conversation == conversation) | (chats.c.before == conversation)
    return [row.id for row in await connection.execute(select(chats.c.id).where(own).order_by(chats.c.id))]


async def begin_anew(connection: AsyncConnection, id_: str, conversation: str, now: datetime) -> None:
    """What is written in a resident's chat begins a conversation of its own, and nothing leads back."""
    await _set(connection, id_, now, conversation=conversation, before=None, left_at=chats.c.said_at)


async def leave(connection: AsyncConnection, id_: str) -> None:
    """What was said in a chat until now is gone: where it comes again, nobody said it."""
    await connection.execute(update(chats).where(chats.c.id == id_).values(left_at=chats.c.said_at))


async def hear(connection: AsyncConnection, id_: str, said_at: int) -> None:
    """Something was said in a chat at this second of the platform."""
    newer = chats.c.said_at.is_(None) | (chats.c.said_at < said_at)
    await connection.execute(update(chats).where(chats.c.id == id_, newer).values(said_at=said_at))


async def give_to(connection: AsyncConnection, id_: str, staff: str, now: datetime) -> None:
    """The chat is this clerk's from now on, and no other is."""
    others = update(chats).where(chats.c.staff == staff, chats.c.id != id_)
    await connection.execute(others.values(staff=None, focus=None, updated_at=now))
    await _set(connection, id_, now, staff=staff, focus=None)


async def make_group(
    connection: AsyncConnection, vault: Vault, id_: str, group_of: str, address: Address, now: datetime
) -> None:
    """The chat is the group of this township (or ``COUNTY``) from now on, at this thread of it."""
    await _set(connection, id_, now, group_of=group_of, sealed=_sealed(vault, id_, address))


async def readdress(connection: AsyncConnection, vault: Vault, address: Address) -> None:
    """A chat of the staff's bot is written to at this address, with its thread or none, from now on."""
    id_ = id_of(vault, STAFF, address.chat)
    await connection.execute(update(chats).where(chats.c.id == id_).values(sealed=_sealed(vault, id_, address)))


async def unmake_groups(
    connection: AsyncConnection, vault: Vault, group_of: str, now: datetime, *, but: str | None = None
) -> Sequence[Chat]:
    """No group is that of this township (or ``COUNTY``) any more, ``but`` one; those that were, blocked ones too."""
    own = (chats.c.group_of == group_of, chats.c.bot == STAFF, chats.c.id != (but or ""))
    found = [_chat(vault, row) for row in await connection.execute(select(chats).where(*own).with_for_update())]
    await connection.execute(update(chats).where(*own).values(group_of=None, updated_at=now))
    return found


async def unmake_group(connection: AsyncConnection, id_: str, now: datetime) -> None:
    """The chat is no group of the staff any more."""
    await _set(connection, id_, now, group_of=None)


async def part_from(connection: AsyncConnection, staff: str, now: datetime) -> bool:
    """A clerk has no chat any more; False if there was none."""
    own = update(chats).where(chats.c.staff == staff)
    return (await connection.execute(own.values(staff=None, focus=None, updated_at=now))).rowcount > 0


async def focus(connection: AsyncConnection, id_: str, number: str | None, now: datetime) -> None:
    """What a clerk writes goes to the resident of this case from now on, or to nobody's."""
    await _set(connection, id_, now, focus=number)


async def let_go(connection: AsyncConnection, number: str, now: datetime) -> None:
    """Nobody's words go to the resident of this case any more, until somebody opens it again."""
    own = update(chats).where(chats.c.bot == STAFF, chats.c.staff.is_not(None), chats.c.focus == number)
    await connection.execute(own.values(focus=None, updated_at=now))


def focus_of(chat: Chat, now: datetime) -> str | None:
    """The case to whose resident a clerk's words go, unless it was opened too long ago."""
    return chat.focus if now < chat.since + FOCUS_LASTS else None


async def asked(connection: AsyncConnection, id_: str, message: int | None, now: datetime) -> None:
    """The buttons under this message are those that are alive. A clerk's chat is not used by what it is told."""
    since = case((chats.c.bot == STAFF, chats.c.updated_at), else_=literal(now, Instant))
    await connection.execute(update(chats).where(chats.c.id == id_).values(asked=message, updated_at=since))


async def block(connection: AsyncConnection, id_: str, now: datetime) -> None:
    """The chat takes no message of ours, until something comes from it again."""
    own = update(chats).where(chats.c.id == id_, chats.c.blocked_at.is_(None))
    await connection.execute(own.values(blocked_at=now))


async def bot_of(connection: AsyncConnection, id_: str) -> str | None:
    """The bot whose chat it is; None where it is not there, or takes no messages."""
    chosen = select(chats.c.bot).where(chats.c.id == id_, chats.c.blocked_at.is_(None))
    found: str | None = (await connection.execute(chosen)).scalar()
    return found


async def _set(connection: AsyncConnection, id_: str, now: datetime, **values: Any) -> None:
    await connection.execute(update(chats).where(chats.c.id == id_).values(**values, updated_at=now))


def _sealed(vault: Vault, id_: str, address: Address) -> bytes:
    return vault.seal_plain([address.chat, address.thread], f"chats:{id_}")


def _chat(vault: Vault, row: Any) -> Chat:
    address = Address(*vault.open_plain(row.sealed, f"chats:{row.id}"))
    blocked = row.blocked_at is not None
    return Chat(
        row.id,
        row.bot,
        address,
        row.conversation,
        row.staff,
        row.group_of,
        row.before,
        row.focus,
        row.asked,
        is_blocked=blocked,
        since=row.updated_at,
        said_at=row.said_at,
        left_at=row.left_at,
    )

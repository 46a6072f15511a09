"""Who wishes to be told of changes (变动提醒), and where; sealed, with how their records stood when last looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.benefits.plain import registered_from_plain, registered_to_plain
from flows.benefits.records import MandateKind, Record, Registered
from integrations.privacy import Vault
from integrations.store import notices
from integrations.store.benefits.register import person_of
from integrations.store.benefits.tables import news, payments, records

NOTICE = "benefit"
"""The kind of notices of it."""


@dataclass(frozen=True, slots=True)
class Watch:
    """One person, and the conversation that is told of changes, on the strength of what was shown there: the telephone
    the code went to, ``by`` which right and of which ``proxy``, as in a proof.

    ``records``: how they stood on the ``day`` when last looked up, at ``as_of``; None before the first look.
    ``count``: how many times something was told.
    """

    id: str
    conversation: str
    id_number: str
    phone: str
    by: MandateKind | None = None
    proxy: str | None = None
    records: tuple[Record, ...] | None = None
    day: date | None = None
    as_of: datetime | None = None
    count: int = 0

    @property
    def number(self) -> str:
        """What notices about it are kept under."""
        return self.id


async def put(connection: AsyncConnection, vault: Vault, watch: Watch, now: datetime) -> None:
    """Remembers it, in place of what was there for that person in that conversation."""
    person = person_of(vault, watch.id_number)
    await connection.execute(delete(news).where(news.c.conversation == watch.conversation, news.c.person == person))
    row = {
        "conversation": watch.conversation,
        "person": person,
        "looked_on": watch.day,
        "sealed": vault.seal_plain(_plain(watch), _row(watch.conversation, person)),
        "updated_at": now,
    }
    await connection.execute(news.insert(), row)


async def of_person(connection: AsyncConnection, vault: Vault, person: bytes, *, lock: bool = False) -> list[Watch]:
    """All that are told of somebody; with ``lock`` nobody else changes them before the transaction is over."""
    own = select(news).where(news.c.person == person).order_by(news.c.conversation)
    rows = await connection.execute(own.with_for_update() if lock else own)
    return [_watch(row.conversation, vault.open_plain(row.sealed, _row(row.conversation, person))) for row in rows]


async def is_on(connection: AsyncConnection, conversation: str, person: bytes | None = None) -> bool:
    """Whether a conversation is told of somebody, or of anybody."""
    own = select(news.c.person).where(news.c.conversation == conversation)
    if person is not None:
        own = own.where(news.c.person == person)
    return (await connection.execute(own.limit(1))).first() is not None


async def stop(connection: AsyncConnection, conversation: str, person: bytes | None = None) -> None:
    """A conversation is told no more, of somebody or of anybody."""
    own = delete(news).where(news.c.conversation == conversation)
    await connection.execute(own if person is None else own.where(news.c.person == person))


async def forget(connection: AsyncConnection, conversation: str, now: datetime) -> None:
    """As ``stop``, of anybody; what is still to be told there is not told either, and what was told is gone."""
    await stop(connection, conversation)
    await notices.forget(connection, conversation, NOTICE, now)


async def to_look_up(
    connection: AsyncConnection, after: bytes, most: int, *, day: date, since: datetime | None
) -> Sequence[bytes]:
    """Of whom somebody wishes to be told, in the order of their indices and ``after`` one of them: those of whom a
    record or a payment was changed at ``since`` or later; without it, who was not looked up on that ``day`` yet."""
    own = select(news.c.person).distinct().where(news.c.person > after)
    if since is None:
        own = own.where(or_(news.c.looked_on.is_(None), news.c.looked_on < day))
    else:
        own = own.where(
            or_(*(exists().where(each.c.person == news.c.person, each.c.updated_at >= since) for each in _CHANGING))
        )
    return [row.person for row in await connection.execute(own.order_by(news.c.person).limit(most))]


_CHANGING = (records, payments)


def _plain(watch: Watch) -> dict[str, Any]:
    known = None
    if watch.records is not None:
        known = registered_to_plain(Registered("", watch.id_number, None, watch.records))["records"]
    return {
        "id": watch.id,
        "id_number": watch.id_number,
        "phone": watch.phone,
        "by": watch.by,
        "proxy": watch.proxy,
        "records": known,
        "day": None if watch.day is None else watch.day.isoformat(),
        "as_of": None if watch.as_of is None else watch.as_of.isoformat(),
        "count": watch.count,
    }


def _watch(conversation: str, plain: Any) -> Watch:
    of = {"name": "", "id_number": "", "phone": None, "mandates": [], "records": plain["records"] or []}
    return Watch(
        id=plain["id"],
        conversation=conversation,
        id_number=plain["id_number"],
        phone=plain["phone"],
        by=plain["by"],
        proxy=plain["proxy"],
        records=None if plain["records"] is None else registered_from_plain(of).records,
        day=None if plain["day"] is None else date.fromisoformat(plain["day"]),
        as_of=None if plain["as_of"] is None else datetime.fromisoformat(plain["as_of"]),
        count=plain["count"],
    )


def _row(conversation: str, person: bytes) -> str:
    return f"benefit_news:{conversation}:{person.hex()}"

"""Who looked at somebody's records (查询记录): for whom, when, what for, on the strength of which letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.store.benefits.tables import looks

Purpose = Literal["identity", "shown", "news", "certify", "staff"]
"""核对身份, 答复本人, 变动提醒, 资格认证, 工作人员办理."""
_ADD = {
    dialect.dialect.name: dialect.insert(looks).on_conflict_do_nothing(index_elements=["id"]).returning(looks.c.id)
    for dialect in (sqlite, postgresql)
}


@dataclass(frozen=True, slots=True)
class Look:
    """One look. ``who``: self, proxy, ``clerk:<account>``, desk (the desk by itself)."""

    id: str
    person: bytes
    at: datetime
    who: str
    purpose: Purpose
    letter: str | None = None


async def add(connection: AsyncConnection, look: Look) -> bool:
    """Writes a look down; False where it was written down before."""
    row = {
        "id": look.id,
        "person": look.person,
        "at": look.at,
        "who": look.who,
        "purpose": look.purpose,
        "letter": look.letter,
    }
    return (await connection.execute(_ADD[connection.dialect.name], row)).one_or_none() is not None


async def of_person(connection: AsyncConnection, person: bytes, most: int = 50) -> Sequence[Look]:
    """The looks at somebody's records, the newest first."""
    own = select(looks).where(looks.c.person == person).order_by(looks.c.at.desc(), looks.c.id).limit(most)
    return [Look(row.id, row.person, row.at, row.who, row.purpose, row.letter) for row in await connection.execute(own)]

"""What residents thought of how their tickets were handled (好差评)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store.tables import scores

_GIVE = {
    dialect.dialect.name: dialect.insert(scores)
    .on_conflict_do_nothing(index_elements=["number"])
    .returning(scores.c.number)
    for dialect in (sqlite, postgresql)
}


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 1 to 5, 5 the best, and the line that came with it, if one did."""

    score: int
    remark: str | None
    at: datetime


async def give(connection: AsyncConnection, number: str, score: int, now: datetime) -> bool:
    """Gives a ticket its score; False where it has one: nobody scores twice."""
    row = {"number": number, "score": score, "at": now}
    return (await connection.execute(_GIVE[connection.dialect.name], row)).first() is not None


async def remark(connection: AsyncConnection, vault: Vault, number: str, text: str) -> bool:
    """The line that goes with a score; False where there is none, or a line already."""
    sealed = vault.seal(text.encode(), _row(number))
    bare = (scores.c.number == number, scores.c.sealed.is_(None))
    return (await connection.execute(update(scores).where(*bare).values(sealed=sealed))).rowcount == 1


async def of(connection: AsyncConnection, vault: Vault, number: str) -> Score | None:
    """The score of a ticket."""
    row = (await connection.execute(select(scores).where(scores.c.number == number))).one_or_none()
    if row is None:
        return None
    return Score(row.score, None if row.sealed is None else vault.open(row.sealed, _row(number)).decode(), row.at)


async def forget(connection: AsyncConnection, number: str) -> None:
    """What was written goes; the score stays."""
    await connection.execute(update(scores).where(scores.c.number == number).values(sealed=None))


def _row(number: str) -> str:
    return f"scores:{number}"

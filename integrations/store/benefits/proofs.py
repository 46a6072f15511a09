"""Who has shown in which conversation who they are, or for whom they may ask; remembered for a short time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.benefits.records import MandateKind
from integrations.privacy import Vault
from integrations.store.benefits.register import person_of
from integrations.store.benefits.tables import proofs


@dataclass(frozen=True, slots=True)
class Proof:
    """That a conversation may be told of the records of a person until an instant. ``phone``: the telephone the code
    went to, which is the one on file for what may be shown; ``by``: None for themselves, else as what one may ask, and
    ``proxy`` the ID number of who does."""

    id: str
    conversation: str
    name: str
    id_number: str
    phone: str
    proved_at: datetime
    until: datetime
    by: MandateKind | None = None
    proxy: str | None = None


async def add(connection: AsyncConnection, vault: Vault, proof: Proof) -> None:
    """Remembers a proof."""
    plain: dict[str, str | None] = {"name": proof.name, "id_number": proof.id_number, "phone": proof.phone}
    plain |= {"by": proof.by, "proxy": proof.proxy}
    row = {
        "id": proof.id,
        "conversation": proof.conversation,
        "person": person_of(vault, proof.id_number),
        "sealed": vault.seal_plain(plain, f"identity_proofs:{proof.id}"),
        "proved_at": proof.proved_at,
        "until": proof.until,
    }
    await connection.execute(proofs.insert(), row)


async def of_conversation(
    connection: AsyncConnection, vault: Vault, conversation: str, now: datetime
) -> Sequence[Proof]:
    """The proofs of a conversation that still hold, the newest first."""
    own = select(proofs).where(proofs.c.conversation == conversation, proofs.c.until > now)
    rows = await connection.execute(own.order_by(proofs.c.proved_at.desc(), proofs.c.id))
    return [_proof(vault, row) for row in rows]


async def one(connection: AsyncConnection, vault: Vault, id_: str, conversation: str, now: datetime) -> Proof | None:
    """A proof, if it is this conversation's and still holds."""
    own = select(proofs).where(proofs.c.id == id_, proofs.c.conversation == conversation, proofs.c.until > now)
    row = (await connection.execute(own)).one_or_none()
    return None if row is None else _proof(vault, row)


async def forget(connection: AsyncConnection, conversation: str) -> None:
    """Nothing is remembered of a conversation any more."""
    await connection.execute(delete(proofs).where(proofs.c.conversation == conversation))


def _proof(vault: Vault, row: Any) -> Proof:
    plain = vault.open_plain(row.sealed, f"identity_proofs:{row.id}")
    return Proof(
        id=row.id,
        conversation=row.conversation,
        name=plain["name"],
        id_number=plain["id_number"],
        phone=plain["phone"],
        proved_at=row.proved_at,
        until=row.until,
        by=plain["by"],
        proxy=plain["proxy"],
    )

"""Organisations (志愿服务组织) and the people in charge (活动负责人) who speak for them in chats of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from integrations.privacy import Vault
from integrations.store.volunteers.tables import organisations, organisers

INVITED, LINKED, GONE = "invited", "linked", "gone"


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who organises and records volunteer service; without a ``township`` it is of the whole county."""

    id: str
    name: str
    township: str | None
    active: bool = True


@dataclass(frozen=True, slots=True)
class Organiser:
    """A person in charge; what they say in ``conversation`` is said for the organisation. ``person``: the blind index
    of their ID number (``registry.person_index``), once they are linked."""

    id: str
    organisation: str
    name: str
    conversation: str | None
    state: str
    person: bytes | None = None

    @property
    def who(self) -> str:
        """What they are called in ledgers and logs."""
        return f"organiser:{self.id}"


async def add(connection: AsyncConnection, organisation: Organisation, now: datetime) -> bool:
    """A new organisation; False where one has that name."""
    known = select(organisations.c.id).where(organisations.c.name == organisation.name)
    if (await connection.execute(known)).first() is not None:
        return False
    row = {"id": organisation.id, "name": organisation.name, "township": organisation.township, "active": True}
    await connection.execute(organisations.insert(), {**row, "made_at": now})
    return True


async def listed(
    connection: AsyncConnection, *, township: str | None = None, also_closed: bool = False
) -> list[Organisation]:
    """The active organisations by name; with a township those that are there or in the whole county."""
    chosen = select(organisations).order_by(organisations.c.name)
    if township is not None:
        chosen = chosen.where(or_(organisations.c.township == township, organisations.c.township.is_(None)))
    if not also_closed:
        chosen = chosen.where(organisations.c.active.is_(True))
    return [_organisation(row) for row in (await connection.execute(chosen)).all()]


async def one(connection: AsyncConnection, organisation: str) -> Organisation | None:
    """An organisation by its id."""
    row = (await connection.execute(select(organisations).where(organisations.c.id == organisation))).first()
    return None if row is None else _organisation(row)


async def by_name(connection: AsyncConnection, name: str) -> Organisation | None:
    """An organisation by its name."""
    row = (await connection.execute(select(organisations).where(organisations.c.name == name))).first()
    return None if row is None else _organisation(row)


async def close(connection: AsyncConnection, organisation: str) -> bool:
    """Nothing new is recorded for it any more; what it has recorded stands."""
    own = (organisations.c.id == organisation, organisations.c.active.is_(True))
    return (await connection.execute(update(organisations).where(*own).values(active=False))).rowcount == 1


async def invite(
    connection: AsyncConnection,
    vault: Vault,
    *,
    id_: str,
    organisation: str,
    name: str,
    code: str,
    until: datetime,
    now: datetime,
) -> None:
    """Somebody is to speak for an organisation, from the chat in which they use the code."""
    row = {"id": id_, "organisation": organisation, "state": INVITED, "until": until, "updated_at": now}
    sealed = vault.seal_plain({"name": name}, f"organisers:{id_}")
    await connection.execute(organisers.insert(), {**row, "code": code_index(vault, code), "sealed": sealed})


async def link(
    connection: AsyncConnection,
    vault: Vault,
    code: str,
    conversation: str,
    now: datetime,
    *,
    person: bytes | None = None,
) -> Organiser | None:
    """Who the code is for, with the index ``person``, speaks in this conversation from now on; a code works once. None
    if it works no more."""
    own = (organisers.c.code == code_index(vault, code), organisers.c.state == INVITED, organisers.c.until > now)
    row = (await connection.execute(select(organisers.c.id).where(*own))).first()
    if row is None:
        return None
    linked = update(organisers).where(organisers.c.id == row.id, organisers.c.state == INVITED)
    values = {"state": LINKED, "conversation": conversation, "person": person, "code": None, "updated_at": now}
    if (await connection.execute(linked.values(values))).rowcount != 1:
        return None
    return await _one(connection, vault, organisers.c.id == row.id)


async def asked_of(connection: AsyncConnection, vault: Vault, code: str, now: datetime) -> Organiser | None:
    """Whom an unused code is for."""
    own = (organisers.c.code == code_index(vault, code), organisers.c.state == INVITED, organisers.c.until > now)
    return await _one(connection, vault, *own)


async def of_conversation(connection: AsyncConnection, vault: Vault, conversation: str) -> list[Organiser]:
    """Whom of organisations a conversation is; of one person there may be several organisations."""
    own = (organisers.c.conversation == conversation, organisers.c.state == LINKED)
    chosen = select(organisers).join(organisations, organisations.c.id == organisers.c.organisation)
    rows = (
        await connection.execute(chosen.where(*own, organisations.c.active.is_(True)).order_by(organisers.c.id))
    ).all()
    return [_organiser(vault, row) for row in rows]


async def of_organisation(connection: AsyncConnection, vault: Vault, organisation: str) -> list[Organiser]:
    """Those in charge of an organisation who have a chat."""
    own = (organisers.c.organisation == organisation, organisers.c.state == LINKED)
    rows = (await connection.execute(select(organisers).where(*own).order_by(organisers.c.id))).all()
    return [_organiser(vault, row) for row in rows]


async def all_of(connection: AsyncConnection, vault: Vault, organisation: str) -> list[Organiser]:
    """Those in charge of an organisation, and those who are asked to be; not those who are no more."""
    own = (organisers.c.organisation == organisation, organisers.c.state != GONE)
    rows = (await connection.execute(select(organisers).where(*own).order_by(organisers.c.id))).all()
    return [_organiser(vault, row) for row in rows]


async def by_id(connection: AsyncConnection, vault: Vault, organiser: str) -> Organiser | None:
    """Somebody in charge, by id."""
    return await _one(connection, vault, organisers.c.id == organiser)


async def remove(connection: AsyncConnection, vault: Vault, organiser: str, now: datetime) -> bool:
    """Somebody speaks for an organisation no more; their name is gone with it."""
    own = (organisers.c.id == organiser, organisers.c.state != GONE)
    sealed = vault.seal_plain({"name": ""}, f"organisers:{organiser}")
    values: dict[str, Any] = {"state": GONE, "code": None, "conversation": None, "person": None, "sealed": sealed}
    values["updated_at"] = now
    return (await connection.execute(update(organisers).where(*own).values(values))).rowcount == 1


def code_index(vault: Vault, code: str) -> bytes:
    """The blind index of an organiser's code."""
    return vault.index("organiser-code", code)


async def _one(connection: AsyncConnection, vault: Vault, *where: Any) -> Organiser | None:
    row = (await connection.execute(select(organisers).where(*where))).first()
    return None if row is None else _organiser(vault, row)


def _organisation(row: Any) -> Organisation:
    return Organisation(row.id, row.name, row.township, row.active)


def _organiser(vault: Vault, row: Any) -> Organiser:
    name = vault.open_plain(row.sealed, f"organisers:{row.id}")["name"]
    return Organiser(row.id, row.organisation, name, row.conversation, row.state, row.person)

"""Volunteers (志愿者) as they are kept: sealed, one registration a person, found by number, person or conversation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.errors import Refused
from flows.volunteers.people import ALIVE, Person, State, Volunteer
from integrations.privacy import Vault
from integrations.store.database import Collision
from integrations.store.volunteers.tables import guardians, service_records, volunteer_offers, volunteers

ASKED, AGREED, REFUSED, LAPSED, REVOKED = "asked", "agreed", "refused", "lapsed", "revoked"
_TOLD = (
    *("state", "conversation", "person", "township", "village", "veteran", "calls", "kinds", "skills", "times"),
    *("guardian", "relation", "language"),
)
"""What somebody who signs up again tells anew."""


async def register(
    connection: AsyncConnection, vault: Vault, volunteer: Volunteer, now: datetime, step: str
) -> Volunteer:
    """Writes a volunteer down. Who was one and left has the number again that they had, so that their hours stay with
    them: the same ID number and the same name. Raises Refused volunteer-known, naming ``step``, where the person is one
    already."""
    assert volunteer.person is not None
    person = person_index(vault, volunteer.person.id_number)
    known = select(volunteers.c.number).where(volunteers.c.person == person, volunteers.c.state.in_(ALIVE))
    if (await connection.execute(known)).first() is not None:
        raise Refused("volunteer-known", step=step)
    was = await _left(connection, vault, volunteer.person)
    if was is not None:
        await connection.execute(delete(guardians).where(guardians.c.volunteer == was.number))
        unchecked = update(volunteers).where(volunteers.c.number == was.number, volunteers.c.revision == was.revision)
        await connection.execute(unchecked.values(checked_by=None, checked_at=None))
        again = {field: getattr(volunteer, field) for field in _TOLD}
        return await change(connection, vault, was, now, **again)
    row = {"number": volunteer.number, "person": person, "revision": 1, **_values(vault, volunteer, now)}
    registered = now if volunteer.state == "registered" else None
    await connection.execute(volunteers.insert(), {**row, "registered_at": registered})
    await _offer(connection, volunteer)
    return volunteer


async def change(connection: AsyncConnection, vault: Vault, was: Volunteer, now: datetime, **changes: Any) -> Volunteer:
    """Changes a volunteer as they were read. Raises Collision where they have changed since."""
    changed = replace(was, revision=was.revision + 1, **changes)
    values = {**_values(vault, changed, now), "revision": changed.revision}
    if was.state != "registered" and changed.state == "registered":
        values["registered_at"] = func.coalesce(
            volunteers.c.registered_at, literal(now, volunteers.c.registered_at.type)
        )
    own = (volunteers.c.number == was.number, volunteers.c.revision == was.revision)
    if (await connection.execute(update(volunteers).where(*own).values(values))).rowcount != 1:
        raise Collision("the volunteer has changed meanwhile")
    await connection.execute(delete(volunteer_offers).where(volunteer_offers.c.volunteer == was.number))
    await _offer(connection, changed)
    return changed


async def check(connection: AsyncConnection, number: str, who: str, now: datetime) -> bool:
    """Somebody has compared the identity card with what was told (实名核对); False where it was done before, or there
    is nobody to compare it with. Who has left may have it done for a certificate."""
    known = (volunteers.c.state.in_((*ALIVE, "left")), volunteers.c.conversation.is_not(None))
    own = (volunteers.c.number == number, volunteers.c.checked_at.is_(None), *known)
    return (
        await connection.execute(update(volunteers).where(*own).values(checked_by=who, checked_at=now))
    ).rowcount > 0


async def by_number(connection: AsyncConnection, vault: Vault, number: str) -> Volunteer | None:
    """A volunteer by their number, whatever has become of them."""
    found = await _found(connection, vault, volunteers.c.number == number)
    return found[0] if found else None


async def by_person(connection: AsyncConnection, vault: Vault, id_number: str) -> Volunteer | None:
    """The one who is registered, or waits to be, with an ID number."""
    own = (volunteers.c.person == person_index(vault, id_number), volunteers.c.state.in_(ALIVE))
    found = await _found(connection, vault, *own)
    return found[0] if found else None


async def of_conversation(connection: AsyncConnection, vault: Vault, conversation: str) -> list[Volunteer]:
    """Who volunteers in a conversation: oneself, and children one has registered; the oldest number first."""
    own = (volunteers.c.conversation == conversation, volunteers.c.state.in_(ALIVE))
    return await _found(connection, vault, *own)


async def served_in(connection: AsyncConnection, vault: Vault, conversation: str) -> list[Volunteer]:
    """Who is registered in a conversation, and who has left and has entries of service, which they may see and have
    certified all the same (民政部令第67号); the oldest number first."""
    entries = select(service_records.c.entry).where(service_records.c.volunteer == volunteers.c.number)
    stands = or_(volunteers.c.state == "registered", and_(volunteers.c.state == "left", entries.exists()))
    return await _found(connection, vault, volunteers.c.conversation == conversation, stands)


async def numbers_of(connection: AsyncConnection, conversation: str) -> list[str]:
    """Everybody who ever volunteered in a conversation and was not forgotten."""
    own = select(volunteers.c.number).where(volunteers.c.conversation == conversation)
    return [row.number for row in (await connection.execute(own.order_by(volunteers.c.number))).all()]


async def forget(
    connection: AsyncConnection,
    vault: Vault,
    number: str,
    random: Callable[[int], bytes],
    now: datetime,
    state: State = "left",
) -> None:
    """Of a volunteer remains the number, and nothing by which they are found or known."""
    nobody = Volunteer(number=number, state=state, conversation=None, person=None, township=None, calls=False)
    values = {**_values(vault, nobody, now), "person": random(32), "checked_by": None, "checked_at": None}
    own = update(volunteers).where(volunteers.c.number == number)
    await connection.execute(own.values(values | {"revision": volunteers.c.revision + 1}))
    await connection.execute(delete(volunteer_offers).where(volunteer_offers.c.volunteer == number))
    await connection.execute(delete(guardians).where(guardians.c.volunteer == number))


# --- a guardian's consent ----------------------------------------------------------------------------------------


async def ask_guardian(
    connection: AsyncConnection, vault: Vault, volunteer: str, code: str, until: datetime, now: datetime
) -> None:
    """A guardian is asked to consent (监护人同意): their code works ``until``."""
    row = {"volunteer": volunteer, "code": code_index(vault, code), "conversation": None, "state": ASKED}
    sealed = vault.seal_plain({"code": code}, f"guardians:{volunteer}")
    await connection.execute(guardians.insert(), {**row, "until": until, "sealed": sealed, "updated_at": now})


async def asked_of(
    connection: AsyncConnection, vault: Vault, code: str, conversation: str, now: datetime
) -> Volunteer | None:
    """The minor whose guardian a code asks; None for a code that never was, is over, or is another's."""
    row = (
        await connection.execute(select(guardians.c.volunteer).where(*_open(vault, code, conversation, now)))
    ).first()
    return None if row is None else await by_number(connection, vault, row.volunteer)


async def join_guardian(connection: AsyncConnection, vault: Vault, code: str, conversation: str, now: datetime) -> bool:
    """From now on the code is this conversation's alone; False if it works no more, or is another's."""
    own = update(guardians).where(*_open(vault, code, conversation, now))
    return (await connection.execute(own.values(conversation=conversation, updated_at=now))).rowcount == 1


async def leave_guardian(connection: AsyncConnection, volunteer: str, conversation: str, now: datetime) -> None:
    """The code may be used from another conversation again."""
    own = (guardians.c.volunteer == volunteer, guardians.c.conversation == conversation, guardians.c.state == ASKED)
    await connection.execute(update(guardians).where(*own).values(conversation=None, updated_at=now))


async def settle_guardian(
    connection: AsyncConnection,
    volunteer: str,
    before: str,
    state: str,
    now: datetime,
    *,
    by: str | None = None,
    due: bool = False,
) -> bool:
    """What became of it, once, and ``by`` which conversation where it was agreed; with ``due`` only if its time is
    over. The code is gone with it."""
    own = (guardians.c.volunteer == volunteer, guardians.c.state == before)
    over = (guardians.c.until <= now,) if due else ()
    values = {
        "state": state,
        "code": None,
        "sealed": b"",
        "updated_at": now,
        **({} if by is None else {"conversation": by}),
    }
    settled = update(guardians).where(*own, *over).values(values)
    return (await connection.execute(settled)).rowcount == 1


async def code_of(connection: AsyncConnection, vault: Vault, volunteer: str) -> str | None:
    """The code a guardian is still asked with."""
    chosen = select(guardians.c.sealed).where(guardians.c.volunteer == volunteer, guardians.c.state == ASKED)
    row = (await connection.execute(chosen)).first()
    return None if row is None else str(vault.open_plain(row.sealed, f"guardians:{volunteer}")["code"])


async def guarded_by(connection: AsyncConnection, vault: Vault, conversation: str) -> list[Volunteer]:
    """The minors to whose volunteering this conversation has consented."""
    own = (guardians.c.conversation == conversation, guardians.c.state == AGREED)
    rows = (await connection.execute(select(guardians.c.volunteer).where(*own).order_by(guardians.c.volunteer))).all()
    found = [await by_number(connection, vault, row.volunteer) for row in rows]
    return [each for each in found if each is not None and each.state in ALIVE]


async def ever_guarded_by(connection: AsyncConnection, conversation: str) -> list[str]:
    """The numbers of the minors to whose volunteering this conversation has consented, or had until it took it back."""
    own = (guardians.c.conversation == conversation, guardians.c.state.in_((AGREED, REVOKED)))
    return list((await connection.execute(select(guardians.c.volunteer).where(*own))).scalars())


# --- parts -------------------------------------------------------------------------------------------------------


def person_index(vault: Vault, id_number: str) -> bytes:
    """The blind index of a volunteer's ID number."""
    return vault.index("volunteer", id_number)


def code_index(vault: Vault, code: str) -> bytes:
    """The blind index of a guardian's code."""
    return vault.index("guardian-code", code)


def _open(vault: Vault, code: str, conversation: str, now: datetime) -> tuple[Any, ...]:
    nobodys = guardians.c.conversation.is_(None)
    own = (guardians.c.code == code_index(vault, code), guardians.c.state == ASKED, guardians.c.until > now)
    return *own, or_(nobodys, guardians.c.conversation == conversation)


async def _left(connection: AsyncConnection, vault: Vault, person: Person) -> Volunteer | None:
    """Who left (退出) and is the same person: by ID number and by name, as they told it."""
    own = (volunteers.c.person == person_index(vault, person.id_number), volunteers.c.state == "left")
    found = await _found(connection, vault, *own)
    return next((each for each in found if each.person is not None and each.person.name == person.name), None)


async def _offer(connection: AsyncConnection, volunteer: Volunteer) -> None:
    offered = {"kind": volunteer.kinds, "skill": volunteer.skills, "time": volunteer.times}
    rows = [
        {"volunteer": volunteer.number, "what": what, "value": value}
        for what, values in offered.items()
        for value in dict.fromkeys(values)
    ]
    if rows:
        await connection.execute(volunteer_offers.insert(), rows)


def _values(vault: Vault, volunteer: Volunteer, now: datetime) -> dict[str, Any]:
    told = {
        "person": None if volunteer.person is None else asdict(volunteer.person),
        "guardian": None if volunteer.guardian is None else asdict(volunteer.guardian),
        "relation": volunteer.relation,
        "language": volunteer.language,
        "kinds": list(volunteer.kinds),
        "skills": list(volunteer.skills),
        "times": list(volunteer.times),
    }
    return {
        "conversation": volunteer.conversation,
        "state": volunteer.state,
        "township": volunteer.township,
        "village": volunteer.village,
        "veteran": volunteer.veteran,
        "calls": volunteer.calls,
        "sealed": vault.seal_plain(told, f"volunteers:{volunteer.number}"),
        "updated_at": now,
    }


async def _found(connection: AsyncConnection, vault: Vault, *where: Any) -> list[Volunteer]:
    chosen = select(volunteers).where(*where).order_by(volunteers.c.number)
    return [_volunteer(vault, row) for row in (await connection.execute(chosen)).all()]


def _volunteer(vault: Vault, row: Any) -> Volunteer:
    told = vault.open_plain(row.sealed, f"volunteers:{row.number}")
    person, guardian = told["person"], told["guardian"]
    return Volunteer(
        number=row.number,
        state=row.state,
        conversation=row.conversation,
        person=None if person is None else Person(**person),
        township=row.township,
        village=row.village,
        veteran=row.veteran,
        calls=row.calls,
        kinds=tuple(told["kinds"]),
        skills=tuple(told["skills"]),
        times=tuple(told["times"]),
        guardian=None if guardian is None else Person(**guardian),
        relation=told["relation"],
        is_checked=row.checked_at is not None,
        revision=row.revision,
        language=told["language"],
    )

"""A partner who is asked to agree to an appointment (对方确认): a code that works once, for one conversation, in time.

The appointment is ``invited`` meanwhile: its seat is taken, and it counts as booked for nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.errors import Refused
from integrations.privacy import Vault
from integrations.store.bookings import BOOKED, HELD, INVITED, RELEASED, claim, free
from integrations.store.tables import booking_people, bookings, invitations

OPEN, USED, REFUSED, LAPSED, WITHDRAWN = "open", "used", "refused", "lapsed", "withdrawn"


@dataclass(frozen=True, slots=True)
class Invitation:
    """An open invitation, with the appointment it is for; ``conversation`` is the partner's, once known."""

    booking: str
    conversation: str | None
    until: datetime
    number: str
    service: str
    office: str
    starts_at: datetime
    day: date


_OPEN = (
    select(
        invitations.c.booking,
        invitations.c.conversation,
        invitations.c.until,
        bookings.c.number,
        bookings.c.service,
        bookings.c.office,
        bookings.c.starts_at,
        bookings.c.day,
    )
    .join(bookings, bookings.c.id == invitations.c.booking)
    .where(invitations.c.state == OPEN, bookings.c.state == INVITED)
)


async def invite(
    connection: AsyncConnection,
    vault: Vault,
    *,
    booking: str,
    code: str,
    number: str,
    people: Sequence[bytes],
    tails: Mapping[bytes, bytes],
    span: tuple[date | None, date | None],
    until: datetime,
    now: datetime,
    step: str,
) -> None:
    """Turns a live hold into an appointment that waits for the partner until an instant.

    Raises Refused: slot-gone (naming ``step``) when the hold has run out, booking-conflict when one of the people has
    an active booking already.
    """
    held = (bookings.c.id == booking, bookings.c.state == HELD, bookings.c.held_until > now)
    first, last = span
    waiting = {"number": number, "not_before": first, "not_after": last, "held_until": until, "updated_at": now}
    if (await connection.execute(update(bookings).where(*held).values(state=INVITED, **waiting))).rowcount != 1:
        raise Refused("slot-gone", step=step)
    await claim(connection, booking, people, tails)
    row = {"booking": booking, "conversation": None, "state": OPEN, "until": until, "updated_at": now}
    sealed = vault.seal_plain(code, f"invitations:{booking}")
    await connection.execute(invitations.insert(), {**row, "code": code_index(vault, code), "sealed": sealed})


async def find(
    connection: AsyncConnection, vault: Vault, code: str, conversation: str, now: datetime
) -> Invitation | None:
    """The open invitation of a code for a conversation; None for one that is over, never was, or is another's."""
    chosen = _OPEN.where(invitations.c.code == code_index(vault, code), *_for(conversation, now))
    row = (await connection.execute(chosen)).one_or_none()
    return None if row is None else Invitation(*row)


async def join(connection: AsyncConnection, vault: Vault, code: str, conversation: str, now: datetime) -> bool:
    """From now on the code is this conversation's alone; False if it works no more, or is another's."""
    own = (invitations.c.code == code_index(vault, code), invitations.c.state == OPEN, *_for(conversation, now))
    joined = update(invitations).where(*own).values(conversation=conversation, updated_at=now)
    return (await connection.execute(joined)).rowcount == 1


async def leave(connection: AsyncConnection, booking: str, conversation: str, now: datetime) -> None:
    """The code may be used from another conversation again."""
    own = (invitations.c.booking == booking, invitations.c.state == OPEN, invitations.c.conversation == conversation)
    await connection.execute(update(invitations).where(*own).values(conversation=None, updated_at=now))


async def agree(
    connection: AsyncConnection,
    invitation: Invitation,
    *,
    people: Sequence[bytes],
    tails: Mapping[bytes, bytes],
    span: tuple[date | None, date | None],
    now: datetime,
    step: str,
) -> None:
    """The partner agrees: the appointment is booked, for them as well.

    Raises Refused: invitation-over (naming ``step``) when it has run out meanwhile, booking-conflict when the partner
    has an active booking already.
    """
    if not await _settle(connection, invitation.booking, USED, now):
        raise Refused("invitation-over", step=step)
    chosen = select(bookings.c.not_before, bookings.c.not_after).where(bookings.c.id == invitation.booking)
    bounds = (await connection.execute(chosen)).one()
    values = {
        "state": BOOKED,
        "not_before": max(filter(None, (bounds.not_before, span[0])), default=None),
        "not_after": min(filter(None, (bounds.not_after, span[1])), default=None),
        "updated_at": now,
    }
    live = (bookings.c.id == invitation.booking, bookings.c.state == INVITED, bookings.c.held_until > now)
    if (await connection.execute(update(bookings).where(*live).values(values))).rowcount != 1:
        raise Refused("invitation-over", step=step)
    await claim(connection, invitation.booking, people, tails)


async def end(
    connection: AsyncConnection, booking: str, state: str, now: datetime, *, due: bool = False
) -> Invitation | None:
    """The appointment comes to nothing (refused, lapsed, withdrawn): its seat and its people are free, once.

    With ``due`` only if its time is over. The invitation as it was, or None if there was nothing to end.
    """
    row = (await connection.execute(_OPEN.where(invitations.c.booking == booking))).one_or_none()
    if row is None:
        return None
    live = bookings.c.state == INVITED, bookings.c.id == booking
    over = update(bookings).where(*live, *((bookings.c.held_until <= now,) if due else ()))
    if (await connection.execute(over.values(state=RELEASED, updated_at=now))).rowcount != 1:
        return None
    await _settle(connection, booking, state, now)
    await connection.execute(update(booking_people).where(booking_people.c.booking == booking).values(active=False))
    await free(connection, row.office, row.starts_at)
    return Invitation(*row)


async def code_of(connection: AsyncConnection, vault: Vault, conversation: str, number: str) -> str | None:
    """The code of an open invitation, for the conversation that made it and nobody else."""
    chosen = select(invitations.c.booking, invitations.c.sealed).join(bookings, bookings.c.id == invitations.c.booking)
    own = (bookings.c.conversation == conversation, bookings.c.number == number, invitations.c.state == OPEN)
    row = (await connection.execute(chosen.where(*own))).one_or_none()
    return None if row is None else str(vault.open_plain(row.sealed, f"invitations:{row.booking}"))


def code_index(vault: Vault, code: str) -> bytes:
    """The blind index of a code."""
    return vault.index("invitation", code)


def _for(conversation: str, now: datetime) -> tuple[Any, ...]:
    nobodys = invitations.c.conversation.is_(None)
    return invitations.c.until > now, or_(nobodys, invitations.c.conversation == conversation)


async def _settle(connection: AsyncConnection, booking: str, state: str, now: datetime) -> bool:
    own = (invitations.c.booking == booking, invitations.c.state == OPEN)
    return (await connection.execute(update(invitations).where(*own).values(state=state, updated_at=now))).rowcount == 1

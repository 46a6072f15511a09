"""Calls for volunteers (派单) as they are kept, and who was asked.

The guard against one too many is one conditional UPDATE of ``filled``: a hundred who accept at once are exactly as many
as are needed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.volunteers.calls import Answer, Call, State
from integrations.privacy import Vault
from integrations.store.volunteers.tables import (
    activities,
    dispatch_asks,
    dispatches,
    enrolments,
    volunteer_offers,
    volunteers,
)

_FACTS = ("number", "staff", "organisation", "kind", "township", "urgent", "needed", "filled", "starts_at", "ends_at")
OPEN: tuple[State, ...] = ("asking", "filled")


@dataclass(frozen=True, slots=True)
class Asked:
    """A volunteer who was asked, what they said, and where they are told."""

    call: str
    volunteer: str
    conversation: str | None
    state: Answer


async def make(connection: AsyncConnection, vault: Vault, call: Call, now: datetime) -> None:
    """Writes a call down."""
    row = {name: getattr(call, name) for name in (*_FACTS, "until", "elder", "state")}
    sealed = vault.seal_plain({"what": call.what, "where": call.where, "ask": call.ask}, f"dispatches:{call.number}")
    await connection.execute(insert(dispatches), {**row, "sealed": sealed, "made_at": now, "updated_at": now})


async def release_request(connection: AsyncConnection, vault: Vault, call: Call, now: datetime) -> bool:
    """The staff call for what an elder has asked for, with what they have added to it; False where it is over."""
    sealed = vault.seal_plain({"what": call.what, "where": call.where, "ask": call.ask}, f"dispatches:{call.number}")
    values = {"staff": call.staff, "organisation": call.organisation, "sealed": sealed, "state": "asking"}
    own = (dispatches.c.number == call.number, dispatches.c.state == "requested")
    return (await connection.execute(update(dispatches).where(*own).values(**values, updated_at=now))).rowcount == 1


async def one(connection: AsyncConnection, vault: Vault, number: str, *, lock: bool = False) -> Call | None:
    """A call by its number; with ``lock`` it does not change before this transaction is over."""
    own = dispatches.c.number == number
    if lock:
        await connection.execute(update(dispatches).where(own).values(updated_at=dispatches.c.updated_at))
    found = await _found(connection, vault, own)
    return found[0] if found else None


async def listed(connection: AsyncConnection, vault: Vault, *, township: str | None, most: int = 100) -> list[Call]:
    """The calls, the newest first; with a township those that are for it."""
    return await _found(
        connection, vault, *(() if township is None else (dispatches.c.township == township,)), most=most
    )


async def open_for(connection: AsyncConnection, vault: Vault, numbers: Collection[str], now: datetime) -> list[Call]:
    """Of these calls those that can still be answered or given up."""
    return await _found(connection, vault, dispatches.c.number.in_(numbers), *_is_open(now))


async def asks(connection: AsyncConnection, numbers: Iterable[str], *states: Answer) -> list[Asked]:
    """Who was asked for these calls; with ``states`` those whose answer is one of them."""
    return await _asked(connection, dispatch_asks.c.dispatch.in_(numbers), *_of(states))


async def asks_of(connection: AsyncConnection, persons: Iterable[str], *states: Answer) -> list[Asked]:
    """What these volunteers were asked."""
    return await _asked(connection, dispatch_asks.c.volunteer.in_(persons), *_of(states))


async def candidates(connection: AsyncConnection, call: Call, parts: Collection[str]) -> list[str]:
    """The numbers of those who may be asked next: they take calls, offer this kind and these times (or any), and are
    free then. Those of the township come first, then who was not asked for longest.

    Who was told that it is filled is asked again once somebody has given it up.
    """
    last = select(func.max(dispatch_asks.c.updated_at)).where(dispatch_asks.c.volunteer == volunteers.c.number)
    answered = (dispatch_asks.c.dispatch == call.number, dispatch_asks.c.state != "over")
    fits = (
        volunteers.c.state == "registered",
        volunteers.c.calls.is_(True),
        volunteers.c.conversation.is_not(None),
        ~exists().where(dispatch_asks.c.volunteer == volunteers.c.number, *answered),
        _offers("kind", (call.kind,)),
        *(_offers("time", (part, "any_time")) for part in sorted(parts)),
        ~_is_busy(volunteers.c.number, call),
    )
    if call.elder is not None:
        fits = (*fits, volunteers.c.number != call.elder)
    near = () if call.township is None else (case((volunteers.c.township == call.township, 0), else_=1),)
    order = (*near, last.scalar_subquery().asc().nulls_first(), volunteers.c.number)
    return list((await connection.execute(select(volunteers.c.number).where(*fits).order_by(*order))).scalars())


async def ask(connection: AsyncConnection, call: str, volunteer: str, now: datetime) -> None:
    """Somebody is asked, for the first time or again."""
    own = (dispatch_asks.c.dispatch == call, dispatch_asks.c.volunteer == volunteer)
    again = update(dispatch_asks).where(*own).values(state="asked", updated_at=now)
    if (await connection.execute(again)).rowcount == 0:
        row = {"dispatch": call, "volunteer": volunteer, "state": "asked", "updated_at": now}
        await connection.execute(insert(dispatch_asks), row)


async def is_busy(connection: AsyncConnection, volunteer: str, call: Call) -> bool:
    """Whether somebody is to be elsewhere at that time: at a post they joined, at another call they accepted."""
    chosen = select(volunteers.c.number).where(volunteers.c.number == volunteer, _is_busy(volunteers.c.number, call))
    return (await connection.execute(chosen)).first() is not None


async def accept(connection: AsyncConnection, call: str, volunteer: str, now: datetime) -> bool:
    """Somebody who was asked comes; False where it is filled or over, or they were not asked (or answered already)."""
    was_asked = (dispatch_asks.c.dispatch == call, dispatch_asks.c.volunteer == volunteer)
    own = (dispatches.c.number == call, dispatches.c.state == "asking", dispatches.c.until > now)
    place = update(dispatches).where(*own, exists().where(*was_asked, dispatch_asks.c.state == "asked"), _has_place())
    state = case((dispatches.c.filled + 1 == dispatches.c.needed, "filled"), else_="asking")
    taken = await connection.execute(place.values(filled=dispatches.c.filled + 1, state=state, updated_at=now))
    return taken.rowcount == 1 and await answer(connection, call, volunteer, "asked", "accepted", now)


async def answer(
    connection: AsyncConnection, call: str, volunteer: str, was: Answer, becomes: Answer, now: datetime
) -> bool:
    """What somebody says to a call, once."""
    own = (dispatch_asks.c.dispatch == call, dispatch_asks.c.volunteer == volunteer, dispatch_asks.c.state == was)
    said = update(dispatch_asks).where(*own).values(state=becomes, updated_at=now)
    return (await connection.execute(said)).rowcount == 1


async def give_up(connection: AsyncConnection, call: str, volunteer: str, now: datetime) -> bool:
    """Somebody who had accepted does not come after all: one more is needed, and is asked for while there is time."""
    if not await answer(connection, call, volunteer, "accepted", "declined", now):
        return False
    state = case(
        (dispatches.c.state != "filled", dispatches.c.state), (dispatches.c.until > now, "asking"), else_="lapsed"
    )
    own = update(dispatches).where(dispatches.c.number == call, dispatches.c.filled > 0)
    await connection.execute(own.values(filled=dispatches.c.filled - 1, state=state, updated_at=now))
    return True


async def end(connection: AsyncConnection, call: str, was: Collection[str], state: State, now: datetime) -> bool:
    """A call is over, once; False where it was already."""
    own = update(dispatches).where(dispatches.c.number == call, dispatches.c.state.in_(was))
    return (await connection.execute(own.values(state=state, updated_at=now))).rowcount == 1


async def release(connection: AsyncConnection, call: str, now: datetime) -> list[Asked]:
    """Those who have not answered are asked no more; each is returned once, and nobody who wants no more calls."""
    own = (dispatch_asks.c.dispatch == call, dispatch_asks.c.state == "asked")
    over = update(dispatch_asks).where(*own).values(state="over", updated_at=now).returning(dispatch_asks.c.volunteer)
    numbers = list((await connection.execute(over)).scalars())
    mine = (dispatch_asks.c.dispatch == call, dispatch_asks.c.volunteer.in_(numbers))
    return await _asked(connection, *mine, volunteers.c.calls.is_(True))


# --- parts -------------------------------------------------------------------------------------------------------


def _has_place() -> Any:
    return dispatches.c.filled < dispatches.c.needed


def _is_open(now: datetime) -> tuple[Any, ...]:
    return dispatches.c.state.in_((*OPEN, "lapsed")), dispatches.c.ends_at > now


def _of(states: Collection[str]) -> tuple[Any, ...]:
    return (dispatch_asks.c.state.in_(states),) if states else ()


def _offers(what: str, values: Collection[str]) -> Any:
    """Whether a volunteer offers one of these; who has named none offers all."""
    own = (volunteer_offers.c.volunteer == volunteers.c.number, volunteer_offers.c.what == what)
    return or_(~exists().where(*own), exists().where(*own, volunteer_offers.c.value.in_(values)))


def _is_busy(volunteer: Any, call: Call) -> Any:
    at_a_post = (
        *(enrolments.c.volunteer == volunteer, enrolments.c.state == "joined"),
        *(activities.c.number == enrolments.c.activity, activities.c.state == "open"),
        and_(activities.c.starts_at < call.ends_at, activities.c.ends_at > call.starts_at),
    )
    other, asked = dispatches.alias(), dispatch_asks.alias()
    at_a_call = (
        *(asked.c.volunteer == volunteer, asked.c.state == "accepted"),
        *(other.c.number == asked.c.dispatch, other.c.number != call.number, other.c.state != "cancelled"),
        and_(other.c.starts_at < call.ends_at, other.c.ends_at > call.starts_at),
    )
    return or_(exists().where(*at_a_post), exists().where(*at_a_call))


async def _asked(connection: AsyncConnection, *where: Any) -> list[Asked]:
    joined = dispatch_asks.join(volunteers, volunteers.c.number == dispatch_asks.c.volunteer)
    chosen = select(dispatch_asks, volunteers.c.conversation).select_from(joined).where(*where)
    order = (dispatch_asks.c.updated_at, dispatch_asks.c.dispatch, dispatch_asks.c.volunteer)
    rows = (await connection.execute(chosen.order_by(*order))).all()
    return [Asked(row.dispatch, row.volunteer, row.conversation, row.state) for row in rows]


async def _found(connection: AsyncConnection, vault: Vault, *where: Any, most: int | None = None) -> list[Call]:
    order = (dispatches.c.made_at.desc(), dispatches.c.number)
    rows = (await connection.execute(select(dispatches).where(*where).order_by(*order).limit(most))).all()
    return [_call(vault, row) for row in rows]


def _call(vault: Vault, row: Any) -> Call:
    words = vault.open_plain(row.sealed, f"dispatches:{row.number}")
    facts = {name: getattr(row, name) for name in (*_FACTS, "elder", "state")}
    return Call(**facts, what=words["what"], where=words["where"], ask=words["ask"])

"""Posts (志愿服务岗位) and who takes part in them: joined, in line (候补), arrived and left.

The guard against overbooking is one conditional UPDATE. Whoever changes who takes part locks the post first and the
volunteers after it, so that a seat that becomes free goes to the first in line within the same transaction.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.errors import Refused
from flows.volunteers.people import Volunteer
from flows.volunteers.posts import Post, allows
from integrations.privacy import Vault
from integrations.store.volunteers import registry
from integrations.store.volunteers.tables import activities, enrolments, organisations, volunteers

OPEN, CANCELLED = "open", "cancelled"
JOINED, WAITING, GONE = "joined", "waiting", "gone"
MOST_LISTED = 60

_TAKE = (
    update(activities)
    .where(activities.c.state == OPEN, activities.c.taken < activities.c.seats)
    .values(taken=activities.c.taken + 1)
)
"""Takes one seat of a post if there is one."""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in a post."""

    activity: str
    volunteer: str
    state: str
    since: datetime
    arrived_at: datetime | None = None
    left_at: datetime | None = None


# --- posts -------------------------------------------------------------------------------------------------------


async def post(connection: AsyncConnection, vault: Vault, new: Post, now: datetime) -> bool:
    """Publishes a post; False where its organisation has one of the project that starts at the same time."""
    whose = select(organisations.c.id).where(organisations.c.id == new.organisation)
    await connection.execute(whose.with_for_update())  # nobody else publishes for it meanwhile
    own = (activities.c.organisation == new.organisation, activities.c.project == new.project)
    same = select(activities.c.number).where(*own, activities.c.starts_at == new.starts_at, activities.c.state == OPEN)
    if (await connection.execute(same)).first() is not None:
        return False
    names = ("number", "organisation", "organiser", "project", "kind", "township", "starts_at", "ends_at", "seats")
    row = {name: getattr(new, name) for name in (*names, "youngest", "risk", "insured")}
    told = {name: getattr(new, name) for name in ("title", "place", "what", "ask", "danger")}
    sealed = vault.seal_plain({**told, "skills": list(new.skills)}, _row(new.number))
    await connection.execute(
        activities.insert(), {**row, "taken": 0, "state": OPEN, "sealed": sealed, "posted_at": now, "updated_at": now}
    )
    return True


async def one(connection: AsyncConnection, vault: Vault, number: str) -> Post | None:
    """A post by its number, whatever has become of it."""
    found = await _found(connection, vault, activities.c.number == number)
    return found[0] if found else None


async def listed(
    connection: AsyncConnection,
    vault: Vault,
    now: datetime,
    *,
    township: str | None = None,
) -> list[Post]:
    """Every open post that is still to begin, those of a ``township`` first, then those of the whole county, then the
    rest; the soonest first."""
    to_come = (activities.c.state == OPEN, activities.c.starts_at > now)
    near = case((activities.c.township == township, 0), (activities.c.township.is_(None), 1), else_=2)
    chosen = select(activities).where(*to_come)
    order = (near, activities.c.starts_at, activities.c.number) if township else (activities.c.starts_at,)
    rows = (await connection.execute(chosen.order_by(*order))).all()
    return [_post(vault, row) for row in rows]


async def of_organisation(
    connection: AsyncConnection, vault: Vault, organisation: str, since: datetime, most: int = MOST_LISTED
) -> list[Post]:
    """The open posts of an organisation that end after an instant, the soonest first; all in charge look after all."""
    own = (activities.c.organisation == organisation, activities.c.state == OPEN, activities.c.ends_at > since)
    return await _found(connection, vault, *own, most=most)


async def under_way(
    connection: AsyncConnection, vault: Vault, opens: datetime, closes: datetime, most: int = MOST_LISTED * 10
) -> list[Post]:
    """The open posts that begin before ``opens`` and end after ``closes``."""
    own = (activities.c.state == OPEN, activities.c.starts_at <= opens, activities.c.ends_at >= closes)
    return await _found(connection, vault, *own, most=most)


async def set_seats(connection: AsyncConnection, vault: Vault, number: str, seats: int, now: datetime) -> list[str]:
    """Changes how many can take part, never to fewer than do; who got in from the line by it. Raises Refused."""
    changed = update(activities).where(activities.c.number == number, activities.c.state == OPEN)
    changed = changed.where(activities.c.taken <= seats, activities.c.ends_at > now)
    if (await connection.execute(changed.values(seats=seats, updated_at=now))).rowcount != 1:
        found = await one(connection, vault, number)
        if found is None or found.state != OPEN or found.ends_at <= now:
            raise Refused("post-gone", step="post")
        raise Refused("post-seats_taken", step="seats", taken=found.taken)
    return await _fill(connection, vault, number, now)


async def move(
    connection: AsyncConnection, vault: Vault, number: str, starts_at: datetime, ends_at: datetime, now: datetime
) -> tuple[list[str], list[str], list[str]]:
    """Gives a post that has not begun another time: who takes part or waits and stays, who cannot be there then because
    of another post and is out, and who got in from the line. Who had checked in for the old time has not for the new
    one. Raises Refused."""
    own = (activities.c.number == number, activities.c.state == OPEN, activities.c.starts_at > now)
    values = {"starts_at": starts_at, "ends_at": ends_at, "updated_at": now}
    if (await connection.execute(update(activities).where(*own).values(values))).rowcount != 1:
        raise Refused("post-gone", step="post")
    nobody_there = update(enrolments).where(enrolments.c.activity == number)
    await connection.execute(nobody_there.values(arrived_at=None, left_at=None))
    stay: list[str] = []
    out: list[str] = []
    for part in await of_post(connection, number, (JOINED, WAITING)):
        await _lock_volunteer(connection, part.volunteer)
        clashes = part.state == JOINED and await _clash(connection, number, part.volunteer, starts_at, ends_at)
        (out if clashes else stay).append(part.volunteer)
    for volunteer in out:
        await _out(connection, number, volunteer, JOINED, now)
    return stay, out, await _fill(connection, vault, number, now)


async def cancel(connection: AsyncConnection, number: str, now: datetime) -> list[str]:
    """Cancels a post that has not begun; who took part or waited. Raises Refused."""
    own = (activities.c.number == number, activities.c.state == OPEN, activities.c.starts_at > now)
    values = {"state": CANCELLED, "taken": 0, "updated_at": now}
    if (await connection.execute(update(activities).where(*own).values(values))).rowcount != 1:
        raise Refused("post-gone", step="post")
    parts = await of_post(connection, number, (JOINED, WAITING))
    over = update(enrolments).where(enrolments.c.activity == number)
    await connection.execute(over.values(state=GONE, updated_at=now))
    return [part.volunteer for part in parts]


# --- taking part -------------------------------------------------------------------------------------------------


async def join(
    connection: AsyncConnection, number: str, volunteer: str, now: datetime, *, step: str, late: bool = False
) -> bool:
    """Somebody takes part, if there is a seat: False when there is none. With ``late`` also in what has begun.

    Raises Refused, naming ``step``: post-gone, post-joined (they do already), post-overlap (another post of theirs is
    at the same time).
    """
    row = await _open(connection, number, now, step, late=late)
    await _lock_volunteer(connection, volunteer)
    part = await part_of(connection, number, volunteer)
    if part is not None and part.state == JOINED:
        raise Refused("post-joined", step=step)
    if await _clash(connection, number, volunteer, row.starts_at, row.ends_at):
        raise Refused("post-overlap", step=step)
    return await _take(connection, number, volunteer, now)


async def wait(connection: AsyncConnection, number: str, volunteer: str, now: datetime, *, step: str) -> int:
    """Somebody gets in line (候补), or in, where a seat is free after all: their place in line, 0 for in.

    Raises Refused as ``join``.
    """
    if await join(connection, number, volunteer, now, step=step):
        return 0
    part = await part_of(connection, number, volunteer)
    if part is None or part.state != WAITING:
        newest = select(func.max(enrolments.c.since)).where(enrolments.c.activity == number)
        last = (await connection.execute(newest)).scalar()
        since = now if last is None else max(now, last + timedelta(microseconds=1))  # nobody came at the same time
        await _put(connection, number, volunteer, WAITING, since, now)
    return await place_in_line(connection, number, volunteer)


async def leave(
    connection: AsyncConnection, vault: Vault, number: str, volunteer: str, now: datetime, *, step: str
) -> list[str]:
    """Somebody takes part, or waits, no more; who got in from the line by it. Raises Refused: post-gone when it has
    begun, post-not_joined."""
    await _open(connection, number, now, step)
    if await _out(connection, number, volunteer, WAITING, now):
        return []
    if not await _out(connection, number, volunteer, JOINED, now):
        raise Refused("post-not_joined", step=step)
    return await _fill(connection, vault, number, now)


async def leave_all(connection: AsyncConnection, vault: Vault, volunteer: str, now: datetime) -> list[tuple[str, str]]:
    """Somebody volunteers no more: they leave all that is still to begin; who got in by it, each with the post."""
    promoted = []
    for found, _ in await of_volunteer(connection, vault, volunteer, now):
        if found.starts_at > now:
            got_in = await leave(connection, vault, found.number, volunteer, now, step="volunteer")
            promoted += [(found.number, each) for each in got_in]
    return promoted


async def part_of(connection: AsyncConnection, number: str, volunteer: str) -> Part | None:
    """Somebody's part in a post, also when it is over."""
    own = (enrolments.c.activity == number, enrolments.c.volunteer == volunteer)
    row = (await connection.execute(select(enrolments).where(*own))).one_or_none()
    return None if row is None else _part(row)


async def of_post(connection: AsyncConnection, number: str, states: Collection[str] = (JOINED,)) -> list[Part]:
    """Who takes part in a post, first come first."""
    own = (enrolments.c.activity == number, enrolments.c.state.in_(states))
    rows = await connection.execute(select(enrolments).where(*own).order_by(enrolments.c.since, enrolments.c.volunteer))
    return [_part(row) for row in rows]


async def of_volunteer(
    connection: AsyncConnection, vault: Vault, volunteer: str, since: datetime
) -> list[tuple[Post, Part]]:
    """What somebody takes part in, or waits for, that ends after an instant, the soonest first."""
    chosen = select(enrolments).join(activities, activities.c.number == enrolments.c.activity)
    own = (enrolments.c.volunteer == volunteer, enrolments.c.state.in_((JOINED, WAITING)))
    rows = (await connection.execute(chosen.where(*own, activities.c.ends_at > since))).all()
    parts = {row.activity: _part(row) for row in rows}
    posts = await _found(connection, vault, activities.c.number.in_(parts), activities.c.state == OPEN)
    return [(each, parts[each.number]) for each in posts]


async def place_in_line(connection: AsyncConnection, number: str, volunteer: str) -> int:
    """Which place in line somebody has, the first being 1; 0 for who does not wait."""
    line = [part.volunteer for part in await of_post(connection, number, (WAITING,))]
    return line.index(volunteer) + 1 if volunteer in line else 0


# --- arriving and leaving ----------------------------------------------------------------------------------------


async def arrive(connection: AsyncConnection, number: str, volunteer: str, now: datetime) -> bool:
    """Somebody who takes part has arrived (签到), once."""
    own = (enrolments.c.activity == number, enrolments.c.volunteer == volunteer, enrolments.c.state == JOINED)
    there = update(enrolments).where(*own, enrolments.c.arrived_at.is_(None))
    return (await connection.execute(there.values(arrived_at=now, updated_at=now))).rowcount == 1


async def depart(connection: AsyncConnection, number: str, volunteer: str, now: datetime) -> bool:
    """Somebody who had arrived has left (签退), once."""
    own = (enrolments.c.activity == number, enrolments.c.volunteer == volunteer, enrolments.c.left_at.is_(None))
    there = update(enrolments).where(*own, enrolments.c.arrived_at.is_not(None))
    return (await connection.execute(there.values(left_at=now, updated_at=now))).rowcount == 1


# --- what must always be so --------------------------------------------------------------------------------------


async def broken(connection: AsyncConnection) -> list[str]:
    """What does not add up, one sentence each: posts with more seats taken than there are, or than people have."""
    held = select(func.count()).where(enrolments.c.activity == activities.c.number, enrolments.c.state == JOINED)
    chosen = select(activities.c.number, activities.c.taken, activities.c.seats, held.scalar_subquery().label("held"))
    off = or_(activities.c.taken > activities.c.seats, activities.c.taken != held.scalar_subquery())
    rows = await connection.execute(chosen.where(off).order_by(activities.c.number))
    return [f"post {row.number}: {row.taken} of {row.seats} seats taken, {row.held} take part" for row in rows]


def project_of(vault: Vault, organisation: str, name: str) -> str:
    """The id of a project (志愿服务项目) of an organisation, by its name."""
    return vault.index("project", f"{organisation}\x1f{name}").hex()[:24]


# --- parts -------------------------------------------------------------------------------------------------------


def _row(number: str) -> str:
    return f"activities:{number}"


async def _open(connection: AsyncConnection, number: str, now: datetime, step: str, *, late: bool = False) -> Any:
    """The post, which nobody else changes before this transaction is over."""
    own = (activities.c.number == number, activities.c.state == OPEN)
    to_come = activities.c.ends_at > now if late else activities.c.starts_at > now
    row = (await connection.execute(select(activities).where(*own, to_come).with_for_update())).one_or_none()
    if row is None:
        raise Refused("post-gone", step=step)
    return row


async def _lock_volunteer(connection: AsyncConnection, volunteer: str) -> None:
    """Nobody else weighs what this volunteer takes part in before this transaction is over."""
    await connection.execute(select(volunteers.c.number).where(volunteers.c.number == volunteer).with_for_update())


async def _clash(
    connection: AsyncConnection, number: str, volunteer: str, starts_at: datetime, ends_at: datetime
) -> bool:
    """Whether another post somebody takes part in is at the same time."""
    chosen = select(enrolments.c.activity).join(activities, activities.c.number == enrolments.c.activity)
    own = (enrolments.c.volunteer == volunteer, enrolments.c.state == JOINED, enrolments.c.activity != number)
    then = (activities.c.starts_at < ends_at, activities.c.ends_at > starts_at, activities.c.state == OPEN)
    return (await connection.execute(chosen.where(*own, *then).limit(1))).first() is not None


async def _take(connection: AsyncConnection, number: str, volunteer: str, now: datetime) -> bool:
    if (await connection.execute(_TAKE.where(activities.c.number == number))).rowcount != 1:
        return False
    await _put(connection, number, volunteer, JOINED, now, now)
    return True


async def _put(
    connection: AsyncConnection, number: str, volunteer: str, state: str, since: datetime, now: datetime
) -> None:
    """The part of somebody whose post is locked: no other writes it meanwhile."""
    values = {"state": state, "since": since, "arrived_at": None, "left_at": None, "updated_at": now}
    own = (enrolments.c.activity == number, enrolments.c.volunteer == volunteer)
    if (await connection.execute(update(enrolments).where(*own).values(values))).rowcount == 0:
        await connection.execute(enrolments.insert(), {"activity": number, "volunteer": volunteer, **values})


async def _out(connection: AsyncConnection, number: str, volunteer: str, was: str, now: datetime) -> bool:
    """Ends somebody's part, and gives the seat back that it had."""
    own = (enrolments.c.activity == number, enrolments.c.volunteer == volunteer, enrolments.c.state == was)
    if (await connection.execute(update(enrolments).where(*own).values(state=GONE, updated_at=now))).rowcount != 1:
        return False
    if was == JOINED:
        freed = update(activities).where(activities.c.number == number)
        await connection.execute(freed.values(taken=activities.c.taken - 1))
    return True


async def _fill(connection: AsyncConnection, vault: Vault, number: str, now: datetime) -> list[str]:
    """Gives free seats to the first in line who still fit; who they are. What has begun is filled by nobody."""
    found = await one(connection, vault, number)
    if found is None or found.state != OPEN or found.starts_at <= now:
        return []
    promoted: list[str] = []
    for part in await of_post(connection, number, (WAITING,)):
        if len(promoted) >= found.free:
            break
        await _lock_volunteer(connection, part.volunteer)
        waiter = await registry.by_number(connection, vault, part.volunteer)
        if not await _fits(connection, found, waiter):
            continue
        if await _take(connection, number, part.volunteer, now):
            promoted.append(part.volunteer)
    return promoted


async def _fits(connection: AsyncConnection, found: Post, waiter: Volunteer | None) -> bool:
    if waiter is None or not allows(found, waiter):
        return False
    return not await _clash(connection, found.number, waiter.number, found.starts_at, found.ends_at)


async def _found(connection: AsyncConnection, vault: Vault, *where: Any, most: int | None = None) -> list[Post]:
    chosen = select(activities).where(*where).order_by(activities.c.starts_at, activities.c.number).limit(most)
    return [_post(vault, row) for row in (await connection.execute(chosen)).all()]


def _post(vault: Vault, row: Any) -> Post:
    told = vault.open_plain(row.sealed, _row(row.number))
    return Post(
        number=row.number,
        organisation=row.organisation,
        organiser=row.organiser,
        project=row.project,
        kind=row.kind,
        township=row.township,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        seats=row.seats,
        taken=row.taken,
        youngest=row.youngest,
        risk=row.risk,
        insured=row.insured,
        state=row.state,
        title=told["title"],
        place=told["place"],
        what=told["what"],
        ask=told["ask"],
        danger=told["danger"],
        skills=tuple(told["skills"]),
    )


def _part(row: Any) -> Part:
    return Part(row.activity, row.volunteer, row.state, row.since, row.arrived_at, row.left_at)

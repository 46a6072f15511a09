"""Seats: each call takes or frees a seat exactly once, whatever is called again, late, or at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from flows.errors import Refused
from integrations.store import bookings
from integrations.store.bookings import BOOKED, CANCELLED, HELD, NO_SHOW, PAST, RELEASED, Seat
from integrations.store.database import Collision, Database
from integrations.store.migrate import migrate
from integrations.store.tables import booking_people, slots
from integrations.store.tables import bookings as booking_table
from tests.records import a_database
from tests.talk import NOON

DAY = date(2026, 5, 20)
SEATS = [Seat("marriage", NOON + timedelta(days=9, minutes=30 * n), DAY) for n in range(3)]
CAPACITY = {"marriage": 2}
UNTIL = NOON + timedelta(minutes=10)
BEFORE, AFTER = UNTIL - timedelta(seconds=1), UNTIL + timedelta(seconds=1)
ANNA, BEN, CARL = (bytes([n]) * 32 for n in range(3))


async def hold(connection: AsyncConnection, booking: str, seat: Seat = SEATS[0], now: datetime = NOON) -> None:
    await bookings.hold(
        connection,
        booking=booking,
        run=booking,
        conversation="c0",
        service="marriage",
        seat=seat,
        capacity=CAPACITY["marriage"],
        until=now + (UNTIL - NOON),
        provisional=False,
        now=now,
        step="slot",
    )


async def book(
    connection: AsyncConnection, booking: str, *people: bytes, now: datetime = BEFORE, kind: str = "registration"
) -> None:
    number = f"JT260511-{booking}"
    await bookings.book(connection, booking=booking, number=number, people=people, kind=kind, now=now, step="slot")


async def swap(connection: AsyncConnection, booking: str, held: str, now: datetime) -> None:
    await bookings.swap(connection, booking=booking, held=held, now=now, step="slot")


async def booked(database: Database, booking: str, *people: bytes, seat: Seat = SEATS[0]) -> None:
    async with database.write() as connection:
        await hold(connection, booking, seat)
        await book(connection, booking, *people)


async def refusal(database: Database, does: Callable[[AsyncConnection], Awaitable[object]]) -> str | None:
    """Why the world does not allow something, tried in a transaction of its own; None when it was done."""
    try:
        async with database.write() as connection:
            await does(connection)
    except Refused as refused:
        return refused.key
    return None


async def taken(database: Database) -> list[int]:
    """The seats taken of each slot; every one of them must belong to a booking."""
    async with database.read() as connection:
        assert await bookings.overbooked(connection, CAPACITY) == []
        found = {row.starts_at: row.taken for row in await connection.execute(select(slots))}
    return [found.get(seat.starts_at, 0) for seat in SEATS]


async def state_of(database: Database, booking: str) -> Any:
    async with database.read() as connection:
        chosen = select(booking_table.c.state).where(booking_table.c.id == booking)
        return (await connection.execute(chosen)).scalar()


async def test_a_hold_that_is_made_twice_takes_one_seat(database_url: str) -> None:
    async with a_database(database_url) as database:
        async with database.write() as connection:
            await hold(connection, "a")
        with pytest.raises(Collision):
            async with database.write() as connection:
                await hold(connection, "a", SEATS[1])
        assert await taken(database) == [1, 0, 0]


async def test_a_full_slot_refuses_and_names_the_step(database_url: str) -> None:
    async with a_database(database_url) as database:
        async with database.write() as connection:
            await hold(connection, "a")
            await hold(connection, "b")
        with pytest.raises(Refused) as refused:
            async with database.write() as connection:
                await hold(connection, "c")
        assert (refused.value.key, refused.value.step) == ("slot-gone", "slot")
        assert await taken(database) == [2, 0, 0]
        assert await state_of(database, "c") is None


async def test_letting_go_frees_the_seat_once(database_url: str) -> None:
    async with a_database(database_url) as database:
        async with database.write() as connection:
            await hold(connection, "a")
            await hold(connection, "b")
        freed = []
        for _ in range(3):
            async with database.write() as connection:
                freed.append(await bookings.release(connection, "a", NOON))
        assert freed == [True, False, False]
        assert await taken(database) == [1, 0, 0]


async def test_a_hold_is_let_go_for_its_age_at_its_instant_and_not_before(database_url: str) -> None:
    async with a_database(database_url) as database, database.write() as connection:
        await hold(connection, "a")
        freed = [await bookings.release(connection, "a", now, due=True) for now in (NOON, BEFORE, UNTIL, AFTER)]
    assert freed == [False, False, True, False]


@pytest.mark.parametrize(("now", "refused"), [(BEFORE, None), (UNTIL, "slot-gone"), (AFTER, "slot-gone")])
async def test_a_hold_becomes_a_booking_up_to_its_instant(
    database_url: str, now: datetime, refused: str | None
) -> None:
    async with a_database(database_url) as database:
        async with database.write() as connection:
            await hold(connection, "a")
        assert await refusal(database, lambda c: book(c, "a", ANNA, now=now)) == refused
        assert await state_of(database, "a") == (HELD if refused else BOOKED)
        assert await taken(database) == [1, 0, 0]


async def test_a_booking_cannot_be_made_twice_nor_let_go_as_a_hold(database_url: str) -> None:
    async with a_database(database_url) as database:
        await booked(database, "a", ANNA)
        assert await refusal(database, lambda c: book(c, "a", ANNA)) == "slot-gone"
        async with database.write() as connection:
            assert not await bookings.release(connection, "a", AFTER)
            assert not await bookings.release(connection, "a", AFTER, due=True)
        assert await taken(database) == [1, 0, 0]


async def test_a_person_has_one_active_booking_and_the_conflict_names_nothing(database_url: str) -> None:
    async with a_database(database_url) as database:
        await booked(database, "a", ANNA, BEN)
        async with database.write() as connection:
            await hold(connection, "b", SEATS[1])
        with pytest.raises(Refused) as refused:
            async with database.write() as connection:
                await book(connection, "b", CARL, BEN)
        assert (refused.value.key, refused.value.args_) == ("booking-conflict", {})
        assert await state_of(database, "b") == HELD
        async with database.write() as connection:
            assert await bookings.end(connection, "a", CANCELLED, BEFORE)
            await book(connection, "b", CARL, BEN)
        assert await taken(database) == [0, 1, 0]


async def test_a_person_has_one_active_booking_of_each_kind(database_url: str) -> None:
    async with a_database(database_url) as database:
        for booking, seat in zip(("a", "b", "c"), SEATS, strict=True):
            async with database.write() as connection:
                await hold(connection, booking, seat)
        assert await refusal(database, lambda c: book(c, "a", ANNA)) is None
        assert await refusal(database, lambda c: book(c, "b", ANNA, kind="ceremony")) is None
        assert await refusal(database, lambda c: book(c, "c", ANNA, kind="ceremony")) == "booking-conflict"
        assert await refusal(database, lambda c: book(c, "c", ANNA)) == "booking-conflict"
        assert await refusal(database, lambda c: book(c, "c", ANNA, kind="counselling")) is None
        assert await taken(database) == [1, 1, 1]


@pytest.mark.parametrize(("state", "left"), [(CANCELLED, 0), (PAST, 1)])
async def test_only_a_cancelled_booking_gives_its_seat_back_and_only_once(
    database_url: str, state: str, left: int
) -> None:
    async with a_database(database_url) as database:
        await booked(database, "a", ANNA)
        async with database.write() as connection:
            ended = [await bookings.end(connection, "a", each, AFTER) for each in (state, CANCELLED, PAST)]
        assert ended == [True, False, False]
        assert await taken(database) == [left, 0, 0]
        await booked(database, "b", ANNA, seat=SEATS[1])  # who had it may book again


@pytest.mark.parametrize(("came", "state"), [(None, PAST), ("a", NO_SHOW), ("b", PAST)])
async def test_a_slot_is_a_no_show_where_another_of_that_day_was_checked_in(
    database_url: str, came: str | None, state: str
) -> None:
    async with a_database(database_url) as database:
        await booked(database, "a", ANNA)
        await booked(database, "b", BEN)
        async with database.write() as connection:
            arrived = update(booking_table).where(booking_table.c.id == came)
            await connection.execute(arrived.values(arrived_at=BEFORE))
            assert [await bookings.over(connection, "b", AFTER) for _ in range(2)] == [True, False]
        assert await state_of(database, "b") == state
        assert await taken(database) == [2, 0, 0]
        await booked(database, "c", BEN, seat=SEATS[1])  # who had it may book again


async def test_a_swap_takes_the_new_seat_and_frees_the_old_one_once(database_url: str) -> None:
    async with a_database(database_url) as database:
        await booked(database, "a", ANNA)
        async with database.write() as connection:
            await hold(connection, "new", SEATS[2])
        for refused in (None, "slot-gone"):  # the second time there is no hold to swap to
            assert await refusal(database, lambda c: swap(c, "a", "new", BEFORE)) == refused
            assert await taken(database) == [0, 0, 1]
        async with database.read() as connection:
            moved = await bookings.one(connection, "a")
        assert moved is not None
        assert moved.starts_at == SEATS[2].starts_at
        assert await state_of(database, "new") == RELEASED


async def test_a_swap_that_fails_changes_nothing(database_url: str) -> None:
    async with a_database(database_url) as database:
        await booked(database, "a", ANNA)
        async with database.write() as connection:
            await hold(connection, "late", SEATS[1])
        assert await refusal(database, lambda c: swap(c, "a", "late", UNTIL)) == "slot-gone"
        async with database.write() as connection:
            await bookings.end(connection, "a", CANCELLED, BEFORE)
        assert await refusal(database, lambda c: swap(c, "a", "late", BEFORE)) == "booking-not_active"
        assert await taken(database) == [0, 1, 0]
        assert await state_of(database, "late") == HELD


async def test_a_capacity_may_be_raised_and_lowered_at_any_time(database_url: str) -> None:
    async with a_database(database_url) as database, database.write() as connection:
        took = [await bookings.take(connection, SEATS[0], capacity) for capacity in (1, 1, 3, 3, 3, 2, 0)]
    assert took == [True, False, True, True, False, False, False]


async def test_verify_names_every_seat_that_does_not_add_up(database_url: str) -> None:
    async with a_database(database_url) as database:
        await booked(database, "a", ANNA)
        await booked(database, "b", BEN, seat=SEATS[1])
        async with database.write() as connection:
            first, second, third = (seat.starts_at for seat in SEATS)
            await connection.execute(update(slots).where(slots.c.starts_at == first).values(taken=3))
            await connection.execute(delete(slots).where(slots.c.starts_at == second))
            await connection.execute(insert(slots), {"office": "marriage", "starts_at": third, "taken": 1})
            faults = await bookings.overbooked(connection, CAPACITY)
    assert sorted(faults) == [
        "slot marriage 2026-05-20 04:00 UTC: 3 seats taken of 2",
        "slot marriage 2026-05-20 04:00 UTC: 3 seats taken, 1 bookings",
        "slot marriage 2026-05-20 04:30 UTC: 1 bookings, no seat",
        "slot marriage 2026-05-20 05:00 UTC: 1 seats taken, 0 bookings",
    ]


async def test_tickets_count_up_without_gaps_however_many_come_at_once(database_url: str) -> None:
    async def draw(database: Database, n: int, day: date = DAY) -> int | None:
        try:
            async with database.write() as connection:
                ticket = await bookings.walk_in(
                    connection,
                    booking=f"{day}{n}",
                    number=f"{day}-{n}",
                    run="r",
                    conversation="c0",
                    service="divorce_certificate",
                    office="marriage",
                    day=day,
                    provisional=False,
                    now=NOON,
                )
                if n % 4 == 3:
                    raise Refused("the turn came to nothing", step="day")
                return ticket
        except Refused:
            return None

    async with a_database(database_url) as database:
        drawn = await asyncio.gather(*(draw(database, n) for n in range(24)))
        assert sorted(ticket for ticket in drawn if ticket is not None) == list(range(1, 19))
        assert await draw(database, 0, DAY + timedelta(days=1)) == 1


OPERATIONS = st.one_of(
    st.tuples(st.just("hold"), st.integers(0, 4), st.integers(0, 2)),
    st.tuples(st.sampled_from(["book", "swap"]), st.integers(0, 4), st.integers(0, 4)),
    st.tuples(st.sampled_from(["release", "expire", "cancel", "past", "over", "wait"]), st.integers(0, 4), st.just(0)),
)


def test_seats_and_bookings_add_up_after_any_calls_in_any_order(database_url: str) -> None:
    with asyncio.Runner() as runner:
        database = Database(database_url)
        runner.run(migrate(database))

        @settings(max_examples=25)
        @given(st.lists(OPERATIONS, min_size=5, max_size=25))
        def any_calls(operations: list[tuple[str, int, int]]) -> None:
            runner.run(carry_out(operations))

        async def carry_out(operations: list[tuple[str, int, int]]) -> None:
            now = NOON
            async with database.write() as connection:
                for table in (booking_people, booking_table, slots):
                    await connection.execute(delete(table))
            for name, one, other in operations:
                if name == "wait":
                    now += timedelta(minutes=4)
                    continue
                try:
                    async with database.write() as connection:
                        await call(connection, name, str(one), other, now)
                except (Refused, Collision):
                    pass
                await taken(database)

        any_calls()
        runner.run(database.close())


async def call(connection: AsyncConnection, name: str, booking: str, other: int, now: datetime) -> None:
    match name:
        case "hold":
            await hold(connection, booking, SEATS[other], now)
        case "book":
            await book(connection, booking, bytes([other]) * 32, now=now)
        case "swap":
            await swap(connection, booking, str(other), now)
        case "release" | "expire":
            await bookings.release(connection, booking, now, due=name == "expire")
        case "over":
            await bookings.over(connection, booking, now)
        case "cancel" | "past":
            await bookings.end(connection, booking, CANCELLED if name == "cancel" else PAST, now)

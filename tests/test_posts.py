"""Posts of volunteer projects in the records: none is overbooked, nobody is passed over, or at two of them at once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import text, update

from flows.errors import Refused
from flows.volunteers import posts
from integrations.store.database import Collision, Database
from integrations.store.volunteers import activities
from integrations.store.volunteers.tables import activities as table
from tests.posts import STARTS, a_post, a_volunteer, set_up
from tests.records import VAULT
from tests.talk import NOON

HUNDRED = 100


async def retried(do: Any) -> Any:
    """As a turn does: two that meet try again."""
    while True:
        try:
            return await do()
        except Collision:
            continue


async def a_hundred_at_once(url: str, *, line: bool) -> tuple[list[Any], Database]:
    """A hundred volunteers for the last ten seats of a post."""
    database = Database(url)
    async with database.write() as connection:
        people = [a_volunteer(n) for n in range(HUNDRED)]
        await set_up(connection, VAULT, *people, posts=(a_post(1, seats=10),))

    async def one(n: int) -> Any:
        async def do() -> Any:
            async with database.write() as connection:
                way = activities.wait if line else activities.join
                return await way(connection, "P0001", f"V{n:04d}", NOON, step="post")

        return await retried(do)

    return await asyncio.gather(*(one(n) for n in range(HUNDRED))), database


async def test_of_a_hundred_who_join_the_last_ten_seats_at_once_ten_get_one(database_url: str) -> None:
    got, database = await a_hundred_at_once(database_url, line=False)
    assert (got.count(True), got.count(False)) == (10, 90)
    async with database.read() as connection:
        assert len(await activities.of_post(connection, "P0001")) == 10
        assert await activities.broken(connection) == []
    await database.close()


async def test_of_a_hundred_who_wait_at_once_nobody_is_lost_and_each_has_a_place(database_url: str) -> None:
    got, database = await a_hundred_at_once(database_url, line=True)
    assert sorted(got) == [0] * 10 + list(range(1, 91))
    async with database.write() as connection:
        line = [part.volunteer for part in await activities.of_post(connection, "P0001", ("waiting",))]
        joined = [part.volunteer for part in await activities.of_post(connection, "P0001")]
        assert await activities.leave(connection, VAULT, "P0001", joined[0], NOON, step="post") == line[:1]
        assert await activities.set_seats(connection, VAULT, "P0001", 13, NOON) == line[1:4]
        assert await activities.broken(connection) == []
    await database.close()


async def test_without_the_guard_the_hundred_overbook_it_and_it_is_seen(
    migrated_postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control, on PostgreSQL: neither the condition of the UPDATE nor the constraint of the table."""
    database = Database(migrated_postgres_url)
    async with database.write() as connection:
        await connection.execute(text("ALTER TABLE activities DROP CONSTRAINT ck_activities_taken"))
    await database.close()
    monkeypatch.setattr(activities, "_TAKE", update(table).values(taken=table.c.taken + 1))
    got, database = await a_hundred_at_once(migrated_postgres_url, line=False)
    assert got.count(True) == HUNDRED
    async with database.read() as connection:
        assert await activities.broken(connection) == ["post P0001: 100 of 10 seats taken, 100 take part"]
    await database.close()


async def test_a_volunteer_who_joins_two_posts_of_one_time_at_once_gets_one(database_url: str) -> None:
    database = Database(database_url)
    both = (a_post(1), a_post(2, starts_at=STARTS + timedelta(hours=2)))
    async with database.write() as connection:
        await set_up(connection, VAULT, a_volunteer(1), posts=both)

    async def one(number: str) -> str:
        async def do() -> str:
            try:
                async with database.write() as connection:
                    await activities.join(connection, number, "V0001", NOON, step="post")
            except Refused as refused:
                return refused.key
            return "joined"

        result: str = await retried(do)
        return result

    assert sorted(await asyncio.gather(one("P0001"), one("P0002"))) == ["joined", "post-overlap"]
    await database.close()


async def test_a_seat_goes_to_the_first_in_line_who_still_fits(database_url: str) -> None:
    database = Database(database_url)
    people = [a_volunteer(n) for n in range(1, 5)]
    async with database.write() as connection:
        await set_up(connection, VAULT, *people, posts=(a_post(1, seats=1), a_post(2), a_post(3, youngest=30)))
        assert await activities.join(connection, "P0001", "V0001", NOON, step="post")
        for place, number in enumerate(("V0002", "V0003", "V0004"), start=1):
            assert await activities.wait(connection, "P0001", number, NOON, step="post") == place
        assert await activities.join(connection, "P0002", "V0002", NOON, step="post")  # at the same time
        assert await activities.leave(connection, VAULT, "P0001", "V0001", NOON, step="post") == ["V0003"]
        assert await activities.place_in_line(connection, "P0001", "V0004") == 2
        assert await activities.leave(connection, VAULT, "P0001", "V0002", NOON, step="post") == []
        assert await activities.place_in_line(connection, "P0001", "V0004") == 1
    await database.close()


async def test_whoever_cannot_be_there_at_the_new_time_loses_the_seat_to_the_line(database_url: str) -> None:
    database = Database(database_url)
    later = STARTS + timedelta(days=1)
    async with database.write() as connection:
        people = [a_volunteer(n) for n in range(1, 4)]
        await set_up(connection, VAULT, *people, posts=(a_post(1), a_post(2, starts_at=later)))
        await activities.join(connection, "P0002", "V0001", NOON, step="post")
        for number in ("V0001", "V0002"):
            assert await activities.join(connection, "P0001", number, NOON, step="post")
        await activities.wait(connection, "P0001", "V0003", NOON, step="post")
        moved = await activities.move(connection, VAULT, "P0001", later, later + timedelta(hours=1), NOON)
        assert moved == (["V0002", "V0003"], ["V0001"], ["V0003"])
        assert await activities.broken(connection) == []
        for do in (
            activities.cancel(connection, "P0001", later),
            activities.join(connection, "P0001", "V0001", later, step="post"),
            activities.leave(connection, VAULT, "P0001", "V0002", later, step="post"),
        ):
            with pytest.raises(Refused, match="post-gone"):  # it has begun
                await do
        assert sorted(await activities.cancel(connection, "P0001", NOON)) == ["V0002", "V0003"]
        assert await activities.of_volunteer(connection, VAULT, "V0003", NOON) == []
    await database.close()


async def test_who_checked_in_for_the_old_time_has_not_for_the_new_one(database_url: str) -> None:
    database = Database(database_url)
    async with database.write() as connection:
        await set_up(connection, VAULT, a_volunteer(1), posts=(a_post(1),))
        assert await activities.join(connection, "P0001", "V0001", NOON, step="post")
        early = STARTS - timedelta(minutes=30)
        assert await activities.arrive(connection, "P0001", "V0001", early)
        later = STARTS + timedelta(days=1)
        await activities.move(connection, VAULT, "P0001", later, later + timedelta(hours=3), early)
        assert not await activities.depart(connection, "P0001", "V0001", later + timedelta(hours=3))
        assert await activities.arrive(connection, "P0001", "V0001", later)
    await database.close()


async def test_near_ones_come_first_and_then_the_soonest(database_url: str) -> None:
    database = Database(database_url)
    day = timedelta(days=1)
    there = (
        a_post(1, township="sitan"),
        a_post(2, township=None, starts_at=STARTS + day),
        a_post(3, starts_at=STARTS + 2 * day),
        a_post(4, starts_at=STARTS + day, youngest=18),
        a_post(5, starts_at=NOON - day),
        a_post(6, kind="child", starts_at=STARTS + 3 * day),
    )
    async with database.write() as connection:
        await set_up(connection, VAULT, posts=there)

        async def found(**wanted: Any) -> list[str]:
            return [each.number for each in await activities.listed(connection, VAULT, NOON, **wanted)]

        assert await found(township="yitiaoshan") == ["P0004", "P0003", "P0006", "P0002", "P0001"]
        assert not await activities.post(connection, VAULT, there[0], NOON)
    await database.close()


@pytest.mark.parametrize(
    ("arrived", "left", "minutes"),
    [(-30, 180, 180), (10, 200, 170), (0, 0.9, 0), (-30, -5, 0), (5.5, 60.4, 54), (0, 240, 180)],
)
def test_the_time_given_is_within_the_post_and_never_rounded_up(arrived: float, left: float, minutes: int) -> None:
    post = a_post()
    served = posts.served(post, STARTS + timedelta(minutes=arrived), STARTS + timedelta(minutes=left))
    assert minutes == (0 if served is None else (served[1] - served[0]) // timedelta(minutes=1))


def test_one_may_check_in_from_an_hour_before_the_start_to_the_end() -> None:
    post, minute = a_post(), timedelta(minutes=1)
    at = (STARTS - 61 * minute, STARTS - 60 * minute, post.ends_at - minute, post.ends_at)
    assert [posts.may_arrive(post, each) for each in at] == [False, True, True, False]
    assert [posts.may_leave(post, post.ends_at + n * minute) for n in (60, 61)] == [True, False]


def test_age_on_the_day_and_skills_say_who_may_take_part() -> None:
    young = a_volunteer(1, born=date(2010, 5, 13))  # sixteen on the day of the post, not before
    assert posts.allows(a_post(youngest=16), young)
    assert not posts.allows(a_post(youngest=17), young)
    assert not posts.allows(a_post(youngest=16, starts_at=STARTS - timedelta(days=1)), young)
    assert not posts.allows(a_post(skills=("law", "care")), a_volunteer(1))
    assert posts.allows(a_post(skills=("law", "care")), a_volunteer(1, skills=("care",)))
    assert not posts.allows(a_post(), a_volunteer(1, state="waiting"))


def test_nobody_under_age_takes_part_where_there_is_a_risk() -> None:
    risky = a_post(risk="some", insured=True, danger="要上梯子", youngest=14)
    born = date(2008, 5, 14)  # of age the day after the post
    assert not posts.allows(risky, a_volunteer(1, born=born))
    assert posts.allows(risky, a_volunteer(1, born=born - timedelta(days=1)))
    assert posts.allows(a_post(youngest=14), a_volunteer(1, born=born))
    assert posts.told(risky, "").args["youngest"] == 18


# --- whatever happens ------------------------------------------------------------------------------------------------

PEOPLE = [f"V{n:04d}" for n in range(6)]
TWO = ("P0001", "P0002")
_runner: list[asyncio.Runner] = []
_records: list[str] = []


class Posts(RuleBasedStateMachine):
    """Two posts of one time, and six who want to take part; the model is two lists for each post."""

    @initialize()
    def begin(self) -> None:
        """Empty records with two posts of one seat and of two."""
        self.database = Database(_records[0])
        self.joined: dict[str, list[str]] = {each: [] for each in TWO}
        self.line: dict[str, list[str]] = {each: [] for each in TWO}
        self.seats = dict.fromkeys(TWO, 2)
        self._run(self._clear())

    @rule(post=st.sampled_from(TWO), who=st.sampled_from(PEOPLE))
    def wait(self, post: str, who: str) -> None:
        """Gets in line, or in."""
        got = self._run(self._tried(lambda c: activities.wait(c, post, who, NOON, step="post")))
        if who in self.joined[post]:
            assert got == "post-joined"
        elif self._busy(post, who):
            assert got == "post-overlap"
        elif len(self.joined[post]) < self.seats[post]:
            assert got == 0
            self._in(post, who)
        else:
            if who not in self.line[post]:
                self.line[post].append(who)
            assert got == self.line[post].index(who) + 1

    @rule(post=st.sampled_from(TWO), who=st.sampled_from(PEOPLE))
    def join(self, post: str, who: str) -> None:
        """Joins, or is told why not."""
        got = self._run(self._tried(lambda c: activities.join(c, post, who, NOON, step="post")))
        if who in self.joined[post]:
            assert got == "post-joined"
        elif self._busy(post, who):
            assert got == "post-overlap"
        else:
            assert got is (len(self.joined[post]) < self.seats[post])
            if got:
                self._in(post, who)

    @rule(post=st.sampled_from(TWO), who=st.sampled_from(PEOPLE))
    def leave(self, post: str, who: str) -> None:
        """Leaves, and the first in line who can comes in."""
        got = self._run(self._tried(lambda c: activities.leave(c, VAULT, post, who, NOON, step="post")))
        if who in self.line[post]:
            self.line[post].remove(who)
            assert got == []
        elif who in self.joined[post]:
            self.joined[post].remove(who)
            assert got == self._fill(post)
        else:
            assert got == "post-not_joined"

    @rule(post=st.sampled_from(TWO), seats=st.integers(1, 4))
    def change_seats(self, post: str, seats: int) -> None:
        """More seats are filled from the line; there are never fewer than people."""
        got = self._run(self._tried(lambda c: activities.set_seats(c, VAULT, post, seats, NOON)))
        if seats < len(self.joined[post]):
            assert got == "post-seats_taken"
        else:
            self.seats[post] = seats
            assert got == self._fill(post)

    @rule(post=st.sampled_from(TWO))
    def cancel_and_publish_anew(self, post: str) -> None:
        """Everybody is out."""
        got = self._run(self._tried(lambda c: activities.cancel(c, post, NOON)))
        assert sorted(got) == sorted(self.joined[post] + self.line[post])
        self.joined[post], self.line[post] = [], []
        self._run(self._open(post))

    @invariant()
    def it_adds_up(self) -> None:
        """Taken are as many as take part; they, and the line, are whom the model has, in its order."""
        joined, line, taken, broken = self._run(self._look())
        assert {each: set(people) for each, people in joined.items()} == {e: set(p) for e, p in self.joined.items()}
        assert line == self.line
        assert taken == {each: len(people) for each, people in self.joined.items()}
        assert broken == []

    def teardown(self) -> None:
        """Lets go of the records."""
        self._run(self.database.close())

    def _run(self, work: Any) -> Any:
        return _runner[0].run(work)

    async def _tried(self, do: Any) -> Any:
        try:
            async with self.database.write() as connection:
                return await do(connection)
        except Refused as refused:
            return refused.key

    async def _clear(self) -> None:
        async with self.database.write() as connection:
            for name in ("enrolments", "activities", "volunteers", "organisations"):
                await connection.execute(text(f"DELETE FROM {name}"))
            people = [a_volunteer(n) for n in range(len(PEOPLE))]
            await set_up(connection, VAULT, *people, posts=(a_post(1), a_post(2)))

    async def _open(self, post: str) -> None:
        async with self.database.write() as connection:
            await connection.execute(update(table).where(table.c.number == post).values(state="open"))

    async def _look(self) -> Any:
        async with self.database.read() as connection:
            joined = {p: [e.volunteer for e in await activities.of_post(connection, p)] for p in TWO}
            line = {p: [e.volunteer for e in await activities.of_post(connection, p, ("waiting",))] for p in TWO}
            found = [await activities.one(connection, VAULT, p) for p in TWO]
            taken = {each.number: each.taken for each in found if each is not None}
            return joined, line, taken, await activities.broken(connection)

    def _busy(self, post: str, who: str) -> bool:
        return any(who in self.joined[each] for each in TWO if each != post)

    def _in(self, post: str, who: str) -> None:
        if who in self.line[post]:
            self.line[post].remove(who)
        self.joined[post].append(who)

    def _fill(self, post: str) -> list[str]:
        promoted = []
        for who in list(self.line[post]):
            if len(self.joined[post]) < self.seats[post] and not self._busy(post, who):
                self._in(post, who)
                promoted.append(who)
        return promoted


@pytest.fixture
def records(database_url: str) -> Iterator[None]:
    """Records for the machine, and a loop for it to run in."""
    with asyncio.Runner() as runner:
        _runner[:], _records[:] = [runner], [database_url]
        yield


def test_whatever_people_and_organisers_do_the_seats_add_up_and_the_line_keeps_its_order(records: None) -> None:
    run_state_machine_as_test(Posts, settings=settings(max_examples=6, stateful_step_count=20))

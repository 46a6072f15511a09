"""Races for seats and people, through the whole turn, on desks that share nothing but the records.

Each race has a control: with the guard taken off it goes wrong, so it would be seen if the guard did not hold.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import bindparam, func, select, text, update

from bot.app import App
from bot.lookups import Lookups
from bot.turn import Turns
from bot.worker import Worker
from flows.incoming import Incoming
from flows.language.lookups import Found
from flows.outcome import Needed
from integrations.store import bookings
from integrations.store.tables import booking_people, slots
from integrations.store.tables import bookings as booking_table
from tests.records import PATIENCE_SECONDS, a_couple, several_apps, unaccounted, until
from tests.talk import COUPLE, MAN, WOMAN, HandClock, Talk, book, work_off

DAY, TIME = "2026-05-20", "2026-05-20T09:30"
CAPACITY = 2
COUPLES = 9


def met(monkeypatch: pytest.MonkeyPatch, name: str, count: int) -> set[str]:
    """Makes ``count`` conversations come back from a look-up at the same moment: all saw the same free seats.

    Those that came are in what is returned.
    """
    barrier, seen, find = asyncio.Barrier(count), set[str](), Lookups.find

    async def find_and_wait(self: Lookups, needed: Needed, conversation: str) -> Found:
        found = await find(self, needed, conversation)
        if needed.name == name and conversation not in seen:
            seen.add(conversation)
            await barrier.wait()
        return found

    monkeypatch.setattr(Lookups, "find", find_and_wait)
    return seen


Place = tuple[object, str]
"""Something with a name that is called, and that name."""


def meet_before(monkeypatch: pytest.MonkeyPatch, *places: Place, count: int = 2) -> list[str]:
    """The first ``count`` calls made at these places wait for each other and go on together; who came, in order."""
    barrier, came = asyncio.Barrier(count), list[str]()

    def with_a_wait(name: str, call: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def wait_and_call(*args: Any, **kwargs: Any) -> Any:
            if len(came) < count:
                came.append(name)
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await barrier.wait()
            return await call(*args, **kwargs)

        return wait_and_call

    for owner, name in places:
        monkeypatch.setattr(owner, name, with_a_wait(name, getattr(owner, name)))
    return came


async def until_there_are(came: list[str], count: int) -> None:
    """Waits for so many to have come."""

    async def there() -> bool:
        return len(came) >= count

    await until(there)


def at_the_booking(app: App) -> Place:
    """The last place that two confirmations reach together: within their transactions, which SQLite runs one by one."""
    return (Turns, "_commit") if app.database.sqlite else (bookings, "book")


def at_the_letting_go(app: App) -> Place:
    """As ``at_the_booking``, of the work that lets a hold go."""
    return (Worker, "_one") if app.database.sqlite else (bookings, "release")


async def couples_at_the_slot(apps: list[App], count: int = COUPLES) -> list[Talk]:
    """As many couples, spread over the desks, each asked for the time of the same day."""
    talks = [Talk(apps[n % len(apps)], f"c{n}") for n in range(count)]

    async def up_to_the_slot(talk: Talk, people: tuple[str, str]) -> None:
        numbers = dict(zip((MAN, WOMAN), people, strict=True))
        await talk.all(*(numbers.get(line, line) for line in COUPLE), DAY)
        assert talk.keys == ["marriage-slot"]

    await asyncio.gather(*(up_to_the_slot(talk, a_couple(n)) for n, talk in enumerate(talks)))
    return talks


async def take_and_confirm(talk: Talk) -> str | None:
    """Picks the slot, some by a tap and some in words, and goes on to the end: the receipt, or None if it is gone."""
    await (talk.tap(TIME) if talk.conversation < "c5" else talk.say("上午九点半"))
    if talk.keys == ["slot-gone", "marriage-slot"]:
        return None
    replies = await talk.all("到现场再拍", "13800000000", "都对")
    assert talk.keys[0] == "marriage-booked"
    return replies[0].receipt


async def seats(app: App) -> Mapping[str, int]:
    """Seats taken and bookings made of the slot everybody wants."""
    async with app.database.read() as connection:
        booked = select(func.count()).where(booking_table.c.state == "booked")
        taken = select(func.sum(slots.c.taken))
        return {
            "booked": (await connection.execute(booked)).scalar_one(),
            "taken": int((await connection.execute(taken)).scalar_one()),
        }


async def test_the_last_seats_go_to_as_many_as_there_are(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with several_apps(tmp_path, HandClock(), 3, database_url=database_url) as apps:
        talks = await couples_at_the_slot(apps)
        came = met(monkeypatch, "free_slots", COUPLES)
        receipts = await asyncio.gather(*map(take_and_confirm, talks))
        assert len(came) == COUPLES
        assert len({receipt for receipt in receipts if receipt is not None}) == CAPACITY
        assert receipts.count(None) == COUPLES - CAPACITY
        assert await seats(apps[0]) == {"booked": CAPACITY, "taken": CAPACITY}
        assert await unaccounted(apps[0]) == []
        losers = [talk for talk, receipt in zip(talks, receipts, strict=True) if receipt is None]
        for talk in losers:  # they are asked again, with what is free now
            assert TIME not in talk.options
            assert "2026-05-20T10:00" in talk.options
        await losers[0].say("10点")
        assert losers[0].keys == ["marriage-photo"]


async def test_holds_that_ran_out_at_the_confirmation_race_for_the_seats_anew(
    tmp_path: Path, database_url: str
) -> None:
    clock = HandClock()
    async with several_apps(tmp_path, clock, 3, database_url=database_url) as apps:
        talks = await couples_at_the_slot(apps, 6)
        for n in range(0, len(talks), CAPACITY):  # two after two get as far as the summary, and dawdle
            for talk in talks[n : n + CAPACITY]:
                await talk.all("9:30", "到现场再拍", "13800000000")
                assert talk.keys == ["marriage-summary"]
            clock.move("11m")
            await work_off(apps[0])
        await asyncio.gather(*(talk.say("都对") for talk in talks))
        held = [talk for talk in talks if talk.keys == ["hold-expired", "marriage-summary"]]
        gone = [talk for talk in talks if talk.keys[0] == "hold-expired" and talk.keys[-1] == "marriage-slot"]
        assert (len(held), len(gone)) == (CAPACITY, len(talks) - CAPACITY)
        assert {talk.keys[1] for talk in gone} <= {"slot-gone", "offer-gone"}
        await asyncio.gather(*(talk.say("都对") for talk in held))
        assert {talk.keys[0] for talk in held} == {"marriage-booked"}
        assert await seats(apps[0]) == {"booked": CAPACITY, "taken": CAPACITY}
        assert await unaccounted(apps[0]) == []


UNGUARDED = (
    update(slots)
    .where(slots.c.office == bindparam("of"), slots.c.starts_at == bindparam("at"), bindparam("capacity") > 0)
    .values(taken=slots.c.taken + 1)
)


async def test_without_the_guard_the_slot_is_overbooked(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with several_apps(tmp_path, HandClock(), 3, database_url=database_url) as apps:
        talks = await couples_at_the_slot(apps)
        came = met(monkeypatch, "free_slots", COUPLES)
        monkeypatch.setattr(bookings, "_TAKE", UNGUARDED)
        await asyncio.gather(*(talk.tap(TIME) for talk in talks))
        assert len(came) == COUPLES
        assert await unaccounted(apps[0]) == [f"slot marriage 2026-05-20 01:30 UTC: {COUPLES} seats taken of 2"]


async def the_same_two_people_at_the_confirmation(apps: list[App]) -> list[Talk]:
    """One couple in two conversations, each with a slot of its own held, each about to confirm."""
    talks = [Talk(app, f"c{n}") for n, app in enumerate(apps)]
    for talk, time in zip(talks, ("09:30", "10:00"), strict=True):
        await talk.all(*COUPLE, DAY, time, "到现场再拍", "13800000000")
        assert talk.keys == ["marriage-summary"]
    return talks


async def test_a_person_who_books_twice_at_once_has_one_booking(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with several_apps(tmp_path, HandClock(), 2, database_url=database_url) as apps:
        talks = await the_same_two_people_at_the_confirmation(apps)
        came = meet_before(monkeypatch, at_the_booking(apps[0]))
        await asyncio.gather(*(talk.say("都对") for talk in talks))
        assert len(came) == 2
        assert sorted(talk.keys[0] for talk in talks) == ["booking-conflict", "marriage-booked"]
        assert await seats(apps[0]) == {"booked": 1, "taken": 2}  # the other one is still held
        assert await unaccounted(apps[0]) == []


CEREMONY = ["颁证仪式", "同意", "1", "张三", "李四", MAN]


async def ceremonies_at_the_confirmation(apps: list[App], *times: str) -> list[Talk]:
    """The same person's ceremony in several conversations, each with a slot of its own held."""
    talks = [Talk(app, f"ceremony{n}") for n, app in enumerate(apps)]
    for talk, time in zip(talks, times, strict=True):
        await talk.all(*CEREMONY, DAY, time, "5 位以内", "13800000000")
        assert talk.keys == ["ceremony-summary"]
    return talks


async def test_a_ceremony_that_is_booked_twice_at_once_is_booked_once(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with several_apps(tmp_path, HandClock(), 2, database_url=database_url) as apps:
        talks = await ceremonies_at_the_confirmation(apps, "10:00", "10:30")
        came = meet_before(monkeypatch, at_the_booking(apps[0]))
        await asyncio.gather(*(talk.say("都对") for talk in talks))
        assert len(came) == 2
        assert sorted(talk.keys[0] for talk in talks) == ["booking-conflict_ceremony", "ceremony-booked"]
        assert await unaccounted(apps[0]) == []


async def test_a_ceremony_and_a_marriage_booked_at_once_are_both_booked(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with several_apps(tmp_path, HandClock(), 2, database_url=database_url) as apps:
        (ceremony,) = await ceremonies_at_the_confirmation(apps[:1], "10:00")
        marriage = Talk(apps[1])
        await marriage.all(*COUPLE, DAY, "09:30", "到现场再拍", "13800000000")
        came = meet_before(monkeypatch, at_the_booking(apps[0]))
        await asyncio.gather(ceremony.say("都对"), marriage.say("都对"))
        assert len(came) == 2
        assert (ceremony.keys[0], marriage.keys[0]) == ("ceremony-booked", "marriage-booked")
        assert await unaccounted(apps[0]) == []


async def test_without_the_index_of_people_both_are_booked(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with several_apps(tmp_path, HandClock(), 2, database_url=database_url) as apps:
        talks = await the_same_two_people_at_the_confirmation(apps)
        async with apps[0].database.write() as connection:
            await connection.execute(text("DROP INDEX uq_booking_people_active"))
        came = meet_before(monkeypatch, at_the_booking(apps[0]))
        await asyncio.gather(*(talk.say("都对") for talk in talks))
        assert len(came) == 2
        assert [talk.keys[0] for talk in talks] == ["marriage-booked"] * 2


async def test_crossing_swaps_both_land(tmp_path: Path, database_url: str) -> None:
    times = ["09:30", "10:00"]
    async with several_apps(tmp_path, HandClock(), 2, database_url=database_url) as apps:
        talks = [Talk(app, f"c{n}") for n, app in enumerate(apps)]
        for n, talk in enumerate(talks):
            await book(talk, DAY, times[n], people=a_couple(n))

        async def move(talk: Talk, time: str) -> None:
            await talk.all("我的预约", "1", "改时间", DAY, time)
            assert talk.keys == ["appointments-summary"]

        for moved in range(1, 7):
            wanted = [times[(n + moved) % 2] for n in range(2)]
            await asyncio.gather(*(move(talk, time) for talk, time in zip(talks, wanted, strict=True)))
            replies = await asyncio.gather(*(talk.say("都对") for talk in talks))
            assert [reply[0].words.key for reply in replies] == ["appointments-moved"] * 2
            assert [reply[0].words.args["time"] for reply in replies] == wanted
            assert await seats(apps[0]) == {"booked": 2, "taken": 2}
            assert await unaccounted(apps[0]) == []


@pytest.mark.parametrize("first", ["confirmed", "let go"])
async def test_a_hold_that_runs_out_as_it_is_confirmed_goes_one_way_only(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    """Confirmed a second before its time is over, while a desk whose clock is a second ahead lets it go.

    Either may win, whoever came ``first`` to where they meet: the seat is booked, or free, and never both.
    """
    clock = HandClock()
    async with several_apps(tmp_path, clock, 2, database_url=database_url) as apps:
        talk = Talk(apps[0])
        await talk.all(*COUPLE, DAY, "09:30", "到现场再拍", "13800000000")
        clock.move("599s")
        confirmation = Incoming(talk.conversation, "confirmation", clock(), text="都对")
        clock.move("1s")
        came = meet_before(monkeypatch, at_the_booking(apps[0]), at_the_letting_go(apps[0]))
        both = [apps[0].turns.take(confirmation), work_off(apps[1])]
        tasks = []
        for one in both if first == "confirmed" else reversed(both):
            tasks.append(asyncio.ensure_future(one))
            await until_there_are(came, len(tasks))
        await asyncio.gather(*tasks)
        assert len(set(came)) == 2
        keys = [reply.words.key for reply in (await apps[0].turns.take(confirmation)).replies]  # as it was told
        booked = await seats(apps[0])
        if keys[0] == "marriage-booked":
            assert booked == {"booked": 1, "taken": 1}
        else:
            assert keys == ["slot-gone", "marriage-slot"]
            assert booked == {"booked": 0, "taken": 0}
        assert await unaccounted(apps[0]) == []


async def test_the_people_of_a_cancelled_booking_are_free_at_once(tmp_path: Path, database_url: str) -> None:
    async with several_apps(tmp_path, HandClock(), 2, database_url=database_url) as apps:
        first, second = (Talk(app, f"c{n}") for n, app in enumerate(apps))
        await book(first)
        await first.all("我的预约", "1", "取消")
        await asyncio.gather(first.tap("yes"), second.all(*COUPLE, DAY, "10:00", "到现场再拍", "13800000000"))
        assert first.keys[0] == "appointments-cancelled"
        await second.say("都对")
        assert second.keys[0] == "marriage-booked"
        async with apps[0].database.read() as connection:
            active = select(func.count()).where(booking_people.c.active)
            assert (await connection.execute(active)).scalar_one() == 2
        assert await unaccounted(apps[0]) == []

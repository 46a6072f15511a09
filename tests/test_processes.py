"""One conversation in several processes: in order, none lost, none answered twice, whatever the quick side does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
import redis
from sqlalchemy import func, select
from structlog.testing import capture_logs

from bot.app import App
from bot.turn import Taken
from flows.errors import OutsideFault
from flows.incoming import Incoming
from flows.words import Reply
from integrations.store import conversations
from integrations.store.conversations import Entry
from integrations.store.tables import bookings, slots
from tests.records import several_apps, unaccounted
from tests.servers import fresh_database, start_postgres, start_valkey
from tests.talk import COUPLE, HandClock, Talk, an_app, work_off

T = TypeVar("T")
WHOLE_BOOKING = [*COUPLE, "2026-05-20", "09:30", "到现场再拍", "13800000000", "都对"]


async def take(app: App, text: str, id_: str, conversation: str = "c0") -> Taken:
    return await app.turns.take(Incoming(conversation, id_, app.clock(), text=text), "zh-Hans")


async def log_of(app: App, conversation: str = "c0") -> list[Entry]:
    async with app.database.read() as connection:
        return list(await conversations.entries(connection, app.vault, conversation, last=1000))


async def booked(app: App) -> dict[str, int]:
    """Bookings made and seats taken."""
    async with app.database.read() as connection:
        made = (await connection.execute(select(func.count()).where(bookings.c.state == "booked"))).scalar_one()
        taken = (await connection.execute(select(func.sum(slots.c.taken)))).scalar_one()
    assert await unaccounted(app) == []
    return {"booked": made, "taken": int(taken or 0)}


async def test_twenty_messages_at_once_are_answered_in_the_order_they_came(any_app: App) -> None:
    """A whole booking typed without waiting for an answer: it comes out only if every line found its question."""
    lines = [*WHOLE_BOOKING, "菜单", "帮助", "菜单"]
    assert len(lines) == 20
    taken = await asyncio.gather(*(take(any_app, line, f"m{n}") for n, line in enumerate(lines)))
    assert [each.seq for each in taken] == list(range(1, 21))
    assert taken[16].replies[0].words.key == "marriage-booked"
    log = await log_of(any_app)
    assert [entry.message for entry in log] == [f"m{n}" for n in range(20)]
    assert [entry.replies for entry in log] == [each.replies for each in taken]
    assert await booked(any_app) == {"booked": 1, "taken": 1}


async def test_the_queue_of_a_conversation_is_gone_when_nobody_waits(app: App) -> None:
    await asyncio.gather(*(take(app, "菜单", f"m{n}", f"c{n % 3}") for n in range(12)))
    assert app.turns._queues.are_empty


async def test_a_turn_that_fails_or_is_given_up_lets_the_next_one_in(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(app.vault.__class__, "seal_plain", lambda *_: 1 / 0)
        results = await asyncio.gather(*(take(app, "菜单", f"f{n}") for n in range(3)), return_exceptions=True)
    assert {type(result) for result in results} == {ZeroDivisionError}
    given_up = [asyncio.create_task(take(app, "菜单", f"g{n}")) for n in range(3)]
    await asyncio.sleep(0)
    for task in given_up:
        task.cancel()
    await asyncio.wait(given_up)
    assert (await take(app, "菜单", "m1")).replies
    assert app.turns._queues.are_empty


def both(apps: list[App]) -> Iterable[tuple[App, int]]:
    """A hundred messages, every other one to the other process."""
    return ((apps[n % 2], n) for n in range(100))


async def test_a_hundred_quick_messages_to_two_processes_are_each_answered_once(
    tmp_path: Path, postgres_url: str, valkey_url: str
) -> None:
    async with several_apps(tmp_path, HandClock(), 2, database_url=postgres_url, redis_url=valkey_url) as apps:
        taken = await asyncio.gather(*(take(app, "菜单", f"m{n}") for app, n in both(apps)))
        log = {entry.message: entry for entry in await log_of(apps[0])}
        assert len(log) == 100
        assert not any(each.repeated for each in taken)
        assert sorted(each.seq for each in taken) == list(range(1, 101))
        for n, each in enumerate(taken):
            assert (log[f"m{n}"].seq, log[f"m{n}"].replies) == (each.seq, each.replies)
        # Within a process they keep their order; between two there is none to keep.
        for process in range(2):
            own = [each.seq for each in taken[process::2]]
            assert own == sorted(own)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
async def test_a_message_sent_to_two_processes_at_once_is_answered_once_and_alike(
    database: str, tmp_path: Path, request: pytest.FixtureRequest, valkey_url: str
) -> None:
    url = None if database == "sqlite" else str(request.getfixturevalue("postgres_url"))
    async with several_apps(tmp_path, HandClock(), 2, database_url=url, redis_url=valkey_url) as apps:
        last: tuple[Reply, ...] = ()
        for n, line in enumerate(WHOLE_BOOKING):
            one, other = await asyncio.gather(*(take(app, line, f"m{n}") for app in apps))
            assert one.replies == other.replies
            assert sorted([one.repeated, other.repeated]) == [False, True]
            last = one.replies
        assert last[0].words.key == "marriage-booked"
        assert last[0].receipt is not None
        assert len(await log_of(apps[0])) == len(WHOLE_BOOKING)
        assert await booked(apps[0]) == {"booked": 1, "taken": 1}


async def test_a_conversation_goes_from_process_to_process_as_it_likes(tmp_path: Path, database_url: str) -> None:
    async with several_apps(tmp_path, HandClock(), 3, database_url=database_url) as apps:
        for n, line in enumerate(WHOLE_BOOKING):
            taken = await take(apps[n % 3], line, f"m{n}")
        assert taken.replies[0].words.key == "marriage-booked"


async def test_a_quick_side_that_is_emptied_filled_with_rubbish_or_killed_loses_nothing(
    tmp_path: Path, database_url: str
) -> None:
    with closing(start_valkey()) as server, capture_logs():
        async with several_apps(tmp_path, HandClock(), 2, database_url=database_url, redis_url=server.url) as apps:
            for n, line in enumerate(WHOLE_BOOKING):
                taken = await take(apps[n % 2], line, f"m{n}")
                match n:
                    case 2 | 5:
                        server.flush()
                    case 6 | 8:
                        with redis.Redis.from_url(server.url) as client:
                            client.set("conversation:c0", b"\x00\x00\x00\x07 rubbish")
                    case 10:
                        server.kill9()
                    case 13:
                        server.start()
            assert taken.replies[0].words.key == "marriage-booked"
            assert len(await log_of(apps[0])) == len(WHOLE_BOOKING)
            assert await booked(apps[0]) == {"booked": 1, "taken": 1}


async def test_a_database_that_was_killed_is_said_to_be_away_and_goes_on_where_it_was(tmp_path: Path) -> None:
    with closing(start_postgres()) as server:
        async with an_app(tmp_path, HandClock(), database_url=fresh_database(server)) as app:
            talk = Talk(app)
            await talk.all(*WHOLE_BOOKING[:-1])
            server.kill9()
            with capture_logs():
                for _ in range(2):
                    with pytest.raises(OutsideFault):
                        await talk.say("都对", id="last")
                with pytest.raises(OutsideFault):
                    await app.worker.once()
                server.start()
                replies = await when_back(lambda: talk.say("都对", id="last"))
                assert replies[0].words.key == "marriage-booked"
                assert await when_back(lambda: booked(app)) == {"booked": 1, "taken": 1}
                await when_back(lambda: work_off(app))


async def when_back(does: Callable[[], Awaitable[T]]) -> T:
    """Does it again until the pools have found out which of their connections are dead."""
    for _ in range(40):
        try:
            return await does()
        except OutsideFault:
            continue
    raise AssertionError("the database is back, and the desk does not see it")

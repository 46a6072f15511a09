"""The quick side: with a server, without one, and with one that goes away. It is only ever slower, never wrong."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing

import pytest
import redis
from structlog.testing import capture_logs

from integrations import quick as module
from integrations.quick import AWAY_SECONDS, MOST_LOCAL_COUNTS, Quick
from tests.server_process import free_port
from tests.servers import Valkey, start_valkey


class HandMonotonic:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> HandMonotonic:
    return HandMonotonic()


@asynccontextmanager
async def a_quick(url: str | None, monotonic: HandMonotonic | None = None) -> AsyncIterator[Quick]:
    quick = Quick(url, monotonic or HandMonotonic())
    try:
        yield quick
    finally:
        await quick.close()


@pytest.fixture
def mute_server() -> Iterator[str]:
    """A server that takes connections and never says a word."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)
        yield f"redis://127.0.0.1:{listening.getsockname()[1]}/0"


async def test_counts_are_shared_between_processes_and_end_with_their_window(valkey_url: str) -> None:
    async with a_quick(valkey_url) as one, a_quick(valkey_url) as other:
        assert [await (one, other)[n % 2].count("sign-in:a", 60) for n in range(4)] == [1, 2, 3, 4]
        assert await other.count("sign-in:b", 60) == 1
        with redis.Redis.from_url(valkey_url) as client:
            assert 0 < client.ttl("count:sign-in:a") <= 60
            client.delete("count:sign-in:a")
        assert await one.count("sign-in:a", 60) == 1


async def test_to_ask_for_a_count_adds_nothing_to_it(valkey_url: str, seconds: HandMonotonic) -> None:
    async with a_quick(valkey_url) as shared, a_quick(None, seconds) as alone:
        for quick in (shared, alone):
            assert await quick.counted("tries:a") == 0
            await quick.count("tries:a", 60)
            assert [await quick.counted("tries:a"), await quick.counted("tries:a")] == [1, 1]
        seconds.now += 60
        assert await alone.counted("tries:a") == 0


async def test_counting_does_not_stretch_the_window(valkey_url: str) -> None:
    async with a_quick(valkey_url) as quick:
        await quick.count("a", 60)
        with redis.Redis.from_url(valkey_url) as client:
            client.expire("count:a", 5)
            await quick.count("a", 60)
            assert client.ttl("count:a") <= 5


async def test_many_at_once_are_all_counted(valkey_url: str) -> None:
    async with a_quick(valkey_url) as one, a_quick(valkey_url) as other:
        counted = await asyncio.gather(*(each.count("a", 60) for each in (one, other) * 20))
    assert sorted(counted) == list(range(1, 41))


@pytest.mark.parametrize("away", [False, True], ids=["without a server", "with one that is away"])
async def test_without_a_server_the_process_counts_for_itself(seconds: HandMonotonic, away: bool) -> None:
    url = f"redis://127.0.0.1:{free_port()}/0" if away else None
    async with a_quick(url, seconds) as quick:
        with capture_logs():
            assert [await quick.count("a", 60) for _ in range(3)] == [1, 2, 3]
            assert await quick.count("b", 60) == 1
            seconds.now += 59
            assert await quick.count("a", 60) == 4
            seconds.now += 1
            assert await quick.count("a", 60) == 1


async def test_what_a_process_counts_for_itself_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_LOCAL_COUNTS", 3)
    assert MOST_LOCAL_COUNTS > 3
    async with a_quick(None) as quick:
        for name in "abcd":
            await quick.count(name, 60)
        assert await quick.count("d", 60) == 2
        assert await quick.count("a", 60) == 1  # it was forgotten, the oldest first
        assert len(quick._counts) == 3


async def test_a_wake_up_reaches_this_process_and_the_others(valkey_url: str) -> None:
    async with a_quick(valkey_url) as one, a_quick(valkey_url) as other:
        hearing = asyncio.create_task(other.hear())
        async with one.listening("work") as here, other.listening("work") as there, asyncio.timeout(10):
            while not there.is_set():  # until it has subscribed nobody hears
                await one.wake("work")
                assert here.is_set()
                await asyncio.sleep(0)
            there.clear()
            await one.wake("work")
            await there.wait()
        hearing.cancel()
        await asyncio.wait({hearing})


async def test_without_a_server_a_wake_up_reaches_this_process() -> None:
    async with a_quick(None) as quick, quick.listening("work") as event, quick.listening("talk") as other:
        await quick.hear()  # there is nobody to listen to
        await quick.wake("work")
        assert event.is_set()
        assert not other.is_set()
        event.clear()
    await quick.wake("work")
    assert not event.is_set()  # who has left is not woken


async def test_wake_ups_are_heard_again_after_the_server_was_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AWAY_SECONDS", 0.0)
    with closing(start_valkey()) as server:
        async with a_quick(server.url) as one, a_quick(server.url) as other:
            hearing = asyncio.create_task(other.hear())
            async with other.listening("work") as there, asyncio.timeout(20):
                with capture_logs():
                    for _ in range(2):
                        there.clear()
                        while not there.is_set():
                            await one.wake("work")
                            await asyncio.sleep(0)
                        server.kill9()
                        await one.wake("work")
                        server.start()
            assert not hearing.done()
            hearing.cancel()
            await asyncio.wait({hearing})


@pytest.mark.parametrize("how", ["mute", "absent"])
async def test_a_server_that_does_not_answer_is_asked_once_and_left_alone_for_a_while(
    how: str, mute_server: str, seconds: HandMonotonic
) -> None:
    url = mute_server if how == "mute" else f"redis://127.0.0.1:{free_port()}/0"
    async with a_quick(url, seconds) as quick:
        with capture_logs() as lines:
            for _ in range(20):
                await quick.count("a", 60)
                await quick.wake("work")
            assert [line["event"] for line in lines] == ["quick.away"]
            seconds.now += AWAY_SECONDS
            await quick.count("a", 60)
            assert len(lines) == 2  # and asked again then
            assert not await quick.answers()


async def test_a_server_that_comes_back_is_used_again(seconds: HandMonotonic) -> None:
    with closing(start_valkey()) as server:
        async with a_quick(server.url, seconds) as quick:
            assert await quick.answers()
            assert await quick.count("a", 60) == 1
            server.kill9()
            with capture_logs():
                assert await quick.count("a", 60) == 1  # its own count
                assert not await quick.answers()
            server.start()
            seconds.now += AWAY_SECONDS
            assert await quick.count("b", 60) == 1
            with redis.Redis.from_url(server.url) as client:
                assert client.exists("count:b")


def test_a_server_is_forgotten_at_any_moment(valkey_server: Valkey, valkey_url: str) -> None:
    async def counts() -> list[int]:
        async with a_quick(valkey_url) as quick:
            before = await quick.count("a", 60)
            valkey_server.flush()
            return [before, await quick.count("a", 60)]

    assert asyncio.run(counts()) == [1, 1]


async def test_what_is_kept_is_found_until_its_seconds_are_over(valkey_url: str, seconds: HandMonotonic) -> None:
    async with a_quick(valkey_url) as shared, a_quick(valkey_url) as other, a_quick(None, seconds) as alone:
        for quick, reader in ((shared, other), (alone, alone)):
            assert await reader.kept("mine") is None
            await quick.keep("mine", b"\x00one", 60)
            await quick.keep("mine", b"\xfftwo", 60)
            assert await reader.kept("mine") == b"\xfftwo"
        seconds.now += 60
        assert await alone.kept("mine") is None
        with redis.Redis.from_url(valkey_url) as client:
            assert 0 < client.ttl("kept:mine") <= 60
            client.delete("kept:mine")
        assert await shared.kept("mine") is None


async def test_what_is_kept_without_a_server_is_bounded_and_an_absent_server_costs_only_time(
    mute_server: str, seconds: HandMonotonic
) -> None:
    async with a_quick(None, seconds) as alone, a_quick(mute_server, seconds) as quick:
        for number in range(module.MOST_LOCAL_KEPT + 1):
            await alone.keep(f"n{number}", b"x", 60)
        assert await alone.kept("n0") is None
        assert await alone.kept("n1") == b"x"
        await quick.keep("mine", b"x", 60)
        assert await quick.kept("mine") == b"x"

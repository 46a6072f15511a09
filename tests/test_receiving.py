"""Updates that are asked for: in order within a chat, none waits for another chat's, none is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from bot.channels.receiving import Received, Receiver
from flows.errors import OutsideFault
from tests.records import until


@dataclass
class Platform:
    """Holds updates until somebody asks beyond them; ``sick`` are those that cannot be taken now."""

    waiting: list[Received[str]] = field(default_factory=list)
    sick: set[str] = field(default_factory=set)
    asked: list[int | None] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    tried: list[str] = field(default_factory=list)

    async def fetch(self, offset: int | None) -> Sequence[Received[str]]:
        """Everything that was not acknowledged; what is before ``offset`` is."""
        await asyncio.sleep(0)
        self.asked.append(offset)
        self.waiting = [each for each in self.waiting if offset is None or each.number >= offset]
        return list(self.waiting)

    async def take(self, update: str) -> None:
        """Takes one update, unless it is sick."""
        await asyncio.sleep(0)
        self.tried.append(update)
        if update in self.sick:
            raise OutsideFault("the store does not answer")
        self.done.append(update)

    async def first(self, update: str) -> None:
        """What is done with each at once."""
        self.done.append(f"first {update}")

    def brings(self, *numbered: tuple[int, str, str]) -> None:
        """More updates: number, chat, what."""
        self.waiting += [Received(*each) for each in numbered]

    @property
    def numbers(self) -> list[int]:
        """What is not acknowledged."""
        return [each.number for each in self.waiting]


@asynccontextmanager
async def receiving(platform: Platform, *, with_first: bool = False) -> AsyncIterator[asyncio.Task[None]]:
    """A receiver at work."""
    receiver = Receiver(
        bot="made-up",
        fetch=platform.fetch,
        take=platform.take,
        first=platform.first if with_first else None,
        pause_seconds=0.001,
    )
    task = asyncio.create_task(receiver.run())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def asks_often(platform: Platform, times: int = 5) -> None:
    """Waits until it was asked so many times more."""
    before = len(platform.asked)

    async def often() -> bool:
        return len(platform.asked) > before + times

    await until(often)


async def test_updates_of_a_chat_are_taken_in_order_although_the_first_has_to_be_tried_again() -> None:
    platform = Platform(sick={"a1"})
    platform.brings((1, "a", "a1"), (2, "a", "a2"), (3, "a", "a3"))
    async with receiving(platform):
        await asks_often(platform)
        assert platform.done == []
        assert set(platform.tried) == {"a1"}
        platform.sick.clear()
        await until(lambda: _is(platform.numbers == []))
    assert platform.done == ["a1", "a2", "a3"]


async def test_what_one_chat_cannot_have_taken_keeps_no_other_waiting_and_is_the_lowest_asked_for() -> None:
    platform = Platform(sick={"a1"})
    platform.brings((1, "a", "a1"), (2, "b", "b1"))
    async with receiving(platform):
        await until(lambda: _is(platform.done == ["b1"]))
        platform.brings((3, "b", "b2"), (4, "c", "c1"))
        await until(lambda: _is(len(platform.done) == 3))
        await asks_often(platform)
        assert platform.asked[-1] == 1
        assert platform.numbers == [1, 2, 3, 4]
        assert sorted(platform.done) == ["b1", "b2", "c1"]  # brought again and again, taken once
        platform.sick.clear()
        await until(lambda: _is(platform.numbers == []))
        assert platform.asked[-1] == 5
    assert sorted(platform.done) == ["a1", "b1", "b2", "c1"]


async def test_what_is_done_first_waits_for_nothing_that_came_earlier_in_the_chat_and_is_done_once() -> None:
    platform = Platform(sick={"a1"})
    platform.brings((1, "a", "a1"), (2, "a", "a2"))
    async with receiving(platform, with_first=True):
        await until(lambda: _is("first a2" in platform.done))
        await asks_often(platform)
        assert platform.done == ["first a1", "first a2"]
        platform.sick.clear()
        await until(lambda: _is(platform.numbers == []))
    assert platform.done == ["first a1", "first a2", "a1", "a2"]


async def test_who_stops_has_acknowledged_nothing_that_was_not_taken_and_leaves_nothing_going_on() -> None:
    platform = Platform(sick={"a1", "b1"})
    platform.brings((1, "a", "a1"), (2, "b", "b1"), (3, "c", "c1"))
    tasks = asyncio.all_tasks()
    async with receiving(platform) as task:
        await until(lambda: _is("c1" in platform.done))
        await asks_often(platform)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert asyncio.all_tasks() == tasks
    assert platform.numbers == [1, 2, 3]
    platform.sick.clear()
    async with receiving(platform):  # whoever asks next gets them
        await until(lambda: _is(platform.numbers == []))
    assert {"a1", "b1"} <= set(platform.done)


async def _is(value: bool) -> bool:
    return value

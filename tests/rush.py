"""A rush for slots in small: everybody taps at once, who finds a slot gone takes another one, everybody confirms."""

from __future__ import annotations

import asyncio
import itertools
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.app import App
from tests.people import id_number
from tests.talk import Talk

DAYS = ("2026-05-20", "2026-05-21", "2026-05-22", "2026-05-25")
AT_ONCE = 16
"""Turns under way at a time."""


@dataclass
class Rush:
    """What came of it. ``taps`` are those of each slot: when each came and was answered, and whether it got a seat."""

    taps: dict[str, list[tuple[int, int, bool]]] = field(default_factory=lambda: defaultdict(list))
    booked: int = 0
    ticks: Iterator[int] = field(default_factory=itertools.count)

    @property
    def refused(self) -> int:
        """How many taps found the slot gone."""
        return sum(not got for taps in self.taps.values() for _, _, got in taps)

    def overtaken(self) -> int:
        """How many taps were told that a slot is gone which another one, that came after that answer, was given."""
        return sum(
            any(got and came > answered for came, _, got in taps)
            for taps in self.taps.values()
            for _, answered, own in taps
            if not own
        )


async def rush(app: App, residents: int, slots: int, seats: int) -> Rush:
    """Everybody stands at the question for the time of a day, and taps; some slots are wanted by two and three times
    as many as others."""
    came, there = Rush(), _slots(app, slots, seats)
    wanted = [*there, *there[:2], there[0]]
    born = (date(1970, 1, 1) + timedelta(days=n) for n in range(residents))
    talks = [
        (Talk(app, f"resident-{n}"), wanted[n % len(wanted)], id_number(day, man=bool(n % 2)))
        for n, day in enumerate(born)
    ]

    async def prepare(talk: Talk, slot: str, number: str) -> None:
        lines = ("补领", "同意", "1", "1", "1", "1", "1", "张三", number, "不知道", "1")
        await talk.all(*lines, slot.partition("T")[0])
        assert talk.keys[-1] == "reissue-slot", talk.keys

    async def take(talk: Talk, slot: str, _: str) -> None:
        await _take(came, talk, slot)

    async def confirm(talk: Talk, *_: str) -> None:
        await talk.all("13800000000", "都对")
        came.booked += talk.keys[0] == "reissue-booked"

    for stage in (prepare, take, confirm):
        await at_once([lambda each=each, stage=stage: stage(*each) for each in talks])  # type: ignore[misc]
    return came


def _slots(app: App, count: int, seats: int) -> list[str]:
    office = app.place.offices["marriage"]
    object.__setattr__(office, "capacity", seats)
    hours = [f"{start:%H:%M}" for start in office.starts(app.clock().date(), workday=True)]
    return [f"{day}T{hour}" for day in DAYS for hour in hours][:count]


async def _take(came: Rush, talk: Talk, slot: str) -> None:
    """Taps a slot, then the first that is offered, then the first of another day, until one is held."""
    while True:
        tapped = next(came.ticks)
        await talk.tap(slot)
        got = talk.keys[-1] == "reissue-phone"
        came.taps[slot].append((tapped, next(came.ticks), got))
        if got:
            return
        offered = [value for value in talk.options if "T" in value]
        while not offered:
            await talk.say("返回")
            await talk.tap(next(value for value in talk.options if value[:2] == "20"))
            offered = [value for value in talk.options if "T" in value]
        slot = offered[0]


async def at_once(jobs: Sequence[Callable[[], Awaitable[object]]]) -> None:
    """Runs the jobs in order, ``AT_ONCE`` at a time."""
    waiting = iter(jobs)

    async def lane() -> None:
        for job in waiting:
            await job()

    await asyncio.gather(*(lane() for _ in range(AT_ONCE)))

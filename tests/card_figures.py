"""How well and how fast cards are read: ``python -m tests.card_figures [HOW MANY]``, forty unless told.

Prints a line a card (how it was photographed, seconds, what was not read right) and the sum: fields right, left empty
and wrong, the median and the longest time, the memory of the process. ``hard`` as a second word photographs worse
than anybody is promised: what counts there is that nothing is wrong.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Literal

import psutil

from integrations.cards.layout import CardReading
from integrations.cards.reading import CardReader
from tests.cards import Card, Shot, front, photograph, varied_shots

TODAY = date(2026, 5, 11)
FIELDS = ("name", "sex", "ethnic_group", "birth", "address", "number")

Mark = Literal["right", "empty", "wrong"]


@dataclass(frozen=True)
class Result:
    """One card: the mark of each field, and how long it took."""

    marks: dict[str, Mark]
    reason: str | None
    seconds: float


def marks(reading: CardReading, card: Card) -> dict[str, Mark]:
    """Each field: right, left empty, or wrong."""
    wanted = {
        "name": card.name,
        "sex": "male" if card.sex == "男" else "female",
        "ethnic_group": f"{card.group}族",
        "birth": card.birth,
        "address": card.address,
        "number": card.number,
    }
    found = {name: getattr(reading, name).value for name in FIELDS}
    return {
        name: "empty" if found[name] is None else "right" if found[name] == wanted[name] else "wrong" for name in FIELDS
    }


async def read_shot(reader: CardReader, card: Card, shot: Shot) -> Result:
    """Photographs a card and reads it."""
    picture = photograph(front(card), shot)
    begun = time.perf_counter()
    reading = await reader.read(picture, TODAY)
    return Result(marks(reading, card), reading.reason, time.perf_counter() - begun)


async def print_figures(count: int, hard: bool) -> None:
    """The table of ``count`` cards."""
    reader = CardReader()
    results = []
    try:
        for card, shot in varied_shots(count, hard=hard):
            result = await read_shot(reader, card, shot)
            results.append(result)
            faults = ", ".join(f"{name} {mark}" for name, mark in result.marks.items() if mark != "right")
            seen = (
                f"turned {90 * shot.turn:3d}{shot.angle:+4.0f}° tilt {shot.tilt:.2f} light {shot.light:.2f}"
                f" shadow {shot.shadow:.2f} blur {shot.blur:.1f} grain {shot.grain:4.1f} {shot.size:4d} px"
            )
            _say(f"{shot.seed:3d}  {seen}  {result.seconds:4.1f} s  {result.reason or faults or 'all right'}")
        memory = psutil.Process(reader.pid).memory_info().rss / 2**20
    finally:
        await reader.close()
    sums = Counter(mark for result in results for mark in result.marks.values())
    seconds = [result.seconds for result in results]
    _say(f"{sums['right']} of {6 * count} fields right, {sums['empty']} left empty, {sums['wrong']} wrong")
    _say(f"{median(seconds):.2f} s a card (median), {max(seconds):.2f} s the longest (the first starts the process)")
    _say(f"{memory:.0f} MB resident afterwards")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    words = sys.argv[1:]
    asyncio.run(print_figures(int(words[0]) if words else 40, hard="hard" in words))

"""People who talk with the real process in a chat while it is killed, somewhere within a turn, and started again."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random
from typing import Any, Protocol

from bot.app import DATABASE_FILE
from integrations.store import outgoing
from integrations.store.database import Database
from tests.desk_process import Desk
from tests.records import a_couple, until
from tests.talk import COUPLE, MAN, WOMAN

LEASES_RUN_OUT = timedelta(seconds=61)
PATIENCE = 60.0
BOOKING = [*COUPLE, "2026-05-20", "09:30", "到现场再拍", "13800000000", "都对"]
BACK_AND_BOOKED = [*BOOKING[:4], "返回", *BOOKING[3:]]


class Seat(Protocol):
    """Somebody with a chat."""

    @property
    def messages(self) -> Sequence[Any]:
        """What they see there."""

    def says(self, text: str) -> object:
        """They type something."""


def lines_of(n: int) -> Sequence[str]:
    """What the n-th couple types, from the first word to the receipt."""
    people = dict(zip((MAN, WOMAN), a_couple(n), strict=True))
    lines = (BOOKING, BACK_AND_BOOKED)[n % 2]
    return [people.get(line, line) for line in ["你好", *lines]]


def talked_through(
    desk: Desk,
    seats: Sequence[Seat],
    kills: int,
    random: Random,
    *,
    until: Callable[[Callable[[], bool], float], object],
    longest: float,
    restarted: Callable[[], None] = lambda: None,
    said_all: Callable[[], bool] = lambda: True,
) -> list[list[str]]:
    """Each person says their lines, the next once something came back and ``said_all`` is true; what each said.

    The desk is killed in between, at most ``longest`` seconds after something was said. ``until`` waits on the side of
    the platform, which hears when it is ``restarted``.
    """
    said = [list(lines_of(n)) for n in range(len(seats))]
    moments = set(random.sample(range(len(said[0])), kills))
    for step in range(max(map(len, said))):
        talking = [
            (seat, len(seat.messages), lines[step])
            for seat, lines in zip(seats, said, strict=True)
            if step < len(lines)
        ]
        for seat, _, line in talking:
            seat.says(line)
        if step in moments:
            time.sleep(random.uniform(0, longest))  # somewhere within the turn, or after it
            desk.kill9()
            desk.skipped += LEASES_RUN_OUT
            desk.start()
            restarted()
        for seat, before, _ in talking:
            until(lambda seat=seat, before=before: len(seat.messages) > before, PATIENCE)  # type: ignore[misc]
        until(said_all, PATIENCE)
    return said


async def said_all_it_had(desk: Desk, database_url: str | None = None) -> None:
    """Waits until nothing that the running desk has to say is under way or still to be sent.

    What people see does not tell: a further message may wait, and of one that is seen the desk may not have noted it.
    """
    database = Database(database_url or f"sqlite+aiosqlite:///{desk.directory / DATABASE_FILE}")

    async def said() -> bool:
        async with database.read() as connection:
            return not {state for _, state in await outgoing.counts(connection)} & set(outgoing.TO_SEND)

    try:
        await until(said, PATIENCE)
    finally:
        await database.close()

"""Appointments of the past for the tests of what is counted: missed or cancelled, for these people."""

from __future__ import annotations

import itertools
from datetime import date, datetime, time
from pathlib import Path

from sqlalchemy import insert

from bot.app import App
from flows.hours import at
from integrations.store import bookings as store
from integrations.store.tables import booking_people, bookings
from tests.talk import MAN, WOMAN

_NAMED = itertools.count(1)
_DIGITS = str.maketrans("0123456789", "ABCDEFGHJK")
"""A receipt number ends with no digit that looks like a letter."""


async def count_against(
    app: App,
    what: str,
    day: str,
    *,
    people: tuple[str, ...] = (MAN, WOMAN),
    conversation: str = "elsewhere",
    cancelled_at: str = "10:00",
) -> str:
    """An appointment of that day that was missed, or one that was cancelled on it at that time; its number."""
    count = next(_NAMED)
    name = f"past{count}"
    of = date.fromisoformat(day)
    row = {
        "id": name,
        "number": f"JT{of:%y%m%d}-" + f"{count:06d}".translate(_DIGITS),
        "run": name,
        "conversation": conversation,
        "service": "marriage",
        "office": "marriage",
        "starts_at": at(of, time(9, 30)),
        "day": of,
        "state": what,
        "provisional": False,
        "updated_at": datetime.fromisoformat(f"{day}T{cancelled_at}:00+08:00"),
    }
    async with app.database.write() as connection:
        if what == store.NO_SHOW:  # a seat nobody sat on is taken all the same
            assert await store.take(connection, store.Seat("marriage", at(of, time(9, 30)), of), 2)
        await connection.execute(insert(bookings), row)
        rows = [
            {"booking": name, "person": app.vault.index("person", number), "active": False, "tail": None}
            for number in people
        ]
        await connection.execute(insert(booking_people), rows)
    return str(row["number"])


def place_counting(directory: Path, profile: str) -> str:
    """The demonstration county with another profile of booking; the path of its file."""
    packaged = Path(__file__).parent.parent / "flows" / "places" / "jingtai.toml"
    text = packaged.read_text(encoding="utf-8")
    path = directory / "county.toml"
    path.write_text(text.replace("profiles/booking_shantou", f"profiles/booking_{profile}"), encoding="utf-8")
    return str(path)

"""Many people want the same slots at once: nobody gets a seat there is not, and who came first is served first."""

from __future__ import annotations

from pathlib import Path

import pytest

from integrations.store import bookings
from tests.records import unaccounted
from tests.rush import rush
from tests.talk import HandClock, an_app


@pytest.mark.parametrize(
    ("residents", "slots", "seats"),
    [(60, 5, 10), pytest.param(1000, 50, 20, marks=pytest.mark.soak)],
)
async def test_in_a_rush_all_seats_go_to_one_each_and_who_is_refused_is_not_overtaken(
    tmp_path: Path, postgres_url: str, residents: int, slots: int, seats: int
) -> None:
    async with an_app(tmp_path, HandClock(), database_url=postgres_url) as app:
        came = await rush(app, residents, slots, seats)
        assert came.booked == residents
        assert await unaccounted(app) == []
        async with app.database.read() as connection:
            assert await bookings.overbooked(connection, {"marriage": seats}) == []
        assert came.refused > 0, "it was no rush"
        assert came.overtaken() == 0

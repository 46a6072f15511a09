"""Staff in tests: their one-time codes, cases that belong somewhere, and a place that is no demonstration."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from sqlalchemy import update

from bot.app import App
from flows.desk.rights import Level
from integrations.privacy import Keys
from integrations.store.tables import cases
from tests.talk import HandClock, an_app

SECRET = b"a secret of one desk"


def code_of(clock: HandClock, secret: bytes = SECRET, steps: int = 0) -> str:
    """The one-time code that a telephone shows, or will show so many steps from now."""
    return TOTP(secret, 6, SHA1(), 30).generate(int(clock().timestamp()) + 30 * steps).decode()


async def belongs(app: App, number: str, level: Level, township: str | None = None, village: str | None = None) -> None:
    """A case is now of a level, a township, a village."""
    values = {"level": level, "township": township, "village": village}
    async with app.database.write() as connection:
        await connection.execute(update(cases).where(cases.c.number == number).values(values))


@asynccontextmanager
async def a_real_county(directory: Path, clock: HandClock) -> AsyncIterator[App]:
    """The desk of a place that is no demonstration."""
    packaged = Path(__file__).parent.parent / "flows" / "places" / "jingtai.toml"
    text = packaged.read_text(encoding="utf-8").replace("demonstration = true", "demonstration = false")
    path = directory / "county.toml"
    path.write_text(text, encoding="utf-8")
    async with an_app(directory, clock, place=str(path), keys=Keys.make().text()) as app:
        yield app

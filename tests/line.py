"""A small office and who waits for its full days: two seats a day, so that a day is full with two couples."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import date, timedelta
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.app import App
from bot.speech import LANGUAGES
from flows.language import Flow
from flows.words import Words
from integrations.store import calendar, conversations, notices
from integrations.store.tables import bookings as booking_table
from integrations.store.tables import notices as notice_table
from integrations.store.tables import waiters as waiter_table
from integrations.store.waiters import WAITING, Waiter
from tests.records import a_couple
from tests.talk import NOON, SPEECH, HandClock, Talk, an_app, book, work_off
from tests.transcripts.walks import fill, said

DAY = "2026-05-20"
SEATS = ("09:00", "09:30")
"""The slots of every working day, one seat each."""
OTHER_DAYS = ("2026-05-26", "2026-05-27", "2026-05-28", "2026-05-29")
"""Where those are booked who wait."""


def small_place(directory: Path) -> Path:
    """The demonstration county with an office that is open an hour a day and sees one couple at a time."""
    text = resources.files("flows.places").joinpath("jingtai.toml").read_text(encoding="utf-8")
    text = text.replace('[["08:30", "12:00"], ["14:30", "18:00"]]', '[["09:00", "10:00"]]')
    path = directory / "small.toml"
    path.write_text(text.replace("capacity = 2", "capacity = 1"), encoding="utf-8")
    return path


@asynccontextmanager
async def small_desk(directory: Path, clock: HandClock, database_url: str | None = None) -> AsyncIterator[App]:
    """A desk of that office, with its standing work planted."""
    async with an_app(directory, clock, database_url=database_url, place=str(small_place(directory))) as app:
        await app.worker.plant()
        yield app


async def a_full_day(apps: Sequence[App], day: str = DAY) -> list[Talk]:
    """The couples who have all seats of a day."""
    talks = [Talk(apps[n % len(apps)], f"full{n}") for n in range(len(SEATS))]
    for n, talk in enumerate(talks):
        await book(talk, day, SEATS[n], people=a_couple(n))
    return talks


async def waiting(app: App, n: int, day: str = DAY) -> Talk:
    """The n-th couple that waits for a day: with an appointment of its own on another one."""
    talk = Talk(app, f"w{n}")
    await book(talk, OTHER_DAYS[n // 2], SEATS[n % 2], people=a_couple(20 + n))
    await get_in_line(talk, day)
    return talk


async def get_in_line(talk: Talk, day: str = DAY) -> None:
    """Waits for a day with the appointment one has."""
    await talk.all("我的预约", "1", "候补别的日子", day, "都对")
    assert talk.keys[0] == "appointments-in_line", talk.keys


async def cancel(talk: Talk) -> None:
    """Gives one's appointment up."""
    await talk.all("我的预约", "1", "取消")
    await talk.tap("yes")
    assert talk.keys[0] == "appointments-cancelled", talk.keys


async def pushed(app: App, conversation: str) -> list[Words]:
    """What was told by itself in a conversation."""
    async with app.database.read() as connection:
        entries = await conversations.entries(connection, app.vault, conversation, pushed_only=True)
    words = [entry.replies[0].words for entry in entries]
    assert all(SPEECH.render(each, language).strip() for each in words for language in LANGUAGES)
    return words


async def told(app: App, conversation: str) -> list[str]:
    """The message ids of that, reminders left out."""
    return [words.key for words in await pushed(app, conversation) if not words.key.startswith("reminder")]


async def states(app: App) -> dict[str, str]:
    """What has become of everybody's waiting, by conversation."""
    async with app.database.read() as connection:
        rows = await connection.execute(select(waiter_table).order_by(waiter_table.c.since))
        return {row.conversation: row.state for row in rows}


async def offers(app: App) -> list[str]:
    """Who was told of an offer, one for each notice of one."""
    async with app.database.read() as connection:
        chosen = select(notice_table.c.conversation).where(notice_table.c.kind == "offer")
        return sorted(row.conversation for row in await connection.execute(chosen))


async def void_offers(app: App) -> int:
    """How many offers are told of no more."""
    async with app.database.read() as connection:
        chosen = select(notice_table).where(notice_table.c.kind == "offer", notice_table.c.state == notices.VOID)
        return len((await connection.execute(chosen)).all())


async def booked_on(app: App, conversation: str) -> list[str]:
    """The days and times of the appointments of a conversation that stand."""
    async with app.database.read() as connection:
        table = booking_table
        chosen = select(table.c.starts_at).where(table.c.conversation == conversation, table.c.state == "booked")
        return [
            f"{row.starts_at.astimezone(app.clock().tzinfo):%Y-%m-%d %H:%M}" for row in await connection.execute(chosen)
        ]


async def close_day(app: App, day: str, workday: bool | None = False) -> None:
    """The staff change a day, and the hourly look at everything comes."""
    async with app.database.write() as connection:
        await calendar.change(connection, date.fromisoformat(day), workday, "", app.clock())
    assert isinstance(app.clock, HandClock)
    app.clock.move("1h")
    await work_off(app)


def a_waiter(name: str, minutes: int = 0, **changed: Any) -> Waiter:
    """A made-up waiter."""
    values: dict[str, Any] = {
        "id": name,
        "number": f"JT260511-{name}",
        "conversation": name,
        "service": "marriage",
        "booking": f"booking of {name}",
        "office": "marriage",
        "day": date.fromisoformat(DAY),
        "since": NOON + timedelta(minutes=minutes),
        "state": WAITING,
    }
    return Waiter(**values | changed)


async def walk_in_line(flow: Flow, walks: Mapping[str, Sequence[str]], directory: Path) -> set[tuple[str, str]]:
    """Walks a service with an appointment that waits for a full day; the pairs of steps that followed each other.

    A walk is named after the ending it must reach, with anything after a dot; ``.offer`` at its end has an offer.
    """
    walked: set[tuple[str, str]] = set()
    for name, lines in walks.items():
        (directory / name).mkdir()
        async with small_desk(directory / name, HandClock()) as app:
            full = await a_full_day([app])
            await fill(app, date(2026, 5, 21), date(2026, 5, 21))
            talk = await waiting(app, 0)
            if name.endswith(".offer"):
                await cancel(full[0])
            keys = await said(talk, *lines)
        names = [key.removeprefix(f"{flow.name}-") for key in keys if key.startswith(f"{flow.name}-")]
        path = [each for each in names if each in flow.steps or each in flow.endings]
        assert path[-1] == name.partition(".")[0], (name, path)
        walked |= set(pairwise(path))
    return walked

"""kill -9 at any moment on the real process while somebody is on Telegram: nothing lost, nothing said twice."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from bot.app import App
from integrations.store import chats, conversations, outgoing
from integrations.store.chats import RESIDENTS
from integrations.store.tables import cases
from integrations.store.tables import outgoing as table
from tests.bot_api import running
from tests.bot_api_people import PrivateSeat
from tests.records import a_couple, unaccounted
from tests.storm import PATIENCE, said_all_it_had, talked_through
from tests.talk import HandClock, an_app
from tests.telegram import open_place
from tests.telegram_desk import SECOND, TelegramDesk


async def everything_is_there_once(app: App, seats: Sequence[PrivateSeat], said: list[list[str]]) -> None:
    """Each message is in the log once and in order, each came to its one case, and each row that was sent is one
    message that can be seen."""
    async with app.database.read() as connection:
        rows = (await connection.execute(select(table).order_by(table.c.position))).all()
        assert {row.state for row in rows} <= {outgoing.SENT}
        for seat, lines in zip(seats, said, strict=True):
            chat = await chats.at(connection, app.vault, RESIDENTS, seat.user.id)
            assert chat is not None
            entries = await conversations.entries(connection, app.vault, str(chat.conversation))
            ids = [entry.message for entry in entries if entry.message.startswith("tg.")]
            assert len(ids) == len(set(ids)) == len(lines)
            assert [reply.words.key for reply in entries[-1].replies][:1] == ["marriage-booked"]
            sent = [row.message for row in rows if row.chat == chat.id]
            assert sent == [message.id for message in seat.messages]
        counted = (await connection.execute(select(cases.c.number))).all()
    assert len(counted) == len(seats)
    assert await unaccounted(app) == []


def storm(directory: Path, *, people: int, kills: int, seed: int, database_url: str | None) -> None:
    """Somebody books while the desk is killed; then a look at the records."""
    with running(second=SECOND) as api:
        account = api.bot("killed")
        seats = [api.person(f"居民{n}").chat_with(account) for n in range(people)]
        desk = TelegramDesk(api, account, place=open_place(directory), database_url=database_url)
        with closing(desk):
            desk.start()
            said = talked_through(desk, seats, kills, Random(seed), until=api.until, longest=0.25)
            api.until(lambda: not account.updates, PATIENCE)
            asyncio.run(said_all_it_had(desk, database_url))
            desk.stop()
            asyncio.run(_looked_at(desk, seats, said, database_url))
            assert not any(number in desk.log for number in (*a_couple(0), account.token, "13800000000"))


async def _looked_at(
    desk: TelegramDesk, seats: Sequence[PrivateSeat], said: list[list[str]], database_url: str | None
) -> None:
    async with an_app(desk.directory, HandClock(desk.now), database_url=database_url) as app:
        await everything_is_there_once(app, seats, said)


def test_killed_while_somebody_books_on_sqlite_nothing_is_lost_and_nothing_said_twice(tmp_path: Path) -> None:
    storm(tmp_path, people=1, kills=1, seed=1, database_url=None)


def test_killed_while_two_book_on_postgresql_nothing_is_lost_and_nothing_said_twice(
    tmp_path: Path, migrated_postgres_url: str
) -> None:
    storm(tmp_path, people=2, kills=1, seed=2, database_url=migrated_postgres_url)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(11, 19))
def test_a_long_storm_of_kills_on_telegram(tmp_path: Path, database_url: str, seed: int) -> None:
    storm(tmp_path, people=4, kills=12, seed=seed, database_url=database_url)

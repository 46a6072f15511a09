"""kill -9 at any moment on the real process while somebody is on WeChat: nothing is lost, each message taken once.

An answer that was written out a moment before the kill may be said once more: WeChat cannot be asked what it has.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from random import Random

import pytest
from sqlalchemy import select

from bot.app import App
from integrations.store import chats, conversations, outgoing
from integrations.store.chats import WECHAT
from integrations.store.tables import cases
from integrations.store.tables import outgoing as table
from tests.records import a_couple, unaccounted
from tests.storm import PATIENCE, said_all_it_had, talked_through
from tests.talk import HandClock, an_app
from tests.telegram import says
from tests.wechat_desk import WeChatDesk
from tests.wechat_platform import Platform, running
from tests.wechat_platform_people import Person

BY_HAND = 60.0
"""A second of WeChat in real seconds: nothing is waited for, and nothing runs out, but by the test's own hand."""


async def everything_is_there(app: App, seats: Sequence[Person], said: list[list[str]], kills: int) -> None:
    """Each message is in the log once and in order, each came to its one case, and what was to be said can be seen."""
    async with app.database.read() as connection:
        rows = (await connection.execute(select(table).order_by(table.c.position))).all()
        assert {row.state for row in rows} <= {outgoing.SENT, outgoing.ANSWERED}
        for seat, lines in zip(seats, said, strict=True):
            chat = await chats.at(connection, app.vault, WECHAT, seat.openid)
            assert chat is not None
            entries = await conversations.entries(connection, app.vault, str(chat.conversation))
            ids = [entry.message for entry in entries if entry.message.startswith("wx.")]
            assert len(ids) == len(set(ids)) == len(lines)
            assert [reply.words.key for reply in entries[-1].replies][:1] == ["marriage-booked"]
            assert {each.kind for each in seat.messages} <= {"passive", "custom"}
            own = [row for row in rows if row.chat == chat.id]
            shown = [text for text in seat.texts if not says(text, "wechat-meanwhile")]  # on a busy machine
            assert 0 <= len(shown) - len(own) <= kills
            twice = [count for count in Counter(shown).values() if count > 1]
            assert sum(twice) - len(twice) <= kills + 1  # who goes back is asked the same again
        counted = (await connection.execute(select(cases.c.number))).all()
    assert len(counted) == len(seats)
    assert await unaccounted(app) == []


def storm(*, people: int, kills: int, seed: int, database_url: str | None) -> None:
    """Somebody books while the desk is killed; then a look at the records."""
    with running(second=BY_HAND, mode="safe") as platform:
        seats = [platform.person(f"居民{n}") for n in range(people)]
        desk = WeChatDesk(platform, database_url=database_url)
        with closing(desk):
            desk.start()
            _goes_on(platform, 0)
            platform.posts_to(f"{desk.url}/wechat")
            said = talked_through(
                desk,
                seats,
                kills,
                Random(seed),
                until=platform.until,
                longest=0.1,
                restarted=lambda: _goes_on(platform, 30),  # and WeChat asks again
                said_all=platform.is_settled,
            )
            platform.until(platform.is_settled, PATIENCE)
            asyncio.run(said_all_it_had(desk, database_url))
            desk.stop()
            assert platform.faults == []
            asyncio.run(_looked_at(desk, seats, said, kills, database_url))
            there = platform.account
            personal = (*a_couple(0), "13800000000", there.token, there.secret, there.aes_key, seats[0].openid)
            assert not any(each in desk.log for each in personal)


def _goes_on(platform: Platform, seconds: float) -> None:
    """So much later, and however long a process took to start on a busy machine: WeChat signs with the time it is."""
    platform.advance(seconds=max(seconds, time.time() - platform.clock.now()))


async def _looked_at(
    desk: WeChatDesk, seats: Sequence[Person], said: list[list[str]], kills: int, database_url: str | None
) -> None:
    async with an_app(desk.directory, HandClock(desk.now), database_url=database_url) as app:
        await everything_is_there(app, seats, said, kills)


def test_killed_while_somebody_books_on_sqlite_nothing_is_lost() -> None:
    storm(people=1, kills=2, seed=1, database_url=None)


def test_killed_while_two_book_on_postgresql_nothing_is_lost(migrated_postgres_url: str) -> None:
    storm(people=2, kills=2, seed=2, database_url=migrated_postgres_url)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(11, 19))
def test_a_long_storm_of_kills_on_wechat(database_url: str, seed: int) -> None:
    storm(people=4, kills=12, seed=seed, database_url=database_url)

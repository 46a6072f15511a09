"""kill -9 on the real process while a clerk works on Telegram: each answer is said once, each post stands once."""

from __future__ import annotations

import asyncio
import time
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from integrations.store import outgoing
from integrations.store.cases import CLOSED
from integrations.store.tables import outgoing as table
from tests.bot_api import BotApi, running
from tests.bot_api_people import Person, PrivateSeat
from tests.bot_api_records import Message
from tests.staffing import case_of, done_about
from tests.storm import LEASES_RUN_OUT, PATIENCE, said_all_it_had
from tests.talk import HandClock, an_app
from tests.telegram import open_place
from tests.telegram_desk import SECOND, StaffTelegramDesk
from tests.telegram_staff import asked, zhen
from tests.test_staff_bot_private import answers

ANSWERS = ("您好", "周四上午可以来", "带上户口本", "再见")


class Clerk:
    """Somebody at a telephone; ``api.until`` waits in a plain test."""

    def __init__(self, api: BotApi, desk: StaffTelegramDesk, seat: PrivateSeat, random: Random) -> None:
        self.api, self.desk, self.seat, self.random = api, desk, seat, random

    def says(self, text: str, *, killed: bool = False) -> None:
        """Writes, and waits for what comes back, over a kill."""
        before = len(self.seat.messages)
        self.seat.says(text)
        self._meanwhile(killed)
        self.api.until(lambda: len(self.seat.messages) > before, PATIENCE)

    def taps(self, button: str, *, killed: bool = False) -> None:
        """Taps, and waits until the tap is answered, over a kill."""
        query = self.seat.taps(button)
        self._meanwhile(killed)
        self.api.until(lambda: query.answered, PATIENCE)
        assert not query.alert, query.text

    def _meanwhile(self, killed: bool) -> None:
        if killed:
            time.sleep(self.random.uniform(0, 0.25))  # somewhere within it, or after it
            self.desk.kill9()
            self.desk.skipped += LEASES_RUN_OUT
            self.desk.start()


async def prepared(desk: StaffTelegramDesk) -> tuple[str, str, str]:
    """A case of a township, and the codes that link a clerk of it and its group."""
    async with an_app(desk.directory, HandClock(desk.now)) as app:
        clerk, number = await zhen(app), await asked(app)
        async with app.database.write() as connection:
            account = await app.passes.code(connection, "account", clerk.name, app.clock())
            group = await app.passes.code(connection, "group", "luyang", app.clock())
    return number, account, group


async def everything_is_there_once(desk: StaffTelegramDesk, number: str) -> None:
    async with an_app(desk.directory, HandClock(desk.now)) as app:
        assert await answers(app) == list(ANSWERS)
        case = await case_of(app, number)
        assert (case.state, case.outcome, case.holder) == (CLOSED, "told", "zhen")
        done = [what for _, what in await done_about(app, number)]
        assert [done.count(what) for what in ("claimed", "answered", "closed")] == [1, len(ANSWERS), 1]
        async with app.database.read() as connection:
            rows = (await connection.execute(select(table.c.state, table.c.key))).all()
        assert {row.state for row in rows} <= {outgoing.SENT}


@pytest.mark.parametrize("seed", [1])
def test_killed_while_a_clerk_works_each_answer_is_said_once_and_each_post_stands_once(
    tmp_path: Path, seed: int
) -> None:
    with running(second=SECOND, query_seconds=1e6) as api:
        account = api.bot("killed_staff")
        desk = StaffTelegramDesk(api, account, place=open_place(tmp_path))
        with closing(desk):
            number, code, group_code = asyncio.run(prepared(desk))
            desk.start()
            person = api.person("zhen")
            clerk = Clerk(api, desk, person.chat_with(account), Random(seed))
            clerk.says(f"/start {code}")
            group = api.group("芦阳", Person(person.methods, person.user))
            group.adds(account)
            group.seat(person).says(f"/group {group_code}")
            api.until(lambda: group.messages, PATIENCE)
            clerk.says(f"/open {number}")
            clerk.taps(f"claim:{number}")
            posts = api.until(lambda: _about(number, group.messages), PATIENCE)
            for n, answer in enumerate(ANSWERS):
                clerk.says(answer, killed=n == 1)
            clerk.taps(f"close:{number}")
            clerk.taps(f"end:{number}:told", killed=True)
            api.until(lambda: not account.updates and not _can_be_tapped(posts[0]), PATIENCE)
            asyncio.run(said_all_it_had(desk))
            desk.stop()
            asyncio.run(everything_is_there_once(desk, number))
            assert len(_about(number, group.messages)) == 1
            said = [message for message in clerk.seat.messages if not message.buttons and number in message.text]
            assert len(said) == len(ANSWERS)


def _about(number: str, messages: list[Message]) -> list[Message]:
    return [message for message in messages if number in message.text]


def _can_be_tapped(message: Message) -> bool:
    return any(button.data for row in message.buttons for button in row)

"""Both libraries, each through its bot, against a third party's emulator: what the tests' own Bot API takes for granted
somebody else takes for granted too."""

from __future__ import annotations

import asyncio

import pytest

from bot.app import App
from bot.channels.pace import Limits
from bot.telegram.residents import ResidentsBot
from bot.telegram.staff import StaffBot
from flows.words import Words
from integrations.store import chats
from tests.emulator import TOKEN, running_emulator
from tests.records import until
from tests.staffing import with_clerk
from tests.talk import SPEECH

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
LIMITS = Limits(second=0.01)


async def test_a_resident_is_greeted_and_taps_through_the_first_questions(app: App) -> None:
    async with running_emulator() as emulator:
        bot = ResidentsBot(app, TOKEN, api=emulator.url, secret=None, limits=LIMITS)
        task = asyncio.create_task(bot.run())
        try:
            await emulator.says("/start")
            await emulator.is_told(_said("menu"))
            await emulator.taps(_said("service-message"))
            await emulator.is_told(_said("message-notice").splitlines()[0])
            await emulator.taps(_said("message-notice.agree"))
            await emulator.is_told(_said("message-township"))
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await bot.close()


async def test_a_clerk_links_their_account_and_is_shown_the_queue(app: App) -> None:
    clerk = await with_clerk(app, "zhen")
    async with app.database.write() as connection:
        code = await app.passes.code(connection, "account", clerk.name, app.clock())
    async with running_emulator() as emulator:
        bot = StaffBot(app, TOKEN, api=emulator.url, secret=None, limits=LIMITS)
        task = asyncio.create_task(bot.run())
        try:
            await emulator.says(f"/start {code}")
            await emulator.is_told(_said("staff_bot-linked"))

            async def is_linked() -> bool:
                async with app.database.read() as connection:
                    return await chats.of_staff(connection, app.vault, clerk.name) is not None

            await until(is_linked)
            await emulator.says("/queue")
            await emulator.is_told(_said("staff_bot-none"))
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await bot.close()


def _said(key: str) -> str:
    return SPEECH.render(Words(key), "zh-Hans")

"""Both libraries, each through its bot, against a third party's emulator: what the tests' own Bot API takes for granted
somebody else takes for granted too."""

from __future__ import annotations

import asyncio

from bot.app import App
from bot.channels.pace import Limits
from bot.telegram.residents import ResidentsBot
from flows.words import Words
from tests.emulator import TOKEN, running_emulator
from tests.talk import SPEECH

LIMITS = Limits(second=0.01)


async def test_a_resident_is_greeted_and_taps_through_the_first_questions(app: App) -> None:
    async with running_emulator() as emulator:
        bot = ResidentsBot(app, TOKEN, api=emulator.url, secret=None, limits=LIMITS)
        task = asyncio.create_task(bot.run())
        try:
            await emulator.says("/start")
            await emulator.is_told(_said("menu"))
            await emulator.taps(_said("service-reissue"))
            await emulator.is_told(_said("reissue-notice").splitlines()[0])
            await emulator.taps(_said("reissue-notice.agree"))
            await emulator.is_told(_said("reissue-which"))
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await bot.close()


def _said(key: str) -> str:
    return SPEECH.render(Words(key), "zh-Hans")

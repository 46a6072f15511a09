"""What processes agree upon by the time is told by the real clock, whatever clock a demonstration has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import select

from bot.app import App
from bot.bots import PushBot
from bot.clock import real_clock
from bot.telegram.residents import ResidentsBot
from bot.telegram.staff import StaffBot
from bot.wechat.residents import Account, WeChatBot
from bot.wecom import WeComBot
from integrations.store import tables
from integrations.store.outgoing import LEASE
from integrations.wechat.envelope import Secrets
from tests.records import until
from tests.sending import at_work
from tests.talk import HandClock

NOBODY = "http://127.0.0.1:9"
BOTS: dict[str, Callable[[App], PushBot]] = {
    "residents": lambda app: ResidentsBot(app, "1:made-up", api=NOBODY, secret=None),
    "staff": lambda app: StaffBot(app, "2:made-up", api=NOBODY, secret=None),
    "wechat": lambda app: WeChatBot(app, Account(Secrets("wx1", ("madeUpToken",)), "made-up", NOBODY)),
    "wecom": lambda app: WeComBot(app, {}),
}


async def leased_until(app: App) -> datetime | None:
    """When the only lease there is runs out."""
    async with app.database.read() as connection:
        until: datetime | None = (await connection.execute(select(tables.bot_leases.c.until))).scalar_one_or_none()
    return until


@pytest.mark.parametrize("name", BOTS)
async def test_a_desk_whose_clock_began_anew_sends_no_later_than_any_other(
    any_app: App, clock: HandClock, name: str
) -> None:
    """A process was killed; the one that is started then has an earlier clock, or a later one."""
    bot = BOTS[name](any_app)

    async def runs() -> bool:
        return await leased_until(any_app) is not None

    for span in ("-365d", "3650d"):
        clock.move(span)
        before = real_clock()
        async with at_work(bot.run()):
            await until(runs)
            found = await leased_until(any_app)
            assert found is not None
            assert before + LEASE <= found <= real_clock() + LEASE
        async with any_app.database.write() as connection:
            await connection.execute(tables.bot_leases.delete())
    await bot.close()

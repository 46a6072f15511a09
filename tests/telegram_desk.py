"""``serve`` with a bot as a process of its own, whose Telegram has short seconds; the rest is as it is."""

from __future__ import annotations

import functools

from tests.bot_api import BotApi
from tests.bot_api_records import BotAccount
from tests.desk_process import Desk

SECOND = 0.02
"""A second of Telegram in real seconds, for the process and for the Bot API it talks to."""


class TelegramDesk(Desk):
    """That desk: it polls."""

    def __init__(self, api: BotApi, account: BotAccount, **settings: object) -> None:
        bot = {"telegram_token": account.token, "telegram_api": api.url, "public_url": "http://127.0.0.1:9/"}
        super().__init__(**bot, **settings)

    def command(self) -> list[str]:
        *settings, python, _, _, serve = super().command()
        return [*settings, python, "-m", "tests.telegram_desk", serve]


class StaffTelegramDesk(TelegramDesk):
    """That desk with a bot for its staff instead."""

    def __init__(self, api: BotApi, account: BotAccount, **settings: object) -> None:
        super().__init__(api, account, telegram_staff_token=account.token, **settings)
        self._settings["telegram_token"] = None


def _main() -> None:
    from bot import __main__, bots
    from bot.channels.pace import Limits

    limits = Limits(overall=25, group_minute=18, second=SECOND)
    bots.open_bots = functools.partial(bots.open_bots, limits=limits)
    __main__.cli()


if __name__ == "__main__":
    _main()

"""The bots of this desk, opened around it: which there are is said by their tokens. Part of the composition root."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from pydantic import SecretStr

from bot.app import App
from bot.channels.pace import TELEGRAM_LIMITS, WECHAT_LIMITS, WECOM_LIMITS, Limits
from bot.settings import Settings
from bot.wecom import WeComBot, keep_groups, robots_of
from flows.errors import SettingsFault
from flows.place import Place
from integrations.store.chats import RESIDENTS, STAFF, WECHAT, WECOM

if TYPE_CHECKING:
    from bot.wechat.answering import Answer

_TELEGRAM_TOKEN = re.compile(r"[0-9]+:[!-~]+")


class PushBot(Protocol):
    """A bot of a push channel: what comes in is taken as turns, what is to be sent is sent."""

    name: str

    async def run(self) -> None:
        """Polls and sends whenever this process is the one to do so, until cancelled."""

    async def close(self) -> None:
        """Closes the connections."""


@runtime_checkable
class Webhook(PushBot, Protocol):
    """One that updates are brought to, which are acknowledged."""

    secret: str | None
    """Of its webhook; without one it polls."""

    async def take(self, update: Mapping[str, Any]) -> None:
        """One update of the webhook. Raises OutsideFault when it could not be taken, and is to come again."""


@runtime_checkable
class Answering(PushBot, Protocol):
    """One that messages are brought to, which are answered within the request."""

    def echo(self, query: Sequence[tuple[str, str]]) -> str:
        """What the platform wants to hear when the address is set. Raises NotWechat."""

    async def answer(self, query: Sequence[tuple[str, str]], body: bytes) -> tuple[str, Answer]:
        """The answer to a message, and what to note once it is written out. Raises NotWechat, OutsideFault."""

    async def was_written(self, answer: Answer) -> None:
        """The answer was written out."""


@asynccontextmanager
async def open_bots(
    app: App,
    limits: Limits = TELEGRAM_LIMITS,
    wechat_limits: Limits = WECHAT_LIMITS,
    wecom_limits: Limits = WECOM_LIMITS,
) -> AsyncIterator[Mapping[str, PushBot]]:
    """The bots by name; libraries are loaded only for those there are. Raises SettingsFault."""
    settings = app.settings
    check_settings(settings, app.place)
    robots = robots_of(settings, app.place)
    bots: dict[str, PushBot] = {}
    try:
        if (token := settings.telegram_token) is not None:
            from bot.telegram.residents import KIND, ResidentsBot

            secret = _said(settings.telegram_secret)
            api = settings.telegram_api
            residents = ResidentsBot(app, token.get_secret_value(), api=api, secret=secret, limits=limits)
            bots[RESIDENTS] = residents
            app.worker.also(KIND, residents.again)
        if (token := settings.telegram_staff_token) is not None:
            from bot.telegram.staff import StaffBot

            secret = _said(settings.telegram_staff_secret)
            api = settings.telegram_api
            bots[STAFF] = StaffBot(app, token.get_secret_value(), api=api, secret=secret, limits=limits)
        if settings.wechat_app_id is not None:
            from bot.wechat.hearing import KIND as AGAIN
            from bot.wechat.residents import WeChatBot
            from bot.wechat.settings import account_of

            wechat = WeChatBot(app, account_of(settings), wechat_limits)
            bots[WECHAT] = wechat
            app.worker.also(AGAIN, wechat.again)
        await keep_groups(app, robots)
        if robots:
            bots[WECOM] = WeComBot(app, robots, wecom_limits)
        yield bots
    finally:
        for bot in bots.values():
            await bot.close()


def check_settings(settings: Settings, place: Place) -> None:
    """Whether the bots can be as the settings have them, as far as that is known here. Raises SettingsFault with a
    sentence that names the setting, and no secret."""
    tokens = {"TELEGRAM_TOKEN": settings.telegram_token, "TELEGRAM_STAFF_TOKEN": settings.telegram_staff_token}
    for name, token in tokens.items():
        if token is not None and settings.public_url is None:
            raise SettingsFault(f"YIZHENG_{name} needs YIZHENG_PUBLIC_URL: what is personal is asked at the page")
    if settings.wechat_app_id is not None and settings.public_url is None:
        raise SettingsFault("YIZHENG_WECHAT_APP_ID needs YIZHENG_PUBLIC_URL: papers and signatures are at the page")
    if settings.wecom_robots is not None and settings.public_url is None:
        raise SettingsFault("YIZHENG_WECOM_ROBOTS needs YIZHENG_PUBLIC_URL: what is told leads to the desk")
    residents, staff = map(_said, tokens.values())
    if residents is not None and residents == staff:
        raise SettingsFault("YIZHENG_TELEGRAM_TOKEN and YIZHENG_TELEGRAM_STAFF_TOKEN are the same; make two bots")
    for name, secret in (("TELEGRAM", settings.telegram_secret), ("TELEGRAM_STAFF", settings.telegram_staff_secret)):
        if secret is not None and tokens[f"{name}_TOKEN"] is None:
            raise SettingsFault(f"YIZHENG_{name}_SECRET needs YIZHENG_{name}_TOKEN")
    for name, token in tokens.items():
        if token is not None and _TELEGRAM_TOKEN.fullmatch(token.get_secret_value()) is None:
            raise SettingsFault(f"YIZHENG_{name} is no token of Telegram: a number, a colon, and letters")
    robots_of(settings, place)
    of_wechat = (settings.wechat_app_id, settings.wechat_secret, settings.wechat_token, settings.wechat_key)
    if any(each is not None for each in of_wechat):
        from bot.wechat.settings import account_of

        account_of(settings)


def _said(secret: SecretStr | None) -> str | None:
    return None if secret is None else secret.get_secret_value()

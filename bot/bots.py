"""The bots of this desk, opened around it: which there are is said by their tokens. Part of the composition root."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Protocol

from pydantic import SecretStr

from bot.app import App
from bot.channels.pace import TELEGRAM_LIMITS, Limits
from bot.settings import Settings
from flows.errors import SettingsFault
from integrations.store.chats import RESIDENTS, STAFF


class PushBot(Protocol):
    """A bot of a push channel: what comes in is taken as turns, what is to be sent is sent."""

    name: str
    secret: str | None
    """Of its webhook; without one it polls."""

    async def run(self) -> None:
        """Polls and sends whenever this process is the one to do so, until cancelled."""

    async def take(self, update: Mapping[str, Any]) -> None:
        """One update of the webhook. Raises OutsideFault when it could not be taken, and is to come again."""

    async def close(self) -> None:
        """Closes the connections."""


@asynccontextmanager
async def open_bots(app: App, limits: Limits = TELEGRAM_LIMITS) -> AsyncIterator[Mapping[str, PushBot]]:
    """The bots by name; libraries are loaded only for those there are. Raises SettingsFault."""
    settings = app.settings
    _check(settings)
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
        yield bots
    finally:
        for bot in bots.values():
            await bot.close()


def _check(settings: Settings) -> None:
    tokens = {"TELEGRAM_TOKEN": settings.telegram_token, "TELEGRAM_STAFF_TOKEN": settings.telegram_staff_token}
    for name, token in tokens.items():
        if token is not None and settings.public_url is None:
            raise SettingsFault(f"YIZHENG_{name} needs YIZHENG_PUBLIC_URL: what is personal is asked at the page")
    residents, staff = map(_said, tokens.values())
    if residents is not None and residents == staff:
        raise SettingsFault("YIZHENG_TELEGRAM_TOKEN and YIZHENG_TELEGRAM_STAFF_TOKEN are the same; make two bots")
    for name, secret in (("TELEGRAM", settings.telegram_secret), ("TELEGRAM_STAFF", settings.telegram_staff_secret)):
        if secret is not None and tokens[f"{name}_TOKEN"] is None:
            raise SettingsFault(f"YIZHENG_{name}_SECRET needs YIZHENG_{name}_TOKEN")


def _said(secret: SecretStr | None) -> str | None:
    return None if secret is None else secret.get_secret_value()

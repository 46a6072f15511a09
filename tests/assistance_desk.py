"""The desk as a process that reads identity cards, with an account for a clerk.

It reads with the real recogniser where the extra ``ocr`` is installed, else with the stand-in of ``card_reader.py``,
which sees the made-up card. ``python -m tests.assistance_desk`` serves it as ``python -m bot serve`` does the desk.
"""

from __future__ import annotations

import asyncio
import sys

import uvicorn

from bot.app import card_reader, open_app
from bot.cards import Reader
from bot.logs import configure
from bot.settings import load_settings
from bot.web.site import make_site
from tests.card_reader import CARD, StandIn
from tests.cards import Shot, front, photograph
from tests.desk import with_account
from tests.desk_process import Desk

PHOTO = photograph(front(CARD), Shot(seed=3, angle=4.0, light=0.8))
"""The made-up card on a table, a little turned and a little dark."""


class AssistanceDesk(Desk):
    """That desk as a process of its own."""

    def command(self) -> list[str]:
        *settings, python, _, _, _ = super().command()
        return [*settings, python, "-m", "tests.assistance_desk"]


def _reader() -> Reader:
    return card_reader() or StandIn()


async def _serve() -> None:
    configure()
    settings = load_settings()
    async with open_app(settings, reader=_reader) as app:
        await with_account(app)
        config = uvicorn.Config(make_site(app), port=settings.port, log_config=None, access_log=False)
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    sys.exit(asyncio.run(_serve()))

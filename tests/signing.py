"""A made-up service that is signed, the desk that offers it, and signatures as a page draws them.

``python -m tests.signing`` serves it as ``python -m bot serve`` serves the desk.
"""

from __future__ import annotations

import asyncio
import math
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn

from bot.app import App, open_app
from bot.logs import configure
from bot.settings import Settings, load_settings
from bot.web.site import make_site
from flows.language import ALWAYS, Advise, File, Flow, confirm, consent, person_name, picked, signature
from integrations.documents.signature import HEIGHT, MOST_POINTS, MOST_STROKES, WIDTH
from tests.desk_process import Desk
from tests.made_up import speech_of
from tests.talk import HandClock

NAME = "阿依甲·买买乙"
OATH = Flow(
    "oath",
    [
        consent("notice", "agree", "decline"),
        person_name("who"),
        signature("mark", of="who", skip=["on_paper", "refuse"]),
        confirm("summary"),
    ],
    [
        ("notice", picked("agree"), "who"),
        ("notice", picked("decline"), "left"),
        ("who", ALWAYS, "mark"),
        ("mark", picked("refuse"), "left"),
        ("mark", ALWAYS, "summary"),
        ("summary", ALWAYS, "sworn"),
    ],
    {"sworn": File(service="oath"), "left": Advise()},
)
OFFERED = {"oath": OATH}

Drawn = list[list[list[int]]]


def drawn(turn: int = 0) -> Drawn:
    """Three strokes, each turn other ones."""
    return [[[100 + 250 * n + 10 * step, 60 + 25 * step + turn] for step in range(12)] for n in range(3)]


def the_longest() -> Drawn:
    """As many strokes and points as may be, each point written as long as a point can be."""
    a_stroke = [[WIDTH, HEIGHT - round(100 * math.sin(n)) ** 2 % 300] for n in range(MOST_POINTS // MOST_STROKES)]
    return [a_stroke for _ in range(MOST_STROKES)]


@asynccontextmanager
async def signing_app(directory: Path, clock: HandClock, *, database_url: str | None = None) -> AsyncIterator[App]:
    """The whole desk on a database of its own, with the made-up service and no other."""
    settings = Settings.model_validate({"data_dir": directory, "database_url": database_url})
    async with open_app(settings, clock=clock, speech=speech_of(OATH), flows=OFFERED) as app:
        yield app


class SigningDesk(Desk):
    """That desk as a process of its own."""

    def command(self) -> list[str]:
        *settings, python, _, _, _ = super().command()
        return [*settings, python, "-m", "tests.signing"]


async def _serve() -> None:
    configure()
    settings = load_settings()
    async with open_app(settings, speech=speech_of(OATH), flows=OFFERED) as app:
        config = uvicorn.Config(make_site(app), port=settings.port, log_config=None, access_log=False)
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    sys.exit(asyncio.run(_serve()))

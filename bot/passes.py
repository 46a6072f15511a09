"""Codes and links that lead on elsewhere: to the page, a chat, a clerk's account. Each works once, for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.numbers import Numbers
from flows.errors import NotUnderstood
from flows.inputs.code import LENGTH, read_code
from integrations.privacy import Vault
from integrations.quick import Quick
from integrations.store import passes
from integrations.store.database import Database
from integrations.store.passes import Purpose

CODE_LASTS = timedelta(minutes=10)
LINK_LASTS = timedelta(hours=24)
"""A personal question may wait until its person has a quiet moment; the link is long, and works once."""
MOST_WRONG = 5
WRONG_SECONDS = 600
MOST_WRONG_TOGETHER = 300

LINK = "#at="
"""A link opens the page with a code behind this: the part of an address that no server is sent."""


class TooManyTries(Exception):
    """Too many codes were tried that do not work."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where the desk is besides: its page (with a slash at the end), the names of its bots on Telegram, and whether it
    has an Official Account on WeChat."""

    page: str | None
    residents: str | None = None
    staff: str | None = None
    wechat: bool = False


class Passes:
    """Makes codes and takes them."""

    def __init__(self, database: Database, vault: Vault, quick: Quick, numbers: Numbers, at: Elsewhere) -> None:
        self._database = database
        self._vault = vault
        self._quick = quick
        self._numbers = numbers
        self.at = at

    async def link(self, connection: AsyncConnection, conversation: str, now: datetime) -> str:
        """A link to the page that goes on with a conversation there."""
        code = self._numbers.link()
        await passes.make(connection, self._vault, code, "conversation", conversation, now + LINK_LASTS)
        return f"{self.at.page}{LINK}{code}"

    async def code(self, connection: AsyncConnection, purpose: Purpose, subject: str, now: datetime) -> str:
        """A code to be typed, or brought by a link that opens a chat."""
        code = self._numbers.code()
        await passes.make(connection, self._vault, code, purpose, subject, now + CODE_LASTS)
        return code

    async def take(self, code: str, purpose: Purpose, who: str, now: datetime, by: str | None = None) -> str | None:
        """What a code leads to, which is used up by this; None for one that does not work.

        ``who`` tries it; raises TooManyTries after a few that did not work. ``by`` as in ``passes.use``.
        """
        await self.admit(code, who)
        async with self._database.write() as connection:
            found = await passes.use(connection, self._vault, code, purpose, now, by)
        if found is None:
            await self.was_wrong(code, who)
        return found

    async def admit(self, code: str, who: str) -> None:
        """Raises TooManyTries. A code that nobody could guess has no limit but that of who tries: whoever tries others
        closes it to nobody."""
        for name, most in _counts(code, who).items():
            if await self._quick.counted(name) >= most:
                raise TooManyTries

    async def was_wrong(self, code: str, who: str) -> None:
        """It did not work: counted, where it could have been a guess."""
        for name in _counts(code, who):
            await self._quick.count(name, WRONG_SECONDS)


def _counts(code: str, who: str) -> dict[str, int]:
    own = {f"pass:{who}": MOST_WRONG}
    return own | ({"pass:all": MOST_WRONG_TOGETHER} if len(code) == LENGTH else {})


def code_in(text: str) -> str | None:
    """The code that a text is, and nothing else; None where it is none."""
    try:
        return read_code(text)
    except NotUnderstood:
        return None

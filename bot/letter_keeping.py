"""Letters of authorisation (授权委托书) as they are kept: made, changed, said in their case, told of to their people.

Whoever asked for a letter is told in their chat whatever becomes of it; whoever signs it in another one, there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.filing import Filing
from bot.letter_papers import letter_to_plain, sealed
from bot.numbers import Numbers
from bot.telling import plan_notice
from flows.assistance.signing import Letter
from flows.dialogue import derive_id
from flows.place import Place
from flows.words import Words, to_plain
from integrations.privacy import Vault
from integrations.store import cases, due_work, letters
from integrations.store.due_work import Work
from integrations.store.letters import Kept

REMINDERS = (timedelta(days=3), timedelta(days=10), timedelta(days=20))
"""When who has not signed yet is reminded, from when a letter was made."""


STILL_THEIRS = ("waiting", "signed", "guardian", "guardian_due")
"""Pages whose signers are told what becomes of their letter."""


class LetterKeeping:
    """What every change of a letter comes with."""

    def __init__(self, vault: Vault, numbers: Numbers, filing: Filing, place: Place) -> None:
        self._vault = vault
        self._numbers = numbers
        self._filing = filing
        self._place = place

    async def make(self, connection: AsyncConnection, letter: Letter, text: Mapping[str, Any], now: datetime) -> None:
        """Keeps a new letter, plans its reminders and its end, and says in its case how far it has come."""
        await letters.make(connection, self._vault, sealed(Kept(letter, text, ()), now), now)
        await self.plan(connection, letter, now)
        await self.say_in_case(connection, letter, now)  # who lives alone may have signed at once

    async def plan(self, connection: AsyncConnection, letter: Letter, now: datetime) -> None:
        """Who has not signed is reminded; when the time to sign is over, it is looked whether everybody has."""
        for after in REMINDERS:
            if now + after < letter.until:
                await self._later(connection, "letter_remind", letter, now + after, now)
        await self._later(connection, "letter_over", letter, letter.until, now)

    async def save(self, connection: AsyncConnection, kept: Kept, letter: Letter, now: datetime) -> Letter:
        """Keeps a letter as it has become."""
        new = sealed(replace(kept, letter=letter), now)
        saved = (await letters.change(connection, self._vault, kept, new, now)).letter
        await self.say_in_case(connection, saved, now)
        return saved

    async def say_in_case(self, connection: AsyncConnection, letter: Letter, now: datetime) -> None:
        """The case says how far its letter has come, and so does the system it was sent to, which gets the letter once
        everybody has signed."""
        case = await cases.by_number(connection, self._vault, letter.case)
        if case is None:
            return
        await self._filing.change(case, connection, now, letter=letter_to_plain(letter))
        if letter.is_in_force:
            await self._filing.attach(connection, case.number, case.service, letter.number, str(letter.revision), now)

    def with_codes(self, letter: Letter) -> Letter:
        """A code for each who has still to sign on a screen: one for all the pages somebody signs."""
        if not self._place.sign_online:
            return letter
        held = {page.by for page in letter.pages if page.state == "waiting" and page.code is not None}
        fresh = []
        for page in letter.pages:
            if page.state == "waiting" and page.can_sign_online and page.code is None and page.by not in held:
                held.add(page.by)
                fresh.append(replace(page, code=self._numbers.code()))
        return letter.with_pages(*fresh)

    async def tell(self, connection: AsyncConnection, letter: Letter, mark: str, words: Words, now: datetime) -> None:
        """Tells who asked for a letter; the same ``mark`` is the same thing, told once."""
        case = await cases.by_number(connection, self._vault, letter.case)
        if case is not None:
            own = f"{letter.number} {mark}"
            await plan_notice(connection, self._vault, case, kind="letter", mark=own, words=words, now=now)

    async def tell_signers(
        self,
        connection: AsyncConnection,
        letter: Letter,
        mark: str,
        words: Words,
        now: datetime,
        states: Sequence[str] = STILL_THEIRS,
    ) -> None:
        """Tells who signs pages in these states in a conversation of their own."""
        found = {page.conversation for page in letter.pages if page.state in states}
        for here in found - {None, letter.conversation}:
            await self.say(connection, str(here), f"{letter.number} {mark}", words, now)

    async def say(self, connection: AsyncConnection, here: str, key: str, words: Words, now: datetime) -> None:
        """Says something in a conversation, once for each ``key``."""
        work = Work(f"letter:{derive_id(here, key)}", "event", now, {"conversation": here, "words": to_plain(words)})
        await due_work.schedule(connection, self._vault, work, now)

    async def _later(self, connection: AsyncConnection, kind: str, letter: Letter, at: datetime, now: datetime) -> None:
        work = Work(f"{kind}:{letter.number}:{at:%Y%m%d%H%M%S}", kind, at, {"letter": letter.number}, letter.case)
        await due_work.schedule(connection, self._vault, work, now)

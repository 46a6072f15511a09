"""What becomes of a letter of authorisation (授权委托书) without its people: time goes by, a clerk looks at a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.letter_keeping import LetterKeeping
from bot.letter_papers import names_of
from flows.assistance.signing import ALIVE, TO_CHECK
from flows.words import Words
from flows.world import World
from integrations.privacy import Vault
from integrations.store import letters
from integrations.store.due_work import Work


class LetterEvents:
    """Ends and reminds as due work, and what the staff decide about pages on paper."""

    def __init__(self, vault: Vault, keeping: LetterKeeping) -> None:
        self._vault = vault
        self._keeping = keeping

    async def lapse(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """The time to sign is over: a letter that not everybody has signed is void, once."""
        kept = await letters.by_number(connection, self._vault, work.payload["letter"])
        if kept is None or kept.letter.state != "open" or kept.letter.until > world.now:
            return
        if not kept.letter.unsigned:  # the last pages are on paper, and a clerk has still to look at them
            longer = replace(kept.letter, until=world.now + timedelta(days=world.place.letter_days))
            await self._keeping.plan(
                connection, await self._keeping.save(connection, kept, longer, world.now), world.now
            )
            return
        letter = await self._keeping.save(connection, kept, replace(kept.letter, state="expired"), world.now)
        told = {"letter": letter.number, "who": names_of(letter.unsigned)}
        await self._keeping.tell(connection, letter, "expired", Words("letters-expired", told), world.now)
        await self._keeping.tell_signers(connection, letter, "expired", Words("letters-is_over"), world.now)

    async def remind(self, connection: AsyncConnection, work: Work, world: World) -> None:
        """Who has not signed yet is told to who asked for the letter, and to themselves where they have opened it."""
        kept = await letters.by_number(connection, self._vault, work.payload["letter"])
        if kept is None or kept.letter.state != "open" or kept.letter.until <= world.now or not kept.letter.unsigned:
            return
        letter, until = kept.letter, kept.letter.until
        told = {"letter": letter.number, "who": names_of(letter.unsigned), "until": until}
        await self._keeping.tell(connection, letter, work.id, Words("letters-remind", told), world.now)
        words = Words("letters-remind_signer", {"until": until})
        await self._keeping.tell_signers(connection, letter, work.id, words, world.now, ("waiting",))

    async def checked(
        self, connection: AsyncConnection, letter: str, page: str, now: datetime, *, is_good: bool
    ) -> bool:
        """A clerk has looked at a page (待核): on paper, or signed by the guardian of a grown-up. False if it does not
        wait for that. One that does not do is to be signed again, by who authorises.
        """
        kept = await letters.by_number(connection, self._vault, letter)
        found = None if kept is None else kept.letter.page(page)
        if kept is None or found is None or found.state not in TO_CHECK or kept.letter.state not in ALIVE:
            return False
        if is_good:
            changed = kept.letter.with_pages(replace(found, state=TO_CHECK[found.state]))
        else:
            again = found.unsigned()
            if found.state == "guardian_due":
                again = replace(again, by=again.of)
            changed = self._keeping.with_codes(kept.letter.with_pages(again))
        saved = await self._keeping.save(connection, kept, changed, now)
        told = {"who": names_of([found]), "left": len(saved.missing)}
        words = Words("letters-paper_seen" if is_good else "letters-paper_again", told)
        await self._keeping.tell(connection, saved, f"paper {page} {saved.revision}", words, now)
        return True

    async def withdrawn(self, connection: AsyncConnection, case: str, now: datetime) -> bool:
        """Somebody of the household has withdrawn it at the counter; False if there is nothing to withdraw."""
        kept = await letters.of_case(connection, self._vault, case)
        if kept is None or kept.letter.state not in ALIVE:
            return False
        pages = tuple(replace(page, code=None) for page in kept.letter.pages)
        over = replace(kept.letter, pages=pages, state="withdrawn")
        letter = await self._keeping.save(connection, kept, over, now)
        words = Words("letters-is_withdrawn_there", {"letter": letter.number})
        await self._keeping.tell(connection, letter, "withdrawn", words, now)
        await self._keeping.tell_signers(
            connection, letter, "withdrawn", words, now, ("signed", "guardian", "guardian_due")
        )
        return True

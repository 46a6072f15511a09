"""What residents do about letters of authorisation (授权委托书), in a turn's transaction.

Made with the application, signed with a code, refused, withdrawn at any time; what else may be changed of one stands in
``letter_changes.py``. What stands on a letter was put into words when it was made, and is signed as it was read then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.booking import Told
from bot.filing import Doing, Filing
from bot.letter_changes import LetterChanges, told
from bot.letter_keeping import LetterKeeping
from bot.letter_papers import LetterPapers, letter_to_plain, names_of
from bot.numbers import Numbers
from flows.assistance import signing
from flows.assistance.signing import ALIVE, Letter, Page, household_pages
from flows.errors import Refused
from flows.language.answers import Standing
from flows.language.endings import Authorise, OfLetter, RefuseToSign, Sign
from flows.language.facts import Facts
from flows.language.steps import NAME_TYPED
from flows.outcome import Do, Final
from flows.words import Value, Words, yes
from integrations.privacy import Vault
from integrations.store import audit, letters, uploads
from integrations.store.benefits.register import person_of
from integrations.store.letters import Kept

TOLD_APART = frozenset(
    {
        *("case opened", "numbers shown", "letter opened", "picture opened"),
        *("case accepted", "case answered", "case closed", "page checked", "check asked", "letter withdrawn"),
        *("case sent", "letter sent", "picture sent", "check sent"),
    }
)
"""Entries of the audit log that residents are told apart, as ``looked-…``."""


class Letters:
    """Refuses (Refused) what is not to be had any more."""

    def __init__(
        self, vault: Vault, numbers: Numbers, filing: Filing, keeping: LetterKeeping, papers: LetterPapers
    ) -> None:
        self._vault = vault
        self._numbers = numbers
        self._filing = filing
        self._keeping = keeping
        self._papers = papers
        self._changes = LetterChanges(vault, numbers, filing, keeping, papers)

    async def authorise(self, final: Final, ending: Authorise, doing: Doing) -> Told:
        """Files the application and makes its letter; the applicant may have signed already."""
        facts, case = final.facts, self._numbers.receipt(doing.world.day)
        letter = self._changes.new(case, doing.conversation.id, household_pages(facts), doing)
        drawn = facts.get(ending.signature, "later")
        if drawn != "later":
            mine = tuple(letter.signed_by(letter.pages[0]))
            letter = await self._signed(letter, mine, drawn, str(facts["id"]), "own", doing)
        letter = self._keeping.with_codes(letter)
        text = self._papers.text(facts, letter.number)
        id_number = str(facts.get("id", "unsure"))
        person = None if id_number == "unsure" else person_of(self._vault, id_number)
        more = {"letter": letter_to_plain(letter)}
        filed = await self._filing.case(final, ending, doing, "case", case, None, more=more, person=person)
        await self._keeping.make(doing.connection, letter, text, doing.world.now)
        return told(letter), filed.number

    async def join(self, do: Do, doing: Doing) -> None:
        """Who has opened a letter with its code is who may sign with it. Refuses a code that works no more."""
        kept, page = await self._of_code(str(do.facts["code"]), do.step, doing)
        await self._bind(kept, replace(page, conversation=doing.conversation.id), doing)

    async def leave(self, standing: Standing, doing: Doing) -> None:
        """The code may be used from another conversation again, if nothing was signed with it."""
        for kept in await letters.of_conversation(doing.connection, self._vault, doing.conversation.id):
            page = kept.letter.page(str(standing.value))
            if page is not None and page.state == "waiting":
                await self._bind(kept, replace(page, conversation=None), doing)

    async def sign(self, final: Final, ending: Sign, doing: Doing) -> Told:
        """Signs one's own page, and those of who one is the guardian of."""
        facts = final.facts
        kept, page = await self._of_code(str(facts[ending.code]), ending.code, doing)
        id_number, match = str(facts[ending.id]), self._is_them(page, facts, doing)
        if kept.letter.conversation == doing.conversation.id:
            match = "shared"
        pages = tuple(kept.letter.signed_by(page))
        letter = await self._signed(kept.letter, pages, facts[ending.signature], id_number, match, doing)
        letter = await self._changes.save(kept, letter, doing)
        told = {"who": names_of(pages), "left": len(letter.missing)}
        await self._tell_applicant(letter, f"signed {letter.revision}", Words("letters-was_signed", told), doing)
        guarded = tuple(each for each in pages if each.is_guarded)
        return {"letter": letter.number, "guarded": names_of(guarded), "some": yes(bool(guarded))}, None

    async def refuse(self, final: Final, ending: RefuseToSign, doing: Doing) -> Told:
        """Somebody does not sign (拒签)."""
        kept, page = await self._of_code(str(final.facts[ending.code]), ending.code, doing)
        self._is_them(page, final.facts, doing)
        refused = tuple(replace(each, state="refused", code=None) for each in kept.letter.signed_by(page))
        letter = await self._changes.save(kept, kept.letter.with_pages(*refused), doing)
        words = Words("letters-was_refused", {"who": names_of(refused)})
        await self._tell_applicant(letter, f"refused {letter.revision}", words, doing)
        return {}, None

    async def about(self, final: Final, ending: OfLetter, doing: Doing) -> Told:
        """What is done about a letter that was chosen; who only signs it may look and withdraw, and no more."""
        here, facts = doing.conversation.id, final.facts
        kept = await letters.by_number(doing.connection, self._vault, str(facts[ending.letter]))
        if kept is None or not kept.letter.is_of(here):
            raise Refused("letters-gone", step=ending.letter)
        if ending.what == "looked":
            return await self._looked(kept.letter, doing), None
        if (kept.letter.state in ALIVE) == (ending.what == "again"):
            raise Refused("letters-gone", step=ending.letter)
        if ending.what == "withdrawn":
            return await self._withdraw(kept, doing), None
        if kept.letter.conversation != here:
            raise Refused("letters-gone", step=ending.letter)
        return await self._changes.make(ending.what, kept, facts, doing), None

    async def withdraw_all(self, doing: Doing) -> None:
        """Who wants to be forgotten authorises nothing any more, and what they gave when they signed is gone; what the
        applicant told stands in a case, whose erasure is asked for."""
        here = doing.conversation.id
        for kept in await letters.of_conversation(doing.connection, self._vault, here):
            if kept.letter.state in ALIVE and kept.letter.is_of(here):
                await self._withdraw(kept, doing)
            if kept.letter.conversation == here:
                continue
            again = await letters.by_number(doing.connection, self._vault, kept.letter.number)
            if again is not None:
                gone = [page.forgotten() for page in again.letter.pages if page.conversation == here]
                await self._changes.save(again, again.letter.with_pages(*gone), doing)

    async def _withdraw(self, kept: Kept, doing: Doing) -> dict[str, Value]:
        """Nothing more is asked on its strength (撤回): for nobody of it, if who asked for it withdraws, and not before
        everybody has signed again, if another one does."""
        letter, here, now = kept.letter, doing.conversation.id, doing.world.now
        if letter.conversation == here:
            letter = await self._changes.save(kept, replace(letter, state="withdrawn"), doing)
            told = Words("letters-is_withdrawn", {"letter": letter.number})
            await self._keeping.tell_signers(doing.connection, letter, "withdrawn", told, now)
        else:
            mine = tuple(page for page in letter.pages if page.conversation == here)
            gone = [replace(page, state="withdrawn", code=None) for page in mine]
            letter = await self._changes.save(kept, letter.with_pages(*gone), doing)
            words = Words("letters-was_withdrawn", {"who": names_of(mine)})
            await self._tell_applicant(letter, f"withdrawn {letter.revision}", words, doing)
        return {"letter": letter.number, "whole": yes(letter.conversation == here)}

    async def _looked(self, letter: Letter, doing: Doing) -> dict[str, Value]:
        """Who looked at what (谁查看过), the oldest first."""
        found = await audit.about(doing.connection, (letter.case, letter.number))
        lines = tuple(
            Words("letters-looked_line", {"at": each.at, "who": _who(each.who), "what": _what(each.what)})
            for each in found
            if not each.what.startswith("refused")  # nothing was seen, and nothing done
        )
        return {"letter": letter.number, "lines": lines, "some": yes(bool(lines))}

    # --- parts ---------------------------------------------------------------------------------------------------

    async def _signed(
        self, letter: Letter, pages: Sequence[Page], value: Value, id_number: str, match: signing.Match, doing: Doing
    ) -> Letter:
        """The letter with these pages signed; what was drawn is kept with them and nowhere else."""
        here, drawn = doing.conversation.id, None
        if value != NAME_TYPED:
            drawn = await uploads.get(doing.connection, self._vault, str(value), here)
            if drawn is None:
                raise Refused("signature-unreadable", step="signature")
            await uploads.drop(doing.connection, here, {str(value)})
        signed = [
            replace(
                page,
                state=page.is_signed_as,
                code=None,
                conversation=here,
                signed_at=doing.world.now,
                how="typed" if drawn is None else "drawn",
                match=match,
                id_number=id_number,
                signature=drawn,
            )
            for page in pages
        ]
        return letter.with_pages(*signed)

    def _is_them(self, page: Page, facts: Facts, doing: Doing) -> signing.Match:
        by, name, number = page.by, str(facts["name"]), str(facts["id"])
        match = None if by is None else signing.match(by, name, number, doing.world.day)
        if match is None:
            raise Refused("sign-no_match", step="name")
        return match

    async def _of_code(self, code: str, step: str, doing: Doing) -> tuple[Kept, Page]:
        found = await letters.by_code(doing.connection, self._vault, code, doing.conversation.id, doing.world.now)
        if found is None:
            raise Refused("sign-over", step=step)
        return found

    async def _bind(self, kept: Kept, page: Page, doing: Doing) -> None:
        bound = replace(kept, letter=kept.letter.with_pages(page))
        await letters.change(doing.connection, self._vault, kept, bound, doing.world.now)

    async def _tell_applicant(self, letter: Letter, mark: str, words: Words, doing: Doing) -> None:
        """Who asked for the letter, unless it is who is writing."""
        if letter.conversation != doing.conversation.id:
            await self._keeping.tell(doing.connection, letter, mark, words, doing.world.now)


def _who(who: str) -> Value:
    """A clerk by the name of their account, the case system by what it is."""
    return Words("looked-by_webhook") if who == "webhook" else who


def _what(what: str) -> Words:
    """What an entry of the audit log says, to those it is about."""
    return Words(f"looked-{what.replace(' ', '_') if what in TOLD_APART else 'something'}")

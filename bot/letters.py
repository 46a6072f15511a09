"""What residents do about letters of authorisation (授权委托书), in a turn's transaction.

Made with the application, signed with a code, refused, signed by a guardian or on paper, made anew when the household
has changed, withdrawn at any time. What stands on a letter was put into words when it was made, and is signed as it was
read then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.booking import Told
from bot.filing import Doing, Filing
from bot.letter_keeping import LetterKeeping
from bot.letter_papers import LetterPapers, letter_to_plain, names_of, page_words
from bot.numbers import Numbers
from flows.assistance import signing
from flows.assistance.signing import ALIVE, Letter, Page, Person, household_pages
from flows.dialogue import derive_id
from flows.errors import Refused
from flows.inputs.code import shown_code
from flows.language.answers import Standing
from flows.language.endings import Authorise, OfLetter, RefuseToSign, Sign
from flows.language.facts import Facts
from flows.language.steps import NAME_TYPED
from flows.outcome import Do, Final
from flows.words import Value, Words, yes
from integrations.privacy import Vault
from integrations.store import audit, cases, letters, uploads
from integrations.store.letters import Kept

TOLD_APART = frozenset(
    {
        *("case opened", "numbers shown", "letter opened", "picture opened"),
        *("case accepted", "case answered", "case closed", "page checked", "check asked", "letter withdrawn"),
        *("case sent", "letter sent", "picture sent", "check sent"),
    }
)
"""Entries of the audit log that residents are told apart, as ``looked-…``."""
STILL_THEIRS = ("waiting", "signed", "guardian", "guardian_due")
"""Pages whose signers are told what becomes of their letter."""
OPEN_AGAIN = ("waiting", "refused", "withdrawn")
"""Pages for which a new code may be asked."""


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
        self._changes = {
            "codes": self._renew,
            "guardian": self._let_guardian,
            "paper": self._on_paper,
            "joined": self._with_one_more,
            "left": self._without,
            "again": self._again,
        }

    async def authorise(self, final: Final, ending: Authorise, doing: Doing) -> Told:
        """Files the application and makes its letter; the applicant may have signed already."""
        facts, case = final.facts, self._numbers.receipt(doing.world.day)
        letter = self._new(case, doing.conversation.id, household_pages(facts), doing)
        drawn = facts.get(ending.signature, "later")
        if drawn != "later":
            mine = tuple(letter.signed_by(letter.pages[0]))
            letter = await self._signed(letter, mine, drawn, str(facts["id"]), "own", doing)
        letter = self._keeping.with_codes(letter)
        text = self._papers.text(facts, letter.number)
        filed = await self._filing.case(
            final, ending, doing, "case", case, None, more={"letter": letter_to_plain(letter)}
        )
        await self._keeping.make(doing.connection, letter, text, doing.world.now)
        return _told(letter), filed.number

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
        letter = await self._save(kept, letter, doing)
        told = {"who": names_of(pages), "left": len(letter.missing)}
        await self._tell_applicant(letter, f"signed {letter.revision}", Words("letters-was_signed", told), doing)
        guarded = tuple(each for each in pages if each.is_guarded)
        return {"letter": letter.number, "guarded": names_of(guarded), "some": yes(bool(guarded))}, None

    async def refuse(self, final: Final, ending: RefuseToSign, doing: Doing) -> Told:
        """Somebody does not sign (拒签)."""
        kept, page = await self._of_code(str(final.facts[ending.code]), ending.code, doing)
        self._is_them(page, final.facts, doing)
        refused = tuple(replace(each, state="refused", code=None) for each in kept.letter.signed_by(page))
        letter = await self._save(kept, kept.letter.with_pages(*refused), doing)
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
        return await self._changes[ending.what](kept, facts, doing), None

    async def withdraw_all(self, doing: Doing) -> None:
        """Who wants to be forgotten authorises nothing any more, and what they gave when they signed is gone; what the
        applicant told stands in a case, whose erasure is asked for."""
        here = doing.conversation.id
        for kept in await letters.of_conversation(doing.connection, self._vault, here):
            if kept.letter.state in ALIVE and kept.letter.is_of(here):
                await self._withdraw(kept, doing)
            again = await letters.by_number(doing.connection, self._vault, kept.letter.number)
            if again is not None and again.letter.conversation != here:
                gone = [page.forgotten() for page in again.letter.pages if page.conversation == here]
                await self._save(again, again.letter.with_pages(*gone), doing)

    # --- what is done about a letter -----------------------------------------------------------------------------

    async def _renew(self, kept: Kept, facts: Facts, doing: Doing) -> dict[str, Value]:
        """New codes for everybody who has not signed; who refused or withdrew may think again. The old ones are
        void."""
        again = [page for page in kept.letter.pages if page.state in OPEN_AGAIN]
        fresh = [page.unsigned() for page in again]
        letter = self._keeping.with_codes(kept.letter.with_pages(*fresh))
        return _told(await self._save(kept, letter, doing))

    async def _let_guardian(self, kept: Kept, facts: Facts, doing: Doing) -> dict[str, Value]:
        """Somebody who cannot sign themselves: their guardian does, one of the household or somebody else."""
        page = _chosen(kept, facts, ("waiting",))
        among = kept.letter.page(str(facts["guardian"]))
        if among is not None:
            by = among.of
        else:
            by = Person(name=str(facts["guardian_name"]), id_number=None, age=None, relation="guardian")
        guarded = replace(page.unsigned(), by=by)
        letter = self._keeping.with_codes(kept.letter.with_pages(guarded))
        return _told(await self._save(kept, letter, doing))

    async def _on_paper(self, kept: Kept, facts: Facts, doing: Doing) -> dict[str, Value]:
        """A page signed on paper, with a name or a fingerprint (签名或按指印), as a picture: a clerk looks at it."""
        page = _chosen(kept, facts, ("waiting", "paper"))
        picture, now = str(facts["picture"]), doing.world.now
        case = await cases.by_number(doing.connection, self._vault, kept.letter.case)
        if case is not None:
            await self._filing.keep_pictures([picture], case, doing)
        paper = replace(page.unsigned(), state="paper", how="paper", picture=picture, signed_at=now)
        letter = self._keeping.with_codes(kept.letter.with_pages(paper))  # its code was for others' pages too
        return _told(await self._save(kept, letter, doing))

    async def _with_one_more(self, kept: Kept, facts: Facts, doing: Doing) -> dict[str, Value]:
        """Somebody of the household, for which everybody signs anew; or one legally obliged (法定义务人), who lives
        elsewhere and signs the same letter."""
        if facts["relation"] == "obliged":
            return await self._with_obliged(kept, facts, doing)
        people = [(page.of, page.by) for page in kept.letter.pages]
        new = self._joining(kept, facts)
        by = signing.signer_of(new, people[0][0], tuple(of for of, _ in people))
        return await self._anew(kept, (*people, (new, by)), doing)

    def _joining(self, kept: Kept, facts: Facts) -> Person:
        """Nobody stands on a letter twice."""
        new = signing.joining(facts)
        if new.id_number is not None and new.id_number in {page.of.id_number for page in kept.letter.pages}:
            raise Refused("id_number-same_person", step="member_id")
        return new

    async def _with_obliged(self, kept: Kept, facts: Facts, doing: Doing) -> dict[str, Value]:
        letter, new = kept.letter, self._joining(kept, facts)
        page = Page(id=derive_id(letter.number, str(len(letter.pages))), of=new, by=new)
        longer = replace(letter, pages=(*letter.pages, page), state="open")
        return _told(await self._save(kept, self._keeping.with_codes(longer), doing))

    async def _without(self, kept: Kept, facts: Facts, doing: Doing) -> dict[str, Value]:
        gone = _chosen(kept, facts, None)
        stays = [page for page in kept.letter.pages if page.id != gone.id]  # two may be alike in all that was told
        left = [(page.of, None if page.by == gone.of and page.is_guarded else page.by) for page in stays]
        return await self._anew(kept, left, doing)

    async def _again(self, kept: Kept, facts: Facts, doing: Doing) -> dict[str, Value]:
        """A letter that ran out or was withdrawn: the same people sign a new one."""
        return await self._anew(kept, [(page.of, page.by) for page in kept.letter.pages], doing)

    async def _anew(self, kept: Kept, people: Sequence[tuple[Person, Person | None]], doing: Doing) -> dict[str, Value]:
        """The household has changed: the letter is void, and everybody signs a new one (重新签)."""
        old, now = kept.letter, doing.world.now
        await self._save(kept, replace(old, state="replaced"), doing)
        letter = self._keeping.with_codes(self._new(old.case, old.conversation, people, doing))
        await self._keeping.make(doing.connection, letter, self._papers.again(kept.text, letter), now)
        await self._keeping.say_in_case(doing.connection, letter, now)
        codes = {page.by: page.code for page in letter.pages if page.code is not None}
        for page in old.pages:
            code = codes.get(page.by)
            if page.conversation not in {None, old.conversation} and code is not None:
                words = Words("letters-sign_again", {"code": shown_code(code), "until": letter.until})
                await self._keeping.say(doing.connection, str(page.conversation), letter.number, words, now)
        return _told(letter)

    async def _withdraw(self, kept: Kept, doing: Doing) -> dict[str, Value]:
        """Nothing more is asked on its strength (撤回): for nobody of it, if who asked for it withdraws, and not before
        everybody has signed again, if another one does."""
        letter, here, now = kept.letter, doing.conversation.id, doing.world.now
        if letter.conversation == here:
            letter = await self._save(kept, replace(letter, state="withdrawn"), doing)
            told = Words("letters-is_withdrawn", {"letter": letter.number})
            await self._keeping.tell_signers(doing.connection, letter, "withdrawn", told, now, STILL_THEIRS)
        else:
            mine = tuple(page for page in letter.pages if page.conversation == here)
            gone = [replace(page, state="withdrawn", code=None) for page in mine]
            letter = await self._save(kept, letter.with_pages(*gone), doing)
            words = Words("letters-was_withdrawn", {"who": names_of(mine)})
            await self._tell_applicant(letter, f"withdrawn {letter.revision}", words, doing)
        return {"letter": letter.number, "whole": yes(letter.conversation == here)}

    async def _looked(self, letter: Letter, doing: Doing) -> dict[str, Value]:
        """Who looked at what (谁查看过), the oldest first."""
        found = await audit.about(doing.connection, (letter.case, letter.number))
        lines = tuple(
            Words("letters-looked_line", {"at": each.at, "who": _who(each.who), "what": _what(each.what)})
            for each in found
        )
        return {"letter": letter.number, "lines": lines, "some": yes(bool(lines))}

    # --- parts ---------------------------------------------------------------------------------------------------

    def _new(
        self, case: str, conversation: str, people: Sequence[tuple[Person, Person | None]], doing: Doing
    ) -> Letter:
        world, number = doing.world, self._numbers.receipt(doing.world.day)
        return Letter(
            number=number,
            case=case,
            conversation=conversation,
            state="open",
            until=world.now + timedelta(days=world.place.letter_days),
            made_at=world.now,
            pages=tuple(Page(id=derive_id(number, str(n)), of=of, by=by) for n, (of, by) in enumerate(people)),
        )

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

    async def _save(self, kept: Kept, letter: Letter, doing: Doing) -> Letter:
        """A letter that was complete and is not any more has time anew."""
        world = doing.world
        if kept.letter.state == "complete" and letter.state == "open":
            letter = replace(letter, until=world.now + timedelta(days=world.place.letter_days))
            await self._keeping.plan(doing.connection, letter, world.now)
        return await self._keeping.save(doing.connection, kept, letter, world.now)

    async def _tell_applicant(self, letter: Letter, mark: str, words: Words, doing: Doing) -> None:
        """Who asked for the letter, unless it is who is writing."""
        if letter.conversation != doing.conversation.id:
            await self._keeping.tell(doing.connection, letter, mark, words, doing.world.now)


def _chosen(kept: Kept, facts: Facts, states: Sequence[str] | None) -> Page:
    """The page that was chosen, if it is still in one of these states."""
    page = kept.letter.page(str(facts["page"]))
    if page is None or (states is not None and page.state not in states):
        raise Refused("letters-gone", step="page")
    return page


def _told(letter: Letter) -> dict[str, Value]:
    return {
        "letter": letter.number,
        "until": letter.until,
        "lines": tuple(map(page_words, letter.pages)),
        "state": letter.state,
        "codes": (codes := tuple(page.code for page in letter.pages if page.code is not None)),
        "how": "done" if not letter.unsigned else "codes" if codes else "paper",
    }


def _who(who: str) -> Value:
    """A clerk by the name of their account, the case system by what it is."""
    return Words("looked-by_webhook") if who == "webhook" else who


def _what(what: str) -> Words:
    """What an entry of the audit log says, to those it is about."""
    return Words(f"looked-{what.replace(' ', '_') if what in TOLD_APART else 'something'}")

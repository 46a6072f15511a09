"""What who asked for a letter of authorisation (授权委托书) changes of it, in a turn's transaction.

New codes, a guardian, a page on paper; and a new letter where the household has changed or the old one is over, which
everybody signs anew (重新签).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.filing import Doing, Filing
from bot.letter_keeping import LetterKeeping
from bot.letter_papers import LetterPapers, page_words
from bot.numbers import Numbers
from flows.assistance import signing
from flows.assistance.signing import Letter, Page, Person
from flows.dialogue import derive_id
from flows.errors import Refused
from flows.inputs.code import shown_code
from flows.language.facts import Facts
from flows.words import Value, Words
from integrations.privacy import Vault
from integrations.store import cases
from integrations.store.letters import Kept

OPEN_AGAIN = ("waiting", "refused", "withdrawn")
"""Pages for which a new code may be asked."""


class LetterChanges:
    """Refuses (Refused) what is not to be had any more."""

    def __init__(
        self, vault: Vault, numbers: Numbers, filing: Filing, keeping: LetterKeeping, papers: LetterPapers
    ) -> None:
        self._vault = vault
        self._numbers = numbers
        self._filing = filing
        self._keeping = keeping
        self._papers = papers
        self._by_name = {
            "codes": self._renew,
            "guardian": self._let_guardian,
            "paper": self._on_paper,
            "joined": self._with_one_more,
            "left": self._without,
            "again": self._again,
        }

    async def make(self, what: str, kept: Kept, facts: Facts, doing: Doing) -> dict[str, Value]:
        """Makes one of them, by its name; what is told of the letter then."""
        return await self._by_name[what](kept, facts, doing)

    def new(self, case: str, conversation: str, people: Sequence[tuple[Person, Person | None]], doing: Doing) -> Letter:
        """A letter nobody has signed yet."""
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

    async def save(self, kept: Kept, letter: Letter, doing: Doing) -> Letter:
        """A letter that was complete and is not any more has time anew."""
        world = doing.world
        if kept.letter.state == "complete" and letter.state == "open":
            letter = replace(letter, until=world.now + timedelta(days=world.place.letter_days))
            await self._keeping.plan(doing.connection, letter, world.now)
        return await self._keeping.save(doing.connection, kept, letter, world.now)

    async def _renew(self, kept: Kept, facts: Facts, doing: Doing) -> dict[str, Value]:
        """New codes for everybody who has not signed; who refused or withdrew may think again. The old ones are
        void."""
        again = [page for page in kept.letter.pages if page.state in OPEN_AGAIN]
        fresh = [page.unsigned() for page in again]
        letter = self._keeping.with_codes(kept.letter.with_pages(*fresh))
        return told(await self.save(kept, letter, doing))

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
        return told(await self.save(kept, letter, doing))

    async def _on_paper(self, kept: Kept, facts: Facts, doing: Doing) -> dict[str, Value]:
        """A page signed on paper, with a name or a fingerprint (签名或按指印), as a picture: a clerk looks at it."""
        page = _chosen(kept, facts, ("waiting", "paper"))
        picture, now = str(facts["picture"]), doing.world.now
        case = await cases.by_number(doing.connection, self._vault, kept.letter.case)
        if case is not None:
            await self._filing.keep_pictures([picture], case, doing)
        paper = replace(page.unsigned(), state="paper", how="paper", picture=picture, signed_at=now)
        letter = self._keeping.with_codes(kept.letter.with_pages(paper))  # its code was for others' pages too
        return told(await self.save(kept, letter, doing))

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
        return told(await self.save(kept, self._keeping.with_codes(longer), doing))

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
        await self.save(kept, replace(old, state="replaced"), doing)
        letter = self._keeping.with_codes(self.new(old.case, old.conversation, people, doing))
        await self._keeping.make(doing.connection, letter, self._papers.again(kept.text, letter), now)
        codes = {page.by: page.code for page in letter.pages if page.code is not None}
        for page in old.pages:
            code = codes.get(page.by)
            if page.conversation not in {None, old.conversation} and code is not None:
                words = Words("letters-sign_again", {"code": shown_code(code), "until": letter.until})
                await self._keeping.say(doing.connection, str(page.conversation), letter.number, words, now)
        return told(letter)


def _chosen(kept: Kept, facts: Facts, states: Sequence[str] | None) -> Page:
    """The page that was chosen, if it is still in one of these states."""
    page = kept.letter.page(str(facts["page"]))
    if page is None or (states is not None and page.state not in states):
        raise Refused("letters-gone", step="page")
    return page


def told(letter: Letter) -> dict[str, Value]:
    """What is told of a letter: how far everybody's page has come, and how to go on."""
    return {
        "letter": letter.number,
        "until": letter.until,
        "lines": tuple(map(page_words, letter.pages)),
        "state": letter.state,
        "codes": (codes := tuple(page.code for page in letter.pages if page.code is not None)),
        "how": "done" if not letter.unsigned else "codes" if codes else "paper",
    }

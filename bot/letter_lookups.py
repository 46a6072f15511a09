"""What steps need to know of letters of authorisation: found by code, one's own, and what may be done about them.

A code that never was, is used, over or another's: one sentence for all. A name or a number that is not the signer's:
one sentence as well. Whoever tries is stopped after a few wrong ones.
"""

from __future__ import annotations

from bot.letter_papers import LetterPapers, names_of, page_words, person_words, state_words
from bot.tries import MOST_WRONG, WrongTries
from flows.assistance import signing
from flows.assistance.signing import ALIVE, Letter, Page
from flows.inputs.name import mask_name
from flows.language.lookups import Found
from flows.outcome import Needed
from flows.words import Option, Words, yes
from integrations.privacy import Vault
from integrations.quick import Quick
from integrations.store import letters
from integrations.store.database import Database
from integrations.store.letters import Kept

_OFTEN = Found((), {}, Words("sign-too_often"), Words("sign-too_often"))
_NO_MATCH = Found((), {}, Words("sign-no_match"), Words("sign-no_match"))
_OVER = Found((), {}, Words("sign-over"), Words("sign-over"))
_GONE = Found((), {}, Words("letters-gone"), Words("letters-gone"))
_BY_STATE = {"guardian": ("waiting",), "paper": ("waiting", "paper")}
"""Who refused or withdrew is signed for by nobody: they get a code anew, and decide themselves."""


class LetterLookups:
    """The look-ups of letters."""

    def __init__(self, database: Database, vault: Vault, quick: Quick, papers: LetterPapers) -> None:
        self._database = database
        self._vault = vault
        self._tries = WrongTries(quick, vault, "letter-code")
        self._papers = papers

    async def of_code(self, needed: Needed, conversation: str) -> Found:
        """The page a code is for; of the applicant no more than the family name."""
        code = str(needed.facts["code"])
        most = self._tries.at_codes(conversation)
        if await self._tries.are_too_many(most):
            return _OFTEN
        found = await self._by_code(needed, code, conversation)
        if found is None:
            await self._tries.add(most, conversation, code)
            return _OVER
        kept, page = found
        applicant = mask_name(kept.letter.pages[0].of.name or "")
        return Found((Option(page.id, Words("sign-asked", {"applicant": applicant})),), {}, Words("sign-over"))

    async def own_pages(self, needed: Needed, conversation: str) -> Found:
        """The letter to be read, for whom name and number are those of its signer."""
        facts = needed.facts
        code, name, id_number = (str(facts[step]) for step in ("code", "name", "id"))
        most = {self._tries.of("conversation", conversation): MOST_WRONG, self._tries.of("code", code): MOST_WRONG}
        if await self._tries.are_too_many(most):
            return _OFTEN
        found = await self._by_code(needed, code, conversation)
        if found is None:
            return _OVER
        kept, page = found
        if page.by is None or signing.match(page.by, name, id_number, facts.day) is None:
            await self._tries.add(most, conversation, code, name, id_number)
            return _NO_MATCH
        guarded = names_of(each for each in kept.letter.signed_by(page) if each.is_guarded)
        lines: tuple[str | Words, ...] = self._papers.read(kept)
        if guarded:
            lines = (*lines, Words("letter-read_guardian", {"names": guarded}))
        note = Words("letter-read", {"lines": lines})
        return Found((Option(page.id, Words("sign-has_read")),), {}, Words("sign-over"), note=note)

    async def mine(self, needed: Needed, conversation: str) -> Found:
        """The letters this conversation asked for or signs."""
        async with self._database.read() as connection:
            found = await letters.of_conversation(connection, self._vault, conversation)
        options = tuple(
            Option(kept.letter.number, _named(kept.letter)) for kept in found if kept.letter.is_of(conversation)
        )
        return Found(options, {}, Words("letters-gone"), Words("letters-none"))

    async def ways(self, needed: Needed, conversation: str) -> Found:
        """How far the letter has come, and what may be done about it from here."""
        kept = await self._chosen(needed, conversation)
        if kept is None:
            return _GONE
        letter = kept.letter
        is_own = letter.conversation == conversation
        offered = ["looked"]
        if is_own and letter.state in {"expired", "withdrawn"}:
            offered = ["again", "looked"]
        if letter.state in ALIVE:
            changes = ["codes", "paper", "guardian"] if letter.missing else []
            offered = [*changes, "looked", *(["joined", "left"] if is_own else []), "withdraw"]
            if not is_own:
                offered = ["looked", "withdraw"]
        shown = letter.pages if is_own else tuple(page for page in letter.pages if page.conversation == conversation)
        note = {
            "letter": letter.number,
            "state": Words(f"letters-state.{letter.state}"),
            "until": letter.until,
            "open": yes(letter.state == "open"),
            "lines": tuple(map(page_words, shown)),
            "codes": tuple(page.code for page in shown if page.code is not None) if is_own else (),
        }
        options = tuple(Option(each, Words(f"letters-way.{each}")) for each in offered)
        return Found(options, {}, Words("letters-gone"), note=Words("letters-shown", note))

    async def pages(self, needed: Needed, conversation: str) -> Found:
        """The pages that what was chosen can be done to."""
        kept, what = await self._chosen(needed, conversation), str(needed.facts["what"])
        if kept is None or kept.letter.conversation != conversation:
            return _GONE
        states = _BY_STATE.get(what)
        own = kept.letter.pages[1:] if what == "left" else kept.letter.pages
        fitting = (page for page in own if states is None or page.state in states)
        options = tuple(Option(page.id, _page_label(page)) for page in fitting)
        return Found(options, {}, Words("letters-gone"), Words("letters-no_page"))

    async def guardians(self, needed: Needed, conversation: str) -> Found:
        """The grown-ups of the letter who may sign for the one of the page that was chosen."""
        kept = await self._chosen(needed, conversation)
        page = None if kept is None else kept.letter.page(str(needed.facts["page"]))
        if kept is None or page is None:
            return _GONE
        others = [each for each in kept.letter.pages if each.id != page.id and each.by == each.of and each.of.name]
        return Found(tuple(Option(each.id, person_words(each.of)) for each in others), {}, Words("letters-gone"))

    async def _by_code(self, needed: Needed, code: str, conversation: str) -> tuple[Kept, Page] | None:
        async with self._database.read() as connection:
            return await letters.by_code(connection, self._vault, code, conversation, needed.facts.world.now)

    async def _chosen(self, needed: Needed, conversation: str) -> Kept | None:
        async with self._database.read() as connection:
            kept = await letters.by_number(connection, self._vault, str(needed.facts["letter"]))
        return kept if kept is not None and kept.letter.is_of(conversation) else None


def _named(letter: Letter) -> Words:
    return Words("letters-one", {"letter": letter.number, "state": Words(f"letters-state.{letter.state}")})


def _page_label(page: Page) -> Words:
    return Words("letter-page_state", {"who": person_words(page.of), "state": state_words(page)})

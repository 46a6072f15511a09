"""What stands on a letter of authorisation (授权委托书), in words: kept when it is made, printed as it was kept."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from bot.clock import local_day
from bot.speech import Speech
from flows.assistance import letter as wording
from flows.assistance.signing import ALIVE, Letter, Page, Person
from flows.discretion import private
from flows.inputs.code import shown_code
from flows.inputs.id_number import mask
from flows.language.facts import Facts
from flows.place import Place
from flows.words import Value, Words
from integrations.documents.fonts import STAND_IN
from integrations.documents.letter import Labels, Member, Signer, letter_digest
from integrations.documents.letter import Letter as Paper
from integrations.store.letters import Kept

LANGUAGE = "zh-Hans"
"""Letters are handed to offices and read in court: whoever chats in another language reads a translation before."""


VERIFY = "letters"
"""Where a printed letter is verified: the path is followed by its number and its digest."""


class LetterPapers:
    """Words and papers of letters."""

    def __init__(self, speech: Speech, place: Place) -> None:
        self._speech = speech
        self._place = place

    def text(self, facts: Facts, number: str) -> dict[str, Any]:
        """What stands on the letter of an application, but for its people, in the language of the law."""

        def say(words: Words) -> str:
            return self._speech.render(words, LANGUAGE)

        lines, clauses = wording.of(facts)
        return {
            "language": LANGUAGE,
            "number": number,
            "issuer": say(Words(f"place-{self._place.id}")),
            "title": say(wording.TITLE),
            "subtitle": say(wording.SUBTITLE),
            "mark": say(Words("letter-demonstration")) if self._place.demonstration else "",
            "lines": [[say(label), say(words)] for label, words in lines],
            "clauses": [say(each) for each in clauses],
            "promise": say(wording.PROMISE),
            "notes": [say(each) for each in wording.NOTES],
        }

    def again(self, text: Mapping[str, Any], letter: Letter) -> dict[str, Any]:
        """The same for a letter that takes the place of another."""
        return {**text, "number": letter.number}

    def read(self, kept: Kept) -> tuple[str, ...]:
        """The letter as it is read on a screen before it is signed, line by line."""
        text = kept.text
        lines = [self._put("letter-read_line", text, label=label, words=words) for label, words in text["lines"]]
        clauses = [
            self._put("letter-read_clause", text, number=n, words=clause) for n, clause in enumerate(text["clauses"], 1)
        ]
        return (*lines, *clauses, text["promise"])

    def paper(self, kept: Kept, reader: str | None, address: str | None) -> Paper:
        """The letter for printing, with every page for the staff (``reader`` None) and for who asked for it; for any
        other conversation with its own pages.

        What somebody else typed of their own number is masked for residents. ``address`` is where residents open the
        desk, with a slash at the end: there its digest is looked up.
        """
        letter, text = kept.letter, kept.text
        mine = [page for page in letter.pages if reader in {None, letter.conversation, page.conversation}]
        is_signed = any(page.signed_at is not None for page in letter.pages)
        digest = kept.digests[-1][0] if is_signed else ""
        return Paper(
            **{name: text[name] for name in ("language", "number", "issuer", "title", "subtitle", "promise")},
            mark=text["mark"] if letter.state in ALIVE else self._put(f"letters-state.{letter.state}", text),
            labels=Labels(**{each.name: self._put(f"letter-label.{each.name}", text) for each in fields(Labels)}),
            lines=tuple((label, words) for label, words in text["lines"]),
            clauses=tuple(text["clauses"]),
            members=tuple(self._member(page, letter, reader, text) for page in letter.pages),
            pages=tuple(self._signer(page, letter, reader, text) for page in mine),
            page=self._put("letter-page", text, page="{page}", pages="{pages}"),
            digest=digest,
            verify_url=f"{address}{VERIFY}/{letter.number}/{digest}" if digest and address else "",
            notes=tuple(text["notes"]),
            unprintable=self._put("letter-unprintable", text, mark=STAND_IN),
        )

    def _member(self, page: Page, letter: Letter, reader: str | None, text: Mapping[str, Any]) -> Member:
        name, relation = (self._say(words, text) for words in (person_words(page.of), relation_words(page.of)))
        return Member(name=name, relation=relation, id_number=_seen(page.number or "", page, letter, reader))

    def _signer(self, page: Page, letter: Letter, reader: str | None, text: Mapping[str, Any]) -> Signer:
        by = page.by or page.of
        capacity = wording.guardian_of(self._say(person_words(page.of), text)) if page.is_guarded else wording.OWN
        number = page.id_number or by.id_number or ""
        return Signer(
            name=by.name or "",
            relation=self._say(relation_words(by), text),
            id_number=_seen(number, page, letter, reader),
            capacity=self._say(capacity, text),
            state=self._say(_printed(page), text),
            date="" if page.signed_at is None else self._put("verbatim", text, text=local_day(page.signed_at)),
            signature=page.signature,
        )

    def _put(self, key: str, of: Mapping[str, Any], **args: Value) -> str:
        return self._say(Words(key, args), of)

    def _say(self, words: Words, of: Mapping[str, Any]) -> str:
        return self._speech.render(words, of["language"])


def sealed(kept: Kept, now: datetime) -> Kept:
    """A letter with the digest of the state it is in now, if that is a new one."""
    digest = digest_of(kept)
    if kept.digests and kept.digests[-1][0] == digest:
        return kept
    return replace(kept, digests=(*kept.digests, (digest, now.isoformat())))


def digest_of(kept: Kept) -> str:
    """The digest (SHA-256) of what is signed: the text, the people, and of every page who signed it when and how."""
    return letter_digest({"text": dict(kept.text), "pages": [_page_to_plain(page) for page in kept.letter.pages]})


def known_since(kept: Kept, digest: str) -> datetime | None:
    """Since when a letter was in the state of a digest; None where it never was."""
    found = None
    asked = digest.encode()  # whatever somebody typed; text is compared only where it is plain ASCII
    for each, at in kept.digests:  # every one is compared, and in constant time
        if hmac.compare_digest(each.encode(), asked):
            found = datetime.fromisoformat(at)
    return found


def letter_to_plain(letter: Letter) -> dict[str, Any]:
    """How far a letter has come, as its case says it."""
    return {
        "number": letter.number,
        "state": letter.state,
        "until": letter.until.isoformat(),
        "pages": [
            {
                "name": page.of.name,
                "relation": page.of.relation,
                "id_number": page.number,
                "state": page.state,
                "signed_at": None if page.signed_at is None else page.signed_at.isoformat(),
                "how": page.how,
                "match": page.match,
                "guardian": page.by.name if page.is_guarded and page.by is not None else None,
            }
            for page in letter.pages
        ],
    }


def person_words(person: Person) -> Words:
    """Somebody by name, else by what they are to the applicant."""
    return relation_words(person) if person.name is None else private(person.name)


def names_of(pages: Iterable[Page]) -> tuple[Words, ...]:
    """Whose pages they are."""
    return tuple(person_words(page.of) for page in pages)


def relation_words(person: Person) -> Words:
    """What somebody is to the applicant."""
    return Words(f"letter-relation.{person.relation}")


def state_words(page: Page) -> Words:
    """待签, 已签, 监护人代签, 纸质已签（待核）, 纸质已签, 拒签, 撤回."""
    return Words(f"letter-state.{page.state}")


def page_words(page: Page) -> Words:
    """How far a page has come, with the code for who is to sign it."""
    plain = stage_words(page)
    return plain if page.code is None else Words("letter-page_code", {**plain.args, "code": shown_code(page.code)})


def stage_words(page: Page) -> Words:
    """How far a page has come, for whoever has no business with its code."""
    who = {"who": person_words(page.of), "relation": relation_words(page.of), "state": state_words(page)}
    if page.is_guarded:
        who["state"] = Words("letter-state_of_guardian", {"state": who["state"], "guardian": _guardian(page)})
    return Words("letter-page_state", who)


def _printed(page: Page) -> Words:
    """The state of a page on paper; where a name was typed, no signature stands beside it."""
    state = state_words(page)
    return Words("letter-state_typed", {"state": state}) if page.how == "typed" else state


def _guardian(page: Page) -> Words:
    return Words("letter-no_guardian") if page.by is None else person_words(page.by)


def _seen(number: str, page: Page, letter: Letter, reader: str | None) -> str:
    """A number whole for the staff, for who typed it, and for the applicant where they gave it; else masked."""
    given = {page.of.id_number, None if page.by is None else page.by.id_number}
    is_own = reader is None or page.conversation == reader or (letter.conversation == reader and number in given)
    return number if is_own or not number else mask(number)


def _page_to_plain(page: Page) -> dict[str, Any]:
    return {
        "of": [page.of.name, page.of.id_number, page.of.relation],
        "by": None if page.by is None else [page.by.name, page.by.relation],
        "id_number": page.id_number,
        "state": page.state,
        "signed_at": None if page.signed_at is None else page.signed_at.isoformat(),
        "how": page.how,
        "match": page.match,
        "picture": page.picture,
        "signature": None if page.signature is None else hashlib.sha256(page.signature).hexdigest(),
    }

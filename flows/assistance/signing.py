"""Who signs a letter of authorisation (授权委托书), and how far it has come.

Everybody of the household signs a page of their own; for a child the guardian (监护人) does, and for whoever cannot
(最低生活保障审核确认办法第9条; 民法典第27、28条). A letter holds when every page is signed, and for no day longer than
everybody of it wants.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from flows.assistance.telling import age_of, member_age, years
from flows.inputs.id_number import describe
from flows.inputs.text import fold
from flows.language import Facts

ADULT = 18
"""成年 (民法典第17条)."""
AGE_MAY_DIFFER = 1
"""Years between an age that was told and that of an ID number which the applicant did not know."""
GUARDED = frozenset({"grandchild", "sibling"})
"""Whose guardian the applicant is, by their relation to them, where there are no parents any more."""
GUARDIANS = ("grandparent", "sibling")
"""Who is the guardian of an applicant who is a child and has no parents any more, the first there is (民法典第27条
第2款)."""
GONE = frozenset({"dead", "not_found"})
"""Parents who are no guardians any more. Whether others have lost the capacity (监护能力) is not for us to say."""

PageState = Literal["waiting", "signed", "guardian", "guardian_due", "paper", "paper_seen", "refused", "withdrawn"]
"""待签, 已签, 监护人代签, 监护人代签待核 (of a grown-up), 纸质已签待核, 纸质已签, 拒签, 撤回."""
LetterState = Literal["open", "complete", "withdrawn", "expired", "replaced"]
How = Literal["drawn", "typed", "paper"]
Match = Literal["number", "name", "own", "shared"]
"""What the one who signed was matched by: the number and name the applicant gave; the name, and the age where it was
told; they are the applicant, and said so themselves; or it was done in the applicant's own conversation."""

SIGNED = frozenset({"signed", "guardian", "paper_seen"})
TO_CHECK: Mapping[PageState, PageState] = {"paper": "paper_seen", "guardian_due": "guardian"}
"""What a clerk has to look at, and what it is then: a page on paper; that a grown-up cannot sign themselves and who
their guardian is (民法典第28条), which is not for the household alone to say."""
ALIVE = frozenset({"open", "complete"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One of the household, as the applicant told of them; ``relation`` is to the applicant, who is ``self``."""

    name: str | None
    id_number: str | None
    age: int | None
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page of somebody who authorises. ``by`` is who signs it: themselves, or a guardian (None: not known yet).

    ``picture`` is the upload of a page signed on paper, ``signature`` the picture (PNG) of what was drawn; ``before``
    is that they had refused or withdrawn.
    """

    id: str
    of: Person
    by: Person | None
    state: PageState = "waiting"
    code: str | None = None
    conversation: str | None = None
    signed_at: datetime | None = None
    how: How | None = None
    match: Match | None = None
    id_number: str | None = None
    signature: bytes | None = None
    picture: str | None = None
    before: PageState | None = None

    @property
    def is_signed_as(self) -> PageState:
        """The state of the page once its signer has signed."""
        if not self.is_guarded:
            return "signed"
        return "guardian" if is_child(self.of) else "guardian_due"

    def forgotten(self) -> Page:
        """The page without what its signer gave, and nobody's any more."""
        return replace(self, conversation=None, id_number=None, signature=None, how=None, match=None, signed_at=None)

    @property
    def is_guarded(self) -> bool:
        """Whether a guardian signs it."""
        return self.by != self.of

    @property
    def number(self) -> str | None:
        """The ID number of who authorises: as the applicant told it, else as they typed it themselves; what a guardian
        typed is the guardian's."""
        return self.of.id_number or (None if self.is_guarded else self.id_number)

    @property
    def can_sign_online(self) -> bool:
        """Whether its signer can be told from others: by a name at least."""
        return self.by is not None and self.by.name is not None

    def unsigned(self) -> Page:
        """The page as it was before anybody opened or signed it; nothing of an earlier signature stands on it."""
        before = self.state if self.state in {"refused", "withdrawn"} else self.before
        return Page(id=self.id, of=self.of, by=self.by, before=before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter with its pages. ``number`` is its own, ``case`` that of the application it belongs to."""

    number: str
    case: str
    conversation: str
    state: LetterState
    until: datetime
    made_at: datetime
    pages: tuple[Page, ...]
    revision: int = 0

    @property
    def is_in_force(self) -> bool:
        """Whether anything may be asked on its strength."""
        return self.state == "complete"

    @property
    def missing(self) -> tuple[Page, ...]:
        """The pages that are not signed."""
        return tuple(page for page in self.pages if page.state not in SIGNED)

    @property
    def unsigned(self) -> tuple[Page, ...]:
        """Those of them for which somebody has still to do something: not those that wait for a clerk."""
        return tuple(page for page in self.missing if page.state not in TO_CHECK)

    def is_of(self, conversation: str) -> bool:
        """Whether a conversation asked for it, or has signed a page of it: a code alone, without the name and number
        of its signer, opens nothing."""
        signers = {page.conversation for page in self.pages if page.match is not None}
        return conversation in {self.conversation, *signers}

    def page(self, id_: str) -> Page | None:
        """A page by its id."""
        return next((page for page in self.pages if page.id == id_), None)

    def with_pages(self, *changed: Page) -> Letter:
        """The letter with pages changed; complete when the last one is signed, open again when one no longer is."""
        by_id = {page.id: page for page in changed}
        pages = tuple(by_id.get(page.id, page) for page in self.pages)
        state = self.state
        if state in ALIVE:
            state = "complete" if all(page.state in SIGNED for page in pages) else "open"
        return replace(self, pages=pages, state=state)

    def signed_by(self, page: Page) -> Iterator[Page]:
        """The pages still to be signed that the signer of ``page`` signs, that page first: one's own, and those of who
        one is the guardian of."""
        if page.state == "waiting":
            yield page
        for each in self.pages:
            if each.id != page.id and each.state == "waiting" and each.by is not None and each.by == page.by:
                yield each


def household_pages(facts: Facts) -> tuple[tuple[Person, Person | None], ...]:
    """Who authorises and who signs for them, the applicant first."""
    items = list(facts.items_of("household").values())
    applicant = Person(
        name=str(facts["name"]), id_number=_known(facts["id"]), age=age_of(facts, "age"), relation="self"
    )
    members = tuple(
        Person(
            name=_known(item["member_name"]),
            id_number=_known(item["member_id"]),
            age=member_age(item, facts.day),
            relation=str(item["relation"]),
        )
        for item in items
    )
    household = (applicant, *members)
    alone = [_has_no_parents(facts.get("father"), facts.get("mother"))]
    alone += [_has_no_parents(item.get("member_father"), item.get("member_mother")) for item in items]
    return tuple(
        (person, signer_of(person, applicant, household, has_no_parents=without))
        for person, without in zip(household, alone, strict=True)
    )


def joining(facts: Facts) -> Person:
    """Who joins the household of a letter that is made anew."""
    return Person(
        name=_known(facts["member_name"]),
        id_number=_known(facts["member_id"]),
        age=age_of(facts, "member_age"),
        relation=str(facts["relation"]),
    )


def signer_of(
    person: Person, applicant: Person, household: tuple[Person, ...], *, has_no_parents: bool = False
) -> Person | None:
    """Who signs for somebody: they themselves; for a child a parent, and where there are none any more, who is next by
    law (民法典第27条). None where what was told does not say who that is: then the applicant says it."""
    if not is_child(person):
        return person
    if person != applicant:
        if is_child(applicant):
            return None
        is_guardian = person.relation == "child" or (person.relation in GUARDED and has_no_parents)
        return applicant if is_guardian else None
    grown = [each for each in household if each != applicant and not is_child(each)]
    order = GUARDIANS if has_no_parents else ("parent",)
    return next((each for relation in order for each in grown if each.relation == relation), None)


def signs_here(facts: Facts) -> bool:
    """Whether the applicant is who writes, and may sign on a screen: a grown-up who told their number."""
    age = age_of(facts, "age")
    is_grown_up = facts["id"] != "unsure" and age is not None and age >= ADULT
    return facts.world.place.sign_online and facts["for_whom"] == "self" and is_grown_up


def match(by: Person, name: str, id_number: str, day: date) -> Match | None:
    """Whether a name and a number are those of who is to sign; None when they are not. A child signs nothing."""
    birth = describe(id_number).birth
    age = None if birth is None else years(birth, day)
    if age is None or age < ADULT or by.name is None or not _same(fold(by.name), fold(name)):
        return None
    if by.id_number is not None:
        return "number" if _same(by.id_number, id_number) else None
    return None if by.age is not None and abs(by.age - age) > AGE_MAY_DIFFER else "name"


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def is_child(person: Person) -> bool:
    """Whether somebody is known to be under age."""
    return person.age is not None and person.age < ADULT


def _has_no_parents(father: object, mother: object) -> bool:
    return father in GONE and mother in GONE


def _known(value: object) -> str | None:
    return None if value == "unsure" else str(value)

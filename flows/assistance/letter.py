"""What a letter of authorisation (授权委托书) says: who authorises whom, to check what, and under which conditions.

The words follow 社会救助暂行办法 §58 (checking at a household's request), §61 (confidence) and §65 (review),
最低生活保障审核确认办法 §6 (agents), §9 (every member living together), §17 (what is checked) and §30 (changes), and
特困人员认定办法 §10 (the legally obliged).
"""

from __future__ import annotations

from collections.abc import Sequence

from flows.assistance import routing, telling
from flows.assistance.signing import household_pages
from flows.language import Facts
from flows.words import Words

TITLE = Words("letter-title")
SUBTITLE = Words("letter-subtitle")
PROMISE = Words("letter-promise")
"""The promise of truth (承诺), made by everyone who signs."""
NOTES = (Words("letter-note_not_accepted"), Words("letter-note_free"), Words("letter-note_review"))
"""What signing does not mean, and what stays open to whoever disagrees."""


def lines(*, applicant: str, tekun: bool, township: Words, bureau: Words) -> tuple[tuple[Words, Words], ...]:
    """The authorisation itself as pairs of a label and its words; ``tekun`` as in ``clauses``."""
    return (
        (Words("letter-line.applicant"), Words("verbatim", {"text": applicant})),
        (Words("letter-line.by"), Words("letter-by_tekun" if tekun else "letter-by")),
        (Words("letter-line.to"), Words("letter-to", {"township": township, "bureau": bureau})),
        (Words("letter-line.from"), Words("letter-from")),
        (Words("letter-line.scope"), Words("letter-scope")),
        (Words("letter-line.validity"), Words("letter-validity")),
    )


def clauses(*, tekun: bool, electronic: bool) -> tuple[Words, ...]:
    """The conditions in their order.

    ``tekun``: the application is for 特困人员救助供养, for which the legally obliged (法定义务人) sign too.
    ``electronic``: the county lets people sign on a screen, once their identity is matched.
    """
    obliged = (Words("letter-clause_obliged"),) if tekun else ()
    return (
        Words("letter-clause_each"),
        *obliged,
        Words("letter-clause_agent"),
        Words("letter-clause_data"),
        Words("letter-clause_use"),
        Words("letter-clause_void"),
        Words("letter-clause_again"),
        Words("letter-clause_electronic" if electronic else "letter-clause_paper"),
        Words("letter-clause_copies"),
    )


def of(facts: Facts) -> tuple[tuple[tuple[Words, Words], ...], tuple[Words, ...]]:
    """The lines and the clauses of the letter of an application."""
    tekun = _is_for_tekun(facts)
    place = facts.world.place
    asked = routing.township(facts)
    township = Words("letter-township_elsewhere" if asked is None else f"township-{asked}")
    own = lines(applicant=facts["name"], tekun=tekun, township=township, bureau=Words(f"place-{place.id}"))
    return own, clauses(tekun=tekun, electronic=place.sign_online)


def read(facts: Facts) -> Sequence[Words]:
    """The letter as it is read on a screen before it is signed, and for whom one signs as their guardian."""
    own, conditions = of(facts)
    (applicant, by), *others = household_pages(facts)
    guarded = [each for each, guardian in others if guardian == applicant == by]
    names = tuple(each.name or Words(f"letter-relation.{each.relation}") for each in guarded)
    shown = [Words("letter-read_line", {"label": label, "words": text}) for label, text in own]
    numbered = [Words("letter-read_clause", {"number": n, "words": text}) for n, text in enumerate(conditions, 1)]
    told = [Words("letter-read", {"lines": (*shown, *numbered, PROMISE)})]
    return (*told, Words("letter-read_guardian", {"names": names})) if names else tuple(told)


def obliged_too(facts: Facts) -> Sequence[Words]:
    """For 特困人员救助供养 those legally obliged to support sign too (特困人员认定办法第10条), where there are any."""
    return (Words("letters-obliged_too"),) if _is_for_tekun(facts) and facts["obliged"] != "none" else ()


def _is_for_tekun(facts: Facts) -> bool:
    return "tekun" in telling.screening_of(facts).candidates


def guardian_of(name: str) -> Words:
    """The capacity of a guardian (监护人) who signs for somebody; of whoever signs for themselves it is ``OWN``."""
    return Words("letter-guardian_of", {"name": name})


OWN = Words("letter-own")

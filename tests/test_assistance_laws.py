"""What holds for the rules of social assistance whatever the household."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.speech import LANGUAGES
from flows.assistance import means
from flows.assistance.categories import CATEGORIES, Category
from flows.assistance.figures import Figures
from flows.assistance.household import (
    NOTHING,
    UNKNOWN_AMOUNT,
    Disability,
    Event,
    Handicap,
    Household,
    Hukou,
    Member,
    Obliged,
    Parent,
    Received,
    Span,
    exactly,
)
from flows.assistance.screening import Finding, screen
from flows.assistance.telling import in_words
from flows.policy import Policy
from flows.verdict import Judgement, Verdict
from tests.households import BARE, HERE, JILIN, JINGTAI, JINING, QINGHAI, policy, verdict
from tests.talk import SPEECH

PLACES = (
    HERE,
    QINGHAI,
    JILIN,
    JINING,
    JINGTAI,
    BARE,
    policy("jingtai", "profiles/assistance_qinghai", standards=False),
)
DAYS = (date(2024, 6, 3), date(2025, 6, 2), date(2026, 6, 1))

amounts = st.integers(0, 4000).map(Decimal)
spans = st.one_of(
    amounts.map(exactly), st.tuples(amounts, amounts).map(lambda pair: Span(min(pair), max(pair))), st.just(NOTHING)
)
disabilities = st.builds(Disability, st.sampled_from(get_args(Handicap)), st.integers(1, 4))
parents = st.sampled_from(get_args(Parent))
members = st.builds(
    lambda disability, **known: Member(is_disabled=disability is not None, disability=disability, **known),
    disability=st.none() | disabilities,
    age=st.integers(0, 100),
    is_severely_ill=st.booleans(),
    at_school=st.sampled_from(["no", "school", "higher"]),
    father=parents,
    mother=parents,
)
households = st.builds(
    Household,
    members=st.lists(members, min_size=1, max_size=4).map(tuple),
    hukou=st.sampled_from(get_args(Hukou)),
    income=spans,
    resident_pension=spans,
    property_kinds=st.frozensets(st.sampled_from(["car", "house"]), max_size=1),
    spending=st.integers(0, 40_000).map(exactly),
    events=st.frozensets(st.sampled_from(get_args(Event)), max_size=2),
    obliged=st.sampled_from(get_args(Obliged)),
    is_urgent=st.booleans(),
    received=st.frozensets(st.sampled_from(get_args(Received)), max_size=3) | st.just(frozenset()),
)
places, days = st.sampled_from(PLACES), st.sampled_from(DAYS)

FORGOTTEN: dict[str, Any] = {
    "hukou": None,
    "income": UNKNOWN_AMOUNT,
    "resident_pension": UNKNOWN_AMOUNT,
    "property_kinds": None,
    "spending": UNKNOWN_AMOUNT,
    "events": None,
    "obliged": None,
    "is_urgent": None,
}
OF_ONE: dict[str, Any] = {
    "age": None,
    "is_disabled": None,
    "disability": None,
    "is_severely_ill": None,
    "at_school": None,
    "father": None,
    "mother": None,
}


def forget(of: Household, names: frozenset[str]) -> Household:
    """The household of which these facts are not known."""
    own = {name: unknown for name, unknown in OF_ONE.items() if name in names}
    if "is_disabled" in own:
        own["disability"] = None
    fewer = tuple(replace(each, **own) for each in of.members)
    return replace(of, members=fewer, **{name: value for name, value in FORGOTTEN.items() if name in names})


forgotten = st.frozensets(st.sampled_from([*FORGOTTEN, *OF_ONE]), min_size=1, max_size=5)


def no_by_forgetting(of: Household, names: frozenset[str], place: Policy, day: date) -> list[Category]:
    """The categories that are a no only because something is not known."""
    fewer = forget(of, names)
    return [
        category
        for category in CATEGORIES
        if verdict(category, of, place, day) is not Verdict.NO and verdict(category, fewer, place, day) is Verdict.NO
    ]


@settings(max_examples=300)
@given(households, forgotten, places, days)
def test_an_unknown_never_turns_into_a_no(of: Household, names: frozenset[str], place: Policy, day: date) -> None:
    assert no_by_forgetting(of, names, place, day) == []


@settings(max_examples=300)
@given(households, forgotten, places, days)
def test_an_unknown_never_turns_into_a_yes(of: Household, names: frozenset[str], place: Policy, day: date) -> None:
    """What is said to be likely stays so whatever the unknown turns out to be."""
    fewer = forget(of, names)
    for category in CATEGORIES:
        if verdict(category, fewer, place, day) is Verdict.YES:
            assert verdict(category, of, place, day) is Verdict.YES


def candidates(of: Household, place: Policy, day: date) -> tuple[Category, ...]:
    """The categories to look at."""
    return screen(of, Figures(place, day)).candidates


def _each(of: Household, **changes: Any) -> Household:
    return replace(of, members=tuple(replace(each, **changes) for each in of.members))


MORE_NEED: dict[str, Callable[[Household], Household]] = {
    "half the income": lambda of: replace(
        of, income=Span(of.income.low / 2, None if of.income.high is None else of.income.high / 2)
    ),
    "no income": lambda of: replace(of, income=NOTHING, resident_pension=NOTHING),
    "no property": lambda of: replace(of, property_kinds=frozenset()),
    "more spending": lambda of: replace(of, spending=exactly(of.spending.low + 5000)),
    "a fire": lambda of: replace(of, events=(of.events or frozenset()) | {"fire"}),
    "urgent": lambda of: replace(of, is_urgent=True),
    "nobody obliged": lambda of: replace(of, obliged="none"),
    "severely ill": lambda of: _each(of, is_severely_ill=True),
    "severely disabled": lambda of: _each(of, is_disabled=True, disability=Disability("mental", 1)),
    "parents gone": lambda of: _each(of, father="dead", mother="dead"),
}


@settings(max_examples=300)
@given(households, st.sampled_from(sorted(MORE_NEED)), places, days)
def test_more_need_never_leaves_a_household_without_any_category_where_it_had_one(
    of: Household, need: str, place: Policy, day: date
) -> None:
    """Where it has none any more, it receives what it has come to need already."""
    assume(candidates(of, place, day))
    needier = MORE_NEED[need](of)
    assert candidates(needier, place, day) or screen(needier, Figures(place, day)).received
    assert candidates(replace(needier, received=frozenset()), place, day)


@settings(max_examples=300)
@given(households, places, days)
def test_not_knowing_what_is_received_is_as_receiving_nothing(of: Household, place: Policy, day: date) -> None:
    """It takes away no category; being on the allowance adds the one that goes with it."""
    nothing = candidates(replace(of, received=frozenset()), place, day)
    assert candidates(replace(of, received=None), place, day) == nothing
    assert set(candidates(of, place, day)) <= {*nothing, "disability_living"}


@given(households, st.randoms(use_true_random=False), places, days)
def test_the_order_of_the_members_changes_no_verdict(of: Household, random: Any, place: Policy, day: date) -> None:
    shuffled = list(of.members)
    random.shuffle(shuffled)
    again = replace(of, members=tuple(shuffled))
    for category in CATEGORIES:
        assert verdict(category, again, place, day) is verdict(category, of, place, day)


@given(households, forgotten, places, days)
def test_every_finding_names_its_source_its_reason_and_what_would_change_it_if_anything_does(
    of: Household, names: frozenset[str], place: Policy, day: date
) -> None:
    found = screen(forget(of, names), Figures(place, day))
    for category, judgement in found.judged.items():
        assert judgement.reasons
        assert judgement.sources
        is_open = category not in found.received | found.ruled_out
        assert (found.finding(category) is Finding.MORE) == (
            is_open and judgement.verdict is Verdict.UNKNOWN and judgement.would_change != ()
        )
        if judgement.verdict is not Verdict.UNKNOWN:
            assert judgement.would_change == ()


@given(households, forgotten, places, days)
def test_every_finding_can_be_said_in_every_language(
    of: Household, names: frozenset[str], place: Policy, day: date
) -> None:
    found = screen(forget(of, names), Figures(place, day))
    for words in (*in_words(found), *(reason for each in found.judged.values() for reason in each.reasons)):
        for language in LANGUAGES:
            assert SPEECH.render(words, language).strip()


@given(households, days)
def test_an_old_standard_refuses_nobody_for_their_income(of: Household, day: date) -> None:
    assert means.income_below(of, Figures(JINGTAI, day)).verdict is not Verdict.NO


# --- with the guard switched off ---


def test_an_unknown_income_taken_for_the_one_that_was_seen_last_would_be_a_no(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(of: Household, figures: Figures, times: Decimal = Decimal(1)) -> Judgement:
        income = means.per_head(of, figures)
        verdict = Verdict.YES if income.high is not None and income.high < 800 * times else Verdict.NO
        return Judgement(verdict, (), ())

    monkeypatch.setattr(means, "income_below", careless)
    plain = Household(
        members=(Member(age=40),),
        hukou="urban",
        income=NOTHING,
        resident_pension=NOTHING,
        property_kinds=frozenset(),
        spending=NOTHING,
        events=frozenset(),
        obliged="able",
    )
    assert no_by_forgetting(plain, frozenset({"income"}), HERE, DAYS[1]) != []

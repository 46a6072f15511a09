"""Who signs a letter of authorisation, who is taken for them, and when it is in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.assistance.signing import (
    SIGNED,
    Letter,
    Match,
    Page,
    PageState,
    Person,
    household_pages,
    match,
    signer_of,
    signs_here,
)
from flows.language import Facts
from flows.words import Value
from tests.people import id_number
from tests.talk import NOON
from tests.transcripts.walks import world_at

DAY = date(2026, 5, 11)
MOTHER = id_number(date(1980, 3, 4), man=False)
GRANDFATHER = id_number(date(1950, 3, 4), man=True)


def person(relation: str, age: int | None, name: str | None = "甲", number: str | None = None) -> Person:
    return Person(name=name, id_number=number, age=age, relation=relation)


def told(age: int, *members: tuple[str, int], for_whom: str = "self", number: str | None = None) -> Facts:
    """An application of somebody of an age, with others of a relation and an age."""
    values: dict[str, Value] = {"for_whom": for_whom, "name": "甲", "id": number or "unsure", "age": age}
    for n, (relation, years) in enumerate(members):
        item = {"relation": relation, "member_name": f"乙{n}", "member_id": "unsure", "member_age": years}
        values[f"household@{n}"] = str(n)
        values |= {f"{step}@{n}": value for step, value in item.items()}
    return Facts(world_at("2026-05-11T12:00"), "assistance", values)


@pytest.mark.parametrize(
    ("name", "number", "age", "typed", "card", "found"),
    [
        ("李梅", MOTHER, None, "李梅", MOTHER, "number"),
        ("李梅", MOTHER, None, " 李 梅 ", MOTHER, "number"),
        ("李梅", MOTHER, None, "李霉", MOTHER, None),
        ("李梅", MOTHER, None, "李梅", GRANDFATHER, None),
        ("李梅", None, 46, "李梅", MOTHER, "name"),
        ("李梅", None, 47, "李梅", MOTHER, "name"),
        ("李梅", None, 48, "李梅", MOTHER, None),
        ("李梅", None, None, "李梅", MOTHER, "name"),
        (None, MOTHER, None, "李梅", MOTHER, None),
    ],
)
def test_who_signs_is_matched_by_name_and_number_or_by_name_and_age(
    name: str | None, number: str | None, age: int | None, typed: str, card: str, found: Match | None
) -> None:
    assert match(person("spouse", age, name, number), typed, card, DAY) == found


@pytest.mark.parametrize(("born", "found"), [(date(2008, 5, 11), "number"), (date(2008, 5, 12), None)])
def test_on_the_eighteenth_birthday_one_may_sign_and_the_day_before_nobody(born: date, found: Match | None) -> None:
    """民法典第17条."""
    number = id_number(born, man=True)
    assert match(person("child", None, "李明", number), "李明", number, DAY) == found


def test_parents_sign_for_their_children_and_whoever_is_grown_up_for_themselves() -> None:
    """民法典第27条第1款."""
    pages = household_pages(told(40, ("spouse", 38), ("child", 10), ("child", 18)))
    assert [by == of for of, by in pages] == [True, True, False, True]
    assert pages[2][1] == pages[0][0]


@pytest.mark.parametrize(
    ("members", "parents", "by"),
    [
        ([("grandparent", 70), ("parent", 40)], ("cares", "cares"), "parent"),
        ([("sibling", 20), ("grandparent", 70)], ("dead", "not_found"), "grandparent"),
        ([("relative", 50), ("sibling", 20)], ("dead", "dead"), "sibling"),
        ([("grandparent", 70)], ("dead", "detained"), None),
        ([("grandparent", 70)], ("cares", "dead"), None),
        ([("sibling", 17)], ("dead", "dead"), None),
        ([("relative", 50)], ("dead", "dead"), None),
    ],
)
def test_for_a_child_who_applies_a_parent_signs_and_others_only_where_there_is_none_any_more(
    members: list[tuple[str, int]], parents: tuple[str, str], by: str | None
) -> None:
    """民法典第27条."""
    facts = told(12, *members)
    father, mother = parents
    known = Facts(facts.world, "assistance", {**facts, "father": father, "mother": mother})
    (_, signer), *_ = household_pages(known)
    assert (None if signer is None else signer.relation) == by


@pytest.mark.parametrize(
    ("relation", "parents", "signs"),
    [
        ("child", ("cares", "dead"), True),
        ("grandchild", ("dead", "dead"), True),
        ("grandchild", ("cares", "dead"), False),
        ("grandchild", ("missing", "dead"), False),
        ("sibling", ("dead", "not_found"), True),
        ("sibling", ("ill", "dead"), False),
        ("relative", ("dead", "dead"), False),
    ],
)
def test_the_applicant_is_taken_for_the_guardian_of_ones_own_children_and_of_who_has_no_parents(
    relation: str, parents: tuple[str, str], signs: bool
) -> None:
    facts = told(60, (relation, 10))
    father, mother = parents
    known = Facts(facts.world, "assistance", {**facts, "member_father@0": father, "member_mother@0": mother})
    (applicant, _), (_, by) = household_pages(known)
    assert (by == applicant) is signs


def test_nobody_is_taken_for_a_child_whose_age_is_not_known() -> None:
    applicant = person("self", 40)
    unknown = person("child", None)
    assert signer_of(unknown, applicant, (applicant, unknown)) == unknown


@pytest.mark.parametrize(
    ("facts", "here"),
    [
        (told(46, number=MOTHER), True),
        (told(46), False),
        (told(46, number=MOTHER, for_whom="other"), False),
        (told(12, number=id_number(date(2014, 1, 1), man=True)), False),
    ],
)
def test_only_a_grown_up_who_speaks_for_themselves_and_told_their_number_signs_at_once(
    facts: Facts, here: bool
) -> None:
    assert signs_here(facts) is here


def test_where_the_place_takes_no_signature_on_a_screen_nobody_is_asked_for_one() -> None:
    facts = told(46, number=MOTHER)
    place = replace(facts.world.place, sign_online=False)
    assert not signs_here(Facts(replace(facts.world, place=place), "assistance", dict(facts)))


def letter_of(*states: PageState) -> Letter:
    pages = tuple(Page(id=str(n), of=(who := person("relative", 30 + n)), by=who) for n, _ in enumerate(states))
    letter = Letter(
        number="JT260511-222222",
        case="JT260511-333333",
        conversation="c0",
        state="open",
        until=NOON + timedelta(days=30),
        made_at=NOON,
        pages=pages,
    )
    return letter.with_pages(*(replace(page, state=state) for page, state in zip(pages, states, strict=True)))


@given(st.lists(st.sampled_from(get_args(PageState)), min_size=1, max_size=6))
def test_a_letter_is_in_force_when_every_page_is_signed_and_at_no_other_time(states: list[PageState]) -> None:
    letter = letter_of(*states)
    assert letter.is_in_force == all(state in SIGNED for state in states)
    assert len(letter.missing) == sum(state not in SIGNED for state in states)
    for page in letter.pages:  # one who withdraws ends it for all, whatever the others did
        assert not letter.with_pages(replace(page, state="withdrawn")).is_in_force


@given(
    st.sampled_from(["withdrawn", "expired", "replaced"]),
    st.lists(st.sampled_from(get_args(PageState)), min_size=1, max_size=4),
)
def test_what_is_over_is_never_in_force_again_whoever_signs(over: str, states: list[PageState]) -> None:
    letter = replace(letter_of(*states), state=over)  # type: ignore[arg-type]
    signed = letter.with_pages(*(replace(page, state="signed") for page in letter.pages))
    assert (signed.state, signed.is_in_force) == (over, False)


@given(st.permutations(range(4)))
def test_the_order_in_which_people_sign_makes_no_difference(order: list[int]) -> None:
    letter = letter_of("waiting", "waiting", "waiting", "waiting")
    for n in order:
        assert not letter.is_in_force
        letter = letter.with_pages(replace(letter.pages[n], state="signed"))
    assert letter.is_in_force


def test_one_signature_is_for_ones_own_page_and_those_of_who_one_is_the_guardian_of_and_for_no_other() -> None:
    parent, other = person("self", 40), person("spouse", 38)
    child = person("child", 8)
    pages = (
        Page(id="0", of=parent, by=parent),
        Page(id="1", of=other, by=other),
        Page(id="2", of=child, by=parent),
        Page(id="3", of=person("child", 9), by=parent, state="refused"),
    )
    letter = replace(letter_of("waiting"), pages=pages)
    assert [page.id for page in letter.signed_by(pages[0])] == ["0", "2"]
    assert [page.id for page in letter.signed_by(pages[2])] == ["2", "0"]
    assert [page.id for page in letter.signed_by(pages[1])] == ["1"]

"""The rules of 结婚登记, over the answers and a day: ages, and the pre-check of papers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from flows.inputs.id_number import describe
from flows.inputs.photo import PhotoRule
from flows.language import Facts
from flows.marriage.ages import age_reached, reached_from
from flows.registration import PreCheck, last_bookable
from flows.verdict import Verdict
from flows.words import Value, Words

JOINT_PHOTO = PhotoRule("joint", (53, 35), 0.08, 413, ("red", "blue"))
"""The joint 2-inch photo (双人合影): local custom, not in the Regulation; often taken on the spot."""

_PEOPLE = ("first", "second")
_FIGURES: Mapping[str, str] = {"male": "marriage.age.man", "female": "marriage.age.woman"}


def old_enough_on(value: Value, facts: Facts) -> Words | None:
    """On the appointment's day the man must be 22 and the woman 20; the birthday itself is enough (民法典第1047条)."""
    for person in _PEOPLE:
        if _reached(facts, person, value) is Verdict.NO:
            return Words("marriage-too_young", {"day": _from(facts, person, value)})
    return None


def leap_birthday_on(facts: Facts) -> bool:
    """Born on 29 February, of age in a year without one, appointment on 28 February: a person decides."""
    return any(_reached(facts, person, facts["day"]) is Verdict.UNKNOWN for person in _PEOPLE)


def old_enough_from(facts: Facts) -> date:
    """The first day on which both are surely old enough."""
    return max(_from(facts, person, facts.day) for person in _PEOPLE)


def too_young_for_long(facts: Facts) -> bool:
    """Neither today nor on any day that can be booked today are both old enough."""
    last = last_bookable(facts)
    return any(_reached(facts, person, last) is Verdict.NO for person in _PEOPLE)


def earliest(facts: Facts) -> Mapping[str, Value]:
    """The first day from which an appointment makes sense: when both are old enough, not before tomorrow's."""
    lead = facts.world.policy.whole("booking.lead_days", facts.day)
    return {"day": max(old_enough_from(facts), facts.day + timedelta(days=lead))}


def precheck(facts: Facts) -> PreCheck:
    """What the papers of this couple lack, as far as they told: ID cards, proof of an ended marriage, photo.

    Since 2025-05-10 no household book is needed (婚姻登记条例第8条); before, it was.
    """
    on = facts["day"]
    missing = []
    if facts["id_cards"] in {"expired", "lost"}:
        missing.append(Words(f"precheck-id_{facts['id_cards']}"))
    person = []
    for who in _PEOPLE:
        if describe(facts[f"{who}_id"]).warning is not None:
            person.append(Words("precheck-old_division"))
            break
    bring = [Words("bring-id_temporary" if facts["id_cards"] == "temporary" else "bring-id_cards")]
    if facts.world.policy.value("registration.household_book_needed", on):
        bring.append(Words("bring-household_book"))
    statuses = {facts[f"{who}_status"] for who in _PEOPLE}
    if "divorced" in statuses:
        bring.append(Words("bring-divorce_proof"))
    if "widowed" in statuses:
        bring.append(Words("bring-death_proof"))
    copies = facts.world.policy.whole("marriage.photo.joint_copies", on)
    bring.append(Words("bring-joint_photo", {"copies": copies}))
    return PreCheck(tuple(missing), tuple(person), tuple(bring))


def _reached(facts: Facts, person: str, on: date) -> Verdict:
    birth, years = _birth_and_years(facts, person, on)
    return age_reached(birth, years, on)


def _from(facts: Facts, person: str, on: date) -> date:
    return reached_from(*_birth_and_years(facts, person, on))


def _birth_and_years(facts: Facts, person: str, on: date) -> tuple[date, int]:
    """Both from a resident's number: routes send every other number to a person before ages are judged."""
    number = describe(facts[f"{person}_id"])
    assert number.birth is not None
    assert number.sex is not None
    return number.birth, facts.world.policy.whole(_FIGURES[number.sex], on)

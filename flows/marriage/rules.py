"""The rules of 结婚登记, over the answers and a day: ages, and the pre-check of papers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flows.inputs.id_number import describe
from flows.inputs.photo import PhotoRule
from flows.language import Facts
from flows.marriage.ages import age_reached, reached_from
from flows.registration import (
    PreCheck,
    first_bookable,
    household_book,
    id_cards_missing,
    last_bookable,
    unusual_divisions,
)
from flows.verdict import Verdict
from flows.words import Value, Words

JOINT_PHOTO = PhotoRule("marriage", (53, 35), 0.06, 600, ("red", "blue"))
"""The joint photo (2寸双方近期半身免冠合影照片, 《婚姻登记工作规范》).

Landscape, 53 × 35 mm: at 300 dots per inch 626 × 413 pixels, of which a little may be missing. The ground (red, blue
accepted) is custom of the offices. None of it stands in 《婚姻登记条例》, and many offices take the photo themselves.
"""

_PEOPLE = ("first", "second")
_FIGURES: Mapping[str, str] = {"male": "marriage.age.man", "female": "marriage.age.woman"}


def old_enough_on(value: Value, facts: Facts) -> Words | None:
    """On the appointment's day the man must be 22 and the woman 20; the birthday itself is enough (民法典第1047条)."""
    if any(_reached(facts, person, value) is Verdict.NO for person in _PEOPLE):
        return Words("marriage-too_young", {"day": old_enough_from(facts)})
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
    """The first day from which an appointment makes sense: when both are old enough, and not before the lead time."""
    return {"day": max(old_enough_from(facts), first_bookable(facts))}


def precheck(facts: Facts) -> PreCheck:
    """What the papers of this couple lack, as far as they told (婚姻登记条例第8条): ID cards, and where a marriage has
    ended the paper that shows it, for the case that the declared status does not match the records; a photo."""
    bring = [Words("bring-id_temporary" if facts["id_cards"] == "temporary" else "bring-id_cards")]
    statuses = {facts[f"{who}_status"] for who in _PEOPLE}
    if "divorced" in statuses:
        bring.append(Words("bring-divorce_proof"))
    if "widowed" in statuses:
        bring.append(Words("bring-death_proof"))
    copies = facts.world.policy.whole("marriage.photo.joint_copies", facts["day"])
    bring += [Words("bring-joint_photo", {"copies": copies}), household_book(facts, facts["day"])]
    person = unusual_divisions(facts, "first_id", "second_id")
    return PreCheck(tuple(id_cards_missing(facts)), tuple(person), tuple(bring))


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

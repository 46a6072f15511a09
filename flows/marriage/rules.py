"""The rules of 结婚登记, over the answers and a day: ages, and the pre-check of papers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flows.appointments.rules import booking_day
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

JOINT_PHOTO = PhotoRule("marriage", 600, (53, 35), 0.06, ("red", "blue"))
"""The joint photo (2寸双方近期半身免冠合影照片, 《婚姻登记工作规范》).

Landscape, 53 × 35 mm: at 300 dots per inch 626 × 413 pixels, of which a little may be missing. The ground (red, blue
accepted) is custom of the offices. None of it stands in 《婚姻登记条例》, and many offices take the photo themselves.
"""

_BOTH = ("first", "second")
_FIGURES: Mapping[str, str] = {"male": "marriage.age.man", "female": "marriage.age.woman"}


def old_enough_on(value: Value, facts: Facts) -> Words | None:
    """On the appointment's day the man must be 22 and the woman 20; the birthday itself is enough (民法典第1047条)."""
    if any(_reached(facts, person, value) is Verdict.NO for person in _people(facts)):
        return Words("marriage-too_young", {"day": old_enough_from(facts)})
    return None


def leap_birthday_on(facts: Facts) -> bool:
    """Born on 29 February, of age in a year without one, appointment on 28 February: a person decides."""
    return any(_reached(facts, person, day_of(facts)) is Verdict.UNKNOWN for person in _people(facts))


def old_enough_from(facts: Facts) -> date:
    """The first day on which both are surely old enough, of those two whose answers these are."""
    return max(_from(facts, person, facts.day) for person in _people(facts))


def too_young_for_long(facts: Facts) -> bool:
    """Neither today nor on any day that can be booked today are both old enough."""
    last = last_bookable(facts)
    return any(_reached(facts, person, last) is Verdict.NO for person in _people(facts))


def too_young_then(facts: Facts) -> bool:
    """The partner is not old enough on the day of the appointment they are asked to agree to."""
    return any(_reached(facts, person, day_of(facts)) is Verdict.NO for person in _people(facts))


def partner_may_confirm(facts: Facts) -> bool:
    """The place lets the partner agree in a conversation of their own."""
    return facts.world.place.partner_hours > 0


def partner_is_apart(facts: Facts) -> bool:
    """The partner is to agree in a conversation of their own (对方确认)."""
    return facts.get("partner") == "apart"


def day_of(facts: Facts) -> date:
    """The day of the appointment: chosen here, or that of the one a partner is asked to agree to."""
    day: date = facts["day"] if "day" in facts else booking_day(facts["invitation"])
    return day


def earliest(facts: Facts) -> Mapping[str, Value]:
    """The first day from which an appointment makes sense: when both are old enough, and not before the lead time."""
    return {"day": max(old_enough_from(facts), first_bookable(facts))}


def precheck(facts: Facts) -> PreCheck:
    """What the papers of this couple lack, as far as they told (婚姻登记条例第8条): ID cards, and where a marriage has
    ended the paper that shows it, for the case that the declared status does not match the records; a photo.

    Where each agrees apart it is the papers of the one who tells: what the other told shows nowhere.
    """
    day = day_of(facts)
    bring = [_card_to_bring(facts)]
    statuses = {facts[f"{who}_status"] for who in _people(facts)}
    if "divorced" in statuses:
        bring.append(Words("bring-divorce_proof"))
    if "widowed" in statuses:
        bring.append(Words("bring-death_proof"))
    copies = facts.world.policy.whole("marriage.photo.joint_copies", day)
    bring += [Words("bring-joint_photo", {"copies": copies}), household_book(facts, day)]
    person = unusual_divisions(facts, *(f"{who}_id" for who in _people(facts)))
    return PreCheck(tuple(id_cards_missing(facts)), tuple(person), tuple(bring))


def _people(facts: Facts) -> tuple[str, ...]:
    """Those whose numbers are known here: both, or one of two who each tell in a conversation of their own."""
    return tuple(who for who in _BOTH if f"{who}_id" in facts)


def _card_to_bring(facts: Facts) -> Words:
    temporary = facts.get("id_cards", facts.get("own_card")) == "temporary"
    if temporary:
        return Words("bring-id_temporary")
    return Words("bring-id_cards" if "id_cards" in facts else "bring-own_id")


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

"""结婚登记: two people book an appointment and learn what to bring.

Couples who are not both mainland civilians go to a person before they take a slot; ages are judged on the day of the
appointment; the result of the pre-check is 齐全 / 缺什么 / 须人工, never a promise. Where the place has it, the partner
agrees in a conversation of their own (``partner_flow``); a couple with one telephone finishes here.
"""

from __future__ import annotations

from flows.language import (
    ALWAYS,
    Advise,
    Book,
    Flow,
    HandOver,
    Invite,
    choice,
    consent,
    id_number,
    person_name,
    phone,
    photo,
    picked,
)
from flows.marriage import rules
from flows.registration import (
    another_person,
    appointment_day,
    appointment_slot,
    at_office,
    booking_summary,
    foreign_card,
    same_sex_digit,
)

STATUS = ("never", "divorced", "widowed", "married", "unsure")
CARDS = ("valid", "temporary", "expired", "lost", "unsure")

STEPS = [
    consent("notice", "agree", "decline"),
    choice("couple", "mainland", "military", "hk_macao_taiwan", "overseas", "foreign", "unsure"),
    person_name("first_name"),
    id_number("first_id"),
    choice("first_status", *STATUS, personal=True),
    choice("partner", "apart", "here"),
    person_name("second_name"),
    id_number("second_id", must=[another_person("first_id")]),
    choice("sex_check", "right", "first", "second", retypes={"first": "first_id", "second": "second_id"}),
    choice("second_status", *STATUS, personal=True),
    choice("kinship", "no", "yes", "unsure"),
    choice("id_cards", *CARDS),
    choice("own_card", *CARDS),
    appointment_day([rules.old_enough_on], args=rules.earliest),
    appointment_slot(),
    photo("photo", rules.JOINT_PHOTO, skip="on_site"),
    phone("phone"),
    booking_summary(),
    phone("reach", skip="none"),
]

ROUTES = [
    ("notice", picked("agree"), "couple"),
    ("notice", picked("decline"), "at_the_office"),
    ("couple", picked("mainland"), "first_name"),
    ("couple", ALWAYS, "reach"),
    ("first_name", ALWAYS, "first_id"),
    ("first_id", foreign_card("first_id"), "reach"),
    ("first_id", ALWAYS, "first_status"),
    ("first_status", picked("married"), "has_spouse"),
    ("first_status", picked("unsure"), "reach"),
    ("first_status", rules.partner_may_confirm, "partner"),
    ("first_status", ALWAYS, "second_name"),
    ("partner", picked("apart"), "kinship"),
    ("partner", picked("here"), "second_name"),
    ("second_name", ALWAYS, "second_id"),
    ("second_id", foreign_card("second_id"), "reach"),
    ("second_id", same_sex_digit, "sex_check"),
    ("second_id", rules.too_young_for_long, "not_yet"),
    ("second_id", ALWAYS, "second_status"),
    ("sex_check", picked("right"), "reach"),
    ("second_status", picked("married"), "has_spouse"),
    ("second_status", picked("unsure"), "reach"),
    ("second_status", ALWAYS, "kinship"),
    ("kinship", picked("yes"), "related"),
    ("kinship", picked("unsure"), "reach"),
    ("kinship", rules.partner_is_apart, "own_card"),
    ("kinship", ALWAYS, "id_cards"),
    ("id_cards", ALWAYS, "day"),
    ("own_card", rules.too_young_for_long, "not_yet"),
    ("own_card", ALWAYS, "day"),
    ("day", rules.leap_birthday_on, "reach"),
    ("day", ALWAYS, "slot"),
    ("slot", ALWAYS, "photo"),
    ("photo", ALWAYS, "phone"),
    ("phone", ALWAYS, "summary"),
    ("summary", rules.partner_is_apart, "invited"),
    ("summary", ALWAYS, "booked"),
    ("reach", ALWAYS, "to_a_person"),
]

ENDINGS = {
    "booked": Book(
        service="marriage",
        slot="slot",
        people=("first_id", "second_id"),
        pausable=True,
        span=lambda facts: (rules.old_enough_from(facts), None),
        verdict=lambda facts: rules.precheck(facts).result,
        after=lambda facts: rules.precheck(facts).words(),
    ),
    "invited": Invite(
        service="marriage",
        pausable=True,
        slot="slot",
        people=("first_id",),
        span=lambda facts: (rules.old_enough_from(facts), None),
        verdict=lambda facts: rules.precheck(facts).result,
        after=lambda facts: rules.precheck(facts).words(),
    ),
    "not_yet": Advise(args=rules.earliest),
    "has_spouse": Advise(),
    "related": Advise(),
    "at_the_office": Advise(args=at_office("marriage")),
    "to_a_person": HandOver(service="marriage"),
}

FLOW = Flow("marriage", STEPS, ROUTES, ENDINGS, heading="marriage")

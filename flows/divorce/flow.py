"""离婚登记申请: a couple that agrees books the first of two visits; the cooling-off period begins with the receipt.

What only a court can do is said early. The safety question is asked apart, is not read back, and never reaches the
partner; who is afraid is offered a person before anything else, and is urgent whenever a person is to look.
"""

from __future__ import annotations

from flows.divorce import rules
from flows.language import (
    ALWAYS,
    Advise,
    Book,
    Flow,
    HandOver,
    choice,
    consent,
    id_number,
    many,
    person_name,
    phone,
    picked,
)
from flows.registration import (
    another_person,
    appointment_day,
    appointment_slot,
    at_office,
    booking_summary,
    foreign_card,
    in_confidence,
    same_sex_digit,
)

STEPS = [
    consent("notice", "agree", "decline"),
    choice("safety", "safe", "afraid", "not_now", confidential=True),
    choice("safety_help", "person", "go_on", confidential=True),
    choice("both_agree", "yes", "no", "unsure"),
    choice("capacity", "yes", "no", "unsure", personal=True),
    choice("where", "mainland", "elsewhere", "unsure"),
    choice("couple", "mainland", "military", "hk_macao_taiwan", "overseas", "foreign", "unsure"),
    choice("certificates", "both", "one_lost", "both_lost", "unsure"),
    many("agreement", *rules.AGREEMENT, none="none"),
    person_name("first_name"),
    id_number("first_id"),
    person_name("second_name"),
    id_number("second_id", must=[another_person("first_id")]),
    choice("sex_check", "right", "first", "second", retypes={"first": "first_id", "second": "second_id"}),
    choice("id_cards", "valid", "temporary", "expired", "lost", "unsure"),
    appointment_day(),
    appointment_slot(),
    phone("phone", skip="none"),
    booking_summary(),
    phone("reach", skip="none"),
    in_confidence(phone("safe_reach", skip="none")),
]

ROUTES = [
    ("notice", picked("agree"), "safety"),
    ("notice", picked("decline"), "at_the_office"),
    ("safety", picked("afraid"), "safety_help"),
    ("safety", ALWAYS, "both_agree"),
    ("safety_help", picked("person"), "safe_reach"),
    ("safety_help", picked("go_on"), "both_agree"),
    ("both_agree", picked("yes"), "capacity"),
    ("both_agree", picked("no"), "court"),
    ("both_agree", picked("unsure"), "reach"),
    ("capacity", picked("yes"), "where"),
    ("capacity", picked("no"), "court"),
    ("capacity", picked("unsure"), "reach"),
    ("where", picked("mainland"), "couple"),
    ("where", picked("elsewhere"), "court"),
    ("where", picked("unsure"), "reach"),
    ("couple", picked("mainland"), "certificates"),
    ("couple", ALWAYS, "reach"),
    ("certificates", ALWAYS, "agreement"),
    ("agreement", ALWAYS, "first_name"),
    ("first_name", ALWAYS, "first_id"),
    ("first_id", foreign_card("first_id"), "reach"),
    ("first_id", ALWAYS, "second_name"),
    ("second_name", ALWAYS, "second_id"),
    ("second_id", foreign_card("second_id"), "reach"),
    ("second_id", same_sex_digit, "sex_check"),
    ("second_id", ALWAYS, "id_cards"),
    ("sex_check", picked("right"), "reach"),
    ("id_cards", ALWAYS, "day"),
    ("day", ALWAYS, "slot"),
    ("slot", ALWAYS, "phone"),
    ("phone", ALWAYS, "summary"),
    ("summary", ALWAYS, "booked"),
    ("reach", ALWAYS, "to_a_person"),
    ("safe_reach", ALWAYS, "to_a_person_now"),
]

ENDINGS = {
    "booked": Book(
        service="divorce",
        slot="slot",
        people=("first_id", "second_id"),
        pausable=True,
        verdict=lambda facts: rules.precheck_application(facts).result,
        after=lambda facts: rules.precheck_application(facts).words(),
    ),
    "court": Advise(args=rules.court),
    "at_the_office": Advise(args=at_office("divorce")),
    "to_a_person": HandOver(service="divorce"),
    "to_a_person_now": HandOver(service="divorce", urgent=True),
}

FLOW = Flow("divorce", STEPS, ROUTES, ENDINGS, urgent=rules.afraid, heading="divorce")

"""补领婚姻登记证: a lost or damaged certificate is issued again, at any office, if the status still holds."""

from __future__ import annotations

from flows.language import (
    ALWAYS,
    Advise,
    Book,
    Flow,
    HandOver,
    choice,
    consent,
    id_number,
    person_name,
    phone,
    picked,
    text,
)
from flows.registration import appointment_day, appointment_slot, at_office, booking_summary, foreign_card
from flows.reissue import rules

STEPS = [
    consent("notice", "agree", "decline"),
    choice("which", "marriage", "divorce"),
    choice("reason", "lost", "damaged"),
    choice("where", "mainland", "elsewhere", "unsure"),
    choice("status", "same", "changed", "unsure"),
    choice("who", "self", "proxy"),
    person_name("name"),
    id_number("number"),
    text("certificate", skip="unknown", must=[rules.certificate_number]),
    choice("id_cards", "valid", "temporary", "expired", "lost", "unsure"),
    appointment_day(),
    appointment_slot(),
    phone("phone"),
    booking_summary(),
    phone("reach", skip="none"),
]

ROUTES = [
    ("notice", picked("agree"), "which"),
    ("notice", picked("decline"), "at_the_office"),
    ("which", ALWAYS, "reason"),
    ("reason", ALWAYS, "where"),
    ("where", picked("mainland"), "status"),
    ("where", ALWAYS, "reach"),
    ("status", picked("same"), "who"),
    ("status", picked("changed"), "not_issued"),
    ("status", picked("unsure"), "reach"),
    ("who", ALWAYS, "name"),
    ("name", ALWAYS, "number"),
    ("number", foreign_card("number"), "reach"),
    ("number", ALWAYS, "certificate"),
    ("certificate", ALWAYS, "id_cards"),
    ("id_cards", ALWAYS, "day"),
    ("day", ALWAYS, "slot"),
    ("slot", ALWAYS, "phone"),
    ("phone", ALWAYS, "summary"),
    ("summary", ALWAYS, "booked"),
    ("reach", ALWAYS, "to_a_person"),
]

ENDINGS = {
    "booked": Book(
        service="reissue",
        slot="slot",
        people=("number",),
        pausable=True,
        verdict=lambda facts: rules.precheck(facts).result,
        after=lambda facts: rules.precheck(facts).words(),
    ),
    "not_issued": Advise(),
    "at_the_office": Advise(args=at_office("reissue")),
    "to_a_person": HandOver(service="reissue"),
}

FLOW = Flow("reissue", STEPS, ROUTES, ENDINGS, heading="marriage")

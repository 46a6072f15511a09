"""颁证仪式: a couple books the ceremony at which a certificate officer 颁证员 hands them their marriage certificates.

It is free and voluntary, and comes after the registration: whoever has neither registered nor booked is sent there
first. One ID number of the two is enough, so that a couple books once and finds its booking again.
"""

from __future__ import annotations

from flows.ceremony import rules
from flows.language import (
    ALWAYS,
    Advise,
    Book,
    Flow,
    HandOver,
    choice,
    confirm,
    consent,
    id_number,
    person_name,
    phone,
    picked,
)
from flows.registration import appointment_day, appointment_slot, at_office

STEPS = [
    consent("notice", "agree", "decline"),
    choice("stage", "registered", "booked", "not_yet"),
    person_name("first_name"),
    person_name("second_name"),
    id_number("either_id", skip="none"),
    appointment_day(),
    appointment_slot(),
    choice("guests", "none", "few", "many", "unsure"),
    phone("phone"),
    confirm("summary"),
    phone("reach", skip="none"),
]

ROUTES = [
    ("notice", picked("agree"), "stage"),
    ("notice", picked("decline"), "by_telephone"),
    ("stage", picked("not_yet"), "register_first"),
    ("stage", ALWAYS, "first_name"),
    ("first_name", ALWAYS, "second_name"),
    ("second_name", ALWAYS, "either_id"),
    ("either_id", picked("none"), "reach"),
    ("either_id", ALWAYS, "day"),
    ("day", ALWAYS, "slot"),
    ("slot", ALWAYS, "guests"),
    ("guests", ALWAYS, "phone"),
    ("phone", ALWAYS, "summary"),
    ("summary", ALWAYS, "booked"),
    ("reach", ALWAYS, "to_a_person"),
]

ENDINGS = {
    "booked": Book(
        service="ceremony",
        slot="slot",
        people=("either_id",),
        kind="ceremony",
        after=lambda facts: rules.to_bring(facts).to_bring(),
    ),
    "register_first": Advise(),
    "by_telephone": Advise(args=at_office("ceremony")),
    "to_a_person": HandOver(service="ceremony"),
}

FLOW = Flow("ceremony", STEPS, ROUTES, ENDINGS, heading="marriage")

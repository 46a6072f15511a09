"""确认预约: the partner of a couple agrees to an appointment in a conversation of their own, with a code.

They see what it is for and when, and nothing that the other has typed; what they type here, the other never sees.
"""

from __future__ import annotations

from flows.appointments.rules import shown
from flows.language import (
    ALWAYS,
    Advise,
    Agree,
    Decline,
    Flow,
    HandOver,
    choice,
    code,
    consent,
    id_number,
    person_name,
    phone,
    pick,
    picked,
)
from flows.marriage import rules
from flows.marriage.flow import CARDS, STATUS
from flows.registration import at_office, booking_summary, foreign_card

STEPS = [
    code("code", skip="lost"),
    pick(
        "invitation",
        from_="invitation",
        holding="invitation",
        under=["code"],
        show=shown,
        skip=("refuse", "other_code", "none"),
        retypes={"other_code": "code"},
    ),
    choice("really", "no", "yes"),
    consent("notice", "agree", "decline"),
    person_name("second_name"),
    id_number("second_id"),
    choice("second_status", *STATUS, personal=True),
    choice("kinship", "no", "yes", "unsure"),
    choice("own_card", *CARDS),
    phone("phone"),
    booking_summary(day_of=rules.day_of),
    phone("reach", skip="none"),
]

ROUTES = [
    ("code", picked("lost"), "ask_again"),
    ("code", ALWAYS, "invitation"),
    ("invitation", picked("refuse"), "really"),
    ("invitation", picked("none"), "later"),
    ("invitation", ALWAYS, "notice"),
    ("really", picked("yes"), "declined"),
    ("really", picked("no"), "later"),
    ("notice", picked("agree"), "second_name"),
    ("notice", picked("decline"), "at_the_office"),
    ("second_name", ALWAYS, "second_id"),
    ("second_id", foreign_card("second_id"), "reach"),
    ("second_id", rules.too_young_then, "too_young"),
    ("second_id", rules.leap_birthday_on, "reach"),
    ("second_id", ALWAYS, "second_status"),
    ("second_status", picked("married"), "has_spouse"),
    ("second_status", picked("unsure"), "reach"),
    ("second_status", ALWAYS, "kinship"),
    ("kinship", picked("no"), "own_card"),
    ("kinship", picked("yes"), "related"),
    ("kinship", picked("unsure"), "reach"),
    ("own_card", ALWAYS, "phone"),
    ("phone", ALWAYS, "summary"),
    ("summary", ALWAYS, "agreed"),
    ("reach", ALWAYS, "to_a_person"),
]

ENDINGS = {
    "agreed": Agree(
        service="marriage",
        pausable=True,
        people=("second_id",),
        span=lambda facts: (rules.old_enough_from(facts), None),
        verdict=lambda facts: rules.precheck(facts).result,
        after=lambda facts: rules.precheck(facts).words(),
    ),
    "declined": Decline(),
    "later": Advise(),
    "ask_again": Advise(),
    "too_young": Advise(args=lambda facts: {"day": rules.old_enough_from(facts)}),
    "has_spouse": Advise(),
    "related": Advise(),
    "at_the_office": Advise(args=at_office("marriage")),
    "to_a_person": HandOver(service="marriage"),
}

FLOW = Flow("partner", STEPS, ROUTES, ENDINGS, heading="marriage")

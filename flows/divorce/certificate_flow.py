"""离婚发证: after the cooling-off period both come for the certificate, within the window and in person.

No full calendar and no block stands in the way: a walk-in ticket is always there. After the last safe day the couple
is urged to the office today and a person looks; nobody is told that the application has lapsed.
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
    confirm,
    consent,
    day,
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
    not_past,
    with_args,
)

STEPS = [
    consent("notice", "agree", "decline"),
    rules.receipt_day(),
    with_args(choice("plan", "slot", "walk_in", "dates"), rules.told),
    with_args(choice("later_plan", "walk_in", "dates"), rules.told),
    with_args(choice("last_plan", "walk_in", "dates"), rules.told),
    many("papers", *rules.PAPERS, none="none"),
    person_name("first_name"),
    id_number("first_id"),
    person_name("second_name"),
    id_number("second_id", must=[another_person("first_id")]),
    appointment_day([rules.in_window], args=rules.told, skip="walk_in"),
    appointment_slot(),
    phone("phone", skip="none"),
    booking_summary(pausable=False),
    day("walk_in_day", must=[not_past, rules.in_window], from_="walk_in_days", args=rules.told, skip="person"),
    phone("walk_in_phone", skip="none"),
    confirm("walk_in_summary"),
    phone("reach", skip="none"),
]

ROUTES = [
    ("notice", picked("agree"), "receipt_day"),
    ("notice", picked("decline"), "at_the_office"),
    ("receipt_day", picked("unknown"), "reach"),
    ("receipt_day", rules.window_long_over, "start_again"),
    ("receipt_day", rules.window_over, "office_today"),
    ("receipt_day", rules.unclear, "reach"),
    ("receipt_day", rules.window_not_bookable, "later_plan"),
    ("receipt_day", rules.window_too_near, "last_plan"),
    ("receipt_day", ALWAYS, "plan"),
    ("plan", picked("slot"), "papers"),
    ("plan", picked("walk_in"), "papers"),
    ("plan", picked("dates"), "dates"),
    ("later_plan", picked("walk_in"), "papers"),
    ("later_plan", picked("dates"), "dates"),
    ("last_plan", picked("walk_in"), "papers"),
    ("last_plan", picked("dates"), "dates"),
    ("papers", rules.wants_slot, "first_name"),
    ("papers", ALWAYS, "walk_in_day"),
    ("first_name", ALWAYS, "first_id"),
    ("first_id", ALWAYS, "second_name"),
    ("second_name", ALWAYS, "second_id"),
    ("second_id", ALWAYS, "day"),
    ("day", picked("walk_in"), "walk_in_day"),
    ("day", ALWAYS, "slot"),
    ("slot", ALWAYS, "phone"),
    ("phone", ALWAYS, "summary"),
    ("summary", ALWAYS, "booked"),
    ("walk_in_day", picked("person"), "reach"),
    ("walk_in_day", ALWAYS, "walk_in_phone"),
    ("walk_in_phone", ALWAYS, "walk_in_summary"),
    ("walk_in_summary", ALWAYS, "ticket"),
    ("reach", ALWAYS, "to_a_person"),
]

ENDINGS = {
    "booked": Book(
        service="divorce_certificate",
        slot="slot",
        people=("first_id", "second_id"),
        span=rules.window,
        args=rules.told,
        verdict=lambda facts: rules.precheck_certificate(facts).result,
        after=lambda facts: rules.precheck_certificate(facts).words(),
    ),
    "ticket": Book(
        service="divorce_certificate",
        day="walk_in_day",
        args=rules.told,
        verdict=lambda facts: rules.precheck_certificate(facts).result,
        after=lambda facts: rules.precheck_certificate(facts).words(),
    ),
    "dates": Advise(args=rules.told),
    "start_again": Advise(args=lambda facts: {**rules.told(facts), **at_office("divorce_certificate")(facts)}),
    "office_today": HandOver(service="divorce_certificate", urgent=True),
    "at_the_office": Advise(args=at_office("divorce_certificate")),
    # Urgent: without the receipt nobody here can tell how near the last day is.
    "to_a_person": HandOver(service="divorce_certificate", urgent=True),
}

FLOW = Flow("divorce_certificate", STEPS, ROUTES, ENDINGS, heading="divorce")

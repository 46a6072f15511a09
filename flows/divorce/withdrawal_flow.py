"""撤回离婚登记申请: in the cooling-off period either may withdraw alone, in person, at the same office.

A walk-in ticket, nothing that could be full. We do not tell the partner.
"""

from __future__ import annotations

from flows.divorce import rules
from flows.language import ALWAYS, Advise, Book, Flow, HandOver, confirm, consent, day, phone, picked
from flows.registration import at_office, not_past

STEPS = [
    consent("notice", "agree", "decline"),
    rules.receipt_day(),
    day("day", must=[not_past, rules.before_withdrawal_ends], from_="walk_in_days", args=rules.told, skip="person"),
    phone("phone", skip="none"),
    confirm("summary"),
    phone("reach", skip="none"),
]

ROUTES = [
    ("notice", picked("agree"), "receipt_day"),
    ("notice", picked("decline"), "at_the_office"),
    ("receipt_day", picked("unknown"), "reach"),
    ("receipt_day", rules.withdrawal_over, "reach"),
    ("receipt_day", ALWAYS, "day"),
    ("day", picked("person"), "reach"),
    ("day", ALWAYS, "phone"),
    ("phone", ALWAYS, "summary"),
    ("summary", ALWAYS, "ticket"),
    ("reach", ALWAYS, "to_a_person"),
]

ENDINGS = {
    "ticket": Book(
        service="divorce_withdrawal",
        args=rules.told,
        after=lambda facts: rules.precheck_withdrawal(facts).to_bring(),
    ),
    "at_the_office": Advise(args=at_office("divorce_withdrawal")),
    "to_a_person": HandOver(service="divorce_withdrawal", urgent=True),
}

FLOW = Flow("divorce_withdrawal", STEPS, ROUTES, ENDINGS, heading="divorce")

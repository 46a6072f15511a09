"""婚姻家庭辅导: one person or two book a talk with a counsellor: free, voluntary, never a condition of anything.

No name and no ID number is asked for; the booking's number is enough at the door. The conversation holds one booking
at a time. The safety question is asked apart and never shown again; whoever is afraid is offered a person first.
What others may see of it has a neutral title (``flows/discretion.py``).
"""

from __future__ import annotations

from flows.counselling import rules
from flows.divorce.rules import afraid
from flows.language import ALWAYS, Advise, Book, Flow, HandOver, choice, confirm, consent, phone, picked, text
from flows.registration import appointment_day, appointment_slot, at_office, in_confidence

STEPS = [
    in_confidence(consent("notice", "agree", "decline")),
    choice("safety", "safe", "afraid", "not_now", confidential=True),
    choice("safety_help", "person", "go_on", confidential=True),
    choice("how", "alone", "two", "person"),
    text("called", skip="none", must=[rules.short]),
    appointment_day(),
    appointment_slot(),
    phone("phone", skip="none"),
    confirm("summary"),
    in_confidence(phone("safe_reach", skip="none")),
]

ROUTES = [
    ("notice", picked("agree"), "safety"),
    ("notice", picked("decline"), "by_telephone"),
    ("safety", picked("afraid"), "safety_help"),
    ("safety", ALWAYS, "how"),
    ("safety_help", picked("person"), "safe_reach"),
    ("safety_help", picked("go_on"), "how"),
    ("how", picked("person"), "safe_reach"),
    ("how", ALWAYS, "called"),
    ("called", ALWAYS, "day"),
    ("day", ALWAYS, "slot"),
    ("slot", ALWAYS, "phone"),
    ("phone", ALWAYS, "summary"),
    ("summary", ALWAYS, "booked"),
    ("safe_reach", afraid, "to_a_person_now"),
    ("safe_reach", ALWAYS, "to_a_person"),
]

ENDINGS = {
    "booked": Book(service="counselling", slot="slot", kind="counselling"),
    "by_telephone": Advise(args=at_office("counselling")),
    "to_a_person": HandOver(service="counselling"),
    "to_a_person_now": HandOver(service="counselling", urgent=True),
}

FLOW = Flow("counselling", STEPS, ROUTES, ENDINGS, urgent=afraid, heading="marriage")

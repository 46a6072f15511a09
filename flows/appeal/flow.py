"""预约申诉: somebody says that a no-show or a cancellation should not be counted, or that booking should not be paused.

A person looks at it, who can strike it off the count (不计). What was counted in this conversation is to choose from;
anything else is found by its number, or told in words.
"""

from __future__ import annotations

from flows.appointments.rules import first_office
from flows.language import (
    ALWAYS,
    Advise,
    Flow,
    HandOver,
    confirm,
    consent,
    phone,
    pick,
    picked,
    receipt,
    text,
)

STEPS = [
    consent("notice", "agree", "decline"),
    pick("booking", from_="counted_here", skip=("by_number", "unknown")),
    receipt("number", skip="lost"),
    text("why"),
    phone("phone", skip="none"),
    confirm("summary"),
]

ROUTES = [
    ("notice", picked("agree"), "booking"),
    ("notice", picked("decline"), "at_the_office"),
    ("booking", picked("by_number"), "number"),
    ("booking", ALWAYS, "why"),
    ("number", ALWAYS, "why"),
    ("why", ALWAYS, "phone"),
    ("phone", ALWAYS, "summary"),
    ("summary", ALWAYS, "left"),
]

ENDINGS = {
    "left": HandOver(service="appeal", about=("booking", "number")),
    "at_the_office": Advise(args=first_office),
}

FLOW = Flow("appeal", STEPS, ROUTES, ENDINGS, heading="appointments")

"""接派单: a volunteer who was asked for help says whether they come, gives it up again, or wants no more such calls."""

from __future__ import annotations

from flows.language import ALWAYS, Advise, Facts, Flow, Volunteering, pick, picked
from flows.language.routes import When
from flows.words import Value, Words

ANSWERS = ("accept", "decline", "no_more")
ACCEPTED = ("give_up", "no_more")
"""What may be said to a call, before and after one has accepted it."""


def _call(value: Value) -> str:
    return str(value).partition(":")[0]


def _says(answer: str) -> When:
    def is_said(facts: Facts) -> bool:
        return bool(facts["answer"] == answer)

    return is_said


def _way(value: Value) -> Words:
    return Words(f"help_out-way.{value}")


STEPS = [
    pick("call", from_="calls_for_me", show=_call, alone=True),
    pick("answer", from_="answers_to_call", under=["call"], show=_way, skip="later"),
]

ROUTES = [
    ("call", ALWAYS, "answer"),
    ("answer", picked("later"), "later"),
    ("answer", _says("accept"), "accepted"),
    ("answer", _says("decline"), "declined"),
    ("answer", _says("give_up"), "given_up"),
    ("answer", ALWAYS, "no_more"),
]

ENDINGS = {
    "later": Advise(),
    "accepted": Volunteering(what="accept_call"),
    "declined": Volunteering(what="decline_call"),
    "given_up": Volunteering(what="give_up_call"),
    "no_more": Volunteering(what="no_more_calls"),
}

FLOW = Flow("help_out", STEPS, ROUTES, ENDINGS, heading="volunteers")

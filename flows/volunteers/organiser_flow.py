"""负责人登记: a person in charge links the chat they are in with the code that the bureau gave them."""

from __future__ import annotations

from flows.language import ALWAYS, Advise, Flow, Volunteering, code, pick, picked
from flows.words import Value, Words


def _speaks(_: Value) -> Words:
    return Words("organiser-speaks")


STEPS = [
    code("code", skip="lost"),
    pick(
        "organisation",
        from_="organisation_of_code",
        under=["code"],
        show=_speaks,
        skip=("other_code", "none"),
        retypes={"other_code": "code"},
    ),
]

ROUTES = [
    ("code", picked("lost"), "ask_again"),
    ("code", ALWAYS, "organisation"),
    ("organisation", picked("none"), "later"),
    ("organisation", ALWAYS, "linked"),
]

ENDINGS = {"linked": Volunteering(what="organiser"), "later": Advise(), "ask_again": Advise()}

FLOW = Flow("organiser", STEPS, ROUTES, ENDINGS, heading="organisers")

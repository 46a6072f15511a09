"""负责人登记: a person in charge links the chat they are in with the code that the bureau gave them.

Their ID number is asked for one thing: that nobody countersigns their own service time from another chat. It is not
kept, but for a keyed digest of it.
"""

from __future__ import annotations

from flows.language import ALWAYS, Advise, Flow, Volunteering, code, consent, id_number, pick, picked
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
    consent("notice", "agree", "decline"),
    id_number("id"),
]

ROUTES = [
    ("code", picked("lost"), "ask_again"),
    ("code", ALWAYS, "organisation"),
    ("organisation", picked("none"), "later"),
    ("organisation", ALWAYS, "notice"),
    ("notice", picked("agree"), "id"),
    ("notice", picked("decline"), "later"),
    ("id", ALWAYS, "linked"),
]

ENDINGS = {"linked": Volunteering(what="organiser"), "later": Advise(), "ask_again": Advise()}

FLOW = Flow("organiser", STEPS, ROUTES, ENDINGS, heading="organisers")

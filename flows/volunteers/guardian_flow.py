"""监护人同意: the guardian of a minor of 14 to 18 consents to their volunteering, with a code, in a chat of their own.

They see the family name of the minor and nothing that was typed; what they give, the minor does not see.
"""

from __future__ import annotations

from flows.language import (
    ALWAYS,
    Advise,
    Flow,
    Volunteering,
    choice,
    code,
    confirm,
    consent,
    id_number,
    person_name,
    phone,
    pick,
    picked,
)
from flows.volunteers import signing_up as rules
from flows.volunteers.signup_flow import RELATIONS
from flows.words import Value, Words


def _minor(_: Value) -> Words:
    return Words("guardian-this_minor")


STEPS = [
    code("code", skip="lost"),
    pick(
        "minor",
        from_="minor_of_code",
        holding="minor",
        under=["code"],
        show=_minor,
        skip=("refuse", "other_code", "none"),
        retypes={"other_code": "code"},
    ),
    choice("really", "no", "yes"),
    consent("notice", "agree", "decline"),
    person_name("name"),
    id_number("id", must=[rules.must_be_of_age]),
    choice("relation", *RELATIONS),
    phone("phone"),
    confirm("summary"),
]

ROUTES = [
    ("code", picked("lost"), "ask_again"),
    ("code", ALWAYS, "minor"),
    ("minor", picked("refuse"), "really"),
    ("minor", picked("none"), "later"),
    ("minor", ALWAYS, "notice"),
    ("really", picked("yes"), "refused"),
    ("really", picked("no"), "later"),
    ("notice", picked("agree"), "name"),
    ("notice", picked("decline"), "later"),
    ("name", ALWAYS, "id"),
    ("id", ALWAYS, "relation"),
    ("relation", ALWAYS, "phone"),
    ("phone", ALWAYS, "summary"),
    ("summary", ALWAYS, "consented"),
]

ENDINGS = {
    "consented": Volunteering(what="guardian_consents"),
    "refused": Volunteering(what="guardian_refuses"),
    "later": Advise(),
    "ask_again": Advise(),
}

FLOW = Flow("guardian", STEPS, ROUTES, ENDINGS, heading="volunteers")

"""签授权书: somebody of a household signs their page of a letter of authorisation, with a code, on their own telephone.

Of the applicant they see the family name until their own name and number match; then they read what they sign, and the
code is theirs. Nobody refuses for somebody else: to refuse, they match as well.
"""

from __future__ import annotations

from flows.language import (
    ALWAYS,
    Advise,
    Flow,
    RefuseToSign,
    Sign,
    choice,
    code,
    consent,
    id_number,
    person_name,
    pick,
    picked,
    signature,
)
from flows.words import Value, Words


def _read(_: Value) -> Words:
    return Words("sign-has_read")


STEPS = [
    code("code", skip="lost"),
    pick(
        "letter",
        from_="letter_of_code",
        under=["code"],
        show=_read,
        skip=("other_code", "none"),
        retypes={"other_code": "code"},
    ),
    consent("notice", "agree", "decline"),
    person_name("name"),
    id_number("id"),
    pick(
        "pages",
        from_="own_pages",
        holding="signing",
        under=["code", "name", "id"],
        show=_read,
        skip=("other_name", "other_number", "refuse"),
        retypes={"other_name": "name", "other_number": "id"},
    ),
    choice("really", "no", "yes"),
    signature("signature", of="name", skip="later"),
]

ROUTES = [
    ("code", picked("lost"), "ask_again"),
    ("code", ALWAYS, "letter"),
    ("letter", picked("none"), "later"),
    ("letter", ALWAYS, "notice"),
    ("really", picked("yes"), "refused"),
    ("really", picked("no"), "later"),
    ("notice", picked("agree"), "name"),
    ("notice", picked("decline"), "at_the_office"),
    ("name", ALWAYS, "id"),
    ("id", ALWAYS, "pages"),
    ("pages", picked("refuse"), "really"),
    ("pages", ALWAYS, "signature"),
    ("signature", picked("later"), "later"),
    ("signature", ALWAYS, "signed"),
]

ENDINGS = {
    "signed": Sign(),
    "refused": RefuseToSign(),
    "later": Advise(),
    "ask_again": Advise(),
    "at_the_office": Advise(),
}

FLOW = Flow("sign", STEPS, ROUTES, ENDINGS, heading="benefits", sensitive=True)

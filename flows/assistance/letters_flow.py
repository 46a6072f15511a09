"""我的授权书: how far a letter of authorisation has come, and everything its people may do about it.

Who asked for it looks after the codes, guardians and pages on paper, and has a new one made when the household changes;
whoever signed it may withdraw it at any time and see who looked at what.
"""

from __future__ import annotations

from flows.inputs.photo import PhotoRule
from flows.language import (
    ALWAYS,
    Advise,
    Facts,
    Flow,
    OfLetter,
    choice,
    consent,
    id_number,
    number,
    person_name,
    photo,
    pick,
    picked,
)
from flows.language.routes import When
from flows.words import Value, Words

PAPER = PhotoRule("paper", min_width=600)
"""A page A4 that can be read: 600 pixels are 70 to the inch."""


def _to(*ways: str) -> When:
    def is_wanted(facts: Facts) -> bool:
        return facts["what"] in ways

    return is_wanted


def _way(value: Value) -> Words:
    return Words(f"letters-way.{value}")


def _page(_: Value) -> Words:
    return Words("letters-this_page")


STEPS = [
    pick("letter", from_="my_letters", skip="none"),
    pick("what", from_="ways_of_letter", under=["letter"], show=_way, skip="none"),
    pick("page", from_="pages_of_letter", under=["letter", "what"], show=_page, skip="none"),
    pick("guardian", from_="guardians_of_page", under=["page"], show=_page, skip="another"),
    consent("notice_guardian", "agree", "decline"),
    person_name("guardian_name"),
    consent("notice_picture", "agree", "decline"),
    photo("picture", PAPER, skip="none"),
    consent("notice_member", "agree", "decline"),
    choice("relation", "spouse", "child", "parent", "sibling", "grandchild", "grandparent", "relative", "obliged"),
    person_name("member_name", skip="unsure"),
    id_number("member_id", skip="unsure"),
    number("member_age", 0, 130, skip="unsure"),
    choice("anew", "no", "yes"),
    choice("really", "no", "yes"),
]

ROUTES = [
    ("letter", picked("none"), "nothing"),
    ("letter", ALWAYS, "what"),
    ("what", picked("none"), "nothing"),
    ("what", _to("codes"), "codes"),
    ("what", _to("looked"), "looked"),
    ("what", _to("again"), "signed_again"),
    ("what", _to("withdraw"), "really"),
    ("what", _to("joined"), "notice_member"),
    ("what", ALWAYS, "page"),
    ("page", picked("none"), "nothing"),
    ("page", _to("guardian"), "guardian"),
    ("page", _to("left"), "anew"),
    ("page", ALWAYS, "notice_picture"),
    ("guardian", picked("another"), "notice_guardian"),
    ("guardian", ALWAYS, "guardian_signs"),
    ("notice_guardian", picked("agree"), "guardian_name"),
    ("notice_guardian", picked("decline"), "nothing"),
    ("guardian_name", ALWAYS, "guardian_signs"),
    ("notice_picture", picked("agree"), "picture"),
    ("notice_picture", picked("decline"), "nothing"),
    ("picture", picked("none"), "nothing"),
    ("picture", ALWAYS, "on_paper"),
    ("notice_member", picked("agree"), "relation"),
    ("notice_member", picked("decline"), "nothing"),
    ("relation", ALWAYS, "member_name"),
    ("member_name", ALWAYS, "member_id"),
    ("member_id", picked("unsure"), "member_age"),
    ("member_id", ALWAYS, "anew"),
    ("member_age", ALWAYS, "anew"),
    ("anew", picked("no"), "nothing"),
    ("anew", _to("left"), "without"),
    ("anew", ALWAYS, "with_one_more"),
    ("really", picked("yes"), "withdrawn"),
    ("really", picked("no"), "nothing"),
]

ENDINGS = {
    "nothing": Advise(),
    "codes": OfLetter(what="codes"),
    "guardian_signs": OfLetter(what="guardian"),
    "on_paper": OfLetter(what="paper"),
    "with_one_more": OfLetter(what="joined"),
    "without": OfLetter(what="left"),
    "signed_again": OfLetter(what="again"),
    "withdrawn": OfLetter(what="withdrawn"),
    "looked": OfLetter(what="looked"),
}

FLOW = Flow("letters", STEPS, ROUTES, ENDINGS, heading="benefits", sensitive=True)

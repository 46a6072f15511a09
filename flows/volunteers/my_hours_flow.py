"""我的时长: what one's volunteer service adds up to, month by month, and every entry of it.

Who serves may withdraw an entry while it waits to be countersigned, and may say of any that it is wrong (异议); their
certificates (志愿服务记录证明) are found here as well.
"""

from __future__ import annotations

from flows.language import ALWAYS, Advise, Facts, Flow, Volunteering, choice, consent, pick, picked, text
from flows.language.routes import When
from flows.words import Value, Words

CERTIFICATES = "certificates"
"""The value of the step ``period`` that stands for no time."""


def _shown(_: Value) -> Words:
    return Words("my_hours-chosen")


def _is_year(facts: Facts) -> bool:
    return len(str(facts["period"])) == len("2026")


def _is_certificates(facts: Facts) -> bool:
    return str(facts["period"]) == CERTIFICATES


def _to(way: str) -> When:
    def is_wanted(facts: Facts) -> bool:
        return str(facts["what"]) == way

    return is_wanted


STEPS = [
    pick("volunteer", from_="my_served", show=_shown, alone=True),
    pick("period", from_="hours_of_volunteer", under=["volunteer"], show=_shown, skip="none"),
    pick("month", from_="hours_of_year", under=["volunteer", "period"], show=_shown, skip="none"),
    pick("entry", from_="hours_of_month", under=["volunteer", "period", "month"], show=_shown, skip="none"),
    pick("what", from_="ways_of_hours", under=["entry"], show=_shown, skip="none"),
    choice("really", "no", "yes"),
    consent("notice", "agree", "decline"),
    text("words"),
    pick("certificate", from_="my_certificates", under=["volunteer"], show=_shown, skip="none"),
]

ROUTES = [
    ("volunteer", ALWAYS, "period"),
    ("period", picked("none"), "nothing"),
    ("period", _is_certificates, "certificate"),
    ("period", _is_year, "month"),
    ("period", ALWAYS, "entry"),
    ("month", picked("none"), "nothing"),
    ("month", ALWAYS, "entry"),
    ("entry", picked("none"), "nothing"),
    ("entry", ALWAYS, "what"),
    ("what", picked("none"), "nothing"),
    ("what", _to("withdraw"), "really"),
    ("what", ALWAYS, "notice"),
    ("really", picked("yes"), "withdrawn"),
    ("really", picked("no"), "nothing"),
    ("notice", picked("agree"), "words"),
    ("notice", picked("decline"), "nothing"),
    ("words", ALWAYS, "disputed"),
    ("certificate", picked("none"), "nothing"),
    ("certificate", ALWAYS, "shown_again"),
]

ENDINGS = {
    "nothing": Advise(),
    "withdrawn": Volunteering(what="hours_withdrawn"),
    "disputed": Volunteering(what="hours_disputed"),
    "shown_again": Volunteering(what="certificate_shown"),
}

FLOW = Flow("my_hours", STEPS, ROUTES, ENDINGS, heading="volunteers")

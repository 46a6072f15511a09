"""我的救助待遇: how my applications and benefits stand, what was paid, what is missing, what can be done.

Who is asking is shown first (``identity``). Every answer comes with the ways on; what is told is hidden when the page
is opened again (confidential), and asked at the page where a channel may carry nothing personal.
"""

from __future__ import annotations

from dataclasses import replace

from flows.assistance.letters_flow import PAPER
from flows.benefits import identity
from flows.language import ALWAYS, Advise, Facts, Flow, OfBenefits, Step, consent, photo, pick, picked
from flows.language.routes import When
from flows.words import Value, Words

CALL_BACK, LATER = "call_back", "later"
"""Chosen in place of a record while there is none to be had: somebody is to call back, or it is left for now."""
NEWS_ON, NEWS_OFF = "news_on", "news_off"
"""To be told of changes by itself from now on; no more."""
ASK, HAND_IN = "ask", "hand_in"
"""What is chosen with an answer goes on as ``ask:<township>:<record>``, ``hand_in:<township>:<record>``."""


def going_on(what: str, township: str | None, record: str) -> str:
    """The value of an option that goes on with a record."""
    return f"{what}:{township or ''}:{record}"


def gone_on(value: str) -> tuple[str | None, str]:
    """The township, if it is known, and the register's number of the record that was gone on with."""
    _, township, record = value.split(":", 2)
    return township or None, record


def _shown(_: Value) -> Words:
    return Words("benefits-chosen")


def _to(way: str, step: str) -> When:
    def is_wanted(facts: Facts) -> bool:
        return str(facts[step]).partition(":")[0] == way

    return is_wanted


def _in_confidence(step: Step) -> Step:
    return replace(step, confidential=True)


STEPS = [
    *identity.STEPS,
    _in_confidence(pick("record", from_="my_benefits", under=["proven", "identity"], show=_shown, alone=True)),
    _in_confidence(pick("what", from_="ways_of_benefit", under=["record"], show=_shown, skip="none")),
    _in_confidence(pick("told", from_="answer_of_benefit", under=["record", "what"], show=_shown, skip="none")),
    consent("notice_picture", "agree", "decline"),
    photo("picture", PAPER, skip="none"),
]

ROUTES = [
    *identity.routes("record"),
    ("record", _to(CALL_BACK, "record"), "passed_on"),
    ("record", _to(LATER, "record"), "done"),
    ("record", ALWAYS, "what"),
    ("what", picked("none"), "done"),
    ("what", _to(LATER, "what"), "done"),
    ("what", _to(NEWS_ON, "what"), "news_on"),
    ("what", _to(NEWS_OFF, "what"), "news_off"),
    ("what", ALWAYS, "told"),
    ("told", picked("none"), "done"),
    ("told", _to(ASK, "told"), "passed_on"),
    ("told", _to(HAND_IN, "told"), "notice_picture"),
    ("told", ALWAYS, "done"),
    ("notice_picture", picked("agree"), "picture"),
    ("notice_picture", picked("decline"), "done"),
    ("picture", picked("none"), "done"),
    ("picture", ALWAYS, "handed_in"),
]

ENDINGS = {
    **identity.ENDINGS,
    "done": Advise(),
    "passed_on": OfBenefits(what="benefit_asked"),
    "handed_in": OfBenefits(what="benefit_handed_in"),
    "news_on": OfBenefits(what="news_on"),
    "news_off": OfBenefits(what="news_off"),
}

FLOW = Flow("benefits", STEPS, ROUTES, ENDINGS, heading="benefits", sensitive=True)

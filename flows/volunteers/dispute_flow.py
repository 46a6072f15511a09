"""时长有异议: what was said about an entry of service time, and one's own word on it, from either side.

The volunteer says what is wrong; the organiser answers, countersigns after all, or takes the entry back. What is wrong
about the time is corrected where it is countersigned (``countersign_flow.py``).
"""

from __future__ import annotations

from flows.language import ALWAYS, Advise, Flow, Volunteering, consent, pick, picked, text
from flows.words import Value, Words


def _this(_: Value) -> Words:
    return Words("dispute-this")


def _way(value: Value) -> Words:
    return Words(f"dispute-way.{value}")


STEPS = [
    pick("entry", from_="disputable", show=_this, skip="none"),
    pick("what", from_="thread_of_entry", under=["entry"], show=_way, skip="none"),
    consent("notice", "agree", "decline"),
    text("words"),
]

ROUTES = [
    ("entry", picked("none"), "nothing"),
    ("entry", ALWAYS, "what"),
    ("what", picked("none"), "nothing"),
    ("what", ALWAYS, "notice"),
    ("notice", picked("agree"), "words"),
    ("notice", picked("decline"), "nothing"),
    ("words", ALWAYS, "done"),
]

ENDINGS = {"done": Volunteering(what="dispute"), "nothing": Advise()}

FLOW = Flow("dispute", STEPS, ROUTES, ENDINGS, heading="organisers")

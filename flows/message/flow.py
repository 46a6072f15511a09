"""留言: leave words for the bureau's staff: what it is about, where one lives, how to be reached."""

from __future__ import annotations

from flows import residence
from flows.language import ALWAYS, Advise, Flow, HandOver, confirm, consent, phone, picked, text

STEPS = [
    consent("notice", "agree", "decline"),
    residence.township(skip="elsewhere"),
    residence.village(skip="unknown"),
    text("words"),
    phone("phone", skip="none"),
    confirm("summary"),
]

ROUTES = [
    ("notice", picked("agree"), "township"),
    ("notice", picked("decline"), "at_the_office"),
    ("township", picked("elsewhere"), "words"),
    ("township", ALWAYS, "village"),
    ("village", ALWAYS, "words"),
    ("words", ALWAYS, "phone"),
    ("phone", ALWAYS, "summary"),
    ("summary", ALWAYS, "left"),
]

ENDINGS = {"left": HandOver(service="message"), "at_the_office": Advise()}

FLOW = Flow("message", STEPS, ROUTES, ENDINGS)

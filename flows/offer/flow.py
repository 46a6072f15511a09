"""候补名额: the seat that is held for who was first in line is taken, or left to the next one.

Its name is the word that every offer names: it begins this service wherever one is, and never answers another question.
"""

from __future__ import annotations

from flows.language import ALWAYS, Advise, Flow, LeaveLine, TakeOffer, choice, pick, picked
from flows.offer import rules
from flows.registration import with_args

STEPS = [
    pick("waiting", from_="my_waiting", show=rules.shown, skip="keep"),
    with_args(choice("offer", "take", "leave", "later"), rules.seat),
    with_args(choice("sure", "no", "yes"), rules.day_left),
]

ROUTES = [
    ("waiting", picked("keep"), "kept"),
    ("waiting", rules.is_offer, "offer"),
    ("waiting", ALWAYS, "sure"),
    ("offer", picked("take"), "taken"),
    ("offer", picked("leave"), "sure"),
    ("offer", picked("later"), "kept"),
    ("sure", picked("yes"), "left"),
    ("sure", picked("no"), "kept"),
]

ENDINGS = {
    "taken": TakeOffer(offer="waiting"),
    "left": LeaveLine(waiting="waiting", args=rules.day_left),
    "kept": Advise(),
}

FLOW = Flow("offer", STEPS, ROUTES, ENDINGS, heading="appointments")

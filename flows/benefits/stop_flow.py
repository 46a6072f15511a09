"""停止提醒: the one word after which nothing is told of changes any more, whatever is open. It asks nothing."""

from __future__ import annotations

from flows.language import ALWAYS, Advise, Facts, Flow, OfBenefits, pick
from flows.words import Value, Words

ALL, NOTHING = "all", "nothing"


def _is_all(facts: Facts) -> bool:
    return str(facts["which"]) == ALL


def _shown(value: Value) -> Words:
    return Words(f"stop_news-way.{value}")


STEPS = [pick("which", from_="news_here", show=_shown, alone=True)]
ROUTES = [("which", _is_all, "stopped"), ("which", ALWAYS, "none")]
ENDINGS = {"stopped": OfBenefits(what="news_stopped"), "none": Advise()}

FLOW = Flow("stop_news", STEPS, ROUTES, ENDINGS, heading="benefits", brief=True)

"""志愿活动: what fits a volunteer and is near; they join, get in line (候补) where it is full, and leave.

Risks and insurance are told before joining (志愿服务条例第12条).
"""

from __future__ import annotations

from flows.language import ALWAYS, Advise, Facts, Flow, Volunteering, choice, pick, picked
from flows.language.routes import When
from flows.words import Value, Words


def _to(way: str) -> When:
    def is_wanted(facts: Facts) -> bool:
        return bool(facts["what"] == way)

    return is_wanted


def _volunteer(_: Value) -> Words:
    return Words("activities-this_volunteer")


def _post(_: Value) -> Words:
    return Words("activities-this_post")


def _way(value: Value) -> Words:
    return Words(f"activities-way.{value}")


STEPS = [
    pick("volunteer", from_="my_volunteers", show=_volunteer, alone=True),
    choice("want", "fitting", "all", "mine"),
    pick("post", from_="fitting_posts", under=["volunteer", "want"], show=_post, skip="none"),
    pick("what", from_="ways_of_joining", under=["volunteer", "want", "post"], show=_way, skip="none"),
    choice("really", "no", "yes"),
]

ROUTES = [
    ("volunteer", ALWAYS, "want"),
    ("want", ALWAYS, "post"),
    ("post", picked("none"), "nothing"),
    ("post", ALWAYS, "what"),
    ("what", picked("none"), "nothing"),
    ("what", _to("wait"), "in_line"),
    ("what", _to("leave"), "really"),
    ("what", ALWAYS, "joined"),
    ("really", picked("yes"), "left"),
    ("really", picked("no"), "nothing"),
]

ENDINGS = {
    "nothing": Advise(),
    "joined": Volunteering(what="join_post"),
    "in_line": Volunteering(what="wait_for_post"),
    "left": Volunteering(what="leave_post"),
}

FLOW = Flow("activities", STEPS, ROUTES, ENDINGS, heading="volunteers")

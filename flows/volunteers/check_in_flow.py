"""签到签退: a volunteer types the four digits that hang at the site on the day, when they come and when they go."""

from __future__ import annotations

from flows.language import ALWAYS, Advise, Facts, Flow, Volunteering, number, pick, picked
from flows.volunteers.posts import CODES
from flows.words import Value, Words

IN, OUT = "in:", "out:"
"""Before the number of a post somebody comes to, and of one they leave."""


def _is_leaving(facts: Facts) -> bool:
    return str(facts["post"]).startswith(OUT)


def _volunteer(_: Value) -> Words:
    return Words("activities-this_volunteer")


def _post(_: Value) -> Words:
    return Words("activities-this_post")


STEPS = [
    pick("volunteer", from_="my_volunteers", show=_volunteer, alone=True),
    number("code", 0, CODES - 1, skip="lost"),
    pick(
        "post",
        from_="post_of_code",
        under=["volunteer", "code"],
        show=_post,
        skip=("other_code", "none"),
        retypes={"other_code": "code"},
    ),
]

ROUTES = [
    ("volunteer", ALWAYS, "code"),
    ("code", picked("lost"), "ask_there"),
    ("code", ALWAYS, "post"),
    ("post", picked("none"), "later"),
    ("post", _is_leaving, "left"),
    ("post", ALWAYS, "arrived"),
]

ENDINGS = {
    "arrived": Volunteering(what="arrive"),
    "left": Volunteering(what="depart"),
    "later": Advise(),
    "ask_there": Advise(),
}

FLOW = Flow("check_in", STEPS, ROUTES, ENDINGS, heading="volunteers")

"""我的活动: somebody in charge looks after the posts of their organisation.

They see who comes and the code of the day, change the seats or the time, and cancel; everybody who takes part is told.
"""

from __future__ import annotations

from flows.language import ALWAYS, Advise, Facts, Flow, Volunteering, choice, confirm, number, pick, picked
from flows.language.routes import When
from flows.volunteers.posting import times_of_post
from flows.volunteers.posts import MOST_SEATS
from flows.words import Value, Words


def _to(way: str) -> When:
    def is_wanted(facts: Facts) -> bool:
        return bool(facts["what"] == way)

    return is_wanted


def _organisation(_: Value) -> Words:
    return Words("post-own_organisation")


def _post(_: Value) -> Words:
    return Words("my_posts-this_post")


def _way(value: Value) -> Words:
    return Words(f"my_posts-way.{value}")


STEPS = [
    pick("organiser", from_="my_organisations", show=_organisation, alone=True),
    pick("post", from_="posts_of_organisation", under=["organiser"], show=_post, skip="none"),
    pick("what", from_="ways_of_post", under=["organiser", "post"], show=_way, skip="none"),
    number("seats", 1, MOST_SEATS),
    *times_of_post(),
    choice("really", "no", "yes"),
    confirm("summary"),
]

ROUTES = [
    ("organiser", ALWAYS, "post"),
    ("post", picked("none"), "nothing"),
    ("post", ALWAYS, "what"),
    ("what", picked("none"), "nothing"),
    ("what", _to("seats"), "seats"),
    ("what", _to("move"), "day"),
    ("what", ALWAYS, "really"),
    ("seats", ALWAYS, "seats_changed"),
    ("day", ALWAYS, "from"),
    ("from", ALWAYS, "to"),
    ("to", ALWAYS, "summary"),
    ("summary", ALWAYS, "moved"),
    ("really", picked("yes"), "cancelled"),
    ("really", picked("no"), "nothing"),
]

ENDINGS = {
    "nothing": Advise(),
    "seats_changed": Volunteering(what="seats_of_post"),
    "moved": Volunteering(what="move_post"),
    "cancelled": Volunteering(what="cancel_post"),
}

FLOW = Flow("my_posts", STEPS, ROUTES, ENDINGS, heading="organisers")

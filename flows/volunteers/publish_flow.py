"""发布活动: somebody in charge of an organisation (活动负责人) publishes a post of a volunteer project.

What the risk is must be said where there is one, and nothing risky is published without insurance
(志愿服务条例第12、17条).
"""

from __future__ import annotations

from flows.language import (
    ALWAYS,
    Advise,
    Facts,
    Flow,
    Volunteering,
    choice,
    confirm,
    many,
    number,
    pick,
    picked,
    text,
)
from flows.residence import township
from flows.volunteers.people import KINDS, SKILLS
from flows.volunteers.posting import at_most, times_of_post
from flows.volunteers.posts import LONGEST_PLACE, LONGEST_TITLE, LONGEST_WORDS, MOST_SEATS, OLDEST_BOUND, YOUNGEST
from flows.words import Value, Words


def _organisation(_: Value) -> Words:
    return Words("post-own_organisation")


def _is_risky(facts: Facts) -> bool:
    return bool(facts["risk"] == "some" and facts["insured"] != "yes")


STEPS = [
    pick("organiser", from_="my_organisations", show=_organisation, alone=True),
    text("title", personal=False, must=[at_most(LONGEST_TITLE)]),
    choice("kind", *KINDS),
    text("what", personal=False, must=[at_most(LONGEST_WORDS)]),
    township(skip="county"),
    text("place", personal=False, must=[at_most(LONGEST_PLACE)]),
    *times_of_post(),
    number("seats", 1, MOST_SEATS),
    many("skills", *SKILLS, none="none"),
    number("youngest", YOUNGEST, OLDEST_BOUND, skip="any"),
    choice("risk", "none", "some"),
    text("danger", personal=False, must=[at_most(LONGEST_WORDS)]),
    choice("insured", "yes", "no"),
    text("ask", personal=False, must=[at_most(LONGEST_PLACE)]),
    confirm("summary"),
]

ROUTES = [
    ("organiser", ALWAYS, "title"),
    ("title", ALWAYS, "kind"),
    ("kind", ALWAYS, "what"),
    ("what", ALWAYS, "township"),
    ("township", ALWAYS, "place"),
    ("place", ALWAYS, "day"),
    ("day", ALWAYS, "from"),
    ("from", ALWAYS, "to"),
    ("to", ALWAYS, "seats"),
    ("seats", ALWAYS, "skills"),
    ("skills", ALWAYS, "youngest"),
    ("youngest", ALWAYS, "risk"),
    ("risk", picked("some"), "danger"),
    ("risk", picked("none"), "insured"),
    ("danger", ALWAYS, "insured"),
    ("insured", _is_risky, "insure_first"),
    ("insured", ALWAYS, "ask"),
    ("ask", ALWAYS, "summary"),
    ("summary", ALWAYS, "published"),
]

ENDINGS = {"published": Volunteering(what="publish"), "insure_first": Advise()}

FLOW = Flow("publish", STEPS, ROUTES, ENDINGS, heading="organisers")

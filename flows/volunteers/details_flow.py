"""我的志愿者信息: one changes what one offers, stops or takes calls for help, asks for the code again, leaves.

A guardian takes their consent back, with which the minor leaves.
"""

from __future__ import annotations

from flows import residence
from flows.language import ALWAYS, Advise, Facts, Flow, Volunteering, choice, consent, many, phone, pick, picked
from flows.language.routes import When
from flows.volunteers.people import KINDS, SKILLS, TIMES
from flows.words import Value, Words


def _to(*ways: str) -> When:
    def is_wanted(facts: Facts) -> bool:
        return facts["what"] in ways

    return is_wanted


def _way(value: Value) -> Words:
    return Words(f"volunteer_details-way.{value}")


STEPS = [
    pick("volunteer", from_="my_registrations", alone=True),
    pick("what", from_="ways_of_volunteer", under=["volunteer"], show=_way, skip="none"),
    consent("notice", "agree", "decline"),
    phone("phone"),
    residence.township(skip="elsewhere"),
    many("kinds", *KINDS, none="any_kind"),
    many("skills", *SKILLS, none="no_skill"),
    many("times", *TIMES, none="any_time"),
    choice("really", "no", "yes"),
]


ROUTES = [
    ("volunteer", ALWAYS, "what"),
    ("what", picked("none"), "as_it_is"),
    ("what", _to("phone"), "notice"),
    ("what", _to("township"), "township"),
    ("what", _to("kinds"), "kinds"),
    ("what", _to("skills"), "skills"),
    ("what", _to("times"), "times"),
    ("what", _to("calls_on"), "calls_on"),
    ("what", _to("calls_off"), "calls_off"),
    ("what", _to("code"), "code_again"),
    ("what", ALWAYS, "really"),
    ("notice", picked("agree"), "phone"),
    ("notice", picked("decline"), "as_it_is"),
    ("phone", ALWAYS, "changed"),
    ("township", ALWAYS, "changed"),
    ("kinds", ALWAYS, "changed"),
    ("skills", ALWAYS, "changed"),
    ("times", ALWAYS, "changed"),
    ("really", picked("yes"), "left"),
    ("really", picked("no"), "as_it_is"),
]

ENDINGS = {
    "changed": Volunteering(what="change_volunteer"),
    "calls_on": Volunteering(what="take_calls"),
    "calls_off": Volunteering(what="take_no_calls"),
    "code_again": Volunteering(what="guardian_code_again"),
    "left": Volunteering(what="leave_volunteers"),
    "as_it_is": Advise(),
}

FLOW = Flow("volunteer_details", STEPS, ROUTES, ENDINGS, heading="volunteers")

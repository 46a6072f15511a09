"""志愿者注册: somebody signs up as a volunteer; a guardian signs up a child under 14.

From 14 to 18 they sign up themselves, and a guardian consents in a chat of their own (``guardian_flow.py``).
"""

from __future__ import annotations

from flows import residence
from flows.language import (
    ALWAYS,
    Advise,
    Flow,
    Volunteering,
    choice,
    confirm,
    consent,
    id_number,
    many,
    person_name,
    phone,
    picked,
)
from flows.volunteers import signing_up as rules
from flows.volunteers.people import KINDS, SKILLS, TIMES

RELATIONS = ("father", "mother", "grandparent", "other")
"""监护人: 父亲, 母亲, 祖父母或外祖父母, 其他监护人 (民法典第27条)."""

STEPS = [
    consent("notice", "agree", "decline"),
    choice("who", "self", "child"),
    person_name("guardian_name"),
    id_number("guardian_id", must=[rules.must_be_of_age]),
    choice("relation", *RELATIONS),
    person_name("name"),
    id_number("id", must=[rules.must_be_another("guardian_id")]),
    residence.township(skip="elsewhere"),
    residence.village(skip="unknown"),
    phone("phone"),
    many("kinds", *KINDS, none="any_kind"),
    many("skills", *SKILLS, none="no_skill"),
    many("times", *TIMES, none="any_time"),
    choice("veteran", "no", "yes"),
    choice("calls", "yes", "no"),
    confirm("summary"),
]

ROUTES = [
    ("notice", picked("agree"), "who"),
    ("notice", picked("decline"), "at_the_office"),
    ("who", picked("self"), "name"),
    ("who", picked("child"), "guardian_name"),
    ("guardian_name", ALWAYS, "guardian_id"),
    ("guardian_id", ALWAYS, "relation"),
    ("relation", ALWAYS, "name"),
    ("name", ALWAYS, "id"),
    ("id", rules.too_young, "too_young"),
    ("id", rules.wants_guardian, "by_guardian"),
    ("id", rules.signs_up_alone, "by_oneself"),
    ("id", ALWAYS, "township"),
    ("township", picked("elsewhere"), "phone"),
    ("township", ALWAYS, "village"),
    ("village", ALWAYS, "phone"),
    ("phone", ALWAYS, "kinds"),
    ("kinds", ALWAYS, "skills"),
    ("skills", ALWAYS, "times"),
    ("times", rules.may_be_veteran, "veteran"),
    ("times", rules.for_a_child, "summary"),
    ("times", rules.is_band("minor"), "summary"),
    ("times", ALWAYS, "calls"),
    ("veteran", ALWAYS, "calls"),
    ("calls", ALWAYS, "summary"),
    ("summary", rules.is_band("minor"), "guardian_asked"),
    ("summary", ALWAYS, "registered"),
]

ENDINGS = {
    "registered": Volunteering(what="register"),
    "guardian_asked": Volunteering(what="ask_guardian"),
    "by_guardian": Advise(),
    "by_oneself": Advise(),
    "too_young": Advise(args=lambda facts: {"age": rules.youngest(facts)}),
    "at_the_office": Advise(),
}

FLOW = Flow("volunteer", STEPS, ROUTES, ENDINGS, heading="volunteers")

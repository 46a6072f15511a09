"""反映困难变化 (低收入人口动态监测): the village's staff, a neighbour or the household tells of a change they saw.

Nobody's ID number is asked for. Whether the household agrees is asked before what was seen: without it, the question
and every one after it leave health and names out.
"""

from __future__ import annotations

from flows import residence
from flows.language import (
    ALWAYS,
    Advise,
    File,
    Flow,
    choice,
    confirm,
    consent,
    many,
    person_name,
    phone,
    picked,
    text,
)
from flows.monitoring import telling

OF_ANYBODY = ("fire", "disaster", "traffic", "income", "death", "child", "school", "better", "moved")
"""What can be seen from outside and says nothing of anybody's health."""

STEPS = [
    consent("notice", "agree", "decline"),
    choice("who", "village_staff", "neighbour", "self"),
    many("tonight", "food", "shelter", "warmth", "care", "other", none=telling.NOTHING),
    choice("knows", "agreed", "asked", "unaware", "unsure"),
    many("seen", "illness", "disability", *OF_ANYBODY, "custody", none="other"),
    many("noticed", *OF_ANYBODY, none="hardship"),
    choice("when", "days", "month", "longer", "unsure"),
    text("words", skip="none"),
    choice("receives", "no", "yes", "unsure"),
    residence.township(skip="unsure"),
    residence.village(skip="unknown"),
    person_name("name", skip="unknown"),
    text("where", must=[telling.nothing_of_health]),
    phone("phone", skip="none"),
    confirm("summary"),
]

ROUTES = [
    ("notice", picked("agree"), "who"),
    ("notice", picked("decline"), "at_the_office"),
    ("who", ALWAYS, "tonight"),
    ("tonight", telling.is_own, "seen"),
    ("tonight", telling.is_tonight, "noticed"),
    ("tonight", ALWAYS, "knows"),
    ("knows", picked("agreed", "asked"), "seen"),
    ("knows", ALWAYS, "noticed"),
    ("seen", telling.is_tonight, "township"),
    ("seen", ALWAYS, "when"),
    ("noticed", telling.is_tonight, "township"),
    ("noticed", ALWAYS, "when"),
    ("when", telling.may_tell, "words"),
    ("when", ALWAYS, "township"),
    ("words", ALWAYS, "receives"),
    ("receives", ALWAYS, "township"),
    ("township", picked("unsure"), "where"),
    ("township", ALWAYS, "village"),
    ("village", telling.may_tell, "name"),
    ("village", ALWAYS, "where"),
    ("name", ALWAYS, "where"),
    ("where", ALWAYS, "phone"),
    ("phone", telling.is_tonight, "urgent"),
    ("phone", ALWAYS, "summary"),
    ("summary", telling.is_of_child, "child"),
    ("summary", ALWAYS, "reported"),
]

_SERVICE = "report_change"

ENDINGS = {
    "reported": File(service=_SERVICE, township=telling.township, briefing=telling.briefing, after=telling.after),
    "child": File(
        service=_SERVICE, urgent=True, township=telling.township, briefing=telling.briefing, after=telling.after
    ),
    "urgent": File(
        service=_SERVICE, urgent=True, township=telling.township, briefing=telling.briefing, after=telling.after
    ),
    "at_the_office": Advise(),
}

FLOW = Flow(_SERVICE, STEPS, ROUTES, ENDINGS, heading="benefits", sensitive=True)

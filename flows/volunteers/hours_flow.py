"""记时长: a volunteer tells of a service in one sentence; what it left open is asked, everything is read back, and a
word puts it right. The organisation countersigns it afterwards.

Nobody who was served is to be named; who they are is the organisation's to know.
"""

from __future__ import annotations

from dataclasses import replace

from flows.inputs.duration import read_duration
from flows.language import (
    ALWAYS,
    Advise,
    Facts,
    Flow,
    Hears,
    Volunteering,
    choice,
    clock_time,
    confirm,
    day,
    minutes,
    pick,
    picked,
    sentence,
    text,
)
from flows.volunteers import telling_hours as told
from flows.words import Value, Words


def _not_ahead(value: Value, facts: Facts) -> Words | None:
    return Words("record-future") if value > facts.day else None


def _organisation(value: Value) -> str:
    return str(value).partition(":")[2]


STEPS = [
    pick("volunteer", from_="my_volunteers", alone=True),
    sentence("said", Hears(told.FILLED, told.heard, frozenset({"day", "time"}))),
    choice("sort", told.SERVICE, told.TRAINING),
    replace(day("day", prefer="past", must=[_not_ahead]), args=told.day_asked),
    replace(clock_time("time", told.read_time), args=told.time_asked, show=told.shown),
    clock_time("starts", told.read_start),
    minutes("minutes", read_duration),
    text("what", personal=False),
    text("where", personal=False, skip="unknown"),
    pick(
        "organisation",
        from_="organisations_served",
        under=["volunteer"],
        show=_organisation,
        skip="none",
    ),
    confirm("summary", hears=Hears(told.FILLED, told.corrected)),
]

ROUTES = [
    ("volunteer", ALWAYS, "said"),
    ("said", ALWAYS, "sort"),
    ("sort", ALWAYS, "day"),
    ("day", ALWAYS, "time"),
    ("time", told.lacks_start, "starts"),
    ("time", told.lacks_length, "minutes"),
    ("time", ALWAYS, "what"),
    ("starts", ALWAYS, "what"),
    ("minutes", ALWAYS, "what"),
    ("what", ALWAYS, "where"),
    ("where", ALWAYS, "organisation"),
    ("organisation", picked("none"), "no_organisation"),
    ("organisation", ALWAYS, "summary"),
    ("summary", ALWAYS, "recorded"),
]

ENDINGS = {"recorded": Volunteering(what="record_hours"), "no_organisation": Advise()}

FLOW = Flow("service_hours", STEPS, ROUTES, ENDINGS, heading="volunteers")

"""时间银行: what one has earned by helping elders, given to another volunteer, or a service asked for with it.

Minutes are not money, and nothing is promised for them; where a place has no time bank this says so.
"""

from __future__ import annotations

from flows.inputs.duration import read_duration
from flows.inputs.time_span import read_time_of_day
from flows.language import (
    ALWAYS,
    Advise,
    Facts,
    Flow,
    Volunteering,
    choice,
    clock_time,
    day,
    minutes,
    pick,
    picked,
    receipt,
    text,
)
from flows.language.routes import When
from flows.words import Value, Words


def _wants(what: str) -> When:
    def is_wanted(facts: Facts) -> bool:
        return bool(facts["what"] == what)

    return is_wanted


def _time(said: str, _: Facts) -> str:
    return f"{read_time_of_day(said):%H:%M}"


def _to_come(value: Value, facts: Facts) -> Words | None:
    return Words("time_bank-tomorrow_at_least") if value <= facts.day else None


def _way(value: Value) -> Words:
    return Words(f"time_bank-way.{value}")


STEPS = [
    pick("volunteer", from_="time_accounts", alone=True),
    pick("what", from_="ways_of_time_account", under=["volunteer"], show=_way, skip="none"),
    receipt("to", skip="unknown"),
    minutes("minutes", read_duration),
    choice("really", "yes", "no"),
    text("need", personal=False),
    day("day", must=[_to_come]),
    clock_time("time", _time),
    minutes("length", read_duration),
    choice("sure", "yes", "no"),
]

ROUTES = [
    ("volunteer", ALWAYS, "what"),
    ("what", picked("none"), "as_it_is"),
    ("what", _wants("history"), "history"),
    ("what", _wants("ask"), "need"),
    ("what", ALWAYS, "to"),
    ("to", picked("unknown"), "ask_for_number"),
    ("to", ALWAYS, "minutes"),
    ("minutes", ALWAYS, "really"),
    ("really", picked("yes"), "given"),
    ("really", picked("no"), "as_it_is"),
    ("need", ALWAYS, "day"),
    ("day", ALWAYS, "time"),
    ("time", ALWAYS, "length"),
    ("length", ALWAYS, "sure"),
    ("sure", picked("yes"), "asked"),
    ("sure", picked("no"), "as_it_is"),
]

ENDINGS = {
    "history": Volunteering(what="tell_time"),
    "given": Volunteering(what="give_time"),
    "asked": Volunteering(what="ask_for_time"),
    "ask_for_number": Advise(),
    "as_it_is": Advise(),
}

FLOW = Flow("time_bank", STEPS, ROUTES, ENDINGS, heading="volunteers")

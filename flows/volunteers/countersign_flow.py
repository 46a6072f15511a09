"""确认时长: a person in charge countersigns what their organisation recorded, many entries in one message.

What is right is confirmed; what is wrong is corrected (a new entry in the place of the old one), withdrawn, or talked
about with the volunteer. All of it is read back with names before it counts.
"""

from __future__ import annotations

from datetime import time

from flows.inputs.time_span import read_time_of_day
from flows.language import (
    ALWAYS,
    Advise,
    Facts,
    Flow,
    Volunteering,
    choice,
    clock_time,
    consent,
    number,
    pick,
    picked,
    some,
    text,
)
from flows.language.steps import WRONG
from flows.volunteers.ledger import LONGEST
from flows.words import Value, Words


def right_of(facts: Facts) -> tuple[str, ...]:
    """The entries that are said to be right."""
    return tuple(each for each in facts["which"] if not each.startswith(WRONG))


def wrong_of(facts: Facts) -> tuple[str, ...]:
    """The entries that are said to be wrong."""
    return tuple(each.removeprefix(WRONG) for each in facts["which"] if each.startswith(WRONG))


def begin(said: str, _: Facts) -> str:
    """From when. Raises NotUnderstood as ``read_time_of_day``: 3:00 may be in the morning or in the afternoon."""
    return f"{read_time_of_day(said):%H:%M}"


def end(said: str, facts: Facts) -> str:
    """Until when: the next time of that name. Raises NotUnderstood as ``read_time_of_day``."""
    return f"{read_time_of_day(said, time.fromisoformat(str(facts['begins']))):%H:%M}"


def _one_is_wrong(facts: Facts) -> bool:
    return len(wrong_of(facts)) == 1


def _some_are_wrong(facts: Facts) -> bool:
    return bool(wrong_of(facts))


def _this(_: Value) -> Words:
    return Words("countersign-this")


STEPS = [
    pick("organisation", from_="my_organisations", show=_this, alone=True),
    some("which", from_="to_countersign", under=["organisation"], skip="later"),
    choice("how", "time", "not_there", "talk"),
    choice("how_all", "not_there", "talk"),
    clock_time("begins", begin),
    clock_time("ends", end),
    number("minutes", 1, LONGEST, skip="whole"),
    consent("notice", "agree", "decline"),
    text("words"),
    pick("sure", from_="countersigning", under=["which"], show=_this, skip="again", retypes={"again": "which"}),
]

ROUTES = [
    ("organisation", ALWAYS, "which"),
    ("which", picked("later"), "later"),
    ("which", _one_is_wrong, "how"),
    ("which", _some_are_wrong, "how_all"),
    ("which", ALWAYS, "sure"),
    ("how", picked("time"), "begins"),
    ("how", picked("not_there", "talk"), "notice"),
    ("how_all", picked("not_there", "talk"), "notice"),
    ("begins", ALWAYS, "ends"),
    ("ends", ALWAYS, "minutes"),
    ("minutes", ALWAYS, "notice"),
    ("notice", picked("agree"), "words"),
    ("notice", picked("decline"), "later"),
    ("words", ALWAYS, "sure"),
    ("sure", ALWAYS, "done"),
]

ENDINGS = {"done": Volunteering(what="countersign"), "later": Advise()}

FLOW = Flow("countersign", STEPS, ROUTES, ENDINGS, heading="organisers")

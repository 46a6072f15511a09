"""Made-up services that use every part of the flow language, and a desk that offers them.

``fair`` signs a household up for a fair; ``LATER_FAIR`` is the same after a deploy. ``errand`` waits for somebody.
``chore`` has an option of its own that is called like one of the desk's. ``club`` reads a picture (``club.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from flows.inputs.photo import PhotoFacts, PhotoRule
from flows.language import (
    ALWAYS,
    Advise,
    Book,
    Facts,
    File,
    Flow,
    HandOver,
    Step,
    choice,
    confirm,
    consent,
    day,
    id_number,
    many,
    money,
    number,
    person_name,
    phone,
    photo,
    pick,
    picked,
    repeat,
    text,
    wait,
)
from flows.language.lookups import Found
from flows.words import Value, Words
from tests.club import CLUB, EVERYTHING, Faces
from tests.made_up import Desk, offered, speech_of


def not_past(value: Value, facts: Facts) -> Words | None:
    """A day that has gone by does not fit any more."""
    return None if value >= facts.day else Words("day-past")


def is_child(facts: Facts) -> bool:
    """Too young to come alone."""
    return bool(facts["age"] < 6)


def has_many(facts: Facts) -> bool:
    """More guests than a table has chairs."""
    return len(facts.items_of("household")) > 3


def a_day_after(facts: Facts) -> datetime:
    """How long the partner has."""
    return facts.world.now + timedelta(hours=20)


PICTURE = PhotoRule("fair", 400, (3, 2), 0.1, ("red",))

BEFORE: list[Step] = [
    consent("notice", "agree", "decline"),
    choice("kind", "solo", "family", "unsure"),
    choice("secret", "fine", "afraid", confidential=True),
    person_name("name"),
    id_number("card", skip="no_card"),
]
AFTER: list[Step | list[Step]] = [
    repeat(
        "household",
        person_name("guest"),
        choice("relation", "child", "parent", "wrong", retypes={"wrong": "guest"}),
        pick("chair", from_="chairs", holding="chair", skip="floor"),
    ),
    many("wishes", "tea", "cake", none="nothing"),
    pick("stall", from_="stalls", kind="place", skip="anywhere"),
    day("day", must=[not_past], from_="days"),
    pick("slot", from_="slots", kind="slot", holding="slot", under=["day"]),
    wait("partner", "yes", "no", until=a_day_after, meanwhile=["alone"]),
    photo("picture", PICTURE, skip="later"),
    money("fee", skip="free"),
    text("words", skip="silence"),
    confirm("summary"),
    phone("phone", skip="none"),
]
BEGUN = [
    ("notice", picked("agree"), "kind"),
    ("notice", picked("decline"), "declined"),
    ("kind", picked("unsure"), "to_a_person"),
    ("kind", ALWAYS, "secret"),
    ("secret", ALWAYS, "name"),
    ("name", ALWAYS, "card"),
]
REST = [
    ("household", has_many, "too_many"),
    ("household", picked("done"), "wishes"),
    ("guest", ALWAYS, "relation"),
    ("relation", ALWAYS, "chair"),
    ("chair", ALWAYS, "household"),
    ("wishes", ALWAYS, "stall"),
    ("stall", ALWAYS, "day"),
    ("day", ALWAYS, "slot"),
    ("slot", ALWAYS, "partner"),
    ("partner", picked("no", "expired"), "declined"),
    ("partner", ALWAYS, "picture"),
    ("picture", ALWAYS, "fee"),
    ("fee", ALWAYS, "words"),
    ("words", ALWAYS, "summary"),
    ("summary", ALWAYS, "phone"),
    ("phone", ALWAYS, "booked"),
]
ENDINGS: Mapping[str, Advise | File] = {
    "booked": Book(service="fair", slot="slot"),
    "declined": Advise(),
    "too_many": Advise(),
    "too_young": Advise(),
    "to_a_person": HandOver(service="fair"),
}
FAIR = Flow(
    "fair",
    [*BEFORE, number("age", 0, 120), *AFTER],
    [*BEGUN, ("card", ALWAYS, "age"), ("age", is_child, "too_young"), ("age", ALWAYS, "household"), *REST],
    ENDINGS,
)
LATER_FAIR = Flow(
    "fair",
    [*BEFORE, choice("shoes", "boots", "none"), *AFTER],
    [*BEGUN, ("card", ALWAYS, "shoes"), ("shoes", ALWAYS, "household"), *REST],
    {name: ending for name, ending in ENDINGS.items() if name != "too_young"},
)
"""The flow after a deploy: a question was taken out, another put in."""
ERRAND = Flow(
    "errand",
    [text("what", personal=False), wait("answer", "yes", "no", until=a_day_after), choice("thanks", "yes", "no")],
    [
        ("what", ALWAYS, "answer"),
        ("answer", picked("yes"), "thanks"),
        ("answer", picked("no", "expired"), "not_done"),
        ("thanks", ALWAYS, "done"),
    ],
    {"done": File(service="errand"), "not_done": File(service="errand")},
)
CHORE = Flow("chore", [choice("which", "keep", "sweep")], [("which", ALWAYS, "swept")], {"swept": Advise()})

DAYS = 4
CHAIRS = ("stool", "bench", "throne")
TIMES = ("09:00", "14:30")


def days_ahead(facts: Facts) -> Found:
    """The days on offer."""
    return offered(*((facts.day + timedelta(days=n)).isoformat() for n in range(1, DAYS)))


def times_on(facts: Facts) -> Found:
    """The slots of the day chosen."""
    return offered(*(f"{facts['day'].isoformat()}T{clock}" for clock in TIMES))


def chairs(_: Facts) -> Found:
    """The chairs there are."""
    return offered(*CHAIRS)


def stalls(_: Facts) -> Found:
    """The stalls there are."""
    return offered("corner", "middle")


LOOKUPS = {"stalls": stalls, "days": days_ahead, "slots": times_on, "chairs": chairs}


CARD = "62042319900101001X"
ONWARD: Mapping[str, tuple[str, ...]] = {
    "notice": ("agree",),
    "kind": ("solo", "family"),
    "secret": ("fine", "afraid"),
    "name": ("张三", "李四"),
    "card": (CARD, "no_card"),
    "age": ("30", "70"),
    "shoes": ("boots",),
    "household": ("add", "done"),
    "guest": ("欧阳小明", "王五"),
    "relation": ("child", "parent"),
    "chair": ("stool", "bench", "floor"),
    "wishes": ("tea", "1,2"),
    "stall": ("corner", "2"),
    "day": ("明天", "1"),
    "slot": ("1", "下午两点半"),
    "partner": ("alone",),
    "picture": ("later",),
    "fee": ("35", "free"),
    "words": ("想早一点来",),
    "summary": ("yes",),
    "phone": ("none", "13800000000"),
    "what": ("买米",),
    "thanks": ("yes",),
    "which": ("keep", "sweep"),
    "seat": ("guest", "founder"),
    "face": ("typed",),
    "face_check": ("yes", "again", "typed"),
    "member": ("李四",),
    "years": ("40",),
    "right": ("yes",),
}
"""Words that lead on from each step."""
GOOD_PICTURE = PhotoFacts(1060, 700, "JPEG", (200, 30, 30), 90000)


def fair_desk() -> Desk:
    """A desk with the made-up services."""
    flows = {"fair": FAIR, "errand": ERRAND, "chore": CHORE, "club": CLUB}
    return Desk(flows, speech_of(FAIR, LATER_FAIR, ERRAND, CHORE, CLUB), {**LOOKUPS, "faces": Faces(EVERYTHING)})


def go_on(desk: Desk, steps: list[int]) -> None:
    """Some steps in the way that leads on; each number chooses among the ways from there."""
    for which in steps:
        top = desk.conversation.top
        ways = ONWARD.get(top.position.step) if top is not None else None
        if ways is not None:
            desk.say(ways[which % len(ways)])


def come_to(desk: Desk, step: str) -> None:
    """Goes on by the first way from each step, without guests, until ``step`` is open."""
    if desk.conversation.top is None:
        desk.say("fair")
    while (at := desk.run.position.step) != step:
        desk.say("done" if at == "household" else ONWARD[at][0])

"""A flow that cannot work does not load, and says which flow and which step; one that loads is one shared machine."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime

import pytest

from flows.catalogue import FLOWS
from flows.errors import FlowFault
from flows.language import (
    ALWAYS,
    Advise,
    Book,
    Ending,
    Facts,
    Flow,
    Must,
    Step,
    choice,
    confirm,
    consent,
    day,
    many,
    number,
    person_name,
    phone,
    pick,
    picked,
    repeat,
    text,
    wait,
)
from flows.language.routes import Route, values_of
from flows.words import Value, Words
from tests.fair import ERRAND, FAIR, fair_desk

Steps = Sequence[Step | Sequence[Step]]
Table = tuple[Steps, Sequence[Route], Mapping[str, Ending]]

KIND = choice("kind", "a", "b")
AGE = number("age", 0, 120)
DONE: Mapping[str, Ending] = {"done": Advise()}
NOTICE = consent("notice", "agree", "decline")


def is_old(facts: Facts) -> bool:
    """A rule."""
    return bool(facts["age"] > 60)


def at_noon(facts: Facts) -> datetime:
    """When a wait ends."""
    return facts.world.now


HELD = pick("slot", from_="slots", holding="slot")
BOOKED: Mapping[str, Ending] = {"done": Book(service="x", slot="slot")}
LETTER = repeat("signers", number("copies", 1, 9), choice("how", "pen", "seal"))

BROKEN: Mapping[str, tuple[Table, str, str]] = {
    "no steps": (([], [], DONE), "", "it has no steps"),
    "two steps of a name": (([KIND, number("kind", 0, 9)], [("kind", ALWAYS, "done")], DONE), "kind", "two steps"),
    "a step called like an ending": (([KIND, number("done", 0, 9)], [("kind", ALWAYS, "done")], DONE), "done", "same"),
    "a name with a mark in it": (([choice("k@1", "a")], [("k@1", ALWAYS, "done")], DONE), "k@1", "letters, digits"),
    "a route from an unknown step": (
        ([KIND], [("kind", ALWAYS, "done"), ("sort", ALWAYS, "done")], DONE),
        "sort",
        "unknown step",
    ),
    "a route to an unknown step": (([KIND], [("kind", ALWAYS, "gone")], DONE), "kind", "unknown step gone"),
    "no routes": (([KIND, AGE], [("kind", ALWAYS, "age")], DONE), "age", "no route leads on"),
    "a step nothing leads to": (
        ([KIND, AGE], [("kind", ALWAYS, "done"), ("age", ALWAYS, "done")], DONE),
        "age",
        "nothing leads to it",
    ),
    "an ending nothing leads to": (
        ([KIND], [("kind", ALWAYS, "done")], {**DONE, "other": Advise()}),
        "other",
        "nothing leads to it",
    ),
    "a step with no way to an ending": (
        (
            [KIND, AGE, number("size", 1, 9)],
            [("kind", picked("a"), "done"), ("kind", ALWAYS, "age"), ("age", ALWAYS, "size"), ("size", ALWAYS, "age")],
            DONE,
        ),
        "age",
        "no way leads from it to an ending",
    ),
    "a way that goes round": (
        ([KIND, AGE], [("kind", picked("a"), "done"), ("kind", ALWAYS, "age"), ("age", ALWAYS, "kind")], DONE),
        "kind",
        "round to itself",
    ),
    "a fallback that is not last": (
        ([AGE], [("age", ALWAYS, "done"), ("age", is_old, "done")], DONE),
        "age",
        "fallback is not the last",
    ),
    "no fallback after a rule": (([AGE], [("age", is_old, "done")], DONE), "age", "no fallback"),
    "no fallback for what is looked up": (
        ([pick("place", from_="places", skip="none")], [("place", picked("none"), "done")], DONE),
        "place",
        "no fallback",
    ),
    "an option without a route": (([KIND], [("kind", picked("a"), "done")], DONE), "kind", "option b has no route"),
    "an outcome of a wait without a route": (
        ([wait("sign", "yes", until=at_noon)], [("sign", picked("yes"), "done")], DONE),
        "sign",
        "option expired has no route",
    ),
    "a closed group without a route": (
        ([LETTER], [("signers", is_old, "done"), ("copies", ALWAYS, "how"), ("how", ALWAYS, "signers")], DONE),
        "signers",
        "option done has no route",
    ),
    "a route for no option": (
        ([KIND], [("kind", picked("c"), "done"), ("kind", ALWAYS, "done")], DONE),
        "kind",
        "c, which is not one of its options",
    ),
    "a second route for an option": (
        ([KIND], [("kind", picked("a"), "done"), ("kind", picked("a"), "done"), ("kind", ALWAYS, "done")], DONE),
        "kind",
        "a route for a is never taken",
    ),
    "a route for an option that opens another step": (
        (
            [AGE, choice("sure", "yes", "no", retypes={"no": "age"})],
            [("age", ALWAYS, "sure"), ("sure", picked("no"), "done"), ("sure", ALWAYS, "done")],
            DONE,
        ),
        "sure",
        "a route for no is never taken",
    ),
    "an option that opens an unknown step": (
        ([choice("sure", "yes", "no", retypes={"no": "age"})], [("sure", ALWAYS, "done")], DONE),
        "sure",
        "unknown step age again",
    ),
    "no option, which opens a step": (
        (
            [AGE, choice("sure", "yes", retypes={"no": "age"})],
            [("age", ALWAYS, "sure"), ("sure", ALWAYS, "done")],
            DONE,
        ),
        "sure",
        "no opens age again, and is not one of its options",
    ),
    "a group of nothing": (([repeat("signers")], [("signers", ALWAYS, "done")], DONE), "signers", "repeats no steps"),
    "a group in a group": (
        ([repeat("letters", *LETTER)], [("letters", ALWAYS, "done")], DONE),
        "letters",
        "holds another one",
    ),
    "a route into the middle of a group": (
        (
            [KIND, LETTER],
            [
                ("kind", picked("a"), "how"),
                ("kind", ALWAYS, "signers"),
                ("signers", ALWAYS, "done"),
                ("copies", ALWAYS, "how"),
                ("how", ALWAYS, "signers"),
            ],
            DONE,
        ),
        "kind",
        "middle of the repeating group signers",
    ),
    "a way out of a group and back": (
        (
            [LETTER, AGE],
            [
                ("signers", ALWAYS, "done"),
                ("copies", ALWAYS, "how"),
                ("how", ALWAYS, "age"),
                ("age", ALWAYS, "signers"),
            ],
            DONE,
        ),
        "signers",
        "round to itself",
    ),
    "something personal before a consent": (
        ([person_name("name"), NOTICE], [("name", ALWAYS, "notice"), ("notice", ALWAYS, "done")], DONE),
        "name",
        "without a consent",
    ),
    "something personal past a consent": (
        (
            [KIND, NOTICE, phone("phone")],
            [
                ("kind", picked("a"), "notice"),
                ("kind", picked("b"), "phone"),
                ("notice", picked("agree"), "phone"),
                ("notice", picked("decline"), "done"),
                ("phone", ALWAYS, "done"),
            ],
            DONE,
        ),
        "phone",
        "without a consent",
    ),
    "something personal after a consent was declined": (
        (
            [NOTICE, phone("phone")],
            [("notice", ALWAYS, "phone"), ("phone", ALWAYS, "done")],
            DONE,
        ),
        "phone",
        "without a consent",
    ),
    "a hold that nobody confirms": (
        ([HELD, AGE], [("slot", ALWAYS, "age"), ("age", ALWAYS, "done")], BOOKED),
        "slot",
        "to done without a confirmation",
    ),
    "a choice under what comes later": (
        (
            [pick("slot", from_="slots", under=["kind"]), KIND],
            [("slot", ALWAYS, "kind"), ("kind", ALWAYS, "done")],
            DONE,
        ),
        "slot",
        "under kind, which is no step before it",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_flow_does_not_load_and_names_itself_and_the_step(fault: str) -> None:
    (steps, routes, endings), step, why = BROKEN[fault]
    with pytest.raises(FlowFault) as caught:
        Flow("broken", steps, routes, endings)
    sentence = str(caught.value)
    assert sentence.startswith(f"flow broken, step {step}: " if step else "flow broken: ")
    assert why in sentence


def test_what_could_be_taken_for_a_fault_and_is_none_loads() -> None:
    routes: list[Route] = [
        ("notice", picked("agree"), "slot"),
        ("notice", picked("decline"), "no"),
        ("slot", picked("none"), "no"),
        ("slot", ALWAYS, "signers"),
        ("signers", is_old, "no"),
        ("signers", ALWAYS, "age"),
        ("copies", ALWAYS, "how"),
        ("how", ALWAYS, "signers"),
        ("age", is_old, "summary"),
        ("age", ALWAYS, "no"),
        ("summary", picked("yes"), "done"),
    ]
    held = pick("slot", from_="slots", holding="slot", skip="none")
    flow = Flow("sound", [NOTICE, held, LETTER, AGE, confirm("summary")], routes, {**BOOKED, "no": Advise()})
    assert flow.first == "notice"


# --- one machine, one diagram ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("flow", [*FLOWS.values(), FAIR, ERRAND], ids=lambda flow: flow.name)
def test_the_diagram_holds_every_route_and_the_machine_no_other(flow: Flow) -> None:
    lines = flow.diagram().splitlines()
    for at, when, to in flow.routes:
        label = " / ".join(values_of(when)) or ("" if when is ALWAYS else when.__qualname__.partition(".")[0])
        assert [
            each for each in lines if each.startswith(f"    {at} -->") and each.endswith(f" {to}") and label in each
        ]
    for step in flow.steps.values():
        for option, to in step.retypes.items():
            assert f"    {step.name} -.->|{option}| {to}" in lines
        if step.kind == "group":
            assert f"    {step.name} -->|add| {step.members[0]}" in lines
    drawn = [(line.split()[0], line.split()[-1]) for line in lines if "-->" in line and "-->|add|" not in line]
    built = [
        (transition.source, transition.dest)
        for transitions in flow.machine.events["answer"].transitions.values()
        for transition in transitions
    ]
    assert sorted(drawn) == sorted(built) == sorted((at, to) for at, _, to in flow.routes)
    assert set(flow.machine.states) == {*flow.steps, *flow.endings}


def test_all_conversations_share_the_machine_of_a_flow_and_leave_no_trace_in_it() -> None:
    machine = FAIR.machine
    before = {name: len(event.transitions) for name, event in machine.events.items()}
    for _ in range(3):
        desk = fair_desk()
        desk.say("fair", "agree", "solo", "张三", "30", "返回", "返回")
    assert FAIR.machine is machine
    assert machine.models == []
    assert list(machine.events) == ["answer"]
    assert {name: len(event.transitions) for name, event in machine.events.items()} == before


# --- the digest ------------------------------------------------------------------------------------------------------


def other_than(step: str) -> Must:
    """Another number than that given before."""

    def check(value: Value, facts: Facts) -> Words | None:
        return Words("choice-gone") if facts.get(step) == value else None

    return check


def not_past(value: Value, facts: Facts) -> Words | None:
    """A check."""
    return None


def table(
    kind: Step = KIND,
    age: Step = AGE,
    when: Step | None = None,
    rule: Route = ("age", is_old, "old"),
    extra: Sequence[Route] = (),
    endings: Mapping[str, Ending] | None = None,
) -> Flow:
    """A small flow of which one thing at a time can be changed."""
    routes: list[Route] = [("kind", picked("a"), "age"), *extra, ("kind", ALWAYS, "day")]
    routes += [rule, ("age", ALWAYS, "day"), ("day", ALWAYS, "old")]
    steps = [kind, age, when or day("day", must=[not_past], from_="days")]
    return Flow("small", steps, routes, endings or {"old": Advise()})


def is_young(facts: Facts) -> bool:
    """Another rule."""
    return bool(facts["age"] < 10)


CHANGED = {
    "an option more": table(kind=choice("kind", "a", "b", "c")),
    "options in another order": table(kind=choice("kind", "b", "a")),
    "another kind of question": table(age=text("age", personal=False)),
    "another rule": table(rule=("age", is_young, "old")),
    "another destination": table(rule=("age", is_old, "day")),
    "a route more": table(extra=[("kind", picked("b"), "day")]),
    "another check": table(when=day("day", must=[], from_="days")),
    "a check made with another value": table(when=day("day", must=[other_than("age")], from_="days")),
    "the same with one more value": table(when=day("day", must=[other_than("kind")], from_="days")),
    "another look-up": table(when=day("day", must=[not_past], from_="evenings")),
    "none": table(when=day("day", must=[not_past])),
    "an ending more": table(rule=("age", is_old, "aged"), endings={"old": Advise(), "aged": Advise()}),
    "many instead of one": table(kind=many("kind", "a", none="b")),
}


def test_the_digest_changes_with_the_table() -> None:
    digests = [table().digest, *(flow.digest for flow in CHANGED.values())]
    assert len(set(digests)) == len(digests)


def test_the_digest_does_not_change_with_anything_else() -> None:
    same = table(when=day("day", must=[not_past], from_="days", args=lambda _: {"day": 1}))
    assert same.digest == table().digest
    assert table(endings={"old": Advise(args=lambda _: {"day": 1})}).digest == table().digest


def test_the_digest_is_the_same_in_every_process() -> None:
    program = "from flows.catalogue import FLOWS; print([flow.digest for flow in FLOWS.values()])"
    there = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "7"}
    )
    assert there.stdout.strip() == str([flow.digest for flow in FLOWS.values()])

"""A signature as a question: drawn or typed, never anybody else's, and made anew for another name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import App
from bot.terminal import Terminal
from flows.errors import FlowFault, NotUnderstood
from flows.incoming import Photo, Signature
from flows.inputs.name import read_name
from flows.language import (
    ALWAYS,
    Advise,
    Flow,
    Step,
    choice,
    consent,
    person_name,
    picked,
    repeat,
    signature,
)
from flows.language.routes import Route
from flows.words import Words
from tests.fair import GOOD_PICTURE, fair_desk
from tests.made_up import Desk, desk_of
from tests.signing import NAME, OATH, signing_app
from tests.talk import HandClock

PICTURE = "0123456789abcdef01234567"
OTHER_PICTURE = "fedcba987654321001234567"


@pytest.fixture
def desk() -> Desk:
    """A desk with the made-up service, where the signature is asked for."""
    opened = desk_of(OATH)
    assert opened.say("oath", "agree", NAME) == ["oath-mark"]
    return opened


def read_back(desk: Desk) -> list[Words]:
    """How the signature stands in the summary."""
    lines = desk.replies[-1].words.args["lines"]
    return [line.args["value"] for line in lines if line.args["what"] == Words("oath-mark.label")]


# --- what answers it -------------------------------------------------------------------------------------------------


def test_a_drawn_signature_is_kept_by_the_id_of_its_picture(desk: Desk) -> None:
    assert desk.sign(Signature(PICTURE)) == ["oath-summary"]
    assert desk.run.answers["mark"].value == PICTURE
    assert read_back(desk) == [Words("signature-drawn")]
    assert desk.said == Words("signature-drawn")
    assert PICTURE not in desk.text(desk.replies[-1])


@pytest.mark.parametrize(
    "typed",
    [
        NAME,
        f" {NAME} ",
        f"{NAME}。",
        "阿依甲•买买乙",
        "阿依甲・买买乙",
        "阿依甲 · 买买乙",
        "阿依甲.买买乙",
        "阿 依 甲·买买乙",
    ],
)
def test_ones_own_name_in_full_is_a_signature_too(desk: Desk, typed: str) -> None:
    assert desk.say(typed) == ["oath-summary"]
    assert desk.run.answers["mark"].value == "typed"
    assert read_back(desk) == [Words("signature-typed")]
    assert desk.said == Words("signature-typed")


@pytest.mark.parametrize(
    "typed",
    [
        *("阿依甲", "买买乙", "阿依甲买买乙", "张三", f"我叫{NAME}", f"{NAME}?", f"{NAME}本人", f"不是{NAME}"),
        *("typed", "签", "mark", PICTURE, f"uploads:{PICTURE}", "[[[1, 2]]]", "3", "·", "。"),
    ],
)
def test_any_other_text_is_none_and_the_question_stays(desk: Desk, typed: str) -> None:
    assert desk.say(typed) == ["signature-other_name", "oath-mark"]
    assert "mark" not in desk.run.answers


@given(st.text(st.sampled_from("阿依甲买乙·•. a1"), max_size=9))
def test_what_signs_is_read_as_the_name_it_signs_for(typed: str) -> None:
    desk = desk_of(OATH)
    desk.say("oath", "agree", NAME)
    desk.say(typed)
    mark = desk.run.answers.get("mark") if desk.conversation.stack else None
    if mark is not None and mark.value == "typed":
        assert read_name(typed) == NAME


@given(st.text(st.sampled_from("张王欧阳三四甲乙·"), min_size=2, max_size=8))
def test_every_name_can_be_typed_as_it_was_given(name: str) -> None:
    try:
        read_name(name)
    except NotUnderstood:
        return
    desk = desk_of(OATH)
    assert desk.say("oath", "agree", name, name) == ["oath-summary"]
    assert desk.run.answers["mark"].value == "typed"


def test_the_ways_without_one_are_said_by_their_words_or_their_numbers(desk: Desk) -> None:
    assert desk.options == ["on_paper", "refuse"]
    assert desk.tap("on_paper") == ["oath-summary"]
    assert read_back(desk) == [Words("oath-mark.on_paper")]
    desk.say("返回")
    assert desk.say("2") == ["oath-left", "menu-more"]


@pytest.mark.parametrize("choice", ["typed", PICTURE, NAME, "on_paper,refuse", "keep", "suggested"])
def test_no_tap_signs(desk: Desk, choice: str) -> None:
    assert desk.tap(choice) == ["choice-stale", "oath-mark"]
    assert "mark" not in desk.run.answers


def test_the_second_misunderstanding_is_answered_with_an_example_and_the_third_offers_a_person(desk: Desk) -> None:
    desk.say("张三")
    assert desk.say("李四") == ["again-signature", "oath-mark"]
    assert "offer-person" in desk.say("王五")


# --- where none is asked for -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", [[], ["oath"], ["oath", "agree"], ["oath", "agree", NAME, NAME]])
def test_a_drawn_one_where_none_is_asked_for_is_told_so_and_answers_nothing(before: list[str]) -> None:
    desk = desk_of(OATH)
    desk.say("菜单", *before)
    asked = desk.keys[-1]
    stack = [(run.position, dict(run.answers)) for run in desk.conversation.stack]
    assert desk.sign(Signature(PICTURE)) == ["signature-not_asked", asked]
    assert [(run.position, dict(run.answers)) for run in desk.conversation.stack] == stack


def test_a_drawn_one_is_no_photo_and_a_photo_no_signature(desk: Desk) -> None:
    assert desk.show(Photo(PICTURE, GOOD_PICTURE)) == ["photo-not_asked", "oath-mark"]
    other = fair_desk()
    other.say("fair")
    assert other.sign(Signature(PICTURE)) == ["signature-not_asked", "fair-notice"]


def test_while_a_person_is_asked_for_a_drawn_one_is_not_kept(desk: Desk) -> None:
    desk.conversation = replace(desk.conversation, handoff="JT260511-AAAAAA")
    assert desk.sign(Signature(PICTURE)) == ["signature-not_asked"]
    assert desk.noted is None
    assert "mark" not in desk.run.answers


# --- kept, and made anew ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", [False, True])
def test_one_that_was_given_can_be_kept_when_it_is_asked_for_again(desk: Desk, typed: bool) -> None:
    desk.say(NAME) if typed else desk.sign(Signature(PICTURE))
    before = desk.run.answers["mark"]
    desk.say("返回")
    assert desk.options == ["on_paper", "refuse", "keep"]
    assert desk.tap("keep") == ["oath-summary"]
    assert desk.run.answers["mark"] == before


def test_one_that_was_given_can_be_drawn_again_from_the_summary(desk: Desk) -> None:
    desk.sign(Signature(PICTURE))
    assert desk.tap("change:mark") == ["oath-mark"]
    assert desk.sign(Signature(OTHER_PICTURE)) == ["oath-summary"]
    assert desk.run.answers["mark"].value == OTHER_PICTURE


@pytest.mark.parametrize("typed", [False, True])
def test_for_another_name_it_is_made_anew(desk: Desk, typed: bool) -> None:
    desk.say(NAME) if typed else desk.sign(Signature(PICTURE))
    desk.tap("change:who")
    assert desk.say("张三") == ["oath-mark"]
    assert "keep" not in desk.options
    assert desk.say(NAME) == ["signature-other_name", "oath-mark"]
    assert desk.say("张三") == ["oath-summary"]


def test_the_same_name_again_leaves_it_as_it_is(desk: Desk) -> None:
    desk.sign(Signature(PICTURE))
    desk.tap("change:who")
    assert desk.say(NAME) == ["oath-summary"]
    assert desk.run.answers["mark"].value == PICTURE


# --- several signers -------------------------------------------------------------------------------------------------

PAGES = Flow(
    "pages",
    [consent("notice", "agree", "decline"), repeat("signers", person_name("signer"), signature("mark", of="signer"))],
    [
        ("notice", picked("agree"), "signers"),
        ("notice", ALWAYS, "done"),
        ("signer", ALWAYS, "mark"),
        ("mark", ALWAYS, "signers"),
        ("signers", picked("done"), "done"),
    ],
    {"done": Advise()},
)


def test_each_of_several_signs_with_their_own_name() -> None:
    desk = desk_of(PAGES)
    desk.say("pages", "agree", "add", "张三")
    assert desk.say("李四") == ["signature-other_name", "pages-mark"]
    assert desk.say("张三", "add", "李四") == ["pages-mark"]
    assert desk.say("张三") == ["signature-other_name", "pages-mark"]
    assert desk.sign(Signature(PICTURE)) == ["pages-signers"]
    assert [answer.value for answer in desk.run.answers.values() if answer.kind == "signature"] == ["typed", PICTURE]


# --- flows that cannot work ------------------------------------------------------------------------------------------

NOTICE = consent("notice", "agree")
WHO = person_name("who")
BROKEN: dict[str, tuple[list[Step], list[Route], str]] = {
    "the signature of an unknown step": (
        [NOTICE, WHO, signature("mark", of="whom")],
        [("notice", picked("agree"), "who"), ("who", ALWAYS, "mark"), ("mark", ALWAYS, "done")],
        "the signature of whom, which is no step",
    ),
    "the signature of a later step": (
        [NOTICE, signature("mark", of="who"), WHO],
        [("notice", picked("agree"), "mark"), ("mark", ALWAYS, "who"), ("who", ALWAYS, "done")],
        "under who, which is no step before it",
    ),
    "a way past the name": (
        [NOTICE, choice("how", "a", "b"), WHO, signature("mark", of="who")],
        [
            ("notice", picked("agree"), "how"),
            ("how", picked("a"), "mark"),
            ("how", ALWAYS, "who"),
            ("who", ALWAYS, "mark"),
            ("mark", ALWAYS, "done"),
        ],
        "a way leads to it without who",
    ),
    "a way without one that is called like a typed one": (
        [NOTICE, WHO, signature("mark", of="who", skip=["typed"])],
        [("notice", picked("agree"), "who"), ("who", ALWAYS, "mark"), ("mark", ALWAYS, "done")],
        "called like one that is typed",
    ),
    "a signature without a consent": (
        [choice("who", "a"), signature("mark", of="who")],
        [("who", ALWAYS, "mark"), ("mark", ALWAYS, "done")],
        "without a consent",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_signature_that_cannot_be_checked_does_not_load(fault: str) -> None:
    steps, routes, why = BROKEN[fault]
    with pytest.raises(FlowFault, match=f"flow broken, step mark: .*{why}"):
        Flow("broken", steps, routes, {"done": Advise()})


# --- plain text alone ------------------------------------------------------------------------------------------------


async def test_on_the_terminal_one_types_ones_name(tmp_path: Path, clock: HandClock) -> None:
    async with signing_app(tmp_path, clock) as app:
        await sworn_by_text_alone(app)


async def sworn_by_text_alone(app: App) -> None:
    """Line by line, as it is read there."""
    said: list[str] = []
    terminal = Terminal(app, said.append)
    await terminal.start()
    for line in ("oath", "agree", "张三"):
        await terminal.line(line)
    assert said[-1].splitlines()[-4:] == ["mark?", "", "1. on_paper", "2. refuse"]
    await terminal.line("李四")
    assert app.speech.render(Words("signature-other_name"), "zh-Hans") in said[-1]
    await terminal.line("张三")
    assert "summary?" in said[-1]

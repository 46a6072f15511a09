"""Typing little: 0 goes back and # opens the menu, but where 0 is the answer; what is spoken comes with full stops."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.speech import LANGUAGES
from flows.dialogue.menu import MENU
from flows.language import ALWAYS, Advise, Flow, choice, number, pick
from flows.words import Words
from tests.fair import come_to, fair_desk
from tests.made_up import Desk, desk_of, offered
from tests.talk import SPEECH
from tests.test_dialogue import answers_of

NOUGHTS = ("0", "\uff10", "0。", "〇", "零", " 0 ")
MENUS = ("#", "\uff03", "#。", "井号", "井号键")


@pytest.fixture
def desk() -> Desk:
    """A desk with the made-up services."""
    return fair_desk()


@pytest.mark.parametrize("typed", [*NOUGHTS, "返回", "返回。", "返回！"])
@pytest.mark.parametrize(
    "step", ["kind", "secret", "name", "card", "stall", "day", "slot", "words", "summary", "phone"]
)
def test_nought_goes_back_where_it_answers_nothing(desk: Desk, step: str, typed: str) -> None:
    come_to(desk, step)
    desk.say("返回")
    before = desk.run.position
    desk = fair_desk()
    come_to(desk, step)
    desk.say(typed)
    assert desk.run.position == before
    assert step not in answers_of(desk.run)


@pytest.mark.parametrize("typed", NOUGHTS)
@pytest.mark.parametrize(("step", "value"), [("age", 0), ("fee", 0)])
def test_nought_is_the_answer_where_a_number_is_asked_for(desk: Desk, step: str, value: int, typed: str) -> None:
    come_to(desk, step)
    run = desk.run
    desk.say(typed)
    kept = desk.finals[-1].answers if desk.finals else answers_of(desk.run)
    given = kept[step]
    assert getattr(given, "value", given) == value
    assert step not in run.answers


def test_a_number_that_may_not_be_nought_is_not_left_by_it() -> None:
    flow = Flow(
        "pair",
        [choice("first", "one", "two"), number("few", 1, 9)],
        [("first", ALWAYS, "few"), ("few", ALWAYS, "end")],
        {"end": Advise()},
    )
    desk = desk_of(flow)
    desk.say("pair", "one", "0")
    assert desk.keys == ["number-range", "pair-few"]
    desk.say("返回")
    assert desk.keys[-1] == "pair-first"


def test_nought_closes_a_question_of_the_desks_own_and_not_the_one_beneath(desk: Desk) -> None:
    come_to(desk, "fee")
    desk.say("取消", "0")
    assert desk.run.position.step == "fee"
    assert desk.conversation.aside is None
    assert "fee" not in desk.run.answers


def test_an_option_that_is_nought_is_chosen_by_it() -> None:
    steps = [choice("first", "a", "b"), pick("children", from_="counts")]
    flow = Flow("kin", steps, [("first", ALWAYS, "children"), ("children", ALWAYS, "end")], {"end": Advise()})
    desk = replace(desk_of(flow), lookups={"counts": lambda _: offered("2", "0")})
    desk.say("kin", "a", "0")
    assert desk.finals[-1].answers["children"].value == "0"


@pytest.mark.parametrize("typed", [*MENUS, "菜单。"])
@pytest.mark.parametrize("step", ["kind", "age", "fee", "words", "name", "summary"])
def test_the_hash_opens_the_menu_wherever_one_is(desk: Desk, step: str, typed: str) -> None:
    come_to(desk, step)
    desk.say(typed)
    assert desk.conversation.aside == MENU
    assert desk.run.position.step == step
    assert step not in desk.run.answers


def test_the_hash_after_nought_finds_everything_as_it_was(desk: Desk) -> None:
    come_to(desk, "stall")
    desk.say("#", "0")
    assert (desk.conversation.aside, desk.run.position.step) == (None, "stall")


@pytest.mark.parametrize(
    "typed", ["一。", "第一个。", "选第一个。", "我选第一个。", "就第一个吧。", "1、", "选1。", "第一项！", "solo。"]
)
def test_an_option_that_was_spoken_is_chosen(desk: Desk, typed: str) -> None:
    come_to(desk, "kind")
    desk.say(typed)
    assert desk.run.answers["kind"].value == "solo"


@pytest.mark.parametrize(
    ("command", "typed"),
    [
        ("person", "转人工！"),
        ("person", "我要转人工。"),
        ("back", "返回。"),
        ("menu", "菜单。"),
        ("cancel", "取消。"),
        ("exit", "快速退出！"),
        ("help", "帮助。"),
        ("info", "我的信息。"),
    ],
)
def test_a_command_that_was_spoken_is_carried_out(command: str, typed: str) -> None:
    assert SPEECH.command(typed) == command


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_names_both_signs(language: str) -> None:
    said = SPEECH.render(Words("help"), language)
    assert {"0", "#"} <= set(said)

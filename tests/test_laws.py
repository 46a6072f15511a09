"""The laws of a turn, at every kind of question: what a message is taken for, and that nothing loses the question."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.speech import LANGUAGES
from flows.dialogue.asides import ASIDES, COMMANDS
from flows.incoming import Event, Photo
from flows.inputs.id_number import mask
from flows.language import ALWAYS, Advise, Flow, HandOver, Step, choice, day, picked, text
from flows.language.routes import Route
from flows.language.steps import UNNUMBERED_KINDS
from flows.outcome import Note
from flows.words import Words
from tests.fair import CARD, FAIR, GOOD_PICTURE, come_to, fair_desk
from tests.made_up import NUMBER, Desk, desk_of, offered
from tests.talk import HandClock, Talk, an_app

STEPS = [step for step in FAIR.steps if FAIR.steps[step].group is None]
"""Every step of the made-up service outside its group: every kind of question is among them."""
UNREADABLE = {"words": ""}
"""What no reader understands: anything is an answer to an open text, but for nothing at all."""


@cache
def _desk_at(step: str) -> Desk:
    desk = fair_desk()
    come_to(desk, step)
    return desk


def desk_at(step: str) -> Desk:
    """A desk whose open question is this step."""
    desk = _desk_at(step)
    return replace(desk, standing=dict(desk.standing), scheduled=dict(desk.scheduled), finals=[], replies=[])


def command(name: str, language: str = "zh-Hans") -> str:
    """The words of a command."""
    return fair_desk().speech.render(Words(f"command-{name}"), language)


def is_open(desk: Desk, step: str) -> bool:
    """Whether this step is open and was the last thing asked."""
    return desk.run.position.step == step and desk.keys[-1] == f"fair-{step}"


def test_every_kind_of_question_is_tried_here() -> None:
    kinds = {
        "choice",
        "many",
        "text",
        "name",
        "id_number",
        "phone",
        "date",
        "number",
        "money",
        "photo",
        "place",
        "slot",
    }
    assert {FAIR.steps[step].kind for step in STEPS} == {*kinds, "confirm", "wait", "group"}


# --- an exact option, then a command, then a service, then free text -------------------------------------------------

STEP_OF_COMMANDS = choice("which", "back", "errands", "tea")


def errands(first: Step) -> Desk:
    """A desk with a service that begins with this step, and one that is called like an option of it."""
    flows = (
        Flow(
            "every",
            [first, text("more", personal=False)],
            [(first.name, ALWAYS, "more"), ("more", ALWAYS, "done")],
            {"done": Advise()},
        ),
        Flow("errands", [text("what", personal=False)], [("what", ALWAYS, "run")], {"run": Advise()}),
    )
    desk = desk_of(*flows)
    desk.lookups = {"days": lambda _: offered("2026-05-12", "2026-05-13")}
    desk.say("every")
    return desk


@pytest.mark.parametrize("words", ["back", "errands", "1", "2"])
def test_an_option_of_the_question_comes_before_a_command_and_a_service(words: str) -> None:
    desk = errands(STEP_OF_COMMANDS)
    assert desk.say(words) == ["every-more"]


@pytest.mark.parametrize(("words", "keys"), [("返回", ["back-first", "every-which"]), ("my errands", ["errands-what"])])
def test_what_is_no_option_is_a_command_or_a_service(words: str, keys: list[str]) -> None:
    assert errands(STEP_OF_COMMANDS).say(words) == keys


@pytest.mark.parametrize(
    ("words", "keys"),
    [("help", ["help", "every-what"]), ("errands", ["errands-what"]), ("errands please", ["every-more"])],
)
def test_a_command_comes_before_a_service_and_both_before_free_text(words: str, keys: list[str]) -> None:
    desk = errands(text("what", personal=False))
    assert desk.say(words) == keys


def test_a_command_comes_before_a_service_of_the_same_words() -> None:
    def service(name: str) -> Flow:
        return Flow(name, [text("what", personal=False)], [("what", ALWAYS, "done")], {"done": Advise()})

    desk = desk_of(service("every"), service("help"))
    desk.say("every")  # at the menu the service would be an option of the open question
    assert desk.say("help") == ["help", "every-what"]


def test_a_number_is_an_option_where_options_are_numbered_and_an_answer_where_a_number_is_asked() -> None:
    desk = errands(day("when", from_="days"))
    desk.say("2")
    assert desk.run.answers["when"].value.isoformat() == "2026-05-13"
    desk = desk_at("fee")
    desk.say("1")
    assert desk.run.answers["fee"].value == 100


@pytest.mark.parametrize("one", ["1", "一", "壹", "①", "１", "第一个", "solo"])
def test_the_first_option_has_many_names(one: str) -> None:
    desk = desk_at("kind")
    desk.say(one)
    assert desk.run.answers["kind"].value == "solo"


# --- commands --------------------------------------------------------------------------------------------------------

SAYS = {"help": "help", "person": "handoff-taken", "exit": "exit-done", "info": "info-given"}
ASKS = {"cancel": "aside-cancel", "language": "aside-language", "info": "aside-info", "menu": "menu"}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_works_at_every_question_in_every_language(step: str, language: str) -> None:
    for name in COMMANDS:
        desk = desk_at(step)
        before = desk.conversation
        desk.say(command(name, language))
        if name in SAYS and not (name == "info" and desk.keys[0] == "info-none"):
            assert desk.keys[0] == SAYS[name]
        if name in ASKS:
            assert desk.keys[-1] == ASKS[name]
        if name in {"help", "resume"}:
            assert is_open(desk, step)
        if name == "back":
            path = before.stack[0].position.path
            assert desk.run.position.path == path[:-1] or desk.keys[0] in {"back-first", "back-waiting"}
        elif name == "exit":
            assert desk.conversation.stack == (), "somebody else would find it"
        else:
            assert desk.conversation.stack == before.stack, "the open question is lost"


@pytest.mark.parametrize("step", STEPS)
def test_cancelling_asks_first_and_yes_and_no_mean_what_they_say(step: str) -> None:
    for no in ("1", "接着办", "不", "no"):
        desk = desk_at(step)
        desk.say("取消", no)
        assert is_open(desk, step)
        assert desk.run.answers == _desk_at(step).run.answers
    for yes in ("2", "取消", "是", "yes"):
        desk = desk_at(step)
        assert desk.say("取消", yes) == ["cancelled", "menu"]
        assert desk.standing == {}


def test_what_does_not_answer_the_desks_own_question_closes_it_and_is_meant_for_the_one_beneath() -> None:
    desk = desk_at("name")
    assert desk.say("取消", "张三") == ["fair-card"]
    assert desk.conversation.aside is None
    desk = desk_at("name")
    assert desk.say("语言", "12345") == ["name-digits", "fair-name"]
    assert desk.conversation.aside is None


@pytest.mark.parametrize("aside", [*ASIDES, "menu"])
def test_the_desks_own_question_is_closed_by_a_step_back(aside: str) -> None:
    desk = desk_at("name")
    desk.conversation = replace(desk.conversation, aside=aside)
    assert desk.say("返回") == ["fair-name"]


@pytest.mark.parametrize("step", STEPS)
def test_the_language_can_be_changed_at_any_point_and_the_question_stays(step: str) -> None:
    desk = desk_at(step)
    for answer, language in (("3", "en"), ("繁體中文", "zh-Hant"), ("简体中文", "zh-Hans")):
        assert desk.say("语言", answer)[0] == "language-set"
        assert desk.conversation.language == language
        assert is_open(desk, step)
        for reply in desk.replies:
            assert desk.text(reply)


@pytest.mark.parametrize("step", STEPS)
def test_my_information_is_masked_and_says_nothing_told_in_confidence(step: str) -> None:
    desk = desk_at(step)
    desk.say("我的信息")
    shown = "\n".join(desk.text(reply) for reply in desk.replies)
    assert CARD not in shown
    assert "secret" not in shown
    assert "fine" not in shown
    if "card" in desk.run.position.path:
        assert mask(CARD) in shown
    assert desk.say("看好了")[-1] == f"fair-{step}"


def test_numbers_in_free_words_are_masked_where_they_are_read_back() -> None:
    desk = desk_at("words")
    desk.say("打 138 0000 0000 或者用 620423199001010017", "我的信息")
    shown = "\n".join(desk.text(reply) for reply in desk.replies)
    assert "0000 0000" not in shown
    assert "19900101" not in shown
    assert desk.run.answers["words"].value == "打 138 0000 0000 或者用 620423199001010017"


@pytest.mark.parametrize(
    ("step", "typed", "said"),
    [
        ("card", "62042319900101001X", mask(CARD)),
        ("card", "620423199001010011", mask("620423199001010011")),
        ("name", "13800000000", "1********00"),
        ("secret", "fine", Words("said-confidential")),
        ("secret", "他打我", Words("said-confidential")),
        ("kind", "solo", "solo"),
    ],
)
def test_the_log_keeps_numbers_masked_and_nothing_told_in_confidence(step: str, typed: str, said: object) -> None:
    desk = desk_at(step)
    desk.say(typed)
    assert desk.said == said


def test_everything_can_be_erased_at_any_point() -> None:
    for step in STEPS:
        desk = desk_at(step)
        assert desk.say("我的信息", "全部删除", "真的删除") == ["erased", "menu"]
        assert (desk.conversation.stack, desk.conversation.aside) == ((), None)
        assert desk.standing == {}


# --- not understood --------------------------------------------------------------------------------------------------

GARBAGE = ("听不懂的话？", "12a4", "", "？？？", "2019年2月30日", "1,2,99", "13800000000 13900000000", "很好的一天啊")


@pytest.mark.parametrize("step", STEPS)
def test_three_misunderstandings_in_a_row_offer_a_person_and_no_sentence_comes_twice_in_a_row(step: str) -> None:
    desk = desk_at(step)
    sentences: list[list[str]] = []
    for count in range(1, 9):
        desk.say(UNREADABLE.get(step, "？？？"))
        assert is_open(desk, step)
        sentences.append([desk.text(reply) for reply in desk.replies[:-1]])
        assert ("command:person" in desk.options) == (count >= 3)
    for one, other in pairwise(sentences):
        assert not set(one) & set(other)
    if FAIR.steps[step].kind in UNNUMBERED_KINDS:
        assert desk.say("转人工") == ["handoff-taken"]
    else:
        assert desk.say(str(len(desk.options))) == ["handoff-taken"]


@pytest.mark.parametrize("step", STEPS)
@settings(max_examples=15)
@given(texts=st.lists(st.sampled_from(GARBAGE), min_size=2, max_size=8))
def test_whatever_is_not_understood_in_a_row_is_never_told_the_same_way_twice_in_a_row(
    step: str, texts: list[str]
) -> None:
    desk = desk_at(step)
    last: set[str] = set()
    for words in texts:
        desk.say(words)
        if desk.conversation.misses == 0:
            break
        now = {desk.text(reply) for reply in desk.replies[:-1]}
        assert not now & last
        last = now
        assert is_open(desk, step)


def test_the_menu_offers_a_person_too_and_does_not_repeat_itself() -> None:
    desk = fair_desk()
    sentences = []
    for _ in range(6):
        desk.say("？？？")
        assert desk.keys[-1] == "menu"
        sentences.append(set(desk.keys[:-1]))
    assert all(not one & other for one, other in pairwise(sentences))
    assert "offer-person" in sentences[2]


def test_something_understood_starts_the_count_again() -> None:
    desk = desk_at("name")
    desk.say("？？？", "？？？", "帮助", "？？？")
    assert "command:person" not in desk.options


# --- what people paste -----------------------------------------------------------------------------------------------

NASTY = {
    "very long": "我" * 100_000,
    "long figures": "9" * 100_000,
    "emoji": "👩\u200d❤\ufe0f\u200d💋\u200d👨👍🏽🇨🇳",
    "control characters": "".join(map(chr, range(32))) + "\x7f\x85\u2028",
    "null bytes": "\0\0\0",
    "right to left": "\u202e\u2066مرحبا\u202c\u200f שלום",
    "combining": "e" + "\u0301" * 5000,
    "halves of characters": "\ud83d \udc00 \ud800",
    "unassigned": "\U000e0fff\ufffe\uffff",
    "zero width": "\u200b\u200c\u200d\u2060\ufeff",
    "fluent": "{ $name } { marriage-notice }\n\t.x = {",
    "ids of ours": "keep change:name remove:x command:exit",
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("what", NASTY)
def test_nothing_that_is_pasted_loses_the_open_question(step: str, what: str) -> None:
    desk = desk_at(step)
    before = desk.run
    desk.say(NASTY[what])
    assert desk.replies[-1].asking is not None
    for reply in desk.replies:
        assert desk.text(reply)
    if desk.run.position != before.position:
        answer = desk.run.answers[step]
        assert desk.run.answers == {**before.answers, step: answer}
    else:
        assert desk.run.answers == before.answers
        assert is_open(desk, step)


def test_of_an_answer_no_more_is_kept_than_can_be_read() -> None:
    desk = desk_at("words")
    assert desk.say("想早一点来" + " " * 100_000) == ["fair-summary"]
    assert desk.run.answers["words"].value == "想早一点来"
    assert len(desk.run.answers["words"].typed) <= 4000


async def test_nothing_that_is_pasted_breaks_the_whole_turn(tmp_path: Path) -> None:
    clock = HandClock()
    async with an_app(tmp_path, clock) as app:
        talk = Talk(app)
        await talk.all("结婚登记", "同意", "1")
        for words in NASTY.values():
            await talk.say(words)
            assert talk.keys[-1] == "marriage-first_name", words[:20]
    async with an_app(tmp_path, clock) as app:
        talk = Talk(app)
        await talk.say("张三", id="after")
        assert talk.keys == ["marriage-first_id"]


# --- the stack -------------------------------------------------------------------------------------------------------


def four_services() -> Desk:
    """A desk with four services of one question."""
    names = ("apples", "bread", "cheese", "dates")
    return desk_of(
        *(
            Flow(name, [choice("which", "one", "two")], [("which", ALWAYS, "sold")], {"sold": Advise()})
            for name in names
        )
    )


def test_services_lie_on_each_other_three_deep_and_are_returned_from() -> None:
    desk = four_services()
    desk.say("apples", "bread", "cheese")
    assert desk.say("dates") == ["stack-full", "cheese-which"]
    assert desk.say("one") == ["cheese-sold", "resumed", "bread-which"]
    assert desk.say("one") == ["bread-sold", "resumed", "apples-which"]
    assert desk.say("one") == ["apples-sold", "menu-more"]


def test_a_service_that_lies_beneath_is_opened_again_and_not_begun_anew() -> None:
    desk = four_services()
    desk.say("apples")
    first = desk.run.id
    desk.say("bread", "cheese")
    assert desk.say("apples") == ["resumed", "apples-which"]
    assert [run.flow for run in desk.conversation.stack] == ["bread", "cheese", "apples"]
    assert desk.run.id == first
    assert desk.say("apples") == ["resumed", "apples-which"]


def test_the_menu_can_be_opened_over_a_question_and_chosen_from() -> None:
    desk = four_services()
    desk.say("apples", "菜单")
    assert desk.keys == ["menu"]
    assert desk.say("2") == ["bread-which"]
    assert desk.say("菜单", "返回") == ["bread-which"]


# --- a person is asked for -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", STEPS)
def test_while_a_person_is_asked_for_nothing_is_an_answer_and_the_way_back_is_offered(step: str) -> None:
    desk = desk_at(step)
    before = desk.conversation.stack
    desk.say("转人工")
    assert desk.options == ["command:resume", "command:take_back"]
    assert desk.say("在吗") == ["handoff-noted"]
    assert desk.say("13800000000") == ["handoff-noted"]
    for option in FAIR.steps[step].options:
        desk.say(option)
        assert desk.keys == ["handoff-noted"]
        desk.tap(option)
        assert desk.keys == ["choice-stale"]
    assert desk.show(Photo("p1", GOOD_PICTURE)) == ["handoff-noted"]
    assert desk.say("帮助") == ["help"]
    assert desk.options == ["command:resume", "command:take_back"]
    assert desk.say("转人工") == ["handoff-already"]
    assert desk.options == ["command:resume", "command:take_back"]
    assert desk.conversation.stack == before
    assert len(desk.finals) == 1
    assert desk.say("继续") == [f"fair-{step}"]
    assert desk.conversation.stack == before


@pytest.mark.parametrize("words", ["继续", "1", "继续办理", "resume"])
def test_the_way_back_from_a_person_can_be_typed(words: str) -> None:
    desk = desk_at("name")
    desk.say("转人工")
    if words == "resume":
        words = command("resume", "en")
    assert desk.say(words) == ["fair-name"]
    assert desk.say("张三") == ["fair-card"]


def test_going_back_cancelling_or_beginning_something_goes_on_as_well() -> None:
    desk = desk_at("card")
    assert desk.say("转人工", "返回") == ["fair-name"]
    assert desk.say("李四") == ["fair-card"]
    assert desk.say("转人工", "取消", "2") == ["cancelled", "menu"]
    assert desk.say("转人工", "errand") == ["errand-what"]
    assert desk.say("买米") == ["errand-answer"]


def test_an_ending_that_hands_over_leaves_what_lies_beneath_standing_still() -> None:
    desk = desk_at("name")
    desk.say("errand", "fair")
    assert desk.keys == ["resumed", "fair-name"]
    desk = fair_desk()
    desk.say("errand", "fair", "agree", "unsure")
    assert desk.keys == ["fair-to_a_person"]
    assert desk.say("买米") == ["handoff-noted"]
    assert desk.say("继续") == ["errand-what"]
    assert desk.say("买米") == ["errand-answer"]


@pytest.mark.parametrize("words", ["1", "菜单", "继续"])
def test_where_nothing_was_left_open_the_way_back_from_a_person_is_the_menu(words: str) -> None:
    desk = desk_at("kind")
    assert desk.say("unsure") == ["fair-to_a_person"]
    assert desk.options == ["command:menu", "command:take_back"]
    assert desk.say(words) == ["menu"]
    assert desk.say("errand") == ["errand-what"]


def test_what_was_tapped_among_many_is_logged_in_words() -> None:
    desk = desk_at("wishes")
    desk.tap("cake,tea")
    assert desk.speech.render(desk.said, "zh-Hans") == "tea、cake"


HASTY = [choice("safe", "yes", "no"), choice("which", "one", "two")]


def hasty() -> Desk:
    """A service in which somebody may say that they are not safe, and another one."""
    routes: list[Route] = [("safe", ALWAYS, "which"), ("which", picked("one"), "looked"), ("which", ALWAYS, "done")]
    endings = {"looked": HandOver(service="hasty"), "done": Advise()}
    errand = Flow("errands", [text("what", personal=False)], [("what", ALWAYS, "run")], {"run": Advise()})
    return desk_of(Flow("hasty", HASTY, routes, endings, urgent=lambda facts: facts.get("safe") == "no"), errand)


@pytest.mark.parametrize(("safe", "urgent"), [("no", True), ("yes", False)])
@pytest.mark.parametrize("ways", [["转人工"], ["one"], ["errands", "转人工"]])
def test_who_told_of_haste_is_urgent_however_a_person_is_reached(safe: str, urgent: bool, ways: list[str]) -> None:
    desk = hasty()
    desk.say("hasty", safe, *ways)
    (final,) = desk.finals
    assert isinstance(final.ending, HandOver)
    assert final.ending.urgent == urgent


def test_a_new_day_changes_nothing_while_a_person_is_asked_for_and_is_told_on_going_on() -> None:
    desk = desk_at("slot")
    desk.say("转人工")
    desk.move(days=3)
    assert desk.say("在吗") == ["handoff-noted"]
    assert desk.say("继续") == ["answers-moved", "fair-day"]


def test_events_that_come_while_a_person_is_asked_for_count_afterwards() -> None:
    desk = desk_at("partner")
    desk.say("转人工")
    assert desk.tell(desk.run.id, "partner", "yes") == []
    assert desk.say("继续") == ["answers-moved", "fair-picture"]


@pytest.mark.parametrize("step", STEPS)
def test_a_closed_ticket_ends_the_waiting_and_the_open_question_is_put_again(step: str) -> None:
    desk = desk_at(step)
    before = desk.conversation.stack
    desk.say("转人工", "在吗")
    assert desk.notice(Event("closed", ticket=NUMBER)) == ["staff-closed", f"fair-{step}"]
    assert desk.conversation.stack == before
    assert desk.notice(Event("closed", ticket=NUMBER)) == []
    assert desk.say("转人工") == ["handoff-taken"]


def test_a_closed_ticket_that_is_not_waited_for_says_nothing_and_changes_nothing() -> None:
    desk = desk_at("name")
    assert desk.notice(Event("closed", ticket=NUMBER)) == []
    assert desk.notice(Event("closed")) == []
    desk.say("转人工")
    before = desk.conversation
    assert desk.notice(Event("closed", ticket="JT260511-BBBBBB")) == []
    assert desk.conversation == before
    assert desk.say("在吗") == ["handoff-noted"]


def test_a_new_day_is_told_when_a_closed_ticket_lets_the_service_go_on() -> None:
    desk = desk_at("slot")
    desk.say("转人工")
    desk.move(days=3)
    assert desk.notice(Event("closed", ticket=NUMBER)) == ["staff-closed", "answers-moved", "fair-day"]


def test_an_answer_of_the_staff_says_how_to_write_back_and_takes_no_answer() -> None:
    told = {"place": "P", "number": NUMBER, "text": "T"}
    answer = Event("notice", words=Words("staff-answer", told), ticket=NUMBER)
    desk = desk_at("name")
    assert desk.notice(answer) == ["staff-answer", "fair-name"]
    assert desk.replies[0].words.args["listening"] == "no"
    desk.say("转人工")
    assert desk.notice(answer) == ["staff-answer"]
    assert desk.replies[0].words.args["listening"] == "yes"
    assert desk.options == ["command:resume", "command:take_back"]
    assert desk.say("继续", "张三") == ["fair-card"]


def test_what_is_said_for_the_staff_names_the_ticket_it_is_for_and_nothing_else_does() -> None:
    desk = desk_at("name")
    noted = []
    for words in ("转人工", "在吗", "转人工", "帮助", "菜单", "继续", "张三"):
        desk.say(words)
        noted.append(desk.noted)
    assert noted == [None, Note(NUMBER, "在吗"), Note(NUMBER), None, None, None, None]
    desk.say("转人工")
    desk.show(Photo("p1", GOOD_PICTURE))
    assert (desk.noted, desk.said) == (Note(NUMBER, photo="p1"), Words("photo-received"))


# --- when the question has moved -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "last"), [("帮助", "fair-day"), ("errand", "errand-what"), ("转人工", "handoff-taken")]
)
def test_commands_and_services_work_although_the_question_has_moved(words: str, last: str) -> None:
    desk = desk_at("slot")
    desk.move(days=3)
    assert desk.say(words)[0] == "answers-moved"
    assert desk.keys[-1] == last


def test_leaving_works_always() -> None:
    for step in STEPS:
        desk = desk_at(step)
        desk.move(days=3)
        assert "exit-done" in desk.say("快速退出")
        assert desk.replies[-1].asking is None

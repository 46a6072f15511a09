"""The parts of the flow language one by one: groups, waiting, kept answers, holds, changed flows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from flows.dialogue import runs
from flows.language import (
    ALWAYS,
    Advise,
    Facts,
    File,
    Flow,
    HandOver,
    Step,
    choice,
    confirm,
    consent,
    person_name,
    pick,
    picked,
    repeat,
    text,
    wait,
)
from flows.language.answers import Run
from flows.language.lookups import Found, Pending
from flows.language.routes import Route
from flows.words import Option, Words
from tests.fair import FAIR, LATER_FAIR, a_day_after, come_to, days_ahead, fair_desk
from tests.made_up import Desk, desk_of, offered


@pytest.fixture
def desk() -> Desk:
    """A desk with the made-up services."""
    return fair_desk()


def guests(desk: Desk) -> list[tuple[str, str, str]]:
    """Name, relation and chair of every guest on the path."""
    items = runs.facts_of(desk.flows["fair"], desk.run, desk.world()).items_of("household")
    return [(item["guest"], item["relation"], item["chair"]) for item in items.values()]


def answers_of(run: Run) -> dict[str, object]:
    """What was answered, by key."""
    return {key: answer.value for key, answer in run.answers.items()}


# --- repeating groups ------------------------------------------------------------------------------------------------


def add_three_guests(desk: Desk) -> None:
    """Three guests on three chairs; the group asks whether there are more."""
    come_to(desk, "household")
    desk.say("add", "王五", "child", "stool", "add", "赵六", "parent", "bench", "add", "孙七", "child", "throne")
    assert desk.keys == ["fair-household"]


def test_removing_one_of_a_group_shifts_nothing(desk: Desk) -> None:
    add_three_guests(desk)
    before = answers_of(desk.run)
    first, second, third = (option.removeprefix("remove:") for option in desk.options[2:])
    desk.say("remove 2")
    assert guests(desk) == [("王五", "child", "stool"), ("孙七", "child", "throne")]
    assert answers_of(desk.run) == {key: value for key, value in before.items() if not key.endswith(second)}
    assert desk.held == ["stool", "throne"]
    assert desk.options == ["add", "done", f"remove:{first}", f"remove:{third}"]


def test_an_item_added_by_mistake_is_gone_after_a_step_back(desk: Desk) -> None:
    come_to(desk, "household")
    desk.say("add")
    assert desk.keys == ["fair-guest"]
    assert desk.say("返回") == ["fair-household"]
    assert desk.options == ["add", "done"]
    assert desk.say("done") == ["fair-wishes"]


def test_after_going_back_into_a_closed_group_more_can_be_added_or_taken_away(desk: Desk) -> None:
    add_three_guests(desk)
    desk.say("done", "返回")
    assert desk.say("remove 1") == ["fair-household"]
    desk.say("add", "周八", "child", "floor")
    assert desk.keys == ["fair-household"]
    assert [name for name, _, _ in guests(desk)] == ["赵六", "孙七", "周八"]
    desk.say("done")
    assert desk.keys == ["fair-wishes"]


def test_after_going_back_into_a_closed_group_one_more_is_followed_by_the_question_for_more(desk: Desk) -> None:
    come_to(desk, "wishes")
    assert desk.say("返回") == ["fair-household"]
    assert desk.say("add", "王五", "child", "floor") == ["fair-household"]
    assert desk.say("done") == ["fair-wishes"]


def test_a_question_within_a_group_knows_the_item_it_is_about() -> None:
    how = replace(choice("how", "pen", "seal"), args=lambda facts: {"name": facts["signer"]})
    routes: list[Route] = [
        ("notice", ALWAYS, "signers"),
        ("signer", ALWAYS, "how"),
        ("how", ALWAYS, "signers"),
        ("signers", ALWAYS, "signed"),
    ]
    steps: list[Step | list[Step]] = [choice("notice", "go"), repeat("signers", text("signer", personal=False), how)]
    desk = desk_of(Flow("letter", steps, routes, {"signed": Advise()}))
    for name in ("first", "second"):
        desk.say(*(("letter", "go") if name == "first" else ()), "add", name)
        assert desk.replies[-1].words.args == {"name": name}
        desk.say("pen")


def test_within_a_group_a_step_opens_the_step_of_its_own_item_again(desk: Desk) -> None:
    come_to(desk, "household")
    desk.say("add", "王五", "child", "stool", "add", "赵六")
    assert desk.say("wrong") == ["fair-guest"]
    desk.say("赵七", "parent", "floor")
    assert guests(desk) == [("王五", "child", "stool"), ("赵七", "parent", "floor")]


def test_going_back_within_a_group_keeps_what_was_told_of_the_item(desk: Desk) -> None:
    come_to(desk, "household")
    desk.say("add", "王五", "child")
    desk.say("返回", "返回", "返回")
    assert desk.keys == ["fair-household"]
    assert [option.partition(":")[0] for option in desk.options] == ["add", "done", "remove"]
    assert desk.say("done") == ["fair-chair"]


# --- waiting ---------------------------------------------------------------------------------------------------------


def test_an_event_answers_its_wait_once(desk: Desk) -> None:
    come_to(desk, "partner")
    assert desk.tell(desk.run.id, "partner", "yes") == ["fair-picture"]
    assert desk.tell(desk.run.id, "partner", "no") == []
    assert desk.run.position.step == "picture"


def test_an_event_that_comes_early_is_kept_for_its_wait(desk: Desk) -> None:
    come_to(desk, "day")
    assert desk.tell(desk.run.id, "partner", "yes") == []
    assert desk.say("明天") == ["fair-slot"]
    assert desk.say("1") == ["fair-picture"]


def test_an_event_for_a_run_that_is_over_changes_nothing(desk: Desk) -> None:
    come_to(desk, "partner")
    run = desk.run.id
    desk.say("取消", "取消")
    before = desk.conversation
    assert desk.tell(run, "partner", "yes") == []
    assert desk.conversation == before


def test_an_event_for_a_service_beneath_counts_when_it_is_open_again(desk: Desk) -> None:
    come_to(desk, "partner")
    fair = desk.run.id
    desk.say("chore")
    assert desk.tell(fair, "partner", "yes") == []
    assert desk.keys == []
    assert desk.say("sweep") == ["chore-swept", "resumed", "answers-moved", "fair-picture"]


def test_a_wait_that_is_over_beneath_is_told_when_the_service_is_open_again(desk: Desk) -> None:
    desk.say("errand", "买米", "chore")
    desk.move(hours=21)
    assert desk.ring() == 1
    assert desk.finals == []
    assert desk.say("sweep") == ["chore-swept", "resumed"]
    assert desk.options == ["command:resume"]
    assert desk.say("1") == ["errand-not_done", "menu-more"]
    assert [final.name for final in desk.finals] == ["swept", "not_done"]


def test_a_wait_ends_by_itself(desk: Desk) -> None:
    come_to(desk, "partner")
    desk.move(hours=21)
    assert desk.ring() == 1
    assert desk.keys == ["hold-expired", "fair-declined", "menu-more"]


def test_the_end_of_an_earlier_wait_does_not_end_the_one_that_was_begun_again(desk: Desk) -> None:
    desk.say("errand", "买米")
    desk.move(hours=15)
    assert desk.say("返回", "买面") == ["errand-answer"]
    desk.move(hours=6)
    assert desk.ring() == 1
    assert desk.run.position.step == "answer"
    desk.move(hours=15)
    assert desk.ring() == 1
    assert desk.keys == ["errand-not_done", "menu-more"]


def test_an_event_that_is_ignored_repeats_the_question_only_if_something_else_was_said(desk: Desk) -> None:
    come_to(desk, "fee")
    desk.tell(desk.run.id, "partner", "no")
    assert desk.keys == []
    desk.move(minutes=11)
    assert desk.tell(desk.run.id, "partner", "no") == ["hold-expired", "fair-fee"]


def test_each_of_two_waits_has_an_end_of_its_own() -> None:
    waits = [wait(name, "yes", until=a_day_after) for name in ("one", "two")]
    routes: list[Route] = [("one", ALWAYS, "two"), ("two", picked("yes"), "agreed"), ("two", picked("expired"), "late")]
    desk = desk_of(Flow("pact", waits, routes, {"agreed": Advise(), "late": Advise()}))
    desk.say("pact")
    desk.move(hours=15)
    desk.tell(desk.run.id, "one", "yes")
    desk.move(hours=6)
    assert desk.ring() == 1
    assert desk.run.position.step == "two"
    desk.move(hours=15)
    assert desk.ring() == 1
    assert desk.keys == ["pact-late", "menu-more"]


def test_while_waiting_for_others_alone_it_is_said_that_nothing_is_to_be_answered() -> None:
    desk = fair_desk()
    desk.say("errand", "买米")
    assert desk.options == []
    assert desk.say("好了吗") == ["wait-nothing_asked", "errand-answer"]
    assert desk.say("好了吗") == ["again-wait", "errand-answer"]


def test_while_waiting_only_what_is_offered_can_be_said(desk: Desk) -> None:
    come_to(desk, "partner")
    assert desk.options == ["alone"]
    assert desk.say("yes") == ["choice-not_one", "fair-partner"]
    assert desk.tap("expired") == ["choice-stale", "fair-partner"]
    assert desk.say("alone") == ["fair-picture"]


@pytest.mark.parametrize(("step", "value"), [("partner", "perhaps"), ("name", "张三"), ("summary", "yes")])
def test_an_event_that_fits_no_wait_is_not_kept(desk: Desk, step: str, value: str) -> None:
    come_to(desk, "notice")
    assert desk.tell(desk.run.id, step, value) == []
    assert desk.run.answers == {}


def test_what_was_sent_off_cannot_be_called_back(desk: Desk) -> None:
    come_to(desk, "partner")
    desk.tell(desk.run.id, "partner", "yes")
    assert desk.say("返回") == ["back-waiting", "fair-picture"]


def test_each_item_of_a_group_waits_for_itself() -> None:
    signed = wait("signed", "yes", "no", until=a_day_after)
    flow = Flow(
        "letter",
        [consent("notice", "agree", "decline"), repeat("signers", person_name("signer"), signed)],
        [
            ("notice", picked("agree"), "signers"),
            ("notice", picked("decline"), "declined"),
            ("signer", ALWAYS, "signed"),
            ("signed", ALWAYS, "signers"),
            ("signers", ALWAYS, "sent"),
        ],
        {"sent": File(service="letter"), "declined": Advise()},
    )
    desk = desk_of(flow)
    desk.say("letter", "agree", "add", "王五")
    first = desk.run.position.key
    desk.tell(desk.run.id, first, "yes")
    desk.say("add", "赵六")
    second = desk.run.position.key
    assert first != second
    assert desk.tell(desk.run.id, "signed", "yes") == []
    desk.move(hours=21)
    desk.ring()
    assert answers_of(desk.run)[first] == "yes"
    assert answers_of(desk.run)[second] == "expired"


# --- answers at hand: the one before, the one that was read ----------------------------------------------------------


@pytest.mark.parametrize(
    "step", ["notice", "kind", "name", "age", "card", "wishes", "stall", "day", "slot", "picture", "fee", "words"]
)
def test_after_a_step_back_the_old_answer_can_be_kept_by_its_words_or_a_tap(desk: Desk, step: str) -> None:
    come_to(desk, step)
    following = next(to for at, _, to in FAIR.routes if at == step and to in FAIR.steps)
    come_to(desk, following)
    answers = answers_of(desk.run)
    desk.say("返回")
    assert desk.run.position.step == step
    assert desk.options[-1] == "keep"
    desk.tap("keep")
    assert desk.run.position.step == following
    desk.say("返回")
    asking = desk.replies[-1].asking
    assert asking is not None
    desk.say(desk.speech.render(asking.options[-1].label, "zh-Hans"))
    assert desk.run.position.step == following
    assert answers_of(desk.run) == answers


def test_an_old_answer_that_no_longer_fits_is_not_offered(desk: Desk) -> None:
    come_to(desk, "slot")
    desk.say("返回")
    assert "keep" in desk.options
    desk.move(days=2)
    assert desk.say("帮助") == ["help", "fair-day"]
    assert "keep" not in desk.options


def test_a_step_may_have_an_option_of_its_own_that_is_called_keep(desk: Desk) -> None:
    desk.say("chore")
    assert desk.tap("keep") == ["chore-swept", "menu-more"]
    assert desk.finals[0].answers["which"].value == "keep"


@pytest.mark.parametrize("word", ["keep", "command:person", "change:name", "remove:1", "yes"])
def test_what_options_are_called_inside_is_just_text_to_a_person(desk: Desk, word: str) -> None:
    come_to(desk, "words")
    assert desk.say(word) == ["fair-summary"]
    assert desk.run.answers["words"].value == word


def test_of_several_options_none_goes_with_no_other_however_they_are_chosen(desk: Desk) -> None:
    come_to(desk, "wishes")
    for chosen in ("tea,nothing", "1,3"):
        keys = desk.tap(chosen) if chosen.startswith("tea") else desk.say(chosen)
        assert keys[-1] == "fair-wishes"
        assert "wishes" not in desk.run.answers
    desk.tap("cake,tea,cake")
    assert desk.run.answers["wishes"].value == ("tea", "cake")


# --- confirming ------------------------------------------------------------------------------------------------------


def test_every_answer_can_be_changed_from_the_summary_by_its_name(desk: Desk) -> None:
    come_to(desk, "summary")
    for step in ("name", "age", "wishes", "words"):
        assert desk.say(f"改{step}") == [f"fair-{step}"]
        assert desk.tap("keep") == ["fair-summary"]


def test_what_was_changed_after_it_was_confirmed_is_confirmed_again(desk: Desk) -> None:
    come_to(desk, "phone")
    desk.say("返回", "改name", "李四")
    assert desk.keys == ["fair-summary"]
    assert "summary" not in desk.run.answers


def test_a_hold_that_ran_out_is_made_again_before_it_is_confirmed(desk: Desk) -> None:
    come_to(desk, "summary")
    held = list(desk.standing)
    desk.move(minutes=11)
    assert desk.say("yes") == ["hold-expired", "fair-summary"]
    assert desk.held == ["2026-05-12T09:00"]
    assert list(desk.standing) != held
    assert desk.say("yes") == ["fair-phone"]


def test_a_hold_that_ran_out_and_is_gone_is_asked_again(desk: Desk) -> None:
    come_to(desk, "summary")
    desk.move(minutes=11)
    desk.gone.add("2026-05-12T09:00")
    assert desk.say("yes") == ["hold-expired", "slot-gone", "fair-slot"]
    assert desk.say("2") == ["fair-summary"]


def test_a_hold_that_runs_out_after_the_confirmation_is_not_taken_over(desk: Desk) -> None:
    come_to(desk, "phone")
    desk.move(minutes=11)
    assert desk.say("none") == ["hold-expired", "slot-gone", "fair-slot"]
    assert desk.finals == []
    assert desk.say("1") == ["fair-summary"]
    assert desk.say("yes", "none") == ["fair-booked", "menu-more"]
    assert len(desk.taken_over) == 1


def test_an_offer_that_went_meanwhile_is_asked_again_at_the_confirmation() -> None:
    stall = pick("stall", from_="stalls")
    routes: list[Route] = [("stall", ALWAYS, "summary"), ("summary", ALWAYS, "rented")]
    desk = desk_of(Flow("stalls", [stall, confirm("summary")], routes, {"rented": File(service="stalls")}))
    desk.lookups = {"stalls": lambda _: offered("corner", "middle")}
    assert desk.say("stalls", "corner") == ["stalls-summary"]
    desk.lookups = {"stalls": lambda _: offered("middle")}
    assert desk.say("yes") == ["offer-gone", "stalls-stall"]
    assert desk.say("1", "yes") == ["stalls-rented", "menu-more"]


def test_a_rule_that_changed_under_its_name_is_asked_once_more_at_the_confirmation(desk: Desk) -> None:
    come_to(desk, "summary")
    stricter = {**FAIR.steps, "age": replace(FAIR.steps["age"], must=(lambda *_: Words("choice-gone"),))}
    flow = desk.flows["fair"] = Flow("fair", list(stricter.values()), FAIR.routes, FAIR.endings)
    flow.digest = FAIR.digest
    assert desk.say("yes") == ["answers-moved", "fair-age"]


def test_another_day_needs_another_slot_and_the_same_day_keeps_it(desk: Desk) -> None:
    come_to(desk, "summary")
    assert desk.say("改day", "明天") == ["fair-summary"]
    assert desk.held == ["2026-05-12T09:00"]
    assert desk.say("改day", "后天") == ["fair-slot"]
    assert desk.standing == {}
    assert desk.say("1") == ["fair-summary"]
    assert desk.held == ["2026-05-13T09:00"]


# --- look-ups --------------------------------------------------------------------------------------------------------


def test_a_look_up_that_takes_long_is_said_and_counts_as_no_misunderstanding(desk: Desk) -> None:
    slow = {**desk.lookups, "days": lambda _: Pending()}
    quick = desk.lookups
    come_to(desk, "stall")
    desk.lookups = slow
    assert desk.say("corner") == ["looking-up"]
    assert desk.say("明天") == ["looking-up"]
    assert desk.conversation.misses == 0
    desk.lookups = quick
    assert desk.say("明天") == ["fair-slot"]


def test_where_nothing_on_offer_fits_that_is_said(desk: Desk) -> None:
    def gone_by(_: Facts) -> Found:
        return offered("2026-05-01", "2026-05-02", none=Words("days-none"))

    come_to(desk, "stall")
    desk.lookups = {**desk.lookups, "days": gone_by}
    assert desk.say("corner") == ["days-none", "fair-day"]


def test_a_note_of_a_look_up_is_said_before_its_question_and_changes_nothing_else(desk: Desk) -> None:
    noted = replace(days_ahead(Facts(desk.world(), "fair")), note=Words("booking-not_active"))
    come_to(desk, "stall")
    desk.lookups = {**desk.lookups, "days": lambda _: noted}
    assert desk.say("corner") == ["booking-not_active", "fair-day"]
    assert desk.say("明天") == ["fair-slot"]


def test_where_nothing_can_answer_that_is_said_in_place_of_the_question_with_ways_elsewhere(desk: Desk) -> None:
    stopped = Found((Option("service:chore", Words("service-chore")),), stop=Words("booking-not_active"))
    come_to(desk, "stall")
    desk.lookups = {**desk.lookups, "days": lambda _: stopped}
    assert desk.say("corner") == ["booking-not_active"]
    assert desk.options == ["service:chore"]
    assert desk.say("明天") == ["booking-not_active"]
    assert desk.conversation.misses == 0
    assert "day" not in desk.run.answers
    assert desk.say("1") == ["chore-which"], "a service is begun by its number as well"
    assert desk.say("sweep") == ["chore-swept", "resumed", "booking-not_active"]
    desk.lookups = {**desk.lookups, "days": days_ahead}
    assert desk.say("明天") == ["fair-slot"]


# --- a flow that changes under a live conversation -------------------------------------------------------------------


def test_a_changed_flow_keeps_what_fits_and_asks_the_first_that_does_not(desk: Desk) -> None:
    come_to(desk, "words")
    desk.flows["fair"] = LATER_FAIR
    assert desk.say("想早一点来") == ["answers-moved", "fair-shoes"]
    assert "words" not in desk.run.answers, "what was typed was no answer to the new question"
    assert desk.run.answers["age"].value == 30, "an answer unknown to this version is kept"
    assert desk.standing == {}
    assert desk.say("boots") == ["fair-words"]
    assert desk.held == ["2026-05-12T09:00"]
    desk.flows["fair"] = FAIR
    assert desk.say("想早一点来") == ["fair-summary"], "and used again when that version is back"
    desk.say("yes", "none")
    assert "age" in desk.finals[0].answers
    assert "shoes" not in desk.finals[0].answers, "only answers on the path reach the outcome"


def test_a_service_that_waits_beneath_may_change_too(desk: Desk) -> None:
    come_to(desk, "words")
    desk.say("errand")
    desk.flows["fair"] = LATER_FAIR
    assert desk.say("买米") == ["errand-answer"]
    assert desk.held == ["2026-05-12T09:00"]
    assert desk.say("我的信息")[0] == "info-given"
    desk.say("看好了", "取消", "取消")
    assert desk.keys == ["cancelled", "resumed", "answers-moved", "fair-shoes"]
    assert desk.standing == {}


def test_a_service_that_is_no_longer_offered_is_told_and_lets_go_what_it_held(desk: Desk) -> None:
    come_to(desk, "words")
    desk.say("errand")
    del desk.flows["fair"]
    assert desk.say("买米") == ["errand-answer"]
    assert desk.say("取消", "取消") == ["cancelled", "service-gone", "menu"]
    assert desk.standing == {}


def test_a_service_that_is_gone_gives_way_to_the_one_beneath(desk: Desk) -> None:
    desk.say("errand", "chore")
    del desk.flows["chore"]
    assert desk.say("1") == ["service-gone", "resumed", "errand-what"]


def ends_on_a_new_day() -> Flow:
    """A service that ends by itself on the next day."""

    def begun_before(facts: Facts) -> bool:
        return facts.day > date(2026, 5, 11)

    return Flow(
        "today",
        [choice("first", "go"), choice("second", "yes", "no")],
        [("first", begun_before, "too_late"), ("first", ALWAYS, "second"), ("second", ALWAYS, "done")],
        {"too_late": HandOver(service="today"), "done": Advise()},
    )


def chores() -> Flow:
    """Another service to lay above it."""
    return Flow("chores", [choice("which", "dust", "sweep")], [("which", ALWAYS, "swept")], {"swept": Advise()})


def test_a_new_day_may_lead_to_an_ending_and_that_is_told_before_anything_else() -> None:
    desk = desk_of(ends_on_a_new_day())
    desk.say("today", "go")
    desk.move(days=1)
    assert desk.say("no") == ["today-too_late"]
    assert desk.conversation.handoff is not None
    assert [final.name for final in desk.finals] == ["too_late"]
    assert "second" not in desk.finals[0].answers


def test_who_leaves_leaves_although_a_new_day_led_to_an_ending() -> None:
    desk = desk_of(ends_on_a_new_day())
    desk.say("today", "go")
    desk.move(days=1)
    assert desk.say("快速退出") == ["today-too_late", "exit-done"]


def test_an_ending_found_beneath_waits_until_the_one_above_is_carried_out() -> None:
    desk = desk_of(ends_on_a_new_day(), chores())
    desk.say("today", "go", "chores")
    desk.move(days=1)
    assert desk.say("sweep") == ["chores-swept", "resumed"]
    assert desk.options == ["command:resume"]
    assert desk.say("好") == ["today-too_late"]
    assert [final.name for final in desk.finals] == ["swept", "too_late"]


def test_a_new_day_that_ends_the_service_beneath_is_told_on_cancelling_the_one_above() -> None:
    desk = desk_of(ends_on_a_new_day(), chores())
    desk.say("today", "go", "chores")
    desk.move(days=1)
    assert desk.say("取消", "取消") == ["cancelled", "resumed", "today-too_late"]

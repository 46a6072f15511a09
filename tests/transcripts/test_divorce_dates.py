"""冷静期提醒 as it is talked through: the days told, how they are kept, corrected and given up, and who is asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.app import App
from bot.speech import LANGUAGES
from flows.divorce.companion_flow import FLOW
from flows.words import Words
from integrations.store import cases
from integrations.store.cases import Case
from tests.talk import MAN, WOMAN, HandClock, Talk, replay
from tests.transcripts.walks import NOON, instant, not_walked, said, the_case, the_log, walk_all

BEGIN = ["看日子", "=new", "=agree"]
RECEIPT = "2026-04-20"
"""To be withdrawn by 2026-05-20, a certificate from 2026-05-21 to 2026-06-18 (06-19 is a holiday)."""
KEPT = [*BEGIN, "=safe", RECEIPT, "=chat"]
QUIET = [*BEGIN, "=shared", RECEIPT, "=chat"]
OLD = ["看日子", "1"]

WALKS = {
    "kept": (NOON, ["看日子", "=none"]),
    "kept.as_it_is": (NOON, [*KEPT, *OLD, "=keep"]),
    "at_the_office": (NOON, ["看日子", "=new", "=decline"]),
    "remembered": (NOON, KEPT),
    "remembered.quiet": (NOON, QUIET),
    "remembered.afraid": (NOON, [*BEGIN, "=afraid", "=go_on", RECEIPT, "=chat"]),
    "remembered.sms": (NOON, [*BEGIN, "=safe", RECEIPT, "=sms", "=yes", "13800000000"]),
    "remembered.no_sms_after_all": (NOON, [*BEGIN, "=safe", RECEIPT, "=sms", "=no"]),
    "remembered.corrected": (NOON, [*KEPT, *OLD, "=receipt", "2026-04-21", "=chat"]),
    "remembered.corrected_quietly": (NOON, [*QUIET, *OLD, "=receipt", "2026-04-21", "=chat"]),
    "remembered.quiet_now": (NOON, [*KEPT, *OLD, "=how", "=agree", "=shared", "=chat"]),
    "remembered.afraid_now": (NOON, [*KEPT, *OLD, "=how", "=agree", "=afraid", "=go_on", "=chat"]),
    "remembered.open_now": (NOON, [*QUIET, *OLD, "=how", "=agree", "=safe", "=chat"]),
    "not_reminded": (NOON, [*BEGIN, "=safe", RECEIPT, "=none"]),
    "not_reminded.quiet": (NOON, [*BEGIN, "=not_now", RECEIPT, "=none"]),
    "stopped": (NOON, [*KEPT, *OLD, "=stop"]),
    "stopped.instead_of_reminding": (NOON, [*KEPT, *OLD, "=receipt", "2026-04-21", "=none"]),
    "stopped.quietly": (NOON, [*QUIET, *OLD, "=receipt", "2026-04-21", "=none"]),
    "ask_office": (NOON, [*BEGIN, "=safe", "=unknown"]),
    "start_again": ("2027-05-30T12:00", [*BEGIN, "=safe", RECEIPT]),
    "office_today": ("2026-06-19T12:00", [*BEGIN, "=safe", RECEIPT]),
    "to_a_person_now": (NOON, [*BEGIN, "=afraid", "=person", "13800000000"]),
}


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(FLOW, WALKS, tmp_path)
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(FLOW.endings)


async def kept_in(app: App, conversation: str = "c0") -> list[Case]:
    """The cases of the companion in a conversation."""
    async with app.database.read() as connection:
        numbers = await cases.of_conversation(connection, conversation)
        found = [await cases.by_number(connection, app.vault, number) for number in numbers]
    return [case for case in found if case is not None and case.service == "divorce_dates" and case.kind == "case"]


def words_in(talk: Talk, key: str) -> Words:
    """What was said last under this id."""
    assert talk.last is not None
    return next(reply.words for reply in talk.last.replies if reply.words.key == key)


# --- what is told ---


async def test_one_of_the_two_is_told_the_days_and_how_they_are_kept(any_app: App) -> None:
    talk = await replay(
        any_app,
        """
        you: 冷静期提醒
        ...
        bot: divorce_dates-which
        you: 算日子
        bot: divorce_dates-notice
        you: 同意
        bot: divorce_dates-safety
        you: 只有我看
        bot: divorce_dates-receipt_day
        you: 4月20号
        bot: divorce_dates-remind
        """,
    )
    args = talk.question.words.args
    days = {name: str(args[name]) for name in ("receipt", "withdraw", "first", "last")}
    assert days == {"receipt": RECEIPT, "withdraw": "2026-05-20", "first": "2026-05-21", "last": "2026-06-18"}
    assert (args["state"], args["withdrawal"], args["provisional"]) == ("coming", "open", "no")
    await replay(
        any_app,
        """
        you: 提醒我
        bot: divorce_dates-remembered
        bot: menu-more
        """,
        talk,
    )
    told = words_in(talk, "divorce_dates-remembered").args
    assert [str(day) for day in told["days"]] == ["2026-05-15", "2026-05-21", "2026-06-11", "2026-06-17"]
    assert (told["how"], told["some"]) == ("chat", "yes")
    assert talk.last is not None
    assert not any(reply.receipt for reply in talk.last.replies)  # no card for whoever looks next


VECTORS = [
    # receipt, last safe day to withdraw, first day, last safe day; 民法典第1077条
    ("2026-01-04", "2026-02-03", "2026-02-04", "2026-03-05"),
    ("2026-01-31", "2026-03-02", "2026-03-03", "2026-04-01"),
    ("2026-04-01", "2026-04-30", "2026-05-07", "2026-05-29"),
    ("2025-12-31", "2026-01-30", "2026-02-02", "2026-02-28"),
    ("2026-09-01", "2026-09-30", "2026-10-09", "2026-10-30"),
]


@pytest.mark.parametrize(("receipt", "withdraw", "first", "last"), VECTORS)
async def test_the_days_of_known_receipts_are_told(
    app: App, clock: HandClock, receipt: str, withdraw: str, first: str, last: str
) -> None:
    clock.now = instant(f"{receipt}T16:00")
    talk = Talk(app)
    await said(talk, *BEGIN, "=safe", "今天")
    args = talk.question.words.args
    assert tuple(str(args[name]) for name in ("withdraw", "first", "last")) == (withdraw, first, last)
    for language, phrase in {
        "zh-Hans": "以回执单和登记处为准",
        "zh-Hant": "以回執單和登記處為準",
        "en": "The receipt and the registry decide",
    }.items():
        talk.language = language
        assert phrase in talk.text(talk.question)


async def test_days_of_a_year_whose_calendar_is_not_out_are_told_as_such(app: App, clock: HandClock) -> None:
    clock.now = instant("2026-11-21T12:00")
    talk = Talk(app)
    await said(talk, *BEGIN, "=safe", "2026-11-20")
    assert talk.question.words.args["provisional"] == "yes"
    assert "还没公布" in talk.text(talk.question)


async def test_what_follows_if_neither_comes_is_told_beforehand_and_never_late(app: App, clock: HandClock) -> None:
    phrases = {"zh-Hans": "视为撤回", "zh-Hant": "視為撤回", "en": "counts as withdrawn"}
    talk = Talk(app)
    await said(talk, *BEGIN, "=safe", RECEIPT)
    for talk.language, phrase in phrases.items():
        assert phrase in talk.text(talk.question)
    talk.language = "zh-Hans"
    await said(talk, "=chat")
    clock.now = instant("2026-06-18T18:00")
    await said(talk, *OLD)
    assert talk.question.words.args["state"] == "over"
    for number, lines in enumerate(([*BEGIN, "=safe", RECEIPT], [*BEGIN, "=safe", "2026-03-01"])):
        late = Talk(app, f"late{number}")
        await said(late, *lines)
        assert late.last is not None
        told = [talk.text(reply) for reply in (*late.last.replies, talk.question)]
        assert not [text for text in told if "撤回离婚登记申请" in text]


async def test_when_the_day_to_withdraw_is_over_it_is_not_told_as_one_to_come(app: App, clock: HandClock) -> None:
    clock.now = instant("2026-05-20T18:00")
    talk = Talk(app)
    await said(talk, *BEGIN, "=safe", RECEIPT)
    assert (talk.question.words.args["withdrawal"], talk.question.words.args["state"]) == ("over", "coming")
    assert "5月20日" not in talk.text(talk.question)


@pytest.mark.parametrize(("typed", "refused"), [("明天", "day-future"), ("2020-12-31", "receipt-before_2021")])
async def test_a_receipt_of_a_day_that_cannot_be_is_refused(app: App, typed: str, refused: str) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, "=safe", typed)
    assert talk.keys == [refused, "divorce_dates-receipt_day"]


# --- danger first ---


async def test_who_is_afraid_gets_the_numbers_and_a_person_before_anything_else(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, "我怕对方看到")
    assert talk.keys[-1] == "divorce_dates-safety_help"
    await said(talk, "=person", "13800000000")
    assert talk.keys == ["divorce_dates-to_a_person_now"]
    case = await the_case(app, talk)
    assert (case.kind, case.urgent, case.service) == ("handoff", True, "divorce")


@pytest.mark.parametrize("safety", [["=shared"], ["=not_now"], ["=afraid", "=go_on"]])
async def test_whose_page_others_may_read_is_offered_no_short_message(app: App, safety: list[str]) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, *safety, RECEIPT)
    assert talk.options == ["chat", "none"]
    await said(talk, "=chat")
    assert words_in(talk, "divorce_dates-remembered").args["how"] == "quiet"


async def test_a_number_for_short_messages_is_asked_only_of_who_says_that_it_is_safe(app: App) -> None:
    talk = Talk(app)
    asked = await said(talk, *BEGIN, "=safe", RECEIPT, "=sms", "=no")
    assert "divorce_dates-phone" not in asked
    assert words_in(talk, "divorce_dates-remembered").args["how"] == "chat"
    (case,) = await kept_in(app)
    assert not [answer for answer in case.content["answers"] if answer["kind"] == "phone"]


# --- kept, corrected, given up ---


async def test_what_is_kept_is_closed_for_the_desk_and_holds_the_day_and_how(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *BEGIN, "=safe", RECEIPT, "=sms", "=yes", "13800000000")
    (case,) = await kept_in(any_app)
    assert (case.kind, case.state, case.ending, case.urgent) == ("case", cases.CLOSED, "remembered", False)
    assert [answer["step"] for answer in case.content["answers"]] == [
        *("notice", "safety", "receipt_day", "remind", "sms_safe", "phone")
    ]


async def test_a_receipt_that_was_mistyped_is_corrected_in_the_same_case(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *KEPT)
    (before,) = await kept_in(any_app)
    await said(talk, *OLD)
    assert talk.question.words.args["receipt"] == date(2026, 4, 20)
    await said(talk, "=receipt", "2026-04-22", "=chat")
    (after,) = await kept_in(any_app)
    assert (after.number, after.revision) == (before.number, 2)
    assert words_in(talk, "divorce_dates-remembered").args["number"] == before.number
    await said(talk, *OLD)
    assert talk.question.words.args["receipt"] == date(2026, 4, 22)


async def test_the_same_receipt_told_again_is_kept_once(app: App) -> None:
    talk = Talk(app)
    await said(talk, *KEPT, *BEGIN, "=shared", RECEIPT, "=chat")
    (case,) = await kept_in(app)
    answers = {answer["step"]: answer["value"] for answer in case.content["answers"]}
    assert (answers["safety"], "remind" in answers) == ("shared", False)


async def test_a_number_left_for_short_messages_goes_when_they_are_wanted_no_more(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, "=safe", RECEIPT, "=sms", "=yes", "13800000000")
    await said(talk, *OLD, "=how", "=agree", "=shared", "=chat")
    (case,) = await kept_in(app)
    assert not [answer for answer in case.content["answers"] if answer["kind"] == "phone"]


async def test_given_up_it_is_gone_everywhere(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *KEPT, *OLD, "=stop")
    assert talk.keys[0] == "divorce_dates-stopped"
    (case,) = await kept_in(any_app)
    assert (case.content["answers"], case.content["told"]) == ([], {})
    await said(talk, "看日子")
    assert talk.options == ["new", "none"]
    await said(talk, "=none", "我的信息")
    assert talk.keys[0] == "info-none"


async def test_my_information_shows_it_as_kept_without_what_was_told_in_confidence(app: App) -> None:
    talk = Talk(app)
    await said(talk, *KEPT, "我的信息")
    assert talk.last is not None
    lines = [line.key for line in talk.last.replies[0].words.args["lines"]]
    assert lines == ["info-kept", "read_back-line", "read_back-line"]
    assert "只有我看" not in talk.text(talk.last.replies[0])


async def test_after_a_request_for_erasure_it_is_offered_no_more(app: App) -> None:
    talk = Talk(app)
    await said(talk, *KEPT, "我的信息", "=erase", "=yes")
    await said(talk, "看日子")
    assert talk.options == ["new", "none"]


async def test_what_one_chose_and_is_gone_meanwhile_is_said_to_be_gone(app: App, clock: HandClock) -> None:
    talk = Talk(app)
    await said(talk, *KEPT, *OLD)
    (case,) = await kept_in(app)
    async with app.database.write() as connection:
        assert await cases.amend(connection, app.vault, case, {**case.content, "answers": []}, clock.now)
    await said(talk, "=stop")
    assert talk.keys == ["divorce_dates-gone", "divorce_dates-which"]


async def test_the_words_that_begin_it_name_nothing_in_any_language(app: App) -> None:
    for number, (language, typed) in enumerate(zip(LANGUAGES, ("看日子", "看日子", "my dates"), strict=True)):
        talk = Talk(app, f"c{number}", language)
        await talk.say(typed)
        assert talk.keys[-1] == "divorce_dates-which"


# --- nothing is asked twice ---


@pytest.mark.parametrize(("service", "key"), [("离婚发证", "divorce_certificate"), ("撤回离婚", "divorce_withdrawal")])
async def test_a_receipt_that_is_kept_is_offered_where_it_is_asked_for(app: App, service: str, key: str) -> None:
    talk = Talk(app)
    await said(talk, *KEPT, service, "=agree")
    assert (talk.keys, talk.options) == ([f"{key}-receipt_day"], [RECEIPT, "unknown"])
    await talk.say("1")
    assert talk.question.words.args["receipt"] == date(2026, 4, 20)


async def test_another_day_is_taken_as_well(app: App) -> None:
    talk = Talk(app)
    await said(talk, *KEPT, "离婚发证", "=agree", "2026-04-01")
    assert talk.question.words.args["receipt"] == date(2026, 4, 1)


async def test_a_receipt_kept_elsewhere_is_not_offered(app: App) -> None:
    await said(Talk(app, "one"), *KEPT)
    other = Talk(app, "other")
    await said(other, *BEGIN, "=safe")
    assert other.options == ["unknown"]
    await said(other, "取消", "=yes", "看日子")
    assert other.options == ["new", "none"]


async def test_the_certificate_is_booked_within_the_days_of_the_receipt_that_is_kept(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *KEPT, "离婚发证", "=agree", "1", "=slot", "1,2,3,4", "张三", MAN, "李四", WOMAN)
    assert talk.options[0] == "2026-05-21"
    await said(talk, "2026-05-20")
    assert talk.keys[0] == "divorce_certificate-outside"
    await said(talk, "2026-05-21", "9:30", "=none", "=yes")
    assert talk.keys[0] == "divorce_certificate-booked"


# --- the other of the two ---


async def test_neither_learns_of_what_the_other_keeps_books_or_withdraws(any_app: App) -> None:
    he, she = Talk(any_app, "he"), Talk(any_app, "she")
    await said(she, *KEPT)
    await said(he, *QUIET)
    seen = await _everything_shown(any_app, he)
    await said(she, "撤回离婚", "=agree", "1", "2026-05-12", "=none", "=yes")
    assert she.keys[0] == "divorce_withdrawal-ticket"
    assert await _everything_shown(any_app, he) == seen
    await said(she, "离婚发证", "=agree", "1", "=walk_in", "1,2,3,4", "2026-05-21", "=none", "=yes")
    assert she.keys[0] == "divorce_certificate-ticket"
    await said(she, "看日子", "1", "=stop")
    assert await _everything_shown(any_app, he) == seen


async def _everything_shown(app: App, talk: Talk) -> list[str]:
    """What a page can show of a conversation: its appointments, its information, what is kept, a service begun."""
    shown = []
    for lines in (["我的预约"], ["=none", "我的信息"], ["=done", "看日子"], ["1"], ["=keep", "撤回离婚", "=agree"]):
        await said(talk, *lines)
        assert talk.last is not None
        shown += [talk.text(reply) for reply in talk.last.replies]
        shown += [] if talk.question.asking is None else [option.value for option in talk.question.asking.options]
    await said(talk, "取消", "=yes")
    log = await the_log(app, talk)
    assert "现场排队号" not in log
    return shown

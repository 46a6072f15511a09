"""离婚登记申请 as it is talked through: each test is a conversation."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.app import App
from flows.divorce.flow import FLOW
from flows.words import from_plain
from tests.talk import MAN, OTHER_MAN, WOMAN, HandClock, Talk, replay
from tests.transcripts.walks import NOON, instant, not_walked, said, the_case, the_log, walk_all

SAFE = ["离婚", "=agree", "=safe"]
AFRAID = ["离婚", "=agree", "=afraid"]
GRANTED = ["=yes", "=yes", "=mainland", "=mainland"]
"""Both agree, both can decide, married in the mainland, both mainland civilians."""
ALL_WRITTEN = "1,2,3,4"
COUPLE = ["=both", ALL_WRITTEN, "张三", MAN, "李四", WOMAN]
BOOKING = [*SAFE, *GRANTED, *COUPLE, "=valid", "2026-05-20", "9:30", "=none"]
"""Everything up to the summary."""
HONG_KONG = "810000199408230021"
UNUSUAL = "620400199001010015"
"""A number whose division code is that of no county."""

WALKS = {
    "booked": (NOON, [*BOOKING, "=yes"]),
    "at_the_office": (NOON, ["离婚", "=decline"]),
    "court.one_does_not_agree": (NOON, [*SAFE, "=no"]),
    "court.one_cannot_decide": (NOON, [*SAFE, "=yes", "=no"]),
    "court.married_elsewhere": (NOON, [*SAFE, "=yes", "=yes", "=elsewhere"]),
    "to_a_person.agree": (NOON, [*SAFE, "=unsure", "=none"]),
    "to_a_person.capacity": (NOON, [*SAFE, "=yes", "=unsure", "=none"]),
    "to_a_person.where": (NOON, [*SAFE, "=yes", "=yes", "=unsure", "=none"]),
    "to_a_person.military": (NOON, [*SAFE, "=yes", "=yes", "=mainland", "=military", "13800000000"]),
    "to_a_person.first_number": (NOON, [*SAFE, *GRANTED, "=both", ALL_WRITTEN, "陈四", HONG_KONG, "=none"]),
    "to_a_person.second_number": (
        NOON,
        [*SAFE, *GRANTED, "=both", ALL_WRITTEN, "张三", MAN, "陈四", HONG_KONG, "=none"],
    ),
    "to_a_person.same_sex": (
        NOON,
        [*SAFE, *GRANTED, "=both", ALL_WRITTEN, "张三", MAN, "李四", OTHER_MAN, "=right", "=none"],
    ),
    "to_a_person_now": (NOON, [*AFRAID, "=person", "13800000000"]),
    "to_a_person.afraid": (NOON, [*AFRAID, "=go_on", "=unsure", "=none"]),
}


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(FLOW, WALKS, tmp_path)
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(FLOW.endings)


async def test_a_couple_books_the_first_visit(any_app: App) -> None:
    talk = await replay(
        any_app,
        f"""
        you: 离婚
        ...
        bot: divorce-notice
        tap: agree
        bot: divorce-safety
        tap: not_now
        bot: divorce-both_agree
        you: 都同意
        bot: divorce-capacity
        you: 都能
        bot: divorce-where
        you: 内地
        bot: divorce-couple
        you: 1
        bot: divorce-certificates
        you: 两本都在
        bot: divorce-agreement
        you: 1、2、3、4
        bot: divorce-first_name
        you: 张三
        bot: divorce-first_id
        you: {MAN}
        bot: divorce-second_name
        you: 李四
        bot: divorce-second_id
        you: {WOMAN}
        bot: divorce-id_cards
        you: 都没过期
        bot: divorce-day
        you: 5月20号
        bot: divorce-slot
        you: 上午九点半
        bot: divorce-phone
        you: 不留
        bot: divorce-summary
        you: 都对
        bot: divorce-booked
        bot: precheck-complete
        bot: precheck-bring
        bot: menu-more
        """,
    )
    assert talk.last is not None
    booked, _, bring, _ = talk.last.replies
    assert booked.receipt is not None
    assert [line.key for line in bring.words.args["lines"]] == [
        "bring-id_cards",
        "bring-certificates_both",
        "bring-agreement",
        "bring-single_photos",
        "bring-no_household_book",
    ]
    assert (await the_case(any_app, talk)).content["verdict"] == "complete"


async def test_what_the_agreement_lacks_is_named_piece_by_piece(app: App) -> None:
    talk = Talk(app)
    await said(talk, *SAFE, *GRANTED, "=both", "1和3", "张三", MAN, "李四", WOMAN)
    await said(talk, "=valid", "2026-05-20", "9:30", "=none", "=yes")
    assert talk.keys == ["divorce-booked", "precheck-missing", "precheck-bring", "menu-more"]
    assert talk.last is not None
    lines = [line.key for line in talk.last.replies[1].words.args["lines"]]
    assert lines == ["precheck-agreement_children", "precheck-agreement_debts"]
    assert (await the_case(app, talk)).content["verdict"] == "missing"


async def test_nothing_written_yet_lacks_all_four_and_cannot_be_said_with_others(app: App) -> None:
    talk = Talk(app)
    await said(talk, *SAFE, *GRANTED, "=both", "1,5")
    assert talk.keys == ["many-none_and_some", "divorce-agreement"]
    await said(talk, "都还没写", "张三", MAN, "李四", WOMAN, "=valid", "2026-05-20", "9:30", "=none", "=yes")
    assert talk.last is not None
    assert len(talk.last.replies[1].words.args["lines"]) == 4


@pytest.mark.parametrize(
    ("certificates", "missing", "bring"),
    [
        ("one_lost", [], "bring-certificates_one_lost"),
        ("both_lost", ["precheck-certificates_both_lost"], "bring-certificates_both_lost"),
        ("unsure", ["precheck-certificates_unsure"], "bring-certificates_unsure"),
    ],
)
async def test_a_lost_marriage_certificate_is_a_declaration_both_lost_is_a_copy_from_the_archive(
    app: App, certificates: str, missing: list[str], bring: str
) -> None:
    talk = Talk(app)
    await said(talk, *SAFE, *GRANTED, f"={certificates}", ALL_WRITTEN, "张三", MAN, "李四", WOMAN)
    await said(talk, "=valid", "2026-05-20", "9:30", "=none", "=yes")
    assert talk.last is not None
    found = {reply.words.key: reply.words.args.get("lines", ()) for reply in talk.last.replies}
    assert [line.key for line in found.get("precheck-missing", ())] == missing
    assert ("precheck-complete" in found) == (not missing)
    assert bring in [line.key for line in found["precheck-bring"]]


@pytest.mark.parametrize("state", ["expired", "lost", "unsure"])
async def test_an_id_card_that_is_not_ready_is_missing(app: App, state: str) -> None:
    talk = Talk(app)
    await said(talk, *SAFE, *GRANTED, *COUPLE, f"={state}", "2026-05-20", "9:30", "=none", "=yes")
    assert talk.last is not None
    assert [line.key for line in talk.last.replies[1].words.args["lines"]] == [f"precheck-id_{state}"]


async def test_an_unusual_division_code_is_taken_and_looked_at_by_a_person(app: App) -> None:
    talk = Talk(app)
    await said(talk, *SAFE, *GRANTED, "=both", "1", "张三", UNUSUAL, "李四", WOMAN)
    await said(talk, "=temporary", "2026-05-20", "9:30", "=none", "=yes")
    assert talk.keys == ["divorce-booked", "precheck-person", "precheck-missing", "precheck-bring", "menu-more"]
    assert (await the_case(app, talk)).content["verdict"] == "person"


@pytest.mark.parametrize(
    ("answers", "reason"),
    [(["=no"], "agreement"), (["=yes", "=no"], "capacity"), (["=yes", "=yes", "=elsewhere"], "place")],
)
async def test_what_only_a_court_can_do_is_said_before_anything_personal_is_asked(
    app: App, answers: list[str], reason: str
) -> None:
    talk = Talk(app)
    asked = await said(talk, *SAFE, *answers)
    assert talk.last is not None
    court = talk.last.replies[0]
    assert court.words.key == "divorce-court"
    assert court.words.args["reason"] == reason
    assert court.receipt is None
    assert not {"divorce-first_name", "divorce-first_id"} & set(asked)
    for language in ("zh-Hans", "zh-Hant", "en"):
        talk.language = language
        assert "12348" in talk.text(court)


@pytest.mark.parametrize("couple", ["military", "hk_macao_taiwan", "overseas", "foreign", "unsure"])
async def test_soldiers_and_couples_from_elsewhere_go_to_a_person_before_a_slot(app: App, couple: str) -> None:
    talk = Talk(app)
    asked = await said(talk, *SAFE, "=yes", "=yes", "=mainland", f"={couple}", "13800000000")
    assert talk.keys == ["divorce-to_a_person"]
    assert "divorce-day" not in asked
    case = await the_case(app, talk)
    assert (case.kind, case.urgent) == ("handoff", False)


async def test_two_numbers_of_the_same_sex_are_asked_about_and_one_can_be_typed_again(app: App) -> None:
    talk = Talk(app)
    await said(talk, *SAFE, *GRANTED, "=both", ALL_WRITTEN, "张三", MAN, "李四", OTHER_MAN)
    assert talk.keys == ["divorce-sex_check"]
    await said(talk, "=second", WOMAN)
    assert talk.keys == ["divorce-id_cards"]


async def test_who_is_afraid_is_offered_a_person_who_is_told_at_once(app: App) -> None:
    talk = await replay(
        app,
        """
        you: 离婚
        ...
        bot: divorce-notice
        tap: agree
        bot: divorce-safety
        you: 我害怕
        bot: divorce-safety_help
        you: 先找工作人员
        bot: divorce-safe_reach
        you: 13900000000
        bot: divorce-to_a_person_now
        """,
    )
    case = await the_case(app, talk)
    assert (case.kind, case.urgent) == ("handoff", True)
    told = {answer["step"]: answer for answer in case.content["answers"]}
    assert told["safety"]["value"] == "afraid"
    assert {step for step, answer in told.items() if answer["confidential"]} == {
        "safety",
        "safety_help",
        "safe_reach",
    }
    assert told["safe_reach"]["value"] == "13900000000"


async def test_who_is_afraid_and_goes_on_is_urgent_for_the_staff_and_sees_no_difference(app: App) -> None:
    talk = Talk(app)
    await said(talk, *AFRAID, "=go_on", "=unsure", "=none")
    assert (await the_case(app, talk)).urgent
    assert talk.last is not None
    afraid = talk.last.replies[0]
    asking = Talk(app, "c2")
    await said(asking, *AFRAID, "=go_on", "转人工")
    assert (await the_case(app, asking)).urgent
    for each in (talk, asking):  # so that as many wait before the other
        await each.say("不用人工了")
    other = Talk(app, "c1")
    await said(other, *SAFE, "=unsure", "=none")
    assert not (await the_case(app, other)).urgent
    assert other.last is not None
    for language in ("zh-Hans", "zh-Hant", "en"):
        talk.language = other.language = language
        one, two = talk.text(afraid), other.text(other.last.replies[0])
        assert one.replace(str(afraid.receipt), "") == two.replace(str(other.last.replies[0].receipt), "")


async def test_what_was_said_about_safety_stands_in_the_case_alone_and_marked(app: App) -> None:
    talk = Talk(app)
    await said(talk, *AFRAID, "=go_on", *GRANTED, *COUPLE, "=valid", "2026-05-20", "9:30")
    before = [talk.text(reply) for reply in talk.last.replies] if talk.last is not None else []
    await talk.say("我的信息")
    assert talk.last is not None
    information = [talk.text(reply) for reply in talk.last.replies]
    await talk.tap("done")
    await talk.tap("none")
    summary = [talk.text(reply) for reply in talk.last.replies]
    changes = [option for option in talk.options if option.startswith("change:")]
    await talk.tap("yes")
    assert talk.keys[0] == "divorce-booked"
    receipt = [talk.text(reply) for reply in talk.last.replies]
    await talk.say("我的预约")
    later = [talk.text(reply) for reply in talk.last.replies]

    assert not [each for each in changes if "safe" in each]
    for text in [*before, *information, *summary, *receipt, *later]:
        assert "害怕" not in text
        assert "安全" not in text
        assert "110" not in text
    history = await the_log(app, talk)
    assert "害怕" not in history
    assert "先往下办" not in history
    assert history.count("（已回答，不显示）") == 2

    answers = {answer["step"]: answer for answer in (await the_case(app, talk)).content["answers"]}
    assert {step for step, answer in answers.items() if answer["confidential"]} == {"safety", "safety_help"}
    assert answers["safety"]["value"] == "afraid"


async def test_going_back_to_the_question_of_safety_does_not_show_the_answer(app: App) -> None:
    talk = Talk(app)
    await said(talk, *AFRAID, "=go_on", "返回")
    assert talk.keys == ["divorce-safety"]  # not the question that only those who are afraid are asked
    assert talk.options == ["safe", "afraid", "not_now"]


@pytest.mark.parametrize(
    ("now", "day", "line"),
    [
        ("2025-05-08T12:00", "2025-05-09", "bring-household_book"),
        ("2025-05-09T12:00", "2025-05-12", "bring-no_household_book"),
    ],
)
async def test_the_household_book_is_asked_for_on_days_before_10_may_2025_only(
    app: App, clock: HandClock, now: str, day: str, line: str
) -> None:
    clock.now = instant(now)
    talk = Talk(app)
    await said(talk, *SAFE, *GRANTED, *COUPLE, "=valid", day, "9:30", "=none", "=yes")
    assert talk.last is not None
    findings = (await the_case(app, talk)).content["findings"]
    lines = [each.key for each in from_plain(findings[-1]).args["lines"]]
    assert [each for each in lines if "household" in each] == [line]

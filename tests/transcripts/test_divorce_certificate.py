"""离婚发证 as it is talked through: the window, the walk-in ticket that is always there, and the last days."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.app import App
from bot.speech import LANGUAGES, LOCALES
from flows.divorce.certificate_flow import FLOW
from tests.talk import MAN, WOMAN, HandClock, Talk, book, replay
from tests.transcripts.walks import NOON, fill, instant, not_walked, said, the_case, walk_all

BEGIN = ["离婚发证", "=agree"]
RECEIPT = "2026-04-01"
"""Window 2026-05-07 to 2026-05-29."""
ALL_PAPERS = "1,2,3,4"
SLOT = [*BEGIN, RECEIPT, "=slot", ALL_PAPERS, "张三", MAN, "李四", WOMAN]
BOOKING = [*SLOT, "2026-05-20", "9:30", "=none"]

WALKS = {
    "booked": (NOON, [*BOOKING, "=yes"]),
    "at_the_office": (NOON, ["离婚发证", "=decline"]),
    "dates": (NOON, [*BEGIN, RECEIPT, "=dates"]),
    "dates.early": (NOON, [*BEGIN, "2026-05-11", "=dates"]),
    "dates.last_day": ("2026-05-29T12:00", [*BEGIN, RECEIPT, "=dates"]),
    "ticket": (NOON, [*BEGIN, RECEIPT, "=walk_in", ALL_PAPERS, "2026-05-12", "=none", "=yes"]),
    "ticket.early": (NOON, [*BEGIN, "2026-05-11", "=walk_in", ALL_PAPERS, "2026-06-11", "=none", "=yes"]),
    "ticket.last_day": (
        "2026-05-29T12:00",
        [*BEGIN, RECEIPT, "=walk_in", ALL_PAPERS, "2026-05-29", "13800000000", "=yes"],
    ),
    "ticket.instead_of_a_day": (NOON, [*SLOT, "=walk_in", "2026-05-12", "=none", "=yes"]),
    "office_today": ("2026-05-30T12:00", [*BEGIN, RECEIPT]),
    "to_a_person.unknown": (NOON, [*BEGIN, "=unknown", "=none"]),
    "to_a_person.no_day_suits": (NOON, [*BEGIN, RECEIPT, "=walk_in", ALL_PAPERS, "=person", "=none"]),
}

VECTORS = [
    # receipt, day before the window, first day, last safe day
    ("2026-01-04", "2026-02-03", "2026-02-04", "2026-03-05"),
    ("2026-01-31", "2026-03-02", "2026-03-03", "2026-04-01"),
    ("2026-04-01", "2026-05-06", "2026-05-07", "2026-05-29"),
    ("2025-12-31", "2026-02-01", "2026-02-02", "2026-02-28"),
    ("2026-09-01", "2026-10-08", "2026-10-09", "2026-10-30"),
]
"""民法典第1077、201、203条: receipts over a Chinese New Year, a short month, 1 May, a make-up Saturday, 1 October."""


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(FLOW, WALKS, tmp_path)
    # An office that is shut for the whole window is no place's: the rule for it is tested by itself.
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(FLOW.endings)


def told_dates(talk: Talk) -> tuple[str, str]:
    """The first and the last day named in the open question."""
    args = talk.question.words.args
    return args["first"].isoformat(), args["last"].isoformat()


@pytest.mark.parametrize(("receipt", "before", "first", "last"), VECTORS)
async def test_the_day_before_the_window_opens_only_later_days_can_be_had(
    app: App, clock: HandClock, receipt: str, before: str, first: str, last: str
) -> None:
    clock.now = instant(f"{before}T10:00")
    talk = Talk(app)
    await said(talk, *BEGIN, receipt)
    assert talk.keys == ["divorce_certificate-plan"]
    assert told_dates(talk) == (first, last)
    await said(talk, "=walk_in", ALL_PAPERS)
    assert talk.options[0] == first
    await talk.say(before)
    assert talk.keys == ["divorce_certificate-outside", "divorce_certificate-walk_in_day"]


@pytest.mark.parametrize(("receipt", "before", "first", "last"), VECTORS)
async def test_on_the_first_day_a_ticket_for_the_same_day_is_given(
    app: App, clock: HandClock, receipt: str, before: str, first: str, last: str
) -> None:
    clock.now = instant(f"{first}T10:00")
    talk = Talk(app)
    await said(talk, *BEGIN, receipt, "=walk_in", ALL_PAPERS, "今天", "=none", "=yes")
    assert talk.keys[:3] == ["divorce_certificate-ticket", "precheck-complete", "precheck-bring"]
    assert talk.last is not None
    args = talk.last.replies[0].words.args
    assert args["day"].isoformat() == first
    assert args["last"].isoformat() == last


@pytest.mark.parametrize(("receipt", "before", "first", "last"), VECTORS)
async def test_on_the_last_safe_day_a_ticket_is_given_and_no_later_day(
    app: App, clock: HandClock, receipt: str, before: str, first: str, last: str
) -> None:
    clock.now = instant(f"{last}T10:00")
    talk = Talk(app)
    await said(talk, *BEGIN, receipt)
    assert talk.keys == ["divorce_certificate-last_plan"]
    await said(talk, "=walk_in", ALL_PAPERS)
    assert talk.options == [last, "person"]
    await said(talk, "1", "=none", "=yes")
    assert talk.keys[0] == "divorce_certificate-ticket"
    assert talk.last is not None
    assert talk.last.replies[0].words.args["ticket"] == 1


@pytest.mark.parametrize(("receipt", "before", "first", "last"), VECTORS)
async def test_after_the_last_safe_day_the_couple_is_urged_to_the_office_and_handed_over_as_urgent(
    app: App, clock: HandClock, receipt: str, before: str, first: str, last: str
) -> None:
    clock.now = instant(f"{last}T10:00") + timedelta(days=1)
    talk = Talk(app)
    await said(talk, *BEGIN, receipt)
    assert talk.keys == ["divorce_certificate-office_today"]
    case = await the_case(app, talk)
    assert (case.kind, case.urgent, case.service) == ("handoff", True, "divorce_certificate")


async def test_the_urging_says_today_when_the_office_is_open_and_when_it_opens_when_it_is_not(
    app: App, clock: HandClock
) -> None:
    clock.now = instant("2026-03-06T10:00")  # a Friday, the day after the last safe one
    talk = Talk(app)
    await said(talk, *BEGIN, "2026-01-04")
    assert talk.last is not None
    assert talk.last.replies[0].words.args["open"] == "yes"
    clock.now = instant("2026-03-07T10:00")  # a Saturday
    late = Talk(app, "c1")
    await said(late, *BEGIN, "2026-01-04")
    assert late.last is not None
    args = late.last.replies[0].words.args
    assert args["open"] == "no"
    assert args["opens"] == instant("2026-03-09T08:30")


@pytest.mark.parametrize("years", [1, 3])
async def test_long_after_the_last_day_the_words_are_the_same(app: App, clock: HandClock, years: int) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, f"{2026 - years}-01-05")
    assert talk.keys == ["divorce_certificate-office_today"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_any_language_says_that_an_application_has_lapsed(language: str) -> None:
    lapsed = (
        "视为撤回",
        "視為撤回",
        "视同撤回",
        "視同撤回",
        "自动撤回",
        "自動撤回",
        "deemed withdrawn",
        "counts as withdrawn",
    )
    files = sorted((LOCALES / language).glob("*.ftl"))
    assert len(files) > 10
    for path in files:
        lines = path.read_text(encoding="utf-8").lower().splitlines()
        texts = "\n".join(line for line in lines if not line.startswith("#"))
        assert [phrase for phrase in lapsed if phrase in texts] == [], path.name


async def test_late_replies_say_nothing_of_the_kind_in_any_language(app: App, clock: HandClock) -> None:
    clock.now = instant("2026-05-30T10:00")
    for number, language in enumerate(LANGUAGES):
        talk = Talk(app, f"c{number}", language)
        await said(talk, *BEGIN, RECEIPT)
        assert talk.keys == ["divorce_certificate-office_today"]
        assert talk.last is not None
        text = talk.text(talk.last.replies[0]).lower()
        assert not [word for word in ("撤回", "withdrawn", "lapsed", "失效", "作废", "作廢") if word in text]


async def test_a_couple_books_a_time_for_the_certificate(any_app: App) -> None:
    talk = await replay(
        any_app,
        f"""
        you: 领离婚证
        ...
        bot: divorce_certificate-notice
        tap: agree
        bot: divorce_certificate-receipt_day
        you: 4月1号
        bot: divorce_certificate-plan
        you: 约一个时间
        bot: divorce_certificate-papers
        you: 1 2 3 4
        bot: divorce_certificate-first_name
        you: 张三
        bot: divorce_certificate-first_id
        you: {MAN}
        bot: divorce_certificate-second_name
        you: 李四
        bot: divorce_certificate-second_id
        you: {WOMAN}
        bot: divorce_certificate-day
        you: 五月二十号
        bot: divorce_certificate-slot
        you: 9:30
        bot: divorce_certificate-phone
        you: 不留
        bot: divorce_certificate-summary
        you: 都对
        bot: divorce_certificate-booked
        bot: precheck-complete
        bot: precheck-bring
        bot: menu-more
        """,
    )
    assert talk.last is not None
    assert talk.last.replies[0].words.args["last"].isoformat() == "2026-05-29"
    assert talk.last.replies[0].receipt is not None
    assert (await the_case(any_app, talk)).content["verdict"] == "complete"


async def test_the_same_person_twice_is_not_a_couple(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, RECEIPT, "=slot", ALL_PAPERS, "张三", MAN, "李四", MAN)
    assert talk.keys == ["id_number-same_person", "divorce_certificate-second_id"]


@pytest.mark.parametrize(
    ("day", "refused"),
    [
        ("2026-05-30", "divorce_certificate-outside"),
        ("2026-06-01", "divorce_certificate-outside"),
        ("2026-05-24", "day-closed"),
        ("2026-05-11", "day-too_soon"),
        ("2026-05-08", "day-past"),
    ],
)
async def test_an_appointment_is_within_the_window_only(app: App, day: str, refused: str) -> None:
    talk = Talk(app)
    await said(talk, *SLOT)
    offered = [option for option in talk.options if option != "walk_in"]
    assert (offered[0], offered[-1]) == ("2026-05-12", "2026-05-29")
    await talk.say(day)
    assert talk.keys == [refused, "divorce_certificate-day"]


async def test_moved_later_it_stays_within_the_window(any_app: App, clock: HandClock) -> None:
    clock.now = instant("2026-05-05T12:00")
    talk = Talk(any_app)
    await said(talk, *BOOKING, "=yes")
    assert talk.keys[0] == "divorce_certificate-booked"
    await said(talk, "我的预约", "1", "=move")
    assert (talk.options[0], talk.options[-1]) == ("2026-05-07", "2026-05-29")
    await talk.say("2026-05-06")
    assert talk.keys == ["day-not_before", "appointments-day"]
    await talk.say("2026-06-01")
    assert talk.keys == ["day-not_after", "appointments-day"]
    await said(talk, "2026-05-29", "10:00", "=yes")
    assert talk.keys[0] == "appointments-moved"


async def test_a_ticket_is_given_when_every_seat_of_the_window_is_taken(any_app: App) -> None:
    await fill(any_app, date(2026, 5, 12), date(2026, 5, 29))
    talk = Talk(any_app)
    await said(talk, *SLOT, "2026-05-20")
    assert talk.keys[0] == "day-full"
    assert talk.keys[-1] == "divorce_certificate-day"
    assert talk.options == ["walk_in"]
    await said(talk, "1", "2026-05-20", "=none", "=yes")
    assert talk.keys[0] == "divorce_certificate-ticket"
    assert talk.last is not None
    assert talk.last.replies[0].receipt is not None


async def test_a_ticket_is_given_when_one_of_the_two_has_an_appointment_already(any_app: App) -> None:
    await book(Talk(any_app, "elsewhere"), people=(MAN, "620423198608080028"))
    talk = Talk(any_app)
    await said(talk, *BOOKING, "=yes")
    assert talk.keys == ["booking-conflict_walk_in", "divorce_certificate-summary"]
    assert talk.last is not None
    assert talk.last.replies[0].words.args == {}
    await said(talk, "改怎么来", "=walk_in")
    assert talk.keys == ["divorce_certificate-walk_in_day"]
    await said(talk, "2026-05-20", "=none", "=yes")
    assert talk.keys[0] == "divorce_certificate-ticket"


async def test_tickets_of_a_day_are_counted_on_and_take_no_seat(app: App) -> None:
    numbers = []
    for conversation in ("c0", "c1", "c2"):
        talk = Talk(app, conversation)
        await said(talk, *BEGIN, RECEIPT, "=walk_in", ALL_PAPERS, "2026-05-20", "=none", "=yes")
        assert talk.last is not None
        numbers.append(talk.last.replies[0].words.args["ticket"])
    assert numbers == [1, 2, 3]
    talk = Talk(app, "c3")
    await said(talk, *SLOT)
    seats = {option.value: option.detail for option in talk.question.asking.options} if talk.question.asking else {}
    detail = seats["2026-05-20"]
    assert detail is not None
    assert detail.args["n"] == 28


async def test_on_the_evening_of_the_last_safe_day_a_person_is_left(app: App, clock: HandClock) -> None:
    clock.now = instant("2026-05-29T19:00")
    talk = Talk(app)
    await said(talk, *BEGIN, RECEIPT, "=walk_in", ALL_PAPERS)
    assert talk.options == ["person"]
    await said(talk, "1", "=none")
    assert talk.keys == ["divorce_certificate-to_a_person"]
    assert (await the_case(app, talk)).urgent


@pytest.mark.parametrize(
    ("typed", "refused"), [("明天", "day-future"), ("2020-12-31", "receipt-before_2021"), ("1949-10-01", None)]
)
async def test_a_receipt_of_a_day_that_cannot_be_is_refused(app: App, typed: str, refused: str | None) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, typed)
    assert talk.keys == [refused or "receipt-before_2021", "divorce_certificate-receipt_day"]


async def test_a_receipt_of_today_is_taken(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, "今天")
    assert talk.keys == ["divorce_certificate-later_plan"]
    assert told_dates(talk) == ("2026-06-11", "2026-07-10")


async def test_a_day_without_a_year_is_the_last_such_day(app: App, clock: HandClock) -> None:
    clock.now = instant("2026-01-10T12:00")
    talk = Talk(app)
    await said(talk, *BEGIN, "12月11日", "=dates")
    assert talk.last is not None
    assert talk.last.replies[0].words.args["receipt"].isoformat() == "2025-12-11"


async def test_who_does_not_know_the_day_goes_to_a_person(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, "不记得了", "13800000000")
    assert talk.keys == ["divorce_certificate-to_a_person"]
    assert (await the_case(app, talk)).kind == "handoff"


@pytest.mark.parametrize(
    ("papers", "findings", "verdict"),
    [
        ("1,2,3,4", {"precheck-complete": []}, "complete"),
        ("2,3,4", {"precheck-missing": ["precheck-lacking_id_cards"]}, "missing"),
        ("1,2,4", {"precheck-person": ["precheck-lacking_receipt"]}, "person"),
        (
            "都不在",
            {
                "precheck-person": ["precheck-lacking_receipt"],
                "precheck-missing": [
                    "precheck-lacking_id_cards",
                    "precheck-lacking_certificates",
                    "precheck-lacking_agreement",
                ],
            },
            "person",
        ),
    ],
)
async def test_papers_that_are_not_at_hand_are_told(
    app: App, papers: str, findings: dict[str, list[str]], verdict: str
) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, RECEIPT, "=walk_in", papers, "2026-05-20", "=none", "=yes")
    assert talk.last is not None
    told = {
        reply.words.key: [line.key for line in reply.words.args.get("lines", ())] for reply in talk.last.replies[1:-2]
    }
    assert told == findings
    assert (await the_case(app, talk)).content["verdict"] == verdict


async def test_days_of_a_year_whose_calendar_is_not_out_are_marked_provisional(app: App, clock: HandClock) -> None:
    clock.now = instant("2026-12-10T12:00")
    talk = Talk(app)
    await said(talk, *BEGIN, "2026-11-20", "=slot", ALL_PAPERS, "张三", MAN, "李四", WOMAN)
    assert talk.question.words.args["provisional"] == "yes"
    assert talk.question.asking is not None
    marked = {option.value: option.detail.key for option in talk.question.asking.options if option.detail}
    assert marked["2026-12-31"] == "option-seats"
    assert marked["2027-01-04"] == "option-provisional"
    await said(talk, "2027-01-04", "9:30", "=none", "=yes")
    assert talk.last is not None
    assert talk.last.replies[0].words.args["provisional"] == "yes"
    assert "还没公布" in talk.text(talk.last.replies[0])


async def test_days_of_a_published_year_are_not_marked(app: App) -> None:
    talk = Talk(app)
    await said(talk, *SLOT)
    assert talk.question.words.args["provisional"] == "no"
    assert "还没公布" not in talk.text(talk.question)


async def test_a_window_that_runs_into_such_a_year_is_told_so(app: App, clock: HandClock) -> None:
    clock.now = instant("2026-11-20T12:00")
    talk = Talk(app)
    await said(talk, *BEGIN, "2026-11-20")
    assert talk.keys == ["divorce_certificate-later_plan"]
    assert "还没公布" in talk.text(talk.question)
    await said(talk, "=walk_in", ALL_PAPERS, "2027-01-05", "=none", "=yes")
    assert talk.last is not None
    assert talk.last.replies[0].words.args["provisional"] == "yes"


async def test_walking_in_asks_for_no_name_and_no_number(app: App) -> None:
    talk = Talk(app)
    asked = await said(talk, *BEGIN, RECEIPT, "=walk_in", ALL_PAPERS, "2026-05-20", "=none", "=yes")
    assert not [key for key in asked if key.endswith(("_name", "_id"))]


async def test_every_date_is_told_with_who_decides(app: App) -> None:
    talk = Talk(app)
    replies = []
    for line in (
        *BEGIN,
        RECEIPT,
        "=slot",
        ALL_PAPERS,
        "张三",
        MAN,
        "李四",
        WOMAN,
        "2026-05-20",
        "9:30",
        "=none",
        "=yes",
    ):
        await (talk.tap(line[1:]) if line.startswith("=") else talk.say(line))
        assert talk.last is not None
        replies += [reply for reply in talk.last.replies if {"first", "last"} & set(reply.words.args)]
    assert len(replies) == 3
    for reply in replies:
        for language, phrase in {
            "zh-Hans": "以回执单和登记处为准",
            "zh-Hant": "以回執單和登記處為準",
            "en": "The receipt and the registry decide",
        }.items():
            talk.language = language
            assert phrase in talk.text(reply)

"""离婚发证: the window as a couple is told it, on the day before it, its first and last day, and the day after."""

from __future__ import annotations

from datetime import timedelta
from importlib import resources
from pathlib import Path

import pytest

from bot.app import App
from bot.speech import LANGUAGES, LOCALES
from tests.talk import MAN, WOMAN, HandClock, Talk, an_app
from tests.transcripts.test_divorce_certificate import ALL_PAPERS, BEGIN, BOOKING, RECEIPT, SLOT
from tests.transcripts.walks import instant, said, the_case

VECTORS = [
    # receipt, day before the window, first day, last safe day
    ("2026-01-04", "2026-02-03", "2026-02-04", "2026-03-05"),
    ("2026-01-31", "2026-03-02", "2026-03-03", "2026-04-01"),
    ("2026-04-01", "2026-05-06", "2026-05-07", "2026-05-29"),
    ("2025-12-31", "2026-02-01", "2026-02-02", "2026-02-28"),
    ("2026-09-01", "2026-10-08", "2026-10-09", "2026-10-30"),
]
"""民法典第1077、201、203条: receipts over a Chinese New Year, a short month, 1 May, a make-up Saturday, 1 October."""


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


async def test_long_after_the_window_nobody_is_hurried_to_the_office(app: App, clock: HandClock) -> None:
    for number, (after, key) in enumerate([(75, "office_today"), (76, "start_again")]):
        clock.now = instant("2026-01-04T10:00") + timedelta(days=after)
        talk = Talk(app, f"c{number}")
        await said(talk, *BEGIN, "2026-01-04")
        assert talk.keys[0] == f"divorce_certificate-{key}"


async def test_the_evening_of_the_last_safe_day_is_after_it(app: App, clock: HandClock) -> None:
    for number, (now, key) in enumerate([("17:59", "last_plan"), ("18:00", "office_today")]):
        clock.now = instant(f"2026-03-05T{now}")
        talk = Talk(app, f"c{number}")
        await said(talk, *BEGIN, "2026-01-04")
        assert talk.keys == [f"divorce_certificate-{key}"]


async def test_at_the_hour_new_days_are_released_the_window_can_be_booked_and_not_before(
    app: App, clock: HandClock
) -> None:
    for number, (now, key) in enumerate([("08:29", "later_plan"), ("08:30", "plan")]):
        clock.now = instant(f"2026-06-02T{now}")
        talk = Talk(app, f"c{number}")
        await said(talk, *BEGIN, "2026-06-01")
        assert talk.keys == [f"divorce_certificate-{key}"]


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


async def test_the_hours_told_are_those_of_the_office_of_this_service(tmp_path: Path) -> None:
    hall = """[office.hall]
phone = "0943-0000001"
slot_minutes = 30
capacity = 1
hours = { friday = [["12:00", "14:00"]] }

[office.marriage]"""
    packaged = (resources.files("flows.places") / "jingtai.toml").read_text(encoding="utf-8")
    place = tmp_path / "two_offices.toml"
    place.write_text(packaged.replace("[office.marriage]", hall, 1), encoding="utf-8")
    async with an_app(tmp_path, HandClock(instant("2026-03-06T13:00")), place=str(place)) as app:
        talk = Talk(app)
        await said(talk, *BEGIN, "2026-01-04")
    assert talk.last is not None
    args = talk.last.replies[0].words.args
    assert (args["open"], args["opens"]) == ("no", instant("2026-03-06T14:30"))
    assert args["phone"] == "0943-0000000"


RULE_TOLD_BEFOREHAND = "divorce_dates-neither ="
"""What follows if neither comes; told while the days are still to come (tests/transcripts/test_divorce_dates.py)."""


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
        texts = "\n".join(line for line in lines if not line.startswith(("#", RULE_TOLD_BEFOREHAND)))
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


async def test_every_date_is_told_with_who_decides(app: App) -> None:
    talk = Talk(app)
    replies = []
    for line in (*BOOKING, "=yes"):
        await said(talk, line)
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

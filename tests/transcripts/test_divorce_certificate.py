"""离婚发证 as it is talked through: the window, the walk-in ticket that is always there, and the last days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.app import App
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
    "start_again": ("2027-05-30T12:00", [*BEGIN, RECEIPT]),
    "to_a_person.unknown": (NOON, [*BEGIN, "=unknown", "=none"]),
    "to_a_person.no_day_suits": (NOON, [*BEGIN, RECEIPT, "=walk_in", ALL_PAPERS, "=person", "=none"]),
}


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(FLOW, WALKS, tmp_path)
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(FLOW.endings)


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


async def test_walking_in_asks_for_no_name_and_no_number(app: App) -> None:
    talk = Talk(app)
    asked = await said(talk, *BEGIN, RECEIPT, "=walk_in", ALL_PAPERS, "2026-05-20", "=none", "=yes")
    assert not [key for key in asked if key.endswith(("_name", "_id"))]

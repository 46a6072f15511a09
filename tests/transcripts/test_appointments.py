"""我的预约, and the days and times that are offered: each test is a conversation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert

from bot.app import App
from flows import hours
from flows.appointments.flow import FLOW
from integrations.store import bookings
from integrations.store.tables import calendar_days
from tests.line import walk_in_line
from tests.records import unaccounted
from tests.talk import COUPLE, OTHER_MAN, OTHER_WOMAN, WOMAN, HandClock, Talk, book, replay, work_off
from tests.transcripts.walks import NOON, fill, instant, not_walked, said, seats_taken, the_case, walk_all, world_at

BOOKED = [*COUPLE, "2026-05-20", "9:30", "到现场再拍", "13800000000", "都对", "我的预约"]
ALONE = [*COUPLE[:6], "对方用自己的手机填", "不是", "没过期"]
"""The partner is to confirm in a conversation of their own."""
TICKET = ["撤回离婚", "=agree", "2026-05-01", "2026-05-12", "=none", "=yes", "我的预约"]
INVITED = [*ALONE, "2026-05-20", "9:30", "到现场再拍", "13800000000", "都对", "我的预约"]
NEAR = [*COUPLE, "2026-05-12", "9:30", "到现场再拍", "13800000000", "都对", "我的预约"]
BY_NUMBER = ["=by_number", "{receipt}", "=agree", WOMAN]
YOUNG_MAN = "620423200405200050"
"""22 years old on 2026-05-20."""

WALKS = {
    "kept.none": (NOON, ["我的预约", "=none"]),
    "kept.appointment": (NOON, [*BOOKED, "1", "=keep"]),
    "kept.not_really": (NOON, [*BOOKED, "1", "=cancel", "=no"]),
    "kept.invited": (NOON, [*INVITED, "1", "=keep"]),
    "cancelled.invited": (NOON, [*INVITED, "1", "=cancel", "=yes"]),
    "kept.ticket": (NOON, [*TICKET, "1", "=keep"]),
    "moved": (NOON, [*BOOKED, "1", "=move", "2026-05-21", "10:00", "=yes"]),
    "cancelled": (NOON, [*BOOKED, "1", "=cancel", "=yes"]),
    "cancelled.ticket": (NOON, [*TICKET, "1", "=cancel", "=yes"]),
    "too_late": (NOON, [*NEAR, "1"]),
    "too_late.found": (NOON, [*NEAR, *BY_NUMBER, "1"]),
    "moved.found": (NOON, [*BOOKED, *BY_NUMBER, "1", "=move", "2026-05-21", "10:00", "=yes"]),
    "kept.found": (NOON, [*BOOKED, *BY_NUMBER, "=none"]),
    "ask_office.lost": (NOON, ["我的预约", "=by_number", "=lost"]),
    "ask_office.declined": (NOON, [*BOOKED, "=by_number", "{receipt}", "=decline"]),
}

WAITING = ["我的预约", "1", "=waiting"]
WALKS_IN_LINE = {
    "in_line": ["我的预约", "1", "=wait", "2026-05-21", "=yes"],
    "kept.not_waiting": ["我的预约", "1", "=wait", "=keep"],
    "kept.seen": [*WAITING, "=keep"],
    "kept.later.offer": [*WAITING, "1", "=later"],
    "kept.stays.offer": [*WAITING, "1", "=leave", "=no"],
    "left": [*WAITING, "1", "=yes"],
    "taken.offer": [*WAITING, "1", "=take"],
}


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(FLOW, WALKS, tmp_path) | await walk_in_line(FLOW, WALKS_IN_LINE, tmp_path)
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in (*WALKS, *WALKS_IN_LINE)} == set(FLOW.endings)


async def test_moving_is_one_swap_the_old_seat_is_free_and_the_new_one_taken(any_app: App) -> None:
    talk = Talk(any_app)
    receipt = await book(talk)
    await replay(
        any_app,
        """
        you: 我的预约
        bot: appointments-booking
        you: 1
        bot: appointments-wish
        you: 改时间
        bot: appointments-day
        you: 5月21号
        bot: appointments-slot
        you: 10点
        bot: appointments-summary
        """,
        talk,
    )
    assert (await seats_taken(any_app, "2026-05-20T09:30"), await seats_taken(any_app, "2026-05-21T10:00")) == (1, 1)
    await talk.say("都对")
    assert talk.keys == ["appointments-moved", "menu-more"]
    assert (await seats_taken(any_app, "2026-05-20T09:30"), await seats_taken(any_app, "2026-05-21T10:00")) == (0, 1)
    assert await unaccounted(any_app) == []
    assert talk.last is not None
    moved = talk.last.replies[0]
    assert moved.receipt == receipt
    assert (moved.words.args["day"].isoformat(), moved.words.args["time"]) == ("2026-05-21", "10:00")
    case = await the_case(any_app, talk)
    assert (case.number, case.revision) == (receipt, 2)
    assert case.content["appointment"]["day"] == "2026-05-21"


async def test_the_hold_of_a_move_that_is_given_up_is_let_go_and_the_appointment_stays(any_app: App) -> None:
    talk = Talk(any_app)
    await book(talk)
    await said(talk, "我的预约", "1", "=move", "2026-05-21", "10:00", "取消", "=yes")
    assert (await seats_taken(any_app, "2026-05-20T09:30"), await seats_taken(any_app, "2026-05-21T10:00")) == (1, 0)
    assert await unaccounted(any_app) == []


async def test_the_hold_of_a_move_that_runs_out_leaves_the_old_seat(app: App, clock: HandClock) -> None:
    talk = Talk(app)
    await book(talk)
    await said(talk, "我的预约", "1", "=move", "2026-05-21", "10:00")
    clock.move("11m")
    await work_off(app)
    assert (await seats_taken(app, "2026-05-20T09:30"), await seats_taken(app, "2026-05-21T10:00")) == (1, 0)
    await fill(app, date(2026, 5, 21), date(2026, 5, 21))
    await talk.tap("yes")
    assert talk.keys[-1] == "appointments-day"
    assert "appointments-moved" not in talk.keys
    assert await seats_taken(app, "2026-05-20T09:30") == 1


async def test_the_last_seat_of_the_new_slot_can_be_held_by_one_only(app: App) -> None:
    await book(Talk(app, "c1"), "2026-05-21", "10:00", people=(OTHER_MAN, OTHER_WOMAN))
    talk, other = Talk(app), Talk(app, "c2")
    await book(talk)
    await book(other, "2026-05-22", "9:30", people=("62042319851212003X", "620423198608080028"))
    await said(talk, "我的预约", "1", "=move", "2026-05-21", "10:00")
    assert talk.keys == ["appointments-summary"]
    await said(other, "我的预约", "1", "=move", "2026-05-21")
    assert "2026-05-21T10:00" not in other.options
    assert "2026-05-21T10:00" in await offered_to(talk)


async def offered_to(talk: Talk) -> list[str]:
    """The slots offered to someone who goes back from the summary: one's own hold counts as free."""
    await talk.tap("change:slot")
    return talk.options


async def test_cancelling_frees_the_seat_once(any_app: App) -> None:
    talk = Talk(any_app)
    receipt = await book(talk)
    await said(talk, "我的预约", "1", "=cancel", "=yes")
    assert talk.keys == ["appointments-cancelled", "menu-more"]
    assert talk.last is not None
    assert talk.last.replies[0].receipt == receipt
    assert await seats_taken(any_app, "2026-05-20T09:30") == 0
    await said(talk, "我的预约")
    assert talk.keys == ["bookings-none", "appointments-booking"]
    assert await unaccounted(any_app) == []
    case = await the_case(any_app, talk)
    assert case.content["appointment"]["cancelled"]
    await book(Talk(any_app, "c1"))


async def test_an_appointment_cancelled_meanwhile_cannot_be_cancelled_or_moved_again(app: App) -> None:
    talk = Talk(app)
    await book(talk)
    await said(talk, "我的预约", "1", "=cancel")
    async with app.database.write() as connection:
        mine = await bookings.of_conversation(connection, talk.conversation)
        assert await bookings.end(connection, mine[0].id, bookings.CANCELLED, app.clock())
    await talk.tap("yes")
    assert "appointments-cancelled" not in talk.keys
    assert talk.keys[0] == "booking-not_active"
    assert await seats_taken(app, "2026-05-20T09:30") == 0
    assert await unaccounted(app) == []


@pytest.mark.parametrize(("now", "asked"), [("2026-05-18T23:59", "wish"), ("2026-05-19T00:01", "too_late")])
async def test_until_two_days_before_it_can_be_changed_online(app: App, clock: HandClock, now: str, asked: str) -> None:
    talk = Talk(app)
    await book(talk)
    clock.now = instant(now)
    await said(talk, "我的预约", "1")
    assert talk.keys[0] == f"appointments-{asked}"
    if asked == "too_late":
        assert talk.last is not None
        assert app.place.offices["marriage"].phone in talk.text(talk.last.replies[0])
        assert await seats_taken(app, "2026-05-20T09:30") == 1


async def test_a_ticket_is_not_moved_but_can_be_cancelled_to_the_last_moment(app: App, clock: HandClock) -> None:
    talk = Talk(app)
    await said(talk, "撤回离婚", "=agree", "2026-05-01", "2026-05-12", "=none", "=yes")
    clock.now = instant("2026-05-12T10:00")
    await said(talk, "我的预约", "1")
    assert talk.keys == ["appointments-ticket_wish"]
    assert "move" not in talk.options
    await said(talk, "取消", "=yes")
    assert talk.keys == ["appointments-cancelled", "menu-more"]


async def test_an_appointment_whose_time_is_over_is_not_listed(app: App, clock: HandClock) -> None:
    talk = Talk(app)
    await book(talk)
    clock.now = instant("2026-05-20T10:01")
    await work_off(app)
    await said(talk, "我的预约")
    assert talk.keys == ["bookings-none", "appointments-booking"]
    await book(talk, "2026-05-21")


async def test_an_appointment_of_yesterday_is_not_listed_even_where_nothing_has_ended_it_yet(
    app: App, clock: HandClock
) -> None:
    talk = Talk(app)
    await book(talk)
    clock.now = instant("2026-05-21T00:05")
    await said(talk, "我的预约")
    assert talk.keys == ["bookings-none", "appointments-booking"]


async def test_a_marriage_appointment_cannot_be_moved_before_both_are_old_enough(app: App) -> None:
    talk = Talk(app)
    await book(talk, "2026-05-22", people=(YOUNG_MAN, WOMAN))
    await said(talk, "我的预约", "1", "=move")
    assert talk.options[0] == "2026-05-20"
    await talk.say("2026-05-19")
    assert talk.keys == ["day-not_before", "appointments-day"]
    assert talk.last is not None
    assert talk.last.replies[0].words.args["first"].isoformat() == "2026-05-20"
    await said(talk, "2026-05-20", "9:30", "=yes")
    assert talk.keys[0] == "appointments-moved"


async def test_a_conversation_sees_its_own_appointments_only(any_app: App) -> None:
    await book(Talk(any_app, "c1"))
    async with any_app.database.read() as connection:
        theirs = (await bookings.of_conversation(connection, "c1"))[0]
    talk = Talk(any_app)
    await said(talk, "我的预约")
    assert talk.keys[-2:] == ["bookings-none", "appointments-booking"]
    assert talk.options == ["by_number", "none"]
    await talk.tap(f"marriage/2026-05-20/slot/{theirs.id}")
    assert talk.keys == ["choice-stale", "bookings-none", "appointments-booking"]
    await talk.say(f"marriage/2026-05-20/slot/{theirs.id}")
    assert "appointments-wish" not in talk.keys
    assert await seats_taken(any_app, "2026-05-20T09:30") == 1


async def test_appointments_and_tickets_are_listed_by_day(app: App) -> None:
    talk = Talk(app)
    await book(talk)
    await said(talk, "撤回离婚", "=agree", "2026-05-01", "2026-05-12", "=none", "=yes", "我的预约")
    assert talk.question.asking is not None
    shown = [talk.app.speech.render(option.label, "zh-Hans") for option in talk.question.asking.options]
    assert shown == [
        "撤回离婚登记申请，2026年5月12日 周二",
        "结婚登记，2026年5月20日 周三 09:30",
        "用编号找",
        "不看了",
    ]


# --- the days and the times that are offered ----------------------------------------------------------------------


async def the_day_question(app: App, conversation: str = "c0") -> Talk:
    """A couple at the question for the day."""
    talk = Talk(app, conversation)
    await talk.all(*COUPLE)
    return talk


async def test_a_full_day_is_told_and_not_offered(any_app: App) -> None:
    await fill(any_app, date(2026, 5, 20), date(2026, 5, 20))
    talk = await the_day_question(any_app)
    assert "2026-05-20" not in talk.options
    await talk.say("2026-05-20")
    assert talk.keys == ["day-full", "marriage-day"]


async def test_when_every_day_is_full_the_office_and_a_person_are_named(app: App) -> None:
    await fill(app, date(2026, 5, 11), date(2026, 6, 11))
    talk = await the_day_question(app)
    assert talk.keys == ["days-none", "marriage-day"]
    assert talk.options == []


@pytest.mark.parametrize(
    ("now", "day", "answer"),
    [
        (NOON, "2026-05-17", "day-closed"),  # a Sunday
        (NOON, "2026-06-19", "day-too_far"),
        ("2026-05-25T12:00", "2026-06-19", "day-closed"),  # the Dragon Boat Festival, a Friday
        ("2026-02-05T12:00", "2026-02-14", "marriage-slot"),  # a Saturday that is worked
        ("2026-02-05T12:00", "2026-02-18", "day-closed"),  # Chinese New Year
        (NOON, "2026-05-11", "day-too_soon"),
        (NOON, "2026-05-12", "marriage-slot"),
        (NOON, "2026-05-10", "day-past"),
        (NOON, "2026-06-10", "marriage-slot"),  # the last day of the horizon
        (NOON, "2026-06-11", "day-too_far"),
    ],
)
async def test_a_day_that_cannot_be_had_is_told_why(
    app: App, clock: HandClock, now: str, day: str, answer: str
) -> None:
    clock.now = instant(now)
    talk = await the_day_question(app)
    await talk.say(day)
    assert talk.keys[0] == answer


async def test_too_soon_and_too_far_name_the_first_and_the_last_day(app: App) -> None:
    talk = await the_day_question(app)
    await talk.say("今天")
    assert talk.last is not None
    assert talk.last.replies[0].words.args["first"].isoformat() == "2026-05-12"
    await talk.say("2026-08-01")
    assert talk.last.replies[0].words.args["last"].isoformat() == "2026-06-10"


@pytest.mark.parametrize(("now", "last"), [("2026-05-12T08:29", "2026-06-10"), ("2026-05-12T08:30", "2026-06-11")])
async def test_the_last_day_of_the_horizon_is_released_at_half_past_eight(
    app: App, clock: HandClock, now: str, last: str
) -> None:
    clock.now = instant(now)
    talk = await the_day_question(app)
    assert talk.options[-1] == last
    await talk.say("2026-06-11")
    assert talk.keys[0] == ("day-too_far" if last == "2026-06-10" else "marriage-slot")


async def test_the_lunch_gap_has_no_times(app: App) -> None:
    talk = await the_day_question(app)
    await talk.say("2026-05-20")
    times = [option.partition("T")[2] for option in talk.options]
    assert times[0] == "08:30"
    assert times[-1] == "17:30"
    assert not [each for each in times if "11:30" < each < "14:30"]
    await talk.say("12点半")
    assert talk.keys[-1] == "marriage-slot"


async def test_a_full_slot_is_not_offered_and_the_rest_is(app: App) -> None:
    await book(Talk(app, "c1"))
    await book(Talk(app, "c2"), people=(OTHER_MAN, OTHER_WOMAN))
    talk = await the_day_question(app)
    await talk.say("2026-05-20")
    assert "2026-05-20T09:30" not in talk.options
    assert "2026-05-20T10:00" in talk.options


async def test_a_day_chosen_before_midnight_that_is_too_near_after_it_has_no_times_any_more(
    app: App, clock: HandClock
) -> None:
    clock.now = instant("2026-05-11T23:50")
    talk = await the_day_question(app)
    await talk.say("2026-05-12")
    assert talk.keys == ["marriage-slot"]
    clock.now = instant("2026-05-12T08:00")
    await talk.say("9:30")
    assert talk.keys == ["slot-gone", "slots-none", "marriage-slot"]
    assert talk.options == []
    assert await talk.all("返回", "2026-05-13", "9:30")
    assert talk.keys == ["marriage-photo"]


@pytest.mark.parametrize(
    ("now", "slot", "stands"),
    [
        ("2026-05-20T09:29", "2026-05-20T09:30", True),
        ("2026-05-20T09:30", "2026-05-20T09:30", False),
        ("2026-05-11T12:00", "2026-05-20T12:30", False),  # the lunch gap
        ("2026-05-11T12:00", "2026-05-23T09:30", False),  # a Saturday
        ("2026-05-08T12:00", "2026-05-09T09:30", True),  # a Saturday that is worked
    ],
)
def test_a_slot_stands_while_it_is_to_come_and_the_office_open(now: str, slot: str, stands: bool) -> None:
    world = world_at(now)
    assert hours.is_to_come(world, world.place.offices["marriage"], instant(slot)) == stands


@pytest.mark.parametrize("moving", [False, True])
async def test_nothing_is_booked_on_a_day_that_was_closed_while_it_was_asked(app: App, moving: bool) -> None:
    talk = Talk(app)
    if moving:
        await book(talk)
        await talk.all("我的预约", "1", "改时间", "2026-05-21", "10:00")
    else:
        await talk.all(*COUPLE, "2026-05-21", "10:00", "到现场再拍", "13800000000")
    async with app.database.write() as connection:
        await connection.execute(
            insert(calendar_days), {"day": date(2026, 5, 21), "workday": False, "note": "", "updated_at": instant(NOON)}
        )
    assert isinstance(app.clock, HandClock)
    app.clock.move("1m")
    await talk.say("都对")
    assert talk.keys == ["slot-gone", "slots-none", f"{'appointments' if moving else 'marriage'}-slot"]


async def test_an_answer_that_is_changed_says_why_another_one_is_asked_again(app: App) -> None:
    talk = await the_day_question(app)
    await talk.all("2026-05-19", "9:30", "到现场再拍", "13800000000")
    await talk.tap("change:first_id")
    await talk.say(YOUNG_MAN)
    assert talk.keys == ["answers-follow", "marriage-too_young", "marriage-day"]

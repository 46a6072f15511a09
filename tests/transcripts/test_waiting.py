"""候补: full days, getting in line, the seat that is held, and what ends it; each test is several conversations."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from bot.app import App
from flows.offer.flow import FLOW
from integrations.store import calendar, conversations, due_work
from integrations.store.tables import due_work as work_table
from integrations.store.tables import waiters as waiter_table
from tests.line import (
    DAY,
    OTHER_DAYS,
    SEATS,
    a_full_day,
    booked_on,
    cancel,
    close_day,
    get_in_line,
    offers,
    pushed,
    small_desk,
    states,
    told,
    void_offers,
    waiting,
    walk_in_line,
)
from tests.records import a_couple, unaccounted
from tests.talk import COUPLE, MAN, WOMAN, HandClock, Talk, book, replay, work_off
from tests.transcripts.walks import instant, not_walked, the_case

TAKEN = f"{DAY} {SEATS[0]}"


@pytest.fixture
async def any_app(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[App]:
    """A small office, once on each database; whatever was done there, its seats add up."""
    async with small_desk(tmp_path, clock, database_url) as opened:
        yield opened
        assert await unaccounted(opened) == []


@pytest.fixture
async def app(tmp_path: Path, clock: HandClock) -> AsyncIterator[App]:
    """The same on SQLite."""
    async with small_desk(tmp_path, clock) as opened:
        yield opened
        assert await unaccounted(opened) == []


async def the_day_question(app: App, conversation: str = "c0") -> Talk:
    """A couple at the question for the day."""
    talk = Talk(app, conversation)
    await talk.all(*(line if line not in (MAN, WOMAN) else a_couple(50)[line == WOMAN] for line in COUPLE))
    return talk


# --- a full day --------------------------------------------------------------------------------------------------


async def test_a_full_day_says_how_many_wait_and_names_the_nearest_days_with_seats(any_app: App) -> None:
    await a_full_day([any_app])
    await a_full_day_of_others(any_app, "2026-05-21")
    await waiting(any_app, 0)
    talk = await the_day_question(any_app)
    await talk.say(DAY)
    assert talk.keys == ["day-full", "marriage-day"]
    assert talk.last is not None
    args = talk.last.replies[0].words.args
    assert (args["waiting"], args["wait"]) == (1, "yes")
    assert args["near"] == (date(2026, 5, 19), date(2026, 5, 22))
    await talk.say("2026-05-21")
    assert talk.last.replies[0].words.args["waiting"] == 0


async def a_full_day_of_others(app: App, day: str) -> None:
    for n, time in enumerate(SEATS):
        await book(Talk(app, f"others{n}"), day, time, people=a_couple(60 + n))


async def test_of_the_nearest_days_only_those_are_named_on_which_these_people_may_come(app: App) -> None:
    await a_full_day([app])
    talk = Talk(app)
    young = "620423200405200050"  # 22 years old on 2026-05-20
    await talk.all(*(young if line == MAN else line for line in COUPLE), DAY)
    assert talk.keys[0] == "day-full"
    assert talk.last is not None
    assert talk.last.replies[0].words.args["near"] == (date(2026, 5, 21),)


async def test_a_day_too_near_to_wait_for_is_not_said_to_be_waited_for(app: App, clock: HandClock) -> None:
    await a_full_day([app])
    clock.now = instant("2026-05-18T20:31")
    talk = await the_day_question(app)
    await talk.say(DAY)
    assert talk.last is not None
    assert talk.last.replies[0].words.args["wait"] == "no"


# --- getting in line ---------------------------------------------------------------------------------------------


async def test_waiting_is_begun_from_an_appointment_that_stands_and_says_how_many_are_before(any_app: App) -> None:
    await a_full_day([any_app])
    await waiting(any_app, 0)
    talk = Talk(any_app)
    receipt = await book(talk, OTHER_DAYS[1])
    await replay(
        any_app,
        """
        you: 我的预约
        bot: appointments-booking
        you: 1
        bot: appointments-wish
        you: 候补
        bot: appointments-wait_day
        you: 5月20号
        bot: wait-place
        bot: appointments-wait_summary
        you: 都对
        bot: appointments-in_line
        bot: menu-more
        """,
        talk,
    )
    assert talk.last is not None
    args = talk.last.replies[0].words.args
    assert (args["before"], args["day"], args["number"]) == (1, date(2026, 5, 20), receipt)
    await talk.say("我的预约")
    assert talk.question.asking is not None
    (place,) = talk.question.asking.options[0].detail.args["waits"]  # type: ignore[union-attr]
    assert (place.key, place.args) == ("option-place", {"day": date(2026, 5, 20), "before": 1})
    assert await booked_on(any_app, "c0") == [f"{OTHER_DAYS[1]} 09:30"]


@pytest.mark.parametrize(
    ("day", "key"),
    [
        ("2026-05-21", "wait-has_seats"),
        ("2026-05-23", "day-closed"),
        ("2026-05-12", "wait-too_near"),
        ("2026-05-11", "wait-too_near"),
        (OTHER_DAYS[0], "wait-already"),
        ("2026-06-19", "day-too_far"),
    ],
)
async def test_a_day_that_cannot_be_waited_for_is_told_why(app: App, day: str, key: str) -> None:
    await a_full_day([app])
    await a_full_day_of_others(app, "2026-05-12")
    talk = Talk(app)
    await book(talk, OTHER_DAYS[0])
    await talk.all("我的预约", "1", "候补", day)
    assert talk.keys == [key, "appointments-wait_day"]
    assert talk.options == [DAY, "keep"]


async def test_a_booking_waits_for_a_day_once_and_for_three_days_at_most(app: App) -> None:
    days = [DAY, "2026-05-21", "2026-05-22", "2026-05-25"]
    for n, day in enumerate(days):
        for m, time in enumerate(SEATS):
            await book(Talk(app, f"full{n}{m}"), day, time, people=a_couple(2 * n + m))
    talk = Talk(app)
    await book(talk, OTHER_DAYS[0])
    await get_in_line(talk)
    await talk.all("我的预约", "1", "候补", DAY)
    assert talk.keys[0] == "wait-already"
    await talk.all("不等了")
    for day in days[1:3]:
        await get_in_line(talk, day)
    await talk.all("我的预约", "1", "候补")
    assert talk.keys == ["wait-most", "appointments-wait_day"]
    await talk.say(days[3])
    assert talk.keys == ["lookup-not_offered", "wait-most", "appointments-wait_day"]
    await talk.say("不等了")
    assert talk.keys[0] == "appointments-kept"


async def test_a_day_that_gets_a_seat_while_it_is_asked_is_not_waited_for(any_app: App) -> None:
    full = await a_full_day([any_app])
    talk = Talk(any_app)
    await book(talk, OTHER_DAYS[0])
    await talk.all("我的预约", "1", "候补", DAY)
    await cancel(full[0])
    await talk.say("都对")
    assert talk.keys[0] == "offer-gone"
    assert "appointments-in_line" not in talk.keys
    assert await states(any_app) == {}


# --- an offer ----------------------------------------------------------------------------------------------------


async def test_a_seat_that_is_given_up_is_offered_to_the_first_and_taken_in_one_swap(
    any_app: App, clock: HandClock
) -> None:
    full = await a_full_day([any_app])
    first, second = [await waiting(any_app, n) for n in range(2)]
    await cancel(full[0])
    await work_off(any_app)
    assert (await told(any_app, "w0"), await told(any_app, "w1")) == (["waiting-offer"], [])
    (offer,) = await pushed(any_app, "w0")
    assert (offer.args["at"], offer.args["until"]) == (instant(f"{DAY}T09:00"), instant("2026-05-11T14:00"))
    assert offer.args["own"] == instant(f"{OTHER_DAYS[0]}T09:00")
    await replay(
        any_app,
        """
        you: 候补名额
        bot: offer-waiting
        you: 1
        bot: offer-offer
        you: 要
        bot: offer-taken
        bot: menu-more
        """,
        first,
    )
    assert first.last is not None
    done = first.last.replies[0].words.args
    assert (done["day"], done["time"], done["waited"]) == (date(2026, 5, 20), "09:00", "no")
    assert (await booked_on(any_app, "w0"), await booked_on(any_app, "w1")) == ([TAKEN], [f"{OTHER_DAYS[0]} 09:30"])
    assert await states(any_app) == {"w0": "taken", "w1": "waiting"}
    case = await the_case(any_app, first)
    assert (case.number, case.revision, case.content["appointment"]["day"]) == (done["number"], 2, DAY)
    clock.now = instant("2026-05-19T18:00")
    await work_off(any_app)
    assert (await pushed(any_app, "w0"))[-1].key == "reminder-evening"
    assert await told(any_app, "w0") == ["waiting-offer"]
    assert second.keys[0] == "appointments-in_line"


async def test_the_old_seat_goes_to_who_waits_for_its_day_in_the_same_swap(any_app: App) -> None:
    full = await a_full_day([any_app])
    first = await waiting(any_app, 0)
    await book(Talk(any_app, "neighbour"), OTHER_DAYS[0], SEATS[1], people=a_couple(40))
    other = Talk(any_app, "other")
    await book(other, OTHER_DAYS[3], people=a_couple(41))
    await get_in_line(other, OTHER_DAYS[0])
    await cancel(full[0])
    await first.all("候补名额", "1", "要")
    assert first.keys[0] == "offer-taken"
    assert await states(any_app) == {"w0": "taken", "other": "offered"}
    await other.all("候补名额", "1", "要")
    assert await booked_on(any_app, "other") == [f"{OTHER_DAYS[0]} 09:00"]


async def test_what_is_declined_goes_to_the_next_and_the_old_appointment_stands(any_app: App) -> None:
    full = await a_full_day([any_app])
    first, second = [await waiting(any_app, n) for n in range(2)]
    await cancel(full[0])
    await work_off(any_app)
    await replay(
        any_app,
        """
        you: 候补名额
        bot: offer-waiting
        you: 1
        bot: offer-offer
        you: 不要了
        bot: offer-sure
        you: 不退出
        bot: offer-kept
        ...
        you: 候补名额
        bot: offer-waiting
        you: 1
        bot: offer-offer
        you: 2
        bot: offer-sure
        you: 退出
        bot: offer-left
        bot: menu-more
        """,
        first,
    )
    await work_off(any_app)
    assert await states(any_app) == {"w0": "left", "w1": "offered"}
    assert await told(any_app, "w1") == ["waiting-offer"]
    await second.all("候补名额", "1", "要")
    assert await booked_on(any_app, "w0") == [f"{OTHER_DAYS[0]} 09:00"]
    assert await booked_on(any_app, "w1") == [TAKEN]


async def test_an_offer_that_is_not_taken_in_its_time_goes_to_the_next_and_is_told_once(
    any_app: App, clock: HandClock
) -> None:
    full = await a_full_day([any_app])
    first, second = [await waiting(any_app, n) for n in range(2)]
    await cancel(full[0])
    await work_off(any_app)
    await first.all("候补名额", "1")
    clock.now = instant("2026-05-11T13:59")
    await work_off(any_app)
    assert await states(any_app) == {"w0": "offered", "w1": "waiting"}
    clock.move("1m")
    await first.say("要")  # on its last instant, before anything has let it lapse
    assert first.keys == ["offer-over", "wait-none", "offer-waiting"]
    await work_off(any_app)
    assert await states(any_app) == {"w0": "lapsed", "w1": "offered"}
    assert await told(any_app, "w0") == ["waiting-offer", "waiting-lapsed"]
    assert await booked_on(any_app, "w0") == [f"{OTHER_DAYS[0]} 09:00"]
    clock.now = instant("2026-05-11T16:00")
    await work_off(any_app)
    assert await states(any_app) == {"w0": "lapsed", "w1": "lapsed"}
    assert await offers(any_app) == ["w0", "w1"]
    clock.move("3h")
    await work_off(any_app)
    assert await told(any_app, "w0") == ["waiting-offer", "waiting-lapsed"]
    assert second.keys[0] == "appointments-in_line"
    talk = await the_day_question(any_app)  # nobody waits any more: the seat is everybody's
    assert DAY in talk.options


async def test_who_is_not_in_time_reads_one_sentence_and_keeps_the_appointment(app: App, clock: HandClock) -> None:
    full = await a_full_day([app])
    talk = await waiting(app, 0)
    await cancel(full[0])
    await work_off(app)
    await talk.all("候补名额", "1")
    clock.move("2h")
    await work_off(app)
    await talk.say("要")
    assert talk.keys == ["offer-over", "wait-none", "offer-waiting"]
    assert await booked_on(app, "w0") == [f"{OTHER_DAYS[0]} 09:00"]


async def test_a_seat_that_is_held_for_a_waiter_is_nobody_elses(any_app: App) -> None:
    full = await a_full_day([any_app])
    await waiting(any_app, 0)
    await cancel(full[0])
    talk = await the_day_question(any_app)
    assert DAY not in talk.options
    await talk.say(DAY)
    assert talk.keys[0] == "day-full"


async def test_who_goes_back_from_the_last_seat_leaves_it_to_who_waits(any_app: App, clock: HandClock) -> None:
    await book(Talk(any_app, "full0"), DAY, SEATS[0], people=a_couple(0))
    dawdler = await the_day_question(any_app, "dawdler")
    await dawdler.all(DAY, SEATS[1])
    await waiting(any_app, 0)
    await waiting(any_app, 1)
    await dawdler.say("返回")
    assert await states(any_app) == {"w0": "offered", "w1": "waiting"}
    assert DAY not in dawdler.options
    await dawdler.tap(f"{DAY}T{SEATS[1]}")
    assert dawdler.keys[-1] == "marriage-slot"
    assert await booked_on(any_app, "dawdler") == []


async def test_a_hold_that_runs_out_goes_to_who_waits(any_app: App, clock: HandClock) -> None:
    await book(Talk(any_app, "full0"), DAY, SEATS[0], people=a_couple(0))
    dawdler = await the_day_question(any_app, "dawdler")
    await dawdler.all(DAY, SEATS[1])
    await waiting(any_app, 0)
    clock.move("10m")
    await work_off(any_app)
    assert await states(any_app) == {"w0": "offered"}
    await dawdler.say("到现场再拍")
    assert "hold-expired" in dawdler.keys
    assert dawdler.keys[-1] == "marriage-slot"


async def test_the_notice_of_an_offer_takes_no_answer_and_its_word_begins_the_service(app: App) -> None:
    full = await a_full_day([app])
    talk = await waiting(app, 0)
    await talk.all("补领", "同意")
    await cancel(full[0])
    await work_off(app)
    async with app.database.read() as connection:
        (entry,) = await conversations.entries(connection, app.vault, "w0", pushed_only=True)
    assert [reply.words.key for reply in entry.replies] == ["waiting-offer", "reissue-which"]
    await talk.say("1")
    assert talk.keys == ["reissue-reason"]
    await talk.all("候补名额", "1", "要")
    assert talk.keys == ["offer-taken", "resumed", "reissue-reason"]


# --- when an offer cannot be ---------------------------------------------------------------------------------------


async def test_at_night_the_time_of_an_offer_stands_still(app: App, clock: HandClock) -> None:
    full = await a_full_day([app])
    await waiting(app, 0)
    clock.now = instant("2026-05-11T20:00")
    await cancel(full[0])
    await work_off(app)
    (offer,) = await pushed(app, "w0")
    assert offer.args["until"] == instant("2026-05-12T08:00")


async def test_who_does_not_see_an_offer_gets_a_short_message_in_time(
    app: App, clock: HandClock, capfd: pytest.CaptureFixture[str]
) -> None:
    full = await a_full_day([app])
    await waiting(app, 0)
    await cancel(full[0])
    await work_off(app)
    clock.move("29m")
    await work_off(app)
    assert "SMS" not in capfd.readouterr().err
    clock.move("1m")
    await work_off(app)
    (line,) = [line for line in capfd.readouterr().err.splitlines() if "SMS" in line]
    assert "14:00" in line


async def test_a_seat_of_a_day_past_the_deadline_for_changes_is_everybodys(app: App, clock: HandClock) -> None:
    await book(Talk(app, "full0"), DAY, SEATS[0], people=a_couple(0))
    dawdler = await the_day_question(app, "dawdler")
    await dawdler.all(DAY, SEATS[1])
    talk = await waiting(app, 0)
    clock.now = instant("2026-05-19T10:00")
    await work_off(app)
    assert await states(app) == {"w0": "lapsed"}
    assert await told(app, "w0") == ["waiting-over"]
    assert await offers(app) == []
    assert await booked_on(app, "w0") == [f"{OTHER_DAYS[0]} 09:00"]
    await talk.say("候补名额")
    assert talk.keys == ["wait-none", "offer-waiting"]


async def test_nobody_is_offered_a_day_once_their_own_appointment_can_be_changed_no_more(
    app: App, clock: HandClock
) -> None:
    full = await a_full_day([app])
    talk = Talk(app, "w0")
    await book(talk, "2026-05-14", people=a_couple(20))
    await get_in_line(talk)
    second = await waiting(app, 1)
    clock.now = instant("2026-05-12T20:40")
    await cancel(full[0])
    assert await states(app) == {"w0": "waiting", "w1": "offered"}
    await work_off(app)
    assert await told(app, "w0") == ["waiting-over"]
    assert second.keys[0] == "appointments-in_line"


async def test_who_waits_for_a_day_that_closes_is_told_once_and_never_offered_it(any_app: App) -> None:
    full = await a_full_day([any_app])
    talk = await waiting(any_app, 0)
    await waiting(any_app, 1)
    await cancel(full[0])  # the first one has an offer when the day closes
    await close_day(any_app, DAY)
    await close_day(any_app, DAY)
    assert await states(any_app) == {"w0": "closed", "w1": "closed"}
    assert (await told(any_app, "w0"))[-1] == (await told(any_app, "w1"))[-1] == "waiting-closed"
    assert len(await told(any_app, "w1")) == 1
    await talk.say("候补名额")
    assert talk.keys == ["wait-none", "offer-waiting"]
    await cancel(full[1])
    await close_day(any_app, DAY, None)
    assert await offers(any_app) == ["w0"]
    assert await booked_on(any_app, "w0") == [f"{OTHER_DAYS[0]} 09:00"]


async def test_an_offer_of_a_day_that_closed_just_now_is_not_taken(app: App, clock: HandClock) -> None:
    full = await a_full_day([app])
    talk = await waiting(app, 0)
    await cancel(full[0])
    await talk.all("候补名额", "1")
    async with app.database.write() as connection:
        await calendar.change(connection, date(2026, 5, 20), False, "", clock.now)
    clock.move("1m")
    await talk.say("要")
    assert talk.keys[0] == "offer-over"
    assert await booked_on(app, "w0") == [f"{OTHER_DAYS[0]} 09:00"]
    assert await states(app) == {"w0": "offered"}


# --- leaving -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["cancels", "moves"])
@pytest.mark.parametrize("offered", [False, True])
async def test_who_gives_up_or_moves_the_appointment_waits_no_more(any_app: App, how: str, offered: bool) -> None:
    full = await a_full_day([any_app])
    first, second = [await waiting(any_app, n) for n in range(2)]
    if offered:
        await cancel(full[0])
    if how == "cancels":
        await cancel(first)
    else:
        await first.all("我的预约", "1", "改时间", "2026-06-02", SEATS[0], "都对")
        assert first.keys[0] == "appointments-moved"
    assert first.last is not None
    assert first.last.replies[0].words.args["waited"] == "yes"
    assert await states(any_app) == {"w0": "left", "w1": "offered" if offered else "waiting"}
    if not offered:
        await cancel(full[0])
    await work_off(any_app)
    assert await told(any_app, "w0") == []
    await second.all("候补名额", "1", "要")
    assert await booked_on(any_app, "w1") == [TAKEN]


async def test_who_has_come_to_the_appointment_waits_no_more(app: App, clock: HandClock) -> None:
    await a_full_day([app], "2026-06-04")
    await waiting(app, 0, "2026-06-04")
    clock.now = instant(f"{OTHER_DAYS[0]}T06:00")
    async with app.database.write() as connection:  # as if nothing had looked since
        await connection.execute(update(waiter_table).values(state="waiting"))
        await connection.execute(delete(work_table).where(work_table.c.kind == "calendar"))
    clock.now = instant(f"{OTHER_DAYS[0]}T09:31")
    await work_off(app)
    assert await states(app) == {"w0": "left"}


async def test_the_line_is_seen_and_left_in_my_appointments(app: App) -> None:
    full = await a_full_day([app])
    first, second = [await waiting(app, n) for n in range(2)]
    await replay(
        app,
        """
        you: 我的预约
        bot: appointments-booking
        you: 1
        bot: appointments-wish
        you: 看候补
        bot: appointments-waiting
        you: 1
        bot: appointments-sure
        you: 退出
        bot: appointments-left
        bot: menu-more
        """,
        first,
    )
    assert await states(app) == {"w0": "left", "w1": "waiting"}
    await cancel(full[0])
    assert await states(app) == {"w0": "left", "w1": "offered"}
    await second.all("我的预约", "1", "看候补", "1", "要")
    assert second.keys[0] == "appointments-taken"


async def test_who_lost_the_conversation_takes_the_offer_by_the_number(app: App) -> None:
    full = await a_full_day([app])
    talk = Talk(app, "w0")
    receipt = await book(talk, OTHER_DAYS[0])
    await get_in_line(talk)
    await cancel(full[0])
    other = Talk(app, "elsewhere")
    await other.all("我的预约", "用编号找", receipt, "同意", WOMAN, "1", "看候补", "1", "要")
    assert other.keys[0] == "appointments-taken"
    await work_off(app)
    assert await booked_on(app, "w0") == [TAKEN]
    assert (await told(app, "w0"))[-1] == "booking-moved_elsewhere"


async def test_a_conversation_that_is_erased_waits_for_nothing(any_app: App) -> None:
    full = await a_full_day([any_app])
    talk = await waiting(any_app, 0)
    await waiting(any_app, 1)
    await cancel(full[0])
    await talk.say("我的信息")
    await talk.tap("erase")
    await talk.tap("yes")
    assert await states(any_app) == {"w0": "left", "w1": "offered"}


async def test_an_offer_whose_time_is_over_is_not_told_and_made_again(app: App, clock: HandClock) -> None:
    full = await a_full_day([app])
    await waiting(app, 0)
    await cancel(full[0])
    clock.move("2h")  # nothing worked meanwhile
    await work_off(app)
    (offer,) = await pushed(app, "w0")
    assert offer.args["until"] == instant("2026-05-11T16:00")
    assert await void_offers(app) == 1


async def test_who_could_not_be_told_in_time_keeps_the_place_in_line_once(app: App, clock: HandClock) -> None:
    full = await a_full_day([app])
    await waiting(app, 0)
    await waiting(app, 1)
    await cancel(full[0])
    for _ in range(2):
        async with app.database.write() as connection:  # nothing could be told
            await connection.execute(update(work_table).where(work_table.c.kind == "notice").values(state="dead"))
        assert await states(app) == {"w0": "offered", "w1": "waiting"}
        clock.move("2h")
        await work_off(app)
        if await states(app) == {"w0": "offered", "w1": "waiting"}:
            assert await offers(app) == ["w0", "w0"]
    assert await states(app) == {"w0": "lapsed", "w1": "offered"}
    async with app.database.read() as connection:
        assert (await due_work.counts(connection)).get(("offer", "waiting")) == 1
        chosen = select(waiter_table.c.offer).where(waiter_table.c.conversation == "w0")
        assert (await connection.execute(chosen)).scalar_one().endswith(":2")
    assert await void_offers(app) == 2


# --- every way through the service ---------------------------------------------------------------------------------

WALKS = {
    "taken.offer": ["候补名额", "1", "要"],
    "kept": ["候补名额", "不看了"],
    "kept.later.offer": ["候补名额", "1", "再想想"],
    "kept.after_all.offer": ["候补名额", "1", "2", "不退出"],
    "left": ["候补名额", "1", "退出"],
}


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_in_line(FLOW, WALKS, tmp_path)
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(FLOW.endings)

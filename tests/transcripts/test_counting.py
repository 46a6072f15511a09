"""What people are told of the rules they stumble on before they tap, and what a pause of online booking stops."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from bot.app import App
from bot.counting import Counting
from flows.catalogue import FLOWS
from flows.language import Facts
from flows.language.endings import Appointment
from flows.words import Words
from integrations.store import bookings
from integrations.store.tables import bookings as bookings_table
from integrations.store.tables import calendar_days
from tests.counted import count_against, place_counting
from tests.records import unaccounted
from tests.talk import (
    COUPLE,
    MAN,
    OTHER_MAN,
    OTHER_WOMAN,
    WOMAN,
    HandClock,
    Talk,
    an_app,
    book,
    replay,
    work_off,
)
from tests.transcripts.test_partner import DETAILS, ask_partner
from tests.transcripts.walks import NOON, instant, said, seats_taken, the_log, world_at

REST = ["2026-05-20", "9:30", "到现场再拍", "13800000000"]


def args(talk: Talk, key: str) -> dict[str, object]:
    """The arguments of one of the last replies."""
    assert talk.last is not None
    (found,) = [reply.words.args for reply in talk.last.replies if reply.words.key == key]
    return dict(found)


async def stored(app: App) -> dict[str, tuple[str, bool]]:
    """State, and whether it is excused, of every booking."""
    async with app.database.read() as connection:
        rows = (await connection.execute(select(bookings_table))).all()
    return {row.id: (row.state, row.excused) for row in rows}


async def close(app: App, day: date) -> None:
    """The staff close a day."""
    async with app.database.write() as connection:
        row = {"day": day, "workday": False, "note": "", "updated_at": app.clock()}
        await connection.execute(insert(calendar_days), row)
    assert isinstance(app.clock, HandClock)
    app.clock.move("1m")


# --- before booking --------------------------------------------------------------------------------------------------


async def test_the_summary_says_until_when_it_can_be_changed_and_what_not_coming_leads_to(app: App) -> None:
    talk = Talk(app)
    await talk.all(*COUPLE, *REST)
    told = args(talk, "marriage-summary")
    assert (told["changeable"], told["until"]) == ("yes", date(2026, 5, 18))
    assert (told["no_shows"], told["within"], told["block"]) == (2, 180, 180)
    await talk.tap("change:day")
    await talk.all("2026-05-12", "9:30")
    assert args(talk, "marriage-summary")["changeable"] == "no"


async def test_where_nothing_pauses_only_the_deadline_is_said(app: App) -> None:
    talk = Talk(app)
    await talk.all("领离婚证", "同意", "2026-04-01")
    await talk.tap("slot")
    await talk.all("1,2,3,4", "张三", MAN, "李四", WOMAN, "2026-05-20", "9:30", "13800000000")
    told = args(talk, "divorce_certificate-summary")
    assert (told["until"], told["no_shows"]) == (date(2026, 5, 18), 0)


def test_the_summary_speaks_of_a_pause_exactly_where_there_is_one() -> None:
    pausable = {f.name for f in FLOWS.values() for e in f.endings.values() if isinstance(e, Appointment) and e.pausable}
    assert pausable == {"marriage", "partner", "divorce", "reissue"}
    for name in (*pausable, "divorce_certificate"):
        told = FLOWS[name].steps["summary"].args
        assert told is not None
        answers = {"day": date(2026, 5, 20)} if name != "partner" else {"invitation": "marriage/2026-05-20/slot/x"}
        facts = Facts(world_at(NOON), name, answers)
        assert (told(facts)["no_shows"] > 0) == (name in pausable)


async def test_who_missed_one_that_was_made_here_is_told_before_the_day_is_asked_for(any_app: App) -> None:
    await count_against(any_app, "no_show", "2026-05-01", conversation="c0")
    talk = Talk(any_app)
    await talk.all(*COUPLE)
    assert talk.keys == ["counting-had", "marriage-day"]
    told = args(talk, "counting-had")
    assert (told["no_shows"], told["more"], told["within"]) == (1, 1, 180)
    assert told["clears"] == date(2026, 10, 28)
    await talk.all(*REST, "都对")
    assert talk.keys[0] == "marriage-booked"


# --- who types another person's number -------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["no_show", "cancelled"])
async def test_who_types_the_number_of_somebody_with_a_past_is_told_what_everybody_is_told(
    any_app: App, what: str
) -> None:
    """Somebody else's ID number: the same words at every step, up to the cancellation and in it."""
    await count_against(any_app, what, "2026-05-01", people=(OTHER_WOMAN,))
    heard = []
    for conversation, people in (("c1", (MAN, WOMAN)), ("c2", (OTHER_MAN, OTHER_WOMAN))):
        talk = Talk(any_app, conversation)
        told: list[Words] = []
        lines = [{MAN: people[0], WOMAN: people[1]}.get(line, line) for line in COUPLE]
        for line in (*lines, *REST, "都对", "我的预约", "1", "=cancel"):
            replies = await (talk.tap(line[1:]) if line.startswith("=") else talk.say(line))
            told += [reply.words for reply in replies]
        assert talk.keys == ["counting-cancel", "appointments-really"]
        heard.append([words for words in told if words.key not in {"marriage-summary", "marriage-booked"}])
        await talk.tap("no")
    assert heard[0] == heard[1]


async def test_in_an_appeal_only_what_was_made_here_is_to_be_seen(app: App) -> None:
    await count_against(app, "no_show", "2026-05-01")
    own = await count_against(app, "cancelled", "2026-05-04", conversation="c0")
    talk = Talk(app)
    await talk.all("申诉", "同意")
    assert talk.options == [own, "by_number", "unknown"]
    other = Talk(app, "c1")
    await other.all("申诉", "同意")
    assert other.keys == ["counting-none_here", "appeal-booking"]


# --- before cancelling -----------------------------------------------------------------------------------------------


async def test_before_each_cancellation_its_count_is_told_and_after_the_third_nothing_can_be_booked(
    any_app: App, clock: HandClock
) -> None:
    talk = Talk(any_app)
    for count in (1, 2, 3):
        await book(talk)
        await replay(
            any_app,
            """
            you: 我的预约
            bot: appointments-booking
            you: 1
            bot: appointments-wish
            tap: cancel
            bot: counting-cancel
            bot: appointments-really
            """,
            talk,
        )
        told = args(talk, "counting-cancel")
        assert (told["here"], told["cancels"], told["within"]) == ("yes", count, 30)
        assert told["clears"] == date(2026, 6, 10)
        if count < 3:
            assert (told["pauses"], told["more"], told["block"]) == ("no", 3 - count, 180)
        else:
            assert (told["pauses"], told["again"]) == ("yes", date(2026, 11, 9))
        await talk.tap("yes")
        assert talk.keys[0] == "appointments-cancelled"
        clock.move("1d" if count < 3 else "0s")
    await talk.all("结婚", *COUPLE[1:])
    assert talk.keys == ["booking-paused"]
    assert args(talk, "booking-paused") == {"again": date(2026, 11, 9)}
    for line in ("2026-05-20", "1"):
        await talk.say(line)
        assert talk.keys == (["booking-paused"] if line != "1" else ["appeal-notice"])


async def test_of_one_found_by_its_number_elsewhere_the_rule_is_told_and_no_count(app: App) -> None:
    await count_against(app, "cancelled", "2026-05-08", conversation="lost")
    receipt = await book(Talk(app, "lost"))
    talk = Talk(app)
    await said(talk, "我的预约", "=by_number", receipt, "=agree", WOMAN, "1", "=cancel")
    told = args(talk, "counting-cancel")
    assert (told["here"], told["cancels"], told["more"]) == ("no", 1, 2)


async def test_that_this_cancellation_pauses_is_told_even_where_the_others_were_made_elsewhere(app: App) -> None:
    for day in ("2026-05-08", "2026-05-09"):
        await count_against(app, "cancelled", day, people=(WOMAN, OTHER_MAN))
    talk = Talk(app)
    await book(talk)
    await said(talk, "我的预约", "1", "=cancel")
    told = args(talk, "counting-cancel")
    assert (told["cancels"], told["pauses"], told["again"]) == (1, "yes", date(2026, 11, 7))


async def test_a_place_that_counts_no_cancellations_says_nothing_of_them(tmp_path: Path, clock: HandClock) -> None:
    async with an_app(tmp_path, clock, place=place_counting(tmp_path, "zhongshan")) as app:
        talk = Talk(app)
        await talk.all(*COUPLE, *REST)
        told = args(talk, "marriage-summary")
        assert (told["until"], told["no_shows"], told["block"]) == (date(2026, 5, 19), 2, 15)
        await talk.all("都对", "我的预约", "1")
        await talk.tap("cancel")
        assert talk.keys == ["appointments-really"]


async def test_a_ticket_is_cancelled_without_a_word_of_counting(app: App) -> None:
    talk = Talk(app)
    await said(talk, "撤回离婚", "=agree", "2026-05-01", "2026-05-12", "=none", "=yes", "我的预约", "1", "取消")
    assert talk.keys == ["appointments-really"]


async def test_the_deadline_stands_where_the_appointment_is_shown(app: App) -> None:
    talk = Talk(app)
    await book(talk)
    await said(talk, "我的预约", "1")
    assert args(talk, "appointments-wish") == {"limited": "yes", "last": date(2026, 5, 18)}
    await close(app, date(2026, 5, 20))
    await said(talk, "=keep", "我的预约", "1")
    assert args(talk, "appointments-wish")["limited"] == "no"


# --- what does not count ---------------------------------------------------------------------------------------------


async def test_what_the_office_closed_is_cancelled_without_being_counted(any_app: App) -> None:
    talk = Talk(any_app)
    await book(talk)
    await close(any_app, date(2026, 5, 20))
    await said(talk, "我的预约", "1", "=cancel")
    assert talk.keys == ["counting-cancel_excused", "appointments-really"]
    await talk.tap("yes")
    assert list((await stored(any_app)).values()) == [("cancelled", True)]
    await book(talk, "2026-05-21")
    await said(talk, "我的预约", "1", "=cancel")
    assert args(talk, "counting-cancel")["cancels"] == 1
    await talk.tap("yes")
    assert sorted((await stored(any_app)).values()) == [("cancelled", False), ("cancelled", True)]


async def test_moving_and_letting_a_hold_go_are_no_cancellations(any_app: App) -> None:
    talk = Talk(any_app)
    await book(talk)
    for day in ("2026-05-21", "2026-05-22", "2026-05-25"):
        await said(talk, "我的预约", "1", "=move", day, "10:00", "=yes")
        assert talk.keys[0] == "appointments-moved"
    await said(talk, "我的预约", "1", "=move", "2026-05-26", "10:00", "取消", "=yes")
    await said(talk, "我的预约", "1", "=cancel")
    assert args(talk, "counting-cancel")["cancels"] == 1


async def test_what_staff_cancel_is_excused_in_the_same_breath(any_app: App) -> None:
    talk = Talk(any_app)
    await book(talk)
    async with any_app.database.write() as connection:
        (mine,) = await bookings.of_conversation(connection, talk.conversation)
        assert await bookings.end(connection, mine.id, bookings.CANCELLED, any_app.clock(), excused=True)
    await book(talk)
    await said(talk, "我的预约", "1", "=cancel")
    assert args(talk, "counting-cancel")["cancels"] == 1


@pytest.mark.parametrize(("day", "time", "counts"), [("2026-04-11", "23:59", False), ("2026-04-12", "00:00", True)])
async def test_the_day_of_a_cancellation_is_that_in_shanghai(app: App, day: str, time: str, counts: bool) -> None:
    await count_against(app, "cancelled", day, conversation="c0", cancelled_at=time)
    await count_against(app, "cancelled", "2026-05-10", conversation="c0")
    talk = Talk(app)
    await book(talk)
    await said(talk, "我的预约", "1", "=cancel")
    told = args(talk, "counting-cancel")
    assert (told["cancels"], told["pauses"]) == ((3, "yes") if counts else (2, "no"))


# --- the pause -------------------------------------------------------------------------------------------------------


async def paused(app: App, *people: str) -> None:
    """Two no-shows of these people, made elsewhere."""
    for day in ("2026-04-01", "2026-05-04"):
        await count_against(app, "no_show", day, people=people or (MAN, WOMAN))


async def test_it_counts_for_each_of_the_two_and_is_told_without_a_name_or_a_number(any_app: App) -> None:
    await paused(any_app, WOMAN)
    talk = Talk(any_app)
    await talk.all(*COUPLE)
    assert talk.keys == ["booking-paused"]
    assert args(talk, "booking-paused") == {"again": date(2026, 10, 31)}
    assert talk.options == ["service:appeal"]
    lines = [{MAN: OTHER_MAN, WOMAN: OTHER_WOMAN}.get(line, line) for line in COUPLE]
    other = Talk(any_app, "c1")
    await other.all(*lines)
    assert other.keys == ["marriage-day"]


async def test_who_comes_to_be_paused_while_booking_is_refused_at_the_summary_and_the_hold_goes_its_way(
    any_app: App, clock: HandClock
) -> None:
    talk = Talk(any_app)
    await talk.all(*COUPLE, *REST)
    assert await seats_taken(any_app, "2026-05-20T09:30") == 1
    await paused(any_app)
    await talk.tap("yes")
    assert talk.keys == ["booking-paused", "marriage-summary"]
    assert args(talk, "booking-paused") == {"again": date(2026, 10, 31)}
    assert "booked" not in {state for state, _ in (await stored(any_app)).values()}
    clock.move("11m")
    await work_off(any_app)
    assert await seats_taken(any_app, "2026-05-20T09:30") == 0
    assert await unaccounted(any_app) == []


async def test_without_the_guard_the_paused_would_book(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """A negative control: it is this guard that stops them."""

    async def let_pass(*_: object) -> None:
        return None

    monkeypatch.setattr(Counting, "refuse_while_paused", let_pass)
    talk = Talk(app)
    await talk.all(*COUPLE, *REST)
    await paused(app)
    await talk.tap("yes")
    assert talk.keys[0] == "marriage-booked"


@pytest.mark.parametrize(("now", "stopped"), [("2026-10-30T23:59", True), ("2026-10-31T00:00", False)])
async def test_a_pause_is_over_on_the_day_that_was_told(app: App, clock: HandClock, now: str, stopped: bool) -> None:
    await paused(app)
    clock.now = instant(now)
    talk = Talk(app)
    await talk.all(*COUPLE)
    assert talk.keys == (["booking-paused"] if stopped else ["marriage-day"])


async def test_what_is_booked_already_can_be_moved_and_cancelled(any_app: App) -> None:
    talk = Talk(any_app)
    await book(talk)
    await paused(any_app)
    await said(talk, "我的预约", "1", "=move", "2026-05-21", "10:00", "=yes")
    assert talk.keys[0] == "appointments-moved"
    await said(talk, "我的预约", "1", "=cancel", "=yes")
    assert talk.keys[0] == "appointments-cancelled"


async def test_the_certificate_the_withdrawal_a_ticket_and_a_message_are_never_paused(app: App) -> None:
    await paused(app)
    talk = Talk(app)
    slot = ["领离婚证", "同意", "2026-04-01", "=slot", "1,2,3,4", "张三", MAN, "李四", WOMAN]
    await said(talk, *slot, "2026-05-20", "9:30", "13800000000", "=yes")
    assert talk.keys[0] == "divorce_certificate-booked"
    await said(Talk(app, "c1"), "撤回离婚", "=agree", "2026-05-01", "2026-05-12", "=none", "=yes")
    walk_in = Talk(app, "c2")
    await said(walk_in, "领离婚证", "同意", "2026-04-01", "=walk_in", "1,2,3,4", "2026-05-20", "=none", "=yes")
    assert walk_in.keys[0] == "divorce_certificate-ticket"
    message = Talk(app, "c3")
    await said(message, "留言", "=agree", "=elsewhere", "想结婚", "=none", "=yes")
    assert message.keys[0] == "message-left"


async def test_a_missed_or_cancelled_certificate_counts_against_nobody(app: App) -> None:
    talk = Talk(app)
    slot = ["领离婚证", "同意", "2026-04-01", "=slot", "1,2,3,4", "张三", MAN, "李四", WOMAN]
    await said(talk, *slot, "2026-05-20", "9:30", "13800000000", "=yes", "我的预约", "1", "=cancel")
    assert talk.keys == ["appointments-really"]


async def test_reissue_and_the_application_for_divorce_are_paused_as_well(app: App) -> None:
    await paused(app, MAN)
    reissue = Talk(app)
    await said(
        reissue, "补领", "同意", "=marriage", "=lost", "=mainland", "=same", "=self", "张三", MAN, "=unknown", "=valid"
    )
    assert reissue.keys == ["booking-paused"]
    divorce = Talk(app, "c1")
    await said(divorce, "离婚", "=agree", "=safe", "=yes", "=yes", "=mainland", "=mainland", "=both", "1,2,3,4")
    await said(divorce, "张三", MAN, "李四", WOMAN, "=valid")
    assert divorce.keys == ["booking-paused"]


# --- both partners ---------------------------------------------------------------------------------------------------


async def test_a_partner_who_is_paused_cannot_agree_and_the_other_is_told_nothing_of_it(any_app: App) -> None:
    await paused(any_app, WOMAN)
    first, partner = Talk(any_app, "first"), Talk(any_app, "partner")
    code = await ask_partner(first)
    await said(partner, "确认预约", code, "1", "同意", *DETAILS[:-1])
    assert partner.keys == ["partner-summary"]
    assert args(partner, "partner-summary")["no_shows"] == 2
    await partner.say("都对")
    assert partner.keys == ["booking-paused", "partner-summary"]
    before = await the_log(any_app, first)
    await work_off(any_app)
    assert await the_log(any_app, first) == before
    assert sorted({state for state, _ in (await stored(any_app)).values()}) == ["invited", "no_show"]


async def test_either_partner_reads_the_count_of_what_both_agreed_to(any_app: App) -> None:
    for count, canceller in enumerate(["first", "partner"], start=1):
        first, partner = Talk(any_app, f"first{count}"), Talk(any_app, f"partner{count}")
        code = await ask_partner(first)
        await said(partner, "确认预约", code, "1", "同意", *DETAILS)
        assert partner.keys[0] == "partner-agreed"
        talk = first if canceller == "first" else partner
        await said(talk, "我的预约", "1", "=cancel")
        told = args(talk, "counting-cancel")
        assert (told["here"], told["cancels"]) == ("yes", 1)  # the other pair of conversations is another's
        await talk.tap("yes")

"""冷静期提醒 between turns: reminders at their time and true, changes told once, nothing to anybody else."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update

import integrations.calendar
from bot.app import App
from bot.web.site import make_site
from bot.worker import STANDING
from flows.words import Words
from integrations.store import bookings, calendar, cases, conversations, erasure, notices, tables
from tests.receiver import Receiver, receiving
from tests.records import every_value, several_apps, work_of
from tests.talk import MAN, WOMAN, HandClock, Talk, an_app, book, work_off
from tests.test_notices import close_day, pushed, states
from tests.transcripts.test_divorce_dates import BEGIN, KEPT, OLD, QUIET, RECEIPT, kept_in
from tests.transcripts.walks import instant, said
from tests.web import Resident, client_of

SMS = [*BEGIN, "=safe", RECEIPT, "=sms", "=yes", "13800000000"]
REMINDED = {
    "2026-05-15T09:00": ("divorce_dates-soon_withdraw", "withdraw", date(2026, 5, 20)),
    "2026-05-21T09:00": ("divorce_dates-soon_first", "first", date(2026, 5, 21)),
    "2026-06-11T09:00": ("divorce_dates-soon_week", "last", date(2026, 6, 18)),
    "2026-06-17T09:00": ("divorce_dates-soon_last", "last", date(2026, 6, 18)),
}
"""When which reminder of ``RECEIPT`` comes, and the day it is of."""
MINUTE = timedelta(minutes=1)


YEAR = 400
"""Days a transcript is kept here: longer than the dates of a receipt run."""


@pytest.fixture
async def any_app(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[App]:
    """A desk whose standing work is planted, once on each database."""
    async with an_app(tmp_path, clock, database_url=database_url, transcript_days=YEAR) as opened:
        await opened.worker.plant()
        yield opened


@pytest.fixture
async def app(tmp_path: Path, clock: HandClock) -> AsyncIterator[App]:
    """The same on SQLite alone."""
    async with an_app(tmp_path, clock, transcript_days=YEAR) as opened:
        await opened.worker.plant()
        yield opened


async def at(app: App, when: str) -> None:
    """Moves the clock there, with all the work that falls due on the way done at its time."""
    assert isinstance(app.clock, HandClock)
    standing = tables.due_work.c.kind.in_(STANDING)
    due = select(func.min(tables.due_work.c.due_at)).where(tables.due_work.c.state == "waiting", ~standing)
    while app.clock.now < instant(when):
        async with app.database.read() as connection:
            next_due = (await connection.execute(due)).scalar_one() or instant(when)
        app.clock.now = max(app.clock.now, min(instant(when), next_due, app.clock.now + timedelta(days=1)))
        await work_off(app)


def keys(words: list[Words]) -> list[str]:
    """The message ids."""
    return [each.key for each in words]


# --- reminders ---


async def test_each_reminder_comes_at_its_time_once_and_names_the_day(any_app: App, clock: HandClock) -> None:
    await said(Talk(any_app), *KEPT)
    told: list[str] = []
    for when, (key, name, day) in REMINDED.items():
        clock.now = instant(when) - MINUTE
        await work_off(any_app)
        assert keys(await pushed(any_app)) == told
        for _ in range(2):
            clock.now = instant(when)
            await work_off(any_app)
        told.append(key)
        words = await pushed(any_app)
        assert keys(words) == told
        assert words[-1].args[name] == day
    async with any_app.database.read() as connection:
        rows = (await connection.execute(select(tables.notices.c.id).order_by(tables.notices.c.id))).all()
    number = (await kept_in(any_app))[0].number
    assert [row.id for row in rows] == [
        f"{number}:date:{what}"
        for what in ("first 2026-05-21", "last 2026-06-18", "week 2026-06-18", "withdraw 2026-05-20")
    ]


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
async def test_where_others_read_the_page_a_reminder_says_nothing_of_what_it_is_about(app: App, language: str) -> None:
    talk = Talk(app, language=language)
    await said(talk, *QUIET)
    await at(app, "2026-06-18T12:00")
    words = await pushed(app)
    assert keys(words) == ["divorce_dates-soon", "divorce_dates-now", "divorce_dates-soon", "divorce_dates-soon"]
    assert [str(each.args["day"]) for each in words] == ["2026-05-20", "2026-05-21", "2026-06-18", "2026-06-18"]
    for each in words:
        text = app.speech.render(each, language)
        assert not [
            word for word in ("离", "離", "婚", "冷", "撤", "登记", "登記", "divorce", "withdraw") if word in text
        ]


async def test_a_reminder_takes_no_answer_and_repeats_the_open_question(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *KEPT, "补领")
    await at(any_app, "2026-05-15T09:00")
    async with any_app.database.read() as connection:
        (entry,) = await conversations.entries(connection, any_app.vault, "c0", pushed_only=True)
    assert keys([reply.words for reply in entry.replies]) == ["divorce_dates-soon_withdraw", "reissue-notice"]


async def test_what_was_missed_while_nothing_ran_is_told_late_only_where_it_is_still_true(
    app: App, clock: HandClock
) -> None:
    await said(Talk(app), *KEPT)
    clock.now = instant("2026-05-20T17:59")
    await work_off(app)
    assert keys(await pushed(app)) == ["divorce_dates-soon_withdraw"]
    clock.now = instant("2026-06-18T18:00")
    await work_off(app)
    assert len(await pushed(app)) == 1


async def test_after_the_day_to_withdraw_nothing_is_told_of_it(app: App, clock: HandClock) -> None:
    await said(Talk(app), *KEPT)
    clock.now = instant("2026-05-20T18:00")
    await work_off(app)
    assert await pushed(app) == []


async def test_given_on_the_last_days_only_what_is_to_come_is_planned(app: App, clock: HandClock) -> None:
    clock.now = instant("2026-06-17T10:00")
    talk = Talk(app)
    await said(talk, *KEPT)
    assert talk.last is not None
    assert (talk.last.replies[0].words.args["days"], talk.last.replies[0].words.args["some"]) == ((), "no")
    await at(app, "2026-06-20T10:00")
    assert await pushed(app) == []


@pytest.mark.parametrize("how", ["stopped", "erased", "left"])
async def test_who_gave_it_up_asked_for_erasure_or_left_is_told_nothing_more(any_app: App, how: str) -> None:
    talk = Talk(any_app)
    await said(talk, *KEPT)
    if how == "stopped":
        await said(talk, *OLD, "=stop")
    elif how == "erased":
        await said(talk, "我的信息", "=erase", "=yes")
    else:
        async with any_app.database.write() as connection:
            await conversations.forget(connection, "c0", any_app.clock(), revoke=True)
    await close_day(any_app, date(2026, 6, 18))
    await at(any_app, "2026-06-19T12:00")
    assert await pushed(any_app) == []
    assert set(await states(any_app)) <= {notices.VOID}


@pytest.mark.parametrize("how", ["stopped", "erased"])
async def test_nor_is_what_was_planned_already_and_not_told_yet(any_app: App, clock: HandClock, how: str) -> None:
    talk = Talk(any_app)
    await said(talk, *KEPT)
    clock.now = instant("2026-05-15T09:00")
    await any_app.worker.once(["date"])  # planned, and the worker stops before it tells
    assert await states(any_app) == [notices.WAITING]
    await said(talk, *([*OLD, "=stop"] if how == "stopped" else ["我的信息", "=erase", "=yes"]))
    await work_off(any_app)
    assert await pushed(any_app) == []


async def test_a_corrected_receipt_is_reminded_of_and_the_mistyped_one_no_more(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *KEPT, *OLD, "=receipt", "2026-04-28", "=chat")  # by 05-28; from 05-29 to 06-26
    await at(any_app, "2026-06-27T12:00")
    days = [(each.key.rpartition("_")[2], str(each.args["receipt"])) for each in await pushed(any_app)]
    assert days == [(what, "2026-04-28") for what in ("withdraw", "first", "week", "last")]


# --- how far it goes ---


async def test_by_default_it_stays_in_the_chat_and_nobody_calls(
    any_app: App, capfd: pytest.CaptureFixture[str]
) -> None:
    await said(Talk(any_app), *KEPT)
    await at(any_app, "2026-05-16T09:00")
    assert await states(any_app) == [notices.VOID]
    assert "SMS" not in capfd.readouterr().err


async def test_a_short_message_goes_to_who_left_a_number_for_it_and_says_nothing_of_what_it_is_about(
    any_app: App, capfd: pytest.CaptureFixture[str]
) -> None:
    await said(Talk(any_app), *SMS)
    number = (await kept_in(any_app))[0].number
    await at(any_app, "2026-05-16T09:00")
    (line,) = [line for line in capfd.readouterr().err.splitlines() if "SMS" in line]
    assert number in line
    assert "138****0000" in line
    assert not any(word in line for word in ("婚", "离", "冷静", "登记", "预约", "13800000000"))
    assert await states(any_app) == [notices.SENT]


async def test_who_has_seen_it_in_the_chat_gets_none(
    any_app: App, clock: HandClock, capfd: pytest.CaptureFixture[str]
) -> None:
    await said(Talk(any_app), *SMS)
    clock.now = instant("2026-05-15T09:00")
    await work_off(any_app)
    async with any_app.database.write() as connection:
        (notice,) = await notices.unseen(connection, "c0")
        await notices.move(connection, notice, [notices.TOLD], notices.SEEN, clock.now)
    await at(any_app, "2026-05-16T09:00")
    assert await states(any_app) == [notices.SEEN]
    assert "SMS" not in capfd.readouterr().err


async def test_nor_does_who_gave_it_up_before_it_was_due(
    any_app: App, clock: HandClock, capfd: pytest.CaptureFixture[str]
) -> None:
    talk = Talk(any_app)
    await said(talk, *SMS)
    clock.now = instant("2026-05-15T09:00")
    await work_off(any_app)
    await said(talk, *OLD, "=how", "=agree", "=afraid", "=go_on", "=chat")
    await at(any_app, "2026-05-16T09:00")
    assert "SMS" not in capfd.readouterr().err
    assert (await kept_in(any_app))[0].urgent


async def test_the_rows_of_notices_and_work_hold_nothing_personal(any_app: App) -> None:
    await said(Talk(any_app), *SMS)
    await at(any_app, "2026-05-16T09:00")
    values = [value for where, value in await every_value(any_app.database) if not where.startswith("audit")]
    assert not [value for value in values if b"13800000000" in value or b"2026-04-20" in value]


async def test_what_the_chat_keeps_goes_to_no_other_system(tmp_path: Path, clock: HandClock) -> None:
    with receiving(Receiver()) as receiver:
        async with an_app(tmp_path, clock, **receiver.settings) as app:
            talk = Talk(app)
            await said(talk, *KEPT, *OLD, "=receipt", "2026-04-21", "=chat", "我的信息", "=erase", "=yes")
            await work_off(app)
            assert await work_of(app.database, "deliver") == []
            await said(talk, *BEGIN, "=afraid", "=person", "=none")  # negative control: a person is asked for
            await work_off(app)
        assert [event.data["service"] for event in receiver.accepted] == ["divorce"]


# --- the calendar changes ---


async def test_a_day_that_is_closed_moves_the_dates_and_is_told_once_and_again_when_it_opens(any_app: App) -> None:
    await said(Talk(any_app), *KEPT)
    day = date(2026, 6, 18)
    for _ in range(3):
        await close_day(any_app, day)
    (told,) = await pushed(any_app)
    assert (told.key, str(told.args["last"])) == ("divorce_dates-dates_moved", "2026-06-17")
    await close_day(any_app, day, None)
    await close_day(any_app, day)
    assert [str(words.args["last"]) for words in await pushed(any_app)] == ["2026-06-17", "2026-06-18", "2026-06-17"]
    await at(any_app, "2026-06-18T12:00")
    reminded = [words for words in await pushed(any_app) if words.key.startswith("divorce_dates-soon")]
    assert keys(reminded) == [f"divorce_dates-soon_{what}" for what in ("withdraw", "first", "week", "last")]
    assert {str(words.args["last"]) for words in reminded} == {"2026-06-17"}


async def test_a_closed_day_that_moves_none_of_the_dates_is_not_told_and_loses_no_reminder(any_app: App) -> None:
    await said(Talk(any_app), *KEPT)
    await close_day(any_app, date(2026, 5, 18))  # one of the three working days before the withdrawal's last
    await at(any_app, "2026-05-16T09:00")
    assert keys(await pushed(any_app)) == ["divorce_dates-soon_withdraw"]


async def test_a_change_of_days_that_are_over_is_not_told(any_app: App, clock: HandClock) -> None:
    await said(Talk(any_app), *QUIET)
    clock.now = instant("2026-05-25T12:00")
    await work_off(any_app)
    told = await pushed(any_app)
    await close_day(any_app, date(2026, 5, 20))
    assert await pushed(any_app) == told


@pytest.mark.parametrize(
    ("begin", "key"), [(KEPT, "divorce_dates-dates_pressing"), (QUIET, "divorce_dates-news_pressing")]
)
async def test_when_a_day_that_was_promised_is_closed_too_late_to_come_before_the_office_is_to_be_called(
    any_app: App, clock: HandClock, begin: list[str], key: str
) -> None:
    await said(Talk(any_app), *begin)
    clock.now = instant("2026-06-17T20:00")
    await work_off(any_app)
    await close_day(any_app, date(2026, 6, 18))
    words = (await pushed(any_app))[-1]
    assert (words.key, words.args["phone"]) == (key, "0943-0000000")


async def test_dates_of_a_year_that_is_published_now_are_told_to_be_certain_once(
    any_app: App, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.now = instant("2026-11-21T12:00")
    await said(Talk(any_app), *BEGIN, "=safe", "2026-11-20", "=chat")
    await at(any_app, "2026-11-22T12:00")
    assert await pushed(any_app) == []
    expected = integrations.calendar._year
    monkeypatch.setattr(integrations.calendar, "_year", lambda year: expected(year)._replace(published=True))
    await at(any_app, "2026-11-23T12:00")
    (told,) = await pushed(any_app)
    assert (told.key, told.args["provisional"]) == ("divorce_dates-dates_settled", "no")


async def test_holidays_that_are_published_otherwise_than_expected_move_the_dates(
    any_app: App, clock: HandClock
) -> None:
    clock.now = instant("2026-11-21T12:00")
    await said(Talk(any_app), *BEGIN, "=safe", "2026-11-20", "=chat")
    async with any_app.database.read() as connection:
        case = await cases.by_number(connection, any_app.vault, (await kept_in(any_app))[0].number)
    assert case is not None
    last = date.fromisoformat(case.content["told"]["last"]["v"])
    await close_day(any_app, last)
    (told,) = await pushed(any_app)
    assert (told.key, told.args["provisional"]) == ("divorce_dates-dates_moved", "yes")
    assert told.args["last"] < last


async def test_two_processes_that_look_at_once_tell_it_once(
    tmp_path: Path, clock: HandClock, postgres_url: str
) -> None:
    async with several_apps(tmp_path, clock, 2, database_url=postgres_url) as apps:
        await said(Talk(apps[0]), *KEPT)
        async with apps[0].database.write() as connection:
            await calendar.change(connection, date(2026, 6, 18), False, "", clock.now)
        clock.move("1h")
        await asyncio.gather(*(app.worker._accompanying.all() for app in apps for _ in range(3)))
        await work_off(apps[0])
        assert keys(await pushed(apps[0])) == ["divorce_dates-dates_moved"]


async def test_a_correction_is_not_undone_by_a_change_of_the_calendar_that_was_read_before_it(app: App) -> None:
    talk = Talk(app)
    await said(talk, *KEPT)
    (before,) = await kept_in(app)
    await said(talk, *OLD, "=receipt", "2026-04-21", "=chat")
    async with app.database.write() as connection:
        assert not await cases.amend(connection, app.vault, before, before.content, app.clock())
    (after,) = await kept_in(app)
    assert (after.revision, after.content != before.content) == (2, True)


async def test_when_it_is_over_what_was_kept_is_erased(any_app: App, clock: HandClock) -> None:
    await said(Talk(any_app), *KEPT)
    for when, left in (("2026-07-04T12:00", True), ("2026-07-05T12:00", False)):  # D0 + 60 + 15 is 07-04
        clock.now = instant(when)
        await work_off(any_app)
        (case,) = await kept_in(any_app)
        assert bool(case.content["answers"]) is left
    clock.now = instant("2026-07-05T12:00") + timedelta(days=1096)
    await work_off(any_app)
    assert await kept_in(any_app) == []


# --- after the visit in which the receipt is given ---

APPLY = ["离婚", "同意", "=safe", "=yes", "=yes", "=mainland", "=mainland", "=both", "1,2,3,4"]
VISIT = ["张三", MAN, "李四", WOMAN, "1", "2026-05-20", "9:30", "13800000000", "都对"]


async def test_who_booked_the_visit_is_asked_once_the_next_morning_in_words_that_name_nothing(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *APPLY, *VISIT)
    await at(any_app, "2026-05-21T08:59")
    before = await pushed(any_app)
    assert "divorce_dates-offer" not in keys(before)
    for hour in ("21T09:00", "21T12:00", "22T12:00", "24T12:00"):
        await at(any_app, f"2026-05-{hour}")
    told = (await pushed(any_app))[len(before) :]
    assert keys(told) == ["divorce_dates-offer"]
    assert told[0].args["day"] == date(2026, 5, 20)
    for language in ("zh-Hans", "zh-Hant", "en"):
        text = any_app.speech.render(told[0], language)
        assert not [word for word in ("离", "離", "婚", "冷", "divorce", "marriage") if word in text]
    await said(talk, "看日子", "=new", "=agree", "=safe")
    assert talk.options == ["2026-05-20", "unknown"]
    other = Talk(any_app, "other")
    await said(other, *BEGIN, "=safe")
    assert other.options == ["unknown"]


async def test_who_is_asked_and_does_not_look_gets_a_neutral_short_message_and_no_call(
    app: App, capfd: pytest.CaptureFixture[str]
) -> None:
    await said(Talk(app), *APPLY, *VISIT)
    await at(app, "2026-05-20T20:00")
    capfd.readouterr()
    await at(app, "2026-05-21T09:00")
    await at(app, "2026-05-21T12:00")
    (line,) = [line for line in capfd.readouterr().err.splitlines() if "SMS" in line]
    assert not any(word in line for word in ("婚", "离"))
    async with app.database.read() as connection:
        assert list(await notices.to_call(connection)) == []


async def test_who_is_afraid_is_asked_in_the_chat_only(app: App, capfd: pytest.CaptureFixture[str]) -> None:
    afraid = ["离婚", "同意", "=afraid", "=go_on", *APPLY[3:]]
    await said(Talk(app), *afraid, *VISIT)
    await at(app, "2026-05-22T12:00")
    assert keys(await pushed(app))[-1] == "divorce_dates-offer"
    assert "SMS" not in capfd.readouterr().err
    async with app.database.read() as connection:
        assert [row.kind for row in await notices.to_call(connection)] == ["reminder", "reminder"]


@pytest.mark.parametrize("how", ["cancelled", "missed", "closed", "erased", "kept", "given up"])
async def test_nobody_is_asked_of_a_visit_that_did_not_take_place_or_need_not_be_asked_of(
    any_app: App, how: str
) -> None:
    talk = Talk(any_app)
    await said(talk, *APPLY, *VISIT)
    if how == "cancelled":
        await said(talk, "我的预约", "1", "=cancel", "=yes")
    elif how == "erased":
        await said(talk, "我的信息", "=erase", "=yes")
    elif how in {"kept", "given up"}:
        await said(talk, *KEPT, *([*OLD, "=stop"] if how == "given up" else []))
    await at(any_app, "2026-05-20T20:00")
    async with any_app.database.write() as connection:
        if how == "missed":
            await connection.execute(update(tables.bookings).values(state=bookings.NO_SHOW))
        elif how == "closed":
            await calendar.change(connection, date(2026, 5, 20), False, "", any_app.clock())
    await at(any_app, "2026-05-21T12:00")
    async with any_app.database.read() as connection:
        kinds = set((await connection.execute(select(tables.notices.c.kind))).scalars())
    assert "date_offer" not in kinds
    assert "divorce_dates-offer" not in keys(await pushed(any_app))


async def test_of_a_wedding_nobody_is_asked(app: App) -> None:
    await book(Talk(app))
    await at(app, "2026-05-22T12:00")
    assert "divorce_dates-offer" not in keys(await pushed(app))


# --- an appointment on the last day ---


async def test_the_reminders_of_an_appointment_on_the_last_day_say_that_it_is_the_last(any_app: App) -> None:
    for number, day in enumerate(["2026-05-28", "2026-05-29"]):
        talk = Talk(any_app, f"c{number}")
        people = ["张三", [MAN, "620423198811110034"][number], "李四", [WOMAN, "62042319930707004X"][number]]
        await said(talk, "离婚发证", "=agree", "2026-04-01", "=slot", "1,2,3,4", *people, day, "9:30", "=none", "=yes")
        assert talk.keys[0] == "divorce_certificate-booked"
    await at(any_app, "2026-05-29T08:00")
    for conversation, more in (("c0", ""), ("c1", "_last")):
        assert keys(await pushed(any_app, conversation)) == [f"reminder-evening{more}", f"reminder-morning{more}"]


# --- the other of the two ---


async def test_two_conversations_interleaved_each_get_their_own_and_nothing_of_the_other(
    any_app: App, clock: HandClock
) -> None:
    he, she = Talk(any_app, "he"), Talk(any_app, "she")
    await said(he, *APPLY, "张三", MAN, "李四", WOMAN, "1", "2026-05-20", "9:30", "=none", "都对")
    await at(any_app, "2026-05-20T18:30")
    await said(she, *BEGIN, "=safe", "2026-05-20", "=chat")
    await at(any_app, "2026-05-22T12:00")
    await said(he, *BEGIN, "=shared", "1", "=chat")
    assert keys(await pushed(any_app, "he"))[-1] == "divorce_dates-offer"
    assert await pushed(any_app, "she") == []
    heard = len(await pushed(any_app, "he"))
    await said(she, "撤回离婚", "=agree", "1", "2026-06-01", "=none", "=yes", "我的预约", "1", "=cancel", "=yes")
    await said(she, "撤回离婚", "=agree", "1", "2026-06-02", "=none", "=yes")
    await said(she, "离婚发证", "=agree", "1", "=walk_in", "1,2,3,4", "2026-06-23", "=none", "=yes")
    await said(she, *OLD, "=stop")
    await at(any_app, "2026-07-20T12:00")
    told = (await pushed(any_app, "he"))[heard:]
    assert keys(told) == ["divorce_dates-soon", "divorce_dates-now", "divorce_dates-soon", "divorce_dates-soon"]
    assert await pushed(any_app, "she") == []
    async with any_app.database.read() as connection:
        rows = (await connection.execute(select(tables.notices.c.conversation, tables.notices.c.number))).all()
        own = {name: set(await cases.of_conversation(connection, name)) for name in ("he", "she")}
    assert {row.conversation for row in rows} == {"he"}
    assert {row.number for row in rows} <= own["he"]
    assert not own["he"] & own["she"]


async def test_a_clerk_who_carries_out_an_erasure_leaves_nothing_of_the_receipt(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *KEPT, "我的信息", "=erase", "=yes")
    (case,) = await kept_in(any_app)
    async with any_app.database.write() as connection:
        assert await erasure.carry_out(connection, any_app.vault, case.number, any_app.clock())
    (case,) = await kept_in(any_app)
    assert case.content["answers"] == []
    await at(any_app, "2026-06-19T12:00")
    assert await pushed(any_app) == []


async def test_the_page_of_the_other_shows_the_same_whatever_one_does(tmp_path: Path, clock: HandClock) -> None:
    shown = []
    for does in (False, True):
        directory = tmp_path / str(does)
        clock.now = instant("2026-05-11T12:00")
        async with an_app(directory, clock, transcript_days=YEAR) as app, client_of(make_site(app)) as client:
            await app.worker.plant()
            he, she = await Resident.begin(client), await Resident.begin(client)
            await _say(he, *QUIET)
            number = "JT260511-222222"  # one that is nobody's
            if does:
                await _say(she, *KEPT, "撤回离婚", "=agree", "1", "2026-05-12", "=none", "=yes")
                number = next(reply["receipt"]["number"] for reply in she.last["replies"] if "receipt" in reply)
                await _say(she, "离婚发证", "=agree", "1", "=walk_in", "1,2,3,4", "2026-05-21", "=none", "=yes")
            await at(app, "2026-06-20T12:00")
            for lines in (
                ["我的预约"],
                ["=by_number", number, "=agree", MAN],
                ["=none", "我的信息"],
                ["=done", "看日子"],
            ):
                await _say(he, *lines)
            history = (await he.history())["messages"]
            shown.append(_without_numbers(history))
            events = [message for message in history if message["id"].startswith("event:")]
            assert len(events) == 4
    assert shown[0] == shown[1]


async def _say(resident: Resident, *lines: str) -> None:
    for line in lines:
        await (resident.tap(line[1:]) if line.startswith("=") else resident.say(line))


def _without_numbers(history: list[dict[str, Any]]) -> str:
    """The transcript without what is drawn by lot: receipt numbers, and the ids made of them."""
    told = [{**message, "id": ""} for message in history]
    return re.sub(r"JT\d{6}-\w{6}", "JT", json.dumps(told, ensure_ascii=False))

"""No-shows (爽约): told at the end of the day, put right when wrong, appealed against, and struck off by the staff."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app import App
from flows import counting
from flows.appeal.flow import FLOW as APPEAL
from flows.words import Words
from integrations.store import bookings, conversations, notices, tables
from tests.counted import count_against
from tests.desk import NAME, Desk, desk_of, entries, sends_to_the_sign_in, with_account
from tests.talk import COUPLE, MAN, OTHER_MAN, OTHER_WOMAN, WOMAN, HandClock, Talk, book, work_off
from tests.transcripts.test_partner import DETAILS, ask_partner
from tests.transcripts.walks import instant, not_walked, said, the_case, walk_all

DAY = "/desk/day/2026-05-20"
CLOSING = "2026-05-20T18:00"


async def pushed(app: App, conversation: str = "c0") -> list[Words]:
    """What was told by itself in a conversation, but reminders."""
    async with app.database.read() as connection:
        told = await conversations.entries(connection, app.vault, conversation, pushed_only=True)
    words = [entry.replies[0].words for entry in told]
    return [each for each in words if not each.key.startswith("reminder-")]


async def states(app: App) -> dict[str, str]:
    """How far the notices have come that are not reminders, by kind."""
    async with app.database.read() as connection:
        rows = (await connection.execute(select(tables.notices))).all()
    return {row.kind: row.state for row in rows if row.kind != "reminder"}


async def come(desk: Desk, clock: HandClock, now: str) -> None:
    """The clerk is at the counter at that instant; a session that was not used for a while has ended."""
    clock.now = instant(now)
    assert (await desk.sign_in()).status_code == 303


@pytest.fixture
async def desk(any_app: App) -> AsyncIterator[Desk]:
    await with_account(any_app)
    async with desk_of(any_app) as opened:
        yield opened


async def somebody_came(app: App, desk: Desk, clock: HandClock, talk: Talk | None = None) -> str:
    """An appointment at half past nine that nobody comes to, on a day on which the counter is used; its number."""
    missed = await book(talk or Talk(app))
    came = await book(Talk(app, "c1"), time="09:00", people=(OTHER_MAN, OTHER_WOMAN))
    await come(desk, clock, "2026-05-20T08:50")
    await desk.post(f"{DAY}/arrive", who_came=came)
    await come(desk, clock, "2026-05-20T10:01")
    await work_off(app)
    return missed


async def closed(app: App, desk: Desk, clock: HandClock) -> None:
    """The office has closed, a clerk is still there, and what is due is done."""
    await come(desk, clock, CLOSING)
    await work_off(app)


# --- told ------------------------------------------------------------------------------------------------------------


async def test_who_did_not_come_is_told_when_the_office_has_closed_with_the_count_and_how_long_it_counts(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    missed = await somebody_came(any_app, desk, clock)
    clock.now = instant("2026-05-20T17:59")
    await work_off(any_app)
    assert await pushed(any_app) == []
    await closed(any_app, desk, clock)
    (told,) = await pushed(any_app)
    assert (told.key, told.args["number"], told.args["day"]) == ("counting-no_show", missed, date(2026, 5, 20))
    assert (told.args["no_shows"], told.args["more"], told.args["within"]) == (1, 1, 180)
    assert (told.args["clears"], told.args["paused"]) == (date(2026, 11, 16), "no")
    assert await pushed(any_app, "c1") == []
    assert await states(any_app) == {"no_show": notices.TOLD}


async def test_the_second_one_tells_of_the_pause(any_app: App, desk: Desk, clock: HandClock) -> None:
    await count_against(any_app, "no_show", "2026-05-04", conversation="c0")
    await somebody_came(any_app, desk, clock)
    await closed(any_app, desk, clock)
    (told,) = await pushed(any_app)
    assert (told.args["no_shows"], told.args["paused"], told.args["again"]) == (2, "yes", date(2026, 11, 16))


async def test_of_what_was_missed_elsewhere_nothing_is_told(any_app: App, desk: Desk, clock: HandClock) -> None:
    await count_against(any_app, "cancelled", "2026-05-04")
    await somebody_came(any_app, desk, clock)
    await closed(any_app, desk, clock)
    (told,) = await pushed(any_app)
    assert (told.args["no_shows"], told.args["cancels"]) == (1, 0)


async def test_who_comes_late_is_told_nothing(any_app: App, desk: Desk, clock: HandClock) -> None:
    missed = await somebody_came(any_app, desk, clock)
    clock.now = instant("2026-05-20T10:20")
    await desk.post(f"{DAY}/arrive", who_came=missed)
    await closed(any_app, desk, clock)
    assert await pushed(any_app) == []
    assert await states(any_app) == {}


async def test_what_was_planned_and_not_told_is_void_when_it_is_taken_back(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    missed = await somebody_came(any_app, desk, clock)
    await come(desk, clock, CLOSING)
    await any_app.worker.once(["no_show"])
    assert await states(any_app) == {"no_show": notices.WAITING}
    await desk.post(f"{DAY}/no-show/undo", number=missed)
    await work_off(any_app)
    assert await pushed(any_app) == []
    assert await states(any_app) == {"no_show": notices.VOID}


@pytest.mark.parametrize("how", ["no-show/undo", "arrive"])
async def test_what_was_told_is_put_right_once_when_it_is_taken_back(
    any_app: App, desk: Desk, clock: HandClock, how: str
) -> None:
    missed = await somebody_came(any_app, desk, clock)
    await closed(any_app, desk, clock)
    for _ in range(2):
        await desk.post(f"{DAY}/{how}", number=missed, who_came=missed)
        await work_off(any_app)
    assert [words.key for words in await pushed(any_app)] == ["counting-no_show", "counting-corrected"]
    assert await states(any_app) == {"no_show": notices.VOID, "corrected": notices.TOLD}
    clock.move("3h")
    await work_off(any_app)
    assert (await states(any_app))["no_show"] == notices.VOID  # no short message of it any more


async def test_what_is_marked_again_is_told_again(any_app: App, desk: Desk, clock: HandClock) -> None:
    missed = await somebody_came(any_app, desk, clock)
    await come(desk, clock, "2026-05-21T09:00")
    await work_off(any_app)
    for path in ("no-show/undo", "no-show"):
        await desk.post(f"{DAY}/{path}", number=missed)
        clock.move("1m")
        await work_off(any_app)
    assert [words.key.removeprefix("counting-") for words in await pushed(any_app)] == [
        "no_show",
        "corrected",
        "no_show",
    ]


async def test_with_the_last_check_in_undone_nobody_is_told(any_app: App, desk: Desk, clock: HandClock) -> None:
    missed = await book(Talk(any_app))
    slip = await book(Talk(any_app, "c1"), time="17:00", people=(OTHER_MAN, OTHER_WOMAN))
    await come(desk, clock, "2026-05-20T09:20")
    await desk.post(f"{DAY}/arrive", who_came=slip)
    await come(desk, clock, "2026-05-20T10:01")
    await work_off(any_app)
    await desk.post(f"{DAY}/undo", number=slip)
    await closed(any_app, desk, clock)
    assert await pushed(any_app) == []
    assert missed


async def test_a_missed_certificate_is_told_to_nobody(any_app: App, desk: Desk, clock: HandClock) -> None:
    slot = ["领离婚证", "同意", "2026-04-10", "=slot", "1,2,3,4", "张三", MAN, "李四", WOMAN]
    talk = Talk(any_app)
    await said(talk, *slot, "2026-05-20", "9:30", "13800000000", "=yes")
    assert talk.keys[0] == "divorce_certificate-booked"
    came = await book(Talk(any_app, "c1"), time="09:00", people=(OTHER_MAN, OTHER_WOMAN))
    await come(desk, clock, "2026-05-20T08:50")
    await desk.post(f"{DAY}/arrive", who_came=came)
    await closed(any_app, desk, clock)
    assert await pushed(any_app) == []
    number = (await the_case(any_app, talk)).number
    assert "strike-off" not in await desk.read(f"/desk/cases/{number}")


async def test_both_partners_are_told_under_their_own_numbers_and_either_may_appeal(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    first, partner = Talk(any_app, "first"), Talk(any_app, "partner")
    await said(partner, "确认预约", await ask_partner(first), "1", "同意", *DETAILS)
    numbers = {talk.conversation: (await the_case(any_app, talk)).number for talk in (first, partner)}
    came = await book(Talk(any_app, "c1"), time="09:00", people=(OTHER_MAN, OTHER_WOMAN))
    await come(desk, clock, "2026-05-20T08:50")
    await desk.post(f"{DAY}/arrive", who_came=came)
    await come(desk, clock, "2026-05-20T10:01")
    await work_off(any_app)
    await closed(any_app, desk, clock)
    for talk in (first, partner):
        told = (await pushed(any_app, talk.conversation))[-1]
        assert (told.key, told.args["number"]) == ("counting-no_show", numbers[talk.conversation])
        assert told.args["no_shows"] == 1
    await partner.all("申诉", "同意")
    assert partner.options[0] == numbers["partner"]
    await said(partner, "1", "我们来了", "=none", "=yes")
    number = (await the_case(any_app, partner)).number
    await desk.post(f"/desk/cases/{number}/strike-off")
    await work_off(any_app)
    for talk in (first, partner):
        told = (await pushed(any_app, talk.conversation))[-1]
        assert (told.key, told.args["number"]) == ("counting-struck_off", numbers[talk.conversation])


async def test_a_place_that_counts_nothing_tells_nothing(
    any_app: App, desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "rules_of", lambda *_: ())
    await somebody_came(any_app, desk, clock)
    await closed(any_app, desk, clock)
    assert await pushed(any_app) == []
    assert await states(any_app) == {}


# --- appealed against ------------------------------------------------------------------------------------------------

NOON = "2026-05-11T12:00"
BOOKED = [*COUPLE, "2026-05-20", "9:30", "到现场再拍", "13800000000", "都对", "我的预约", "1", "=cancel", "=yes"]
WALKS = {
    "left": (NOON, [*BOOKED, "申诉", "=agree", "1", "不是我们取消的", "=none", "=yes"]),
    "left.by_number": (NOON, ["申诉", "=agree", "=by_number", "JT260511-222222", "来了的", "13800000000", "=yes"]),
    "left.lost": (NOON, ["预约申诉", "=agree", "=by_number", "=lost", "来了的", "=none", "=yes"]),
    "left.unknown": (NOON, ["预约申诉", "=agree", "=unknown", "来了的", "=none", "=yes"]),
    "at_the_office": (NOON, ["申诉", "=decline"]),
}


async def test_every_route_of_the_appeal_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(APPEAL, WALKS, tmp_path)
    assert not_walked(APPEAL, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(APPEAL.endings)


@pytest.mark.parametrize("way", ["tap", "number", "words"])
async def test_after_a_no_show_my_appointments_lead_to_the_appeal(
    any_app: App, desk: Desk, clock: HandClock, way: str
) -> None:
    talk = Talk(any_app)
    missed = await somebody_came(any_app, desk, clock, talk)
    await talk.all("我的预约")
    assert talk.keys == ["bookings-none", "appointments-booking"]
    assert talk.options == ["service:appeal", "by_number", "none"]
    await (talk.tap("service:appeal") if way == "tap" else talk.say("1" if way == "number" else "申诉"))
    assert talk.keys == ["appeal-notice"]
    await talk.tap("agree")
    assert talk.options == [missed, "by_number", "unknown"]
    assert talk.question.asking is not None
    detail = talk.question.asking.options[0].detail
    assert detail == Words("counting-clears", {"clears": date(2026, 11, 16)})
    await said(talk, "1", "我们九点四十到的", "=none", "=yes")
    assert talk.keys == ["appeal-left"]
    case = await the_case(any_app, talk)
    assert (case.kind, case.service, case.ending) == ("handoff", "appeal", "left")
    await talk.tap("command:resume")
    assert talk.keys[-1] == "appointments-booking"


async def test_who_missed_nothing_sees_nothing_of_it(app: App) -> None:
    await count_against(app, "no_show", "2026-05-04")
    talk = Talk(app)
    await talk.say("我的预约")
    assert talk.options == ["by_number", "none"]


# --- struck off ------------------------------------------------------------------------------------------------------


async def appeal(app: App, talk: Talk, number: str) -> str:
    """Appeals against what has this number; the number of the appeal."""
    await said(talk, "申诉", "=agree", "=by_number", number, "我们来了", "13900000000", "=yes")
    return (await the_case(app, talk)).number


async def test_what_the_staff_strike_off_is_counted_no_more_and_both_conversations_are_told(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    missed = [await count_against(any_app, "no_show", day, conversation="lost") for day in ("2026-05-01", "2026-05-04")]
    talk = Talk(any_app)
    await talk.all(*COUPLE)
    assert talk.keys == ["booking-paused"]
    number = await appeal(any_app, talk, missed[1])
    await desk.sign_in()
    page = await desk.read(f"/desk/cases/{number}")
    assert missed[1] in page[page.index("strike-off") - 400 : page.index("strike-off")]
    for _ in range(2):
        await desk.post(f"/desk/cases/{number}/strike-off")
    assert "strike-off" not in await desk.read(f"/desk/cases/{number}")
    assert [what for _, what, subject in await entries(any_app) if subject == number].count("struck off the count") == 1
    await work_off(any_app)
    for conversation in ("c0", "lost"):
        (told,) = await pushed(any_app, conversation)
        assert (told.key, told.args["number"], told.args["paused"]) == ("counting-struck_off", missed[1], "no")
    await talk.tap("command:resume")
    assert talk.keys[-1] == "marriage-day"
    clock.move("3h")
    await work_off(any_app)
    async with any_app.database.read() as connection:
        rungs = {(row.conversation, row.state) for row in (await connection.execute(select(tables.notices))).all()}
    assert rungs == {("c0", notices.SENT), ("lost", notices.CALL)}  # by the telephone of the appeal, and by none


async def test_an_appeal_gives_no_right_to_the_appointment_it_names(any_app: App, desk: Desk) -> None:
    """Whoever has read a receipt number somewhere: what is needed besides to move or cancel stays needed."""
    theirs = await book(Talk(any_app, "theirs"))
    talk = Talk(any_app)
    number = await appeal(any_app, talk, theirs)
    await talk.tap("command:resume")
    await talk.say("我的预约")
    assert talk.options == ["by_number", "none"]
    async with any_app.database.read() as connection:
        assert await bookings.of_conversation(connection, talk.conversation) == []
        for known in (number, theirs):
            assert await bookings.by_number(connection, talk.conversation, known) is None
        assert await bookings.by_number(connection, "theirs", theirs) is not None
    await desk.sign_in()
    assert "strike-off" not in await desk.read(f"/desk/cases/{number}"), "it stands, and counts for nothing"


async def test_what_is_struck_off_is_told_of_no_more_and_not_put_right_besides(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    missed = await somebody_came(any_app, desk, clock)
    await desk.post(f"/desk/cases/{missed}/strike-off")
    await closed(any_app, desk, clock)
    assert [words.key for words in await pushed(any_app)] == ["counting-struck_off"]
    await desk.post(f"{DAY}/no-show/undo", number=missed)
    await work_off(any_app)
    assert [words.key for words in await pushed(any_app)] == ["counting-struck_off"]


async def test_told_and_then_struck_off_goes_no_further_up_the_ladder(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    missed = await somebody_came(any_app, desk, clock)
    await closed(any_app, desk, clock)
    await desk.post(f"/desk/cases/{missed}/strike-off")
    clock.move("3h")
    await work_off(any_app)
    clock.move("3h")
    await work_off(any_app)
    assert await states(any_app) == {"no_show": notices.VOID, "struck_off": notices.SENT}


async def test_by_what_else_counts_the_pause_goes_on_and_that_is_told(any_app: App, desk: Desk) -> None:
    missed = [await count_against(any_app, "no_show", f"2026-05-0{day}", conversation="c0") for day in (1, 4, 5)]
    number = await appeal(any_app, Talk(any_app), missed[2])
    await desk.sign_in()
    await desk.post(f"/desk/cases/{number}/strike-off")
    await work_off(any_app)
    told = (await pushed(any_app))[-1]
    assert (told.args["paused"], told.args["again"]) == ("yes", date(2026, 10, 31))


async def test_nothing_is_struck_off_by_strangers_other_sites_or_without_an_appointment(
    any_app: App, desk: Desk
) -> None:
    missed = await count_against(any_app, "no_show", "2026-05-04", conversation="c0")
    talk = Talk(any_app)
    number = await appeal(any_app, talk, missed)
    unclear = Talk(any_app, "c1")
    await said(unclear, "申诉", "=agree", "=unknown", "我们来了", "=none", "=yes")
    path = f"/desk/cases/{number}/strike-off"
    assert sends_to_the_sign_in(await desk.post(path))
    await desk.sign_in()
    assert sends_to_the_sign_in(await desk.client.post(path, data={"token": "x"}))
    for other in ((await the_case(any_app, unclear)).number, missed, "JT260511-AAAAAA"):
        await desk.post(f"/desk/cases/{other}/strike-off")
    async with any_app.database.read() as connection:
        assert (await connection.execute(select(tables.bookings.c.excused))).scalars().all() == [False]
    assert (NAME, "struck off the count", number) not in await entries(any_app)
    page = await desk.read(f"/desk/cases/{number}")
    assert re.search(r'action="/desk/cases/[^"]+/strike-off"', page)

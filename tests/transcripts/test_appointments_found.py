"""A booking of a conversation that is lost, found by its number and the ID number of one of its people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.app import App
from bot.by_number import MOST_WRONG
from flows.words import Reply, Words
from integrations.store import bookings
from tests.records import unaccounted
from tests.talk import COUPLE, MAN, OTHER_MAN, OTHER_WOMAN, WOMAN, HandClock, Talk, book, replay, work_off
from tests.transcripts.walks import instant, said, seats_taken, the_case, the_log

NOBODYS = "JT260511-222222"
"""A number that is never given: no test books as many."""


async def look_for(talk: Talk, number: str, person: str) -> None:
    """Gives a number and a person under 我的预约."""
    await said(talk, "我的预约", "=by_number", number, "=agree", person)


def read(talk: Talk) -> list[str]:
    """What the resident reads, options included."""
    assert talk.last is not None
    lines = [talk.text(reply) for reply in talk.last.replies]
    asking = talk.question.asking
    return lines + [talk.app.speech.render(option.label, "zh-Hans") for option in (asking.options if asking else ())]


async def test_who_closed_the_page_finds_the_booking_by_its_number_and_an_id_number(any_app: App) -> None:
    receipt = await book(Talk(any_app, "lost"))
    talk = await replay(
        any_app,
        f"""
        you: 我的预约
        bot: greeting
        bot: greeting-demonstration
        bot: bookings-none
        bot: appointments-booking
        you: 用编号找
        bot: appointments-number
        you: {receipt.lower().replace("-", " ")}
        bot: appointments-notice
        you: 同意
        bot: appointments-person
        you: {WOMAN}
        bot: appointments-found
        """,
    )
    assert read(talk)[1:] == ["结婚登记，2026年5月20日 周三 09:30", "改编号", "改身份证号码", "不看了"]
    await talk.say("1")
    assert talk.keys == ["appointments-wish"]


@pytest.mark.parametrize("person", [MAN, WOMAN])
async def test_either_of_the_two_cancels_it_and_the_conversation_it_was_made_in_is_told(
    any_app: App, person: str
) -> None:
    lost, talk = Talk(any_app, "lost"), Talk(any_app)
    receipt = await book(lost)
    await look_for(talk, receipt, person)
    await said(talk, "1", "=cancel", "=yes")
    assert talk.keys == ["appointments-cancelled", "menu-more"]
    assert talk.last is not None
    assert talk.last.replies[0].receipt is None, "its documents are for its own conversation"
    assert receipt in talk.text(talk.last.replies[0])
    assert await seats_taken(any_app, "2026-05-20T09:30") == 0
    assert await unaccounted(any_app) == []
    assert (await the_case(any_app, lost)).content["appointment"]["cancelled"]
    await work_off(any_app)
    told = Reply(Words("booking-cancelled_elsewhere", {"number": receipt, "day": date(2026, 5, 20)}))
    assert lost.text(told) in await the_log(any_app, lost)
    assert lost.text(told) not in await the_log(any_app, talk)
    await book(Talk(any_app, "c3"))


async def test_it_is_moved_stays_with_its_conversation_and_that_one_is_told(any_app: App) -> None:
    lost, talk = Talk(any_app, "lost"), Talk(any_app)
    receipt = await book(lost)
    await look_for(talk, receipt, MAN)
    await said(talk, "1", "=move", "2026-05-21", "10:00", "=yes")
    assert talk.keys == ["appointments-moved", "menu-more"]
    assert (await seats_taken(any_app, "2026-05-20T09:30"), await seats_taken(any_app, "2026-05-21T10:00")) == (0, 1)
    assert await unaccounted(any_app) == []
    async with any_app.database.read() as connection:
        (theirs,) = await bookings.of_conversation(connection, "lost")
        assert await bookings.of_conversation(connection, talk.conversation) == []
    assert (theirs.number, theirs.day.isoformat()) == (receipt, "2026-05-21")
    await work_off(any_app)
    assert "2026年5月21日" in await the_log(any_app, lost)
    await said(talk, "我的预约")
    assert talk.keys == ["bookings-none", "appointments-booking"], "what was found is not kept"


async def test_ones_own_booking_found_by_its_number_is_changed_without_a_notice(app: App) -> None:
    talk = Talk(app)
    receipt = await book(talk)
    await look_for(talk, receipt, MAN)
    await said(talk, "1", "=cancel", "=yes")
    assert talk.last is not None
    assert talk.last.replies[0].receipt == receipt
    await work_off(app)
    assert "有人用编号" not in await the_log(app, talk)


async def test_no_such_number_and_another_person_are_told_alike(any_app: App) -> None:
    receipt = await book(Talk(any_app, "lost"))
    other = Talk(any_app, "gone")
    gone = await book(other, people=(OTHER_MAN, OTHER_WOMAN))
    await said(other, "我的预约", "1", "=cancel", "=yes")
    heard = []
    for n, (number, person) in enumerate([(receipt, OTHER_MAN), (NOBODYS, MAN), (gone, OTHER_MAN)]):
        talk = Talk(any_app, f"c{n}")
        await look_for(talk, number, person)
        assert talk.keys == ["bookings-no_match", "appointments-found"]
        heard.append(read(talk))
    assert heard[0] == heard[1] == heard[2]


async def test_a_wrong_number_or_a_wrong_person_is_put_right(app: App) -> None:
    receipt = await book(Talk(app, "lost"))
    talk = Talk(app)
    await look_for(talk, NOBODYS, MAN)
    await said(talk, "改编号", receipt)
    assert talk.keys == ["appointments-found"], "the person given before is not asked for again"
    await said(talk, "改身份证号码", OTHER_MAN)
    assert talk.keys == ["bookings-no_match", "appointments-found"]
    await said(talk, "改身份证号码", WOMAN)
    assert talk.keys == ["appointments-found"]
    assert len(talk.options) == 4


async def test_after_five_wrong_tries_a_conversation_waits_for_an_hour(app: App) -> None:
    receipt = await book(Talk(app, "lost"))
    talk = Talk(app)
    await look_for(talk, "JT260511-22222A", MAN)
    for n in range(1, MOST_WRONG):
        assert talk.keys == ["bookings-no_match", "appointments-found"]
        await said(talk, "=other_number", f"JT260511-22222{'ABCDE'[n]}")
    await said(talk, "=other_number", receipt)
    assert talk.keys == ["bookings-too_often", "appointments-found"]
    assert app.place.offices["marriage"].phone in read(talk)[0]
    other = Talk(app, "c9")
    await look_for(other, receipt, MAN)
    assert other.keys == ["appointments-found"]


@pytest.mark.parametrize("exists", [True, False])
async def test_after_five_wrong_people_a_number_is_closed_for_an_hour_whether_it_exists_or_not(
    app: App, exists: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    booked = await book(Talk(app, "lost"))
    number = booked if exists else NOBODYS
    for n in range(MOST_WRONG):
        await look_for(Talk(app, f"c{n}"), number, OTHER_MAN)
    talk = Talk(app, "c9")
    await look_for(talk, number, MAN)
    assert talk.keys == ["bookings-too_often", "appointments-found"]
    monkeypatch.setattr(app.quick, "_monotonic", later(app))
    await said(talk, "=other_person", MAN)
    assert talk.keys == (["appointments-found"] if exists else ["bookings-no_match", "appointments-found"])


def later(app: App) -> Callable[[], float]:
    """The clock of the counts, an hour on."""
    now = app.quick._monotonic()
    return lambda: now + 3601


async def test_to_look_at_a_wrong_try_again_is_no_further_try(app: App) -> None:
    receipt = await book(Talk(app, "lost"))
    talk = Talk(app)
    await look_for(talk, receipt, OTHER_MAN)
    for _ in range(MOST_WRONG + 1):
        await said(talk, "帮助")
    await said(talk, "=other_person", MAN)
    assert talk.keys == ["appointments-found"]


async def test_what_was_found_is_dropped_when_the_person_is_changed_at_the_summary(app: App) -> None:
    receipt = await book(Talk(app, "lost"))
    talk = Talk(app)
    await look_for(talk, receipt, MAN)
    await said(talk, "1", "=move", "2026-05-21", "10:00", "=change:person", OTHER_MAN)
    assert talk.keys == ["bookings-no_match", "appointments-found"]
    assert await seats_taken(app, "2026-05-21T10:00") == 0


async def test_what_is_found_is_held_to_the_same_deadline(app: App, clock: HandClock) -> None:
    receipt = await book(Talk(app, "lost"))
    clock.now = instant("2026-05-19T00:01")
    talk = Talk(app)
    await look_for(talk, receipt, MAN)
    await said(talk, "1")
    assert talk.keys[0] == "appointments-too_late"


async def test_one_that_was_cancelled_meanwhile_is_not_cancelled_again(app: App) -> None:
    lost, talk = Talk(app, "lost"), Talk(app)
    receipt = await book(lost)
    await look_for(talk, receipt, MAN)
    await said(talk, "1", "=cancel")
    await said(lost, "我的预约", "1", "=cancel", "=yes")
    await talk.tap("yes")
    assert talk.keys[0] == "booking-not_active"
    assert await unaccounted(app) == []


async def test_only_what_was_looked_for_can_be_tapped(app: App) -> None:
    await book(Talk(app, "lost"))
    async with app.database.read() as connection:
        (theirs,) = await bookings.of_conversation(connection, "lost")
    talk = Talk(app)
    await look_for(talk, NOBODYS, MAN)
    await talk.tap(f"marriage/2026-05-20/slot/{theirs.id}")
    assert talk.keys == ["choice-stale", "bookings-no_match", "appointments-found"]


async def test_the_log_shows_the_number_and_masks_the_person(app: App) -> None:
    receipt = await book(Talk(app, "lost"))
    talk = Talk(app)
    await look_for(talk, receipt, MAN)
    log = await the_log(app, talk)
    assert receipt in log
    assert MAN not in log


async def test_the_conflict_points_to_the_way_by_the_number(app: App) -> None:
    await book(Talk(app, "lost"))
    talk = Talk(app)
    await talk.all(*COUPLE, "2026-05-21", "9:30", "到现场再拍", "13800000000", "都对")
    assert talk.keys[0] == "booking-conflict"
    assert "编号" in read(talk)[0]
    assert "我的预约" in read(talk)[0]


async def test_a_walk_in_number_is_told_to_be_one_whoever_drew_it(any_app: App) -> None:
    drawn = Talk(any_app, "lost")
    await said(drawn, "撤回离婚", "=agree", "2026-05-01", "2026-05-12", "=none", "=yes")
    assert drawn.last is not None
    of_the_counter = "JT260511-234567"
    async with any_app.database.write() as connection:
        await bookings.walk_in(
            connection,
            booking="at the counter",
            number=of_the_counter,
            run="at the counter",
            conversation="counter",
            service="reissue",
            office="marriage",
            day=date(2026, 5, 12),
            provisional=False,
            now=any_app.clock(),
        )
    for line, number in enumerate((str(drawn.last.replies[0].receipt), of_the_counter), start=1):
        talk = Talk(any_app, f"c{line}")
        await look_for(talk, number, MAN)
        assert talk.keys == ["bookings-ticket", "appointments-found"]
        assert talk.last is not None
        assert talk.last.replies[0].words.args == {"day": date(2026, 5, 12), "ticket": line}
        assert talk.options == ["other_number", "other_person", "none"]


async def test_one_of_a_day_that_is_over_is_as_unknown_as_any(any_app: App, clock: HandClock) -> None:
    drawn = Talk(any_app, "lost")
    await said(drawn, "撤回离婚", "=agree", "2026-05-01", "2026-05-12", "=none", "=yes")
    assert drawn.last is not None
    clock.now = instant("2026-05-13T09:00")
    talk = Talk(any_app)
    await look_for(talk, str(drawn.last.replies[0].receipt), MAN)
    assert talk.keys == ["bookings-no_match", "appointments-found"]

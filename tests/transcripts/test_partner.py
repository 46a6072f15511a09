"""Both partners agree: one books, the other confirms in a conversation of their own. Two conversations, interleaved."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update

from bot.app import App
from bot.tries import MOST_WRONG
from flows.marriage.partner_flow import FLOW
from flows.words import Reply
from integrations.store import bookings, conversations
from integrations.store.tables import booking_people, invitations, notices
from integrations.store.tables import bookings as booking_table
from tests.records import unaccounted
from tests.talk import MAN, OTHER_MAN, WOMAN, HandClock, Talk, an_app, book, work_off
from tests.transcripts.walks import NOON, instant, not_walked, said, seats_taken, the_case, the_log, walk_all

APART = ["结婚登记", "同意", "1", "张三", MAN, "离婚", "对方用自己的手机填", "不是", "没过期"]
ASKING = [*APART, "2026-05-20", "09:30", "到现场再拍", "13800000000", "都对"]
DETAILS = ["李四", WOMAN, "未婚", "不是", "没过期", "13900000000", "都对"]
SLOT = "2026-05-20T09:30"
YOUNG_WOMAN = "620423200707010041"
LEAP_MAN = "620423200402290054"
FOREIGN_CARD = "810000199408230021"

OPENED = [*ASKING, "确认预约", "{code}"]
"""One telephone, handed over: the code may be used in the conversation it was given in."""
TOLD = [*OPENED, "1", "=agree", "李四", WOMAN]
LEAP = ["1", "=agree", "李四", LEAP_MAN, "=none"]
"""Of age in a year without a 29 February, on the 28th: a person decides."""
WALKS = {
    "agreed": (NOON, [*OPENED, "1", "=agree", *DETAILS]),
    "declined": (NOON, [*OPENED, "=refuse", "=yes"]),
    "later": (NOON, [*OPENED, "=none"]),
    "later.not_refused": (NOON, [*OPENED, "=refuse", "=no"]),
    "ask_again": (NOON, [*ASKING, "确认预约", "=lost"]),
    "at_the_office": (NOON, [*OPENED, "1", "=decline"]),
    "too_young": (NOON, [*OPENED, "1", "=agree", "李四", YOUNG_WOMAN]),
    "has_spouse": (NOON, [*TOLD, "=married"]),
    "related": (NOON, [*TOLD, "=never", "=yes"]),
    "to_a_person.card": (NOON, [*OPENED, "1", "=agree", "李四", FOREIGN_CARD, "=none"]),
    "to_a_person.status": (NOON, [*TOLD, "=unsure", "=none"]),
    "to_a_person.kinship": (NOON, [*TOLD, "=never", "=unsure", "=none"]),
    "to_a_person.leap": (
        "2026-02-20T12:00",
        [*({"2026-05-20": "2026-02-28", MAN: WOMAN}.get(line, line) for line in OPENED), *LEAP],
    ),
}


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(FLOW, WALKS, tmp_path)
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(FLOW.endings)


async def ask_partner(talk: Talk, *, people: tuple[str, str] = (MAN, WOMAN)) -> str:
    """Books with the partner apart; the code."""
    await said(talk, *(people[0] if line == MAN else line for line in ASKING))
    assert talk.keys[0] == "marriage-invited", talk.keys
    assert talk.last is not None
    return str(talk.last.replies[0].words.args["code"])


async def open_code(talk: Talk, code: str) -> None:
    """Begins 确认预约 with a code."""
    await said(talk, "确认预约", code)


async def state_of_bookings(app: App) -> list[str]:
    """The states of all bookings that are more than a hold."""
    async with app.database.read() as connection:
        chosen = select(booking_table.c.state).order_by(booking_table.c.id)
        return list((await connection.execute(chosen)).scalars())


async def told(app: App) -> list[tuple[str, str]]:
    """Conversation and kind of every notice there is."""
    async with app.database.read() as connection:
        chosen = select(notices.c.conversation, notices.c.kind).order_by(notices.c.conversation, notices.c.kind)
        return [tuple(row) for row in await connection.execute(chosen)]


@pytest.fixture
def pair(any_app: App) -> tuple[Talk, Talk]:
    """The one who books, and the partner, each in a conversation of their own."""
    return Talk(any_app, "first"), Talk(any_app, "partner")


async def test_it_is_booked_when_both_have_agreed_and_not_before(any_app: App, pair: tuple[Talk, Talk]) -> None:
    first, partner = pair
    code = await ask_partner(first)
    assert first.last is not None
    assert first.last.replies[0].receipt is None, "nothing is booked: there is nothing to show at the counter"
    assert await state_of_bookings(any_app) == ["invited"]
    assert await seats_taken(any_app, SLOT) == 1
    await open_code(partner, code.lower().replace("-", " "))
    assert partner.keys == ["partner-invitation"]
    await said(partner, "1", "同意", *DETAILS)
    assert partner.keys == ["partner-agreed", "precheck-complete", "precheck-bring", "menu-more"]
    assert await state_of_bookings(any_app) == ["booked"]
    assert await seats_taken(any_app, SLOT) == 1
    assert await unaccounted(any_app) == []
    await work_off(any_app)
    assert first.text(Reply(partner.last.replies[0].words)).splitlines()[2] in await the_log(any_app, first)  # type: ignore[union-attr]
    assert await told(any_app) == [("first", "partner")]


async def test_neither_sees_what_the_other_typed(any_app: App, pair: tuple[Talk, Talk], clock: HandClock) -> None:
    first, partner = pair
    await open_code(partner, await ask_partner(first))
    await said(partner, "1", "同意", *DETAILS)
    clock.now = instant("2026-05-19T18:00")
    await work_off(any_app)
    for talk in pair:
        await said(talk, "我的信息", "我的预约", "1", "=move", "2026-05-21", "10:00")
        await said(talk, "取消", "是")
    of_first, of_partner = await the_log(any_app, first), await the_log(any_app, partner)
    for hers in ("李四", WOMAN[-4:], "1390000", "0000"):
        assert hers not in of_first or hers == "0000"
    for his in ("张三", MAN[-4:], "13800"):
        assert his not in of_partner
    assert "离婚证" in of_first
    assert "离婚证" not in of_partner, "what papers he brings would tell that he was divorced"
    assert (await the_case(any_app, first)).content["answers"][0]["value"] == "agree"
    typed = {answer["typed"] for answer in (await the_case(any_app, partner)).content["answers"]}
    assert not typed & {"张三", MAN}


async def test_who_does_not_agree_frees_the_slot_once_and_the_other_is_told_as_if_time_had_run_out(
    any_app: App, pair: tuple[Talk, Talk], clock: HandClock
) -> None:
    first, partner = pair
    code = await ask_partner(first)
    await open_code(partner, code)
    await said(partner, "不同意", "不同意")
    assert partner.keys == ["partner-declined", "menu-more"]
    assert (await state_of_bookings(any_app), await seats_taken(any_app, SLOT)) == (["released"], 0)
    await work_off(any_app)
    clock.move("25h")
    await work_off(any_app)
    assert await seats_taken(any_app, SLOT) == 0
    assert await told(any_app) == [("first", "partner")]
    assert "没有约成" in await the_log(any_app, first)
    await open_code(Talk(any_app, "later"), code)
    await book(Talk(any_app, "again"))
    assert await unaccounted(any_app) == []


async def test_the_time_runs_out_once_for_both(any_app: App, pair: tuple[Talk, Talk], clock: HandClock) -> None:
    first, partner = pair
    await open_code(partner, await ask_partner(first))
    await said(partner, "1")
    clock.move("23h")
    await work_off(any_app)
    assert await seats_taken(any_app, SLOT) == 1, "it outlives the minutes of an ordinary hold"
    clock.move("1h")
    await work_off(any_app)
    await work_off(any_app)
    assert (await state_of_bookings(any_app), await seats_taken(any_app, SLOT)) == (["released"], 0)
    assert await told(any_app) == [("first", "partner")]
    async with any_app.database.read() as connection:
        pushed = [each.key for each in await pushed_words(connection, any_app, "partner")]
    assert pushed == ["partner-is_over"]
    await said(partner, "同意", *DETAILS)
    assert "invitation-over" in partner.keys
    assert await unaccounted(any_app) == []


async def test_the_deadline_is_never_later_than_the_day_itself(any_app: App, pair: tuple[Talk, Talk]) -> None:
    first, _ = pair
    await said(first, *[{"2026-05-20": "2026-05-12"}.get(line, line) for line in ASKING])
    assert first.last is not None
    assert first.last.replies[0].words.args["until"] == instant("2026-05-12T00:00")


async def test_who_comes_a_moment_too_late_has_not_booked(
    any_app: App, pair: tuple[Talk, Talk], clock: HandClock
) -> None:
    first, partner = pair
    await open_code(partner, await ask_partner(first))
    await said(partner, "1", "同意", *DETAILS[:-1])
    clock.move("24h")
    await said(partner, "都对")
    assert "partner-agreed" not in partner.keys
    assert "booked" not in await state_of_bookings(any_app)
    await work_off(any_app)
    assert await seats_taken(any_app, SLOT) == 0
    assert await unaccounted(any_app) == []


async def test_a_code_works_in_one_conversation_and_once(any_app: App, pair: tuple[Talk, Talk]) -> None:
    first, partner = pair
    stranger = Talk(any_app, "stranger")
    code = await ask_partner(first)
    await open_code(partner, code)
    await said(partner, "1")
    await open_code(stranger, code)
    assert "invitation-over" in stranger.keys, "it is the partner's by now"
    await said(partner, "取消", "是")
    await said(stranger, "改确认码", code, "1")
    assert stranger.keys == ["partner-notice"], "who has left it lets another one open it"
    await said(stranger, "同意", *DETAILS)
    assert stranger.keys[0] == "partner-agreed"
    again = Talk(any_app, "again")
    await open_code(again, code)
    assert "invitation-over" in again.keys


async def test_codes_cannot_be_tried_out(any_app: App, pair: tuple[Talk, Talk]) -> None:
    first, _ = pair
    code = await ask_partner(first)
    stranger = Talk(any_app, "stranger")
    await said(stranger, "确认预约")
    for wrong in range(MOST_WRONG):
        await said(stranger, f"2222222{wrong + 3}")
        assert stranger.keys == ["invitation-over", "partner-invitation"]
        await said(stranger, "改确认码")
    await said(stranger, code)
    assert "invitation-too_often" in stranger.keys


async def test_the_same_person_twice_is_no_couple(any_app: App, pair: tuple[Talk, Talk]) -> None:
    first, partner = pair
    await open_code(partner, await ask_partner(first))
    await said(partner, "1", "同意", *(MAN if line == WOMAN else line for line in DETAILS))
    assert partner.keys == ["id_number-same_person", "partner-second_id"]
    await said(partner, OTHER_MAN, "都对")
    assert partner.keys == ["partner-same_sex_digit", "partner-second_id"]
    assert await state_of_bookings(any_app) == ["invited"]
    await said(partner, WOMAN, "都对")
    assert partner.keys[0] == "partner-agreed"


async def test_a_person_has_one_booking_whoever_invites_them(any_app: App, pair: tuple[Talk, Talk]) -> None:
    first, partner = pair
    await book(Talk(any_app, "before"), people=(OTHER_MAN, WOMAN))
    await open_code(partner, await ask_partner(first))
    await said(partner, "1", "同意", *DETAILS)
    assert "booking-conflict" in partner.keys
    assert sorted(await state_of_bookings(any_app)) == ["booked", "invited"]
    async with any_app.database.read() as connection:
        active = select(func.count()).where(booking_people.c.active.is_(True))
        assert (await connection.execute(active)).scalar_one() == 3


async def test_who_has_asked_calls_it_off_and_the_partner_who_opened_it_is_told(
    any_app: App, pair: tuple[Talk, Talk]
) -> None:
    first, partner = pair
    await open_code(partner, await ask_partner(first))
    await said(partner, "1")
    await said(first, "我的预约", "1", "=cancel", "=yes")
    assert first.keys == ["appointments-cancelled", "menu-more"]
    assert (await state_of_bookings(any_app), await seats_taken(any_app, SLOT)) == (["released"], 0)
    await work_off(any_app)
    async with any_app.database.read() as connection:
        assert [each.key for each in await pushed_words(connection, any_app, "partner")] == ["partner-is_over"]
    assert await told(any_app) == []


async def test_either_moves_or_cancels_it_and_the_other_is_told(any_app: App, pair: tuple[Talk, Talk]) -> None:
    first, partner = pair
    await open_code(partner, await ask_partner(first))
    await said(partner, "1", "同意", *DETAILS)
    await said(partner, "我的预约", "1", "=move", "2026-05-21", "10:00", "=yes")
    assert partner.keys[0] == "appointments-moved"
    assert partner.last is not None
    assert partner.last.replies[0].receipt == (await the_case(any_app, partner)).number
    await work_off(any_app)
    for talk in pair:
        assert (await the_case(any_app, talk)).content["appointment"]["day"] == "2026-05-21"
    await said(first, "我的预约", "1", "=cancel", "=yes")
    await work_off(any_app)
    assert await told(any_app) == [("first", "change"), ("first", "partner"), ("partner", "change")]
    assert await seats_taken(any_app, "2026-05-21T10:00") == 0
    assert await unaccounted(any_app) == []


async def test_both_are_reminded_each_of_what_they_bring(
    any_app: App, pair: tuple[Talk, Talk], clock: HandClock
) -> None:
    first, partner = pair
    await open_code(partner, await ask_partner(first))
    await said(partner, "1", "同意", *DETAILS)
    await work_off(any_app)
    clock.now = instant("2026-05-19T18:00")
    await work_off(any_app)
    async with any_app.database.read() as connection:
        for talk, number in ((first, 1), (partner, 0)):
            words = (await pushed_words(connection, any_app, talk.conversation))[-1]
            assert words.key == "reminder-evening"
            brought = [line.key for line in words.args["lines"]]
            assert brought.count("bring-divorce_proof") == number
            assert words.args["number"] == (await the_case(any_app, talk)).number
    assert await told(any_app) == [("first", "partner"), ("first", "reminder"), ("partner", "reminder")]


async def test_either_number_and_either_person_is_known_at_the_counter(any_app: App, pair: tuple[Talk, Talk]) -> None:
    first, partner = pair
    await open_code(partner, await ask_partner(first))
    await said(partner, "1", "同意", *DETAILS)
    day = date(2026, 5, 20)
    async with any_app.database.read() as connection:
        for talk in pair:
            number = (await the_case(any_app, talk)).number
            for person in (MAN, WOMAN):
                index = any_app.vault.index("person", person)
                assert await bookings.of_person(connection, number, index, day) is not None


async def test_a_place_may_switch_it_off(tmp_path: Path) -> None:
    packaged = (Path(__file__).parents[2] / "flows/places/jingtai.toml").read_text(encoding="utf-8")
    place = tmp_path / "jingtai.toml"
    place.write_text(packaged.replace("partner_hours = 24", "partner_hours = 0"), encoding="utf-8")
    async with an_app(tmp_path, place=str(place)) as app:
        talk = Talk(app)
        await said(talk, *APART[:6])
        assert talk.keys == ["marriage-second_name"]


async def test_without_the_guard_of_time_a_late_yes_would_book_what_nobody_holds(
    any_app: App, pair: tuple[Talk, Talk], clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, partner = pair
    await open_code(partner, await ask_partner(first))
    await said(partner, "1", "同意", *DETAILS[:-1])
    clock.move("25h")
    await work_off(any_app)
    async with any_app.database.write() as connection:  # the guard switched off: the invitation looks open again
        opened = update(invitations).values(state="open", until=instant("2026-05-19T12:00"))
        await connection.execute(opened)
        await connection.execute(update(booking_table).values(state="invited", held_until=instant("2026-05-19T12:00")))
    await said(partner, "都对", "1", "都对")
    assert await unaccounted(any_app) != []


async def pushed_words(connection: Any, app: App, conversation: str) -> list[Any]:
    """The words of what came later to a conversation."""
    entries = await conversations.entries(connection, app.vault, conversation, last=100, pushed_only=True)
    return [reply.words for entry in entries for reply in entry.replies if reply.asking is None]

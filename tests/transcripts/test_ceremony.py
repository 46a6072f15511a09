"""颁证仪式 as it is talked through: each test is a conversation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app import App
from flows.ceremony.flow import FLOW
from integrations.store.tables import booking_people
from tests.records import unaccounted
from tests.talk import MAN, OTHER_MAN, WOMAN, HandClock, Talk, book, replay, work_off
from tests.transcripts.walks import NOON, instant, not_walked, said, the_case, walk_all

BEGIN = ["颁证仪式", "=agree"]
COUPLE = ["张三", "李四", MAN]
REST = ["2026-05-20", "10:30", "=few", "13800000000"]
BOOKING = [*BEGIN, "=registered", *COUPLE, *REST]

WALKS = {
    "booked": (NOON, [*BOOKING, "=yes"]),
    "register_first": (NOON, [*BEGIN, "=not_yet"]),
    "by_telephone": (NOON, ["颁证仪式", "=decline"]),
    "to_a_person": (NOON, [*BEGIN, "=booked", "张三", "Anna Schmidt", "=none", "13800000000"]),
}


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(FLOW, WALKS, tmp_path)
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(FLOW.endings)


async def test_a_couple_books_its_ceremony(any_app: App) -> None:
    talk = await replay(
        any_app,
        f"""
        you: 想预约颁证仪式，可以带父母吗
        ...
        bot: aside-wish
        you: 1
        bot: ceremony-notice
        you: 同意
        bot: ceremony-stage
        you: 领证了
        bot: ceremony-first_name
        you: 张三
        bot: ceremony-second_name
        you: 李四
        bot: ceremony-either_id
        you: {WOMAN}
        bot: ceremony-day
        you: 5月20号
        bot: ceremony-slot
        you: 下午3点
        bot: ceremony-guests
        you: 带父母
        bot: ceremony-phone
        you: 13800000000
        bot: ceremony-summary
        you: 都对
        bot: ceremony-booked
        bot: precheck-bring
        bot: menu-more
        """,
    )
    assert talk.last is not None
    told = talk.last.replies[0].words.args
    assert (told["day"], told["time"], told["office"].key) == (date(2026, 5, 20), "15:00", "office-ceremony")
    case = await the_case(any_app, talk)
    assert (case.kind, case.service, case.content["verdict"]) == ("booking", "ceremony", "")
    assert [answer["kind"] for answer in case.content["answers"]].count("id_number") == 1
    assert await unaccounted(any_app) == []


@pytest.mark.parametrize(
    ("stage", "certificates"),
    [("registered", "bring-certificates_both"), ("booked", "bring-certificates_first")],
)
async def test_who_is_still_to_register_is_told_to_fetch_the_certificates_first(
    app: App, stage: str, certificates: str
) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, f"={stage}", *COUPLE, *REST, "=yes")
    assert talk.last is not None
    bring = next(reply.words.args["lines"] for reply in talk.last.replies if reply.words.key == "precheck-bring")
    assert [line.key for line in bring] == [certificates, "bring-id_given"]


async def test_a_marriage_appointment_and_a_ceremony_stand_beside_each_other(any_app: App) -> None:
    talk = Talk(any_app)
    await book(talk)
    await said(talk, *BEGIN, "=booked", *COUPLE, *REST, "=yes")
    assert talk.keys[0] == "ceremony-booked"
    async with any_app.database.read() as connection:
        chosen = select(booking_people.c.kind).where(booking_people.c.active).order_by(booking_people.c.kind)
        kinds = [row.kind for row in await connection.execute(chosen)]
    assert kinds == ["ceremony", "registration", "registration"]


@pytest.mark.parametrize("first", ["ceremony", "marriage"])
async def test_of_each_there_is_one_and_the_refusal_says_which(any_app: App, first: str) -> None:
    talk, again = Talk(any_app), Talk(any_app, "c1")
    await book(talk)
    await said(talk, *BOOKING, "=yes")
    if first == "ceremony":
        await said(again, *BEGIN, "=registered", *COUPLE, "2026-05-21", *REST[1:], "=yes")
        assert again.keys == ["booking-conflict_ceremony", "ceremony-summary"]
    else:
        lines = ["结婚登记", "同意", "1", "张三", MAN, "未婚", "就在这里一起填", "李四", WOMAN, "未婚", "1", "1"]
        await again.all(*lines, "2026-05-21", "9:30", "到现场再拍", "13800000000", "都对")
        assert again.keys == ["booking-conflict", "marriage-summary"]
    assert await unaccounted(any_app) == []


async def test_once_it_is_over_or_cancelled_another_can_be_booked(any_app: App, clock: HandClock) -> None:
    talk = Talk(any_app)
    await said(talk, *BOOKING, "=yes")
    await said(talk, "我的预约", "1", "=cancel", "=yes")
    await said(talk, *BOOKING, "=yes")
    assert talk.keys[0] == "ceremony-booked"
    clock.now = instant("2026-05-20T11:01")
    await work_off(any_app)
    await said(talk, *BEGIN, "=registered", *COUPLE, "2026-05-27", *REST[1:], "=yes")
    assert talk.keys[0] == "ceremony-booked"


async def test_it_keeps_its_own_hours_and_seats(app: App) -> None:
    await said(Talk(app), *BOOKING, "=yes")
    talk = Talk(app, "c1")
    await said(talk, *BEGIN, "=registered", "王五", "赵六", OTHER_MAN, "2026-05-20")
    assert "2026-05-20T10:30" not in talk.options
    assert talk.options[:2] == ["2026-05-20T10:00", "2026-05-20T11:00"]
    await talk.say("9:00")
    assert talk.keys == ["slot-gone", "ceremony-slot"]


async def test_it_is_moved_in_its_own_office_and_found_by_its_number(any_app: App) -> None:
    lost = Talk(any_app, "lost")
    await said(lost, *BOOKING, "=yes")
    assert lost.last is not None
    receipt = str(lost.last.replies[0].receipt)
    talk = Talk(any_app)
    await said(talk, "我的预约", "=by_number", receipt, "=agree", MAN, "1", "=move", "2026-05-21")
    assert talk.options[0] == "2026-05-21T10:00"
    await said(talk, "16:00", "=yes")
    assert talk.keys[0] == "appointments-moved"
    assert await unaccounted(any_app) == []


async def test_the_second_number_is_never_asked_for_and_another_card_will_do(app: App) -> None:
    talk = Talk(app)
    keys = await said(talk, *BEGIN, "=registered", "张三", "李四", "810000199408230021", *REST, "=yes")
    assert talk.keys[0] == "ceremony-booked"
    assert [key for key in keys if key.endswith("_id")] == ["ceremony-either_id"]

"""婚姻家庭辅导 as it is talked through: each test is a conversation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app import App
from flows.counselling.flow import FLOW
from flows.counselling.rules import LONGEST_CALLED
from integrations.store.tables import booking_people
from tests.records import unaccounted
from tests.talk import HandClock, Talk, book, replay, work_off
from tests.transcripts.walks import NOON, fill, instant, not_walked, said, the_case, walk_all

BEGIN = ["婚姻家庭辅导", "=agree"]
REST = ["2026-05-20", "9:00", "13800000000"]
BOOKING = [*BEGIN, "=safe", "=alone", "张女士", *REST]
AFRAID = [*BEGIN, "=afraid"]

WALKS = {
    "booked": (NOON, [*BOOKING, "=yes"]),
    "booked.afraid": (NOON, [*AFRAID, "=go_on", "=two", "=none", *REST[:2], "=none", "=yes"]),
    "by_telephone": (NOON, ["婚姻家庭辅导", "=decline"]),
    "to_a_person": (NOON, [*BEGIN, "=not_now", "=person", "13800000000"]),
    "to_a_person_now": (NOON, [*AFRAID, "=person", "=none"]),
}


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(FLOW, WALKS, tmp_path)
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(FLOW.endings)


async def test_a_talk_is_booked_without_a_name_or_a_number_of_a_card(any_app: App) -> None:
    talk = await replay(
        any_app,
        """
        you: 两口子天天吵架，想找人劝一劝
        ...
        bot: aside-wish
        you: 1
        bot: counselling-notice
        you: 同意
        bot: counselling-safety
        you: 安全
        bot: counselling-how
        you: 我们俩
        bot: counselling-called
        you: 张女士
        bot: counselling-day
        you: 5月20号
        bot: counselling-slot
        you: 下午两点半
        bot: counselling-phone
        you: 不留
        bot: counselling-summary
        you: 都对
        bot: counselling-booked
        bot: menu-more
        """,
    )
    assert talk.last is not None
    told = talk.last.replies[0].words.args
    assert (told["day"], told["time"], told["office"].key) == (date(2026, 5, 20), "14:30", "office-counselling")
    case = await the_case(any_app, talk)
    assert (case.kind, case.service, case.urgent) == ("booking", "counselling", False)
    assert {"name", "id_number"} & {answer["kind"] for answer in case.content["answers"]} == set()
    assert await unaccounted(any_app) == []


async def test_one_conversation_holds_one_and_another_is_told_nothing_of_it(any_app: App) -> None:
    talk, other = Talk(any_app), Talk(any_app, "c1")
    await said(talk, *BOOKING, "=yes")
    await said(talk, *BEGIN, "=safe", "=alone", "张女士", "2026-05-22", "15:30", "=none", "=yes")
    assert talk.keys == ["booking-conflict_counselling", "counselling-summary"]
    await said(other, *BEGIN, "=safe", "=alone", "张女士", "2026-05-22", "14:30", "13800000000", "=yes")
    assert other.keys[0] == "counselling-booked"
    assert await unaccounted(any_app) == []


async def test_an_appointment_for_a_registration_stands_beside_it(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *BOOKING, "=yes")
    await book(talk)
    async with any_app.database.read() as connection:
        chosen = select(booking_people.c.kind).where(booking_people.c.active).order_by(booking_people.c.kind)
        kinds = [row.kind for row in await connection.execute(chosen)]
    assert kinds == ["counselling", "registration", "registration"]


async def test_once_it_is_over_another_can_be_booked(any_app: App, clock: HandClock) -> None:
    talk = Talk(any_app)
    await said(talk, *BOOKING, "=yes")
    clock.now = instant("2026-05-20T10:01")
    await work_off(any_app)
    await said(talk, *BEGIN, "=safe", "=alone", "张女士", "2026-05-27", "9:00", "=none", "=yes")
    assert talk.keys[0] == "counselling-booked"


async def test_it_is_moved_and_cancelled_like_any_other(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *BOOKING, "=yes")
    await said(talk, "我的预约", "1", "=move", "2026-05-22", "14:30", "=yes")
    assert talk.keys[0] == "appointments-moved"
    await said(talk, "我的预约", "1", "=cancel", "=yes")
    assert talk.keys[0] == "appointments-cancelled"
    assert await unaccounted(any_app) == []
    await said(talk, *BOOKING, "=yes")
    assert talk.keys[0] == "counselling-booked"


async def test_only_the_days_of_the_counsellor_are_offered(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, "=safe", "=alone", "张女士", "2026-05-21")
    assert talk.keys == ["day-closed", "counselling-day"]
    assert {date.fromisoformat(day).weekday() for day in talk.options} == {2, 4}


async def test_where_all_is_taken_nobody_is_sent_to_an_office_that_takes_no_walk_ins(app: App) -> None:
    await fill(app, date(2026, 5, 12), date(2026, 6, 30), "counselling")
    talk = Talk(app)
    await said(talk, *BEGIN, "=safe", "=alone", "张女士")
    assert talk.keys == ["days-none_by_appointment", "counselling-day"]


# --- what is told in confidence ---


async def test_safety_is_never_read_back_and_the_rest_can_be_changed(app: App) -> None:
    talk = Talk(app)
    await said(talk, *AFRAID, "=go_on", "=alone", "张女士", *REST)
    changes = [option for option in talk.options if option.startswith("change:")]
    assert changes == [f"change:{step}" for step in ("how", "called", "day", "slot", "phone")]
    await said(talk, "=change:called", "王女士", "我的信息")
    read = [talk.text(reply) for reply in (talk.last.replies if talk.last else ())]
    assert any("王女士" in text for text in read)
    assert not any("害怕" in text or "安全" in text for text in read)


async def test_going_back_asks_what_everybody_is_asked_and_not_for_consent_again(app: App) -> None:
    talk = Talk(app)
    await said(talk, *AFRAID, "=go_on", "返回")
    assert talk.keys == ["counselling-safety"]
    await said(talk, "=safe", "返回", "返回")
    assert talk.keys == ["counselling-notice"]


async def test_who_is_afraid_is_offered_a_person_first_and_is_urgent(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *AFRAID, "=person", "13800000000")
    assert talk.keys == ["counselling-to_a_person_now"]
    case = await the_case(any_app, talk)
    assert (case.kind, case.urgent) == ("handoff", True)
    assert talk.last is not None
    assert talk.last.replies[0].words.args["opens"] < instant("2026-05-11T18:00"), "not the counsellor's next day"


async def test_who_is_afraid_and_goes_on_is_urgent_too(app: App) -> None:
    talk = Talk(app)
    await said(talk, *AFRAID, "=go_on", "=alone", "=none", *REST, "=yes")
    assert (await the_case(app, talk)).urgent


@pytest.mark.parametrize("at", [[], ["=agree"], ["=agree", "=safe", "=alone"]])
async def test_words_of_danger_are_answered_first_wherever_they_are_said(app: App, at: list[str]) -> None:
    talk = Talk(app)
    await said(talk, "婚姻家庭辅导", *at)
    await talk.say("他打我，我很害怕")
    assert talk.keys[0].startswith("danger-")
    assert talk.keys[-1] == "alarm-go_on"


async def test_a_person_is_reached_by_a_word_at_any_question(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, "=safe", "转人工")
    assert talk.keys == ["handoff-taken"]


async def test_a_story_is_not_taken_for_a_way_to_be_called(app: App) -> None:
    talk = Talk(app)
    await said(talk, *BEGIN, "=safe", "=alone", "事" * (LONGEST_CALLED + 1))
    assert talk.keys == ["counselling-called_long", "counselling-called"]
    await talk.say("事" * LONGEST_CALLED)
    assert talk.keys == ["counselling-day"]

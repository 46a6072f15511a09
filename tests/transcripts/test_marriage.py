"""结婚登记 as it is talked through: each test is a conversation."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest

from bot.app import App
from flows.incoming import Photo
from flows.inputs.photo import PhotoFacts
from integrations.store import conversations
from tests.talk import MAN, OTHER_MAN, OTHER_WOMAN, WOMAN, HandClock, Talk, book, replay, work_off

UP_TO_THE_DAY = f"""
    you: 结婚登记
    ...
    bot: marriage-notice
    tap: agree
    bot: marriage-couple
    tap: mainland
    bot: marriage-first_name
    you: 张三
    bot: marriage-first_id
    you: {MAN}
    bot: marriage-first_status
    tap: never
    bot: marriage-partner
    tap: here
    bot: marriage-second_name
    you: 李四
    bot: marriage-second_id
    you: {WOMAN}
    bot: marriage-second_status
    tap: divorced
    bot: marriage-kinship
    tap: no
    bot: marriage-id_cards
    tap: valid
    bot: marriage-day
"""


async def test_a_couple_books_and_is_told_what_to_bring(any_app: App) -> None:
    talk = await replay(
        any_app,
        UP_TO_THE_DAY
        + """
        you: 5月20号
        bot: marriage-slot
        you: 上午九点半
        bot: marriage-photo
        tap: on_site
        bot: marriage-phone
        you: 138 0000 0000
        bot: marriage-summary
        you: 对
        bot: marriage-booked
        bot: precheck-complete
        bot: precheck-bring
        bot: menu-more
        """,
    )
    assert talk.last is not None
    booked, _, bring, _ = talk.last.replies
    assert booked.receipt is not None
    assert booked.words.args["number"] == booked.receipt
    assert booked.words.args["day"].isoformat() == "2026-05-20"
    assert booked.words.args["time"] == "09:30"
    lines = [line.key for line in bring.words.args["lines"]]
    assert "bring-divorce_proof" in lines
    assert "bring-death_proof" not in lines


async def test_a_wrong_number_is_told_what_would_be_right_and_loses_nothing(app: App) -> None:
    await replay(
        app,
        f"""
        you: 结婚登记
        ...
        bot: marriage-notice
        you: 同意
        bot: marriage-couple
        you: 1
        bot: marriage-first_name
        you: 张三
        bot: marriage-first_id
        you: 12345
        bot: id_number-length
        bot: marriage-first_id
        you: 620423199001010011
        bot: id_number-check
        bot: marriage-first_id
        you: {MAN}
        bot: marriage-first_status
        """,
    )


async def test_three_misunderstandings_offer_a_person_and_no_sentence_comes_twice_in_a_row(app: App) -> None:
    talk = Talk(app)
    await talk.all("结婚登记", "同意")
    said: list[str] = []
    for _ in range(7):
        await talk.say("随便说一句听不懂的话")
        said.append(talk.keys[0])
    assert all(one != other for one, other in pairwise(said))
    assert "command:person" in talk.options
    await talk.say("转人工")
    assert talk.keys == ["handoff-taken"]


@pytest.mark.parametrize("couple", ["military", "hk_macao_taiwan", "overseas", "foreign", "unsure"])
async def test_couples_who_are_not_two_mainland_civilians_go_to_a_person_before_a_slot(app: App, couple: str) -> None:
    talk = await replay(
        app,
        f"""
        you: 结婚登记
        ...
        bot: marriage-notice
        tap: agree
        bot: marriage-couple
        tap: {couple}
        bot: marriage-reach
        tap: none
        bot: marriage-to_a_person
        """,
    )
    assert talk.last is not None
    assert talk.last.replies[0].receipt is not None


async def test_a_residence_permit_of_hong_kong_goes_to_a_person(app: App) -> None:
    talk = Talk(app)
    await talk.all("结婚登记", "同意", "1", "陈四", "810000199408230021")
    assert talk.keys == ["marriage-reach"]


async def test_two_numbers_of_the_same_sex_are_asked_about_and_can_be_typed_again(app: App) -> None:
    talk = Talk(app)
    await talk.all("结婚登记", "同意", "1", "张三", MAN, "未婚", "就在这里一起填", "李四", OTHER_MAN)
    assert talk.keys == ["marriage-sex_check"]
    await talk.tap("second")
    assert talk.keys == ["marriage-second_id"]
    await talk.say(WOMAN)
    assert talk.keys == ["marriage-second_status"]


async def test_two_numbers_of_the_same_sex_that_are_right_go_to_a_person(app: App) -> None:
    talk = Talk(app)
    await talk.all("结婚登记", "同意", "1", "张三", WOMAN, "未婚", "就在这里一起填", "李四", OTHER_WOMAN)
    await talk.tap("right")
    assert talk.keys == ["marriage-reach"]


async def test_the_same_number_twice_is_not_two_people(app: App) -> None:
    talk = Talk(app)
    await talk.all("结婚登记", "同意", "1", "张三", MAN, "未婚", "就在这里一起填", "李四", MAN)
    assert talk.keys == ["id_number-same_person", "marriage-second_id"]


async def test_relatives_cannot_marry_and_who_does_not_know_goes_to_a_person(app: App) -> None:
    talk = Talk(app)
    await talk.all("结婚登记", "同意", "1", "张三", MAN, "未婚", "就在这里一起填", "李四", WOMAN, "未婚")
    await talk.tap("yes")
    assert talk.keys[0] == "marriage-related"
    other = Talk(app, "c1")
    await other.all("结婚登记", "同意", "1", "张三", MAN, "未婚", "就在这里一起填", "李四", WOMAN, "未婚")
    await other.tap("unsure")
    assert other.keys == ["marriage-reach"]


async def test_who_declines_the_notice_is_shown_the_way_to_the_office(app: App) -> None:
    talk = Talk(app)
    await talk.all("结婚登记")
    await talk.tap("decline")
    assert talk.keys[0] == "marriage-at_the_office"


# Born on 2004-05-20: 22 on 2026-05-20. Born on 2004-02-29: a leap day.
YOUNG_MAN = "620423200405200050"
LEAP_MAN = "620423200402290054"


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-05-19", ["marriage-too_young", "marriage-day"]), ("2026-05-20", ["marriage-slot"])],
)
async def test_the_22nd_birthday_itself_is_enough(app: App, day: str, expected: list[str]) -> None:
    talk = Talk(app)
    await talk.all(
        "结婚登记", "同意", "1", "张三", YOUNG_MAN, "未婚", "就在这里一起填", "李四", WOMAN, "未婚", "1", "1", day
    )
    assert talk.keys == expected


async def test_days_before_both_are_old_enough_are_not_even_offered(app: App) -> None:
    talk = Talk(app)
    await talk.all(
        "结婚登记", "同意", "1", "张三", YOUNG_MAN, "未婚", "就在这里一起填", "李四", WOMAN, "未婚", "1", "1"
    )
    assert talk.options[0] == "2026-05-20"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2月27号", ["marriage-too_young", "marriage-day"]),
        ("2月28号", ["marriage-reach"]),
        ("3月2号", ["marriage-slot"]),
    ],
)
async def test_a_man_born_on_a_leap_day_goes_to_a_person_for_28_february_only(
    app: App, clock: HandClock, day: str, expected: list[str]
) -> None:
    clock.now = datetime.fromisoformat("2026-02-20T12:00:00+08:00")
    talk = Talk(app)
    await talk.all(
        "结婚登记", "同意", "1", "张三", LEAP_MAN, "未婚", "就在这里一起填", "李四", WOMAN, "未婚", "1", "1", day
    )
    assert talk.keys == expected


async def test_who_will_be_too_young_for_months_is_told_from_when(app: App, clock: HandClock) -> None:
    clock.now = datetime.fromisoformat("2026-01-05T12:00:00+08:00")
    talk = Talk(app)
    await talk.all("结婚登记", "同意", "1", "张三", YOUNG_MAN, "未婚", "就在这里一起填", "李四", WOMAN)
    assert talk.keys[0] == "marriage-not_yet"
    assert talk.last is not None
    assert talk.last.replies[0].words.args["day"].isoformat() == "2026-05-20"


async def test_editing_an_answer_from_the_summary_keeps_the_others(app: App) -> None:
    await replay(
        app,
        UP_TO_THE_DAY
        + """
        you: 5月20号
        bot: marriage-slot
        you: 9:30
        bot: marriage-photo
        tap: on_site
        bot: marriage-phone
        you: 13800000000
        bot: marriage-summary
        you: 改对方的姓名
        bot: marriage-second_name
        you: 王五
        bot: marriage-summary
        tap: change:phone
        bot: marriage-phone
        tap: keep
        bot: marriage-summary
        tap: yes
        ...
        bot: menu-more
        """,
    )


async def test_going_back_lets_the_slot_go_and_going_on_holds_it_again(app: App) -> None:
    talk = await replay(
        app,
        UP_TO_THE_DAY
        + """
        you: 5月20号
        bot: marriage-slot
        you: 9:30
        bot: marriage-photo
        you: 返回
        bot: marriage-slot
        tap: keep
        bot: marriage-photo
        """,
    )
    other = Talk(app, "c1")
    await other.all(
        "结婚登记",
        "同意",
        "1",
        "赵六",
        OTHER_MAN,
        "未婚",
        "就在这里一起填",
        "孙七",
        OTHER_WOMAN,
        "未婚",
        "1",
        "1",
        "5月20号",
    )
    detail = {
        option.value: option.detail for option in (other.question.asking.options if other.question.asking else ())
    }
    seats = detail["2026-05-20T09:30"]
    assert seats is not None
    assert seats.args["n"] == 1
    await talk.say("返回")
    await other.say("返回")
    await other.say("5月20号")
    detail = {
        option.value: option.detail for option in (other.question.asking.options if other.question.asking else ())
    }
    seats = detail["2026-05-20T09:30"]
    assert seats is not None
    assert seats.args["n"] == 2


async def test_a_hold_that_ran_out_is_told_and_taken_again(app: App) -> None:
    talk = await replay(
        app,
        UP_TO_THE_DAY
        + """
        you: 5月20号
        bot: marriage-slot
        you: 9:30
        bot: marriage-photo
        wait: 11m
        tap: on_site
        bot: hold-expired
        bot: marriage-phone
        you: 13800000000
        bot: marriage-summary
        tap: yes
        ...
        bot: menu-more
        """,
    )
    assert talk.keys[0] == "marriage-booked"


async def test_a_slot_that_went_meanwhile_is_asked_again_with_fresh_ones(app: App, clock: HandClock) -> None:
    talk = await replay(app, UP_TO_THE_DAY + "you: 5月20号\nbot: marriage-slot\nyou: 9:30\nbot: marriage-photo")
    clock.move("11m")
    await work_off(app)
    await book(Talk(app, "c1"), people=(OTHER_MAN, OTHER_WOMAN))
    await book(Talk(app, "c2"), people=("62042319851212003X", "620423198608080028"))
    await talk.tap("on_site")
    assert talk.keys == ["hold-expired", "slot-gone", "marriage-slot"]
    assert "2026-05-20T09:30" not in talk.options
    await talk.say("10点")
    assert talk.keys == ["marriage-phone"]


async def test_a_number_means_the_slot_that_was_shown_with_it_whatever_has_gone_since(app: App) -> None:
    talk = await replay(app, UP_TO_THE_DAY + "you: 5月20号\nbot: marriage-slot")
    _, second, *_ = talk.options
    await _first_slot_goes(app, talk)
    await talk.say("2")
    assert talk.keys == ["marriage-photo"]
    async with app.database.read() as connection:
        kept = await conversations.load(connection, app.vault, talk.conversation, "zh-Hans")
    assert kept.conversation.stack[-1].answers["slot"].value == second


async def test_a_number_whose_slot_has_gone_takes_no_other(app: App) -> None:
    talk = await replay(app, UP_TO_THE_DAY + "you: 5月20号\nbot: marriage-slot")
    first, *_ = talk.options
    await _first_slot_goes(app, talk)
    await talk.say("1")
    assert talk.keys == ["choice-gone", "marriage-slot"]
    assert first not in talk.options


async def _first_slot_goes(app: App, talk: Talk) -> None:
    time = talk.options[0].partition("T")[2]
    await book(Talk(app, "c1"), time=time, people=(OTHER_MAN, OTHER_WOMAN))
    await book(Talk(app, "c2"), time=time, people=("62042319851212003X", "620423198608080028"))


async def test_one_person_has_one_active_booking_and_the_conflict_names_nothing(any_app: App) -> None:
    await book(Talk(any_app))
    talk = Talk(any_app, "c1")
    await talk.all(
        "结婚登记", "同意", "1", "赵六", OTHER_MAN, "未婚", "就在这里一起填", "李四", WOMAN, "未婚", "1", "1"
    )
    await talk.all("5月21号", "9:30", "到现场再拍", "13800000001")
    await talk.say("都对")
    assert talk.keys == ["booking-conflict", "marriage-summary"]
    assert talk.last is not None
    assert talk.last.replies[0].words.args == {}


async def test_the_same_message_again_gets_the_same_replies_and_books_once(any_app: App) -> None:
    talk = Talk(any_app)
    await talk.all(
        "结婚登记",
        "同意",
        "1",
        "张三",
        MAN,
        "未婚",
        "就在这里一起填",
        "李四",
        WOMAN,
        "未婚",
        "1",
        "1",
        "5月20号",
        "9:30",
    )
    await talk.all("到现场再拍", "13800000000")
    first = await talk.say("都对", id="once")
    again = await talk.say("都对", id="once")
    assert again == first
    assert talk.last is not None
    assert talk.last.repeated


async def test_a_photo_is_judged_kindly_and_a_good_one_is_taken(app: App) -> None:
    talk = await replay(app, UP_TO_THE_DAY + "you: 5月20号\nbot: marriage-slot\nyou: 9:30\nbot: marriage-photo")
    await talk.show(Photo("p1", PhotoFacts(200, 132, "JPEG", (200, 30, 30), 9000)))
    assert talk.keys == ["photo-too_small", "marriage-photo"]
    replies = await talk.show(Photo("p3", PhotoFacts(700, 1060, "JPEG", (200, 30, 30), 90000)))
    assert "请发两人合影的横版 2 寸照片" in talk.text(replies[0])
    await talk.show(Photo("p2", PhotoFacts(1060, 700, "JPEG", (200, 30, 30), 90000)))
    assert talk.keys == ["marriage-phone"]


async def test_the_stack_returns_to_the_service_that_was_left(app: App) -> None:
    await replay(
        app,
        """
        you: 结婚登记
        ...
        bot: marriage-notice
        tap: agree
        bot: marriage-couple
        you: 我的预约
        bot: bookings-none
        bot: appointments-booking
        tap: none
        bot: appointments-kept
        bot: resumed
        bot: marriage-couple
        you: 取消
        bot: aside-cancel
        you: 1
        bot: marriage-couple
        """,
        None,
    )

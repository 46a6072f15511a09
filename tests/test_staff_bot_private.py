"""A clerk's own chat with the bot: what they write reaches the resident, and no other; lists, danger, clocks, words."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from bot.app import App
from flows.desk.rights import Level
from flows.words import Words
from integrations.store import chats, conversations, queue
from tests.bot_api import BotApi
from tests.staff import belongs
from tests.staffing import alert_of, block, case_of, claim, on_duty, with_clerk
from tests.talk import HandClock, Talk, an_app, book
from tests.telegram import open_place
from tests.telegram_staff import PAGE, SECRET_WORDS, STAFFED, Rig, asked, recorded, rigged, zhen
from tests.web import HURT

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
ANSWER = "周四上午可以来，带上户口本"


async def told(app: App, of: str = "c0") -> list[Words]:
    """What was told by itself in a conversation."""
    async with app.database.read() as connection:
        found = await conversations.entries(connection, app.vault, of, pushed_only=True)
    return [reply.words for entry in found for reply in entry.replies]


async def answers(app: App, of: str = "c0") -> list[object]:
    """What clerks answered there."""
    return [words.args["text"] for words in await told(app, of) if words.key == "staff-answer"]


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (300, 200), "white").save(file, "PNG")
    return file.getvalue()


# --- answering -------------------------------------------------------------------------------------------------------


async def test_what_a_clerk_writes_reaches_the_resident_of_the_case_that_is_open(rig: Rig) -> None:
    clerk = await zhen(rig.app)
    seat, number = await rig.clerk(clerk), await asked(rig.app)
    await rig.says(seat, ANSWER)
    assert await answers(rig.app) == []
    await rig.says(seat, f"/open {number.lower()}")
    assert number in seat.texts[-1]
    await rig.says(seat, ANSWER)
    assert await answers(rig.app) == [ANSWER]
    assert number in seat.texts[-1]
    assert (await case_of(rig.app, number)).holder == clerk.name
    assert await recorded(rig.app, "case answered") == [(clerk.name, number)]
    await rig.says(seat, "/leave")
    await rig.says(seat, "还有一句")
    assert await answers(rig.app) == [ANSWER]


async def test_an_update_that_comes_again_says_nothing_twice(rig: Rig) -> None:
    seat, number = await rig.clerk(await zhen(rig.app)), await asked(rig.app)
    await rig.says(seat, f"/open {number}")
    said = len(seat.texts)
    update = {
        "update_id": 77_000_001,
        "message": {
            "message_id": 900_001,
            "date": 1_770_000_000,
            "chat": {"id": seat.user.id, "type": "private", "first_name": "甲"},
            "from": seat.user.json(),
            "text": ANSWER,
        },
    }
    for _ in range(2):
        await rig.bot.take(update)
        await rig.settled()
    assert await answers(rig.app) == [ANSWER]
    assert len(seat.texts) == said + 1
    assert len(await recorded(rig.app, "case answered")) == 1


async def test_a_reply_to_a_message_goes_to_the_case_that_message_is_about(rig: Rig) -> None:
    seat = await rig.clerk(await zhen(rig.app))
    first, second = await asked(rig.app), await asked(rig.app, "c1")
    await rig.says(seat, f"/open {first}")
    about_first = seat.messages[-1]
    await rig.says(seat, f"/open {second}")
    await rig.says(seat, ANSWER, reply_to=about_first)
    assert (await answers(rig.app), await answers(rig.app, "c1")) == ([ANSWER], [])
    assert first in seat.texts[-1]
    await rig.says(seat, "给第二位")
    assert await answers(rig.app, "c1") == ["给第二位"]


async def test_a_picture_reaches_the_resident_too(rig: Rig) -> None:
    seat, number = await rig.clerk(await zhen(rig.app)), await asked(rig.app)
    await rig.says(seat, f"/open {number}")
    seat.sends_photo(picture(), "照这样填")
    await rig.settled()
    seat.sends_document(picture(), "image/png", "form.png")
    await rig.settled()
    seat.sends_voice()
    await rig.settled()
    found = [words.args["text"] for words in await told(rig.app) if words.key == "staff-answer"]
    assert len(found) == 3
    assert found[1] == "照这样填"
    assert [each.key for each in found if isinstance(each, Words)] == ["staff-picture"] * 2


async def test_a_clerk_writes_to_nobody_whose_case_another_has_or_is_not_theirs(rig: Rig) -> None:
    seat, other = await rig.clerk(await zhen(rig.app)), await zhen(rig.app, "other")
    number, far = await asked(rig.app), await asked(rig.app, "c1", township="xiquan")
    await rig.says(seat, f"/open {number}")
    await claim(rig.app, other, number)
    await rig.says(seat, ANSWER)
    assert await answers(rig.app) == []
    assert other.shown_as in seat.texts[-1]
    await rig.says(seat, f"/open {far}")
    await belongs(rig.app, number, Level.TOWNSHIP, "xiquan")
    await rig.says(seat, ANSWER)
    assert (await answers(rig.app), await answers(rig.app, "c1")) == ([], [])
    assert await recorded(rig.app, "refused: scope") == [("zhen", far), ("zhen", number)]


async def test_who_is_blocked_in_the_middle_writes_to_nobody(rig: Rig) -> None:
    seat, number = await rig.clerk(await zhen(rig.app)), await asked(rig.app)
    await rig.says(seat, f"/open {number}")
    await block(rig.app, "zhen")
    await rig.says(seat, ANSWER)
    assert await answers(rig.app) == []


async def test_buttons_in_the_private_chat_do_the_same(rig: Rig) -> None:
    seat, number = await rig.clerk(await zhen(rig.app)), await asked(rig.app)
    await rig.says(seat, "/queue")
    await rig.taps(seat, f"open:{number}")
    opened = seat.messages[-1]
    await rig.taps(seat, f"claim:{number}", opened)
    assert (await case_of(rig.app, number)).holder == "zhen"
    await rig.taps(seat, f"close:{number}", opened)
    await rig.taps(seat, f"end:{number}:duplicate", opened)
    assert (await case_of(rig.app, number)).outcome == "duplicate"
    assert [button.data for row in opened.buttons for button in row if button.data] == []


# --- lists -----------------------------------------------------------------------------------------------------------


async def test_the_lists_show_what_is_of_ones_scope_and_nothing_personal(rig: Rig) -> None:
    clerk = await zhen(rig.app)
    seat = await rig.clerk(clerk)
    own, far = await asked(rig.app), await asked(rig.app, "c1", township="xiquan")
    for command, is_there in (("/queue", True), ("/mine", False), ("/today", False)):
        await rig.says(seat, command)
        assert (own in seat.texts[-1]) is is_there, command
        assert far not in seat.texts[-1]
    await claim(rig.app, clerk, own)
    await rig.says(seat, "/mine")
    assert own in seat.texts[-1]


async def test_today_counts_the_appointments_for_the_county_and_says_what_is_due(rig: Rig, clock: HandClock) -> None:
    seat = await rig.clerk(await with_clerk(rig.app, "xian"))
    await book(Talk(rig.app, "c5"))
    number = await asked(rig.app)
    clock.now = clock.now.replace(day=20, hour=9)
    await rig.says(seat, "/today")
    assert number in seat.texts[-1]
    lines = seat.texts[-1].splitlines()[-len(rig.app.place.offices) :]
    assert sum("1" in line for line in lines) == 1


# --- told without asking ---------------------------------------------------------------------------------------------


async def test_who_has_a_case_is_told_of_new_words_but_not_the_words(rig: Rig) -> None:
    clerk = await zhen(rig.app)
    seat, number = await rig.clerk(clerk), await asked(rig.app)
    await claim(rig.app, clerk, number)
    await rig.settled()
    before = len(seat.texts)
    await Talk(rig.app).say(SECRET_WORDS, id="late")
    await rig.settled()
    assert len(seat.texts) == before + 1
    message = seat.messages[-1]
    assert number in message.text
    assert [button.data or button.url for row in message.buttons for button in row] == [
        f"open:{number}",
        f"{PAGE}desk/cases/{number}",
    ]


async def test_where_the_place_lets_it_into_the_chat_the_words_are_told(
    tmp_path: Path, clock: HandClock, bot_api: BotApi
) -> None:
    async with an_app(tmp_path, clock, place=open_place(tmp_path), **STAFFED) as app, rigged(app, bot_api) as rig:
        clerk = await zhen(app)
        seat, number = await rig.clerk(clerk), await asked(app)
        await claim(app, clerk, number)
        await Talk(app).say(SECRET_WORDS, id="late")
        await rig.settled()
        assert SECRET_WORDS in seat.texts[-1]


async def test_danger_is_told_to_everyone_on_duty_again_until_one_has_it(rig: Rig, clock: HandClock) -> None:
    people = [await with_clerk(rig.app, name) for name in ("xian", "other")]
    seats = [await rig.clerk(each) for each in people]
    for each in people:
        await on_duty(rig.app, each)
    idle = await rig.clerk(await with_clerk(rig.app, "off_duty"))
    whole = await rig.group("county", seats[0])
    talk = Talk(rig.app)
    await talk.say(HURT)
    assert "danger-calling" in talk.keys, "who has a chat can be reached"
    async with rig.app.database.read() as connection:
        number = await queue.open_danger(connection, "c0")
    assert number is not None
    await rig.settled()
    assert [sum(number in text for text in seat.texts) for seat in seats] == [1, 1]
    assert number in whole.texts[-1]
    clock.now += timedelta(minutes=rig.app.place.climb_minutes)
    await rig.settled()
    assert [sum(number in text for text in seat.texts) for seat in seats] == [2, 2]
    await rig.taps(seats[0], f"claim:{number}")
    assert (await alert_of(rig.app, number)).acknowledged_by == "xian"
    for seat in seats:
        calls = [message for message in seat.messages if number in message.text]
        assert all(people[0].shown_as in message.text for message in calls)
        assert not any(button.data == f"claim:{number}" for each in calls for row in each.buttons for button in row)
    clock.now += timedelta(minutes=3 * rig.app.place.climb_minutes)
    await rig.settled()
    assert [sum(number in text for text in seat.texts) for seat in seats] == [2, 2]
    assert not any(number in text for text in idle.texts)


async def test_danger_that_is_told_again_later_is_told_anew_to_who_had_it_and_to_the_group(
    rig: Rig, clock: HandClock
) -> None:
    clerk = await with_clerk(rig.app, "xian")
    seat = await rig.clerk(clerk)
    whole = await rig.group("county", seat)
    talk = Talk(rig.app)
    await talk.say(HURT)
    await rig.settled()
    async with rig.app.database.read() as connection:
        number = await queue.open_danger(connection, "c0")
    await rig.taps(whole, f"claim:{number}")
    before = len(seat.messages), len(whole.messages)
    clock.now += timedelta(minutes=10)
    await talk.say(HURT, id="again")
    await rig.settled()
    new = [*seat.messages[before[0] :], *whole.messages[before[1] :]]
    assert [str(number) in message.text for message in new] == [True, True]


async def test_who_has_blocked_the_bot_is_nobody_who_can_be_reached(rig: Rig) -> None:
    clerk = await with_clerk(rig.app, "xian")
    seat = await rig.clerk(clerk)
    await on_duty(rig.app, clerk)
    seat.blocks()
    await rig.settled()
    chat = await rig.chat(seat.user.id)
    assert chat is not None
    assert chat.is_blocked
    talk = Talk(rig.app)
    await talk.say(HURT)
    assert "danger-calling" not in talk.keys
    seat.unblocks()
    await rig.settled()
    async with rig.app.database.read() as connection:
        assert await chats.staff_in_chats(connection) == {"xian"}


async def test_a_clock_that_runs_out_is_told_to_who_has_the_case_and_then_above(rig: Rig, clock: HandClock) -> None:
    clerk = await zhen(rig.app)
    seat = await rig.clerk(clerk)
    group = await rig.group("luyang", seat)
    whole = await rig.group("county", await rig.clerk(await with_clerk(rig.app, "xian")))
    held, free = await asked(rig.app), await asked(rig.app, "c1")
    await rig.settled()
    await claim(rig.app, clerk, held)
    await rig.settled()
    counts = [len(each.messages) for each in (seat, group, whole)]
    for _ in range(24):
        clock.move("6h")
        await rig.settled()
    soon = [message.text for message in seat.messages[counts[0] :]]
    assert soon
    assert all(held in text for text in soon)
    assert any(free in message.text for message in group.messages[counts[1] :])
    above = [message.text for message in whole.messages[counts[2] :]]
    assert any(held in text for text in above)
    assert any(free in text for text in above)

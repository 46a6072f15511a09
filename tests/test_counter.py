"""The counter: who is expected on a day, checked in, did not come, or stands in line; on both databases."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from sqlalchemy import select

from bot.app import App
from bot.web.counter import CHECK_INS
from flows.words import Words
from integrations.store import waiters
from integrations.store.tables import booking_people, bookings
from tests.desk import NAME, Desk, desk_of, entries, sends_to_the_sign_in, with_account
from tests.inputs.test_id_number import with_check_digit
from tests.line import a_waiter
from tests.talk import MAN, OTHER_MAN, OTHER_WOMAN, SPEECH, WOMAN, HandClock, Talk, book, work_off

DAY = "/desk/day/2026-05-20"
THIRD_COUPLE = with_check_digit("62042319880101001"), with_check_digit("62042319930707008")
SERVICE = "divorce_withdrawal"


def at(clock: HandClock, time: str, day: str = "2026-05-20") -> None:
    """Sets the clock to a time of the day of the appointments."""
    clock.now = datetime.fromisoformat(f"{day}T{time}:00+08:00")


@pytest.fixture
async def desk(any_app: App) -> AsyncIterator[Desk]:
    await with_account(any_app)
    async with desk_of(any_app) as opened:
        assert (await opened.sign_in()).status_code == 303
        yield opened


async def come(desk: Desk, clock: HandClock, time: str) -> None:
    """A clerk comes to the counter; a session that was not used for a while has ended."""
    at(clock, time)
    assert (await desk.sign_in()).status_code == 303


def states(page: str) -> dict[str, str]:
    """The state of each number on the page."""
    rows = re.findall(r'<tr class="(\w+)">.*?<td class="number">(.*?)</td>', page, re.DOTALL)
    return {re.sub("<[^>]+>", "", number): state for state, number in rows}


async def stored(app: App, number: str) -> tuple[str, bool]:
    """State of a booking, and whether somebody came."""
    async with app.database.read() as connection:
        chosen = select(bookings.c.state, bookings.c.arrived_at).where(bookings.c.number == number)
        row = (await connection.execute(chosen)).one()
    return row.state, row.arrived_at is not None


async def test_the_day_shows_time_service_number_state_and_masked_names(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    later = await book(Talk(any_app), time="10:30")
    sooner = await book(Talk(any_app, "c1"), time="09:00", people=(OTHER_MAN, OTHER_WOMAN))
    await book(Talk(any_app, "c2"), day="2026-05-21", people=THIRD_COUPLE)
    await come(desk, clock, "08:30")
    page = await desk.read(DAY)
    assert list(states(page)) == [sooner, later]
    for shown in ("09:00", "10:30", "结婚登记", "张* 李*", f"/desk/cases/{later}", "2026年5月20日"):
        assert shown in page
    for hidden in ("张三", MAN, MAN[-6:], "13800000000"):
        assert hidden not in page
    assert (NAME, "day opened", "marriage 2026-05-20") in await entries(any_app)


async def test_the_day_says_how_many_wait_for_it(any_app: App, desk: Desk) -> None:
    waiting = Words("counter-in_line", {"n": 2})
    assert SPEECH.render(waiting, "zh-Hans") not in await desk.read(DAY)
    async with any_app.database.write() as connection:
        for name in ("a", "b"):
            await waiters.join(connection, a_waiter(name), any_app.clock())
        await waiters.join(connection, a_waiter("c", state=waiters.LEFT), any_app.clock())
    assert SPEECH.render(waiting, "zh-Hans") in await desk.read(DAY)


async def test_the_desk_leads_to_today_and_any_day_can_be_chosen(desk: Desk, clock: HandClock) -> None:
    assert 'href="/desk/day"' in await desk.read()
    for query, day in (("", "2026-05-11"), ("?on=2026-05-20", "2026-05-20"), ("?on=soon", "2026-05-11")):
        answer = await desk.client.get(f"/desk/day{query}")
        assert answer.headers["location"] == f"/desk/day/{day}?office=marriage"
    assert (await desk.client.get("/desk/day/0001-01-01")).status_code == 422


@pytest.mark.parametrize(
    "typed", ["{number}", "{small}", "{bare}", "{wide}", "01001X", "01001x", "６２０４２３１９９００１０１００１Ｘ"]
)
async def test_one_field_takes_a_number_as_typed_or_scanned_and_the_end_of_an_id(
    any_app: App, desk: Desk, clock: HandClock, typed: str
) -> None:
    number = await book(Talk(any_app))
    await come(desk, clock, "09:20")
    wide = "".join(chr(ord(char) + 0xFEE0) for char in number)
    said = typed.format(number=number, small=number.lower(), bare=number.replace("-", ""), wide=wide)
    answer = await desk.post(f"{DAY}/arrive", who_came=said)
    assert answer.headers["location"] == f"{DAY}?office=marriage&number={number}"
    assert states(await desk.read(DAY)) == {number: "came"}
    assert (NAME, "checked in", number) in await entries(any_app)
    assert MAN[-6:] not in str(await entries(any_app))


async def test_a_check_in_counts_once_and_can_be_undone(any_app: App, desk: Desk, clock: HandClock) -> None:
    number = await book(Talk(any_app))
    await come(desk, clock, "09:20")
    for _ in range(2):
        await desk.post(f"{DAY}/arrive", who_came=number)
    await desk.post(f"{DAY}/undo", number=number)
    assert await stored(any_app, number) == ("booked", False)
    done = [what for _, what, subject in await entries(any_app) if subject == number]
    assert done == ["checked in", "check-in undone"]


async def test_what_is_unknown_cancelled_or_of_another_day_is_told_alike(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    elsewhere = await book(Talk(any_app), day="2026-05-21")
    talk = Talk(any_app, "c1")
    gone = await book(talk, people=(OTHER_MAN, OTHER_WOMAN))
    await talk.all("我的预约", "1")
    await talk.tap("cancel")
    await talk.tap("yes")
    assert await stored(any_app, gone) == ("cancelled", False)
    await come(desk, clock, "09:20")
    told = set()
    for typed in (elsewhere, MAN[-6:], gone, OTHER_MAN[-6:], "JT260511-AAAAAA", "000000", "?", ""):
        answer = await desk.post(f"{DAY}/arrive", who_came=typed)
        told.add((answer.status_code, re.sub(r'name="(form|once)" value="[^"]+"', "", answer.text)))
    assert len(told) == 1
    assert "今天没有对得上的预约" in told.pop()[1]
    assert MAN[-6:] not in str(await entries(any_app))


async def test_several_of_one_tail_are_to_choose_from(any_app: App, desk: Desk, clock: HandClock) -> None:
    numbers = [
        await book(Talk(any_app)),
        await book(Talk(any_app, "c1"), time="10:00", people=(same_tail(MAN), OTHER_WOMAN)),
    ]
    await come(desk, clock, "09:20")
    page = (await desk.post(f"{DAY}/arrive", who_came=MAN[-6:])).text
    chooser = page[page.index('class="choose"') : page.index('class="doing"')]
    assert all(number in chooser for number in numbers)
    assert set(states(page).values()) == {"awaited"}
    await desk.post(f"{DAY}/arrive", who_came=numbers[1])
    assert states(await desk.read(DAY)) == {numbers[0]: "awaited", numbers[1]: "came"}


def same_tail(number: str) -> str:
    """Another person's number with the same last six characters."""
    others = (with_check_digit(f"620423{year}{number[10:17]}") for year in range(1960, 2000))
    return next(other for other in others if other[-6:] == number[-6:] and other != number)


async def test_a_moved_booking_is_found_by_its_people_on_its_new_day_only(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    talk = Talk(any_app)
    number = await book(talk)
    await talk.all("我的预约", "1")
    await talk.tap("move")
    await talk.all("2026-05-21", "10:00")
    await talk.tap("yes")
    await come(desk, clock, "09:20")
    assert (await desk.post(f"{DAY}/arrive", who_came=MAN[-6:])).status_code == 404
    at(clock, "09:50", "2026-05-21")
    await desk.sign_in()
    for person in (MAN, WOMAN):
        answer = await desk.post("/desk/day/2026-05-21/arrive", who_came=person[-6:])
        assert number in answer.headers["location"]
    async with any_app.database.read() as connection:
        tails = [row.tail for row in await connection.execute(select(booking_people.c.tail))]
    assert len({*tails}) == 2
    assert None not in tails


async def test_tries_are_counted(any_app: App, desk: Desk, clock: HandClock) -> None:
    await come(desk, clock, "09:20")
    at(clock, "09:20", "2026-05-11")
    await desk.sign_in()
    answers = [
        (await desk.post("/desk/day/2026-05-11/arrive", who_came="000000")).status_code for _ in range(CHECK_INS + 1)
    ]
    assert answers == [404] * CHECK_INS + [429]


async def test_nobody_is_marked_where_the_counter_checked_nobody_in(any_app: App, clock: HandClock) -> None:
    number = await book(Talk(any_app))
    at(clock, "10:01")
    await work_off(any_app)
    assert await stored(any_app, number) == ("past", False)


async def test_who_did_not_come_is_marked_on_a_day_the_counter_was_used(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    came = await book(Talk(any_app), time="09:00")
    absent = await book(Talk(any_app, "c1"), time="09:30", people=(OTHER_MAN, OTHER_WOMAN))
    await come(desk, clock, "08:50")
    await desk.post(f"{DAY}/arrive", who_came=came)
    await come(desk, clock, "10:01")
    await work_off(any_app)
    assert await stored(any_app, came) == ("past", True)
    assert await stored(any_app, absent) == ("no_show", False)
    assert states(await desk.read(DAY)) == {came: "came", absent: "absent"}
    again = await book(Talk(any_app, "c2"), day="2026-05-27", people=(OTHER_MAN, OTHER_WOMAN))
    assert await stored(any_app, again) == ("booked", False)  # they may book again

    await desk.post(f"{DAY}/no-show/undo", number=absent)
    assert await stored(any_app, absent) == ("past", False)
    await desk.post(f"{DAY}/no-show", number=came)  # who came is not marked
    await desk.post(f"{DAY}/no-show", number=absent)
    assert await stored(any_app, came) == ("past", True)
    assert await stored(any_app, absent) == ("no_show", False)
    await desk.post(f"{DAY}/arrive", who_came=absent)  # late, and here
    assert await stored(any_app, absent) == ("past", True)
    done = [what for _, what, subject in await entries(any_app) if subject == absent]
    assert done == ["no-show taken back", "no-show marked", "checked in"]


async def test_with_the_last_check_in_undone_nobody_stays_marked(any_app: App, desk: Desk, clock: HandClock) -> None:
    slip = await book(Talk(any_app), time="11:00")
    absent = await book(Talk(any_app, "c1"), time="09:30", people=(OTHER_MAN, OTHER_WOMAN))
    await come(desk, clock, "09:00")
    await desk.post(f"{DAY}/arrive", who_came=slip)
    await come(desk, clock, "10:01")
    await work_off(any_app)
    assert await stored(any_app, absent) == ("no_show", False)
    await desk.post(f"{DAY}/undo", number=slip)
    assert await stored(any_app, absent) == ("past", False)


async def walk_in(desk: Desk, form: str) -> str:
    """Takes a walk-in number; the page that shows it."""
    answer = await desk.post(f"{DAY}/walk-in", service=SERVICE, form=form)
    return (await desk.client.get(answer.headers["location"])).text


def large(page: str) -> str:
    found = re.search(r"<strong>(\d+)</strong>", page)
    assert found is not None
    return found[1]


async def test_walk_ins_get_the_next_number_once_for_each_form(any_app: App, desk: Desk, clock: HandClock) -> None:
    await come(desk, clock, "09:20")
    assert [large(await walk_in(desk, form)) for form in ("a", "b", "b", "c")] == ["1", "2", "2", "3"]
    assert list(states(await desk.read(DAY)).values()) == ["came"] * 3
    assert [what for _, what, _ in await entries(any_app)].count("walk-in") == 3
    clock.move("1d")
    await work_off(any_app)
    async with any_app.database.read() as connection:
        assert {row.state for row in await connection.execute(select(bookings.c.state))} == {"past"}


async def test_a_walk_in_who_asks_again_is_found_by_either_of_their_numbers(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    await come(desk, clock, "09:20")
    for form in ("a", "b"):
        await walk_in(desk, form)
    first, second = states(await desk.read(DAY))
    for typed in (second, second.replace("-", ""), "2", " ２ "):
        answer = await desk.post(f"{DAY}/arrive", who_came=typed)
        assert answer.headers["location"] == f"{DAY}?office=marriage&number={second}"
        assert large((await desk.client.get(answer.headers["location"])).text) == "2"
    assert [what for _, what, _ in await entries(any_app)].count("checked in") == 0, "they are here already"
    assert (await desk.post(f"{DAY}/arrive", who_came="3")).status_code == 404
    at(clock, "09:20", "2026-05-21")
    await desk.sign_in()
    assert (await desk.post("/desk/day/2026-05-21/arrive", who_came="2")).status_code == 404, "of another day"
    assert first != second


async def test_a_number_drawn_online_checks_in_by_its_number_in_line(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    talk = Talk(any_app)
    await talk.say("撤回离婚")
    await talk.tap("agree")
    await talk.say("2026-05-01")
    for choice in ("2026-05-20", "none", "yes"):
        await talk.tap(choice)
    await come(desk, clock, "09:20")
    answer = await desk.post(f"{DAY}/arrive", who_came="1")
    assert answer.status_code == 303
    (number,) = states(await desk.read(DAY))
    assert await stored(any_app, number) == ("booked", True)


async def test_walk_ins_alone_make_no_one_a_no_show(any_app: App, desk: Desk, clock: HandClock) -> None:
    number = await book(Talk(any_app))
    await come(desk, clock, "09:20")
    await walk_in(desk, "a")
    at(clock, "10:01")
    await work_off(any_app)
    assert await stored(any_app, number) == ("past", False)


async def test_the_waiting_time_is_said_only_where_the_line_is_known_to_move(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    await come(desk, clock, "09:20")
    assert "前面没有人在等" in await walk_in(desk, "a")
    assert 'class="waiting"' not in await walk_in(desk, "b")
    assert 'class="waiting"' not in await walk_in(desk, "c")
    first, second, _ = states(await desk.read(DAY))
    await desk.post(f"{DAY}/served", number=first)
    assert "前面有 2 位，大约要等 30 分钟" in await walk_in(desk, "d")
    await desk.post(f"{DAY}/served", number=second)
    assert "前面有 2 位，大约要等 30 分钟" in await walk_in(desk, "e")
    await desk.post(f"{DAY}/served/undo", number=second)
    assert "前面有 4 位，大约要等 60 分钟" in await walk_in(desk, "f")


async def test_who_was_checked_in_for_a_slot_is_before_a_walk_in(any_app: App, desk: Desk, clock: HandClock) -> None:
    number = await book(Talk(any_app))
    await come(desk, clock, "09:20")
    await desk.post(f"{DAY}/arrive", who_came=number)
    assert "前面有 1 位，大约要等 15 分钟" in await walk_in(desk, "a")
    at(clock, "10:01")
    await work_off(any_app)
    assert 'class="waiting"' not in await walk_in(desk, "b")


async def test_nothing_is_done_on_another_day_than_today(any_app: App, desk: Desk, clock: HandClock) -> None:
    number = await book(Talk(any_app))
    assert (await desk.post(f"{DAY}/arrive", who_came=number)).status_code == 404
    await desk.post(f"{DAY}/walk-in", service=SERVICE, form="a")
    assert states(await desk.read(DAY)) == {number: "awaited"}
    assert "who_came" not in await desk.read(DAY)


async def test_strangers_and_forms_of_other_sites_do_nothing(any_app: App, desk: Desk, clock: HandClock) -> None:
    number = await book(Talk(any_app))
    await come(desk, clock, "09:20")
    async with desk_of(any_app) as stranger:
        assert sends_to_the_sign_in(await stranger.client.get(DAY))
        assert sends_to_the_sign_in(await stranger.post(f"{DAY}/arrive", who_came=number))
    for path in ("arrive", "undo", "no-show", "no-show/undo", "served", "served/undo", "walk-in"):
        forged = {"token": "x", "who_came": number, "number": number, "service": SERVICE}
        assert sends_to_the_sign_in(await desk.client.post(f"{DAY}/{path}", data=forged))
    assert await stored(any_app, number) == ("booked", False)
    assert states(await desk.read(DAY)) == {number: "awaited"}

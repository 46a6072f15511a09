"""Danger is taken to those on duty, level by level, until one of them takes it on; what is said of it is true."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from bot.app import App
from flows.desk.climbing import QUICK_STEPS, SLOW, circle, next_step
from flows.desk.rights import Clerk, Level, Role
from integrations.store import alerts, cases, conversations, due_work, queue
from integrations.store.due_work import Work
from integrations.store.queue import To
from integrations.store.tables import due_work as work_table
from tests.staffing import alert_of, block, called, case_of, claim, close, on_duty, with_clerk
from tests.talk import HandClock, Talk, work_off
from tests.web import HURT


async def in_danger(app: App, *before: str, of: str = "c0") -> tuple[Talk, str]:
    """Somebody says danger words, after some others; the number of the ticket."""
    talk = Talk(app, of)
    await talk.all(*before, HURT)
    async with app.database.read() as connection:
        number = await queue.open_danger(connection, of)
    assert number is not None
    await work_off(app)
    return talk, number


PHONE = "13900005678"
FROM_A_VILLAGE = ["留言", "同意", "芦阳镇", "1"]
"""What leads to danger words of somebody whose village is known."""


async def village_of(app: App) -> str:
    """The village that the first of these is."""
    _, number = await in_danger(app, *FROM_A_VILLAGE, of="c9")
    village = (await case_of(app, number)).village
    assert village is not None
    await close(app, await with_clerk(app, "finder"), number)
    return village


async def told(app: App, of: str = "c0") -> list[str]:
    """What was told by itself in a conversation: the key of each first reply."""
    async with app.database.read() as connection:
        found = await conversations.entries(connection, app.vault, of, pushed_only=True)
    return [entry.replies[0].words.key for entry in found if entry.replies]


def of_staff(talk: Talk) -> str:
    """What the reply to danger says of those on duty."""
    said = {"danger-office", "danger-calling", "danger-attended"} & set(talk.keys)
    assert len(said) == 1
    return said.pop()


# --- who is called ---


async def test_levels_are_called_one_more_every_few_minutes_until_all_are_and_then_all_of_them_again(
    any_app: App, clock: HandClock
) -> None:
    village = await village_of(any_app)
    for name, scope in (
        ("cun", (Level.VILLAGE, "luyang", village)),
        ("cun_other", (Level.VILLAGE, "luyang", "no-such-village")),
        ("zhen", (Level.TOWNSHIP, "luyang")),
        ("zhen_other", (Level.TOWNSHIP, "xiquan")),
        ("xian", (Level.COUNTY,)),
    ):
        await on_duty(any_app, await with_clerk(any_app, name, *scope, phone=PHONE))
    talk, number = await in_danger(any_app, *FROM_A_VILLAGE)
    assert of_staff(talk) == "danger-calling"
    steps = [[(0, "cun")], [(1, "cun"), (1, "zhen")]]
    steps += [[(n, "cun"), (n, "xian"), (n, "zhen")] for n in (2, 3)]
    assert await called(any_app, number) == steps[0]
    for n in (1, 2, 3):
        clock.now += timedelta(minutes=any_app.place.climb_minutes, seconds=-1)
        await work_off(any_app)
        assert await called(any_app, number) == [each for step in steps[:n] for each in step]
        clock.move("1s")
        await work_off(any_app)
        assert await called(any_app, number) == [each for step in steps[: n + 1] for each in step]


async def test_of_one_whose_township_is_not_known_the_county_is_called(any_app: App) -> None:
    await on_duty(any_app, await with_clerk(any_app, "zhen", Level.TOWNSHIP, "luyang", phone=PHONE))
    await on_duty(any_app, await with_clerk(any_app, "xian", phone=PHONE))
    _, number = await in_danger(any_app)
    assert await called(any_app, number) == [(0, "xian")]


async def test_where_nobody_is_on_duty_that_is_not_said_and_who_comes_on_duty_is_called_then(
    any_app: App, clock: HandClock
) -> None:
    xian = await with_clerk(any_app, "xian", phone=PHONE)
    await on_duty(any_app, xian, clock() + timedelta(minutes=40))
    talk, number = await in_danger(any_app)
    assert of_staff(talk) == "danger-office"
    for _ in range(13):
        clock.move("3m")
        await work_off(any_app)
    assert await called(any_app, number) == []
    clock.move("3m")
    await work_off(any_app)
    assert [name for _, name in await called(any_app, number)] == ["xian"]
    await talk.say(HURT)
    assert of_staff(talk) == "danger-calling"


async def test_nobody_is_called_whose_account_is_blocked(any_app: App) -> None:
    await on_duty(any_app, await with_clerk(any_app, "xian", phone=PHONE))
    await block(any_app, "xian")
    talk, number = await in_danger(any_app)
    assert (of_staff(talk), await called(any_app, number)) == ("danger-office", [])


async def test_a_step_that_is_done_twice_calls_once_and_plans_the_next_once(any_app: App, clock: HandClock) -> None:
    await on_duty(any_app, await with_clerk(any_app, "xian", phone="13900000000"))
    _, number = await in_danger(any_app)
    clock.move("3m")
    await work_off(any_app)
    async with any_app.database.write() as connection:  # as if the lease had been lost before it was settled
        again = update(work_table).where(work_table.c.id.startswith(f"alert:{number}:0:"))
        moved = await connection.execute(again.values(state="waiting", due_at=clock(), leased_until=None))
    assert moved.rowcount == 1
    await work_off(any_app)
    assert await called(any_app, number) == [(0, "xian"), (1, "xian")]
    assert (await alert_of(any_app, number)).step == 2
    clock.move("3m")
    await work_off(any_app)
    assert await called(any_app, number) == [(0, "xian"), (1, "xian"), (2, "xian")]


async def test_a_short_message_goes_to_those_with_a_telephone_once_a_step_and_names_nobody(
    any_app: App, clock: HandClock, capfd: pytest.CaptureFixture[str]
) -> None:
    await on_duty(any_app, await with_clerk(any_app, "xian", phone="13900001234"))
    await on_duty(any_app, await with_clerk(any_app, "other"))
    talk, number = await in_danger(any_app, "我是张三")
    assert talk.keys
    for n in (1, 2):
        lines = [line for line in capfd.readouterr().err.splitlines() if "SMS" in line]
        assert len(lines) == 1, n
        assert number in lines[0]
        assert not any(word in lines[0] for word in ("张三", "他打我", "13900001234", "危险"))
        clock.move("3m")
        await work_off(any_app)


# --- taken on ---


async def test_who_takes_it_on_ends_the_calls_and_only_then_and_once_the_resident_is_told(
    any_app: App, clock: HandClock, capfd: pytest.CaptureFixture[str]
) -> None:
    xian = await with_clerk(any_app, "xian", phone="13900001234")
    await on_duty(any_app, xian)
    talk, number = await in_danger(any_app)
    assert await told(any_app) == []
    assert await claim(any_app, xian, number)
    assert not await claim(any_app, await with_clerk(any_app, "late"), number)
    assert await told(any_app) == ["danger-taken"]
    alert = await alert_of(any_app, number)
    assert (alert.state, alert.acknowledged_by) == (alerts.ACKNOWLEDGED, "xian")
    await talk.say(HURT)
    assert of_staff(talk) == "danger-attended"
    assert await talk.say("他走了") == [], "who has taken it on reads along"
    capfd.readouterr()
    for _ in range(4):
        clock.move("3m")
        await work_off(any_app)
    assert await called(any_app, number) == [(0, "xian")]
    assert "SMS" not in capfd.readouterr().err
    async with any_app.database.read() as connection:
        assert await cases.of_conversation(connection, "c0") == [number]


async def test_danger_that_is_told_again_some_time_after_it_was_taken_on_calls_again(
    any_app: App, clock: HandClock
) -> None:
    xian = await with_clerk(any_app, "xian", phone="13900001234")
    await on_duty(any_app, xian)
    talk, number = await in_danger(any_app)
    assert await claim(any_app, xian, number)
    clock.move("6m")
    await talk.say(HURT)
    assert of_staff(talk) == "danger-calling"
    await work_off(any_app)
    assert (await alert_of(any_app, number)).state == alerts.CALLING
    assert [name for _, name in await called(any_app, number)] == ["xian", "xian"]
    assert HURT in str((await case_of(any_app, number)).content["answers"][-1]["value"])
    await talk.say("他走了")
    assert talk.keys == ["handoff-noted"], "nobody has it now"
    assert await claim(any_app, xian, number)


async def test_a_short_message_that_is_still_to_be_sent_when_somebody_takes_it_on_is_not_sent(
    any_app: App, capfd: pytest.CaptureFixture[str]
) -> None:
    xian = await with_clerk(any_app, "xian", phone="13900001234")
    _, number = await in_danger(any_app)
    await claim(any_app, xian, number)
    now = any_app.clock()
    late = Work(f"alert_sms:{number}:0:xian", "alert_sms", now, {"number": number, "staff": "xian"}, number)
    async with any_app.database.write() as connection:
        await due_work.schedule(connection, any_app.vault, late, now)
    await work_off(any_app)
    assert "SMS" not in capfd.readouterr().err


async def test_danger_that_is_passed_on_calls_again_and_is_not_said_to_be_taken_on_until_it_is(
    any_app: App, clock: HandClock
) -> None:
    xian = await with_clerk(any_app, "xian", phone=PHONE)
    zhen = await with_clerk(any_app, "zhen", Level.TOWNSHIP, "luyang", phone=PHONE)
    for clerk in (xian, zhen):
        await on_duty(any_app, clerk)
    talk, number = await in_danger(any_app)
    await claim(any_app, xian, number)
    clock.move("10m")
    await work_off(any_app)
    world, case = await any_app.world(), await case_of(any_app, number)
    async with any_app.database.write() as connection:
        to = To(Level.TOWNSHIP, "luyang")
        assert await any_app.handling.pass_on(connection, case, xian, to, "", world)
    await work_off(any_app)
    assert [name for step, name in await called(any_app, number) if step > 0] == ["xian", "zhen"]
    await talk.say(HURT)
    assert of_staff(talk) == "danger-calling"
    clock.move("1m")
    assert await claim(any_app, zhen, number)
    assert (await told(any_app))[-1] == "danger-taken"
    assert (await alert_of(any_app, number)).acknowledged_by == "zhen"


async def test_with_the_ticket_the_alert_is_over_and_danger_told_again_is_another(
    any_app: App, clock: HandClock
) -> None:
    xian = await with_clerk(any_app, "xian", phone=PHONE)
    await on_duty(any_app, xian)
    talk, first = await in_danger(any_app)
    assert await close(any_app, xian, first)
    assert (await alert_of(any_app, first)).state == alerts.OVER
    clock.move("10m")
    await work_off(any_app)
    assert await called(any_app, first) == [(0, "xian")]
    await talk.say(HURT)
    assert of_staff(talk) == "danger-calling"
    await work_off(any_app)
    async with any_app.database.read() as connection:
        (_, second) = await cases.of_conversation(connection, "c0")
    assert await called(any_app, second) == [(0, "xian")]


async def test_danger_told_again_after_words_that_opened_the_closed_ticket_once_more_calls_as_well(
    any_app: App,
) -> None:
    xian = await with_clerk(any_app, "xian", phone=PHONE)
    await on_duty(any_app, xian)
    talk, first = await in_danger(any_app)
    world, case = await any_app.world(), await case_of(any_app, first)
    async with any_app.database.write() as connection:
        await cases.mark(connection, first, [cases.FILED], cases.SEEN, world.now)
        assert await any_app.handling.close(connection, case, xian, "told", world)
    await talk.say("他又来了")  # before the closing is told
    assert (await case_of(any_app, first)).state == cases.FILED
    await talk.say(HURT)
    assert of_staff(talk) == "danger-calling"
    async with any_app.database.read() as connection:
        number = await queue.open_danger(connection, "c0")
    assert number != first
    await work_off(any_app)
    assert await called(any_app, str(number)) == [(0, "xian")]


# --- the rule ---


LEVELS = st.sampled_from(list(Level))
PEOPLE = st.lists(LEVELS, max_size=8).map(
    lambda levels: [Clerk(f"clerk{n}", "", Role.DESK, level) for n, level in enumerate(levels)]
)


@given(people=PEOPLE, step=st.integers(0, 40))
def test_a_later_step_calls_nobody_less_and_three_steps_reach_everybody_on_duty(
    people: Sequence[Clerk], step: int
) -> None:
    now = circle(people, step)
    assert set(now) <= set(people)
    assert set(now) <= set(circle(people, step + 1))
    assert bool(now) == bool(people), "a level where nobody is on duty costs no time"
    assert set(circle(people, 2)) == set(people)
    order = list(Level)
    highest = max((order.index(clerk.level) for clerk in now), default=0)
    assert all(clerk in now for clerk in people if order.index(clerk.level) <= highest), "nobody below is left out"


@given(step=st.integers(1, 60), minutes=st.integers(1, 120))
def test_there_is_always_a_next_step(step: int, minutes: int) -> None:
    at = datetime.fromisoformat("2026-05-11T12:00:00+08:00")
    waited = next_step(at, step, minutes) - at
    assert waited == (timedelta(minutes=minutes) if step < QUICK_STEPS else max(SLOW, timedelta(minutes=minutes)))

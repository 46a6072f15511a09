"""Calls for volunteers (派单): who is asked and when, who comes first, and that everybody hears of it once."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from bot.app import App
from flows.hours import SHANGHAI
from flows.volunteers import calls
from flows.volunteers.calls import EVERY, WAVE
from integrations.store.volunteers import dispatches, registry
from integrations.store.volunteers.tables import activities, enrolments
from integrations.store.volunteers.tables import dispatches as call_table
from integrations.store.volunteers.tables import volunteers as volunteer_table
from tests.calling import ORGANISATION, a_call, a_volunteer, an_organisation, asked, call_of, told, volunteers
from tests.talk import HandClock, Talk, an_app, work_off
from tests.transcripts.walks import said, world_at

NIGHT = datetime.fromisoformat("2026-05-11T22:00:00+08:00")
LATER = datetime.fromisoformat("2026-05-14T09:00:00+08:00")


async def accepts(app: App, n: int) -> Talk:
    """The n-th volunteer says that they come."""
    talk = Talk(app, f"v{n}")
    await said(talk, "接派单", "=accept")
    return talk


async def test_of_a_hundred_who_accept_at_once_exactly_as_many_come_as_are_needed_and_each_hears_once(
    any_app: App, clock: HandClock
) -> None:
    await volunteers(any_app, 100)
    call = await a_call(any_app, needed=7)
    for _ in range(4):
        clock.now += EVERY
        await work_off(any_app)
    assert len(await asked(any_app, call)) == 100
    talks = [Talk(any_app, f"v{n}") for n in range(100)]
    for talk in talks:
        await talk.say("接派单")
    await asyncio.gather(*(talk.tap("accept") for talk in talks))
    come = [talk.conversation for talk in talks if "help_out-accepted" in talk.keys]
    assert len(come) == 7
    assert all("help_out-too_late" in talk.keys for talk in talks if talk.conversation not in come)
    assert Counter(each.state for each in (await asked(any_app, call)).values()) == {"accepted": 7, "over": 93}
    now = await call_of(any_app, call)
    assert (now.state, now.filled) == ("filled", 7)
    clock.now += timedelta(hours=1)
    for talk in talks:
        heard = await told(any_app, talk.conversation)
        assert heard.count("help_out-asked") == 1
        assert heard.count("help_out-filled") == (talk.conversation not in come), talk.conversation


async def test_without_the_look_at_what_is_left_too_many_would_come(
    any_app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: it is the condition of the UPDATE that keeps the last place for one."""
    await volunteers(any_app, 2)
    call = await a_call(any_app)
    monkeypatch.setattr(dispatches, "_has_place", lambda: call_table.c.needed > 0)
    async with any_app.database.write() as connection:
        await connection.execute(update(call_table).values(needed=2, filled=1))
        own = (connection, call.number)
        assert await dispatches.accept(*own, "JT260501-000000", any_app.clock())
        await connection.execute(update(call_table).values(state="asking"))
        with pytest.raises(Exception, match="filled"):  # only the check of the table is left to hold it
            await dispatches.accept(*own, "JT260501-000001", any_app.clock())


async def test_nobody_is_asked_at_night_but_in_an_emergency(any_app: App, clock: HandClock) -> None:
    await volunteers(any_app, 1)
    clock.now = NIGHT
    call = await a_call(any_app, starts_at=LATER, ends_at=LATER + timedelta(hours=2))
    assert await told(any_app, "v0") == []
    lost = {"starts_at": NIGHT, "ends_at": NIGHT + timedelta(hours=6), "kind": "emergency", "what": "寻人"}
    urgent = await a_call(any_app, "JT260511-URGENT", urgent=True, **lost)
    assert await told(any_app, "v0") == ["help_out-asked"]
    assert (list(await asked(any_app, urgent)), list(await asked(any_app, call))) == (["v0"], [])
    clock.now = NIGHT + timedelta(hours=9, minutes=59)
    assert await told(any_app, "v0") == ["help_out-asked"]
    clock.now += timedelta(minutes=1)
    assert await told(any_app, "v0") == ["help_out-asked"] * 2
    assert list(await asked(any_app, call)) == ["v0"]


async def test_that_it_is_filled_at_night_is_told_in_the_morning(any_app: App, clock: HandClock) -> None:
    await volunteers(any_app, 2)
    await a_call(any_app, starts_at=LATER, ends_at=LATER + timedelta(hours=2))
    clock.now = NIGHT
    await accepts(any_app, 1)
    assert await told(any_app, "v0") == ["help_out-asked"]
    clock.now = NIGHT + timedelta(hours=10)
    assert await told(any_app, "v0") == ["help_out-asked", "help_out-filled"]


async def test_more_are_asked_wave_by_wave_while_it_is_not_filled_the_near_ones_first(
    any_app: App, clock: HandClock
) -> None:
    await an_organisation(any_app)
    for n in range(WAVE + 5):
        await a_volunteer(any_app, n, township="wufo" if n < 5 else "luyang")
    call = await a_call(any_app)
    assert set(await asked(any_app, call)) == {f"v{n}" for n in range(5, WAVE + 5)}
    clock.now += EVERY - timedelta(seconds=1)
    await work_off(any_app)
    assert len(await asked(any_app, call)) == WAVE
    clock.now += timedelta(seconds=1)
    await work_off(any_app)
    assert len(await asked(any_app, call)) == WAVE + 5


async def test_once_it_is_filled_nobody_more_is_asked(any_app: App, clock: HandClock) -> None:
    await volunteers(any_app, WAVE + 1)
    call = await a_call(any_app)
    await accepts(any_app, 0)
    clock.now += EVERY * 3
    await work_off(any_app)
    assert len(await asked(any_app, call)) == WAVE


async def test_only_those_are_asked_whom_it_suits_and_who_are_free(any_app: App) -> None:
    await an_organisation(any_app)
    suits: dict[int, dict[str, Any]] = {
        0: {},
        1: {"kinds": ("elder", "child")},
        2: {"times": ()},
        3: {"times": ("workday_day",)},
        4: {"township": None},
    }
    not_at_all: dict[int, dict[str, Any]] = {
        10: {"kinds": ("child",)},
        11: {"times": ("weekend",)},
        12: {"times": ("workday_evening",)},
        13: {"calls": False},
        14: {"state": "waiting"},
        15: {"conversation": None},
        16: {"born": date(2010, 1, 1)},  # a minor is never asked, whatever their registration says
        17: {},
        18: {},
    }
    for n, offers in (suits | not_at_all).items():
        await a_volunteer(any_app, n, **offers)
    begins = datetime.fromisoformat("2026-05-12T10:00:00+08:00")
    post: dict[str, Any] = {"number": "JT260511-POSTED", "organisation": ORGANISATION, "organiser": "x", "project": "p"}
    post |= {"kind": "elder", "starts_at": begins, "ends_at": begins + timedelta(hours=3), "seats": 5, "taken": 1}
    post |= {"youngest": 0, "risk": "none", "insured": False, "state": "open", "sealed": b""}
    async with any_app.database.write() as connection:
        now = any_app.clock()
        await connection.execute(activities.insert(), {**post, "posted_at": now, "updated_at": now})
        joined = {"activity": post["number"], "volunteer": "JT260501-000017", "state": "joined"}
        await connection.execute(enrolments.insert(), {**joined, "since": now, "updated_at": now})
        own = volunteer_table.c.number == "JT260501-000016"
        await connection.execute(update(volunteer_table).where(own).values(calls=True))
    other = await a_call(any_app, "JT260511-OTHERS", kind="culture")
    busy = Talk(any_app, "v18")
    await said(busy, "接派单", "=accept")
    call = await a_call(any_app)
    assert set(await asked(any_app, call)) == {f"v{n}" for n in suits}
    assert (await call_of(any_app, other)).filled == 1


async def test_nobody_accepts_two_calls_of_one_time(any_app: App) -> None:
    await volunteers(any_app, 2)
    first, second = await a_call(any_app), await a_call(any_app, "JT260511-SECOND")
    talk = Talk(any_app, "v0")
    await said(talk, "接派单", f"={first.number}:JT260501-000000", "=accept")
    await said(talk, "接派单", f"={second.number}:JT260501-000000", "=accept")
    assert "help_out-busy" in talk.keys
    assert (await call_of(any_app, second)).filled == 0


async def test_who_gives_it_up_is_replaced_and_who_was_told_it_is_filled_is_asked_again(
    any_app: App, clock: HandClock
) -> None:
    await volunteers(any_app, 3)
    call = await a_call(any_app)
    gone = await accepts(any_app, 0)
    assert await told(any_app, "v1") == ["help_out-asked", "help_out-filled"]
    await said(gone, "接派单", "=give_up")
    assert (await call_of(any_app, call)).state == "asking"
    clock.now += EVERY
    assert await told(any_app, "v1") == ["help_out-asked", "help_out-filled", "help_out-asked"]
    assert await told(any_app, "v0") == ["help_out-asked"]
    talk = await accepts(any_app, 2)
    assert "help_out-accepted" in talk.keys
    now = await call_of(any_app, call)
    assert (now.state, now.filled) == ("filled", 1)
    assert (await told(any_app, "v1"))[-1] == "help_out-filled"


async def test_a_refill_begins_at_once_when_no_wave_was_to_come(any_app: App, clock: HandClock) -> None:
    await volunteers(any_app, 2)
    call = await a_call(any_app)
    gone = await accepts(any_app, 0)
    clock.now += EVERY  # the wave that was to come finds it filled, and is the last
    await work_off(any_app)
    await said(gone, "接派单", "=give_up")
    await work_off(any_app)
    assert (await asked(any_app, call))["v1"].state == "asked"


async def test_what_is_called_off_is_told_once_to_who_comes_and_who_was_asked(any_app: App) -> None:
    await volunteers(any_app, 3)
    call = await a_call(any_app, needed=2)
    await accepts(any_app, 0)
    await said(Talk(any_app, "v1"), "接派单", "=decline")
    world = await any_app.world()
    for expected in (True, False):
        async with any_app.database.write() as connection:
            assert await any_app.dispatching.cancel(connection, call.number, world) is expected
    heard = [await told(any_app, f"v{n}") for n in range(3)]
    assert [keys.count("help_out-called_off") for keys in heard] == [1, 0, 1]
    talk = Talk(any_app, "v2")
    await said(talk, "接派单")
    assert "help_out-none" in talk.keys


async def test_it_lapses_and_can_no_more_be_accepted(any_app: App, clock: HandClock) -> None:
    await volunteers(any_app, 2)
    call = await a_call(any_app, needed=2)
    await accepts(any_app, 0)
    talk = Talk(any_app, "v1")
    await talk.say("接派单")
    clock.now = call.until
    await talk.tap("accept")
    assert "help_out-too_late" in talk.keys
    assert "help_out-filled" not in await told(any_app, "v1")
    now = await call_of(any_app, call)
    assert (now.state, now.filled) == ("lapsed", 1)


@pytest.mark.parametrize("word", ["别再问我", "不要再派单", "不再接收求助消息"])
async def test_calls_end_by_a_word_with_one_confirmation_at_most(app: App, word: str) -> None:
    await volunteers(app, 2)
    call = await a_call(app)
    talk, other = Talk(app, "v0"), Talk(app, "v1")
    await said(talk, word, "=calls_off")  # as an answer to the message itself
    await said(other, "接派单", word)  # as an answer to the question
    for n in range(2):
        async with app.database.read() as connection:
            found = await registry.by_number(connection, app.vault, f"JT260501-{n:06}")
        assert found is not None
        assert not found.calls
    await a_call(app, "JT260511-SECOND")
    world = await app.world()
    async with app.database.write() as connection:
        assert await app.dispatching.cancel(connection, call.number, world)
    assert [await told(app, each) for each in ("v0", "v1")] == [["help_out-asked"]] * 2


async def test_a_call_is_told_without_the_place_and_without_numbers_that_were_typed(app: App) -> None:
    await volunteers(app, 1)
    await a_call(app, what="陪诊，电话13912345678")
    talk = Talk(app, "v0")
    shown = "".join(talk.text(reply) for reply in await talk.say("接派单"))
    assert "陪诊" in shown
    assert not [each for each in ("13912345678", "县医院", "0943") if each in shown]
    replies = await talk.tap("accept")
    assert "县医院" in "".join(talk.text(reply) for reply in replies)


async def test_nobody_answers_a_call_for_somebody_else(app: App) -> None:
    await volunteers(app, 2)
    call = await a_call(app)
    stranger = Talk(app, "stranger")
    await said(stranger, "接派单")
    assert "help_out-no_volunteer" in stranger.keys
    talk = Talk(app, "v0")
    await talk.say("接派单")
    await talk.tap(f"{call.number}:JT260501-000001")
    assert (await call_of(app, call)).filled == 0


@pytest.mark.parametrize(
    ("span", "parts"),
    [
        (("2026-05-12T09:00", "2026-05-12T11:00"), {"workday_day"}),
        (("2026-05-12T17:00", "2026-05-12T19:00"), {"workday_day", "workday_evening"}),
        (("2026-05-12T16:00", "2026-05-12T18:00"), {"workday_day"}),
        (("2026-05-12T18:00", "2026-05-12T20:00"), {"workday_evening"}),
        (("2026-05-12T05:00", "2026-05-12T06:00"), {"workday_evening"}),
        (("2026-05-16T09:00", "2026-05-16T11:00"), {"weekend"}),
        (("2026-05-15T20:00", "2026-05-16T01:00"), {"workday_evening", "weekend"}),
        (("2026-05-15T20:00", "2026-05-16T00:00"), {"workday_evening"}),
        (("2026-10-01T09:00", "2026-10-01T10:00"), {"weekend"}),
        (("2026-05-09T09:00", "2026-05-09T10:00"), {"workday_day"}),  # a make-up day
    ],
)
def test_the_times_a_span_touches(span: tuple[str, str], parts: set[str]) -> None:
    begins, ends = (datetime.fromisoformat(f"{each}+08:00") for each in span)
    assert calls.parts_of_day(begins, ends, world_at("2026-05-01T12:00")) == parts


@pytest.mark.parametrize(
    ("now", "awake"),
    [
        ("2026-05-11T20:59", "2026-05-11T20:59"),
        ("2026-05-11T21:00", "2026-05-12T08:00"),
        ("2026-05-12T00:00", "2026-05-12T08:00"),
        ("2026-05-12T07:59", "2026-05-12T08:00"),
        ("2026-05-12T08:00", "2026-05-12T08:00"),
    ],
)
def test_the_night_is_from_nine_to_eight(now: str, awake: str) -> None:
    assert calls.awake(world_at(now)) == datetime.fromisoformat(awake).replace(tzinfo=SHANGHAI)


async def test_who_was_not_asked_for_longest_is_asked_first(tmp_path: Path) -> None:
    clock = HandClock()
    async with an_app(tmp_path, clock) as app:
        await volunteers(app, WAVE + 3)
        await a_call(app)
        clock.now += timedelta(minutes=1)
        second = await a_call(app, "JT260511-SECOND")
        assert {"v20", "v21", "v22"} <= set(await asked(app, second))

"""What the staff do about a ticket at the desk, and what of it its resident sees: once, truly, and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import datetime, timedelta

import httpx
import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from bot.web.site import make_site
from flows.desk.rights import Level
from integrations.store import cases, conversations, notices, queue
from integrations.store.database import Collision
from integrations.store.tables import cases as case_table
from tests.desk import PASSWORD, Desk, desk_of, entries, once
from tests.staffing import case_of, done_about, with_clerk
from tests.talk import HandClock, Talk, book, work_off
from tests.test_notices import states
from tests.transcripts.walks import the_log
from tests.web import HURT, Resident, client_of, conversation, is_problem, picture

WORDS = "周四上午可以来"
NOTE = "家里只有老人，慢慢说"


@pytest.fixture
async def li(any_app: App) -> AsyncIterator[Desk]:
    """The browser of a clerk of the county."""
    await with_clerk(any_app, "li")
    async with desk_of(any_app) as opened:
        assert (await opened.sign_in("li", PASSWORD)).status_code == 303
        yield opened


@pytest.fixture
async def zhao(any_app: App) -> AsyncIterator[Desk]:
    """The browser of another, of the relief section."""
    await with_clerk(any_app, "zhao", section="relief")
    async with desk_of(any_app) as opened:
        assert (await opened.sign_in("zhao", PASSWORD)).status_code == 303
        yield opened


async def asked_for(app: App, of: str = "c0", language: str = "zh-Hans") -> tuple[Talk, str]:
    """A resident in the middle of a service who asks for a person, and the number of the ticket."""
    talk = Talk(app, of, language)
    await talk.all("补领", "同意", "转人工")
    return talk, str(talk.question.receipt)


async def told(app: App, of: str = "c0") -> list[str]:
    """What was told by itself in a conversation: the key of each first reply."""
    async with app.database.read() as connection:
        found = await conversations.entries(connection, app.vault, of, pushed_only=True)
    return [entry.replies[0].words.key for entry in found if entry.replies]


# --- claimed ---


async def test_of_two_who_take_a_ticket_on_one_wins_and_the_other_is_told_who(
    any_app: App, li: Desk, zhao: Desk
) -> None:
    _, number = await asked_for(any_app)
    answers = await asyncio.gather(*(desk.post(f"/desk/cases/{number}/claim") for desk in (li, zhao)))
    assert sorted(answer.status_code for answer in answers) == [303, 409]
    (lost,) = (answer for answer in answers if answer.status_code == 409)
    holder = (await case_of(any_app, number)).holder
    assert f"{holder}主任已经接了这件事" in lost.text
    await work_off(any_app)
    assert await told(any_app) == ["staff-claimed"]
    assert [what for _, what in await done_about(any_app, number)] == ["claimed"]
    whats = [(who, what) for who, what, _ in await entries(any_app)]
    assert [who for who, what in whats if what == "case claimed"] == [holder]
    assert [who for who, what in whats if what == "claim came second"] == [{"li": "zhao", "zhao": "li"}[str(holder)]]


async def both_claim(app: App) -> tuple[str, list[bool]]:
    """Two clerks who both saw a ticket free take it on at once; its number, and who won."""
    _, number = await asked_for(app)
    clerks = [await with_clerk(app, name) for name in ("li", "zhao")]
    world, case = await app.world(), await case_of(app, number)
    barrier = asyncio.Barrier(2)

    async def claims(n: int) -> bool:
        await barrier.wait()
        while True:
            try:
                async with app.database.write() as connection:
                    return await app.handling.claim(connection, case, clerks[n], world)
            except Collision:  # their entries in the timeline met: it is tried again, as at the desk
                continue

    async with asyncio.timeout(30):
        return number, sorted(await asyncio.gather(claims(0), claims(1)))


async def test_of_two_who_both_saw_it_free_one_wins(any_app: App) -> None:
    number, won = await both_claim(any_app)
    assert won == [False, True]
    assert [what for _, what in await done_about(any_app, number)] == ["claimed"]


async def test_without_the_condition_that_nobody_holds_it_both_would(
    any_app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unconditional(connection: AsyncConnection, number: str, who: str, now: datetime) -> bool:
        own = update(case_table).where(case_table.c.number == number)
        return (await connection.execute(own.values(holder=who, updated_at=now))).rowcount == 1

    monkeypatch.setattr(queue, "claim", unconditional)
    number, won = await both_claim(any_app)
    assert won == [True, True]
    assert [what for _, what in await done_about(any_app, number)] == ["claimed", "claimed"]


async def test_a_ticket_that_was_taken_back_is_neither_taken_on_nor_closed_and_its_page_says_why(
    any_app: App, li: Desk
) -> None:
    talk, number = await asked_for(any_app)
    await li.read(f"/desk/cases/{number}")
    await talk.say("不用人工了")
    for what in ("claim", "close", "pass-on", "want"):
        answer = await li.post(f"/desk/cases/{number}/{what}", sure="yes", to="section:relief", text="x")
        assert answer.status_code in (303, 409), what
    await work_off(any_app)
    page = await li.read(f"/desk/cases/{number}")
    assert "对方不用人工了" in page
    assert f"/desk/cases/{number}/claim" not in page
    assert [what for _, what in await done_about(any_app, number)] == ["taken_back"]
    assert await told(any_app) == []
    assert {what for _, what, _ in await entries(any_app)} == {"signed in", "case opened"}


# --- answered ---


async def test_an_answer_names_the_clerk_and_the_office_and_takes_the_ticket_on(
    any_app: App, li: Desk, zhao: Desk
) -> None:
    talk, number = await asked_for(any_app)
    await zhao.post(f"/desk/cases/{number}/answer", text=WORDS)
    async with any_app.database.read() as connection:
        (entry,) = await conversations.entries(connection, any_app.vault, "c0", pushed_only=True)
    args = entry.replies[0].words.args
    assert (entry.replies[0].words.key, args["name"], args["office"].key) == (
        "staff-answer",
        "zhao主任",
        "section-relief",
    )
    assert (await case_of(any_app, number)).holder == "zhao"
    assert (await li.post(f"/desk/cases/{number}/claim")).status_code == 409
    assert await talk.say("好的") == []


async def test_an_answer_that_is_not_seen_in_two_hours_goes_up_the_ladder(
    any_app: App, li: Desk, clock: HandClock, capfd: pytest.CaptureFixture[str]
) -> None:
    number = await book(Talk(any_app))
    _, bare = await asked_for(any_app, "c1")
    for each in (number, bare):
        await li.post(f"/desk/cases/{each}/answer", text=WORDS)
    await work_off(any_app)
    clock.now += timedelta(hours=2, seconds=-1)
    await work_off(any_app)
    assert await states(any_app) == [notices.TOLD] * 2
    assert "SMS" not in capfd.readouterr().err
    clock.move("1s")
    await work_off(any_app)
    (line,) = [line for line in capfd.readouterr().err.splitlines() if "SMS" in line]
    assert number in line
    assert WORDS not in line
    async with any_app.database.read() as connection:
        (row,) = await notices.to_call(connection)
    assert (row.kind, row.number) == ("answer", bare), "who left no telephone number is called by nobody but a clerk"


# --- pictures ---


async def test_a_picture_of_the_staff_arrives_and_only_this_conversation_can_fetch_it(app: App) -> None:
    await with_clerk(app, "li")
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(client_of(make_site(app)))
        resident, other = await Resident.begin(client), await Resident.begin(client)
        await resident.say("转人工")
        async with app.database.read() as connection:
            (number,) = await cases.of_conversation(connection, conversation(app, resident))
        desk = Desk(client)
        await desk.sign_in("li", PASSWORD)
        for _ in range(2):
            sent = await shown(desk, number, picture("PNG"))
            assert sent.status_code == 303
        (last,) = [m for m in (await resident.history())["messages"] if m["replies"][0]["key"] == "staff-answer"]
        path = last["replies"][0]["attachments"][0]["url"]
        assert path.startswith("/api/chat/pictures/")
        got = await client.get(path, headers=resident.headers)
        assert (got.status_code, got.headers["content-type"]) == (200, "image/png")
        is_problem(await client.get(path, headers=other.headers), 404, "fault-not_found")
        assert (await client.get(path)).status_code in (401, 422)
        assert (await shown(desk, number, b"no picture at all")).status_code == 422
        assert [what for _, what in await done_about(app, number)] == ["answered"]


async def shown(desk: Desk, number: str, data: bytes) -> httpx.Response:
    """Sends a picture from the page of a case."""
    form = {"token": await desk.token(), "once": once(), "form": "f1"}
    files = {"file": ("picture", data, "image/png")}
    return await desk.client.post(f"/desk/cases/{number}/picture", data=form, files=files)


# --- noted, passed on, taken over, closed ---


async def test_a_note_of_the_staff_is_never_shown_to_the_resident(any_app: App, li: Desk) -> None:
    talk, number = await asked_for(any_app)
    await li.post(f"/desk/cases/{number}/note", text=NOTE)
    await li.post(f"/desk/cases/{number}/pass-on", to="section:relief", text=NOTE)
    await work_off(any_app)
    await talk.all("在吗", "我的信息")
    assert NOTE not in await the_log(any_app, talk)
    page = await li.read(f"/desk/cases/{number}")
    assert page.count(NOTE) == 2
    assert NOTE not in repr(await entries(any_app))


async def test_a_ticket_is_passed_on_by_who_holds_it_only_and_only_to_where_there_is(
    any_app: App, li: Desk, zhao: Desk
) -> None:
    _, number = await asked_for(any_app)
    await zhao.post(f"/desk/cases/{number}/claim")
    assert (await li.post(f"/desk/cases/{number}/pass-on", to="township:luyang", text="x")).status_code == 409
    for nowhere in ("", "township:atlantis", "section:", "village", "county"):
        assert (await zhao.post(f"/desk/cases/{number}/pass-on", to=nowhere)).status_code == 422
    assert (await case_of(any_app, number)).holder == "zhao"
    assert (await zhao.post(f"/desk/cases/{number}/pass-on", to="township:luyang", text="x")).status_code == 303
    case = await case_of(any_app, number)
    assert (case.level, case.township, case.holder) == (Level.TOWNSHIP, "luyang", None)


async def test_closing_says_how_it_ended(any_app: App, li: Desk) -> None:
    _, number = await asked_for(any_app)
    await li.read(f"/desk/cases/{number}")
    await li.post(f"/desk/cases/{number}/answer", text=WORDS)
    await li.post(f"/desk/cases/{number}/close", outcome="elsewhere")
    await work_off(any_app)
    async with any_app.database.read() as connection:
        *_, entry = await conversations.entries(connection, any_app.vault, "c0", pushed_only=True)
    assert entry.replies[0].words.args["outcome"].key == "outcome-elsewhere"
    assert (await case_of(any_app, number)).outcome == "elsewhere"
    assert "转其他部门办理" in await li.read(f"/desk/cases/{number}")


async def test_the_page_shows_everything_that_was_done_in_every_language(any_app: App, li: Desk) -> None:
    talk, number = await asked_for(any_app)
    await li.post(f"/desk/cases/{number}/claim")
    await li.post(f"/desk/cases/{number}/want", text="户口本")
    await li.post(f"/desk/cases/{number}/note", text=NOTE)
    await li.post(f"/desk/cases/{number}/answer", text=WORDS)
    await li.read(f"/desk/cases/{number}")
    await li.post(f"/desk/cases/{number}/close", outcome="done")
    await work_off(any_app)
    await talk.tap("s5")
    await talk.say("谢谢")
    assert [what for _, what in await done_about(any_app, number)] == [
        "claimed",
        "wanted",
        "noted",
        "answered",
        "closed",
        "scored",
    ]
    for language in ("zh-CN", "zh-Hant", "en"):
        li.client.headers["accept-language"] = language
        page = await li.read(f"/desk/cases/{number}")
        assert NOTE in page
        assert "desk-did_" not in page


async def test_danger_that_nobody_has_taken_on_stands_on_its_page_until_somebody_has(any_app: App, li: Desk) -> None:
    await Talk(any_app).say(HURT)
    async with any_app.database.read() as connection:
        number = str(await queue.open_danger(connection, "c0"))
    assert "还没有人接" in await li.read(f"/desk/cases/{number}")
    await li.post(f"/desk/cases/{number}/claim")
    assert "还没有人接" not in await li.read(f"/desk/cases/{number}")
    await work_off(any_app)
    assert await told(any_app) == ["danger-taken"]

"""Whom a clerk's words reach: the resident of the case that is meant, and never that of one that was meant before."""

from __future__ import annotations

from datetime import timedelta

import pytest

from flows.desk.rights import Level
from integrations.store import outgoing
from integrations.store.chats import STAFF
from integrations.store.queue import To
from tests.staffing import case_of, claim, close
from tests.talk import HandClock, Talk
from tests.telegram_staff import Rig, asked, zhen
from tests.test_staff_bot_private import ANSWER, answers, picture

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
LATER = "王五您好，材料齐了"


async def focus(rig: Rig, user: int) -> str | None:
    """The case that a clerk has open."""
    chat = await rig.chat(user)
    assert chat is not None
    return chat.focus


@pytest.mark.parametrize("how", ["closed here", "closed at the desk", "passed on", "taken back"])
async def test_who_is_done_with_a_case_writes_to_its_resident_no_more(rig: Rig, how: str) -> None:
    clerk = await zhen(rig.app)
    seat, number = await rig.clerk(clerk), await asked(rig.app)
    await rig.says(seat, f"/open {number}")
    if how == "closed here":
        opened = seat.messages[-1]
        for tap in (f"claim:{number}", f"close:{number}", f"end:{number}:unreachable"):
            await rig.taps(seat, tap, opened)
    elif how == "closed at the desk":
        await claim(rig.app, clerk, number)
        await close(rig.app, clerk, number)
    elif how == "passed on":
        async with rig.app.database.write() as connection:
            to = To(Level.TOWNSHIP, "luyang", None, "relief")
            world = await rig.app.world()
            assert await rig.app.handling.pass_on(connection, await case_of(rig.app, number), clerk, to, "", world)
    else:
        await Talk(rig.app, "c0").say("不用人工了", id="back")
    assert await focus(rig, seat.user.id) is None
    await rig.says(seat, LATER)
    assert await answers(rig.app) == []
    assert number not in seat.texts[-1]


async def test_a_case_that_was_opened_hours_ago_is_open_no_more_but_use_keeps_it_so(rig: Rig, clock: HandClock) -> None:
    seat, number = await rig.clerk(await zhen(rig.app)), await asked(rig.app)
    await rig.says(seat, f"/open {number}")
    for _ in range(2):
        clock.now += timedelta(hours=3, minutes=59)
        await rig.says(seat, ANSWER)
    assert await answers(rig.app) == [ANSWER, ANSWER]
    await Talk(rig.app, "c0").say("好的", id="late")  # that its clerk is told so is no use of theirs
    clock.now += timedelta(hours=2)
    await rig.settled()
    clock.now += timedelta(hours=2)
    await rig.says(seat, LATER)
    assert await answers(rig.app) == [ANSWER, ANSWER]
    assert await focus(rig, seat.user.id) is None


async def test_a_reply_to_a_message_about_no_case_goes_to_nobody(rig: Rig) -> None:
    seat, number = await rig.clerk(await zhen(rig.app)), await asked(rig.app)
    await rig.says(seat, "/queue")
    listed = seat.messages[-1]
    await rig.says(seat, f"/open {number}")
    await rig.says(seat, ANSWER, reply_to=listed)
    assert await answers(rig.app) == []
    await rig.says(seat, ANSWER)
    assert await answers(rig.app) == [ANSWER]


async def test_what_begins_like_a_command_is_never_an_answer(rig: Rig) -> None:
    seat, number = await rig.clerk(await zhen(rig.app)), await asked(rig.app)
    await rig.says(seat, f"/open {number}")
    opened, before = seat.messages[-1], len(seat.texts)
    for text in ("/unknown", "/Queue@otherbot 1", "/group 2345-6789", "\N{FULLWIDTH SOLIDUS}queue"):
        await rig.says(seat, text)
        await rig.says(seat, text, reply_to=opened)
    seat.sends_photo(picture(), "/queue")
    await rig.settled()
    assert await answers(rig.app) == []
    assert len(seat.texts) == before + 9
    async with rig.app.database.read() as connection:
        assert (STAFF, outgoing.DEAD) not in await outgoing.counts(connection)

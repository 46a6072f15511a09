"""A person is asked for and answers, whichever channel either of them is on: Telegram, the page, the desk."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.app import App
from flows.desk.rights import Level
from flows.words import Words
from integrations.store import conversations
from tests.bot_api import running
from tests.bot_api_people import PrivateSeat
from tests.desk import Desk, desk_of
from tests.staff import belongs
from tests.staffing import case_of, with_clerk
from tests.talk import SPEECH, HandClock, Talk, an_app, work_off
from tests.telegram import SECOND, ChatTalk, all_sent, on_telegram, open_place
from tests.telegram_staff import STAFFED, Rig, asked, rigged, zhen

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
QUESTION, ANSWER, THANKS = "我想问什么时候能来", "周四上午可以来，带上户口本", "谢谢，周四见"


class Bench:
    """Both bots run against one Telegram: a resident there, a clerk there, and the desk."""

    def __init__(self, rig: Rig, talk: ChatTalk) -> None:
        self.rig = rig
        self.app = rig.app
        self.talk = talk

    async def settled(self) -> None:
        """Everything is done and sent, on both sides."""
        await self.rig.settled()
        await all_sent(self.app)

    async def ticket(self) -> str:
        """The resident asks for a person on Telegram; the number, which is the township's."""
        await self.talk.say("/start")
        await self.talk.say("转人工")
        assert self.talk.last is not None
        number = next(reply.receipt for reply in self.talk.last.replies if reply.receipt)
        await belongs(self.app, number, Level.TOWNSHIP, "luyang")
        await self.talk.say(QUESTION)
        await self.settled()
        return number


@pytest.fixture(params=["chat", "page"])
async def bench(
    request: pytest.FixtureRequest, tmp_path: Path, clock: HandClock, database_url: str
) -> AsyncIterator[Bench]:
    """Where the place lets words into Telegram, and where it does not; once on each database."""
    place = open_place(tmp_path) if request.param == "chat" else "jingtai"
    async with AsyncExitStack() as stack:
        api = stack.enter_context(running(second=SECOND))
        app = await stack.enter_async_context(
            an_app(tmp_path, clock, database_url=database_url, place=place, **STAFFED)
        )
        rig = await stack.enter_async_context(rigged(app, api))
        account = api.bot("residents_bot")
        bot = await stack.enter_async_context(on_telegram(app, api, account))
        seat = api.person("王芳").chat_with(account)
        yield Bench(rig, ChatTalk(app, seat=seat, bot=bot))


async def test_a_resident_on_telegram_and_a_clerk_on_telegram_reach_each_other(bench: Bench) -> None:
    clerk = await zhen(bench.app)
    seat = await bench.rig.clerk(clerk)
    group = await bench.rig.group("luyang", seat)
    number = await bench.ticket()
    await bench.rig.taps(group, "接办")
    await bench.settled()
    assert (await case_of(bench.app, number)).holder == clerk.name
    assert clerk.shown_as in bench.talk.seat.texts[-1]
    await bench.rig.says(seat, f"/open {number}")
    await bench.rig.says(seat, ANSWER)
    await bench.settled()
    assert ANSWER in bench.talk.seat.texts[-1]
    await bench.talk.say(THANKS)
    await bench.settled()
    assert number in seat.texts[-1]
    assert (THANKS in seat.texts[-1]) == bool(bench.app.place.personal_in)
    assert QUESTION not in "".join(message.text for message in group.messages)


async def test_a_resident_at_the_page_and_a_clerk_on_telegram_reach_each_other(bench: Bench) -> None:
    clerk = await zhen(bench.app)
    seat = await bench.rig.clerk(clerk)
    number = await asked(bench.app)
    await bench.settled()
    await bench.rig.says(seat, f"/open {number}")
    await bench.rig.taps(seat, "接办")
    await bench.rig.says(seat, ANSWER)
    page = Talk(bench.app)
    await page.say(THANKS)
    await bench.settled()
    assert number in seat.texts[-1]
    assert ANSWER in await _shown_at_page(bench.app)
    assert not _has_seen(bench.talk.seat, ANSWER)


async def test_a_resident_on_telegram_and_a_clerk_at_the_desk_reach_each_other(bench: Bench) -> None:
    clerk = await with_clerk(bench.app, "county")
    number = await bench.ticket()
    async with desk_of(bench.app) as desk:
        await desk.sign_in(clerk.name)
        await _answered(desk, number)
        await bench.settled()
        assert ANSWER in bench.talk.seat.texts[-1]
        await bench.talk.say(THANKS)
        assert THANKS in (await desk.client.get(f"/desk/cases/{number}")).text
        await desk.post(f"/desk/cases/{number}/close", outcome="done")
        await bench.settled()
    closed = SPEECH.render(Words("outcome-done"), "zh-Hans")
    assert closed in bench.talk.seat.texts[-1]
    await work_off(bench.app)


async def _answered(desk: Desk, number: str) -> None:
    answered = await desk.post(f"/desk/cases/{number}/answer", text=ANSWER, form="one")
    assert answered.status_code == 303


async def _shown_at_page(app: App) -> str:
    async with app.database.read() as connection:
        found = await conversations.entries(connection, app.vault, "c0")
    return "".join(SPEECH.render(reply.words, "zh-Hans") for entry in found for reply in entry.replies)


def _has_seen(seat: PrivateSeat, text: str) -> bool:
    return any(text in each for each in seat.texts)

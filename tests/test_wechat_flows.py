"""Every service can be finished on WeChat, by the numbers that are listed there and by typing."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from bot.channels.capabilities import WECHAT as CAN
from flows.catalogue import FLOWS
from integrations.store import outgoing
from integrations.store.chats import WECHAT
from tests.prepared import prepared
from tests.talk import HandClock, Talk, an_app, book
from tests.telegram import PAGE
from tests.test_walk import Walker, _applied_before, _asked_before
from tests.transcripts.test_assistance import WIFE
from tests.wechat import SECOND, WeChatTalk, on_wechat
from tests.wechat_platform import Platform, running


async def walked(platform: Platform, directory: Path, service: str, seed: int) -> str:
    """A walk through a service on WeChat; its ending."""
    random = Random(seed)
    async with an_app(directory, HandClock(), public_url=PAGE) as app:
        before, receipt, code, known = Talk(app, "before"), "", "", dict[str, str]()
        if service in {"appointments", "appeal", "offer"}:
            receipt = await book(before)
        if service == "partner":
            code = await _asked_before(before)
        if service in {"letters", "sign"}:
            code, known = await _applied_before(before), {"name": "王五", "id": WIFE}
        async with on_wechat(app, platform) as bot:
            talk = WeChatTalk(app, seat=platform.person("王芳"), bot=bot, platform=platform)
            goal = random.choice(list(FLOWS[service].endings))
            if service in {"benefits", "recertify"} or FLOWS[service].heading in {"volunteers", "organisers"}:
                await talk.say("你好")
                found = await prepared(service, goal, talk, random)
                code, known = found.code, dict(found.answers)
            ending = await Walker(talk, random, goal, receipt, code, known).walk(service)
            async with app.database.read() as connection:
                assert {state for bot_, state in await outgoing.counts(connection) if bot_ == WECHAT} <= {
                    outgoing.ANSWERED,
                    outgoing.SENT,
                }
            return ending


@pytest.mark.parametrize("service", FLOWS)
async def test_every_service_comes_to_an_ending_on_wechat(service: str, tmp_path: Path) -> None:
    with running(second=SECOND, mode="safe") as platform:
        ending = await walked(platform, tmp_path, service, 1)
        shown = [text for user in platform.world.users.values() for text in (each.text for each in user.shown)]
    assert ending in FLOWS[service].endings
    assert platform.faults == []
    assert max(map(CAN.size, shown)) <= CAN.text_limit

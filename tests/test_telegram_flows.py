"""Every service can be finished on Telegram, by tapping and by typing, whether personal questions may be asked there or
are asked at the page; and then nothing personal that was given is ever seen by Telegram."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from flows.catalogue import FLOWS
from tests.bot_api import BotApi, running
from tests.prepared import prepared
from tests.talk import HandClock, Talk, an_app, book
from tests.telegram import PAGE, SECOND, ChatTalk, on_telegram, open_place
from tests.test_walk import Walker, _applied_before, _asked_before
from tests.transcripts.test_assistance import WIFE


async def walked(
    api: BotApi, directory: Path, service: str, seed: int, *, is_open: bool, goal: str = ""
) -> tuple[str, set[str]]:
    """A walk through a service on Telegram; its ending, and what personal was given on the way."""
    place = open_place(directory) if is_open else "jingtai"
    account = api.bot(f"desk_{service}_{seed}_{is_open}")
    random = Random(seed)
    async with an_app(directory, HandClock(), place=place, public_url=PAGE) as app:
        before, receipt, code, known = Talk(app, "before"), "", "", dict[str, str]()
        if service in {"appointments", "appeal", "offer"}:
            receipt = await book(before)
        if service == "partner":
            code = await _asked_before(before)
        if service in {"letters", "sign"}:
            code, known = await _applied_before(before), {"name": "王五", "id": WIFE}
        async with on_telegram(app, api, account) as bot:
            seat = api.person("王芳").chat_with(account)
            talk = ChatTalk(app, seat=seat, bot=bot)
            goal = goal or random.choice(list(FLOWS[service].endings))
            if service in {"benefits", "recertify"} or FLOWS[service].heading in {"volunteers", "organisers"}:
                await talk.say("你好")
                found = await prepared(service, goal, talk, random)
                code, known = found.code, dict(found.answers)
            walker = Walker(talk, random, goal, receipt, code, known)
            return await walker.walk(service), talk.private


@pytest.mark.parametrize("service", FLOWS)
async def test_every_service_comes_to_an_ending_in_the_chat(service: str, tmp_path: Path) -> None:
    with running(second=SECOND) as api:
        ending, _ = await walked(api, tmp_path, service, 1, is_open=True)
    assert ending in FLOWS[service].endings


@pytest.mark.parametrize("service", FLOWS)
async def test_every_service_comes_to_an_ending_with_what_is_personal_said_at_the_page(
    service: str, tmp_path: Path
) -> None:
    with running(second=SECOND) as api:
        ending, private = await walked(api, tmp_path, service, 2, is_open=False)
        assert ending in FLOWS[service].endings
        assert seen_of(private, api) == []


async def test_where_the_place_lets_it_into_the_chat_what_is_personal_is_seen_there(tmp_path: Path) -> None:
    """The control of the test before: what it looks for can be found."""
    with running(second=SECOND) as api:
        _, private = await walked(api, tmp_path, "reissue", 3, is_open=True, goal="booked")
        assert seen_of(private, api) != []


def seen_of(private: set[str], api: BotApi) -> list[str]:
    """What of this was in anything that was sent to Telegram."""
    shown = "".join(str(call.parameters) for call in api.seen_calls)
    return [each for each in private if each in shown]

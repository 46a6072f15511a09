"""One access token for all processes: one of them asks for it, and nobody else ever reads it."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from prometheus_client import generate_latest
from sqlalchemy.ext.asyncio import AsyncConnection
from structlog.testing import capture_logs

from bot.app import App
from flows.errors import OutsideFault
from integrations.store import platform_tokens
from integrations.store.platform_tokens import ASKING
from integrations.wechat.api import TIMEOUT_SECONDS, WeChatApi
from integrations.wechat.tokens import EARLY
from tests.records import every_value, several_apps, until
from tests.talk import HandClock
from tests.wechat_platform import Platform, running
from tests.wechat_platform_people import Person
from tests.wechat_platform_tokens import TOKEN_SECONDS

SECRET = "made-up-access-token_"
"""What every token of the tests' platform holds."""
NAMES = tuple(f"居民{n}" for n in range(10))


@pytest.fixture
def platform() -> Iterator[Platform]:
    """Nothing moves there but by the test's hand."""
    with running(second=60) as one:
        yield one


@dataclass
class Desks:
    """Two processes, as it were, each with its client of the platform."""

    apps: list[App]
    apis: list[WeChatApi]
    platform: Platform
    clock: HandClock

    def people(self) -> list[Person]:
        """Ten who have just written."""
        several = [self.platform.person(name) for name in NAMES]
        for one in several:
            one.says("你好")
        return several

    async def say(self, people: list[Person], apis: list[WeChatApi]) -> None:
        """Something is said to everybody at once, by each of the clients in turn."""
        await asyncio.gather(*(apis[n % len(apis)].say(one.openid, "您好") for n, one in enumerate(people)))

    def asked(self) -> int:
        """How often somebody asked for a token."""
        return len(self.platform.calls_of("stable_token"))

    async def asking(self, count: int = 1) -> None:
        """Waits until somebody asks for a token."""
        await self.platform.eventually(lambda: self.asked() >= count)


@pytest.fixture
async def desks(tmp_path: Path, clock: HandClock, database_url: str, platform: Platform) -> AsyncIterator[Desks]:
    """Two desks on the same records, once on each database."""
    async with several_apps(tmp_path, clock, 2, database_url=database_url) as apps, AsyncExitStack() as stack:
        apis = [api_of(app, platform) for app in apps]
        for api in apis:
            stack.push_async_callback(api.close)
        yield Desks(apps, apis, platform, clock)


def api_of(app: App, platform: Platform) -> WeChatApi:
    """The client of a process."""
    there = platform.account
    return WeChatApi(
        app_id=there.appid,
        secret=there.secret,
        url=platform.url,
        database=app.database,
        vault=app.vault,
        clock=app.clock,
    )


def name_of(platform: Platform) -> str:
    """The name that the token of the account is kept by."""
    return f"wechat:{platform.account.appid}"


def heard(people: list[Person]) -> list[list[str]]:
    return [one.texts for one in people]


@pytest.fixture
def tries(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each try to be the one who asks succeeded."""
    seen: list[bool] = []
    as_it_is = platform_tokens.claim

    async def claim(connection: AsyncConnection, name: str, after: int, now: datetime) -> bool:
        seen.append(await as_it_is(connection, name, after, now))
        return seen[-1]

    monkeypatch.setattr(platform_tokens, "claim", claim)
    return seen


# --- one asks ---


@pytest.mark.parametrize("processes", [1, 2])
async def test_ten_who_need_a_token_at_once_ask_for_it_once(desks: Desks, processes: int) -> None:
    people = desks.people()
    desks.platform.delays_calls(60, method="stable_token")
    saying = asyncio.create_task(desks.say(people, desks.apis[:processes]))
    await desks.asking()
    desks.platform.advance(seconds=60)
    await saying
    assert desks.asked() == desks.platform.tokens.made == 1
    assert heard(people) == [["您好"]] * 10


async def test_without_the_claim_each_process_asks(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control of the test before."""

    as_it_is = platform_tokens.claim

    async def claim(connection: AsyncConnection, name: str, after: int, now: datetime) -> bool:
        await as_it_is(connection, name, after, now)
        return True

    monkeypatch.setattr(platform_tokens, "claim", claim)
    people = desks.people()
    desks.platform.delays_calls(60, 2, method="stable_token")
    saying = asyncio.create_task(desks.say(people, desks.apis))
    await desks.asking(2)
    desks.platform.advance(seconds=60)
    await saying
    assert desks.asked() == 2


async def test_of_two_who_asked_all_the_same_the_first_to_hear_is_believed(desks: Desks, tries: list[bool]) -> None:
    wang, li, *_ = desks.people()
    desks.platform.delays_calls(60, method="stable_token")
    saying = asyncio.create_task(desks.apis[0].say(wang.openid, "您好"))
    await desks.asking()
    desks.clock.move(f"{ASKING.total_seconds()}s")
    await desks.apis[1].say(li.openid, "您好")
    assert tries.count(True) == 2
    desks.platform.expire_token()  # so that the first to ask hears of another one
    desks.platform.advance(seconds=60)
    await saying
    async with desks.apps[0].database.read() as connection:
        kept = await platform_tokens.current(connection, desks.apps[0].vault, name_of(desks.platform))
    assert await desks.apis[0]._tokens.token() == kept
    assert heard([wang, li]) == [["您好"]] * 2


# --- a token is refused ---


@pytest.mark.parametrize("code", [40001, 40014, 42001])
@pytest.mark.parametrize("processes", [1, 2])
async def test_a_token_that_ten_find_refused_is_replaced_once(desks: Desks, code: int, processes: int) -> None:
    people = desks.people()
    for api in desks.apis:
        await api._tokens.token()
    desks.platform.expire_token()
    desks.platform.refuses_calls(10, errcode=code)
    await desks.say(people, desks.apis[:processes])
    assert (desks.asked(), desks.platform.tokens.made, desks.platform.tokens.forced) == (2, 2, 0)
    assert heard(people) == [["您好"]] * 10


async def test_a_new_token_is_forced_only_where_the_refused_one_is_given_again(desks: Desks) -> None:
    people = desks.people()
    for api in desks.apis:
        await api._tokens.token()
    desks.platform.refuses_calls(10, errcode=40001)  # though it is valid
    await desks.say(people, desks.apis)
    asked = [b'"force_refresh": true' in call.body for call in desks.platform.calls_of("stable_token")]
    assert asked == [False, False, True]
    assert desks.platform.tokens.made == 2
    assert heard(people) == [["您好"]] * 10


# --- a token comes to its end ---


async def test_a_token_is_replaced_before_its_end(desks: Desks) -> None:
    first = await desks.apis[0]._tokens.token()
    late = TOKEN_SECONDS - EARLY.total_seconds()
    for seconds, turn in ((late - 1, first.turn), (1, first.turn + 1)):
        desks.clock.move(f"{seconds}s")
        desks.platform.advance(seconds=seconds + 0.5)  # the platform gives a new one as early as that
        assert [(await api._tokens.token()).turn for api in desks.apis] == [turn, turn]
    assert desks.asked() == 2
    assert (await desks.apis[0]._tokens.token()).value != first.value


async def test_who_is_killed_while_asking_is_followed_by_another(desks: Desks, tries: list[bool]) -> None:
    (wang, *_) = desks.people()
    async with desks.apps[0].database.write() as connection:
        assert await platform_tokens.claim(connection, name_of(desks.platform), 0, desks.clock())
    saying = asyncio.create_task(desks.apis[1].say(wang.openid, "您好"))

    async def has_tried() -> bool:
        return tries.count(False) >= 3

    await until(has_tried)
    assert desks.asked() == 0
    desks.clock.move(f"{ASKING.total_seconds()}s")
    await saying
    assert desks.asked() == 1
    assert wang.texts == ["您好"]


def test_who_asks_is_done_before_another_may() -> None:
    assert timedelta(seconds=2 * TIMEOUT_SECONDS) < ASKING, "it may have to ask twice"


@pytest.mark.parametrize("fault", ["away", "busy", "broken", "lost"])
async def test_where_asking_fails_the_next_try_asks_again(desks: Desks, fault: str) -> None:
    (wang, *_), platform = desks.people(), desks.platform
    if fault == "away":
        platform.goes_away()
    elif fault == "busy":
        platform.refuses_calls(errcode=-1, method="stable_token")
    elif fault == "broken":
        platform.fails_calls(method="stable_token")
    else:
        platform.loses_calls(method="stable_token")
    with pytest.raises(OutsideFault):
        await desks.apis[0].say(wang.openid, "您好")
    if fault == "away":
        platform.comes_back()
    await desks.apis[1].say(wang.openid, "您好")  # the clock stands still: nothing was left behind
    assert wang.texts == ["您好"]


# --- nobody reads it ---


async def test_the_token_stands_nowhere_to_be_read(desks: Desks, caplog: pytest.LogCaptureFixture) -> None:
    (wang, *_), platform, api = desks.people(), desks.platform, desks.apis[0]
    told: list[str] = []
    with capture_logs() as logged, caplog.at_level(logging.ERROR):  # the level of what is not ours
        await api.say(wang.openid, "您好")
        platform.refuses_calls(errcode=45009)
        await failing(api, wang, told)
        platform.loses_calls()
        await failing(api, wang, told)
        platform.fails_calls()
        await failing(api, wang, told)
        platform.goes_away()
        await failing(api, wang, told)
    assert any(SECRET in call.query.get("access_token", "") for call in platform.calls_of("message/custom/send"))
    assert len(told) == 4
    for each in (*told, str(logged), caplog.text, generate_latest().decode()):
        assert SECRET not in each
        assert platform.account.secret not in each
        assert wang.openid not in each
    for where, value in await every_value(desks.apps[0].database):
        assert SECRET.encode() not in value, where


async def failing(api: WeChatApi, person: Person, told: list[str]) -> None:
    """Something fails; what is told of it."""
    with pytest.raises(OutsideFault) as fault:
        await api.say(person.openid, "您好")
    told.append("".join(traceback.format_exception(fault.value)) + repr(fault.value))

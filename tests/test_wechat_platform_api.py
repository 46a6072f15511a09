"""The API of the tests' WeChat takes and refuses what WeChat does; wechatpy's client drives it over real HTTP.

One second lasts a minute, so that only the test itself moves the clock.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from wechatpy import WeChatClient
from wechatpy.exceptions import WeChatClientException

from tests.wechat_platform import Platform, running
from tests.wechat_platform_people import Person

CLICK = {"type": "click", "name": "菜单", "key": "menu"}
VIEW = {"type": "view", "name": "网页", "url": "http://127.0.0.1/"}


@pytest.fixture
def platform() -> Iterator[Platform]:
    with running(second=60) as one:
        yield one


@pytest.fixture
def wang(platform: Platform) -> Person:
    return platform.person("王芳")


@pytest.fixture
def client(platform: Platform) -> Any:
    """wechatpy's, which would fetch its token from WeChat itself whatever its API_BASE_URL."""

    class Client(WeChatClient):  # type: ignore[misc]
        API_BASE_URL = f"{platform.url}/cgi-bin/"

        def fetch_access_token(self) -> Any:
            asked = {"grant_type": "client_credential", "appid": self.appid, "secret": self.secret}
            return self._fetch_access_token(f"{self.API_BASE_URL}token", asked)

    return Client(platform.account.appid, platform.account.secret, timeout=10, auto_retry=False)


def stable(platform: Platform, **more: Any) -> dict[str, Any]:
    account = platform.account
    asked = {"grant_type": "client_credential", "appid": account.appid, "secret": account.secret} | more
    answer = httpx.post(f"{platform.url}/cgi-bin/stable_token", json=asked, trust_env=False)
    found: dict[str, Any] = answer.json()
    return found


def errcode_with(platform: Platform, token: str | None) -> int:
    """What a call that needs a token says to this one; 46003 is the answer to a good one."""
    query = {} if token is None else {"access_token": token}
    answer = httpx.get(f"{platform.url}/cgi-bin/menu/get", params=query, trust_env=False)
    return int(answer.json()["errcode"])


def refused(call: Any, *args: Any, **kwargs: Any) -> int:
    with pytest.raises(WeChatClientException) as caught:
        call(*args, **kwargs)
    return int(caught.value.errcode)


# Tokens


def test_the_stable_token_stays_until_five_minutes_before_its_end(platform: Platform) -> None:
    first = stable(platform)
    assert first["expires_in"] == 7200
    assert stable(platform)["access_token"] == first["access_token"]
    platform.advance(seconds=6890)
    assert stable(platform)["access_token"] == first["access_token"]
    platform.advance(seconds=20)
    second = stable(platform)
    assert second["access_token"] != first["access_token"]
    assert second["expires_in"] == 7200
    assert errcode_with(platform, first["access_token"]) == 46003
    platform.advance(minutes=5)
    assert errcode_with(platform, first["access_token"]) == 42001
    assert errcode_with(platform, second["access_token"]) == 46003
    assert platform.tokens.made == 2


def test_by_force_a_new_token_ends_the_old_one_but_not_twice_within_thirty_seconds(platform: Platform) -> None:
    old, new = (stable(platform, force_refresh=True)["access_token"] for _ in range(2))
    assert old == new
    platform.advance(seconds=30)
    new = stable(platform, force_refresh=True)["access_token"]
    assert new != old
    assert [errcode_with(platform, token) for token in (old, new)] == [40001, 46003]
    assert platform.tokens.forced == 2


def test_by_force_twenty_times_a_day(platform: Platform) -> None:
    for _ in range(20):
        assert "access_token" in stable(platform, force_refresh=True)
        platform.advance(seconds=30)
    assert stable(platform, force_refresh=True)["errcode"] == 45009
    assert "access_token" in stable(platform)
    platform.advance(hours=24)
    assert "access_token" in stable(platform, force_refresh=True)


@pytest.mark.parametrize(
    ("more", "errcode"), [({"appid": "wx"}, 40013), ({"secret": "no"}, 40125), ({"grant_type": "no"}, 40002)]
)
def test_who_does_not_know_the_secret_gets_no_token(platform: Platform, more: dict[str, str], errcode: int) -> None:
    assert stable(platform, **more)["errcode"] == errcode
    assert platform.tokens.made == 0


def test_a_token_that_is_missing_malformed_unknown_or_expired_is_told_apart(platform: Platform) -> None:
    good = stable(platform)["access_token"]
    found = [errcode_with(platform, token) for token in (good, None, "made up", good[:-1] + "9")]
    assert found == [46003, 41001, 40014, 40001]
    platform.expire_token()
    assert errcode_with(platform, good) == 42001
    assert errcode_with(platform, stable(platform)["access_token"]) == 46003


def test_the_older_token_is_another_and_lives_five_minutes_on(platform: Platform, client: Any) -> None:
    kept = stable(platform)["access_token"]
    first, second = (client.fetch_access_token()["access_token"] for _ in range(2))
    assert first != second
    platform.advance(minutes=5)
    assert [errcode_with(platform, token) for token in (first, second, kept)] == [42001, 46003, 46003]


# Media and menus


def test_a_picture_can_be_fetched_for_three_days(platform: Platform, wang: Person, client: Any) -> None:
    wang.shows_picture(b"\xff\xd8made up")
    [media_id] = platform.world.media
    answer = client.media.download(media_id)
    assert (answer.content, answer.headers["content-type"]) == (b"\xff\xd8made up", "image/jpeg")
    assert refused(client.media.download, "another") == 40007
    platform.advance(hours=72)
    client.fetch_access_token()
    assert refused(client.media.download, media_id) == 40007


def test_a_menu_is_made_shown_and_taken_away(platform: Platform, client: Any) -> None:
    assert client.menu.get() is None
    menu = {"button": [CLICK, {"name": "更多", "sub_button": [VIEW, {**CLICK, "name": "民" * 13, "key": "k" * 128}]}]}
    client.menu.create(menu)
    assert platform.menu == menu
    assert client.menu.get()["menu"] == menu
    client.menu.delete()
    assert platform.menu is None


@pytest.mark.parametrize(
    ("buttons", "errcode"),
    [
        ([], 40016),
        ([CLICK] * 4, 40016),
        ([{**CLICK, "name": "民政大厅办事"}], 40018),
        ([{**CLICK, "name": ""}], 40018),
        ([{**CLICK, "type": "media_id"}], 40017),
        ([{**CLICK, "sub_button": [VIEW]}], 40017),
        ([{**CLICK, "key": "k" * 129}], 40019),
        ([{"type": "click", "name": "菜单"}], 40019),
        ([{**VIEW, "url": "http://127.0.0.1/" + "p" * 1008}], 40020),
        ([{**VIEW, "url": "weixin://"}], 40055),
        ([{"name": "更多"}], 40023),
        ([{"name": "更多", "sub_button": [VIEW] * 6}], 40023),
        ([{"name": "更多", "sub_button": [{**VIEW, "type": "scan"}]}], 40024),
        ([{"name": "更多", "sub_button": [{**VIEW, "name": "民" * 14}]}], 40025),
        ([{"name": "更多", "sub_button": [{**CLICK, "key": "k" * 129}]}], 40026),
        ([{"name": "更多", "sub_button": [{"type": "view", "name": "网页"}]}], 40027),
    ],
)
def test_a_menu_out_of_its_limits_is_not_made(
    platform: Platform, client: Any, buttons: list[dict[str, Any]], errcode: int
) -> None:
    assert refused(client.menu.create, {"button": buttons}) == errcode
    assert platform.menu is None


# Faults


def test_faults_strike_the_calls_they_are_ordered_for(platform: Platform, wang: Person, client: Any) -> None:
    wang.says("你好")
    client.fetch_access_token()
    platform.refuses_calls()
    platform.refuses_calls(errcode=40001, method="message/custom/send")
    assert refused(client.menu.get) == -1
    assert refused(client.message.send_text, wang.openid, "你好") == 40001
    platform.fails_calls()
    with pytest.raises(WeChatClientException):
        client.message.send_text(wang.openid, "你好")
    assert wang.messages == []
    client.message.send_text(wang.openid, "你好")
    assert wang.texts == ["你好"]
    assert [call.errcode for call in platform.calls_of("message/custom/send")] == [40001, None, 0]


@pytest.mark.parametrize("taken", [True, False])
def test_a_lost_answer_may_have_been_carried_out(platform: Platform, wang: Person, client: Any, taken: bool) -> None:
    wang.says("你好")
    client.fetch_access_token()
    platform.loses_calls(taken=taken)
    with pytest.raises(OSError, match="aborted"):
        client.message.send_text(wang.openid, "你好")
    assert wang.texts == (["你好"] if taken else [])


async def test_a_delayed_call_waits_for_the_platforms_clock(platform: Platform) -> None:
    token = stable(platform)["access_token"]
    platform.delays_calls(3)
    async with httpx.AsyncClient(trust_env=False) as client:
        asked = client.get(f"{platform.url}/cgi-bin/menu/get", params={"access_token": token})
        call = asyncio.create_task(asked)
        await platform.eventually(lambda: platform.calls_of("menu/get"))
        platform.advance(seconds=2)
        assert not call.done()
        platform.advance(seconds=1)
        assert (await call).json()["errcode"] == 46003


def test_a_platform_that_went_away_forgets_nothing(platform: Platform) -> None:
    token = stable(platform)["access_token"]
    platform.goes_away()
    with pytest.raises(httpx.ConnectError):
        stable(platform)
    platform.comes_back()
    assert stable(platform)["access_token"] == token


def test_a_method_is_called_by_its_own_verb(platform: Platform) -> None:
    token = {"access_token": stable(platform)["access_token"]}
    found = [
        httpx.request(verb, f"{platform.url}/cgi-bin/{name}", params=token, trust_env=False).json()["errcode"]
        for verb, name in (("GET", "stable_token"), ("POST", "menu/get"), ("GET", "made/up"))
    ]
    assert found == [43002, 43001, 40066]

"""The same calls of WeChat by our client and by another's (wechatpy) come to the same."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
from wechatpy import WeChatClient
from wechatpy.exceptions import WeChatClientException

from bot.app import App
from integrations.wechat.api import WeChatApi, WeChatRefusal
from tests.test_wechat_tokens import api_of
from tests.wechat_platform import Platform, running
from tests.wechat_platform_people import Person

TEXT = "您好，𠮷先生：\n“明天” \\u4f60 🙂"
MOST = 100_000


@pytest.fixture
def platform() -> Iterator[Platform]:
    with running(second=60) as one:
        yield one


@pytest.fixture
async def api(app: App, platform: Platform) -> AsyncIterator[WeChatApi]:
    """Our client."""
    one = api_of(app, platform)
    yield one
    await one.close()


def another(platform: Platform) -> Any:
    """wechatpy's client."""

    class Client(WeChatClient):  # type: ignore[misc]
        API_BASE_URL = f"{platform.url}/cgi-bin/"

        def fetch_access_token(self) -> Any:
            asked = {"grant_type": "client_credential", "appid": self.appid, "secret": self.secret}
            return self._fetch_access_token(f"{self.API_BASE_URL}token", asked)

    return Client(platform.account.appid, platform.account.secret, timeout=10, auto_retry=False)


async def ours(call: Awaitable[object]) -> int:
    """The code that a call of our client comes to; 0 where it is done."""
    try:
        await call
    except WeChatRefusal as refusal:
        return refusal.code
    return 0


async def theirs(call: Callable[..., object], *given: Any) -> int:
    """The same of wechatpy's."""
    try:
        await asyncio.to_thread(call, *given)
    except WeChatClientException as refusal:
        return int(refusal.errcode)
    return 0


def somebody(platform: Platform, how: str) -> Person:
    """Somebody in a certain situation."""
    person = platform.person("王芳", follower=how != "unfollowed")
    if how != "unfollowed":
        person.says("你好")
    if how == "late":
        platform.advance(hours=49)
    return person


@pytest.mark.parametrize(
    ("how", "text", "codes"),
    [
        ("written", TEXT, [0, 0, 0]),
        ("written", "", [44004] * 3),
        ("written", "长" * 683, [45002] * 3),
        ("unfollowed", TEXT, [43004] * 3),
        ("late", TEXT, [45015] * 3),
    ],
)
async def test_what_is_said_comes_to_the_same_by_another_client(
    api: WeChatApi, platform: Platform, how: str, text: str, codes: list[int]
) -> None:
    client, wang, li = another(platform), somebody(platform, how), somebody(platform, how)
    assert [await ours(api.say(wang.openid, text)) for _ in codes] == codes
    assert [await theirs(client.message.send_text, li.openid, text) for _ in codes] == codes
    assert wang.texts == li.texts
    assert platform.faults == []


async def test_quota_menu_and_media_come_to_the_same_by_another_client(api: WeChatApi, platform: Platform) -> None:
    client, wang, li = another(platform), somebody(platform, "written"), somebody(platform, "written")
    six = [0] * 5 + [45047]
    assert [await ours(api.say(wang.openid, "您好")) for _ in six] == six
    assert [await theirs(client.message.send_text, li.openid, "您好") for _ in six] == six
    assert await ours(api.say("nobody", "您好")) == await theirs(client.message.send_text, "nobody", "您好") == 40003
    menu = {"button": [{"type": "click", "name": "菜单", "key": "menu"}]}
    for made, code in ((menu, 0), ({"button": []}, 40016)):
        assert await ours(api.make_menu(made)) == await theirs(client.menu.create, made) == code
    assert platform.menu == menu
    media = platform.world.keep(b"made-up", "image/jpeg")
    found = await asyncio.to_thread(client.media.download, media)
    assert await api.media(media, MOST) == found.content
    assert await ours(api.media("another", MOST)) == await theirs(client.media.download, "another") == 40007

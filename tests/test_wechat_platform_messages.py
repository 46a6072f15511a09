"""The tests' WeChat shows customer messages (客服消息) and subscribed ones (订阅通知) within WeChat's bounds only."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from wechatpy import WeChatClient
from wechatpy.exceptions import WeChatClientException

from tests.wechat_platform import Platform, running
from tests.wechat_platform_people import Person
from tests.wechat_platform_state import Update

FIELDS = ("thing1", "character_string2", "time3", "phrase4")
DATA = {"thing1": "结婚登记", "character_string2": "A-20261122-01", "time3": "2026年12月1日 09:30", "phrase4": "已预约"}


@pytest.fixture
def platform() -> Iterator[Platform]:
    with running(second=60) as one:
        yield one


@pytest.fixture
def wang(platform: Platform) -> Person:
    return platform.person("王芳")


class Client:
    """wechatpy's client with a stable token; what it is refused comes back as the error code, success as 0."""

    def __init__(self, platform: Platform) -> None:
        account = platform.account
        self.url = f"{platform.url}/cgi-bin/"
        asked = {"grant_type": "client_credential", "appid": account.appid, "secret": account.secret}
        self.token = httpx.post(f"{self.url}stable_token", json=asked, trust_env=False).json()["access_token"]
        self.peer = WeChatClient(account.appid, account.secret, self.token, timeout=10, auto_retry=False)
        self.peer.API_BASE_URL = self.url

    def sends(self, person: Person, text: str, account: str | None = None) -> int:
        return self._code(lambda: self.peer.message.send_text(person.openid, text, account))

    def notifies(self, person: Person, template: str, data: dict[str, str], **more: str) -> int:
        """wechatpy does not know bizsend."""
        values = {name: {"value": value} for name, value in data.items()}
        asked = {"touser": person.openid, "template_id": template, "data": values, **more}
        return self.posts("message/subscribe/bizsend", asked)

    def posts(self, method: str, asked: dict[str, Any]) -> int:
        return self._code(lambda: self.peer.post(method, data=asked))

    def posts_raw(self, method: str, body: bytes) -> int:
        query = {"access_token": self.token}
        return int(httpx.post(self.url + method, params=query, content=body, trust_env=False).json()["errcode"])

    def _code(self, call: Callable[[], Any]) -> int:
        try:
            return int(call()["errcode"])
        except WeChatClientException as refused:
            return int(refused.errcode)


@pytest.fixture
def client(platform: Platform) -> Client:
    return Client(platform)


# Customer messages


def test_a_message_allows_five_within_48_hours(platform: Platform, wang: Person, client: Client) -> None:
    assert client.sends(wang, "早了") == 45015
    wang.says("你好")
    assert [client.sends(wang, str(number)) for number in range(6)] == [0, 0, 0, 0, 0, 45047]
    assert [(one.kind, one.text) for one in wang.messages] == [("custom", str(number)) for number in range(5)]
    wang.says("还在吗")
    assert client.sends(wang, "在") == 0
    platform.advance(hours=1, minutes=59)
    assert client.sends(wang, "还在") == 0


def test_after_48_hours_nothing_is_allowed(platform: Platform, wang: Person) -> None:
    wang.says("你好")
    platform.advance(hours=47)
    assert Client(platform).sends(wang, "来得及") == 0
    platform.advance(hours=1)
    assert Client(platform).sends(wang, "晚了") == 45015


@pytest.mark.parametrize(
    ("act", "follower"),
    [(lambda li: li.clicks("menu"), True), (lambda li: li.scans("town-1"), True), (lambda li: li.follows(), False)],
    ids=["click", "scan", "follow"],
)
def test_a_click_a_scan_and_a_follow_allow_three_within_a_minute(
    platform: Platform, client: Client, act: Callable[[Person], Update], follower: bool
) -> None:
    li = platform.person("李雷", follower=follower)
    act(li)
    assert [client.sends(li, "你好") for _ in range(4)] == [0, 0, 0, 45047]
    platform.advance(minutes=1)
    assert client.sends(li, "你好") == 45015


def test_what_several_actions_allow_does_not_add_up(platform: Platform, wang: Person, client: Client) -> None:
    wang.says("你好")
    wang.clicks("menu")
    assert [client.sends(wang, "你好") for _ in range(6)] == [0] * 5 + [45047]


def test_neither_a_link_nor_an_accepted_template_allows_any(platform: Platform, wang: Person, client: Client) -> None:
    platform.template("visit", FIELDS)
    wang.opens("http://127.0.0.1/")
    wang.subscribes_to("visit")
    assert client.sends(wang, "你好") == 45015


def test_only_those_who_follow_can_be_written_to(platform: Platform, wang: Person, client: Client) -> None:
    wang.says("你好")
    wang.unfollows()
    assert client.sends(wang, "你好") == 43004
    assert client.posts("message/custom/send", {"touser": "nobody", "msgtype": "text"}) == 40003
    wang.follows()
    assert [client.sends(wang, "你好") for _ in range(4)] == [0, 0, 0, 45047]


def test_a_text_has_at_most_2048_bytes(platform: Platform, wang: Person, client: Client) -> None:
    wang.says("你好")
    found = [client.sends(wang, text) for text in ("民" * 682 + "12", "民" * 683, "")]
    assert found == [0, 45002, 44004]
    assert len(wang.messages) == 1


def test_a_customer_service_account_may_be_named(platform: Platform, wang: Person, client: Client) -> None:
    wang.says("你好")
    assert client.sends(wang, "你好", "clerk@desk") == 0


def test_a_body_in_escapes_is_a_fault_of_the_desk(platform: Platform, wang: Person, client: Client) -> None:
    wang.says("你好")
    asked = {"touser": wang.openid, "msgtype": "text", "text": {"content": "你好"}}
    assert client.posts_raw("message/custom/send", json.dumps(asked).encode()) == 47001
    assert [fault.openid for fault in platform.faults] == [wang.openid]
    asked["text"] = {"content": r"C:\u4f60"}
    assert client.posts_raw("message/custom/send", json.dumps(asked, ensure_ascii=False).encode()) == 0
    assert client.posts_raw("message/custom/send", b"{") == 47001
    assert client.posts_raw("message/custom/send", b"") == 44002
    assert len(platform.faults) == 1


def test_only_texts_are_known(platform: Platform, wang: Person, client: Client) -> None:
    wang.says("你好")
    asked = {"touser": wang.openid, "msgtype": "image", "image": {"media_id": "made-up"}}
    assert client.posts("message/custom/send", asked) == 40008


def test_typing_is_shown_without_using_anything_up(platform: Platform, wang: Person, client: Client) -> None:
    wang.says("你好")
    asked = {"touser": wang.openid, "command": "Typing"}
    assert [client.posts("message/custom/typing", asked) for _ in range(6)] == [0] * 6
    assert client.posts("message/custom/typing", asked | {"command": "Writing"}) == 45072
    assert client.sends(wang, "你好") == 0


# Subscribed messages


def test_one_acceptance_allows_one_message_whenever(platform: Platform, wang: Person) -> None:
    platform.template("visit", FIELDS)
    wang.subscribes_to("visit")
    platform.advance(hours=24 * 30)
    client = Client(platform)
    assert [client.notifies(wang, "visit", DATA, page="http://127.0.0.1/") for _ in range(2)] == [0, 43101]
    [shown] = wang.messages
    assert (shown.kind, shown.text, shown.data) == ("subscribed", "visit", DATA)


def test_who_did_not_accept_gets_none(platform: Platform, wang: Person, client: Client) -> None:
    platform.template("visit", FIELDS)
    assert client.notifies(wang, "visit", DATA) == 43101
    wang.declines("visit")
    assert client.notifies(wang, "visit", DATA) == 43101
    wang.subscribes_to("visit")
    wang.unfollows()
    wang.follows()
    assert client.notifies(wang, "visit", DATA) == 43101
    assert client.notifies(wang, "another", DATA) == 40037
    assert client.posts("message/subscribe/bizsend", {"touser": "nobody", "template_id": "visit"}) == 40003


@pytest.mark.parametrize(
    "wrong",
    [
        {"thing1": "民" * 21},
        {"thing1": ""},
        {"character_string2": "c" * 33},
        {"character_string2": "一号"},
        {"time3": "明天上午"},
        {"time3": "2026年12月1日 25:30"},
        {"phrase4": "已经预约好了"},
        {"phrase4": "ok"},
        {"thing5": "多了"},
    ],
    ids=str,
)
def test_values_are_as_their_fields_allow(
    platform: Platform, wang: Person, client: Client, wrong: dict[str, str]
) -> None:
    platform.template("visit", FIELDS)
    wang.subscribes_to("visit")
    assert client.notifies(wang, "visit", DATA | wrong) == 47003
    assert client.notifies(wang, "visit", DATA) == 0  # a refusal uses up nothing


def test_no_field_may_be_missing(platform: Platform, wang: Person, client: Client) -> None:
    platform.template("visit", FIELDS)
    wang.subscribes_to("visit")
    assert client.notifies(wang, "visit", {"thing1": "结婚登记"}) == 47003

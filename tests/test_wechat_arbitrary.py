"""Whatever comes to WeChat's address is answered or refused, and breaks nothing: what is signed and not known, and what
nobody would send."""

from __future__ import annotations

import html
import itertools
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from bot.app import App
from bot.web.site import make_site
from integrations.store.chats import WECHAT
from tests.web import client_of, is_problem
from tests.wechat import Watched, account_of
from tests.wechat_platform import Platform, running
from tests.wechat_platform_xml import read, render, signature

NONCES = itertools.count()
SENDER = "oMadeUp_00000000000000000001"
XML = {"content-type": "text/xml"}


@pytest.fixture
def platform() -> Iterator[Platform]:
    with running(second=60) as one:
        yield one


@pytest.fixture
async def wechat(app: App, platform: Platform) -> AsyncIterator[httpx.AsyncClient]:
    """The desk in plain mode, without a network between."""
    bot = Watched(app, account_of(platform), platform.clock)
    async with client_of(make_site(app, {WECHAT: bot})) as client:
        yield client
    await bot.close()


def signed(platform: Platform, **more: str) -> dict[str, str]:
    """Parameters as the platform signs them."""
    stamp, nonce = str(int(platform.clock.now())), f"nonce{next(NONCES)}"
    return {"signature": signature(platform.account.token, stamp, nonce), "timestamp": stamp, "nonce": nonce, **more}


def message(platform: Platform, **fields: Any) -> bytes:
    """A message to the account."""
    head = {"ToUserName": platform.account.id, "FromUserName": SENDER, "CreateTime": int(platform.clock.now())}
    return render({**head, "MsgId": next(NONCES) + 1, **fields}).encode()


async def answer_to(client: httpx.AsyncClient, platform: Platform, **fields: Any) -> str:
    """What is answered in words; empty where nothing is."""
    answer = await client.post("/wechat", params=signed(platform), content=message(platform, **fields), headers=XML)
    assert answer.status_code == 200, (fields, answer.text)
    return "" if answer.text == "success" else read(answer.content)["Content"]


# --- what is signed, and not known ---


async def test_a_kind_of_message_that_is_not_known_is_answered_with_a_sentence(
    wechat: httpx.AsyncClient, platform: Platform
) -> None:
    kinds: list[dict[str, Any]] = [
        {"MsgType": "sticker"},
        {"MsgType": ""},
        {"MsgType": "合并转发", "Content": "x"},
        {"MsgType": "file", "Title": "a", "FileKey": "b", "FileMd5": "c", "FileTotalLen": 1},
        {"MsgType": "miniprogrampage", "AppId": "wx1", "PagePath": "a?b=c", "ThumbUrl": "http://a"},
        {"MsgType": "video", "MediaId": "m", "ThumbMediaId": "t"},
        {"MsgType": "link", "Title": "", "Description": "", "Url": "javascript:1"},
        {"MsgType": "voice", "MediaId": "m"},
    ]
    for fields in kinds:
        assert await answer_to(wechat, platform, **fields), fields


async def test_an_event_that_is_not_known_is_acknowledged(wechat: httpx.AsyncClient, platform: Platform) -> None:
    for event in ("VIEW", "TEMPLATESENDJOBFINISH", "MASSSENDJOBFINISH", "scancode_push", "made-up", "x" * 256):
        for more in ({}, {"EventKey": "k" * 200}, {"SendPicsInfo": {"Count": 1, "PicList": {"item": {"Md5": "a"}}}}):
            assert await answer_to(wechat, platform, MsgType="event", Event=event, **more) == ""


async def test_a_menu_key_or_a_scene_of_somebody_else_begins_like_a_greeting(
    wechat: httpx.AsyncClient, platform: Platform
) -> None:
    for n, (event, key) in enumerate(
        itertools.product(("CLICK", "SCAN", "subscribe"), ("", "command:x", "<b>", "../"))
    ):
        sender = f"oMadeUp_other{n:016}"
        assert await answer_to(wechat, platform, FromUserName=sender, MsgType="event", Event=event, EventKey=key)


# --- the address is checked (接入验证) ---


async def test_the_address_is_verified_by_echoing_what_nobody_takes_for_a_page(
    wechat: httpx.AsyncClient, platform: Platform
) -> None:
    answer = await wechat.get("/wechat", params=signed(platform, echostr="4375120948345356249"))
    assert (answer.status_code, answer.text) == (200, "4375120948345356249")
    assert answer.headers["content-type"].startswith("text/plain")
    for echo in ("<script>alert(1)</script>", "<b>", "", "a b", "é", "%3Cb%3E", "x" * 513):
        refused = await wechat.get("/wechat", params=signed(platform, echostr=echo))
        is_problem(refused, 403, "fault-not_wechat")
        assert not echo or (echo not in refused.text and html.escape(echo) not in refused.text)


async def test_an_address_that_is_signed_by_nobody_echoes_nothing(
    wechat: httpx.AsyncClient, platform: Platform
) -> None:
    good = signed(platform, echostr="4375120948345356249")
    wrong: list[Any] = [
        good | {"signature": "0" * 40},
        good | {"timestamp": "1"},
        good | {"msg_signature": good["signature"]},
        [*good.items(), ("echostr", "another")],
        {"echostr": good["echostr"]},
    ]
    for query in wrong:
        answer = await wechat.get("/wechat", params=query)
        is_problem(answer, 403, "fault-not_wechat")
        assert good["echostr"] not in answer.text


async def test_other_methods_are_refused(wechat: httpx.AsyncClient, platform: Platform) -> None:
    for method in ("PUT", "PATCH", "DELETE"):
        is_problem(await wechat.request(method, "/wechat", params=signed(platform)), 405, "fault-not_found")


# --- what nobody would send ---

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
names = st.sampled_from(["signature", "timestamp", "nonce", "echostr", "openid", "encrypt_type", "msg_signature"])
queries = st.lists(st.tuples(names | words, words | st.sampled_from(["1", "aes", "raw", "0" * 40])), max_size=9)
kinds = st.sampled_from(["text", "image", "voice", "video", "shortvideo", "location", "link", "event"])
events = st.sampled_from(
    ["subscribe", "unsubscribe", "SCAN", "CLICK", "VIEW", "LOCATION", "subscribe_msg_popup_event", "made-up"]
)
values = words | st.integers(-(10**12), 10**12) | st.floats(allow_nan=False) | st.sampled_from(["command:menu", "1"])
marks = st.sampled_from(["ToUserName", "FromUserName", "CreateTime", "MsgId"])
elements = st.sampled_from(
    ["Content", "MediaId", "Recognition", "Location_X", "Location_Y", "Url", "EventKey", "Ticket"]
)
messages = st.builds(
    lambda said, marked, kind, event: {"MsgType": kind, "Event": event, **said, **marked},
    st.dictionaries(elements, values),
    st.dictionaries(marks, values, max_size=1),
    kinds | words,
    events | words,
)
arbitrary = settings(
    max_examples=120,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # each try is a whole turn: what fails is shown as it is
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@arbitrary
@given(query=queries, body=st.binary(max_size=200) | words.map(str.encode), is_signed=st.booleans())
@example(query=[], body=b"", is_signed=False)
@example(query=[], body=b"<?xml version='1.0' encoding='utf-16'?><xml/>", is_signed=True)
@example(query=[], body=b"<?xml version='1.0' encoding='nonsense'?><xml/>", is_signed=True)
@example(query=[], body=b"\xef\xbb\xbf<xml></xml>", is_signed=True)
@example(query=[], body=b"<xml>" + b"<a>" * 20_000, is_signed=True)
@example(query=[], body=b"<xml " + b"a" * 60_000 + b"='1'/>", is_signed=True)
async def test_no_request_breaks_the_desk(
    wechat: httpx.AsyncClient, platform: Platform, query: list[tuple[str, str]], body: bytes, is_signed: bool
) -> None:
    given_ = [*(signed(platform).items() if is_signed else ()), *query]
    for method in ("GET", "POST"):
        answer = await wechat.request(method, "/wechat", params=given_, content=body, headers=XML)
        assert answer.status_code in {200, 403}


@pytest.mark.parametrize("query", ["%ff%fe=%00", "signature=%c3%28&nonce", "&&&=&", "a=1;b=2", "timestamp=٣"])
async def test_no_address_breaks_the_desk(wechat: httpx.AsyncClient, query: str) -> None:
    for method in ("GET", "POST"):
        answer = await wechat.request(method, f"/wechat?{query}", content=b"<xml/>", headers=XML)
        is_problem(answer, 403, "fault-not_wechat")


@arbitrary
@given(fields=messages)
async def test_no_message_breaks_the_desk(
    wechat: httpx.AsyncClient, platform: Platform, fields: dict[str, Any]
) -> None:
    answer = await wechat.post("/wechat", params=signed(platform), content=message(platform, **fields), headers=XML)
    assert answer.status_code in {200, 403}
    if answer.status_code == 200 and answer.text != "success":
        assert read(answer.content)["Content"]

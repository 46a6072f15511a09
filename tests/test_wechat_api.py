"""The client of WeChat: what it sends, what becomes of what is not taken, and that no answer breaks it or is believed
without reason."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.app import App
from flows.errors import OutsideFault
from integrations.platforms import TooLarge
from integrations.quick import OUTGOING
from integrations.store import outgoing
from integrations.store.chats import WECHAT
from integrations.wechat import api as wechat_api
from integrations.wechat.api import MOST_ANSWER, WeChatApi, WeChatRefusal
from tests.records import until
from tests.talk import HandClock
from tests.telegram import says
from tests.test_wechat_once import tell
from tests.test_wechat_tokens import api_of
from tests.web import picture, served
from tests.wechat import WeChatTalk, a_chat, quiet, the_chat
from tests.wechat_platform import Platform, running
from tests.wechat_platform_people import PATIENCE

SEND = "message/custom/send"
TEXT = "您好，𠮷先生：\n“明天” \\u4f60 🙂"
MOST = 100_000


@pytest.fixture
async def talk(tmp_path: Path, clock: HandClock) -> AsyncIterator[WeChatTalk]:
    async with a_chat(tmp_path, clock) as opened:
        await opened.say("你好")
        yield opened


@pytest.fixture
def platform() -> Iterator[Platform]:
    with running(second=60) as one:
        yield one


@pytest.fixture
async def api(app: App, platform: Platform) -> AsyncIterator[WeChatApi]:
    """The client alone."""
    one = api_of(app, platform)
    yield one
    await one.close()


async def until_state(talk: WeChatTalk, state: str) -> None:
    """Waits until what is to be sent has come to this."""

    async def has_come() -> bool:
        async with talk.app.database.read() as connection:
            return (await outgoing.counts(connection)).get((WECHAT, state), 0) == 1

    await until(has_come)


async def until_tried(talk: WeChatTalk, times: int = 1) -> None:
    """Waits until it was tried so often in vain."""

    async def has_failed() -> bool:
        async with talk.app.database.read() as connection:
            rows = await outgoing.open_of(connection, talk.app.vault, (await the_chat(talk.app, talk.seat)).id)
        return [row.attempts for row in rows] == [times]

    await until(has_failed)


async def later(talk: WeChatTalk, clock: HandClock, span: str) -> None:
    """Some time passes."""
    clock.move(span)
    await talk.app.quick.wake(OUTGOING)


def sends(platform: Platform) -> int:
    return len(platform.calls_of(SEND))


# --- what is sent ---


async def test_what_is_said_arrives_in_real_utf_8(api: WeChatApi, platform: Platform) -> None:
    wang = platform.person("王芳")
    wang.says("你好")
    await api.say(wang.openid, TEXT)
    (call,) = platform.calls_of(SEND)
    assert "𠮷先生".encode() in call.body
    assert wang.texts == [TEXT]
    assert platform.faults == []


async def test_what_the_platform_takes_in_no_form_is_dropped(api: WeChatApi, platform: Platform) -> None:
    wang = platform.person("王芳")
    wang.says("你好")
    await api.say(wang.openid, "您\x01好\x00\ud83d")
    assert wang.texts == ["您好"]
    assert platform.faults == []


# --- what becomes of what is not taken ---


@pytest.mark.parametrize("code", [45015, 45047])
async def test_what_may_not_be_said_now_is_held_and_stands_in_the_next_answer(talk: WeChatTalk, code: int) -> None:
    talk.platform.refuses_calls(errcode=code, method=SEND)
    await tell(talk, "one")
    await until_state(talk, outgoing.HELD)
    await talk.say("结婚登记")
    assert says(talk.seat.texts[-1].split("\n\n", 1)[0], "link-back_none")
    assert sends(talk.platform) == 1


@pytest.mark.parametrize("code", [40003, 43004])
async def test_where_nobody_is_there_nothing_is_sent_any_more(talk: WeChatTalk, code: int) -> None:
    talk.platform.refuses_calls(errcode=code, method=SEND)
    await tell(talk, "one")
    await until_state(talk, outgoing.VOID)
    assert (await the_chat(talk.app, talk.seat)).is_blocked
    await tell(talk, "two")
    await quiet(talk)
    assert sends(talk.platform) == 1


@pytest.mark.parametrize("code", [-1, 45009, 45011])
async def test_what_is_too_much_now_is_sent_once_later(talk: WeChatTalk, clock: HandClock, code: int) -> None:
    talk.platform.refuses_calls(errcode=code, method=SEND)
    await tell(talk, "one")
    await until_tried(talk)
    assert len(talk.seat.messages) == 1
    await later(talk, clock, "61s")
    await quiet(talk)
    assert says(talk.seat.texts[1], "link-back_none")
    assert len(talk.seat.messages) == 2


@pytest.mark.parametrize(("fault", "seen"), [("broken", 1), ("lost", 1), ("lost when taken", 2)])
async def test_what_may_not_have_been_taken_is_sent_again_rather_twice_than_never(
    talk: WeChatTalk, clock: HandClock, fault: str, seen: int
) -> None:
    if fault == "broken":
        talk.platform.fails_calls(method=SEND)
    else:
        talk.platform.loses_calls(method=SEND, taken=fault == "lost when taken")
    await tell(talk, "one")
    await until_tried(talk)
    await later(talk, clock, "10s")
    await quiet(talk)
    assert sends(talk.platform) == 2
    assert [says(text, "link-back_none") for text in talk.seat.texts[1:]] == [True] * seen


async def test_a_token_that_stays_refused_keeps_nothing_back_for_ever(talk: WeChatTalk, clock: HandClock) -> None:
    talk.platform.refuses_calls(2, errcode=40001, method=SEND)
    await tell(talk, "one")
    await until_tried(talk)
    await later(talk, clock, "61s")
    await quiet(talk)
    assert len(talk.seat.messages) == 2


# --- what comes back ---

Give = Callable[[], Response]


@asynccontextmanager
async def somebody_else(app: App, give: Give, token: Any = None) -> AsyncIterator[WeChatApi]:
    """A client whose platform gives a token, and answers everything else with this."""
    granted = {"access_token": "made-up", "expires_in": 7200} if token is None else token

    async def answer(request: Request) -> Response:
        if request.url.path.endswith("stable_token"):
            return Response(json.dumps(granted), media_type="application/json")
        return give()

    site = Starlette(routes=[Route("/{path:path}", answer, methods=["GET", "POST"])])
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(served(site))
        url = str(client.base_url).rstrip("/")
        api = WeChatApi(app_id="wx1", secret="s", url=url, database=app.database, vault=app.vault, clock=app.clock)
        stack.push_async_callback(api.close)
        yield api


def words(content: bytes | str, kind: str = "application/json", **headers: str) -> Give:
    return lambda: Response(content, media_type=kind, headers=headers)


NOTHING_READABLE: dict[str, Give] = {
    "empty": words(""),
    "no JSON": words("{"),
    "a page of somebody between": words("<html>signed in?</html>", "text/html"),
    "no UTF-8": words(b'{"errcode": "\xff"}'),
    "a list": words("[0]"),
    "a number": words("0"),
    "no code": words("{}"),
    "a code in words": words('{"errcode": "0"}'),
    "a code of nothing": words('{"errcode": null}'),
    "very deep": words("[" * 60_000),
    "too large": words(" " * (MOST_ANSWER + 1) + '{"errcode": 0}'),
    "much larger than it seems": words(gzip.compress(b" " * 50_000_000), **{"content-encoding": "gzip"}),
    "not what it says it is": words("no gzip", **{"content-encoding": "gzip"}),
    "moved": lambda: Response(status_code=302, headers={"location": "/cgi-bin/message/custom/sent"}),
    "made": lambda: Response('{"errcode": 0}', 201, media_type="application/json"),
}


@pytest.mark.parametrize("answer", NOTHING_READABLE.values(), ids=NOTHING_READABLE)
async def test_an_answer_that_cannot_be_read_is_no_yes(app: App, answer: Give) -> None:
    async with somebody_else(app, answer) as api:
        with pytest.raises(OutsideFault) as fault:
            await api.say("nobody", "您好")
    assert not isinstance(fault.value, WeChatRefusal)


async def test_the_same_answer_with_a_code_is_a_yes_or_a_no(app: App) -> None:
    """The control of the test before."""
    async with somebody_else(app, words('{"errcode": 0}')) as api:
        await api.say("nobody", "您好")
    for kind in ("application/json; encoding=utf-8", "text/plain", "text/html"):
        async with somebody_else(app, words('{"errcode": 45015}', kind)) as api:
            with pytest.raises(WeChatRefusal) as fault:
                await api.say("nobody", "您好")
        assert fault.value.code == 45015


async def test_an_answer_without_an_end_is_not_waited_for(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    async def drops() -> AsyncIterator[bytes]:
        while True:
            yield b" "
            await asyncio.sleep(0.01)

    monkeypatch.setattr(wechat_api, "TIMEOUT_SECONDS", 0.5)
    async with somebody_else(app, lambda: StreamingResponse(drops(), media_type="application/json")) as api:
        async with asyncio.timeout(PATIENCE):
            with pytest.raises(OutsideFault):
                await api.say("nobody", "您好")


@pytest.mark.parametrize(
    "given",
    [
        {"access_token": "", "expires_in": 7200},
        {"access_token": "a\nb", "expires_in": 7200},
        {"access_token": "\ud800", "expires_in": 7200},
        {"access_token": "a" * 513, "expires_in": 7200},
        {"access_token": ["a"], "expires_in": 7200},
        {"access_token": "a", "expires_in": "7200"},
        {"access_token": "a", "expires_in": 0},
        {"access_token": "a", "expires_in": 10**12},
        {"access_token": "a", "expires_in": 7200.5},
        {"access_token": "a"},
        {"errcode": 40125},
        [],
    ],
)
async def test_what_cannot_be_a_token_is_none(app: App, given: Any) -> None:
    async with somebody_else(app, words('{"errcode": 0}'), given) as api:
        with pytest.raises(OutsideFault):
            await api.say("nobody", "您好")


# --- media ---


async def test_a_picture_is_fetched_unless_it_is_too_large_or_gone(api: WeChatApi, platform: Platform) -> None:
    data = picture()
    media = platform.world.keep(data, "image/jpeg")
    assert await api.media(media, len(data)) == data
    with pytest.raises(TooLarge):
        await api.media(media, len(data) - 1)
    with pytest.raises(WeChatRefusal) as fault:  # with status 200, as JSON
        await api.media("another", MOST)
    assert fault.value.code == 40007

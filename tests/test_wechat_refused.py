"""Where WeChat brings messages, over real HTTP: what is not WeChat's is refused with a sentence, counted, and logged
without a word of it; the conversation is as it was."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from prometheus_client import REGISTRY
from structlog.testing import capture_logs

from bot.web.guard import MAX_BODY
from bot.wechat import residents
from integrations.quick import Quick
from integrations.store.chats import WECHAT
from integrations.wechat.cipher import Cipher
from tests.records import every_value
from tests.talk import HandClock
from tests.telegram import all_sent
from tests.test_wechat_once import OTHER_KEY
from tests.web import is_problem
from tests.wechat import WeChatTalk, a_chat
from tests.wechat_platform_xml import crypto, read, render, signature

PRIVATE = "只给民政局看的话"
XML = {"content-type": "text/xml"}
Fields = Mapping[str, Any]
Request = tuple[Fields, bytes]
"""Parameters and body."""


@dataclass
class Edge:
    """A conversation on WeChat, and somebody who posts to the same address."""

    talk: WeChatTalk
    client: httpx.AsyncClient
    count: int = 0

    @property
    def now(self) -> int:
        return int(self.talk.platform.clock.now())

    def query(self, *, at: int | None = None, token: str | None = None) -> dict[str, str]:
        """The parameters of a request as the platform signs them, each with a nonce of its own."""
        self.count += 1
        stamp, nonce = str(self.now if at is None else at), f"zufall{self.count}"
        signed = signature(token or self.talk.platform.account.token, stamp, nonce)
        return {"signature": signed, "timestamp": stamp, "nonce": nonce, "openid": self.talk.seat.openid}

    def fields(self, **more: Any) -> dict[str, Any]:
        """A message of the person."""
        head = {"ToUserName": self.talk.platform.account.id, "FromUserName": self.talk.seat.openid}
        said = {"CreateTime": self.now, "MsgType": "text", "Content": PRIVATE, "MsgId": 9_000_000 + self.count}
        return {**head, **said, **more}

    def body(self, **more: Any) -> bytes:
        return render(self.fields(**more)).encode()

    def sealed(self, xml: bytes | None = None) -> Request:
        """A message as it comes in safe mode."""
        query, account = self.query(), self.talk.platform.account
        found = crypto(account).encrypt_message((xml or self.body()).decode(), query["nonce"], query["timestamp"])
        encrypted = read(found)["Encrypt"]
        return self.signed(query, encrypted)

    def signed(self, query: dict[str, str], encrypted: str) -> Request:
        """Something encrypted, signed as the platform signs it."""
        account = self.talk.platform.account
        signed = signature(account.token, query["timestamp"], query["nonce"], encrypted)
        body = render({"ToUserName": account.id, "Encrypt": encrypted}).encode()
        return query | {"encrypt_type": "aes", "msg_signature": signed}, body

    async def post(self, request: Request, headers: Mapping[str, str] = XML) -> httpx.Response:
        query, body = request
        return await self.client.post(self.talk.bot.url, params=query, content=body, headers=dict(headers))


@pytest.fixture
async def edge(tmp_path: Path, clock: HandClock, request: pytest.FixtureRequest) -> AsyncIterator[Edge]:
    """In plain mode, unless a test asks for another."""
    async with (
        a_chat(tmp_path, clock, mode=getattr(request, "param", "plain")) as talk,
        httpx.AsyncClient(trust_env=False) as client,
    ):
        await talk.say("结婚登记")
        yield Edge(talk, client)


class Untouched:
    """Within this block a request is refused: counted and logged, and nothing else happens."""

    def __init__(self, edge: Edge, counter: str, what: str = "", **labels: str) -> None:
        self._edge, self._counter, self._what, self._labels = edge, counter, what, labels
        self._logs = capture_logs()

    async def __aenter__(self) -> None:
        await all_sent(self._edge.talk.app, WECHAT)
        self._before = await told(self._edge)
        self._counted = self._count()
        self._shown = len(self._edge.talk.seat.messages)
        self._logged = self._logs.__enter__()

    async def __aexit__(self, *wrong: Any) -> None:
        self._logs.__exit__(*wrong)
        assert (wrong[1], self._what) == (None, self._what)
        assert (self._count(), self._what) == (self._counted + 1, self._what)
        (line,) = self._logged
        assert line["log_level"] == "warning"
        said, person = str(line), self._edge.talk.seat
        assert not any(private in said for private in (PRIVATE, person.openid, "zufall", str(self._edge.now)[:6]))
        assert not re.search("[0-9a-f]{40}", said), "a signature"
        assert await told(self._edge) == self._before
        assert len(person.messages) == self._shown

    def _count(self) -> float:
        return REGISTRY.get_sample_value(self._counter, self._labels) or 0.0


async def told(edge: Edge) -> list[tuple[str, bytes]]:
    """All that is written down, but what is done beside."""
    values = await every_value(edge.talk.app.database)
    return [(where, value) for where, value in values if not where.startswith(("due_work.", "bot_leases."))]


def refused(edge: Edge, why: str, what: str = "") -> Untouched:
    return Untouched(edge, "yizheng_wechat_refused_total", what, why=why)


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'

WRONG: dict[str, tuple[str, Callable[[Edge], Request]]] = {
    "nothing": ("malformed", lambda edge: (edge.query(), b"")),
    "half a message": ("malformed", lambda edge: (edge.query(), edge.body()[:-9])),
    "two roots": ("malformed", lambda edge: (edge.query(), edge.body() * 2)),
    "another root": ("malformed", lambda edge: (edge.query(), edge.body().replace(b"xml>", b"html>"))),
    "JSON": ("malformed", lambda edge: (edge.query(), b'{"MsgType": "text"}')),
    "no UTF-8": ("malformed", lambda edge: (edge.query(), edge.body().decode().encode("gb18030"))),
    "an element twice": ("malformed", lambda edge: (edge.query(), edge.body(MsgId=[1, 2]))),
    "no sender": ("malformed", lambda edge: (edge.query(), edge.body(FromUserName=""))),
    "no time": ("malformed", lambda edge: (edge.query(), edge.body(CreateTime="soon"))),
    "a number of words": ("malformed", lambda edge: (edge.query(), edge.body(MsgId=PRIVATE))),
    "very many elements": ("too_large", lambda edge: (edge.query(), edge.body(more=[1] * 300))),
    "a document type": ("doctype", lambda edge: (edge.query(), b"<!DOCTYPE xml>" + edge.body())),
    "entities": (
        "doctype",
        lambda edge: (edge.query(), LAUGHS.encode() + edge.body(Content=1).replace(b">1<", b">&b;<")),
    ),
    "a file": (
        "doctype",
        lambda edge: (edge.query(), b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + edge.body()),
    ),
    "another token": ("signature", lambda edge: (edge.query(token="another"), edge.body())),
    "no signature": ("signature", lambda edge: (edge.query() | {"signature": ""}, edge.body())),
    "words as a signature": ("signature", lambda edge: (edge.query() | {"signature": PRIVATE}, edge.body())),
    "yesterday": ("stale", lambda edge: (edge.query(at=edge.now - 86_400), edge.body())),
    "eleven minutes ago": ("stale", lambda edge: (edge.query(at=edge.now - 660), edge.body())),
    "in eleven minutes": ("stale", lambda edge: (edge.query(at=edge.now + 660), edge.body())),
    "no timestamp": ("malformed", lambda edge: (edge.query() | {"timestamp": ""}, edge.body())),
    "no parameters": ("malformed", lambda edge: ({}, edge.body())),
    "a parameter twice": ("malformed", lambda edge: (edge.query() | {"openid": ["a", "b"]}, edge.body())),
    "a long parameter": ("too_large", lambda edge: (edge.query() | {"more": "x" * 600}, edge.body())),
    "many parameters": ("too_large", lambda edge: (edge.query() | {f"n{n}": "" for n in range(20)}, edge.body())),
    "an encrypted one in plain mode": ("undecryptable", lambda edge: edge.sealed()),
    "to another account": ("another_account", lambda edge: (edge.query(), edge.body(ToUserName="gh_another"))),
}


async def test_what_is_not_of_wechat_is_refused(edge: Edge) -> None:
    for what, (why, make) in WRONG.items():
        async with refused(edge, why, what):
            is_problem(await edge.post(make(edge)), 403, "fault-not_wechat")


def altered(edge: Edge) -> Request:
    query, body = edge.sealed()
    return query, body.replace(b"<Encrypt><![CDATA[", b"<Encrypt><![CDATA[AAAA")


def of_another(edge: Edge, key: str, appid: str) -> Request:
    return edge.signed(edge.query(), Cipher(key, appid).encrypt(edge.body().decode(), b"r" * 16))


WRONG_IN_SAFE_MODE: dict[str, tuple[str, Callable[[Edge], Request]]] = {
    "in the clear": ("unencrypted", lambda edge: (edge.query(), edge.body())),
    "in the clear, said to be encrypted": (
        "unencrypted",
        lambda edge: (edge.query() | {"encrypt_type": "aes", "msg_signature": "0" * 40}, edge.body()),
    ),
    "altered": ("signature", altered),
    "no signature of what is encrypted": (
        "unencrypted",
        lambda edge: ({k: v for k, v in edge.sealed()[0].items() if k != "msg_signature"}, edge.sealed()[1]),
    ),
    "nothing encrypted": ("undecryptable", lambda edge: edge.signed(edge.query(), "")),
    "words": ("undecryptable", lambda edge: edge.signed(edge.query(), PRIVATE)),
    "another key": ("undecryptable", lambda edge: of_another(edge, OTHER_KEY, edge.talk.platform.account.appid)),
    "another appid": ("undecryptable", lambda edge: of_another(edge, edge.talk.platform.account.aes_key, "wx0")),
    "entities within": ("doctype", lambda edge: edge.sealed(LAUGHS.encode() + edge.body())),
    "to another account": ("another_account", lambda edge: edge.sealed(edge.body(ToUserName="gh_another"))),
}


@pytest.mark.parametrize("edge", ["safe"], indirect=True)
async def test_in_safe_mode_what_is_not_of_wechat_is_refused(edge: Edge) -> None:
    for what, (why, make) in WRONG_IN_SAFE_MODE.items():
        async with refused(edge, why, what):
            is_problem(await edge.post(make(edge)), 403, "fault-not_wechat")


@pytest.mark.parametrize("edge", ["plain", "safe"], indirect=True)
async def test_what_is_made_like_that_and_not_wrong_is_taken(edge: Edge) -> None:
    """The control of the tests before."""
    is_safe = edge.talk.platform.account.mode == "safe"
    request = edge.sealed() if is_safe else (edge.query(), edge.body())
    before = await told(edge)
    answer = await edge.post(request)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/xml; charset=utf-8")
    assert await told(edge) != before


async def test_another_content_type_is_refused(edge: Edge) -> None:
    for kind in ("", "text/plain", "application/json", "application/x-www-form-urlencoded", "xml"):
        async with refused(edge, "content_type", kind):
            is_problem(await edge.post((edge.query(), edge.body()), {"content-type": kind}), 415, "fault-not_xml")


async def test_a_huge_body_is_refused_whether_its_length_is_announced_or_not(edge: Edge) -> None:
    body = edge.body(Content="x" * MAX_BODY)

    async def in_pieces() -> AsyncIterator[bytes]:
        yield body[:MAX_BODY]
        yield body[MAX_BODY:]

    for content in (body, in_pieces()):
        async with Untouched(edge, "yizheng_bodies_refused_total", status="413"):
            answer = await edge.client.post(edge.talk.bot.url, params=edge.query(), content=content, headers=XML)
            is_problem(answer, 413, "fault-too_long")


# --- a signed address, once more ---


async def test_a_signed_address_brings_no_other_message(edge: Edge) -> None:
    query = edge.query()
    assert (await edge.post((query, edge.body(MsgId=1)))).status_code == 200
    async with refused(edge, "replayed"):
        is_problem(await edge.post((query, edge.body(MsgId=2))), 403, "fault-not_wechat")


async def test_without_that_guard_it_does(edge: Edge, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control of the test before."""

    async def first(_: Quick, __: str, value: str, ___: int) -> str:
        return value

    monkeypatch.setattr(Quick, "first", first)
    query = edge.query()
    for n in (1, 2):
        assert (await edge.post((query, edge.body(MsgId=n)))).status_code == 200


async def test_a_message_comes_three_times_under_its_address_and_no_fourth(
    edge: Edge, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = edge.query(), edge.body()
    answers = [await edge.post(request) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200] * 3
    assert len({read(answer.content)["Content"] for answer in answers}) == 1
    async with refused(edge, "replayed"):
        is_problem(await edge.post(request), 403, "fault-not_wechat")
    monkeypatch.setattr(residents, "MOST_ATTEMPTS", 9)  # the control
    assert (await edge.post(request)).status_code == 200

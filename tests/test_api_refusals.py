"""What the chat API refuses, and that every refusal is a sentence."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.app import App
from bot.tokens import ID_BYTES, make_token
from bot.web import api
from bot.web.access import client_address
from bot.web.guard import MAX_BODY, Guard
from bot.web.site import make_site
from integrations.privacy import Keys, Vault
from tests.talk import an_app
from tests.web import HURT, NUMBERS, Resident, client_of, is_guarded, is_problem


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        "text",
        None,
        {"id": "a"},
        {"id": "a", "text": "1", "choice": "1"},
        {"id": "a", "text": None, "choice": None},
        {"id": "a", "text": "1", "more": 1},
        {"id": "a", "text": 1},
        {"id": "", "text": "1"},
        {"id": "a b", "text": "1"},
        {"id": "a/../b", "text": "1"},
        {"id": "a\n", "text": "1"},
        {"id": "event:x", "text": "1"},
        {"id": "a" * 65, "text": "1"},
        {"id": 7, "text": "1"},
        {"id": "a", "choice": "c" * 401},
        {"id": "a", "choice": "\ud800"},
    ],
)
async def test_a_body_of_another_form_is_refused_with_a_sentence(resident: Resident, body: Any) -> None:
    headers = {**resident.headers, "content-type": "application/json"}
    answer = await resident.client.post("/api/chat/messages", content=json.dumps(body), headers=headers)
    is_problem(answer, 422, "fault-malformed")


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"", b"nul", b'{"id":"a","text":"1"'])
async def test_a_body_that_is_no_json_is_refused(resident: Resident, content: bytes) -> None:
    headers = {**resident.headers, "content-type": "application/json"}
    answer = await resident.client.post("/api/chat/messages", content=content, headers=headers)
    assert answer.status_code in {400, 422}
    is_problem(answer, answer.status_code, "fault-malformed")


async def test_another_content_type_is_refused(resident: Resident) -> None:
    headers = {**resident.headers, "content-type": "text/plain"}
    answer = await resident.client.post("/api/chat/messages", content=b'{"id":"a","text":"1"}', headers=headers)
    is_problem(answer, 415, "fault-malformed")


async def test_a_conversation_begins_without_a_body_too(client: httpx.AsyncClient) -> None:
    assert (await client.post("/api/chat/conversations")).status_code == 201
    is_problem(await client.post("/api/chat/conversations", json={"place": "x"}), 422, "fault-malformed")


async def test_a_text_that_is_too_long_is_said_to_be(resident: Resident) -> None:
    assert (await resident.post(id="long", text="长" * 4000)).status_code == 200
    is_problem(await resident.post(id="longer", text="长" * 4001), 422, "fault-too_long")


async def test_half_a_character_is_dropped_and_the_rest_is_read(resident: Resident) -> None:
    body = json.dumps({"id": "half", "text": "菜单\ud83d"})
    answer = await resident.client.post(
        "/api/chat/messages", content=body, headers={**resident.headers, "content-type": "application/json"}
    )
    assert answer.json()["replies"][-1]["key"] == "menu"


async def test_danger_is_answered_before_anything_is_refused(client: httpx.AsyncClient, resident: Resident) -> None:
    stranger = Resident(client, "nobody's")
    for who, text in ((resident, "长" * 4000 + HURT), (stranger, HURT), (stranger, HURT + "长" * 4000)):
        assert (await who.say(text))["replies"][0]["text"].startswith(NUMBERS)


async def test_a_huge_body_is_refused_whether_its_length_is_announced_or_not(resident: Resident) -> None:
    async def in_pieces() -> AsyncIterator[bytes]:
        for _ in range(10):
            yield b"x" * MAX_BODY

    headers = {**resident.headers, "content-type": "application/json"}
    for content in (b"x" * (MAX_BODY + 1), in_pieces()):
        answer = await resident.client.post("/api/chat/messages", content=content, headers=headers)
        is_problem(answer, 413, "fault-too_long")


async def test_a_body_that_does_not_come_is_not_waited_for(site: FastAPI, resident: Resident) -> None:
    async def never_whole() -> AsyncIterator[bytes]:
        yield b'{"id":'
        await asyncio.Event().wait()

    def refuse(request: Any, status: int) -> Any:
        raise AssertionError(f"{status} is for the site itself to say")

    impatient = Guard(site, refuse, body_seconds=0.01)
    transport = httpx.ASGITransport(impatient)
    async with httpx.AsyncClient(transport=transport, base_url="http://desk") as client:
        headers = {**resident.headers, "content-type": "application/json"}
        answer = await client.post("/api/chat/messages", content=never_whole(), headers=headers)
    is_problem(answer, 408, "fault-too_slow")


async def test_only_our_own_tokens_open_a_conversation(app: App, client: httpx.AsyncClient, resident: Resident) -> None:
    ours = resident.token
    others = make_token(Vault(Keys.make(), "aes"), b"i" * ID_BYTES)
    forged = ours[:-2] + ("AA" if ours[-2:] != "AA" else "BB")
    another = ("B" if ours[0] == "A" else "A") + ours[1:]
    for scheme in ("Bearer ", "bearer "):
        answer = await client.get("/api/chat/history", headers={"authorization": scheme + ours})
        assert answer.status_code == 200
    wrong = [others, forged, another, "", "x" * 10_000, "%" * 64, ours + ours]
    for header in [None, "", ours, f"Basic {ours}", "Bearer", *(f"Bearer {token}" for token in wrong)]:
        headers = {} if header is None else {"authorization": header}
        for method, path in (("GET", "history"), ("GET", "stream"), ("DELETE", "conversations")):
            is_problem(await client.request(method, f"/api/chat/{path}", headers=headers), 401, "fault-ended")
        answer = await client.post("/api/chat/messages", json={"id": "a", "text": "1"}, headers=headers)
        is_problem(answer, 401, "fault-ended")


async def test_too_many_messages_are_put_off_but_danger_is_always_answered(
    resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "MESSAGES_PER_MINUTE", 3)
    for _ in range(2):
        await resident.say("菜单")
    refused = await resident.post(id="more", text="菜单")
    is_problem(refused, 429, "fault-too_fast")
    assert int(refused.headers["retry-after"]) > 0
    hurt = await resident.say(HURT)
    assert hurt["replies"][0]["text"].startswith(NUMBERS)


async def test_an_address_may_not_begin_conversations_without_end(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "CONVERSATIONS_PER_MINUTE", 1)
    assert (await client.post("/api/chat/conversations")).status_code == 201
    is_problem(await client.post("/api/chat/conversations"), 429, "fault-too_fast")


@pytest.mark.parametrize(("proxies", "allowed"), [("127.0.0.1", True), ("", False)])
async def test_a_forwarded_address_counts_only_when_a_trusted_proxy_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proxies: str, allowed: bool
) -> None:
    monkeypatch.setattr(api, "CONVERSATIONS_PER_MINUTE", 1)
    async with an_app(tmp_path, trusted_proxies=proxies) as app, client_of(make_site(app)) as client:
        answers = [
            await client.post("/api/chat/conversations", headers={"x-forwarded-for": address})
            for address in ("192.0.2.1", "192.0.2.2")
        ]
    assert (answers[1].status_code == 201) is allowed


@pytest.mark.parametrize(
    ("forwarded", "expected"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("198.51.100.9, 192.0.2.1", "192.0.2.1"),
        ("192.0.2.1, 10.0.0.2", "192.0.2.1"),
        ("", "10.0.0.1"),
        ("10.0.0.2", "10.0.0.1"),
    ],
)
def test_of_a_chain_of_proxies_the_first_that_is_not_ours_is_the_client(forwarded: str, expected: str) -> None:
    scope = {"type": "http", "client": ("10.0.0.1", 1), "headers": [(b"x-forwarded-for", forwarded.encode())]}
    assert client_address(scope, {"10.0.0.1", "10.0.0.2"}) == expected


@pytest.mark.parametrize(
    "text", ["\x00", "结婚\x00登记", "\x1b[31m", "\u202e123", "\u200b", "\ufffe", "\U000e0041", ""]
)
async def test_characters_nobody_types_are_answered_like_any_other_words(resident: Resident, text: str) -> None:
    assert (await resident.say(text))["replies"][-1]["input"]
    assert (await resident.history())["messages"][-1]["said"] is not None


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ("en-US,en;q=0.9", "This conversation has ended"),
        ("zh-TW", "這次對話已經結束"),
        ("zh-CN,zh", "这次对话已经结束"),
        ("fr", "这次对话已经结束"),
        ("", "这次对话已经结束"),
    ],
)
async def test_a_refusal_speaks_the_language_that_was_asked_for(
    client: httpx.AsyncClient, wanted: str, sentence: str
) -> None:
    answer = await client.get("/api/chat/history", headers={"accept-language": wanted})
    assert answer.json()["detail"].startswith(sentence)


async def test_a_browser_gets_a_refusal_as_a_page(client: httpx.AsyncClient) -> None:
    answer = await client.get("/nowhere", headers={"accept": "text/html,*/*"})
    assert answer.status_code == 404
    assert "没有这个页面" in answer.text
    assert answer.headers["content-type"].startswith("text/html")


async def test_every_answer_is_guarded_and_a_fault_of_ours_is_a_sentence(
    app: App, client: httpx.AsyncClient, resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in ("/", "/desk/login", "/desk", "/static/chat.js", "/docs", "/openapi.json", "/healthz", "/metrics"):
        is_guarded(await client.get(path))
    for path in ("/nowhere", "/static/nowhere.js", "/static/../site.py", "/static/%2e%2e/site.py"):
        is_problem(await client.get(path), 404, "fault-not_found")
    is_problem(await client.put("/api/chat/messages"), 405, "fault-not_found")

    async def broken(*_: Any, **__: Any) -> None:
        raise ValueError("a fault of ours")

    monkeypatch.setattr(type(app.turns), "take", broken)
    with capture_logs() as logged:
        is_problem(await resident.post(id="x", text="菜单"), 500, "fault-ours")
        hurt = await resident.post(id="y", text=HURT)
    assert [entry["event"] for entry in logged] == ["web.fault", "turn.danger_unkept"]
    assert hurt.status_code == 200
    assert hurt.json()["replies"][0]["text"].startswith(NUMBERS)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
messages = st.fixed_dictionaries(
    {"id": st.from_regex(r"[A-Za-z0-9._~-]{1,64}", fullmatch=True)},
    optional={"text": st.text(max_size=60), "choice": st.text(max_size=60), "more": json_values},
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=json_values | messages)
async def test_no_body_breaks_the_server(app: App, client: httpx.AsyncClient, body: Any) -> None:
    token = make_token(app.vault, b"fuzz".ljust(ID_BYTES))
    content = json.dumps(body).encode()
    for method, path in (("POST", "messages"), ("POST", "conversations"), ("POST", "uploads")):
        headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
        answer = await client.request(method, f"/api/chat/{path}", content=content, headers=headers)
        assert answer.status_code < 500, answer.text

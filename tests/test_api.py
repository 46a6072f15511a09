"""The chat API: a whole booking through it, what comes later, leaving, and danger whatever fails."""

from __future__ import annotations

import asyncio
import itertools
import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI, Response

from bot.app import App
from bot.web import api
from bot.web.guard import Guard
from flows.incoming import Event, Incoming
from flows.words import Words
from integrations.store import cases, conversations, queue, uploads
from tests.talk import MAN, NOON, Talk
from tests.web import (
    HURT,
    NUMBERS,
    Resident,
    break_database,
    conversation,
    is_guarded,
    is_problem,
    mend_database,
    picture,
    served,
    to_the_summary,
)

# --- a conversation ---------------------------------------------------------------------------------------------------


async def test_a_whole_booking_is_made_by_the_choices_offered(app: App, resident: Resident) -> None:
    assert resident.keys[-1] == "menu"
    await to_the_summary(resident)
    summary = resident.last["replies"][-1]
    assert summary["input"]["kind"] == "confirm"
    assert summary["summary"]["lines"][1] == {"label": "您的姓名", "value": "张三", "change": "change:first_name"}
    assert all(f"{line['label']}：{line['value']}" in summary["text"] for line in summary["summary"]["lines"])
    assert MAN not in json.dumps(resident.last)
    replies = (await resident.tap("yes"))["replies"]
    receipt = replies[0]["receipt"]
    assert receipt["lines"][0] == ["事项", "结婚登记"]
    assert receipt["lines"][2] == ["时间", "09:30"]
    assert receipt["number"] in replies[0]["text"]
    async with app.database.read() as connection:
        filed = await cases.by_number(connection, app.vault, receipt["number"])
    assert filed is not None
    assert filed.service == "marriage"


async def test_the_same_message_again_gets_the_same_replies_and_books_once(app: App, resident: Resident) -> None:
    await to_the_summary(resident)
    first = await resident.post(id="once", choice="yes")
    again = await resident.post(id="once", choice="yes")
    assert again.json() == first.json()
    async with app.database.read() as connection:
        assert len(await queue.listed(connection)) == 1


async def test_the_first_message_decides_the_language_and_a_choice_changes_it(client: httpx.AsyncClient) -> None:
    begun = await client.post("/api/chat/conversations", json={})
    resident = Resident(client, begun.json()["token"])
    client.headers["accept-language"] = "en-GB,zh;q=0.5"
    assert (await resident.tap("start"))["language"] == "en"
    client.headers["accept-language"] = "zh-CN"
    assert (await resident.tap("command:menu"))["language"] == "en"
    await resident.tap("command:language")
    changed = await resident.tap("zh-Hant")
    assert changed["language"] == "zh-Hant"
    assert (await resident.history())["language"] == "zh-Hant"


async def test_the_history_says_what_was_tapped_by_its_label_and_masks_numbers(resident: Resident) -> None:
    await to_the_summary(resident)
    found = await resident.history()
    said = [message["said"] for message in found["messages"]]
    assert said[0] is None
    assert said[1:4] == ["结婚登记", "同意", "两人都是内地居民，都不是现役军人"]
    assert said[-1] == "138****0000"
    assert MAN not in json.dumps(found)
    assert found["messages"][-1]["replies"] == resident.last["replies"]


async def test_replies_whose_words_a_newer_version_dropped_do_not_close_the_transcript(
    app: App, resident: Resident
) -> None:
    gone = Event("notice", words=Words("a-message-of-an-older-version"))
    await app.turns.take(Incoming(conversation(app, resident), "event:old", app.clock(), event=gone))
    found = await resident.history()
    assert [reply["key"] for reply in found["messages"][-1]["replies"]] == ["menu"]


# --- what comes later -------------------------------------------------------------------------------------------------


async def notice(app: App, resident: Resident, id: str) -> None:
    words = Words("calendar-confirmed", {"number": "JT260511-AAAAAA", "day": NOON.date()})
    event = Event("notice", words=words)
    await app.turns.take(Incoming(conversation(app, resident), id, app.clock(), event=event))


async def stream(client: httpx.AsyncClient, resident: Resident, last: str | None) -> AsyncIterator[dict[str, Any]]:
    """The events of a stream as they come."""
    headers = resident.headers | ({"last-event-id": last} if last else {})
    async with client.stream("GET", "/api/chat/stream", headers=headers) as answer:
        assert answer.status_code == 200
        is_guarded(answer)
        event: dict[str, Any] = {}
        async for line in answer.aiter_lines():
            name, _, value = line.partition(": ")
            if name == "data":
                event["data"] = json.loads(value)
            elif name == "id":
                event["id"] = value
            elif not line and event:
                yield event
                event = {}


async def heard(client: httpx.AsyncClient, resident: Resident, count: int, last: str | None) -> list[str]:
    """The ids of the next events; each is the entry of the log as the history has it."""
    ids: list[str] = []
    async for event in stream(client, resident, last):
        assert event["id"] == event["data"]["id"]
        assert event["data"]["replies"][0]["key"] == "calendar-confirmed"
        ids.append(event["id"])
        if len(ids) == count:
            break
    return ids


async def test_a_notice_is_heard_once_and_a_stream_goes_on_where_it_broke(app: App, site: FastAPI) -> None:
    async with served(site) as client, asyncio.timeout(20):
        resident = await Resident.begin(client)
        for number in range(3):
            await notice(app, resident, f"event:{number}")
        assert await heard(client, resident, 1, "m0") == ["event:0"]
        assert await heard(client, resident, 2, "event:0") == ["event:1", "event:2"]
        later = asyncio.create_task(heard(client, resident, 2, "event:2"))
        await resident.tap("command:menu")
        await notice(app, resident, "event:3")
        await notice(app, resident, "event:4")
        assert await later == ["event:3", "event:4"]


async def test_an_open_stream_does_not_keep_the_server_from_stopping(site: FastAPI) -> None:
    async with asyncio.timeout(20), AsyncExitStack() as open_longer:
        async with served(site) as client:
            resident = await Resident.begin(client)
            listener = await open_longer.enter_async_context(httpx.AsyncClient(trust_env=False))
            listening = listener.stream("GET", f"{client.base_url}/api/chat/stream", headers=resident.headers)
            answer = await open_longer.enter_async_context(listening)
            assert answer.status_code == 200
        with pytest.raises(httpx.RemoteProtocolError):  # cut off; the page takes it up again elsewhere
            await answer.aread()


async def test_a_stream_outlives_the_deadline_of_a_body(site: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "PING_SECONDS", 0.1)
    impatient = Guard(site, lambda request, status: Response(status_code=status), body_seconds=0.05)
    async with served(impatient) as client, asyncio.timeout(20):
        resident = await Resident.begin(client)
        async with client.stream("GET", "/api/chat/stream", headers=resident.headers) as answer:
            pings = (line async for line in answer.aiter_lines() if line.startswith(": ping"))
            assert [await anext(pings) for _ in range(3)]


async def test_a_stream_ends_when_its_conversation_is_left(site: FastAPI) -> None:
    async with served(site) as client, asyncio.timeout(20):
        resident = await Resident.begin(client)
        async with client.stream("GET", "/api/chat/stream", headers=resident.headers) as answer:
            assert answer.status_code == 200
            await client.delete("/api/chat/conversations", headers=resident.headers)
            assert not [line async for line in answer.aiter_lines() if line.startswith("data")]
        again = await client.get("/api/chat/stream", headers=resident.headers)
        is_problem(again, 401, "fault-ended")


# --- leaving ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("said_something", [True, False])
async def test_after_leaving_the_token_opens_nothing_and_the_transcript_is_gone(
    app: App, client: httpx.AsyncClient, said_something: bool
) -> None:
    resident = Resident(client, (await client.post("/api/chat/conversations")).json()["token"])
    if said_something:
        await resident.say("结婚登记")
    left = await client.delete("/api/chat/conversations", headers=resident.headers)
    assert left.status_code == 204
    is_problem(await client.get("/api/chat/history", headers=resident.headers), 401, "fault-ended")
    is_problem(await resident.post(id="late", text="菜单"), 401, "fault-ended")
    is_problem(await resident.upload(picture()), 401, "fault-ended")
    async with app.database.read() as connection:
        assert await conversations.entries(connection, app.vault, conversation(app, resident)) == []
        assert await uploads.count(connection, conversation(app, resident)) == 0
    assert (await client.delete("/api/chat/conversations", headers=resident.headers)).status_code == 204


async def test_danger_is_answered_even_after_leaving(client: httpx.AsyncClient, resident: Resident) -> None:
    await client.delete("/api/chat/conversations", headers=resident.headers)
    assert (await resident.say(HURT))["replies"][0]["text"].startswith(NUMBERS)


# --- danger -----------------------------------------------------------------------------------------------------------


async def test_danger_puts_the_number_first_offers_the_call_and_alarms_the_desk(app: App, resident: Resident) -> None:
    first = (await resident.say(HURT))["replies"][0]
    assert first["text"].startswith(NUMBERS)
    assert first["attachments"][0] == {"url": "tel:110", "label": "拨打 110"}
    async with app.database.read() as connection:
        alarm = (await queue.listed(connection))[0]
    assert (alarm.service, alarm.urgent) == ("danger", True)


async def test_danger_with_half_a_character_in_it_is_kept_too(app: App) -> None:
    talk = Talk(app)
    await talk.say(f"{HURT}\ud83d")
    async with app.database.read() as connection:
        (alarm,) = await queue.listed(connection)
        case = await cases.by_number(connection, app.vault, alarm.number)
    assert case is not None
    assert case.content["answers"][0]["value"] == HURT


async def test_with_the_database_down_danger_is_answered_and_anything_else_is_kindly_put_off(
    app: App, client: httpx.AsyncClient, resident: Resident, tmp_path: Path
) -> None:
    await break_database(app, tmp_path)
    hurt = await resident.post(id="hurt", text=HURT)
    assert hurt.status_code == 200
    assert hurt.json()["replies"][0]["text"].startswith(NUMBERS)
    fresh = await client.post("/api/chat/conversations")
    assert fresh.status_code == 201
    newcomer = Resident(client, fresh.json()["token"])
    assert (await newcomer.say(HURT))["replies"][0]["text"].startswith(NUMBERS)
    put_off = await resident.post(id="menu", text="菜单")
    is_problem(put_off, 503, "fault-ours")
    assert int(put_off.headers["retry-after"]) > 0
    for path in ("history", "stream"):
        is_problem(await client.get(f"/api/chat/{path}", headers=resident.headers), 503, "fault-ours")
    is_problem(await resident.upload(picture()), 503, "fault-ours")


async def test_danger_said_while_the_database_was_down_reaches_the_desk_when_it_is_back(
    app: App, site: FastAPI, resident: Resident, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "DANGER_WAITS", itertools.repeat(0.01))
    await break_database(app, tmp_path)
    await resident.post(id="hurt", text=HURT)
    await mend_database(app, tmp_path)
    await asyncio.gather(*site.state.web.going_on)
    async with app.database.read() as connection:
        (row,) = await queue.listed(connection)
        case = await cases.by_number(connection, app.vault, row.number)
    assert row.service == "danger"
    assert case is not None
    assert case.content["answers"][0]["value"] == HURT


async def test_danger_does_not_wait_for_a_database_that_hangs(
    app: App, site: FastAPI, resident: Resident, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "DANGER_SECONDS", 0.05)
    hanging = sqlite3.connect(tmp_path / "yizheng.db", isolation_level=None)
    hanging.execute("BEGIN IMMEDIATE")
    async with asyncio.timeout(10):  # the database would be waited for twice as long
        hurt = (await resident.post(id="hurt", text=HURT)).json()
    assert [reply["key"] for reply in hurt["replies"]] == ["danger-violence", "danger-office"]
    hanging.execute("ROLLBACK")
    await asyncio.gather(*site.state.web.going_on)
    again = (await resident.post(id="hurt", text=HURT)).json()
    assert again["replies"][: len(hurt["replies"])] == hurt["replies"]
    assert again["replies"][-1]["input"]

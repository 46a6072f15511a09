"""Links and codes that lead on with a conversation at the page. Each works once; a lost answer is got again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.app import App
from bot.passes import CODE_LASTS, LINK_LASTS, MOST_WRONG
from bot.tokens import conversation_of
from bot.turn import Turns
from bot.web import api
from bot.web.site import make_site
from flows.errors import OutsideFault
from integrations.store import conversations, passes
from integrations.store.passes import AGAIN
from tests.in_chat import CONVERSATION, TO_THE_NAME, InChat
from tests.talk import HandClock, an_app
from tests.web import Resident, client_of, is_problem

LINKS = "/api/chat/links"
MINE, ANOTHER = "a" * 32, "b" * 32
NAME = "张三丰"


@pytest.fixture
async def page(any_app: App) -> AsyncIterator[httpx.AsyncClient]:
    """The page, on either database."""
    async with client_of(make_site(any_app)) as client:
        yield client


async def opened(client: httpx.AsyncClient, code: str, id: str | None = None) -> httpx.Response:
    """What a link with this code comes to."""
    return await client.post(LINKS, json={"code": code} if id is None else {"code": code, "id": id})


async def is_visited(app: App) -> bool:
    async with app.database.read() as connection:
        loaded = await conversations.load(connection, app.vault, CONVERSATION, "zh-Hans")
    return loaded.conversation.visiting


async def test_a_link_opens_its_conversation_at_the_page_and_the_chat_goes_on_afterwards(
    any_app: App, page: httpx.AsyncClient
) -> None:
    chat = await InChat.meet(any_app)
    await chat.say(*TO_THE_NAME)
    assert not await is_visited(any_app)
    answer = await opened(page, await chat.link())
    assert (answer.status_code, answer.json().keys()) == (201, {"token"})
    assert conversation_of(any_app.vault, answer.json()["token"]) == CONVERSATION
    assert await is_visited(any_app)
    resident = Resident(page, answer.json()["token"])
    asked = [reply["key"] for message in (await resident.history())["messages"] for reply in message["replies"]]
    assert asked[-1] == "marriage-first_name", "opening a link says nothing"
    await resident.say(NAME)
    assert await is_visited(any_app), "the next question is personal, too"
    before = len(await chat.sent())
    await resident.tap("command:cancel")
    assert "visit-back" in resident.keys
    assert not await is_visited(any_app)
    told = (await chat.sent())[before:]
    assert [each["do"] for each in told] == ["send"]
    assert NAME not in str(told)


async def test_a_link_works_once(any_app: App, page: httpx.AsyncClient) -> None:
    chat = await InChat.meet(any_app)
    await chat.say("你好")
    code = await chat.link()
    assert (await opened(page, code)).status_code == 201
    is_problem(await opened(page, code), 404, "fault-link_over")
    is_problem(await opened(page, code, MINE), 404, "fault-link_over")


async def test_the_same_use_again_is_answered_again_for_a_while_and_anothers_is_not(
    any_app: App, page: httpx.AsyncClient, clock: HandClock
) -> None:
    chat = await InChat.meet(any_app)
    await chat.say("你好")
    code = await chat.link()
    clock.move(f"{LINK_LASTS.total_seconds() - 1}s")
    first = await opened(page, code, MINE)
    clock.move(f"{AGAIN.total_seconds() - 1}s")
    again = await opened(page, code, MINE)
    assert (again.status_code, again.json()) == (201, first.json()), "it was in time, and is the same use"
    is_problem(await opened(page, code, ANOTHER), 404, "fault-link_over")
    clock.move("1s")
    is_problem(await opened(page, code, MINE), 404, "fault-link_over")
    async with any_app.database.read() as connection:
        entries = await conversations.entries(connection, any_app.vault, CONVERSATION)
    assert len(entries) == 2, "the visit stands in the log once"


async def test_of_two_who_open_a_link_at_once_one_is_let_in(any_app: App, page: httpx.AsyncClient) -> None:
    chat = await InChat.meet(any_app)
    await chat.say("你好")
    code = await chat.link()
    answers = await asyncio.gather(*(opened(page, code, f"{n}" * 32) for n in range(4)))
    assert sorted(answer.status_code for answer in answers) == [201, 404, 404, 404]


async def test_a_store_that_fails_after_the_code_was_taken_costs_nobody_the_link(
    any_app: App, page: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await InChat.meet(any_app)
    await chat.say("你好")
    code = await chat.link()

    async def fail(*_: object) -> None:
        raise OutsideFault("the store does not answer")

    with monkeypatch.context() as patch:
        patch.setattr(Turns, "tell", fail)
        assert (await opened(page, code, MINE)).status_code == 503
    assert (await opened(page, code, MINE)).status_code == 201
    assert await is_visited(any_app)


@pytest.mark.parametrize("what", ["unknown", "over", "of a clerk", "left"])
async def test_nothing_tells_why_a_link_does_not_work(
    any_app: App, page: httpx.AsyncClient, clock: HandClock, what: str
) -> None:
    chat = await InChat.meet(any_app)
    await chat.say("你好")
    code = await chat.link()
    if what == "unknown":
        code = "2" * 26
    elif what == "over":
        clock.move(f"{LINK_LASTS.total_seconds()}s")
    elif what == "of a clerk":
        async with any_app.database.write() as connection:
            code = await any_app.passes.code(connection, "account", "wang", clock())
    else:
        async with any_app.database.write() as connection:
            await conversations.forget(connection, CONVERSATION, clock(), revoke=True)
    used = await opened(page, await chat.link()) if what != "left" else None
    assert used is None or used.status_code == 201, "the control: another link works"
    is_problem(await opened(page, code), 404, "fault-link_over")


async def test_a_code_that_was_typed_works_for_ten_minutes(
    any_app: App, page: httpx.AsyncClient, clock: HandClock
) -> None:
    chat = await InChat.meet(any_app)
    await chat.say("你好")
    async with any_app.database.write() as connection:
        first, second = [await any_app.passes.code(connection, "conversation", CONVERSATION, clock()) for _ in range(2)]
    assert (await opened(page, first)).status_code == 201
    clock.move(f"{CODE_LASTS.total_seconds()}s")
    is_problem(await opened(page, second), 404, "fault-link_over")


async def test_who_tries_codes_is_stopped_also_at_one_that_works(any_app: App, page: httpx.AsyncClient) -> None:
    chat = await InChat.meet(any_app)
    await chat.say("你好")
    code = await chat.link()
    for _ in range(MOST_WRONG):
        is_problem(await opened(page, "2" * 8), 404, "fault-link_over")
    answer = await opened(page, code, MINE)
    is_problem(answer, 429, "link-too_often")
    assert int(answer.headers["retry-after"]) > 0
    async with any_app.database.read() as connection:
        left = await passes.subject_of(connection, any_app.vault, code, "conversation", any_app.clock())
    assert left == CONVERSATION, "it was not used up by that"


async def test_links_are_not_opened_without_end(client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "LINKS_PER_MINUTE", 1)
    is_problem(await opened(client, "2" * 26), 404, "fault-link_over")
    is_problem(await opened(client, "2" * 26), 429, "fault-too_fast")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"code": ""},
        {"code": "2" * 25},
        {"code": "2" * 27},
        {"code": "２" * 8},
        {"code": "2" * 8 + "\n"},
        {"code": "2222-2222"},
        {"code": 22222222},
        {"code": "2" * 26, "id": "1"},
        {"code": "2" * 26, "id": "a" * 65},
        {"code": "2" * 26, "more": "x"},
    ],
)
async def test_the_shape_is_strict(client: httpx.AsyncClient, body: dict[str, object]) -> None:
    is_problem(await client.post(LINKS, json=body), 422, "fault-malformed")


@pytest.mark.parametrize("name", [None, "yizheng_bot"])
async def test_a_code_for_elsewhere_comes_with_a_link_that_opens_telegram_where_there_is_a_bot(
    tmp_path: Path, clock: HandClock, name: str | None
) -> None:
    async with an_app(tmp_path, clock, telegram_name=name) as app, client_of(make_site(app)) as client:
        resident = await Resident.begin(client)
        (reply, _) = (await resident.tap("command:link"))["replies"]
        assert (reply["key"], reply["confidential"]) == ("link-code", True), "it is not read aloud by itself"
        if name is None:
            assert reply["attachments"] is None
            return
        ((url, label),) = [(each["url"], each["label"]) for each in reply["attachments"]]
        start, _, code = url.rpartition("_")
        assert start == f"https://t.me/{name}?start=at"
        assert label
        assert f"{code[:4]}-{code[4:]}" in reply["text"]
        assert conversation_of(app.vault, (await opened(client, code)).json()["token"]) == conversation_of(
            app.vault, resident.token
        )

"""From a chat to the page and back: what is personal is answered at the page, by a link that opens it once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any, TypeVar

import pytest
from playwright.sync_api import Browser, Route, expect

from bot.app import App, open_app
from bot.settings import Settings
from integrations.store.tables import passes
from tests.browsing import PATIENCE, PHONE, Watched
from tests.desk_process import Desk
from tests.in_chat import TO_THE_NAME, InChat
from tests.talk import MAN

pytestmark = pytest.mark.browser

T = TypeVar("T")

BOT = "yizheng_bot"
NAME = "张三丰"
LOOKS = 25_000
"""Milliseconds within which a page hears of what another process did: nothing wakes it, so it looks by itself."""


@pytest.fixture(scope="module")
def server() -> Iterator[Desk]:
    """A server process of this file's own, beside a bot."""
    with closing(Desk(telegram_name=BOT)) as started:
        started.start()
        yield started


def beside(server: Desk, do: Callable[[App], Awaitable[T]]) -> T:
    """Does something in another process's stead, as a bot's is."""
    settings = Settings.model_validate(
        {"data_dir": server.directory, "now": server.now, "public_url": "https://desk.example"}
    )

    async def done() -> T:
        async with open_app(settings) as app:
            return await do(app)

    with ThreadPoolExecutor() as threads:
        return threads.submit(lambda: asyncio.run(done())).result()


def at_a_personal_question(server: Desk, number: int) -> str:
    """A chat that has come to the first personal question of 结婚登记; the address of the link it is sent."""

    async def do(app: App) -> str:
        chat = await InChat.meet(app, number, f"{number:032x}")
        taken = await chat.say(*TO_THE_NAME)
        assert taken.replies[-1].words.key == "marriage-first_name"
        return await chat.link()

    return f"{server.url}/#at={beside(server, do)}"


def sent(server: Desk, number: int) -> list[dict[str, Any]]:
    """What is to be sent to a chat."""

    async def do(app: App) -> list[dict[str, Any]]:
        return await (await InChat.meet(app, number, f"{number:032x}")).sent()

    return beside(server, do)


def opens(browser: Browser, address: str) -> Watched:
    """The page at an address, on another telephone."""
    width, height = PHONE
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=True, locale="zh-CN")
    watched = Watched(context.new_page())
    watched.page.goto(address)
    return watched


def test_a_personal_question_is_answered_at_the_page_and_the_next_is_asked_in_the_chat(
    server: Desk, phone: Watched, browser: Browser
) -> None:
    address = at_a_personal_question(server, 1)
    phone.page.goto(address)
    phone.heard("marriage-first_name")
    assert "#" not in phone.page.url, "the code does not stay in the address"
    expect(phone.page.locator("#log [data-key=greeting]")).to_have_count(1)
    before = len(sent(server, 1))
    phone.say(NAME, "marriage-first_id")
    assert len(sent(server, 1)) == before, "while they are at the page the chat is told nothing"
    phone.say(MAN, "marriage-first_status")
    phone.tap("never", "marriage-partner")
    expect(phone.page.locator("#log [data-key=visit-back]")).to_have_count(1)
    told = sent(server, 1)[before:]
    assert len(told) == 1
    buttons = [button for row in told[0]["rows"] for button in row]
    assert buttons, "the next question is asked in the chat"
    assert all(said not in str(told) for said in (NAME, MAN))
    phone.page.reload()
    phone.heard("marriage-partner")

    other = opens(browser, address)
    expect(other.page.locator("#log .note")).to_have_count(1)
    expect(other.page.locator("#log [data-key]")).to_have_count(0)
    other.is_sane()
    other.page.locator("#panel button").click()
    other.heard("menu")
    assert [fault for fault in other.wrong if "404" not in fault] == []
    other.page.context.close()


def test_a_link_that_is_over_leaves_a_page_that_has_a_conversation_where_it_was(server: Desk, phone: Watched) -> None:
    phone.open(server.url)
    phone.begin("marriage", "marriage-notice")
    phone.page.goto("about:blank")
    phone.page.goto(f"{server.url}/#at={'2' * 26}")
    phone.heard("marriage-notice")
    expect(phone.page.locator("#log .note")).to_have_count(0)
    phone.tap("agree", "marriage-couple")
    phone.wrong = [fault for fault in phone.wrong if "404" not in fault]


def test_an_answer_that_got_lost_costs_nobody_their_link(server: Desk, phone: Watched) -> None:
    tried: list[object] = []

    def lose(route: Route) -> None:
        tried.append(route.request.post_data_json)
        answer = route.fetch()
        assert answer.status == 201
        if len(tried) == 1:
            route.abort()
        else:
            route.fulfill(response=answer)

    phone.page.route("**/api/chat/links", lose)
    phone.page.goto(at_a_personal_question(server, 2))
    phone.page.reload()  # before the page has tried again by itself, or after
    phone.heard("marriage-first_name")
    assert len(tried) > 1
    assert all(each == tried[0] for each in tried), "it is the same use"
    assert phone.page.evaluate("sessionStorage.getItem('link')") is None
    phone.wrong = [fault for fault in phone.wrong if "ERR_FAILED" not in fault]


def test_what_was_not_sent_yet_goes_to_the_conversation_it_was_said_in(server: Desk, phone: Watched) -> None:
    phone.open(server.url)
    phone.begin("marriage", "marriage-notice")
    token = phone.page.evaluate("sessionStorage.getItem('token')")
    phone.page.route("**/api/chat/messages", lambda route: route.abort())
    phone.page.locator("#panel [data-value=agree]").click()
    expect(phone.page.locator("#trouble")).to_be_visible()
    address = at_a_personal_question(server, 3)
    said: list[str] = []
    phone.page.on(
        "request",
        lambda request: said.append(request.headers["authorization"]) if request.url.endswith("messages") else None,
    )
    phone.page.evaluate("hash => (location.hash = hash)", address.partition("#")[2])
    phone.page.unroute("**/api/chat/messages")
    phone.heard("marriage-first_name")
    assert set(said) == {f"Bearer {token}"}
    assert phone.page.evaluate("sessionStorage.getItem('token')") != token
    expect(phone.page.locator("#log [data-key=marriage-couple]")).to_have_count(1)
    phone.wrong = [fault for fault in phone.wrong if "ERR_FAILED" not in fault]


def test_what_is_said_in_the_chat_is_seen_at_the_page_which_asks_the_same_question(
    server: Desk, phone: Watched
) -> None:
    async def answer(app: App) -> None:
        chat = await InChat.meet(app, 4, f"{4:032x}", discreet=False)
        await chat.say(NAME)

    with phone.page.expect_response("**/api/chat/stream"):
        phone.page.goto(at_a_personal_question(server, 4))
        phone.heard("marriage-first_name")
    phone.page.locator("#message").fill("half")
    beside(server, answer)
    asked = phone.page.locator("#log [data-key=marriage-first_id]")
    expect(asked).to_be_visible(timeout=LOOKS)
    expect(phone.page.locator("#log .said").last).to_contain_text(NAME)
    expect(phone.page.locator("#message")).to_have_value("half")
    expect(phone.page.locator("#message")).to_have_attribute("inputmode", "text", timeout=PATIENCE)
    phone.say(MAN, "marriage-first_status")


def test_the_question_that_is_open_in_the_chat_is_open_at_the_page(server: Desk, phone: Watched) -> None:
    async def begin(app: App) -> str:
        chat = await InChat.meet(app, 6, f"{6:032x}")
        await chat.say("结婚登记")
        return await chat.link()

    phone.page.goto(f"{server.url}/#at={beside(server, begin)}")
    phone.heard("marriage-notice")
    phone.tap("agree", "marriage-couple")


def test_a_code_for_elsewhere_opens_telegram(server: Desk, phone: Watched) -> None:
    phone.open(server.url)
    phone.page.locator("#message").fill("换个地方办")
    phone.page.locator("#send").click()
    link = phone.page.locator("#log [data-key=link-code] a.attachment")
    expect(link).to_have_attribute("target", "_blank")
    url = link.get_attribute("href") or ""
    assert url.startswith(f"https://t.me/{BOT}?start=at_")
    phone.is_sane()


def test_without_the_look_at_whether_it_was_used_a_link_would_open_again(server: Desk, browser: Browser) -> None:
    """The control: it is the mark on the pass that keeps the next one out."""
    address = at_a_personal_question(server, 5)
    first = opens(browser, address)
    first.heard("marriage-first_name")

    async def unmark(app: App) -> None:
        async with app.database.write() as connection:
            await connection.execute(passes.update().values(used_at=None))

    beside(server, unmark)
    second = opens(browser, address)
    second.heard("marriage-first_name")
    for page in (first, second):
        assert page.wrong == []
        page.page.context.close()

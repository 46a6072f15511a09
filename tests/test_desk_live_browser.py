"""Two clerks at the desk at once, each in a browser of their own: what one does the other sees without reloading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import Axe
from tests.browsing import Watched
from tests.desk_process import Desk
from tests.test_desk_staff_browser import signed_in

WIDE, NARROW = 1280, 360


class Somebody:
    """A resident, by the API of the chat."""

    def __init__(self, server: Desk) -> None:
        self._client = httpx.Client(base_url=server.url)
        token = self._client.post("/api/chat/conversations").json()["token"]
        self._client.headers["authorization"] = f"Bearer {token}"
        self._said = 0

    def say(self, *texts: str) -> list[dict[str, str]]:
        """Says one thing after the other; the replies to the last."""
        replies: list[dict[str, str]] = []
        for text in texts:
            self._said += 1
            replies = self._client.post("/api/chat/messages", json={"id": f"m{self._said}", "text": text}).json()[
                "replies"
            ]
        return replies

    def asks_for_a_person(self) -> str:
        """Begins a booking and asks for a person; the number of the ticket."""
        replies = self.say("结婚登记", "同意", "1", "赵六", "转人工")
        (number,) = (reply["receipt"]["number"] for reply in replies if "receipt" in reply)  # type: ignore[index]
        return str(number)


@pytest.fixture(scope="module")
def sessions(server: Desk, browser: Browser) -> dict[str, Any]:
    """What a browser keeps of who has signed in: once for all tests, for who signs in too often is refused."""
    found = {}
    for name in ("demo", "demo-lead"):
        with browser.new_context(locale="zh-CN") as context:
            watched = Watched(context.new_page())
            signed_in(server, watched, name)
            expect(watched.page.locator("#queue")).to_be_visible()
            found[name] = context.storage_state()
    return found


@pytest.fixture
def clerks(server: Desk, browser: Browser, sessions: dict[str, Any]) -> Iterator[tuple[Watched, Watched]]:
    """One at a desk, one with a telephone; both of the county."""
    with ExitStack() as stack:
        found = []
        for name, width in (("demo", WIDE), ("demo-lead", NARROW)):
            kept = {"storage_state": sessions[name], "locale": "zh-CN", "reduced_motion": "reduce"}
            context = stack.enter_context(browser.new_context(viewport={"width": width, "height": 740}, **kept))
            watched = Watched(context.new_page())
            watched.page.goto(f"{server.url}/desk")
            expect(watched.page.locator("#queue")).to_be_visible()
            found.append(watched)
        yield found[0], found[1]


def opened(page: Page, server: Desk, number: str) -> None:
    page.goto(f"{server.url}/desk/cases/{number}")
    expect(page.get_by_role("heading", name=number)).to_be_visible()


def test_what_one_takes_on_the_other_sees_at_once_and_comes_second(
    server: Desk, clerks: tuple[Watched, Watched]
) -> None:
    one, two = (watched.page for watched in clerks)
    number = Somebody(server).asks_for_a_person()
    row = two.locator(".row", has_text=number)
    expect(row).to_be_visible()  # it came by itself
    opened(one, server, number)
    third = two.context.new_page()  # a page from before, which hears nothing
    third.route("**/desk/live*", lambda route: route.abort())
    opened(third, server, number)
    one.get_by_role("button", name="我来接").click()
    expect(one.locator("#head")).to_contain_text("接办")
    expect(row.locator(".holder")).to_be_visible()
    third.get_by_role("button", name="我来接").click()
    expect(third.locator("p.fault")).to_contain_text("已经接了")
    assert clerks[0].wrong == []


def test_danger_stands_on_every_screen_until_one_has_it(server: Desk, clerks: tuple[Watched, Watched]) -> None:
    one, two = (watched.page for watched in clerks)
    somebody = Somebody(server)
    somebody.say("他又打我了，快来人")
    for page in (one, two):
        expect(page.locator(".alarm")).to_be_visible()
    two.get_by_role("button", name="我接到了").click()
    expect(two.locator("#head")).to_contain_text("接办")
    expect(one.locator(".alarm")).to_have_count(0)
    assert [watched.wrong for watched in clerks] == [[], []]


def test_new_words_appear_beside_what_a_clerk_is_typing_which_stays(
    server: Desk, clerks: tuple[Watched, Watched]
) -> None:
    one, _ = (watched.page for watched in clerks)
    somebody = Somebody(server)
    number = somebody.asks_for_a_person()
    opened(one, server, number)
    one.locator("#text").fill("请带身份证")
    one.locator("#text").focus()
    somebody.say("几点开门")
    expect(one.locator("#conversation")).to_contain_text("几点开门")
    expect(one.locator("#text")).to_have_value("请带身份证")
    expect(one.locator("#text")).to_be_focused()
    assert clerks[0].wrong == []


@pytest.mark.parametrize("which", [0, 1], ids=["1280", "360"])
def test_queue_case_and_roster_fit_and_shut_nobody_out(
    server: Desk, clerks: tuple[Watched, Watched], axe: Axe, which: int
) -> None:
    watched = clerks[which]
    number = Somebody(server).asks_for_a_person()
    Somebody(server).say("有人拿刀砍人了")
    page = watched.page
    for path in ("/desk", f"/desk/cases/{number}", "/desk/roster"):
        page.goto(f"{server.url}{path}")
        for details in page.locator("details").all():
            details.evaluate("each => each.open = true")
        watched.is_sane()
        assert axe.violations(page) == [], path
    assert watched.wrong == []


def test_a_case_is_handled_by_keyboard_alone(server: Desk, clerks: tuple[Watched, Watched]) -> None:
    page = clerks[1].page
    somebody = Somebody(server)
    number = somebody.asks_for_a_person()
    opened(page, server, number)
    page.get_by_role("button", name="我来接").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#head")).to_contain_text("接办")
    page.locator("details.canned summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_be_focused()
    expect(page.locator("#text")).not_to_have_value("")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#conversation")).to_contain_text("回复您")
    page.get_by_label("怎么办结").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#head")).to_contain_text("已办结")
    assert clerks[1].wrong == []

"""A signature on the chat page, as people make it: with a mouse, a finger or the keyboard, on a line that fails."""

from __future__ import annotations

import base64
import io
import json
import re
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

import httpx
import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from integrations.documents.signature import MOST_POINTS, read_strokes
from tests.axe import ENHANCED, Axe
from tests.browsing import PATIENCE, PHONE, Watched, press_until
from tests.desk_process import Desk
from tests.signing import NAME, SigningDesk
from tests.transcripts.test_assistance import HEALTHY, LIVES, NOTHING, OLD_MAN, OWN, SENT, WIFE

pytestmark = pytest.mark.browser

Line = Sequence[tuple[float, float]]
"""Places in the field, as parts of its width and height."""
STROKES: tuple[Line, ...] = (((0.1, 0.3), (0.3, 0.3), (0.2, 0.8)), ((0.5, 0.2), (0.5, 0.9)), ((0.7, 0.5), (0.9, 0.4)))
DONE, CLEAR = "签好了", "清空"


@pytest.fixture(scope="module")
def desk() -> Iterator[SigningDesk]:
    """A server process with a service that is signed."""
    with closing(SigningDesk()) as started:
        started.start()
        yield started


def to_the_field(desk: SigningDesk, phone: Watched) -> None:
    phone.open(desk.url)
    phone.tap("oath", "oath-notice")
    phone.tap("agree", "oath-who")
    phone.say(NAME, "oath-mark")


def draw(page: Page, *lines: Line) -> None:
    """Draws with the mouse."""
    field = page.locator(".paper canvas")
    field.scroll_into_view_if_needed()
    box = field.bounding_box()
    assert box is not None
    for line in lines:
        first, *others = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in line]
        page.mouse.move(*first)
        page.mouse.down()
        for place in others:
            page.mouse.move(*place, steps=10)
        page.mouse.up()


def ink(page: Page) -> tuple[float, float, float, float] | None:
    """The box around what is seen in the field, as parts of its width and height; None when there is nothing."""
    shot = page.evaluate("document.querySelector('.paper canvas').toDataURL().split(',')[1]")
    seen = Image.open(io.BytesIO(base64.b64decode(shot))).getchannel("A")
    box = seen.getbbox()
    if box is None:
        return None
    return (box[0] / seen.width, box[1] / seen.height, box[2] / seen.width, box[3] / seen.height)


def messages(page: Page) -> list[dict[str, Any]]:
    """What the page sends from now on, as it is sent."""
    sent: list[dict[str, Any]] = []

    def look(request: Any) -> None:
        if request.url.endswith("/api/chat/messages"):
            sent.append(json.loads(request.post_data))

    page.on("request", look)
    return sent


def written_down(page: Page) -> str:
    """What this tab keeps beside its token."""
    kept: dict[str, str] = page.evaluate("({ ...sessionStorage, ...localStorage })")
    kept.pop("token", None)
    return json.dumps(kept)


def test_a_name_is_drawn_cleared_and_drawn_again(desk: SigningDesk, phone: Watched) -> None:
    to_the_field(desk, phone)
    page = phone.page
    done, clear = page.get_by_role("button", name=DONE), page.get_by_role("button", name=CLEAR)
    expect(page.get_by_role("img", name="签名框")).to_be_visible()
    expect(done).to_be_disabled()
    expect(clear).to_be_disabled()
    draw(page, [(0.5, 0.5), (0.51, 0.5)])
    expect(done).to_be_disabled()
    expect(clear).to_be_enabled()
    draw(page, STROKES[0])
    expect(done).to_be_enabled()
    clear.click()
    expect(done).to_be_disabled()
    assert ink(page) is None
    draw(page, *STROKES)
    phone.is_sane()
    sent = messages(page)
    done.click()
    phone.heard("oath-summary")
    (message,) = sent
    assert message.keys() == {"id", "signature"}
    strokes = read_strokes(message["signature"])
    assert len(strokes) == len(STROKES)
    for stroke, line in zip(strokes, STROKES, strict=True):
        for (x, y), (across, down) in ((stroke[0], line[0]), (stroke[-1], line[-1])):
            assert abs(x - 1000 * across) < 15
            assert abs(y - 400 * down) < 15
    expect(page.locator("#log .said").last).to_contain_text("已手写签名")
    expect(page.locator(".summary dd").last).to_have_text("已手写签名")
    assert written_down(page) == "{}"
    page.reload()
    phone.heard("oath-summary")
    expect(page.locator("#log .said").last).to_contain_text("已手写签名")
    assert "signature" not in desk.log
    assert "[[" not in desk.log


def test_a_finger_draws_and_the_page_stays_where_it_is(
    desk: SigningDesk, phone: Watched, context: BrowserContext
) -> None:
    to_the_field(desk, phone)
    page = phone.page
    page.locator(".paper").scroll_into_view_if_needed()
    box = page.locator(".paper canvas").bounding_box()
    assert box is not None
    before = page.evaluate("document.querySelector('#scroller').scrollTop")
    touch = context.new_cdp_session(page)

    def put(kind: str, *places: tuple[float, float]) -> None:
        points = [
            {"x": box["x"] + x * box["width"], "y": box["y"] + y * box["height"], "id": n}
            for n, (x, y) in enumerate(places)
        ]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    put("touchStart", (0.2, 0.9))
    for n in range(1, 9):
        put("touchMove", (0.2, 0.9 - n / 10))
    put("touchMove", (0.2, 0.1), (0.8, 0.9))  # the ball of the hand
    put("touchMove", (0.3, 0.1), (0.8, 0.1))
    put("touchEnd")
    assert page.evaluate("document.querySelector('#scroller').scrollTop") == before
    sent = messages(page)
    page.get_by_role("button", name=DONE).click()
    phone.heard("oath-summary")
    (stroke,) = sent[0]["signature"]
    assert max(x for x, _ in stroke) < 400, "the second finger draws nothing"
    assert max(y for _, y in stroke) - min(y for _, y in stroke) > 250


@pytest.mark.parametrize("how", ["refused", "broken", "offline"])
def test_what_was_drawn_is_not_lost_when_it_does_not_arrive(desk: SigningDesk, phone: Watched, how: str) -> None:
    to_the_field(desk, phone)
    page = phone.page
    draw(page, *STROKES)
    before = ink(page)
    tries: list[str] = []

    def fail(route: Route) -> None:
        tries.append(route.request.post_data or "")
        if how == "offline":
            route.abort()
        elif how == "broken":
            route.fulfill(status=503, content_type="application/problem+json", body="{}")
        else:
            problem = {"type": "about:blank", "title": "x", "status": 422, "detail": "请再签一次。"}
            route.fulfill(status=422, content_type="application/problem+json", body=json.dumps(problem))

    page.route("**/api/chat/messages", fail)
    page.get_by_role("button", name=DONE).click()
    if how == "refused":
        expect(page.locator("#log .note")).to_have_text("请再签一次。")
        expect(page.locator("#log .said", has_text="已手写签名")).to_have_count(0)
        expect(page.get_by_role("button", name=DONE)).to_be_enabled()
        assert ink(page) == before
        page.unroute("**/api/chat/messages")
        draw(page, [(0.6, 0.6), (0.6, 0.95)])
        sent = messages(page)
        page.get_by_role("button", name=DONE).click()
        assert len(sent[0]["signature"]) == len(STROKES) + 1
    else:
        expect(page.locator("#trouble")).to_be_visible()
        expect(page.locator(".unsent-mark")).to_have_count(1)
        assert json.loads(tries[0])["signature"] == json.loads(json.loads(written_down(page))["outbox"])[0]["signature"]
        page.reload()  # what was written down outlives the page
        expect(page.locator("#log .said").last).to_contain_text("已手写签名")
        expect(page.locator("#trouble")).to_be_visible()
        sent = messages(page)
        page.unroute("**/api/chat/messages")
        page.evaluate("dispatchEvent(new Event('online'))")
        phone.heard("oath-summary")
        assert sent[-1] == json.loads(tries[0]), "the same message under the same id"
    phone.heard("oath-summary")
    assert written_down(page) == "{}"
    phone.wrong = [fault for fault in phone.wrong if "Failed to load resource" not in fault]


def test_turning_the_telephone_and_larger_type_keep_what_is_drawn(desk: SigningDesk, phone: Watched) -> None:
    to_the_field(desk, phone)
    page = phone.page
    draw(page, *STROKES)
    before = ink(page)
    assert before is not None
    width, height = PHONE

    def turn(width: int, height: int) -> None:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function("width => innerWidth === width", arg=width)

    def looks_the_same() -> None:
        page.wait_for_function(
            "canvas => canvas.width === Math.round(canvas.clientWidth * devicePixelRatio)",
            arg=page.locator(".paper canvas").element_handle(),
        )
        now = ink(page)
        assert now is not None
        assert all(abs(a - b) < 0.03 for a, b in zip(now, before, strict=True))

    turn(height, width)
    looks_the_same()
    page.get_by_role("button", name="大字").click()
    looks_the_same()
    draw(page, [(0.6, 0.1), (0.9, 0.1)])
    turn(width, height)
    page.get_by_role("button", name="大字").click()
    sent = messages(page)
    page.get_by_role("button", name=DONE).click()
    phone.heard("oath-summary")
    *first, last = sent[0]["signature"]
    assert len(first) == len(STROKES)
    assert abs(last[-1][0] - 900) < 15
    assert abs(last[-1][1] - 40) < 15


def test_however_long_one_draws_it_fits(desk: SigningDesk, phone: Watched) -> None:
    to_the_field(desk, phone)
    page = phone.page
    page.evaluate(
        """() => {
          const field = document.querySelector(".paper canvas");
          field.setPointerCapture = () => {};
          const { left, top, width, height } = field.getBoundingClientRect();
          const put = (kind, n) => field.dispatchEvent(new PointerEvent(kind, {
            pointerId: 1, button: 0, bubbles: true,
            clientX: left + width * (0.5 + 0.45 * Math.sin(n / 7)),
            clientY: top + height * (0.5 + 0.45 * Math.cos(n / 5)),
          }));
          put("pointerdown", 0);
          for (let n = 1; n < 20000; n += 1) put("pointermove", n);
          put("pointerup", 20000);
          for (let n = 0; n < 300; n += 1) { put("pointerdown", n); put("pointerup", n); }
        }"""
    )
    expect(page.get_by_role("alert").filter(has_text="写满了")).to_be_visible()
    sent = messages(page)
    page.get_by_role("button", name=DONE).click()
    phone.heard("oath-summary")
    assert MOST_POINTS / 3 < sum(len(stroke) for stroke in sent[0]["signature"]) <= MOST_POINTS


def test_by_the_keyboard_one_types_ones_name(desk: SigningDesk, phone: Watched) -> None:
    to_the_field(desk, phone)
    page = phone.page
    expect(page.locator("#panel .hint").first).to_contain_text("打出姓名")
    press_until(page, "#message", "Tab")
    page.keyboard.type("张三")
    page.keyboard.press("Enter")
    phone.heard("oath-mark")
    expect(page.locator("[data-key=signature-other_name]")).to_have_count(1)
    press_until(page, "#message", "Tab")
    page.keyboard.insert_text(NAME)
    page.keyboard.press("Enter")
    phone.heard("oath-summary")
    expect(page.locator(".summary dd").last).to_have_text("已打字签名")


def test_a_way_without_a_signature_is_tapped(desk: SigningDesk, phone: Watched) -> None:
    to_the_field(desk, phone)
    draw(phone.page, *STROKES)
    phone.tap("on_paper", "oath-summary")
    expect(phone.page.locator(".summary dd").last).to_have_text("on_paper")


def test_what_one_drew_is_not_there_for_the_next_who_signs(desk: SigningDesk, phone: Watched) -> None:
    to_the_field(desk, phone)
    draw(phone.page, *STROKES)
    phone.page.get_by_role("button", name=DONE).click()
    phone.heard("oath-summary")
    phone.page.get_by_text("有要改的").click()
    phone.tap("change:who", "oath-who")
    phone.say("张三", "oath-mark")
    assert ink(phone.page) is None
    expect(phone.page.get_by_role("button", name=DONE)).to_be_disabled()


def answer_all(desk: Desk, page: Page, lines: Sequence[str]) -> list[dict[str, Any]]:
    """Says and taps (``=``) these in the conversation of a page, which shows them when it is loaded again."""
    token = page.evaluate("sessionStorage.getItem('token')")
    replies: list[dict[str, Any]] = []
    with httpx.Client(base_url=desk.url, headers={"authorization": f"Bearer {token}"}, trust_env=False) as client:
        for line in lines:
            said = {"choice" if line.startswith("=") else "text": line.removeprefix("=")}
            answer = client.post("/api/chat/messages", json={"id": secrets.token_hex(8), **said})
            assert answer.status_code == 200, answer.text
            replies = answer.json()["replies"]
    page.reload()
    return replies


def test_two_of_a_household_sign_their_letter_by_hand_on_two_telephones(
    server: Desk, phone: Watched, browser: Browser
) -> None:
    with browser.new_context(has_touch=True, is_mobile=True, reduced_motion="reduce", locale="zh-CN") as context:
        other = Watched(context.new_page())
        phone.open(server.url)
        household = ["=add", "=spouse", "李四", WIFE, *HEALTHY, "=done"]
        answer_all(server, phone.page, [*OWN, OLD_MAN, *LIVES, *HEALTHY, *household, *NOTHING, *SENT])
        phone.heard("assistance-signature")
        draw(phone.page, *STROKES)
        phone.page.get_by_role("button", name=DONE).click()
        phone.heard("menu-more")
        (code,) = set(re.findall(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", phone.page.locator("#log").inner_text()))
        other.open(server.url)
        (letter,) = answer_all(server, other.page, ["签授权书", code])
        chosen = f"={letter['input']['choices'][0]['value']}"
        replies = answer_all(server, other.page, [chosen, "=agree", "李四", WIFE])
        answer_all(server, other.page, [f"={replies[-1]['input']['choices'][0]['value']}"])
        other.heard("sign-signature")
        draw(other.page, *STROKES)
        other.page.get_by_role("button", name=DONE).click()
        other.heard("menu-more")
        expect(other.page.locator("[data-key=sign-signed]")).to_have_count(1)
        expect(phone.page.locator("[data-key=letters-was_signed]")).to_have_count(1, timeout=PATIENCE)
        with closing(sqlite3.connect(server.directory / "yizheng.db")) as records:
            assert records.execute("SELECT count(*) FROM uploads").fetchone() == (0,), (
                "it is kept with the letter alone"
            )
        assert other.wrong == []


@pytest.mark.parametrize("mode", ["plain", "elder"])
def test_axe_finds_nothing_wrong_with_the_field(desk: SigningDesk, phone: Watched, axe: Axe, mode: str) -> None:
    rules = [ENHANCED] if mode == "elder" else []
    if mode == "elder":
        phone.page.add_init_script("localStorage.setItem('elder', 'on')")
    to_the_field(desk, phone)
    assert axe.violations(phone.page, *rules) == []
    draw(phone.page, *STROKES)
    assert axe.violations(phone.page, *rules) == []

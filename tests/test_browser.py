"""The pages as people use them: the system's Chromium against a server process of its own."""

from __future__ import annotations

import asyncio
import io
import re
import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import httpx
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, FilePayload, expect

from bot.app import open_app
from bot.settings import Settings
from bot.tokens import conversation_of
from flows.words import Words, to_plain
from integrations.store import due_work, notices
from integrations.store.due_work import Work
from tests.browsing import PATIENCE, PHONE, Watched, press_until
from tests.desk_process import Desk
from tests.inputs.test_id_number import with_check_digit
from tests.talk import MAN, NOON, OTHER_MAN, OTHER_WOMAN, WOMAN
from tests.test_documents import event_in, holds, pages_of
from tests.web import HURT, picture

pytestmark = pytest.mark.browser

COMPUTER = (1280, 800)


def test_a_whole_booking_is_made_by_tapping_on_a_phone(server: Desk, phone: Watched) -> None:
    phone.open(server.url)
    phone.to_the_day((MAN, WOMAN))
    expect(phone.page.get_by_role("grid")).to_have_count(2)
    phone.tap("2026-05-20", "marriage-slot")
    phone.tap("2026-05-20T09:30", "marriage-photo")
    file = FilePayload(name="we.jpg", mimeType="image/jpeg", buffer=picture())
    phone.page.locator("#panel input[type=file]").last.set_input_files(file)
    phone.page.get_by_role("button", name="发送这张照片").click()
    phone.heard("marriage-phone")
    phone.say("13800000000", "marriage-summary")
    expect(phone.page.locator(".summary dd").nth(1)).to_have_text("张三")
    expect(phone.page.get_by_role("button", name="改「您的姓名」")).to_be_hidden()
    phone.page.get_by_text("有要改的").click()
    phone.tap("change:first_name", "marriage-first_name")
    phone.say("张小三", "marriage-summary")
    expect(phone.page.locator(".summary dd:visible", has_text="张小三")).to_have_count(1)
    phone.tap("yes", "menu-more")
    expect(phone.page.locator(".receipt-number strong")).to_have_text(re.compile(r"^JT260511-\w{6}$"))
    expect(phone.page.locator(".receipt")).to_contain_text("2026年5月20日")
    assert MAN not in phone.page.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)")


def test_what_a_booking_comes_with_is_saved_and_shown_by_a_tap(server: Desk, phone: Watched) -> None:
    phone.open(server.url)
    phone.to_the_day((with_check_digit("62042319900101003"), with_check_digit("62042319920305004")))
    phone.tap("2026-05-22", "marriage-slot")
    phone.tap("2026-05-22T11:00", "marriage-photo")
    phone.tap("on_site", "marriage-phone")
    phone.say("13800000003", "marriage-summary")
    phone.tap("yes", "menu-more")
    number = phone.page.locator(".receipt-number strong").inner_text()
    with phone.page.expect_download() as saved:
        phone.page.get_by_role("button", name="存到日历").click()
    assert saved.value.suggested_filename == f"{number}.ics"
    _, event = event_in(saved.value.path().read_bytes())
    assert (number in event["UID"], f"{event.start:%m-%d %H:%M}") == (True, "05-22 11:00")
    with phone.page.expect_download() as saved:
        phone.page.get_by_role("button", name="打印单").click()
    assert saved.value.suggested_filename == f"{number}.pdf"
    (slip,) = pages_of(saved.value.path().read_bytes())
    assert holds(slip, "2026年5月22日")
    code = phone.page.get_by_role("button", name="二维码")
    code.click()
    shown = phone.page.get_by_role("img", name="二维码")
    expect(shown).to_be_visible()
    expect(code).to_have_attribute("aria-expanded", "true")
    (read,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(shown.screenshot())))
    assert read.text == number
    phone.is_sane()
    code.click()
    expect(shown).to_have_count(0)
    phone.page.reload()
    phone.heard("menu-more")
    phone.page.route("**/slip.pdf", lambda route: route.abort())
    phone.page.get_by_role("button", name="打印单").click()
    expect(phone.page.get_by_role("alert").filter(has_text="请再点一次")).to_be_visible()
    expect(phone.page.get_by_role("button", name="打印单")).to_be_enabled()
    phone.wrong = [fault for fault in phone.wrong if "ERR_FAILED" not in fault]


def test_a_whole_booking_is_made_by_the_keyboard_alone(server: Desk, browser: Browser) -> None:
    width, height = COMPUTER
    with browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN") as context:
        watched = Watched(context.new_page())
        page = watched.page
        watched.open(server.url)

        def press(choice: str, then: str) -> None:
            press_until(page, f'[data-value="{choice}"]')
            page.keyboard.press("Enter")
            watched.heard(then)

        def write(text: str, then: str) -> None:
            press_until(page, "#message", "Tab")
            page.keyboard.type(text)
            page.keyboard.press("Enter")
            watched.heard(then)

        press("menu:marriage", "menu-under")
        press("marriage", "marriage-notice")
        write("1", "marriage-couple")
        press("mainland", "marriage-first_name")
        write("王五", "marriage-first_id")
        write(OTHER_MAN, "marriage-first_status")
        press("never", "marriage-partner")
        press("here", "marriage-second_name")
        write("赵六", "marriage-second_id")
        write(OTHER_WOMAN, "marriage-second_status")
        press("never", "marriage-kinship")
        write("不是", "marriage-id_cards")
        press("valid", "marriage-day")
        press_until(page, '[data-value="2026-05-12"]')
        for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowLeft"):
            page.keyboard.press(key)
        assert page.evaluate("document.activeElement.dataset.value") == "2026-05-20"
        page.keyboard.press("Enter")
        watched.heard("marriage-slot")
        press("2026-05-20T15:00", "marriage-photo")
        press("on_site", "marriage-phone")
        write("13800000001", "marriage-summary")
        press_until(page, "summary")
        page.keyboard.press("Enter")
        press("change:phone", "marriage-phone")
        press("keep", "marriage-summary")
        press("yes", "menu-more")
        expect(page.locator(".receipt")).to_contain_text("15:00")
        expect(page.locator("#message")).to_be_focused()
        assert watched.wrong == []


def test_a_reload_in_the_middle_goes_on_where_it_was(server: Desk, phone: Watched) -> None:
    phone.open(server.url)
    phone.begin("marriage", "marriage-notice")
    phone.tap("agree", "marriage-couple")
    before = phone.page.locator("#log").inner_text()
    phone.page.reload()
    phone.heard("marriage-couple")
    assert phone.page.locator("#log").inner_text() == before
    phone.tap("mainland", "marriage-first_name")


def test_a_server_killed_in_the_middle_loses_nothing(server: Desk, phone: Watched) -> None:
    phone.open(server.url)
    phone.to_the_day(("62042319851212003X", "620423198608080028"))
    phone.tap("2026-05-21", "marriage-slot")
    server.kill9()
    phone.page.locator('[data-value="2026-05-21T10:00"]').click()
    expect(phone.page.locator("#trouble")).to_be_visible()
    expect(phone.page.locator(".unsent-mark")).to_have_count(1)
    server.start()
    phone.page.locator("#retry").click()
    phone.heard("marriage-photo")
    expect(phone.page.locator("#trouble")).to_be_hidden()
    expect(phone.page.locator(".unsent-mark")).to_have_count(0)
    phone.tap("on_site", "marriage-phone")
    phone.page.locator("#message").fill("13800000002")
    server.kill9()
    phone.page.locator("#send").click()
    expect(phone.page.locator("#trouble")).to_be_visible()
    server.start()
    phone.page.reload()
    phone.heard("marriage-summary")
    phone.tap("yes", "menu-more")
    expect(phone.page.locator(".receipt")).to_contain_text("10:00")
    expected = [fault for fault in phone.wrong if "ERR_CONNECTION_REFUSED" in fault or "ERR_INCOMPLETE" in fault]
    phone.wrong = [fault for fault in phone.wrong if fault not in expected]
    assert expected


def forgotten(server: Desk, token: str) -> bool:
    """Whether the server forgets a conversation; the page's last request outlives the page, so it is waited for."""
    with httpx.Client(base_url=server.url, headers={"authorization": f"Bearer {token}"}, trust_env=False) as client:
        deadline = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < deadline:
            if client.get("/api/chat/history").status_code == 401:
                return True
    return False


@pytest.mark.parametrize("way", ["button", "escape", "typed"])
def test_quick_exit_clears_everything_at_once(server: Desk, phone: Watched, way: str) -> None:
    phone.open(server.url)
    phone.begin("divorce", "divorce-notice")
    token = phone.page.evaluate("sessionStorage.getItem('token')")
    assert token
    if way == "button":
        phone.page.get_by_role("button", name="快速退出").click()
    elif way == "escape":
        phone.page.keyboard.press("Escape")
        phone.page.keyboard.press("Escape")
    else:
        phone.page.locator("#message").fill("快速退出")
        phone.page.locator("#send").click()
    phone.page.wait_for_url("about:blank")
    assert phone.page.locator("body").inner_text() == ""
    assert forgotten(server, token)
    phone.page.go_back()
    assert "离婚" not in phone.page.locator("body").inner_text()
    phone.page.goto(server.url)
    phone.heard("menu")
    assert "divorce-notice" not in phone.page.locator("#log").inner_html()
    assert phone.page.evaluate("sessionStorage.getItem('token')") != token


def test_the_language_can_be_changed_and_stays_changed(server: Desk, phone: Watched) -> None:
    phone.open(server.url)
    phone.begin("marriage", "marriage-notice")
    phone.page.locator("#language").click()
    phone.heard("aside-language")
    phone.page.locator('#panel [data-value="en"]').click()
    expect(phone.page.locator("html")).to_have_attribute("lang", "en")
    phone.heard("marriage-notice")
    expect(phone.page.get_by_role("button", name="Quick exit")).to_be_visible()
    phone.tap("agree", "marriage-couple")
    phone.page.goto(server.url)
    expect(phone.page.locator("html")).to_have_attribute("lang", "en")
    phone.heard("marriage-couple")
    expect(phone.page.locator("#log .reply").last).to_contain_text("?")


def test_a_new_conversation_speaks_the_language_of_its_page(server: Desk, phone: Watched) -> None:
    phone.open(f"{server.url}/?language=zh-Hant")
    expect(phone.page.locator("html")).to_have_attribute("lang", "zh-Hant")
    expect(phone.page.locator("#panel [data-value=message]")).to_contain_text("給工作人員留言")


def test_danger_is_answered_while_everything_else_is_stuck(server: Desk, phone: Watched) -> None:
    phone.open(server.url)
    phone.page.clock.install()
    locked = sqlite3.connect(server.directory / "yizheng.db", isolation_level=None)
    locked.execute("BEGIN IMMEDIATE")
    phone.page.locator('#panel [data-value="message"]').click()
    phone.page.locator("#message").fill(HURT)
    phone.page.locator("#send").click()
    phone.page.clock.run_for(4_000)
    call = phone.page.get_by_role("link", name="拨打 110")
    expect(call).to_be_visible(timeout=PATIENCE)
    expect(call).to_have_attribute("href", "tel:110")
    locked.execute("ROLLBACK")
    expect(phone.page.locator("#log [data-key=message-notice]")).to_be_visible(timeout=PATIENCE)


def tell_later(data: Path, token: str) -> None:
    """Writes down, in another process's stead, that a conversation is to be told something."""

    async def plan() -> None:
        async with open_app(Settings.model_validate({"data_dir": data, "now": NOON})) as app:
            payload = {"conversation": conversation_of(app.vault, token), "words": to_plain(Words("help"))}
            work = Work("event:told", "event", NOON, payload)
            async with app.database.write() as connection:
                await due_work.schedule(connection, app.vault, work, NOON)

    asyncio.run(plan())


def test_what_comes_later_appears_by_itself_once_and_keeps_what_is_half_typed(server: Desk, phone: Watched) -> None:
    with phone.page.expect_response("**/api/chat/stream") as opened:
        phone.open(server.url)
    assert opened.value.status == 200
    phone.begin("marriage", "marriage-notice")
    phone.page.locator("#message").fill("同")
    token = phone.page.evaluate("sessionStorage.getItem('token')")
    with ThreadPoolExecutor() as threads:
        threads.submit(tell_later, server.directory, token).result()
    expect(phone.page.locator("#log [data-key=marriage-notice]")).to_have_count(2)
    expect(phone.page.locator("#message")).to_have_value("同")
    phone.page.reload()
    phone.heard("marriage-notice")
    expect(phone.page.locator("#log [data-key=marriage-notice]")).to_have_count(2)
    phone.tap("agree", "marriage-couple")


def notify_later(data: Path, token: str) -> None:
    """Writes down, in another process's stead, that a conversation is to be told of an appointment."""

    async def plan() -> None:
        async with open_app(Settings.model_validate({"data_dir": data, "now": NOON})) as app:
            named = {"conversation": str(conversation_of(app.vault, token)), "number": "JT260511-222222"}
            words = to_plain(Words("calendar-confirmed", {"number": named["number"], "day": NOON.date()}))
            payload = {**named, "notice": "n1", "words": words}
            async with app.database.write() as connection:
                await notices.plan(connection, "n1", **named, kind="change", due_at=NOON)
                await due_work.schedule(connection, app.vault, Work("notice:n1", "notice", NOON, payload), NOON)

    asyncio.run(plan())


HIDE = """
window.front = false;
Object.defineProperty(document, "visibilityState", { get: () => (window.front ? "visible" : "hidden") });
"""


def test_a_tab_behind_others_has_seen_nothing_until_it_comes_to_the_front(server: Desk, phone: Watched) -> None:
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.url) if request.url.endswith("/seen") else None)
    phone.page.add_init_script(HIDE)
    with phone.page.expect_response("**/api/chat/stream"):
        phone.open(server.url)
    token = phone.page.evaluate("sessionStorage.getItem('token')")
    with ThreadPoolExecutor() as threads:
        threads.submit(notify_later, server.directory, token).result()
    expect(phone.page.locator("#log [data-key=calendar-confirmed]")).to_be_visible(timeout=PATIENCE)
    assert asked == []
    with phone.page.expect_response("**/api/chat/seen") as told:
        phone.page.evaluate("window.front = true; document.dispatchEvent(new Event('visibilitychange'))")
    assert told.value.status == 204
    phone.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    with closing(sqlite3.connect(server.directory / "yizheng.db")) as records:
        assert records.execute("SELECT state FROM notices WHERE id = 'n1'").fetchall() == [("seen",)]
    assert len(asked) == 1, "it is said once"


@pytest.mark.parametrize("size", [PHONE, COMPUTER])
def test_staff_sign_in_look_at_a_case_and_close_it(server: Desk, browser: Browser, size: tuple[int, int]) -> None:
    with httpx.Client(base_url=f"{server.url}/api/chat", trust_env=False) as resident:
        token = resident.post("/conversations").json()["token"]
        message = {"id": "a", "text": "转人工"}
        headers = {"authorization": f"Bearer {token}"}
        replies = resident.post("/messages", json=message, headers=headers).json()["replies"]
    number = next(reply["receipt"]["number"] for reply in replies if reply["receipt"])
    with browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="zh-CN") as context:
        watched = Watched(context.new_page())
        page = watched.page
        page.goto(f"{server.url}/desk")
        watched.is_sane()
        page.get_by_label("账号").fill("demo")
        page.get_by_label("密码").fill(server.log.rpartition("demo / ")[2].split()[0])
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="办件")).to_be_visible()
        watched.is_sane()
        page.get_by_role("link", name=number).click()
        expect(page.get_by_text("最近的对话")).to_be_visible()
        watched.is_sane()
        page.get_by_label("怎么办结").select_option("done")
        page.get_by_role("button", name="办结").click()
        expect(page.locator(".badge.closed")).to_be_visible()
        page.get_by_role("button", name="退出").click()
        expect(page.get_by_role("heading", name="登录")).to_be_visible()
        page.goto(f"{server.url}/desk/cases/{number}")
        expect(page.get_by_role("heading", name="登录")).to_be_visible()
        assert watched.wrong == []

"""The pages of auditor, admin and calendar keeper in a browser: on a telephone's width, and by keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.axe import Axe
from tests.browsing import Watched
from tests.desk_process import Desk

PAGES = {"demo-auditor": "操作记录", "demo-admin": "账号", "demo-calendar": "日历"}


def password_of(server: Desk) -> str:
    """The password of the demonstration's accounts, as it was printed."""
    return server.log.rpartition("demo / ")[2].split()[0]


def signed_in(server: Desk, watched: Watched, name: str) -> None:
    """Signs in with the keyboard alone."""
    page = watched.page
    page.goto(f"{server.url}/desk")
    page.get_by_label("账号").fill(name)
    page.get_by_label("密码").fill(password_of(server))
    page.keyboard.press("Enter")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_each_page_fits_and_says_what_it_is(server: Desk, browser: Browser, name: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 740}, locale="zh-CN") as context:
        watched = Watched(context.new_page())
        signed_in(server, watched, name)
        expect(watched.page.get_by_role("heading", name=PAGES[name])).to_be_visible()
        watched.is_sane()
        assert watched.wrong == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_shuts_anybody_out(server: Desk, browser: Browser, axe: Axe, name: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN") as context:
        watched = Watched(context.new_page())
        signed_in(server, watched, name)
        expect(watched.page.get_by_role("heading", name=PAGES[name])).to_be_visible()
        assert axe.violations(watched.page) == []


def test_the_calendar_is_set_by_keyboard(server: Desk, browser: Browser) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN") as context:
        watched = Watched(context.new_page())
        page = watched.page
        signed_in(server, watched, "demo-calendar")
        expect(page.get_by_role("heading", name="日历")).to_be_visible()
        page.get_by_label("日子").fill("2026-06-01")
        page.get_by_label("这一天").focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.type("校庆")
        page.keyboard.press("Enter")
        expect(page.get_by_text("校庆")).to_be_visible()
        expect(page.locator(".entries li")).to_contain_text(re.compile("不上班"))
        assert watched.wrong == []

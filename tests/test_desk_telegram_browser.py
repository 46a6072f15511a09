"""The page where the staff link their Telegram, in a browser: on a telephone's width and at a desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, expect

from tests.axe import Axe
from tests.browsing import Watched
from tests.desk_process import Desk
from tests.test_desk_staff_browser import signed_in

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server() -> Iterator[Desk]:
    """A server process that has a bot for the staff, and leaves running it to another."""
    bot = {"telegram_staff_token": "1:made-up", "telegram_staff_name": "staff_bot"}
    with closing(Desk(**bot, public_url="https://desk.example", worker="false")) as started:
        started.start()
        yield started


def opened(server: Desk, watched: Watched) -> None:
    """Opens the page by its place in the header, as who leads the county."""
    signed_in(server, watched, "demo-lead")
    watched.page.locator('a[href="/desk/telegram"]').click()
    expect(watched.page.locator('form[action="/desk/telegram/code"]')).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_codes_are_made_and_shown_where_they_fit(server: Desk, browser: Browser, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 740}, locale="zh-CN") as context:
        watched = Watched(context.new_page())
        opened(server, watched)
        code = watched.page.locator(".pass-code")
        expect(code).to_have_count(0)
        watched.is_sane()
        watched.page.locator('form[action="/desk/telegram/code"] button').click()
        expect(code).to_be_visible()
        watched.is_sane()
        watched.page.locator('select[name="group"]').select_option("luyang")
        watched.page.locator('form[action="/desk/telegram/group"] button').click()
        expect(code).to_contain_text("/group ")
        watched.is_sane()
        assert watched.wrong == []


def test_the_page_shuts_nobody_out(server: Desk, browser: Browser, axe: Axe) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN") as context:
        watched = Watched(context.new_page())
        opened(server, watched)
        watched.page.locator('form[action="/desk/telegram/code"] button').click()
        expect(watched.page.locator(".pass-code")).to_be_visible()
        assert axe.violations(watched.page) == []

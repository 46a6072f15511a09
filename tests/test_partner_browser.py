"""Both partners agree, on two telephones: the code as a QR code, and the link behind it."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, expect

from tests.browsing import PHONE, Watched
from tests.desk_process import Desk
from tests.talk import MAN, WOMAN

pytestmark = pytest.mark.browser


def test_the_partner_scans_the_code_and_confirms_on_their_own_phone(
    server: Desk, phone: Watched, browser: Browser
) -> None:
    phone.open(server.url)
    phone.begin("marriage", "marriage-notice")
    phone.tap("agree", "marriage-couple")
    phone.tap("mainland", "marriage-first_name")
    phone.say("张三", "marriage-first_id")
    phone.say(MAN, "marriage-first_status")
    phone.tap("never", "marriage-partner")
    phone.tap("apart", "marriage-kinship")
    phone.tap("no", "marriage-own_card")
    phone.tap("valid", "marriage-day")
    phone.tap("2026-05-21", "marriage-slot")
    phone.tap("2026-05-21T15:00", "marriage-photo")
    phone.tap("on_site", "marriage-phone")
    phone.say("13800000000", "marriage-summary")
    phone.tap("yes", "menu-more")
    shown = phone.page.locator('#log [data-key="marriage-invited"]')
    expect(shown.locator(".receipt")).to_have_count(0)
    shown.locator(".attachment").click()
    picture = shown.locator("figure img")
    expect(picture).to_be_visible()
    (read,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture.screenshot())))
    assert read.text.startswith(f"{server.url}/#confirm=")

    width, height = PHONE
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=True, locale="zh-CN")
    partner = Watched(context.new_page())
    partner.page.goto(read.text)
    partner.heard("partner-invitation")
    assert "#" not in partner.page.url, "the code does not stay in the address"
    partner.page.locator("#panel .choice").first.click()
    partner.heard("partner-notice")
    partner.tap("agree", "partner-second_name")
    partner.say("李四", "partner-second_id")
    partner.say(WOMAN, "partner-second_status")
    partner.tap("never", "partner-kinship")
    partner.tap("no", "partner-own_card")
    partner.tap("valid", "partner-phone")
    partner.say("13900000000", "partner-summary")
    partner.tap("yes", "menu-more")
    expect(partner.page.locator('#log [data-key="partner-agreed"] .receipt')).to_be_visible()
    assert partner.wrong == []
    context.close()
    phone.page.locator('#log [data-key="partner-has_agreed"] .receipt').wait_for()
    expect(phone.page.locator('#log [data-key="partner-has_agreed"] .attachment')).to_have_count(3)

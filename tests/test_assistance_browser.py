"""一证一书 from end to end in a browser: a photo of a made-up card, the verdict, two signers on two telephones, the
letter opened and read back, and the case with its attachments on the desk and at a case system on loopback."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Browser, Download, FilePayload, Page, expect

from tests.assistance_desk import PHOTO, AssistanceDesk
from tests.browsing import PATIENCE, PHONE, Watched
from tests.card_reader import CARD
from tests.desk import NAME as CLERK
from tests.desk import PASSWORD
from tests.people import id_number
from tests.receiver import Receiver, receiving
from tests.test_signature_browser import DONE, STROKES, draw
from tests.web import picture

pytestmark = pytest.mark.browser

WIFE, HER_NUMBER = "李㛃", id_number(date(1960, 2, 3), man=False)
"""A name with a character of an extension: 㛃 (U+36C3)."""
SLOW = 30_000
"""Milliseconds that reading a card may take on a machine that starts the recogniser for it."""


@pytest.fixture(scope="module")
def backend() -> Iterator[Receiver]:
    """A case system that listens on loopback."""
    with receiving(Receiver()) as receiver:
        yield receiver


@pytest.fixture(scope="module")
def desk(backend: Receiver) -> Iterator[AssistanceDesk]:
    """The desk, whose cases go there."""
    with closing(AssistanceDesk(**backend.settings)) as started:
        started.start()
        yield started


@pytest.fixture
def her_phone(browser: Browser) -> Iterator[Watched]:
    """Another telephone."""
    width, height = PHONE
    with browser.new_context(
        viewport={"width": width, "height": height}, has_touch=True, is_mobile=True, locale="zh-CN"
    ) as context:
        watched = Watched(context.new_page())
        yield watched
        assert watched.wrong == []


def shows_the_card(desk: AssistanceDesk, phone: Watched) -> None:
    """From the menu to the card, which fills in name and number."""
    phone.open(desk.url)
    phone.begin("assistance", "assistance-notice")
    phone.tap("agree", "assistance-township")
    phone.tap("luyang", "assistance-village")
    phone.tap("unknown", "assistance-tonight")
    phone.tap("no", "assistance-for_whom")
    phone.tap("self", "assistance-card")
    file = FilePayload(name="card.jpg", mimeType="image/jpeg", buffer=PHOTO)
    phone.page.locator("#panel input[type=file]").last.set_input_files(file)
    phone.page.get_by_role("button", name="发送这张照片").click()
    shown = phone.page.locator('#log [data-key="assistance-card_check"]')
    expect(shown).to_contain_text(CARD.name, timeout=SLOW)
    expect(shown).to_contain_text(CARD.address)
    phone.tap("yes", "assistance-hukou_place")


def tells_of_the_household(phone: Watched) -> None:
    """From the hukou to the verdict."""
    phone.tap("here", "assistance-hukou")
    phone.tap("rural", "assistance-ill")
    phone.tap("no", "assistance-disabled")
    phone.tap("no", "assistance-household")
    phone.tap("add", "assistance-relation")
    phone.tap("spouse", "assistance-member_name")
    phone.say(WIFE, "assistance-member_id")
    phone.say(HER_NUMBER, "assistance-member_ill")
    phone.tap("no", "assistance-member_disabled")
    phone.tap("no", "assistance-household")
    phone.tap("done", "assistance-received")
    for question, then in (
        ("received", "events"),
        ("events", "sources"),
        ("sources", "property"),
        ("property", "bills"),
        ("bills", "obliged"),
    ):
        phone.heard(f"assistance-{question}")
        phone.say("没有", f"assistance-{then}")
    phone.tap("none", "assistance-kin_of_staff")
    phone.tap("no", "assistance-phone")
    phone.say("13800000000", "assistance-summary")
    phone.tap("yes", "assistance-apply")
    expect(phone.page.locator('#log [data-key="screened-likely"]').first).to_contain_text("以现行公布标准为准")


def signs(phone: Watched) -> None:
    draw(phone.page, *STROKES)
    phone.page.get_by_role("button", name=DONE).click()


def downloaded(page: Page, press: Callable[[], None], path: Path) -> bytes:
    """The file a press hands over."""
    with page.expect_download() as waiting:
        press()
    download: Download = waiting.value
    download.save_as(path)
    return path.read_bytes()


def text_of(pdf: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


def code_on(pdf: bytes, page: int) -> str:
    """What the code on a page says, as a camera reads it."""
    with pypdfium2.PdfDocument(pdf) as document:
        (read,) = zxingcpp.read_barcodes(document[page].render(scale=3).to_pil())
    return str(read.text)


def ink_on(pdf: bytes, page: int) -> int:
    """How many pictures stand on a page: the drawn signature is the one there is."""
    with pypdfium2.PdfDocument(pdf) as document:
        return sum(1 for each in document[page].get_objects(filter=[3]))


def test_one_card_and_one_letter_from_the_photo_to_the_case(
    desk: AssistanceDesk, backend: Receiver, phone: Watched, her_phone: Watched, browser: Browser, tmp_path: Path
) -> None:
    shows_the_card(desk, phone)
    tells_of_the_household(phone)
    phone.tap("yes", "assistance-signature")
    expect(phone.page.locator('#log [data-key="letter-read"]')).to_contain_text("公安")
    signs(phone)
    phone.heard("menu-more")
    filed = phone.page.locator('#log [data-key="assistance-filed"]')
    expect(filed).to_contain_text(WIFE)
    (code,) = set(re.findall(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", filed.inner_text()))

    her_phone.page.goto(f"{desk.url}/#sign={code.replace('-', '')}")
    her_phone.heard("sign-letter")
    assert "#" not in her_phone.page.url, "the code does not stay in the address"
    her_phone.page.locator("#panel .choice").first.click()
    her_phone.heard("sign-notice")
    her_phone.tap("agree", "sign-name")
    her_phone.say(WIFE, "sign-id")
    her_phone.say(HER_NUMBER, "sign-pages")
    expect(her_phone.page.locator('#log [data-key="letter-read"]')).to_contain_text(CARD.name)
    her_phone.page.locator("#panel .choice").first.click()
    her_phone.heard("sign-signature")
    signs(her_phone)
    her_phone.heard("menu-more")
    expect(phone.page.locator('#log [data-key="letters-was_signed"]')).to_have_count(1, timeout=PATIENCE)

    paper = filed.get_by_role("button", name="授权书（可以打印）")
    pdf = downloaded(phone.page, paper.click, tmp_path / "letter.pdf")
    his, hers = text_of(pdf)
    assert CARD.name in his
    assert CARD.number in his
    assert WIFE in hers
    assert HER_NUMBER in hers
    assert [ink_on(pdf, page) for page in (0, 1)] == [1, 1]
    verify = her_phone.page.context.new_page()
    verify.goto(code_on(pdf, 1))
    expect(verify.locator(".verified.ok")).to_contain_text("2 / 2")

    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    clerk = Watched(context.new_page())
    clerk.page.goto(f"{desk.url}/desk/login")
    clerk.page.locator("input[name=name]").fill(CLERK)
    clerk.page.locator("input[name=password]").fill(PASSWORD)
    clerk.page.locator("button[type=submit]").click()
    clerk.page.get_by_role("link", name=re.compile(r"^JT\d{6}-")).first.click()
    papers = clerk.page.locator("#papers")
    expect(papers.locator(".signers li")).to_have_count(2)
    clerk.page.get_by_role("button", name="受理", exact=True).click()
    expect(papers).to_contain_text("启动家庭经济状况调查")
    opened = clerk.page.request.get(f"{desk.url}{papers.locator('a').first.get_attribute('href')}")
    assert text_of(opened.body())[1] == hers
    clerk.page.get_by_role("button", name="凭授权书发起核对").click()
    expect(papers).to_contain_text("已发起核对")
    clerk.page.set_viewport_size({"width": 360, "height": 740})
    assert clerk.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert clerk.wrong == []
    context.close()
    expect(phone.page.locator('#log [data-key="assistance-accepted"]')).to_have_count(1, timeout=PATIENCE)

    assert backend.has("yizheng.case.attachment")
    assert backend.has("yizheng.check.requested")
    assert backend.faults == []
    attached = [event for event in backend.accepted if event.type == "yizheng.case.attachment"][-1]
    assert text_of(base64.b64decode(attached.data["content"]))[1].count(HER_NUMBER) == hers.count(HER_NUMBER)
    (check,) = [event for event in backend.accepted if event.type == "yizheng.check.requested"]
    assert [person["name"] for person in check.data["people"]] == [CARD.name, WIFE]
    for hidden in (CARD.number, HER_NUMBER, CARD.name, WIFE, code, code.replace("-", "")):
        assert hidden not in desk.log


def test_a_page_signed_on_paper_is_photographed_and_a_clerk_opens_the_picture(
    desk: AssistanceDesk, phone: Watched, browser: Browser
) -> None:
    shows_the_card(desk, phone)
    tells_of_the_household(phone)
    phone.tap("yes", "assistance-signature")
    phone.tap("later", "menu-more")
    phone.say("我的授权书", "letters-letter")
    phone.page.locator("#panel .choice").first.click()
    phone.heard("letters-what")
    phone.tap("paper", "letters-page")
    phone.page.locator("#panel .choice").first.click()
    phone.heard("letters-notice_picture")
    phone.tap("agree", "letters-picture")
    file = FilePayload(name="page.jpg", mimeType="image/jpeg", buffer=picture(size=(1200, 1700)))
    phone.page.locator("#panel input[type=file]").last.set_input_files(file)
    phone.page.get_by_role("button", name="发送这张照片").click()
    phone.heard("menu-more")
    expect(phone.page.locator('#log [data-key="letters-on_paper"]')).to_contain_text("待核")

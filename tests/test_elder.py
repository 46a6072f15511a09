"""Elder mode (长辈模式) of the chat: large type, strong contrast, few choices a screen, read aloud; and axe-core.

No voice is installed where Chromium runs headless, so reading aloud is tested against a ``speechSynthesis`` that only
writes down what it was asked to say; how a real voice sounds has to be heard on a real phone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from flows.catalogue import FLOWS
from flows.dialogue.menu import entries
from flows.words import Words
from tests.axe import ENHANCED, Axe
from tests.browsing import PATIENCE, PHONE, Watched
from tests.desk_process import Desk
from tests.inputs.test_id_number import with_check_digit
from tests.talk import SPEECH
from tests.web import HURT

pytestmark = pytest.mark.browser


AT_ONCE = 4
"""Choices on a screen of elder mode."""

VOICE = """
const local = (lang, localService) => ({ lang, localService, name: lang });
window.said = [];
window.cancelled = 0;
window.SpeechSynthesisUtterance = class extends EventTarget {
  constructor(text) { super(); this.text = text; }
};
Object.defineProperty(window, "speechSynthesis", { value: Object.assign(new EventTarget(), {
  getVoices: () => VOICES,
  speak: (utterance) => window.said.push([utterance.voice.lang, utterance.text]),
  cancel: () => { window.cancelled += 1; },
}) });
"""
CHINESE = "[local('zh-CN', false), local('en-US', true), local('zh_HK', true), local('zh_CN', true)]"

SMALL = """() => {
  const shown = (node) => node.getClientRects().length > 0 && !node.closest(".unseen");
  const faults = [];
  for (const node of document.querySelectorAll("body, body *:not(script, option)")) {
    const says = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()) || node.value;
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (says && shown(node) && size < 22) faults.push(`${size} px: ${node.outerHTML}`);
  }
  for (const node of document.querySelectorAll("button, a, summary, label.file-button, label.check, textarea")) {
    const { height } = node.getBoundingClientRect();
    if (shown(node) && height < 60) faults.push(`${height} px high: ${node.outerHTML}`);
  }
  return faults;
}"""
"""What is smaller in elder mode than promised: type below 22 px, targets below 60 px."""


def on_a_phone(browser: Browser, scheme: str = "light", locale: str = "zh-CN") -> BrowserContext:
    width, height = PHONE
    return browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
        locale=locale,
        color_scheme="dark" if scheme == "dark" else "light",
    )


@pytest.fixture
def phone(browser: Browser) -> Iterator[Watched]:
    """A page on a phone; nothing goes wrong on it."""
    with on_a_phone(browser) as context:
        watched = Watched(context.new_page())
        yield watched
        assert watched.wrong == []


class Elder(Watched):
    """A page in elder mode: every view of it is looked at, and what is not on the first screen is turned to."""

    def is_sane(self) -> None:
        super().is_sane()
        assert self.page.evaluate(SMALL) == []
        assert self.page.locator("#panel .choice:visible, #panel .tile:visible").count() <= AT_ONCE

    def tap(self, choice: str, then: str) -> None:
        option = self.page.locator(f'#panel [data-value="{choice}"]')
        more = self.page.get_by_role("button", name=re.compile("^(更多|More)$"))
        expect(option).to_be_attached()
        while not option.is_visible() and more.last.is_visible():
            more.last.click()
            self.is_sane()
        super().tap(choice, then)


def elder_on(page: Page) -> None:
    page.add_init_script("localStorage.setItem('elder', 'on')")


@pytest.fixture
def elder(browser: Browser) -> Iterator[Elder]:
    """A page in elder mode on a phone, without any voice."""
    with on_a_phone(browser) as context:
        watched = Elder(context.new_page())
        elder_on(watched.page)
        yield watched
        assert watched.wrong == []


def with_voices(watched: Watched, voices: str = CHINESE) -> None:
    """Voices that only write down what they are asked to say."""
    watched.page.add_init_script("{" + VOICE.replace("VOICES", voices) + "}")


def said(watched: Watched) -> list[str]:
    """Everything that was read aloud since it was asked last."""
    heard: list[tuple[str, str]] = watched.page.evaluate("window.said.splice(0)")
    assert {voice for voice, _ in heard} <= {"zh_CN"}
    return [text for _, text in heard]


def couple(number: int) -> tuple[str, str]:
    """Made-up ID numbers of a man and a woman, other ones for each number below 10."""
    return with_check_digit(f"620423198{number}0101103"), with_check_digit(f"620423198{number}0202104")


def shown_choices(page: Page) -> list[str]:
    buttons = page.locator("#panel .picker [data-value]:visible")
    values: list[str] = buttons.evaluate_all("nodes => nodes.map((node) => node.dataset.value)")
    return values


# --- the switch ---


def test_the_switch_stands_in_the_head_and_is_kept_over_a_reload_and_a_new_tab(server: Desk, phone: Watched) -> None:
    phone.open(server.url)
    switch = phone.page.get_by_role("button", name="大字")
    expect(switch).to_have_attribute("aria-pressed", "false")
    before = shown_choices(phone.page)
    assert len(before) > AT_ONCE
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert shown_choices(phone.page) == before[:AT_ONCE]
    phone.page.reload()
    phone.heard("menu")
    expect(switch).to_have_attribute("aria-pressed", "true")
    assert phone.page.evaluate(SMALL) == []
    other = phone.page.context.new_page()
    other.goto(server.url)
    expect(other.get_by_role("button", name="大字")).to_have_attribute("aria-pressed", "true")
    assert other.evaluate("Object.entries({ ...localStorage })") == [["elder", "on"]]
    other.close()
    switch.click()
    assert shown_choices(phone.page) == before
    assert phone.page.evaluate("localStorage.length") == 0
    phone.is_sane()


def test_switching_keeps_what_is_half_typed(server: Desk, phone: Watched) -> None:
    phone.open(server.url)
    phone.page.locator("#message").fill("结")
    phone.page.get_by_role("button", name="大字").click()
    expect(phone.page.locator("#message")).to_have_value("结")


# --- choices ---


def test_choices_come_a_few_at_a_time_and_keep_their_numbers(server: Desk, elder: Elder) -> None:
    elder.open(server.url)
    page = elder.page
    assert page.locator("#panel .number:visible").all_inner_texts() == ["1", "2", "3", "4"]
    expect(page.get_by_role("button", name="上一页")).to_be_hidden()
    page.get_by_role("button", name="更多").click()
    assert page.locator("#panel .number:visible").all_inner_texts()[0] == "5"
    expect(page.locator("#panel .choice:visible").first).to_be_focused()
    number, service = next((n, e) for n, e in enumerate(entries(FLOWS, "menu"), 1) if n > AT_ONCE and e in FLOWS)
    shown = page.locator("#panel .choice:visible .label").nth(number - AT_ONCE - 1).inner_text()
    pages = 1
    while page.get_by_role("button", name="更多").is_visible():
        page.get_by_role("button", name="更多").click()
        pages += 1
    for _ in range(pages):
        page.get_by_role("button", name="上一页").click()
    assert page.locator("#panel .number:visible").all_inner_texts() == ["1", "2", "3", "4"]
    page.locator("#message").fill(str(number))
    page.locator("#send").click()
    expect(page.locator("#log .reply").last).not_to_have_attribute("data-key", "menu")
    assert elder.page.locator(f'#log [data-key^="{service}-"]').count()
    assert shown == SPEECH.render(Words(f"service-{service}"), "zh-Hans")


@pytest.mark.parametrize(("scheme", "locale"), [("light", "zh-CN"), ("dark", "zh-TW"), ("dark", "en-US")])
def test_a_whole_booking_is_made_in_elder_mode(server: Desk, browser: Browser, scheme: str, locale: str) -> None:
    with on_a_phone(browser, scheme, locale) as context:
        watched = Elder(context.new_page())
        elder_on(watched.page)
        with_voices(watched, "[local('zh-CN', true), local('en-US', true)]")
        watched.open(server.url)
        turn = ["zh-CN", "zh-TW", "en-US"].index(locale)
        watched.to_the_day(couple(turn))
        expect(watched.page.get_by_role("grid")).to_have_count(1)
        watched.tap(f"2026-06-0{turn + 1}", "marriage-slot")
        watched.tap(f"2026-06-0{turn + 1}T15:00", "marriage-photo")
        watched.tap("on_site", "marriage-phone")
        watched.say("13800000000", "marriage-summary")
        watched.page.locator("summary").click()
        watched.tap("change:phone", "marriage-phone")
        watched.say("13800000001", "marriage-summary")
        watched.tap("yes", "menu-more")
        expect(watched.page.locator(".receipt")).to_contain_text("15:00")
        watched.is_sane()
        assert watched.wrong == []


def test_the_arrow_keys_walk_on_into_the_next_month(server: Desk, elder: Elder) -> None:
    elder.open(server.url)
    elder.to_the_day(couple(3))
    page = elder.page
    page.locator('[data-value="2026-05-29"]').focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.value") == "2026-06-01"
    expect(page.locator('[data-value="2026-05-29"]')).to_be_hidden()
    page.keyboard.press("ArrowLeft")
    expect(page.locator('[data-value="2026-05-29"]')).to_be_focused()


# --- reading aloud ---


def test_where_this_machine_has_no_voice_of_its_own_nothing_offers_to_read(server: Desk, elder: Elder) -> None:
    with_voices(elder, "[local('zh-CN', false), local('zh-HK', true), local('en-US', true)]")
    elder.open(server.url)
    expect(elder.page.get_by_role("button", name="朗读")).to_have_count(0)


def test_reading_aloud_is_part_of_elder_mode(server: Desk, phone: Watched) -> None:
    with_voices(phone)
    phone.open(server.url)
    expect(phone.page.get_by_role("button", name="朗读")).to_have_count(0)
    phone.page.get_by_role("button", name="大字").click()
    expect(phone.page.get_by_role("button", name="自动朗读")).to_be_visible()
    phone.page.get_by_role("button", name="朗读", exact=True).last.click()
    assert said(phone)[0] == "请问要办什么事？"
    before = phone.page.evaluate("window.cancelled")
    phone.page.get_by_role("button", name="大字").click()
    assert phone.page.evaluate("window.cancelled") > before


def test_a_message_is_read_with_its_choices_and_stops_at_a_second_tap_and_at_the_next_message(
    server: Desk, elder: Elder
) -> None:
    with_voices(elder)
    elder.open(server.url)
    button = elder.page.get_by_role("button", name="朗读", exact=True).last
    assert said(elder) == []
    button.click()
    first, choices = said(elder)
    assert first == "请问要办什么事？"
    assert choices.startswith("可选：社会救助和授权书、救助待遇和困难变化、结婚、补领、颁证和辅导")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    before = elder.page.evaluate("window.cancelled")
    elder.begin("marriage", "marriage-notice")
    assert elder.page.evaluate("window.cancelled") > before
    expect(button).to_have_attribute("aria-pressed", "false")
    assert "约结婚登记" not in "".join(said(elder))


def test_by_itself_every_new_message_is_read_but_no_line_of_a_summary(server: Desk, elder: Elder) -> None:
    with_voices(elder)
    elder.open(server.url)
    elder.page.get_by_role("button", name="自动朗读").click()
    assert said(elder)[-1].startswith("可选：社会救助和授权书、救助待遇和困难变化")
    elder.begin("marriage", "marriage-notice")
    assert "约结婚登记" in "".join(said(elder))
    elder.page.reload()
    elder.heard("marriage-notice")
    expect(elder.page.get_by_role("button", name="自动朗读")).to_have_attribute("aria-pressed", "true")
    assert said(elder) == []
    elder.say("菜单", "menu")
    elder.to_the_day(couple(4))
    elder.tap("2026-05-27", "marriage-slot")
    elder.tap("2026-05-27T09:30", "marriage-photo")
    elder.tap("on_site", "marriage-phone")
    assert said(elder)
    elder.say("13800000000", "marriage-summary")
    read = "".join(said(elder))
    assert "都对吗" in read
    assert "张三" not in read
    elder.page.get_by_role("button", name="朗读", exact=True).last.click()
    assert "张三" in "".join(said(elder))


def test_nothing_confidential_is_read_by_itself(server: Desk, elder: Elder) -> None:
    with_voices(elder)
    elder.open(server.url)
    elder.page.get_by_role("button", name="自动朗读").click()
    elder.begin("divorce", "divorce-notice")
    assert said(elder)
    elder.tap("agree", "divorce-safety")
    assert said(elder) == []
    elder.page.locator('#panel [data-value="afraid"]').click()
    expect(elder.page.locator("#log .turn").last).to_have_class(re.compile("answered"))
    elder.page.get_by_role("button", name="自动朗读").click()
    elder.page.get_by_role("button", name="自动朗读").click()
    assert said(elder) == []
    elder.page.get_by_role("button", name="朗读", exact=True).last.click()
    assert said(elder)


def test_danger_is_not_read_by_itself_nor_anything_after_it(server: Desk, elder: Elder) -> None:
    with_voices(elder)
    elder.open(server.url)
    elder.page.get_by_role("button", name="自动朗读").click()
    assert said(elder)
    elder.page.locator("#message").fill(HURT)
    elder.page.locator("#send").click()
    expect(elder.page.get_by_role("link", name="拨打 110")).to_be_visible(timeout=PATIENCE)
    expect(elder.page.get_by_role("button", name="自动朗读")).to_have_attribute("aria-pressed", "false")
    elder.is_sane()
    elder.say("菜单", "menu")
    assert said(elder) == []


def test_quick_exit_stops_the_voice_and_leaves_the_flag_alone(server: Desk, elder: Elder) -> None:
    with_voices(elder)
    stopped: list[None] = []
    elder.page.expose_function("silenced", lambda: stopped.append(None))
    elder.open(server.url)
    elder.page.get_by_role("button", name="自动朗读").click()
    assert elder.page.evaluate("({ ...sessionStorage }).aloud") == "on"
    elder.page.evaluate("speechSynthesis.cancel = () => window.silenced()")
    elder.page.get_by_role("button", name="快速退出").click()
    elder.page.wait_for_url("about:blank")
    assert stopped
    elder.page.goto(server.url)
    elder.heard("menu")
    kept = elder.page.evaluate("[{ ...localStorage }, Object.keys(sessionStorage)]")
    assert kept == [{"elder": "on"}, ["token"]]
    expect(elder.page.get_by_role("button", name="自动朗读")).to_have_attribute("aria-pressed", "false")
    assert said(elder) == []


# --- axe-core ---


@pytest.mark.parametrize(
    ("mode", "scheme"),
    [
        ("plain", "light"),
        ("elder", "dark"),
        pytest.param("plain", "dark", marks=pytest.mark.soak),  # the other two take as long again
        pytest.param("elder", "light", marks=pytest.mark.soak),
    ],
)
def test_axe_finds_nothing_wrong_on_the_way_to_a_receipt(
    server: Desk, browser: Browser, axe: Axe, mode: str, scheme: str
) -> None:
    turn = ["plain", "elder"].index(mode) * 2 + ["light", "dark"].index(scheme)
    rules = [ENHANCED] if mode == "elder" else []
    with on_a_phone(browser, scheme) as context:
        watched = (Elder if mode == "elder" else Watched)(context.new_page())
        if mode == "elder":
            elder_on(watched.page)
            with_voices(watched)
        found: dict[str, list[str]] = {}

        def look(view: str) -> None:
            found[view] = axe.violations(watched.page, *rules)

        watched.open(server.url)
        look("menu")
        watched.begin("marriage", "marriage-notice")
        look("choice")
        watched.say("菜单", "menu")
        watched.to_the_day(couple(5 + turn))
        look("calendar")
        watched.tap("2026-05-28", "marriage-slot")
        look("slots")
        watched.tap(f"2026-05-28T{('09:00', '10:00', '11:00', '15:00')[turn]}", "marriage-photo")
        look("photo")
        watched.tap("on_site", "marriage-phone")
        watched.say("13800000000", "marriage-summary")
        watched.page.locator("summary").click()
        look("summary")
        watched.tap("yes", "menu-more")
        look("receipt")
        watched.page.locator("#message").fill(HURT)
        watched.page.locator("#send").click()
        expect(watched.page.get_by_role("link", name="拨打 110")).to_be_visible(timeout=PATIENCE)
        look("danger")
        assert {view: faults for view, faults in found.items() if faults} == {}
        assert len(found) == 8


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.soak)])
def test_axe_finds_nothing_wrong_at_the_desk(server: Desk, browser: Browser, axe: Axe, scheme: str) -> None:
    with on_a_phone(browser, scheme) as context:
        resident = Watched(context.new_page())
        resident.open(server.url)
        resident.page.locator("#message").fill(HURT)
        resident.page.locator("#send").click()
        expect(resident.page.get_by_role("link", name="拨打 110")).to_be_visible(timeout=PATIENCE)
        page = context.new_page()
        page.goto(f"{server.url}/desk")
        assert axe.violations(page) == []
        page.get_by_label("账号").fill("demo")
        page.get_by_label("密码").fill(server.log.rpartition("demo / ")[2].split()[0])
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="办件")).to_be_visible()
        assert axe.violations(page) == []
        page.locator(".row.urgent").first.click()
        expect(page.get_by_text("最近的对话")).to_be_visible()
        assert axe.violations(page) == []


def test_axe_would_find_pale_words_and_a_nameless_button(server: Desk, phone: Watched, axe: Axe) -> None:
    phone.open(server.url)
    phone.page.evaluate("document.querySelector('.reply > p').id = 'pale'")
    phone.page.evaluate("document.querySelector('#pale').style.setProperty('color', '#6b6b6b')")
    phone.page.evaluate("document.querySelector('#send').textContent = ''")
    found = axe.violations(phone.page, ENHANCED)
    assert [fault.split()[0] for fault in found] == ["button-name", ENHANCED]

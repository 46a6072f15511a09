"""A page in tests: driven as a person does, and watched for everything that should not happen on it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from flows.catalogue import FLOWS
from flows.dialogue.menu import MENU

PHONE = (360, 740)
"""The width and height of a small telephone, in CSS pixels."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
PATIENCE = 10_000
"""Milliseconds that something may take to appear."""


class Watched:
    """A page, and everything about it that should not have happened."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda said: self.wrong.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda fault: self.wrong.append(str(fault)))
        page.on("request", lambda request: self._leaves(request.url))

    def _leaves(self, url: str) -> None:
        if not re.match(r"http://127\.0\.0\.1:|data:|blob:", url):
            self.wrong.append(f"a request left: {url}")

    def heard(self, key: str) -> None:
        """Waits for a reply to be the last one, and looks at the page then."""
        expect(self.page.locator("#log [data-key]").last).to_have_attribute("data-key", key, timeout=PATIENCE)
        self.is_sane()

    def is_sane(self) -> None:
        """What is shown has no fault of those that can be seen of every view; the page is let load first."""
        self.page.wait_for_load_state()
        assert self.page.evaluate(SANITY) == []

    def open(self, url: str) -> None:
        """Opens the chat and waits for the menu."""
        self.page.goto(url)
        self.heard("menu")

    def tap(self, choice: str, then: str) -> None:
        """Taps an option of the open question."""
        self.page.locator(f'#panel [data-value="{choice}"]').click()
        self.heard(then)

    def begin(self, service: str, then: str) -> None:
        """Taps a service of the menu, under its heading."""
        self.tap(f"{MENU}:{FLOWS[service].heading}", "menu-under")
        self.tap(service, then)

    def say(self, text: str, then: str) -> None:
        """Types and sends."""
        self.page.locator("#message").fill(text)
        self.page.locator("#send").click()
        self.heard(then)

    def to_the_day(self, people: tuple[str, str]) -> None:
        """结婚登记 up to the question for the day."""
        self.begin("marriage", "marriage-notice")
        self.tap("agree", "marriage-couple")
        self.tap("mainland", "marriage-first_name")
        self.say("张三", "marriage-first_id")
        self.say(people[0], "marriage-first_status")
        self.tap("never", "marriage-partner")
        self.tap("here", "marriage-second_name")
        self.say("李四", "marriage-second_id")
        self.say(people[1], "marriage-second_status")
        self.tap("never", "marriage-kinship")
        self.tap("no", "marriage-id_cards")
        self.tap("valid", "marriage-day")


SANITY = """() => {
  const faults = [];
  // What is folded away has boxes too, and until it is laid out they are empty.
  const shown = (node) => node.checkVisibility() && node.getClientRects().length > 0;
  if (document.documentElement.scrollWidth > innerWidth) faults.push("the page is wider than the screen");
  for (const node of document.querySelectorAll("button, a, label.file-button, label.check")) {
    const { height, width } = node.getBoundingClientRect();
    const name = node.getAttribute("aria-label") || node.textContent;
    if (shown(node) && (height < 44 || width < 40)) faults.push(`too small to hit: ${name} ${width}x${height}`);
    if (shown(node) && !name.trim()) faults.push(`nameless: ${node.outerHTML}`);
  }
  for (const node of document.querySelectorAll("input, textarea, select")) {
    if (!node.labels?.length && node.type !== "hidden") faults.push(`unlabelled: ${node.outerHTML}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  if (new Set(ids).size !== ids.length) faults.push("an id stands twice");
  if (document.querySelectorAll("[role=log]").length > 1) faults.push("two logs");
  return faults;
}"""
"""What can be said cheaply of every view: it fits, everything can be hit, and everything has a name."""


def press_until(page: Page, selector: str, key: str = "Shift+Tab") -> None:
    """Moves the focus by one key until it is on what is looked for."""
    for _ in range(60):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{selector} cannot be reached by {key}")

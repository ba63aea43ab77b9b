"""A page as a journalist handles it: go somewhere, press keys, read what stands there, check it for everyone."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.server import settled

AXE = Path(__file__).parent / "axe.min.js"


class Desk:
    """One browser page over the pages of Counterclaim."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.expected: list[str] = []  # errors a test brings about on purpose

    def go(self, address: str) -> Desk:
        """Open an address and wait until it is drawn."""
        self.page.goto(address)
        settled(self.page)
        self.page.wait_for_timeout(150)  # the keys are bound a moment after their buttons are drawn
        return self

    def press(self, key: str) -> Desk:
        """Press a key that decides something, and wait until the page has answered."""
        self.page.keyboard.press(key)
        self.rest()
        return self

    def rest(self) -> Desk:
        """Wait until nothing is running any more."""
        self.page.wait_for_timeout(120)  # a key takes a moment to reach the server and set the page running
        settled(self.page)
        return self

    def mark(self) -> str:
        """Which page and item the page says it shows."""
        return str(self.page.locator("[data-page]").first.get_attribute("data-page"))

    def title(self) -> str:
        """The page's heading."""
        return self.page.locator("h1").first.inner_text()

    def find(self, css: str) -> Locator:
        """What a selector names."""
        return self.page.locator(css)

    def says(self, told: str) -> None:
        """Wait until this stands on the page."""
        expect(self.page.get_by_text(told).first).to_be_visible()

    def violations(self) -> list[str]:
        """What axe-core finds wrong, every rule of it."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("axe.run(document, {iframes: false}).then(r => JSON.stringify(r.violations))")
        return [f"{v['id']}: {v['nodes'][0]['html'][:160]} (+{len(v['nodes']) - 1})" for v in json.loads(found)]

    def overflow(self) -> int:
        """Pixels by which the page is wider than its window."""
        return int(
            self.page.evaluate(
                "Math.max(...[...document.querySelectorAll('html, body, [data-testid=stMain], [data-testid=stBottom]')]"
                ".map(e => e.scrollWidth - e.clientWidth))"
            )
        )

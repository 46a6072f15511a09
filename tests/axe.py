"""axe-core in tests: the judge of a page's accessibility, run in the page itself.

It is no part of the project: ``YIZHENG_AXE`` names its ``axe.min.js``, or ``node_modules`` holds it. ``.ci/run``
installs it where npm is.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
ENHANCED = "color-contrast-enhanced"
"""Contrast of 7:1 (4.5:1 for large type), WCAG 2 AAA; the page in elder mode keeps it."""

_RUN = """async ({ tags, rules }) => {
  const found = await axe.run(document, {
    runOnly: { type: "tag", values: tags },
    rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: true }])),
  });
  const where = ({ nodes }) => nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`).join("; ");
  return {
    passed: found.passes.map(({ id }) => id),
    violations: found.violations.map((violation) => `${violation.id} at ${where(violation)}`),
  };
}"""


def axe_path() -> Path:
    """Where axe-core is; without it the test is skipped out loud."""
    named = os.environ.get("YIZHENG_AXE")
    path = Path(named) if named else ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        missing = f"axe-core is not at {path} (npm install axe-core, or YIZHENG_AXE=…/axe.min.js)"
        if named:
            pytest.fail(missing)
        pytest.skip(missing)
    return path


class Axe:
    """axe-core, put into each page by the test's own hand: no policy of the page lets a foreign script in."""

    def __init__(self, source: str) -> None:
        self._source = source

    def violations(self, page: Page, *rules: str) -> list[str]:
        """What a page gets wrong by WCAG 2.2 AA and by further rules, once it is loaded."""
        page.wait_for_load_state()  # colours come with the style sheets
        page.evaluate(self._source)
        found: dict[str, Any] = page.evaluate(_RUN, {"tags": [*WCAG], "rules": [*rules]})
        assert found["passed"], "nothing was looked at"
        violations: list[str] = found["violations"]
        return violations

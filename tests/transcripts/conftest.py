"""Every transcript is shown through every channel's rendering and back as well."""

from __future__ import annotations

import pytest

from bot import turn
from tests.transcripts.through_channels import Ways

KNOWN: set[tuple[str, ...]] = set()


@pytest.fixture(autouse=True)
def every_way(monkeypatch: pytest.MonkeyPatch) -> Ways:
    """Whatever is tapped in a transcript is also tapped as a button of Telegram, and typed by its number and words."""
    ways = Ways(KNOWN)
    monkeypatch.setattr(turn, "advance", ways.advance)
    return ways

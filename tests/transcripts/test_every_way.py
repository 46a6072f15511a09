"""A button, a number and the words arrive as the same answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import turn
from tests.talk import HandClock, Talk, an_app
from tests.transcripts.through_channels import Ways
from tests.transcripts.walks import said


@pytest.fixture
def every_way(monkeypatch: pytest.MonkeyPatch) -> Ways:
    """One that knows nothing yet."""
    ways = Ways()
    monkeypatch.setattr(turn, "advance", ways.advance)
    return ways


async def test_an_option_comes_to_the_same_by_button_by_number_and_by_words(tmp_path: Path, every_way: Ways) -> None:
    async with an_app(tmp_path, HandClock()) as app:
        await said(Talk(app), "补领婚姻登记证", "=agree", "=marriage", "=lost", "=mainland")
    assert every_way.tried == {"button": 4, "number": 4, "words": 4}


async def test_a_way_that_leads_elsewhere_is_seen(
    tmp_path: Path, every_way: Ways, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: buttons that stand for the option beside theirs."""
    marks = "bot.channels.rendering.option_mark"
    monkeypatch.setattr(marks, lambda value: "0" * 10)
    async with an_app(tmp_path, HandClock()) as app:
        with pytest.raises(AssertionError, match="button"):
            await said(Talk(app), "补领婚姻登记证", "=agree")
    assert not every_way.tried

"""A button, a number and the words arrive as the same answer."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from bot import turn
from bot.channels.rendering import Renderer
from flows.catalogue import FLOWS
from tests.talk import HandClock, Talk, an_app
from tests.transcripts.on_wechat import OnWeChat
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
    assert every_way.tried == {"button": 4, "number": 4, "words": 4, "digits": 9}


async def test_a_way_that_leads_elsewhere_is_seen(
    tmp_path: Path, every_way: Ways, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: buttons that stand for the option beside theirs."""
    marks = "bot.channels.rendering.option_mark"
    monkeypatch.setattr(marks, lambda value: "0" * 10)
    async with an_app(tmp_path, HandClock()) as app:
        with pytest.raises(AssertionError, match="button"):
            await said(Talk(app), "补领婚姻登记证", "=agree")
    assert set(every_way.tried) == {"digits"}


async def test_an_option_that_its_number_does_not_choose_is_seen(
    tmp_path: Path, every_way: Ways, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: WeChat without numbers."""
    lines = Renderer._lines
    bare = re.compile(r"^\d+\. ")
    monkeypatch.setattr(Renderer, "_lines", lambda *what: [bare.sub("", line) for line in lines(*what)])
    async with an_app(tmp_path, HandClock()) as app:
        with pytest.raises(AssertionError, match="reissue-notice"):
            await said(Talk(app), "补领婚姻登记证", "=agree")


async def test_a_turn_too_long_for_a_message_of_wechat_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: a rendering that packs nothing."""
    async with an_app(tmp_path, HandClock()) as app:
        talk = Talk(app)
        await said(talk, "补领婚姻登记证")
    assert talk.last is not None
    OnWeChat().count(talk.last, FLOWS)
    long = "bot.channels.rendering.packed"
    monkeypatch.setattr(long, lambda told, asked, *_: ["".join(part.text for part in (*told, *asked)) * 60])
    with pytest.raises(AssertionError, match="reissue-notice"):
        OnWeChat().count(talk.last, FLOWS)


def test_a_share_of_turns_that_is_too_small_is_seen() -> None:
    with pytest.raises(AssertionError, match="900 turns in 1"):
        OnWeChat(turns=Counter({1: 900, 2: 100})).check()
    OnWeChat(turns=Counter({1: 960, 2: 40})).check()

"""Every transcript is shown through every channel's rendering and back as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot import turn
from bot.turn import Taken, Turns
from tests.transcripts.on_wechat import OnWeChat
from tests.transcripts.through_channels import Ways

KNOWN: set[tuple[str, ...]] = set()


@pytest.fixture(autouse=True)
def every_way(monkeypatch: pytest.MonkeyPatch) -> Ways:
    """Whatever is tapped in a transcript is also tapped as a button of Telegram, and typed by its number and words."""
    ways = Ways(KNOWN)
    monkeypatch.setattr(turn, "advance", ways.advance)
    return ways


@pytest.fixture(scope="session")
def counted(request: pytest.FixtureRequest) -> Iterator[OnWeChat]:
    """The messages that the turns of all transcripts take on WeChat; reported at the end."""
    on_wechat = OnWeChat()
    yield on_wechat
    plugins = request.config.pluginmanager
    reporter, capturing = plugins.get_plugin("terminalreporter"), plugins.get_plugin("capturemanager")
    if reporter is not None and capturing is not None:  # the processes of xdist show nothing
        with capturing.global_and_fixture_disabled():
            reporter.write_line(f"\n{on_wechat.report()}")
    on_wechat.check()


@pytest.fixture(autouse=True)
def on_wechat(counted: OnWeChat, monkeypatch: pytest.MonkeyPatch) -> OnWeChat:
    """Every turn of a transcript is also shown as WeChat would."""
    take = Turns.take

    async def shown(self: Turns, *args: Any, **named: Any) -> Taken:
        taken = await take(self, *args, **named)
        counted.count(taken, self._flows)
        return taken

    monkeypatch.setattr(Turns, "take", shown)
    return counted

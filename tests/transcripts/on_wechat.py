"""How much WeChat says in a turn: the messages of every turn of every transcript, as its rendering makes them.

One turn alone has more than three: what comes of 社会救助 for somebody who knows nothing of what they were asked. It
names a dozen benefits, each with what is missing and its sources, and has bytes for four messages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.channels.capabilities import WECHAT
from bot.turn import Taken
from flows.language.flow import Flow
from tests.transcripts.through_channels import PAGE, renderer

LEAST_IN_ONE, MOST_IN_A_TURN, MOST_OF_ALL = 0.95, 3, 5
ALL_UNKNOWN = "screened-more"
LEAST_UNKNOWN = 8
ENOUGH = 1000
"""Turns below which a share of them says little: of a part of the transcripts only."""


@dataclass
class OnWeChat:
    """What was counted."""

    turns: Counter[int] = field(default_factory=Counter)
    """Turns by how many messages they take; those that say nothing are not counted."""
    longest: int = 0
    """Bytes of the longest message."""
    long: Counter[str] = field(default_factory=Counter)
    """What was said in the turns that take more than one."""

    _known: dict[tuple[str, str], int] = field(default_factory=dict)

    def count(self, taken: Taken, flows: Mapping[str, Flow]) -> None:
        """Counts a turn. Nothing in it may be longer than a message, and it takes three at most, but for one."""
        shown = taken.language, repr(taken.replies)
        if shown in self._known:  # the same was said before
            self.turns[self._known[shown]] += 1
            return
        messages = renderer(flows, WECHAT).messages(taken.replies, taken.language, page=PAGE)
        keys = " ".join(reply.words.key for reply in taken.replies)
        assert all(WECHAT.size(message.text) <= WECHAT.text_limit for message in messages), keys
        assert not [message for message in messages if message.rows], keys
        most = MOST_OF_ALL if keys.split().count(ALL_UNKNOWN) >= LEAST_UNKNOWN else MOST_IN_A_TURN
        assert len(messages) <= most, (len(messages), keys)
        self.longest = max([self.longest, *(WECHAT.size(message.text) for message in messages)])
        if messages:
            self._known[shown] = len(messages)
            self.turns[len(messages)] += 1
        if len(messages) > 1:
            self.long[keys] += 1

    def report(self) -> str:
        """The figures in a line."""
        shown = ", ".join(f"{number} turns in {messages}" for messages, number in sorted(self.turns.items()))
        return f"on WeChat: {shown}; the longest message has {self.longest} bytes of {WECHAT.text_limit}"

    def check(self) -> None:
        """Nearly every turn is one message."""
        turns = self.turns.total()
        assert turns < ENOUGH or self.turns[1] >= LEAST_IN_ONE * turns, (self.report(), self.long.most_common(10))

"""How fast a bot may send: so many messages a second in all, one a second in a chat, so many a minute in a group."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of a platform; ``second`` is the length of a second, which only tests shorten."""

    overall: int = 30
    group_minute: int = 20
    second: float = 1.0


TELEGRAM_LIMITS = Limits(overall=25, group_minute=18)
"""Telegram asks for no more than 30 a second, 1 a second in a chat and 20 a minute in a group; a little less of each
leaves room for what is sent besides (commands, answers to taps)."""


WECHAT_LIMITS = Limits(overall=50)
"""WeChat names no limit a second; one a second in a chat keeps what is said there in order."""


WECOM_LIMITS = Limits(group_minute=18)
"""WeCom (企业微信) takes 20 a minute of a robot; a little less leaves room for whoever else speaks as it."""


class Pace:
    """Keeps the limits of one bot in this process."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float]) -> None:
        self._limits = limits
        self._monotonic = monotonic
        self._all: deque[float] = deque()
        self._of: dict[str, deque[float]] = {}

    def delay(self, chat: str, *, group: bool) -> float:
        """Seconds until the next message may go to a chat."""
        now, second = self._monotonic(), self._limits.second
        waits = [_wait(self._all, self._limits.overall, second, now)]
        sent = self._of.get(chat)
        if sent:
            waits.append(_wait(sent, 1, second, now))
            if group:
                waits.append(_wait(sent, self._limits.group_minute, 60 * second, now))
        return max(waits)

    def took(self, chat: str) -> None:
        """A message goes to a chat now."""
        now = self._monotonic()
        for sent in (self._all, self._of.setdefault(chat, deque())):
            sent.append(now)
        while len(self._all) > self._limits.overall:
            self._all.popleft()
        own = self._of[chat]
        while len(own) > self._limits.group_minute:
            own.popleft()
        for quiet in [each for each, sent in self._of.items() if sent[-1] < now - 60 * self._limits.second]:
            del self._of[quiet]

    def remember(self, chat: str, ages: Iterable[float]) -> None:
        """Messages have gone to a chat from another process, so many seconds ago each."""
        now, known = self._monotonic(), self._of.get(chat, ())
        before = [now - age * self._limits.second for age in ages]
        self._of[chat] = deque(sorted([*known, *before])[-self._limits.group_minute :])

    def ended(self, chat: str) -> None:
        """It has arrived by now, however long it took: the next one of the chat counts from here."""
        if chat in self._of:
            self._of[chat][-1] = self._monotonic()


def _wait(sent: deque[float], most: int, span: float, now: float) -> float:
    """How long until fewer than ``most`` of these lie within the last ``span`` seconds."""
    return 0.0 if len(sent) < most else max(0.0, sent[-most] + span - now)

"""What a turn knows besides the answers: the instant, the day, the policy in force, the place, the words people use."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from flows.calendar import WorkCalendar
from flows.place import Place
from flows.policy import Policy
from flows.words import Words


class Speech(Protocol):
    """The words of ``locales/``, as far as reading an answer needs them; in every language at once."""

    def labels(self, words: Words) -> Collection[str]:
        """Every language's text of a message, folded for comparing."""

    def command(self, text: str) -> str | None:
        """The command that works everywhere which this text is exactly, or None."""

    def service(self, text: str) -> str | None:
        """The service whose name this text is exactly, or None."""


@dataclass(frozen=True, slots=True)
class World:
    """Handed to every rule; nothing else is. ``day`` is the day in Asia/Shanghai on which ``now`` falls.

    ``reads_cards``: an identity card can be read from one photo here.
    """

    now: datetime
    day: date
    policy: Policy
    calendar: WorkCalendar
    place: Place
    speech: Speech
    reads_cards: bool = False

"""Faults to order from the fake Telegram: refusals out of the blue, and answers that never arrive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.bot_api_rules import Refusal, too_many

Loss = Literal["break", "silence"]
"""How an answer gets lost: the connection breaks, or nothing comes until the client has had enough."""

WORDS = {
    400: "Bad Request: chat not found",
    403: "Forbidden: bot was blocked by the user",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


@dataclass
class Fault:
    """Strikes the next ``left`` calls of a method and a chat; of every method but getUpdates where none is named.

    A ``refusal`` is answered and nothing is done. A ``loss`` swallows the answer; ``taken`` says whether the call was
    carried out all the same, which the client cannot know.
    """

    left: int
    method: str | None
    chat: int | None
    refusal: Refusal | None = None
    loss: Loss | None = None
    taken: bool = False

    def strikes(self, method: str, chat: str) -> bool:
        method_fits = method == self.method.lower() if self.method else method != "getupdates"
        return self.left > 0 and method_fits and self.chat in (None, _number(chat))


class Faults:
    """The faults that were ordered, oldest first. Used under the world's lock."""

    def __init__(self) -> None:
        self._ordered: list[Fault] = []

    def order(self, fault: Fault) -> None:
        self._ordered.append(fault)

    def strike(self, method: str, chat: str) -> Fault | None:
        """The fault that strikes a call, which uses it up once."""
        fault = next((one for one in self._ordered if one.strikes(method, chat)), None)
        if fault is not None:
            fault.left -= 1
        return fault


def refusal(status: int, description: str | None, retry_after: int | None) -> Refusal:
    """A refusal as Telegram words it unless told otherwise."""
    if status == 429:
        return too_many(retry_after or 1)
    return Refusal(status, description or WORDS.get(status, "Internal Server Error"))


def _number(chat: str) -> int | None:
    return int(chat) if chat.removeprefix("-").isdigit() else None

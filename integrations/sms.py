"""Short messages: a small contract, and the demonstration's printer. Texts are neutral, numbers shown masked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from flows.inputs.phone import mask_phone


class Sms(Protocol):
    """A way to send a short message."""

    async def send(self, phone: str, text: str, key: str) -> None:
        """Sends once per ``key``. Raises OutsideFault."""


class PrintedSms:
    """Prints what would be sent, with the number masked; for the demonstration only."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say

    async def send(self, phone: str, text: str, key: str) -> None:
        """Prints the message."""
        self._say(f"[SMS {mask_phone(phone)}] {text}")

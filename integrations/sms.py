"""Short messages (短信): a small contract, a gateway by HTTP, and the demonstration's printer.

Texts are neutral: they say that there is something to see, not what.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import httpx

from flows.errors import OutsideFault
from flows.inputs.phone import mask_phone

TIMEOUT_SECONDS = 10.0


class Sms(Protocol):
    """A way to send a short message."""

    async def send(self, phone: str | None, text: str, key: str) -> None:
        """Sends once per ``key``; to nobody (None) it transmits nothing, and nothing is raised. Raises OutsideFault."""

    async def close(self) -> None:
        """Closes the connections."""


class PrintedSms:
    """Prints what would be sent, with the number masked; for the demonstration only."""

    def __init__(self, say: Callable[[str], object]) -> None:
        self._say = say

    async def send(self, phone: str | None, text: str, key: str) -> None:
        """Prints the message."""
        if phone is None:
            return
        self._say(f"[SMS {mask_phone(phone)}] {text}")

    async def close(self) -> None:
        """There is nothing to close."""


class HttpSms:
    """A gateway that takes a POST of ``{"to", "text", "key"}`` with a bearer token; ``key`` is its idempotency key."""

    def __init__(self, url: str, token: str) -> None:
        self._url = url
        self._client = httpx.AsyncClient(
            timeout=TIMEOUT_SECONDS,
            headers={"authorization": f"Bearer {token}"},
            follow_redirects=False,
            trust_env=False,
        )

    async def send(self, phone: str | None, text: str, key: str) -> None:
        """Sends the message; what the gateway refuses for good (4xx) is final. For nobody it is not asked."""
        if phone is None:
            return
        try:
            answer = await self._client.post(self._url, json={"to": phone, "text": text, "key": key})
        except httpx.HTTPError as fault:
            raise OutsideFault("the gateway for short messages does not answer") from fault
        if not answer.is_success:
            final = 400 <= answer.status_code < 500 and answer.status_code not in (408, 425, 429)
            raise OutsideFault(f"the gateway for short messages answered {answer.status_code}", final=final)

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.aclose()

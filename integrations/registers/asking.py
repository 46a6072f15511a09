"""One question to a register by HTTP: few connections, a time limit for all of it, a bounded answer, no redirects."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

import httpx

from flows.errors import OutsideFault, SettingsFault
from integrations.platforms import body_of, open_client

MOST_CONNECTIONS = 8
TIMEOUT_SECONDS = 5.0
"""For each part of a request: connecting, sending, the next bytes of the answer, a free connection."""
WHOLE_SECONDS = 10.0
"""For all of it."""
MOST_ANSWER = 1024 * 1024


class Asking:
    """Asks one register. What goes wrong is said by kind and status, never with what was asked or answered."""

    def __init__(self, url: str, token: str | None, whole_seconds: float = WHOLE_SECONDS) -> None:
        self._url = url.rstrip("/")
        self._whole = whole_seconds
        self._client = open_client("", TIMEOUT_SECONDS, MOST_CONNECTIONS)
        self._client.headers["accept"] = "application/json"
        self._client.headers["accept-encoding"] = "identity"
        if token is not None:
            self._client.headers["authorization"] = f"Bearer {token}"

    async def ask(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes | None, nobody: Collection[int] = ()
    ) -> bytes | None:
        """The body of the answer; None where its status is one that says that there is nobody. Raises OutsideFault."""
        try:
            async with (
                asyncio.timeout(self._whole),
                self._client.stream(method, self._url + path, headers=dict(headers), content=body) as answer,
            ):
                if answer.status_code in nobody:
                    return None
                return await body_of(answer, "the register", MOST_ANSWER)
        except (httpx.HTTPError, TimeoutError) as fault:
            kind = type(fault).__name__
        raise OutsideFault(f"the register does not answer: {kind}")  # not from the fault: it holds what was asked

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.aclose()


def check_url(url: str) -> str:
    """The address of a register. Raises SettingsFault with a sentence that names the setting."""
    try:
        parts = urlsplit(url)
        _ = httpx.URL(url), parts.port
    except (ValueError, httpx.InvalidURL):
        raise SettingsFault("YIZHENG_REGISTER_URL is no address") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingsFault("YIZHENG_REGISTER_URL must be an address that begins with https:// or http://")
    if parts.username is not None or parts.query or parts.fragment or "{" in url:
        raise SettingsFault("YIZHENG_REGISTER_URL must be an address alone: nothing secret or personal stands in it")
    return url

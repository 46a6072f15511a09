"""Robots of groups on WeCom (企业微信群机器人): each has a key, and says a text in its group. Nothing comes back.

A key lets whoever has it speak in the group: it stands in the address of every request, and in no error.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping

import httpx

from flows.errors import OutsideFault
from integrations.platforms import JSON, body_of, open_client

TIMEOUT_SECONDS = 8.0
"""Shorter than the lease of a bot: a request is over before another process may send."""
MOST_CONNECTIONS = 4
MOST_ANSWER = 16 * 1024

BUSY, TOO_MANY, NO_ROBOT = -1, 45009, 93000
"""Try again; more than twenty messages in a minute; the key is not valid, or the robot was taken out of the group."""


class WeComRefusal(OutsideFault):
    """WeCom answered with an error code: the message was not taken."""

    def __init__(self, code: int) -> None:
        super().__init__(f"wecom: {code}")
        self.code = code


class WeComApi:
    """The robots by the names of their groups, with their keys."""

    def __init__(self, robots: Mapping[str, str], url: str) -> None:
        self._robots = robots
        self._client = open_client(url, TIMEOUT_SECONDS, MOST_CONNECTIONS)

    async def say(self, robot: str, text: str) -> None:
        """A text of at most 2048 bytes in the robot's group. Raises WeComRefusal where it was not taken, else
        OutsideFault."""
        key = self._robots.get(robot)
        if key is None:
            raise OutsideFault("wecom: this process has no such robot")
        body = json.dumps({"msgtype": "text", "text": {"content": text}}, ensure_ascii=False).encode()
        try:
            async with asyncio.timeout(TIMEOUT_SECONDS):
                answer = await self._post(key, body)
        except (httpx.HTTPError, TimeoutError):  # their words hold the address, and that the key
            raise OutsideFault("wecom: does not answer") from None
        code = _code_of(answer)
        if code != 0:
            raise WeComRefusal(code)

    async def close(self) -> None:
        """Closes the connections."""
        await self._client.aclose()

    async def _post(self, key: str, body: bytes) -> bytes:
        asked = self._client.stream("POST", "/cgi-bin/webhook/send", params={"key": key}, content=body, headers=JSON)
        async with asked as answer:
            return await body_of(answer, "wecom", MOST_ANSWER)


def _code_of(answer: bytes) -> int:
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError):
        found = None
    code = found.get("errcode") if isinstance(found, dict) else None
    if not isinstance(code, int):
        raise OutsideFault("wecom: answered what cannot be read")
    return code

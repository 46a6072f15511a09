"""Calls to a platform on the internet: one client each, answers that are bounded, and no proxy of this machine."""

from __future__ import annotations

import httpx

from flows.errors import OutsideFault

JSON = {"content-type": "application/json; charset=utf-8"}


class TooLarge(OutsideFault):
    """The answer is larger than what is taken."""


def open_client(url: str, seconds: float, connections: int) -> httpx.AsyncClient:
    """A client of the platform at ``url``; it follows no redirects, for secrets stand in the addresses."""
    limits = httpx.Limits(max_connections=connections)
    return httpx.AsyncClient(base_url=url, timeout=seconds, limits=limits, follow_redirects=False, trust_env=False)


async def body_of(answer: httpx.Response, platform: str, most: int) -> bytes:
    """The body of an answer of at most so many bytes. Raises OutsideFault for any status but 200, TooLarge."""
    if answer.status_code != httpx.codes.OK:
        raise OutsideFault(f"{platform}: answered {answer.status_code}")
    data = bytearray()
    async for piece in answer.aiter_bytes():
        data += piece
        if len(data) > most:
            raise TooLarge(f"{platform}: the answer is too large")
    return bytes(data)

"""The keeper of the access token: every process uses the same one, and one of them at a time asks for the next."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from flows.errors import OutsideFault
from integrations.privacy import Vault
from integrations.store import platform_tokens
from integrations.store.database import Database
from integrations.store.platform_tokens import ASKING, Token

EARLY = timedelta(minutes=5)
"""So long before its end a token is not used any more: what it was sent with is still under way then."""
PAUSE_SECONDS = 0.1

Ask = Callable[[bool], Awaitable[tuple[str, timedelta]]]
"""Asks the platform for a token (``True``: a new one at any price), with how long it lasts. Raises OutsideFault."""


class TokenKeeper:
    """Of one account, whose ``name`` the token is kept by."""

    def __init__(self, *, name: str, database: Database, vault: Vault, clock: Callable[[], datetime], ask: Ask) -> None:
        self._name = name
        self._database = database
        self._vault = vault
        self._clock = clock
        self._ask = ask
        self._lock = asyncio.Lock()
        self._known: Token | None = None

    async def token(self, refused: Token | None = None) -> Token:
        """A token that is good, and not the one that was ``refused``. Raises OutsideFault."""
        if self._is_good(self._known, refused):
            assert self._known is not None
            return self._known
        async with self._lock:
            self._known = await self._found_or_new(refused)
            return self._known

    async def _found_or_new(self, refused: Token | None) -> Token:
        for _ in range(int(ASKING.total_seconds() / PAUSE_SECONDS) + 1):
            async with self._database.read() as connection:
                found = await platform_tokens.current(connection, self._vault, self._name)
            if found is not None and self._is_good(found, refused):
                return found
            after = 0 if found is None else found.turn
            async with self._database.write() as connection:
                is_ours = await platform_tokens.claim(connection, self._name, after, self._clock())
            if is_ours:
                new = await self._new(after, refused)
                if new is not None:
                    return new
                continue  # it took too long: another process asked meanwhile, and its token is the one
            await asyncio.sleep(PAUSE_SECONDS)  # another process asks
        raise OutsideFault("wechat: another process asks for a token, and gets none")

    async def _new(self, after: int, refused: Token | None) -> Token | None:
        """The token that follows, kept; None where another process kept its own. Raises OutsideFault."""
        try:
            value, lasts = await self._ask(False)
            if refused is not None and value == refused.value:  # the platform takes it for good, and does not take it
                value, lasts = await self._ask(True)
        except BaseException:
            async with self._database.write() as connection:
                await platform_tokens.let_go(connection, self._name, after)
            raise
        token = Token(value, after + 1, self._clock() + lasts)
        async with self._database.write() as connection:
            is_kept = await platform_tokens.put(connection, self._vault, self._name, token)
        return token if is_kept else None

    def _is_good(self, token: Token | None, refused: Token | None) -> bool:
        is_new = token is not None and (refused is None or token.turn > refused.turn)
        return token is not None and is_new and self._clock() < token.until - EARLY

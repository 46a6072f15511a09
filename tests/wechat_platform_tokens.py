"""The access tokens of the tests' WeChat: stable_token (稳定版接口调用凭据) and the older token, each on its own."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field

from tests.wechat_platform_rules import refuse
from tests.wechat_platform_state import Account, Clock, Json

TOKEN_SECONDS = 7200
RENEWED_BEFORE = 300
"""stable_token gives a new one so many seconds before the old one ends; the older token's predecessor lives on for
as long."""
FORCED_APART = 30
FORCED_A_DAY = 20
SHAPE = re.compile(r"\d+_[A-Za-z0-9_-]{40,500}")


@dataclass
class Tokens:
    """Used under the world's lock. ``fetched`` counts calls, ``made`` new tokens, ``forced`` those by force."""

    clock: Clock
    fetched: int = 0
    made: int = 0
    forced: int = 0
    _until: dict[str, float] = field(default_factory=dict)
    _stable: str | None = None
    _older: str | None = None
    _forced_at: deque[float] = field(default_factory=deque)

    def stable(self, account: Account, given: Json) -> Json:
        """The same token while it is valid; by force a new one, and the old one ends."""
        self._check(account, given)
        now = self.clock.now()
        left = self._until.get(self._stable, 0) - now if self._stable else 0
        if given.get("force_refresh"):
            if self._may_force(now):
                if self._stable:
                    del self._until[self._stable]
                self.forced += 1
                self._stable = self._new()
        elif left <= RENEWED_BEFORE:
            self._stable = self._new()
        if self._stable is None or self._until[self._stable] <= now:
            self._stable = self._new()
        return self._answer(self._stable)

    def older(self, account: Account, given: Json) -> Json:
        """A new one every time; the one before is valid for five minutes more."""
        self._check(account, given)
        if self._older:
            self._until[self._older] = min(self._until[self._older], self.clock.now() + RENEWED_BEFORE)
        self._older = self._new()
        return self._answer(self._older)

    def check(self, token: str | None) -> None:
        """Refuses a call without a valid token."""
        if not token:
            refuse(41001)
        if not SHAPE.fullmatch(token):
            refuse(40014)
        if token not in self._until:
            refuse(40001)
        if self._until[token] <= self.clock.now():
            refuse(42001)

    def expire(self) -> None:
        """Every token there is ends now."""
        self._until = dict.fromkeys(self._until, self.clock.now())

    def _check(self, account: Account, given: Json) -> None:
        self.fetched += 1
        if given.get("grant_type") != "client_credential":
            refuse(40002)
        if given.get("appid") != account.appid:
            refuse(40013)
        if given.get("secret") != account.secret:
            refuse(40125)

    def _may_force(self, now: float) -> bool:
        """Whether a day's refreshes and the time since the last allow one; 45009 when the day's are used up."""
        while self._forced_at and self._forced_at[0] <= now - 24 * 3600:
            self._forced_at.popleft()
        if self._forced_at and now - self._forced_at[-1] < FORCED_APART:
            return False
        if len(self._forced_at) >= FORCED_A_DAY:
            refuse(45009)
        self._forced_at.append(now)
        return True

    def _new(self) -> str:
        self.made += 1
        token = f"{self.made:02}_{'made-up-access-token_' * 6}{self.made:06}"
        self._until[token] = self.clock.now() + TOKEN_SECONDS
        return token

    def _answer(self, token: str) -> Json:
        return {"access_token": token, "expires_in": round(self._until[token] - self.clock.now())}

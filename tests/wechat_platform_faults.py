"""Faults to order from the tests' WeChat: of its posts to the desk, and of its answers to the desk's calls."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tests.wechat_platform_rules import Refusal
from tests.wechat_platform_state import User

PostFaultKind = Literal["lost", "twice", "late"]


@dataclass
class PostFault:
    """Strikes the next ``left`` attempts at somebody's updates, or at anybody's."""

    kind: PostFaultKind
    left: int
    user: User | None
    seconds: float = 0.0

    def strikes(self, kind: PostFaultKind, user: User) -> bool:
        return self.kind == kind and self.left > 0 and self.user in (None, user)


@dataclass
class CallFault:
    """Strikes the next ``left`` calls of a method, or of any but those for tokens.

    A ``refusal`` and a ``status`` are answered and nothing is done; ``seconds`` are waited first; ``lost`` swallows the
    answer, and ``taken`` says whether the call was carried out all the same.
    """

    left: int
    method: str | None
    refusal: Refusal | None = None
    status: int | None = None
    seconds: float = 0.0
    lost: bool = False
    taken: bool = True

    def strikes(self, method: str) -> bool:
        named = method == self.method if self.method else method not in ("stable_token", "token")
        return self.left > 0 and named


@dataclass
class Faults:
    """The faults that were ordered, oldest first. Used under the world's lock."""

    of_posts: list[PostFault] = field(default_factory=list)
    of_calls: list[CallFault] = field(default_factory=list)

    def strike_post(self, kind: PostFaultKind, user: User) -> PostFault | None:
        """The fault of a kind that strikes an attempt, which uses it up once."""
        fault = next((one for one in self.of_posts if one.strikes(kind, user)), None)
        if fault is not None:
            fault.left -= 1
        return fault

    def strike_call(self, method: str) -> CallFault | None:
        """The fault that strikes a call, which uses it up once."""
        fault = next((one for one in self.of_calls if one.strikes(method)), None)
        if fault is not None:
            fault.left -= 1
        return fault

"""What a piece of the desk brings: what it does at endings and for holds, looks up, and does when due.

A piece is one thing people do (signing up, asking about a benefit); it brings a ``Part``, and the turn and the worker
know all of them only as ``Pieces``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.booking import Told
from bot.filing import Doing
from flows.language.answers import Standing
from flows.language.endings import Piece
from flows.language.lookups import Found
from flows.outcome import Do, Final, Needed
from flows.words import Words
from flows.world import World
from integrations.store.due_work import Work

End = Callable[[Final, Doing], Awaitable[Told]]
"""Does what an ending says, within the turn's transaction. Raises Refused, naming the step that is asked again."""
LookUp = Callable[[Needed, str], Awaitable[Found]]
"""What a step needs from outside, for a conversation; read before the transaction."""
Join = Callable[[Do, Doing], Awaitable[None]]
Leave = Callable[[Standing, Doing], Awaitable[None]]
Forget = Callable[[Doing], Awaitable[None]]
Inform = Callable[[Doing], Awaitable[list[Words]]]
Later = Callable[[AsyncConnection, Work, World], Awaitable[None]]
"""Work that is due, within its transaction."""
Outside = Callable[[Work], Awaitable[None]]
"""Work that is due and reaches outside, or takes transactions of its own."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Part:
    """Each by name: of ``Piece.what``, of a look-up, of what a step holds, of the kind of work.

    ``work`` is done within its transaction, ``outside`` without one.
    """

    endings: Mapping[str, End] = field(default_factory=dict)
    lookups: Mapping[str, LookUp] = field(default_factory=dict)
    holds: Mapping[str, tuple[Join, Leave]] = field(default_factory=dict)
    work: Mapping[str, Later] = field(default_factory=dict)
    outside: Mapping[str, Outside] = field(default_factory=dict)
    forget: tuple[Forget, ...] = ()
    informs: tuple[Inform, ...] = ()


class Pieces:
    """All pieces as one."""

    def __init__(self, parts: Iterable[Part], listed: Iterable[str]) -> None:
        """``listed`` are the look-ups there should be. Two pieces of one name, and a look-up that is not listed, are
        faults of ours."""
        parts = tuple(parts)
        self._endings = _joined(part.endings for part in parts)
        self.lookups = _joined(part.lookups for part in parts)
        self._holds = _joined(part.holds for part in parts)
        self.work = _joined(part.work for part in parts)
        self.outside = _joined(part.outside for part in parts)
        self._forget = [forget for part in parts for forget in part.forget]
        self._informs = [inform for part in parts for inform in part.informs]
        if set(self.lookups) != set(listed):
            raise ValueError(f"listed are the look-ups {tuple(listed)}, there are {tuple(self.lookups)}")

    async def end(self, final: Final, ending: Piece, doing: Doing) -> Told:
        """Does what an ending says."""
        return await self._endings[ending.what](final, doing)

    async def forget(self, doing: Doing) -> None:
        """Who writes in this conversation wants to be forgotten."""
        for forget in self._forget:
            await forget(doing)

    async def inform(self, doing: Doing) -> list[Words]:
        """What is known of who writes in this conversation."""
        return [words for inform in self._informs for words in await inform(doing)]

    def holds(self, effect: str) -> bool:
        """Whether an effect is of these pieces."""
        return effect in self._holds

    async def join(self, do: Do, doing: Doing) -> None:
        """Holds what a step has chosen. Raises Refused."""
        await self._holds[do.effect][0](do, doing)

    async def leave(self, standing: Standing, doing: Doing) -> None:
        """Lets go of what a step held."""
        await self._holds[standing.effect][1](standing, doing)


def _joined(each: Iterable[Mapping[str, _T]]) -> Mapping[str, _T]:
    joined: dict[str, _T] = {}
    for mapping in each:
        for name, value in mapping.items():
            if name in joined:
                raise ValueError(f"two pieces are called {name}")
            joined[name] = value
    return joined

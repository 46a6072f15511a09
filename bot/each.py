"""One thing for each of many, where one that breaks must not keep the others from theirs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

import structlog

from flows.errors import OutsideFault

_log = structlog.get_logger()
Item = TypeVar("Item")


async def for_each(items: Iterable[Item], do: Callable[[Item], Awaitable[None]]) -> None:
    """Does it for every one, in order, and raises the first fault at the end, so that the whole is tried again.

    That something outside does not answer is raised at once: it would be so for all.
    """
    first: Exception | None = None
    for item in items:
        try:
            await do(item)
        except OutsideFault:
            raise
        except Exception as fault:
            _log.exception("each.fault")
            first = first or fault
    if first is not None:
        raise first

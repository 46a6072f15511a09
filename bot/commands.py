"""What the commands have in common: they run, and say a fault as one sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, NoReturn, TypeVar

import typer

from flows.errors import YizhengError

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """Runs a command's work."""
    return told(lambda: asyncio.run(work))


def told(work: Callable[[], T]) -> T:
    """Runs, and says a fault of ours or of the operator as one sentence instead of a traceback."""
    try:
        return work()
    except YizhengError as fault:
        fail(str(fault))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None


def fail(sentence: str) -> NoReturn:
    """Says why, and ends."""
    typer.echo(sentence, err=True)
    raise typer.Exit(2)

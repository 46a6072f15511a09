"""What these tests ask of a reader: its value, or the sentence it asks with."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flows.errors import NotUnderstood


def asked_again(read: Callable[..., Any], *args: Any, **named: Any) -> str | None:
    """The message id with which ``read`` refuses; None if it understood. Any other error comes through."""
    try:
        read(*args, **named)
    except NotUnderstood as fault:
        return fault.key
    return None

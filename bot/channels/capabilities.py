"""What each channel can do. Rendering reads nothing but this table, so that a channel is a line of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel can show. ``text_limit`` bounds a message as ``size`` counts it; ``most_buttons`` go under one (0:
    the channel has none, and options are numbered); a label longer than ``label_limit`` characters goes into the text,
    and its button bears the number. ``in_rows``: so many characters of labels stand side by side."""

    name: str
    text_limit: int
    size: Callable[[str], int]
    most_buttons: int
    label_limit: int = 0
    in_rows: int = 0


def utf16(text: str) -> int:
    """The length of a text as Telegram counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


TERMINAL = Capabilities("terminal", 100_000, len, most_buttons=0)
TELEGRAM = Capabilities("telegram", 4096, utf16, most_buttons=24, label_limit=30, in_rows=24)
"""As its documents say (Bot API 10.0): 4096 characters; up to 100 buttons, of which more than two dozen are no help."""

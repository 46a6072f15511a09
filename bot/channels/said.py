"""What a message of a push channel says to the desk: words, a command, a picture, a place, or nothing it can take."""

from __future__ import annotations

from dataclasses import dataclass

from flows.incoming import Location


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said. ``payload``: what a link brought along that opened the chat; ``file``: a picture to fetch;
    ``spoken``: a machine heard the words."""

    text: str | None = None
    choice: str | None = None
    payload: str | None = None
    file: str | None = None
    location: Location | None = None
    unfit: str | None = None
    spoken: bool = False

"""How long each message is that passes between the desk and the process that reads cards."""

from __future__ import annotations

import struct

HEADER = struct.Struct(">II")
"""Before a picture: its bytes, and the seconds after which the process ends itself. Before an answer: its bytes, 0."""


def framed(body: bytes, seconds: int = 0) -> bytes:
    """A message with its header."""
    return HEADER.pack(len(body), seconds) + body

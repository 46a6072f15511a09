"""The process that reads pictures: ``python -m integrations.cards.worker``, started by ``reading.py``.

Over standard input come pictures, over standard output go answers as JSON, each with its length (``frames.py``).
Nothing is written to a disk or to a log, and an error is told by its type alone: its text might quote what was read.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from typing import Any, BinaryIO

from flows.errors import NotUnderstood
from integrations.cards.engine import LONGEST, Engine
from integrations.cards.frames import HEADER, framed
from integrations.pictures import shrunk

MEMORY = 1536 * 1024 * 1024
"""Bytes of its own (not of libraries) that the process may take. At work it takes some 600 MB."""


def main() -> None:
    """Answers until standard input ends, which it does when the other side is gone."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core would be a picture on the disk
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a library prints is no answer
    engine = Engine()
    _send(answers, {"ready": os.getpid()})
    while header := sys.stdin.buffer.read(HEADER.size):
        length, seconds = HEADER.unpack(header)
        picture = sys.stdin.buffer.read(length)
        signal.alarm(seconds)  # not handled, so it ends the process even in the middle of a library
        answer = _answer(engine, picture)
        signal.alarm(0)
        _send(answers, answer)


def _answer(engine: Engine, picture: bytes) -> dict[str, Any]:
    try:
        pieces = engine.read(shrunk(picture, LONGEST))
    except NotUnderstood as no:
        return {"no_picture": no.key, "args": dict(no.args_)}
    except Exception as error:
        return {"fault": type(error).__name__}
    return {"pieces": [(piece.text, piece.confidence, piece.corners) for piece in pieces]}


def _send(answers: BinaryIO, answer: dict[str, Any]) -> None:
    answers.write(framed(json.dumps(answer).encode()))
    answers.flush()


if __name__ == "__main__":
    main()

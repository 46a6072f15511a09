"""Reads cards in a process of its own, so that neither the event loop nor the memory of the desk feels it.

The picture goes to that process over a pipe and is never written down; what fails is told without a word of what was
read.
"""

from __future__ import annotations

import asyncio
import json
import math
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from flows.errors import NotUnderstood, OutsideFault
from integrations.cards.frames import HEADER, framed
from integrations.cards.layout import CardReading, read_card
from integrations.cards.rows import Piece

SECONDS = 20.0
"""How long one card may take. On one core it takes about one second."""

START_SECONDS = 60.0
"""How long the process may take to start. On one core it takes about two."""

MOST_WAITING = 8
"""Cards that are read or wait for it at a time; more are refused at once."""

_NEEDED = ("rapidocr", "onnxruntime")
_ROOT = Path(__file__).parent.parent.parent


def can_read_cards() -> bool:
    """Whether the extra ``ocr`` is installed."""
    return all(find_spec(name) is not None for name in _NEEDED)


class CardReader:
    """Reads one card at a time; who comes meanwhile waits in line. The process is started by the first card, kept, and
    started anew after whatever ended it."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._waiting = 0
        self._worker: Process | None = None

    @property
    def pid(self) -> int | None:
        """The id of the process, None when there is none."""
        return None if self._worker is None or self._worker.returncode is not None else self._worker.pid

    async def read(self, picture: bytes, today: date, *, seconds: float = SECONDS) -> CardReading:
        """What the picture says, in at most ``seconds`` from when its turn has come and the process stands ready.

        Raises NotUnderstood as ``integrations.pictures.look_at`` when the bytes are no picture that is taken here, and
        OutsideFault when the extra is not installed (``final``), the process cannot start, ends or takes too long, or
        too many wait already.
        """
        if not can_read_cards():
            raise OutsideFault("reading cards needs the extra ocr, which is not installed", final=True)
        if self._waiting >= MOST_WAITING:
            raise OutsideFault("too many cards wait to be read", retry_after=seconds)
        self._waiting += 1
        try:
            async with self._turn:
                answer = await self._ask(picture, seconds)
        finally:
            self._waiting -= 1
        if "no_picture" in answer:
            raise NotUnderstood(answer["no_picture"], **answer["args"])
        if "fault" in answer:
            raise OutsideFault(f"reading a card failed: {answer['fault']}")
        return read_card([_piece(*each) for each in answer["pieces"]], today)

    async def close(self) -> None:
        """Ends the process."""
        worker, self._worker = self._worker, None
        if worker is not None:
            if worker.returncode is None:
                worker.kill()
            await worker.wait()

    async def _ask(self, picture: bytes, seconds: float) -> dict[str, Any]:
        """One picture there, one answer back. Whatever goes wrong ends the process, for the pipe may hold half."""
        done = False
        try:
            worker = await self._started()
            async with asyncio.timeout(seconds):
                # It ends itself a little later than it would be ended from here: in case nobody is here any more.
                answer = await _exchange(worker, framed(picture, math.ceil(seconds) + 5))
            done = True
        except TimeoutError:
            raise OutsideFault(f"reading a card took longer than {seconds:g} seconds") from None
        except (OSError, EOFError, ValueError):
            raise OutsideFault("the process that reads cards has ended") from None
        finally:
            if not done:
                await self.close()
        return answer

    async def _started(self) -> Process:
        if self._worker is not None and self.pid is not None:
            return self._worker
        await self.close()
        self._worker = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "integrations.cards.worker"),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            cwd=_ROOT,
            env=_environment(),
        )
        try:
            async with asyncio.timeout(START_SECONDS):
                await _exchange(self._worker, b"")
        except (OSError, EOFError, ValueError, TimeoutError):
            raise OutsideFault("the process that reads cards does not start") from None
        return self._worker


async def _exchange(worker: Process, message: bytes) -> dict[str, Any]:
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write(message)
    await worker.stdin.drain()
    length, _ = HEADER.unpack(await worker.stdout.readexactly(HEADER.size))
    answer: dict[str, Any] = json.loads(await worker.stdout.readexactly(length))
    return answer


def _environment() -> dict[str, str]:
    """What the process needs to know, which is not the keys and passwords of the desk."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "OMP_NUM_THREADS": "1",
        "ORT_DISABLE_TELEMETRY": "1",  # newer ones than are locked would report to their maker
    }


def _piece(text: str, confidence: float, corners: list[list[float]]) -> Piece:
    first, second, third, fourth = ((x, y) for x, y in corners)
    return Piece(text, confidence, (first, second, third, fourth))

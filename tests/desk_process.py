"""``python -m bot serve`` as a process of its own that can be killed at any moment and started again."""

from __future__ import annotations

import contextlib
import signal
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import httpx

from tests.server_process import ServerProcess, free_port, memory, own_directory
from tests.talk import NOON

ROOT = Path(__file__).parent.parent


class Desk(ServerProcess):
    """The desk on a directory of its own. Its clock begins at ``NOON``, runs on over restarts, and may skip ahead."""

    stop_signal = signal.SIGTERM

    def __init__(self, **settings: object) -> None:
        super().__init__(own_directory("desk", memory(), {}), free_port(), {})
        self._settings = {"holds_per_address": 0, **settings}  # its residents all come from one machine
        self._begun = time.monotonic()
        self.skipped = timedelta()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def now(self) -> datetime:
        """What its clock shows."""
        return NOON + timedelta(seconds=time.monotonic() - self._begun) + self.skipped

    @property
    def log(self) -> str:
        """Everything it wrote to its standard output and error."""
        return (self.directory / "server.log").read_text(encoding="utf-8", errors="replace")

    def command(self) -> list[str]:
        settings = {"data_dir": self.directory, "port": self.port, "now": self.now.isoformat(), **self._settings}
        variables = [f"YIZHENG_{name.upper()}={value}" for name, value in settings.items() if value is not None]
        return ["env", f"PYTHONPATH={ROOT}", *variables, sys.executable, "-m", "bot", "serve"]

    def answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/readyz", timeout=5).is_success
        except httpx.TransportError:
            return False

    def kill_while_starting(self, seconds: float) -> None:
        """Starts it and kills it so many seconds later, wherever it is then."""
        deadline = time.monotonic() + seconds
        with contextlib.suppress(_TooLate):
            self._until(deadline)
        self.kill9()

    def _until(self, deadline: float) -> None:
        answers = self.answers

        def never() -> bool:
            if time.monotonic() > deadline:
                raise _TooLate
            return False

        self.answers = never  # type: ignore[method-assign]
        try:
            self.start()
        finally:
            self.answers = answers  # type: ignore[method-assign]


class _TooLate(Exception):
    """The moment of the kill has come."""

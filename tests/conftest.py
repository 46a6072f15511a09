"""What tests may ask for: real servers, started once a run and only when asked for, and the system's browser."""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
import structlog
from argon2 import PasswordHasher
from fastapi import FastAPI
from hypothesis import Phase, settings
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from bot import turn
from bot.app import DATABASE_FILE, App
from bot.web.site import make_site
from integrations.store import staff
from tests.axe import Axe, axe_path
from tests.bot_api import BotApi, running
from tests.browsing import FLAGS, PHONE, Watched
from tests.desk_process import Desk
from tests.records import bring_up_to_date
from tests.server_process import memory
from tests.servers import Postgres, Valkey, drop_database, fresh_database, start_postgres, start_valkey
from tests.talk import HandClock, an_app
from tests.telegram import SECOND
from tests.telegram_staff import PRIVATE, STAFFED, Rig, rigged
from tests.web import Resident, client_of

# A slow moment of a shared machine is no failure of a rule. Where nobody waits for it, a failure is told as it was
# found: making it small takes minutes, in which the test counts as one that hangs.
_PHASES = [phase for phase in Phase if "CI" not in os.environ or phase not in (Phase.shrink, Phase.explain)]
settings.register_profile("yizheng", deadline=None, phases=_PHASES)
settings.load_profile("yizheng")


def pytest_configure() -> None:
    """What tests write lies in memory where there is room."""
    if (directory := memory()) is not None:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(directory))


def pytest_collection_finish() -> None:
    """All the modules and tests stay until the end: the garbage collector need not look through them."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def patience() -> Iterator[None]:
    """For the same reason a turn waits for its look-ups; what happens when it does not has tests that say so."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(turn, "LOOKUP_SECONDS", 60.0)
        yield


@pytest.fixture(scope="session", autouse=True)
def short_traces() -> Iterator[None]:
    """A fault is logged without every variable of every frame: to show them, as structlog does, took half a minute."""
    *others, _ = structlog.get_config()["processors"]
    plain = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure(processors=[*others, plain])
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="session", autouse=True)
def cheap_passwords() -> Iterator[None]:
    """A password is hashed with as little work as may be: hundreds of tests sign in. ``real_passwords`` undoes it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(staff, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield


@pytest.fixture
def real_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed with as much work as in earnest."""
    monkeypatch.setattr(staff, "_hasher", PasswordHasher())


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """The run's PostgreSQL; a test that stops or kills one starts its own with ``start_postgres``."""
    with closing(start_postgres()) as server:
        yield server


@pytest.fixture
def postgres_url(postgres_server: Postgres) -> Iterator[str]:
    """An empty PostgreSQL database of this test alone, as ``postgresql+psycopg://…``."""
    url = fresh_database(postgres_server)
    yield url
    drop_database(postgres_server, url)


@pytest.fixture(scope="session")
def valkey_server() -> Iterator[Valkey]:
    """The run's Valkey; a test that stops or kills one starts its own with ``start_valkey``."""
    with closing(start_valkey()) as server:
        yield server


@pytest.fixture
def valkey_url(valkey_server: Valkey) -> str:
    """The run's Valkey, emptied for this test, as ``redis://…/0``."""
    valkey_server.flush()
    return valkey_server.url


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium; without it the test is skipped, or fails if YIZHENG_REQUIRE_BROWSER is set."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    if path is None:
        missing = "no Chromium is installed (Debian: apt install chromium)"
        if os.environ.get("YIZHENG_REQUIRE_BROWSER"):
            pytest.fail(missing)
        pytest.skip(missing)
    return path


@pytest.fixture(scope="module")
def server() -> Iterator[Desk]:
    """A server process of this file's own."""
    with closing(Desk()) as started:
        started.start()
        yield started


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """The system's Chromium, started once for a file."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A telephone."""
    width, height = PHONE
    opened = browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
        locale="zh-CN",
    )
    yield opened
    opened.close()


@pytest.fixture
def phone(context: BrowserContext) -> Iterator[Watched]:
    """A page on a phone; nothing goes wrong on it."""
    watched = Watched(context.new_page())
    yield watched
    assert watched.wrong == []


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of this test alone without a table, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path / 'records.db'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database brought up to date, to be copied: the migrations take longer than most tests."""
    path = tmp_path_factory.mktemp("migrated") / "records.db"
    asyncio.run(bring_up_to_date(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: Postgres) -> Iterator[str]:
    """The same on PostgreSQL: the name of a database to be copied."""
    url = fresh_database(postgres_server)
    asyncio.run(bring_up_to_date(url))
    yield url.rpartition("/")[2]
    drop_database(postgres_server, url)


@pytest.fixture
def migrated_postgres_url(postgres_server: Postgres, migrated_postgres: str) -> Iterator[str]:
    """An up-to-date PostgreSQL database of this test alone."""
    url = fresh_database(postgres_server, migrated_postgres)
    yield url
    drop_database(postgres_server, url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An up-to-date database of this test alone, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        copy = shutil.copy(request.getfixturevalue("migrated_file"), tmp_path / "records.db")
        return f"sqlite+aiosqlite:///{copy}"
    url: str = request.getfixturevalue("migrated_postgres_url")
    return url


@pytest.fixture
def clock() -> HandClock:
    """A clock the test moves by hand; it stands at a Monday noon."""
    return HandClock()


@pytest.fixture
async def app(tmp_path: Path, clock: HandClock, migrated_file: Path) -> AsyncIterator[App]:
    """The whole desk on SQLite."""
    shutil.copy(migrated_file, tmp_path / DATABASE_FILE)
    async with an_app(tmp_path, clock) as opened:
        yield opened


@pytest.fixture
async def any_app(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[App]:
    """The whole desk, once on each database."""
    async with an_app(tmp_path, clock, database_url=database_url) as opened:
        yield opened


@pytest.fixture
def bot_api() -> Iterator[BotApi]:
    """A Telegram of this test alone, whose seconds are short; a tap can be answered for a while all the same."""
    with running(second=SECOND, query_seconds=1e6) as one:
        yield one


@pytest.fixture
async def staffed(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[App]:
    """The whole desk with a bot for its staff, once on each database."""
    async with an_app(tmp_path, clock, database_url=database_url, **STAFFED) as opened:
        yield opened


@pytest.fixture
async def rig(staffed: App, bot_api: BotApi) -> AsyncIterator[Rig]:
    """Its staff's bot, running; nothing that a resident said is ever seen there."""
    async with rigged(staffed, bot_api) as running_bot:
        yield running_bot
        assert not any(said in running_bot.said() for said in PRIVATE)


@pytest.fixture
def site(app: App) -> FastAPI:
    """The web face of that desk."""
    return make_site(app)


@pytest.fixture
async def client(site: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the web face."""
    async with client_of(site) as opened:
        yield opened


@pytest.fixture
async def resident(client: httpx.AsyncClient) -> Resident:
    """A conversation through the chat API, greeted."""
    return await Resident.begin(client)


@pytest.fixture(scope="session")
def axe() -> Axe:
    """axe-core; where it is not installed the test is skipped."""
    return Axe(axe_path().read_text(encoding="utf-8"))

"""The desk in tests: a browser that signs in, and what its work leaves in the audit log."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
import re
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import httpx
from fastapi.routing import APIRoute
from sqlalchemy import select

import bot.web
from bot.app import App
from bot.web.desk_session import COOKIE
from bot.web.site import make_site
from flows.desk.rights import Clerk, Level, Role
from integrations.store import audit, staff
from integrations.store.tables import audit as audit_table
from tests.web import client_of

NAME, PASSWORD = "wang", "correct horse battery"
FORM_TOKEN = re.compile(r'name="token" value="([^"]+)"')


async def with_account(
    app: App,
    name: str = NAME,
    password: str = PASSWORD,
    *,
    role: Role = Role.DESK,
    level: Level = Level.COUNTY,
    township: str | None = None,
    village: str | None = None,
    secret: bytes | None = None,
) -> None:
    """Adds an account; with a ``secret`` it has one-time codes."""
    clerk = Clerk(name, name, role, level, township, village)
    stored = await asyncio.to_thread(staff.hashed, password)
    async with app.database.write() as connection:
        await staff.add(connection, clerk, stored, app.clock())
        if secret is not None:
            await staff.set_secret(connection, app.vault, name, secret, app.clock())


class Desk:
    """A browser at the desk."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def token(self) -> str:
        """The token in the forms made for this browser: for its session, or for signing in."""
        is_signed_in = any(cookie.name == COOKIE for cookie in self.client.cookies.jar)
        page = await self.client.get("/desk" if is_signed_in else "/desk/login", follow_redirects=True)
        return _token_in(page)

    async def sign_in(self, name: str = NAME, password: str = PASSWORD, code: str = "") -> httpx.Response:
        """Sends the sign-in form."""
        token = _token_in(await self.client.get("/desk/login"))
        form = {"name": name, "password": password, "code": code, "token": token}
        return await self.client.post("/desk/login", data=form)

    async def post(self, path: str, **form: str) -> httpx.Response:
        """Sends a form of this browser's own, for the first time."""
        return await self.client.post(path, data={"token": await self.token(), "once": once(), **form})

    async def read(self, path: str = "/desk") -> str:
        """The page at a path."""
        answer = await self.client.get(path)
        assert answer.status_code == 200, answer.headers
        return answer.text


def once() -> str:
    """What makes a form good for once, as a page has it."""
    return secrets.token_urlsafe(16)


def _token_in(page: httpx.Response) -> str:
    found = FORM_TOKEN.search(page.text)
    assert found is not None
    return found[1]


@asynccontextmanager
async def desk_of(app: App) -> AsyncIterator[Desk]:
    """A browser at the desk of an app."""
    async with client_of(make_site(app)) as client:
        yield Desk(client)


def desk_routes() -> list[APIRoute]:
    """Every route of the desk but those of the sign-in itself."""
    modules = [importlib.import_module(f"bot.web.{each.name}") for each in pkgutil.iter_modules(bot.web.__path__)]
    routers = [module.router for module in modules if hasattr(module, "router")]
    routes = [route for router in routers for route in router.routes if isinstance(route, APIRoute)]
    found = [route for route in routes if route.path.startswith("/desk") and route.path != "/desk/login"]
    assert len(found) > 20
    return found


async def entries(app: App) -> list[tuple[str, str, str]]:
    """Who did what to what, by the audit log; its chain is whole."""
    chosen = select(audit_table.c.who, audit_table.c.what, audit_table.c.subject).order_by(audit_table.c.seq)
    async with app.database.read() as connection:
        assert await audit.broken(connection) == []
        return [(row.who, row.what, row.subject) for row in await connection.execute(chosen)]


async def listed(browser: Desk, path: str = "/desk") -> list[str]:
    """The numbers of the cases in the queue, in its order."""
    return re.findall(r'<a href="/desk/cases/([^"]+)" class="row', await browser.read(path))


async def only_case(browser: Desk) -> str:
    """The number of the one case on the list."""
    (number,) = await listed(browser)
    return number


def sends_to_the_sign_in(answer: httpx.Response) -> bool:
    """Whether an answer leads to the sign-in and nowhere else."""
    return (answer.status_code, answer.headers.get("location")) == (303, "/desk/login")


def cookies(answer: httpx.Response) -> Mapping[str, str]:
    """The attributes of each cookie that an answer sets, in lower case."""
    return {line.partition("=")[0]: line.lower() for line in answer.headers.get_list("set-cookie")}

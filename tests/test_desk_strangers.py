"""Whoever is not signed in sees nothing of the desk, changes nothing there and breaks nothing, whatever they ask."""

from __future__ import annotations

import importlib
import pkgutil
import re

import httpx
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import web
from bot.app import App
from tests.records import every_value
from tests.web import is_guarded

SIGN_IN = frozenset({("GET", "/desk/login"), ("POST", "/desk/login"), ("POST", "/desk/logout")})
"""What is there for everybody."""


def calls() -> list[tuple[str, str]]:
    """Method and path of everything at the desk."""
    modules = [importlib.import_module(f"bot.web.{each.name}") for each in pkgutil.iter_modules(web.__path__)]
    routes = [route for module in modules if hasattr(module, "router") for route in module.router.routes]
    found = [(method, route.path) for route in routes if isinstance(route, APIRoute) for method in route.methods or ()]
    return sorted((method, path) for method, path in found if path.startswith("/desk"))


async def kept(app: App) -> list[tuple[str, bytes]]:
    """All that is written down, but that somebody was refused."""
    return [(where, value) for where, value in await every_value(app.database) if not where.startswith("audit.")]


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
segments = st.from_regex(r"[A-Za-z0-9_.%~-]{1,20}", fullmatch=True) | st.just("JT-0001")
names = st.sampled_from(["form", "name", "password", "code", "text", "version", "day", "language", "next"])
pairs = st.dictionaries(names | words, words, max_size=4)
cookies = st.sampled_from(["", "desk=x", "session=; desk=%00", "__Host-desk=a.b.c"])


@settings(max_examples=200, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    call=st.sampled_from(calls()),
    segment=segments,
    query=pairs,
    form=pairs,
    body=st.none() | st.binary(max_size=60),
    cookie=cookies,
)
async def test_whatever_a_stranger_asks_of_the_desk_is_refused_and_breaks_nothing(
    app: App,
    client: httpx.AsyncClient,
    call: tuple[str, str],
    segment: str,
    query: dict[str, str],
    form: dict[str, str],
    body: bytes | None,
    cookie: str,
) -> None:
    method, pattern = call
    path = re.sub(r"{[^}]*}", lambda _: segment, pattern)
    headers = {"cookie": cookie} if cookie else {}
    if method == "GET":
        answer = await client.get(path, params=query, headers=headers)
    elif body is None:
        answer = await client.post(path, params=query, data=form, headers=headers)
    else:
        answer = await client.post(path, params=query, content=body, headers=headers)
    assert answer.status_code < 500, answer.text
    if call not in SIGN_IN:
        assert answer.status_code in {303, 401, 403, 404, 405, 413, 415, 422}, (call, answer.status_code)
    is_guarded(answer)


async def test_every_call_of_the_desk_refuses_a_stranger(app: App, client: httpx.AsyncClient) -> None:
    before = await kept(app)
    for method, pattern in calls():
        if (method, pattern) in SIGN_IN:
            continue
        answer = await client.request(method, re.sub(r"{[^}]*}", "1", pattern))
        is_away = answer.status_code == 303 and answer.headers["location"].startswith("/desk/login")
        assert is_away or answer.status_code in {401, 403, 404, 422}, (method, pattern, answer.status_code)
    assert await kept(app) == before


def test_the_desk_has_calls() -> None:
    """Else the tests before ask nothing."""
    assert len(calls()) > 30
    assert set(calls()) >= {("GET", "/desk"), *SIGN_IN}

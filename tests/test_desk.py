"""The staff's page: who gets in, what it shows and to whom it says so, and that what residents write stays words."""

from __future__ import annotations

import asyncio
import html
import re
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI, Response
from sqlalchemy import select
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.app import App
from bot.web import desk
from bot.web.site import make_site
from integrations.store import audit, staff
from integrations.store.tables import audit as audit_table
from tests.server_process import environment
from tests.talk import MAN, WOMAN, HandClock, Talk, an_app, book, work_off
from tests.web import HURT, client_of, served

NAME, PASSWORD = "wang", "correct horse battery"
SCRIPT = "<script>alert(1)</script>"
FORM_TOKEN = re.compile(r'name="token" value="([^"]+)"')


async def with_account(app: App, name: str = NAME, password: str = PASSWORD) -> None:
    async with app.database.write() as connection:
        await staff.add(connection, name, password)


class Desk:
    """A browser at the desk."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client

    async def token(self) -> str:
        """The token in the forms made for this browser."""
        found = FORM_TOKEN.search((await self.client.get("/desk/login")).text)
        assert found is not None
        return found[1]

    async def sign_in(self, name: str = NAME, password: str = PASSWORD, **headers: str) -> httpx.Response:
        form = {"name": name, "password": password, "token": await self.token()}
        return await self.client.post("/desk/login", data=form, headers=headers)

    async def post(self, path: str, **form: str) -> httpx.Response:
        return await self.client.post(path, data={"token": await self.token(), **form})

    async def read(self, path: str = "/desk") -> str:
        answer = await self.client.get(path)
        assert answer.status_code == 200, answer.headers
        return answer.text


@asynccontextmanager
async def desk_of(app: App, **headers: str) -> AsyncIterator[Desk]:
    async with client_of(make_site(app)) as client:
        client.headers.update(headers)
        yield Desk(client)


@pytest.fixture
async def stranger(app: App) -> AsyncIterator[Desk]:
    """A browser that is not signed in; there is an account."""
    await with_account(app)
    async with desk_of(app) as opened:
        yield opened


@pytest.fixture
async def signed_in(stranger: Desk) -> Desk:
    assert (await stranger.sign_in()).status_code == 303
    return stranger


async def entries(app: App) -> list[tuple[str, str, str]]:
    """Who did what to what, by the audit log; its chain is whole."""
    chosen = select(audit_table.c.who, audit_table.c.what, audit_table.c.subject).order_by(audit_table.c.seq)
    async with app.database.read() as connection:
        assert await audit.broken(connection) == []
        return [(row.who, row.what, row.subject) for row in await connection.execute(chosen)]


async def only_case(browser: Desk) -> str:
    """The number of the one case on the list."""
    (number,) = re.findall(r'<a href="/desk/cases/([^"]+)"', await browser.read())
    return str(number)


def sends_to_the_sign_in(answer: httpx.Response) -> bool:
    return (answer.status_code, answer.headers.get("location")) == (303, "/desk/login")


def cookies(answer: httpx.Response) -> Mapping[str, str]:
    """The attributes of each cookie that an answer sets, in lower case."""
    return {line.partition("=")[0]: line.lower() for line in answer.headers.get_list("set-cookie")}


# --- getting in --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/desk", "/desk/cases/JT260511-AAAAAA"])
async def test_who_is_not_signed_in_sees_the_sign_in_only(stranger: Desk, path: str) -> None:
    assert sends_to_the_sign_in(await stranger.client.get(path))
    stranger.client.cookies.set(desk.COOKIE, "made up", path="/desk")
    assert sends_to_the_sign_in(await stranger.client.get(path))


async def test_the_right_password_opens_the_desk_with_a_careful_cookie(app: App, stranger: Desk) -> None:
    answer = await stranger.sign_in()
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk")
    cookie = cookies(answer)[desk.COOKIE]
    for attribute in ("httponly", "samesite=strict", "path=/desk", "max-age=28800"):
        assert attribute in cookie
    assert "secure" not in cookie
    assert NAME in await stranger.read()
    async with app.database.read() as connection:
        stored = await staff.password_of(connection, NAME)
        kept = (await connection.exec_driver_sql("SELECT token FROM staff_sessions")).scalar_one()
    assert stored.startswith("$argon2id$")
    assert stranger.client.cookies[desk.COOKIE].encode() not in kept


@pytest.mark.parametrize(("proxies", "secure"), [("127.0.0.1", True), ("", False)])
async def test_the_cookie_is_for_https_only_where_a_trusted_proxy_speaks_it(
    tmp_path: Path, proxies: str, secure: bool
) -> None:
    async with an_app(tmp_path, trusted_proxies=proxies) as app, desk_of(app) as browser:
        answer = await browser.client.get("/desk/login", headers={"x-forwarded-proto": "https"})
        assert ("secure" in cookies(answer)[desk.CSRF_COOKIE]) is secure


@pytest.mark.parametrize(("name", "password"), [(NAME, "wrong"), ("nobody", PASSWORD), ("", ""), (NAME, "x" * 200)])
async def test_a_wrong_password_and_an_unknown_name_are_refused_alike(
    app: App, stranger: Desk, name: str, password: str
) -> None:
    answer = await stranger.sign_in(name, password)
    assert answer.status_code == 403
    assert "账号或密码不对" in answer.text
    assert desk.COOKIE not in cookies(answer)
    assert sends_to_the_sign_in(await stranger.client.get("/desk"))
    assert await entries(app) == [("stranger", "sign-in refused", "desk")]


async def test_an_unknown_name_costs_as_much_work_as_a_wrong_password(
    stranger: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = []
    real = staff.matches

    def noting(stored: str, password: str) -> bool:
        checked.append(stored.rsplit("$", 2)[0])
        return real(stored, password)

    monkeypatch.setattr(staff, "matches", noting)
    await stranger.sign_in(NAME, "wrong")
    await stranger.sign_in("nobody", "wrong")
    assert len(checked) == 2
    assert checked[0] == checked[1]


async def test_after_too_many_tries_not_even_the_right_password_opens(
    app: App, stranger: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "SIGN_INS_PER_WINDOW", 2)
    for _ in range(2):
        await stranger.sign_in(password="wrong")
    assert (await stranger.sign_in()).status_code == 429
    assert sends_to_the_sign_in(await stranger.client.get("/desk"))
    assert len(await entries(app)) == 2


@pytest.mark.parametrize("token", [None, "", "made up"])
async def test_a_form_that_was_not_made_for_this_browser_does_nothing(
    app: App, signed_in: Desk, token: str | None
) -> None:
    number = await book(Talk(app))
    form = {} if token is None else {"token": token}
    async with desk_of(app) as other:
        anothers = {"token": await other.token()}
    for each in (form, anothers):
        assert sends_to_the_sign_in(await signed_in.client.post(f"/desk/cases/{number}/close", data=each))
        assert sends_to_the_sign_in(await signed_in.client.post("/desk/logout", data=each))
    sign_in = await signed_in.client.post("/desk/login", data={"name": NAME, "password": PASSWORD, **form})
    assert desk.COOKIE not in cookies(sign_in)
    assert "未看" in await signed_in.read()


async def test_a_session_ends_by_itself_and_by_signing_out(clock: HandClock, signed_in: Desk) -> None:
    old = signed_in.client.cookies[desk.COOKIE]
    assert sends_to_the_sign_in(await signed_in.post("/desk/logout"))
    signed_in.client.cookies.set(desk.COOKIE, old, path="/desk")
    assert sends_to_the_sign_in(await signed_in.client.get("/desk"))
    signed_in.client.cookies.clear()
    await signed_in.sign_in()
    clock.move("7h")
    await signed_in.read()
    clock.move("2h")
    assert sends_to_the_sign_in(await signed_in.client.get("/desk"))


async def test_the_command_adds_an_account_that_may_sign_in(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "staff", NAME, "--password-stdin"]
    settings = environment() | {"YIZHENG_DATA_DIR": str(tmp_path)}

    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, input=f"{PASSWORD}\n", env=settings, capture_output=True, text=True)

    done = await asyncio.to_thread(run)
    assert done.returncode == 0, done.stderr
    assert PASSWORD not in done.stdout + done.stderr
    async with an_app(tmp_path) as app, desk_of(app) as browser:
        assert (await browser.sign_in()).status_code == 303


def test_the_command_refuses_a_password_that_is_too_short(tmp_path: Path) -> None:
    settings = {"YIZHENG_DATA_DIR": str(tmp_path)}
    invoked = CliRunner().invoke(cli, ["staff", NAME, "--password-stdin"], input="short\n", env=settings)
    assert invoked.exit_code == 2
    assert "at least 10 characters" in invoked.output
    assert not list(tmp_path.iterdir())


async def test_a_new_password_ends_the_sessions_of_the_account(app: App, signed_in: Desk) -> None:
    await with_account(app, password="another horse battery")
    assert sends_to_the_sign_in(await signed_in.client.get("/desk"))
    assert (await signed_in.sign_in()).status_code == 403
    assert (await signed_in.sign_in(password="another horse battery")).status_code == 303


# --- the list ----------------------------------------------------------------------------------------------------


async def test_the_list_shows_cases_and_conversations_handed_over_and_nothing_personal(
    app: App, signed_in: Desk
) -> None:
    assert "这里还没有办件" in await signed_in.read()
    number = await book(Talk(app))
    await Talk(app, "c1").all("结婚登记", "同意", "1", "赵六", "转人工")
    await Talk(app, "c2").say(HURT)
    page = await signed_in.read()
    assert number in page
    assert page.index("可能有危险") < page.index(number)
    assert len(re.findall(r'<a href="/desk/cases/', page)) == 3
    for personal in ("张三", "李四", "赵六", MAN, WOMAN, "13800000000", HURT):
        assert personal not in page


async def test_the_list_can_be_narrowed_and_leafed_through(
    app: App, signed_in: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await book(Talk(app))
    await Talk(app, "c1").say("转人工")
    assert number in await signed_in.read("/desk?kind=booking&state=filed")
    assert number not in await signed_in.read("/desk?kind=handoff")
    assert "这里还没有办件" in await signed_in.read("/desk?state=closed")
    monkeypatch.setattr(desk, "PAGE", 1)
    first = html.unescape(await signed_in.read())
    assert "page=1" in first
    second = await signed_in.read("/desk?page=1")
    assert (number in first) != (number in second)
    assert "这里还没有办件" in await signed_in.read("/desk?page=99999999999999999999")
    assert (await signed_in.client.get("/desk?page=-5")).status_code == 200


# --- one case ----------------------------------------------------------------------------------------------------


async def test_a_case_shows_the_appointment_the_precheck_and_the_answers_masked(app: App, signed_in: Desk) -> None:
    number = await book(Talk(app))
    page = await signed_in.read(f"/desk/cases/{number}")
    for shown in ("2026年5月20日 周三", "09:30", "材料齐全", "张三", "620***********001X", "138****0000"):
        assert shown in page
    assert MAN not in page
    assert "13800000000" not in page


async def test_whole_numbers_are_shown_when_asked_for_and_that_is_on_record(app: App, signed_in: Desk) -> None:
    number = await book(Talk(app))
    answer = await signed_in.post(f"/desk/cases/{number}")
    assert MAN in answer.text
    assert "13800000000" in answer.text
    assert (NAME, "numbers shown", number) in await entries(app)


async def test_a_handoff_shows_the_last_messages_with_long_numbers_masked(app: App, signed_in: Desk) -> None:
    talk = Talk(app)
    await talk.all("结婚登记", "同意", "1", "赵六", f"我的是{MAN}对吗", "转人工", "我在一条山镇")
    number = await only_case(signed_in)
    page = await signed_in.read(f"/desk/cases/{number}")
    assert "我在一条山镇" in page
    assert "我的是620***********001X对吗" in page
    assert MAN not in page


async def test_danger_shows_what_was_said(app: App, signed_in: Desk) -> None:
    await Talk(app).say(HURT)
    page = await signed_in.read(f"/desk/cases/{await only_case(signed_in)}")
    assert HURT in page
    assert "急" in page


async def test_what_was_told_in_confidence_is_marked(app: App, signed_in: Desk) -> None:
    talk = Talk(app)
    await talk.say("离婚登记申请")
    for choice in ("agree", "afraid", "person", "none"):
        await talk.tap(choice)
    page = await signed_in.read(f"/desk/cases/{await only_case(signed_in)}")
    assert page.count("保密，不得告诉对方") == 3
    conversation = page[page.index("最近的对话") :]
    assert "（已回答，不显示）" in conversation


async def test_opening_and_closing_are_on_record_and_closing_counts_once(app: App, signed_in: Desk) -> None:
    number = await book(Talk(app))
    await signed_in.read(f"/desk/cases/{number}")
    assert "已看" in await signed_in.read()
    for _ in range(2):
        answer = await signed_in.post(f"/desk/cases/{number}/close")
        assert answer.headers["location"] == f"/desk/cases/{number}"
    page = await signed_in.read(f"/desk/cases/{number}")
    assert "已办结" in page
    assert "/close" not in page
    assert await entries(app) == [
        (NAME, "signed in", "desk"),
        (NAME, "case opened", number),
        (NAME, "case closed", number),
        (NAME, "case opened", number),
    ]


async def test_an_unknown_number_is_said_to_be_and_noted_nowhere(app: App, signed_in: Desk) -> None:
    for path in ("/desk/cases/JT260511-AAAAAA", "/desk/cases/%3Cscript%3E"):
        answer = await signed_in.client.get(path)
        assert answer.status_code == 404
        assert "没有这个编号" in answer.text
    await signed_in.post("/desk/cases/JT260511-AAAAAA/close")
    assert [what for _, what, _ in await entries(app)] == ["signed in"]


async def test_what_residents_write_stays_words(app: App, signed_in: Desk) -> None:
    await Talk(app).all("转人工", SCRIPT, "'\"><img src=x onerror=alert(1)>")
    await Talk(app, "c1").say(f"{HURT} {SCRIPT}")
    for number in re.findall(r'<a href="/desk/cases/([^"]+)"', await signed_in.read()):
        page = await signed_in.read(f"/desk/cases/{number}")
        assert html.escape(SCRIPT) in page
        assert "<script" not in page
        assert "<img" not in page


async def test_a_delivery_that_failed_for_good_is_shown_and_can_be_tried_again(tmp_path: Path) -> None:
    got: list[int] = []
    backend = FastAPI()

    @backend.post("/cases")
    async def take() -> Response:
        got.append(410 if not got else 204)
        return Response(status_code=got[-1])

    async with served(backend) as peer:
        hook: dict[str, Any] = {"webhook_url": f"{peer.base_url}/cases", "webhook_secret": "whsec_" + "c2VjcmV0" * 4}
        async with an_app(tmp_path, **hook) as app, desk_of(app) as browser:
            await with_account(app)
            await browser.sign_in()
            number = await book(Talk(app))
            await work_off(app)
            assert "没有送到的推送：1" in await browser.read()
            page = await browser.read(f"/desk/cases/{number}")
            work = re.search(r'name="work" value="([^"]+)"', page)
            assert work is not None
            other = await browser.post("/desk/cases/JT260511-AAAAAA/retry", work=work[1])
            assert other.status_code == 303
            await work_off(app)
            assert got == [410]
            await browser.post(f"/desk/cases/{number}/retry", work=work[1])
            await work_off(app)
            assert got == [410, 204]
            assert 'name="work"' not in await browser.read(f"/desk/cases/{number}")
            assert (NAME, "delivery retried", number) in await entries(app)


async def test_the_desk_speaks_english_to_who_asks_for_it(app: App, signed_in: Desk) -> None:
    number = await book(Talk(app))
    signed_in.client.headers["accept-language"] = "en"
    assert "Not seen" in await signed_in.read()
    assert "What was entered" in await signed_in.read(f"/desk/cases/{number}")

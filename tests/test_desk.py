"""The desk: who gets in, and what the list shows."""

from __future__ import annotations

import html
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App
from bot.web import desk, desk_session, desk_sign_in
from integrations.store import staff
from tests.desk import NAME, PASSWORD, Desk, cookies, desk_of, entries, listed, sends_to_the_sign_in, with_account
from tests.talk import MAN, WOMAN, HandClock, Talk, an_app, book
from tests.transcripts.walks import said, the_case
from tests.web import HURT


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


@pytest.mark.parametrize("path", ["/desk", "/desk/cases/JT260511-AAAAAA"])
async def test_who_is_not_signed_in_sees_the_sign_in_only(stranger: Desk, path: str) -> None:
    assert sends_to_the_sign_in(await stranger.client.get(path))
    stranger.client.cookies.set(desk_session.COOKIE, "made up", path="/desk")
    assert sends_to_the_sign_in(await stranger.client.get(path))


async def test_the_right_password_opens_the_desk_with_a_careful_cookie(app: App, stranger: Desk) -> None:
    answer = await stranger.sign_in()
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk")
    cookie = cookies(answer)[desk_session.COOKIE]
    for attribute in ("httponly", "samesite=strict", "path=/desk", "max-age=28800"):
        assert attribute in cookie
    assert "secure" not in cookie
    assert NAME in await stranger.read()
    async with app.database.read() as connection:
        stored = (await staff.door_of(connection, app.vault, NAME, app.clock())).stored
        kept = (await connection.exec_driver_sql("SELECT token FROM staff_sessions")).scalar_one()
    assert stored.startswith("$argon2id$")
    assert stranger.client.cookies[desk_session.COOKIE].encode() not in kept


@pytest.mark.parametrize(("proxies", "secure"), [("127.0.0.1", True), ("", False)])
async def test_the_cookie_is_for_https_only_where_a_trusted_proxy_speaks_it(
    tmp_path: Path, proxies: str, secure: bool
) -> None:
    async with an_app(tmp_path, trusted_proxies=proxies) as app, desk_of(app) as browser:
        answer = await browser.client.get("/desk/login", headers={"x-forwarded-proto": "https"})
        assert ("secure" in cookies(answer)[desk_session.CSRF_COOKIE]) is secure


@pytest.mark.parametrize(("name", "password"), [(NAME, "wrong"), ("nobody", PASSWORD), ("", ""), (NAME, "x" * 200)])
async def test_a_wrong_password_and_an_unknown_name_are_refused_alike(
    app: App, stranger: Desk, name: str, password: str
) -> None:
    answer = await stranger.sign_in(name, password)
    assert answer.status_code == 403
    assert "账号、密码或动态验证码不对" in answer.text
    assert desk_session.COOKIE not in cookies(answer)
    assert sends_to_the_sign_in(await stranger.client.get("/desk"))
    assert await entries(app) == [("stranger", "sign-in refused", "desk"), ("stranger", "refused: stranger", "/desk")]


@pytest.mark.usefixtures("real_passwords")
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
    monkeypatch.setattr(desk_sign_in, "SIGN_INS_PER_WINDOW", 2)
    for _ in range(2):
        await stranger.sign_in(password="wrong")
    assert (await stranger.sign_in()).status_code == 429
    assert sends_to_the_sign_in(await stranger.client.get("/desk"))
    assert [what for _, what, _ in await entries(app)] == ["sign-in refused"] * 2 + ["refused: stranger"]


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
    assert desk_session.COOKIE not in cookies(sign_in)
    assert "未看" in await signed_in.read()


async def test_a_session_ends_by_itself_and_by_signing_out(clock: HandClock, signed_in: Desk) -> None:
    old = signed_in.client.cookies[desk_session.COOKIE]
    assert sends_to_the_sign_in(await signed_in.post("/desk/logout"))
    signed_in.client.cookies.set(desk_session.COOKIE, old, path="/desk")
    assert sends_to_the_sign_in(await signed_in.client.get("/desk"))
    signed_in.client.cookies.clear()
    await signed_in.sign_in()
    for _ in range(16):
        clock.move("29m")
        await signed_in.read()
    clock.move("17m")
    assert sends_to_the_sign_in(await signed_in.client.get("/desk"))


async def test_a_new_password_ends_the_sessions_of_the_account(app: App, signed_in: Desk) -> None:
    await with_account(app, password="another horse battery")
    assert sends_to_the_sign_in(await signed_in.client.get("/desk"))
    assert (await signed_in.sign_in()).status_code == 403
    assert (await signed_in.sign_in(password="another horse battery")).status_code == 303


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
    assert len(await listed(signed_in)) == 3
    for personal in ("张三", "李四", "赵六", MAN, WOMAN, "13800000000", HURT):
        assert personal not in page


async def test_the_list_shows_whose_township_a_case_is_of_and_can_be_narrowed_to_it(app: App, signed_in: Desk) -> None:
    numbers = {}
    for township in ("luyang", "wufo", "elsewhere"):
        village = [] if township == "elsewhere" else ["=unknown"]
        talk = Talk(app, township)
        await said(talk, "社会救助", "=agree", f"={township}", *village, "=yes", "=food", "没有吃的", "=none")
        numbers[township] = (await the_case(app, talk)).number
    page = await signed_in.read("/desk?township=luyang")
    assert [name for name, number in numbers.items() if number in page] == ["luyang"]
    assert '<span class="kind">芦阳镇民政</span>' in page
    everything = await signed_in.read("/desk?township=nowhere")
    assert all(number in everything for number in numbers.values())
    assert "芦阳镇" in (await signed_in.read(f"/desk/cases/{numbers['luyang']}")).partition("</section>")[0]


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
    assert "page=2" not in second
    assert "这里还没有办件" in await signed_in.read("/desk?page=99999999999999999999")
    assert (await signed_in.client.get("/desk?page=-5")).status_code == 200

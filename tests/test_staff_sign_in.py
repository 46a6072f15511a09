"""Signing in: password and one-time code, locked after wrong tries, sessions that end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.app import App
from bot.web import desk_session, desk_sign_in
from integrations.store import sessions, staff
from integrations.store.tables import staff as staff_table
from integrations.store.tables import staff_sessions
from tests.desk import NAME, PASSWORD, Desk, cookies, desk_of, entries, sends_to_the_sign_in, with_account
from tests.staff import SECRET, a_real_county, code_of
from tests.talk import HandClock


@pytest.fixture
async def desk(any_app: App) -> AsyncIterator[Desk]:
    """A browser that is not signed in, on each database; the account has one-time codes."""
    await with_account(any_app, secret=SECRET)
    async with desk_of(any_app) as opened:
        yield opened


def is_refused(answer: object) -> bool:
    """Whether a sign-in was refused."""
    return getattr(answer, "status_code", None) == 403 and desk_session.COOKIE not in cookies(answer)  # type: ignore[arg-type]


async def test_the_one_time_code_opens_and_nothing_else_does(any_app: App, desk: Desk, clock: HandClock) -> None:
    for wrong in ("", "000000", code_of(clock, b"another secret of 20"), code_of(clock, steps=3)):
        assert is_refused(await desk.sign_in(code=wrong))
    assert (await desk.sign_in(code=code_of(clock))).status_code == 303
    assert NAME in await desk.read()
    assert ("stranger", "sign-in refused", "desk") in await entries(any_app)


async def test_a_code_is_good_for_once_and_so_is_every_earlier_one(any_app: App, desk: Desk, clock: HandClock) -> None:
    earlier, code = code_of(clock, steps=-1), code_of(clock)
    assert (await desk.sign_in(code=code)).status_code == 303
    for used in (code, earlier):
        assert is_refused(await desk.sign_in(code=used))
    clock.move("1m")
    assert (await desk.sign_in(code=code_of(clock))).status_code == 303
    async with any_app.database.write() as connection:  # the control: a step that was forgotten opens once more
        await connection.execute(update(staff_table).values(totp_step=None))
    assert (await desk.sign_in(code=code_of(clock))).status_code == 303


async def test_of_two_who_come_with_one_code_at_once_one_gets_in(any_app: App, desk: Desk, clock: HandClock) -> None:
    async with desk_of(any_app) as other:
        code = code_of(clock)
        answers = await asyncio.gather(desk.sign_in(code=code), other.sign_in(code=code))
    assert sorted(answer.status_code for answer in answers) == [303, 403]


async def test_without_codes_nobody_signs_in_where_it_is_no_demonstration(tmp_path: Path, clock: HandClock) -> None:
    async with a_real_county(tmp_path, clock) as app, desk_of(app) as desk:
        await with_account(app)
        answer = await desk.sign_in()
        assert is_refused(answer)
        assert "没有动态验证码" in answer.text
        assert (NAME, "refused: no one-time code", "/desk/login") in await entries(app)
        wrong = await desk.sign_in(password="wrong")
        assert "没有动态验证码" not in wrong.text, "only who knows the password is told"
        await with_account(app, secret=SECRET)
        assert (await desk.sign_in(code=code_of(clock))).status_code == 303


@pytest.mark.parametrize("locks", [True, False])
async def test_wrong_tries_lock_the_account_for_some_minutes(
    any_app: App, desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch, locks: bool
) -> None:
    monkeypatch.setattr(desk_sign_in, "SIGN_INS_PER_WINDOW", 100)
    if not locks:  # the control: with no lock the next guess is right
        monkeypatch.setattr(staff, "MOST_FAILURES", 1000)
    for n in range(5):
        assert is_refused(await desk.sign_in(password=f"guess {n}", code=code_of(clock)))
    answer = await desk.sign_in(code=code_of(clock))
    assert (answer.status_code == 303) is not locks
    assert (("stranger", "account locked", NAME) in await entries(any_app)) is locks
    clock.move("9m")
    assert is_refused(await desk.sign_in(code=code_of(clock))) is locks
    clock.move("2m")
    assert (await desk.sign_in(code=code_of(clock))).status_code == 303


async def test_tries_while_it_is_locked_lock_it_no_longer(
    any_app: App, desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_sign_in, "SIGN_INS_PER_WINDOW", 100)
    for n in range(12):
        await desk.sign_in(password=f"guess {n}")
    clock.move("11m")
    assert (await desk.sign_in(code=code_of(clock))).status_code == 303


async def test_who_gets_in_begins_to_be_counted_anew(any_app: App, desk: Desk, clock: HandClock) -> None:
    for _ in range(2):
        for n in range(staff.MOST_FAILURES - 1):
            await desk.sign_in(password=f"guess {n}", code=code_of(clock))
        any_app.quick._counts.clear()  # the counts by name and address are not what is looked at here
        assert (await desk.sign_in(code=code_of(clock))).status_code == 303
        clock.move("1m")


async def test_a_locked_a_blocked_and_an_unknown_name_are_answered_alike(
    any_app: App, desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_sign_in, "SIGN_INS_PER_WINDOW", 100)
    wrong = (await desk.sign_in(password="wrong")).text
    async with any_app.database.write() as connection:
        assert await staff.block(connection, NAME, clock())
    blocked = await desk.sign_in(code=code_of(clock))
    unknown = await desk.sign_in("nobody")
    assert {wrong, blocked.text, unknown.text} == {wrong}
    assert (NAME, "refused: blocked", "/desk/login") in await entries(any_app)


async def test_a_session_that_is_not_used_ends_and_one_in_use_goes_on(
    any_app: App, desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.sign_in(code=code_of(clock))
    clock.move("29m")
    await desk.read()
    clock.move("29m")
    await desk.read()
    clock.move("30m")
    assert sends_to_the_sign_in(await desk.client.get("/desk"))
    assert (NAME, "refused: expired", "/desk") in await entries(any_app)
    monkeypatch.setattr(sessions, "IDLE", sessions.SESSION)  # the control
    await desk.read()


async def test_a_session_in_use_is_written_to_once_a_minute(any_app: App, desk: Desk, clock: HandClock) -> None:
    async def used_at() -> object:
        async with any_app.database.read() as connection:
            return (await connection.execute(select(staff_sessions.c.used_at))).scalar_one()

    await desk.sign_in(code=code_of(clock))
    begun = await used_at()
    clock.move("0.9m")
    await desk.read()
    assert await used_at() == begun
    clock.move("0.2m")
    await desk.read()
    assert await used_at() == clock()


async def test_blocking_ends_the_sessions_and_unblocking_does_not_bring_them_back(
    any_app: App, desk: Desk, clock: HandClock
) -> None:
    await desk.sign_in(code=code_of(clock))
    async with any_app.database.write() as connection:
        assert await staff.block(connection, NAME, clock())
    assert sends_to_the_sign_in(await desk.client.get("/desk"))
    async with any_app.database.write() as connection:
        assert await staff.unblock(connection, NAME)
    assert sends_to_the_sign_in(await desk.client.get("/desk"))
    refusals = [(who, what) for who, what, _ in await entries(any_app) if what.startswith("refused")]
    assert refusals == [(NAME, "refused: blocked"), (NAME, "refused: expired")]
    clock.move("1m")
    assert (await desk.sign_in(code=code_of(clock))).status_code == 303


async def test_a_new_password_and_new_codes_end_the_sessions(any_app: App, desk: Desk, clock: HandClock) -> None:
    other = "another horse battery"
    await desk.sign_in(code=code_of(clock))
    stored = await asyncio.to_thread(staff.hashed, other)
    async with any_app.database.write() as connection:
        assert await staff.set_password(connection, NAME, stored, clock())
    assert sends_to_the_sign_in(await desk.client.get("/desk"))
    clock.move("1m")
    assert is_refused(await desk.sign_in(code=code_of(clock)))
    assert (await desk.sign_in(password=other, code=code_of(clock))).status_code == 303
    async with any_app.database.write() as connection:
        assert await staff.set_secret(connection, any_app.vault, NAME, SECRET[::-1], clock())
    assert sends_to_the_sign_in(await desk.client.get("/desk"))
    assert (await desk.sign_in(password=other, code=code_of(clock, SECRET[::-1]))).status_code == 303


async def test_what_is_kept_of_password_code_and_telephone_is_not_to_be_read(any_app: App, clock: HandClock) -> None:
    await with_account(any_app, secret=SECRET)
    async with any_app.database.write() as connection:
        assert await staff.set_phone(connection, any_app.vault, NAME, "13800000000")
        assert await staff.phone_of(connection, any_app.vault, NAME) == "13800000000"
        row = str((await connection.execute(select(staff_table))).one())
        (account,) = await staff.listed(connection)
    assert (account.has_codes, account.has_phone, account.active) == (True, True, True)
    for kept in (PASSWORD, "13800000000", SECRET.decode()):
        assert kept not in row

"""A stranger, an expired session, a forged form, a replayed button: each is refused, and each is in the audit log."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from bot import doing
from bot.app import App
from bot.web import desk_session
from flows.desk.rights import Role
from integrations.store import cases, queue, sessions, staff, used_forms
from integrations.store.tables import staff as staff_table
from integrations.store.tables import staff_sessions
from tests.desk import NAME, Desk, desk_of, desk_routes, entries, once, sends_to_the_sign_in, with_account
from tests.talk import HandClock, Talk, book, work_off


@pytest.fixture
async def desk(any_app: App) -> AsyncIterator[Desk]:
    """A clerk of the county, signed in, on each database."""
    await with_account(any_app)
    async with desk_of(any_app) as opened:
        assert (await opened.sign_in()).status_code == 303
        yield opened


async def refusals(app: App) -> list[tuple[str, str, str]]:
    """What was refused to whom, by the audit log."""
    return [entry for entry in await entries(app) if entry[1].startswith("refused")]


async def state_of(app: App, number: str) -> str:
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
    assert case is not None
    return case.state


async def test_a_stranger_is_sent_to_the_sign_in_from_everywhere_and_noted(app: App) -> None:
    async with desk_of(app) as desk:
        stranger = desk.client
        for route in desk_routes():
            path = route.path.replace("{day}", "2026-05-11").replace("{number}", "JT260511-AAAAAA")
            path = re.sub(r"\{\w+\}", "x", path)
            for method in route.methods or ():
                assert sends_to_the_sign_in(await stranger.request(method, path)), path
                subject = "JT260511-AAAAAA" if "{number}" in route.path else route.path
                assert (await refusals(app))[-1] == ("stranger", "refused: stranger", subject)
                app.quick._counts.clear()  # that they are counted is looked at below


async def test_what_a_stranger_typed_into_an_address_is_not_written_down(app: App) -> None:
    async with desk_of(app) as stranger:
        for typed in ("620423199001010011", "%E5%BC%A0%E4%B8%89", "x" * 200):
            await stranger.client.get(f"/desk/cases/{typed}")
    assert {subject for _, _, subject in await refusals(app)} == {"/desk/cases/{number}"}


async def test_nobody_floods_the_audit_log(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doing, "REFUSALS", 3)
    await with_account(app)
    async with desk_of(app) as stranger:
        for _ in range(9):
            assert sends_to_the_sign_in(await stranger.client.get("/desk"))
        assert len(await refusals(app)) == 3
        await stranger.sign_in()
        await stranger.client.get("/desk/audit")
        assert (await refusals(app))[-1] == (NAME, "refused: right", "/desk/audit"), "a clerk is counted apart"


async def test_an_expired_session_is_refused_and_noted_with_whose_it_was(
    any_app: App, desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await book(Talk(any_app))
    token, cookie = await desk.token(), desk.client.cookies[desk_session.COOKIE]
    for _ in range(17):
        clock.move("29m")
        await desk.client.get("/desk/cases/JT260511-AAAAAA")
    form = {"token": token, "once": once(), "sure": "yes"}
    assert sends_to_the_sign_in(await desk.client.get(f"/desk/cases/{number}"))
    assert sends_to_the_sign_in(await desk.client.post(f"/desk/cases/{number}/close", data=form))
    assert set(await refusals(any_app)) == {
        (NAME, "refused: expired", "JT260511-AAAAAA"),
        (NAME, "refused: expired", number),
    }
    assert await state_of(any_app, number) == cases.FILED
    monkeypatch.setattr(sessions, "IDLE", sessions.SESSION * 9)
    async with any_app.database.write() as connection:  # the control: it is its time that keeps it out
        await connection.execute(staff_sessions.update().values(expires_at=clock() + sessions.SESSION))
    desk.client.cookies.set(desk_session.COOKIE, cookie, path="/desk")
    assert (await desk.client.get(f"/desk/cases/{number}")).status_code == 200


async def seen_case(app: App, desk: Desk) -> str:
    """A case that was looked at and can be closed; its number."""
    await Talk(app, "c9").say("转人工")
    async with app.database.read() as connection:
        (row,) = await queue.listed(connection)
    await desk.read(f"/desk/cases/{row.number}")
    return str(row.number)


async def test_a_form_of_another_browser_session_or_site_is_refused_and_noted(any_app: App, desk: Desk) -> None:
    number = await seen_case(any_app, desk)
    async with desk_of(any_app) as other:
        unsigned = await other.token()
        await other.sign_in()
        anothers = await other.token()
    before = await desk.token()
    await desk.sign_in()
    own = await desk.token()
    assert len({unsigned, anothers, before, own}) == 4, "each session has a token of its own"
    for token in (unsigned, anothers, before, "", "made up", "字" * 300, desk.client.cookies[desk_session.COOKIE]):
        for path in (f"/desk/cases/{number}/close", f"/desk/cases/{number}", f"/desk/cases/{number}/answer"):
            form = {"token": token, "once": once(), "text": "好"}
            assert sends_to_the_sign_in(await desk.client.post(path, data=form))
            assert (await refusals(any_app))[-1] == (NAME, "refused: forged", number)
    assert await state_of(any_app, number) == cases.SEEN
    done = {what for _, what, _ in await entries(any_app)}
    assert done.isdisjoint({"case closed", "numbers shown", "case answered"})


@pytest.mark.parametrize("value", [None, "", "x", "一" * 16, "x" * 65])
async def test_a_form_without_what_makes_it_good_for_once_is_refused(
    any_app: App, desk: Desk, value: str | None
) -> None:
    number = await seen_case(any_app, desk)
    form = {"token": await desk.token()} | ({} if value is None else {"once": value})
    assert sends_to_the_sign_in(await desk.client.post(f"/desk/cases/{number}/close", data=form))
    assert await refusals(any_app) == [(NAME, "refused: forged", number)]
    assert await state_of(any_app, number) == cases.SEEN


async def test_without_a_secret_in_the_token_another_site_would_close_it(
    any_app: App, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: it is the token that keeps the forms of other sites out."""
    number = await seen_case(any_app, desk)
    assert sends_to_the_sign_in(await desk.client.post(f"/desk/cases/{number}/close", data={"once": once()}))
    assert await state_of(any_app, number) == cases.SEEN
    monkeypatch.setattr(desk_session, "form_token", lambda *_: "")
    await desk.client.post(f"/desk/cases/{number}/close", data={"once": once()})
    assert await state_of(any_app, number) == cases.CLOSED


async def test_a_forged_sign_in_is_refused_and_noted(any_app: App) -> None:
    await with_account(any_app)
    async with desk_of(any_app) as desk, desk_of(any_app) as other:
        form = {"name": NAME, "password": "correct horse battery", "token": await other.token()}
        await desk.token()
        assert sends_to_the_sign_in(await desk.client.post("/desk/login", data=form))
        assert desk_session.COOKIE not in desk.client.cookies
    assert await refusals(any_app) == [("stranger", "refused: forged", "/desk/login")]


async def secret_of(app: App) -> bytes:
    async with app.database.read() as connection:
        chosen = select(staff_table.c.totp_sealed).where(staff_table.c.name == "other")
        found: bytes = (await connection.execute(chosen)).scalar_one()
    return found


@pytest.mark.parametrize("guarded", [True, False])
async def test_a_button_pressed_twice_does_nothing_a_second_time(
    any_app: App, desk: Desk, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    """New one-time codes: pressed twice, what was scanned after the first time would be worth nothing."""
    if not guarded:  # the control

        async def always(*_: object) -> bool:
            return True

        monkeypatch.setattr(used_forms, "take", always)
    await with_account(any_app, role=Role.ADMIN)
    await with_account(any_app, "other")
    await desk.sign_in()
    form = {"token": await desk.token(), "once": once(), "name": "other"}
    first = await desk.client.post("/desk/accounts/codes", data=form)
    assert "otpauth://" in first.text
    scanned = await secret_of(any_app)
    second = await desk.client.post("/desk/accounts/codes", data=form)
    assert (second.status_code == 409) is guarded
    assert ("otpauth://" not in second.text) is guarded
    assert (await secret_of(any_app) == scanned) is guarded
    assert ((NAME, "refused: replay", "/desk/accounts/codes") in await entries(any_app)) is guarded


async def test_of_a_button_pressed_twice_at_once_one_counts(any_app: App, desk: Desk) -> None:
    await with_account(any_app, role=Role.CALENDAR)
    await desk.sign_in()
    form = {"token": await desk.token(), "once": once(), "day": "2026-06-01", "what": "off"}
    answers = await asyncio.gather(*(desk.client.post("/desk/calendar", data=form) for _ in range(4)))
    assert sorted(answer.status_code for answer in answers) == [303, 409, 409, 409]
    changed = [what for _, what, _ in await entries(any_app) if what == "calendar: off"]
    assert len(changed) == 1


async def test_a_case_closed_twice_by_one_button_is_shown_as_it_stands(any_app: App, desk: Desk) -> None:
    number = await seen_case(any_app, desk)
    form = {"token": await desk.token(), "once": once()}
    assert (await desk.client.post(f"/desk/cases/{number}/close", data=form)).status_code == 303
    again = await desk.client.post(f"/desk/cases/{number}/close", data=form)
    assert again.status_code == 409
    assert number in again.text
    assert 'role="alert"' in again.text
    assert "/close" not in again.text
    assert (NAME, "refused: replay", number) in await entries(any_app)


async def test_what_did_not_come_about_may_be_pressed_again(any_app: App, desk: Desk) -> None:
    """A case that nobody looked at is not closed; looked at, the same button closes it."""
    await Talk(any_app).say("转人工")
    async with any_app.database.read() as connection:
        (row,) = await queue.listed(connection)
    form = {"token": await desk.token(), "once": once()}
    assert (await desk.client.post(f"/desk/cases/{row.number}/close", data=form)).status_code == 409
    assert await refusals(any_app) == []
    assert (await desk.client.post(f"/desk/cases/{row.number}/close", data=form)).status_code == 303
    assert await state_of(any_app, row.number) == cases.CLOSED


async def test_a_fault_in_the_middle_leaves_the_button_good(
    any_app: App, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = await seen_case(any_app, desk)
    form = {"token": await desk.token(), "once": once()}
    real = queue.settle

    async def breaks(*_: object) -> bool:
        raise RuntimeError

    monkeypatch.setattr(queue, "settle", breaks)
    assert (await desk.client.post(f"/desk/cases/{number}/close", data=form)).status_code == 500
    monkeypatch.setattr(queue, "settle", real)
    assert (await desk.client.post(f"/desk/cases/{number}/close", data=form)).status_code == 303
    assert await state_of(any_app, number) == cases.CLOSED


async def test_an_answer_sent_twice_is_said_once_and_that_is_noted(any_app: App, desk: Desk) -> None:
    number = await seen_case(any_app, desk)
    form = {"token": await desk.token(), "once": once(), "form": "a", "text": "请带身份证。"}
    for _ in range(2):
        assert (await desk.client.post(f"/desk/cases/{number}/answer", data=form)).status_code == 303
    await work_off(any_app)
    assert [what for _, what, _ in await entries(any_app)].count("case answered") == 1
    assert await refusals(any_app) == [(NAME, "refused: replay", number)]


async def test_a_button_of_one_clerk_uses_up_none_of_another(any_app: App, desk: Desk) -> None:
    number = await seen_case(any_app, desk)
    await with_account(any_app, "li")
    async with desk_of(any_app) as other:
        await other.sign_in("li")
        shared = once()
        await desk.post(f"/desk/cases/{number}/close", once=shared)
        assert (await other.post(f"/desk/cases/{number}/close", once=shared)).status_code == 303
    assert await refusals(any_app) == []


async def test_a_blocked_account_is_refused_at_its_next_look(any_app: App, desk: Desk, clock: HandClock) -> None:
    await desk.read()
    async with any_app.database.write() as connection:
        assert await staff.block(connection, NAME, clock())
    assert sends_to_the_sign_in(await desk.client.get("/desk"))
    assert (await desk.sign_in()).status_code == 403
    assert [what for _, what, _ in await refusals(any_app)] == ["refused: blocked"] * 2

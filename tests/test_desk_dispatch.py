"""派单 at the desk: who may call for whom, what a form must say, and that names are masked."""

from __future__ import annotations

import pytest

from bot.app import App
from flows.desk.rights import Level, Role
from integrations.store.volunteers import dispatches, organisations
from integrations.store.volunteers.organisations import Organisation
from tests.calling import ORGANISATION, a_call, call_of, told, volunteers
from tests.desk import Desk, desk_of, entries, with_account
from tests.talk import Talk
from tests.transcripts.walks import said

FORM = {"kind": "elder", "what": "陪诊", "township": "luyang", "where": "县医院", "ask": "王主任 0943-0000000"}
FORM |= {"day": "2026-05-12", "since": "09:00", "until": "11:00", "needed": "2", "organisation": ORGANISATION}


async def signed_in(app: App, desk: Desk, level: Level = Level.COUNTY, township: str | None = None) -> None:
    """A clerk of that level signs in."""
    village = "902001" if level is Level.VILLAGE else None
    await with_account(app, role=Role.DESK, level=level, township=township, village=village)
    assert (await desk.sign_in()).status_code == 303


async def numbers(app: App) -> list[str]:
    """The calls there are."""
    async with app.database.read() as connection:
        return [call.number for call in await dispatches.listed(connection, app.vault, township=None)]


async def test_a_clerk_calls_for_volunteers_sees_who_comes_and_calls_it_off(any_app: App) -> None:
    await volunteers(any_app, 2)
    async with desk_of(any_app) as desk:
        await signed_in(any_app, desk)
        assert (await desk.post("/desk/dispatch", **FORM)).status_code == 303
        (number,) = await numbers(any_app)
        assert await told(any_app, "v0") == ["help_out-asked"]
        await said(Talk(any_app, "v1"), "接派单", "=accept")
        page = await desk.read("/desk/dispatch")
        assert "张*" in page
        assert "张三" not in page
        assert "JT260501-000001" in page
        assert "JT260501-000000" not in page
        assert (await desk.post("/desk/dispatch/cancel", call=number)).status_code == 303
        assert (await told(any_app, "v1"))[-1] == "help_out-called_off"
        await desk.post("/desk/dispatch/cancel", call=number)  # it is over; nothing is done, and nothing noted
    done = [(what, subject) for who, what, subject in await entries(any_app) if what.startswith("call ")]
    assert done == [("call made", number), ("call cancelled", number)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "nothing"},
        {"what": " "},
        {"township": "elsewhere"},
        {"where": ""},
        {"ask": ""},
        {"day": "2026-05-10"},
        {"day": "2026-13-01"},
        {"day": "2026-12-12"},
        {"since": "25:00"},
        {"until": ""},
        {"needed": "0"},
        {"needed": "51"},
        {"needed": "²"},
        {"organisation": "unknown"},
    ],
)
async def test_a_form_that_lacks_something_calls_nobody_and_is_shown_again(app: App, wrong: dict[str, str]) -> None:
    await volunteers(app, 0)
    async with desk_of(app) as desk:
        await signed_in(app, desk)
        answer = await desk.post("/desk/dispatch", **{**FORM, **wrong})
        assert answer.status_code == 422
        assert 'id="fault"' in answer.text
        assert ('value="陪诊"' in answer.text) is ("what" not in wrong)
    assert await numbers(app) == []


async def test_a_township_calls_for_itself_and_sees_and_ends_no_other(app: App) -> None:
    await volunteers(app, 0)
    async with app.database.write() as connection:
        assert await organisations.add(connection, Organisation("o2", "五佛志愿服务队", "wufo"), app.clock())
    other = await a_call(app, township="wufo")
    county = await a_call(app, "JT260511-COUNTY", township=None)
    async with desk_of(app) as desk:
        await signed_in(app, desk, Level.TOWNSHIP, "luyang")
        assert (await desk.post("/desk/dispatch", **{**FORM, "township": "wufo"})).status_code == 303
        assert (await desk.post("/desk/dispatch", **{**FORM, "organisation": "o2"})).status_code == 422
        page = await desk.read("/desk/dispatch")
        (own,) = set(await numbers(app)) - {other.number, county.number}
        assert own in page
        assert other.number not in page
        assert county.number not in page
        async with app.database.read() as connection:
            made = await dispatches.one(connection, app.vault, own)
        assert made is not None
        assert made.township == "luyang"
        for call in (other, county):
            await desk.post("/desk/dispatch/cancel", call=call.number)
            assert (await call_of(app, call)).state == "asking"
    assert [what for _, what, _ in await entries(app)].count("refused: scope") == 2


async def test_a_village_and_who_has_no_right_to_cases_open_nothing_of_it(app: App) -> None:
    await volunteers(app, 0)
    async with desk_of(app) as desk:
        await signed_in(app, desk, Level.VILLAGE, "luyang")
        assert (await desk.client.get("/desk/dispatch")).status_code == 403
        assert (await desk.post("/desk/dispatch", **FORM)).status_code == 403
        assert "/desk/dispatch" not in await desk.read()
        await with_account(app, role=Role.AUDITOR)
        assert (await desk.sign_in()).status_code == 303
        assert (await desk.client.get("/desk/dispatch")).status_code == 403
    assert await numbers(app) == []


async def test_without_the_look_at_the_scope_another_townships_call_would_be_ended(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: it is the scope that keeps a township from the calls of another."""
    await volunteers(app, 0)
    call = await a_call(app, township="wufo")
    monkeypatch.setattr("bot.web.desk_dispatch._is_of", lambda *_: True)
    async with desk_of(app) as desk:
        await signed_in(app, desk, Level.TOWNSHIP, "luyang")
        await desk.post("/desk/dispatch/cancel", call=call.number)
    assert (await call_of(app, call)).state == "cancelled"


async def test_what_was_typed_is_shown_again_as_words_and_never_as_markup(app: App) -> None:
    await volunteers(app, 0)
    async with desk_of(app) as desk:
        await signed_in(app, desk)
        await desk.post("/desk/dispatch", **{**FORM, "what": "<b>陪诊</b>"})
        assert "<b>陪诊" not in await desk.read("/desk/dispatch")

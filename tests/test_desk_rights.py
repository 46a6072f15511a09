"""Who may open and do what at the desk: by role, and by village, township and county."""

from __future__ import annotations

import inspect
import itertools
import re
from typing import Any

import pytest
from fastapi.dependencies.models import Dependant
from sqlalchemy import insert, select

from bot.app import App
from bot.web import desk_session
from flows.desk.rights import Clerk, Level, Right, Role
from integrations.store import notices, queue
from integrations.store.tables import cases as case_table
from integrations.store.tables import notices as notice_table
from tests.desk import NAME, Desk, desk_of, desk_routes, entries, sends_to_the_sign_in, with_account
from tests.staff import belongs
from tests.talk import Talk, book

PAGES = {
    "/desk": Right.CASES,
    "/desk/day/2026-05-11": Right.CASES,
    "/desk/cases/JT260511-AAAAAA": Right.CASES,
    "/desk/audit": Right.AUDIT,
    "/desk/accounts": Right.ACCOUNTS,
    "/desk/calendar": Right.CALENDAR,
}
HOME = {
    Role.CALENDAR: "/desk/calendar",
    Role.AUDITOR: "/desk/audit",
    Role.ADMIN: "/desk/accounts",
}
LEADS = ("/retry", "/take-over")
"""What only a lead may do: to anybody else it is refused whatever the case."""
OWN = {"township": "luyang", "village": "902001"}


async def signed_in(app: App, desk: Desk, role: Role = Role.DESK, level: Level = Level.COUNTY) -> None:
    """Signs an account of this role and level in; the township's is Luyang, the village's one of it."""
    here = {} if level is Level.COUNTY else {"township": "luyang"}
    here |= {"village": OWN["village"]} if level is Level.VILLAGE else {}
    await with_account(app, role=role, level=level, **here)  # type: ignore[arg-type]
    assert (await desk.sign_in()).status_code == 303


@pytest.mark.parametrize("role", Role)
async def test_a_role_opens_its_own_pages_and_no_other(app: App, role: Role) -> None:
    clerk = Clerk(NAME, NAME, role, Level.COUNTY)
    async with desk_of(app) as desk:
        await signed_in(app, desk, role)
        for path, right in PAGES.items():
            status = (await desk.client.get(path)).status_code
            if path == "/desk" and role in HOME:
                assert (await desk.client.get(path)).headers["location"] == HOME[role]
            elif clerk.may(right):
                assert status == (404 if "AAAAAA" in path else 200), path
            else:
                assert status == 403, path
                subject = {"/desk/day/2026-05-11": "/desk/day/{day}"}.get(path, path).replace("/desk/cases/JT", "JT")
                assert (NAME, "refused: right", subject) in await entries(app)


async def test_without_the_right_to_a_page_it_would_open(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: it is the right of the role that keeps the accounts from the desk."""
    async with desk_of(app) as desk:
        await signed_in(app, desk)
        assert (await desk.client.get("/desk/accounts")).status_code == 403
        monkeypatch.setattr(Clerk, "may", lambda *_: True)
        assert (await desk.client.get("/desk/accounts")).status_code == 200


@pytest.mark.parametrize("role", Role)
async def test_the_header_leads_only_to_what_may_be_opened(app: App, role: Role) -> None:
    async with desk_of(app) as desk:
        await signed_in(app, desk, role)
        page = (await desk.client.get("/desk", follow_redirects=True)).text
        for path in re.findall(r'<a class="to-day" href="([^"]+)"', page):
            answer = await desk.client.get(path, follow_redirects=True)
            assert answer.status_code == 200, path


async def test_only_a_lead_tries_a_delivery_again(app: App) -> None:
    number = await book(Talk(app))
    async with desk_of(app) as desk:
        await signed_in(app, desk)
        assert (await desk.post(f"/desk/cases/{number}/retry", work="x")).status_code == 403
        assert (NAME, "refused: right", number) in await entries(app)
        await signed_in(app, desk, Role.LEAD)
        assert (await desk.post(f"/desk/cases/{number}/retry", work="x")).status_code == 303


def dependencies(dependant: Dependant) -> set[object]:
    """Everything a route depends on, whatever stands between."""
    return {dependant.call}.union(*(dependencies(each) for each in dependant.dependencies))


def test_every_route_of_the_desk_asks_who_it_is_and_every_one_of_a_case_whose_it_is() -> None:
    free = {"/desk", "/desk/logout"}  # the queue leads who has no right to it to where they begin
    for route in desk_routes():
        asked = dependencies(route.dependant)
        assert desk_session._signed_in in asked, route.path
        if "{number}" in route.path:
            assert desk_session._on_case in asked, route.path
        rights = [each for each in asked if getattr(each, "__qualname__", "").startswith("allowed.")]
        assert rights or route.path in free, route.path


def test_every_form_of_the_desk_is_of_a_session_and_what_changes_something_is_good_for_once() -> None:
    shows_only = {"/desk/cases/{number}"}
    keyed_by_itself = {"/desk/cases/{number}/answer", "/desk/day/{day}/walk-in"}
    for route in desk_routes():
        if "POST" not in (route.methods or ()):
            continue
        asked = dependencies(route.dependant)
        assert desk_session._genuine_form in asked, route.path
        if route.path not in shows_only:
            assert desk_session._pressed_form in asked, route.path
        if route.path not in shows_only | keyed_by_itself:
            assert "form" in inspect.signature(route.endpoint).parameters, f"{route.path}: nothing uses the form up"


CLERKS = {
    "county": Clerk(NAME, NAME, Role.DESK, Level.COUNTY),
    "luyang": Clerk(NAME, NAME, Role.DESK, Level.TOWNSHIP, "luyang"),
    "wufo": Clerk(NAME, NAME, Role.DESK, Level.TOWNSHIP, "wufo"),
    "village": Clerk(NAME, NAME, Role.DESK, Level.VILLAGE, "luyang", "902001"),
    "other village": Clerk(NAME, NAME, Role.DESK, Level.VILLAGE, "luyang", "902002"),
    "namesake": Clerk(NAME, NAME, Role.DESK, Level.VILLAGE, "wufo", "902001"),
}


@pytest.mark.parametrize("clerk", CLERKS.values(), ids=CLERKS)
async def test_the_store_lists_exactly_what_a_clerk_sees(any_app: App, clerk: Clerk) -> None:
    places = itertools.product(Level, (None, "luyang", "wufo"), (None, "902001", "902002"))
    async with any_app.database.write() as connection:
        for n, (level, township, village) in enumerate(places):
            row: dict[str, object] = {"id": str(n), "number": f"JT260511-{n:06}", "run": str(n), "conversation": "c"}
            row |= {"service": "message", "ending": "sent", "kind": "case", "urgent": False, "state": "filed"}
            row |= {"revision": 1, "digest": b"", "sealed": b""}
            row |= {"filed_at": any_app.clock(), "updated_at": any_app.clock()}
            where = {"level": level, "township": township, "village": village}
            await connection.execute(insert(case_table), {**row, **where})
    async with any_app.database.read() as connection:
        numbers = [row.number for row in await connection.execute(select(case_table.c.number))]
        located = {number: await queue.located(connection, number) for number in numbers}
        seen = {number for number, where in located.items() if where is not None and clerk.sees(where)}
        assert {row.number for row in await queue.listed(connection, clerk=clerk)} == seen
        assert await queue.located(connection, "JT260511-AAAAAA") is None
    assert 0 < len(seen) <= len(numbers)


async def test_the_queue_and_the_cases_are_those_of_ones_own_scope(app: App) -> None:
    numbers = [await book(Talk(app))]
    for conversation in ("c1", "c2", "c3"):
        await Talk(app, conversation).say("转人工")
    async with app.database.read() as connection:
        numbers = [row.number for row in await queue.listed(connection)]
    of_village = (Level.VILLAGE, "luyang", "902001")
    where: list[tuple[Any, ...]] = [(Level.COUNTY,), (Level.TOWNSHIP, "luyang"), of_village, (Level.TOWNSHIP, "wufo")]
    for number, place in zip(numbers, where, strict=True):
        await belongs(app, number, *place)
    _, luyang, village, wufo = numbers
    sees = {Level.COUNTY: numbers, Level.TOWNSHIP: [luyang, village], Level.VILLAGE: [village]}
    for level, own in sees.items():
        async with desk_of(app) as desk:
            await signed_in(app, desk, level=level)
            page = await desk.read()
            assert {number for number in numbers if number in page} == set(own)
            assert ('name="township"' in page) is (level is Level.COUNTY)
            narrowed = await desk.read("/desk?township=wufo")
            assert (wufo in narrowed) is (level is Level.COUNTY)
            for number in numbers:
                assert (await desk.client.get(f"/desk/cases/{number}")).status_code == (200 if number in own else 404)


async def test_what_is_out_of_scope_is_answered_as_what_does_not_exist_and_noted(app: App) -> None:
    number = await book(Talk(app))
    await belongs(app, number, Level.TOWNSHIP, "wufo")
    async with desk_of(app) as desk:
        await signed_in(app, desk, level=Level.TOWNSHIP)

        def plain(text: str) -> str:
            return re.sub(r'name="once" value="[^"]+"', "", text)

        routes = [route for route in desk_routes() if "{number}" in route.path and not route.path.endswith(LEADS)]
        for route in routes:
            answers = []
            for of in (number, "JT260511-AAAAAA", "%00"):
                path = re.sub(r"\{(?!number)\w+\}", "x", route.path).replace("{number}", of)
                is_get = "GET" in (route.methods or ())
                answers.append(await (desk.client.get(path) if is_get else desk.post(path, text="好", sure="yes")))
            assert {answer.status_code for answer in answers} == {404}, route.path
            assert len({plain(answer.text) for answer in answers}) == 1, route.path
        refused = [entry for entry in await entries(app) if entry[1].startswith("refused")]
        assert set(refused) == {(NAME, "refused: scope", number)}
        assert len(refused) == len(routes)
        assert "case opened" not in {what for _, what, _ in await entries(app)}


async def test_without_the_look_at_the_scope_it_would_be_seen(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: it is the scope that hides the case of another township."""
    number = await book(Talk(app))
    await belongs(app, number, Level.TOWNSHIP, "wufo")
    async with desk_of(app) as desk:
        await signed_in(app, desk, level=Level.TOWNSHIP)
        monkeypatch.setattr(Clerk, "sees", lambda *_: True)
        assert "13800000000" in (await desk.post(f"/desk/cases/{number}", reason="call")).text


async def test_whom_to_call_is_shown_and_ticked_off_within_the_scope_only(any_app: App) -> None:
    number = await book(Talk(any_app))
    call = {"id": f"change:{number}", "conversation": "c0", "number": number, "kind": "change", "state": notices.CALL}
    async with any_app.database.write() as connection:
        await connection.execute(notice_table.delete())
        await connection.execute(
            insert(notice_table), {**call, "due_at": any_app.clock(), "updated_at": any_app.clock()}
        )
    for level, found in ((Level.TOWNSHIP, False), (Level.COUNTY, True)):
        async with desk_of(any_app) as desk:
            await signed_in(any_app, desk, level=level)
            assert (number in (await desk.read()).partition('<form method="get"')[0]) is found
            answer = await desk.post("/desk/calls", notice=call["id"])
            assert answer.status_code == (303 if found else 404)
    async with any_app.database.read() as connection:
        assert await notices.state_of(connection, call["id"]) == notices.CALLED
    told = [(what, subject) for _, what, subject in await entries(any_app) if what in ("called", "refused: scope")]
    assert told == [("refused: scope", "/desk/calls"), ("called", "change")]


@pytest.mark.parametrize("level", [Level.TOWNSHIP, Level.VILLAGE])
async def test_the_day_at_the_countys_offices_is_the_countys(app: App, level: Level) -> None:
    async with desk_of(app) as desk:
        await signed_in(app, desk, level=level)
        assert (await desk.client.get("/desk/day/2026-05-11")).status_code == 403
        assert (await desk.post("/desk/day/2026-05-11/arrive", who_came="000000")).status_code == 403
        assert [what for _, what, _ in await entries(app)][-2:] == ["refused: scope"] * 2


async def test_another_role_holds_from_the_next_request_on(app: App) -> None:
    async with desk_of(app) as desk:
        await signed_in(app, desk)
        await desk.read()
        async with app.database.write() as connection:
            from integrations.store import staff

            assert await staff.change(connection, Clerk(NAME, NAME, Role.AUDITOR, Level.COUNTY))
        assert (await desk.client.get("/desk")).headers["location"] == "/desk/audit"
        assert not sends_to_the_sign_in(await desk.client.get("/desk/audit"))

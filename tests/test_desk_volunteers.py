"""The desk on volunteer service: organisations and people in charge of one's scope, identity checks, disputes."""

from __future__ import annotations

import re

from bot.app import App
from flows.desk.rights import Level, Role
from integrations.store.volunteers import ledger, organisations, registry, words
from tests.desk import NAME, desk_of, entries
from tests.serving import FIRST, LEADER, TEAM, Serving
from tests.talk import MAN, Talk
from tests.test_desk_rights import signed_in
from tests.transcripts.walks import said

PAGE = "/desk/volunteers"


async def test_a_lead_makes_an_organisation_and_the_code_of_who_is_in_charge(app: App) -> None:
    async with desk_of(app) as desk:
        await signed_in(app, desk, Role.LEAD)
        for status in (303, 409):
            made = await desk.post(f"{PAGE}/organisation", name="幸福社区志愿服务队", township="luyang")
            assert made.status_code == status
        assert (await desk.post(f"{PAGE}/organisation", name=" ")).status_code == 422
        async with app.database.read() as connection:
            team = await organisations.by_name(connection, "幸福社区志愿服务队")
        assert team is not None
        shown = await desk.post(f"{PAGE}/organiser", organisation=team.id, name="王五")
        code = re.findall(r"<strong>([0-9A-Z]{4}-[0-9A-Z]{4})</strong>", shown.text)
        assert len(code) == 1
        assert code[0] not in await desk.read(PAGE)
        hers = Talk(app, "hers")
        assert "organiser-linked" in await said(hers, "负责人登记", code[0], "=first", "=agree", MAN)
        async with app.database.read() as connection:
            [one] = await organisations.all_of(connection, app.vault, team.id)
        assert one.conversation == "hers"
        assert (await desk.post(f"{PAGE}/remove", organiser=one.id)).status_code == 303
        assert "countersign-not_in_charge" in await said(hers, "确认时长")
        done = [what for who, what, _ in await entries(app) if who == NAME]
        assert [each for each in done if each.startswith("organis")] == [
            *("organisation added", "organiser added", "organiser removed")
        ]


async def test_a_township_reaches_its_own_organisations_only(app: App) -> None:
    served = Serving(app)
    await served.begin()
    async with app.database.write() as connection:
        await organisations.add(connection, organisations.Organisation("wufo", "wufo team", "wufo"), app.clock())
        await served.in_charge(connection, "theirs", "wufo", "chat-wufo")
    [entry] = await served.recorded(1, organisation="wufo")
    async with desk_of(app) as desk:
        await signed_in(app, desk, Role.LEAD, Level.TOWNSHIP)
        page = await desk.read(PAGE)
        assert "organisation team" in page
        assert "wufo team" not in page
        for path, form in (
            ("organisation", {"name": "新的队", "township": "wufo"}),
            ("organisation", {"name": "新的队"}),
            ("organiser", {"organisation": "wufo", "name": "王五"}),
            ("remove", {"organiser": "theirs"}),
            ("entry", {"entry": entry, "what": "withdraw", "reason": "不归这里"}),
        ):
            assert (await desk.post(f"{PAGE}/{path}", **form)).status_code == 403, path
        assert (await desk.post(f"{PAGE}/organiser", organisation=TEAM, name="王五")).status_code == 200
    refusals = [what for who, what, _ in await entries(app) if who == NAME and what == "refused: scope"]
    assert len(refusals) == 5
    async with app.database.read() as connection:
        assert [each.state for each in await ledger.of_volunteer(connection, app.vault, FIRST)] == ["waiting"]


async def test_a_lead_ends_a_dispute_with_a_reason_and_checks_a_volunteer(app: App) -> None:
    served = Serving(app)
    await served.begin()
    one, two = await served.recorded(2)
    async with app.database.write() as connection:
        for entry in (one, two):
            await served.records.dispute(connection, entry, f"volunteer:{FIRST}", "我去了", await app.world())
    async with desk_of(app) as desk:
        await signed_in(app, desk, Role.LEAD)
        page = await desk.read(PAGE)
        assert page.count("我去了") == 2
        assert (await desk.post(f"{PAGE}/entry", entry=one, reason=" ")).status_code == 422
        assert (await desk.post(f"{PAGE}/entry", entry=one, reason="看过签到表")).status_code == 303
        assert (await desk.post(f"{PAGE}/entry", entry=two, what="withdraw", reason="没有签到")).status_code == 303
        assert (await desk.post(f"{PAGE}/entry", entry=two, reason="再说")).status_code == 409
        assert "我去了" not in await desk.read(PAGE)
        assert (await desk.post(f"{PAGE}/check", number="V999")).status_code == 422
        assert (await desk.post(f"{PAGE}/check", number=f" {FIRST.lower()}")).status_code == 200
    async with app.database.read() as connection:
        found = await ledger.of_volunteer(connection, app.vault, FIRST, also_over=True)
        assert {each.id: each.state for each in found} == {one: "confirmed", two: "withdrawn"}
        assert [each.who for each in await words.of_entry(connection, app.vault, one)][-1] == f"clerk:{NAME}"
        volunteer = await registry.by_number(connection, app.vault, FIRST)
    assert volunteer is not None
    assert volunteer.is_checked


async def test_the_bureau_settles_what_is_in_dispute_or_late_and_sees_all_of_that(app: App) -> None:
    served = Serving(app)
    await served.begin()
    [waiting, confirmed, disputed] = await served.recorded(3)
    async with app.database.write() as connection:
        world = await app.world()
        await served.records.confirm(connection, [confirmed], f"organiser:{LEADER}", world)
        await served.records.dispute(connection, disputed, f"volunteer:{FIRST}", "我去了", world)
        await organisations.close(connection, TEAM)
    async with desk_of(app) as desk:
        await signed_in(app, desk, Role.LEAD)
        assert "我去了" in await desk.read(PAGE)
        for entry, what, status in (
            (waiting, "confirm", 409),
            (waiting, "withdraw", 409),
            (confirmed, "withdraw", 409),
            (disputed, "withdraw", 303),
        ):
            assert (await desk.post(f"{PAGE}/entry", entry=entry, what=what, reason="看过")).status_code == status
    async with app.database.read() as connection:
        found = {
            each.id: each.state for each in await ledger.of_volunteer(connection, app.vault, FIRST, also_over=True)
        }
    assert found == {waiting: "waiting", confirmed: "confirmed", disputed: "withdrawn"}


async def test_who_is_no_lead_has_none_of_it(app: App) -> None:
    async with desk_of(app) as desk:
        await signed_in(app, desk, Role.DESK)
        assert (await desk.client.get(PAGE)).status_code == 403
        assert (await desk.post(f"{PAGE}/organisation", name="新的队")).status_code == 403

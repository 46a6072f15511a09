"""Who has a case, and may look at it and speak for it: what a clerk cannot get round, what a village on duty can."""

from __future__ import annotations

import re

import pytest

from bot.app import App
from flows.desk.rights import Level, Role
from integrations.store import cases
from tests.desk import PASSWORD, Desk, desk_of, entries, listed, once, with_account
from tests.staffing import case_of, claim, done_about, on_duty, with_clerk
from tests.talk import Talk, work_off
from tests.test_alerts import FROM_A_VILLAGE, in_danger, of_staff, village_of
from tests.web import HURT


async def at_the_desk(desk: Desk, name: str) -> None:
    assert (await desk.sign_in(name, PASSWORD)).status_code == 303


async def a_ticket(app: App, of: str = "c0") -> tuple[Talk, str]:
    talk = Talk(app, of)
    await talk.all("补领", "同意", "转人工")
    return talk, str(talk.question.receipt)


async def test_the_village_that_is_called_sees_the_danger_and_takes_it_on(any_app: App) -> None:
    village = await village_of(any_app)
    cun = await with_clerk(any_app, "cun", Level.VILLAGE, "luyang", village, phone="13900001234")
    await with_clerk(any_app, "other", Level.VILLAGE, "luyang", "no-such-village")
    await on_duty(any_app, cun)
    talk, number = await in_danger(any_app, *FROM_A_VILLAGE)
    assert of_staff(talk) == "danger-calling"
    async with desk_of(any_app) as desk:
        await at_the_desk(desk, "cun")
        assert (await listed(desk))[0] == number
        assert 'class="card alarm"' in await desk.read()
        answer = await desk.post(f"/desk/cases/{number}/claim")
        assert answer.status_code == 303
    assert (await case_of(any_app, number)).holder == "cun"
    async with desk_of(any_app) as desk:
        await at_the_desk(desk, "other")
        assert await listed(desk) == []
        assert (await desk.client.get(f"/desk/cases/{number}")).status_code == 404


async def test_a_page_that_asks_for_itself_is_no_way_to_look_without_a_trace(any_app: App) -> None:
    await with_account(any_app, "li", PASSWORD)
    _, number = await a_ticket(any_app)
    async with desk_of(any_app) as desk:
        await at_the_desk(desk, "li")
        silent = {"x-live": "visible"}
        await desk.client.get(f"/desk/cases/{number}", headers=silent)
        assert (await entries(any_app))[-1] == ("li", "case opened", number)
        before = await entries(any_app)
        await desk.client.get(f"/desk/cases/{number}", headers=silent)
        assert await entries(any_app) == before, "the look is on record already"
        token = await desk.token()
        form = {"token": token, "once": once(), "reason": "call"}
        await desk.client.post(f"/desk/cases/{number}", data=form, headers=silent)
        assert (await entries(any_app))[-1] == ("li", "numbers shown: call", number)


@pytest.mark.parametrize("seen", ["visible", "hidden"])
async def test_only_who_sees_the_page_has_looked_at_what_is_new(any_app: App, seen: str) -> None:
    await with_account(any_app, "li", PASSWORD)
    talk, number = await a_ticket(any_app)
    async with desk_of(any_app) as desk:
        await at_the_desk(desk, "li")
        await desk.read(f"/desk/cases/{number}")
        await talk.say("还有一件事")
        await desk.client.get(f"/desk/cases/{number}", headers={"x-live": seen})
    state = (await case_of(any_app, number)).state
    assert state == (cases.SEEN if seen == "visible" else cases.FILED)


async def test_the_stream_of_a_case_of_another_township_is_refused_and_on_record(any_app: App) -> None:
    await with_account(any_app, "zhen", PASSWORD, level=Level.TOWNSHIP, township="luyang")
    _, number = await a_ticket(any_app)
    async with desk_of(any_app) as desk:
        await at_the_desk(desk, "zhen")
        assert (await desk.client.get(f"/desk/live?case={number}")).status_code == 404
    assert [what for who, what, _ in await entries(any_app) if who == "zhen"][-1] == "refused: scope"


@pytest.mark.parametrize(("path", "form"), [("answer", {"text": "好的"}), ("want", {"text": "户口本"}), ("close", {})])
async def test_nobody_speaks_for_a_case_that_another_has(any_app: App, path: str, form: dict[str, str]) -> None:
    li = await with_clerk(any_app, "li")
    await with_account(any_app, "zhao", PASSWORD)
    _, number = await a_ticket(any_app)
    assert await claim(any_app, li, number)
    async with desk_of(any_app) as desk:
        await at_the_desk(desk, "zhao")
        await desk.read(f"/desk/cases/{number}")
        answer = await desk.post(f"/desk/cases/{number}/{path}", **form)
    assert answer.status_code in (409, 422)
    assert "li主任" in answer.text
    assert await done_about(any_app, number) == [("li", "claimed")]


async def test_a_lead_takes_a_case_over_and_speaks_for_it_then(any_app: App) -> None:
    li = await with_clerk(any_app, "li")
    await with_account(any_app, "lead", PASSWORD, role=Role.LEAD)
    _, number = await a_ticket(any_app)
    assert await claim(any_app, li, number)
    async with desk_of(any_app) as desk:
        await at_the_desk(desk, "lead")
        assert (await desk.post(f"/desk/cases/{number}/take-over")).status_code == 303
        assert (await desk.post(f"/desk/cases/{number}/answer", text="我来办")).status_code == 303
    assert (await case_of(any_app, number)).holder == "lead"


@pytest.mark.parametrize("outcome", ["told", "elsewhere"])
async def test_a_ticket_is_not_closed_as_answered_while_nobody_has_answered(any_app: App, outcome: str) -> None:
    await with_account(any_app, "li", PASSWORD)
    _, number = await a_ticket(any_app)
    async with desk_of(any_app) as desk:
        await at_the_desk(desk, "li")
        await desk.read(f"/desk/cases/{number}")
        assert (await desk.post(f"/desk/cases/{number}/close", outcome=outcome)).status_code == 409
        assert (await desk.post(f"/desk/cases/{number}/answer", text="好的")).status_code == 303
        assert (await desk.post(f"/desk/cases/{number}/close", outcome=outcome)).status_code == 303


async def test_what_was_paused_for_the_resident_goes_on_when_a_clerk_says_it_is_there(any_app: App) -> None:
    await with_account(any_app, "li", PASSWORD)
    _, number = await a_ticket(any_app)
    async with desk_of(any_app) as desk:
        await at_the_desk(desk, "li")
        await desk.post(f"/desk/cases/{number}/want", text="户口本")
        assert f"/desk/cases/{number}/supplied" in await desk.read(f"/desk/cases/{number}")
        assert (await desk.post(f"/desk/cases/{number}/supplied")).status_code == 303
        assert f"/desk/cases/{number}/supplied" not in await desk.read(f"/desk/cases/{number}")
    assert [what for _, what in await done_about(any_app, number)] == ["wanted", "supplied"]


async def test_a_case_made_urgent_stands_first_and_is_due_earlier(any_app: App) -> None:
    await with_account(any_app, "li", PASSWORD)
    await a_ticket(any_app)
    _, second = await a_ticket(any_app, "c1")
    async with desk_of(any_app) as desk:
        await at_the_desk(desk, "li")
        due = re.compile(r'class="clock running">([^<]+)')
        before = due.findall(await desk.read(f"/desk/cases/{second}"))
        assert (await desk.post(f"/desk/cases/{second}/hasten")).status_code == 303
        assert (await listed(desk))[0] == second
        assert due.findall(await desk.read(f"/desk/cases/{second}")) != before


async def test_a_question_that_was_open_before_danger_is_not_answered_by_what_is_written_to_the_staff(
    any_app: App,
) -> None:
    talk = Talk(any_app)
    await talk.all("补领", "同意", "我的信息", "全部删除")
    assert talk.keys == ["aside-erase"]
    await talk.say(HURT)
    await talk.say("是")
    assert talk.keys == ["handoff-noted"]
    await talk.say("继续办理")
    assert talk.keys == ["reissue-which"]


async def test_who_told_of_danger_and_went_on_comes_back_to_those_who_have_it(any_app: App) -> None:
    li = await with_clerk(any_app, "li")
    talk, number = await in_danger(any_app, "补领", "同意")
    await talk.say("继续")
    assert await claim(any_app, li, number)
    await talk.say("转人工")
    assert talk.keys == ["handoff-already"]
    await talk.say("我在三楼")
    await work_off(any_app)
    assert (await case_of(any_app, number)).content["answers"][-1]["value"] == "我在三楼"


async def test_danger_that_is_told_again_after_going_on_is_kept_with_its_ticket(any_app: App) -> None:
    talk, number = await in_danger(any_app, "补领", "同意")
    await talk.all("继续", "他拿刀来了，要杀我")
    assert (await case_of(any_app, number)).content["answers"][-1]["value"] == "他拿刀来了，要杀我"


async def test_who_went_on_takes_the_ticket_back_all_the_same(any_app: App) -> None:
    talk, number = await a_ticket(any_app)
    await talk.all("继续", "不用人工了")
    assert talk.keys[0] == "handoff-taken_back"
    assert (await case_of(any_app, number)).state == cases.CLOSED

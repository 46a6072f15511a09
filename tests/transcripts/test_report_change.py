"""反映困难变化 (低收入人口动态监测) as it is talked through."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app import App
from bot.speech import LANGUAGES
from flows.danger import judge
from flows.desk.clocks import Name
from flows.monitoring.flow import FLOW
from flows.words import Words, from_plain
from integrations.case_systems.webhook import case_data
from integrations.store import clocks
from integrations.store.cases import Case
from integrations.store.tables import cases as cases_table
from tests.desk import desk_of, with_account
from tests.receiver import Receiver, receiving
from tests.talk import SPEECH, HandClock, Talk, an_app, replay, work_off
from tests.transcripts.walks import NOON, not_walked, said, the_case, walk_all

BEGIN = ["反映困难变化", "=agree"]
WHERE, PHONE = "村东头第三户，门口有棵槐树", "13800000000"
AT = ["=luyang", "1"]
CALM = "=nothing"
AGREED = [*BEGIN, "=neighbour", CALM, "=agreed"]
ALONE = [*BEGIN, "=neighbour", CALM, "=unaware"]
OWN = [*BEGIN, "=self", CALM]
ILL = "肺癌晚期，家里没人挣钱"

WALKS = {
    "at_the_office": (NOON, [*BEGIN[:1], "=decline"]),
    "reported.agreed": (NOON, [*AGREED, "=illness", "=days", ILL, "=no", *AT, "王五", WHERE, PHONE, "=yes"]),
    "reported.without": (NOON, [*ALONE, "=fire", "=month", *AT, WHERE, "=none", "=yes"]),
    "reported.staff": (
        NOON,
        [
            *[*BEGIN, "=village_staff", CALM, "=asked", "=income", "=longer", "=none", "=unsure"],
            *[*AT, "=unknown", WHERE, PHONE, "=yes"],
        ],
    ),
    "reported.own": (NOON, [*OWN, "=better", "=days", "=none", "=yes", *AT, "王五", WHERE, PHONE, "=yes"]),
    "reported.nowhere": (NOON, [*ALONE, "=moved", "=unsure", "=unsure", WHERE, "=none", "=yes"]),
    "child": (NOON, [*ALONE, "=child", "=days", *AT, WHERE, "=none", "=yes"]),
    "urgent": (NOON, [*BEGIN, "=neighbour", "=food", "=hardship", *AT, WHERE, PHONE]),
    "urgent.own": (NOON, [*BEGIN, "=self", "=warmth", "=fire", "=unsure", WHERE, PHONE]),
}


async def test_every_route_is_walked_and_every_ending_reached(tmp_path: Path) -> None:
    walked = await walk_all(FLOW, WALKS, tmp_path)
    assert not_walked(FLOW, walked) == []
    assert {name.partition(".")[0] for name in WALKS} == set(FLOW.endings)


def briefed(case: Case) -> list[str]:
    """The lines for the staff, by what they are about."""
    return [each["key"].removeprefix("report_change-brief_") for each in case.content["briefing"]]


def alerts(case: Case) -> dict[str, str]:
    """The kinds of alert, and whether each is sure."""
    lines = [from_plain(each) for each in case.content["briefing"]]
    told = [each for each in lines if each.key == "report_change-brief_alert"]
    return {each.args["kind"].key.removeprefix("report_change-kind_"): each.args["sure"] for each in told}


def told(case: Case) -> dict[str, object]:
    """The answers that were kept."""
    return {answer["step"]: answer["value"] for answer in case.content["answers"]}


async def filed(app: App, *lines: str, conversation: str = "c0") -> tuple[Talk, Case]:
    """What comes of a report."""
    talk = Talk(app, conversation)
    await said(talk, *lines)
    return talk, await the_case(app, talk)


async def test_a_neighbour_tells_with_consent_and_the_township_has_it_with_a_clock(any_app: App) -> None:
    talk = await replay(
        any_app,
        f"""
        you: 反映困难变化
        ...
        bot: report_change-notice
        tap: agree
        bot: report_change-who
        you: 2
        bot: report_change-tonight
        you: 没有，不急
        bot: report_change-knows
        you: 1
        bot: report_change-seen
        you: 1,6
        bot: report_change-when
        you: 就这几天
        bot: report_change-words
        you: {ILL}
        bot: report_change-receives
        tap: no
        bot: report_change-township
        you: 芦阳镇
        bot: report_change-village
        you: 1
        bot: report_change-name
        you: 王五
        bot: report_change-where
        you: {WHERE}
        bot: report_change-phone
        you: {PHONE}
        bot: report_change-summary
        you: 都对
        bot: report_change-reported
        bot: menu-more
        """,
    )
    case = await the_case(any_app, talk)
    assert (case.kind, case.service, case.urgent) == ("case", "report_change", False)
    assert (case.township, case.section) == ("luyang", "relief")
    assert talk.last is not None
    assert talk.last.replies[0].receipt == case.number
    assert alerts(case) == {"policy_gap": "yes", "new_need": "yes"}
    assert briefed(case) == ["alert", "alert", "fits", "who", "agreed", "reporter"]
    assert told(case)["seen"] == ["illness", "income"]
    async with any_app.database.read() as connection:
        running = await clocks.of_case(connection, case.number)
    assert set(running) == {Name.FIRST, Name.SOLUTION}


async def test_what_is_needed_tonight_is_filed_at_once_as_urgent(app: App) -> None:
    talk, case = await filed(app, *WALKS["urgent"][1])
    assert (case.urgent, case.township, talk.keys) == (True, "luyang", ["report_change-urgent", "menu-more"])
    assert alerts(case)["new_need"] == "yes"
    assert briefed(case)[0] == "tonight"
    async with app.database.read() as connection:
        first = (await clocks.of_case(connection, case.number))[Name.FIRST]
    assert first.due_at == app.clock() + timedelta(hours=1)


async def test_of_a_child_nobody_looks_after_is_told_though_the_household_does_not_know(app: App) -> None:
    talk, case = await filed(app, *WALKS["child"][1])
    assert case.urgent
    assert talk.keys == ["report_change-child", "danger-must_report", "menu-more"]
    assert briefed(case)[0] == "child"
    assert "without" in briefed(case)


async def test_the_village_staff_may_tell_what_the_household_asked_them_to(app: App) -> None:
    _, case = await filed(app, *WALKS["reported.staff"][1])
    assert alerts(case) == {"new_need": "yes", "policy_gap": "unknown"}
    assert "asked" in briefed(case)
    who = next(from_plain(each) for each in case.content["briefing"] if each["key"].endswith("brief_who"))
    assert who.args["who"] == Words("report_change-who.village_staff")


async def test_a_household_that_tells_of_itself_learns_that_nothing_stops_by_it(app: App) -> None:
    talk, case = await filed(app, *WALKS["reported.own"][1])
    assert talk.keys == ["report_change-reported", "report_change-nothing_stops", "report_change-apply", "menu-more"]
    assert alerts(case) == {"exit": "yes"}
    assert "exit" in briefed(case)
    assert "reporter" not in briefed(case)


async def test_a_possible_end_that_a_neighbour_tells_of_is_looked_at_and_not_urgent(app: App) -> None:
    _, case = await filed(app, *WALKS["reported.nowhere"][1])
    assert not case.urgent
    assert alerts(case) == {"exit": "unknown"}
    assert (case.township, case.level) == (None, "county")


async def test_a_danger_now_is_answered_before_any_report(app: App) -> None:
    talk = Talk(app)
    said_now = "邻居家着火了，人还在里面"
    assert judge(said_now) is not None
    await said(talk, said_now)
    assert talk.keys[0].startswith("danger-")


def test_no_option_reads_as_a_danger() -> None:
    labels = [Words(f"{FLOW.question(step.name)}.{option}") for step in FLOW.steps.values() for option in step.options]
    said_ = [SPEECH.render(label, language) for label in labels for language in LANGUAGES]
    assert [each for each in said_ if judge(each) is not None] == []


# --- without consent nothing of health -------------------------------------------------------------------------------

LOOSE = [
    *["邻居得了肺癌家里困难没人管", "=report_change", "=agree", "=neighbour", CALM],
    *["=unaware", "肺癌", "大病，或者严重的伤", "=hardship", "=days", *AT],
    *["得了肺癌的那家", "尿毒症", WHERE, PHONE, "=yes"],
]
"""Who tries to tell of an illness wherever something may be typed."""
CHANGED = [*WALKS["reported.agreed"][1][:-1], "=change:knows", "=unaware", "=hardship", "=yes"]
"""Who told of an illness, and then says that the household does not know."""
NEVER = ("癌", "尿毒", "illness", "disability", "王五")


@pytest.fixture
def backend() -> Iterator[Receiver]:
    """A case system that listens on loopback."""
    with receiving(Receiver()) as receiver:
        yield receiver


@pytest.mark.parametrize("lines", [LOOSE, CHANGED], ids=["typed", "changed"])
async def test_without_consent_nothing_of_health_and_no_name_leaves(
    lines: list[str], tmp_path: Path, clock: HandClock, backend: Receiver
) -> None:
    async with an_app(tmp_path, clock, **backend.settings) as app:
        talk, case = await filed(app, *lines)
        assert talk.keys == ["report_change-reported", "menu-more"]
        await work_off(app)
    bodies = [json.dumps(event.data, ensure_ascii=False) for event in backend.accepted]
    assert len(bodies) == 1
    for body in (
        *bodies,
        json.dumps(case.content, ensure_ascii=False),
        json.dumps(case_data(case), ensure_ascii=False),
    ):
        assert WHERE in body
        assert [word for word in NEVER if word in body] == []
    assert "without" in briefed(case)


async def test_the_control_with_consent_it_does(tmp_path: Path, clock: HandClock, backend: Receiver) -> None:
    async with an_app(tmp_path, clock, **backend.settings) as app:
        await filed(app, *WALKS["reported.agreed"][1])
        await work_off(app)
    body = json.dumps(backend.accepted[0].data, ensure_ascii=False)
    assert [word for word in NEVER if word not in body] == ["尿毒", "disability"]


async def test_the_page_of_the_case_shows_nothing_of_it_either(app: App) -> None:
    _, case = await filed(app, *LOOSE)
    await with_account(app)
    async with desk_of(app) as browser:
        await browser.sign_in()
        page = await browser.read(f"/desk/cases/{case.number}")
    assert WHERE.partition("，")[0] in page
    assert "癌" not in page


# --- who told it -----------------------------------------------------------------------------------------------------


async def test_the_household_sees_nothing_of_a_report_about_it_nor_who_told(app: App) -> None:
    """Not in what is kept of it, not by the report's number, and the report is found by nobody's ID number."""
    theirs, own = await filed(app, *WALKS["reported.own"][1], conversation="household")
    reporter, case = await filed(app, *WALKS["reported.agreed"][1], conversation="neighbour")
    await work_off(app)

    async def shown(talk: Talk, *lines: str) -> str:
        words = ""
        for line in lines:
            words += "\n".join(map(talk.text, await talk.say(line)))
        return words

    seen = await shown(theirs, "我的信息", "菜单", "查预约", case.number, "菜单")
    assert own.number in seen
    assert PHONE not in seen
    assert "邻居" not in seen
    assert (await shown(theirs, "我的信息")).count(case.number) == 0
    assert case.number in await shown(reporter, "我的信息")
    async with app.database.read() as connection:
        assert set((await connection.execute(select(cases_table.c.person))).scalars()) == {None}


async def test_who_told_learns_neither_what_is_known_of_the_household_nor_what_came_of_it(app: App) -> None:
    await filed(app, *WALKS["reported.own"][1], conversation="household")
    talk = Talk(app, "neighbour")
    await said(talk, *WALKS["reported.without"][1])
    assert talk.last is not None
    assert talk.keys == ["report_change-reported", "menu-more"]
    assert set(talk.last.replies[0].words.args) == {"number", "service", "open", "opens"}

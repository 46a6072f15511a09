"""People in charge link their chat and countersign many entries in one message; both sides talk where they disagree."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from flows.discretion import without_private
from flows.volunteers.countersign_flow import FLOW as COUNTERSIGN
from flows.volunteers.dispute_flow import FLOW as DISPUTE
from flows.volunteers.ledger import Entry
from flows.volunteers.organiser_flow import FLOW as ORGANISER
from integrations.store import conversations
from integrations.store.volunteers import ledger, organisations, registry
from tests.serving import FIRST, LEADER, SECOND, TEAM, Serving, a_volunteer
from tests.talk import MAN, NOON, HandClock, Talk, an_app, work_off
from tests.transcripts.walks import not_walked, said

CODE, OLD_CODE = "7K3MQ2XD", "22222222"


async def begun(app: App, count: int = 3) -> tuple[Serving, list[str]]:
    """Entries that wait for the people in charge."""
    served = Serving(app)
    await served.begin()
    return served, await served.recorded(count)


async def invited(app: App, code: str = CODE) -> None:
    """Somebody is to be in charge, and has the code for it."""
    async with app.database.write() as connection:
        named = {"id_": f"of-{code}", "organisation": TEAM, "name": "负责人", "code": code}
        until = app.clock() + timedelta(days=7)
        await organisations.invite(connection, app.vault, **named, until=until, now=app.clock())


async def entries_of(app: App) -> list[Entry]:
    """All entries of the volunteer, those that are over as well, the oldest service first."""
    async with app.database.read() as connection:
        return await ledger.of_volunteer(connection, app.vault, FIRST, also_over=True)


async def told(app: App, conversation: str) -> list[str]:
    """The message ids of what was told in a conversation by itself."""
    await work_off(app)
    async with app.database.read() as connection:
        found = await conversations.entries(connection, app.vault, conversation, pushed_only=True, last=100)
    return [reply.words.key for entry in found for reply in entry.replies if reply.words.key.startswith("records-")]


def steps_in(flow_name: str, keys: Sequence[str], names: set[str]) -> list[str]:
    found = [key.removeprefix(f"{flow_name}-") for key in keys if key.startswith(f"{flow_name}-")]
    return [each for each in found if each in names]


async def test_every_route_of_registering_is_walked(tmp_path: Path) -> None:
    walks = {
        "ask_again": ["负责人登记", "=lost"],
        "later": ["负责人登记", CODE, "=none"],
        "later.no_number": ["负责人登记", CODE, "=first", "=decline"],
        "linked": ["负责人登记", CODE, "=first", "=agree", MAN],
        "linked.other": ["负责人登记", OLD_CODE, "=other_code", CODE, "=first", "=agree", MAN],
    }
    walked = set()
    for name, lines in walks.items():
        async with an_app(tmp_path / name) as app:
            await begun(app, 0)
            await invited(app)
            path = steps_in("organiser", await said(Talk(app), *lines), {*ORGANISER.steps, *ORGANISER.endings})
        assert path[-1] == name.partition(".")[0], path
        walked |= set(pairwise(path))
    assert not_walked(ORGANISER, walked) == []


async def test_a_code_works_once_and_whoever_tries_codes_is_stopped(app: App, clock: HandClock) -> None:
    await begun(app, 0)
    await invited(app)
    assert "organiser-linked" in await said(Talk(app, "mine"), "负责人登记", CODE, "=first", "=agree", MAN)
    for again in (CODE, OLD_CODE):
        assert "organiser-over" in await said(Talk(app, f"other-{again}"), "负责人登记", again)
    await invited(app, OLD_CODE)
    clock.move("8d")
    assert "organiser-over" in await said(Talk(app, "late"), "负责人登记", OLD_CODE)
    thief = Talk(app, "thief")
    await said(thief, "负责人登记", "33333333")
    for n in range(4, 9):
        assert "organiser-too_often" not in thief.keys
        await said(thief, "=other_code", str(n) * 8)
    assert "organiser-too_often" in thief.keys


COUNTERSIGNED = {
    "later": ["=later"],
    "done": ["全部", "=yes"],
    "done.again": ["全部", "=again", "1 2", "=yes"],
    "later.unsaid": ["1不对", "=talk", "=decline"],
    "done.time": ["1不对，其他都对", "=time", "上午8点", "上午10点", "=whole", "=agree", "看错了", "=yes"],
    "done.minutes": ["1不对", "=time", "8:00", "10:00", "90", "=agree", "看错了", "=yes"],
    "done.not_there": ["2不对", "=not_there", "=agree", "没有来", "=yes"],
    "done.all_not_there": ["都不对", "=not_there", "=agree", "都没有来", "=yes"],
    "done.all_talk": ["除2和3都对", "=talk", "=agree", "请说说几点走的", "=yes"],
    "done.talk": ["除3都对", "=talk", "=agree", "请说说几点走的", "=yes"],
    "done.seen": ["1", "=seen"],
}


async def test_every_route_of_countersigning_is_walked(tmp_path: Path) -> None:
    walked = set()
    for name, lines in COUNTERSIGNED.items():
        async with an_app(tmp_path / name) as app:
            served, _ = await begun(app)
            leader = Talk(app, f"chat-{LEADER}")
            keys = await said(leader, "确认时长", *lines)
            path = steps_in("countersign", keys, {*COUNTERSIGN.steps, *COUNTERSIGN.endings})
            assert path[-1] == name.partition(".")[0], (name, keys)
            async with app.database.write() as connection:
                assert await ledger.broken(connection, app.vault) == []
                if name == "done":
                    await served.in_charge(connection, "twice", "other-team", f"chat-{LEADER}")
            if name == "done":
                await served.recorded(1, volunteer=await another(app))
                more = await said(leader, "确认时长", f"={LEADER}", "=later")
                path = [*path, *steps_in("countersign", more, {*COUNTERSIGN.steps, *COUNTERSIGN.endings})]
        walked |= set(pairwise(path))
    assert not_walked(COUNTERSIGN, walked) == []


async def another(app: App) -> str:
    """One more volunteer."""
    async with app.database.write() as connection:
        volunteer = a_volunteer("V2", "v2", 2)
        await registry.register(connection, app.vault, volunteer, NOON - timedelta(days=90), "number")
    return volunteer.number


async def test_what_is_said_of_the_lines_is_what_becomes_of_the_entries(app: App) -> None:
    await begun(app)
    leader = Talk(app, f"chat-{LEADER}")
    await said(leader, "确认时长", "2不对，其他都对", "=time", "上午8点", "上午10点", "90", "=agree", "看错了", "=yes")
    found = await entries_of(app)
    assert sorted((entry.state, entry.minutes) for entry in found) == [
        *(("confirmed", 60), ("confirmed", 60), ("confirmed", 90), ("replaced", 60))
    ]
    new = next(entry for entry in found if entry.minutes == 90)
    assert new.replaces == next(entry.id for entry in found if entry.state == "replaced")
    assert sorted(await told(app, "v1")) == ["records-confirmed", "records-corrected"]


async def test_two_who_countersign_the_same_lines_are_each_told_the_truth(app: App) -> None:
    await begun(app)
    hers, his = Talk(app, f"chat-{LEADER}"), Talk(app, f"chat-{SECOND}")
    await said(hers, "确认时长", "全部")
    await said(his, "确认时长", "1 2")
    await said(his, "=yes")
    await said(hers, "=yes")
    assert hers.last is not None
    assert his.last is not None
    done = [next(r.words.args for r in talk.last.replies if r.words.key == "countersign-done") for talk in (his, hers)]  # type: ignore[union-attr]
    assert [(each["n"], each["others"]) for each in done] == [(2, 0), (1, 2)]


async def done_args(app: App, *lines: str, between: Callable[[], Awaitable[None]]) -> tuple[object, object]:
    """Of a list that stands read back while something happens: how many were confirmed or dealt with, how many not."""
    talk = Talk(app, f"chat-{LEADER}")
    await said(talk, "确认时长", *lines)
    await between()
    await said(talk, "=yes")
    assert talk.last is not None
    args = next(reply.words.args for reply in talk.last.replies if reply.words.key == "countersign-done")
    return args["n"], args["others"]


async def test_what_happened_since_it_was_read_back_is_not_overridden(tmp_path: Path) -> None:
    for way, kept in (("dispute", "disputed"), ("confirm", "confirmed")):
        for lines in (["全部"], ["都不对", "=not_there", "=agree", "都没有来"], ["1不对", "=talk", "=agree", "请说说"]):
            async with an_app(tmp_path / f"{way}{len(lines)}{lines[0]}") as app:
                served, [entry, *_] = await begun(app, 1)

                async def meanwhile(
                    app: App = app, served: Serving = served, entry: str = entry, way: str = way
                ) -> None:
                    async with app.database.write() as connection:
                        world = await app.world()
                        if way == "dispute":
                            await served.records.dispute(connection, entry, f"volunteer:{FIRST}", "我没有去", world)
                        else:
                            await served.records.confirm(connection, [entry], f"organiser:{SECOND}", world)

                assert await done_args(app, *lines, between=meanwhile) == (0, 1)
                assert [each.state for each in await entries_of(app)] == [kept]


async def test_a_time_that_may_be_morning_or_afternoon_is_asked_back(app: App) -> None:
    await begun(app, 1)
    leader = Talk(app, f"chat-{LEADER}")
    assert "time-half" in await said(leader, "确认时长", "1不对", "=time", "3:00")
    assert "countersign-ends" in await said(leader, "下午3点")


async def test_all_volunteers_of_a_batch_are_locked_before_anything_of_it_is_written(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    served, _ = await begun(app, 1)
    await served.recorded(1, volunteer=await another(app))
    done: list[str] = []
    lock, move = ledger.lock, ledger.move

    async def locking(connection: AsyncConnection, volunteer: str) -> None:
        done.append(volunteer)
        await lock(connection, volunteer)

    async def moving(*args: Any, **more: Any) -> list[str]:
        done.append("moved")
        return await move(*args, **more)

    monkeypatch.setattr(ledger, "lock", locking)
    monkeypatch.setattr(ledger, "move", moving)
    await said(Talk(app, f"chat-{LEADER}"), "确认时长", "2不对，1对", "=not_there", "=agree", "没有来", "=yes")
    assert done.count("moved") == 2
    assert done[: done.index("moved")][:2] == [FIRST, "V2"]


async def test_numbers_mean_the_lines_as_they_were_shown(app: App) -> None:
    served, entries = await begun(app)
    hers = Talk(app, f"chat-{LEADER}")
    await said(hers, "确认时长")
    async with app.database.write() as connection:  # the first line is gone, and another has come before it
        await served.records.confirm(connection, [entries[2]], f"organiser:{SECOND}", await app.world())
    async with app.database.write() as connection:
        early = served.entry(NOON - timedelta(days=9))
        await served.recording.record(connection, early, f"volunteer:{FIRST}", await app.world(), step="what")
    assert "choice-gone" in await said(hers, "1 2")
    hers = Talk(app, f"chat-{SECOND}")
    await said(hers, "确认时长", "1 2", "=yes")
    assert {entry.id for entry in await entries_of(app) if entry.state == "confirmed"} == {early.id, *entries[1:]}


async def test_names_are_for_the_page_and_nobody_signs_for_themselves(app: App) -> None:
    await begun(app, 1)
    leader, volunteer = Talk(app, f"chat-{LEADER}"), a_volunteer()
    assert volunteer.person is not None
    await said(leader, "确认时长")
    at_page, in_chat = leader.question, without_private(leader.question)
    assert at_page.asking is not None
    assert in_chat.asking is not None
    labels = [talk.asking.options[0].label for talk in (at_page, in_chat) if talk.asking is not None]
    shown = [leader.text(type(at_page)(label)) for label in labels]
    assert volunteer.person.name in shown[0]
    assert volunteer.person.name not in shown[1]
    assert "助餐" not in shown[1]
    await said(leader, "=later")
    async with app.database.write() as connection:
        served = Serving(app)
        await served.in_charge(connection, "herself", TEAM, "v1")
    assert "countersign-none" in await said(Talk(app, "v1"), "确认时长")


async def test_an_identity_card_that_was_looked_at_is_noted(app: App) -> None:
    await begun(app, 1)
    leader = Talk(app, f"chat-{LEADER}")
    await said(leader, "确认时长", "全部", "=seen")
    async with app.database.read() as connection:
        volunteer = await registry.by_number(connection, app.vault, FIRST)
    assert volunteer is not None
    assert volunteer.is_checked


async def test_every_route_of_a_dispute_is_walked_on_two_chats(tmp_path: Path) -> None:
    names, walked = {*DISPUTE.steps, *DISPUTE.endings}, set()
    async with an_app(tmp_path) as app:
        _, [entry, _] = await begun(app, 2)
        hers, his = Talk(app, "v1"), Talk(app, f"chat-{LEADER}")
        for talk, lines in (
            (hers, ["时长有异议", "=none"]),
            (hers, ["时长有异议", "=first", "=none"]),
            (hers, ["时长有异议", "=first", "=say", "=decline"]),
            (hers, ["时长有异议", f"={entry}", "=say", "=agree", "我服务了两个小时"]),
            (his, ["时长有异议", f"={entry}", "=say", "=agree", "我看看签到表"]),
            (his, ["时长有异议", f"={entry}", "=confirm", "=agree", "核对过了"]),
        ):
            path = steps_in("dispute", await said(talk, *lines), names)
            walked |= set(pairwise(path))
        assert not_walked(DISPUTE, walked) == []
        assert next(each.state for each in await entries_of(app) if each.id == entry) == "confirmed"
        assert sorted(await told(app, "v1")) == ["records-confirmed", "records-disputed"]
        assert await told(app, f"chat-{LEADER}") == ["records-disputed"]
        assert "dispute-nothing_there" in await said(Talk(app, "nobody"), "时长有异议")


async def test_what_nobody_countersigns_is_told_before_and_goes_to_the_bureau_once(
    app: App, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    [entry] = (await begun(app, 1))[1]

    async def heard(conversation: str, key: str) -> int:
        await app.worker.plant()
        await work_off(app)
        async with app.database.read() as connection:
            found = await conversations.entries(connection, app.vault, conversation, pushed_only=True, last=100)
        return sum(reply.words.key == key for each in found for reply in each.replies)

    async def escalated() -> bool:
        return next(each.escalated_at for each in await entries_of(app) if each.id == entry) is not None

    assert await heard(f"chat-{LEADER}", "countersign-soon") == 0
    clock.move("11d")  # 2026-05-22, a Friday; told on 2026-05-11, so the tenth working day is 2026-05-25
    for _ in range(2):
        assert await heard(f"chat-{LEADER}", "countersign-soon") == 1
        assert (await heard("v1", "countersign-late"), await escalated()) == (0, False)
        clock.move("2h")
    clock.move("4d")
    for _ in range(2):
        assert await heard("v1", "countersign-late") == 1
        assert await escalated()
        clock.move("2h")

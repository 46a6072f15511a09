"""志愿者注册, 监护人同意, 我的志愿者信息: a minor and their guardian each in a chat of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.app import App
from bot.volunteers.registering import GUARDIAN_DAYS
from flows.language import Flow
from flows.volunteers.details_flow import FLOW as DETAILS
from flows.volunteers.guardian_flow import FLOW as GUARDIAN
from flows.volunteers.people import Person, Volunteer
from flows.volunteers.signup_flow import FLOW as SIGNUP
from integrations.store.volunteers import ledger, organisations, registry
from integrations.store.volunteers.organisations import Organisation
from integrations.store.volunteers.tables import guardians, volunteers
from tests import line
from tests.people import id_number
from tests.talk import HandClock, Talk, an_app, work_off
from tests.transcripts.walks import NOON, instant, not_walked, said, the_log, walk_all

ADULT = id_number(date(1990, 3, 3), man=True)
VETERAN = id_number(date(1955, 3, 3), man=False)
MINOR = id_number(date(2010, 6, 6), man=False)
CHILD = id_number(date(2016, 6, 6), man=True)
MOTHER = id_number(date(1984, 4, 4), man=False)

BEGIN = ["志愿者注册", "=agree"]
LIVES = ["=elsewhere", "13800000000"]
IN_LUYANG = ["=luyang", "=unknown", "13800000000"]
OFFERS = ["为老服务，社区服务", "没有特别的", "周末和节假日"]
SELF = [*BEGIN, "=self", "张三", ADULT, *LIVES, *OFFERS]
OLD = [*BEGIN, "=self", "刘桂兰", VETERAN, *IN_LUYANG, *OFFERS]
YOUNG = [*BEGIN, "=self", "李小红", MINOR, *LIVES, *OFFERS, "=yes"]
BY_MOTHER = [*BEGIN, "=child", "王芳", MOTHER, "=mother"]
OF_MOTHER = [*BY_MOTHER, "李小明", CHILD, *LIVES, *OFFERS, "=yes"]
CONSENT = ["监护人同意", "{code}", "=first", "=agree", "王芳", MOTHER, "=mother", "13900000000", "=yes"]


async def registered(app: App, id_: str) -> Volunteer | None:
    """Who is registered, or waits to be, with an ID number."""
    async with app.database.read() as connection:
        return await registry.by_person(connection, app.vault, id_)


async def told(app: App, conversation: str) -> list[str]:
    """The message ids of what was told by itself in a conversation, with all that is due done."""
    await work_off(app)
    return await line.told(app, conversation)


async def a_minor(app: App) -> tuple[Talk, str]:
    """A minor who waits for their guardian, and the code for that."""
    talk = Talk(app, "minor")
    await said(talk, *YOUNG)
    assert talk.last is not None
    code = next(reply.words.args["code"] for reply in talk.last.replies if "code" in reply.words.args)
    return talk, code


async def guardian(app: App, code: str, lines: Sequence[str] = CONSENT, conversation: str = "guardian") -> Talk:
    """A guardian who says these lines."""
    talk = Talk(app, conversation)
    await said(talk, *(code if line == "{code}" else line for line in lines))
    return talk


async def test_somebody_of_age_is_a_volunteer_with_a_number_at_once(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *SELF, "=yes", "=yes")
    assert "volunteer-registered" in talk.keys
    found = await registered(any_app, ADULT)
    assert found is not None
    assert found.person is not None
    assert (found.state, found.person.name, found.township, found.calls, found.veteran) == (
        *("registered", "张三", None, True, False),
    )
    assert (found.kinds, found.skills, found.times) == (("elder", "community"), (), ("weekend",))
    assert ADULT not in await the_log(any_app, talk)


async def test_from_a_certain_age_on_one_may_be_of_the_five_elders(any_app: App) -> None:
    await said(Talk(any_app), *OLD, "=yes", "=no", "=yes")
    found = await registered(any_app, VETERAN)
    assert found is not None
    assert (found.veteran, found.calls, found.township) == (True, False, "luyang")


async def test_a_person_is_registered_once(any_app: App) -> None:
    await said(Talk(any_app), *SELF, "=yes", "=yes")
    other = Talk(any_app, "c1")
    await said(other, *SELF, "=yes", "=yes")
    assert "volunteer-known" in other.keys
    assert "volunteer-registered" not in other.keys


async def test_a_minor_is_a_volunteer_once_a_guardian_has_agreed_in_a_chat_of_their_own(any_app: App) -> None:
    talk, code = await a_minor(any_app)
    waiting = await registered(any_app, MINOR)
    assert waiting is not None
    assert waiting.state == "waiting"
    parent = await guardian(any_app, code)
    assert "guardian-consented" in parent.keys
    assert "volunteer-guardian_agreed" in await told(any_app, "minor")
    found = await registered(any_app, MINOR)
    assert found is not None
    assert found.guardian is not None
    assert (found.state, found.guardian.id_number, found.relation) == ("registered", MOTHER, "mother")
    for number in (MINOR, "13800000000", "李小红"):  # what the one typed, the other never sees
        assert number not in await the_log(any_app, parent)
    for number in (MOTHER, "13900000000", "王芳"):
        assert number not in await the_log(any_app, talk)


async def test_a_minor_does_not_consent_for_themselves(any_app: App) -> None:
    talk, code = await a_minor(any_app)
    await said(talk, "监护人同意", code, "=first")
    assert "guardian-own_chat" in talk.keys
    elsewhere = ["监护人同意", code, "=first", "=agree", "李小红", MINOR]
    other = await guardian(any_app, code, elsewhere)
    assert "volunteer-guardian_of_age" in other.keys
    found = await registered(any_app, MINOR)
    assert found is not None
    assert found.state == "waiting"


async def test_a_code_is_of_the_chat_that_opened_it_and_works_once(any_app: App) -> None:
    _, code = await a_minor(any_app)
    first = await guardian(any_app, code, CONSENT[:3])
    second = await guardian(any_app, code, CONSENT[:2], "stranger")
    assert "guardian-over" in second.keys
    await said(first, *CONSENT[3:])
    assert "guardian-consented" in first.keys
    again = await guardian(any_app, code, CONSENT[:2], "later")
    assert "guardian-over" in again.keys


@pytest.mark.parametrize("how", ["refused", "lapsed"])
async def test_without_consent_nothing_of_a_minor_is_kept_and_they_are_told_alike(tmp_path: Path, how: str) -> None:
    clock = HandClock()
    async with an_app(tmp_path, clock) as app:
        _, code = await a_minor(app)
        waiting = await registered(app, MINOR)
        assert waiting is not None
        if how == "refused":
            parent = await guardian(app, code, ["监护人同意", "{code}", "=refuse", "=yes"])
            assert "guardian-refused" in parent.keys
        else:
            clock.now += GUARDIAN_DAYS
        assert (await told(app, "minor"))[-1:] == ["volunteer-no_consent"]
        async with app.database.read() as connection:
            found = await registry.by_number(connection, app.vault, waiting.number)
        assert found is not None
        assert found.state == how
        assert (found.person, found.kinds, found.township) == (None, (), None)
        assert await kept_of(app, waiting.number, MINOR) == []


async def kept_of(app: App, number: str, id_: str) -> list[str]:
    """What is kept of somebody besides their number."""
    async with app.database.read() as connection:
        (row,) = (await connection.execute(select(volunteers).where(volunteers.c.number == number))).all()
        asked = (await connection.execute(select(guardians).where(guardians.c.volunteer == number))).all()
    kept = ["person"] if row.person == registry.person_index(app.vault, id_) else []
    return kept + (["conversation"] if row.conversation else []) + ["guardian" for _ in asked]


async def test_nothing_is_kept_of_a_minor_who_leaves_while_they_wait(any_app: App) -> None:
    talk, code = await a_minor(any_app)
    waiting = await registered(any_app, MINOR)
    assert waiting is not None
    assert await kept_of(any_app, waiting.number, MINOR) == ["person", "conversation", "guardian"]
    await said(talk, "我的志愿者信息", "=leave", "=yes")
    assert "volunteer_details-left" in talk.keys
    assert await kept_of(any_app, waiting.number, MINOR) == []
    parent = await guardian(any_app, code, CONSENT[:2])
    assert "guardian-over" in parent.keys


async def test_the_code_of_a_guardian_is_gone_once_they_have_agreed(any_app: App) -> None:
    _, code = await a_minor(any_app)
    await guardian(any_app, code)
    async with any_app.database.read() as connection:
        (row,) = (await connection.execute(select(guardians))).all()
    assert (row.state, row.code, row.sealed) == ("agreed", None, b"")


async def test_who_signs_up_known_people_to_find_out_is_told_nothing_after_a_few(any_app: App) -> None:
    known = [id_number(date(1980, 1, 1 + n), man=True) for n in range(5)]
    async with any_app.database.write() as connection:
        for n, each in enumerate(known):
            one = Volunteer(f"K{n}", "registered", f"k{n}", Person("赵甲", each), None)
            await registry.register(connection, any_app.vault, one, any_app.clock(), "id")
    talk = Talk(any_app, "curious")
    for each in known:
        await said(talk, *BEGIN, "=self", "赵甲", each, *LIVES, *OFFERS, "=yes", "=yes")
        assert "volunteer-known" in talk.keys
        await said(talk, "取消", "=yes")
    await said(talk, *BEGIN, "=self", "钱乙", VETERAN, *LIVES, *OFFERS, "=no", "=yes", "=yes")
    assert "volunteer-known" in talk.keys
    assert await registered(any_app, VETERAN) is None
    elsewhere = Talk(any_app, "honest")
    await said(elsewhere, *BEGIN, "=self", "钱乙", VETERAN, *LIVES, *OFFERS, "=no", "=yes", "=yes")
    assert "volunteer-registered" in elsewhere.keys


async def test_who_is_of_age_decides_alone(tmp_path: Path) -> None:
    clock = HandClock()
    async with an_app(tmp_path, clock) as app:
        talk, code = await a_minor(app)
        parent = await guardian(app, code)
        await said(talk, "我的志愿者信息")
        assert not {"calls_on", "calls_off"} & set(talk.options)
        clock.now = instant("2028-06-06T12:00")  # eighteen that day
        await said(talk, "我的志愿者信息")
        assert "calls_on" in talk.options
        await said(parent, "我的志愿者信息")
        assert "volunteer_details-no_volunteer" in parent.keys


async def test_who_signs_up_again_has_the_number_and_the_hours_they_had(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *SELF, "=yes", "=yes")
    was = await registered(any_app, ADULT)
    await said(talk, "退出志愿者", "=leave", "=yes")
    anew = Talk(any_app, "anew")
    await said(anew, *BEGIN, "=self", "张三", ADULT, "=elsewhere", "13900000000", "助残", *OFFERS[1:], "=yes", "=yes")
    found = await registered(any_app, ADULT)
    assert was is not None
    assert found is not None
    assert found.person is not None
    assert (found.number, found.conversation) == (was.number, "anew")
    assert (found.person.phone, found.kinds) == ("13900000000", ("disability",))
    await said(anew, "退出志愿者", "=leave", "=yes")
    await said(anew, *BEGIN, "=self", "李四", ADULT, *LIVES, *OFFERS, "=yes", "=yes")  # somebody of another name
    other = await registered(any_app, ADULT)
    assert other is not None
    assert other.number != was.number


async def test_a_minor_who_signs_up_again_is_asked_for_consent_anew(any_app: App) -> None:
    talk, code = await a_minor(any_app)
    parent = await guardian(any_app, code)
    was = await registered(any_app, MINOR)
    await said(parent, "我的志愿者信息", "=take_back", "=yes")
    await said(talk, *YOUNG)
    assert talk.last is not None
    code = next(reply.words.args["code"] for reply in talk.last.replies if "code" in reply.words.args)
    waiting = await registered(any_app, MINOR)
    assert was is not None
    assert waiting is not None
    assert (waiting.number, waiting.state, waiting.guardian) == (was.number, "waiting", None)
    await said(parent, *(code if line == "{code}" else line for line in CONSENT))
    found = await registered(any_app, MINOR)
    assert found is not None
    assert found.state == "registered"


async def test_a_guardian_takes_consent_back_and_the_minor_is_told(any_app: App) -> None:
    _, code = await a_minor(any_app)
    parent = await guardian(any_app, code)
    await said(parent, "我的志愿者信息", "=take_back", "=yes")
    assert "volunteer-guardian_took_back" in await told(any_app, "minor")
    assert await registered(any_app, MINOR) is None


async def test_a_guardian_signs_up_a_child_in_their_own_chat(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *OF_MOTHER)
    assert "volunteer-registered" in talk.keys
    found = await registered(any_app, CHILD)
    assert found is not None
    assert found.guardian is not None
    assert (found.state, found.calls, found.guardian.id_number) == ("registered", False, MOTHER)


async def test_what_is_offered_is_changed_and_calls_are_turned_off_by_a_word(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *SELF, "=yes", "=yes")
    await said(talk, "我的志愿者信息", "=kinds", "助残", "别再派单", "=calls_off")
    found = await registered(any_app, ADULT)
    assert found is not None
    assert (found.kinds, found.calls) == (("disability",), False)
    await said(talk, "退出志愿者", "=leave", "=yes")
    assert await registered(any_app, ADULT) is None
    await said(talk, *SELF, "=yes", "=yes")
    assert await registered(any_app, ADULT) is not None


async def test_nobody_sees_or_changes_a_registration_of_another_chat(any_app: App) -> None:
    await said(Talk(any_app), *SELF, "=yes", "=yes")
    stranger = Talk(any_app, "stranger")
    await said(stranger, "我的志愿者信息")
    assert "volunteer_details-no_volunteer" in stranger.keys
    assert stranger.options == ["service:volunteer"]


async def test_who_is_forgotten_is_nobody_any_more_and_what_they_served_stands(any_app: App) -> None:
    talk = Talk(any_app)
    await said(talk, *SELF, "=yes", "=yes")
    was = await registered(any_app, ADULT)
    assert was is not None
    async with any_app.database.write() as connection:
        await organisations.add(connection, Organisation("o1", "幸福社区服务队", None), any_app.clock())
    served = ["记时长", "今天上午8点到10点在敬老院打扫", "=first", "对"]
    await said(talk, *served)
    assert "service_hours-recorded" in talk.keys
    await said(talk, "我的信息", "=erase", "=yes")
    assert await registered(any_app, ADULT) is None
    async with any_app.database.read() as connection:
        gone = await registry.by_number(connection, any_app.vault, was.number)
        (entry,) = await ledger.of_volunteer(connection, any_app.vault, was.number)
        assert await ledger.broken(connection, any_app.vault) == []
    assert gone is not None
    assert (gone.person, gone.conversation, gone.state) == (None, None, "left")
    assert (entry.minutes, entry.what, entry.where) == (120, "", "")
    await said(Talk(any_app, "again"), *SELF, "=yes", "=yes")
    assert await registered(any_app, ADULT) is not None


async def test_a_guardian_who_is_forgotten_has_taken_their_consent_back(any_app: App) -> None:
    _, code = await a_minor(any_app)
    parent = await guardian(any_app, code)
    await said(parent, "我的信息", "=erase", "=yes")
    assert await registered(any_app, MINOR) is None
    assert "volunteer-guardian_took_back" in await told(any_app, "minor")


async def test_the_right_code_may_be_typed_after_a_wrong_one(any_app: App) -> None:
    _, code = await a_minor(any_app)
    parent = await guardian(any_app, code, ["监护人同意", "2222-2222", "{code}", "=first"])
    assert "guardian-notice" in parent.keys


WALKS: dict[str, tuple[str, Sequence[str]]] = {
    "registered": (NOON, [*SELF, "=yes", "=yes"]),
    "registered.veteran": (NOON, [*OLD, "=yes", "=no", "=yes"]),
    "registered.child": (NOON, OF_MOTHER),
    "guardian_asked": (NOON, YOUNG),
    "by_guardian": (NOON, [*BEGIN, "=self", "李小明", CHILD]),
    "by_oneself": (NOON, [*BY_MOTHER, "李小红", MINOR]),
    "at_the_office": (NOON, ["志愿者注册", "=decline"]),
}


async def test_every_route_of_signing_up_is_walked(tmp_path: Path) -> None:
    walked = await walk_all(SIGNUP, WALKS, tmp_path)
    assert not_walked(SIGNUP, walked) == [("id", "too_young")]  # the national default takes every age; see below


async def test_a_place_may_set_an_age_and_refuses_kindly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.volunteers.signing_up.youngest", lambda _: 12)
    async with an_app(tmp_path) as app:
        talk = Talk(app)
        await said(talk, *BY_MOTHER, "李小明", CHILD)
        assert "volunteer-too_young" in talk.keys
        assert await registered(app, CHILD) is None


async def walked_by(app: App, flow: Flow, *walks: tuple[Talk, Sequence[str]]) -> set[tuple[str, str]]:
    """The pairs of steps that followed each other, of conversations on one desk."""
    found: set[tuple[str, str]] = set()
    for talk, lines in walks:
        names = [key.removeprefix(f"{flow.name}-") for key in await said(talk, *lines)]
        path = [each for each in names if each in flow.steps or each in flow.endings]
        found |= set(pairwise(path))
    return found


async def test_every_route_of_a_guardian_is_walked(tmp_path: Path) -> None:
    async with an_app(tmp_path) as app:
        _, code = await a_minor(app)

        def lines(*after: str) -> list[str]:
            return ["监护人同意", code, *after]

        parent = Talk(app, "parent")
        walked = await walked_by(
            app,
            GUARDIAN,
            (parent, ["监护人同意", "=lost"]),
            (parent, lines("=none")),
            (parent, lines("=refuse", "=no")),
            (parent, lines("=first", "=decline")),
            (parent, lines(*CONSENT[2:])),
        )
        other = Talk(app, "other")
        await said(other, *YOUNG[:3], "赵小", id_number(date(2009, 1, 1), man=True), *YOUNG[5:])
        assert other.last is not None
        code = next(reply.words.args["code"] for reply in other.last.replies if "code" in reply.words.args)
        walked |= await walked_by(app, GUARDIAN, (Talk(app, "father"), lines("=refuse", "=yes")))
    assert not_walked(GUARDIAN, walked) == []


async def test_every_route_of_ones_details_is_walked(tmp_path: Path) -> None:
    async with an_app(tmp_path) as app:
        talk = Talk(app)
        await said(talk, *SELF, "=yes", "=yes")
        word = "我的志愿者信息"
        waiting, _ = await a_minor(app)
        walked = await walked_by(
            app,
            DETAILS,
            (talk, [word, "=none"]),
            (talk, [word, "=phone", "=decline"]),
            (talk, [word, "=phone", "=agree", "13700000000"]),
            (talk, [word, "=township", "=wufo"]),
            (talk, [word, "=kinds", "都可以"]),
            (talk, [word, "=skills", "法律"]),
            (talk, [word, "=times", "什么时候都行"]),
            (talk, [word, "=calls_off"]),
            (talk, [word, "=calls_on"]),
            (talk, [word, "=leave", "=no"]),
            (talk, [word, "=leave", "=yes"]),
            (waiting, [word, "=code"]),
        )
    # With one registration its step is answered by itself, and is not asked.
    assert not_walked(DETAILS, walked) == [("volunteer", "what")]

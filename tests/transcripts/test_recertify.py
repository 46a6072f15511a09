"""资格认证 as it is talked through: what is handed in goes to the township, and nothing stops by it."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from bot.app import App
from flows.benefits.records import Mandate, MandateKind, Record
from flows.errors import OutsideFault
from integrations.case_systems.webhook import case_data
from integrations.store import cases
from integrations.store.benefits import certifications, looks
from integrations.store.benefits.certifications import Certification
from integrations.store.benefits.register import person_of
from integrations.store.cases import Case
from integrations.store.tables import cases as table
from tests.benefiting import ACCOUNT, NAME, OTHER_PHONE, PHONE, a_record, proved, registered
from tests.talk import MAN, OTHER_MAN, HandClock, Talk, replay
from tests.transcripts.walks import said

DUE = date(2026, 5, 20)
BEGIN = ["做资格认证", "=agree"]
SAME = ["=same", "=same", "=same", "=same"]
"""Home, household, income and account are as before."""
OWN = [*BEGIN, "=questions", "=self"]
VISIT = ["=morning,weekend", "=on_file", "院里有狗", "=yes"]


async def known(app: App, *records: Record, conversation: str = "c0", by: MandateKind | None = None) -> Talk:
    """Somebody is to certify, and it is shown who they are, or who asks for them."""
    mandates = () if by is None else (Mandate("李四", OTHER_MAN, OTHER_PHONE, by),)
    await registered(app, *(records or (a_record(certify_by=DUE),)), mandates=mandates)
    phone = PHONE if by is None else OTHER_PHONE
    await proved(
        app,
        conversation,
        id_=conversation.ljust(24, "p"),
        by=by,
        proxy=None if by is None else OTHER_MAN,
        phone=phone,
    )
    return Talk(app, conversation)


async def filed(app: App) -> list[Case]:
    """Every case, the oldest first."""
    async with app.database.read() as connection:
        chosen = select(table.c.number).order_by(table.c.filed_at, table.c.number)
        numbers = list((await connection.execute(chosen)).scalars())
        found = [await cases.by_number(connection, app.vault, number) for number in numbers]
    return [each for each in found if each is not None]


async def kept(app: App, record: str = "DB-1", due: date = DUE) -> Certification | None:
    """What is kept of a certification."""
    async with app.database.read() as connection:
        return (await certifications.of_records(connection, app.vault, {(record, due)})).get((record, due))


def briefed(case: Case) -> list[str]:
    """The lines for the staff, by what they are about."""
    return [each["key"].removeprefix("recertify-brief_") for each in case.content["briefing"]]


def changes(case: Case) -> set[str]:
    """The changes that the staff are told of, and what is unclear."""
    keys = set()
    for line in case.content["briefing"]:
        what = line.get("args", {}).get("what")
        if what is not None:
            keys |= {part for part in str(what).replace("'", '"').split('"') if part.startswith("recertify-")}
    return keys


async def test_all_as_before_goes_to_the_township_to_confirm(any_app: App) -> None:
    app, talk = any_app, await known(any_app)
    talk = await replay(
        app,
        """
        you: 做资格认证
        ...
        bot: recertify-notice_certify
        you: 同意
        bot: recertify-how
        you: 1
        bot: recertify-who
        you: 是本人回答
        bot: recertify-living
        tap: same
        bot: recertify-household
        you: 没有变化
        bot: recertify-income
        you: 差不多
        bot: recertify-account
        tap: same
        bot: recertify-summary
        you: 都对
        bot: recertify-done
        bot: recertify-nothing_stops
        bot: menu-more
        """,
    )
    (case,) = await filed(app)
    assert (case.kind, case.service, case.township, case.section) == ("case", "recertify", "luyang", "relief")
    assert briefed(case) == ["of", "by.self", "to_do.confirm"]
    assert talk.last is not None
    assert talk.last.replies[0].receipt == case.number
    row = await kept(app)
    assert row is not None
    assert (row.state, row.outcome, row.case, row.failures) == ("done", "done", case.number, 0)
    assert case_data(case)["service"] == "recertify"
    async with app.database.read() as connection:
        seen = await looks.of_person(connection, person_of(app.vault, MAN))
    assert {each.purpose for each in seen} == {"certify"}
    assert case.person is None  # a telephone told here shows nobody's identity


async def test_what_changed_goes_with_it_as_facts_and_stops_nothing(app: App) -> None:
    talk = await known(app)
    told = ["=moved", "=elsewhere", "=died,joined", "=more", "=changed", "搬到女儿家了", "=yes"]
    keys = await said(talk, *OWN, *told)
    assert keys[-4:-1] == ["recertify-done", "recertify-with_changes", "recertify-nothing_stops"]
    (case,) = await filed(app)
    assert briefed(case) == ["of", "by.self", "changes", "to_do.confirm"]
    wanted = {"moved", "died", "joined", "income_more", "account"}
    assert changes(case) == {f"recertify-change.{each}" for each in wanted}
    row = await kept(app)
    assert row is not None
    assert (row.state, row.outcome) == ("done", "done_with_changes")


async def test_what_is_not_known_is_no_failure(app: App) -> None:
    talk = await known(app)
    await said(talk, *OWN, "=unsure", "=unsure", "=unsure", "=unsure", "=yes")
    (case,) = await filed(app)
    assert briefed(case) == ["of", "by.self", "unclear", "to_do.confirm"]
    assert changes(case) == {f"recertify-{each}.label" for each in ("living", "household", "income", "account")}
    row = await kept(app)
    assert row is not None
    assert (row.state, row.failures) == ("done", 0)


async def test_a_guardian_answers_for_whom_they_are_guardian_of(app: App) -> None:
    talk = await known(app, by="guardian")
    keys = await said(talk, *BEGIN, "=questions", *SAME, "=yes")
    assert "recertify-who" not in keys
    assert "recertify-done" in keys
    (case,) = await filed(app)
    assert briefed(case) == ["of", "by.guardian", "to_do.confirm"]


@pytest.mark.parametrize("who", ["mandate", "helper", "unsure"])
async def test_where_the_person_did_not_answer_somebody_calls_on_them(app: App, who: str) -> None:
    talk = await known(app, by="mandate" if who == "mandate" else None)
    before = ["=questions"] if who == "mandate" else ["=questions", f"={who}"]
    keys = await said(talk, *BEGIN, *before, *VISIT)
    assert "recertify-needs_visit" in keys
    assert "recertify-living" not in keys
    (case,) = await filed(app)
    assert briefed(case) == ["of", f"by.{who}", f"visit.{who}", "to_do.visit"]
    row = await kept(app)
    assert row is not None
    assert row.state == "visit"


async def test_a_visit_can_be_asked_for_with_when_and_what_to_know(app: App) -> None:
    talk = await known(app)
    keys = await said(talk, *BEGIN, "=visit", *VISIT)
    assert "recertify-needs_visit" not in keys
    assert "recertify-visit" in keys
    (case,) = await filed(app)
    assert briefed(case) == ["of", "by.self", "visit.asked", "to_do.visit"]
    told = {answer["step"]: answer["value"] for answer in case.content["answers"]}
    assert (told["visit_when"], told["phone"], told["know"]) == (["morning", "weekend"], "on_file", "院里有狗")


async def test_what_is_due_first_stands_first_and_what_is_not_due_is_not_offered(app: App) -> None:
    records = [
        a_record("LATE", certify_by=date(2026, 4, 1)),
        a_record("SOON", certify_by=DUE, scheme="elder"),
        a_record("FAR", certify_by=date(2026, 12, 1), scheme="orphan"),
        a_record("OVER", "stopped", certify_by=DUE),
        a_record("NONE"),
    ]
    talk = await known(app, *records)
    await said(talk, "做资格认证")
    assert [each.partition(":")[0] for each in talk.options] == ["LATE", "SOON", "later"]
    await said(talk, "=first", "=agree", *OWN[2:], *SAME, "=yes")
    (case,) = await filed(app)
    assert briefed(case)[:3] == ["of", "by.self", "late"]
    await said(talk, "做资格认证")  # one is left, and is not asked for
    assert talk.keys[-1] == "recertify-notice_certify"


@pytest.mark.parametrize(
    ("due", "told"), [(None, "recertify-nothing"), (date(2026, 7, 1), "recertify-not_yet"), (DUE, "recertify-done")]
)
async def test_where_nothing_is_due_it_is_said_kindly_with_when_the_next_is(app: App, due: Any, told: str) -> None:
    talk = await known(app, a_record(certify_by=due))
    keys = await said(talk, "做资格认证")
    if told == "recertify-done":  # what is handed in once is not asked for again
        await said(talk, *OWN[1:], *SAME, "=yes")
        keys, told = await said(talk, "做资格认证"), "recertify-handed_in"
    assert told in keys
    assert "later" in talk.options
    assert "recertify-later" in await said(talk, "=later")
    assert len(await filed(app)) == (told == "recertify-handed_in")


async def test_once_the_proof_is_over_nothing_is_handed_in(app: App) -> None:
    talk = await known(app)
    await said(talk, *OWN, *SAME)
    assert isinstance(app.clock, HandClock)
    app.clock.move("2h")
    keys = await said(talk, "=yes")
    assert "identity-proven" in keys  # who asks is to be shown anew
    assert "recertify-done" not in keys
    assert await filed(app) == []
    assert await kept(app) is None


async def test_of_two_who_certify_for_the_same_day_the_first_counts(any_app: App) -> None:
    app = any_app
    first, second = await known(app), await known(app, conversation="c1", by="guardian")
    await said(first, *OWN, *SAME)
    await said(second, *BEGIN, "=questions", *SAME)
    await said(first, "=yes")
    await said(second, "=yes")
    assert "recertify-done" in first.keys
    assert "recertify-done" not in second.keys
    assert "recertify-handed_in" in second.keys
    assert len(await filed(app)) == 1


async def test_while_the_register_is_silent_that_is_said(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent:
        """A register that does not answer."""

        async def find(self, id_number: str) -> None:
            """Never anything."""
            raise OutsideFault("the register does not answer")

        async def close(self) -> None:
            """There is nothing to close."""

    talk = await known(app)
    monkeypatch.setattr(app.benefit_tools.register, "_register", Silent())
    assert "recertify-down" in await said(talk, "做资格认证")
    assert talk.options == ["command:person", "later"]


async def test_the_benefits_lead_to_it_where_it_is_due(app: App) -> None:
    talk = await known(app, a_record("SOON", certify_by=DUE), a_record("FAR", certify_by=date(2027, 5, 1)))
    await said(talk, "我的救助待遇")
    offered = []
    for option in list(talk.options):
        await said(talk, f"={option}", "=certify")
        offered.append("service:recertify" in talk.options)
        await said(talk, "=change:record")
    assert sorted(offered) == [False, True]
    for option in list(talk.options):
        await said(talk, f"={option}", "=certify")
        if "service:recertify" in talk.options:
            assert "recertify-notice_certify" in await said(talk, "=service:recertify")
            break
        await said(talk, "=change:record")


async def test_nothing_personal_is_logged_and_what_is_filed_is_sealed(
    app: App, caplog: pytest.LogCaptureFixture
) -> None:
    talk = await known(app)
    with caplog.at_level(logging.INFO):
        await said(talk, *OWN, *SAME, "=yes")
    assert not [each for each in (MAN, PHONE, NAME, "DB-1", ACCOUNT) if each in caplog.text]
    async with app.database.read() as connection:
        rows = str((await connection.execute(select(table))).all())
    assert not [each for each in (MAN, PHONE, NAME, "DB-1") if each in rows]

"""Re-certification (资格认证): what answers come to, and the work that opens what is due and lists what was missed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, select

from bot.app import App
from bot.benefits import certify_due
from bot.benefits.certify_due import CertifyDue
from flows.benefits.certifying import (
    CHANGES,
    UNCLEAR,
    Answers,
    Chosen,
    Result,
    due_first,
    last_due,
    next_due,
    result_of,
)
from flows.benefits.records import MANDATES, SCHEMES, STATES, Record
from flows.desk.rights import Clerk, Level, Role
from integrations.case_systems.webhook import case_data
from integrations.store import cases, clocks, due_work
from integrations.store.benefits import certifications, expiry, register
from integrations.store.benefits.register import person_of
from integrations.store.benefits.tables import certifications as rows
from integrations.store.benefits.tables import mandates, payments, people, records
from integrations.store.cases import Case
from integrations.store.tables import cases as table
from integrations.store.tables import due_work as work_table
from tests.benefiting import NAME, PAID, PHONE, a_record, proved, registered
from tests.desk import desk_of, with_account
from tests.talk import MAN, OTHER_MAN, WOMAN, HandClock, Talk, work_off
from tests.transcripts.test_recertify import OWN, SAME, filed
from tests.transcripts.walks import said, world_at

WORLD = world_at("2026-05-11T12:00")
LATE, SOON, FAR = date(2026, 5, 1), date(2026, 5, 31), date(2026, 9, 1)
CLERK = Clerk("zhaosi", "赵四", Role.DESK, Level.COUNTY)
REGISTER = (people, records, payments, mandates)

_changes = st.frozensets(st.sampled_from(CHANGES))
_unclear = st.frozensets(st.sampled_from(UNCLEAR))
_whos = st.sampled_from(["self", "helper", "unsure"])
_bys = st.sampled_from([None, *MANDATES])
answers = st.builds(Answers, _bys, st.one_of(st.none(), _whos), st.booleans(), _changes, _unclear)


# --- rules -----------------------------------------------------------------------------------------------------------


@given(answers)
def test_only_the_person_or_a_guardian_certifies_and_all_others_are_visited(given_: Answers) -> None:
    found = result_of(given_)
    themselves = given_.by == "guardian" or (given_.by is None and given_.who == "self")
    assert (found.outcome == "visit") == (given_.asks_visit or not themselves)
    assert (found.why is not None) == (found.outcome == "visit")


@given(answers)
def test_every_change_goes_with_it_and_what_is_unclear_changes_nothing_of_what_it_comes_to(given_: Answers) -> None:
    found = result_of(given_)
    assert (frozenset(found.changes), frozenset(found.unclear)) == (given_.changes, given_.unclear)
    sure = result_of(Answers(given_.by, given_.who, given_.asks_visit, given_.changes))
    assert found.outcome == sure.outcome
    if found.outcome != "visit":
        assert (found.outcome == "done_with_changes") == bool(given_.changes)


def test_as_before_said_by_oneself_is_done() -> None:
    assert result_of(Answers(None, "self")) == Result("done", (), ())
    assert result_of(Answers(None, None)).why == "unsure"


_days = st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2027, 1, 1)))
_records = st.lists(
    st.builds(
        lambda n, day, state: a_record(f"R{n}", state, certify_by=day), st.integers(), _days, st.sampled_from(STATES)
    )
)


@given(_records)
def test_what_is_due_stands_by_its_day_and_the_next_is_the_first_after(some: list[Record]) -> None:
    day, policy = WORLD.day, WORLD.policy
    due, following, until = due_first(some, day, policy), next_due(some, day, policy), last_due(day, policy)
    days = [each.certify_by for each in due if each.certify_by is not None]
    assert days == sorted(days)
    lasting = [each for each in some if each.certify_by is not None and not each.is_over]
    assert sorted(map(id, due)) == sorted(id(each) for each in lasting if each.certify_by and each.certify_by <= until)
    later = [each.certify_by for each in lasting if each.certify_by and each.certify_by > until]
    assert following == (min(later) if later else None)


@given(
    st.builds(
        Chosen,
        st.text(min_size=1, max_size=60),
        st.sampled_from(SCHEMES),
        st.dates(),
        _bys,
        st.one_of(st.none(), st.text(min_size=1, max_size=40)),
        st.one_of(st.none(), st.from_regex(r"\d{4}", fullmatch=True)),
    )
)
def test_what_was_chosen_is_read_back_as_it_was(of: Chosen) -> None:
    assert Chosen.of(of.value) == of


# --- standing work ---------------------------------------------------------------------------------------------------


async def look(app: App) -> None:
    """The standing work, as the worker does it."""
    await CertifyDue(app.benefit_tools).look(due_work.Work("certify_due", "certify_due", app.clock(), {}))


async def states(app: App) -> dict[str, tuple[str, int]]:
    """How every certification stands, and how often it was missed."""
    async with app.database.read() as connection:
        return {row.record: (row.state, row.failures) for row in await connection.execute(select(rows))}


async def in_register(app: App) -> list[Any]:
    """Every row of the register as it lies there."""
    async with app.database.read() as connection:
        return [sorted((await connection.execute(select(each))).all(), key=str) for each in REGISTER]


async def close(app: App, case: Case) -> None:
    """A clerk takes a case on and closes it."""
    world = await app.world()
    async with app.database.write() as connection:
        assert await app.handling.claim(connection, case, CLERK, world)
    async with app.database.write() as connection:
        claimed = await cases.by_number(connection, app.vault, case.number)
        assert claimed is not None
        assert await app.handling.close(connection, claimed, CLERK, "done", world)


def listed(case: Case) -> list[str]:
    """The lines of a list."""
    return [str(answer["value"]) for answer in case.content["answers"]]


@contextmanager
def dying(app: App, after: int) -> Iterator[None]:
    """The process dies at a statement that writes, counted from now."""
    left = [after]

    def count(_: Any, __: Any, statement: str, *___: Any) -> None:
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            left[0] -= 1
            if left[0] < 0:
                raise SystemExit("killed")

    engine = app.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", count)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", count)


def several() -> tuple[Record, ...]:
    """Two that were missed in one township and one elsewhere, one that is due, and some that are not."""
    return (
        a_record("A", certify_by=LATE, payments=PAID),
        a_record("B", certify_by=LATE - timedelta(days=9), scheme="elder"),
        a_record("C", certify_by=LATE, township=None),
        a_record("D", certify_by=SOON),
        a_record("E", certify_by=FAR),
        a_record("F", "stopped", certify_by=LATE),
        a_record("G"),
    )


async def test_what_was_missed_reaches_the_township_once_a_day_and_the_register_is_not_touched(any_app: App) -> None:
    app = any_app
    await registered(app, *several())
    before = await in_register(app)
    await look(app)
    assert await states(app) == {"A": ("failed", 1), "B": ("failed", 1), "C": ("failed", 1), "D": ("open", 0)}
    found = {each.township: each for each in await filed(app)}
    assert set(found) == {"luyang", None}
    assert (found["luyang"].level, found[None].level) == (Level.TOWNSHIP, Level.COUNTY)
    assert [line.split()[:3] for line in listed(found["luyang"])] == [[NAME, PHONE, "B"], [NAME, PHONE, "A"]]
    assert found["luyang"].content["briefing"][0]["args"]["n"] == 2
    assert case_data(found["luyang"])["ending"] == "uncertified"
    async with app.database.read() as connection:
        assert await clocks.of_case(connection, found["luyang"].number)
    for _ in range(2):  # idempotent, also where more is missed on the same day
        await registered(app, a_record("H", certify_by=LATE), id_number=OTHER_MAN)
        await look(app)
    assert len(await filed(app)) == 2
    assert (await states(app))["H"] == ("open", 0)
    assert isinstance(app.clock, HandClock)
    app.clock.move("1d")
    await look(app)
    (new,) = [each for each in await filed(app) if each.number not in {case.number for case in found.values()}]
    assert [line.split()[2] for line in listed(new)] == ["H"]
    await work_off(app)
    after = await in_register(app)
    assert [[row for row in new_rows if row in old] for new_rows, old in zip(after, before, strict=True)] == before


async def test_the_register_would_be_seen_to_change(app: App) -> None:
    await registered(app, *several())
    before = await in_register(app)
    await registered(app, a_record("A", "stopped", certify_by=LATE))
    assert await in_register(app) != before


async def test_wherever_it_is_killed_it_comes_to_the_same(any_app: App) -> None:
    app = any_app
    await registered(app, *several())
    died = 0
    for after in range(40):
        try:
            with dying(app, after):
                await look(app)
        except SystemExit:
            died += 1
            kept = await states(app)
            in_lists = [line.split()[2] for case in await filed(app) for line in listed(case)]
            assert sorted(in_lists) == sorted(each for each, (state, _) in kept.items() if state == "failed")
        else:
            break
    assert died > 5
    assert await states(app) == {"A": ("failed", 1), "B": ("failed", 1), "C": ("failed", 1), "D": ("open", 0)}
    assert len(await filed(app)) == 2


async def test_what_was_handed_in_is_not_missed_and_what_was_missed_can_still_be_done(app: App) -> None:
    await registered(app, a_record("A", certify_by=LATE))
    await look(app)
    await proved(app)
    talk = Talk(app)
    await said(talk, *OWN, *SAME, "=yes")
    assert await states(app) == {"A": ("done", 0)}
    await look(app)
    assert await states(app) == {"A": ("done", 0)}
    assert len(await filed(app)) == 2


async def test_a_case_that_is_closed_settles_it_and_the_next_day_counts_on(any_app: App) -> None:
    app = any_app
    await registered(app, a_record("A", certify_by=LATE), a_record("B", certify_by=LATE, township="wufo"))
    await look(app)
    here, _ = sorted(await filed(app), key=lambda each: each.township or "")
    await close(app, here)
    await work_off(app)  # nobody is told of a list: it has no conversation
    await look(app)
    assert await states(app) == {"A": ("settled", 1), "B": ("failed", 1)}
    await registered(app, a_record("A", certify_by=LATE + timedelta(days=5)))
    assert isinstance(app.clock, HandClock)
    app.clock.move("1d")
    await look(app)
    async with app.database.read() as connection:
        key = ("A", LATE + timedelta(days=5))
        again = (await certifications.of_records(connection, app.vault, {key}))[key]
    assert (again.state, again.failures) == ("failed", 2)


async def test_what_the_register_gives_another_day_or_ends_is_no_more_due(app: App) -> None:
    await registered(app, a_record("A", certify_by=SOON), a_record("B", certify_by=SOON))
    await look(app)
    assert set((await states(app)).values()) == {("open", 0)}
    await registered(app, a_record("A", certify_by=FAR), a_record("B", "ended", certify_by=SOON))
    assert isinstance(app.clock, HandClock)
    app.clock.move("40d")
    await look(app)
    assert set((await states(app)).values()) == {("settled", 0)}
    assert await filed(app) == []


async def test_a_list_has_an_end_and_the_others_follow(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(certify_due, "MOST_LISTED", 2)
    monkeypatch.setattr(certify_due, "BATCH", 2)
    await registered(app, *(a_record(f"R{n}", certify_by=LATE) for n in range(5)))
    sizes = []
    for _ in range(4):
        await look(app)
        sizes.append(sum(state == "failed" for state, _ in (await states(app)).values()))
        assert isinstance(app.clock, HandClock)
        app.clock.move("1d")
    assert sizes == [2, 4, 5, 5]


async def test_the_list_is_sealed_and_its_page_shows_telephones_only_on_request(app: App) -> None:
    await registered(app, a_record("A", certify_by=LATE))
    await look(app)
    (case,) = await filed(app)
    async with app.database.read() as connection:
        raw = str((await connection.execute(select(table))).all()) + str((await connection.execute(select(rows))).all())
        work = str((await connection.execute(select(work_table))).all())
    assert not [each for each in (NAME, PHONE, MAN) if each in raw + work]
    await with_account(app)
    async with desk_of(app) as desk:
        await desk.sign_in()
        page = await desk.read(f"/desk/cases/{case.number}")
    assert NAME in page
    assert PHONE not in page


async def test_what_was_settled_goes_with_its_time_and_who_is_taken_out_goes_at_once(app: App) -> None:
    await registered(app, a_record("A", certify_by=LATE), a_record("B", certify_by=SOON))
    await registered(app, a_record("C", certify_by=SOON), id_number=WOMAN)
    await look(app)
    await close(app, (await filed(app))[0])
    await look(app)
    now = app.clock() + timedelta(days=1)
    async with app.database.write() as connection:
        await expiry.expire(connection, now, now, now, 500)
        assert await register.remove(connection, person_of(app.vault, WOMAN))
    assert await states(app) == {"B": ("open", 0)}

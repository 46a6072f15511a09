"""Entries of service time are countersigned once, disputed, corrected, withdrawn, with all that follows or nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.app import App
from flows.errors import Refused
from flows.volunteers import ledger as rules
from flows.volunteers.certificate import Certificate, lines_of, to_plain
from flows.volunteers.rules import countersigned_by
from integrations.store import audit, chain
from integrations.store.database import Collision
from integrations.store.tables import due_work, notices
from integrations.store.volunteers import ledger, noted, registry, sound, words
from integrations.store.volunteers.tables import (
    activities,
    certificate_entries,
    certificates,
    enrolments,
    organisers,
    service_ledger,
    service_records,
)
from tests.serving import FIRST, LEADER, OTHER_TEAM, SECOND, TEAM, Serving, a_volunteer
from tests.talk import NOON, work_off

LONG_AGO = date(2020, 1, 1)


async def serving(app: App) -> Serving:
    served = Serving(app)
    await served.begin()
    return served


async def broken(app: App) -> list[str]:
    """What ``verify`` says about the ledger."""
    async with app.database.read() as connection:
        return await ledger.broken(connection, app.vault)


async def states(app: App, entries: Sequence[str]) -> list[str]:
    async with app.database.read() as connection:
        found = {each.id: each.state for each in await ledger.some(connection, app.vault, entries)}
    return [found[entry] for entry in entries]


async def events(app: App, event: str) -> list[str]:
    """The entries to which this happened, in the order of the ledger."""
    chosen = select(service_ledger.c.entry).where(service_ledger.c.event == event).order_by(service_ledger.c.seq)
    async with app.database.read() as connection:
        return list((await connection.execute(chosen)).scalars())


YEARS = (date(2020, 1, 1), date(2030, 1, 1))
"""All days of service in these tests."""


async def reported(app: App, what: str) -> list[str]:
    """What was reported to the volunteer system, by what it is about."""
    chosen = select(due_work.c.subject).where(due_work.c.id.like(f"report:{what}:%")).order_by(due_work.c.id)
    async with app.database.read() as connection:
        return [str(each) for each in (await connection.execute(chosen)).scalars()]


async def told(app: App, conversation: str) -> int:
    """How much is to be told in a conversation."""
    async with app.database.read() as connection:
        own = select(notices.c.id).where(notices.c.conversation == conversation)
        return len((await connection.execute(own)).all())


async def a_certificate(
    app: App,
    number: str,
    entries: Sequence[str],
    minutes: int,
    organisation: str = TEAM,
    later: int = 0,
    **line: object,
) -> None:
    """A certificate that says these entries; its days are so many ``later``, and ``line`` is what it prints instead."""
    async with app.database.read() as connection:
        own = await ledger.some(connection, app.vault, entries)
    printed = [replace(each, **line) for each in lines_of(own, {})]  # type: ignore[arg-type]
    said = Certificate(number, FIRST, "志愿甲", "", organisation, NOON.date(), "00", True, tuple(printed))
    sealed = app.vault.seal_plain(to_plain(said), f"certificates:{number}")
    days = [each.day + timedelta(days=later) for each in own]
    row: dict[str, object] = {
        "number": number,
        "volunteer": FIRST,
        "organisation": organisation,
        "conversation": "v1",
        "run": number,
    }
    row |= {"first_day": min(days), "last_day": max(days), "minutes": minutes, "digest": "", "state": "valid"}
    async with app.database.write() as connection:
        await connection.execute(insert(certificates), {**row, "sealed": sealed, "issued_at": NOON})
        rows = [{"certificate": number, "entry": entry} for entry in entries]
        await connection.execute(insert(certificate_entries), rows)


async def confirm(served: Serving, entries: Sequence[str], who: str) -> list[str]:
    """Countersigns as a turn would: tried again where two have met."""
    while True:
        try:
            async with served.app.database.write() as connection:
                return await served.records.confirm(connection, entries, who, await served.app.world())
        except Collision:
            continue


async def correct(served: Serving, old: rules.Entry, new: rules.Entry) -> rules.Entry:
    """Puts an entry right, as somebody in charge."""
    async with served.app.database.write() as connection:
        world = await served.app.world()
        return await served.records.correct(connection, old, new, f"organiser:{LEADER}", world, step="ends")


async def test_two_organisers_countersigning_one_batch_at_once_confirm_each_entry_once(any_app: App) -> None:
    served = await serving(any_app)
    entries = await served.recorded(12)
    halves = [entries[:8], list(reversed(entries[4:]))]
    hers, his = await asyncio.gather(
        confirm(served, halves[0], f"organiser:{LEADER}"), confirm(served, halves[1], f"organiser:{SECOND}")
    )
    assert sorted([*hers, *his]) == sorted(entries)
    assert sorted(await events(any_app, "confirmed")) == sorted(entries)
    assert sorted(await reported(any_app, "hours_confirmed")) == sorted(entries)
    assert await broken(any_app) == []
    async with any_app.database.read() as connection:
        own = select(service_records.c.entry).where(service_records.c.confirmed_by == f"organiser:{LEADER}")
        assert set((await connection.execute(own)).scalars()) == set(hers)


async def test_nobody_countersigns_for_another_organisation_or_for_themselves(any_app: App) -> None:
    served = await serving(any_app)
    mine, child, fine = await served.recorded(1), [], await served.recorded(0)
    async with any_app.database.write() as connection:
        own = a_volunteer("V2", f"chat-{LEADER}", 2)
        await registry.register(connection, any_app.vault, own, NOON - timedelta(days=90), "number")
    child = await served.recorded(1, volunteer="V2")
    assert await confirm(served, mine, "organiser:stranger") == fine == []
    assert await confirm(served, child, f"organiser:{LEADER}") == []
    assert await confirm(served, mine, "organiser:nobody") == []
    assert await states(any_app, [*mine, *child]) == ["waiting", "waiting"]
    # The control: who is not the one who served may, of their own organisation.
    assert await confirm(served, [*mine, *child], f"organiser:{SECOND}") == sorted([*mine, *child])


async def test_nobody_signs_for_themselves_once_they_have_left_or_from_another_chat(any_app: App) -> None:
    served, here, vault = await serving(any_app), f"chat-{LEADER}", any_app.vault
    people = {
        "V2": a_volunteer("V2", here, 2),  # the leader's, who leaves
        "V3": a_volunteer("V3", "child", 3),  # to whose service the leader agrees, and takes it back
        "V4": a_volunteer("V4", "elsewhere", 4),  # the leader's, in a chat of their own
        "V5": replace(a_volunteer("V5", "another", 5), guardian=a_volunteer("V4", None, 4).person),
        "V6": a_volunteer("V6", "stranger", 6),
    }
    async with any_app.database.write() as connection:
        for each in people.values():
            await registry.register(connection, vault, each, NOON - timedelta(days=90), "number")
        until, now = NOON + timedelta(days=1), NOON
        await registry.ask_guardian(connection, vault, "V3", "GUARDIAN", until, now)
        assert await registry.settle_guardian(connection, "V3", registry.ASKED, registry.AGREED, now, by=here)
        person = people["V4"].person
        assert person is not None
        index = registry.person_index(vault, person.id_number)
        own = update(organisers).where(organisers.c.id == LEADER)
        await connection.execute(own.values(person=index))
    entries = {number: (await served.recorded(1, volunteer=number))[0] for number in people}
    async with any_app.database.write() as connection:
        for number in ("V2", "V3"):
            volunteer = await registry.by_number(connection, vault, number)
            assert volunteer is not None
            await registry.settle_guardian(connection, number, registry.AGREED, registry.REVOKED, NOON)
            await registry.change(connection, vault, volunteer, NOON, state="left")
    assert await confirm(served, list(entries.values()), f"organiser:{LEADER}") == [entries["V6"]]
    # The control: somebody else in charge signs for them.
    assert len(await confirm(served, list(entries.values()), f"organiser:{SECOND}")) == 4


async def test_what_stops_standing_revokes_its_certificate_and_is_reported_and_told(any_app: App) -> None:
    served = await serving(any_app)
    one, two, three = await served.recorded(3)
    await confirm(served, [one, two, three], f"organiser:{LEADER}")
    await a_certificate(any_app, "C1", [one, two], 120)
    await a_certificate(any_app, "C2", [three], 60)
    world, before = await any_app.world(), await told(any_app, "v1")
    async with any_app.database.read() as connection:
        assert await sound.unsound(connection, any_app.vault) == []
    async with any_app.database.write() as connection:
        assert await served.records.withdraw(connection, [one], f"organiser:{LEADER}", world, text="没有来") == [one]
        assert await served.records.withdraw(connection, [one], f"organiser:{LEADER}", world) == []
    async with any_app.database.read() as connection:
        chosen = select(certificates.c.number, certificates.c.state)
        kept = {row.number: row.state for row in (await connection.execute(chosen)).all()}
        assert [each.text for each in await words.of_entry(connection, any_app.vault, one)] == ["没有来"]
        assert await sound.unsound(connection, any_app.vault) == []
    assert kept == {"C1": "revoked", "C2": "valid"}
    assert await reported(any_app, "hours_ended") == [one]
    assert await reported(any_app, "certificate_revoked") == ["C1"]
    assert await told(any_app, "v1") == before + 3  # of the entry, its certificate, and what the time bank takes back


async def test_a_dispute_is_told_to_the_other_side_and_its_thread_is_sealed(any_app: App) -> None:
    served = await serving(any_app)
    [entry] = await served.recorded(1)
    await confirm(served, [entry], f"organiser:{LEADER}")
    world, before = await any_app.world(), await told(any_app, "v1")

    async def say(who: str, text: str) -> bool:
        async with any_app.database.write() as connection:
            return await served.records.dispute(connection, entry, who, text, world)

    assert await say(f"volunteer:{FIRST}", "我那天服务了两个小时")
    assert await states(any_app, [entry]) == ["disputed"]
    assert (await told(any_app, f"chat-{LEADER}"), await told(any_app, f"chat-{SECOND}")) == (1, 1)
    assert await told(any_app, "v1") == before + 1  # what the time bank takes back
    any_app.clock.now += timedelta(minutes=1)  # type: ignore[attr-defined]
    world = await any_app.world()
    assert await say(f"organiser:{LEADER}", "我再看看签到表")
    assert await told(any_app, "v1") == before + 2
    assert not await say("volunteer:V9", "不是我的")
    assert not await say("organiser:stranger", "不是我们的")
    async with any_app.database.read() as connection:
        thread = await words.of_entry(connection, any_app.vault, entry)
    assert [each.who for each in thread] == [f"volunteer:{FIRST}", f"organiser:{LEADER}"]
    assert await confirm(served, [entry], f"organiser:{LEADER}") == [entry]
    assert await reported(any_app, "hours_confirmed") == [entry, entry]
    assert await broken(any_app) == []


async def test_a_correction_is_a_new_entry_and_what_the_rules_refuse_leaves_nothing(any_app: App) -> None:
    served = await serving(any_app)
    wrong, other = await served.recorded(2)
    await confirm(served, [wrong, other], f"organiser:{LEADER}")
    async with any_app.database.read() as connection:
        old, beside = [await ledger.one(connection, any_app.vault, each) for each in (wrong, other)]
    assert old is not None
    assert beside is not None
    before = await every_row(any_app)
    for begins, fault in ((beside.begins_at, "record-overlap"), (NOON + timedelta(days=1), "record-future")):
        with pytest.raises(Refused) as refused:
            await correct(served, old, served.entry(begins))
        assert (refused.value.key, refused.value.step) == (fault, "ends")
        assert await every_row(any_app) == before
    new = replace(served.entry(old.begins_at, 90), volunteer="V9", organisation=OTHER_TEAM)
    made = await correct(served, old, new)
    assert (made.volunteer, made.organisation, made.replaces) == (FIRST, TEAM, wrong)
    assert await states(any_app, [wrong, made.id]) == ["replaced", "confirmed"]
    with pytest.raises(Refused):
        await correct(served, old, served.entry(old.begins_at, 30))
    assert await broken(any_app) == []


async def test_an_exception_in_the_middle_leaves_nothing(any_app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    served = await serving(any_app)
    entries = await served.recorded(3)
    before = await every_row(any_app)

    async def breaks(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr("bot.volunteers.records.tell", breaks)
        with pytest.raises(RuntimeError):
            await confirm(served, entries, f"organiser:{LEADER}")
        with pytest.raises(RuntimeError):
            async with any_app.database.write() as connection:
                await served.records.dispute(
                    connection, entries[0], f"volunteer:{FIRST}", "不对", await any_app.world()
                )
    assert await every_row(any_app) == before
    assert sorted(await confirm(served, entries, f"organiser:{LEADER}")) == sorted(entries)


async def every_row(app: App) -> list[object]:
    """Everything that what becomes of entries writes."""
    async with app.database.read() as connection:
        tables = (service_records, service_ledger, notices, due_work, certificates)
        return [
            [tuple(row) for row in (await connection.execute(select(table).order_by(*table.primary_key))).all()]
            for table in tables
        ]


# --- what ``verify`` finds -------------------------------------------------------------------------------------------


async def tampered(app: App, statement: object) -> list[str]:
    """What is found once something was done behind our back; it is undone afterwards."""

    class Undo(Exception):
        pass

    found: list[str] = []
    try:
        async with app.database.write() as connection:
            await connection.execute(statement)  # type: ignore[call-overload]
            found = await ledger.broken(connection, app.vault, 2)
            raise Undo
    except Undo:
        return found


async def test_a_tampered_ledger_is_found_and_erased_words_are_no_fault(any_app: App) -> None:
    served = await serving(any_app)
    entries = await served.recorded(3)
    await confirm(served, entries[:2], f"organiser:{LEADER}")
    assert await broken(any_app) == []
    at, of = service_ledger.c.seq, service_records.c.entry == entries[0]
    vault, row = any_app.vault, f"service_records:{entries[0]}"
    other_words = vault.seal_plain({"what": "别的", "where": "别处", "salt": bytes(chain.SALT_BYTES).hex()}, row)
    ways = {
        "changed": update(service_ledger).where(at == 2).values(who="organiser:another"),
        "changed facts": update(service_ledger).where(at == 1).values(facts="{}"),
        "moved in time": update(service_ledger).where(at == 2).values(at=NOON + timedelta(seconds=1)),
        "removed": delete(service_ledger).where(at == 2),
        "tail removed": delete(service_ledger).where(at == 5),
        "longer": update(service_records).where(of).values(minutes=600),
        "confirmed quietly": update(service_records)
        .where(service_records.c.entry == entries[2])
        .values(state="confirmed"),
        "confirmed by another": update(service_records).where(of).values(confirmed_by="organiser:another"),
        "confirmed at another time": update(service_records).where(of).values(confirmed_at=NOON - timedelta(days=9)),
        "given to another": update(service_records).where(of).values(organisation=OTHER_TEAM),
        "other words": update(service_records).where(of).values(sealed=other_words),
        "unsealed": update(service_records).where(of).values(sealed=b"nothing"),
        "no facts at all": update(service_ledger).where(at == 1).values(facts="nothing"),
        "entry gone": delete(service_records).where(of),
    }
    for name, statement in ways.items():
        assert await tampered(any_app, statement), name
    erased = update(service_records).where(of).values(sealed=vault.seal_plain({}, row))
    assert await tampered(any_app, erased) == []
    assert await broken(any_app) == []


async def test_a_tail_that_was_cut_with_what_it_did_is_found_by_what_was_noted_each_day(any_app: App) -> None:
    served = await serving(any_app)
    entries = await served.recorded(2)

    async def notes() -> list[str]:
        await any_app.worker.plant()
        await work_off(any_app)
        async with any_app.database.read() as connection:
            found = await audit.listed(connection, who="desk")
        return [row.subject for row in found if row.what == noted.WHAT]

    async def unlike() -> list[str]:
        async with any_app.database.read() as connection:
            assert await audit.broken(connection) == []
            return await noted.unlike(connection)

    assert [each.partition(":")[0] for each in await notes()] == ["2"]
    any_app.clock.move("1d")  # type: ignore[attr-defined]
    assert len(await notes()) == 1, "nothing was added"
    await confirm(served, entries[:1], f"organiser:{LEADER}")
    any_app.clock.move("1d")  # type: ignore[attr-defined]
    assert [each.partition(":")[0] for each in await notes()] == ["3", "2"]
    assert await unlike() == []
    async with any_app.database.write() as connection:
        await connection.execute(delete(service_ledger).where(service_ledger.c.seq == 3))
        back = {"state": "waiting", "confirmed_by": None, "confirmed_at": None}
        await connection.execute(update(service_records).values(back))
    assert await broken(any_app) == [], "the ledger alone does not show it"
    assert len(await unlike()) == 1
    await confirm(served, entries[1:], f"organiser:{LEADER}")  # nor does it help to go on from there
    assert len(await unlike()) == 1


async def test_verify_finds_certificates_and_posts_that_do_not_add_up(any_app: App) -> None:
    served = await serving(any_app)
    one, two, waits = await served.recorded(3)
    await confirm(served, [one, two], f"organiser:{LEADER}")

    async def found(change: object) -> list[str]:
        async with any_app.database.write() as connection:
            await connection.execute(delete(certificate_entries))
            await connection.execute(delete(certificates))
        await change  # type: ignore[misc]
        async with any_app.database.read() as connection:
            return await sound.unsound(connection, any_app.vault)

    assert await found(a_certificate(any_app, "C1", [one, two], 120)) == []
    assert len(await found(a_certificate(any_app, "C1", [one, two], 121))) == 1
    assert len(await found(a_certificate(any_app, "C1", [one, waits], 120))) == 1
    assert len(await found(a_certificate(any_app, "C1", [one], 60, OTHER_TEAM))) == 1
    assert len(await found(a_certificate(any_app, "C1", [one, two], 120, later=1))) == 1
    assert len(await found(a_certificate(any_app, "C1", [one, two], 120, kind="child"))) == 1
    assert len(await found(a_certificate(any_app, "C1", [one], 60, day=LONG_AGO))) == 1
    async with any_app.database.write() as connection:  # what was erased prints nothing, and is no fault
        nothing = update(certificates).values(sealed=any_app.vault.seal_plain({}, "certificates:C1"))
        await connection.execute(nothing)
        assert await sound.unsound(connection, any_app.vault) == []
        await connection.execute(update(certificates).values(sealed=b"nothing"))
        assert len(await sound.unsound(connection, any_app.vault)) == 1
    async with any_app.database.write() as connection:
        await connection.execute(delete(certificate_entries))
        await connection.execute(delete(certificates))
        await a_post(connection, taken=1)
        assert await sound.unsound(connection, any_app.vault) == []
        await connection.execute(update(activities).values(taken=0))
        assert len(await sound.unsound(connection, any_app.vault)) == 1


async def a_post(connection: AsyncConnection, taken: int) -> None:
    """A post that one volunteer has joined."""
    row = {"number": "A1", "organisation": TEAM, "organiser": LEADER, "project": "P1", "kind": "elder", "seats": 3}
    row |= {"starts_at": NOON, "ends_at": NOON + timedelta(hours=1), "taken": taken, "youngest": 18, "risk": "none"}
    row |= {"insured": False, "state": "open", "sealed": b"", "posted_at": NOON, "updated_at": NOON}
    await connection.execute(insert(activities), row)
    joined = {"activity": "A1", "volunteer": FIRST, "state": "joined", "since": NOON, "updated_at": NOON}
    await connection.execute(insert(enrolments), joined)


async def test_training_is_kept_and_neither_summed_nor_reported(any_app: App) -> None:
    served = await serving(any_app)
    entries = await served.recorded(1, training=True)
    await confirm(served, entries, f"organiser:{LEADER}")
    async with any_app.database.read() as connection:
        assert rules.total(await ledger.of_volunteer(connection, any_app.vault, FIRST)) == 0
    assert await reported(any_app, "hours_confirmed") == []


async def test_of_who_has_left_an_entry_is_still_corrected_and_nothing_new_recorded(any_app: App) -> None:
    served = await serving(any_app)
    [entry] = await served.recorded(1)
    async with any_app.database.write() as connection:
        volunteer = await registry.by_number(connection, any_app.vault, FIRST)
        assert volunteer is not None
        await registry.change(connection, any_app.vault, volunteer, NOON, state="left")
        old = await ledger.one(connection, any_app.vault, entry)
    assert old is not None
    made = await correct(served, old, served.entry(old.begins_at, 30))
    assert await states(any_app, [entry, made.id]) == ["replaced", "confirmed"]
    with pytest.raises(Refused):
        await served.recorded(1)


async def test_what_is_late_is_told_of_once_while_it_is_open_and_a_dispute_has_its_own_time(any_app: App) -> None:
    served = await serving(any_app)
    late, disputed, settled = await served.recorded(3)
    vault, day = any_app.vault, timedelta(days=1)
    any_app.clock.now += 10 * day  # type: ignore[attr-defined]
    async with any_app.database.write() as connection:
        await served.records.dispute(connection, disputed, f"organiser:{LEADER}", "对不上", await any_app.world())
    any_app.clock.now += 10 * day  # type: ignore[attr-defined]
    now = any_app.clock()
    async with any_app.database.read() as connection:
        assert {each.id for each in await ledger.overdue(connection, vault, now)} == {late, settled}
        assert {each.id for each in await ledger.overdue(connection, vault, now + 10 * day)} == {
            late,
            disputed,
            settled,
        }
    assert await confirm(served, [settled], f"organiser:{LEADER}") == [settled]
    async with any_app.database.write() as connection:
        assert await ledger.escalated(connection, [late, disputed, settled], now) == [late]
        assert await ledger.escalated(connection, [late, settled], now) == []
        assert [each.id for each in await ledger.of_bureau(connection, vault, TEAM)] == [disputed, late]


async def test_what_the_bureau_confirmed_counts_and_is_not_certified_by_the_organisation(any_app: App) -> None:
    served = await serving(any_app)
    one, two = await served.recorded(2)
    await confirm(served, [one], f"organiser:{LEADER}")
    await confirm(served, [two], "clerk:lead")
    async with any_app.database.read() as connection:
        found = await ledger.confirmed_between(connection, any_app.vault, FIRST, TEAM, *YEARS)
        stands = await ledger.some(connection, any_app.vault, [one, two])
    assert [each.id for each in found] == [one]
    assert {each.id: each.is_by_bureau for each in stands} == {one: False, two: True}


async def test_what_is_told_late_may_still_be_countersigned_in_time(any_app: App) -> None:
    served, world = await serving(any_app), await any_app.world()
    early = served.entry(NOON - timedelta(days=70))
    late = served.entry(NOON - timedelta(days=1))
    assert countersigned_by(early, world) == countersigned_by(late, world) > world.day

"""What is recorded of volunteers reaches the configured system: every registration, every entry that is confirmed or
stands no more, every certificate; each once, signed, by its schema and in its turn, whatever the receiver does."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.app import App
from bot.volunteers.parts import Tools
from bot.volunteers.reporting import What, report
from bot.worker import DELIVERIES
from flows.desk.rights import Level, Role
from flows.errors import OutsideFault
from flows.volunteers.ledger import Entry, Event, total
from flows.volunteers.people import KINDS, SKILLS, Person, Volunteer
from flows.volunteers.signup_flow import RELATIONS
from integrations.case_systems.webhook import WebhookSystem
from integrations.store import due_work
from integrations.store.tables import audit
from integrations.store.volunteers import ledger, organisations, registry
from integrations.store.volunteers.organisations import Organisation
from integrations.store.volunteers.tables import certificate_entries, certificates
from tests.desk import desk_of
from tests.people import id_number
from tests.receiver import SCHEMAS, Received, Receiver, receiving
from tests.records import every_value, several_apps, until, work_of
from tests.talk import NOON, HandClock, Talk, an_app, work_off
from tests.test_desk_rights import signed_in
from tests.transcripts.test_volunteers import (
    ADULT,
    CHILD,
    MINOR,
    MOTHER,
    OF_MOTHER,
    SELF,
    VETERAN,
    a_minor,
    guardian,
)
from tests.transcripts.test_volunteers import OLD as OLD_WOMAN
from tests.transcripts.walks import said

DIGEST = "ab" * 32
WORDS = ("帮王奶奶买菜", "梨花巷助餐点")
ENDS: tuple[Event, ...] = ("disputed", "withdrawn", "replaced")
LEAVE = ["退出志愿者", "=leave", "=yes"]


@pytest.fixture
def backend() -> Iterator[Receiver]:
    """A volunteer system that listens on loopback and finds no fault with what it gets."""
    with receiving(Receiver()) as receiver:
        yield receiver
        assert receiver.faults == []


@pytest.fixture
def resting(clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The breaker rests by the same clock as everything else."""
    monkeypatch.setattr("bot.worker.time", SimpleNamespace(monotonic=lambda: clock.now.timestamp()))


@pytest.fixture
async def desk(
    tmp_path: Path, clock: HandClock, database_url: str, backend: Receiver, resting: None
) -> AsyncIterator[App]:
    """A desk that reports there, once on each database."""
    async with an_app(tmp_path, clock, database_url=database_url, **backend.settings) as app:
        yield app


@dataclass
class Service:
    """Volunteers and their service on a desk, as it is recorded there."""

    app: App
    count: int = 0

    @property
    def tools(self) -> Tools:
        """Those of a piece of volunteer service."""
        return Tools(
            self.app.database, self.app.vault, self.app.quick, self.app.numbers, secrets.token_bytes, "webhook"
        )

    async def volunteer(self, **changed: Any) -> Volunteer:
        """One more registers, and the organisation is there."""
        self.count += 1
        number = f"JT260511-{self.count:06}"
        person = Person("志愿甲", id_number(date(1990, 1, 1) + timedelta(days=self.count), man=True), "13800000000")
        volunteer = replace(Volunteer(number, "registered", f"v{self.count}", person, "luyang"), **changed)
        async with self.app.database.write() as connection:
            await organisations.add(connection, Organisation("team", "幸福社区志愿服务队", "luyang"), NOON)
            await registry.register(connection, self.app.vault, volunteer, NOON, "id")
            await report(connection, self.tools, "registered", number, self.app.clock())
        return volunteer

    async def entry(self, volunteer: Volunteer, minutes: int = 60, **more: Any) -> Entry:
        """A piece of service is recorded."""
        self.count += 1
        begins_at = NOON - timedelta(hours=2 * self.count)
        span = (begins_at, begins_at + timedelta(minutes=minutes))
        own = Entry(f"e{self.count}", volunteer.number, "team", "elder", *span, minutes, what=WORDS[0], where=WORDS[1])
        entry = replace(own, **more)
        due_at, now = NOON + timedelta(days=14), self.app.clock()
        async with self.app.database.write() as connection:
            await ledger.record(connection, self.app.vault, entry, "desk", due_at, now, secrets.token_bytes)
        return entry

    async def happens(self, entry: Entry, event: Event) -> bool:
        """Something happens to an entry, and is reported; False where it cannot."""
        what: What = "hours_confirmed" if event == "confirmed" else "hours_ended"
        async with self.app.database.write() as connection:
            was = await ledger.one(connection, self.app.vault, entry.id)
            assert was is not None
            now = self.app.clock()
            if not await ledger.move(connection, [entry.id], event, "desk", now, secrets.token_bytes):
                return False
            if event == "confirmed" or was.state == "confirmed":
                mark = await ledger.seq_of(connection, entry.id)
                await report(connection, self.tools, what, entry.id, now, mark)
        return True

    async def confirmed(self, volunteer: Volunteer, minutes: int = 60, **more: Any) -> Entry:
        """A piece of service is recorded and countersigned."""
        entry = await self.entry(volunteer, minutes, **more)
        assert await self.happens(entry, "confirmed")
        return entry

    async def certified(self, volunteer: Volunteer, *entries: Entry) -> str:
        """A certificate of these entries is issued."""
        self.count += 1
        number = f"JT260512-{self.count:06}"
        row = {
            **{"number": number, "volunteer": volunteer.number, "organisation": "team", "conversation": "c"},
            **{"run": number, "first_day": NOON.date(), "last_day": NOON.date(), "minutes": total_of(*entries)},
            **{"digest": DIGEST, "state": "valid", "sealed": b"-", "issued_at": NOON},
        }
        async with self.app.database.write() as connection:
            await connection.execute(certificates.insert(), row)
            rows = [{"certificate": number, "entry": entry.id} for entry in entries]
            await connection.execute(certificate_entries.insert(), rows)
            await report(connection, self.tools, "certificate_issued", number, self.app.clock())
        return number

    async def reports(self, what: What, subject: str, mark: int = 1) -> None:
        """Plans a report of something else."""
        async with self.app.database.write() as connection:
            await report(connection, self.tools, what, subject, self.app.clock(), mark)

    async def stands(self) -> int:
        """Minutes of service time that stand, as the ledger has it."""
        async with self.app.database.read() as connection:
            ids = [f"e{n}" for n in range(self.count + 1)]
            return total(await ledger.some(connection, self.app.vault, ids))


def total_of(*entries: Entry) -> int:
    """Minutes of all together."""
    return sum(entry.minutes for entry in entries)


async def until_settled(app: App, clock: HandClock, most: int = 30) -> None:
    """Moves the clock on until all are due again, and again, until no report waits."""
    for _ in range(most):
        await work_off(app)
        waiting = [row.due_at for row in await work_of(app.database, "report") if row.state == "waiting"]
        if not waiting:
            return
        clock.now = max(clock.now, *waiting)
    raise AssertionError(f"still waiting after {most} moves of the clock")


def told(backend: Receiver) -> list[tuple[str, str]]:
    """The types and subjects of the events, in the order in which they came."""
    return [(event.type.removeprefix("yizheng."), event.subject) for event in backend.accepted]


def of_type(backend: Receiver, kind: str) -> list[Received]:
    """The events of a type."""
    return [event for event in backend.accepted if event.type == f"yizheng.{kind}"]


# --- what each event says --------------------------------------------------------------------------------------------


async def test_a_registration_carries_the_fields_of_order_67_and_leaving_nothing_but_the_number(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    talk = Talk(desk)
    await said(talk, *OLD_WOMAN, "=yes", "=yes", "=yes")
    assert backend.attempts == []  # they were told before anything was sent
    await work_off(desk)
    (event,) = backend.accepted
    assert event.type == "yizheng.volunteer.registered"
    assert event.data == {
        "number": event.subject,
        "state": "registered",
        "name": "刘桂兰",
        "sex": "female",
        "birth": "1955-03-03",
        "id_number": VETERAN,
        "township": "luyang",
        "village": None,
        "phone": "13800000000",
        "skills": [],
        "kinds": ["elder", "community"],
        "veteran": True,
        "guardian": None,
    }
    await said(talk, *LEAVE)
    await until_settled(desk, clock)
    left = backend.accepted[-1]
    assert (left.type, left.data) == ("yizheng.volunteer.left", {"number": event.subject, "state": "left"})
    async with desk.database.read() as connection:
        rows = (await connection.execute(select(audit.c.who, audit.c.what, audit.c.subject))).all()
    assert [tuple(row) for row in rows] == [("webhook", "volunteer sent", event.subject)]


async def test_a_minor_is_reported_once_their_guardian_has_agreed_and_with_who_that_is(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    _, code = await a_minor(desk)
    await work_off(desk)
    assert backend.attempts == []
    await guardian(desk, code)
    await said(Talk(desk, "mother"), *OF_MOTHER)
    await until_settled(desk, clock)
    mother = {"name": "王芳", "relation": "mother"}
    found = {event.data["id_number"]: event.data["guardian"] for event in backend.accepted}
    assert found == {MINOR: {**mother, "phone": "13900000000"}, CHILD: {**mother, "phone": "13800000000"}}
    assert MOTHER not in json.dumps([event.data for event in backend.accepted])


async def test_of_who_was_erased_before_it_left_goes_nothing_but_the_number(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    service = Service(desk)
    volunteer = await service.volunteer()
    async with desk.database.write() as connection:
        gone: dict[str, Any] = {"person": None, "state": "left"}
        await registry.change(connection, desk.vault, volunteer, NOON, **gone)
    entry = await service.confirmed(volunteer)
    await until_settled(desk, clock)
    assert told(backend) == [("volunteer.left", volunteer.number), ("hours.confirmed", entry.id)]
    assert backend.accepted[0].data == {"number": volunteer.number, "state": "left"}


async def test_an_entry_is_told_as_the_ledger_has_it_and_everything_that_becomes_of_it_in_order(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    service = Service(desk)
    volunteer = await service.volunteer()
    first = await service.confirmed(volunteer, 90, activity="JT260510-AAAAAA")
    assert await service.happens(first, "disputed")
    clock.move("1d")
    assert await service.happens(first, "confirmed")
    assert await service.happens(first, "replaced")
    second = await service.confirmed(volunteer, 75, replaces=first.id, training=True)
    await until_settled(desk, clock)
    assert told(backend) == [
        ("volunteer.registered", volunteer.number),
        *[("hours.confirmed", first.id), ("hours.ended", first.id)] * 2,
        ("hours.confirmed", second.id),
    ]
    facts = [event.data for event in backend.accepted[1:]]
    assert facts[0] == {
        "entry": first.id,
        "state": "confirmed",
        "volunteer": volunteer.number,
        "organisation": {"id": "team", "name": "幸福社区志愿服务队"},
        "activity": "JT260510-AAAAAA",
        "kind": "elder",
        "training": False,
        "begins_at": first.begins_at.astimezone(UTC).isoformat(),
        "ends_at": first.ends_at.astimezone(UTC).isoformat(),
        "minutes": 90,
        "what": WORDS[0],
        "where": WORDS[1],
        "confirmed_on": "2026-05-11",
        "replaces": None,
    }
    assert facts[1] == {"entry": first.id, "state": "disputed"}
    assert facts[2] == {**facts[0], "confirmed_on": "2026-05-12"}
    assert facts[3] == {"entry": first.id, "state": "replaced"}
    assert (facts[4]["replaces"], facts[4]["training"], facts[4]["minutes"]) == (first.id, True, 75)


async def test_a_certificate_says_what_it_certifies_and_that_it_is_revoked(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    service = Service(desk)
    volunteer = await service.volunteer()
    entries = [await service.confirmed(volunteer, minutes) for minutes in (30, 45)]
    number = await service.certified(volunteer, *entries)
    await service.reports("certificate_revoked", number)
    await until_settled(desk, clock)
    issued, revoked = of_type(backend, "certificate.issued")[0], of_type(backend, "certificate.revoked")[0]
    assert backend.accepted[-2:] == [issued, revoked]
    assert issued.data == {
        "number": number,
        "state": "valid",
        "volunteer": volunteer.number,
        "organisation": {"id": "team", "name": "幸福社区志愿服务队"},
        "first_day": "2026-05-11",
        "last_day": "2026-05-11",
        "minutes": 75,
        "digest": DIGEST,
        "entries": sorted(entry.id for entry in entries),
    }
    assert revoked.data == {**issued.data, "state": "revoked"}


def test_the_schemas_name_every_kind_skill_and_guardian_there_is() -> None:
    volunteer, service = (json.loads((SCHEMAS / f"{name}.v1.json").read_bytes()) for name in ("volunteer", "service"))
    of = volunteer["properties"]
    assert tuple(of["kinds"]["items"]["enum"]) == KINDS
    assert tuple(of["skills"]["items"]["enum"]) == SKILLS
    assert tuple(of["guardian"]["properties"]["relation"]["enum"]) == RELATIONS
    assert tuple(service["properties"]["kind"]["enum"]) == KINDS
    assert service["properties"]["state"]["enum"] == ["confirmed", *ENDS]


@pytest.mark.parametrize(
    ("schema", "data"),
    [
        ("volunteer", {"number": "JT260511-AAAAAA", "state": "left", "phone": "13800000000"}),
        ("volunteer", {"number": "JT260511-AAAAAA", "state": "registered"}),
        ("service", {"entry": "e1", "state": "withdrawn", "what": "x"}),
        ("service", {"entry": "e1", "state": "confirmed"}),
        ("service", {"entry": "e1", "state": "waiting"}),
    ],
)
def test_a_schema_does_not_let_more_through_than_there_is_to_say_nor_less(schema: str, data: dict[str, str]) -> None:
    validator = Draft202012Validator(json.loads((SCHEMAS / f"{schema}.v1.json").read_bytes()))
    assert not validator.is_valid(data)


# --- when it is told -------------------------------------------------------------------------------------------------


async def test_nothing_arrives_before_what_it_builds_on(desk: App, clock: HandClock, backend: Receiver) -> None:
    service = Service(desk)
    backend.will(500, 500, 500)
    volunteer = await service.volunteer()
    entry = await service.confirmed(volunteer)
    number = await service.certified(volunteer, entry)
    await service.happens(entry, "withdrawn")
    await service.reports("certificate_revoked", number)
    await service.reports("left", volunteer.number)
    for _ in range(3):
        await work_off(desk)
        assert set(backend.attempts) == {f"report:registered:{volunteer.number}:1"}
        clock.now = max(row.due_at for row in await work_of(desk.database, "report"))
    await until_settled(desk, clock)
    when = {kind: n for n, (kind, _) in enumerate(told(backend))}
    assert len(when) == len(backend.accepted) == 6
    assert when["volunteer.registered"] == 0
    assert when["hours.confirmed"] < min(when["hours.ended"], when["certificate.issued"])
    assert when["certificate.issued"] < when["certificate.revoked"]


async def test_what_was_given_up_holds_back_what_builds_on_it_until_it_is_tried_again(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    service = Service(desk)
    volunteer = await service.volunteer()
    backend.will(410)
    await work_off(desk)
    other = await service.volunteer()
    entries = [await service.confirmed(each) for each in (volunteer, other)]
    for _ in range(4):
        clock.move("1h")
        await work_off(desk)
    assert told(backend) == [("volunteer.registered", other.number), ("hours.confirmed", entries[1].id)]
    async with desk.database.write() as connection:
        assert await due_work.retry(connection, f"report:registered:{volunteer.number}:1", clock())
    await until_settled(desk, clock)
    assert told(backend)[2:] == [("volunteer.registered", volunteer.number), ("hours.confirmed", entries[0].id)]


async def test_who_leads_the_county_sees_what_was_given_up_and_has_it_tried_again_and_a_township_does_not(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    service = Service(desk)
    volunteers = [await service.volunteer() for _ in range(2)]
    backend.will(410, 410)
    await work_off(desk)
    for level in (Level.TOWNSHIP, Level.COUNTY):
        async with desk_of(desk) as browser:
            await signed_in(desk, browser, Role.LEAD, level)
            page = await browser.read("/desk/deliveries")
            assert [each.number in page for each in volunteers] == [level is Level.COUNTY] * 2
            assert "志愿甲" not in page
            assert (await browser.post("/desk/reports")).status_code == 303
        await work_off(desk)
        assert len(backend.accepted) == (2 if level is Level.COUNTY else 0)


async def test_an_entry_is_one_event_however_often_its_work_is_leased(
    tmp_path: Path, clock: HandClock, database_url: str, backend: Receiver
) -> None:
    async with several_apps(tmp_path, clock, 2, database_url=database_url, **backend.settings) as (first, second):
        service = Service(first)
        volunteer = await service.volunteer()
        await work_off(first)
        entry = await service.confirmed(volunteer)
        await service.reports("hours_confirmed", entry.id, 2)  # said twice, it is planned once
        backend.gate.clear()
        slow = asyncio.create_task(first.worker.once(["report"]))

        async def attempted(times: int) -> bool:
            return len(backend.attempts) == times

        await until(lambda: attempted(2))
        clock.move("2m")  # the lease runs out
        again = asyncio.create_task(second.worker.once(["report"]))
        await until(lambda: attempted(3))
        backend.gate.set()
        assert [await slow, await again] == [1, 1]
        await until_settled(second, clock)
    assert Counter(backend.attempts) == {
        f"report:registered:{volunteer.number}:1": 1,
        f"report:hours_confirmed:{entry.id}:2": 2,
    }
    assert len(backend.by_id) == 2


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_receiver_that_is_down_or_fails_gets_everything_later_nothing_lost_or_doubled(
    tmp_path: Path, clock: HandClock, database_url: str, resting: None, seed: int
) -> None:
    random = Random(seed)
    with receiving(Receiver()) as receiver:
        port = int(receiver.url.split(":")[2].partition("/")[0])
    async with an_app(tmp_path, clock, database_url=database_url, **receiver.settings) as app:
        service = Service(app)
        people = [await service.volunteer() for _ in range(3)]
        entries: list[Entry] = []

        async def life_goes_on() -> None:
            for _ in range(15):
                if random.random() < 0.5 or not entries:
                    training = random.random() < 0.2
                    one = await service.entry(random.choice(people), random.randint(1, 119), training=training)
                    entries.append(one)
                events: list[Event] = ["confirmed", "confirmed", *ENDS]
                await service.happens(random.choice(entries), random.choice(events))

        await life_goes_on()
        for _ in range(3):
            await work_off(app)
            clock.move("1h")
        with receiving(receiver, port):
            receiver.will(*random.choices([429, 500, 503], k=20))
            await life_goes_on()
            await until_settled(app, clock)
        assert receiver.faults == []
        planned = {row.id for row in await work_of(app.database, "report")}
        assert {event.id for event in receiver.accepted} == planned
        stands = await service.stands()
    assert len(receiver.by_id) == len(receiver.accepted)
    assert forwarded(receiver.accepted) == stands > 0


def forwarded(events: Sequence[Received]) -> int:
    """Minutes of what was confirmed, less what has ended; each in its turn."""
    minutes: dict[str, int] = {}
    for event in events:
        if event.type == "yizheng.hours.confirmed":
            assert event.subject not in minutes
            minutes[event.subject] = 0 if event.data["training"] else event.data["minutes"]
        elif event.type == "yizheng.hours.ended":
            del minutes[event.subject]
    return sum(minutes.values())


async def test_a_desk_that_ends_in_the_middle_of_reporting_loses_and_doubles_nothing(
    tmp_path: Path, clock: HandClock, database_url: str, backend: Receiver
) -> None:
    async with an_app(tmp_path, clock, database_url=database_url, **backend.settings) as app:
        service = Service(app)
        volunteers = [await service.volunteer() for _ in range(2)]
        entries = [await service.confirmed(each, minutes) for each in volunteers for minutes in (20, 30, 40)]
        for entry in entries[::2]:
            await service.happens(entry, "withdrawn")
        planned = {row.id for row in await work_of(app.database, "report")}
        stands = await service.stands()
    for _ in range(4):
        async with an_app(tmp_path, clock, database_url=database_url, **backend.settings) as app:
            backend.gate.clear()
            before = len(backend.attempts)

            async def sending(before: int = before) -> bool:
                return len(backend.attempts) > before

            working = asyncio.create_task(app.worker.once(["report"]))
            await until(sending)
            working.cancel()  # it is received, and nobody hears of that
            backend.gate.set()
            await asyncio.wait([working])
        clock.move("2h")
    async with an_app(tmp_path, clock, database_url=database_url, **backend.settings) as app:
        await until_settled(app, clock)
    assert set(backend.by_id) == planned
    assert len(backend.attempts) > len(planned)
    assert forwarded(list(backend.by_id.values())) == stands > 0


# --- what never leaves -----------------------------------------------------------------------------------------------


async def test_nothing_unsound_leaves_and_what_is_wrong_is_named_without_saying_it(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    service = Service(desk)
    nameless = await service.volunteer(person=Person("", ADULT))
    odd = await service.volunteer(guardian=Person("王芳", MOTHER), relation="a friend of 王芳")
    await until_settled(desk, clock)
    sound = await service.volunteer()
    await until_settled(desk, clock)
    entry = await service.confirmed(sound, kind="帮王奶奶")
    waiting = await service.entry(sound)
    for what, subject, mark in (("hours_ended", entry.id, 2), ("hours_confirmed", waiting.id, 3)):
        await service.reports(what, subject, mark)  # type: ignore[arg-type]
    for what in ("registered", "hours_confirmed", "certificate_issued", "certificate_revoked"):
        await service.reports(what, "nobody")  # type: ignore[arg-type]
    await until_settled(desk, clock)
    faults = {row.id: row.fault for row in await work_of(desk.database, "report") if row.state == "dead"}
    assert faults == {
        f"report:registered:{nameless.number}:1": "name does not follow the schema (minLength)",
        f"report:registered:{odd.number}:1": "guardian/relation does not follow the schema (enum)",
        f"report:hours_confirmed:{entry.id}:2": "kind does not follow the schema (enum)",
        f"report:hours_ended:{entry.id}:2": "the ledger says otherwise",
        f"report:hours_confirmed:{waiting.id}:3": "the ledger says otherwise",
        "report:registered:nobody:1": "the volunteer is gone",
        "report:hours_confirmed:nobody:1": "the ledger has nothing of it",
        "report:certificate_issued:nobody:1": "the certificate is gone",
        "report:certificate_revoked:nobody:1": "the certificate is gone",
    }
    assert backend.attempts == [f"report:registered:{sound.number}:1"]


async def test_what_is_reported_and_what_fails_is_noted_without_anything_personal(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    service = Service(desk)
    person = Person("阿卜杜拉·买买提", VETERAN, "13912345678")
    backend.will(500, 422, location=f"/{VETERAN}", x_said="13912345678")
    with capture_logs() as logged:
        await service.confirmed(await service.volunteer(person=person))
        await service.volunteer(person=replace(person, id_number=""))
        await until_settled(desk, clock)
    assert len(of_type(backend, "hours.confirmed")) == 1
    seen = [json.dumps(logged, default=str, ensure_ascii=False).encode()]
    seen += [value for _, value in await every_value(desk.database)]
    for secret in (person.name, person.id_number, "13912345678", *WORDS):
        assert not any(secret.encode() in each for each in seen)


async def test_another_secret_is_seen_by_the_receiver(desk: App, backend: Receiver) -> None:
    backend.secret = "whsec_" + "A" * 32
    await Service(desk).volunteer()
    await work_off(desk)
    assert backend.accepted == []
    assert backend.faults == ["WebhookVerificationError: No matching signature found"]
    backend.faults.clear()


@pytest.mark.parametrize(
    ("services", "goes"), [(None, False), ("desk, marriage", False), ("desk, volunteers", True), ("*", True)]
)
async def test_without_a_system_for_volunteers_nothing_is_planned(
    tmp_path: Path, backend: Receiver, services: str | None, goes: bool
) -> None:
    settings = {} if services is None else {**backend.settings, "webhook_services": services}
    async with an_app(tmp_path, **settings) as app:
        talk = Talk(app)
        await said(talk, *SELF, "=yes", "=yes")
        assert "volunteer-registered" in talk.keys
        assert len(await work_of(app.database, "report")) == goes
        await work_off(app)
    assert len(backend.accepted) == goes


async def test_reports_wait_in_the_loop_of_deliveries_and_hold_up_nothing_else(
    desk: App, backend: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fails(*_: Any) -> None:
        raise OutsideFault("not today")

    monkeypatch.setattr(WebhookSystem, "report", fails)
    await Service(desk).volunteer()
    assert "report" in DELIVERIES
    assert await desk.worker.once(DELIVERIES) == 1
    (row,) = await work_of(desk.database, "report")
    assert (row.state, row.fault, row.attempts) == ("waiting", "not today", 1)

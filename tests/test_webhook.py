"""Cases reach a backend through a signed webhook: at least once, under a stable id, whatever the backend does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.app import App
from flows.errors import OutsideFault, SettingsFault
from integrations.breaker import Breaker
from integrations.case_systems import webhook
from integrations.case_systems.webhook import WebhookSystem
from integrations.store import due_work
from integrations.store.cases import Case
from tests.receiver import SECRET, Receiver, receiving
from tests.records import a_case, work_of
from tests.talk import MAN, HandClock, Talk, an_app, book, work_off


@pytest.fixture
def backend() -> Iterator[Receiver]:
    """A receiver that accepts everything until told otherwise."""
    with receiving(Receiver()) as receiver:
        yield receiver
        assert receiver.faults == []


@pytest.fixture
async def desk(
    tmp_path: Path, clock: HandClock, database_url: str, backend: Receiver, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[App]:
    """A desk that sends its cases there. The breaker rests by the same clock as everything else."""
    monkeypatch.setattr("bot.worker.time", SimpleNamespace(monotonic=lambda: clock.now.timestamp()))
    async with an_app(tmp_path, clock, database_url=database_url, **backend.settings) as app:
        yield app


async def deliveries(app: App) -> list[Any]:
    """The rows of the deliveries, by id."""
    return list(await work_of(app.database, "deliver"))


async def until_settled(app: App, clock: HandClock, most: int = 30) -> int:
    """Moves the clock to the next attempt, again and again, until no delivery waits; how often that was."""
    for moves in range(most):
        await work_off(app)
        waiting = [row.due_at for row in await deliveries(app) if row.state == "waiting"]
        if not waiting:
            return moves
        clock.now = max(clock.now, min(waiting))
    raise AssertionError(f"still waiting after {most} moves of the clock")


async def test_a_case_arrives_signed_as_a_cloud_event_that_follows_the_schema(desk: App, backend: Receiver) -> None:
    receipt = await book(Talk(desk))
    assert backend.attempts == []  # the receipt was given before anything was sent
    await work_off(desk)
    (event,) = backend.accepted
    assert (event.type, event.subject) == ("yizheng.case.filed", receipt)
    assert event.id == (await deliveries(desk))[0].id
    assert event.data["number"] == receipt
    assert event.data["revision"] == 1
    assert event.data["appointment"]["starts_at"] == "2026-05-20T09:30:00+08:00"
    answers = {answer["step"]: answer["value"] for answer in event.data["answers"]}
    assert answers["first_id"] == MAN


async def test_a_receiver_that_fails_gets_the_case_once_it_accepts_and_under_one_id(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    backend.will(500, 503, 429, 302)
    receipt = await book(Talk(desk))
    assert await until_settled(desk, clock) == 4
    assert len(backend.attempts) == 5
    assert len(set(backend.attempts)) == 1
    assert [event.subject for event in backend.accepted] == [receipt]


async def test_a_receiver_that_was_down_gets_everything_when_it_is_back(
    tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.worker.time", SimpleNamespace(monotonic=lambda: clock.now.timestamp()))
    with receiving(Receiver()) as receiver:
        port = int(receiver.url.split(":")[2].partition("/")[0])
    async with an_app(tmp_path, clock, **receiver.settings) as app:
        receipts = {await book(Talk(app)), await handed_over(app)}
        for _ in range(8):
            await work_off(app)
            clock.move("1h")
        faults = {row.fault for row in await deliveries(app)}
        assert faults <= {"the webhook does not answer: ConnectError", "the backend is given a rest"}
        with receiving(receiver, port):
            await until_settled(app, clock)
    assert {event.subject for event in receiver.accepted} == receipts
    assert len(receiver.attempts) == len(receiver.accepted) == 2


async def handed_over(app: App, conversation: str = "c9") -> str:
    """Asks for a person; the ticket's number."""
    replies = await Talk(app, conversation).say("转人工")
    receipt = replies[-1].receipt
    assert receipt is not None
    return receipt


async def test_a_receiver_that_wants_no_more_is_not_asked_again_until_staff_say_so(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    backend.will(410)
    receipt = await book(Talk(desk))
    await until_settled(desk, clock)
    clock.move("30d")
    await work_off(desk)
    (row,) = await deliveries(desk)
    assert (row.state, row.fault, len(backend.attempts)) == ("dead", "the webhook answered 410", 1)
    async with desk.database.write() as connection:
        assert await due_work.retry(connection, row.id, clock())
        assert not await due_work.retry(connection, row.id, clock())
    await work_off(desk)
    assert [event.subject for event in backend.accepted] == [receipt]


async def test_a_backend_that_says_no_for_good_is_not_taken_for_one_that_fails(desk: App, backend: Receiver) -> None:
    for n in range(8):
        await handed_over(desk, f"c{n}")
        backend.will(410)
        await work_off(desk)
    assert {(row.state, row.fault) for row in await deliveries(desk)} == {("dead", "the webhook answered 410")}
    receipt = await handed_over(desk, "last")
    await work_off(desk)
    assert [event.subject for event in backend.accepted] == [receipt]


async def test_retry_after_in_seconds_is_kept(desk: App, clock: HandClock, backend: Receiver) -> None:
    backend.will(503, retry_after="3000")
    await handed_over(desk)
    await work_off(desk)
    (row,) = await deliveries(desk)
    assert row.due_at == clock.now + timedelta(seconds=3000)


async def test_retry_after_as_a_date_is_kept(desk: App, clock: HandClock, backend: Receiver) -> None:
    backend.will(429, retry_after=format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True))
    await handed_over(desk)
    await work_off(desk)
    (row,) = await deliveries(desk)
    assert timedelta(minutes=110) < row.due_at - clock.now <= timedelta(hours=2)


@pytest.mark.parametrize(
    ("header", "least", "most"),
    [
        ("soon", 0, 2),
        ("²", 0, 2),
        ("-5", 0, 2),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0, 2),
        ("Fri, 31 Dec 9999 23:59:59 -0000", 0, 2),
        ("9" * 30, 86_400, 86_400),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86_400, 86_400),
    ],
)
async def test_a_retry_after_nobody_can_keep_stops_nothing(
    desk: App, clock: HandClock, backend: Receiver, header: str, least: int, most: int
) -> None:
    backend.will(503, retry_after=header)
    receipt = await handed_over(desk)
    await work_off(desk)
    (row,) = await deliveries(desk)
    assert row.fault == "the webhook answered 503"
    assert timedelta(seconds=least) <= row.due_at - clock.now <= timedelta(seconds=most)
    await until_settled(desk, clock)
    assert [event.subject for event in backend.accepted] == [receipt]


async def test_a_slow_receiver_is_left_and_asked_again(
    tmp_path: Path, clock: HandClock, backend: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "TIMEOUT_SECONDS", 0.1)
    async with an_app(tmp_path, clock, **backend.settings) as app:
        backend.gate.clear()
        receipt = await book(Talk(app))
        await work_off(app)
        (row,) = await deliveries(app)
        assert (row.state, row.fault) == ("waiting", "the webhook does not answer: ReadTimeout")
        backend.gate.set()
        await until_settled(app, clock)
    # The first attempt may have been taken as well: the id tells that it is the same.
    assert [event.subject for event in backend.by_id.values()] == [receipt]


async def test_a_receiver_that_answers_byte_by_byte_for_ever_is_left(
    clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "WHOLE_SECONDS", 0.2)

    async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n")
        while not writer.is_closing():
            writer.write(b".")
            await asyncio.wait({asyncio.create_task(reader.read(1000))}, timeout=0.02)

    server = await asyncio.start_server(drip, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    system = WebhookSystem(f"http://127.0.0.1:{port}/", SECRET, "urn:test", clock)
    with pytest.raises(OutsideFault, match="does not answer: TimeoutError"):
        await system.file(a_case(), "key")
    await system.close()
    server.close()


async def test_an_amended_case_arrives_with_a_higher_revision_under_another_id(desk: App, backend: Receiver) -> None:
    talk = Talk(desk)
    receipt = await book(talk)
    await work_off(desk)
    await talk.all("我的预约", "1", "改时间", "2026-05-21", "10:00", "都对")
    await work_off(desk)
    await talk.all("我的预约", "1", "取消")
    await talk.tap("yes")
    await work_off(desk)
    first, moved, cancelled = backend.accepted
    assert {event.subject for event in backend.accepted} == {receipt}
    assert [event.data["revision"] for event in backend.accepted] == [1, 2, 3]
    assert [event.type.rpartition(".")[2] for event in backend.accepted] == ["filed", "amended", "amended"]
    assert len(backend.by_id) == 3
    assert moved.data["appointment"]["starts_at"] == "2026-05-21T10:00:00+08:00"
    assert "cancelled" not in moved.data["appointment"]
    assert cancelled.data["appointment"]["cancelled"] == "2026-05-11T12:00:00+08:00"
    assert moved.data["answers"] == first.data["answers"]


async def test_an_amendment_made_while_the_receiver_was_down_arrives_as_the_case_stands(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    talk = Talk(desk)
    await book(talk)
    backend.will(500)
    await work_off(desk)
    await talk.all("我的预约", "1", "取消")
    await talk.tap("yes")
    await until_settled(desk, clock)
    assert len(backend.by_id) == 2
    assert [event.data["revision"] for event in backend.accepted] == [2, 2]
    assert all("cancelled" in event.data["appointment"] for event in backend.accepted)


async def test_a_wish_for_erasure_reaches_the_backend_and_never_before_the_case_itself(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    backend.will(500, 500)
    talk = Talk(desk)
    receipt = await book(talk)
    await talk.say("我的信息")
    await talk.tap("erase")
    await talk.tap("yes")
    await until_settled(desk, clock)
    filed, erasure = backend.accepted
    assert (filed.subject, erasure.subject) == (receipt, f"{receipt}E")
    assert (erasure.data["kind"], erasure.data["erase"], erasure.data["answers"]) == ("erasure", receipt, [])


async def test_after_a_wish_for_erasure_no_answer_leaves_any_more(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    talk = Talk(desk)
    await book(talk)
    await work_off(desk)
    await talk.say("我的信息")
    await talk.tap("erase")
    await talk.tap("yes")
    await talk.all("我的预约", "1", "取消")
    await talk.tap("yes")
    await until_settled(desk, clock)
    filed, cancelled, erasure = backend.accepted
    assert len(filed.data["answers"]) > 0
    assert erasure.data["kind"] == "erasure"
    assert "cancelled" in cancelled.data["appointment"]
    assert (cancelled.data["answers"], cancelled.data["findings"]) == ([], [])


async def test_only_the_services_named_go_there(tmp_path: Path, clock: HandClock, backend: Receiver) -> None:
    async with an_app(tmp_path, clock, **backend.settings, webhook_services="desk, reissue") as app:
        await book(Talk(app))
        ticket = await handed_over(app)
        await work_off(app)
    assert [event.subject for event in backend.accepted] == [ticket]


async def test_a_case_that_does_not_follow_the_schema_never_leaves_and_is_named(
    desk: App, backend: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    filing = WebhookSystem.file

    async def unsound(self: WebhookSystem, case: Case, key: str) -> None:
        await filing(self, a_case(case.run, number="nobody's number"), key)

    monkeypatch.setattr(WebhookSystem, "file", unsound)
    await handed_over(desk)
    await work_off(desk)
    (row,) = await deliveries(desk)
    assert (row.state, row.fault) == ("dead", "number does not follow the schema (pattern)")
    assert backend.attempts == []


async def test_what_failed_is_noted_without_anything_personal(desk: App, clock: HandClock, backend: Receiver) -> None:
    backend.will(500, 422, 303, location=f"/{MAN}", retry_after=MAN, x_said="13800000000")
    await book(Talk(desk))
    faults = []
    for _ in range(3):
        await work_off(desk)
        (row,) = await deliveries(desk)
        faults.append(row.fault)
        clock.now = row.due_at
    assert faults == [f"the webhook answered {status}" for status in (500, 422, 303)]
    assert len(backend.attempts) == 3  # a redirect is not followed


async def test_another_secret_is_seen_by_the_receiver(desk: App, backend: Receiver) -> None:
    backend.secret = "whsec_" + "A" * 32
    await handed_over(desk)
    await work_off(desk)
    assert backend.accepted == []
    assert backend.faults == ["WebhookVerificationError: No matching signature found"]
    backend.faults.clear()


@pytest.mark.parametrize("secret", ["whsec_", "whsec_A", "!!"])
async def test_a_secret_that_is_none_stops_the_start(tmp_path: Path, secret: str) -> None:
    with pytest.raises(SettingsFault, match="YIZHENG_WEBHOOK_SECRET"):
        async with an_app(tmp_path, webhook_url="http://127.0.0.1:9/", webhook_secret=secret):
            pass


# --- the breaker -----------------------------------------------------------------------------------------------------


def passes(breaker: Breaker) -> bool:
    try:
        breaker.check()
    except OutsideFault:
        return False
    return True


def test_the_breaker_opens_after_failures_in_a_row_and_lets_one_try_after_its_rest() -> None:
    now = [100.0]
    breaker = Breaker(lambda: now[0], failures=3, rest=15)
    for _ in range(2):
        breaker.failed()
    breaker.passed()  # not in a row
    for _ in range(2):
        breaker.failed()
    assert passes(breaker)
    breaker.failed()
    assert not passes(breaker)
    now[0] += 15
    assert [passes(breaker) for _ in range(3)] == [True, False, False]
    breaker.failed()
    now[0] += 14
    assert not passes(breaker)
    now[0] += 1
    assert passes(breaker)
    breaker.passed()
    assert [passes(breaker) for _ in range(3)] == [True, True, True]


async def test_a_backend_that_fails_is_given_a_rest_and_then_gets_everything(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    backend.will(*[500] * 50)
    tickets = {await handed_over(desk, f"c{n}") for n in range(12)}
    await work_off(desk)
    sent = len(backend.attempts)
    clock.move("3s")  # what was sent is due again, and the rest is not over
    await work_off(desk)
    assert len(backend.attempts) == sent
    assert {row.fault for row in await deliveries(desk)} == {"the backend is given a rest"}
    backend.answers.clear()
    await until_settled(desk, clock)
    assert {event.subject for event in backend.accepted} == tickets
    assert len(backend.attempts) == sent + len(tickets)

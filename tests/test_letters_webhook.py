"""Letters of authorisation at a case system: how far one has come, its paper once it is signed, pictures, and requests
to verify, which leave on a letter that is in force and on no other."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import AsyncIterator, Iterator

import pytest

from bot.app import App
from flows.assistance.signing import Letter
from integrations.store import letters, uploads
from tests.receiver import Received, Receiver, receiving
from tests.talk import HandClock, Talk, an_app, work_off
from tests.test_documents import pages_of
from tests.transcripts.test_assistance import ALONE, OLD_MAN, SIGNED, WIFE
from tests.transcripts.test_letters import MINE, applied, codes, signs, the_letter
from tests.transcripts.walks import said, the_case
from tests.web import picture


@pytest.fixture
def backend() -> Iterator[Receiver]:
    """A case system that listens on loopback."""
    with receiving(Receiver()) as receiver:
        yield receiver


@pytest.fixture
async def desk(tmp_path: object, clock: HandClock, database_url: str, backend: Receiver) -> AsyncIterator[App]:
    """A desk whose cases go there, once on each database."""
    settings = {**backend.settings, "public_url": "https://desk.example"}
    async with an_app(tmp_path, clock, database_url=database_url, **settings) as app:  # type: ignore[arg-type]
        yield app


async def settled(desk: App, clock: HandClock) -> None:
    """Everything that is due has left; what follows a case waits for it and is tried again."""
    for _ in range(4):
        await work_off(desk)
        clock.move("10s")


def of_type(backend: Receiver, kind: str) -> list[Received]:
    """The events of a type, in the order in which they came."""
    assert backend.faults == []
    return [event for event in backend.accepted if event.type == f"yizheng.{kind}"]


async def complete(desk: App, clock: HandClock) -> Talk:
    """The applicant, once everybody has signed and everything has left."""
    his = await applied(desk)
    await signs(desk, codes(his)[0])
    await settled(desk, clock)
    return his


async def asked(desk: App, talk: Talk) -> bool:
    """A clerk accepts the application and asks for the means to be verified."""
    number, world = (await the_case(desk, talk)).number, await desk.world()
    async with desk.database.write() as connection:
        await desk.acceptance.accept(connection, number, world)
    async with desk.database.write() as connection:
        return await desk.checking.ask(connection, number, desk.clock())


async def test_a_case_says_how_far_its_letter_has_come_and_the_letter_follows_once_it_is_signed(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    his = await applied(desk)
    await settled(desk, clock)
    (filed,) = of_type(backend, "case.filed")
    assert (filed.data["letter"]["state"], filed.data["township"]) == ("open", "luyang")
    assert [page["state"] for page in filed.data["letter"]["pages"]] == ["signed", "waiting"]
    assert of_type(backend, "case.attachment") == []
    await signs(desk, codes(his)[0])
    await settled(desk, clock)
    amended = of_type(backend, "case.amended")[-1]
    assert amended.data["letter"]["state"] == "complete"
    assert amended.data["revision"] > filed.data["revision"]
    (attached,) = of_type(backend, "case.attachment")
    letter = await the_letter(desk, his)
    assert (attached.data["case"], attached.data["name"]) == (letter.case, letter.number)
    pdf = base64.b64decode(attached.data["content"])
    assert hashlib.sha256(pdf).hexdigest() == attached.data["sha256"]
    first, second = pages_of(pdf)
    assert OLD_MAN in first
    assert WIFE in second


async def test_a_page_on_paper_goes_there_as_the_picture_it_is(desk: App, clock: HandClock, backend: Receiver) -> None:
    his = await applied(desk)
    async with desk.database.write() as connection:
        await uploads.keep(
            connection, desk.vault, upload="photo", conversation=his.conversation, data=picture(), at=clock()
        )
    await said(his, *MINE, "=first", "=paper", "=first", "=agree", "{photo}")
    await settled(desk, clock)
    (attached,) = of_type(backend, "case.attachment")
    assert (attached.data["kind"], attached.data["media_type"]) == ("picture", "image/jpeg")
    assert base64.b64decode(attached.data["content"]) == picture()


async def test_a_request_to_verify_carries_the_letter_and_its_people(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    """社会救助暂行办法第58条."""
    his = await complete(desk, clock)
    assert await asked(desk, his)
    await settled(desk, clock)
    (event,) = of_type(backend, "check.requested")
    letter = await the_letter(desk, his)
    assert (event.data["letter"], event.data["case"]) == (letter.number, letter.case)
    async with desk.database.read() as connection:
        kept = await letters.by_number(connection, desk.vault, letter.number)
    assert kept is not None
    assert event.data["digest"] == kept.digests[-1][0]
    assert [person["id_number"] for person in event.data["people"]] == [OLD_MAN, WIFE]


async def test_a_letter_that_is_withdrawn_before_the_request_leaves_stops_it(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    his = await complete(desk, clock)
    assert await asked(desk, his)
    await said(his, *MINE, "=first", "=withdraw", "=yes")
    await settled(desk, clock)
    assert of_type(backend, "check.requested") == []
    assert of_type(backend, "case.amended")[-1].data["letter"]["state"] == "withdrawn"
    assert not await asked(desk, his)


async def test_with_the_guard_off_it_would_leave(
    desk: App, clock: HandClock, backend: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    his = await complete(desk, clock)
    assert await asked(desk, his)
    await said(his, *MINE, "=first", "=withdraw", "=yes")
    monkeypatch.setattr(Letter, "is_in_force", property(lambda _: True))
    await settled(desk, clock)
    assert len(of_type(backend, "check.requested")) == 1


async def test_one_of_the_household_who_withdraws_stops_it_too(desk: App, clock: HandClock, backend: Receiver) -> None:
    his = await applied(desk)
    hers = await signs(desk, codes(his)[0])
    await settled(desk, clock)
    assert await asked(desk, his)
    await said(hers, *MINE, "=first", "=withdraw", "=yes")
    await settled(desk, clock)
    assert of_type(backend, "check.requested") == []


async def test_what_was_sent_where_is_told_to_the_applicant(desk: App, clock: HandClock, backend: Receiver) -> None:
    his = await complete(desk, clock)
    await asked(desk, his)
    await settled(desk, clock)
    await said(his, *MINE, "=first", "=looked")
    assert his.last is not None
    (words,) = [reply.words for reply in his.last.replies if reply.words.key == "letters-looked"]
    told = [(line.args["who"].key, line.args["what"].key) for line in words.args["lines"]]
    assert set(told) == {("looked-by_webhook", f"looked-{what}_sent") for what in ("case", "letter", "check")}


async def test_nothing_is_attached_to_a_case_that_is_to_be_erased(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    his = await applied(desk)
    await signs(desk, codes(his)[0])
    await said(his, "我的信息", "=erase", "=yes")
    await settled(desk, clock)
    assert of_type(backend, "case.attachment") == []
    assert [event.data["letter"] for event in of_type(backend, "case.filed") if event.data["kind"] == "case"] == []


async def test_the_letter_of_who_lives_alone_and_signs_at_once_follows_too(
    desk: App, clock: HandClock, backend: Receiver
) -> None:
    his = await applied(desk, (*ALONE, *SIGNED))
    await settled(desk, clock)
    (attached,) = of_type(backend, "case.attachment")
    assert attached.data["name"] == (await the_letter(desk, his)).number

"""One photo of an identity card in 社会救助, with a stand-in that sees what it is told to see (``card_reader.py``)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import httpx
import pytest
from structlog.testing import capture_logs

from bot import cards, turn
from bot.app import App
from bot.cards import Cards
from bot.terminal import Terminal
from bot.web.site import make_site
from bot.web.stream import events
from flows.errors import OutsideFault
from flows.incoming import Photo
from flows.words import Value, Words
from integrations.cards.layout import CardReading
from integrations.cards.rows import Piece
from integrations.pictures import look_at
from integrations.store import conversations
from tests.card_reader import CARD, FRONT, NAME, NUMBER, PICTURE, StandIn, kept, show
from tests.cards import Card
from tests.desk import desk_of, only_case, with_account
from tests.people import id_number
from tests.records import until
from tests.talk import HandClock, Talk, an_app, an_app_that_reads, replay, work_off
from tests.test_cards_layout import lines_of, pieces_of
from tests.transcripts.test_assistance import (
    ALONE,
    BEGIN,
    END,
    HEALTHY,
    LIVES,
    NOBODY_ELSE,
    NOTHING,
    SENT,
    SIGNED,
)
from tests.transcripts.walks import said, the_case, the_log
from tests.web import Resident, client_of, conversation, picture

TO_THE_CARD = [*BEGIN, "=self"]
REST = [*LIVES, *HEALTHY, "=odd_jobs", *NOBODY_ELSE, *NOTHING]
FILED = [*SENT, "=later"]
OTHER = Card("李四", "女", "汉", CARD.birth, CARD.address, id_number(CARD.birth, man=False))
UNSURE_OF_THE_NAME = [p for p in FRONT if p.text != NAME] + [
    Piece(p.text, 0.4, p.corners) for p in FRONT if p.text == NAME
]
WRONG_DIGIT = NUMBER[:-1] + ("0" if NUMBER[-1] != "0" else "1")
WITH_A_WRONG_DIGIT = pieces_of(lines_of(replace(CARD, number=WRONG_DIGIT)))


@pytest.fixture
def reader() -> StandIn:
    """What stands in for the recogniser."""
    return StandIn()


@asynccontextmanager
async def opened(
    reader: StandIn | None, directory: Path, clock: HandClock, url: str, *, keeps: bool = False
) -> AsyncIterator[App]:
    """A desk, of a place that keeps the photos of cards or does not."""
    place = resources.files("flows.places").joinpath("jingtai.toml").read_text(encoding="utf-8")
    path = directory / "place.toml"
    path.write_text(f"keeps_cards = {str(keeps).lower()}\n{place}", encoding="utf-8")
    async with an_app_that_reads(reader, directory, clock, database_url=url, place=str(path)) as app:
        yield app


@pytest.fixture
async def desk(reader: StandIn, tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[App]:
    """A desk that reads cards and keeps none, once on each database."""
    async with opened(reader, tmp_path, clock, database_url) as app:
        yield app


@pytest.fixture
async def keeping(reader: StandIn, tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[App]:
    """A desk of a place that keeps them."""
    async with opened(reader, tmp_path, clock, database_url, keeps=True) as app:
        yield app


def slow(reader: StandIn, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Makes the reader wait for the event, and a turn lose patience soon."""
    reader.come_back = asyncio.Event()
    monkeypatch.setattr(turn, "LOOKUP_SECONDS", 0.02)
    return reader.come_back


async def at_the_card(app: App) -> Talk:
    """A conversation in which the card is asked for."""
    talk = Talk(app)
    with capture_logs():
        await said(talk, *TO_THE_CARD)
    assert talk.keys == ["assistance-card"]
    return talk


async def answers(app: App, talk: Talk) -> dict[str, tuple[Value, str]]:
    """The answers of the open service, with their origin."""
    async with app.database.read() as connection:
        loaded = await conversations.load(connection, app.vault, talk.conversation, "zh-Hans")
    top = loaded.conversation.top
    assert top is not None
    return {key: (each.value, each.origin) for key, each in top.answers.items()}


def unspaced(text: str) -> str:
    """Without the spaces between the groups of a number."""
    return "".join(text.split())


def all_text(history: dict[str, Any]) -> str:
    """Everything a history shows."""
    return unspaced(json.dumps(history, ensure_ascii=False))


async def pushed(app: App) -> list[str]:
    """The message ids of what came by itself last."""
    async with app.database.read() as connection:
        entries = await conversations.entries(connection, app.vault, "c0", pushed_only=True)
    return [reply.words.key for reply in entries[-1].replies]


# --- confirmed -------------------------------------------------------------------------------------------------------


async def test_the_card_is_shown_confirmed_and_fills_in_name_and_number(desk: App, reader: StandIn) -> None:
    talk = await replay(
        desk,
        """
        you: 社会救助
        ...
        bot: assistance-notice
        you: 同意
        ...
        tap: luyang
        ...
        tap: unknown
        ...
        tap: no
        ...
        tap: self
        bot: assistance-card
        """,
    )
    assert reader.pictures == []
    await show(talk)
    assert talk.keys == ["assistance-card_check"]
    assert talk.options == ["yes", "again", "typed"]
    shown = unspaced(talk.text(talk.question))
    for field in (CARD.name, "男", "汉族", "1955年3月1日", CARD.address, CARD.number):
        assert field in shown
    assert await kept(desk) == []
    await replay(
        desk,
        """
        you: 都对
        bot: assistance-hukou_place
        """,
        talk,
    )
    given = await answers(desk, talk)
    assert (given["name"], given["id"]) == ((NAME, "read"), (NUMBER, "read"))
    await said(talk, *REST, *SENT, NAME)
    case = await the_case(desk, talk)
    filed = {answer["step"]: (answer["value"], answer["origin"]) for answer in case.content["answers"]}
    assert (filed["name"], filed["id"]) == ((NAME, "read"), (NUMBER, "read"))
    assert filed["card"] == ("not_kept", "typed")
    assert len(reader.pictures) == 1
    assert await kept(desk) == []


async def test_of_a_card_that_was_confirmed_nothing_more_is_kept_than_was_asked(desk: App) -> None:
    talk = await at_the_card(desk)
    await show(talk)
    await said(talk, "=yes")
    assert CARD.address not in str(await answers(desk, talk))
    async with desk.database.read() as connection:
        loaded = await conversations.load(connection, desk.vault, "c0", "zh-Hans")
    assert loaded.conversation.top is not None
    assert loaded.conversation.top.suggestions == {}


@pytest.mark.parametrize(
    ("words", "key"),
    [("再拍一张", "assistance-card"), ("我自己填", "assistance-name"), ("对", "assistance-hukou_place")],
)
async def test_what_was_read_is_answered_in_ones_own_words(desk: App, words: str, key: str) -> None:
    talk = await at_the_card(desk)
    await show(talk)
    await talk.say(words)
    assert talk.keys == [key]


async def test_name_and_number_are_changed_from_the_summary_as_always(desk: App) -> None:
    talk = await at_the_card(desk)
    await show(talk)
    await said(talk, "=yes", *REST, *END[:-1], "=change:name", "张三", "=change:id", OTHER.number)
    assert talk.keys == ["assistance-summary"]
    given = await answers(desk, talk)
    assert (given["name"], given["id"]) == (("张三", "typed"), (OTHER.number, "typed"))


async def test_another_card_may_be_shown_from_the_summary(desk: App, reader: StandIn) -> None:
    talk = await at_the_card(desk)
    await show(talk)
    await said(talk, "=yes", *REST, *END[:-1], "=change:card")
    reader.sees = pieces_of(lines_of(OTHER))
    await show(talk)
    assert talk.keys == ["assistance-card_check"]
    await said(talk, "=yes")
    assert talk.keys == ["assistance-summary"]
    given = await answers(desk, talk)
    assert (given["name"], given["id"]) == ((OTHER.name, "read"), (OTHER.number, "read"))


# --- read in part, or not at all -------------------------------------------------------------------------------------


async def test_a_name_that_is_not_sure_is_typed_and_the_number_taken(desk: App, reader: StandIn) -> None:
    reader.sees = UNSURE_OF_THE_NAME
    talk = await at_the_card(desk)
    await show(talk)
    assert NAME not in talk.text(talk.question)
    await said(talk, "=yes")
    assert talk.keys == ["assistance-name"]
    await said(talk, NAME)
    assert talk.keys == ["assistance-hukou_place"]
    assert (await answers(desk, talk))["id"] == (NUMBER, "read")


async def test_a_number_whose_check_digit_fails_is_typed_and_the_name_taken(desk: App, reader: StandIn) -> None:
    reader.sees = WITH_A_WRONG_DIGIT
    talk = await at_the_card(desk)
    await show(talk)
    assert WRONG_DIGIT not in unspaced(talk.text(talk.question))
    await said(talk, "=yes")
    assert talk.keys == ["assistance-id"]
    assert (await answers(desk, talk))["name"] == (NAME, "read")


BACK = pieces_of([(330, 70, "中华人民共和国"), (330, 170, "居民身份证"), (220, 430, "签发机关")])
BOOK = pieces_of([(60, 74, "户主"), (180, 74, "张三丰"), (60, 148, "户别")])
NEITHER = [p for p in WITH_A_WRONG_DIGIT if p.text != NAME]


@pytest.mark.parametrize(
    ("sees", "key"),
    [
        ([], "card-not_a_card"),
        (BOOK, "card-not_a_card"),
        (BACK, "card-back_of_card"),
        ([*FRONT, *FRONT], "card-several_cards"),
        (pieces_of(lines_of(CARD), confidence=0.2), "card-blurred"),
        (NEITHER, "card-blurred"),
        (OutsideFault("the process that reads cards has ended"), "card-failed"),
        (OutsideFault("reading cards needs the extra ocr", final=True), "card-failed"),
    ],
    ids=["nothing", "household book", "back", "two", "blurred", "neither name nor number", "ended", "not installed"],
)
async def test_a_picture_that_cannot_be_read_is_told_kindly_and_another_or_typing_goes_on(
    desk: App, reader: StandIn, sees: list[Piece] | Exception, key: str
) -> None:
    reader.sees = sees
    talk = await at_the_card(desk)
    with capture_logs() as logs:
        await show(talk)
    assert NAME not in str(logs)
    assert NUMBER not in str(logs)
    assert talk.keys == [key, "assistance-card"]
    assert talk.options == ["typed"]
    assert all(talk.text(reply) for reply in talk.last.replies) if talk.last else False
    assert await kept(desk) == []
    reader.sees = FRONT
    await show(talk)
    assert talk.keys == ["assistance-card_check"]
    await said(talk, "=again", "=typed", NAME, NUMBER)
    assert talk.keys == ["assistance-hukou_place"]
    assert (await answers(desk, talk))["id"] == (NUMBER, "typed")


async def test_a_picture_that_is_too_small_is_not_even_read(desk: App, reader: StandIn) -> None:
    talk = await at_the_card(desk)
    await show(talk, picture(size=(200, 120)))
    assert talk.keys == ["photo-too_small", "assistance-card"]
    assert (reader.pictures, await kept(desk)) == ([], [])


# --- slow ------------------------------------------------------------------------------------------------------------


async def test_what_takes_long_is_said_and_finished_as_due_work_without_reading_twice(
    desk: App, reader: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    come_back, asked, read = slow(reader, monkeypatch), [], Cards._read

    async def noted(self: Cards, picture: str, data: bytes, today: date) -> CardReading:
        asked.append(picture)
        return await read(self, picture, data, today)

    monkeypatch.setattr(Cards, "_read", noted)
    talk = await at_the_card(desk)
    with capture_logs():
        await show(talk)
    assert talk.keys == ["looking-up"]
    assert len(await kept(desk)) == 1
    work = asyncio.create_task(work_off(desk))

    async def is_asked_again() -> bool:
        return len(asked) == 2

    await until(is_asked_again)
    come_back.set()
    await work
    assert await pushed(desk) == ["assistance-card_check"]
    assert len(reader.pictures) == 1
    assert await kept(desk) == []
    await said(talk, "都对")
    assert talk.keys == ["assistance-hukou_place"]


async def test_who_does_not_want_to_wait_types_and_is_not_disturbed(
    desk: App, reader: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    come_back = slow(reader, monkeypatch)
    talk = await at_the_card(desk)
    with capture_logs():
        await show(talk)
        await talk.say("我自己填")
    assert talk.keys == ["assistance-name"]
    assert await kept(desk) == []
    come_back.set()
    await work_off(desk)
    async with desk.database.read() as connection:
        entries = await conversations.entries(connection, desk.vault, "c0", pushed_only=True)
    assert [reply for entry in entries for reply in entry.replies] == []


async def test_a_reader_that_never_answers_is_not_waited_for_for_ever(
    desk: App, reader: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow(reader, monkeypatch)
    monkeypatch.setattr(cards, "MOST_SECONDS", 0.05)
    talk = await at_the_card(desk)
    with capture_logs():
        await show(talk)
        assert talk.keys == ["looking-up"]
        await work_off(desk)
    assert await pushed(desk) == ["card-failed", "assistance-card"]
    assert await kept(desk) == []
    await said(talk, "=typed")
    assert talk.keys == ["assistance-name"]


# --- the picture -----------------------------------------------------------------------------------------------------

WAYS: dict[str, Callable[[Talk], object]] = {
    "confirmed": lambda talk: talk.tap("yes"),
    "refused": lambda talk: talk.tap("again"),
    "typed": lambda talk: talk.tap("typed"),
    "cancelled": lambda talk: talk.all("取消", "是"),
    "left": lambda talk: talk.say("快速退出"),
    "a person": lambda talk: talk.say("转人工"),
    "another service": lambda talk: talk.say("结婚登记"),
}


@pytest.mark.parametrize("way", WAYS)
async def test_a_picture_that_was_read_is_gone_from_the_table_whatever_follows(desk: App, way: str) -> None:
    talk = await at_the_card(desk)
    await show(talk)
    await WAYS[way](talk)  # type: ignore[misc]
    assert await kept(desk) == []


@pytest.mark.parametrize("way", ["typed", "cancelled", "left", "a person", "another service"])
async def test_a_picture_that_is_still_to_be_read_is_gone_when_nobody_waits_for_it(
    desk: App, reader: StandIn, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    come_back = slow(reader, monkeypatch)
    talk = await at_the_card(desk)
    with capture_logs():
        await show(talk)
        assert len(await kept(desk)) == 1
        await WAYS[way](talk)  # type: ignore[misc]
        come_back.set()
        await work_off(desk)
    assert await kept(desk) == []


async def test_where_the_place_keeps_it_the_picture_stays_with_the_case(keeping: App) -> None:
    talk = await at_the_card(keeping)
    assert talk.question.words.args["kept"] == "yes"
    await show(talk)
    (it,) = await kept(keeping)
    await said(talk, "=yes", *REST, *SENT, NAME)
    case = await the_case(keeping, talk)
    assert {answer["step"]: answer["value"] for answer in case.content["answers"]}["card"] == it
    assert await kept(keeping) == [it]


@pytest.mark.parametrize("way", ["typed", "cancelled", "left"])
async def test_where_the_place_keeps_it_it_goes_all_the_same_when_it_was_not_confirmed(keeping: App, way: str) -> None:
    talk = await at_the_card(keeping)
    await show(talk)
    await WAYS[way](talk)  # type: ignore[misc]
    assert await kept(keeping) == []


async def test_where_the_place_keeps_it_it_goes_when_nothing_is_filed(keeping: App) -> None:
    talk = await at_the_card(keeping)
    await show(talk)
    await said(talk, "=yes", *REST, *END)
    assert len(await kept(keeping)) == 1
    await said(talk, "=later")
    assert await kept(keeping) == []


async def test_what_a_place_does_with_the_picture_is_said_before_it_is_given(desk: App) -> None:
    talk = await at_the_card(desk)
    assert talk.question.words.args["kept"] == "no"


async def test_nobody_elses_picture_is_read(desk: App, reader: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    slow(reader, monkeypatch)
    talk = await at_the_card(desk)
    other = Talk(desk, "c1")
    with capture_logs():
        await said(other, *TO_THE_CARD)
        await show(talk)
    (picture_of_another,) = await kept(desk)
    with capture_logs():
        await other.show(Photo(picture_of_another, look_at(PICTURE)))
    assert other.keys == ["card-gone", "assistance-card"]
    assert len(await kept(desk)) == 1
    assert len(reader.pictures) == 1


# --- replay ----------------------------------------------------------------------------------------------------------


async def test_what_was_read_is_still_to_be_confirmed_weeks_later_and_not_read_again(
    desk: App, reader: StandIn, clock: HandClock
) -> None:
    talk = await at_the_card(desk)
    await show(talk)
    before = talk.question.words
    clock.move("20d")
    await said(talk, "继续")
    assert talk.question.words == before
    assert len(reader.pictures) == 1
    await said(talk, "=yes")
    assert talk.keys == ["assistance-hukou_place"]


@pytest.mark.parametrize("days", ["1m", "20d"])
async def test_a_desk_that_reads_no_cards_goes_on_with_what_was_confirmed(
    reader: StandIn, tmp_path: Path, clock: HandClock, database_url: str, days: str
) -> None:
    async with opened(reader, tmp_path, clock, database_url) as app:
        talk = await at_the_card(app)
        await show(talk)
        await said(talk, "=yes", *LIVES)
        question = talk.question.words.key
    clock.move(days)
    async with opened(None, tmp_path, clock, database_url) as app:
        talk.app = app
        await said(talk, "帮助")
        assert talk.question.words.key == question
        given = await answers(app, talk)
        assert (given["name"], given["id"]) == ((NAME, "read"), (NUMBER, "read"))


async def test_a_desk_that_can_no_longer_read_says_so_and_asks(
    reader: StandIn, tmp_path: Path, clock: HandClock, database_url: str
) -> None:
    async with opened(reader, tmp_path, clock, database_url) as app:
        talk = await at_the_card(app)
    async with opened(None, tmp_path, clock, database_url) as app:
        talk.app = app
        with capture_logs():
            await show(talk)
        assert talk.keys == ["card-failed", "assistance-card"]
        await said(talk, "=typed")
        assert talk.keys == ["assistance-name"]
        assert await kept(app) == []


# --- where it is asked -----------------------------------------------------------------------------------------------


async def test_where_cards_cannot_be_read_no_photo_is_asked_for(tmp_path: Path) -> None:
    async with an_app(tmp_path) as app:
        talk = Talk(app)
        keys = await said(talk, *ALONE, *SIGNED)
        assert "assistance-name" in keys
        assert not {key for key in keys if "card" in key}


async def test_the_reader_is_closed_with_the_desk(
    reader: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow(reader, monkeypatch)
    async with an_app_that_reads(reader, tmp_path) as app:
        talk = await at_the_card(app)
        with capture_logs():
            await show(talk)
        assert not reader.closed
    assert reader.closed


async def test_on_the_terminal_the_way_out_is_an_option(desk: App) -> None:
    lines: list[str] = []
    terminal = Terminal(desk, lines.append, "c0")
    for line in ("社会救助", "同意", "芦阳镇", "1", "没有", "给我自己家"):
        lines.clear()
        await terminal.line(line)
    assert any(line.startswith("1. ") for line in "\n".join(lines).splitlines())
    await terminal.line("拍不了")
    lines.clear()
    await terminal.line("1")
    talk = Talk(desk)
    assert (await answers(desk, talk))["card"] == ("typed", "typed")


# --- on the web ------------------------------------------------------------------------------------------------------


async def to_the_card(client: httpx.AsyncClient) -> Resident:
    """A resident who is asked for the card."""
    resident = await Resident.begin(client)
    for choice in ("assistance", *(line[1:] for line in TO_THE_CARD[1:])):
        await resident.tap(choice)
    assert resident.keys == ["assistance-card"]
    assert resident.input["kind"] == "photo"
    return resident


async def test_what_was_read_is_shown_now_and_hidden_in_the_history(desk: App) -> None:
    async with client_of(make_site(desk)) as client:
        resident = await to_the_card(client)
        answer = await resident.upload(PICTURE)
        (reply,) = answer.json()["replies"]
        assert (reply["key"], reply["confidential"]) == ("assistance-card_check", True)
        assert NUMBER in unspaced(reply["text"])
        assert [choice["value"] for choice in reply["input"]["choices"]] == ["yes", "again", "typed"]
        history = all_text(await resident.history())
        assert NUMBER not in history
        assert CARD.address not in history
        assert await kept(desk) == []
        again = await resident.upload(PICTURE)  # the same message once more, as after a connection that broke
        assert again.json() == answer.json()
        assert await kept(desk) == []
        await resident.tap("yes")
        assert resident.keys == ["assistance-hukou_place"]


async def test_what_took_long_is_shown_whole_when_it_comes(
    desk: App, reader: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    come_back = slow(reader, monkeypatch)
    site = make_site(desk)
    async with client_of(site) as client:
        resident = await to_the_card(client)
        with capture_logs():
            answer = await resident.upload(PICTURE)
        assert [reply["key"] for reply in answer.json()["replies"]] == ["looking-up"]
        come_back.set()
        await work_off(desk)
        coming = events(site.state.web, conversation(desk, resident), 0)
        (reply,) = json.loads(str((await anext(coming)).data))["replies"]
        assert (reply["key"], reply["confidential"]) == ("assistance-card_check", True)
        assert NUMBER in unspaced(reply["text"])
        assert NUMBER not in all_text(await resident.history())


async def test_the_staff_of_a_ticket_do_not_read_the_number_among_the_last_messages(desk: App) -> None:
    talk = await at_the_card(desk)
    await show(talk)
    await talk.say("转人工")
    await with_account(desk)
    async with desk_of(desk) as staff:
        await staff.sign_in()
        page = await staff.read(f"/desk/cases/{await only_case(staff)}")
    assert "assistance-card_check" not in page
    assert NUMBER not in unspaced(page)
    assert CARD.birth.strftime("%Y%m%d") not in unspaced(page)


async def test_the_log_of_the_conversation_says_nothing_of_what_was_confirmed(desk: App) -> None:
    talk = await at_the_card(desk)
    await show(talk)
    await talk.tap("yes")
    assert talk.last is not None
    assert talk.last.said == Words("said-confidential")
    assert "（已回答，不显示）" in await the_log(desk, talk)

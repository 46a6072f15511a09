"""A signature through the chat API: drawn or typed, sealed, of this conversation, and dropped when it is no answer."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from bot.app import App
from bot.web.guard import MAX_BODY
from flows.dialogue import derive_id
from flows.language.answers import Answer
from integrations.documents.signature import MOST_POINTS, MOST_STROKES, PICTURE, read_strokes, signature_png
from integrations.store import cases, conversations, uploads
from tests.signing import NAME, Drawn, drawn, signing_app, the_longest
from tests.talk import HandClock
from tests.web import Resident, conversation, is_problem, picture


@pytest.fixture
async def app(tmp_path: Path, clock: HandClock, database_url: str) -> AsyncIterator[App]:
    """The desk with a service that is signed, once on each database."""
    async with signing_app(tmp_path, clock, database_url=database_url) as opened:
        yield opened


async def to_the_signature(resident: Resident) -> None:
    await resident.say("oath")
    await resident.tap("agree")
    await resident.say(NAME)
    assert resident.input == {"kind": "signature", "choices": resident.input["choices"]}
    assert resident.options == ["on_paper", "refuse"]


async def sign(resident: Resident, strokes: object, id: str = "signed") -> httpx.Response:
    return await resident.client.post(
        "/api/chat/messages", json={"id": id, "signature": strokes}, headers=resident.headers
    )


async def signed(resident: Resident, strokes: object, id: str = "signed") -> list[str]:
    answer = await sign(resident, strokes, id)
    assert answer.status_code == 200, answer.text
    return [reply["key"] for reply in answer.json()["replies"]]


async def given(app: App) -> list[tuple[str, str]]:
    """Every picture that is kept, with its conversation."""
    async with app.database.read() as connection:
        rows = (await connection.exec_driver_sql("SELECT id, conversation FROM uploads")).all()
    return [(row.id, row.conversation) for row in rows]


async def mark(app: App, resident: Resident) -> Answer | None:
    """The signature as an answer."""
    async with app.database.read() as connection:
        loaded = await conversations.load(connection, app.vault, conversation(app, resident), "zh-Hans")
    return None if loaded.conversation.top is None else loaded.conversation.top.answers.get("mark")


# --- drawn, and typed ------------------------------------------------------------------------------------------------


async def test_a_drawn_signature_is_kept_as_a_picture_and_filed_by_its_id(app: App, resident: Resident) -> None:
    await to_the_signature(resident)
    answer = (await sign(resident, drawn())).json()
    assert [reply["key"] for reply in answer["replies"]] == ["oath-summary"]
    lines = {line["label"]: line["value"] for line in answer["replies"][0]["summary"]["lines"]}
    assert lines["mark"] == "已手写签名"
    owner = conversation(app, resident)
    name = derive_id(owner, "signed")
    assert await given(app) == [(name, owner)]
    async with app.database.read() as connection:
        kept = await uploads.get(connection, app.vault, name, owner)
    assert kept == signature_png(read_strokes(drawn()))
    assert Image.open(io.BytesIO(kept)).size == PICTURE
    number = (await resident.tap("yes"))["replies"][0]["receipt"]["number"]
    async with app.database.read() as connection:
        case = await cases.by_number(connection, app.vault, number)
    assert case is not None
    assert [each["value"] for each in case.content["answers"] if each["step"] == "mark"] == [name]
    await resident.client.delete("/api/chat/conversations", headers=resident.headers)
    assert await given(app) == [(name, owner)], "what was filed is not dropped by leaving"


async def test_ones_own_name_signs_and_keeps_no_picture(app: App, resident: Resident) -> None:
    await to_the_signature(resident)
    assert [reply["key"] for reply in (await resident.say(NAME))["replies"]] == ["oath-summary"]
    answer = await mark(app, resident)
    assert answer is not None
    assert answer.value == "typed"
    assert await given(app) == []


async def test_the_history_says_that_it_was_signed_and_shows_nothing_of_it(app: App, resident: Resident) -> None:
    await to_the_signature(resident)
    await signed(resident, drawn())
    await resident.say("返回")
    await resident.say(NAME)
    found = await resident.history()
    said = [message["said"] for message in found["messages"]]
    assert (said[-3], said[-1]) == ("已手写签名", "已打字签名")
    assert derive_id(conversation(app, resident), "signed") not in json.dumps(found)


async def test_the_same_message_again_changes_nothing(app: App, resident: Resident) -> None:
    await to_the_signature(resident)
    first, again = await sign(resident, drawn()), await sign(resident, drawn(7))
    assert again.json() == first.json()
    ((name, owner),) = await given(app)
    async with app.database.read() as connection:
        assert await uploads.get(connection, app.vault, name, owner) == signature_png(read_strokes(drawn()))


async def test_the_longest_signature_there_may_be_fits_into_a_message(app: App, resident: Resident) -> None:
    longest = the_longest()
    assert (len(longest), sum(map(len, longest))) == (MOST_STROKES, MOST_POINTS)
    body = json.dumps(
        {"id": "x" * 64, "signature": [[[1000, 400]] * len(each) for each in longest]}, separators=(",", ":")
    )
    assert len(body) < MAX_BODY
    await to_the_signature(resident)
    assert await signed(resident, longest) == ["oath-summary"]


# --- what is none ----------------------------------------------------------------------------------------------------

TOO_MANY_POINTS: Drawn = [[[n % 1000, n % 400] for n in range(MOST_POINTS + 1)]]


@pytest.mark.parametrize(
    ("strokes", "key"),
    [
        ([], "signature-empty"),
        ([[[500, 200]]], "signature-empty"),
        ([[[500, 200], [501, 201], [502, 200], [501, 199]]], "signature-empty"),
        (TOO_MANY_POINTS, "signature-too_long"),
        ([[[n, n]] for n in range(MOST_STROKES + 1)], "signature-too_long"),
        ("0123456789abcdef01234567", "signature-unreadable"),
        ({"points": drawn()}, "signature-unreadable"),
        (7, "signature-unreadable"),
        (False, "signature-unreadable"),
        (drawn()[0], "signature-unreadable"),
        ([[[1, 2, 3]]], "signature-unreadable"),
        ([[[1.5, 2]]], "signature-unreadable"),
        ([[["1", "2"]]], "signature-unreadable"),
        ([[[True, 2]]], "signature-unreadable"),
        ([[[1001, 2]]], "signature-unreadable"),
        ([[[-1, 2]]], "signature-unreadable"),
        ([[]], "signature-unreadable"),
        ([[[1, 2]], None], "signature-unreadable"),
    ],
)
async def test_what_is_no_signature_is_told_why_and_the_question_stays(
    app: App, resident: Resident, strokes: object, key: str
) -> None:
    await to_the_signature(resident)
    before = await resident.history()
    is_problem(await sign(resident, strokes, "none"), 422, key)
    assert await given(app) == []
    assert await resident.history() == before
    assert await signed(resident, drawn(), "none") == ["oath-summary"], "the same id may still be answered"


@pytest.mark.parametrize(
    "message",
    [
        {"id": "m"},
        {"id": "m", "signature": None},
        {"id": "m", "signature": drawn(), "text": NAME},
        {"id": "m", "signature": drawn(), "choice": "refuse"},
        {"id": "m", "signature": [], "text": NAME},
    ],
)
async def test_a_message_is_one_of_the_three(resident: Resident, message: dict[str, Any]) -> None:
    answer = await resident.client.post("/api/chat/messages", json=message, headers=resident.headers)
    is_problem(answer, 422, "fault-malformed")


async def test_a_body_that_is_too_large_is_refused_before_it_is_read(app: App, resident: Resident) -> None:
    await to_the_signature(resident)
    is_problem(await sign(resident, TOO_MANY_POINTS * 3), 413, "fault-too_long")
    assert await given(app) == []


async def test_where_none_is_asked_for_it_is_told_so_and_not_kept(app: App, resident: Resident) -> None:
    assert await signed(resident, drawn()) == ["signature-not_asked", "menu"]
    await resident.say("oath")
    assert await signed(resident, drawn(), "early") == ["signature-not_asked", "oath-notice"]
    await resident.say("转人工")
    assert await signed(resident, drawn(), "late") == ["signature-not_asked"]
    assert await given(app) == []


async def test_a_picture_is_no_signature(app: App, resident: Resident) -> None:
    await to_the_signature(resident)
    assert (await resident.upload(picture())).json()["replies"][0]["key"] == "photo-not_asked"
    assert await given(app) == []


# --- whose it is -----------------------------------------------------------------------------------------------------


async def test_the_id_of_a_picture_signs_neither_typed_nor_tapped(app: App, resident: Resident) -> None:
    other = await Resident.begin(resident.client)
    await to_the_signature(other)
    await signed(other, drawn())
    ((foreign, _),) = await given(app)
    await to_the_signature(resident)
    for text in (foreign, f"uploads:{foreign}", json.dumps(drawn())):
        await resident.say(text)
        assert await mark(app, resident) is None
    for choice in (foreign, "typed", NAME, "keep"):
        await resident.tap(choice)
        assert resident.keys == ["choice-stale", "oath-mark"]
        assert await mark(app, resident) is None
    is_problem(await sign(resident, foreign, "as strokes".replace(" ", "-")), 422, "signature-unreadable")
    await signed(resident, drawn(), "own")
    own = await mark(app, resident)
    assert own is not None
    assert own.value == derive_id(conversation(app, resident), "own") != foreign


async def test_without_a_conversation_nobody_signs(app: App, resident: Resident) -> None:
    is_problem(await sign(Resident(resident.client, "nobody's"), drawn()), 401, "fault-ended")
    await resident.client.delete("/api/chat/conversations", headers=resident.headers)
    is_problem(await sign(resident, drawn()), 401, "fault-ended")
    assert await given(app) == []


# --- replaced, and dropped -------------------------------------------------------------------------------------------


async def test_one_that_is_drawn_anew_takes_the_place_of_the_old_one(app: App, resident: Resident) -> None:
    await to_the_signature(resident)
    await signed(resident, drawn(), "first")
    await resident.tap("change:mark")
    assert await signed(resident, drawn(9), "second") == ["oath-summary"]
    assert await given(app) == [(derive_id(conversation(app, resident), "second"), conversation(app, resident))]


async def test_a_conversation_that_is_left_takes_its_signature_with_it(app: App, resident: Resident) -> None:
    await to_the_signature(resident)
    await signed(resident, drawn())
    await resident.client.delete("/api/chat/conversations", headers=resident.headers)
    assert await given(app) == []


async def test_signatures_are_counted_with_the_pictures(
    app: App, resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.given.MOST_PER_CONVERSATION", 0)
    await to_the_signature(resident)
    is_problem(await sign(resident, drawn()), 429, "fault-too_many_pictures")
    monkeypatch.setattr("bot.web.given.PICTURES_PER_MINUTE", 1)
    is_problem(await sign(resident, drawn(), "another"), 429, "fault-too_fast")
    assert await given(app) == []


# --- what can be seen of it ------------------------------------------------------------------------------------------


async def test_neither_strokes_nor_picture_can_be_read_in_the_records_or_the_log(
    app: App, resident: Resident, capfd: pytest.CaptureFixture[str]
) -> None:
    await to_the_signature(resident)
    await signed(resident, drawn())
    is_problem(await sign(resident, [[[1234567, 2]]], "bad"), 422, "signature-unreadable")
    png = signature_png(read_strokes(drawn()))
    async with app.database.read() as connection:
        (sealed,) = (await connection.exec_driver_sql("SELECT sealed FROM uploads")).scalars().all()
        entries = (await connection.exec_driver_sql("SELECT * FROM log")).all()
        states = (await connection.exec_driver_sql("SELECT * FROM conversations")).all()
    for stored in (bytes(sealed), repr(entries).encode(), repr(states).encode()):
        assert b"PNG" not in stored
        assert png[50:80] not in stored
        assert NAME.encode() not in stored
        assert b"[100," not in stored
    assert app.vault.open(bytes(sealed), f"uploads:{derive_id(conversation(app, resident), 'signed')}") == png
    out, err = capfd.readouterr()
    for secret in (NAME, "1234567", "[[", "PNG"):
        assert secret not in out + err


async def test_it_is_described_to_those_who_build_on_it(resident: Resident) -> None:
    described = (await resident.client.get("/openapi.json")).json()["components"]["schemas"]["Message"]
    strokes = described["properties"]["signature"]
    assert (strokes["type"], strokes["maxItems"]) == ("array", MOST_STROKES)
    assert strokes["items"]["items"]["prefixItems"][0]["maximum"] == 1000

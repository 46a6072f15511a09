"""Around the talking: pictures, health, the API's description, and the page."""

from __future__ import annotations

import json
import re
import struct
import zlib
from pathlib import Path

import httpx
import pytest
from jsonschema import Draft202012Validator

from bot.app import App
from bot.turn import Taken, Turns
from bot.web import site as site_files
from bot.web.guard import MAX_UPLOAD
from flows.dialogue import derive_id
from flows.incoming import Incoming
from integrations.store import uploads
from tests.talk import MAN, SPEECH
from tests.web import (
    Resident,
    break_database,
    conversation,
    is_guarded,
    is_problem,
    picture,
    to_the_summary,
)

# --- pictures ---------------------------------------------------------------------------------------------------------


def bomb() -> bytes:
    """A PNG of a few bytes that says it has 2,500 million pixels."""
    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    made = b"".join(struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + made


async def to_the_photo(resident: Resident) -> None:
    await to_the_summary(resident)
    await resident.tap("change:photo")
    assert resident.input["kind"] == "photo"


async def test_a_good_picture_is_an_answer_and_counts_once(app: App, resident: Resident) -> None:
    await to_the_photo(resident)
    first, again = await resident.upload(picture()), await resident.upload(picture())
    assert first.status_code == 200, first.text
    assert again.json() == first.json()
    assert first.json()["replies"][-1]["key"] == "marriage-summary"
    async with app.database.read() as connection:
        assert await uploads.count(connection, conversation(app, resident)) == 1
    assert (await resident.history())["messages"][-1]["said"] == "照片已收到"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (picture("GIF"), "photo-format"),
        (b"%PDF-1.7", "photo-format"),
        (b"no picture", "photo-unreadable"),
        (b"", "photo-unreadable"),
        (picture()[:2000], "photo-unreadable"),
        (bomb(), "photo-too_large"),
    ],
    ids=["gif", "pdf", "words", "nothing", "cut off", "bomb"],
)
async def test_what_is_no_usable_picture_is_refused_and_not_kept(
    app: App, resident: Resident, data: bytes, key: str
) -> None:
    is_problem(await resident.upload(data), 422, key)
    async with app.database.read() as connection:
        assert await uploads.count(connection, conversation(app, resident)) == 0


async def test_a_picture_that_is_too_large_is_refused(resident: Resident) -> None:
    is_problem(await resident.upload(b"x" * MAX_UPLOAD), 413, "fault-picture_too_large")


async def test_a_form_without_a_picture_or_with_a_wrong_id_is_refused(resident: Resident) -> None:
    for form in ({"id": "a"}, {"id": "a b", "file": "x"}, {}):
        answer = await resident.client.post("/api/chat/uploads", data=form, headers=resident.headers)
        is_problem(answer, 422, "fault-malformed")


async def test_a_picture_belongs_to_its_own_conversation_only(
    app: App, client: httpx.AsyncClient, resident: Resident
) -> None:
    await to_the_photo(resident)
    await resident.upload(picture())
    other = await Resident.begin(client)
    await to_the_photo(other)
    await other.upload(picture())
    async with app.database.read() as connection:
        kept = (await connection.exec_driver_sql("SELECT id, conversation FROM uploads")).all()
        own = next(row.id for row in kept if row.conversation == conversation(app, resident))
        assert await uploads.get(connection, app.vault, own, conversation(app, resident)) is not None
        assert await uploads.get(connection, app.vault, own, conversation(app, other)) is None
    assert len({row.id for row in kept}) == 2


async def test_a_conversation_may_not_give_pictures_without_end(
    resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.given.MOST_PER_CONVERSATION", 1)
    await to_the_photo(resident)
    assert (await resident.upload(picture(), "first")).status_code == 200
    is_problem(await resident.upload(picture(), "second"), 429, "fault-too_many_pictures")
    assert (await resident.upload(picture(), "first")).status_code == 200


async def kept(app: App, resident: Resident) -> int:
    async with app.database.read() as connection:
        return await uploads.count(connection, conversation(app, resident))


async def test_a_picture_that_is_no_answer_is_not_kept(app: App, resident: Resident) -> None:
    for _ in range(2):  # the same message again is the same
        assert (await resident.upload(picture(), "unasked")).json()["replies"][0]["key"] == "photo-not_asked"
        assert await kept(app, resident) == 0
    await to_the_photo(resident)
    small = await resident.upload(picture(size=(106, 70)), "small")
    assert small.json()["replies"][0]["key"] == "photo-too_small"
    assert await kept(app, resident) == 0


async def test_of_two_pictures_for_one_question_the_last_is_kept(app: App, resident: Resident) -> None:
    await to_the_photo(resident)
    await resident.upload(picture(), "first")
    await resident.tap("change:photo")
    assert await kept(app, resident) == 1
    assert (await resident.upload(picture("PNG"), "second")).json()["replies"][-1]["key"] == "marriage-summary"
    async with app.database.read() as connection:
        ids = (await connection.exec_driver_sql("SELECT id FROM uploads")).scalars().all()
    assert ids == [derive_id(conversation(app, resident), "second")]


async def test_a_picture_sent_while_a_person_is_asked_for_is_kept_for_the_staff(app: App, resident: Resident) -> None:
    await to_the_photo(resident)
    await resident.upload(picture(), "answer")
    await resident.tap("command:person")
    for _ in range(2):
        assert (await resident.upload(picture(), "noted")).json()["replies"][0]["key"] == "handoff-noted"
        assert await kept(app, resident) == 2


@pytest.mark.parametrize(("last", "left"), [("change:phone", 0), ("yes", 1)])
async def test_leaving_drops_the_pictures_but_those_of_filed_cases(
    app: App, resident: Resident, last: str, left: int
) -> None:
    await to_the_photo(resident)
    await resident.upload(picture())
    await resident.tap(last)
    assert await kept(app, resident) == 1
    await resident.client.delete("/api/chat/conversations", headers=resident.headers)
    assert await kept(app, resident) == left


async def test_a_picture_on_its_way_when_its_conversation_is_left_is_not_kept(
    app: App, resident: Resident, monkeypatch: pytest.MonkeyPatch
) -> None:
    await to_the_photo(resident)
    take = Turns.take

    async def leave_and_take(turns: Turns, incoming: Incoming, language: str) -> Taken:
        await resident.client.delete("/api/chat/conversations", headers=resident.headers)
        async with app.database.write() as connection:  # as if the picture had come in just after
            await uploads.keep(
                connection,
                app.vault,
                upload=derive_id(incoming.conversation, incoming.id),
                conversation=incoming.conversation,
                data=b"picture",
                at=incoming.at,
            )
        return await take(turns, incoming, language)

    monkeypatch.setattr(Turns, "take", leave_and_take)
    is_problem(await resident.upload(picture()), 401, "fault-ended")
    assert await kept(app, resident) == 0


# --- health and description -------------------------------------------------------------------------------------------


async def test_readiness_follows_the_database_and_life_does_not(
    app: App, client: httpx.AsyncClient, tmp_path: Path
) -> None:
    assert (await client.get("/readyz")).json() == {"database": True, "quick": True}
    await break_database(app, tmp_path)
    gone = await client.get("/readyz")
    assert (gone.status_code, gone.json()["database"]) == (503, False)
    assert (await client.get("/healthz")).json() == {"status": "alive"}
    assert (await client.get("/metrics")).status_code == 200


async def test_the_metrics_count_turns_and_work_and_hold_nothing_personal(
    app: App, client: httpx.AsyncClient, resident: Resident
) -> None:
    await to_the_summary(resident)
    number = (await resident.tap("yes"))["replies"][0]["receipt"]["number"]
    shown = (await client.get("/metrics")).text
    assert re.search(r'yizheng_turns_total\{result="taken"\} [1-9]', shown)
    assert 'yizheng_due_work{kind="past",state="waiting"} 1.0' in shown
    assert "yizheng_cases_waiting 1.0" in shown
    for personal in ("张三", MAN, "13800000000", number, resident.token, conversation(app, resident)):
        assert personal not in shown


async def test_the_description_names_every_call_and_all_its_references_resolve(client: httpx.AsyncClient) -> None:
    described = (await client.get("/openapi.json")).json()
    calls = {(method, path) for path, methods in described["paths"].items() for method in methods}
    assert {path for _, path in calls} == {
        *(
            f"/api/chat/{call}"
            for call in ("conversations", "links", "messages", "uploads", "history", "stream", "seen")
        ),
        *("/api/chat/letters/{number}/letter.pdf", "/api/chat/pictures/{picture}"),
        "/api/chat/certificates/{number}/certificate.pdf",
        "/api/chat/benefits/{proof}/{mark}/payments.png",
        *(f"/api/chat/bookings/{{number}}/{name}" for name in ("slip.pdf", "entry.ics", "code.svg", "invitation.svg")),
        *("/schemas/{name}.v1.json", "/healthz", "/readyz", "/metrics"),
    }
    schemas = described["components"]["schemas"]
    for name in re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(described)):
        Draft202012Validator.check_schema(schemas[name])
    message = described["paths"]["/api/chat/messages"]["post"]
    assert message["security"]
    assert {"401", "413", "422", "429", "503"} <= message["responses"].keys()
    assert "application/problem+json" in message["responses"]["422"]["content"]
    page = (await client.get("/docs")).text
    assert all(path in page for _, path in calls)


@pytest.mark.parametrize("name", ["case", "attachment", "check", "volunteer", "service", "service_certificate"])
async def test_the_schemas_of_what_leaves_are_published(client: httpx.AsyncClient, name: str) -> None:
    answer = await client.get(f"/schemas/{name}.v1.json")
    Draft202012Validator.check_schema(answer.json())
    assert answer.headers["content-type"] == "application/schema+json"


async def test_no_other_file_is_a_schema(client: httpx.AsyncClient) -> None:
    for name in ("cases", "..%2Fcontract", "%2e%2e/case"):
        assert (await client.get(f"/schemas/{name}.v1.json")).status_code in {404, 422}


async def test_static_files_are_asked_for_again_but_not_sent_again(client: httpx.AsyncClient) -> None:
    first = await client.get("/static/chat.js")
    assert first.headers["cache-control"] == "no-cache"
    again = await client.get("/static/chat.js", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    is_guarded(again)


async def test_the_page_speaks_the_language_asked_for_and_is_not_kept(client: httpx.AsyncClient) -> None:
    english = await client.get("/", headers={"accept-language": "en"})
    assert '<html lang="en">' in english.text
    chosen = await client.get("/?language=zh-Hant", headers={"accept-language": "en"})
    assert '<html lang="zh-Hant">' in chosen.text
    assert '<html lang="zh-Hans">' in (await client.get("/?language=<b>")).text
    assert english.headers["cache-control"] == "no-store"


def test_the_page_has_every_word_it_asks_for_and_no_more() -> None:
    asked = {
        id
        for file in [*(site_files.HERE / "static").glob("*.js"), site_files.HERE / "templates" / "chat.html"]
        for id in re.findall(r"page-[a-z_]+", file.read_text(encoding="utf-8"))
    }
    asked.remove("page-command_")
    asked |= {f"page-command_{command}" for command in ("back", "menu", "help", "person")}
    assert asked == SPEECH.texts("page-", "zh-Hans").keys()

"""Personal data at rest: sealed to its row, found by a blind index, and nowhere in the clear."""

from __future__ import annotations

import base64
import stat
import subprocess
import sys
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.app import KEYS_FILE, App, load_keys, load_place
from bot.settings import Settings
from bot.tokens import ID_BYTES, make_token
from bot.web.site import make_site
from flows.errors import SettingsFault
from integrations.privacy import KEY_BYTES, Algorithm, Keys, SealBroken, Vault
from integrations.store.tables import booking_people, conversations
from tests.records import every_value, plan
from tests.talk import MAN, WOMAN, HandClock, Talk, an_app, book, work_off

ROOT = Path(__file__).parent.parent
ALGORITHMS: list[Algorithm] = ["aes", "sm4"]
SECRETS = ["张三", "李四", MAN, MAN.lower(), WOMAN, "13800000000", "到现场再拍", "她不让我出门"]
"""What the residents of these tests type: names, numbers, their own words."""


def leaks(values: Iterable[tuple[str, bytes]]) -> set[tuple[str, str]]:
    """Where something a resident typed stands in the clear."""
    return {(where, secret) for where, value in values for secret in SECRETS if secret.encode() in value}


def files_in(directory: Path) -> list[tuple[str, bytes]]:
    """Every file under a directory."""
    return [(path.name, path.read_bytes()) for path in directory.rglob("*") if path.is_file()]


# --- sealing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@given(value=st.binary(max_size=300), row=st.text(max_size=40))
def test_what_is_sealed_for_a_row_opens_for_that_row(algorithm: Algorithm, value: bytes, row: str) -> None:
    vault = Vault(Keys.make(), algorithm)
    sealed = vault.seal(value, row)
    assert vault.open(sealed, row) == value
    assert vault.seal(value, row) != sealed
    assert len(value) < 4 or value not in sealed


@pytest.mark.parametrize("algorithm", ALGORITHMS)
@given(value=st.binary(max_size=40), data=st.data())
def test_a_value_that_was_altered_cut_or_moved_is_refused(
    algorithm: Algorithm, value: bytes, data: st.DataObject
) -> None:
    vault = Vault(Keys.make(), algorithm)
    sealed = vault.seal(value, "log:c0:m1")
    at = data.draw(st.integers(0, len(sealed) - 1))
    changed = sealed[at] ^ data.draw(st.integers(1, 255))
    with pytest.raises(SealBroken):
        vault.open(sealed[:at] + bytes([changed]) + sealed[at + 1 :], "log:c0:m1")
    with pytest.raises(SealBroken):
        vault.open(sealed[:at], "log:c0:m1")
    for other in ("log:c1:m1", "log:c0:m2", "uploads:c0:m1", ""):
        with pytest.raises(SealBroken):
            vault.open(sealed, other)


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_another_key_opens_nothing(algorithm: Algorithm) -> None:
    sealed = Vault(Keys.make(), algorithm).seal(b"value", "row")
    with pytest.raises(SealBroken):
        Vault(Keys.make(), algorithm).open(sealed, "row")


def test_old_keys_open_and_the_newest_seals() -> None:
    old = Keys.make()
    both = Keys({**old.sealing, 2: bytes(range(32))}, old.index, old.signing)
    before, after = Vault(old).seal(b"value", "row"), Vault(both).seal(b"value", "row")
    assert [Vault(both).open(sealed, "row") for sealed in (before, after)] == [b"value"] * 2
    assert (before[1], after[1]) == (1, 2)
    newest_only = Vault(Keys({2: both.sealing[2]}, old.index, old.signing))
    assert newest_only.open(after, "row") == b"value"
    with pytest.raises(SealBroken, match="key 1, which is not configured"):
        newest_only.open(before, "row")


def test_a_change_of_cipher_leaves_what_is_sealed_readable() -> None:
    keys = Keys.make()
    for sealing, opening in (ALGORITHMS, ALGORITHMS[::-1]):
        assert Vault(keys, opening).open(Vault(keys, sealing).seal(b"value", "row"), "row") == b"value"


@given(st.text(), st.text())
def test_the_blind_index_is_equal_for_equal_values_of_one_scope_only(one: str, other: str) -> None:
    vault = Vault(Keys.make())
    assert (vault.index("person", one) == vault.index("person", other)) == (one == other)
    assert vault.index("person", one) != vault.index("counter", one)
    assert vault.index("person", one) != Vault(Keys.make()).index("person", one)


# --- keys ------------------------------------------------------------------------------------------------------------


def test_keys_are_read_as_they_are_written() -> None:
    keys = Keys({1: b"a" * 32, 200: b"b" * 32}, b"i" * 32, b"s" * 32)
    assert Keys.parse(keys.text()) == keys
    assert Keys.parse(keys.text().replace(",", " ,\n ")) == keys


def _keys(**changed: str | None) -> str:
    good = base64.b64encode(b"k" * KEY_BYTES).decode()
    entries: dict[str, str | None] = {"1": good, "index": good, "signing": good, **changed}
    return ",".join(f"{name}={value}" for name, value in entries.items() if value is not None)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "at least one numbered key"),
        (_keys(**{"1": None}), "at least one numbered key"),
        (_keys(**{"1": None, "256": base64.b64encode(bytes(32)).decode()}), "at least one numbered key"),
        (_keys(**{"1": None, "²": base64.b64encode(bytes(32)).decode()}), "at least one numbered key"),
        (_keys(index=None), "index and signing"),
        (_keys(signing=None), "index and signing"),
        (_keys(index="not base64"), "the key index is not base64"),
        (_keys(index="钥匙"), "the key index is not base64"),
        (_keys(signing=base64.b64encode(b"short").decode()), "the key signing must have 32 bytes"),
    ],
)
def test_keys_that_cannot_work_are_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(SettingsFault, match=sentence):
        Keys.parse(text)


def test_a_refused_key_is_not_said_aloud() -> None:
    with pytest.raises(SettingsFault) as refused:
        Keys.parse(_keys(index="c2hvcnQ="))
    assert "c2hvcnQ=" not in str(refused.value)


def test_the_demonstration_makes_its_keys_once_for_its_own_user(tmp_path: Path) -> None:
    settings, place = Settings(data_dir=tmp_path / "new"), load_place("jingtai")
    with ThreadPoolExecutor(8) as threads:  # as processes that start at once
        made = list(threads.map(lambda _: load_keys(settings, place), range(8)))
    assert all(keys == made[0] for keys in made)
    files = list((tmp_path / "new").iterdir())
    assert [file.name for file in files] == [KEYS_FILE]
    assert stat.S_IMODE(files[0].stat().st_mode) == 0o600
    assert load_keys(settings, place) == made[0]


@pytest.fixture
def a_real_place(tmp_path: Path) -> str:
    """The path of a place that is no demonstration."""
    text = (ROOT / "flows" / "places" / "jingtai.toml").read_text(encoding="utf-8")
    path = tmp_path / "real.toml"
    path.write_text(text.replace("demonstration = true", "demonstration = false"), encoding="utf-8")
    return str(path)


async def test_outside_the_demonstration_missing_keys_stop_the_start(tmp_path: Path, a_real_place: str) -> None:
    with pytest.raises(SettingsFault, match="YIZHENG_KEYS is missing"):
        async with an_app(tmp_path, place=a_real_place):
            pass
    async with an_app(tmp_path, place=a_real_place, keys=Keys.make().text()) as app:
        assert not app.place.demonstration
    assert not (tmp_path / KEYS_FILE).exists()


# --- nothing in the clear --------------------------------------------------------------------------------------------


async def a_whole_booking(app: App) -> Talk:
    """A booking, a second run left open, a word of danger, a handoff and work that failed."""
    talk = Talk(app)
    await book(talk)
    await talk.all("离婚登记", "她不让我出门", "转人工")
    async with app.database.write() as connection:
        await plan(connection, "broken", app.clock(), kind="deliver", payload={"system": "none", "number": "张三"})
    await work_off(app)
    return talk


async def test_nothing_a_resident_typed_stands_in_the_clear_in_any_table(any_app: App, tmp_path: Path) -> None:
    talk = await a_whole_booking(any_app)
    values = await every_value(any_app.database)
    assert {where.partition(".")[0] for where, _ in values} >= {"bookings", "cases", "conversations", "due_work", "log"}
    assert ("conversations.id", talk.conversation.encode()) in values  # what is in the clear is found
    assert leaks(values) == set()
    assert leaks(files_in(tmp_path)) == set()


async def test_the_search_for_leaks_finds_one(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Vault, "seal", lambda self, value, row: value)
    monkeypatch.setattr(Vault, "open", lambda self, sealed, row: sealed)
    await book(Talk(app))
    found = leaks(await every_value(app.database))
    assert {("cases.sealed", MAN), ("cases.sealed", "张三"), ("log.sealed", "李四")} <= found


async def test_people_are_kept_as_blind_indices_only(any_app: App) -> None:
    await book(Talk(any_app))
    async with any_app.database.read() as connection:
        kept = {row.person for row in await connection.execute(select(booking_people.c.person))}
    assert kept == {any_app.vault.index("person", number) for number in (MAN, WOMAN)}


async def test_nothing_a_resident_typed_is_logged(any_app: App) -> None:
    with capture_logs() as lines:
        await a_whole_booking(any_app)
    assert "worker.fault" in {line["event"] for line in lines}  # something was logged, a fault among it
    assert leaks([(line["event"], repr(line).encode()) for line in lines]) == set()


FAULTS = """
import asyncio, logging, sys, threading
import structlog
from bot.logs import configure

def fails(*_):
    raise ValueError("said " + sys.argv[1])

async def fails_later():
    fails()

async def nobody_waits():
    asyncio.create_task(fails_later())
    await asyncio.sleep(0)

logging.basicConfig()
if sys.argv[2] == "guarded":
    configure()
try:
    fails()
except ValueError:
    structlog.get_logger().exception("ours", kind="hold", person=sys.argv[1])
    logging.getLogger("library").exception("said %s", sys.argv[1], stack_info=True)
logging.getLogger("library").error("more places than words %s %s", sys.argv[1])
asyncio.run(nobody_waits())
thread = threading.Thread(target=fails)
thread.start()
thread.join()
type("Unraisable", (), {"__del__": fails})()
fails()
"""
"""Seven ways for a fault to be written down: ours, a library's, a failed line, a task's, a thread's, a destructor's,
and the one that ends the process."""


@pytest.mark.parametrize("guard", ["guarded", "bare"])
def test_a_fault_is_logged_without_a_word_of_what_was_typed(guard: str) -> None:
    asked = [sys.executable, "-c", FAULTS, MAN, guard]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True)
    lines = told.stderr.splitlines()
    if guard == "guarded":
        assert len(lines) == 7
        assert sum("ValueError at <string>:7" in line for line in lines) == 6
        assert '"kind": "hold"' in lines[0]
    repeated = (told.stdout + told.stderr).count(MAN)
    assert repeated == 0 if guard == "guarded" else repeated >= 7


@pytest.fixture
async def web(app: App) -> AsyncIterator[httpx.AsyncClient]:
    """The web face, with a conversation's token."""
    headers = {"authorization": f"Bearer {make_token(app.vault, bytes(ID_BYTES))}"}
    transport = httpx.ASGITransport(make_site(app), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://desk", headers=headers) as client:
        yield client


async def test_neither_metrics_nor_errors_repeat_what_was_typed(
    app: App, web: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await a_whole_booking(app)

    async def fails(*_: Any, **__: Any) -> None:
        raise ValueError(f"{MAN} 张三")

    bad: list[dict[str, Any]] = [
        {"id": "m1", "text": MAN, "choice": "张三"},
        {"id": "张三", "text": "李四"},
        {"id": "m1", MAN: "张三"},
        {"id": "m1", "text": "13800000000" * 1000},
    ]
    said = [await web.post("/api/chat/messages", json=message) for message in bad]
    monkeypatch.setattr(app.turns.__class__, "take", fails)
    with capture_logs() as lines:
        said.append(await web.post("/api/chat/messages", json={"id": "m2", "text": MAN}))
    assert [answer.status_code for answer in said] == [422, 422, 422, 422, 500]
    metrics = await web.get("/metrics")
    assert "yizheng_due_work" in metrics.text
    assert leaks([("answer", answer.content) for answer in (*said, metrics)]) == set()
    assert leaks([("log", repr(line).encode()) for line in lines]) == set()


async def test_records_sealed_under_an_older_key_are_carried_on_under_the_newest(
    database_url: str, tmp_path: Path, a_real_place: str
) -> None:
    old = Keys.make()
    both = Keys({**old.sealing, 2: bytes(range(32))}, old.index, old.signing)
    settings = {"database_url": database_url, "place": a_real_place}
    async with an_app(tmp_path, HandClock(), keys=old.text(), **settings) as app:
        await Talk(app).all("结婚登记", "同意", "1", "张三")
    async with an_app(tmp_path, HandClock(), keys=both.text(), cipher="sm4", **settings) as app:
        talk = Talk(app)
        await talk.say(MAN, id="next")
        assert talk.keys == ["marriage-first_status"]
        async with app.database.read() as connection:
            sealed = (await connection.execute(select(conversations.c.sealed))).scalar_one()
    assert tuple(sealed[:2]) == (2, 2)  # SM4, key 2

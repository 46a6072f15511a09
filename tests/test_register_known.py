"""A register outside as the desk asks it: the cache and its age, the last that is known, the breaker."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import redis
from structlog.testing import capture_logs

from bot.app import App
from bot.benefits.registers import register_outside
from bot.settings import Settings
from flows.errors import OutsideFault, SettingsFault
from integrations.privacy import Keys, Vault
from integrations.quick import Quick
from integrations.registers.asking import MOST_CONNECTIONS
from integrations.registers.contract import Finding
from integrations.registers.http import HttpMapping, HttpRegister
from integrations.registers.known import Known, KnownOutside
from integrations.registers.mapping import parse_mapping
from integrations.store.benefits import last_known
from integrations.store.benefits.last_known import Said
from integrations.store.benefits.register import person_of
from tests.people import id_number
from tests.records import VAULT, a_database, every_value, until
from tests.register_server import (
    AGENT,
    OWN,
    PERSONAL,
    READ,
    STRANGER,
    RegisterServer,
    Reply,
    a_register,
    found,
    mapping_of,
    person,
)
from tests.talk import HandClock, an_app
from tests.test_quick import HandMonotonic

BROKEN, WRONG = Reply(500), Reply(200, b"<html>")
MAPPING = parse_mapping(mapping_of("http"), HttpMapping)


@pytest.fixture
def server() -> Iterator[RegisterServer]:
    with a_register() as register:
        yield register


@pytest.fixture
def seconds() -> HandMonotonic:
    return HandMonotonic()


@pytest.fixture(params=["process", "valkey"])
def redis_url(request: pytest.FixtureRequest) -> str | None:
    if request.param == "process":
        return None
    url: str = request.getfixturevalue("valkey_url")
    return url


@asynccontextmanager
async def knowing(
    server: RegisterServer,
    clock: HandClock,
    database_url: str,
    seconds: HandMonotonic | None = None,
    redis_url: str | None = None,
    vault: Vault = VAULT,
    cached: int = 60,
    patience: float = 60.0,
) -> AsyncIterator[KnownOutside]:
    """The register of the server, as one process asks it. Nobody is impatient unless ``patience`` says so."""
    seconds = seconds or HandMonotonic()
    quick = Quick(redis_url, seconds)
    async with a_database(database_url) as database:
        register = HttpRegister(server.url, None, MAPPING)
        known = KnownOutside(
            register, clock, database, vault, quick, seconds=cached, patience=patience, monotonic=seconds
        )
        try:
            yield known
        finally:
            server.gate.set()
            await known.close()
            await quick.close()


async def fault_of(known: Known, number: str = OWN) -> OutsideFault:
    with pytest.raises(OutsideFault) as raised:
        await known.find(number)
    return raised.value


async def come_about(condition: Callable[[], bool]) -> None:
    async def asked() -> bool:
        return condition()

    await until(asked)


# --- the cache -------------------------------------------------------------------------------------------------------


async def test_what_was_said_is_found_again_for_a_minute_with_its_age_and_then_asked_anew(
    server: RegisterServer, clock: HandClock, database_url: str, seconds: HandMonotonic
) -> None:
    async with knowing(server, clock, database_url, seconds) as known:
        first = clock()
        assert await known.find(OWN) == Finding(READ, first)
        clock.move("59s")
        seconds.now += 59
        assert await known.find(OWN) == Finding(READ, first)
        assert len(server.asked) == 1
        clock.move("1s")
        seconds.now += 1
        assert await known.find(OWN) == Finding(READ, clock())
        assert len(server.asked) == 2


async def test_nobody_costs_what_somebody_costs(
    server: RegisterServer, clock: HandClock, database_url: str, redis_url: str | None
) -> None:
    vault = Vault(Keys.make())
    async with knowing(server, clock, database_url, redis_url=redis_url, vault=vault) as known:
        for number, registered in ((OWN, READ), (STRANGER, None)):
            server.asked.clear()
            assert [await known.find(number) for _ in range(3)] == [Finding(registered, clock())] * 3
            assert len(server.asked) == 1
            async with known._database.read() as connection:
                said = await last_known.find(connection, vault, person_of(vault, number))
            assert said == Said(registered, clock())
        server.will(BROKEN)
        for number in (OWN, STRANGER):  # from the cache
            assert not (await known.find(number)).stale


async def test_the_cache_may_be_emptied_at_any_moment_and_is_shared(
    server: RegisterServer, clock: HandClock, database_url: str, valkey_url: str
) -> None:
    vault = Vault(Keys.make())
    async with (
        knowing(server, clock, database_url, redis_url=valkey_url, vault=vault) as one,
        knowing(server, clock, database_url, redis_url=valkey_url, vault=vault) as other,
    ):
        await one.find(OWN)
        first = clock()
        clock.move("30s")
        assert await other.find(OWN) == Finding(READ, first)
        assert len(server.asked) == 1
        with redis.Redis.from_url(valkey_url) as client:
            key = f"kept:register:{person_of(vault, OWN).hex()}"
            assert 0 < client.ttl(key) <= 60
            kept = client.get(key)
            assert not any(each.encode() in kept for each in PERSONAL)
            client.delete(key)
            assert await other.find(OWN) == Finding(READ, clock())
            assert len(server.asked) == 2
            client.set(f"kept:register:{person_of(vault, STRANGER).hex()}", kept)  # moved to somebody else
            assert await one.find(STRANGER) == Finding(None, clock())
            assert len(server.asked) == 3


async def test_without_a_cache_everybody_asks(server: RegisterServer, clock: HandClock, database_url: str) -> None:
    async with knowing(server, clock, database_url, cached=0) as known:
        for _ in range(3):
            await known.find(OWN)
        assert len(server.asked) == 3


# --- slow, wrong, down, back -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("reply", [BROKEN, WRONG], ids=["down", "wrong"])
async def test_down_or_wrong_the_last_that_is_known_is_found_with_its_time_and_back_what_is_so_now(
    server: RegisterServer, clock: HandClock, database_url: str, seconds: HandMonotonic, reply: Reply
) -> None:
    async with knowing(server, clock, database_url, seconds) as known:
        first = clock()
        await known.find(OWN)
        await known.find(STRANGER)
        clock.move("3h")
        seconds.now += 3 * 3600
        server.will(reply)
        assert await known.find(OWN) == Finding(READ, first, stale=True)
        assert await known.find(STRANGER) == Finding(None, first, stale=True)
        fault = await fault_of(known, AGENT)
        assert str(fault)
        server.says = None
        server.people[OWN] = person() | {"lxdh": "13909439999"}
        assert await known.find(OWN) == Finding(replace(READ, phone="13909439999"), clock())


async def test_who_was_taken_out_of_the_register_is_not_found_when_it_is_down(
    server: RegisterServer, clock: HandClock, database_url: str, seconds: HandMonotonic
) -> None:
    async with knowing(server, clock, database_url, seconds) as known:
        await known.find(OWN)
        del server.people[OWN]
        clock.move("2h")
        seconds.now += 7200
        assert (await known.find(OWN)).of is None
        seconds.now += 60
        server.will(BROKEN)
        assert await known.find(OWN) == Finding(None, clock(), stale=True)


async def test_an_older_word_never_puts_out_a_newer_one(clock: HandClock, database_url: str) -> None:
    mine = person_of(VAULT, OWN)
    async with a_database(database_url) as database:
        for said, kept in (
            (Said(READ, clock()), READ),
            (Said(None, clock() + timedelta(minutes=5)), None),
            (Said(READ, clock() + timedelta(minutes=4)), None),
        ):
            async with database.write() as connection:
                await last_known.put(connection, VAULT, mine, said)
                found_again = await last_known.find(connection, VAULT, mine)
            assert found_again is not None
            assert found_again.of == kept
        assert not [
            where for where, value in await every_value(database) for each in PERSONAL if each.encode() in value
        ]
        async with database.write() as connection:
            assert await last_known.drop_before(connection, clock() + timedelta(minutes=5)) == 0
            assert await last_known.drop_before(connection, clock() + timedelta(minutes=6)) == 1


async def test_a_slow_register_is_not_waited_for_and_what_it_says_is_there_for_the_next_who_asks(
    server: RegisterServer, clock: HandClock, database_url: str, seconds: HandMonotonic
) -> None:
    async with knowing(server, clock, database_url, seconds, patience=0.02) as known:
        server.gate.clear()
        fault = await fault_of(known)
        assert "not answered yet" in str(fault)
        server.gate.set()
        await come_about(lambda: not known._asked)
        first = clock()
        assert await known.find(OWN) == Finding(READ, first)
        clock.move("2m")
        seconds.now += 120
        server.gate.clear()
        assert await known.find(OWN) == Finding(READ, first, stale=True)
        server.gate.set()
        await come_about(lambda: not known._asked)
        assert await known.find(OWN) == Finding(READ, clock())


async def test_many_who_ask_about_one_person_ask_once_and_who_leaves_takes_nothing_from_the_others(
    server: RegisterServer, clock: HandClock, database_url: str
) -> None:
    async with knowing(server, clock, database_url) as known:
        server.gate.clear()
        asking = [asyncio.create_task(known.find(OWN)) for _ in range(20)]
        await come_about(lambda: len(server.asked) == 1)
        asking[0].cancel()
        server.gate.set()
        answers = await asyncio.gather(*asking, return_exceptions=True)
        assert isinstance(answers[0], asyncio.CancelledError)
        assert answers[1:] == [Finding(READ, clock())] * 19
        assert len(server.asked) == 1


async def test_about_many_people_only_so_many_ask_at_once(
    server: RegisterServer, clock: HandClock, database_url: str
) -> None:
    numbers = [id_number(date(1950, 1, 1), man=True, serial=n) for n in range(30)]
    async with knowing(server, clock, database_url) as known:
        server.gate.clear()
        asking = [asyncio.create_task(known.find(number)) for number in numbers]
        await come_about(lambda: server.at_once == MOST_CONNECTIONS)
        server.gate.set()
        assert await asyncio.gather(*asking) == [Finding(None, clock())] * 30
    assert server.most_at_once == MOST_CONNECTIONS


# --- the breaker -----------------------------------------------------------------------------------------------------


async def test_the_breaker_opens_after_failures_and_closes_when_the_register_is_back(
    server: RegisterServer, clock: HandClock, database_url: str, seconds: HandMonotonic
) -> None:
    async with knowing(server, clock, database_url, seconds) as known:
        first = clock()
        await known.find(OWN)
        seconds.now += 60
        server.asked.clear()
        server.will(BROKEN)
        for _ in range(8):
            assert await known.find(OWN) == Finding(READ, first, stale=True)
        assert len(server.asked) == 5
        fault = await fault_of(known, STRANGER)  # nobody waits for it
        assert fault.retry_after
        assert len(server.asked) == 5
        server.says = None
        seconds.now += 15
        assert await known.find(STRANGER) == Finding(None, clock())
        assert await known.find(OWN) == Finding(READ, clock())
        assert len(server.asked) == 7


async def test_an_answer_about_one_person_that_is_not_understood_keeps_nobody_else_out(
    server: RegisterServer, clock: HandClock, database_url: str
) -> None:
    server.people[STRANGER] = person()  # of another number
    async with knowing(server, clock, database_url) as known:
        for _ in range(8):
            await fault_of(known, STRANGER)
        assert await known.find(OWN) == Finding(READ, clock())


# --- nothing personal ------------------------------------------------------------------------------------------------


async def test_neither_faults_nor_logs_say_anything_personal(
    server: RegisterServer, clock: HandClock, database_url: str
) -> None:
    bad = person()
    bad["items"][0]["ztrq"] = "423.50"
    replies = [BROKEN, WRONG, found(bad), found(person() | {"sfzh": STRANGER}), Reply(200, b'{"code"', cut=3)]
    async with knowing(server, clock, database_url) as known:
        with capture_logs() as logs:
            for reply in replies:
                server.will(reply)
                fault = await fault_of(known)
                told = "".join(traceback.format_exception(fault))
                assert not [each for each in PERSONAL if each in told]
    assert [log["event"] for log in logs if log["event"].startswith("register.")] == [
        "register.down",
        "register.not_readable",
        "register.not_readable",
        "register.not_readable",
        "register.down",
    ]
    assert not [each for each in PERSONAL if each in repr(logs)]


# --- by the settings -------------------------------------------------------------------------------------------------


async def test_the_desk_asks_the_register_of_its_settings(
    server: RegisterServer, clock: HandClock, tmp_path: Path
) -> None:
    (mapping := tmp_path / "register.toml").write_text(mapping_of("http"), encoding="utf-8")
    outside: dict[str, Any] = {
        "register_kind": "http",
        "register_url": server.url,
        "register_mapping": mapping,
        "register_token": "t",
    }
    async with an_app(tmp_path, clock, **outside) as app:
        assert await asked_by(app) == Finding(READ, clock())
    assert server.asked[0].headers["authorization"] == "Bearer t"
    async with an_app(tmp_path, clock) as app:
        assert await asked_by(app) == Finding(None, clock())
    assert len(server.asked) == 1


async def asked_by(app: App) -> Finding:
    return await app.benefit_tools.register.find(OWN)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"register_kind": "built_in"}, "YIZHENG_REGISTER_URL is set"),
        ({"register_kind": "built_in", "register_url": None}, "YIZHENG_REGISTER_MAPPING is set"),
        ({"register_url": None}, "REGISTER_KIND=http needs YIZHENG_REGISTER_URL"),
        ({"register_mapping": None}, "REGISTER_KIND=http needs YIZHENG_REGISTER_MAPPING"),
        ({"register_url": "http://x/?key=1"}, "YIZHENG_REGISTER_URL must be"),
        ({"register_token": "a b"}, "YIZHENG_REGISTER_TOKEN"),
        ({"register_key": "x"}, "YIZHENG_REGISTER_KEY is for"),
        ({"register_public_key": "x"}, "YIZHENG_REGISTER_PUBLIC_KEY is for"),
        ({"register_kind": "spdci"}, "YIZHENG_REGISTER_MAPPING: "),
        ({"register_kind": "spdci", "register_key": "x"}, "YIZHENG_REGISTER_KEY is no private key"),
        ({"register_kind": "spdci", "register_public_key": "x"}, "YIZHENG_REGISTER_PUBLIC_KEY is no public key"),
    ],
)
def test_settings_that_do_not_go_together_are_a_sentence(
    tmp_path: Path, wrong: dict[str, object], sentence: str
) -> None:
    (mapping := tmp_path / "register.toml").write_text(mapping_of("http"), encoding="utf-8")
    right = {"register_kind": "http", "register_url": "https://register.example.org", "register_mapping": mapping}
    assert register_outside(Settings.model_validate(right)) is not None
    with pytest.raises(SettingsFault) as raised:
        register_outside(Settings.model_validate({**right, **wrong}))
    assert sentence in str(raised.value)

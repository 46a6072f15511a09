"""A register behind HTTP: what is asked, what is understood, and what is a fault that says nothing personal."""

from __future__ import annotations

import copy
import json
import traceback
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.benefits.records import Registered
from flows.errors import OutsideFault, SettingsFault
from integrations.registers.asking import MOST_ANSWER, check_url
from integrations.registers.contract import NotReadable
from integrations.registers.http import HttpMapping, HttpRegister
from integrations.registers.mapping import parse_mapping, read_mapping
from integrations.registers.reading import Reader, json_of
from tests.register_server import (
    ANY_JSON,
    OWN,
    PERSONAL,
    READ,
    STRANGER,
    RegisterServer,
    Reply,
    a_register,
    as_json,
    found,
    mapping_of,
    person,
    places_in,
    put,
)

TOML = mapping_of("http")
MAPPING = parse_mapping(TOML, HttpMapping)
UNASKED = HttpRegister("http://127.0.0.1:9", None, MAPPING)


@pytest.fixture(scope="module")
def running() -> Iterator[RegisterServer]:
    with a_register() as register:
        yield register


@pytest.fixture
def server(running: RegisterServer) -> RegisterServer:
    running.asked.clear()
    running.says = None
    running.people = {OWN: person()}
    return running


@asynccontextmanager
async def asking(
    server: RegisterServer, toml: str = TOML, token: str | None = None, whole: float = 20.0
) -> AsyncIterator[HttpRegister]:
    register = HttpRegister(server.url, token, parse_mapping(toml, HttpMapping), whole)
    try:
        yield register
    finally:
        await register.close()


def says_nothing_personal(fault: BaseException) -> bool:
    told = "".join(traceback.format_exception(fault)) + repr(fault)
    return not any(each in told for each in PERSONAL)


# --- what is asked, and what is understood ---------------------------------------------------------------------------


async def test_everything_about_a_person_is_read_as_the_documented_mapping_says(server: RegisterServer) -> None:
    async with asking(server, token="a-token") as register:
        assert await register.find(OWN) == READ
        assert await register.find(STRANGER) is None
    asked = server.asked[0]
    assert (asked.method, asked.path) == ("POST", "/api/benefits/query")
    assert json.loads(asked.body) == {"query": {"idCard": OWN}}
    assert asked.headers["authorization"] == "Bearer a-token"
    assert asked.headers["x-purpose"] == "answer"
    assert asked.headers["content-type"].startswith("application/json")


async def test_the_number_never_stands_in_the_address_and_may_stand_in_a_header(server: RegisterServer) -> None:
    toml = TOML.replace('method = "POST" ', 'method = "GET" ').replace(
        'body = { query = { idCard = "{id_number}" } }', ""
    )
    server.will(found(person()))
    async with asking(server, toml.replace('x-purpose = "answer"', 'x-person = "{id_number}"')) as register:
        assert await register.find(OWN) == READ
    asked = server.asked[0]
    assert (asked.method, asked.headers["x-person"], asked.body) == ("GET", OWN, b"")
    assert OWN not in asked.path


async def test_nobody_is_said_by_nothing_an_empty_list_a_code_or_a_status(server: RegisterServer) -> None:
    async with asking(server) as register:
        for reply in (
            found(None),
            found([]),
            found({}),
            as_json({"code": 0}),
            as_json({"code": "1001", "data": person()}),
            Reply(404, b"<html>"),
        ):
            server.will(reply)
            assert await register.find(OWN) is None, reply
        server.will(found([person()]))
        assert await register.find(OWN) == READ


async def test_what_is_no_number_of_a_person_is_not_asked(server: RegisterServer) -> None:
    async with asking(server) as register:
        for number in ("", "620423\r\nx-evil: 1", "62042319500307002X" * 2, "何晓兰"):
            assert await register.find(number) is None
    assert server.asked == []


# --- slow, wrong, down, back -----------------------------------------------------------------------------------------

WRONG = [
    Reply(200, b"<html><body>Please log in</body></html>", {"content-type": "text/html"}),
    Reply(200, b""),
    Reply(200, b"\xff\xfe{}"),
    Reply(200, b'{"code": "0", "data": NaN}'),
    Reply(200, b"[" * 200_000),
    Reply(200, b'{"code": ' + b"9" * 5000 + b"}"),
    as_json([]),
    as_json({"data": person()}),
    as_json({"code": "500", "data": person()}),
    found("x"),
    found([person(), person()]),
    found(person() | {"sfzh": STRANGER}),
]
DOWN = [
    Reply(500, json.dumps(person()).encode()),
    Reply(503),
    Reply(401),
    Reply(302, b"", {"location": "/elsewhere"}),
    Reply(200, json.dumps(person()).encode(), cut=40),
    Reply(200, b'"' + b"x" * MOST_ANSWER + b'"'),
]


async def test_an_answer_that_is_none_is_a_fault_without_anything_personal(server: RegisterServer) -> None:
    async with asking(server) as register:
        for reply in [*WRONG, *DOWN]:
            server.will(reply)
            with pytest.raises(OutsideFault) as raised:
                await register.find(OWN)
            assert isinstance(raised.value, NotReadable) is (reply in WRONG), reply
            assert says_nothing_personal(raised.value)
        assert [asked.path for asked in server.asked] == ["/api/benefits/query"] * len([*WRONG, *DOWN])  # no redirect
        server.says = None
        assert await register.find(OWN) == READ


async def test_a_register_that_is_slow_is_given_up_after_the_time_for_all_of_it(server: RegisterServer) -> None:
    server.gate.clear()
    async with asking(server, whole=0.05) as register:
        with pytest.raises(OutsideFault, match="TimeoutError") as raised:
            await register.find(OWN)
        assert says_nothing_personal(raised.value)
    server.gate.set()


async def test_a_register_that_is_down_is_a_fault_until_it_is_back() -> None:
    with a_register() as first:
        port = int(first.url.rpartition(":")[2])
    async with asking(first) as register:
        with pytest.raises(OutsideFault, match="ConnectError") as raised:
            await register.find(OWN)
        assert says_nothing_personal(raised.value)
        with a_register(port):
            assert await register.find(OWN) == READ


# --- what does not fit is named and not shown ------------------------------------------------------------------------

_RECORD = ("items", 0)
_PAYMENT = ("items", 0, "ff", 1)
_AGENT = ("agents", 0)


@pytest.mark.parametrize(
    ("place", "value", "field"),
    [
        (("xm",), None, "person.name"),
        (("xm",), 5, "person.name"),
        (("sfzh",), None, "person.id_number"),
        (("sfzh",), "62042319500307****", "person.id_number"),
        (("lxdh",), "139****1234", "person.phone"),
        (("items",), {}, "person.records"),
        (("items",), ["x"], "person.records"),
        ((*_RECORD, "bh"), None, "record.id"),
        ((*_RECORD, "bh"), 91, "record.id"),
        ((*_RECORD, "bh"), "x" * 61, "record.id"),
        ((*_RECORD, "lb"), "DBX", "record.scheme"),
        ((*_RECORD, "zt"), "51", "record.state"),
        ((*_RECORD, "zt"), True, "record.state"),
        ((*_RECORD, "ztrq"), None, "record.since"),
        ((*_RECORD, "ztrq"), "20250631", "record.since"),
        ((*_RECORD, "ztrq"), "01010101", "record.since"),
        ((*_RECORD, "slrq"), "1.4.2025", "record.days.accepted"),
        ((*_RECORD, "rks"), 0, "record.members"),
        ((*_RECORD, "rks"), "二", "record.members"),
        ((*_RECORD, "yhzh"), "621", "record.account"),
        ((*_RECORD, "yhzh"), "6217001234567894321abc", "record.account"),
        ((*_RECORD, "qs"), [{}], "record.missing"),
        ((*_RECORD, "yy"), {}, "record.reasons"),
        ((*_RECORD, "yy"), ["A1"] * 51, "record.reasons"),
        ((*_PAYMENT, "je"), "四百", "payment.amount"),
        ((*_PAYMENT, "je"), -1, "payment.amount"),
        ((*_PAYMENT, "je"), "423.505", "payment.amount"),
        ((*_PAYMENT, "je"), None, "payment.amount"),
        ((*_PAYMENT, "je"), True, "payment.amount"),
        ((*_PAYMENT, "ny"), "2025年11月", "payment.month"),
        ((*_PAYMENT, "zt"), "7", "payment.state"),
        ((*_AGENT, "lx"), "9", "mandate.kind"),
        ((*_AGENT, "lxdh"), "", "mandate.phone"),
        ((*_AGENT, "sfzh"), None, "mandate.id_number"),
    ],
)
def test_what_does_not_fit_is_a_fault_that_names_the_field(place: tuple[Any, ...], value: Any, field: str) -> None:
    changed = person()
    put(changed, place, value)
    with pytest.raises(NotReadable) as raised:
        read(changed)
    assert field in str(raised.value)
    assert says_nothing_personal(raised.value)


def read(plain: Any) -> Registered | None:
    return Reader(MAPPING).person(json_of(json.dumps(plain).encode()), OWN)


def test_of_a_long_list_of_payments_or_records_nothing_is_read() -> None:
    for place, one in ((("items", 0, "ff"), {"ny": "202511", "je": 1, "zt": 1}), (("items",), {"lb": "YL"})):
        changed = person()
        put(changed, place, [one] * 1201)
        with pytest.raises(NotReadable):
            read(changed)


def test_amounts_are_exact_and_in_fen_where_the_mapping_says_so() -> None:
    changed = person()
    for said, yuan in ((0.29, 29), ("1129.10", 112910), (580, 58000), ("19.990000", 1999)):
        put(changed, (*_PAYMENT, "je"), said)
        registered = read(changed)
        assert registered is not None
        assert registered.records[1].payments[0].fen == yuan
    fields = parse_mapping(TOML.replace('money = "yuan"', 'money = "fen"'), HttpMapping)
    put(changed, (*_PAYMENT, "je"), 42350)
    registered = Reader(fields).person(changed, OWN)
    assert registered is not None
    assert registered.records[1].payments[0].fen == 42350


@given(st.data())
def test_any_json_is_a_person_nobody_or_a_fault(data: st.DataObject) -> None:
    answer: Any = {"code": "0", "data": copy.deepcopy(person())}
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(places_in(answer)))
        value = data.draw(ANY_JSON)
        if place:
            put(answer, place, value)
        else:
            answer = value
    try:
        registered = UNASKED._read(json_of(json.dumps(answer).encode()), OWN)
    except OutsideFault:
        return
    assert registered is None or (isinstance(registered, Registered) and registered.id_number == OWN)
    if registered is not None:
        assert all(record.account is None or len(record.account) == 4 for record in registered.records)
        json.dumps(repr(registered)).encode()  # nothing in it that cannot be written


# --- the mapping -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('name = "xm"   ', 'nam = "xm"   ', "person.name: Field required"),
        ('xz"\n', 'xz"\ncolour = "x"\n', "record.colour: Extra inputs are not permitted"),
        ('since = "ztrq"', 'since = "zt rq"', "record.since: is no place in JSON"),
        ('since = "ztrq"', 'since = "zt[x]"', "record.since: has brackets"),
        ('since = "ztrq"', "since = 5", "record.since: must say a place"),
        ('accepted = "slrq"', 'begun = "slrq"', "record.days: has the unknown entries begun"),
        ('TK = "tekun"', 'TK = "tekunn"', "schemes.TK"),
        ('10 = "submitted"', '10 = "sent"', "states.10"),
        ('date = ["%Y%m%d", "iso"]', 'date = ["%Y%m"]', "formats.date: must be formats"),
        ('date = ["%Y%m%d", "iso"]', "date = []", "formats.date: must be formats"),
        ('month = "%Y%m"', 'month = "%m"', "formats.month: must write"),
        ('money = "yuan"', 'money = "dollar"', "formats.money"),
        ('path = "/api/benefits/query"', 'path = "/api/{id_number}"', "request.path: must begin with /"),
        ('path = "/api/benefits/query"', 'path = "//evil.example@x"', "request.path: must begin with /"),
        ('path = "/api/benefits/query"', "path = 7", "request.path"),
        ('idCard = "{id_number}"', 'idCard = "x"', "request: {id_number} is neither"),
        ('method = "POST"', 'method = "GET"', "request: GET has no body"),
        ("x-purpose =", "authorization =", "request.headers: cannot have authorization"),
        ('x-purpose = "answer"', 'x-purpose = "救助"', "request.headers: x-purpose must be plain"),
        ('idCard = "{id_number}"', 'idCard = "{id_number}", on = 2026-11-23', "request: body must be"),
        ('code = "code" ', "# ", "answer: code and fine"),
        ('fine = ["0"]', 'fine = ["0", "1001"]', "answer: fine and nobody"),
        ("nobody_status = [404]", "nobody_status = [200]", "answer: nobody_status"),
        ("[payment]", "[payments]", "payments: Extra"),
        ("[payment_states]\n", "[payment_states]\n[ignored]\n", "ignored: Extra"),
        ('1 = "paid"\n2 = "returned"\n0 = "due"', "", "record.payments needs the tables"),
        ('1 = "mandate"\n2 = "guardian"', "", "person.mandates needs the tables"),
        ("[request]", "[request", "not TOML"),
    ],
)
def test_a_fault_of_the_mapping_is_a_sentence_that_names_the_entry(old: str, new: str, sentence: str) -> None:
    assert old in TOML
    with pytest.raises(SettingsFault) as raised:
        parse_mapping(TOML.replace(old, new), HttpMapping)
    assert str(raised.value).startswith("YIZHENG_REGISTER_MAPPING: ")
    assert sentence in str(raised.value)


def test_a_mapping_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingsFault, match="cannot be read"):
        read_mapping(tmp_path / "none.toml", HttpMapping)
    (large := tmp_path / "large.toml").write_text("#" * 300_000)
    with pytest.raises(SettingsFault, match="too large"):
        read_mapping(large, HttpMapping)


def test_places_in_json_are_found_through_lists_and_by_what_stands_beside_them() -> None:
    plain = person()
    plain["attributes"] = ["x", {"name": "other"}, {"name": "benefits", "value": plain.pop("items")}]
    plain["xm"] = [{"last": "何", "first": "晓兰"}]
    toml = TOML.replace('"items"', '"attributes[name=benefits].value"')
    toml = toml.replace('name = "xm"   ', 'name = ["xm[0].last", "xm[0].first"]', 1)
    assert Reader(parse_mapping(toml, HttpMapping)).person(json_of(json.dumps(plain).encode()), OWN) == READ


@pytest.mark.parametrize(
    "url",
    [
        "",
        "register",
        "ftp://x/",
        "https://",
        "https://a:b@x/",
        "https://x/?key=1",
        "https://x/{id_number}",
        "https://[x",
    ],
)
def test_an_address_that_is_none_or_holds_a_secret_is_refused(url: str) -> None:
    with pytest.raises(SettingsFault, match="YIZHENG_REGISTER_URL"):
        check_url(url)
    assert check_url("https://register.example.org/base") == "https://register.example.org/base"

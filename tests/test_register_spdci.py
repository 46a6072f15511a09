"""An SPDCI registry: what is asked follows the standard and is signed; what is answered must be to us, and of now."""

from __future__ import annotations

import base64
import copy
import itertools
import json
import traceback
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from hypothesis import given
from hypothesis import strategies as st

from flows.benefits.records import Registered
from flows.errors import OutsideFault, SettingsFault
from integrations.registers.contract import NotReadable
from integrations.registers.jws import Signer, Verifier, thumbprint
from integrations.registers.mapping import parse_mapping
from integrations.registers.reading import json_of
from integrations.registers.spdci import FRESH, SpdciMapping, SpdciRegister
from tests.register_server import (
    ANY_JSON,
    OWN,
    PERSONAL,
    READ,
    STRANGER,
    RegisterServer,
    a_register,
    mapping_of,
    person,
    places_in,
    put,
)
from tests.spdci import Registry, encoded, signed
from tests.talk import HandClock

TOML = mapping_of("spdci")
OURS, THEIRS = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def private_pem(key: Any) -> str:
    pem: bytes = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return pem.decode()


def public_pem(key: Any) -> str:
    pem: bytes = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return pem.decode()


@pytest.fixture(scope="module")
def running() -> Iterator[RegisterServer]:
    with a_register() as server:
        yield server


@pytest.fixture
def registry(running: RegisterServer, clock: HandClock) -> Registry:
    registry = Registry(clock, {OWN: person()}, THEIRS)
    running.says = registry
    running.asked.clear()
    return registry


@asynccontextmanager
async def searching(
    server: RegisterServer, clock: HandClock, toml: str = TOML, ours: Any = OURS, theirs: Any = THEIRS
) -> AsyncIterator[SpdciRegister]:
    numbers = itertools.count()
    register = SpdciRegister(
        f"{server.url}/base/",
        "a-token",
        parse_mapping(toml, SpdciMapping),
        None if ours is None else Signer(private_pem(ours), "KEY"),
        None if theirs is None else Verifier(public_pem(theirs), "PUBLIC"),
        clock,
        lambda count: next(numbers).to_bytes(count),
    )
    try:
        yield register
    finally:
        await register.close()


async def test_what_is_asked_follows_the_standard_and_what_is_answered_is_read_by_the_mapping(
    running: RegisterServer, registry: Registry, clock: HandClock
) -> None:
    async with searching(running, clock) as register:
        assert await register.find(OWN) == READ
        assert await register.find(STRANGER) is None
    first, second = registry.asked
    header, message = first["header"], first["message"]
    assert (header["sender_id"], header["receiver_id"]) == ("desk.example.org", "social.example.org")
    criteria = message["search_request"][0]["search_criteria"]
    assert criteria["query"] == {"type": "NationalID", "value": OWN}
    assert (criteria["response_entity"], criteria["authorize"]["purpose"]["code"]) == ("Member", "status")
    assert running.asked[0].headers["authorization"] == "Bearer a-token"
    assert OWN not in running.asked[0].path
    ids = [
        name
        for each in (first, second)
        for name in (
            each["header"]["message_id"],
            each["message"]["transaction_id"],
            each["message"]["search_request"][0]["reference_id"],
        )
    ]
    assert len(set(ids)) == 6


@pytest.mark.parametrize("key", [OURS, RSA], ids=["ed25519", "rsa"])
async def test_what_is_asked_is_signed_over_header_and_message(
    running: RegisterServer, registry: Registry, clock: HandClock, key: Any
) -> None:
    registry.key = RSA
    async with searching(running, clock, ours=key, theirs=RSA) as register:
        assert await register.find(OWN) == READ
    request = registry.asked[0]
    head, payload, signature = request.pop("signature").split(".")
    said = json.loads(base64.urlsafe_b64decode(head + "=="))
    assert said == {"alg": "EdDSA" if key is OURS else "RS256", "kid": thumbprint(key.public_key())}
    assert json.loads(base64.urlsafe_b64decode(payload + "==")) == request
    # by hand, with the same key: Ed25519 and RSA with PKCS #1 v1.5 always sign the same in the same way
    by_hand = signed(None, key)
    assert len(by_hand.rpartition(".")[2]) == len(signature)
    assert Verifier(public_pem(key), "PUBLIC").payload(f"{head}.{payload}.{signature}") is not None


async def test_without_keys_nothing_is_signed_and_no_signature_is_looked_at(
    running: RegisterServer, registry: Registry, clock: HandClock
) -> None:
    registry.key = None
    async with searching(running, clock, ours=None, theirs=None) as register:
        assert await register.find(OWN) == READ
    assert "signature" not in registry.asked[0]


# --- what is no answer to us, of now, from them ----------------------------------------------------------------------


def at(*place: Any, be: Any) -> Callable[[dict[str, Any]], None]:
    return lambda answer: put(answer, place, be)


_ONE = ("message", "search_response", 0)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (at("header", "action", be="search"), "header.action"),
        (at("header", "receiver_id", be="other.example.org"), "header.receiver_id"),
        (at("header", "sender_id", be="other.example.org"), "header.sender_id"),
        (at("header", "message_ts", be="2020-01-01T00:00:00Z"), "header.message_ts is not of now"),
        (at("header", "message_ts", be="2026-05-11T12:00:00"), "header.message_ts is no instant"),
        (at("header", "message_ts", be=5), "header.message_ts is no instant"),
        (at("header", "status", be="rjct"), "header.status"),
        (at("header", "is_msg_encrypted", be=True), "encrypted"),
        (at("header", be=[]), "header is no object"),
        (at("message", be=None), "message is no object"),
        (at("message", "transaction_id", be="f" * 32), "message.transaction_id"),
        (at("message", "search_response", be=[]), "message.search_response"),
        (at("message", "search_response", be=[{}, {}]), "message.search_response"),
        (at(*_ONE, "reference_id", be="f" * 32), "search_response.reference_id"),
        (at(*_ONE, "status", be="rcvd"), "search_response.status"),
        (at(*_ONE, "status", be="rjct"), "search_response.status"),
        (at(*_ONE, "data", be=None), "search_response.data"),
        (at(*_ONE, "data", "reg_records", be=person()), "reg_records"),
        (at(*_ONE, "data", "reg_records", be=[person(), person()]), "several people"),
        (at(*_ONE, "data", "reg_records", be=[person() | {"sfzh": STRANGER}]), "person.id_number"),
    ],
)
async def test_what_is_no_answer_to_this_request_is_a_fault_that_names_the_field(
    running: RegisterServer, registry: Registry, clock: HandClock, change: Any, field: str
) -> None:
    registry.change = change
    async with searching(running, clock) as register:
        with pytest.raises(OutsideFault) as raised:
            await register.find(OWN)
    assert field in str(raised.value)
    told = "".join(traceback.format_exception(raised.value))
    assert not [each for each in PERSONAL if each in told]


async def test_an_answer_of_before_is_none_to_a_new_request(
    running: RegisterServer, registry: Registry, clock: HandClock
) -> None:
    answers: list[dict[str, Any]] = []
    registry.after = lambda answer: answers.append(copy.deepcopy(answer))
    async with searching(running, clock) as register:
        await register.find(OWN)
        registry.after = lambda answer: answer.update(answers[0])
        with pytest.raises(NotReadable, match="transaction_id"):
            await register.find(OWN)
        registry.after = lambda _: None
        clock.now += FRESH
        assert await register.find(OWN) == READ
        registry.now = lambda: clock() - FRESH - timedelta(seconds=1)
        with pytest.raises(NotReadable, match="not of now"):
            await register.find(OWN)


@pytest.mark.parametrize(
    "after",
    [
        lambda answer: answer.pop("signature"),
        at("signature", be=""),
        at("signature", be=5),
        at("signature", be="é.b.c"),
        at(*_ONE, "data", "reg_records", be=[]),
        at("header", "status", be="rcvd"),
        lambda answer: answer.update(signature=signed(_unsigned(answer), OURS)),
        lambda answer: answer.update(signature=signed(_unsigned(answer), RSA)),
        lambda answer: answer.update(signature=signed(_unsigned(answer), THEIRS, alg="none")),
        lambda answer: answer.update(signature=signed(_unsigned(answer), THEIRS, crit=["b64"])),
        lambda answer: answer.update(signature=signed([], THEIRS)),
        lambda answer: answer.update(signature=answer["signature"].rpartition(".")[0] + "."),
    ],
)
async def test_what_the_registry_has_not_signed_is_not_taken(
    running: RegisterServer, registry: Registry, clock: HandClock, after: Any
) -> None:
    registry.after = after
    async with searching(running, clock) as register:
        with pytest.raises(NotReadable, match="sign"):
            await register.find(OWN)


def _unsigned(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "signature"}


async def test_a_reason_code_of_the_mapping_says_that_there_is_nobody(
    running: RegisterServer, registry: Registry, clock: HandClock
) -> None:
    def refuse(answer: dict[str, Any]) -> None:
        answer["message"]["search_response"][0] |= {"status": "rjct", "status_reason_code": "rjct.search.none"}

    registry.change = refuse
    async with searching(running, clock) as register:
        with pytest.raises(OutsideFault, match="refuses"):
            await register.find(OWN)
    async with searching(running, clock, TOML.replace("nobody = []", 'nobody = ["rjct.search.none"]')) as register:
        assert await register.find(OWN) is None


_ANSWERING = SpdciRegister(
    "http://127.0.0.1:9", None, parse_mapping(TOML, SpdciMapping), None, None, HandClock(), lambda count: bytes(count)
)


@given(st.data())
def test_any_json_is_a_person_nobody_or_a_fault(data: st.DataObject) -> None:
    answer: Any = {
        "header": {"message_ts": HandClock()().isoformat(), "action": "on-search", "status": "succ"},
        "message": {
            "transaction_id": "t",
            "search_response": [{"reference_id": "r", "status": "succ", "data": {"reg_records": [person()]}}],
        },
    }
    for _ in range(data.draw(st.integers(0, 3))):
        place = data.draw(st.sampled_from(places_in(answer)))
        value = data.draw(ANY_JSON)
        if place:
            put(answer, place, value)
        else:
            answer = value
    try:
        registered = _ANSWERING._read(json_of(json.dumps(answer).encode()), OWN, "t", "r")
    except OutsideFault:
        return
    assert registered is None or (isinstance(registered, Registered) and registered.id_number == OWN)


# --- keys and mapping ------------------------------------------------------------------------------------------------


def test_signatures_are_those_of_rfc_8037() -> None:
    """Its appendix A: the key, its thumbprint, and the signed example."""
    seed = base64.urlsafe_b64decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=")
    key = Ed25519PrivateKey.from_private_bytes(seed)
    assert thumbprint(key.public_key()) == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
    example = (
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
    )
    assert Verifier(public_pem(key), "PUBLIC").payload(example) == b"Example of Ed25519 signing"


@given(payload=st.binary(max_size=200), spoilt=st.integers(min_value=0), bit=st.integers(0, 5))
def test_a_signature_with_any_character_changed_is_none(payload: bytes, spoilt: int, bit: int) -> None:
    verifier = Verifier(public_pem(OURS), "PUBLIC")
    jws = Signer(private_pem(OURS), "KEY").sign(payload)
    assert verifier.payload(jws) == payload
    index = spoilt % len(jws)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    other = alphabet[alphabet.index(jws[index]) ^ (1 << bit)] if jws[index] != "." else "A"
    changed = verifier.payload(jws[:index] + other + jws[index + 1 :])
    assert changed is None or (index == len(jws) - 1 and changed == payload)  # bits that base64url leaves unused


@pytest.mark.parametrize(
    "pem",
    [
        "",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        private_pem(ec.generate_private_key(ec.SECP256R1())),
        private_pem(rsa.generate_private_key(public_exponent=65537, key_size=1024)),
        public_pem(OURS),
    ],
    ids=["empty", "broken", "p256", "short", "public"],
)
def test_what_is_no_key_to_sign_with_is_a_sentence(pem: str) -> None:
    with pytest.raises(SettingsFault, match="YIZHENG_REGISTER_KEY") as raised:
        Signer(pem, "YIZHENG_REGISTER_KEY")
    assert "PRIVATE" not in str(raised.value)
    assert Signer(private_pem(RSA), "YIZHENG_REGISTER_KEY").sign(b"{}").startswith(encoded(b'{"alg":"RS256"'))
    if "PUBLIC" not in pem:
        with pytest.raises(SettingsFault, match="YIZHENG_REGISTER_PUBLIC_KEY"):
            Verifier(pem, "YIZHENG_REGISTER_PUBLIC_KEY")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('sender_id = "desk.example.org"\n', "", "search.sender_id: Field required"),
        ('response_entity = "Member"', 'response_entity = "Person"', "search.response_entity"),
        ('code = "status", ', "", "search.purpose.code: Field required"),
        ("[search]", "[search]\nurl = 1", "search.url: Extra"),
        ('1 = "mandate"\n2 = "guardian"', "", "person.mandates needs"),
    ],
)
def test_a_fault_of_the_mapping_is_a_sentence_that_names_the_entry(old: str, new: str, sentence: str) -> None:
    assert old in TOML
    with pytest.raises(SettingsFault) as raised:
        parse_mapping(TOML.replace(old, new), SpdciMapping)
    assert sentence in str(raised.value)

"""Requests of WeChat: opened as published and as somebody else's library seals them, refused when anything is off."""

from __future__ import annotations

import base64
import re
import traceback
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from wechatpy.crypto import WeChatCrypto
from wechatpy.crypto.cryptography import WeChatCipher
from wechatpy.exceptions import InvalidSignatureException
from wechatpy.utils import WeChatSigner, check_signature

from flows.errors import SettingsFault
from integrations.wechat.cipher import Cipher, signature
from integrations.wechat.envelope import (
    MAX_BODY,
    MAX_PARAMETER,
    MAX_PARAMETERS,
    Opened,
    Secrets,
    close_answer,
    echo,
    open_message,
)
from integrations.wechat.faults import NotWechat, Why
from integrations.wechat.messages import read_message

APPID = "wx0123456789abcdef"
TOKEN, OLD_TOKEN = "lantern", "teapot"
KEY, OLD_KEY = "k" * 42 + "Z", "o" * 43
NOW = 1_790_000_000
NONCE = "n-1234"
RANDOM = bytes(range(16))
XML = "<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName></xml>"
PRIVATE = "never-in-a-log"

PLAIN = Secrets(APPID, (TOKEN, OLD_TOKEN))
SAFE = Secrets(APPID, (TOKEN, OLD_TOKEN), (Cipher(KEY, APPID), Cipher(OLD_KEY, APPID)))

Query = list[tuple[str, str]]

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300)
tokens = st.from_regex(r"[A-Za-z0-9]{3,32}", fullmatch=True)
keys = st.from_regex(r"[A-Za-z0-9]{43}", fullmatch=True)
nonces = st.from_regex(r"[A-Za-z0-9]{1,32}", fullmatch=True)
moments = st.integers(1_000_000_000, 9_999_999_999)


def plain_query(token: str = TOKEN, at: int = NOW, nonce: str = NONCE) -> Query:
    """What a request in plain mode comes with."""
    return [("signature", signature(token, str(at), nonce)), ("timestamp", str(at)), ("nonce", nonce)]


def sealed(
    xml: str = XML, token: str = TOKEN, key: str = KEY, appid: str = APPID, at: int = NOW, nonce: str = NONCE
) -> tuple[Query, bytes]:
    """Query and body of a request in safe mode, as WeChat makes them."""
    return signed(Cipher(key, appid).encrypt(xml, RANDOM), token, at, nonce)


def signed(encrypted: str, token: str = TOKEN, at: int = NOW, nonce: str = NONCE) -> tuple[Query, bytes]:
    """Query and body of a request that brings this."""
    given = [("encrypt_type", "aes"), ("msg_signature", signature(token, str(at), nonce, encrypted))]
    body = f"<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>"
    return plain_query(token, at, nonce) + given, body.encode()


def why(secrets: Secrets, query: Query, body: bytes, now: int = NOW) -> Why:
    """Why a request is refused."""
    with pytest.raises(NotWechat) as refused:
        open_message(secrets, query, body, now)
    return refused.value.why


def changed(query: Query, **values: str) -> Query:
    """The query with some values changed."""
    return [(name, values.get(name, value)) for name, value in query]


def without(query: Query, *names: str) -> Query:
    """The query without some parameters."""
    return [(name, value) for name, value in query if name not in names]


def part(name: str, xml: str) -> str:
    """The text of an element of an answer, read without any of our code."""
    found = re.search(rf"<{name}>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?</{name}>", xml, re.DOTALL)
    assert found is not None
    return found[1]


# --- as published ----------------------------------------------------------------------------------------------------

PUBLISHED = Secrets(
    "wx2c2769f8efd9abc2",
    ("spamtest",),
    (Cipher("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG", "wx2c2769f8efd9abc2"),),
)
PUBLISHED_QUERY = [
    ("timestamp", "1409735669"),
    ("nonce", "1320562132"),
    ("encrypt_type", "aes"),
    ("msg_signature", "5d197aaffba7e9b25a30732f161a50dee96bd5fa"),
]
PUBLISHED_ENCRYPTED = (
    "hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXp"
    "bUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlp"
    "Kn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD"
    "1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE="
)
"""The sample of WeChat's own libraries; its request is one of compatible mode, with other words beside Encrypt here."""


def test_the_published_message_opens_and_nothing_beside_it_is_read() -> None:
    beside = "<ToUserName>gh_another</ToUserName><MsgType>text</MsgType><Content>another</Content>"
    body = f"<xml>{beside}<Encrypt><![CDATA[{PUBLISHED_ENCRYPTED}]]></Encrypt></xml>".encode()
    opened = open_message(PUBLISHED, PUBLISHED_QUERY, body, 1409735669)
    message = read_message(opened.xml, "gh_10f6c3c3ac5a")
    assert (message.kind, message.text, message.id) == ("text", "abcdteT", "6054768590064713728")
    assert (message.sender, message.created_at) == ("oyORnuP8q7ou2gfYjqLzSIWZf0rs", 1409735668)


ECHO_QUERY = [
    ("msg_signature", "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3"),
    ("timestamp", "1409659589"),
    ("nonce", "263014780"),
    ("echostr", "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=="),
]


@pytest.mark.parametrize("tokens_in_use", [("QDG6eK",), ("another", "QDG6eK")])
def test_the_published_encrypted_echo_is_decrypted(tokens_in_use: tuple[str, ...]) -> None:
    corp = "wx5823bf96d3bd56c7"
    secrets = Secrets(corp, tokens_in_use, (Cipher("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", corp),))
    assert echo(secrets, ECHO_QUERY, 1409659589) == "1616140317555161061"


# --- the address is checked ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("secrets", [PLAIN, SAFE], ids=["plain", "safe"])
@pytest.mark.parametrize("token", [TOKEN, OLD_TOKEN])
def test_the_address_is_confirmed_with_what_was_sent(secrets: Secrets, token: str) -> None:
    assert echo(secrets, [*plain_query(token), ("echostr", "8170350817")], NOW) == "8170350817"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (plain_query("stranger"), Why.SIGNATURE),
        (without(plain_query(), "signature"), Why.SIGNATURE),
        (changed(plain_query(), nonce="n-1235"), Why.SIGNATURE),
        (plain_query(at=NOW - 601), Why.STALE),
        ([*plain_query(), ("msg_signature", signature(TOKEN, str(NOW), NONCE))], Why.SIGNATURE),
        ([*plain_query(), ("msg_signature", signature(TOKEN, str(NOW), NONCE, "12"))], Why.UNDECRYPTABLE),
    ],
)
@pytest.mark.parametrize("secrets", [PLAIN, SAFE], ids=["plain", "safe"])
def test_a_stranger_confirms_no_address(secrets: Secrets, query: Query, expected: Why) -> None:
    with pytest.raises(NotWechat) as refused:
        echo(secrets, [*query, ("echostr", "12")], NOW)
    assert refused.value.why is expected


@pytest.mark.parametrize("echostr", ["", "<script>", "a b", "1\n2", "\u4e00", "1" * 513])
def test_nothing_is_echoed_that_could_be_a_page(echostr: str) -> None:
    with pytest.raises(NotWechat):
        echo(PLAIN, [*plain_query(), ("echostr", echostr)], NOW)


def test_nothing_is_echoed_that_could_be_a_page_though_it_was_encrypted() -> None:
    encrypted = Cipher(KEY, APPID).encrypt("<script>", RANDOM)
    signed_with_it = ("msg_signature", signature(TOKEN, str(NOW), NONCE, encrypted))
    with pytest.raises(NotWechat) as refused:
        echo(SAFE, [*plain_query(), signed_with_it, ("echostr", encrypted)], NOW)
    assert refused.value.why is Why.MALFORMED


# --- with somebody else's library, both ways -------------------------------------------------------------------------


@settings(max_examples=200)
@given(token=tokens, at=moments, nonce=nonces)
def test_both_sign_alike(token: str, at: int, nonce: str) -> None:
    check_signature(token, signature(token, str(at), nonce), str(at), nonce)
    with pytest.raises(InvalidSignatureException):
        check_signature(token, signature(token, str(at), nonce + "0"), str(at), nonce)
    theirs = WeChatSigner()
    theirs.add_data(token, str(at), nonce)
    query = [("signature", theirs.signature), ("timestamp", str(at)), ("nonce", nonce)]
    opened = open_message(Secrets(APPID, (token,)), query, XML.encode(), at)
    assert (opened.xml, opened.token, opened.cipher) == (XML, token, None)


@settings(max_examples=300)
@given(text=texts, token=tokens, key=keys, at=moments, nonce=nonces)
@example(text="", token=TOKEN, key=KEY, at=NOW, nonce=NONCE)
@example(text="字" * 666 + "ab", token=TOKEN, key=KEY, at=NOW, nonce=NONCE)
@example(text="<![CDATA[]]>]]>👨‍👩‍👧\x00", token=TOKEN, key=KEY, at=NOW, nonce=NONCE)
def test_what_they_seal_is_opened_here(text: str, token: str, key: str, at: int, nonce: str) -> None:
    body = WeChatCrypto(token, key, APPID).encrypt_message(text, nonce, str(at))
    query = [
        *[("encrypt_type", "aes"), ("msg_signature", part("MsgSignature", body))],
        *[("timestamp", str(at)), ("nonce", nonce)],
    ]
    opened = open_message(Secrets(APPID, (token,), (Cipher(key, APPID),)), query, body.encode(), at)
    assert (opened.xml, opened.token) == (text, token)


@settings(max_examples=300)
@given(text=texts, token=tokens, key=keys, at=moments, nonce=nonces, random16=st.binary(min_size=16, max_size=16))
@example(text="", token=TOKEN, key=KEY, at=NOW, nonce=NONCE, random16=RANDOM)
@example(text="字" * 666 + "ab", token=TOKEN, key=KEY, at=NOW, nonce=NONCE, random16=RANDOM)
@example(text="]]>👨‍👩‍👧", token=TOKEN, key=KEY, at=NOW, nonce=NONCE, random16=RANDOM)
def test_what_is_closed_here_they_open(text: str, token: str, key: str, at: int, nonce: str, random16: bytes) -> None:
    answer = close_answer(Opened(XML, token, Cipher(key, APPID)), text, at, nonce, random16)
    assert (part("TimeStamp", answer), part("Nonce", answer)) == (str(at), nonce)
    theirs = WeChatCrypto(token, key, APPID)
    assert theirs.decrypt_message(answer, part("MsgSignature", answer), str(at), nonce) == text


def test_in_plain_mode_an_answer_stays_as_it_is() -> None:
    opened = open_message(PLAIN, plain_query(), XML.encode(), NOW)
    assert close_answer(opened, XML, NOW, NONCE, RANDOM) == XML


# --- a token or a key is being changed -------------------------------------------------------------------------------


@pytest.mark.parametrize("token", [TOKEN, OLD_TOKEN])
@pytest.mark.parametrize("key", [KEY, OLD_KEY])
def test_an_answer_is_closed_with_what_its_message_came_by(token: str, key: str) -> None:
    opened = open_message(SAFE, *sealed(token=token, key=key), NOW)
    assert (opened.xml, opened.token) == (XML, token)
    answer = close_answer(opened, XML, NOW, NONCE, RANDOM)
    theirs = WeChatCrypto(token, key, APPID)
    assert theirs.decrypt_message(answer, part("MsgSignature", answer), str(NOW), NONCE) == XML


@pytest.mark.parametrize("token", [TOKEN, OLD_TOKEN])
def test_in_plain_mode_every_token_in_use_is_known(token: str) -> None:
    assert open_message(PLAIN, plain_query(token), XML.encode(), NOW).token == token


def test_a_token_or_a_key_that_is_no_longer_in_use_opens_nothing() -> None:
    changed_since = Secrets(APPID, (TOKEN,), (Cipher(KEY, APPID),))
    assert why(changed_since, *sealed(token=OLD_TOKEN)) is Why.SIGNATURE
    assert why(changed_since, *sealed(key=OLD_KEY)) is Why.UNDECRYPTABLE


# --- refused ---------------------------------------------------------------------------------------------------------


def test_one_character_of_what_is_encrypted_cannot_be_changed() -> None:
    query, body = sealed()
    begin, end = body.index(b"<Encrypt><![CDATA[") + 18, body.index(b"]]></Encrypt>")
    assert end - begin > 80
    for at in range(begin, end):
        altered = body[:at] + (b"A" if body[at : at + 1] != b"A" else b"B") + body[at + 1 :]
        assert why(SAFE, query, altered) is Why.SIGNATURE
    assert open_message(SAFE, query, body, NOW).xml == XML


def test_whatever_is_decrypted_is_refused_by_one_fault_or_differs() -> None:
    cipher = Cipher(KEY, APPID)
    encrypted = base64.b64decode(cipher.encrypt(XML, RANDOM))
    came = []
    for at in range(len(encrypted)):
        altered = encrypted[:at] + bytes((encrypted[at] ^ 0x81,)) + encrypted[at + 1 :]
        came.append(decrypted(cipher, base64.b64encode(altered).decode()))
    assert XML not in came
    assert came.count(Why.UNDECRYPTABLE) >= 48  # at least the blocks that hold length, appid and padding


def decrypted(cipher: Cipher, encrypted: str) -> str | Why:
    """What was encrypted, or why it is refused."""
    try:
        return cipher.decrypt(encrypted)
    except NotWechat as fault:
        return fault.why


@pytest.mark.parametrize(
    "encrypted",
    [
        "",
        "====",
        "not base64",
        "\u4e00",
        base64.b64encode(bytes(15)).decode(),
        base64.b64encode(bytes(16)).decode(),
        base64.b64encode(bytes(64)).decode(),
        Cipher(KEY, APPID).encrypt(XML, RANDOM)[:-24],
        Cipher(KEY, APPID).encrypt(XML, RANDOM) + "AAAA",
        " " + Cipher(KEY, APPID).encrypt(XML, RANDOM),
        Cipher(KEY, "wx0123456789abcdee").encrypt(XML, RANDOM),
        Cipher(KEY, "0" + APPID).encrypt(XML, RANDOM),
        Cipher("s" * 43, APPID).encrypt(XML, RANDOM),
    ],
)
def test_what_is_not_encrypted_for_this_account_is_refused_though_it_is_signed(encrypted: str) -> None:
    assert why(SAFE, *signed(encrypted)) is Why.UNDECRYPTABLE


@pytest.mark.parametrize(
    ("plain", "opens"),
    [
        (RANDOM + b"\0\0\0\4text" + APPID.encode(), True),
        (RANDOM + b"\0\0\0\5text" + APPID.encode(), False),
        (RANDOM + b"\0\0\0\3text" + APPID.encode(), False),
        (RANDOM + b"\xff\xff\xff\xfftext" + APPID.encode(), False),
        (RANDOM + b"\0\0\0\2\xc3\x28" + APPID.encode(), False),
        (RANDOM, False),
        (b"", False),
    ],
)
def test_length_appid_and_letters_are_checked(plain: bytes, opens: bool) -> None:
    encrypted = encrypted_as_it_is(plain, pkcs7)
    if opens:
        assert open_message(SAFE, *signed(encrypted), NOW).xml == "text"
    else:
        assert why(SAFE, *signed(encrypted)) is Why.UNDECRYPTABLE


@pytest.mark.parametrize(
    "pad",
    [
        lambda count: bytes((1,)) * count,
        lambda count: bytes(count),
        lambda count: bytes((33,)) * count,
        lambda count: bytes(count - 1) + bytes((count,)),
    ],
    ids=["other count", "none", "too many", "other bytes"],
)
def test_padding_is_checked_whole(pad: Callable[[int], bytes]) -> None:
    plain = RANDOM + b"\0\0\0\4text" + APPID.encode()
    assert why(SAFE, *signed(encrypted_as_it_is(plain, pad))) is Why.UNDECRYPTABLE


def pkcs7(count: int) -> bytes:
    """Padding as it should be."""
    return bytes((count,)) * count


def encrypted_as_it_is(plain: bytes, pad: Callable[[int], bytes]) -> str:
    """Bytes as they are, padded so, encrypted by the other library."""
    encrypted = WeChatCipher(base64.b64decode(KEY + "=")).encrypt(plain + pad(32 - len(plain) % 32))
    return base64.b64encode(encrypted).decode()


SEALED, BODY = sealed()


@pytest.mark.parametrize(
    ("query", "body", "expected"),
    [
        (plain_query(), XML.encode(), Why.UNENCRYPTED),
        (plain_query(), BODY, Why.UNENCRYPTED),
        (SEALED, XML.encode(), Why.UNENCRYPTED),
        (without(SEALED, "msg_signature"), BODY, Why.UNENCRYPTED),
        (without(SEALED, "encrypt_type"), BODY, Why.UNENCRYPTED),
        (changed(SEALED, encrypt_type="raw"), BODY, Why.UNENCRYPTED),
    ],
)
def test_where_messages_are_encrypted_none_is_taken_that_is_not(query: Query, body: bytes, expected: Why) -> None:
    assert why(SAFE, query, body) is expected


def test_without_a_key_nothing_encrypted_is_taken() -> None:
    assert why(PLAIN, SEALED, BODY) is Why.UNDECRYPTABLE


@pytest.mark.parametrize("given_signature", ["", "é" * 40, "\udce9" * 40, "0" * 40, "0" * 39, "0" * 41, "签名"])
def test_any_other_signature_is_refused(given_signature: str) -> None:
    assert why(PLAIN, changed(plain_query(), signature=given_signature), XML.encode()) is Why.SIGNATURE
    assert why(SAFE, changed(SEALED, msg_signature=given_signature), BODY) is Why.SIGNATURE


@pytest.mark.parametrize("secrets", [PLAIN, SAFE], ids=["plain", "safe"])
def test_a_signature_with_another_token_is_refused(secrets: Secrets) -> None:
    query, body = sealed(token="stranger")
    assert why(secrets, query, body) is Why.SIGNATURE


def test_a_signature_is_of_this_moment_and_this_nonce() -> None:
    assert why(SAFE, changed(SEALED, timestamp=str(NOW + 1)), BODY) is Why.SIGNATURE
    assert why(SAFE, changed(SEALED, nonce="n-1235"), BODY) is Why.SIGNATURE
    assert why(PLAIN, changed(plain_query(), timestamp=str(NOW + 1)), XML.encode()) is Why.SIGNATURE


@pytest.mark.parametrize(
    ("at", "minutes", "stale"),
    [
        (NOW - 600, 10, False),
        (NOW - 601, 10, True),
        (NOW + 600, 10, False),
        (NOW + 601, 10, True),
        (NOW - 61, 1, True),
        (NOW - 60, 1, False),
        (0, 10, True),
    ],
)
def test_what_is_old_or_ahead_is_refused(at: int, minutes: int, stale: bool) -> None:
    query, body = sealed(at=at)
    if stale:
        with pytest.raises(NotWechat) as refused:
            open_message(SAFE, query, body, NOW, minutes)
        assert refused.value.why is Why.STALE
    else:
        assert open_message(SAFE, query, body, NOW, minutes).xml == XML


@pytest.mark.parametrize(
    "timestamp", ["", "-1", "+1", "1.0", " 1790000000", "1_790_000_000", "１７９", "0x1", "1" * 11]
)
def test_a_timestamp_is_decimal_digits(timestamp: str) -> None:
    query = [("signature", signature(TOKEN, timestamp, NONCE)), ("timestamp", timestamp), ("nonce", NONCE)]
    assert why(PLAIN, query, XML.encode()) is Why.MALFORMED


@pytest.mark.parametrize("nonce", ["", "a b", "a\n", "é", "\x00", "n" * 129])
def test_a_nonce_is_short_and_visible(nonce: str) -> None:
    assert why(PLAIN, plain_query(nonce=nonce), XML.encode()) is Why.MALFORMED
    assert open_message(PLAIN, plain_query(nonce="n" * 128), XML.encode(), NOW).xml == XML


def test_a_parameter_stands_there_once() -> None:
    for name, value in SEALED:
        assert why(SAFE, [*SEALED, (name, value)], BODY) is Why.MALFORMED


def test_parameters_are_short_and_few() -> None:
    assert open_message(SAFE, [*SEALED, ("openid", "o1")], BODY, NOW).xml == XML
    assert why(SAFE, [*SEALED, ("openid", "o" * MAX_PARAMETER)], BODY) is Why.TOO_LARGE
    many = [(f"p{number}", "1") for number in range(MAX_PARAMETERS)]
    assert why(SAFE, SEALED + many, BODY) is Why.TOO_LARGE


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", Why.MALFORMED),
        (b"{}", Why.MALFORMED),
        (BODY[:-1], Why.MALFORMED),
        (BODY.decode().encode("utf-16"), Why.MALFORMED),
        (BODY.replace(b"gh_1", b"\xb9\xab"), Why.MALFORMED),
        (BODY.replace(b"xml>", b"html>"), Why.MALFORMED),
        (BODY.replace(b"<Encrypt>", b"<Encrypt><b/>"), Why.MALFORMED),
        (BODY.replace(b"<Encrypt>", b"<Encrypt>A</Encrypt><Encrypt>"), Why.MALFORMED),
        (b'<!DOCTYPE xml SYSTEM "file:///etc/passwd">' + BODY, Why.DOCTYPE),
        (b'<!DOCTYPE xml [<!ENTITY e "A">]>' + BODY.replace(b"gh_1", b"]]>&e;<![CDATA["), Why.DOCTYPE),
        pytest.param(BODY + b" " * MAX_BODY, Why.TOO_LARGE, id="too long"),
        (BODY.replace(b"<Encrypt>", b"<a>" * 9 + b"</a>" * 9 + b"<Encrypt>"), Why.TOO_LARGE),
    ],
)
def test_an_envelope_that_is_none_is_refused(body: bytes, expected: Why) -> None:
    assert why(SAFE, SEALED, body) is expected


def test_in_plain_mode_the_body_is_limited_and_letters() -> None:
    assert why(PLAIN, plain_query(), b" " * (MAX_BODY + 1)) is Why.TOO_LARGE
    assert why(PLAIN, plain_query(), "公众号".encode("gbk")) is Why.MALFORMED


@pytest.mark.parametrize(
    ("query", "body"),
    [
        (SEALED, f"<xml>{PRIVATE}".encode()),
        (SEALED, PRIVATE.encode() + b"\xff"),
        (SEALED, f"<xml><{PRIVATE}>".encode()),
        (SEALED, f'<!DOCTYPE xml [<!ENTITY {PRIVATE} "{PRIVATE}">]><xml>&{PRIVATE};</xml>'.encode()),
        (SEALED, f"<xml><{PRIVATE}/><{PRIVATE}/></xml>".encode()),
        (SEALED, f"<xml><Encrypt>{PRIVATE}</Encrypt></xml>".encode()),
        (changed(SEALED, msg_signature=PRIVATE), BODY),
        (changed(SEALED, timestamp=PRIVATE), BODY),
        ([*SEALED, (PRIVATE, PRIVATE), (PRIVATE, PRIVATE)], BODY),
        signed(PRIVATE),
        signed(encrypted_as_it_is(RANDOM + b"\0\0\0\x0f" + PRIVATE.encode() + b"\xff" + APPID.encode(), pkcs7)),
        signed(Cipher(KEY, PRIVATE).encrypt(XML, RANDOM)),
    ],
)
def test_a_fault_says_nothing_of_what_came(query: Query, body: bytes) -> None:
    with pytest.raises(NotWechat) as refused:
        open_message(SAFE, query, body, NOW)
    said = "".join(traceback.format_exception(refused.value))
    assert refused.value.why in said
    assert PRIVATE not in said


def test_a_cipher_says_nothing_of_what_it_cannot_decrypt() -> None:
    with pytest.raises(NotWechat) as refused:
        Cipher(KEY, APPID).decrypt(PRIVATE)
    assert PRIVATE not in "".join(traceback.format_exception(refused.value))


def test_secrets_and_what_was_opened_are_not_shown() -> None:
    opened = open_message(SAFE, SEALED, BODY, NOW)
    shown = f"{SAFE!r} {opened!r} {SAFE} {opened}"
    assert APPID in shown
    assert not any(secret in shown for secret in (TOKEN, OLD_TOKEN, KEY, "gh_1", "o1"))


# --- what is configured ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["", "k" * 42, "k" * 44, "k" * 42 + "=", "k" * 42 + "é", "k" * 42 + "-"])
def test_a_key_that_cannot_be_one_is_a_fault_of_the_settings(key: str) -> None:
    with pytest.raises(SettingsFault):
        Cipher(key, APPID)


def test_a_key_needs_its_appid() -> None:
    with pytest.raises(SettingsFault):
        Cipher(KEY, "")
    with pytest.raises(SettingsFault):
        replace(SAFE, appid="wx0123456789abcdee")


@pytest.mark.parametrize("tokens_in_use", [(), ("",), ("ab",), (TOKEN, ""), ("t" * 33,), ("to ken",)])
def test_a_token_that_cannot_be_one_is_a_fault_of_the_settings(tokens_in_use: tuple[str, ...]) -> None:
    with pytest.raises(SettingsFault):
        Secrets(APPID, tokens_in_use)


def test_16_random_bytes_are_needed() -> None:
    with pytest.raises(ValueError, match="16"):
        Cipher(KEY, APPID).encrypt(XML, RANDOM[:15])
    cipher = Cipher(KEY, APPID)
    assert cipher.encrypt(XML, RANDOM) != cipher.encrypt(XML, RANDOM[::-1])

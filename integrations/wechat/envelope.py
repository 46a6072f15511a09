"""Requests of WeChat: who sent them is checked, what they bring is opened, and an answer is closed the same way.

An account is in plain mode (明文模式) when it has no key, else in safe mode (安全模式), where nothing unencrypted is
taken; of what compatible mode (兼容模式) brings besides, nothing is read. Tokens and keys are given as tuples, the
current one first: while one is being changed both are in use, and an answer is closed with what its message came by.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from flows.errors import SettingsFault
from integrations.wechat.cipher import Cipher, signature
from integrations.wechat.elements import cdata, elements
from integrations.wechat.faults import NotWechat, Why

MAX_XML = 64 * 1024
"""Bytes of a message."""
MAX_BODY = 2 * MAX_XML
"""Bytes of a request, where base64 adds a third."""
FRESH_MINUTES = 10
MINUTE_SECONDS = 60
MAX_PARAMETERS, MAX_PARAMETER = 16, 512

_TOKEN = re.compile(r"[A-Za-z0-9]{3,32}")
_TIMESTAMP = re.compile(r"[0-9]{1,10}")
_NONCE = re.compile(r"[!-~]{1,128}")
_SIGNATURE = re.compile(r"[0-9a-f]{40}")
_ECHO = re.compile(r"[A-Za-z0-9+/=_.~-]{1,512}")  # it is sent back: nothing a browser could take for a page

Query = Sequence[tuple[str, str]]
"""The parameters as they stand in the address, decoded."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What an account and WeChat share. ``ciphers`` is empty in plain mode. Raises SettingsFault."""

    appid: str
    tokens: tuple[str, ...] = field(repr=False)
    ciphers: tuple[Cipher, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not self.tokens or not all(_TOKEN.fullmatch(token) for token in self.tokens):
            raise SettingsFault("an account of WeChat needs a token of 3 to 32 letters and digits")
        if not all(cipher.is_of(self.appid) for cipher in self.ciphers):
            raise SettingsFault("a key of WeChat is of another appid")


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """A message as XML, and by which token and key it came; no key in plain mode."""

    xml: str
    token: str
    cipher: Cipher | None = None


def echo(secrets: Secrets, query: Query, now: int, minutes: int = FRESH_MINUTES) -> str:
    """What WeChat wants to hear when it checks the address (接入验证). ``now`` in seconds since 1970.

    The platform signs without ``echostr`` and has it back as it is, in safe mode too; where it is encrypted and signed
    (企业微信), decrypted. Raises NotWechat.
    """
    given = _parameters(query)
    timestamp, nonce = _fresh(given, now, minutes)
    echostr = given.get("echostr", "")
    if _ECHO.fullmatch(echostr) is None:
        raise NotWechat(Why.MALFORMED, "echostr")
    if "msg_signature" not in given:
        _signed_by(secrets.tokens, given.get("signature", ""), timestamp, nonce)
        return echostr
    _signed_by(secrets.tokens, given["msg_signature"], timestamp, nonce, echostr)
    said, _ = _decrypted(secrets.ciphers, echostr)
    if _ECHO.fullmatch(said) is None:
        raise NotWechat(Why.MALFORMED, "echostr")
    return said


def open_message(secrets: Secrets, query: Query, body: bytes, now: int, minutes: int = FRESH_MINUTES) -> Opened:
    """The message that a request brings. ``now`` in seconds since 1970. Raises NotWechat."""
    given = _parameters(query)
    timestamp, nonce = _fresh(given, now, minutes)
    text = _text(body)
    if not secrets.ciphers:
        token = _signed_by(secrets.tokens, given.get("signature", ""), timestamp, nonce)
        if given.get("encrypt_type", "raw") != "raw":
            raise NotWechat(Why.UNDECRYPTABLE, "no key")
        return Opened(text, token)
    if given.get("encrypt_type") != "aes" or "msg_signature" not in given:
        raise NotWechat(Why.UNENCRYPTED)
    encrypted = elements(text, MAX_BODY).text("Encrypt")
    if encrypted is None:
        raise NotWechat(Why.UNENCRYPTED)
    token = _signed_by(secrets.tokens, given["msg_signature"], timestamp, nonce, encrypted)
    xml, cipher = _decrypted(secrets.ciphers, encrypted)
    return Opened(xml, token, cipher)


def close_answer(opened: Opened, answer: str, timestamp: int, nonce: str, random16: bytes) -> str:
    """The answer as the body of the response; encrypted with 16 random bytes where the message was."""
    if opened.cipher is None:
        return answer
    encrypted = opened.cipher.encrypt(answer, random16)
    signed = signature(opened.token, str(timestamp), nonce, encrypted)
    return (
        f"<xml><Encrypt>{cdata(encrypted)}</Encrypt><MsgSignature>{cdata(signed)}</MsgSignature>"
        f"<TimeStamp>{timestamp}</TimeStamp><Nonce>{cdata(nonce)}</Nonce></xml>"
    )


def _parameters(query: Query) -> Mapping[str, str]:
    """The parameters by name. Raises NotWechat when one stands there twice or is long."""
    given = dict(query)
    if len(given) != len(query):
        raise NotWechat(Why.MALFORMED, "a parameter twice")
    if len(given) > MAX_PARAMETERS or any(len(name) + len(value) > MAX_PARAMETER for name, value in given.items()):
        raise NotWechat(Why.TOO_LARGE, "parameters")
    return given


def _fresh(given: Mapping[str, str], now: int, minutes: int) -> tuple[str, str]:
    """Timestamp and nonce. Raises NotWechat."""
    timestamp, nonce = given.get("timestamp", ""), given.get("nonce", "")
    if _TIMESTAMP.fullmatch(timestamp) is None or _NONCE.fullmatch(nonce) is None:
        raise NotWechat(Why.MALFORMED, "timestamp or nonce")
    if abs(now - int(timestamp)) > minutes * MINUTE_SECONDS:
        raise NotWechat(Why.STALE)
    return timestamp, nonce


def _text(body: bytes) -> str:
    """Raises NotWechat."""
    if len(body) > MAX_BODY:
        raise NotWechat(Why.TOO_LARGE)
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise NotWechat(Why.MALFORMED, "not UTF-8") from None


def _signed_by(tokens: Iterable[str], given: str, *parts: str) -> str:
    """The token that signed these parts. Raises NotWechat."""
    if _SIGNATURE.fullmatch(given) is not None:
        for token in tokens:
            if hmac.compare_digest(signature(token, *parts).encode(), given.encode()):
                return token
    raise NotWechat(Why.SIGNATURE)


def _decrypted(ciphers: Iterable[Cipher], encrypted: str) -> tuple[str, Cipher]:
    """What was encrypted, and the key it was encrypted with. Raises NotWechat."""
    for cipher in ciphers:
        try:
            return cipher.decrypt(encrypted), cipher
        except NotWechat:
            continue
    raise NotWechat(Why.UNDECRYPTABLE)

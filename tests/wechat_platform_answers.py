"""What the tests' WeChat makes of a desk's answer: nothing to show, a text, or a fault."""

from __future__ import annotations

from tests.wechat_platform_state import Account, User
from tests.wechat_platform_xml import crypto, read

TEXT_BYTES = 2048
SEALED = ("Encrypt", "MsgSignature", "TimeStamp", "Nonce")


class WrongAnswer(Exception):
    """An answer the platform cannot take."""


def text_of(account: Account, user: User, status: int, body: bytes) -> str | None:
    """The text to show, None for ``success`` and for an empty body; ``WrongAnswer`` for everything else."""
    if status != 200:
        raise WrongAnswer(f"the answer has status {status}")
    if body in (b"", b"success"):
        return None
    fields = _read(body)
    sealed = "Encrypt" in fields
    if account.mode == "safe" and not sealed:
        raise WrongAnswer("the answer is not encrypted")
    if account.mode == "plain" and sealed:
        raise WrongAnswer("the answer is encrypted where nothing is")
    return _text(account, user, _open(account, fields) if sealed else fields)


def _read(body: bytes) -> dict[str, str]:
    try:
        return read(body)
    except ValueError as error:
        raise WrongAnswer(f"the answer is {error}") from error


def _open(account: Account, fields: dict[str, str]) -> dict[str, str]:
    if missing := [name for name in SEALED if not fields.get(name)]:
        raise WrongAnswer(f"the encrypted answer lacks {missing}")
    try:
        inner = crypto(account).decrypt_message(fields, *(fields[name] for name in SEALED[1:]))
    except Exception as error:  # a wrong signature, key, padding, length or appid
        raise WrongAnswer(f"the answer cannot be decrypted: {error!r}") from error
    return _read(inner.encode())


def _text(account: Account, user: User, fields: dict[str, str]) -> str:
    if fields.get("ToUserName") != user.openid:
        raise WrongAnswer("ToUserName is not who wrote")
    if fields.get("FromUserName") != account.id:
        raise WrongAnswer("FromUserName is not the account")
    if not fields.get("CreateTime", "").isdecimal():
        raise WrongAnswer("CreateTime is no number")
    if fields.get("MsgType") != "text":
        raise WrongAnswer(f"MsgType is {fields.get('MsgType')!r}, and only texts are known here")
    text = fields.get("Content", "")
    if not text:
        raise WrongAnswer("Content is empty")
    if len(text.encode()) > TEXT_BYTES:
        raise WrongAnswer(f"Content has {len(text.encode())} bytes")
    return text

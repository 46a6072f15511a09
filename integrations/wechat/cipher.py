"""Signatures and encryption of WeChat (消息加解密): SHA-1 over sorted parts, AES-256-CBC with an appid at the end.

CBC keeps nobody from altering a message; the signature does, so it is checked first.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re

from cryptography.hazmat.primitives.ciphers import Cipher as BlockCipher
from cryptography.hazmat.primitives.ciphers import algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

from flows.errors import SettingsFault
from integrations.wechat.faults import NotWechat, Why

RANDOM_BYTES = 16
_LENGTH_BYTES = 4
_IV_BYTES = 16
_PADDING = PKCS7(32 * 8)  # blocks of 32 bytes, though AES has 16
_KEY = re.compile(r"[A-Za-z0-9+/]{43}")


def signature(*parts: str) -> str:
    """The signature over a token and whatever else is signed with it, in hexadecimal."""
    return hashlib.sha1("".join(sorted(parts)).encode(), usedforsecurity=False).hexdigest()


class Cipher:
    """Encrypts and decrypts for one account. Raises SettingsFault when the key (EncodingAESKey) cannot be one."""

    def __init__(self, encoding_aes_key: str, appid: str) -> None:
        if _KEY.fullmatch(encoding_aes_key) is None:
            raise SettingsFault("the EncodingAESKey of WeChat must be 43 letters and digits")
        if not appid:
            raise SettingsFault("the EncodingAESKey of WeChat needs an appid")
        # 43 characters are 258 bits; the last two belong to nothing and need not be 0
        key = base64.b64decode(encoding_aes_key + "=")
        self._cipher = BlockCipher(algorithms.AES256(key), modes.CBC(key[:_IV_BYTES]))
        self._appid = appid.encode()

    def is_of(self, appid: str) -> bool:
        """Whether it is of this account."""
        return self._appid == appid.encode()

    def encrypt(self, text: str, random16: bytes) -> str:
        """The text encrypted, in base64. ``random16``: 16 bytes, never the same again."""
        if len(random16) != RANDOM_BYTES:
            raise ValueError("16 random bytes are needed")
        said = text.encode()
        padder = _PADDING.padder()
        plain = random16 + len(said).to_bytes(_LENGTH_BYTES, "big") + said + self._appid
        padded = padder.update(plain) + padder.finalize()
        encryptor = self._cipher.encryptor()
        return base64.b64encode(encryptor.update(padded) + encryptor.finalize()).decode()

    def decrypt(self, encrypted: str) -> str:
        """The text that was encrypted. Raises NotWechat, the same whatever is wrong."""
        try:
            return self._decrypt(base64.b64decode(encrypted, validate=True))
        except ValueError:
            raise NotWechat(Why.UNDECRYPTABLE) from None

    def _decrypt(self, encrypted: bytes) -> str:
        """Raises ValueError."""
        decryptor, unpadder = self._cipher.decryptor(), _PADDING.unpadder()
        padded = decryptor.update(encrypted) + decryptor.finalize()
        plain = unpadder.update(padded) + unpadder.finalize()
        begin = RANDOM_BYTES + _LENGTH_BYTES
        end = begin + int.from_bytes(plain[RANDOM_BYTES:begin], "big")
        if not hmac.compare_digest(plain[end:], self._appid):  # nothing, when it ends too early
            raise ValueError("another appid")
        return plain[begin:end].decode()

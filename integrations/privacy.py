"""Personal data at rest: sealed with AES-256-GCM (or SM4-GCM), found again by a blind index, never in the clear.

A sealed value names its algorithm and key version and is bound to its row (associated data), so that it cannot be
moved to another row. The blind index is an HMAC under a key of its own that is never rotated; it answers "is this the
same number" and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from flows.errors import SettingsFault

Algorithm = Literal["aes", "sm4"]
KEY_BYTES = 32
_NONCE, _TAG = 12, 16
_MARKS: dict[Algorithm, int] = {"aes": 1, "sm4": 2}
_VERSIONS = {str(version) for version in range(256)}


class SealBroken(Exception):
    """A sealed value was altered, moved to another row, or sealed under a key that is not configured."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys: encryption keys by version (the highest seals), the index key, the key that signs tokens."""

    sealing: Mapping[int, bytes]
    index: bytes
    signing: bytes

    @classmethod
    def parse(cls, text: str) -> Keys:
        """Keys written as ``1=<base64>,2=<base64>,index=<base64>,signing=<base64>``, each of 32 bytes."""
        found: dict[str, bytes] = {}
        for entry in filter(None, (part.strip() for part in text.replace("\n", ",").split(","))):
            name, _, value = entry.partition("=")
            try:
                found[name.strip()] = base64.b64decode(value, validate=True)
            except ValueError as fault:
                raise SettingsFault(f"YIZHENG_KEYS: the key {name} is not base64") from fault
        sealing = {int(name): key for name, key in found.items() if name in _VERSIONS}
        if not sealing or "index" not in found or "signing" not in found:
            raise SettingsFault("YIZHENG_KEYS needs at least one numbered key, index and signing")
        for name, key in found.items():
            if len(key) != KEY_BYTES:
                raise SettingsFault(f"YIZHENG_KEYS: the key {name} must have {KEY_BYTES} bytes")
        return cls(sealing, found["index"], found["signing"])

    @classmethod
    def make(cls, random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> Keys:
        """New keys, for the demonstration and for tests."""
        return cls({1: random_bytes(KEY_BYTES)}, random_bytes(KEY_BYTES), random_bytes(KEY_BYTES))

    def text(self) -> str:
        """The keys as ``parse`` reads them."""
        entries = {**{str(version): key for version, key in self.sealing.items()}}
        entries |= {"index": self.index, "signing": self.signing}
        return ",".join(f"{name}={base64.b64encode(key).decode()}" for name, key in entries.items())


class Vault:
    """Seals and opens values, and makes blind indices and signatures."""

    def __init__(self, keys: Keys, algorithm: Algorithm = "aes", nonce: Callable[[int], bytes] = secrets.token_bytes):
        self._keys = keys
        self._algorithm = algorithm
        self._nonce = nonce
        self._version = max(keys.sealing)
        self._aes = {version: AESGCM(key) for version, key in keys.sealing.items()}

    def seal(self, value: bytes, row: str) -> bytes:
        """The value sealed for one row: mark, key version, nonce, ciphertext with tag."""
        nonce = self._nonce(_NONCE)
        head = bytes((_MARKS[self._algorithm], self._version))
        bound = head + row.encode()
        if self._algorithm == "aes":
            return head + nonce + self._aes[self._version].encrypt(nonce, value, bound)
        encryptor = Cipher(algorithms.SM4(self._sm4(self._version)), modes.GCM(nonce)).encryptor()
        encryptor.authenticate_additional_data(bound)
        return head + nonce + encryptor.update(value) + encryptor.finalize() + encryptor.tag

    def open(self, sealed: bytes, row: str) -> bytes:
        """The value sealed for this row. Raises SealBroken."""
        if len(sealed) < 2 + _NONCE + _TAG:
            raise SealBroken("too short to be a sealed value")
        mark, version = sealed[0], sealed[1]
        head, nonce, body = sealed[:2], sealed[2 : 2 + _NONCE], sealed[2 + _NONCE :]
        if version not in self._aes:
            raise SealBroken(f"sealed under key {version}, which is not configured")
        bound = head + row.encode()
        try:
            if mark == _MARKS["aes"]:
                return self._aes[version].decrypt(nonce, body, bound)
            tag = modes.GCM(nonce, body[-_TAG:])
            decryptor = Cipher(algorithms.SM4(self._sm4(version)), tag).decryptor()
            decryptor.authenticate_additional_data(bound)
            return decryptor.update(body[:-_TAG]) + decryptor.finalize()
        except InvalidTag as fault:
            raise SealBroken("altered, or not of this row") from fault

    def seal_plain(self, plain: Any, row: str) -> bytes:
        """Seals a JSON form."""
        return self.seal(json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(), row)

    def open_plain(self, sealed: bytes, row: str) -> Any:
        """Opens a JSON form."""
        return json.loads(self.open(sealed, row))

    def index(self, scope: str, value: str) -> bytes:
        """The blind index of a value within a scope: equal values, equal indices; nothing else can be read off."""
        return hmac.digest(self._keys.index, f"{scope}\x1f{value}".encode(), hashlib.sha256)

    def sign(self, purpose: str, value: bytes) -> bytes:
        """A signature over a token of ours."""
        return hmac.digest(self._keys.signing, purpose.encode() + b"\x1f" + value, hashlib.sha256)

    def signed(self, purpose: str, value: bytes, signature: bytes) -> bool:
        """Whether a signature is ours, compared in constant time."""
        return hmac.compare_digest(self.sign(purpose, value), signature)

    def _sm4(self, version: int) -> bytes:
        return hashlib.sha256(b"sm4" + self._keys.sealing[version]).digest()[:16]

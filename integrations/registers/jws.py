"""Signatures as JSON Web Signatures (RFC 7515, compact), with Ed25519 (RFC 8037) or RSA of at least 2048 bits."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from flows.errors import SettingsFault

LEAST_BITS = 2048


class Signer:
    """Signs with a private key, in PEM and without a password."""

    def __init__(self, pem: str, setting: str) -> None:
        """Raises SettingsFault, naming the setting, where it is no such key."""
        try:
            key = load_pem_private_key(pem.encode(), password=None)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            raise SettingsFault(f"{setting} is no private key in PEM without a password") from None
        if not isinstance(key, Ed25519PrivateKey | RSAPrivateKey) or not _strong(key.public_key()):
            raise SettingsFault(f"{setting} must be a key of Ed25519, or of RSA with at least {LEAST_BITS} bits")
        self._key = key
        public = key.public_key()
        self._head = _plain({"alg": _algorithm(public), "kid": thumbprint(public)})

    def sign(self, payload: bytes) -> str:
        """The payload with its signature."""
        signed = b".".join((_encoded(self._head), _encoded(payload)))
        if isinstance(self._key, Ed25519PrivateKey):
            signature = self._key.sign(signed)
        else:
            signature = self._key.sign(signed, PKCS1v15(), SHA256())
        return b".".join((signed, _encoded(signature))).decode()


class Verifier:
    """Knows what the holder of one key has signed."""

    def __init__(self, pem: str, setting: str) -> None:
        """Raises SettingsFault, naming the setting, where it is no public key in PEM."""
        try:
            key = load_pem_public_key(pem.encode())
        except (ValueError, TypeError, UnsupportedAlgorithm):
            raise SettingsFault(f"{setting} is no public key in PEM") from None
        if not isinstance(key, Ed25519PublicKey | RSAPublicKey) or not _strong(key):
            raise SettingsFault(f"{setting} must be a key of Ed25519, or of RSA with at least {LEAST_BITS} bits")
        self._key = key

    def payload(self, jws: str) -> bytes | None:
        """What was signed; None unless it was signed with this key, by its own algorithm and no other."""
        parts = jws.encode(errors="replace").split(b".")
        if len(parts) != 3:
            return None
        try:
            head, payload, signature = (_decoded(part) for part in parts)
            said = json.loads(head)
            if not isinstance(said, dict) or said.get("alg") != _algorithm(self._key) or "crit" in said:
                return None
            signed = b".".join(parts[:2])
            if isinstance(self._key, Ed25519PublicKey):
                self._key.verify(signature, signed)
            else:
                self._key.verify(signature, signed, PKCS1v15(), SHA256())
        except (ValueError, RecursionError, InvalidSignature):
            return None
        return payload


def thumbprint(key: Ed25519PublicKey | RSAPublicKey) -> str:
    """The name of a key (RFC 7638)."""
    if isinstance(key, Ed25519PublicKey):
        raw = key.public_bytes(Encoding.Raw, PublicFormat.Raw)
        parts: dict[str, Any] = {"crv": "Ed25519", "kty": "OKP", "x": _encoded(raw).decode()}
    else:
        numbers = key.public_numbers()
        parts = {"e": _number(numbers.e), "kty": "RSA", "n": _number(numbers.n)}
    return _encoded(hashlib.sha256(_plain(parts)).digest()).decode()


def _algorithm(key: Ed25519PublicKey | RSAPublicKey) -> str:
    return "EdDSA" if isinstance(key, Ed25519PublicKey) else "RS256"


def _strong(key: Ed25519PublicKey | RSAPublicKey) -> bool:
    return isinstance(key, Ed25519PublicKey) or key.key_size >= LEAST_BITS


def _plain(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":"), sort_keys=True).encode()


def _number(value: int) -> str:
    return _encoded(value.to_bytes((value.bit_length() + 7) // 8)).decode()


def _encoded(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def _decoded(text: bytes) -> bytes:
    """Raises ValueError for anything but base64url without padding."""
    if b"=" in text or b"+" in text or b"/" in text:
        raise ValueError("no base64url")
    return base64.b64decode(text + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)

"""One-time codes (RFC 6238: SHA-1, 30 seconds, 6 digits), as every authenticator app makes them."""

from __future__ import annotations

import hmac
import unicodedata
from collections.abc import Callable
from datetime import datetime

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

SECONDS, DIGITS = 30, 6
SECRET_BYTES = 20
"""As RFC 4226 recommends for SHA-1."""
EITHER_SIDE = 1
"""Steps by which a telephone's clock may be off."""
ISSUER = "Yizheng"


def new_secret(random: Callable[[int], bytes]) -> bytes:
    """A secret for one account."""
    return random(SECRET_BYTES)


def address(secret: bytes, name: str) -> str:
    """The ``otpauth://`` address that an authenticator app takes in, usually as a QR code."""
    return _totp(secret).get_provisioning_uri(name, ISSUER)


def step_of(secret: bytes, code: str, now: datetime) -> int | None:
    """The step in time of which a typed code is, if it is one of about now; full-width digits and spaces are read."""
    typed = "".join(unicodedata.normalize("NFKC", code).split()).encode()
    totp, current = _totp(secret), int(now.timestamp()) // SECONDS
    steps = range(current - EITHER_SIDE, current + EITHER_SIDE + 1)
    return next((step for step in steps if hmac.compare_digest(totp.generate(step * SECONDS), typed)), None)


def _totp(secret: bytes) -> TOTP:
    return TOTP(secret, DIGITS, SHA1(), SECONDS)  # noqa: S303 - what RFC 6238 and the apps have; a keyed digest

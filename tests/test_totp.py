"""One-time codes: as RFC 6238 has them, of about now, and read however they are typed."""

from __future__ import annotations

from base64 import b32encode
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from integrations import totp

SECRET = b"12345678901234567890"
VECTORS = {
    59: "94287082",
    1111111109: "07081804",
    1111111111: "14050471",
    1234567890: "89005924",
    2000000000: "69279037",
    20000000000: "65353130",
}
"""RFC 6238, appendix B, SHA-1: eight digits, of which six are the last."""


def at(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


@pytest.mark.parametrize(("seconds", "code"), VECTORS.items())
def test_the_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    assert totp.step_of(SECRET, code[-6:], at(seconds)) == seconds // 30
    assert totp.step_of(SECRET[::-1], code[-6:], at(seconds)) is None


def test_a_clock_may_be_off_by_a_step_and_no_more() -> None:
    code, now = VECTORS[1234567890][-6:], at(1234567890)
    fits = [totp.step_of(SECRET, code, now + timedelta(seconds=30 * steps)) for steps in (-2, -1, 0, 1, 2)]
    assert fits == [None, *[1234567890 // 30] * 3, None]


@pytest.mark.parametrize("typed", ["287082", " 287 082 ", "２８７０８２"])
def test_full_width_digits_and_spaces_are_read(typed: str) -> None:
    assert totp.step_of(SECRET, typed, at(59)) == 1


@pytest.mark.parametrize("typed", ["", "28708", "2870822", "94287082", "八七", "0" * 40])
def test_what_is_no_code_fits_nothing(typed: str) -> None:
    assert totp.step_of(SECRET, typed, at(59)) is None


def test_the_address_names_the_account_and_the_secret() -> None:
    address = urlsplit(totp.address(SECRET, "王 芳"))
    said = parse_qs(address.query)
    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert said["secret"] == [b32encode(SECRET).decode()]
    assert (said["digits"], said["period"], said["issuer"]) == (["6"], ["30"], [totp.ISSUER])

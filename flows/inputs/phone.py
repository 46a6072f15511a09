"""A telephone number 联系电话 at which a person can be reached, as people in China write it."""

from __future__ import annotations

import re

import phonenumbers

from flows.errors import NotUnderstood
from flows.inputs.numerals import FIGURES, plain
from flows.inputs.text import normalise

_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
_MOBILES = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)", re.ASCII)
_COUNTRY = re.compile(r"(?:\+|00)86|86(?=1[3-9]\d{9}$)", re.ASCII)
_LOCAL = re.compile(r"[2-8]\d{6,7}", re.ASCII)
_WITH_AREA_CODE = re.compile(r"0(?:10|2\d|[3-9]\d\d)[2-8]\d{6,7}", re.ASCII)
_AROUND = re.compile(
    r"[\s\-‐‑–—_()/.·]|(?:我|本人|家里|家)的?|联系方式|联系|手机|座机|固话|电话|号码|号|微信同|是|为|打|这个|吧|:"
)
_TWO_NUMBERS = re.compile(r"[,、;/或和]|还有")
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)|年)")
_SHORT_CODE = re.compile(r"1\d{2,5}|9\d{4,5}", re.ASCII)
_SERVICE_NUMBER = re.compile(r"[48]00\d{7}", re.ASCII)
_SPOKEN = str.maketrans(dict(zip(FIGURES + "幺", "01234567891", strict=True)))


def read_phone(text: str, area: str = "0943") -> str:
    """The number in ``text``, digits only: a mobile's 11, or a landline's with its area code.

    ``area`` is the county's area code (区号), given to a landline typed without one. Raises NotUnderstood:
    phone-empty, phone-one (two numbers), phone-short_code (110, 12345, 400…), phone-foreign, phone-length
    (``seen``: digits counted), phone-invalid.
    """
    said = normalise(text).rstrip("。.,;!~")
    long_parts = [part for part in _TWO_NUMBERS.split(said) if len(re.sub(r"\D", "", part)) >= 7]
    if len(long_parts) > 1 or len(_MOBILES.findall(said)) > 1:
        raise NotUnderstood("phone-one")
    if _DATE.search(said):
        raise NotUnderstood("phone-invalid")
    number = _AROUND.sub("", plain(said)).translate(_SPOKEN)
    if not number:
        raise NotUnderstood("phone-empty")
    country = _COUNTRY.match(number)
    if country is not None:
        number = number[country.end() :]
    elif re.fullmatch(r"(?:\+|00)[1-9]\d{5,18}", number, re.ASCII):
        raise NotUnderstood("phone-foreign")
    if not re.fullmatch(r"\d+", number, re.ASCII):
        raise NotUnderstood("phone-invalid")
    if _MOBILE.fullmatch(number):
        return number
    if _SHORT_CODE.fullmatch(number) or _SERVICE_NUMBER.fullmatch(number):
        raise NotUnderstood("phone-short_code")
    landline = _landline(number, area) or (country is not None and _landline("0" + number, area))
    if landline:
        return landline
    if len(number) == 11 or (number.startswith("0") and 10 <= len(number) <= 12):
        raise NotUnderstood("phone-invalid")
    raise NotUnderstood("phone-length", seen=len(number))


def is_mobile(number: str) -> bool:
    """Whether a number as ``read_phone`` gives it is a mobile, which gets short messages."""
    return _MOBILE.fullmatch(number) is not None


def mask_phone(number: str) -> str:
    """138****5678 for a mobile; the area code and the last 2 digits of a landline."""
    if _MOBILE.fullmatch(number):
        return f"{number[:3]}****{number[7:]}"
    code = re.match(r"01\d|02\d|0\d{3}", number, re.ASCII)
    first = code.end() if code is not None else 0
    last = 2 if len(number) - first >= 7 else 0
    return number[:first] + "*" * (len(number) - first - last) + number[len(number) - last :]


def _landline(number: str, area: str) -> str | None:
    """The number with its area code if it is a landline, else None."""
    if _LOCAL.fullmatch(number):
        return area + number
    if number.startswith(area) and _LOCAL.fullmatch(number[len(area) :]):
        return number
    return number if _WITH_AREA_CODE.fullmatch(number) and _is_fixed_line(number) else None


def _is_fixed_line(number: str) -> bool:
    """Whether the numbering plan of the mainland has this fixed line."""
    try:
        parsed = phonenumbers.parse(number, "CN")
    except phonenumbers.NumberParseException:
        return False
    return (
        phonenumbers.is_valid_number_for_region(parsed, "CN")
        and phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.FIXED_LINE
    )

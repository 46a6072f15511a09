"""Numbers of identity documents: what their shape says, whether their check digit holds, how they are shown.

The 18-digit numbers follow GB 11643-1999 公民身份号码: 6 digits of the place of first registration, 8 of the birth,
3 of sequence (odd for men, even for women) and a check digit by ISO 7064 MOD 11-2. The residence permit for Hong
Kong, Macao and Taiwan residents (港澳台居民居住证, 2018) uses the same rule with 810000, 820000, 830000; the foreign
permanent resident's card (外国人永久居留身份证, 2023) begins with 9 and has the same check digit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from flows.errors import NotUnderstood
from flows.inputs.text import normalise, simplify

Kind = Literal[
    "resident", "hmt_permit", "permanent", "permanent_old", "hk_macao_pass", "taiwan_pass", "passport", "unknown"
]
LIKE_RESIDENT = frozenset({"resident", "hmt_permit", "permanent", "permanent_old"})
"""Documents that serve as an identity card in the mainland."""

OLDEST = 130
"""Years after which a birth date is taken for a slip."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_PROVINCE = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]")
_HMT_DIVISIONS = frozenset({"810000", "820000", "830000"})

_EIGHTEEN = re.compile(r"\d{17}[\dX]", re.ASCII)
_SHAPES: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    ("permanent", lambda n: _EIGHTEEN.fullmatch(n) and n[0] == "9"),
    ("hmt_permit", lambda n: _EIGHTEEN.fullmatch(n) and n[:2] in ("81", "82", "83")),
    ("resident", lambda n: _EIGHTEEN.fullmatch(n) and n[0] != "9" and n[:2] not in ("81", "82", "83")),
    ("permanent_old", re.compile(r"[A-Z]{3}\d{12}", re.ASCII).fullmatch),
    ("hk_macao_pass", re.compile(r"[HM](?:\d{8}|\d{10})", re.ASCII).fullmatch),
    ("taiwan_pass", re.compile(r"\d{8}|\d{10}(?:[A-Z]|\d{2})?", re.ASCII).fullmatch),
    # Passports are free-form, but more than ten bare digits are a telephone or a mistyped card.
    ("passport", re.compile(r"(?!\d{11,}X?$)(?=.*\d)[A-Z\d]{5,20}", re.ASCII).fullmatch),
)
"""Every kind and its shape, the most particular first."""

_AROUND = re.compile(
    r"[\s\-‐‑–—_.·()]|(?:我|本人)的?|(?:居民)?身份证|永居证|永久居留|居住证|通行证|回乡证|台胞证|护照|证件|号码|号|是|为|:"
)
_TRAILING = "。,;!~"
_LOOK_LIKE_X = str.maketrans("×✕✖ХΧ", "XXXXX")


@dataclass(frozen=True, slots=True)
class IdNumber:
    """What a number says about itself.

    ``birth`` and ``sex`` are None where the number does not carry them (sex only in the resident's card and the
    Hong Kong, Macao and Taiwan permit). ``warning`` is ``division`` when the division code is not a county's
    (old or merged divisions are common and fine), ``birth`` when a permanent resident's birth is not a date.
    """

    number: str
    kind: Kind
    birth: date | None
    sex: Literal["male", "female"] | None
    warning: str | None


def describe(number: str, among: frozenset[str] | None = None) -> IdNumber:
    """What a normalised number says. ``among`` limits the kinds, for an 8-digit passport looks like a Taiwan pass."""
    kinds = (kind for kind, fits in _SHAPES if (among is None or kind in among) and fits(number))
    kind: Kind = next(kinds, "unknown")
    if kind not in ("resident", "hmt_permit", "permanent"):
        return IdNumber(number, kind, None, None, None)
    birth = _date(number[6:14])
    if kind == "permanent":
        return IdNumber(number, kind, birth, None, None if birth else "birth")
    sex: Literal["male", "female"] = "male" if int(number[16]) % 2 else "female"
    unusual = kind == "resident" and number[4:6] == "00"
    return IdNumber(number, kind, birth, sex, "division" if unusual else None)


def read_id_number(text: str, today: date, accept: frozenset[str] = LIKE_RESIDENT) -> str:
    """The number in ``text``, without spaces and dashes, letters in capitals.

    Raises NotUnderstood: id_number-empty, -length (``seen``: characters counted), -fifteen (the card before 1999),
    -characters, -province, -birth (no such date, later than ``today``, or older than 130), -check, and -kind
    (``kind``: what was typed) for a document this question does not take.
    """
    number = _AROUND.sub("", simplify(normalise(text)).rstrip(_TRAILING)).upper().translate(_LOOK_LIKE_X)
    if not number:
        raise NotUnderstood("id_number-empty")
    found = describe(number, accept)
    if found.kind == "unknown":
        raise _why_unknown(number, accept)
    if found.kind in ("resident", "hmt_permit", "permanent"):
        _check_eighteen(found, today)
    return number


def mask(number: str) -> str:
    """The number with at most its first 3 and last 4 characters shown, fewer of a short one."""
    length = len(number)
    first, last = (3, 4) if length >= 15 else (1, 2) if length >= 7 else (0, 1) if length >= 4 else (0, 0)
    return number[:first] + "*" * (length - first - last) + number[length - last :]


def _why_unknown(number: str, accept: frozenset[str]) -> NotUnderstood:
    """The sentence for a number that is none of the accepted kinds."""
    eighteen = bool(accept & {"resident", "hmt_permit", "permanent"})
    kind = describe(number).kind
    if eighteen and re.fullmatch(r"\d{15}", number, re.ASCII):
        return NotUnderstood("id_number-fifteen")
    if re.search(r"[^A-Z\d]", number, re.ASCII):
        return NotUnderstood("id_number-characters")
    if not eighteen or kind in ("resident", "hmt_permit", "permanent", "permanent_old", "hk_macao_pass"):
        return NotUnderstood("id_number-kind", kind=kind)
    if re.fullmatch(r"\d+X?", number, re.ASCII) and len(number) != 18:
        return NotUnderstood("id_number-length", seen=len(number))
    if kind == "passport" and len(number) <= 12:
        return NotUnderstood("id_number-kind", kind=kind)
    return NotUnderstood("id_number-characters")


def _check_eighteen(found: IdNumber, today: date) -> None:
    number = found.number
    if found.kind == "hmt_permit" and number[:6] not in _HMT_DIVISIONS:
        raise NotUnderstood("id_number-province")
    if found.kind == "resident" and not _PROVINCE.match(number):
        raise NotUnderstood("id_number-province")
    # The layout of the permanent resident's number is not published in full, so its birth is never a reason to refuse.
    if found.kind != "permanent" and not _is_plausible(found.birth, today):
        raise NotUnderstood("id_number-birth")
    if number[17] != _check_digit(number):
        raise NotUnderstood("id_number-check")


def _is_plausible(birth: date | None, today: date) -> bool:
    return birth is not None and birth <= today and today.year - birth.year <= OLDEST


def _check_digit(number: str) -> str:
    """ISO 7064 MOD 11-2 over the first 17 digits."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return _CHECK_DIGITS[total % 11]


def _date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None

"""The number of a marriage or divorce certificate 结婚证字号、离婚证字号.

J (结婚), L (离婚), BJ or BL (补领, reissued), the 6-digit division code 行政区划代码, the year of issue and a 6-digit
serial number of that year: ``J620423-2026-000001``. This form is in use since about 2010; older certificates carry
other numbers, so whoever asks for one must also take "mine looks different".
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from flows.errors import NotUnderstood

FIRST_YEAR = 1950
"""The year of the first marriage law (婚姻法, 1950-05-01); nothing can have been issued before."""

# What stands for a dash on a phone: besides Unicode's dashes (category Pd) the minus sign, the long vowel mark,
# the character 一 and the underscore.
_DASHES = "−ー一_"
_NUMBER = re.compile(r"(BJ|BL|J|L)-*([0-9]{6})-*([0-9]{4})-*([0-9]{6})")


def read_certificate(text: str, on: date) -> str:
    """The number as printed, from what was typed: any width, case, spaces and dashes, or none.

    ``on`` is today. Raises NotUnderstood ``certificate-format``, or ``certificate-year`` (argument ``year``, as text)
    for a year to come or before 1950.
    """
    match = _NUMBER.fullmatch("".join(map(_plain, unicodedata.normalize("NFKC", text))).upper())
    if match is None:
        raise NotUnderstood("certificate-format")
    kind, division, year, serial = match.groups()
    if not FIRST_YEAR <= int(year) <= on.year:
        raise NotUnderstood("certificate-year", year=year)
    return f"{kind}{division}-{year}-{serial}"


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Pd" or character in _DASHES:
        return "-"
    # Cf: marks without width that come along when a number is copied.
    return "" if character.isspace() or category == "Cf" else character

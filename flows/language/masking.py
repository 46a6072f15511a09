"""Numbers that people type where none is asked for are masked like those that are."""

from __future__ import annotations

import re

from flows.inputs.id_number import mask

_BETWEEN = "[ \u00a0\u3000.．\\-－‐‑–—]?"
"""What people put between the groups of a number: a space, a dot or a dash, of any width."""
_LONG_NUMBER = rf"\d(?:{_BETWEEN}\d){{9,}}{_BETWEEN}(?:\d|[XxＸｘ](?![A-Za-z]))"
"""Eleven digits or more, the last of which may be an X, in one piece or in groups of any size: as long as a mobile's
number (11), a bank card's (16 to 19) or an ID card's (18)."""
_RECEIPT = r"(?<![A-Za-z\d])[A-Za-z]{2}[0-9]{6}-[0-9A-Za-z]{6}(?![A-Za-z\d])"
_FOUND = re.compile(f"(?P<receipt>{_RECEIPT})|{_LONG_NUMBER}")

_MONTH, _DAY = "(?:1[0-2]|0?[1-9])", r"(?:[12]\d|3[01]|0?[1-9])"
_DATE = rf"(?:19|20)\d\d(?:[ .-]{_MONTH}[ .-]{_DAY}|[01]\d[0-3]\d)?(?!\d)"
_TIME = r"(?:[01]?\d|2[0-3])\.[0-5]\d(?!\d)"
_DATES = re.compile(rf"(?:(?>{_DATE}|{_TIME})(?:[ .-]|$))++")  # nothing is tried twice: the text may be anybody's
_MOBILE_DIGITS = 11


def masked(text: str) -> str:
    """``text`` with every number as long as a telephone's or an ID card's masked.

    Receipt numbers (回执号) stay, and so do years, dates and times, however many follow each other.
    """
    return _FOUND.sub(lambda found: found[0] if found["receipt"] or _is_dates(found[0]) else mask(found[0]), text)


def _is_dates(run: str) -> bool:
    """Whether a run of digits is dates one after the other; what may as well be a mobile's number is not."""
    return sum(map(str.isdigit, run)) > _MOBILE_DIGITS and _DATES.fullmatch(run) is not None

"""A receipt number (编号, 回执号) such as JT261122-G4MUEJ, as people type it off a slip or read it out."""

from __future__ import annotations

import re

from flows.errors import NotUnderstood
from flows.inputs.text import normalise

_APART = r"[\s\-‐‑–—−_.·]*"
"""What stands between the parts of a number, or in place of the dash."""
_DIGITS = rf"(?:[\dOIL]{_APART}){{6}}"
_TAIL = rf"[A-Z\d](?:{_APART}[A-Z\d]){{5}}"
_WHOLE = re.compile(rf"(?<![A-Z\d])([A-Z]{_APART}[A-Z]){_APART}({_DIGITS})({_TAIL})(?![A-Z\d])", re.ASCII)
_WITHOUT_PLACE = re.compile(rf"({_DIGITS})({_TAIL})", re.ASCII)
_AROUND = re.compile(r"^(?:我的?|预约|預約|回执|回執|[编編]?[号號]码?|是|为|:|\s)+|[。.,;!~\s]+$")
_TO_DIGITS = str.maketrans("OIL", "011")
_NEVER = re.compile("[01OIL]")
"""What no number ends with, since one is taken for the other."""


def read_receipt(text: str, initials: str) -> str:
    """The number in ``text`` as it was given: capitals, and one dash before its last six characters.

    ``initials`` are the place's, put before a number typed without them. A letter among the digits of the day is the
    digit it looks like. Raises NotUnderstood: receipt-empty, receipt-never (an O, 0, I, 1 or L at the end, where
    there is none), receipt-shape.
    """
    said = _AROUND.sub("", normalise(text).upper())
    if not said:
        raise NotUnderstood("receipt-empty")
    if (found := _WHOLE.search(said)) is not None:
        initials, day, tail = map(_closed_up, found.groups())
    elif (rest := _WITHOUT_PLACE.fullmatch(said)) is not None:
        day, tail = map(_closed_up, rest.groups())
    else:
        raise NotUnderstood("receipt-shape", initials=initials)
    if _NEVER.search(tail):
        raise NotUnderstood("receipt-never")
    return f"{initials}{day.translate(_TO_DIGITS)}-{tail}"


def _closed_up(part: str) -> str:
    return re.sub(r"[^A-Z\d]", "", part, flags=re.ASCII)

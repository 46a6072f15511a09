"""Numbers that people type where none is asked for are masked like those that are."""

from __future__ import annotations

import re

from flows.inputs.id_number import mask

_LONG_NUMBER = re.compile(r"\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx]|1\d{2}[ -]?\d{4}[ -]?\d{4}|\d{11,}[Xx]?")
"""An ID card's number or a mobile's, in one piece or as people group them; any other as long as a telephone's."""


def masked(text: str) -> str:
    """``text`` with every number as long as a telephone's or an ID card's masked."""
    return _LONG_NUMBER.sub(lambda found: mask(found[0]), text)

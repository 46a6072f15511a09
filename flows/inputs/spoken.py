"""Words that a machine heard: long numbers come in pieces, or read out figure by figure."""

from __future__ import annotations

import re

from flows.inputs.numerals import FIGURES, plain

_READ_OUT = f"{FIGURES}〇○幺"
_FIGURE = rf"[0-9{_READ_OUT}]"
_NUMBER = re.compile(rf"{_FIGURE}(?:[\s,，、.。\-]{{0,2}}{_FIGURE}){{10,}}(?:[\s,，、.。\-]{{0,2}}[XxＸｘ叉])?")
"""As long as a mobile's number (11), or an ID card's (18), the last figure of which may be an X (叉)."""


def spoken(text: str) -> str:
    """The words with every long number in one piece, so that it can be read, and masked, like one that was typed."""
    return _NUMBER.sub(lambda found: _joined(found[0]), text)


def _joined(number: str) -> str:
    figures = plain(number.replace("幺", "一"))
    read = (str(FIGURES.index(each)) if each in FIGURES else each for each in figures)
    return "".join("X" if each in "XxＸｘ叉" else each for each in read if each.isalnum())

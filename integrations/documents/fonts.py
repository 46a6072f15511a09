"""The one font of the documents, from its own package: read once, embedded as a subset, the same on every machine."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont
    from typst import Fonts

FONTS = {"zh-Hans": "Noto Sans CJK SC", "zh-Hant": "Noto Sans CJK TC", "en": "Noto Sans CJK SC"}
"""The same characters are drawn differently in the mainland and in Taiwan."""
STAND_IN = "〓"
"""What printers set for a character they have no type of (U+3013)."""

_NO_CHARACTER = "\uffff"
_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))


@cache
def fonts() -> Fonts:
    """The font for typst; none of the system's, so that a page is the same wherever it is made."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[_file().parent])


def printable(text: str) -> str:
    """The text with ``STAND_IN`` for every character the font cannot draw; what is never drawn is left out.

    typst refuses a whole accessible PDF (PDF/UA-1) for one such character. The font draws every Chinese character of
    GBK, nearly all of Unicode's Extension A and few of the later extensions.
    """
    return "".join(_printed(char) for char in text)


@lru_cache(maxsize=4096)
def _printed(char: str) -> str:
    if char.isspace():
        return char if char in "\n " else " "
    if unicodedata.category(char) in {"Cc", "Cf"} or char in _SELECTORS:
        return ""
    return STAND_IN if _drawn(char) == _drawn(_NO_CHARACTER) else char


def _drawn(char: str) -> bytes:
    return bytes(_drawing().getmask(char))


@cache
def _drawing() -> FreeTypeFont:
    """The font as it draws single characters; a few hundred kilobytes, all of its faces have the same characters."""
    from PIL import ImageFont

    return ImageFont.truetype(str(_file()), 24, layout_engine=ImageFont.Layout.BASIC)


def _file() -> Path:
    from noto_cjk_sans_otc import FONT_PATH

    return Path(str(FONT_PATH))

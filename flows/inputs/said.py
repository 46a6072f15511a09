"""A message made ready for finding days, times and lengths of time within it."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass

from flows.inputs.numerals import one_for_one
from flows.inputs.text import normalise

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_OF_TIME = "0-9零一二三四五六七八九十半几点分秒时刻钟个小头年月日号周期拜天上中下午早晚今昨前大从到至:"
_NEXT = r"[0-9零一二三四五六七八九十半百.]+ ?(?:[点时:个小月日号h-]|钟头|分钟|到|至|min)"
_SPACE_WITHIN = re.compile(
    rf"(?<=[{_OF_TIME}~—–-]) (?=[{_OF_TIME}~—–-])(?!(?<=[0-9] )[0-9])(?!(?<![到至从~—–:-] ){_NEXT})|(?<=[:.]) (?=\d)"
    rf"| (?=:)"
)
"""A space within one expression of time (9 点 到 11 点); one before the next parts them (9点 11点, 12点 3小时)."""

DASH = "[-‐‑‒–—−~〜―]"


@dataclass(frozen=True, slots=True)
class Said:
    """``own`` is what was typed, cleaned; ``read`` the same with simplified characters, everyday numerals and small
    letters. Every character stands at the same place in both."""

    own: str
    read: str


def said(text: str) -> Said:
    """The message, cleaned (see ``text.normalise``), in its own characters and in those that are looked for."""
    own = normalise(text)
    own = own.replace("，", ",").replace("；", ";")
    spaces = {found.start() for found in _SPACE_WITHIN.finditer(one_for_one(own))}
    own = "".join(char for at, char in enumerate(own) if at not in spaces)
    return Said(own, one_for_one(own.replace("參", "参").replace("喺", "在")).translate(_LOWER))

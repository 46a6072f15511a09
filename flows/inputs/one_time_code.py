"""The one-time code (验证码) of a short message: six figures, as people copy them or read them out."""

from __future__ import annotations

import re

from flows.errors import NotUnderstood
from flows.inputs.numerals import FIGURES, plain
from flows.inputs.text import normalise

LENGTH = 6

_AROUND = re.compile(r"^(?:我的?|收到的?|短信|[验驗][证證][码碼]|code|is|是|为|為|:|,|\s)+", re.IGNORECASE)
_APART = re.compile(r"[\s\-,、.。·]+")
_WHOLE = re.compile(rf"\d{{{LENGTH}}}", re.ASCII)
_READ_OUT = str.maketrans({figure: str(value) for value, figure in enumerate(FIGURES)} | {"幺": "1"})


def read_one_time_code(text: str) -> str:
    """The code in ``text``, six digits. Raises NotUnderstood (one_time_code-shape)."""
    said = plain(_APART.sub("", _AROUND.sub("", normalise(text)))).translate(_READ_OUT).rstrip("!~")
    if not _WHOLE.fullmatch(said):
        raise NotUnderstood("one_time_code-shape")
    return said


def hidden_code(_: object) -> str:
    """A code as it is read back: nothing of it."""
    return "*" * LENGTH

"""The code (确认码) with which a partner agrees, such as 7K3M-Q2XD, as people type it or read it out."""

from __future__ import annotations

import re

from flows.errors import NotUnderstood
from flows.inputs.text import normalise

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without the letters and digits that are taken for others."""
LENGTH = 8

_AROUND = re.compile(r"^(?:我的?|[对對]方|[确確][认認][码碼]|[签簽]字[码碼]|是|为|為|:|\s)+")
_APART = re.compile(r"[\s\-‐‑–—−_.·]+")
_WHOLE = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}", re.ASCII)


def read_code(text: str) -> str:
    """The code in ``text``: eight characters, no dash. Raises NotUnderstood (code-shape)."""
    said = _APART.sub("", _AROUND.sub("", normalise(text).upper())).rstrip("。.,;!~")
    if not _WHOLE.fullmatch(said):
        raise NotUnderstood("code-shape")
    return said


def shown_code(code: str) -> str:
    """A code in two groups, as it is read out."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"

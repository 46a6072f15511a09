"""Makes the many ways of typing one thing look alike, before any word is looked for.

Full width becomes half width, traditional characters become simplified, what stands between the characters of a word
goes, a letter held down becomes two. Commas stay as ``,`` and the ends of sentences as ``。``: they carry meaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_HAN = "\u3400-\u9fff"
_SENTENCE_END = re.compile(r"[。!?;\n\r]+")
_COMMA = re.compile(r"[,、:]+")
_INSIDE_A_WORD = re.compile(rf"(?<=[{_HAN}])[^\w,。]+(?=[{_HAN}])")
_SPELLED_OUT = re.compile(rf"(?<![{_HAN}])[{_HAN}](?:[,。][{_HAN}])+(?![{_HAN}])")
_HELD_DOWN = re.compile(r"(.)\1{2,}")
_BLANKS = re.compile(r"\s+")
_INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), 0x2060, 0xFE0F, 0xFEFF])


def plain(text: str, characters: Mapping[int, str]) -> str:
    """The text in one plain form; ``characters`` maps code points to what is read in their place.

    Linear in the length of the text.
    """
    text = unicodedata.normalize("NFKC", text).casefold().translate({**_INVISIBLE, **characters})
    text = _COMMA.sub(",", _SENTENCE_END.sub("。", text))
    text = _INSIDE_A_WORD.sub("", text)
    text = _SPELLED_OUT.sub(lambda found: re.sub("[,。]", "", found[0]), text)
    text = _HELD_DOWN.sub(r"\1\1", text)
    return _BLANKS.sub(" ", text).strip()

"""Makes the many ways of typing one thing look alike, before any word is looked for.

Full width becomes half width, traditional characters become simplified, and what stands between the characters of a
word goes. Commas stay as ``,`` and the ends of sentences as ``。``: they carry meaning. So does a blank between two
stretches of several characters (他又打了我 我该怎么办): on a telephone it is typed for a comma.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_HAN = "\u3400-\u9fff"
_SENTENCE_END = re.compile(r"[。！？；.!?;\n\r][。！？；.!?;\n\r\s]*(?![a-z0-9])")
_COMMA = re.compile(r"[，、：,:][，、：,:]*")
_COMMAS = re.compile(r",,+")
_PAUSE = re.compile(rf"(?<=[{_HAN}]{{4}})[ \u3000]+(?=[{_HAN}]{{3}})")
_MARKS = re.compile(rf"[^\w,。][^\w,。]*(?=[{_HAN},。])")
_LONE_CHARACTER = re.compile(rf"[,。][{_HAN}](?:[,。]|\Z)")
_SPELLED_OUT = re.compile(rf"(?<![{_HAN}])[{_HAN}](?:[,。][{_HAN}])+(?![{_HAN}])")
_BLANKS = re.compile(r"\s\s+")


class PlainText:
    """Brings texts to one plain form; ``characters`` and ``words`` map what is typed to what is read in its place."""

    def __init__(self, characters: Mapping[str, str], words: Mapping[str, str]) -> None:
        self._characters = characters
        self._any = re.compile(f"[{re.escape(''.join(characters))}]")
        self._words = words
        self._any_word = re.compile("|".join(map(re.escape, words)))

    def of(self, text: str) -> str:
        """The plain form of a text, in time linear in its length."""
        text = self._any.sub(lambda found: self._characters[found[0]], text.strip().casefold())
        text = _COMMA.sub(",", _SENTENCE_END.sub("。", _PAUSE.sub(",", text)))
        text = _COMMAS.sub(",", _MARKS.sub(_joined, text))  # 煤 气, 打*人
        if _LONE_CHARACTER.search(text):
            text = _SPELLED_OUT.sub(lambda found: re.sub("[,。]", "", found[0]), text)  # 救，命
        text = self._any_word.sub(lambda found: self._words[found[0]], text)
        return _BLANKS.sub(" ", text)


def _joined(marks: re.Match[str]) -> str:
    """Nothing, where the marks stand between Chinese characters or stops; themselves elsewhere."""
    before = marks.string[marks.start() - 1 : marks.start()]
    return "" if "\u3400" <= before <= "\u9fff" or before in (",", "。") else marks[0]

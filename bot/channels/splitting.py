"""What is said in as few messages as it fits into, each within the limit of the channel.

A paragraph is cut only where it is longer than a message: at the end of a line, else of a sentence, else between two
characters as they are seen. A link is never cut, nor is an option, and the options stand together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.channels.capabilities import Capabilities

LEAST_LISTED = 4
"""So many options at least stand in one message: one that would take up more is shortened."""
_LEFT_OUT = "…"
_PARAGRAPHS = re.compile(r"\n{2,}")
_LINES = re.compile(r"\n+")
_SENTENCES = re.compile(r".+?(?:[。！？；…!?;]+|\s+|$)", re.DOTALL)
_JOINER = "\N{ZERO WIDTH JOINER}"
_SKIN = ("\U0001f3fb", "\U0001f3ff")
_TAGS = ("\U000e0020", "\U000e007f")
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what is said; ``before`` parts it from what stands before it in the same message. ``whole``: it is
    never cut, and is no longer than a message."""

    text: str
    before: str = "\n\n"
    whole: bool = False


def packed(told: Sequence[Part], asked: Sequence[Part], options: Sequence[str], can: Capabilities) -> list[str]:
    """The texts of the messages: what is told, then what is asked with its options, whole and in the last message.
    Only options that are together longer than a message are parted, each of them whole."""
    fits = _Fits(can)
    parts = [*fits.pieces(told), *fits.ending(list(_paragraphs(asked)), options)]
    texts: list[str] = []
    for part in filter(lambda part: part.text.strip("\n"), parts):
        longer = f"{texts[-1]}{part.before}{part.text}" if texts else ""
        if texts and fits(longer):
            texts[-1] = longer
        else:
            texts.append(part.text)
    return [text for text in texts if text.strip()]


def shortened(option: str, can: Capabilities) -> str:
    """An option as it is listed; of one that repeats a long answer the end is left out."""
    most = can.text_limit // LEAST_LISTED - can.size(f"{_LEFT_OUT}\n")
    if can.size(option) <= most:
        return option
    shown = ""
    for cluster in clusters(option):
        if can.size(shown + cluster) > most:
            break
        shown += cluster
    return f"{shown}{_LEFT_OUT}"


@dataclass(frozen=True, slots=True)
class _Fits:
    """What a message of the channel holds."""

    can: Capabilities

    def __call__(self, text: str) -> bool:
        return self.can.size(text) <= self.can.text_limit

    def ending(self, asked: Sequence[Part], options: Sequence[str]) -> Iterator[Part]:
        """What is asked: as much of its end as fits stands in one message with the options."""
        if not options:
            yield from self.pieces(asked)
            return
        listed = Part("\n".join(options), whole=True)
        for n in range(len(asked) + 1):
            together = _joined([*asked[n:], listed])
            if self(together.text):
                yield from self.pieces(asked[:n])
                yield together
                return
        yield from self.pieces(asked)
        yield from (Part(option, "\n" if n else "\n\n", whole=True) for n, option in enumerate(options))

    def pieces(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Parts that fit, each as large as it may be."""
        for part in _paragraphs(parts):
            for line in [part] if self._stays(part) else _cut(part, _LINES.split(part.text), "\n"):
                for sentence in [line] if self._stays(line) else _cut(line, _SENTENCES.findall(line.text), ""):
                    for seen in [sentence] if self._stays(sentence) else _cut(sentence, clusters(sentence.text), ""):
                        yield from [seen] if self._stays(seen) else _cut(seen, list(seen.text), "")

    def _stays(self, part: Part) -> bool:
        return part.whole or self(part.text)


def clusters(text: str) -> list[str]:
    """The characters as they are seen: with the marks, the joined pictures and the colours that belong to them."""
    found: list[str] = []
    for char in text:
        if found and _belongs(found[-1], char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _belongs(before: str, char: str) -> bool:
    if char == _JOINER or before[-1] == _JOINER or unicodedata.category(char)[0] == "M":
        return True
    if _SKIN[0] <= char <= _SKIN[1] or _TAGS[0] <= char <= _TAGS[1]:
        return True
    return len(before) == 1 and _is_flag_letter(before) and _is_flag_letter(char)


def _is_flag_letter(char: str) -> bool:
    return _FLAG_LETTERS[0] <= char <= _FLAG_LETTERS[1]


def _paragraphs(parts: Iterable[Part]) -> Iterator[Part]:
    for part in parts:
        yield from [part] if part.whole else _cut(part, _PARAGRAPHS.split(part.text.strip("\n")), "\n\n")


def _cut(part: Part, texts: Sequence[str], between: str) -> Iterator[Part]:
    """The texts that a part is cut into; the first stands where the part stood."""
    for n, text in enumerate(texts):
        yield Part(text, between if n else part.before)


def _joined(parts: Sequence[Part]) -> Part:
    text = "".join(f"{part.before if n else ''}{part.text}" for n, part in enumerate(parts))
    return replace(parts[0], text=text, whole=True)

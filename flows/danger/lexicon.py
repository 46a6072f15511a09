"""Reads ``lexicon.toml`` and ``characters.toml``, the words that tell of danger; a mistake in them stops the import.

The lexicon is a list of frames: the words that raise a suspicion (``cue``), and what must or must not stand around
them. A cue alone is seldom enough: 打 is a blow in 老公又打我了 and a telephone call in 打我电话.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from importlib.resources import files
from typing import Any, Literal, get_args

Kind = Literal["suicide", "child", "violence", "fire_gas", "injury", "missing"]
"""Kinds of danger, most pressing first: a message that fits several is answered as the first of them."""

BESIDE = 16  # characters before or after a cue, within its sentence, that ``before`` and ``after`` look at
AROUND = 40  # characters on either side of a cue, across sentences, that ``near`` and ``over`` look at


@dataclass(frozen=True, slots=True)
class Around:
    """A cue's surroundings in the plain text: what touches it within its sentence, and the wider neighbourhood."""

    before: str
    after: str
    near: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a cue tells of danger; a field that is None asks for nothing."""

    kind: Kind
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    near: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    not_near: re.Pattern[str] | None
    over: re.Pattern[str] | None  # long past, or a question about a service: no danger, unless something says now

    def fits(self, around: Around, now: re.Pattern[str]) -> bool:
        return (
            _found(self.before, around.before, if_none=True)
            and _found(self.after, around.after, if_none=True)
            and not _found(self.not_before, around.before, if_none=False)
            and not _found(self.not_after, around.after, if_none=False)
            and _found(self.near, around.near, if_none=True)
            and not _found(self.not_near, around.near, if_none=False)
            and (not _found(self.over, around.near, if_none=False) or now.search(around.near) is not None)
        )


def _found(pattern: re.Pattern[str] | None, text: str, *, if_none: bool) -> bool:
    return if_none if pattern is None else pattern.search(text) is not None


class Lexicon:
    """The compiled ``lexicon.toml``."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self._concepts: dict[str, str] = {}
        for name, words in content["concepts"].items():
            self._concepts[name] = f"(?:{self._filled('|'.join(words))})"
        self.now = re.compile(self._concepts["now"])
        self.child_voice = re.compile(self._concepts["child_voice"])
        by_cue: dict[str, list[Frame]] = {}
        for entry in content["frame"]:
            frame = self._frame(entry)
            for cue in dict.fromkeys(entry["cue"]):
                by_cue.setdefault(cue, []).append(frame)
        self._cues: dict[str, list[tuple[str, list[Frame]]]] = {}
        for cue, frames in by_cue.items():
            self._cues.setdefault(cue[0], []).append((cue, frames))
        letters = re.escape("".join(sorted(first for first in self._cues if first.isascii())))
        others = "".join(sorted(first for first in self._cues if not first.isascii()))
        self._starts = re.compile(rf"[{others}]|(?<![a-z])[{letters}]")  # an English cue begins a word

    def suspicions(self, words: str) -> Iterator[tuple[Around, list[Frame]]]:
        """Every cue in the plain text, with its surroundings and its frames; surroundings that repeat come once."""
        seen: set[tuple[str, str, str]] = set()
        for start in self._starts.finditer(words):
            at = start.start()
            for cue, frames in self._cues[words[at]]:
                if not words.startswith(cue, at):
                    continue
                end = at + len(cue)
                before = words[max(0, at - BESIDE) : at].rpartition("。")[2]
                after = words[end : end + BESIDE].partition("。")[0]
                near = words[max(0, at - AROUND) : end + AROUND]
                if (cue, before, near) not in seen:
                    seen.add((cue, before, near))
                    yield Around(before, after, near), frames

    def _filled(self, pattern: str) -> str:
        return re.sub(r"<([a-z_]+)>", lambda found: self._concepts[found[1]], pattern)

    def _frame(self, entry: Mapping[str, Any]) -> Frame:
        patterns = [field.name for field in fields(Frame) if field.name != "kind"]
        unknown = entry.keys() - {"kind", "cue", *patterns}
        if unknown or entry["kind"] not in get_args(Kind):
            raise ValueError(f"lexicon.toml, frame of {entry['cue'][0]}: {sorted(unknown) or entry['kind']}")
        return Frame(
            kind=entry["kind"],
            **{name: re.compile(self._filled(entry[name])) if name in entry else None for name in patterns},
        )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("flows.danger").joinpath(name).read_text(encoding="utf-8"))


LEXICON = Lexicon(_table("lexicon.toml"))

CHARACTERS: Mapping[int, str] = str.maketrans(
    *(_table("characters.toml")[row].replace("\n", "") for row in ("typed", "read_as"))
)
"""Traditional and dialect characters, as code points, with what is read in their place."""

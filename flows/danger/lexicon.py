"""Reads the words that tell of danger, ``words/*.toml``; a mistake in them stops the import.

The lexicon is a list of frames: the words that raise a suspicion (``cue``), and what must or must not stand around
them. A cue alone is seldom enough: 打 is a blow in 老公又打我了 and a telephone call in 打我电话.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from importlib.resources import files
from itertools import pairwise
from typing import Any, Literal, get_args

from flows.danger.text import PlainText
from flows.errors import FlowFault

Kind = Literal["suicide", "child", "violence", "fire_gas", "injury", "missing", "fear"]
"""Kinds of danger, most pressing first: a message that fits several is answered as the first of them."""

CRY_FOR_HELP = "help"  # the kind of a frame whose words call for help and name no danger

ACCIDENTS = ("injury", "fire_gas", "missing")
"""Kinds that people tell first and ask about afterwards: 我妈摔断了腿。能申请救助吗 is a question about money. What one
person does to another is not taken back so: 他在打我。我想离婚 stays a danger."""

BESIDE = 16  # characters before or after a cue, within its sentence, that ``before`` and ``after`` look at
AROUND = 40  # characters on either side of a cue, across sentences, that ``near`` and ``over`` look at


@dataclass(frozen=True, slots=True)
class Around:
    """A cue's surroundings in the plain text: what touches it, its sentence, and the wider neighbourhood."""

    cue: str
    before: str
    after: str
    sentence: str
    onwards: str  # the sentence and what follows it
    near: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which a cue tells of danger; a field that is None asks for nothing."""

    kind: str  # a Kind or CRY_FOR_HELP
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    near: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    not_near: re.Pattern[str] | None
    over: re.Pattern[str] | None  # past, of accidents also a question about a service: none, unless something says now

    def fits(self, around: Around, now: re.Pattern[str]) -> bool:
        return (
            _found(self.before, around.before, if_none=True)
            and _found(self.after, around.after, if_none=True)
            and not _found(self.not_before, around.before, if_none=False)
            and not _found(self.not_after, around.after, if_none=False)
            and _found(self.near, around.near, if_none=True)
            and not _found(self.not_near, around.sentence, if_none=False)
            and (
                not _found(self.over, around.onwards if self.kind in ACCIDENTS else around.sentence, if_none=False)
                or now.search(around.near) is not None
            )
        )


def _found(pattern: re.Pattern[str] | None, text: str, *, if_none: bool) -> bool:
    return if_none if pattern is None else pattern.search(text) is not None


class Lexicon:
    """The compiled words: ``concepts`` as in ``concepts.toml``, ``entries`` the frames of the files beside it."""

    def __init__(self, concepts: Mapping[str, list[str]], entries: Iterable[Mapping[str, Any]]) -> None:
        self._concepts: dict[str, str] = {}
        for name, words in concepts.items():
            self._concepts[name] = f"(?:{self._filled('|'.join(words))})"
        self.now = re.compile(self._concepts["now"])
        self.child_voice = re.compile(self._concepts["child_voice"])
        self.secrecy = re.compile(self._concepts["secrecy"])
        self.lost_one = re.compile(self._concepts["lost_one"])
        by_cue: dict[str, list[Frame]] = {}
        for entry in entries:
            frame = self._frame(entry)
            for cue in dict.fromkeys(entry["cue"]):
                by_cue.setdefault(cue, []).append(frame)
        self._short = {cue: frames for cue, frames in by_cue.items() if len(cue) == 1}
        self._any_short = re.compile(f"[{''.join(self._short)}]")
        self._long: dict[tuple[str, str], list[tuple[str, list[Frame]]]] = {}  # by their first two characters
        for cue, frames in by_cue.items():
            if len(cue) > 1:
                self._long.setdefault((cue[0], cue[1]), []).append((cue, frames))

    def suspicions(self, words: str) -> Iterator[tuple[Around, list[Frame]]]:
        """Every cue in the plain text, with its surroundings and its frames; surroundings that repeat come once."""
        seen: set[tuple[str, str]] = set()
        for at, cue, frames in self._found_cues(words):
            end = at + len(cue)
            near = words[max(0, at - AROUND) : end + AROUND]
            if (cue, near) not in seen:
                seen.add((cue, near))
                before = words[max(0, at - AROUND) : at].rpartition("。")[2]
                onwards = words[end : end + AROUND]
                after = onwards.partition("。")[0]
                yield (
                    Around(cue, before[-BESIDE:], after[:BESIDE], before + cue + after, before + cue + onwards, near),
                    frames,
                )

    def _found_cues(self, words: str) -> Iterator[tuple[int, str, list[Frame]]]:
        for found in self._any_short.finditer(words):
            yield found.start(), found[0], self._short[found[0]]
        for at, pair in enumerate(pairwise(words)):
            if pair in self._long and not (at and _in_english(words[at - 1 : at + 1])):
                for cue, frames in self._long[pair]:
                    if words.startswith(cue, at):
                        yield at, cue, frames

    def _filled(self, pattern: str) -> str:
        return re.sub(r"<([a-z_]+)>", lambda found: self._concepts[found[1]], pattern)

    def _frame(self, entry: Mapping[str, Any]) -> Frame:
        where = f"danger, the frame of {entry['cue'][0]}"
        patterns = [field.name for field in fields(Frame) if field.name != "kind"]
        unknown = entry.keys() - {"kind", "cue", *patterns}
        if unknown or entry["kind"] not in (*get_args(Kind), CRY_FOR_HELP):
            raise FlowFault(f"{where}: unknown {sorted(unknown) or entry['kind']}")
        try:
            compiled = {name: re.compile(self._filled("|".join(entry[name]))) for name in patterns if name in entry}
        except (re.error, KeyError) as error:
            raise FlowFault(f"{where}: {error}") from error
        return Frame(kind=entry["kind"], **{name: compiled.get(name) for name in patterns})


def _in_english(two: str) -> bool:
    """Both characters are Latin letters: an English cue begins a word, it does not stand inside one."""
    return two.isascii() and two.isalpha()


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("flows.danger").joinpath("words", f"{name}.toml").read_text(encoding="utf-8"))


FILES = (*get_args(Kind), "english")
LEXICON = Lexicon(_table("concepts")["concepts"], [frame for name in FILES for frame in _table(name)["frame"]])

_FULL_WIDTH = {chr(code + 0xFEE0): chr(code) for code in range(ord("0"), ord("z") + 1) if chr(code).isalnum()}
_INVISIBLE = dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufe0f\ufeff", "")
_OTHER_FORMS = zip(*(_table("characters")[row].replace("\n", "") for row in ("typed", "read_as")), strict=True)

PLAIN_TEXT = PlainText({**_FULL_WIDTH, **_INVISIBLE, **dict(_OTHER_FORMS)}, _table("characters")["words"])
"""Reads full-width, traditional, dialect and mistyped words as the ones the lexicon is written in."""

"""Reads what somebody wants out of a sentence of their own, with the words of ``words.toml``.

It suggests and never decides: a service is only offered, and a topic only answered where nothing else was understood.
A frame is a few concepts that must all be in the sentence, in any order. Of services the frames that ask for most
count (结婚证 and 丢 is the reissue, whatever else 结婚 may mean); of topics the first frame in the file that fits.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from flows.errors import FlowFault
from flows.inputs.text import normalise, simplify

LONGEST = 200
"""Characters looked at: whoever writes more tells a story."""
_SPACES_BESIDE_HAN = re.compile(r"(?<![a-z0-9,.?']) | (?![a-z0-9])")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a sentence may mean: services, the likeliest first; the topic of a question; whether it plainly asks for a
    service (我想办…)."""

    services: tuple[str, ...] = ()
    topic: str | None = None
    plainly: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to mean ``name``: every pattern of ``all`` is found, none of ``without``."""

    name: str
    all: tuple[re.Pattern[str], ...]
    without: tuple[re.Pattern[str], ...]

    def fits(self, text: str) -> bool:
        """Whether a plain text is said in this way."""
        return all(each.search(text) for each in self.all) and not any(each.search(text) for each in self.without)


class Lexicon:
    """The compiled words. Raises FlowFault with a sentence that names the frame for a mistake in them."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        spelling = table["spelling"]
        self.characters = str.maketrans(spelling["typed"], spelling["read_as"])
        self.either_way = re.compile(spelling["either_way"])
        self._concepts: dict[str, re.Pattern[str]] = {}
        for name, words in table["concepts"].items():
            self._concepts[name] = self._compiled(name, "|".join(words))
        self.services = tuple(map(self._frame, table["service"]))
        self.topics = tuple(map(self._frame, table["topic"]))
        self.plainly = self._concepts["plainly"]

    def _compiled(self, name: str, words: str) -> re.Pattern[str]:
        try:
            return re.compile(re.sub(r"<([a-z_]+)>", lambda found: f"(?:{self._concepts[found[1]].pattern})", words))
        except (re.error, KeyError) as fault:
            raise FlowFault(f"wishes, the concept {name}: {fault}") from fault

    def _frame(self, entry: Mapping[str, Any]) -> Frame:
        try:
            needed, without = ([self._concepts[each] for each in entry.get(key, ())] for key in ("all", "without"))
        except KeyError as fault:
            raise FlowFault(f"wishes, a frame of {entry['name']}: there is no concept {fault}") from fault
        if not needed or entry.keys() - {"name", "all", "without"}:
            raise FlowFault(f"wishes, a frame of {entry['name']}: it needs 'all', and may have 'without'")
        return Frame(entry["name"], tuple(needed), tuple(without))


LEXICON = Lexicon(tomllib.loads(files("flows.wishes").joinpath("words.toml").read_text(encoding="utf-8")))


def _names(frames: Iterable[Frame]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(frame.name for frame in frames))


SERVICES = _names(LEXICON.services)
TOPICS = _names(LEXICON.topics)


def read(text: str, lexicon: Lexicon = LEXICON) -> Wishes:
    """What a sentence may mean, in simplified, traditional or English wording; empty if nothing is recognised."""
    plain = plain_text(text, lexicon)
    fitting = [frame for frame in lexicon.services if frame.fits(plain)]
    most = max((len(frame.all) for frame in fitting), default=0)
    topic = next((frame.name for frame in lexicon.topics if frame.fits(plain)), None)
    services = _names(frame for frame in fitting if len(frame.all) == most)
    return Wishes(services, topic, lexicon.plainly.search(plain) is not None)


def plain_text(text: str, lexicon: Lexicon = LEXICON) -> str:
    """The spelling the words are written in: simplified, lower case, half width, no spaces but in English, and
    what is asked either way (上不上班) as a question (上班?)."""
    read_as = simplify(normalise(text)[:LONGEST].casefold()).translate(lexicon.characters)
    closed_up = _SPACES_BESIDE_HAN.sub("", read_as)
    asked, either_way = lexicon.either_way.subn(r"\1", closed_up)
    return f"{asked}?" if either_way else closed_up

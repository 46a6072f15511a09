"""How well danger is heard, cross-validated over the kinds: ``python -m tests.danger_report`` prints it.

The lines of ``danger_lines.tsv`` are dealt into folds, each with its share of every kind, always in the same way. For
each fold only those cues of the lexicon are kept that fire on a line of danger *outside* the fold; the lines in the
fold are judged with these. (A cue fires by itself, so leaving cues out is the same as building the lexicon without
them.) A danger that is then missed was heard by nothing but words that are there for its sake.

What this measures is how far the words carry each other, and where one word stands for one way of saying a thing. It
is not what a new message will meet. It is harsher: words that no line has needed yet are left out, and those that one
line needed go with it. And it is kinder: what must stand around a cue was written by somebody who had seen most of
these lines, and is not written anew for each fold. The honest figure for a new message is the first scoring of the
newest blind stratum, in the docstring of ``test_danger.py``.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args
from zlib import crc32

from flows.danger import Kind
from flows.danger.judging import conclude
from flows.danger.lexicon import LEXICON, PLAIN_TEXT

FOLDS = 10
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Line:
    text: str
    kind: str
    stratum: str


LINES = [
    Line(*row.split("\t"))
    for row in Path(__file__).with_name("danger_lines.tsv").read_text(encoding="utf-8").splitlines()[1:]
]

Cue = tuple[int, str]
"""A frame, by its identity, and one of its cues."""


@dataclass(frozen=True)
class OfKind:
    """How the lines of one kind were judged, and what was judged to be of it."""

    lines: int
    found: int
    right: int
    alarms: int
    """Lines judged to be of this kind, right or wrong."""

    @property
    def recall(self) -> float:
        return self.found / self.lines

    @property
    def right_kind(self) -> float:
        """Of those found."""
        return self.right / max(1, self.found)

    @property
    def precision(self) -> float:
        """Of those judged to be of this kind, how many were written as such."""
        return self.right / max(1, self.alarms)


@dataclass(frozen=True)
class Report:
    kinds: Mapping[str, OfKind]
    look_alikes: int
    missed: list[Line]
    false_alarms: list[tuple[Line, str]]


def fired(text: str) -> dict[Cue, str]:
    """The cues whose frame fits, with the kind of the frame."""
    return {
        (id(frame), around.cue): frame.kind
        for around, frames in LEXICON.suspicions(PLAIN_TEXT.of(text))
        for frame in frames
        if frame.fits(around, LEXICON.now)
    }


def fold_of(lines: Iterable[Line]) -> dict[str, int]:
    """The fold of every text: each kind dealt out like cards, in an order that has nothing to do with its words."""
    dealt: Counter[str] = Counter()
    folds = {}
    for line in sorted(lines, key=lambda line: crc32(line.text.encode())):
        folds[line.text] = dealt[line.kind] % FOLDS
        dealt[line.kind] += 1
    return folds


@cache
def cross_validated() -> Report:
    cues = {line.text: fired(line.text) for line in LINES}
    folds = fold_of(LINES)
    needed_in: dict[Cue, set[int]] = {}
    for line in LINES:
        if line.kind != "none":
            for cue in cues[line.text]:
                needed_in.setdefault(cue, set()).add(folds[line.text])
    judged = []
    for line in LINES:
        kept = {kind for cue, kind in cues[line.text].items() if needed_in.get(cue, set()) - {folds[line.text]}}
        danger = conclude(kept, PLAIN_TEXT.of(line.text))
        judged.append((line, "none" if danger is None else danger.kind))
    return report(judged)


def report(judged: Sequence[tuple[Line, str]]) -> Report:
    kinds: dict[str, OfKind] = {
        kind: OfKind(
            lines=sum(line.kind == kind for line, _ in judged),
            found=sum(line.kind == kind and got != "none" for line, got in judged),
            right=sum(line.kind == kind == got for line, got in judged),
            alarms=sum(got == kind for _, got in judged),
        )
        for kind in KINDS
    }
    return Report(
        kinds,
        sum(line.kind == "none" for line, _ in judged),
        [line for line, got in judged if line.kind != "none" and got == "none"],
        [(line, got) for line, got in judged if line.kind == "none" and got != "none"],
    )


def main() -> None:
    shown = cross_validated()
    lines = [f"{'kind':10}{'lines':>6}{'recall':>8}{'right kind':>12}{'precision':>11}"]
    lines += [
        f"{kind:10}{of.lines:6}{of.recall:8.2f}{of.right_kind:12.2f}{of.precision:11.2f}"
        for kind, of in shown.kinds.items()
    ]
    lines.append(f"\n{shown.look_alikes} look-alikes, {len(shown.false_alarms)} alarms at them:")
    lines += [f"  {got:10}{line.text}" for line, got in shown.false_alarms]
    lines.append(f"\n{len(shown.missed)} dangers missed:")
    order = list(shown.kinds)
    lines += [
        f"  {line.kind:10}{line.stratum:16}{line.text}"
        for line in sorted(shown.missed, key=lambda line: order.index(line.kind))
    ]
    sys.stdout.write("\n".join([__doc__ or "", *lines, ""]))


if __name__ == "__main__":
    main()
